//! Articles checked with sources that are not for everybody, whose names stand in all places and
//! are written in all ways.

use stet_core::{
    coverage,
    report::{PersonRef, standing_of},
    text::CodePoint,
    view::{
        ArticleView, BlockKind, BlockView, ConflictView, Counts, EvidenceView, Fit, Provenance,
        RemarkKind, RemarkView, Sensitivity, SentenceView, Standing, Tag, TagState, TagView,
    },
};
use stet_tests::chance::Chance;

use crate::written;

/// An article, those who checked it, and what of it is not for everybody.
pub struct Planted {
    pub view: ArticleView,
    pub people: Vec<PersonRef>,
}

/// A source's name, or address, that is not for everybody.
#[derive(Clone)]
pub struct Hidden {
    pub name: String,
    pub sensitivity: Sensitivity,
}

const SYLLABLES: [&str; 16] = [
    "bra", "quo", "vez", "lun", "dri", "mok", "ßel", "hjö", "tañ", "rück", "zsa", "wyn", "pło",
    "gğu", "fœt", "xim",
];
const HAN: [&str; 12] = [
    "魑", "魅", "魍", "魎", "驫", "麤", "龘", "鸞", "鬱", "籲", "爨", "鱻",
];
const HANGUL: [&str; 8] = ["뷁", "쌻", "꿻", "뾹", "쫿", "훽", "쮏", "갉"];

/// A name that is no word of the program, of the article or of another name.
pub fn name(chance: &mut Chance) -> String {
    let mut word = |n: usize| {
        let mut word = String::new();
        for _ in 0..n {
            word.push_str(chance.pick::<&str>(&SYLLABLES));
        }
        let mut chars = word.chars();
        let first: String = chars.next().unwrap().to_uppercase().collect();
        // A capital ß is SS; of which only the first stands at the beginning.
        first.chars().take(1).chain(chars).collect::<String>()
    };
    let (first, last, third) = (word(2), word(3), word(2));
    match chance.below(9) {
        0 => format!("{first} {last}"),
        1 => format!("{first}-{third} {last}"),
        2 => format!("{first} “{third}” {last}"),
        3 => format!("{first} & {last} <{third}>"),
        4 => format!("{last}’s {third}"),
        5 => (0..4).map(|_| *chance.pick(&HAN)).collect(),
        6 => (0..4).map(|_| *chance.pick(&HANGUL)).collect(),
        7 => format!("{first} d'{last}, {third}"),
        _ => last,
    }
}

fn address(chance: &mut Chance, name: &str) -> String {
    if chance.once_in(2) {
        return String::new();
    }
    let host = written::percent(&name.to_lowercase().replace([' ', '<', '>', '"'], "-"));
    format!("https://{}.example/{host}", chance.below(1 << 30))
}

/// Words with one of the names among them; which of them, is by chance.
fn words(chance: &mut Chance, hidden: &[Hidden]) -> String {
    if hidden.is_empty() || chance.once_in(4) {
        return "Nothing was said of it.".into();
    }
    let name = &chance.pick(hidden).name.clone();
    let written = written::any(chance, name);
    match chance.below(5) {
        0 => written,
        1 => format!("see ({written})"),
        2 => format!("As told by {written}, and again by {written}."),
        3 => format!("First.\n{written}\nLast."),
        _ => format!("\"{written}\": so it is"),
    }
}

pub fn article(chance: &mut Chance, n: usize, hidden: &[Hidden]) -> Planted {
    let mut view = ArticleView {
        readings: Vec::new(),
        article: format!("{:016x}", n + 1),
        title: words(chance, hidden),
        text: String::new(),
        lang: "en".into(),
        authors: vec![words(chance, hidden), "Kim Lind".into()],
        publisher: words(chance, hidden),
        published: "2026-10-30".into(),
        url: "https://paper.example/dam".into(),
        provenance: *chance.pick(&[Provenance::Ours, Provenance::Theirs]),
        sample: false,
        blocks: vec![],
        sentences: vec![],
        counts: Counts::default(),
    };
    let people: Vec<PersonRef> = (0..2)
        .map(|n| PersonRef {
            name: match chance.below(4) {
                0 => words(chance, hidden),
                _ => format!("Checker{n}"),
            },
            id: format!("4f1c09ae77d2b63{n}"),
            initials: String::new(),
        })
        .collect();
    let count = 2 + chance.below(5);
    for n in 0..count {
        let sentence = sentence(chance, &mut view, n, hidden, &people);
        view.sentences.push(sentence);
    }
    view.counts = coverage::counts(&view.sentences);
    Planted { view, people }
}

fn sentence(
    chance: &mut Chance,
    view: &mut ArticleView,
    n: usize,
    hidden: &[Hidden],
    people: &[PersonRef],
) -> SentenceView {
    let text = format!("The wall number {n} was built in the summer.");
    if n > 0 {
        view.text.push('\n');
    }
    let count = |view: &ArticleView| CodePoint(u32::try_from(view.text.chars().count()).unwrap());
    let start = count(view);
    view.text.push_str(&text);
    let end = count(view);
    let block = u32::try_from(n + 1).unwrap();
    view.blocks.push(BlockView {
        n: block,
        kind: *chance.pick(&[
            BlockKind::Paragraph,
            BlockKind::Headline,
            BlockKind::ListItem,
            BlockKind::Caption,
        ]),
        start,
        end,
    });
    let tag = *chance.pick(&[Tag::Verified, Tag::Disputed, Tag::AttributedOnly]);
    let tags: Vec<TagView> = people
        .iter()
        .take(1 + chance.below(2))
        .map(|person| TagView {
            checker: person.name.clone(),
            checker_id: person.id.clone(),
            tag: Some(tag),
            finding: words(chance, hidden),
            correction: match chance.below(2) {
                0 => words(chance, hidden),
                _ => String::new(),
            },
            speaker: words(chance, hidden),
            at: "2026-11-05T10:04:05Z".into(),
            state: TagState::Current,
            fit: *chance.pick(&[Fit::Exact, Fit::Exact, Fit::Wider]),
            mine: false,
        })
        .collect();
    let standing = match chance.below(5) {
        0 => Standing::Disagreement,
        1 => Standing::Untagged,
        _ => standing_of(tag),
    };
    let mut evidence = Vec::new();
    for (k, one) in hidden.iter().enumerate() {
        // Each is cited by somebody; a source that is not cited is not in the report's knowledge.
        if n == k % 2 || chance.once_in(3) {
            let url = address(chance, &one.name);
            let (title, url) = if chance.once_in(6) && one.name.is_ascii() {
                (one.name.clone(), String::new())
            } else {
                (one.name.clone(), url)
            };
            evidence.push(EvidenceView {
                id: format!("{n}-{k}"),
                source: format!("s{k}"),
                title,
                url,
                sensitivity: one.sensitivity,
                quotation: words(chance, hidden),
                locator: words(chance, hidden),
                checker: people[chance.below(2)].name.clone(),
            });
        }
    }
    evidence.push(EvidenceView {
        id: format!("{n}-open"),
        source: format!("open{}", chance.below(3)),
        title: format!("Minutes; {}", words(chance, hidden)),
        url: format!("https://open.example/?q={}", words(chance, hidden)),
        sensitivity: Sensitivity::Public,
        quotation: words(chance, hidden),
        locator: words(chance, hidden),
        checker: people[0].name.clone(),
    });
    chance.shuffle(&mut evidence);
    SentenceView {
        n: block,
        label: block.to_string(),
        start,
        end,
        text,
        block,
        standing,
        tags,
        adjudications: vec![],
        evidence,
        remarks: vec![RemarkView {
            start,
            end,
            kind: RemarkKind::Comment,
            author: words(chance, hidden),
            text: words(chance, hidden),
        }],
        queries: vec![],
        flagged: chance.once_in(3),
        publish: chance.once_in(2),
        conflicts: vec![ConflictView {
            field: (*chance.pick(&["title", "url", "locator", "speaker"])).into(),
            values: vec![words(chance, hidden), words(chance, hidden)],
        }],
        debts: vec![],
    }
}

//! Checkable facts in sentences made up for the purpose, each with its reason.

use stet_language::atoms::{Atom, AtomKind, Day, Value, atoms, links, near_figures, resolve};
use stet_language::{CodePointSpan, Options, sentences};

/// A row: why it is here, and the text with its atoms in brackets, each with its kind: `[Ito|p]`.
type Row = (&'static str, &'static str);

const KINDS: &[(&str, AtomKind)] = &[
    ("p", AtomKind::Person),
    ("l", AtomKind::Place),
    ("o", AtomKind::Organization),
    ("n", AtomKind::Name),
    ("d", AtomKind::Date),
    ("#", AtomKind::Number),
    ("s", AtomKind::Superlative),
];

fn spans(text: &str, lang: &str) -> Vec<CodePointSpan> {
    sentences(text, lang, Options::default())
}

fn words(text: &str, span: CodePointSpan) -> String {
    let points: Vec<char> = text.chars().collect();
    points[span.start as usize..span.end as usize]
        .iter()
        .collect()
}

/// The text with its atoms in brackets.
fn marked(text: &str, found: &[Atom]) -> String {
    let mut out = String::new();
    let mut at = 0;
    for atom in found.iter().filter(|atom| atom.kind != AtomKind::Quotation) {
        let kind = KINDS
            .iter()
            .find(|(_, kind)| *kind == atom.kind)
            .map_or("?", |(name, _)| name);
        out += &words(
            text,
            CodePointSpan {
                start: at,
                end: atom.span.start,
            },
        );
        out += &format!("[{}|{kind}]", words(text, atom.span));
        at = atom.span.end;
    }
    let end = u32::try_from(text.chars().count()).unwrap();
    out + &words(text, CodePointSpan { start: at, end })
}

fn plain(marked: &str) -> String {
    let mut out = String::new();
    let mut rest = marked;
    while let Some((before, behind)) = rest.split_once('[') {
        let (inside, after) = behind.split_once(']').expect("a closing bracket");
        out += before;
        out += inside.rsplit_once('|').expect("a kind").0;
        rest = after;
    }
    out + rest
}

fn check(lang: &str, rows: &[Row]) {
    let mut failed = Vec::new();
    for (why, expected) in rows {
        let text = plain(expected);
        let found = marked(&text, &atoms(&text, &spans(&text, lang), lang));
        if found != *expected {
            failed.push(format!("{why}\n  expected {expected}\n  found    {found}"));
        }
    }
    assert!(
        failed.is_empty(),
        "{} rows:\n{}",
        failed.len(),
        failed.join("\n")
    );
}

#[test]
fn names_are_runs_of_proper_nouns() {
    check(
        "en",
        &[
            ("a first word that is none", "The dam near [Orvel|l] broke."),
            (
                "a person behind a title",
                "Officials thanked [Dr. Mina Sato|p] for it.",
            ),
            (
                "initials belong to the name",
                "It was [J. R. Hale|p] who called.",
            ),
            (
                "particles inside a name",
                "We met [Jan van der Berg|p] and [Omar bin Said|p].",
            ),
            (
                "a particle before a capital",
                "They read [la Gazzetta|n] there.",
            ),
            (
                "a possessive ends it",
                "[Norway|l]'s [Ministry|o] of [Fisheries|n] agreed.",
            ),
            (
                "nationalities are adjectives",
                "The Norwegian navy met Danish ships.",
            ),
            ("their plurals are people", "Many [Norwegians|p] agreed."),
            ("a language is a noun", "She wrote it in [Danish|n]."),
            (
                "adjectives stay outside the nouns",
                "He left the United [Nations|o].",
            ),
            ("an abbreviation", "The [OECD|o] said so."),
            ("a common one is none", "He bought a TV and a DVD."),
            ("camel case", "She sold her [iPhone|n] on [eBay|n]."),
            (
                "hashtags and handles",
                "It ran under [#dambreak|n] by [@orvelnews|n].",
            ),
            (
                "only the name of a compound",
                "The [UN|o]-led mission, a [Gdansk|n]-based firm.",
            ),
            (
                "a name of syllables",
                "They met [Moon Jae-in|p] on the island.",
            ),
            ("I and its relatives", "Then I went and I'm back."),
            (
                "a title inside a sentence",
                "It said [President Obi|p] was there.",
            ),
        ],
    );
}

#[test]
fn the_start_of_a_sentence_is_no_evidence() {
    check(
        "en",
        &[
            ("an ordinary word", "Construction went on. Residents left."),
            (
                "the article has it inside too",
                "A man called [Velber|n] came. [Velber|n] left.",
            ),
            (
                "the article has it small",
                "They sell gravel. Gravel is dear.",
            ),
            ("a name behind it", "[Ruta Velber|p] came."),
            ("a verb of saying behind it", "[Velber|p] said no."),
            ("a known first name", "[Maria|p] came."),
            ("a known country", "[Kenya|l] agreed."),
            (
                "behind an opening quotation mark",
                "He said: “Nothing was found.”",
            ),
            (
                "but inside the quotation",
                "“They told [Velber|p] all,” he said.",
            ),
            (
                "a headline in capitals",
                "DAM BREAKS NEAR VILLAGE, TROOPS CALLED",
            ),
            (
                "a headline in title case",
                "Flood Warning Issued After Dam Breaks",
            ),
            ("a picture credit", "Photo: [Ruta Velber|p]"),
        ],
    );
}

#[test]
fn numbers_are_marked_with_what_belongs_to_them() {
    check(
        "en",
        &[
            ("digits with marks", "It has [12,500|#] seats."),
            (
                "words",
                "[Twenty-five|#] cars and [two hundred and six|#] vans.",
            ),
            ("words that multiply", "It cost [4.5 million|#] in all."),
            ("a currency sign", "It cost [$4.5 million|#] in all."),
            (
                "a percent sign, not the word",
                "From [7%|#] to [9|#] percent.",
            ),
            ("a range", "Some [8–10|#] boats came."),
            ("a score is two numbers", "They won [3|#] – [1|#] at home."),
            ("an age, its digits only", "A [14|#]-year-old fell."),
            ("an age in words", "A [nine|#]-month-old baby."),
            ("one as a pronoun", "No one came, and not a new one."),
            (
                "half of something",
                "About [half|#] of them left in the first half.",
            ),
            ("a unit stays outside", "It is [17.5|#] m high."),
        ],
    );
}

#[test]
fn dates_are_marked_as_they_are_written() {
    check(
        "en",
        &[
            ("month, day and year", "It fell on [May 5, 2015|d] there."),
            (
                "day and month",
                "It fell on [5 May|d] and the [7th of June 2016|d].",
            ),
            ("a range of days", "Held [May 5-7|d] and [5–7 June 2016|d]."),
            ("a weekday with its part", "They met [Thursday night|d]."),
            ("a month by itself", "It opened in [May|d]."),
            ("a verb is no month", "They may march. May they?"),
            ("a month that is a name", "He saw [April Hale|p] there."),
            ("years", "In [1987|d] and the [1960s|d], since [2014-15|d]."),
            (
                "four digits that count",
                "About [2000|#] men and [1950|#] votes.",
            ),
            ("ISO", "Filed [2015-05-07|d] there."),
            ("times", "At [7:30 pm|d] or [6:00am|d]."),
            (
                "lengths",
                "It took [five hours|d] and a [20-minute|d] walk.",
            ),
            (
                "relative ones",
                "[Yesterday|d] and [last week|d], [three years ago|d].",
            ),
            (
                "what counts from the story is left",
                "He left the next day.",
            ),
            ("a stretch", "In the [past 30 days|d] nothing fell."),
        ],
    );
}

#[test]
fn superlatives_are_told_from_words_that_end_alike() {
    check(
        "en",
        &[
            ("regular", "The [largest|s] dam, the [best-known|s] one."),
            ("most and least", "The [most|s] costly, at [least|s] there."),
            (
                "others",
                "An honest request, a forest, a protest in the west.",
            ),
            ("a place", "It stood in [Bucharest|l]."),
        ],
    );
}

#[test]
fn other_languages_have_what_their_script_allows() {
    check(
        "de",
        &[
            (
                "nouns have capitals",
                "Die Regierung hat am [5. Mai 2015|d] rund [1.200|#] Menschen gezählt.",
            ),
            (
                "abbreviations and known places",
                "Die [NATO|o] tagte in [Berlin|l].",
            ),
        ],
    );
    check(
        "fr",
        &[(
            "a date and a decimal comma",
            "Le [5 mai 2015|d], [Luc Moreau|p] a payé [3,5|#] euros.",
        )],
    );
    check(
        "ru",
        &[(
            "cyrillic",
            "[Вчера|d] в городе был [Иван Петров|p], [12 мая 2015|d].",
        )],
    );
    check(
        "el",
        &[("greek", "Ο [Γιώργος Παππάς|p] πλήρωσε [12|#] ευρώ.")],
    );
    check("zh", &[("no capitals", "大坝有[312|#]米高。")]);
    check("ar", &[("nor here", "قتل [312|#] شخصا")]);
}

#[test]
fn a_name_is_whole_with_what_joins_it() {
    for (why, text, whole) in [
        (
            "adjectives",
            "He left the United Nations.",
            "United Nations",
        ),
        (
            "of",
            "She is at the University of Southern Orvel.",
            "University of Southern Orvel",
        ),
        ("an ampersand", "It was Hale & Sons.", "Hale & Sons"),
        (
            "a person from a place is not joined",
            "It was Hale of Orvel.",
            "Hale",
        ),
    ] {
        let found = atoms(text, &spans(text, "en"), "en");
        let first = found.first().map(|atom| words(text, atom.whole));
        assert_eq!(first.as_deref(), Some(whole), "{why}");
    }
}

#[test]
fn quotations_are_what_stands_between_marks() {
    for (why, text, expected) in [
        ("double marks", "She said, “It broke.”", &["It broke."][..]),
        (
            "straight ones",
            "He called it \"a slow flood\" twice.",
            &["a slow flood"],
        ),
        (
            "inner ones belong to the outer",
            "“He said ‘no’ to us,” she said.",
            &["He said ‘no’ to us,"],
        ),
        (
            "cut at the ends of sentences",
            "“It broke. We ran,” she said.",
            &["It broke.", "We ran,"],
        ),
        ("an apostrophe is none", "It's the workers' dam.", &[]),
        ("one that never closes", "“It broke.\nNothing more.", &[]),
        (
            "guillemets",
            "Il a dit « rien du tout » hier.",
            &["rien du tout"],
        ),
        (
            "over paragraphs",
            "“It broke.\n“We ran,” she said.",
            &["It broke.", "We ran,"],
        ),
    ] {
        let found = atoms(text, &spans(text, "en"), "en");
        let quoted: Vec<String> = found
            .iter()
            .filter(|atom| atom.kind == AtomKind::Quotation)
            .map(|atom| words(text, atom.span))
            .collect();
        assert_eq!(quoted, expected, "{why}");
    }
}

#[test]
fn numbers_have_a_value_and_a_unit() {
    for (why, text, value, unit) in [
        ("money in short", "It cost $1.2bn.", "1200000000", Some("$")),
        (
            "money in words",
            "It cost 17.5 million euros.",
            "17500000",
            Some("€"),
        ),
        ("per cent", "Some 7 per cent left.", "7", Some("%")),
        ("a measure", "It is 17.50 metres high.", "17.5", Some("m")),
        ("a bare one", "It killed two hundred and six.", "206", None),
        (
            "thousands",
            "It has three thousand two hundred seats.",
            "3200",
            None,
        ),
    ] {
        let found = atoms(text, &spans(text, "en"), "en");
        let number = found.iter().find_map(|atom| match atom.value {
            Some(Value::Number(number)) => Some((number.low.to_string(), number.unit)),
            _ => None,
        });
        assert_eq!(number, Some((value.to_owned(), unit)), "{why}");
    }
}

#[test]
fn dates_resolve_against_the_day_of_publication() {
    // A Thursday.
    let published = Day::new(2026, 11, 5).unwrap();
    for (why, text, expected) in [
        ("a weekday behind", "It broke on Tuesday.", "2026-11-03"),
        (
            "today's weekday is today",
            "It broke on Thursday.",
            "2026-11-05",
        ),
        ("a weekday ahead", "It will open on Tuesday.", "2026-11-10"),
        ("next", "It opens next Tuesday.", "2026-11-10"),
        ("last", "It broke last Friday.", "2026-10-30"),
        ("yesterday", "It broke yesterday.", "2026-11-04"),
        (
            "last week begins on a Monday",
            "It broke last week.",
            "2026-10-26/2026-11-01",
        ),
        (
            "this weekend",
            "It opens this weekend.",
            "2026-11-07/2026-11-08",
        ),
        (
            "last month",
            "It broke last month.",
            "2026-10-01/2026-10-31",
        ),
        (
            "a month behind",
            "It broke in May.",
            "2026-05-01/2026-05-31",
        ),
        (
            "a month of last year",
            "It broke in December.",
            "2025-12-01/2025-12-31",
        ),
        (
            "a month ahead",
            "It will open in May.",
            "2027-05-01/2027-05-31",
        ),
        ("a day of a month", "It broke on October 30.", "2026-10-30"),
        (
            "the nearest one, ahead",
            "It opens on January 5.",
            "2027-01-05",
        ),
        (
            "years ago",
            "It broke three years ago.",
            "2023-01-01/2023-12-31",
        ),
        (
            "a stretch",
            "It rained for the past 30 days.",
            "2026-10-06/2026-11-05",
        ),
        (
            "a decade",
            "It was built in the 1960s.",
            "1960-01-01/1969-12-31",
        ),
        (
            "a range of days",
            "It ran May 5-7, 2015.",
            "2015-05-05/2015-05-07",
        ),
        ("no such day", "It broke on February 30, 2015.", "none"),
        ("a length has no days", "It took five days.", "none"),
        ("nor has a time", "It broke at 7:30 pm.", "none"),
    ] {
        let found = atoms(text, &spans(text, "en"), "en");
        let date = found.iter().find_map(|atom| match atom.value {
            Some(Value::Date(date)) => Some(date),
            _ => None,
        });
        let days = resolve(date.expect(why), published);
        let told = days.map_or("none".to_owned(), |days| {
            if days.first == days.last {
                days.first.to_string()
            } else {
                format!("{}/{}", days.first, days.last)
            }
        });
        assert_eq!(told, expected, "{why}");
    }
}

/// Groups of linked atoms, as the words of each.
fn linked(text: &str) -> Vec<Vec<String>> {
    let found = atoms(text, &spans(text, "en"), "en");
    links(&found, text, Day::new(2026, 11, 5))
        .iter()
        .map(|group| group.iter().map(|n| words(text, found[*n].whole)).collect())
        .collect()
}

#[test]
fn the_same_fact_is_linked() {
    for (why, text, expected) in [
        (
            "by surname",
            "It was Ruta Hale. Then Hale left.",
            &[&["Ruta Hale", "Hale"][..]][..],
        ),
        (
            "behind a title",
            "It was Ruta Hale. Then Mayor Hale left.",
            &[&["Ruta Hale", "Mayor Hale"]],
        ),
        (
            "not if two have it",
            "We met Ruta Hale and Tom Hale. Then came Hale.",
            &[],
        ),
        (
            "by initials",
            "It was the World Health Organization. The WHO agreed.",
            &[&["World Health Organization", "WHO"]],
        ),
        (
            "initials of a joined name",
            "At the University of Southern Orvel. It is USO now.",
            &[&["University of Southern Orvel", "USO"]],
        ),
        (
            "numbers by value",
            "It cost $1.5 million. Of the $1,500,000 none is left.",
            &[&["$1.5 million", "$1,500,000"]],
        ),
        (
            "small numbers by what they count",
            "Three boats sank. The three boats were old. Three men left.",
            &[&["Three", "three"]],
        ),
        (
            "dates by the day",
            "It broke on Tuesday. On November 3 it was dry.",
            &[&["Tuesday", "November 3"]],
        ),
        (
            "quotations",
            "He called it “a slow flood”. What is “a slow flood”?",
            &[&["a slow flood", "a slow flood"]],
        ),
        ("not within one sentence", "Hale met Ruta Hale.", &[]),
    ] {
        assert_eq!(linked(text), expected, "{why}");
    }
}

#[test]
fn figures_that_nearly_agree_are_flagged() {
    for (why, text, flagged) in [
        (
            "rounded dead",
            "About 300 people were killed. The 312 killed were mourned.",
            true,
        ),
        (
            "a verb before",
            "It left 312 dead, killing 300 at once.",
            false,
        ),
        (
            "the same verb before",
            "It killed 312. It was said to have killed 305.",
            true,
        ),
        (
            "a measure",
            "It is 17 m high. The wall of 17.5 m broke.",
            true,
        ),
        (
            "money",
            "It cost $17 million. The $17.5 million dam broke.",
            true,
        ),
        (
            "the same figure",
            "It killed 312 people. All 312 people were mourned.",
            false,
        ),
        (
            "another thing",
            "It killed 312 people. Some 305 houses fell.",
            false,
        ),
        (
            "far apart",
            "It killed 312 people. At first 200 people were counted.",
            false,
        ),
        (
            "shares of different things",
            "Some 45% of men and 47% of women.",
            false,
        ),
    ] {
        let found = atoms(text, &spans(text, "en"), "en");
        assert_eq!(!near_figures(&found, text).is_empty(), flagged, "{why}");
    }
}

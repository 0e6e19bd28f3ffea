//! From the view of an article to its report. Pure: the same input gives the same report.

use std::collections::BTreeMap;

use super::{
    checks, conclusions, dates, diff, margin,
    model::{Article, Block, Cited, Decided, Opinion, Report, Sentence, Source, Totals},
    people::People,
    profile::{Profile, narrowed},
    scope,
    second::second_readings,
    secret::Secret,
    words,
};
use crate::{
    agreement::AgreementView,
    coverage,
    text::{CodePoint, Index, Span},
    view::{ArticleView, EvidenceView, Fit, Provenance, SentenceView, TagState, TagView},
};

/// A person as the database knows them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonRef {
    /// Name, as it stands in reports.
    pub name: String,
    /// Fingerprint of the key, 16 hex digits.
    pub id: String,
    /// Initials for margins; made from the name if empty.
    pub initials: String,
}

/// All that a report is made of.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// The article, as everybody's work shows it.
    pub article: &'a ArticleView,
    /// People known by key. Those who tagged but are not here appear by the name on their tags.
    pub people: &'a [PersonRef],
    /// Date of the report, ISO 8601.
    pub date: &'a str,
    /// Number of steps recorded on the article.
    pub steps: u32,
    /// First step on it, ISO 8601 UTC, or empty.
    pub first: &'a str,
    /// Last step on it, or empty.
    pub last: &'a str,
    /// Program and version: "Stet 0.1.0".
    pub program: &'a str,
    /// Whom it is for.
    pub profile: Profile,
    /// How far its checkers agree.
    pub agreements: &'a [AgreementView],
}

/// Makes the report, and lists what its reader must not learn.
#[must_use]
pub fn build(input: Input<'_>) -> (Report, Vec<Secret>) {
    let whole = input.article;
    let sources = number_sources(&whole.sentences);
    let (mut seen, secrets) = narrowed(whole, input.profile, &sources);
    let quoted = input.profile.quotes(seen.provenance);
    let totals = Totals::from(coverage::counts(&seen.sentences));
    let scope = scope::scope(&seen);
    if quoted {
        seen.sentences
            .retain(|piece| coverage::is_closed(piece.standing));
        seen.text.clear();
    }
    let view = &seen;
    // A checker may be the source.
    let known: Vec<PersonRef> = input
        .people
        .iter()
        .map(|person| {
            let mut known = person.clone();
            if secrets.hide_in(&mut known.name) {
                known.initials.clear();
            }
            known
        })
        .collect();
    let people = People::new(view, &known);
    let index = Index::new(&view.text);
    let sentences: Vec<Sentence> = view
        .sentences
        .iter()
        .map(|piece| sentence(piece, &people, &sources))
        .collect();
    let (mut blocks, sentences) = lay_out(view, &index, sentences);
    blocks.retain(|block| !quoted || !block.sentences.is_empty());
    // What an editor has to decide is no reader's matter.
    let public = input.profile == Profile::Public;
    let decisions = if public {
        Vec::new()
    } else {
        conclusions::decisions(&sentences)
    };
    let owed = checks::owed(&view.sentences);
    let second_readings = second_readings(input.agreements, &people, &secrets, input.profile);
    let mut method = method(&input, quoted);
    method.extend(
        second_readings
            .iter()
            .flat_map(|one| one.statements.clone()),
    );
    let report = Report {
        headline: if public {
            words::headline_for_readers(&totals)
        } else {
            words::headline(decisions.len(), &totals, view.provenance)
        },
        profile: input.profile,
        quoted,
        handed_over: if public {
            String::new()
        } else {
            words::handed_over(&totals, &owed)
        },
        summary: words::summary(&totals),
        coverage: words::words_covered(&totals),
        scope,
        checked_by: checked_by(&input, &people),
        attributed: conclusions::attributed(&sentences),
        parts: conclusions::parts(&view.sentences),
        sources: list_sources(&view.sentences, &sources),
        open: conclusions::open(&sentences),
        owed,
        people: people.did(&sentences),
        meanings: words::meanings(),
        method,
        second_readings,
        article: Article {
            article: view.article.clone(),
            title: view.title.clone(),
            lang: view.lang.clone(),
            authors: view.authors.clone(),
            publisher: view.publisher.clone(),
            published: view.published.clone(),
            url: view.url.clone(),
            provenance: view.provenance,
            sample: view.sample,
            date: input.date.to_owned(),
            first: input.first.to_owned(),
            last: input.last.to_owned(),
            steps: input.steps,
            program: input.program.to_owned(),
            text: view.text.clone(),
        },
        totals,
        decisions,
        blocks,
        sentences,
    };
    (report, secrets.into_list())
}

/// Numbers the sources in order of first use.
fn number_sources(sentences: &[SentenceView]) -> BTreeMap<String, u32> {
    let mut numbers = BTreeMap::new();
    for used in sentences.iter().flat_map(|piece| &piece.evidence) {
        let next = u32::try_from(numbers.len() + 1).unwrap_or(u32::MAX);
        numbers.entry(used.source.clone()).or_insert(next);
    }
    numbers
}

fn list_sources(sentences: &[SentenceView], numbers: &BTreeMap<String, u32>) -> Vec<Source> {
    let mut sources: BTreeMap<u32, Source> = BTreeMap::new();
    for (at, piece) in sentences.iter().enumerate() {
        for used in &piece.evidence {
            let number = numbers.get(&used.source).copied().unwrap_or(0);
            let source = sources.entry(number).or_insert_with(|| Source {
                number,
                id: used.source.clone(),
                title: used.title.clone(),
                url: used.url.clone(),
                sensitivity: used.sensitivity,
                at: Vec::new(),
                used_by: Vec::new(),
            });
            if source.at.last() != Some(&at) {
                source.at.push(at);
                source.used_by.push(piece.label.clone());
            }
        }
    }
    sources.into_values().collect()
}

fn sentence(piece: &SentenceView, people: &People, sources: &BTreeMap<String, u32>) -> Sentence {
    let cited = |used: &EvidenceView| Cited {
        source: sources.get(&used.source).copied().unwrap_or(0),
        quotation: used.quotation.clone(),
        locator: used.locator.clone(),
        checker: used.checker.clone(),
    };
    let tags: Vec<Opinion> = piece
        .tags
        .iter()
        .map(|tag| opinion(tag, &piece.text, people))
        .collect();
    let decided: Vec<Decided> = piece
        .adjudications
        .iter()
        .map(|one| Decided {
            tag: one.tag,
            reason: one.reason.clone(),
            checker: match one.checker.as_str() {
                "" => String::new(),
                name => people.name(&one.checker_id, name),
            },
            checker_id: one.checker_id.clone(),
            at: one.at.clone(),
            own: one.own,
            holds: one.holds,
        })
        .collect();
    Sentence {
        label: piece.label.clone(),
        whole: coverage::whole_label(&piece.label).to_owned(),
        block: piece.block,
        start: piece.start,
        end: piece.end,
        text: piece.text.clone(),
        before: String::new(),
        standing: piece.standing,
        publish: piece.publish,
        margin: margin::margin(piece.standing, &tags, &decided, people.several()),
        evidence: piece.evidence.iter().map(cited).collect(),
        decided,
        conflicts: piece.conflicts.clone(),
        debts: piece.debts.clone(),
        tags,
    }
}

fn opinion(tag: &TagView, text: &str, people: &People) -> Opinion {
    let exact = matches!((tag.state, tag.fit), (TagState::Current, Fit::Exact));
    let proposes = exact && !tag.correction.is_empty() && tag.correction != text;
    Opinion {
        checker: people.name(&tag.checker_id, &tag.checker),
        checker_id: tag.checker_id.clone(),
        initials: people.initials(&tag.checker_id, &tag.checker),
        tag: tag.tag,
        finding: tag.finding.clone(),
        correction: tag.correction.clone(),
        changes: if proposes {
            diff::words(text, &tag.correction)
        } else {
            Vec::new()
        },
        speaker: tag.speaker.clone(),
        at: tag.at.clone(),
        state: tag.state,
        fit: tag.fit,
    }
}

/// Puts the sentences into their blocks, with the words that stand between them.
fn lay_out(
    view: &ArticleView,
    index: &Index,
    mut sentences: Vec<Sentence>,
) -> (Vec<Block>, Vec<Sentence>) {
    let mut next = 0;
    let mut blocks = Vec::with_capacity(view.blocks.len());
    for block in &view.blocks {
        let (first, mut at) = (next, block.start);
        while let Some(sentence) = sentences
            .get_mut(next)
            .filter(|sentence| sentence.block == block.n)
        {
            sentence.before = between(view, index, at, sentence.start);
            (at, next) = (sentence.end, next + 1);
        }
        let after = between(view, index, at, block.end);
        blocks.push(Block {
            n: block.n,
            kind: block.kind,
            start: block.start,
            end: block.end,
            sentences: first..next,
            after,
        });
    }
    (blocks, sentences)
}

fn between(view: &ArticleView, index: &Index, start: CodePoint, end: CodePoint) -> String {
    if view.text.is_empty() {
        // Sentences are quoted without the text that they stand in.
        return String::new();
    }
    index.slice(&view.text, Span { start, end }).to_owned()
}

fn checked_by(input: &Input<'_>, people: &People) -> String {
    let mut names = people.names_of_checkers();
    if input.profile == Profile::Public && !names.is_empty() {
        names = vec![words::number(names.len(), "person", "people")];
    }
    let period = dates::period(input.first, input.last);
    match (names.is_empty(), period.is_empty()) {
        (true, _) => "Nobody has tagged a sentence yet.".into(),
        (_, true) => format!("Checked by {}.", words::list(&names)),
        _ => format!("Checked by {}, {period}.", words::list(&names)),
    }
}

fn method(input: &Input<'_>, quoted: bool) -> Vec<String> {
    let mut lines = vec![
        "Every sentence was looked at by itself. Counts are of sentences; a sentence split into parts counts once, as its most troubled part.".to_owned(),
        "A mark shows the tag on which all checkers of a sentence agree. Every checker’s own tag and finding stands in the notes.".to_owned(),
        "The figures say how much was examined, never how true the article is.".to_owned(),
    ];
    let mut decided = input
        .article
        .sentences
        .iter()
        .flat_map(|one| &one.adjudications);
    if decided.any(|one| one.holds) {
        lines.push("Where checkers differed and somebody decided, the mark shows what was decided until somebody tags the sentence anew.".into());
    }
    if quoted {
        lines.push("The text was published by somebody else. Only the sentences that were checked are quoted.".into());
    } else if input.article.provenance == Provenance::Theirs {
        lines.push("The text was published by somebody else. It is shown whole for the editor’s use and is not to be passed on in full.".into());
    }
    lines
}

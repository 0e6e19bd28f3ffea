//! Who is said to have said it: for each sentence, whether its content is attributed to a source.
//!
//! 1. `words` looks every token up in the `lexicon`, once.
//! 2. `quotes` finds what stands in quotation marks, over sentences and paragraphs.
//! 3. `verbs` and `cues` read each sentence by itself: `sentence` tells finite verbs and verb
//!    groups, `phrase` noun phrases, `complement` what follows a verb.
//! 4. `speakers` finds the speaker of quoted sentences that do not name one.
//! 5. Here findings become attributions.
//!
//! All words are in `lexicon`; a language without one has no attributions.

mod aside;
mod bits;
mod chain;
mod clause;
mod complement;
mod cues;
mod finding;
mod judge;
mod lexicon;
mod measured;
mod phrase;
mod quotes;
mod rule;
mod sentence;
mod speaker;
mod speakers;
mod subject;
mod verbs;
mod words;

use std::ops::Range;

pub use bits::Stance;
use finding::Finding;
pub use measured::{MEASURED, MEASURED_ELSEWHERE, Measured, Score};
pub use rule::AttributionRule;
use sentence::Sentence;
use speakers::Line;
use words::Word;

use crate::CodePointSpan;
use crate::tokens::{self, Token};

/// The version of the rules. It rises whenever any text could be attributed differently: who
/// stores attributions stores this beside them.
pub const ATTRIBUTION_VERSION: u32 = 1;

/// How sure a rule is, in percent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Confidence(u8);

impl Confidence {
    /// From here on an attribution is worth showing; what is below is a weak hint.
    pub const SHOWN: Self = Self(70);

    /// In percent: 0 to 100.
    #[must_use]
    pub const fn percent(self) -> u8 {
        self.0
    }
}

/// Whether the source says that it is so.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Polarity {
    /// It is so.
    #[default]
    Positive,
    /// It is not so, or the source does not know: *denied that*, *did not say whether*.
    Negative,
}

/// That a sentence's content rests on a source. All spans are code points of the text; source,
/// head and cue may lie in another sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attribution {
    /// Which of the sentences given.
    pub sentence: usize,
    /// The words that attribute: *said*, *according to*.
    pub cue: Option<CodePointSpan>,
    /// Who or what it is attributed to; none if it is hidden or not found.
    pub source: Option<CodePointSpan>,
    /// The word or the name that the source is about: *officials* of *officials in the capital*.
    pub head: Option<CodePointSpan>,
    /// What is attributed: stretches of this sentence, in order.
    pub content: Vec<CodePointSpan>,
    /// Whom this source in turn rests on: *the spy agency* in *Lee, citing the spy agency*.
    pub cites: Option<CodePointSpan>,
    /// How sure the rule is.
    pub confidence: Confidence,
    /// The rule that found it.
    pub rule: AttributionRule,
    /// Whether the source says that it is so.
    pub polarity: Polarity,
    /// What the author takes upon himself by the choice of the cue.
    pub stance: Stance,
}

/// The attributions of a text, by sentence.
///
/// `sentences` are ascending spans of `text`; `paragraph_starts` are the numbers of those that
/// begin a paragraph, ascending. `lang` is an ISO 639-1 code; empty or `und` is read as English,
/// and a language without a lexicon has no attributions. Time and memory are linear in the text.
#[must_use]
pub fn attribute(
    text: &str,
    sentences: &[CodePointSpan],
    paragraph_starts: &[usize],
    lang: &str,
) -> Vec<Attribution> {
    attribute_tokens(
        text,
        &tokens::tokens(text),
        sentences,
        paragraph_starts,
        lang,
    )
}

/// As [`attribute`], for who has the tokens of `text` already.
#[must_use]
pub fn attribute_tokens(
    text: &str,
    tokens: &[Token],
    sentences: &[CodePointSpan],
    paragraph_starts: &[usize],
    lang: &str,
) -> Vec<Attribution> {
    let Some(lexicon) = lexicon::of(lang) else {
        return Vec::new();
    };
    let mut words = words::read(text, tokens, lexicon);
    let ranges: Vec<Range<usize>> = sentences.iter().map(|span| range(tokens, *span)).collect();
    for range in &ranges {
        lower_first(&mut words, range);
    }
    let paragraphs: Vec<usize> = paragraph_starts
        .iter()
        .filter_map(|n| ranges.get(*n).map(|range| range.start))
        .collect();
    let quotations = quotes::find(text, &mut words, &paragraphs);
    let mut starts = paragraph_starts.iter().peekable();
    let mut lines: Vec<Line> = Vec::with_capacity(ranges.len());
    for (n, range) in ranges.iter().enumerate() {
        let starts_paragraph = starts.next_if(|start| **start <= n).is_some();
        lines.push(Line {
            tokens: range.clone(),
            starts_paragraph,
            findings: findings(text, &words, range),
        });
    }
    speakers::link(&words, &quotations, &mut lines);
    let mut attributions = Vec::new();
    for (n, line) in lines.iter().enumerate() {
        attributions.extend(
            line.findings
                .iter()
                .map(|finding| placed(text, &words, n, finding)),
        );
    }
    attributions
}

fn range(tokens: &[Token], span: CodePointSpan) -> Range<usize> {
    let start = tokens.partition_point(|token| token.span.start < span.start);
    let count = tokens[start..].partition_point(|token| token.span.end <= span.end);
    start..start + count
}

/// The first word of a sentence has its capital from there, unless it is known for nothing else.
fn lower_first(words: &mut [Word], range: &Range<usize>) {
    let first = words[range.clone()]
        .iter_mut()
        .find(|word| word.token.is_word());
    if let Some(word) = first {
        let known = word.class != bits::Class::NONE || word.form != bits::Form::NONE;
        word.name &= !known;
    }
}

/// What is found in one sentence, with token numbers of the text.
fn findings(text: &str, words: &[Word], range: &Range<usize>) -> Vec<Finding> {
    let sentence = Sentence {
        text,
        words: &words[range.clone()],
    };
    let mut found = Vec::new();
    sentence.by_verbs(&mut found);
    sentence.by_cues(&mut found);
    sentence.link_chains(&mut found);
    drop_weaker(&mut found);
    for finding in &mut found {
        finding.shift(range.start);
    }
    found
}

/// Of two findings with one cue the surer one stays.
fn drop_weaker(found: &mut Vec<Finding>) {
    found.sort_by_key(|finding| finding.cue.as_ref().map_or(usize::MAX, |cue| cue.start));
    found.dedup_by(|later, kept| {
        let (Some(a), Some(b)) = (&later.cue, &kept.cue) else {
            return false;
        };
        let same = a.start < b.end && b.start < a.end;
        if same && later.confidence > kept.confidence {
            std::mem::swap(later, kept);
        }
        same
    });
}

fn placed(text: &str, words: &[Word], n: usize, finding: &Finding) -> Attribution {
    let place = |range: &Range<usize>| -> Option<CodePointSpan> {
        let (first, last) = (
            words.get(range.start)?,
            words.get(range.end.checked_sub(1)?)?,
        );
        (range.start < range.end).then_some(CodePointSpan {
            start: first.token.span.start,
            end: last.token.span.end,
        })
    };
    let whole = Sentence { text, words };
    let head = finding.source.as_ref().map(|source| whole.head(source));
    let content = finding
        .content
        .iter()
        .filter_map(|range| trimmed(words, range.clone()))
        .filter_map(|range| place(&range))
        .collect();
    Attribution {
        sentence: n,
        cue: finding.cue.as_ref().and_then(place),
        source: finding.source.as_ref().and_then(place),
        head: head.as_ref().and_then(place),
        content,
        cites: finding.cites.as_ref().and_then(place),
        confidence: Confidence(finding.confidence),
        rule: finding.rule,
        polarity: finding.polarity,
        stance: finding.stance,
    }
}

/// Without the marks at its ends; none if no word is left.
fn trimmed(words: &[Word], range: Range<usize>) -> Option<Range<usize>> {
    let first = range.clone().find(|at| words[*at].token.is_word())?;
    let last = range.rev().find(|at| words[*at].token.is_word())?;
    Some(first..last + 1)
}

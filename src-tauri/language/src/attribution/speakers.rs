//! Whose words a quotation is, when the sentence itself does not say: over sentences.

use std::ops::Range;

use super::Polarity;
use super::bits::Stance;
use super::finding::{Finding, one};
use super::quotes::Quotation;
use super::rule::AttributionRule as Rule;
use super::words::Word;
use crate::tokens::Kind;

/// How many sentences back a speaker is looked for.
const BACK: usize = 6;

/// A sentence and what was found in it. Token numbers are the text's.
pub(super) struct Line {
    pub(super) tokens: Range<usize>,
    pub(super) starts_paragraph: bool,
    pub(super) findings: Vec<Finding>,
}

/// Adds to sentences that are quoted, or announced by the one before, whose words they are.
pub(super) fn link(words: &[Word], quotations: &[Quotation], lines: &mut [Line]) {
    let mut next = 0;
    for n in 0..lines.len() {
        let tokens = lines[n].tokens.clone();
        while quotations
            .get(next)
            .is_some_and(|quotation| quotation.last < tokens.start)
        {
            next += 1;
        }
        let said = lines[n].findings.iter().any(names_speaker);
        if said {
            continue;
        }
        let counted = |only_quoted: bool| {
            let words = words[tokens.clone()].iter();
            words
                .filter(|word| word.token.is_word() && (!only_quoted || word.quoted))
                .count()
        };
        let (quoted, all) = (counted(true), counted(false));
        let finding = if quoted > 0 && quoted * 10 >= all * 8 {
            inside(quotations.get(next), lines, n, words)
        } else if let Some(finding) = announced(lines, n, words) {
            finding
        } else if quoted >= 5 && quoted * 10 >= all * 3 {
            unsaid(Rule::PartlyQuoted, 65, &tokens)
        } else if quoted >= 4 {
            unsaid(Rule::PartlyQuoted, 55, &tokens)
        } else if quoted > 0 {
            unsaid(Rule::FewWordsQuoted, 30, &tokens)
        } else {
            continue;
        };
        lines[n].findings.push(finding);
    }
}

/// Whether the finding's source can be the speaker of a quotation nearby.
fn names_speaker(finding: &Finding) -> bool {
    let speaks = matches!(
        finding.rule,
        Rule::SaysThat
            | Rule::SaysHow
            | Rule::SaysQuote
            | Rule::SaysAside
            | Rule::AccordingTo
            | Rule::InWords
            | Rule::Shows
            | Rule::Signed
    );
    speaks && finding.confidence >= 60
}

fn unsaid(rule: Rule, confidence: u8, tokens: &Range<usize>) -> Finding {
    Finding {
        rule,
        confidence,
        cue: None,
        source: None,
        cites: None,
        content: one(tokens.clone()),
        polarity: Polarity::Positive,
        stance: Stance::Neutral,
    }
}

/// The same speaker as in `voice`, by another rule.
fn said_by(rule: Rule, confidence: u8, tokens: &Range<usize>, voice: &Finding) -> Finding {
    Finding {
        source: voice.source.clone(),
        cue: voice.cue.clone(),
        cites: voice.cites.clone(),
        stance: voice.stance,
        ..unsaid(rule, confidence, tokens)
    }
}

/// The findings of a line that say who speaks.
fn voices(line: &Line) -> impl DoubleEndedIterator<Item = &Finding> {
    line.findings.iter().filter(|finding| {
        finding.source.is_some()
            && (names_speaker(finding) || finding.rule == Rule::InsideQuotation)
    })
}

/// A sentence that stands in quotation marks.
fn inside(quotation: Option<&Quotation>, lines: &[Line], n: usize, words: &[Word]) -> Finding {
    let tokens = &lines[n].tokens;
    let later = quotation.and_then(|quotation| {
        // The quotation is closed, and cued, in a later sentence.
        let last = lines.partition_point(|line| line.tokens.end <= quotation.last);
        voices(lines.get(last).filter(|_| last > n)?).next()
    });
    match later.or_else(|| earlier(lines, n, words)) {
        Some(voice) => said_by(Rule::InsideQuotation, 90, tokens, voice),
        None => unsaid(Rule::InsideQuotation, 80, tokens),
    }
}

/// Who spoke last before the sentence `n`, with nothing but quotations in between.
fn earlier<'l>(lines: &'l [Line], n: usize, words: &[Word]) -> Option<&'l Finding> {
    for back in (n.saturating_sub(BACK)..n).rev() {
        if let Some(voice) = voices(&lines[back]).next_back() {
            return Some(voice);
        }
        let quoted = words[lines[back].tokens.clone()]
            .iter()
            .any(|word| word.quoted);
        if !quoted && !announces(&lines[back], words) && back + 1 < n {
            return None;
        }
    }
    None
}

/// Whether the line ends as if what it announces came next.
fn announces(line: &Line, words: &[Word]) -> bool {
    let last = words[line.tokens.clone()].last();
    last.is_some_and(|word| matches!(word.kind(), Kind::Colon | Kind::Comma))
}

/// A sentence after one that ends with a colon and has somebody speak, and what follows in that
/// paragraph.
fn announced(lines: &[Line], n: usize, words: &[Word]) -> Option<Finding> {
    let before = lines.get(n.checked_sub(1)?)?;
    if lines[n]
        .findings
        .iter()
        .any(|finding| finding.confidence >= 70)
    {
        return None;
    }
    let last = words[before.tokens.clone()].last()?;
    let voice = if last.kind() == Kind::Colon {
        let anybody = || {
            before
                .findings
                .iter()
                .find(|finding| finding.source.is_some())
        };
        voices(before).next_back().or_else(anybody)
    } else if lines[n].starts_paragraph {
        None
    } else {
        let announced = |finding: &&Finding| finding.rule == Rule::Announced;
        before.findings.iter().find(announced)
    }?;
    Some(said_by(Rule::Announced, 72, &lines[n].tokens, voice))
}

//! Whose words a quotation is, when the sentence itself does not say: over sentences.

use std::ops::Range;

use super::Polarity;
use super::bits::Stance;
use super::finding::Finding;
use super::quotes::Quotation;
use super::rule::AttributionRule as Rule;
use super::words::Word;
use crate::tokens::Kind;

/// How many sentences back a speaker is looked for.
const BACK: usize = 6;

/// What is known of each sentence when speakers are looked for. Token numbers are the text's.
pub(super) struct Line {
    pub(super) tokens: Range<usize>,
    pub(super) starts_paragraph: bool,
    pub(super) findings: Vec<Finding>,
}

/// A finding of a sentence that says who speaks.
#[derive(Clone)]
struct Voice {
    source: Range<usize>,
    cue: Option<Range<usize>>,
    stance: Stance,
}

/// Adds to sentences that are quoted, or announced by the one before, whose words they are.
/// Sources in findings are token numbers of the text.
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
        let said = lines[n]
            .findings
            .iter()
            .any(|finding| finding.confidence >= 60 && speaks(finding.rule));
        if said {
            continue;
        }
        let counted = |quoted: bool| {
            words[tokens.clone()]
                .iter()
                .filter(|word| word.token.is_word() && (!quoted || word.quoted))
                .count()
        };
        let (quoted, all) = (counted(true), counted(false));
        let finding = if quoted * 10 >= all * 8 && quoted > 0 {
            inside(quotations.get(next..).unwrap_or(&[]), lines, n, words)
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

/// Rules whose source can be the speaker of a quotation nearby.
fn speaks(rule: Rule) -> bool {
    matches!(
        rule,
        Rule::SaysThat
            | Rule::SaysHow
            | Rule::SaysQuote
            | Rule::SaysAside
            | Rule::AccordingTo
            | Rule::InWords
            | Rule::Shows
            | Rule::Signed
    )
}

fn unsaid(rule: Rule, confidence: u8, tokens: &Range<usize>) -> Finding {
    Finding {
        rule,
        confidence,
        cue: None,
        source: None,
        cites: None,
        content: vec![tokens.clone()],
        polarity: Polarity::Positive,
        stance: Stance::Neutral,
    }
}

fn voice(line: &Line, last: bool) -> Option<Voice> {
    let mut voices = line
        .findings
        .iter()
        .filter(|finding| {
            finding.confidence >= 60
                && (speaks(finding.rule)
                    || finding.rule == Rule::InsideQuotation
                    || finding.rule == Rule::Act)
        })
        .filter_map(|finding| {
            Some(Voice {
                source: finding.source.clone()?,
                cue: finding.cue.clone(),
                stance: finding.stance,
            })
        });
    if last { voices.last() } else { voices.next() }
}

/// A sentence that stands in quotation marks.
fn inside(quotations: &[Quotation], lines: &[Line], n: usize, words: &[Word]) -> Finding {
    let tokens = lines[n].tokens.clone();
    let mut finding = unsaid(Rule::InsideQuotation, 90, &tokens);
    let quotation = quotations.first().copied();
    let mut voiced = None;
    // The same quotation is closed, and cued, in a later sentence.
    if let Some(quotation) = quotation.filter(|quotation| quotation.last >= tokens.end) {
        for later in &lines[n + 1..] {
            if later.tokens.start > quotation.last {
                break;
            }
            if later.tokens.end > quotation.last
                && let Some(found) = voice(later, false)
            {
                voiced = Some(found);
                break;
            }
        }
    }
    // The same quotation was opened, and cued, in an earlier one; or it goes on from there.
    if voiced.is_none() {
        for back in (n.saturating_sub(BACK)..n).rev() {
            if let Some(found) = voice(&lines[back], true) {
                voiced = Some(found);
                break;
            }
            let plain = !words[lines[back].tokens.clone()]
                .iter()
                .any(|word| word.quoted);
            let colon = ends_with_colon(&lines[back], words);
            if plain && !colon && back + 1 < n {
                break;
            }
        }
    }
    if let Some(voiced) = voiced {
        finding.source = Some(voiced.source);
        finding.cue = voiced.cue;
        finding.stance = voiced.stance;
    } else {
        finding.confidence = 80;
    }
    finding
}

fn ends_with_colon(line: &Line, words: &[Word]) -> bool {
    words[line.tokens.clone()]
        .last()
        .is_some_and(|word| matches!(word.kind(), Kind::Colon | Kind::Comma))
}

/// A sentence after one that ends with a colon and has somebody speak.
fn announced(lines: &[Line], n: usize, words: &[Word]) -> Option<Finding> {
    let before = lines.get(n.checked_sub(1)?)?;
    let goes_on = !lines[n].starts_paragraph
        && before
            .findings
            .iter()
            .any(|finding| finding.rule == Rule::Announced);
    let found = if goes_on {
        voice(before, true).or_else(|| announced_voice(before))
    } else if words[before.tokens.clone()]
        .last()
        .is_some_and(|word| word.kind() == Kind::Colon)
    {
        voice(before, true).or_else(|| any_voice(before))
    } else {
        None
    }?;
    if lines[n]
        .findings
        .iter()
        .any(|finding| finding.confidence >= 70)
    {
        return None;
    }
    let mut finding = unsaid(Rule::Announced, 72, &lines[n].tokens);
    finding.source = Some(found.source);
    finding.cue = found.cue;
    finding.stance = found.stance;
    Some(finding)
}

fn announced_voice(line: &Line) -> Option<Voice> {
    line.findings
        .iter()
        .find(|finding| finding.rule == Rule::Announced)
        .and_then(|finding| {
            Some(Voice {
                source: finding.source.clone()?,
                cue: finding.cue.clone(),
                stance: finding.stance,
            })
        })
}

fn any_voice(line: &Line) -> Option<Voice> {
    line.findings.iter().find_map(|finding| {
        Some(Voice {
            source: finding.source.clone()?,
            cue: finding.cue.clone(),
            stance: finding.stance,
        })
    })
}

//! Quotations: what stands between two marks, cut at the ends of sentences.

use super::reading::Reading;
use super::{Atom, AtomKind};
use crate::CodePointSpan;
use crate::tokens::{Kind, Quote};

/// An opening mark that waits for its closing one.
#[derive(Clone, Copy)]
struct Open {
    /// The token behind the mark.
    from: usize,
    /// Whether it is a single mark; these do not close double ones.
    single: bool,
}

/// Finds the outermost quotations. A paragraph's end closes one whose next paragraph opens again,
/// as newspapers print long quotations, and drops any other that still stands open.
pub(super) fn find(reading: &Reading, atoms: &mut Vec<Atom>) {
    let mut open: Option<Open> = None;
    let mut sentence = 0;
    let mut last_byte = 0;
    for at in 0..reading.words.len() {
        let token = reading.words[at].token;
        let gap = reading
            .text
            .get(last_byte..token.byte as usize)
            .unwrap_or_default();
        last_byte = token.byte_end as usize;
        let facing = match token.kind {
            Kind::Quote(facing) => Some(facing),
            _ => None,
        };
        if gap.contains('\n')
            && let Some(left) = open.take()
        {
            let goes_on = matches!(facing, Some(Quote::Opens | Quote::Either));
            if goes_on {
                sentence = emit(reading, atoms, sentence, left.from..at);
            }
        }
        let Some(facing) = facing else {
            continue;
        };
        let single = is_single(reading.str(at));
        match open {
            Some(left) if left.single == single && facing != Quote::Opens => {
                sentence = emit(reading, atoms, sentence, left.from..at);
                open = None;
            }
            Some(_) => {}
            None if facing != Quote::Closes => {
                open = Some(Open {
                    from: at + 1,
                    single,
                })
            }
            None => {}
        }
    }
}

fn is_single(mark: &str) -> bool {
    matches!(mark, "'" | "’" | "‘" | "‚" | "‹" | "›" | "`")
}

/// One atom for each sentence that has words of the quotation; gives the sentence reached.
fn emit(
    reading: &Reading,
    atoms: &mut Vec<Atom>,
    mut sentence: usize,
    tokens: std::ops::Range<usize>,
) -> usize {
    while sentence < reading.sentences.len() {
        let range = reading.range(sentence);
        let from = range.start.max(tokens.start);
        let end = range.end.min(tokens.end);
        if from < end && (from..end).any(|at| reading.words[at].is_word()) {
            let span = CodePointSpan {
                start: reading.words[from].token.span.start,
                end: reading.words[end - 1].token.span.end,
            };
            atoms.push(Atom {
                sentence: u32::try_from(sentence).unwrap_or(u32::MAX),
                span,
                whole: span,
                kind: AtomKind::Quotation,
                value: None,
            });
        }
        if range.end >= tokens.end {
            break;
        }
        sentence += 1;
    }
    sentence
}

//! Units: the sentences and parts that people tag, made of the first segmentation and of the
//! boundaries that people added or removed. Labels come from the first segmentation alone, so
//! that what one person calls 9 stays 9 whatever another one splits or joins.

use std::collections::BTreeMap;

use crate::draft::Draft;
use crate::error::{Code, Error, Result};
use crate::label::{Label, Name, Series};
use crate::text::{CodePoint, Span};
use crate::view::BlockKind;

/// What people said of boundaries, by place: `true`, one stands before this code point; `false`,
/// none does. Places where nobody said anything are as the first segmentation has them.
pub type Boundaries = BTreeMap<CodePoint, bool>;

/// A sentence, a part of one, or several joined: what a tag is given to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unit {
    /// Its words, without white space at the ends.
    pub span: Span,
    /// What people call it.
    pub label: Label,
    /// The block it is in: an index into [`Draft::blocks`].
    pub block: usize,
}

/// A stretch with a name: a whole sentence of the first segmentation, or a part of one.
struct Piece {
    span: Span,
    name: Name,
    block: usize,
    /// Whether a unit starts here; else the piece is joined to the one before.
    starts: bool,
}

/// The units of a draft, in the order of its text: they lie in one block each and together hold
/// every code point that is not white space.
///
/// Only the starts of `base` count, in any order; a sentence ends where the next one or the next
/// block starts. A boundary that lies in white space is one before the next word; where several
/// come to lie at one place, the last one counts; at the edges of a block none does. One pass.
#[must_use]
pub fn units(draft: &Draft, base: &[Span], boundaries: &Boundaries) -> Vec<Unit> {
    let mut out: Vec<Unit> = Vec::with_capacity(base.len());
    for piece in pieces(draft, base, boundaries) {
        match out.last_mut() {
            Some(unit) if !piece.starts => {
                unit.span.end = piece.span.end;
                unit.label.to = piece.name;
            }
            _ => out.push(Unit {
                span: piece.span,
                label: Label {
                    from: piece.name,
                    to: piece.name,
                },
                block: piece.block,
            }),
        }
    }
    out
}

fn pieces(draft: &Draft, base: &[Span], boundaries: &Boundaries) -> Vec<Piece> {
    let mut starts: Vec<u32> = base.iter().map(|span| span.start.0).collect();
    starts.sort_unstable();
    let mut starts = starts.into_iter().peekable();
    let mut said = boundaries.iter().peekable();

    let mut out: Vec<Piece> = Vec::with_capacity(base.len());
    let mut counted = [0_u32; Series::COUNT];
    let (mut block, mut opening) = (0_usize, true);
    let (mut sentence, mut boundary) = (false, None);
    for (at, c) in (0_u32..).zip(draft.text().chars()) {
        while starts.next_if(|start| *start <= at).is_some() {
            sentence = true;
        }
        while let Some((_, stands)) = said.next_if(|(place, _)| place.0 <= at) {
            boundary = Some(*stands);
        }
        if c == '\n' {
            block += 1;
            (opening, sentence, boundary) = (true, false, None);
        } else if !c.is_whitespace() {
            let new = std::mem::take(&mut sentence) || opening;
            let starts = boundary.take().unwrap_or(new) || opening;
            if new {
                let series = series(draft, block);
                let number = &mut counted[series as usize];
                *number += 1;
                let name = Name {
                    series,
                    number: *number,
                    part: 0,
                };
                out.push(Piece {
                    span: Span::new(at, at),
                    name,
                    block,
                    starts,
                });
            } else if starts && let Some(before) = out.last_mut() {
                before.name.part = before.name.part.max(1);
                let name = Name {
                    part: before.name.part + 1,
                    ..before.name
                };
                out.push(Piece {
                    span: Span::new(at, at),
                    name,
                    block,
                    starts,
                });
            }
            if let Some(piece) = out.last_mut() {
                piece.span.end = CodePoint(at + 1);
            }
            opening = false;
        }
    }
    out
}

fn series(draft: &Draft, block: usize) -> Series {
    draft
        .blocks()
        .get(block)
        .map_or(Series::Body, |(kind, _)| Series::of(*kind))
}

/// Index of the unit in which a code point lies; `None` between units and past the last one.
#[must_use]
pub fn unit_at(units: &[Unit], at: CodePoint) -> Option<usize> {
    let after = units.partition_point(|unit| unit.span.start <= at);
    let index = after.checked_sub(1)?;
    (at < units.get(index)?.span.end).then_some(index)
}

/// Where a boundary is to be added so that the unit is split at `at`: the first code point of
/// the new part, which is `at` itself unless that lies in white space.
///
/// # Errors
/// `SentenceUnknown` if there is no such unit; `BoundaryRefused` where a side would be empty.
pub fn check_split(draft: &Draft, units: &[Unit], unit: usize, at: CodePoint) -> Result<CodePoint> {
    let unit = get(units, unit)?;
    let Span { start, end } = unit.span;
    if at <= start || at >= end {
        return Err(Error::new(
            Code::BoundaryRefused,
            format!(
                "Sentence {} cannot be split at {}: it runs from {} to {}.",
                unit.label, at.0, start.0, end.0
            ),
            "Give a place after its first character and before its end, counted from the start of the article's text.",
        ));
    }
    let spaces = draft
        .slice(Span { start: at, end })
        .chars()
        .take_while(|c| c.is_whitespace())
        .count();
    Ok(CodePoint(at.0 + u32::try_from(spaces).unwrap_or(0)))
}

/// Where a boundary is to be removed so that the unit is joined with the next one.
///
/// # Errors
/// `SentenceUnknown` if there is no such unit; `BoundaryRefused` if it is the last of its block.
pub fn check_join(draft: &Draft, units: &[Unit], unit: usize) -> Result<CodePoint> {
    let this = get(units, unit)?;
    match units.get(unit + 1) {
        Some(next) if next.block == this.block => Ok(next.span.start),
        _ => {
            let block = draft
                .blocks()
                .get(this.block)
                .map_or("block", |(kind, _)| noun(*kind));
            Err(Error::new(
                Code::BoundaryRefused,
                format!(
                    "Sentence {} is the last of its {block}: there is nothing to join it with.",
                    this.label
                ),
                format!("A sentence is joined with the one after it, within its {block}."),
            ))
        }
    }
}

fn get(units: &[Unit], unit: usize) -> Result<&Unit> {
    units.get(unit).ok_or_else(|| {
        Error::new(
            Code::SentenceUnknown,
            format!(
                "There is no sentence at position {}.",
                unit.saturating_add(1)
            ),
            crate::range::existing(units),
        )
    })
}

/// What a kind of block is called in a sentence.
const fn noun(kind: BlockKind) -> &'static str {
    match kind {
        BlockKind::Headline => "headline",
        BlockKind::Deck => "deck",
        BlockKind::Heading => "heading",
        BlockKind::Paragraph => "paragraph",
        BlockKind::ListItem => "list item",
        BlockKind::Quotation => "quotation",
        BlockKind::Caption => "caption",
        BlockKind::Credit => "credit",
        BlockKind::TableCell => "table cell",
    }
}

#[cfg(test)]
#[path = "units_tests.rs"]
mod tests;

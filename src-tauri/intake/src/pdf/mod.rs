//! PDF → blocks. A page holds letters with places and nothing else: lines, columns, paragraphs and
//! headings are found by how they are set.
//!
//! Letters → words → rows ([`words`]), without running heads ([`furniture`]); tables ([`tables`])
//! and columns ([`columns`]) → lines in reading order; without footnotes ([`notes`]); lines →
//! paragraphs ([`paragraphs`]) → blocks ([`write`]), words healed where a line cut them
//! ([`hyphens`]).

mod columns;
mod furniture;
mod glyphs;
mod guard;
mod hyphens;
mod initials;
mod links;
mod lists;
mod meta;
mod notes;
mod pages;
mod paragraphs;
mod strings;
mod tables;
mod usual;
mod words;
mod write;

use std::panic::{AssertUnwindSafe, catch_unwind};

use hayro_interpret::hayro_syntax::{DecryptionError, LoadPdfError, Pdf};
use stet_core::error::{Code, Error, Result};
use stet_core::view::BlockKind;

use crate::document::LeftOut;
use crate::{MOST_BLOCKS, Parsed, too_large};

use columns::Line;
use hyphens::Vocabulary;
use pages::Pages;
use usual::Usual;
use words::Word;
use write::Writer;

/// The most pages that are read.
const MOST_PAGES: usize = 3_000;
/// The most words that are read: twenty long novels.
const MOST_WORDS: usize = 2_000_000;

/// Reads a PDF.
pub fn parse(called: &str, bytes: &[u8]) -> Result<Parsed> {
    guard::check(called, bytes)?;
    // The interpreter cannot be told to stop, and may hold a fault: both end here.
    match catch_unwind(AssertUnwindSafe(|| read(called, bytes))) {
        Ok(parsed) => parsed,
        Err(reason) if reason.is::<glyphs::TooMuch>() => Err(too_large(format!(
            "{called} draws more on one page than Stet reads."
        ))),
        Err(_) => Err(damaged(called)),
    }
}

fn damaged(called: &str) -> Error {
    Error::new(
        Code::FileDamaged,
        format!("{called} is damaged, or no PDF: it cannot be read."),
        "Open it in a PDF viewer and save it again, or copy the article's text from there.",
    )
}

fn locked(called: &str, why: DecryptionError) -> Error {
    let password = matches!(why, DecryptionError::PasswordProtected);
    Error::new(
        Code::FileLocked,
        if password {
            format!("{called} is encrypted and opens with a password only.")
        } else {
            format!("{called} is encrypted in a way that Stet cannot undo.")
        },
        "Open it in a PDF viewer, save it without a password, and import that.",
    )
}

fn read(called: &str, bytes: &[u8]) -> Result<Parsed> {
    let pdf = Pdf::new(bytes.to_vec()).map_err(|error| match error {
        LoadPdfError::Decryption(why) => locked(called, why),
        LoadPdfError::Invalid => damaged(called),
    })?;
    let count = pdf.pages().len();
    if count == 0 {
        return Err(Error::new(
            Code::FileEmpty,
            format!("{called} has no pages."),
            "Choose a file with the article's text in it.",
        ));
    }
    if count > MOST_PAGES {
        return Err(too_large(format!(
            "{called} has {count} pages; Stet reads up to {MOST_PAGES}."
        )));
    }
    let pages = Pages::read(called, &pdf)?;
    let mut parsed = assemble(pages.rows, &pages.grids, &pages.links);
    parsed.notes = pages.notes;
    parsed.meta = meta::of(&pdf);
    Ok(parsed)
}

/// A left-out row: its page, whether it stands above the text, its words, why it is left out.
type Furniture = (usize, bool, Vec<Word>, LeftOut);

/// Rows of all pages → blocks.
fn assemble(rows: Vec<Vec<words::Row>>, grids: &[Vec<tables::Grid>], links: &[String]) -> Parsed {
    let (lines, left_out) = lines_of(rows, grids);
    let size = words::usual_size(
        lines
            .iter()
            .flat_map(|line| &line.words)
            .filter(|word| !word.raised),
    );
    let (lines, notes) = notes::take(lines, size);
    let vocabulary = Vocabulary::of(lines.iter());
    let usual = Usual::of(&lines, size);
    let paragraphs = paragraphs::group(lines, &usual, &vocabulary);
    let kinds = kinds(&paragraphs, &usual);
    let mut writer = Writer::new(&vocabulary, links, notes);
    let mut left_out = left_out.into_iter().peekable();
    for (paragraph, kind) in paragraphs.iter().zip(kinds) {
        if writer.builder.len() > MOST_BLOCKS {
            break;
        }
        let page = paragraph.lines.first().map_or(0, |line| line.page);
        while let Some((_, _, words, why)) =
            left_out.next_if(|(at, above, ..)| *at < page || *at == page && *above)
        {
            writer.furniture(&words, why);
        }
        writer.paragraph(paragraph, kind);
    }
    for (_, _, words, why) in left_out {
        writer.furniture(&words, why);
    }
    // Notes that nothing in the text points at stay readable, at the end.
    for note in std::mem::take(&mut writer.notes) {
        if !note.met {
            writer.builder.text(&note.mark);
            writer.builder.text(" ");
            let paragraph = paragraphs::Paragraph {
                lines: note.lines,
                mark: None,
            };
            writer.paragraph(&paragraph, BlockKind::Paragraph);
        }
    }
    let (blocks, remarks) = writer.builder.finish();
    Parsed {
        blocks,
        remarks,
        ..Parsed::default()
    }
}

/// Rows → lines in reading order, and what runs on every page.
fn lines_of(
    rows: Vec<Vec<words::Row>>,
    grids: &[Vec<tables::Grid>],
) -> (Vec<Line>, Vec<Furniture>) {
    let mut lines = Vec::new();
    let mut left_out = Vec::new();
    let mut order = columns::Order::default();
    for (page, marked) in furniture::mark(rows).into_iter().enumerate() {
        let middle = marked.len() / 2;
        let mut rows = Vec::with_capacity(marked.len());
        for (at, (row, why)) in marked.into_iter().enumerate() {
            match why {
                None => rows.push(row),
                Some(why) => left_out.push((page, at < middle, row.words, why)),
            }
        }
        initials::settle(&mut rows);
        let mut tables = Vec::new();
        for grid in grids.get(page).into_iter().flatten() {
            tables.push(grid.take(&mut rows, page));
            rows.push(grid.placeholder());
        }
        rows.retain(|row| !row.words.is_empty());
        rows.sort_by(|a, b| a.y.total_cmp(&b.y));
        // Tables by their place from top to bottom, as their stand-ins came.
        let mut tables = tables.into_iter();
        for line in tables::cells(order.page(page, &rows)) {
            if line.words.iter().any(|word| word.text == "\u{fffc}") {
                let cells = tables.next().into_iter().flatten();
                lines.extend(cells.map(|cell| Line {
                    column: line.column,
                    ..cell
                }));
            } else {
                lines.push(line);
            }
        }
    }
    (lines, left_out)
}

/// The fewest words that make the line below a headline a deck, and no first heading.
const FEWEST_DECK_WORDS: usize = 6;

/// What each paragraph is; of the largest headings, the first on the first page is the headline.
fn kinds(paragraphs: &[paragraphs::Paragraph], usual: &Usual) -> Vec<BlockKind> {
    let mut kinds: Vec<BlockKind> = paragraphs
        .iter()
        .map(|paragraph| write::kind(paragraph, usual))
        .collect();
    let size = |at: usize| paragraphs[at].lines.first().map_or(0.0, |line| line.size);
    let headings = || (0..kinds.len()).filter(|at| kinds[*at] == BlockKind::Heading);
    let largest = headings().map(size).fold(0.0, f64::max);
    let headline = headings().find(|at| {
        size(*at) > largest - 0.3
            && paragraphs[*at].lines.iter().all(|line| line.page == 0)
            && largest > 1.12 * usual.size
    });
    // What stands above the headline (a section's name) may be large too: it stays a heading.
    if let Some(at) = headline {
        let deck = kinds.get(at + 1) == Some(&BlockKind::Heading)
            && size(at + 1) < size(at) - 0.5
            && paragraphs[at + 1].words() >= FEWEST_DECK_WORDS;
        kinds[at] = BlockKind::Headline;
        if deck {
            kinds[at + 1] = BlockKind::Deck;
        }
    }
    // Words in small letters beside a table are its caption.
    let cell =
        |at: Option<usize>| at.is_some_and(|at| kinds.get(at) == Some(&BlockKind::TableCell));
    let captions: Vec<usize> = (0..kinds.len())
        .filter(|at| kinds[*at] == BlockKind::Paragraph && size(*at) < 0.95 * usual.size)
        .filter(|at| cell(at.checked_sub(1)) || cell(Some(at + 1)))
        .filter(|at| paragraphs[*at].lines.len() <= 3)
        .collect();
    for at in captions {
        kinds[at] = BlockKind::Caption;
    }
    kinds
}

#[cfg(test)]
mod tests;

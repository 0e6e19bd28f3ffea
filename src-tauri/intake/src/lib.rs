//! Bytes of any format that Stet reads → title, blocks, notes. Pure: no file, network or clock is
//! touched here, and whatever the bytes are, they are read or refused, in time that grows with
//! their number.

mod decode;
mod format;
mod markdown;
mod nesting;
mod plain;
mod title;
mod wrap;

use stet_core::draft::{Block, collapse};
use stet_core::error::{Code, Error, Result};

pub use format::Format;

/// The largest file that is read, in bytes.
pub const MOST_BYTES: usize = 32 * 1024 * 1024;
/// The most blocks that an article may have: twenty long novels.
pub const MOST_BLOCKS: usize = 200_000;

/// What was found in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// The headline; else what the file calls itself; else how its first sentence begins.
    pub title: String,
    /// Its blocks in order, none without words; not yet canonical text.
    pub blocks: Vec<Block>,
    /// What the person should know of the reading: whole sentences, ready to be shown.
    pub notes: Vec<String>,
    /// What it was read as.
    pub format: Format,
}

/// What a parser of a format makes of a text.
struct Parsed {
    /// What the file calls itself, where that is not its headline.
    title: Option<String>,
    /// Those in order; parsers stop after one more than [`MOST_BLOCKS`].
    blocks: Vec<Block>,
    notes: Vec<String>,
}

/// Reads a file. Of `name` only the end counts, and only for the format; `-` and names without an
/// extension are plain text.
///
/// # Errors
/// `FileEmpty` without words, `FileTooLarge` beyond [`MOST_BYTES`] or [`MOST_BLOCKS`],
/// `FormatUnknown` for a known other format, `FileBinary` for what is no text at all.
pub fn read(name: &str, bytes: &[u8]) -> Result<Document> {
    let called = if name == "-" { "The text" } else { name };
    if bytes.len() > MOST_BYTES {
        let mib = bytes.len().div_ceil(1024 * 1024);
        return Err(too_large(format!(
            "{called} has {mib} MiB; Stet reads up to {} MiB.",
            MOST_BYTES / 1024 / 1024
        )));
    }
    if bytes.is_empty() {
        return Err(empty(format!("{called} is empty.")));
    }
    let format = format::recognise(name, called, bytes)?;
    let (text, mut notes) = decode::decode(called, bytes)?;
    let parsed = match format {
        Format::Text => plain::parse(&text),
        Format::Markdown => markdown::parse(&text),
    };
    notes.extend(parsed.notes);

    let mut blocks = parsed.blocks;
    let dropped: usize = blocks.iter_mut().map(|block| scrub(&mut block.text)).sum();
    if dropped > 0 {
        let (characters, were) = if dropped == 1 {
            ("character", "was")
        } else {
            ("characters", "were")
        };
        notes.push(format!(
            "{dropped} control {characters} that cannot be shown {were} left out."
        ));
    }
    blocks.retain(|block| !block.text.trim().is_empty());
    if blocks.is_empty() {
        return Err(empty(format!(
            "There are no words in {}.",
            if name == "-" { "the text" } else { name }
        )));
    }
    if blocks.len() > MOST_BLOCKS {
        return Err(too_large(format!(
            "{called} has more than {MOST_BLOCKS} paragraphs, the most that Stet reads."
        )));
    }
    title::find_headline(&mut blocks);
    let mut title = title::of(&blocks, parsed.title.as_deref());
    scrub(&mut title);
    Ok(Document {
        title,
        blocks,
        notes,
        format,
    })
}

fn empty(message: String) -> Error {
    Error::new(
        Code::FileEmpty,
        message,
        "Choose a file with the article's text in it.",
    )
}

fn too_large(message: String) -> Error {
    Error::new(
        Code::FileTooLarge,
        message,
        "Import a part of it at a time.",
    )
}

/// Takes out what no report could hold (controls other than white space, and code points that
/// are no characters); says how many there were.
fn scrub(text: &mut String) -> usize {
    let stays = |c: char| {
        let is_none = matches!(u32::from(c), 0xFDD0..=0xFDEF) || u32::from(c) & 0xFFFE == 0xFFFE;
        !is_none && (!c.is_control() || c.is_whitespace())
    };
    let dropped = text.chars().filter(|c| !stays(*c)).count();
    if dropped > 0 {
        text.retain(stays);
    }
    dropped
}

/// A block's words in one line, for measuring and titles.
fn one_line(block: &Block) -> String {
    collapse(&block.text)
}

#[cfg(test)]
mod tests;

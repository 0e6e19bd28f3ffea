//! Bytes of any format that Stet reads → title, blocks, notes. Pure: no file, network or clock is
//! touched here, and whatever the bytes are, they are read or refused, in time that grows with
//! their number.

mod archive;
mod builder;
mod decode;
pub mod document;
mod docx;
mod epub;
mod field;
mod format;
mod html;
mod mail;
mod markdown;
mod nesting;
mod odt;
mod pdf;
mod plain;
mod refusal;
mod rtf;
mod scrub;
mod shape;
mod symbols;
mod tidy;
mod title;
mod wrap;
mod writer;
mod xml;

use stet_core::draft::collapse;
use stet_core::error::{Code, Error, Result};

pub use document::{Choices, Document};
use document::{Encoding, FoundBlock, Meta, Remark};
pub use format::Format;
use scrub::{scrub, scrub_all};

/// The largest file that is read, in bytes.
pub const MOST_BYTES: usize = 32 * 1024 * 1024;
/// The most blocks that an article may have: twenty long novels.
pub const MOST_BLOCKS: usize = 200_000;

/// What a format's parser makes of a file.
#[derive(Default)]
struct Parsed {
    /// What the file says of itself; a title only where that is not its headline.
    meta: Meta,
    /// Those in order; parsers stop after one more than [`MOST_BLOCKS`].
    blocks: Vec<FoundBlock>,
    remarks: Vec<Remark>,
    notes: Vec<String>,
    encoding: Option<Encoding>,
    tracked_changes: bool,
}

/// Reads a file. Of `name` only the end counts, and only for the format; `-` and names without an
/// extension are plain text unless their bytes say otherwise.
///
/// # Errors
/// `FileEmpty` without words, `FileTooLarge` beyond [`MOST_BYTES`] or [`MOST_BLOCKS`],
/// `FormatUnknown` for a known other format, `FileBinary` for what is no text at all.
pub fn read(name: &str, bytes: &[u8], choices: &Choices) -> Result<Document> {
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
    let parsed = parse(format, called, bytes, choices)?;
    finish(name, called, format, parsed)
}

/// Whether this is a label of the Encoding Standard, such as a server may send.
#[must_use]
pub fn knows_encoding(label: &str) -> bool {
    encoding_rs::Encoding::for_label(label.as_bytes()).is_some()
}

/// Gives the bytes to the format's parser: the one place where formats and parsers meet.
fn parse(format: Format, called: &str, bytes: &[u8], choices: &Choices) -> Result<Parsed> {
    let of_text = |parser: fn(&str) -> Parsed| {
        let hints = decode::Hints {
            chosen: choices.encoding.as_deref(),
            ..decode::Hints::default()
        };
        let decoded = decode::decode(called, bytes, hints)?;
        let mut parsed = parser(&decoded.text);
        parsed.notes.splice(0..0, decoded.notes);
        parsed.encoding = Some(decoded.encoding);
        Ok(parsed)
    };
    match format {
        Format::Text => of_text(plain::parse),
        Format::Markdown => of_text(markdown::parse),
        Format::Html => html::parse(called, bytes, choices),
        Format::Eml => mail::parse_eml(called, bytes),
        Format::Msg => mail::parse_msg(called, bytes),
        Format::Pdf => pdf::parse(called, bytes),
        Format::Docx => docx::parse(called, bytes, choices.changes),
        Format::Odt => odt::parse(called, bytes, choices.changes),
        Format::Epub => epub::parse(called, bytes),
        Format::Rtf => rtf::parse(called, bytes, choices.changes),
    }
}

/// What holds for every format: no control characters, a title, limits.
fn finish(name: &str, called: &str, format: Format, mut parsed: Parsed) -> Result<Document> {
    let dropped = scrub_all(&mut parsed.blocks, &mut parsed.remarks);
    if dropped > 0 {
        let (characters, were) = if dropped == 1 {
            ("character", "was")
        } else {
            ("characters", "were")
        };
        parsed.notes.push(format!(
            "{dropped} control {characters} that cannot be shown {were} left out."
        ));
    }
    drop_empty(&mut parsed);
    if format == Format::Html && !parsed.blocks.iter().any(|block| block.left_out.is_none()) {
        return Err(Error::new(
            Code::FileEmpty,
            format!(
                "No article was found in {}.",
                if name == "-" { "the page" } else { name }
            ),
            "If there is one, open the page, copy the article's text and paste it.",
        ));
    }
    if parsed.blocks.iter().all(|block| block.left_out.is_some()) {
        return Err(empty(format!(
            "There are no words in {}.",
            if name == "-" { "the text" } else { name }
        )));
    }
    if parsed.blocks.len() > MOST_BLOCKS {
        return Err(too_large(format!(
            "{called} has more than {MOST_BLOCKS} paragraphs, the most that Stet reads."
        )));
    }
    title::find_headline(&mut parsed.blocks);
    parsed.meta.title = title::of(&parsed.blocks, &parsed.meta.title);
    let meta = &mut parsed.meta;
    for text in meta.authors.iter_mut().chain([
        &mut meta.title,
        &mut meta.publisher,
        &mut meta.published,
        &mut meta.url,
        &mut meta.language,
    ]) {
        scrub(text);
    }
    Ok(Document {
        meta: parsed.meta,
        blocks: parsed.blocks,
        remarks: parsed.remarks,
        notes: parsed.notes,
        format,
        encoding: parsed.encoding,
        tracked_changes: parsed.tracked_changes,
    })
}

/// Takes out blocks without words; remarks keep pointing at theirs.
fn drop_empty(parsed: &mut Parsed) {
    let mut places = Vec::with_capacity(parsed.blocks.len());
    let mut kept = 0_u32;
    parsed.blocks.retain(|block| {
        let has_words = !block.text.trim().is_empty();
        places.push(has_words.then_some(kept));
        kept += u32::from(has_words);
        has_words
    });
    parsed.remarks.retain_mut(|remark| {
        let place = places.get(remark.block as usize).copied().flatten();
        remark.block = place.unwrap_or_default();
        place.is_some()
    });
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

/// A block's words in one line, for measuring and titles.
fn one_line(block: &FoundBlock) -> String {
    collapse(&block.text)
}

#[cfg(test)]
mod tests;

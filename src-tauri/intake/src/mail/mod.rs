//! E-mails → blocks: the newest message's own words. What it quotes of earlier ones, and its
//! signature, are left out where they stand; what was forwarded is what was sent.

mod eml;
mod html;
mod msg;
mod phrases;
mod thread;

use std::panic::{AssertUnwindSafe, catch_unwind};

use stet_core::error::Result;

use crate::document::{FoundBlock, LeftOut, Meta};
use crate::{Parsed, plain, refusal};

/// What a message holds, whatever its format.
#[derive(Debug, Default)]
struct Mail {
    meta: Meta,
    text: Option<Text>,
    /// Its page, where it has one.
    markup: Option<String>,
    /// Names of files that came with it.
    attachments: Vec<String>,
}

/// A message's plain text.
#[derive(Debug, Default)]
struct Text {
    words: String,
    /// Whether its line breaks are marked as soft ones (RFC 3676), and then whether the space
    /// before them belongs to the text.
    flowed: Option<thread::Flowed>,
}

/// Reads an e-mail as it is sent (RFC 5322).
///
/// # Errors
/// `FileDamaged` without a head, `FileTooLarge` nested without end.
pub fn parse_eml(called: &str, bytes: &[u8]) -> Result<Parsed> {
    guarded(called, || Ok(into_blocks(eml::read(called, bytes)?)))
}

/// Reads an e-mail as Outlook keeps it.
///
/// # Errors
/// `FileDamaged` where it is none.
pub fn parse_msg(called: &str, bytes: &[u8]) -> Result<Parsed> {
    guarded(called, || Ok(into_blocks(msg::read(called, bytes)?)))
}

/// A fault in a library is a damaged file.
fn guarded(called: &str, read: impl FnOnce() -> Result<Parsed>) -> Result<Parsed> {
    catch_unwind(AssertUnwindSafe(read))
        .unwrap_or_else(|_| Err(refusal::damaged(called, "it is no e-mail that can be read")))
}

fn into_blocks(mail: Mail) -> Parsed {
    let words = mail.text.filter(|text| !text.words.trim().is_empty());
    let page = mail.markup.as_deref().map(html::read);
    let mut parsed = match (page.filter(has_words), words) {
        (Some(page), _) => page,
        (None, Some(text)) => of_text(&text),
        (None, None) => Parsed::default(),
    };
    if !parsed.blocks.iter().any(is_own) {
        // Nothing new: what was sent on is what was sent.
        for block in &mut parsed.blocks {
            block.left_out = block.left_out.filter(|why| *why == LeftOut::Signature);
        }
    }
    let headline = parsed.meta.title;
    parsed.meta = mail.meta;
    if parsed.meta.title.is_empty() {
        parsed.meta.title = headline;
    }
    if let Some(note) = say_attachments(&mail.attachments) {
        parsed.notes.push(note);
    }
    parsed
}

fn is_own(block: &FoundBlock) -> bool {
    block.left_out.is_none() && block.text.chars().any(char::is_alphanumeric)
}

fn has_words(parsed: &Parsed) -> bool {
    parsed
        .blocks
        .iter()
        .any(|block| !block.text.trim().is_empty())
}

fn of_text(text: &Text) -> Parsed {
    let parts = thread::split(&text.words, text.flowed);
    let blocks = parts.iter().flat_map(|part| {
        let blocks = plain::parse(&part.text).blocks;
        blocks.into_iter().map(|block| FoundBlock {
            left_out: part.why,
            ..block
        })
    });
    Parsed {
        blocks: blocks.collect(),
        ..Parsed::default()
    }
}

/// The most names that are told.
const MOST_NAMES: usize = 6;

fn say_attachments(names: &[String]) -> Option<String> {
    let told: Vec<&str> = names.iter().take(MOST_NAMES).map(String::as_str).collect();
    let more = names.len().saturating_sub(MOST_NAMES);
    let told = match more {
        0 => told.join(", "),
        _ => format!("{} and {more} more", told.join(", ")),
    };
    match names.len() {
        0 => None,
        1 => Some(format!("What is attached to it is not read: {told}.")),
        count => Some(format!("Its {count} attachments are not read: {told}.")),
    }
}

#[cfg(test)]
pub(crate) mod tests;

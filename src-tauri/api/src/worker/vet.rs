//! A worker's answer may have been written by the file that it read: it is looked over before
//! anything is made of it.

use stet_core::error::{Code, Error};
use stet_intake::{Document, MOST_BLOCKS};

use crate::original::Original;

/// The most remarks that one article brings along.
const MOST_REMARKS: usize = 50_000;
/// Longest text of a remark, title or name, in characters; longer ones are cut.
const LONGEST_REMARK: usize = 10_000;
const LONGEST_TITLE: usize = 1_000;
const LONGEST_NAME: usize = 300;
const LONGEST_ADDRESS: usize = 2_000;
const MOST_AUTHORS: usize = 100;
/// The most that is said of the reading, and the longest of it.
const MOST_NOTES: usize = 50;
const LONGEST_NOTE: usize = 500;

/// A document in which every place is one and nothing is longer than the screen or the database
/// takes; what no reader of ours gives is refused, with the reason.
pub(super) fn document(mut document: Document) -> Result<Document, &'static str> {
    if document.blocks.is_empty() || document.blocks.len() > MOST_BLOCKS {
        return Err("the number of its blocks");
    }
    let shows = |text: &str| !text.chars().any(|c| c.is_control() && !c.is_whitespace());
    let mut lengths = Vec::with_capacity(document.blocks.len());
    for block in &document.blocks {
        if block.text.trim().is_empty() {
            return Err("a block without words");
        }
        if !shows(&block.text) {
            return Err("control characters");
        }
        lengths.push(block.text.chars().count());
    }
    for remark in &document.remarks {
        let Some(length) = lengths.get(remark.block as usize) else {
            return Err("a remark on no block");
        };
        if remark.start > remark.end || remark.end.0 as usize > *length {
            return Err("a remark outside its block");
        }
    }
    let over = document.remarks.len().saturating_sub(MOST_REMARKS);
    if over > 0 {
        document.remarks.truncate(MOST_REMARKS);
        document
            .notes
            .push(format!("{over} comments, notes and links were left out."));
    }
    for remark in &mut document.remarks {
        cut(&mut remark.text, LONGEST_REMARK);
        cut(&mut remark.author, LONGEST_NAME);
    }
    let meta = &mut document.meta;
    meta.authors.truncate(MOST_AUTHORS);
    for (text, longest) in [
        (&mut meta.title, LONGEST_TITLE),
        (&mut meta.publisher, LONGEST_NAME),
        (&mut meta.language, LONGEST_NAME),
    ]
    .into_iter()
    .chain(meta.authors.iter_mut().map(|name| (name, LONGEST_NAME)))
    {
        cut(text, longest);
    }
    if !stet_core::time::is_date(&meta.published) {
        meta.published.clear();
    }
    if meta.url.len() > LONGEST_ADDRESS || !crate::is_web_address(&meta.url) {
        meta.url.clear();
    }
    document.notes.truncate(MOST_NOTES);
    for note in &mut document.notes {
        cut(note, LONGEST_NOTE);
    }
    Ok(document)
}

/// An error of the worker's, of those that reading can end with.
pub(super) fn error(mut error: Error, original: &Original) -> Error {
    let code = error.code.as_str();
    let known = code.starts_with("file-")
        || code.starts_with("reader-")
        || matches!(error.code, Code::FormatUnknown | Code::ValueRefused);
    if !known {
        error.code = Code::ReaderStopped;
    }
    if error.code == Code::ReaderStopped && error.hint.is_empty() {
        error.message = format!(
            "The reader stopped at {}: it may be damaged.",
            super::parent::called(original)
        );
        error.hint =
            "Save it anew in the program it comes from, or copy its text and paste it.".into();
    }
    cut(&mut error.message, LONGEST_NOTE);
    cut(&mut error.hint, LONGEST_NOTE);
    error
}

/// Cuts a text to so many characters in one line; the last one says that there was more.
fn cut(text: &mut String, longest: usize) {
    text.retain(|c| !c.is_control() || c.is_whitespace());
    if let Some((at, _)) = text.char_indices().nth(longest) {
        text.truncate(at);
        text.push('…');
    }
}

#[cfg(test)]
mod tests {
    use stet_core::{text::CodePoint, view::RemarkKind};
    use stet_intake::{Choices, document::Remark};

    use super::*;

    #[test]
    fn an_answer_that_no_reader_gives_is_refused() {
        let sound = stet_intake::read("a.txt", b"One.\n\nTwo.", &Choices::default()).unwrap();
        let remark = |block, start, end| Remark {
            block,
            start: CodePoint(start),
            end: CodePoint(end),
            kind: RemarkKind::Comment,
            author: String::new(),
            text: "x".into(),
        };
        assert!(document(sound.clone()).is_ok());
        type Change = fn(&mut Document);
        let text: [(&str, Change); 3] = [
            ("no blocks", |it| it.blocks.clear()),
            ("an empty block", |it| it.blocks[0].text = " ".into()),
            ("a control character", |it| {
                it.blocks[0].text = "a\u{1b}[2J".into()
            }),
        ];
        for (why, change) in text {
            let mut changed = sound.clone();
            change(&mut changed);
            assert!(document(changed).is_err(), "{why}");
        }
        for (why, remark, passes) in [
            ("on a block", remark(1, 0, 4), true),
            ("at its end", remark(1, 4, 4), true),
            ("on no block", remark(2, 0, 1), false),
            ("beyond its end", remark(1, 0, 5), false),
            ("reversed", remark(1, 3, 1), false),
        ] {
            let mut changed = sound.clone();
            changed.remarks.push(remark);
            assert_eq!(document(changed).is_ok(), passes, "{why}");
        }
        let mut changed = sound;
        changed.meta.url = "javascript:alert(1)".into();
        changed.meta.published = "soon".into();
        changed.meta.title = "t".repeat(5_000);
        let meta = document(changed).unwrap().meta;
        assert_eq!((meta.url.as_str(), meta.published.as_str()), ("", ""));
        assert_eq!(meta.title.chars().count(), LONGEST_TITLE + 1);
    }
}

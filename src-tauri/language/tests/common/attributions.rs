//! Texts marked with sentences, and what is attributed in them.

use stet_language::{Attribution, CodePointSpan, Confidence, attribute};

/// A text whose sentences are parted by ` | ` and its paragraphs by ` ¶ `.
pub struct Marked {
    pub text: String,
    pub sentences: Vec<CodePointSpan>,
    pub paragraphs: Vec<usize>,
}

impl Marked {
    pub fn read(marked: &str) -> Self {
        let mut read = Self {
            text: String::new(),
            sentences: Vec::new(),
            paragraphs: Vec::new(),
        };
        for paragraph in marked.split(" ¶ ") {
            read.paragraphs.push(read.sentences.len());
            for sentence in paragraph.split(" | ") {
                let start = read.text.chars().count();
                read.text.push_str(sentence);
                read.sentences.push(CodePointSpan {
                    start: start as u32,
                    end: read.text.chars().count() as u32,
                });
                read.text.push('\n');
            }
        }
        read
    }

    pub fn attributions(&self) -> Vec<Attribution> {
        attribute(&self.text, &self.sentences, &self.paragraphs, "en")
    }

    /// What the window shows without weak hints.
    pub fn shown(&self) -> Vec<Attribution> {
        let mut found = self.attributions();
        found.retain(|one| one.confidence >= Confidence::SHOWN);
        found
    }

    pub fn words(&self, span: Option<CodePointSpan>) -> String {
        span.map_or_else(String::new, |span| {
            self.text
                .chars()
                .skip(span.start as usize)
                .take((span.end - span.start) as usize)
                .collect()
        })
    }
}

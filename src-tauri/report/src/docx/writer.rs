//! The document as far as it is written: paragraphs, runs, bookmarks and links. Only `raw` takes
//! markup, and only ours; everything else is text.

use std::fmt::Write;

use stet_core::{report::Sentence, view::Standing};

use super::text::{Look, is_right_to_left, push_runs, styled};
use crate::{Notes, inert::link};

/// What a standing looks like: its glyph, the styles of the words and of the glyph, its name.
pub(super) struct Mark {
    pub glyph: &'static str,
    pub style: &'static str,
    pub glyph_style: &'static str,
    pub word: &'static str,
}

pub(super) const fn mark(standing: Standing) -> Mark {
    let (glyph, style, glyph_style, word) = match standing {
        Standing::Verified => ("✓", "StetVerified", "StetMarkVerified", "Verified"),
        Standing::Disputed => ("✗", "StetDisputed", "StetMarkDisputed", "Disputed"),
        Standing::AttributedOnly => (
            "❝",
            "StetAttributedOnly",
            "StetMarkAttributedOnly",
            "Attributed-only",
        ),
        Standing::NoClaim => ("–", "StetNoClaim", "StetMark", "No claim"),
        Standing::Untagged => ("○", "StetUntagged", "StetMark", "Untagged"),
        Standing::Disagreement => (
            "≠",
            "StetDisagreement",
            "StetMarkDisagreement",
            "Disagreement",
        ),
    };
    Mark {
        glyph,
        style,
        glyph_style,
        word,
    }
}

/// What a bookmark is on. Names are `s1_9`: the kind, the report in the dossier, the number in it.
#[derive(Clone, Copy)]
pub(super) enum Place {
    /// A sentence in the marked article.
    Sentence = b's' as isize,
    /// Its note.
    Note = b'n' as isize,
    /// A source in the list.
    Source = b'q' as isize,
}

/// The document and what belongs to it.
pub(super) struct Writer {
    /// The body, as markup.
    pub out: String,
    /// `comments.xml` without its root, and how many comments there are.
    pub comments: (String, usize),
    /// `endnotes.xml` without its root and its separators, and how many notes there are.
    pub endnotes: (String, usize),
    /// Addresses linked to; the n-th (from 0) is relationship `link{n}`.
    pub links: Vec<String>,
    /// Where notes stand.
    pub notes: Notes,
    /// The report's position in the dossier, from 1.
    pub report: usize,
    /// Whether there are several reports.
    pub several: bool,
    ids: u32,
}

impl Writer {
    pub(super) fn new(notes: Notes, several: bool, room: usize) -> Self {
        Self {
            out: String::with_capacity(room),
            comments: (String::new(), 0),
            endnotes: (String::new(), 0),
            links: Vec::new(),
            notes,
            report: 0,
            several,
            ids: 0,
        }
    }

    pub(super) fn raw(&mut self, markup: &str) -> &mut Self {
        self.out.push_str(markup);
        self
    }

    /// A number for a bookmark, a change or a control, each given once.
    pub(super) fn id(&mut self) -> u32 {
        self.ids += 1;
        self.ids
    }

    /// Begins a paragraph; `of` is the text that decides its direction.
    pub(super) fn open(&mut self, style: &str, of: &str) -> &mut Self {
        self.open_with(style, "", is_right_to_left(of))
    }

    /// Begins a paragraph; `more` is what stands between style and direction in its properties.
    pub(super) fn open_with(&mut self, style: &str, more: &str, right_to_left: bool) -> &mut Self {
        for part in ["<w:p><w:pPr><w:pStyle w:val=\"", style, "\"/>", more] {
            self.out.push_str(part);
        }
        self.raw(if right_to_left { "<w:bidi/>" } else { "" })
            .raw("</w:pPr>")
    }

    /// Ends a paragraph.
    pub(super) fn close(&mut self) -> &mut Self {
        self.raw("</w:p>\n")
    }

    /// Text in a character style; the paragraph's own if it is empty.
    pub(super) fn text(&mut self, text: &str, style: &str) -> &mut Self {
        self.look(text, styled(style))
    }

    pub(super) fn look(&mut self, text: &str, look: Look) -> &mut Self {
        push_runs(&mut self.out, text, look);
        self
    }

    pub(super) fn tab(&mut self) -> &mut Self {
        self.raw("<w:r><w:tab/></w:r>")
    }

    /// A whole paragraph of one text.
    pub(super) fn paragraph(&mut self, style: &str, text: &str) -> &mut Self {
        self.open(style, text).text(text, "").close()
    }

    /// A section's heading, one level lower where several reports have titles of their own.
    pub(super) fn heading(&mut self, text: &str) -> &mut Self {
        let style = if self.several { "Heading2" } else { "Heading1" };
        self.paragraph(style, text)
    }

    /// The style of a heading within the article.
    pub(super) const fn article_heading(&self) -> &'static str {
        if self.several { "Heading3" } else { "Heading2" }
    }

    fn name(&self, place: Place, n: usize) -> String {
        format!("{}{}_{n}", (place as u8) as char, self.report)
    }

    /// Begins a bookmark and gives the number to end it with.
    pub(super) fn begin(&mut self, place: Place, n: usize) -> u32 {
        let name = self.name(place, n);
        self.begin_named(&name)
    }

    /// Begins a bookmark of this name.
    pub(super) fn begin_named(&mut self, name: &str) -> u32 {
        let id = self.id();
        let _ = write!(
            self.out,
            "<w:bookmarkStart w:id=\"{id}\" w:name=\"{name}\"/>"
        );
        id
    }

    /// Ends a bookmark.
    pub(super) fn end(&mut self, id: u32) -> &mut Self {
        let _ = write!(self.out, "<w:bookmarkEnd w:id=\"{id}\"/>");
        self
    }

    /// Text that leads to a bookmark.
    pub(super) fn lead(&mut self, place: Place, n: usize, text: &str, style: &str) -> &mut Self {
        let name = self.name(place, n);
        self.lead_named(&name, text, style)
    }

    pub(super) fn lead_named(&mut self, name: &str, text: &str, style: &str) -> &mut Self {
        let _ = write!(
            self.out,
            "<w:hyperlink w:anchor=\"{name}\" w:history=\"1\">"
        );
        self.text(text, style).raw("</w:hyperlink>")
    }

    /// A sentence's label and glyph at the beginning of a row, leading to the sentence.
    pub(super) fn label(&mut self, sentence: &Sentence, at: usize) -> &mut Self {
        let mark = mark(sentence.standing);
        self.lead(
            Place::Sentence,
            at + 1,
            &format!("{}\u{a0}", sentence.label),
            "StetLabel",
        )
        .text(mark.glyph, mark.glyph_style)
        .tab()
    }

    /// "Source 3, p. 40; source 4.", the numbers leading to the list.
    pub(super) fn cites(&mut self, sentence: &Sentence) -> &mut Self {
        for (n, cited) in sentence.evidence.iter().enumerate() {
            let number = cited.source;
            let word = if n == 0 { "Source" } else { "source" };
            self.text(if n == 0 { "" } else { "; " }, "").lead(
                Place::Source,
                number as usize,
                &format!("{word}\u{a0}{number}"),
                "Hyperlink",
            );
            if !cited.locator.is_empty() {
                self.text(", ", "").text(&cited.locator, "");
            }
        }
        if sentence.evidence.is_empty() {
            self
        } else {
            self.text(".", "")
        }
    }

    /// An address: a link if it is safe to follow and Word takes it, else its text.
    pub(super) fn address(&mut self, url: &str) -> &mut Self {
        match link(url).filter(|href| is_sound(href)) {
            Some(href) => {
                let n = self.links.len();
                self.links.push(href);
                let _ = write!(self.out, "<w:hyperlink r:id=\"link{n}\" w:history=\"1\">");
                self.text(url, "Hyperlink").raw("</w:hyperlink>")
            }
            None => self.text(url, ""),
        }
    }
}

/// Whether Word opens a document with this link: an address that is too long, or whose host or
/// port cannot be one, makes it call the whole document damaged.
fn is_sound(href: &str) -> bool {
    const LONGEST: usize = 2_000;
    let authority = href.split_once("://").map_or("", |(_, rest)| {
        rest.split(['/', '?', '#']).next().unwrap_or("")
    });
    let (host, port) = authority.split_once(':').unwrap_or((authority, ""));
    let part = |part: &str| {
        (1..=63).contains(&part.chars().count()) && !part.starts_with('-') && !part.ends_with('-')
    };
    href.len() <= LONGEST
        && host.len() <= 253
        && host.split('.').all(part)
        && (port.is_empty() || port.parse::<u16>().is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_are_such_as_word_opens() {
        let table = [
            ("plain", "https://example.org/a?b#c", true),
            ("a port", "http://example.org:8080/", true),
            ("another script", "https://пример.example/", true),
            ("an empty part of the host", "https://example..org/", false),
            ("a dash at its end", "https://example-.org/", false),
            ("no such port", "https://example.org:70000/", false),
        ];
        for (why, href, sound) in table {
            assert_eq!(is_sound(href), sound, "{why}");
        }
        let long = format!("https://example.org/{}", "a".repeat(2_000));
        assert!(!is_sound(&long), "too long for Word");
    }
}

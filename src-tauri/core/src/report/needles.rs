//! Texts looked for as words: in any case of letters, with or without accents, whatever stands
//! between the words and however the text was escaped on its way.

use std::collections::{BTreeMap, BTreeSet};

use unicode_normalization::{UnicodeNormalization, char::canonical_combining_class};

use super::reading::{self, Reading};

/// Texts to look for. Names in scripts that put no spaces between words are found within a line;
/// others only as whole words, so that Jo is not found in Johanna.
#[derive(Clone, Debug, Default)]
pub struct Needles {
    /// By first word: the words of each, and its number.
    by_first: BTreeMap<String, Vec<(Vec<String>, usize)>>,
    /// What has hardly a letter ("C++", "🦊🦊"), looked for as it is written.
    odd: Vec<(String, usize)>,
}

/// Where a text was found: a range of bytes, and the number of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Found {
    /// First byte.
    pub start: usize,
    /// First byte after it.
    pub end: usize,
    /// Which text.
    pub which: usize,
}

impl Needles {
    /// Texts, numbered from 0 in the order given. One of less than two characters is not looked for.
    pub fn new<'a>(texts: impl IntoIterator<Item = &'a str>) -> Self {
        let mut new = Self::default();
        for (which, text) in texts.into_iter().enumerate() {
            let words = Words::of(text);
            let list: Vec<String> = (0..words.spans.len())
                .map(|n| words.word(n).to_owned())
                .collect();
            if list.iter().map(|word| word.chars().count()).sum::<usize>() >= 2 {
                let first = list[0].clone();
                new.by_first.entry(first).or_default().push((list, which));
            } else if text.trim().chars().nth(1).is_some() {
                new.odd.push((text.trim().to_owned(), which));
            }
        }
        new
    }

    /// Whether there is nothing to look for.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.by_first.is_empty() && self.odd.is_empty()
    }

    /// Every place at which one of the texts stands: as it is, percent-encoded, as entities of HTML
    /// and XML, in escapes of JSON, in base64, and these within each other. Sorted; may overlap.
    #[must_use]
    pub fn find(&self, text: &str) -> Vec<Found> {
        if self.is_empty() {
            return Vec::new();
        }
        let mut found = self.find_plain(text);
        found.extend(self.in_base64(text));
        for Reading { text, at } in reading::readings(text) {
            let inner = self.find_plain(&text).into_iter();
            found.extend(inner.chain(self.in_base64(&text)).map(|one| Found {
                start: at[one.start],
                end: at[one.end],
                ..one
            }));
        }
        found.sort_unstable();
        found.dedup();
        found
    }

    /// The numbers of the texts that stand in `text`, as for [`Self::find`].
    #[must_use]
    pub fn said_in(&self, text: &str) -> BTreeSet<usize> {
        self.find(text).into_iter().map(|one| one.which).collect()
    }

    fn find_plain(&self, text: &str) -> Vec<Found> {
        let mut found = Vec::new();
        if !self.by_first.is_empty() {
            let words = Words::of(text);
            for n in 0..words.spans.len() {
                let Some(known) = self.by_first.get(words.word(n)) else {
                    continue;
                };
                for (list, which) in known {
                    let last = n + list.len() - 1;
                    let all = last < words.spans.len()
                        && list.iter().enumerate().all(|(k, w)| words.word(n + k) == w);
                    if all {
                        found.push(Found {
                            start: words.spans[n].start,
                            end: words.spans[last].end,
                            which: *which,
                        });
                    }
                }
            }
        }
        for (odd, which) in &self.odd {
            found.extend(text.match_indices(odd.as_str()).map(|(start, _)| Found {
                start,
                end: start + odd.len(),
                which: *which,
            }));
        }
        found
    }

    fn in_base64(&self, text: &str) -> Vec<Found> {
        let mut found = Vec::new();
        for (start, end) in reading::base64_runs(text) {
            for from in 0..4.min(end - start) {
                let bytes = reading::base64(&text.as_bytes()[start + from..end]);
                // Chance makes short words of any bytes.
                let is_text = std::str::from_utf8(&bytes)
                    .is_ok_and(|text| !text.contains(|c: char| c.is_control() && c != '\n'));
                for one in self.find_plain(&String::from_utf8_lossy(&bytes)) {
                    if is_text || one.end - one.start >= 6 {
                        let which = one.which;
                        found.push(Found { start, end, which });
                    }
                }
            }
        }
        found
    }
}

/// A text and all that it says once its escapes are undone and what is base64 in it is read.
#[must_use]
pub fn decoded(text: &str) -> Vec<String> {
    let mut all: Vec<String> = reading::readings(text)
        .into_iter()
        .map(|reading| reading.text)
        .collect();
    all.push(text.to_owned());
    let mut inner = Vec::new();
    for text in &all {
        for (start, end) in reading::base64_runs(text) {
            for from in 0..4.min(end - start) {
                let bytes = reading::base64(&text.as_bytes()[start + from..end]);
                inner.extend(String::from_utf8(bytes).ok());
            }
        }
    }
    all.append(&mut inner);
    all
}

/// The words of a text, folded.
struct Words {
    folded: String,
    spans: Vec<Span>,
}

struct Span {
    start: usize,
    end: usize,
    folded: (usize, usize),
}

impl Words {
    fn of(text: &str) -> Self {
        let mut words = Self {
            folded: String::with_capacity(text.len()),
            spans: Vec::new(),
        };
        let mut open = false;
        for (at, c) in text.char_indices() {
            let end = at + c.len_utf8();
            if c.is_ascii_alphanumeric() || (!c.is_ascii() && c.is_alphanumeric()) {
                if !open || is_alone(c) {
                    let from = words.folded.len();
                    words.spans.push(Span {
                        start: at,
                        end,
                        folded: (from, from),
                    });
                }
                push_folded(&mut words.folded, c);
                if let Some(span) = words.spans.last_mut() {
                    (span.end, span.folded.1) = (end, words.folded.len());
                }
                open = !is_alone(c);
            } else if !c.is_ascii() && is_passed_over(c) {
                // An accent, or what nobody sees: it ends no word.
                if canonical_combining_class(c) != 0
                    && let Some(span) = words.spans.last_mut().filter(|span| span.end == at)
                {
                    span.end = end;
                }
            } else {
                open = false;
            }
        }
        words
    }

    fn word(&self, n: usize) -> &str {
        let (from, to) = self.spans[n].folded;
        &self.folded[from..to]
    }
}

fn push_folded(out: &mut String, c: char) {
    if c.is_ascii() {
        out.push(c.to_ascii_lowercase());
        return;
    }
    let parts = std::iter::once(c).nfkd();
    for part in parts.filter(|&part| canonical_combining_class(part) == 0) {
        // By way of capitals, so that ß is ss and a final sigma a sigma.
        out.extend(part.to_uppercase().flat_map(char::to_lowercase));
    }
}

/// A letter of a script that puts no spaces between words, or hangs its endings on: each is a word.
const fn is_alone(c: char) -> bool {
    matches!(c as u32,
        0x0e00..=0x0eff | 0x1000..=0x109f | 0x1780..=0x17ff
        | 0x3040..=0x30ff | 0x3400..=0x4dbf | 0x4e00..=0x9fff | 0xac00..=0xd7a3
        | 0xf900..=0xfaff | 0x20000..=0x3ffff)
}

fn is_passed_over(c: char) -> bool {
    canonical_combining_class(c) != 0
        || matches!(c as u32,
            0xad | 0x34f | 0x61c | 0x180e | 0x200b..=0x200f | 0x202a..=0x202e | 0x2060..=0x206f
            | 0xfe00..=0xfe0f | 0xfeff | 0xe0000..=0xe0fff)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_however_they_are_written() {
        let table = [
            ("as it is", "Jo Doe", "Told by Jo Doe.", "Jo Doe"),
            ("in capitals", "Jo Doe", "JO DOE told it", "JO DOE"),
            ("over two lines", "Jo Doe", "it was Jo\n  Doe", "Jo\n  Doe"),
            ("as a file's name", "Jo Doe", "notes/jo-doe.txt", "jo-doe"),
            (
                "twice as many letters",
                "Strauß",
                "die STRAUSS-Akte",
                "STRAUSS",
            ),
            ("without its accents", "Zoë Ağa", "zoe aga", "zoe aga"),
            ("with accents apart", "Zoë", "by Zoe\u{308}.", "Zoe\u{308}"),
            (
                "with what nobody sees",
                "Zoë",
                "by Z\u{200b}oë.",
                "Z\u{200b}oë",
            ),
            ("Greek at a word's end", "ΝΙΚΟΣ", "ο Νίκος", "Νίκος"),
            ("no spaces in this script", "王小明", "据王小明说", "王小明"),
            ("an ending hangs on", "김철수", "김철수가 말했다", "김철수"),
            ("percent-encoded", "Jo Doe", "x?q=Jo%20Doe&y", "Jo%20Doe"),
            ("in a form", "Jo Doe", "x?q=Jo+Doe&y", "Jo+Doe"),
            (
                "percent-encoded, beyond ASCII",
                "Zoë",
                "q=Zo%C3%AB;",
                "Zo%C3%AB",
            ),
            ("percent-encoded wholly", "Jo", "q=%4A%6F;", "%4A%6F"),
            (
                "entities",
                "Zoë",
                "a&#122;oe, &#x5A;o&#235;",
                "&#x5A;o&#235;",
            ),
            (
                "ampersand",
                "Jo & Doe",
                "Jo &amp;amp; Doe",
                "Jo &amp;amp; Doe",
            ),
            ("JSON", "Zoë", r#""Zo\u00eb""#, r"Zo\u00eb"),
            (
                "after an escape of JSON",
                "Jo Doe",
                r#""a\nJo Doe""#,
                "Jo Doe",
            ),
            ("base64", "Jo Doe", "at Sm8gRG9l!", "Sm8gRG9l"),
            ("base64, one byte on", "Jo Doe", "eEpvIERvZQ (no)", ""),
            (
                "base64, after a space",
                "Jo Doe",
                "IEpvIERvZSA=",
                "IEpvIERvZSA=",
            ),
            (
                "within an address",
                "Jo Doe",
                "https://x.example/Sm8gRG9l",
                "x.example/Sm8gRG9l",
            ),
            (
                "quotes doubled",
                "Jo “X\" Doe",
                "Jo \"X\"\" Doe",
                "Jo \"X\"\" Doe",
            ),
            ("hardly a letter", "C++", "in C++.", "C++"),
            ("within a word it is another", "Jo", "Johanna", ""),
            ("another word between", "Jo Doe", "Jo van Doe", ""),
            ("longer than the text", "Jo Doe", "Jo", ""),
            ("one letter", "J", "J", ""),
        ];
        for (why, needle, text, expected) in table {
            let found = Needles::new([needle]).find(text);
            let found = found.first().map_or("", |one| &text[one.start..one.end]);
            if why == "within an address" {
                assert!(found.ends_with("Sm8gRG9l"), "{why}: {found}");
            } else {
                assert_eq!(found, expected, "{why}");
            }
        }
    }
}

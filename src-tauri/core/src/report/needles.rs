//! Texts looked for as words: in any case of letters, with or without accents, whatever stands
//! between the words and however the text was escaped on its way.

use std::collections::{BTreeSet, HashMap};

use unicode_normalization::{UnicodeNormalization, char::canonical_combining_class};

use super::reading::{self, Places, Reading};

/// Texts to look for. Names in scripts that put no spaces between words are found within a line;
/// others only as whole words, so that Jo is not found in Johanna.
#[derive(Clone, Debug, Default)]
pub struct Needles {
    /// A tree of words: what is looked for are ways from its root, so that a text is read once,
    /// however many needles begin alike.
    tree: Vec<Branch>,
    /// What first words are like: most words of a text are told apart from them by this alone.
    like: Vec<bool>,
    /// What has hardly a letter ("C++", "🦊🦊"), looked for as it is written.
    odd: Vec<(String, usize)>,
}

/// A place in the tree of words.
#[derive(Clone, Debug, Default)]
struct Branch {
    next: HashMap<String, usize>,
    /// The numbers of the texts that end here.
    ends: Vec<usize>,
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
            new.add(text, which);
            // What was written escaped is no other name.
            for reading in reading::readings(text, Places::Left) {
                new.add(&reading.text, which);
            }
        }
        new
    }

    fn add(&mut self, text: &str, which: usize) {
        let mut list = Vec::new();
        words(text, &mut String::new(), |_, _, word| {
            list.push(word.to_owned());
        });
        if list.iter().map(|word| word.chars().count()).sum::<usize>() >= 2 {
            self.plant(list, which);
        } else if text.trim().chars().nth(1).is_some() {
            self.odd.push((text.trim().to_owned(), which));
        }
    }

    fn plant(&mut self, list: Vec<String>, which: usize) {
        if self.tree.is_empty() {
            self.tree.push(Branch::default());
            self.like.resize(1 << 16, false);
        }
        self.like[likeness(&list[0])] = true;
        let mut at = 0;
        for word in list {
            let new = self.tree.len();
            at = *self.tree[at].next.entry(word).or_insert(new);
            if at == new {
                self.tree.push(Branch::default());
            }
        }
        let ends = &mut self.tree[at].ends;
        if ends.last() != Some(&which) {
            ends.push(which);
        }
    }

    /// Whether there is nothing to look for.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.tree.is_empty() && self.odd.is_empty()
    }

    /// Every place at which one of the texts stands: as it is, percent-encoded, as entities of HTML
    /// and XML, in escapes of JSON, in base64, and these within each other. Sorted; may overlap.
    #[must_use]
    pub fn find(&self, text: &str) -> Vec<Found> {
        if self.is_empty() {
            return Vec::new();
        }
        let mut desk = Desk::default();
        let mut found = Vec::new();
        self.find_in(text, &mut desk, |one| found.push(one));
        for Reading { text, at } in reading::readings(text, Places::Kept) {
            self.find_in(&text, &mut desk, |one| {
                found.push(Found {
                    start: at[one.start],
                    end: at[one.end],
                    ..one
                });
            });
        }
        found.sort_unstable();
        found.dedup();
        found
    }

    /// The numbers of the texts that stand in `text`, as for [`Self::find`].
    #[must_use]
    pub fn said_in(&self, text: &str) -> BTreeSet<usize> {
        let mut said = BTreeSet::new();
        if self.is_empty() {
            return said;
        }
        let mut desk = Desk::default();
        let mut take = |one: Found| {
            said.insert(one.which);
        };
        self.find_in(text, &mut desk, &mut take);
        for reading in reading::readings(text, Places::Left) {
            self.find_in(&reading.text, &mut desk, &mut take);
        }
        said
    }

    /// What stands in a text as it is, and in what of it is base64.
    fn find_in(&self, text: &str, desk: &mut Desk, mut take: impl FnMut(Found)) {
        self.find_plain(text, desk, &mut take);
        let mut bytes = Vec::new();
        reading::base64_runs(text, |start, end| {
            for from in 0..4.min(end - start) {
                reading::base64(&text.as_bytes()[start + from..end], &mut bytes);
                let is_text = std::str::from_utf8(&bytes)
                    .is_ok_and(|text| !text.contains(|c: char| c.is_control() && c != '\n'));
                // Chance makes short words of any bytes.
                let least = if is_text { 0 } else { BY_CHANCE };
                for piece in bytes.utf8_chunks().map(|chunk| chunk.valid()) {
                    if piece.len() < least {
                        continue;
                    }
                    self.find_plain(piece, desk, &mut |one: Found| {
                        if one.end - one.start >= least {
                            let which = one.which;
                            take(Found { start, end, which });
                        }
                    });
                }
            }
        });
    }

    fn find_plain(&self, text: &str, desk: &mut Desk, take: &mut impl FnMut(Found)) {
        if let Some(root) = self.tree.first() {
            let Desk { folded, begun, on } = desk;
            begun.clear();
            words(text, folded, |start, end, word| {
                on.clear();
                let mut step = |start, next: Option<&usize>| {
                    let Some(&next) = next else { return };
                    let Branch {
                        next: further,
                        ends,
                    } = &self.tree[next];
                    ends.iter()
                        .for_each(|&which| take(Found { start, end, which }));
                    if !further.is_empty() {
                        on.push((start, next));
                    }
                };
                for (start, at) in begun.drain(..) {
                    step(start, self.tree[at].next.get(word));
                }
                if self.like[likeness(word)] {
                    step(start, root.next.get(word));
                }
                std::mem::swap(begun, on);
            });
        }
        for (odd, which) in &self.odd {
            for (start, _) in text.match_indices(odd.as_str()) {
                take(Found {
                    start,
                    end: start + odd.len(),
                    which: *which,
                });
            }
        }
    }
}

/// So many bytes are hardly a name by chance.
const BY_CHANCE: usize = 6;

/// A small number that equal words share and others seldom do.
fn likeness(word: &str) -> usize {
    let byte = |at: Option<&u8>| usize::from(at.copied().unwrap_or(0));
    let bytes = word.as_bytes();
    let (first, second, last) = (byte(bytes.first()), byte(bytes.get(1)), byte(bytes.last()));
    (first ^ second << 5 ^ last << 9 ^ bytes.len() << 12) & 0xffff
}

/// What is used again for the next text: many are read, and most are short.
#[derive(Default)]
struct Desk {
    folded: String,
    /// Needles that have begun: where, and how far in the tree.
    begun: Vec<(usize, usize)>,
    on: Vec<(usize, usize)>,
}

/// Gives a text and all that it says to `look`: with its escapes undone, once and again, and what
/// is base64 in each, a line each.
pub fn decoded(text: &str, mut look: impl FnMut(&str)) {
    let (mut bytes, mut lines) = (Vec::new(), String::new());
    let mut all = |text: &str| {
        look(text);
        lines.clear();
        reading::base64_runs(text, |start, end| {
            for from in 0..4.min(end - start) {
                let run = &text.as_bytes()[start + from..end];
                // Most of what looks like base64 is none, as its first bytes tell.
                reading::base64(&run[..run.len().min(8)], &mut bytes);
                if std::str::from_utf8(&bytes).is_err_and(|error| error.error_len().is_some()) {
                    continue;
                }
                reading::base64(run, &mut bytes);
                if let Ok(said) = std::str::from_utf8(&bytes) {
                    lines.push_str(said);
                    lines.push('\n');
                }
            }
        });
        look(&lines);
    };
    all(text);
    for reading in reading::readings(text, Places::Left) {
        all(&reading.text);
    }
}

/// Gives each word of a text, folded, to `take`, with its first byte and the first one after it.
fn words(text: &str, folded: &mut String, mut take: impl FnMut(usize, usize, &str)) {
    folded.clear();
    let (mut word, mut open) = (None, false);
    for (at, c) in text.char_indices() {
        let end = at + c.len_utf8();
        if c.is_ascii_alphanumeric() || (!c.is_ascii() && c.is_alphanumeric()) {
            let new = !open || is_alone(c);
            if new && let Some((start, end)) = word.take() {
                take(start, end, folded);
                folded.clear();
            }
            push_folded(folded, c);
            let (_, past) = word.get_or_insert((at, end));
            *past = end;
            open = !is_alone(c);
        } else if !c.is_ascii() && is_passed_over(c) {
            // An accent, or what nobody sees: it ends no word.
            if canonical_combining_class(c) != 0
                && let Some((_, past)) = word.as_mut().filter(|(_, past)| *past == at)
            {
                *past = end;
            }
        } else {
            open = false;
        }
    }
    if let Some((start, end)) = word {
        take(start, end, folded);
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
            (
                "itself escaped",
                "%EC%8C%BB%EB%B7%81",
                "told by 쌻뷁.",
                "쌻뷁",
            ),
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

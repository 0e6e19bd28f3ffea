//! The text as the rules read it: tokens, what is known of each, and what the article shows.

use std::ops::Range;

use super::lexicon::{self, Capitals, KeyMap, Lexicon, flag};
use super::{Atom, AtomKind, Value};
use crate::CodePointSpan;
use crate::tokens::{Case, Kind, Token};

/// How the article writes a word.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Evidence {
    /// With a capital, where none was needed.
    pub(super) capital: u16,
    /// In small letters.
    pub(super) small: u16,
}

/// One token and what is known of it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word {
    pub(super) token: Token,
    pub(super) key: u64,
    /// See [`flag`]; of a word of the lexicon.
    pub(super) flags: u32,
    /// Whether a capital here says nothing: the start of a sentence, a quotation, a caption.
    pub(super) initial: bool,
    /// Whether it stands among words that are all in capitals.
    pub(super) loud: bool,
    /// Whether an atom has it already.
    pub(super) taken: bool,
}

impl Word {
    pub(super) const fn has(&self, flags: u32) -> bool {
        self.flags & flags != 0
    }

    pub(super) const fn is_word(&self) -> bool {
        self.token.is_word()
    }
}

/// The text and all that is known of its tokens.
pub(super) struct Reading<'t> {
    pub(super) text: &'t str,
    pub(super) lexicon: &'static Lexicon,
    pub(super) words: Vec<Word>,
    pub(super) sentences: &'t [CodePointSpan],
    ranges: Vec<Range<usize>>,
    evidence: KeyMap<Evidence>,
}

impl<'t> Reading<'t> {
    pub(super) fn new(
        text: &'t str,
        tokens: &[Token],
        sentences: &'t [CodePointSpan],
        lexicon: &'static Lexicon,
    ) -> Self {
        let words: Vec<Word> = tokens
            .iter()
            .map(|&token| {
                let key = if token.is_word() {
                    lexicon::key(token.text(text))
                } else {
                    0
                };
                let flags = if token.is_word() {
                    lexicon.entry(key).flags
                } else {
                    0
                };
                Word {
                    token,
                    key,
                    flags,
                    initial: false,
                    loud: false,
                    taken: false,
                }
            })
            .collect();
        let ranges = sentences.iter().map(|span| range(&words, *span)).collect();
        let mut new = Self {
            text,
            lexicon,
            words,
            sentences,
            ranges,
            evidence: KeyMap::with_capacity_and_hasher(tokens.len() / 3, Default::default()),
        };
        for sentence in 0..sentences.len() {
            new.mark_initials(sentence);
        }
        new.collect_evidence();
        new
    }

    /// The words of a sentence, as places in `words`.
    pub(super) fn range(&self, sentence: usize) -> Range<usize> {
        self.ranges.get(sentence).cloned().unwrap_or_default()
    }

    /// The first token of a sentence that begins at this code point or behind it.
    pub(super) fn at_point(&self, range: Range<usize>, point: u32) -> usize {
        let words = &self.words[range.clone()];
        range.start + words.partition_point(|word| word.token.span.start < point)
    }

    pub(super) fn word(&self, at: usize) -> Option<&Word> {
        self.words.get(at)
    }

    /// The token as it is written; empty past the end.
    pub(super) fn str(&self, at: usize) -> &'t str {
        self.words
            .get(at)
            .map_or("", |word| word.token.text(self.text))
    }

    pub(super) fn kind(&self, at: usize) -> Option<Kind> {
        self.words.get(at).map(|word| word.token.kind)
    }

    /// Whether the word here is in one of these classes.
    pub(super) fn has(&self, at: usize, flags: u32) -> bool {
        self.words.get(at).is_some_and(|word| word.has(flags))
    }

    /// Whether the token here is this word, in any case.
    pub(super) fn is(&self, at: usize, word: &str) -> bool {
        self.str(at).eq_ignore_ascii_case(word)
    }

    /// Whether the token here is one of these words, in any case.
    pub(super) fn is_any(&self, at: usize, words: &[&str]) -> bool {
        words.iter().any(|word| self.is(at, word))
    }

    pub(super) fn evidence(&self, key: u64) -> Evidence {
        self.evidence.get(&key).copied().unwrap_or_default()
    }

    /// Takes the tokens `range` for an atom.
    pub(super) fn take(
        &mut self,
        atoms: &mut Vec<Atom>,
        sentence: usize,
        range: Range<usize>,
        kind: AtomKind,
        value: Option<Value>,
    ) {
        let (Some(first), Some(last)) = (
            self.word(range.start),
            self.word(range.end.saturating_sub(1)),
        ) else {
            return;
        };
        let span = CodePointSpan {
            start: first.token.span.start,
            end: last.token.span.end,
        };
        for word in &mut self.words[range] {
            word.taken = true;
        }
        atoms.push(Atom {
            sentence: u32::try_from(sentence).unwrap_or(u32::MAX),
            span,
            whole: span,
            kind,
            value,
        });
    }

    /// Makes a word its first `length` code points for all that look at it later, and gives the
    /// place behind them: "US" of "US-led".
    pub(super) fn shorten(&mut self, at: usize, length: u32) -> u32 {
        let text = self.str(at);
        let cut = text
            .char_indices()
            .nth(length as usize)
            .map_or(text.len(), |(byte, _)| byte);
        let text = &text[..cut];
        let word = &mut self.words[at];
        word.key = lexicon::key(text);
        word.flags = self.lexicon.entry(word.key).flags;
        if length > 1 && text.chars().all(|c| c.is_uppercase() || c == '.') {
            word.token.case = Case::Upper;
        }
        word.token.span.start + length
    }

    fn mark_initials(&mut self, sentence: usize) {
        let range = self.range(sentence);
        let (title, loud) = style(&self.words[range.clone()]);
        let credit = is_credit(self, range.clone());
        let mut initial = true;
        for word in &mut self.words[range] {
            match word.token.kind {
                Kind::Colon if credit => initial = false,
                Kind::Word => {
                    word.loud = loud;
                    word.initial = initial || loud || (title && word.token.case != Case::Upper);
                    initial = false;
                }
                Kind::Number | Kind::Mixed => initial = false,
                Kind::Quote(_) | Kind::Stop | Kind::Colon | Kind::Open => initial = true,
                Kind::Dash => initial |= word.token.spaced,
                Kind::Close | Kind::Comma | Kind::Semicolon | Kind::Clitic | Kind::Symbol => {}
            }
        }
    }

    fn collect_evidence(&mut self) {
        if self.lexicon.capitals == Capitals::Nouns {
            return;
        }
        for word in &self.words {
            if word.token.kind != Kind::Word {
                continue;
            }
            let evidence = self.evidence.entry(word.key).or_default();
            match word.token.case {
                Case::Lower => evidence.small = evidence.small.saturating_add(1),
                Case::Capital | Case::Upper if !word.initial => {
                    evidence.capital = evidence.capital.saturating_add(1);
                }
                _ => {}
            }
        }
    }
}

fn range(words: &[Word], span: CodePointSpan) -> Range<usize> {
    let from = words.partition_point(|word| word.token.span.start < span.start);
    let count = words[from..].partition_point(|word| word.token.span.end <= span.end);
    from..from + count
}

/// Whether a sentence says who made a picture ("Photo: Ann Lee"), so that names follow its colon.
fn is_credit(reading: &Reading, range: Range<usize>) -> bool {
    let short = range.len() <= 12;
    let mut colons = range.filter(|at| reading.kind(*at) == Some(Kind::Colon));
    short
        && colons.next().is_some_and(|at| {
            at > 0
                && reading.is_any(
                    at - 1,
                    &[
                        "image",
                        "images",
                        "photo",
                        "photos",
                        "picture",
                        "video",
                        "audio",
                        "credit",
                        "source",
                        "photograph",
                        "photographer",
                        "graphic",
                        "illustration",
                        "file",
                    ],
                )
        })
}

/// Whether a sentence is written as a title ("Dam Breaks in Ohio Town") or all in capitals, so
/// that its capitals say nothing.
fn style(words: &[Word]) -> (bool, bool) {
    let (mut all, mut capital, mut upper, mut small) = (0, 0, 0, 0);
    for word in words.iter().filter(|word| word.token.kind == Kind::Word) {
        // Articles and prepositions stay small in a title.
        if word.has(flag::FUNCTION) && word.token.case == Case::Lower {
            continue;
        }
        all += 1;
        match word.token.case {
            Case::Upper => upper += 1,
            Case::Capital => capital += 1,
            _ => small += 1,
        }
    }
    // A caption may be nothing but names; a headline has other words behind its first too.
    let of_name = flag::TITLE | flag::BODY | flag::PLACE_HEAD | flag::PLACE;
    let other = words.iter().skip(1).any(|word| {
        word.token.is_capital() && word.has(flag::OPENING | flag::ROLE) && !word.has(of_name)
    });
    let title = other && all >= 5 && small == 0 && capital * 2 > all;
    (title, all >= 3 && upper * 4 >= all * 3)
}

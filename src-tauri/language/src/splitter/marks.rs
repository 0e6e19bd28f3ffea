//! Which code points end, close and open.
//!
//! The final marks of other scripts follow the property Sentence_Terminal of Unicode (PropList);
//! those that no Stet lexicon needs are left out.

use super::characters::Characters;

/// Marks that end a sentence only in the right surroundings.
pub(super) fn is_weak_final(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '…' | '‽' | '‼' | '⁇' | '⁈' | '⁉')
}

/// Marks that end a sentence wherever they stand outside brackets, with or without a space after.
pub(super) fn is_strong_final(c: char) -> bool {
    matches!(
        c,
        '。' | '｡' | '．' | '！' | '？' // CJK
            | '؟' | '۔' // Arabic, Urdu
            | '।' | '॥' // Devanagari and its sisters
            | '።' | '፧' // Ethiopic
            | '։' // Armenian
            | '။' // Burmese
            | '។' // Khmer
    )
}

/// The first bytes of all that the scanner stops at: marks that can end a sentence, line breaks,
/// the colon. Most bytes of most scripts are none.
pub(super) fn stops(own_final: Option<char>) -> [bool; 256] {
    let mut stops = [false; 256];
    for byte in b".!?:\n\r" {
        stops[usize::from(*byte)] = true;
    }
    // General punctuation and wide marks; Arabic; Indic and further scripts; Armenian; U+0085.
    for byte in [0xe2, 0xe3, 0xef, 0xd8, 0xdb, 0xe0, 0xe1, 0xd6, 0xc2] {
        stops[byte] = true;
    }
    if let Some(mark) = own_final {
        stops[usize::from(mark.to_string().as_bytes()[0])] = true;
    }
    stops
}

/// The same with the first bytes of white space.
pub(super) fn with_white(mut stops: [bool; 256]) -> [bool; 256] {
    for byte in b" \t\x0b\x0c" {
        stops[usize::from(*byte)] = true;
    }
    stops
}

pub(super) fn is_line_break(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

pub(super) fn is_bullet(c: char) -> bool {
    matches!(c, '•' | '⁃' | '◦' | '▪' | '‣' | '·')
}

pub(super) fn is_dash(c: char) -> bool {
    matches!(c, '-' | '–' | '—' | '―')
}

/// Closes wherever it stands.
pub(super) fn is_closer(c: char) -> bool {
    matches!(c, '”' | '’' | '』' | '」') || is_closing_bracket(c)
}

pub(super) fn is_closing_bracket(c: char) -> bool {
    matches!(c, ')' | ']' | '}' | '）' | '】' | '》' | '〉' | '］')
}

/// Closes or opens, by language and by what stands beside it.
pub(super) fn is_two_faced_quote(c: char) -> bool {
    matches!(c, '"' | '\'' | '“' | '‘' | '«' | '»' | '‹' | '›' | '`')
}

/// A quotation mark of any kind, single ones included.
pub(super) fn is_quote(c: char) -> bool {
    matches!(c, '”' | '’' | '„' | '‚' | '「' | '」' | '『' | '』') || is_two_faced_quote(c)
}

/// A quotation mark that cannot be an apostrophe.
pub(super) fn is_double_quote(c: char) -> bool {
    is_quote(c) && !matches!(c, '\'' | '’' | '‘' | '`')
}

/// What may stand between a boundary and the first letter of the sentence.
pub(super) fn is_opener(c: char) -> bool {
    !c.is_ascii_alphanumeric() && is_any_opener(c)
}

fn is_any_opener(c: char) -> bool {
    is_quote(c)
        || matches!(
            c,
            '(' | '[' | '{' | '（' | '〈' | '《' | '【' | '¿' | '¡' | '*'
        )
        || is_bullet(c)
        || is_dash(c)
}

/// Where a word ends when read from a full stop backwards or from a boundary forwards.
#[inline]
pub(super) fn ends_word(c: char) -> bool {
    !c.is_ascii_alphanumeric() && ends_any_word(c)
}

fn ends_any_word(c: char) -> bool {
    c.is_whitespace()
        || matches!(
            c,
            '"' | '“' | '”' | '„' | '«' | '»' | '(' | '[' | '{' | '—' | '–'
        )
        || is_closing_bracket(c)
        || is_bullet(c)
}

/// Whether an ellipsis of three or more full stops, spaced or not, begins at `at`.
pub(super) fn omission(text: &Characters, at: usize) -> bool {
    let step = if text.at(at + 1) == Some(' ') { 2 } else { 1 };
    let dot = |n: usize| {
        let at = at + n * step;
        text.at(at) == Some('.') && (n == 0 || step == 1 || text.at(at - 1) == Some(' '))
    };
    text.at(at) == Some('…') || (0..3).all(dot)
}

/// Kana and Chinese characters, which are written without spaces.
pub(super) fn is_east_asian(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{3ffff}')
}

/// A syllable or word in one character, which abbreviates nothing.
pub(super) fn is_whole_word(c: char) -> bool {
    is_east_asian(c) || matches!(c, '\u{ac00}'..='\u{d7af}')
}

pub(super) fn is_indic(c: char) -> bool {
    matches!(c, '\u{900}'..='\u{d7f}')
}

/// A vowel sign of Tamil, Telugu, Kannada or Malayalam. The blocks are laid out alike.
pub(super) fn is_southern_vowel_sign(c: char) -> bool {
    matches!(c, '\u{b80}'..='\u{d7f}') && matches!(u32::from(c) % 0x80, 0x3e..=0x4d)
}

/// Whether a word has more than `most` code points.
pub(super) fn longer(word: &str, most: usize) -> bool {
    word.chars().nth(most).is_some()
}

pub(super) fn is_hebrew(c: char) -> bool {
    matches!(c, '\u{5d0}'..='\u{5ea}')
}

pub(super) fn is_right_to_left(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8ff}')
}

pub(super) fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ')
}

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
    is_quote(c)
        || matches!(c, '(' | '[' | '{' | '（' | '¿' | '¡' | '*')
        || is_bullet(c)
        || is_dash(c)
}

/// Where a word ends when read from a full stop backwards or from a boundary forwards.
pub(super) fn ends_word(c: char) -> bool {
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
    let spaced = usize::from(text.at(at + 1) == Some(' ')) + 1;
    text.at(at) == Some('…') || (0..3).all(|dot| text.at(at + dot * spaced) == Some('.'))
}

pub(super) fn is_right_to_left(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8ff}')
}

pub(super) fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ')
}

//! The marks of lists: a bullet, a number, a letter before an item.

use super::columns::Line;

/// The mark that an item begins with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// How many words of the line it takes.
    pub words: usize,
}

const BULLETS: &[char] = &[
    '•', '◦', '▪', '▫', '■', '□', '●', '○', '‣', '⁃', '∙', '·', '➢', '➤', '✓', '✔', '❖', '◆', '◇',
    '►', '▶', '–', '-', '—', '*', '→', '\u{f0b7}', '\u{f0a7}', '\u{f0d8}', '\u{f0fc}', '\u{f076}',
    '\u{e00a}', '\u{2022}', '\u{25e6}',
];

/// The marks of all lines. A number that hangs like the last item's does is one too, where
/// nothing else would tell.
pub fn marks_of(lines: &[Line]) -> Vec<Option<Mark>> {
    let mut marks: Vec<Option<Mark>> = Vec::with_capacity(lines.len());
    // Where the last number's item began, its words, and in which column.
    let mut hanging: Option<(f64, f64, usize)> = None;
    for (at, line) in lines.iter().enumerate() {
        let place = || {
            let (first, second) = (line.words.first()?, line.words.get(1)?);
            is_number(&first.text).then_some((line.x0, second.x0, line.column))
        };
        let like_the_last = || {
            place().zip(hanging).is_some_and(|(own, last)| {
                (own.0 - last.0).abs() < 1.5 && (own.1 - last.1).abs() < 1.5 && own.2 == last.2
            })
        };
        let mark = mark_of(line, lines.get(at + 1))
            .or_else(|| like_the_last().then_some(Mark { words: 1 }));
        if mark.is_some() {
            hanging = place().or(hanging);
        }
        marks.push(mark);
    }
    marks
}

/// The mark of a line, if it has one. A number counts only where the item is set apart from it:
/// behind a gap, or with the next line hanging below its words.
pub fn mark_of(line: &Line, next: Option<&Line>) -> Option<Mark> {
    let (mark, word) = (line.words.first()?, line.words.get(1)?);
    if line.cell || !word.spaced {
        return None;
    }
    let gap = word.x0 - mark.x1;
    let hangs = next.is_some_and(|next| {
        next.column == line.column
            && (next.x0 - word.x0).abs() < 1.5
            && next.x0 - line.x0 > 0.4 * line.size
    });
    let mut letters = mark.text.chars();
    if let (Some(c), None) = (letters.next(), letters.next())
        && BULLETS.contains(&c)
    {
        let dash = matches!(c, '–' | '-' | '—' | '*' | '·' | '→');
        // A dash may open a line of dialogue.
        return (!dash || hangs || gap > 0.6 * line.size).then_some(Mark { words: 1 });
    }
    (is_number(&mark.text) && (hangs || gap > 0.55 * line.size)).then_some(Mark { words: 1 })
}

/// `1.`, `12)`, `(a)`, `iv.`
fn is_number(text: &str) -> bool {
    let inner = text.strip_prefix('(').unwrap_or(text);
    let Some(inner) = inner.strip_suffix(['.', ')', ':']) else {
        return false;
    };
    let digits = !inner.is_empty() && inner.len() <= 3 && inner.chars().all(|c| c.is_ascii_digit());
    let outline = inner.len() <= 8
        && inner.starts_with(|c: char| c.is_ascii_digit())
        && inner.chars().all(|c| c.is_ascii_digit() || c == '.');
    let letter = inner.chars().count() == 1 && inner.chars().all(char::is_alphabetic);
    let roman =
        !inner.is_empty() && inner.len() <= 5 && inner.chars().all(|c| "ivxIVX".contains(c));
    digits || outline || letter || roman
}

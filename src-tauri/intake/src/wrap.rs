//! Whether a plain text's lines were wrapped at a width, so that its line breaks mean nothing, or
//! each line is a paragraph. Measured, not guessed from a format: an editor that wraps breaks a
//! line exactly where the next word would not have fitted.

use crate::title::ends_like_sentence;

/// Widths, in code points, at which people and programs wrap.
const WIDTHS: std::ops::RangeInclusive<usize> = 20..=140;

/// The width at which a text is wrapped, in code points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Width(usize);

impl Width {
    /// Measures groups of lines (what stands between blank lines). `None`: lines are paragraphs.
    ///
    /// The width is what nine of ten lines keep to. Of the line breaks after a line that does not
    /// end like a sentence, four of five must stand where the next word did not fit, and at most
    /// three of five before a capital or a digit (so that lists and tables stay what they are);
    /// and such breaks must be two of five of all.
    pub fn measure(groups: &[Vec<&str>]) -> Option<Self> {
        let mut lengths: Vec<usize> = groups
            .iter()
            .filter(|group| group.len() > 1)
            .flatten()
            .map(|line| line.chars().count())
            .collect();
        lengths.sort_unstable();
        let width = Self(*lengths.get((lengths.len() * 9).div_ceil(10).checked_sub(1)?)?);
        if !WIDTHS.contains(&width.0) {
            return None;
        }
        let (mut breaks, mut open, mut full, mut fresh) = (0, 0, 0, 0);
        for (line, next) in groups
            .iter()
            .flat_map(|group| group.iter().zip(group.iter().skip(1)))
        {
            breaks += 1;
            if !ends_like_sentence(line) {
                open += 1;
                full += usize::from(width.is_full(line, next));
                fresh += usize::from(starts_afresh(next));
            }
        }
        let wrapped =
            open > 0 && open * 5 >= breaks * 2 && full * 5 >= open * 4 && fresh * 5 <= open * 3;
        wrapped.then_some(width)
    }

    /// Whether the break between two lines separates blocks all the same: the line had room for
    /// the next word, and either ends like a sentence or the next one starts like one.
    pub fn separates(self, line: &str, next: &str) -> bool {
        !self.is_full(line, next) && (ends_like_sentence(line) || starts_afresh(next))
    }

    fn is_full(self, line: &str, next: &str) -> bool {
        line.chars().count() + 1 + first_word(next) > self.0
    }
}

fn starts_afresh(line: &str) -> bool {
    line.chars()
        .find(|c| c.is_alphanumeric())
        .is_some_and(|c| c.is_uppercase() || c.is_numeric())
}

/// Length of the first thing that cannot be broken: a word, or one character where lines break
/// between any two.
fn first_word(line: &str) -> usize {
    if line.starts_with(is_unspaced) {
        return 1;
    }
    line.chars().take_while(|c| !c.is_whitespace()).count()
}

/// Whether a character belongs to a script written without spaces between words.
pub const fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{2E80}'..='\u{A4CF}' | '\u{F900}'..='\u{FAFF}' | '\u{FE30}'..='\u{FE4F}' | '\u{FF00}'..='\u{FF65}' | '\u{20000}'..='\u{3FFFF}')
}

/// Appends a line to those before it: with a space, but not inside a text written without.
pub fn push_line(text: &mut String, line: &str) {
    let unspaced = text.ends_with(is_unspaced) && line.starts_with(is_unspaced);
    if !unspaced && !text.is_empty() {
        text.push(' ');
    }
    text.push_str(line);
}

//! How high a row is. Excel works it out when it opens a workbook that does not say; LibreOffice and
//! others leave such rows one line high, and what wraps is set over the row below. So it is said
//! where a text takes several lines, from its length: no face is measured here.

use crate::tables::{Cell, Column};

const LINE: f64 = 15.0;
const STRONG_LINE: f64 = 20.0;
/// No row of a sheet is higher.
const MOST: f64 = 409.0;

/// Points, for a row that takes more than one plain line.
pub(super) fn of(columns: &[Column], cells: &[Cell<'_>]) -> Option<f64> {
    let highest = columns
        .iter()
        .zip(cells)
        .map(|(column, cell)| match cell {
            Cell::Text(words) => LINE * lines(words, column.width),
            Cell::Label(words) | Cell::Address(words) => LINE * lines(words, column.width),
            // A larger face: three of its letters take the place of four.
            Cell::Strong(words) => STRONG_LINE * lines(words, column.width * 3 / 4),
            Cell::Number(_) | Cell::Standing(_) | Cell::Choice(_) => LINE,
        })
        .fold(LINE, f64::max);
    (highest > LINE).then_some(highest.min(MOST))
}

/// How many lines words take in a column of so many figures' width.
fn lines(words: &str, width: u16) -> f64 {
    let width = usize::from(width.max(1));
    let one = |line: &str| {
        let taken = line.chars().count() + line.chars().filter(|&c| is_wide(c)).count();
        taken.div_ceil(width).max(1)
    };
    // Beyond the highest row nobody counts.
    let all: usize = words.split('\n').take(40).map(one).sum();
    f64::from(u16::try_from(all).unwrap_or(u16::MAX))
}

/// A letter of East Asia or a picture, as wide as two others.
const fn is_wide(c: char) -> bool {
    matches!(c as u32,
        0x1100..=0x115f | 0x2e80..=0xa4cf | 0xac00..=0xd7a3 | 0xf900..=0xfaff
        | 0xfe30..=0xfe4f | 0xff00..=0xff60 | 0x1f300..=0x1faff | 0x20000..=0x3ffff)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_is_as_high_as_its_longest_cell() {
        let columns = [("Label", 8), ("Sentence", 20)].map(|(name, width)| Column {
            name: name.to_owned(),
            width,
        });
        let long = "word ".repeat(1_000);
        let table = [
            ("one line says nothing", "Short.", None),
            ("an empty one neither", "", None),
            ("two lines", "It cost 48.9 million dollars.", Some(30.0)),
            ("lines of its own", "Ana: no\nKim: yes\nwhy", Some(45.0)),
            ("quotation marks are narrow", "“Never”, “a cent”,", None),
            ("wide letters", "大坝建于一九三六年三月二日", Some(30.0)),
            ("the most there is", long.as_str(), Some(MOST)),
        ];
        for (why, words, expected) in table {
            let cells = [Cell::Label("9b"), words.into()];
            assert_eq!(of(&columns, &cells), expected, "{why}");
        }
        let cells = [Cell::Label("1"), Cell::Strong("2 decisions")];
        assert_eq!(of(&columns, &cells), Some(STRONG_LINE), "a larger face");
    }
}

//! Texts as cells.

use rust_xlsxwriter::{Format, Worksheet, XlsxError};

use super::visible;

/// Excel keeps this many UTF-16 units in a cell.
const LONGEST: usize = 32_767;

/// Makes texts fit, and counts those that did not.
#[derive(Default)]
pub(super) struct Cut {
    /// How many texts were cut.
    pub found: usize,
}

impl Cut {
    /// The text with hidden characters visible; cut with a word about it where no cell would hold it.
    pub fn fit(&mut self, text: &str) -> String {
        let whole = visible(text);
        // A byte count is never below the count of UTF-16 units.
        if whole.len() <= LONGEST {
            return whole;
        }
        let all = whole.encode_utf16().count();
        if all <= LONGEST {
            return whole;
        }
        self.found += 1;
        let note = format!(
            " […] [Cut here: {} characters in all, whole in the other formats.]",
            whole.chars().count()
        );
        let mut room = LONGEST - note.encode_utf16().count();
        let kept: String = whole
            .chars()
            .take_while(|c| {
                let fits = c.len_utf16() <= room;
                room = room.saturating_sub(c.len_utf16());
                fits
            })
            .collect();
        kept + &note
    }
}

/// Writes a text. One that looks like the markup of formatted text would be put into the file as
/// such by the library, unescaped; written in two runs of one look it is text.
pub(super) fn show(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    text: &str,
    look: &Format,
) -> Result<(), XlsxError> {
    match text.strip_prefix("<r>") {
        Some(rest) if text.ends_with("</r>") => {
            let plain = Format::default();
            let runs = [(&plain, "<r>"), (&plain, rest)];
            sheet.write_rich_string_with_format(row, column, &runs, look)?;
        }
        _ => {
            sheet.write_string_with_format(row, column, text, look)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_that_does_not_fit_says_so() {
        let mut cut = Cut::default();
        for (why, text, cuts) in [
            ("short", "The dam.".to_owned(), 0),
            ("as long as may be", "x".repeat(LONGEST), 0),
            ("many bytes, few characters", "é".repeat(LONGEST), 0),
            ("one too long", "x".repeat(LONGEST + 1), 1),
            ("two units a character", "👍".repeat(LONGEST / 2 + 1), 1),
            ("long once it is visible", "\u{202e}".repeat(LONGEST / 2), 1),
        ] {
            cut.found = 0;
            let out = cut.fit(&text);
            assert!(out.encode_utf16().count() <= LONGEST, "{why}: it fits");
            assert_eq!(cut.found, cuts, "{why}");
            assert_eq!(out.contains("Cut here"), cuts == 1, "{why}: it says so");
        }
    }
}

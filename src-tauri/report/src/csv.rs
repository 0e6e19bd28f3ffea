//! One row a sentence, for spreadsheets and scripts: RFC 4180 with its CRLF, UTF-8 with the byte
//! order mark without which Excel reads it as something else.
//!
//! A spreadsheet takes a cell for a formula by how it begins, quoted or not. As OWASP advises
//! ("CSV Injection": `=`, `+`, `-`, `@`, tab, CR, LF, and the full-width signs), such a cell gets an
//! apostrophe before it; here behind leading spaces too. So that nothing is lost by it, a cell that
//! begins with apostrophes before such a sign gets one more: whoever reads a cell that begins with
//! apostrophes and then such a sign takes one away, and has the text as it was.
//!
//! Labels are left as they are; rows sort by "No.", which numbers the sentences through.

use stet_core::{
    error::{Code, Error, Result},
    report::{Dossier, standing_name},
};

use crate::{
    Options,
    inert::push_visible,
    tables::{Cell, Detail, names, sentences},
};

/// Writes the dossier's sentences as CSV.
pub fn document(dossier: &Dossier, _: Options) -> Result<Vec<u8>> {
    let titles = names(dossier);
    let table = sentences(dossier, &titles, Detail::Alone);
    let mut out = "\u{feff}".as_bytes().to_vec();
    let mut writer = ::csv::WriterBuilder::new()
        .terminator(::csv::Terminator::CRLF)
        .from_writer(&mut out);
    let mut text = String::new();
    for column in &table.columns {
        writer
            .write_field(field(&mut text, &column.name))
            .map_err(failed)?;
    }
    writer.write_record(None::<&[u8]>).map_err(failed)?;
    for row in &table.rows {
        for cell in row {
            match cell {
                Cell::Text(words) => writer.write_field(field(&mut text, words)),
                Cell::Strong(words) | Cell::Label(words) | Cell::Address(words) => {
                    writer.write_field(field(&mut text, words))
                }
                Cell::Number(number) => writer.write_field(number.to_string()),
                Cell::Standing(standing) => writer.write_field(standing_name(*standing)),
                Cell::Choice(_) => writer.write_field(""),
            }
            .map_err(failed)?;
        }
        writer.write_record(None::<&[u8]>).map_err(failed)?;
    }
    writer.flush().map_err(failed)?;
    drop(writer);
    Ok(out)
}

fn failed(error: impl std::fmt::Display) -> Error {
    Error::new(
        Code::Internal,
        format!("The table could not be written: {error}."),
        "Please report this.",
    )
}

/// The text with hidden characters visible, and no formula.
fn field<'a>(out: &'a mut String, text: &str) -> &'a str {
    out.clear();
    if acts(text) {
        out.push('\'');
    }
    push_visible(out, text, |out, _, c| out.push(c));
    out
}

/// Whether a spreadsheet might take it for a formula, or take our apostrophe for its own.
fn acts(text: &str) -> bool {
    let rest = text.trim_start_matches('\'');
    rest.starts_with(['\t', '\r', '\n'])
        || rest
            .trim_start()
            .starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_is_a_formula_and_every_cell_gives_its_text_back() {
        let table = [
            ("plain", "The dam.", "The dam."),
            ("a formula", "=1+1", "'=1+1"),
            ("a sum", "+1", "'+1"),
            ("a dialogue's dash", "- No, he said.", "'- No, he said."),
            (
                "another dash is no sign",
                "– No, he said.",
                "– No, he said.",
            ),
            ("an old function", "@SUM(A1)", "'@SUM(A1)"),
            ("full width", "＝1", "'＝1"),
            ("behind spaces", "  =1", "'  =1"),
            ("behind a tab", "\t=1", "'\t=1"),
            ("behind a line break", "\n=1", "'\n=1"),
            (
                "a quotation",
                "'We never saw a cent,' he said.",
                "'We never saw a cent,' he said.",
            ),
            ("an apostrophe before a sign", "'=1", "''=1"),
            ("two of them", "''=1", "'''=1"),
            ("inside it acts on nothing", "1=1", "1=1"),
            ("hidden", "a\u{202e}b", "a⟦U+202E⟧b"),
        ];
        let mut out = String::new();
        for (why, text, expected) in table {
            assert_eq!(field(&mut out, text), expected, "{why}");
            let back = if acts(expected) {
                &expected[1..]
            } else {
                expected
            };
            if !text.contains('\u{202e}') {
                assert_eq!(back, text, "{why}: taken back");
            }
        }
    }
}

//! Comma-separated values, read back (RFC 4180).

/// The rows of a table; a byte order mark is no part of the first cell.
pub fn rows(text: &str) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    let mut row = Vec::new();
    let mut cell = String::new();
    let mut quoted = false;
    let mut letters = text.trim_start_matches('\u{FEFF}').chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '"' if quoted && letters.peek() == Some(&'"') => {
                letters.next();
                cell.push('"');
            }
            '"' => quoted = !quoted,
            ',' if !quoted => row.push(std::mem::take(&mut cell)),
            '\r' if !quoted => {}
            '\n' if !quoted => {
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            other => cell.push(other),
        }
    }
    if !cell.is_empty() || !row.is_empty() {
        row.push(cell);
        rows.push(row);
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::rows;

    #[test]
    fn cells_are_what_was_written() {
        let table: [(&str, &str, &[&[&str]]); 6] = [
            ("plain", "a,b\r\nc,d\r\n", &[&["a", "b"], &["c", "d"]]),
            ("with a mark", "\u{FEFF}a\r\n", &[&["a"]]),
            (
                "quotes and commas",
                "\"a \"\"b\"\", c\",d\r\n",
                &[&["a \"b\", c", "d"]],
            ),
            ("a line break in a cell", "\"a\nb\",c\n", &[&["a\nb", "c"]]),
            ("no line break at the end", "a,", &[&["a", ""]]),
            ("nothing", "", &[]),
        ];
        for (why, text, expected) in table {
            assert_eq!(rows(text), expected, "{why}");
        }
    }
}

//! Fields of word processors: instructions with a result. Results are text; instructions are not.

/// A field that is open.
#[derive(Debug, Default)]
pub struct Field {
    /// Its instruction, as far as it was met.
    pub instruction: String,
    /// Whether its result has begun.
    pub in_result: bool,
    /// Whether a link was begun for it.
    pub linked: bool,
}

/// The address that an instruction leads to: `HYPERLINK "https://…" \t "_blank"`.
pub fn hyperlink(instruction: &str) -> Option<String> {
    let rest = instruction.trim_start();
    let keyword = rest.get(..9)?;
    if !keyword.eq_ignore_ascii_case("HYPERLINK") {
        return None;
    }
    let after = &rest[9..];
    let rest = after.trim_start();
    if rest.len() == after.len() && !rest.starts_with('"') {
        return None;
    }
    let address = match rest.strip_prefix('"') {
        Some(quoted) => quoted.split('"').next(),
        None => rest.split_whitespace().next(),
    };
    address
        .filter(|address| !address.is_empty() && !address.starts_with('\\'))
        .map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_of_links() {
        let table = [
            (
                "quoted",
                r#" HYPERLINK "https://a.example/x y" \t "_b""#,
                Some("https://a.example/x y"),
            ),
            (
                "bare",
                "hyperlink http://a.example",
                Some("http://a.example"),
            ),
            ("within the document", r#"HYPERLINK \l "top""#, None),
            ("another field", "PAGE", None),
            ("nothing", "HYPERLINK", None),
            ("beyond ASCII", "HYPERLINKé", None),
        ];
        for (why, instruction, expected) in table {
            assert_eq!(hyperlink(instruction).as_deref(), expected, "{why}");
        }
    }
}

//! A limit to how deep quotations and lists nest. A parser looks at every open level for every
//! line, so that a hostile text of some megabytes (deep, then long) would take it minutes.

use std::borrow::Cow;

/// Far deeper than anybody writes.
const DEEPEST: usize = 64;

/// The text, without the marks of quotations and lists at the start of a line beyond
/// [`DEEPEST`] of them. Owned if there were such marks.
pub fn limit(text: &str) -> Cow<'_, str> {
    if !text.split('\n').any(|line| excess(line).is_some()) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        match excess(line) {
            Some((from, to)) => out.extend([&line[..from], &line[to..]]),
            None => out.push_str(line),
        }
    }
    Cow::Owned(out)
}

/// The bytes of a line that hold the marks beyond the deepest, if it has so many.
fn excess(line: &str) -> Option<(usize, usize)> {
    let (mut at, mut marks, mut from) = (0, 0, None);
    while let Some(length) = mark(&line[at..]) {
        if marks == DEEPEST {
            from = Some(at);
        }
        marks += 1;
        at += length;
    }
    from.map(|from| (from, at))
}

/// Length in bytes of the mark at the start: `>`, `-`, `12.`, with the spaces before it and, for
/// lists, the one after it.
fn mark(text: &str) -> Option<usize> {
    let rest = text.trim_start_matches([' ', '\t']);
    let before = text.len() - rest.len();
    if rest.starts_with('>') {
        return Some(before + 1);
    }
    let digits = rest.bytes().take(10).take_while(u8::is_ascii_digit).count();
    let marks: &[char] = if digits > 0 {
        &['.', ')']
    } else {
        &['-', '+', '*']
    };
    let after = rest[digits..].strip_prefix(marks)?;
    after
        .starts_with([' ', '\t'])
        .then_some(before + digits + 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_too_deep_goes() {
        let table = [
            (
                "what people write",
                "> - 1. **a** > b\n\n- * c".to_owned(),
                None,
            ),
            ("as deep as may be", ">".repeat(64) + " a", None),
            (
                "deeper",
                ">".repeat(70) + " a\nb",
                Some(">".repeat(64) + " a\nb"),
            ),
            (
                "with spaces",
                "> ".repeat(70) + "a",
                Some("> ".repeat(64).trim_end().to_owned() + " a"),
            ),
            ("lists", "- ".repeat(70) + "a", Some("- ".repeat(64) + "a")),
            (
                "numbered ones",
                "12) ".repeat(70) + "a",
                Some("12) ".repeat(64) + "a"),
            ),
            (
                "a rule stays a rule",
                "* ".repeat(70) + "*",
                Some("* ".repeat(64) + "*"),
            ),
            ("dashes without spaces are no list", "-".repeat(99), None),
            (
                "nor are years",
                "1931. ".to_owned() + &"a. ".repeat(99),
                None,
            ),
        ];
        for (why, text, expected) in table {
            assert_eq!(limit(&text), expected.as_deref().unwrap_or(&text), "{why}");
        }
    }
}

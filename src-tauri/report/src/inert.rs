//! Making texts from outside harmless: what a reader's program would act on is escaped, and what a
//! reader could not see is made visible, as ⟦U+202E⟧.

use std::fmt::Write;

/// Whether a character is invisible or reorders what is around it. `before` is the character in
/// front of it: joiners within a word of a script that needs them, or within an emoji, are writing.
pub fn is_hidden(c: char, before: Option<char>) -> bool {
    match c {
        '\n' | '\t' => false,
        // Arabic, Indic and further scripts join with these; so do emoji.
        '\u{200c}' | '\u{200d}' => !before.is_some_and(|b| b >= '\u{0590}' && !is_hidden(b, None)),
        '\u{00ad}' | '\u{034f}' | '\u{061c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}'
        | '\u{17b5}' | '\u{180e}' | '\u{3164}' | '\u{feff}' | '\u{ffa0}' => true,
        '\u{200b}'
        | '\u{200e}'
        | '\u{200f}'
        | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' => true,
        '\u{fdd0}'..='\u{fdef}'
        | '\u{fff0}'..='\u{fffb}'
        | '\u{1bca0}'..='\u{1bca3}'
        | '\u{1d173}'..='\u{1d17a}'
        | '\u{e0000}'..='\u{e0fff}' => true,
        c => c.is_control() || (c as u32) & 0xfffe == 0xfffe,
    }
}

/// Pushes `text` with hidden characters made visible and each other character passed to `escape`,
/// with the byte at which it starts.
pub fn push_visible(
    out: &mut String,
    text: &str,
    mut escape: impl FnMut(&mut String, usize, char),
) {
    let mut before = None;
    for (at, c) in text.char_indices() {
        if is_hidden(c, before) {
            let _ = write!(out, "⟦U+{:04X}⟧", c as u32);
        } else {
            escape(out, at, c);
        }
        before = Some(c);
    }
}

/// Pushes `text` as the content of an HTML element or a quoted attribute.
pub fn push_html(out: &mut String, text: &str) {
    // Nearly all text needs nothing: copy what is plain in one go. Classes of bytes change only
    // at character boundaries, since every byte of a multi-byte character is odd.
    let plain = |byte: u8| {
        (0x20..0x7f).contains(&byte) && !matches!(byte, b'&' | b'<' | b'>' | b'"' | b'\'')
    };
    let mut rest = text;
    while let Some(at) = rest.bytes().position(|byte| !plain(byte)) {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let odd = rest.bytes().position(plain).unwrap_or(rest.len());
        push_visible(out, &rest[..odd], |out, _, c| match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c => out.push(c),
        });
        rest = &rest[odd..];
    }
    out.push_str(rest);
}

/// The address as it may stand in a link: `http` or `https`, a plain host, everything doubtful
/// percent-encoded. `None` for anything else, which is then printed as text.
#[must_use]
pub fn link(url: &str) -> Option<String> {
    let (scheme, rest) = url.split_once("://")?;
    let scheme = ["http", "https"]
        .into_iter()
        .find(|known| scheme.eq_ignore_ascii_case(known))?;
    let (authority, tail) = rest.split_at(rest.find(['/', '?', '#']).unwrap_or(rest.len()));
    let (host, port) = authority.split_once(':').unwrap_or((authority, ""));
    // No user part (it disguises the host), no literal addresses in brackets, no hidden letters.
    let plain = |c: char| {
        c.is_ascii_alphanumeric()
            || matches!(c, '.' | '-' | '_')
            || (c.is_alphanumeric() && !is_hidden(c, None))
    };
    let host_stands =
        host.chars().next().is_some_and(char::is_alphanumeric) && host.chars().all(plain);
    if !host_stands || port.len() > 5 || !port.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let mut out = format!("{scheme}://{authority}");
    for (at, c) in tail.char_indices() {
        let escaped = |from: usize| {
            tail.as_bytes()
                .get(from..from + 2)
                .is_some_and(|two| two.iter().all(u8::is_ascii_hexdigit))
        };
        match c {
            '%' if escaped(at + 1) => out.push('%'),
            // A second # ends nothing and is no part of a fragment.
            '#' if tail[..at].contains('#') => out.push_str("%23"),
            c if c.is_ascii_alphanumeric() || "-._~:/?#@!$&*()+,;=".contains(c) => out.push(c),
            c => c.encode_utf8(&mut [0; 4]).bytes().for_each(|byte| {
                let _ = write!(out, "%{byte:02X}");
            }),
        }
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn html_shows_what_hides_and_escapes_what_acts() {
        let table = [
            ("plain", "The dam.", "The dam."),
            ("markup", "<b>&\"'", "&lt;b&gt;&amp;&quot;&#39;"),
            ("accents pass", "Zürich – “né”", "Zürich – “né”"),
            ("bidi override", "a\u{202e}b", "a⟦U+202E⟧b"),
            ("NUL and escape", "\0\u{1b}", "⟦U+0000⟧⟦U+001B⟧"),
            ("zero width space", "pass\u{200b}word", "pass⟦U+200B⟧word"),
            ("soft hyphen", "co\u{ad}op", "co⟦U+00AD⟧op"),
            (
                "a joiner between Latin letters hides",
                "a\u{200d}b",
                "a⟦U+200D⟧b",
            ),
            (
                "a joiner within an emoji is writing",
                "👨\u{200d}👩",
                "👨\u{200d}👩",
            ),
            (
                "a non-joiner in Persian is writing",
                "می\u{200c}خواهم",
                "می\u{200c}خواهم",
            ),
            (
                "a joiner after a hidden character hides too",
                "\u{200b}\u{200d}",
                "⟦U+200B⟧⟦U+200D⟧",
            ),
            ("tags", "\u{e0041}", "⟦U+E0041⟧"),
            ("a non-character", "\u{ffff}", "⟦U+FFFF⟧"),
            ("newline and tab pass", "a\n\tb", "a\n\tb"),
            ("carriage return", "a\rb", "a⟦U+000D⟧b"),
        ];
        for (why, text, expected) in table {
            let mut out = String::new();
            push_html(&mut out, text);
            assert_eq!(out, expected, "{why}");
        }
    }

    #[test]
    fn only_plain_web_addresses_are_links() {
        let table = [
            (
                "https",
                "https://example.org/a?b=c&d#e",
                Some("https://example.org/a?b=c&d#e"),
            ),
            (
                "scheme in capitals",
                "HTTP://example.org",
                Some("http://example.org"),
            ),
            (
                "a port",
                "http://example.org:8080/",
                Some("http://example.org:8080/"),
            ),
            (
                "another script",
                "https://пример.example/я",
                Some("https://пример.example/%D1%8F"),
            ),
            (
                "quotes and spaces are encoded",
                "https://example.org/\"> <x",
                Some("https://example.org/%22%3E%20%3Cx"),
            ),
            (
                "an escape stays, a lone per cent is encoded",
                "https://example.org/%20%zz",
                Some("https://example.org/%20%25zz"),
            ),
            ("script", "javascript:alert(1)", None),
            (
                "script in disguise",
                "javascript://example.org/%0aalert(1)",
                None,
            ),
            ("data", "data:text/html,x", None),
            ("file", "file:///etc/passwd", None),
            ("no scheme", "example.org", None),
            ("no host", "https://", None),
            (
                "a user part disguises the host",
                "https://bank.example@evil.example/",
                None,
            ),
            ("white space before it", " https://example.org", None),
            (
                "a hidden letter in the host",
                "https://exa\u{200b}mple.org",
                None,
            ),
            ("a port that is none", "https://example.org:http", None),
        ];
        for (why, url, expected) in table {
            assert_eq!(link(url).as_deref(), expected, "{why}");
        }
    }
}

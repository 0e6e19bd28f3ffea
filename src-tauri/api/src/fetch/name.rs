//! What a fetched page is called, so that it is read as what the server says it is.

use url::Url;

/// Types of content and how the names of such files end.
const TYPES: &[(&str, &str)] = &[
    ("text/html", "html"),
    ("application/xhtml+xml", "html"),
    ("application/pdf", "pdf"),
    ("text/plain", "txt"),
    ("text/markdown", "md"),
    ("application/rtf", "rtf"),
    ("text/rtf", "rtf"),
    ("application/epub+zip", "epub"),
    ("application/vnd.oasis.opendocument.text", "odt"),
    (
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "docx",
    ),
    ("message/rfc822", "eml"),
    ("application/vnd.ms-outlook", "msg"),
];

/// Longest name that is made, in characters.
const LONGEST: usize = 100;

/// The last part of the address, with the end that fits the type of content; its own end where
/// the server says nothing that is known here.
pub fn of(url: &Url, content_type: &str) -> String {
    let mut parts = url.path().rsplit('/').filter(|part| !part.is_empty());
    let last = parts.next().or(url.host_str()).unwrap_or("page");
    let last: String = last.chars().take(LONGEST).collect();
    let kind = essence(content_type);
    match TYPES.iter().find(|(known, _)| *known == kind) {
        // Plain text of a name that says more: notes.md, but not page.html.
        Some((_, "txt")) if last.ends_with(".md") => last,
        Some((_, end)) if last.to_lowercase().ends_with(&format!(".{end}")) => last,
        Some((_, end)) => format!("{last}.{end}"),
        None if kind.is_empty() && !last.contains('.') => format!("{last}.html"),
        None => last,
    }
}

/// The encoding that the type of content names.
pub fn charset(content_type: &str) -> Option<String> {
    let value = content_type.split(';').skip(1).find_map(|parameter| {
        let (key, value) = parameter.split_once('=')?;
        key.trim().eq_ignore_ascii_case("charset").then_some(value)
    })?;
    let value = value.trim().trim_matches('"').to_ascii_lowercase();
    (!value.is_empty()).then_some(value)
}

fn essence(content_type: &str) -> String {
    let before = content_type.split(';').next().unwrap_or_default();
    before.trim().to_ascii_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_end_as_the_server_says() {
        let table = [
            (
                "a page without an end",
                "/news/1",
                "text/html; charset=utf-8",
                "1.html",
            ),
            ("a page with one", "/a.HTML", "text/html", "a.HTML"),
            (
                "a script that gives a PDF",
                "/get.php",
                "application/pdf",
                "get.php.pdf",
            ),
            ("only a server", "/", "text/html", "example.org.html"),
            (
                "Markdown as plain text",
                "/notes.md",
                "text/plain",
                "notes.md",
            ),
            (
                "a document",
                "/a.docx",
                "application/octet-stream",
                "a.docx",
            ),
            ("nothing said", "/a", "", "a.html"),
            ("a picture keeps its end", "/a.png", "image/png", "a.png"),
        ];
        for (why, path, kind, expected) in table {
            let url = Url::parse("https://example.org")
                .unwrap()
                .join(path)
                .unwrap();
            assert_eq!(of(&url, kind), expected, "{why}");
        }
        assert_eq!(
            charset("text/html; Charset=\"ISO-8859-1\"").as_deref(),
            Some("iso-8859-1")
        );
        assert_eq!(charset("text/html"), None);
    }
}

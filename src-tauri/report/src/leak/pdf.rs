//! What a PDF says about itself: the texts in its objects (information, bookmarks, alternative
//! texts), XMP, and whatever its streams hold as text. Its pages are numbers of glyphs; what they
//! say is looked for in the data they are set from.

use std::io::Read;

use super::parts::{Part, push};

/// Most bytes that one stream may unfold to: beyond it there is no text of ours.
const MOST: u64 = 64 * 1024 * 1024;

/// What stands for letters that are drawn: one that nobody uses, and alone no name.
const DRAWN: &str = "ꙮ";

/// The texts of a PDF.
pub fn parts(bytes: &[u8]) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut outside = Vec::new();
    let mut rest = bytes;
    while let Some(at) = find(rest, b"stream") {
        let (before, after) = rest.split_at(at);
        outside.extend_from_slice(before);
        let body = &after[b"stream".len()..];
        let body = body.strip_prefix(b"\r").unwrap_or(body);
        let follows = before.trim_ascii_end().ends_with(b">>");
        let Some(body) = body.strip_prefix(b"\n").filter(|_| follows) else {
            // Some word with these letters, in a text: a stream follows its dictionary.
            outside.extend_from_slice(b"stream");
            rest = &after[b"stream".len()..];
            continue;
        };
        let end = find(body, b"endstream").unwrap_or(body.len());
        stream(&mut parts, dictionary(before), &body[..end]);
        rest = body.get(end + b"endstream".len()..).unwrap_or_default();
    }
    outside.extend_from_slice(rest);
    push(
        &mut parts,
        "the document’s information",
        strings(&outside).as_bytes(),
        true,
    );
    parts
}

/// The last dictionary before a stream: its own.
fn dictionary(before: &[u8]) -> &[u8] {
    let from = before.windows(3).rposition(|three| three == b"obj");
    &before[from.unwrap_or(0)..]
}

fn stream(parts: &mut Vec<Part>, dictionary: &[u8], body: &[u8]) {
    let has = |name: &[u8]| find(dictionary, name).is_some();
    let mut unpacked = Vec::new();
    let content = if has(b"/FlateDecode") {
        let mut reader = flate2::read::ZlibDecoder::new(body).take(MOST);
        // What comes before an error is text as well.
        let _ = reader.read_to_end(&mut unpacked);
        unpacked.as_slice()
    } else {
        body
    };
    let is_font = has(b"/Length1") || has(b"/FontFile") || has(b"/CIDFontType0C");
    if has(b"/Metadata") || has(b"/XML") {
        push(parts, "XMP", content, true);
    } else if !is_font && !has(b"/Image") {
        if std::str::from_utf8(content).is_ok() {
            push(parts, "a stream", content, false);
        }
        push(parts, "a stream", strings(content).as_bytes(), false);
    }
}

/// The texts among objects, one a line: `(literal)` and `<hexadecimal>`.
fn strings(bytes: &[u8]) -> String {
    let mut out = String::new();
    let mut at = 0;
    while at < bytes.len() {
        let (string, length) = match bytes[at] {
            b'(' => literal(&bytes[at + 1..]),
            b'<' if bytes.get(at + 1) == Some(&b'<') => (Vec::new(), 1),
            b'<' => hexadecimal(&bytes[at + 1..]),
            _ => {
                at += 1;
                continue;
            }
        };
        out.push_str(&text(&string));
        out.push('\n');
        at += length + 1;
    }
    out
}

/// A literal string after its parenthesis, and how long it is with the closing one.
fn literal(bytes: &[u8]) -> (Vec<u8>, usize) {
    let (mut out, mut depth, mut at) = (Vec::new(), 1, 0);
    while let Some(&byte) = bytes.get(at) {
        at += 1;
        match byte {
            b'\\' => {
                let next = bytes.get(at).copied().unwrap_or_default();
                let octal = bytes[at.min(bytes.len())..]
                    .iter()
                    .take(3)
                    .take_while(|byte| (b'0'..=b'7').contains(byte))
                    .count();
                if octal > 0 {
                    let value = bytes[at..at + octal]
                        .iter()
                        .fold(0_u32, |value, digit| value * 8 + u32::from(digit - b'0'));
                    out.push(value as u8);
                    at += octal;
                    continue;
                }
                at += 1;
                match next {
                    b'n' => out.push(b'\n'),
                    b'r' => out.push(b'\r'),
                    b't' => out.push(b'\t'),
                    b'b' => out.push(8),
                    b'f' => out.push(12),
                    b'\n' => {}
                    other => out.push(other),
                }
            }
            b')' if depth == 1 => break,
            b'(' | b')' => {
                depth += if byte == b'(' { 1 } else { -1 };
                out.push(byte);
            }
            other => out.push(other),
        }
    }
    (out, at)
}

fn hexadecimal(bytes: &[u8]) -> (Vec<u8>, usize) {
    let end = bytes.iter().position(|&byte| byte == b'>');
    let end = end.unwrap_or(bytes.len());
    let digits: Vec<u8> = bytes[..end]
        .iter()
        .filter_map(|&byte| {
            (byte as char)
                .to_digit(16)
                .and_then(|digit| u8::try_from(digit).ok())
        })
        .collect();
    let out = digits
        .chunks(2)
        .map(|two| two[0] * 16 + two.get(1).copied().unwrap_or(0))
        .collect();
    (out, end + 1)
}

/// A text string: UTF-16 or UTF-8 with their marks, else one byte a letter.
fn text(bytes: &[u8]) -> String {
    match bytes {
        [0xfe, 0xff, rest @ ..] => {
            let units: Vec<u16> = rest
                .chunks_exact(2)
                .map(|two| u16::from_be_bytes([two[0], two[1]]))
                .collect();
            String::from_utf16_lossy(&units)
        }
        [0xef, 0xbb, 0xbf, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        // Glyph numbers in a content stream: letters that are not known here, and so part the names
        // of letters around them, which else would make words that nobody reads.
        bytes if bytes.contains(&0) => DRAWN.into(),
        bytes => String::from_utf8(bytes.to_vec())
            .unwrap_or_else(|_| bytes.iter().map(|&byte| byte as char).collect()),
    }
}

fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    let first = *wanted.first()?;
    let mut from = 0;
    while let Some(step) = bytes[from..].iter().position(|&byte| byte == first) {
        let at = from + step;
        if bytes[at..].starts_with(wanted) {
            return Some(at);
        }
        from = at + 1;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_of_objects_are_read() {
        let table: [(&str, &[u8], &str); 8] = [
            (
                "letters named one by one among those that are drawn",
                b"(\xfe\xff\x9b\x45) BDC <0001> Tj (\xfe\xff\x9b\x4d)",
                "魅\nꙮ\n魍",
            ),
            ("literal", b"<</Title (Jo Doe)>>", "Jo Doe"),
            ("nested", b"(a (b) c)", "a (b) c"),
            ("escaped", br"(a\)\141\n)", "a)a\n"),
            ("UTF-16", b"(\xfe\xff\0J\0o)", "Jo"),
            ("hexadecimal UTF-16", b"<FEFF 004A 006F>", "Jo"),
            ("hexadecimal", b"<4A6F>", "Jo"),
            ("one byte a letter", b"(Zo\xeb)", "Zoë"),
        ];
        for (why, bytes, expected) in table {
            assert_eq!(
                strings(bytes).trim_matches('\n'),
                expected.trim_matches('\n'),
                "{why}"
            );
        }
    }

    #[test]
    fn streams_are_unpacked() {
        use std::io::Write;
        let mut packer =
            flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::default());
        packer
            .write_all(b"/Span <</ActualText (Jo Doe)>> BDC")
            .unwrap();
        let mut pdf = b"%PDF-1.7\n1 0 obj <</Filter /FlateDecode>> stream\n".to_vec();
        pdf.extend(packer.finish().unwrap());
        pdf.extend(b"\nendstream endobj (Downstream\n)");
        let parts = parts(&pdf);
        assert!(parts.iter().any(|part| part.text.contains("Jo Doe")));
        assert!(parts.iter().any(|part| part.text.contains("Downstream")));
    }
}

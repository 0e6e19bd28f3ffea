//! Files bent at random: whatever they are, reading them neither panics nor breaks what holds for
//! every document. A failure names its seed. `STET_SECONDS` says how long to go on with each.

use std::io::{Cursor, Read};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::{Duration, Instant};

use super::packed::zip;
use super::*;
use crate::document::Changes;
use crate::mail::tests::{outlook, wide};

const ROUNDS: u64 = 60;
/// How many kinds of mutants a format of word processors has, about: they share its time.
const KINDS: u64 = 4;
const FIXTURES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/fixtures/formats/");

/// Numbers that look random and are the same for the same seed (xorshift).
struct Dice(u64);

impl Dice {
    fn roll(&mut self, below: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % below.max(1) as u64).unwrap_or(0)
    }
}

/// Flips, drops, doubles and swaps some bytes.
fn bend(bytes: &mut Vec<u8>, dice: &mut Dice) {
    for _ in 0..1 + dice.roll(8) {
        if bytes.is_empty() {
            return;
        }
        let at = dice.roll(bytes.len());
        let length = dice.roll(40).min(bytes.len() - at);
        match dice.roll(5) {
            0 => bytes[at] ^= 1 << dice.roll(8),
            1 => drop(bytes.drain(at..at + length)),
            2 => {
                let piece = bytes[at..at + length].to_vec();
                let to = dice.roll(bytes.len());
                bytes.splice(to..to, piece);
            }
            3 => {
                let other = dice.roll(bytes.len());
                bytes.swap(at, other);
            }
            _ => bytes.truncate(at),
        }
    }
}

fn parts(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut parts = Vec::new();
    for at in 0..zip.len() {
        let mut part = zip.by_index(at).unwrap();
        let name = String::from_utf8_lossy(part.name_raw()).into_owned();
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).unwrap();
        if !name.ends_with(['/', 'g']) {
            parts.push((name, bytes));
        }
    }
    parts
}

/// What holds for every document that is read.
fn check(document: &Document) {
    assert!(
        document
            .blocks
            .iter()
            .all(|block| !block.text.trim().is_empty())
    );
    assert!(!document.meta.title.trim().is_empty());
    for remark in &document.remarks {
        let block = &document.blocks[remark.block as usize];
        let length = block.text.chars().count();
        assert!(remark.start <= remark.end && remark.end.0 as usize <= length);
        let words: String = block
            .text
            .chars()
            .take(remark.end.0 as usize)
            .skip(remark.start.0 as usize)
            .collect();
        assert_eq!(words.trim(), words, "remarks are on words");
    }
}

fn try_each(name: &str, make: impl Fn(&mut Dice) -> Vec<u8>) {
    try_for(name, KINDS, make);
}

/// Tries mutants for a share of the time: one of `kinds`.
fn try_for(name: &str, kinds: u64, make: impl Fn(&mut Dice) -> Vec<u8>) {
    let seconds = std::env::var("STET_SECONDS")
        .ok()
        .and_then(|text| text.parse::<u64>().ok());
    let begun = Instant::now();
    let goes_on = |round: u64| match seconds {
        Some(seconds) => begun.elapsed() < Duration::from_secs(seconds / kinds),
        None => round < ROUNDS,
    };
    for round in (0..).take_while(|round| goes_on(*round)) {
        let seed = 0x9E37_79B9_7F4A_7C15_u64.wrapping_mul(round + 1);
        let bytes = make(&mut Dice(seed));
        for changes in [Changes::Accepted, Changes::Original] {
            let choices = Choices {
                changes,
                ..Choices::default()
            };
            let tried = catch_unwind(AssertUnwindSafe(|| {
                if let Ok(document) = read(name, &bytes, &choices) {
                    check(&document);
                }
            }));
            assert!(tried.is_ok(), "{name}: seed {seed:#x}");
        }
    }
}

#[test]
fn bent_parts_of_zip_files() {
    for name in [
        "article.docx",
        "edited.docx",
        "article.odt",
        "edited.odt",
        "article.epub",
    ] {
        let parts = parts(&std::fs::read(FIXTURES.to_owned() + name).unwrap());
        let of_text: Vec<usize> = (0..parts.len())
            .filter(|at| parts[*at].0 != "mimetype")
            .collect();
        try_each(name, |dice| {
            let mut parts = parts.clone();
            let at = of_text[dice.roll(of_text.len())];
            bend(&mut parts[at].1, dice);
            if dice.roll(8) == 0 {
                let (one, other) = (
                    of_text[dice.roll(of_text.len())],
                    of_text[dice.roll(of_text.len())],
                );
                let bytes = std::mem::take(&mut parts[one].1);
                parts[other].1 = bytes;
            }
            let parts: Vec<(&str, &[u8])> = parts
                .iter()
                .map(|(name, bytes)| (name.as_str(), bytes.as_slice()))
                .collect();
            zip(&parts)
        });
    }
}

#[test]
fn bent_files() {
    for name in [
        "article.docx",
        "edited.odt",
        "article.epub",
        "article.rtf",
        "edited.rtf",
        "article.fodt",
        "edited.fodt",
    ] {
        let bytes = std::fs::read(FIXTURES.to_owned() + name).unwrap();
        try_each(name, |dice| {
            let mut bytes = bytes.clone();
            bend(&mut bytes, dice);
            bytes
        });
    }
}

/// A whole file, bent; the only kind of its format.
fn try_bent(name: &str, bytes: &[u8]) {
    try_for(name, 1, |dice| {
        let mut bytes = bytes.to_vec();
        bend(&mut bytes, dice);
        bytes
    });
}

const PAGE: &str = "<!doctype html><html lang=en><head><meta charset=utf-8><title>The bell | Paper</title>\
<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"headline\":\"The bell\",\"author\":[{\"name\":\"Kim Lind\"}]}</script>\
<meta property=og:url content=https://paper.example/bell></head><body><nav><a href=/a>News</a></nav><article><h1>The bell</h1>\
<p>The bell hangs in a school, &ldquo;rung once a year&rdquo;, said the mayor.</p><figure><img src=x alt=y><figcaption>The wall in June.</figcaption></figure>\
<ul><li>One thing.<li>Another &#x2014; thing.</ul><table><tr><td>341<td>households</table><blockquote><p>We never saw a cent.</blockquote>\
<p>See <a href=https://archive.example/minutes>the minutes</a>.</p></article><footer>About us</footer></body></html>";

#[test]
fn bent_pages() {
    try_bent("page.html", PAGE.as_bytes());
}

#[test]
fn bent_mails() {
    let mail = format!(
        "From: =?utf-8?Q?Kim_L=C3=ADnd?= <k@paper.example>\r\nSubject: The bell\r\nDate: Mon, 2 Nov 2026 10:00:00 +0100\r\n\
         MIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain; charset=utf-8\r\n\
         Content-Transfer-Encoding: quoted-printable\r\n\r\nThe bell hangs =\r\nin a school.\r\n\r\n> It is =E2=80=9Crung=E2=80=9D.\r\n-- \r\nKim\r\n\
         --b\r\nContent-Type: text/html\r\n\r\n{PAGE}\r\n--b--\r\n"
    );
    try_bent("mail.eml", mail.as_bytes());
}

#[test]
fn bent_messages() {
    let message = outlook(&[
        ("/__properties_version1.0", &[0; 48]),
        ("/__substg1.0_0037001F", &wide("The bell")),
        ("/__substg1.0_0C1A001F", &wide("Kim Lind")),
        (
            "/__substg1.0_1000001E",
            b"The caf\xe9 closed.\r\n\r\nFrom: Ann\r\nSubject: x\r\n\r\nDid it?",
        ),
        ("/__substg1.0_10130102", PAGE.as_bytes()),
    ]);
    try_bent("message.msg", &message);
}

#[test]
fn bent_papers() {
    let bytes = std::fs::read(FIXTURES.to_owned() + "article.pdf").unwrap();
    try_bent("article.pdf", &bytes);
}

#[test]
fn bent_texts() {
    try_for("notes.md", 2, |dice| {
        let mut bytes = b"# The bell\n\n*By Kim*\n\n- One [thing](https://a.example) `x`[^1]\n  1. Another\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n> Said.\n\n[^1]: Note <b>here</b>.\n".to_vec();
        bend(&mut bytes, dice);
        bytes
    });
    try_for("text.txt", 2, |dice| {
        let mut bytes = "The bell hangs\nin a school. \u{feff}Élodie’s «wall»\r\n\r\nIt is rung.\n"
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect::<Vec<u8>>();
        bytes.splice(0..0, [0xff, 0xfe]);
        bend(&mut bytes, dice);
        bytes
    });
}

#[test]
fn elements_in_any_order() {
    let word = [
        "<w:p>",
        "</w:p>",
        "<w:r>",
        "</w:r>",
        "<w:t>It </w:t>",
        "<w:tbl>",
        "</w:tbl>",
        "<w:tc>",
        "</w:tc>",
        "<w:txbxContent>",
        "</w:txbxContent>",
        "<w:ins>",
        "</w:ins>",
        "<w:del>",
        "</w:del>",
        "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>",
        "<w:commentRangeStart w:id=\"0\"/>",
        "<w:commentRangeEnd w:id=\"0\"/>",
        "<w:fldChar w:fldCharType=\"begin\"/>",
        "<w:fldChar w:fldCharType=\"separate\"/>",
        "<w:fldChar w:fldCharType=\"end\"/>",
        "<w:br/>",
        "<w:hyperlink>",
        "</w:hyperlink>",
    ];
    let open = [
        "<text:p>",
        "</text:p>",
        "It ",
        "<text:span>",
        "</text:span>",
        "<text:list>",
        "</text:list>",
        "<table:table>",
        "</table:table>",
        "<table:table-cell>",
        "</table:table-cell>",
        "<draw:text-box>",
        "</draw:text-box>",
        "<text:note>",
        "</text:note>",
        "<office:annotation office:name=\"x\">",
        "</office:annotation>",
        "<office:annotation-end office:name=\"x\"/>",
        "<text:a xlink:href=\"http://a.example\">",
        "</text:a>",
        "<text:line-break/>",
    ];
    let book = [
        "<p>",
        "</p>",
        "It ",
        "<div>",
        "</div>",
        "<table>",
        "</table>",
        "<td>",
        "</td>",
        "<a href=\"#x\">",
        "<a href=\"http://a.example\">",
        "</a>",
        "<aside epub:type=\"footnote\" id=\"x\">",
        "</aside>",
        "<br/>",
        "<b>",
        "</b>",
        "<sup>1",
        "</sup>",
        "<li>",
        "</li>",
    ];
    let rtf = [
        "{",
        "}",
        "It ",
        "\\par ",
        "\\cell ",
        "\\intbl ",
        "\\pard ",
        "{\\field",
        "{\\*\\fldinst HYPERLINK http://a.example }",
        "{\\fldrslt ",
        "{\\footnote ",
        "{\\*\\annotation ",
        "{\\*\\atnref 1}",
        "{\\*\\atrfstart 1}",
        "{\\*\\atrfend 1}",
        "{\\shptxt ",
        "\\deleted ",
        "\\revised ",
        "\\v ",
        "\\u8220?",
        "\\line ",
        "{\\stylesheet{\\s1 Title;}}",
        "\\s1 ",
    ];
    // Well-formed as far as XML asks for it: what is opened is closed in turn.
    let nested = |pieces: &[&str], dice: &mut Dice| {
        let (mut text, mut open): (String, Vec<String>) = (String::new(), Vec::new());
        for _ in 0..dice.roll(120) {
            let piece = pieces[dice.roll(pieces.len())];
            if piece.starts_with("</") {
                text += &open.pop().unwrap_or_default();
            } else {
                text += piece;
                if piece.starts_with('<') && !piece.contains("/>") && !piece.contains("</") {
                    let name = piece[1..].split([' ', '>']).next().unwrap_or_default();
                    open.push(format!("</{name}>"));
                }
            }
        }
        open.reverse();
        text + &open.concat()
    };
    try_each("a.docx", |dice| packed::docx(&nested(&word, dice)));
    try_each("a.odt", |dice| packed::odt("", &nested(&open, dice)));
    try_each("a.epub", |dice| packed::epub(&[&nested(&book, dice)]));
    try_each("b.epub", |dice| {
        let pieces: String = (0..dice.roll(120))
            .map(|_| book[dice.roll(book.len())])
            .collect();
        packed::epub(&[&pieces])
    });
    try_each("a.rtf", |dice| {
        let pieces: String = (0..dice.roll(120))
            .map(|_| rtf[dice.roll(rtf.len())])
            .collect();
        format!("{{\\rtf1 {pieces}").into_bytes()
    });
}

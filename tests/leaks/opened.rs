//! A document opened by other means than those that guard it.

use std::io::{Read, Write};

/// What is in a document: itself, the files packed in it, these without tags, and the text of a PDF.
pub fn texts(bytes: &[u8]) -> Vec<Vec<u8>> {
    let mut all = vec![bytes.to_vec()];
    if bytes.starts_with(b"PK") {
        all.extend(unpacked(bytes));
    }
    if bytes.starts_with(b"%PDF") {
        all.extend(streams(bytes));
        all.extend(pdf_text(bytes));
    }
    let plain: Vec<Vec<u8>> = all
        .iter()
        .filter(|text| text.trim_ascii_start().starts_with(b"<"))
        .map(|text| without_tags(text))
        .collect();
    all.extend(plain);
    all
}

/// The files of a zip, by their local headers; their sizes stand in the directory at its end.
fn unpacked(bytes: &[u8]) -> Vec<Vec<u8>> {
    let number = |at: usize, size: usize| {
        (0..size).fold(0, |sum, n| sum | usize::from(bytes[at + n]) << (8 * n))
    };
    let mut files = Vec::new();
    let entries =
        (0..bytes.len().saturating_sub(46)).filter(|&at| bytes[at..].starts_with(b"PK\x01\x02"));
    for at in entries {
        let (method, packed, local) = (number(at + 10, 2), number(at + 20, 4), number(at + 42, 4));
        let name = bytes[at + 46..at + 46 + number(at + 28, 2)].to_vec();
        let from = local + 30 + number(local + 26, 2) + number(local + 28, 2);
        let content = &bytes[from..from + packed];
        files.push(name);
        files.push(match method {
            0 => content.to_vec(),
            _ => {
                let mut out = Vec::new();
                flate2::read::DeflateDecoder::new(content)
                    .read_to_end(&mut out)
                    .expect("a packed file unpacks");
                out
            }
        });
    }
    assert!(!files.is_empty(), "a package has files");
    files
}

fn streams(bytes: &[u8]) -> Vec<Vec<u8>> {
    let mut all = Vec::new();
    for at in 0..bytes.len() {
        if bytes[at..].starts_with(b"stream\n") || bytes[at..].starts_with(b"stream\r\n") {
            let from = at + 7 + usize::from(bytes[at + 6] == b'\r');
            let mut out = Vec::new();
            let _ = flate2::read::ZlibDecoder::new(&bytes[from..]).read_to_end(&mut out);
            all.push(out);
        }
    }
    all
}

/// What a reader of PDFs sees on the pages; without one, nothing.
fn pdf_text(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut file = tempfile::NamedTempFile::new().ok()?;
    file.write_all(bytes).ok()?;
    let out = std::process::Command::new("pdftotext")
        .arg(file.path())
        .arg("-")
        .output();
    match out {
        Ok(out) => Some(out.stdout),
        Err(_) => {
            println!("skipped: no pdftotext; the text on the pages of PDFs is not read");
            None
        }
    }
}

fn without_tags(text: &[u8]) -> Vec<u8> {
    let mut inside = false;
    let mut out = Vec::with_capacity(text.len());
    for &byte in text {
        match byte {
            b'<' => inside = true,
            b'>' if inside => inside = false,
            byte if !inside => out.push(byte),
            _ => {}
        }
    }
    out
}

/// Whether one of the texts has one of the forms, in any case of letters of the alphabet.
pub fn says<'f>(texts: &[Vec<u8>], forms: &'f [Vec<u8>]) -> Option<&'f [u8]> {
    let lower: Vec<Vec<u8>> = forms.iter().map(|form| form.to_ascii_lowercase()).collect();
    let mut starts = vec![Vec::new(); 256];
    for (n, form) in lower.iter().enumerate().filter(|(_, form)| form.len() > 1) {
        starts[usize::from(form[0])].push(n);
    }
    for text in texts {
        for at in 0..text.len() {
            for &n in &starts[usize::from(text[at].to_ascii_lowercase())] {
                let there = text.get(at..at + lower[n].len());
                if there.is_some_and(|there| there.eq_ignore_ascii_case(&lower[n])) {
                    return Some(&forms[n]);
                }
            }
        }
    }
    None
}

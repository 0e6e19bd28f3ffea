//! PDFs that are made to do harm, and those that something happened to.

use std::io::Write as _;
use std::time::{Duration, Instant};

use stet_core::error::Code;

use super::{file, lines, pages, stream};
use crate::document::Choices;
use crate::read;

/// Deflated zeros.
fn bomb(mebibytes: usize) -> Vec<u8> {
    let mut packed = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
    let zeros = vec![b' '; 1024 * 1024];
    for _ in 0..mebibytes {
        packed.write_all(&zeros).unwrap();
    }
    packed.finish().unwrap()
}

/// A page of a form that draws a form twice, which does the same, to a depth.
fn doubling(depth: usize) -> Vec<u8> {
    let resources = |at: usize| format!("/Resources <</XObject <</X {at} 0 R>>>>");
    let mut objects = vec![
        b"<</Type /Catalog /Pages 2 0 R>>".to_vec(),
        b"<</Type /Pages /Kids [3 0 R] /Count 1>>".to_vec(),
        format!(
            "<</Type /Page /Parent 2 0 R /Contents 4 0 R {}>>",
            resources(5)
        )
        .into_bytes(),
        stream("", b"/X Do"),
    ];
    for at in 5..5 + depth {
        let head = format!(
            "/Type /XObject /Subtype /Form /BBox [0 0 612 792] {}",
            resources(at + 1)
        );
        objects.push(stream(&head, b"/X Do /X Do"));
    }
    file(&objects)
}

#[test]
fn hostile_files_are_refused_in_time() {
    let catalog = || b"<</Type /Catalog /Pages 2 0 R>>".to_vec();
    let mut deep = vec![catalog()];
    for at in 2..20_000 {
        deep.push(format!("<</Type /Pages /Kids [{} 0 R] /Count 1>>", at + 1).into_bytes());
    }
    deep.push(b"<</Type /Pages /Kids [] /Count 0>>".to_vec());
    let form = |content: &str| {
        stream(
            "/Type /XObject /Subtype /Form /BBox [0 0 612 792] /Resources <</XObject <</X 6 0 R>>>>",
            content.as_bytes(),
        )
    };
    let brackets = |open: &str| {
        let mut bytes = b"%PDF-1.7\n1 0 obj\n".to_vec();
        bytes.extend(open.repeat(1_000_000).bytes());
        bytes
    };
    let packed = bomb(200);
    let flate = |data: &[u8]| stream("/Filter /FlateDecode", data);
    let page = |contents: Vec<u8>| {
        file(&[
            catalog(),
            b"<</Type /Pages /Kids [3 0 R] /Count 1>>".to_vec(),
            b"<</Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R>>".to_vec(),
            contents,
        ])
    };
    let truncated = {
        let whole = pages(&[&lines(72, 700, 12, &["Words of it."])], None);
        whole[..200].to_vec()
    };
    use Code::{FileDamaged, FileEmpty, FileTooLarge};
    for (why, bytes, codes) in [
        (
            "noise behind the first bytes",
            b"%PDF-1.7\n\x01\x02\xff noise".to_vec(),
            &[FileDamaged][..],
        ),
        ("no PDF", b"It rained.".to_vec(), &[FileDamaged]),
        (
            "the first bytes of one",
            truncated,
            &[FileDamaged, FileEmpty],
        ),
        (
            "no pages",
            file(&[catalog(), b"<</Type /Pages /Kids [] /Count 0>>".to_vec()]),
            &[FileEmpty, FileDamaged],
        ),
        (
            "pages that are their own parents",
            file(&[
                catalog(),
                b"<</Type /Pages /Kids [2 0 R] /Count 9>>".to_vec(),
            ]),
            &[FileEmpty, FileDamaged],
        ),
        (
            "a tree of pages 20,000 deep",
            file(&deep),
            &[FileEmpty, FileDamaged],
        ),
        ("a million open brackets", brackets("["), &[FileDamaged]),
        (
            "a million open dictionaries",
            brackets("<<"),
            &[FileDamaged],
        ),
        ("a million open strings", brackets("("), &[FileDamaged]),
        (
            "contents that unpack to 200 MiB",
            page(flate(&packed)),
            &[FileTooLarge],
        ),
        (
            "contents of brackets only",
            page(stream("", "[".repeat(1_000_000).as_bytes())),
            &[FileEmpty],
        ),
        (
            "contents that save their state a million times",
            page(stream("", "q ".repeat(1_000_000).as_bytes())),
            &[FileEmpty],
        ),
        (
            "forms that draw the next one twice, 40 deep",
            doubling(40),
            &[FileTooLarge],
        ),
        (
            "a form that draws itself",
            pages(&["/X Do"], Some(form("/X Do"))),
            &[FileEmpty],
        ),
        (
            "an object that is itself",
            file(&[b"1 0 R".to_vec()]),
            &[FileDamaged, FileEmpty],
        ),
    ] {
        let start = Instant::now();
        let error = read("a.pdf", &bytes, &Choices::default()).unwrap_err();
        assert!(codes.contains(&error.code), "{why}: {error:?}");
        assert!(!error.hint.is_empty(), "{why}: says what to do");
        assert!(start.elapsed() < Duration::from_secs(30), "{why}: in time");
    }
}

#[test]
fn changed_files_are_read_or_refused() {
    let content = lines(
        72,
        700,
        12,
        &[
            "The bridge over the river is closed.",
            "It opens on Monday.",
        ],
    );
    let whole = pages(&[&content, &content], None);
    for at in 0..whole.len() {
        let mut bytes = whole.clone();
        bytes[at] = bytes[at].wrapping_add(1 + (at % 255) as u8);
        let _ = read("a.pdf", &bytes, &Choices::default());
    }
    for length in (0..whole.len()).step_by(13) {
        let _ = read("a.pdf", &whole[..length], &Choices::default());
    }
}

//! The sentence splitter on English news, on one core, beside what else a Rust program would take.

use std::{
    hint::black_box,
    path::{Path, PathBuf},
    time::Instant,
};

use stet_language::{Options, sentences};

use crate::{
    table::{MS, Row},
    text,
};

/// The fastest of so many is told: nothing waits for a disk here, so whatever is slower was busy
/// with something else.
const TIMES: usize = 40;
/// About as many bytes of the texts are taken: a few milliseconds of work, so that the fastest time
/// is one that nothing came between.
const BYTES: usize = 500_000;
/// 200 MB a second.
const MS_A_MEGABYTE: f64 = 5.0;

/// All figures of the splitter.
pub fn measure() -> Vec<Row> {
    let (source, paragraphs) = news();
    let bytes: usize = paragraphs.iter().map(String::len).sum();
    let whole = paragraphs.join("\n\n");
    let whole = [whole.as_str()];
    let mut rows = vec![
        row(
            "split, paragraph by paragraph",
            &source,
            bytes,
            &paragraphs,
            stet,
        ),
        row("split, all in one text", &source, bytes, &whole, stet),
    ];
    // An import splits block by block.
    if let Some(first) = rows.first_mut() {
        first.at_most = Some(MS_A_MEGABYTE);
    }
    rows.extend(peers::rows(&source, bytes, &paragraphs));
    rows
}

fn stet(text: &str) -> usize {
    sentences(text, "en", Options::default()).len()
}

/// How long a splitter takes for a megabyte.
fn row<T: AsRef<str>>(
    what: &str,
    source: &str,
    bytes: usize,
    texts: &[T],
    split: impl Fn(&str) -> usize,
) -> Row {
    let mut found = 0;
    let seconds = (0..TIMES)
        .map(|_| {
            let start = Instant::now();
            found = texts
                .iter()
                .map(|text| split(black_box(text.as_ref())))
                .sum();
            start.elapsed().as_secs_f64()
        })
        .fold(f64::INFINITY, f64::min);
    let megabytes = bytes as f64 / 1e6;
    Row {
        what: format!("{what}, 1 MB"),
        value: seconds * 1000.0 / megabytes,
        unit: MS,
        at_most: None,
        how: format!(
            "{:.0} MB/s, {found} sentences of {source}, fastest of {TIMES}",
            megabytes / seconds
        ),
    }
}

/// Paragraphs of news where they are at hand (`STET_SHARED`, or beside the repository), else made
/// ones.
fn news() -> (String, Vec<String>) {
    let shared = std::env::var_os("STET_SHARED").map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared"),
        PathBuf::from,
    );
    let lines = std::fs::read_to_string(shared.join("data/segmentation/dev/en-news.jsonl"));
    let (source, paragraphs): (_, Vec<String>) = match lines {
        Ok(lines) => {
            let text = |line: &str| {
                let record: serde_json::Value = serde_json::from_str(line).ok()?;
                Some(record.get("text")?.as_str()?.to_owned())
            };
            ("English news", lines.lines().filter_map(text).collect())
        }
        Err(_) => {
            let made = text::article(5_000);
            ("made text", made.split("\n\n").map(str::to_owned).collect())
        }
    };
    let mut bytes = 0;
    let paragraphs = paragraphs
        .into_iter()
        .take_while(|paragraph| {
            bytes += paragraph.len();
            bytes <= BYTES
        })
        .collect();
    (source.to_owned(), paragraphs)
}

#[cfg(feature = "peers")]
mod peers {
    use super::{Row, row};

    pub fn rows(source: &str, bytes: usize, paragraphs: &[String]) -> Vec<Row> {
        let icu = icu_segmenter::SentenceSegmenter::new(Default::default());
        vec![
            row("sentencex, the same", source, bytes, paragraphs, |text| {
                sentencex::segment("en", text).len()
            }),
            row(
                "icu_segmenter, the same",
                source,
                bytes,
                paragraphs,
                |text| icu.segment_str(text).count().saturating_sub(1),
            ),
        ]
    }
}

#[cfg(not(feature = "peers"))]
mod peers {
    use super::Row;

    pub fn rows(_: &str, _: usize, _: &[String]) -> Vec<Row> {
        Vec::new()
    }
}

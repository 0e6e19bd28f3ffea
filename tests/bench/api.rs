//! What the api takes for what a person waits for.

use std::{
    path::{Path, PathBuf},
    time::Instant,
};

use rusqlite::Connection;
use stet_api::{
    ImportChoices, Options, Session,
    commands::{Commands, TagSentences},
};
use stet_core::{text::Span, view::Tag};

use crate::{
    table::{MS, Row, percentile},
    text,
};

const SENTENCES: usize = 10_000;
const TAGS: usize = 500;
const TIMES: usize = 10;

/// A session at work in `folder`, with the machine's clock and randomness.
pub fn session(folder: &Path) -> Session {
    let mut options =
        Options::system(Some(folder.join("bench.stet")), Some("Bench".into())).expect("a home");
    options.config = folder.join("config");
    options.data = folder.join("data");
    Session::open(options).expect("a session opens")
}

/// Milliseconds that `work` takes, and what it gives.
pub fn timed<T>(work: impl FnOnce() -> T) -> (f64, T) {
    let start = Instant::now();
    let out = work();
    (start.elapsed().as_secs_f64() * 1000.0, out)
}

/// All figures of the api.
pub fn measure(folder: &Path) -> Vec<Row> {
    let mut rows = Vec::new();
    rows.extend(import_of_the_article(folder));
    let mut at_work = session(folder);
    let text = text::article(SENTENCES);
    let (ms, imported) = timed(|| {
        at_work
            .import_bytes("long.txt", text.into_bytes(), &ImportChoices::default())
            .expect("it is imported")
    });
    rows.push(Row {
        what: format!("import of {} sentences", imported[0].sentences),
        value: ms,
        unit: MS,
        at_most: None,
        how: "once, durable".into(),
    });
    let article = imported[0].article.clone();
    let view = at_work.view(&article).expect("an article");
    let spans: Vec<Span> = view.sentences.iter().map(|one| one.span()).collect();
    at_work
        .tag_sentences(
            &article,
            &spans,
            Some(Tag::Verified),
            Some("Seen in the paper named."),
        )
        .expect("all are tagged");
    rows.extend(durable_tags(folder, &mut at_work, &article, &spans));
    drop(at_work);

    let mut open: Vec<f64> = (0..TIMES)
        .map(|_| {
            timed(|| {
                let view = session(folder).view(&article).expect("an article");
                assert_eq!(view.sentences.len(), spans.len());
            })
            .0
        })
        .collect();
    rows.push(Row {
        what: format!("opening {SENTENCES} sentences"),
        unit: MS,
        value: percentile(&mut open, 0.5),
        at_most: Some(300.0),
        how: format!("median of {TIMES} new sessions"),
    });

    rows
}

/// One tag at a time, each beside a bare commit of one row as long as an event.
fn durable_tags(folder: &Path, at_work: &mut Session, article: &str, spans: &[Span]) -> [Row; 4] {
    let bare = Connection::open(folder.join("bare.db")).expect("a database");
    bare.execute_batch("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE row(n INTEGER PRIMARY KEY, body BLOB)").expect("a table");
    let body = [7_u8; 450];
    let (mut alone, mut through) = (Vec::new(), Vec::new());
    for n in 0..TAGS {
        let span = spans[n * 17 % spans.len()];
        alone.push(
            timed(|| {
                bare.execute("INSERT INTO row(body) VALUES (?)", [&body])
                    .expect("a row")
            })
            .0,
        );
        let takes = TagSentences {
            article: article.to_owned(),
            spans: vec![span],
            tag: Some(Tag::Disputed),
            speaker: None,
        };
        through.push(timed(|| at_work.tag(takes).expect("a tag")).0);
    }
    let [alone_50, alone_99] = [0.5, 0.99].map(|share| percentile(&mut alone, share));
    let [through_50, through_99] = [0.5, 0.99].map(|share| percentile(&mut through, share));
    let most = if alone_50 < 2.0 {
        alone_50 + 1.0
    } else {
        alone_50 * 1.5
    };
    let row = |what: &str, ms, at_most, how: String| Row {
        what: what.into(),
        value: ms,
        unit: MS,
        at_most,
        how,
    };
    [
        row(
            "bare commit of one row, median",
            alone_50,
            None,
            format!("{TAGS}, WAL, synchronous=FULL, in turn with the tags"),
        ),
        row(
            "one durable tag, median",
            through_50,
            Some(most),
            format!(
                "{TAGS}, among {SENTENCES} sentences: {:.2} × the bare commit",
                through_50 / alone_50
            ),
        ),
        row("bare commit of one row, p99", alone_99, None, String::new()),
        row(
            "one durable tag, p99",
            through_99,
            None,
            format!("{:.2} × the bare commit", through_99 / alone_99),
        ),
    ]
}

/// The article that is measured everywhere, where it is at hand: `STET_SHARED`, or beside the
/// repository.
fn import_of_the_article(folder: &Path) -> Option<Row> {
    let shared = std::env::var_os("STET_SHARED").map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared"),
        PathBuf::from,
    );
    let found = std::fs::read_dir(shared.join("articles"))
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.path())
        .find(|path| path.extension().is_some_and(|end| end == "txt"));
    let Some(path) = found else {
        println!("import of the article: skipped: no data");
        return None;
    };
    let mut times = Vec::new();
    for n in 0..TIMES {
        let folder = folder.join(format!("article-{n}"));
        std::fs::create_dir(&folder).expect("a folder");
        let mut fresh = session(&folder);
        times.push(
            timed(|| {
                fresh
                    .import_file(&path, &ImportChoices::default())
                    .expect("it is imported")
            })
            .0,
        );
    }
    Some(Row {
        what: "import of the article".into(),
        unit: MS,
        value: percentile(&mut times, 0.5),
        at_most: None,
        how: format!("median of {TIMES} new databases, durable"),
    })
}

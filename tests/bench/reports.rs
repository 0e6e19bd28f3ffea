//! How long each format of a report takes, and how much memory, for a long article that is tagged
//! and sourced throughout. The formats are those of the registry: a new one is measured by itself.

use std::{
    path::{Path, PathBuf},
    process::{Command, Stdio},
    thread::sleep,
    time::Duration,
};

use stet_api::{
    ImportChoices, ReportAsked, ReportFormat, ReportOptions, Session,
    commands::{AddEvidence, Commands},
};
use stet_core::{text::Span, view::Tag};

use crate::{
    api::{session, timed},
    table::{MB, MS, Row, percentile},
    taguette, text,
};

const SENTENCES: usize = 10_000;
const SOURCES: usize = 2_000;
/// So many sentences of such text make 300 pages of PDF.
const OF_300_PAGES: usize = 1_630;
const TIMES: usize = 5;
/// A format that takes longer is measured once.
const LONG: f64 = 5_000.0;
const FINDING: &str = "Seen in the paper named; the figure on its second page is the same.";

/// All figures of the reports.
pub fn measure(folder: &Path) -> Vec<Row> {
    let folder = folder.join("reports");
    std::fs::create_dir(&folder).expect("a folder");
    let mut at_work = session(&folder);
    let (long, row) = made(&mut at_work, SENTENCES);
    let what = format!("{SENTENCES} sentences, {SOURCES} sources");
    let mut rows = vec![row];
    for &format in ReportFormat::ALL {
        let most = aim(format);
        rows.push(time(&mut at_work, &long, format, &what, most));
        rows.extend(memory(&folder, &long, format, &what));
    }
    rows.extend(taguette::measure(&folder, &text::article(SENTENCES)));
    if let Some(pdf) = ReportFormat::from_name("pdf") {
        let (shorter, _) = made(&mut at_work, OF_300_PAGES);
        let what = format!("{OF_300_PAGES} sentences");
        let mut row = time(&mut at_work, &shorter, pdf, &what, Some(3_000.0));
        if let Some(pages) = pages(&folder, &mut at_work, &shorter, pdf) {
            row.how = format!("{}, {pages} pages", row.how);
        }
        rows.push(row);
    }
    rows
}

/// The most that the whole way to the document may take, in milliseconds.
fn aim(format: ReportFormat) -> Option<f64> {
    match format.name() {
        "html" | "md" | "csv" | "json" => Some(300.0),
        "docx" | "xlsx" => Some(1_000.0),
        _ => None,
    }
}

/// Imports an article, tags all of it and gives every sentence a source; its id, and what a source
/// takes.
fn made(at_work: &mut Session, sentences: usize) -> (String, Row) {
    let imported = at_work
        .import_bytes(
            &format!("{sentences}.txt"),
            text::article(sentences).into_bytes(),
            &ImportChoices::default(),
        )
        .expect("it is imported");
    let article = imported[0].article.clone();
    let view = at_work.view(&article).expect("an article");
    let spans: Vec<Span> = view.sentences.iter().map(|one| one.span()).collect();
    // Of ten sentences seven are verified, two attributed, one is disputed.
    for (tag, remainders) in [
        (Tag::Verified, 0..7),
        (Tag::AttributedOnly, 7..9),
        (Tag::Disputed, 9..10),
    ] {
        let of = spans.iter().enumerate();
        let chosen: Vec<Span> = of
            .filter(|(n, _)| remainders.contains(&(n % 10)))
            .map(|(_, span)| *span)
            .collect();
        at_work
            .tag_sentences(&article, &chosen, Some(tag), Some(FINDING))
            .expect("they are tagged");
    }
    let mut times = Vec::new();
    for (n, five) in spans.chunks(SENTENCES / SOURCES).enumerate() {
        let adds = AddEvidence {
            article: article.clone(),
            spans: five.to_vec(),
            source: String::new(),
            url: format!("https://papers.example/{n}"),
            title: format!("Paper number {n}"),
            quotation: "The figure is given there.".into(),
            locator: format!("p. {}", n % 90 + 1),
            sensitivity: None,
        };
        let (ms, done) = timed(|| at_work.add_evidence(adds));
        done.expect("a source is added");
        times.push(ms);
    }
    let last = times.len() - times.len().min(100);
    let row = Row {
        what: format!("a new source on 5 of {sentences} sentences"),
        value: percentile(&mut times[last..], 0.5),
        unit: MS,
        at_most: None,
        how: format!(
            "durable, median of the last 100 of {}",
            spans.len().div_ceil(SENTENCES / SOURCES)
        ),
    };
    (article, row)
}

fn bytes(at_work: &mut Session, article: &String, format: ReportFormat) -> Vec<u8> {
    let asked = ReportAsked {
        articles: std::slice::from_ref(article),
        profile: format.profile(),
        date: None,
    };
    at_work
        .report_bytes(&asked, format, ReportOptions::default())
        .unwrap_or_else(|error| panic!("{}: {error}", format.name()))
}

/// From the open database to the finished bytes.
fn time(
    at_work: &mut Session,
    article: &String,
    format: ReportFormat,
    what: &str,
    at_most: Option<f64>,
) -> Row {
    let mut times = Vec::new();
    let mut length = 0;
    while times.len() < TIMES && times.first().is_none_or(|first| *first < LONG) {
        let (ms, out) = timed(|| bytes(at_work, article, format));
        times.push(ms);
        length = out.len();
    }
    let runs = times.len();
    Row {
        what: format!("{} of {what}", format.name()),
        value: percentile(&mut times, 0.5),
        unit: MS,
        at_most,
        how: format!(
            "median of {runs}, from the open database, {:.1} MB",
            length as f64 / 1e6
        ),
    }
}

/// The most memory that the command line held while it wrote the same; only where the system tells.
fn memory(folder: &Path, article: &str, format: ReportFormat, what: &str) -> Option<Row> {
    let program = beside("stet")?;
    let mut child = Command::new(program)
        .env("XDG_CONFIG_HOME", folder.join("config"))
        .env("XDG_DATA_HOME", folder.join("data"))
        .args(["--as", "Bench", "--db"])
        .arg(folder.join("bench.stet"))
        .args(["report", article, "--format", format.name(), "-o"])
        .arg(folder.join(format!("memory.{}", format.extension())))
        .stdout(Stdio::null())
        .spawn()
        .ok()?;
    let status = PathBuf::from(format!("/proc/{}/status", child.id()));
    let mut most = 0.0_f64;
    let ended = loop {
        // The mark of the highest water never falls: the last reading is what counts.
        if let Some(now) = high_water(&status) {
            most = most.max(now);
        }
        if let Some(ended) = child.try_wait().ok()? {
            break ended;
        }
        sleep(Duration::from_millis(2));
    };
    assert!(ended.success(), "{} is written", format.name());
    (most > 0.0).then(|| Row {
        what: format!("{} of {what}, peak memory", format.name()),
        value: most,
        unit: MB,
        at_most: (format.name() != "pdf").then_some(500.0),
        how: "once, the command line".into(),
    })
}

/// Peak resident memory in megabytes, as Linux tells it.
pub fn high_water(status: &Path) -> Option<f64> {
    let told = std::fs::read_to_string(status).ok()?;
    let line = told.lines().find(|line| line.starts_with("VmHWM:"))?;
    let kib: f64 = line.split_whitespace().nth(1)?.parse().ok()?;
    Some(kib * 1024.0 / 1e6)
}

/// A program built beside this one.
fn beside(name: &str) -> Option<PathBuf> {
    let here = std::env::current_exe().ok()?;
    let program = here.parent()?.join(name);
    if program.is_file() {
        Some(program)
    } else {
        println!("memory: skipped: {name} is not built beside the bench");
        None
    }
}

/// How many pages it has, where `pdfinfo` is installed.
fn pages(
    folder: &Path,
    at_work: &mut Session,
    article: &String,
    pdf: ReportFormat,
) -> Option<String> {
    let file = folder.join("pages.pdf");
    std::fs::write(&file, bytes(at_work, article, pdf)).ok()?;
    let out = Command::new("pdfinfo").arg(&file).output().ok()?;
    let told = String::from_utf8_lossy(&out.stdout).into_owned();
    let pages = told.lines().find_map(|line| line.strip_prefix("Pages:"))?;
    Some(pages.trim().to_owned())
}

//! What a person waits for in the real window, on a screen without a monitor: its first picture,
//! and the picture after a key.

use std::{
    fs,
    io::{BufRead, BufReader},
    path::Path,
    process::Stdio,
    thread::sleep,
    time::Duration,
};

use serde_json::{Value, json};
use stet_tests::{
    driver::{
        Driver,
        key::{CTRL, ENTER, HOME},
    },
    stage::Stage,
};

use crate::{
    table::{MS, Row, percentile},
    text,
};

const STARTS: usize = 9;
/// Sentences of the articles: of the sample first.
const SIZES: [usize; 3] = [30, 2_000, 10_000];
const KEYS: usize = 160;
/// Between two keys: slower than anybody's fingers rattle, faster than anybody decides.
const PAUSE: Duration = Duration::from_millis(80);
const NAME: [&str; 2] = ["--as", "Bench"];

/// All figures of the window. `folder` lies on the disk that is to be measured.
pub fn measure(folder: &Path) -> Vec<Row> {
    let home = tempfile::tempdir_in(folder).expect("a home folder");
    let mut stage = Stage::at(home);
    let mut rows = starts(&stage);
    for sentences in &SIZES[1..] {
        let file = stage.path(&format!("{sentences}.txt"));
        let text = format!("{}\n\n{}", title(*sentences), text::article(*sentences));
        fs::write(&file, text).expect("an article to import");
        let done = stage.stet(&["import", &file.display().to_string()]);
        assert!(done.status.success(), "the long article is imported");
    }
    measuring(stage.open_with(&NAME));
    for sentences in SIZES {
        rows.extend(keys(&mut stage, sentences));
    }
    rows
}

fn title(sentences: usize) -> String {
    format!("Harbour of {sentences}")
}

/// From the start of the process to the first picture.
fn starts(stage: &Stage) -> Vec<Row> {
    let first = painted(stage, &[]);
    let [mut article, mut library] = [Vec::new(), Vec::new()];
    for _ in 0..STARTS {
        article.push(painted(stage, &["--sample"]));
        library.push(painted(stage, &[]));
    }
    let row = |what: &str, value, at_most, how: String| Row {
        what: what.into(),
        value,
        unit: MS,
        at_most,
        how,
    };
    let spread = |times: &mut Vec<f64>| {
        format!(
            "median of {STARTS}, {:.0}–{:.0}",
            percentile(times, 0.0),
            percentile(times, 1.0)
        )
    };
    let (how_article, how_library) = (spread(&mut article), spread(&mut library));
    vec![
        row(
            "first start ever",
            first,
            None,
            "once: new home, new database, the sample imported".into(),
        ),
        row(
            "start to first paint, the sample open",
            percentile(&mut article, 0.5),
            Some(500.0),
            how_article,
        ),
        row(
            "start to first paint, the library",
            percentile(&mut library, 0.5),
            Some(500.0),
            how_library,
        ),
    ]
}

/// Starts the program, waits until it says how long its first picture took, ends it.
fn painted(stage: &Stage, arguments: &[&str]) -> f64 {
    let mut program = stage
        .bare(arguments)
        .env("STET_BENCH", "1")
        .stdout(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let said = program.stdout.take().expect("its words");
    let took = BufReader::new(said)
        .lines()
        .map_while(Result::ok)
        .find_map(|line| {
            let ms = line.strip_prefix("painted ")?.strip_suffix(" ms")?;
            ms.parse().ok()
        });
    // It holds nothing worth a friendly end.
    let _ = program.kill();
    let _ = program.wait();
    // Its web view's processes need a moment to see that it is gone.
    sleep(Duration::from_millis(400));
    took.expect("the program paints")
}

/// Turns the measuring of keys on, for the windows opened after this one.
fn measuring(window: &Driver) {
    window.wait("the page", "return document.body.innerText");
    let said = window.run_later(
        "const done = arguments[0]; window.__TAURI_INTERNALS__.invoke('call', {name: 'save_setting', takes: {key: 'bench', value: 'on'}}).then(() => done('on'), (error) => done(JSON.stringify(error)))",
        json!([]),
    );
    assert_eq!(said, "on", "the window measures its keys");
}

/// From a tag's key to its picture, in an article of so many sentences.
fn keys(stage: &mut Stage, sentences: usize) -> Vec<Row> {
    if sentences == SIZES[0] {
        stage.open_with(&["--as", "Bench", "--sample"]);
    } else {
        stage.open_with(&NAME).click(&title(sentences));
    }
    let window = stage.window();
    window.see("[data-at]");
    sleep(Duration::from_millis(1500));
    let mut floor = two_frames(window);
    for n in 0..KEYS {
        // The first half from the top, the second from the middle; a short article again and again.
        if sentences == SIZES[0] && n % 25 == 0 {
            window.press(&HOME.to_string());
        } else if n == KEYS / 2 {
            go_to(window, sentences / 2);
        }
        sleep(PAUSE);
        window.press(["v", "d", "a"][n % 3]);
    }
    window.wait(
        "the picture after the last key",
        &format!("return window.__stetKeyToPaint.length >= {KEYS}"),
    );
    saved(window);
    let mut times = numbers(&window.run("return window.__stetKeyToPaint", json!([])));
    let (held, parts) = memory(stage);
    let [p50, p95, most] = [0.5, 0.95, 1.0].map(|share| percentile(&mut times, share));
    let frames = [0.5, 0.95].map(|share| percentile(&mut floor, share));
    let row = |what: &str, value, unit, at_most, how| Row {
        what: format!("{what}, {sentences} sentences"),
        value,
        unit,
        at_most,
        how,
    };
    vec![
        row(
            "two frames without a key, p50",
            frames[0],
            MS,
            None,
            format!("the floor of the next two; p95 {:.2}", frames[1]),
        ),
        row(
            "key to paint, p50",
            p50,
            MS,
            None,
            format!("{KEYS} tags, one every {} ms and more", PAUSE.as_millis()),
        ),
        row(
            "key to paint, p95",
            p95,
            MS,
            Some(50.0),
            format!("longest {most:.2}"),
        ),
        row("memory", held, "MB", None, parts),
    ]
}

/// From any moment to the second frame after it, as a key has it, when nothing is to be drawn.
fn two_frames(window: &Driver) -> Vec<f64> {
    numbers(&window.run_later(
        "const [count, pause, done] = arguments; const times = []; \
         const one = () => { const from = performance.now(); requestAnimationFrame(() => requestAnimationFrame((now) => { times.push(now - from); if (times.length === count) done(times); else setTimeout(one, pause + Math.random() * 17); })); }; \
         one();",
        json!([60, PAUSE.as_millis()]),
    ))
}

fn go_to(window: &Driver, sentence: usize) {
    window.chord(&[CTRL], 'g');
    window.see("#find-field");
    window.press(&sentence.to_string());
    window.press(&ENTER.to_string());
    window.wait(
        "the focus in the text",
        "return !!document.activeElement?.dataset.at",
    );
    sleep(Duration::from_millis(500));
}

/// Waits until the last tag is on disk: each was sent off as its key was pressed.
fn saved(window: &Driver) {
    window.wait("“saved” in the last line", "const bar = document.querySelector('footer'); return /saved/i.test(bar?.innerText ?? '') && !/saving|unsaved/i.test(bar.innerText)");
}

fn numbers(told: &Value) -> Vec<f64> {
    told.as_array()
        .into_iter()
        .flatten()
        .filter_map(Value::as_f64)
        .collect()
}

/// Megabytes in memory of the program and its web view: all, and each.
fn memory(stage: &Stage) -> (f64, String) {
    let mut all = 0.0;
    let mut parts = Vec::new();
    for (name, process) in stage.processes() {
        let status = fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
        let kilobytes = status
            .lines()
            .find_map(|line| line.strip_prefix("VmRSS:")?.split_whitespace().next())
            .and_then(|number| number.parse::<f64>().ok());
        if let Some(kilobytes) = kilobytes {
            all += kilobytes / 1024.0;
            parts.push(format!("{name} {:.0}", kilobytes / 1024.0));
        }
    }
    (
        all,
        format!(
            "resident, pages shared counted in each: {}",
            parts.join(", ")
        ),
    )
}

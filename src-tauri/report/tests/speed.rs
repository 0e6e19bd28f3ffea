//! A report of ten thousand tagged sentences, in the time the person waits for it. Timed in
//! release builds; otherwise it checks that the size stays in bounds.

mod common;

use std::time::Instant;

use stet_report::{Format, write};

#[test]
fn ten_thousand_sentences() {
    let view = common::many(10_000);
    for &format in Format::ALL {
        let start = Instant::now();
        let report = common::report(&view);
        let built = start.elapsed();
        let bytes = write(&report, format);
        let all = start.elapsed();
        println!(
            "{}: model {built:?}, all {all:?}, {} bytes",
            format.name(),
            bytes.len()
        );
        assert!(
            bytes.len() < 25_000_000,
            "{} bytes for 10,000 sentences",
            bytes.len()
        );
        if !cfg!(debug_assertions) {
            assert!(all.as_millis() < 500, "{} took {all:?}", format.name());
        }
    }
}

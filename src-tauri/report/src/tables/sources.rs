//! One row a source.

use stet_core::report::Dossier;

use super::{Cell, Table, article};

/// The sources of every article, in order of first use.
pub(crate) fn sources<'a>(dossier: &'a Dossier, titles: &'a [String]) -> Table<'a> {
    let mut table = Table::new(
        "Sources",
        dossier.reports.len() > 1,
        &[
            ("No.", 6),
            ("Source", 60),
            ("Address", 60),
            ("Name is for", 12),
            ("Used by", 30),
        ],
    );
    for (report, title) in dossier.reports.iter().zip(titles) {
        for source in &report.sources {
            table.row(article(dossier, title, false).into_iter().chain([
                Cell::Number(source.number),
                (&source.title).into(),
                Cell::Address(&source.url),
                source.sensitivity.name().into(),
                source.used_by.join(", ").into(),
            ]));
        }
    }
    table
}

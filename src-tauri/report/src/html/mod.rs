//! One self-contained page: no script, no network, its own content security policy. Everything is
//! pushed to one string, in the order of the pages. Several reports stand one after another in the
//! same page, behind a cover; each then has its own prefix of ids and its headings one level lower.

mod behind;
mod cover;
mod faces;
mod facts;
mod first;
mod galley;
mod page;
mod quoted;
mod review;
mod strip;

use stet_core::{
    error::Result,
    report::{Dossier, Report},
    view::Standing,
};

use crate::{Options, claimreview::reviews};
use page::Page;

/// Writes the dossier as HTML.
pub fn document(dossier: &Dossier, _: Options) -> Result<Vec<u8>> {
    let reports = &dossier.reports;
    // About 900 bytes a sentence were measured, with its note.
    let bytes: usize = reports
        .iter()
        .map(|report| report.sentences.len() * 1_200 + report.article.text.len() + 20_000)
        .sum();
    let mut page = Page::new(180_000 + bytes);
    page.head(dossier);
    if let [one] = reports.as_slice() {
        report(&mut page, one, dossier);
    } else {
        cover::write(&mut page, dossier);
        for (n, one) in reports.iter().enumerate() {
            page.enter(n);
            page.raw("<article class=\"one\" aria-labelledby=\"")
                .raw_id("t-title", "")
                .raw("\">\n");
            report(&mut page, one, dossier);
            page.raw("</article>\n");
        }
    }
    page.foot(dossier);
    Ok(page.done())
}

fn report(page: &mut Page, report: &Report, dossier: &Dossier) {
    first::write(page, report);
    behind::attributed(page, report);
    if report.quoted {
        quoted::write(page, report);
    } else {
        galley::write(page, report);
    }
    behind::notes(page, report, &reviews(report, dossier));
    behind::sources(page, report);
    behind::open(page, report);
    behind::method(page, report);
}

/// How a standing is shown: class, glyph, and the word for those who see neither.
pub(super) struct Mark {
    pub class: &'static str,
    pub line: &'static str,
    pub glyph: &'static str,
    pub word: &'static str,
}

pub(super) const fn mark(standing: Standing) -> Mark {
    let (class, line, glyph, word) = match standing {
        Standing::Verified => ("v", "s sv", "✓", "Verified"),
        Standing::Disputed => ("d", "s sd", "✗", "Disputed"),
        Standing::AttributedOnly => ("a", "s sa", "❝", "Attributed-only"),
        Standing::NoClaim => ("n", "s sn", "–", "No claim"),
        Standing::Untagged => ("o", "s so", "○", "Untagged"),
        Standing::Disagreement => ("x", "s sx", "≠", "Disagreement"),
    };
    Mark {
        class,
        line,
        glyph,
        word,
    }
}

/// A fingerprint in groups of four, as people compare it.
pub(super) fn grouped(fingerprint: &str) -> String {
    let chars: Vec<char> = fingerprint.chars().collect();
    chars
        .chunks(4)
        .map(|four| four.iter().collect::<String>())
        .collect::<Vec<_>>()
        .join(" ")
}

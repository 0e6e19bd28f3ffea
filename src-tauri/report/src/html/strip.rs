//! The coverage strip: the article's sentences in a row, each kind with its own pattern. One path
//! a kind, however many sentences.

use std::fmt::Write;

use stet_core::{report::Report, view::Standing};

use super::page::Page;

/// Writes the strip with its text alternative; nothing for an article without sentences.
pub(super) fn write(page: &mut Page, report: &Report) {
    strip(page, report, true);
}

/// Writes the strip where its words stand beside it anyway.
pub(super) fn beside_its_words(page: &mut Page, report: &Report) {
    strip(page, report, false);
}

fn strip(page: &mut Page, report: &Report, speaks: bool) {
    let all = report.sentences.len();
    if all == 0 {
        return;
    }
    // A few sentences do not fill the line: what is short looks short.
    page.raw("<svg class=\"strip\" style=\"max-width:")
        .number(all * 2)
        .raw("rem\" viewBox=\"0 0 ")
        .number(all * 10)
        .raw(" 14\" preserveAspectRatio=\"none\"");
    if speaks {
        page.raw(" role=\"img\" aria-label=\"")
            .raw(if report.quoted {
                "The quoted sentences"
            } else {
                "The sentences"
            })
            .raw(" in a row. ")
            .text(&report.summary)
            .raw("\">");
    } else {
        page.raw(" aria-hidden=\"true\">");
    }
    let kinds = [
        (Standing::Verified, "v"),
        (Standing::AttributedOnly, "a"),
        (Standing::Disputed, "d"),
        (Standing::NoClaim, "n"),
        (Standing::Untagged, "o"),
        (Standing::Disagreement, "x"),
    ];
    for (standing, class) in kinds {
        let mut path = String::new();
        let mut at = 0;
        for run in report.sentences.chunk_by(|a, b| a.standing == b.standing) {
            let (x, end) = (at * 10, (at + run.len()) * 10);
            at += run.len();
            if run[0].standing != standing {
                continue;
            }
            let (from, to) = (x + 1, end - 1);
            let _ =
                match standing {
                    Standing::AttributedOnly => write!(path, "M{from} 5H{to}M{from} 9H{to}"),
                    // One box a sentence: two disputed neighbours are two troubles.
                    Standing::Disputed => (0..run.len())
                        .try_for_each(|n| write!(path, "M{} 1h8v12h-8z", x + n * 10 + 1)),
                    Standing::Disagreement => (0..run.len())
                        .try_for_each(|n| write!(path, "M{} 2h8v10h-8z", x + n * 10 + 1)),
                    _ => write!(path, "M{from} 7H{to}"),
                };
        }
        if !path.is_empty() {
            page.raw("<path vector-effect=\"non-scaling-stroke\" class=\"")
                .raw(class)
                .raw("\" d=\"")
                .raw(&path)
                .raw("\"/>");
        }
    }
    page.raw("</svg>\n");
}

//! Where everything fell when the pages were set, and from that: where the labels and findings of the
//! margins stand, where links lead. Lengths in points, from the page's upper left.
//!
//! As on a checker's galley, a finding stands beside its sentence or as near as its neighbours let
//! it: it may run on beside the paragraphs that follow, or begin higher at the foot of a page. None
//! lies on another, and the text never moves for them.

use typst::{foundations::Value, introspection::MetadataElem};
use typst_layout::PagedDocument;

/// Margins of the page at the left and right, at its top and at its foot, as in the template.
const EDGE: f64 = 56.69;
const TOP: f64 = 76.5;
const FOOT: f64 = 68.0;
/// Lines of labels; from a label's upper edge to the line that it belongs to.
const LABEL: Size = (12.5, 7.5);
/// The column of findings; from a finding's upper edge to its first line; below its last line.
const COLUMN: f64 = 118.0;
const LINE: f64 = 6.0;
const BELOW: f64 = 2.5;
/// Between two findings.
const GAP: f64 = 6.0;
/// So much above what a link leads to stays in sight.
const SIGHT: f64 = 14.0;

pub(super) type Size = (f64, f64);

/// A place on a page; pages count from 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Spot {
    pub page: usize,
    pub x: f64,
    pub y: f64,
}

/// What was found of one report, by index of sentence, number of source.
#[derive(Default)]
struct Found {
    title: Vec<Option<Spot>>,
    sentences: Vec<Option<Spot>>,
    ends: Vec<Option<Spot>>,
    findings: Vec<Option<Spot>>,
    notes: Vec<Option<Spot>>,
    sources: Vec<Option<Spot>>,
}

/// What is known of one report's places.
pub(super) struct Places {
    /// Where links lead, by kind of target as in the template, by index of sentence or number of
    /// source.
    pub targets: [Vec<Option<Spot>>; 4],
    /// How far each sentence's label is moved, in points to the right and down. What has no place is
    /// not shown.
    pub labels: Vec<Option<Size>>,
    /// How far each sentence's finding is moved, and whether it is said whole.
    pub findings: Vec<Option<(Size, bool)>>,
}

/// The places of each report.
pub(super) fn places(set: &PagedDocument) -> Vec<Places> {
    let size = set.pages().first().map_or((0.0, 0.0), |page| {
        let size = page.frame.size();
        (size.x.to_pt(), size.y.to_pt())
    });
    found(set)
        .into_iter()
        .map(|one| report(one, size))
        .collect()
}

fn found(set: &PagedDocument) -> Vec<Found> {
    let mut reports: Vec<Found> = Vec::new();
    let introspector = set.introspector();
    for element in introspector.elements().all() {
        let Some(metadata) = element.to_packed::<MetadataElem>() else {
            continue;
        };
        let (Value::Str(name), Some(location)) = (&metadata.value, element.location()) else {
            continue;
        };
        let mut words = name.as_str().split(' ');
        let kind = words.next().unwrap_or_default();
        let mut number = || words.next().and_then(|word| word.parse::<usize>().ok());
        let (Some(report), Some(at), Some(place)) =
            (number(), number(), introspector.position(location))
        else {
            continue;
        };
        if reports.len() <= report {
            reports.resize_with(report + 1, Found::default);
        }
        let one = &mut reports[report];
        let list = match kind {
            "t" => &mut one.title,
            "s" => &mut one.sentences,
            "e" => &mut one.ends,
            "f" => &mut one.findings,
            "n" => &mut one.notes,
            _ => &mut one.sources,
        };
        if list.len() <= at {
            list.resize(at + 1, None);
        }
        list[at] = Some(Spot {
            page: place.page.get(),
            x: place.point.x.to_pt(),
            y: place.point.y.to_pt(),
        });
    }
    reports
}

fn report(found: Found, size: Size) -> Places {
    let (labels, findings) = (labels(&found.sentences, size), findings(&found, size));
    let in_sight = |mut spots: Vec<Option<Spot>>| {
        for spot in spots.iter_mut().flatten() {
            spot.y = (spot.y - SIGHT).max(0.0);
        }
        spots
    };
    Places {
        targets: [found.sentences, found.notes, found.sources, found.title].map(in_sight),
        labels,
        findings,
    }
}

/// Something that wants to stand in a margin, at a height on a page.
#[derive(Clone, Debug)]
struct Wish {
    at: usize,
    page: usize,
    top: f64,
    height: f64,
    /// Whether it is said whole.
    whole: bool,
}

/// From each sentence's beginning to its label.
fn labels(sentences: &[Option<Spot>], size: Size) -> Vec<Option<Size>> {
    let wishes = sentences.iter().enumerate().filter_map(|(at, spot)| {
        spot.map(|spot| Wish {
            at,
            page: spot.page,
            top: spot.y - LABEL.1,
            height: LABEL.0,
            whole: true,
        })
    });
    let mut out = vec![None; sentences.len()];
    for wish in stacked(wishes.collect(), 0.0, size.1) {
        if let Some(Some(from)) = sentences.get(wish.at) {
            out[wish.at] = Some((EDGE - from.x, wish.top - from.y));
        }
    }
    out
}

/// From each sentence's end to its finding, and whether that is said whole.
fn findings(found: &Found, size: Size) -> Vec<Option<(Size, bool)>> {
    let of = |list: &[Option<Spot>], at: usize| list.get(at).copied().flatten();
    let wishes = found.ends.iter().enumerate().filter_map(|(at, end)| {
        let (end, last) = ((*end)?, of(&found.findings, at)?);
        // It belongs where its sentence begins, on the page where the sentence ends.
        let begin = of(&found.sentences, at).filter(|begin| begin.page == end.page);
        Some(Wish {
            at,
            page: end.page,
            top: begin.map_or(TOP, |begin| begin.y - LINE),
            height: last.y - end.y + BELOW,
            whole: true,
        })
    });
    let mut out = vec![None; found.ends.len()];
    for wish in stacked(wishes.collect(), GAP, size.1) {
        if let Some(end) = of(&found.ends, wish.at) {
            let column = size.0 - EDGE - COLUMN;
            out[wish.at] = Some(((column - end.x, wish.top - end.y), wish.whole));
        }
    }
    out
}

/// Gives each its place, page by page.
fn stacked(wishes: Vec<Wish>, gap: f64, height: f64) -> Vec<Wish> {
    let mut all = Vec::with_capacity(wishes.len());
    // Sentences come in the order of the pages.
    for page in wishes.chunk_by(|a, b| a.page == b.page) {
        let mut page = page.to_vec();
        page.sort_by(|a, b| a.top.total_cmp(&b.top));
        fit(&mut page, gap, height - FOOT - TOP);
        stack(&mut page, gap, TOP, height - FOOT);
        all.append(&mut page);
    }
    all
}

/// Shortens the longest until all have room, and leaves out what even then has none.
fn fit(page: &mut Vec<Wish>, gap: f64, room: f64) {
    let least = LINE + BELOW;
    let needed = |page: &[Wish]| page.iter().map(|one| one.height + gap).sum::<f64>() - gap;
    while needed(page) > room {
        let longest = page
            .iter_mut()
            .filter(|one| gap > 0.0 && one.whole && one.height > least)
            .max_by(|a, b| a.height.total_cmp(&b.height).then(b.at.cmp(&a.at)));
        match longest {
            Some(longest) => (longest.height, longest.whole) = (least, false),
            None => drop(page.pop()),
        }
    }
}

/// Lets each make way downwards for the one above, and upwards where the page ends.
fn stack(page: &mut [Wish], gap: f64, top: f64, bottom: f64) {
    let mut free = top - LABEL.1;
    for one in page.iter_mut() {
        one.top = one.top.max(free);
        free = one.top + one.height + gap;
    }
    let mut free = bottom;
    for one in page.iter_mut().rev() {
        one.top = one.top.min(free - one.height);
        free = one.top - gap;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tops(wishes: &[Size], room: Size) -> Vec<(f64, bool)> {
        let wishes = wishes.iter().enumerate().map(|(at, (top, height))| Wish {
            at,
            page: 1,
            top: *top,
            height: *height,
            whole: true,
        });
        let mut page: Vec<Wish> = wishes.collect();
        fit(&mut page, GAP, room.1 - room.0);
        stack(&mut page, GAP, room.0, room.1);
        page.iter().map(|one| (one.top, one.whole)).collect()
    }

    #[test]
    fn findings_make_way_for_each_other() {
        type Stand = (f64, bool);
        let table: [(&str, &[Size], &[Stand]); 4] = [
            (
                "with room, each stands beside its sentence",
                &[(100.0, 20.0), (200.0, 20.0)],
                &[(100.0, true), (200.0, true)],
            ),
            (
                "a long one pushes the next down",
                &[(100.0, 50.0), (110.0, 20.0)],
                &[(100.0, true), (156.0, true)],
            ),
            (
                "at the foot of the page all move up",
                &[(150.0, 50.0), (380.0, 40.0)],
                &[(150.0, true), (360.0, true)],
            ),
            (
                "where there is no room the longest is shortened",
                &[(100.0, 250.0), (110.0, 100.0)],
                &[(100.0, false), (114.5, true)],
            ),
        ];
        for (why, wishes, expected) in table {
            assert_eq!(tops(wishes, (80.0, 400.0)), expected, "{why}");
        }
    }

    #[test]
    fn none_lies_on_another_nor_off_the_page() {
        let many: Vec<(f64, f64)> = (0..120).map(|n| (80.0 + f64::from(n), 30.0)).collect();
        let stand = tops(&many, (80.0, 700.0));
        assert!(stand.iter().all(|(top, _)| (72.0..700.0).contains(top)));
        assert!(stand.is_sorted_by(|a, b| a.0 + LINE + BELOW <= b.0));
    }
}

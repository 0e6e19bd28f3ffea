//! What is usual in a document: the size of its letters, how far lines of a paragraph are apart,
//! where its columns begin and end.

use std::collections::HashMap;

use crate::title::ends_like_sentence;

use super::columns::Line;

/// Edges of a column, in points.
#[derive(Clone, Copy, Debug)]
pub struct Edges {
    pub left: f64,
    pub right: f64,
}

/// What is usual in a document.
pub struct Usual {
    /// Size of the letters of running text.
    pub size: f64,
    /// Distances of base lines within paragraphs, by size of letters in tenths of points.
    leading: HashMap<i64, Vec<f64>>,
    pub columns: HashMap<usize, Edges>,
}

impl Usual {
    pub fn of(lines: &[Line], size: f64) -> Self {
        let mut members: HashMap<usize, Vec<&Line>> = HashMap::new();
        for line in lines.iter().filter(|line| !line.cell) {
            members.entry(line.column).or_default().push(line);
        }
        let columns: HashMap<usize, Edges> = members
            .into_iter()
            .map(|(column, lines)| (column, edges(&lines)))
            .collect();
        let mut gaps: HashMap<i64, Vec<(f64, bool)>> = HashMap::new();
        for pair in lines.windows(2) {
            let [a, b] = pair else { continue };
            let gap = b.y - a.y;
            let same =
                a.column == b.column && !a.cell && !b.cell && tenths(a.size) == tenths(b.size);
            if same && gap > 0.7 * a.size && gap < 2.6 * a.size {
                let right = columns.get(&a.column).map_or(a.x1, |edges| edges.right);
                let full = a.x1 + b.first_word_width() + 0.25 * a.size > right;
                let goes_on = full && !ends_like_sentence(&a.text());
                gaps.entry(tenths(a.size)).or_default().push((gap, goes_on));
            }
        }
        Self {
            size,
            leading: gaps
                .into_iter()
                .map(|(size, gaps)| (size, leadings(gaps)))
                .collect(),
            columns,
        }
    }

    /// The smallest distance of base lines within paragraphs of this size, in points.
    fn leading(&self, size: f64) -> f64 {
        let smallest = |size: f64| {
            let known = self.leading.get(&tenths(size))?;
            known.iter().copied().reduce(f64::min)
        };
        smallest(size)
            .or_else(|| Some(smallest(self.size)? / self.size * size))
            .unwrap_or(1.25 * size)
            .min(2.2 * size)
    }

    /// Whether lines so far apart may be of one paragraph.
    pub fn is_near(&self, gap: f64, size: f64) -> bool {
        let more = 0.2 * size;
        let known = self.leading.get(&tenths(size)).into_iter().flatten();
        gap >= 0.0
            && (gap <= self.leading(size) + more
                || known
                    .into_iter()
                    .any(|usual| (usual - 0.5..usual + more).contains(&gap)))
    }

    /// Whether a line is set larger than running text.
    pub fn is_large(&self, line: &Line) -> bool {
        line.size > 1.12 * self.size
    }
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "sizes are small and finite"
)]
fn tenths(size: f64) -> i64 {
    (size * 10.0).round() as i64
}

/// The gaps over which sentences usually go on; else the smallest that is no exception. A gap is
/// noted with whether the line above it is full and does not end like a sentence.
fn leadings(mut gaps: Vec<(f64, bool)>) -> Vec<f64> {
    gaps.sort_by(|a, b| a.0.total_cmp(&b.0));
    let (mut found, mut smallest) = (Vec::new(), None);
    let enough = 2.max(gaps.len() / 10);
    let mut first = 0;
    while first < gaps.len() {
        let end = first + gaps[first..].partition_point(|(gap, _)| *gap < gaps[first].0 + 0.6);
        let going_on = gaps[first..end]
            .iter()
            .filter(|(_, goes_on)| *goes_on)
            .count();
        let middle = gaps[(first + end) / 2].0;
        if going_on >= 2 && going_on * 5 >= (end - first) * 2 {
            found.push(middle);
        }
        if end - first >= enough {
            smallest = smallest.or(Some(middle));
        }
        first = end;
    }
    if found.is_empty() {
        found.extend(smallest.or_else(|| gaps.first().map(|(gap, _)| *gap)));
    }
    found
}

/// Where most lines of a column start, and how far its lines reach.
fn edges(lines: &[&Line]) -> Edges {
    let mut starts: Vec<f64> = lines.iter().map(|line| line.x0).collect();
    starts.sort_by(f64::total_cmp);
    let (mut left, mut most) = (starts.first().copied().unwrap_or_default(), 0);
    for (at, start) in starts.iter().enumerate() {
        let count = starts[at..].partition_point(|other| *other < start + 2.0);
        if count > most * 5 / 4 {
            (left, most) = (*start, count);
        }
    }
    let mut ends: Vec<f64> = lines.iter().map(|line| line.x1).collect();
    ends.sort_by(f64::total_cmp);
    let right = ends.get(ends.len() * 19 / 20).or(ends.last());
    Edges {
        left,
        right: right.copied().unwrap_or_default(),
    }
}

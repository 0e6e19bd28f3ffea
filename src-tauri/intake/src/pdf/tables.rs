//! Tables: grids of rules, and rows of cells that stand in line without any.

use hayro_interpret::kurbo::{Point, Rect};

use super::columns::Line;
use super::lists::mark_of;
use super::words::{Row, Word};

/// How far apart rules may end and still meet, in points.
const SLACK: f64 = 3.0;

/// A grid of rules.
#[derive(Debug)]
pub struct Grid {
    pub place: Rect,
    /// Its lines, from left to right and from top to bottom.
    xs: Vec<f64>,
    ys: Vec<f64>,
}

/// The grids among a page's rules: at least two columns and two cells.
pub fn grids(rules: &[Rect]) -> Vec<Grid> {
    let mut group: Vec<usize> = (0..rules.len()).collect();
    fn root(group: &mut [usize], mut at: usize) -> usize {
        while group[at] != at {
            group[at] = group[group[at]];
            at = group[at];
        }
        at
    }
    for (a, rule) in rules.iter().enumerate() {
        let near = rule.inflate(SLACK, SLACK);
        for (b, other) in rules.iter().enumerate().take(a) {
            if near.overlaps(*other) {
                let (a, b) = (root(&mut group, a), root(&mut group, b));
                group[a] = b;
            }
        }
    }
    let mut grids = Vec::new();
    for (leader, first) in rules.iter().enumerate() {
        if root(&mut group, leader) != leader {
            continue;
        }
        let (mut xs, mut ys) = (Vec::new(), Vec::new());
        let mut place = *first;
        for (at, rule) in rules.iter().enumerate() {
            if root(&mut group, at) == leader {
                place = place.union(*rule);
                let side = if rule.width() < rule.height() {
                    (&mut xs, rule.center().x)
                } else {
                    (&mut ys, rule.center().y)
                };
                side.0.push(side.1);
            }
        }
        let (xs, ys) = (merge(xs), merge(ys));
        if xs.len() >= 3 && ys.len() >= 2 {
            grids.push(Grid { place, xs, ys });
        }
    }
    grids
}

/// Sorted, those that are one made one.
fn merge(mut places: Vec<f64>) -> Vec<f64> {
    places.sort_by(f64::total_cmp);
    places.dedup_by(|b, a| *b - *a < 2.0 * SLACK);
    places
}

impl Grid {
    /// Takes the words that stand in the grid: one line a cell, row by row.
    pub fn take(&self, rows: &mut [Row], page: usize) -> Vec<Line> {
        let mut cells: Vec<((usize, usize), Vec<Word>)> = Vec::new();
        for row in rows {
            row.words.retain(|word| {
                let middle = Point::new((word.x0 + word.x1) / 2.0, word.y - 0.3 * word.size);
                if !self.place.contains(middle) {
                    return true;
                }
                let of = |places: &[f64], at: f64| places.partition_point(|place| *place < at);
                let cell = (of(&self.ys, middle.y), of(&self.xs, middle.x));
                let mut word = word.clone();
                match cells.iter_mut().rev().find(|(known, _)| *known == cell) {
                    Some((_, words)) => {
                        // A cell's next line.
                        word.spaced |= words.last().is_some_and(|last| last.y < word.y - 1.0);
                        words.push(word);
                    }
                    None => cells.push((cell, vec![word])),
                }
                false
            });
        }
        cells.sort_by_key(|(cell, _)| *cell);
        cells
            .into_iter()
            .filter_map(|(_, words)| Line::new(words, page, 0))
            .map(as_cell)
            .collect()
    }

    /// What stands in for the grid while columns are found.
    pub fn placeholder(&self) -> Row {
        let word = Word {
            text: "\u{fffc}".into(),
            x0: self.place.x0,
            x1: self.place.x1,
            y: self.place.y0 + 1.0,
            size: 10.0,
            bold: false,
            raised: false,
            artifact: false,
            spaced: true,
            link: None,
        };
        Row {
            y: word.y,
            words: vec![word],
        }
    }
}

const fn as_cell(mut line: Line) -> Line {
    line.cell = true;
    line
}

/// The fewest rows in line that make a table without rules.
const FEWEST_ROWS: usize = 3;
/// The widest gap between words of one cell, in heights of its letters.
const WIDEST_GAP: f64 = 1.4;

/// Cuts lines into cells where several, one below the other, have gaps at the same places.
pub fn cells(lines: Vec<Line>) -> Vec<Line> {
    let cut: Vec<Vec<Line>> = lines.iter().map(pieces).collect();
    let mut in_table = vec![false; lines.len()];
    let mut start = 0;
    while start < lines.len() {
        let mut end = start + 1;
        while end < lines.len()
            && cut[start].len() > 1
            && in_line(&cut[end - 1], &cut[end])
            && lines[end].y - lines[end - 1].y < 4.0 * lines[end].size
        {
            end += 1;
        }
        if cut[start].len() > 1 && end - start >= FEWEST_ROWS {
            in_table[start..end].fill(true);
        }
        start = end;
    }
    let parts = lines.into_iter().zip(cut).zip(in_table);
    parts
        .flat_map(|((line, cut), in_table)| if in_table { cut } else { vec![line] })
        .collect()
}

/// A line's parts between wide gaps; itself where it has none, or is an item of a list.
fn pieces(line: &Line) -> Vec<Line> {
    if line.cell || mark_of(line, None).is_some() {
        return vec![line.clone()];
    }
    let mut parts: Vec<Vec<Word>> = Vec::new();
    let mut end = f64::NEG_INFINITY;
    for word in &line.words {
        match parts.last_mut() {
            Some(part) if word.x0 - end <= WIDEST_GAP * line.size => part.push(word.clone()),
            _ => parts.push(vec![word.clone()]),
        }
        end = word.x1;
    }
    parts
        .into_iter()
        .filter_map(|words| Line::new(words, line.page, line.column))
        .map(as_cell)
        .collect()
}

/// Whether two rows have their cells below each other: flush left or right.
fn in_line(above: &[Line], below: &[Line]) -> bool {
    above.len() == below.len()
        && above.iter().zip(below).all(|(a, b)| {
            (a.x0 - b.x0).abs() < SLACK
                || (a.x1 - b.x1).abs() < SLACK
                || (a.x0 + a.x1 - b.x0 - b.x1).abs() < 2.0 * SLACK
        })
}

//! Rows → lines in reading order. A gutter is a strip that rows leave free, with text that starts
//! flush behind it; what crosses it stands above or below its columns.

use crate::wrap::is_unspaced;

use super::words::{Row, Word, usual_size};

/// Words of one column on one base line.
#[derive(Clone, Debug)]
pub struct Line {
    pub words: Vec<Word>,
    pub x0: f64,
    pub x1: f64,
    pub y: f64,
    /// Usual size of its letters, in points.
    pub size: f64,
    pub bold: bool,
    /// Page, from 0.
    pub page: usize,
    /// Which column of the document, numbered in reading order; all lines of a table share one.
    pub column: usize,
    /// Cells are not joined with each other.
    pub cell: bool,
}

impl Line {
    pub fn new(words: Vec<Word>, page: usize, column: usize) -> Option<Self> {
        let (first, last) = (words.first()?, words.last()?);
        let size = usual_size(words.iter().filter(|word| !word.raised));
        let (x0, x1) = (first.x0, last.x1);
        let y = words.iter().find(|word| !word.raised).unwrap_or(first).y;
        let bold = words.iter().all(|word| word.bold || word.raised);
        Some(Self {
            words,
            x0,
            x1,
            y,
            size,
            bold,
            page,
            column,
            cell: false,
        })
    }

    /// Its words as they stand.
    pub fn text(&self) -> String {
        let mut text = String::new();
        for word in &self.words {
            if word.spaced && !text.is_empty() {
                text.push(' ');
            }
            text.push_str(&word.text);
        }
        text
    }

    pub fn letters(&self) -> usize {
        self.words.iter().map(Word::letters).sum()
    }

    /// Width of what cannot be broken at its beginning, in points.
    pub fn first_word_width(&self) -> f64 {
        let mut end = self.x0;
        for (at, word) in self.words.iter().enumerate() {
            if at > 0 && word.spaced {
                break;
            }
            let letters = word.letters();
            if letters > 1 && word.text.starts_with(is_unspaced) {
                return (word.x1 - word.x0) / letters as f64;
            }
            end = word.x1;
        }
        end - self.x0
    }
}

/// How deep columns are looked for within columns.
const DEEPEST: usize = 6;
/// The fewest lines on each side that make columns.
const FEWEST_LINES: usize = 4;
/// The same where columns began at that place before.
const FEWEST_AGAIN: usize = 2;
/// How near places are that are one, in points.
const SAME_PLACE: f64 = 2.0;
/// The most places that are remembered.
const MOST_KNOWN: usize = 12;

/// Puts rows into reading order, page by page.
#[derive(Default)]
pub struct Order {
    page: usize,
    /// Number of the column at hand.
    column: usize,
    lines: Vec<Line>,
    /// Where columns began on the pages before: there a few lines are enough.
    known: Vec<f64>,
}

/// Rows that share a gutter.
struct Band {
    first: usize,
    /// One after the last.
    end: usize,
    /// Where the columns on its right begin.
    at: f64,
}

impl Order {
    /// A page's lines.
    pub fn page(&mut self, page: usize, rows: &[Row]) -> Vec<Line> {
        self.page = page;
        self.add(rows, 0);
        std::mem::take(&mut self.lines)
    }

    /// Adds rows, with their columns one after the other.
    fn add(&mut self, rows: &[Row], depth: usize) {
        let band = (depth < DEEPEST)
            .then(|| widest_band(rows, &self.known))
            .flatten();
        let Some(band) = band else {
            return self.one_column(rows);
        };
        let again = self
            .known
            .iter()
            .any(|at| (at - band.at).abs() < SAME_PLACE);
        if !again && self.known.len() < MOST_KNOWN {
            self.known.push(band.at);
        }
        let (above, rest) = rows.split_at(band.first);
        let (within, below) = rest.split_at(band.end - band.first);
        if !above.is_empty() {
            self.add(above, depth + 1);
        }
        let side = |keep: fn(f64, f64) -> bool| -> Vec<Row> {
            let of = |row: &Row| Row {
                words: row
                    .words
                    .iter()
                    .filter(|word| keep(word.x0, band.at - 1.0))
                    .cloned()
                    .collect(),
                y: row.y,
            };
            within
                .iter()
                .map(of)
                .filter(|row| !row.words.is_empty())
                .collect()
        };
        self.add(&side(|x, at| x < at), depth + 1);
        self.add(&side(|x, at| x >= at), depth + 1);
        if !below.is_empty() {
            self.add(below, depth + 1);
        }
    }

    fn one_column(&mut self, rows: &[Row]) {
        let (page, column) = (self.page, self.column);
        self.lines.extend(
            rows.iter()
                .filter_map(|row| Line::new(row.words.clone(), page, column)),
        );
        self.column += 1;
    }
}

/// The band of columns with the most text on its lighter side.
fn widest_band(rows: &[Row], known: &[f64]) -> Option<Band> {
    let words = || rows.iter().flat_map(|row| &row.words);
    let size = usual_size(words());
    let left = words().map(|word| word.x0).fold(f64::INFINITY, f64::min);
    let right = words()
        .map(|word| word.x1)
        .fold(f64::NEG_INFINITY, f64::max);
    if right - left < 12.0 * size {
        return None;
    }
    let mut best: Option<(usize, Band)> = None;
    for at in starts(rows, left, right, size)
        .into_iter()
        .chain(known.iter().copied())
    {
        let fewest = if known.iter().any(|known| (known - at).abs() < SAME_PLACE) {
            FEWEST_AGAIN
        } else {
            FEWEST_LINES
        };
        for band in bands(rows, at, 0.7 * size) {
            let band = band.trimmed(rows, size);
            if let Some(weight) = weigh(&rows[band.first..band.end], at, size, fewest)
                && best.as_ref().is_none_or(|(most, _)| weight > *most)
            {
                best = Some((weight, band));
            }
        }
    }
    best.map(|(_, band)| band)
}

/// Where text starts flush behind a gap (or at a row's beginning) in several rows.
fn starts(rows: &[Row], left: f64, right: f64, size: f64) -> Vec<f64> {
    let mut found: Vec<f64> = Vec::new();
    for row in rows {
        let mut end = left;
        for word in &row.words {
            let inside = word.x0 > left + 3.0 * size && word.x0 < right - 3.0 * size;
            if inside && word.x0 - end > 0.7 * size {
                found.push(word.x0);
            }
            end = word.x1;
        }
    }
    found.sort_by(f64::total_cmp);
    let mut clusters: Vec<(f64, usize)> = Vec::new();
    for x in found {
        match clusters.last_mut() {
            Some((start, count)) if x - *start < 0.3 * size => *count += 1,
            _ => clusters.push((x, 1)),
        }
    }
    clusters.retain(|(_, count)| *count >= FEWEST_LINES);
    clusters.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    clusters.truncate(8);
    clusters.into_iter().map(|(x, _)| x).collect()
}

/// The runs of rows that leave the strip before `at` free.
fn bands(rows: &[Row], at: f64, width: f64) -> Vec<Band> {
    let free = |row: &Row| {
        row.words
            .iter()
            .all(|word| word.x1 <= at - width + 0.5 || word.x0 >= at - 1.0)
    };
    let mut bands = Vec::new();
    let mut first = 0;
    while first < rows.len() {
        if !free(&rows[first]) {
            first += 1;
            continue;
        }
        let end = rows[first..]
            .iter()
            .position(|row| !free(row))
            .map_or(rows.len(), |length| first + length);
        bands.push(Band { first, end, at });
        first = end;
    }
    bands
}

impl Band {
    /// Without what stands on the left only and belongs to the text across, above or below: the
    /// last line of the paragraph above, a heading behind a gap below.
    fn trimmed(mut self, rows: &[Row], size: f64) -> Self {
        let at = self.at - 1.0;
        let on_right = |row: &Row| row.words.last().is_some_and(|word| word.x0 >= at);
        let gap = |row: usize| match row.checked_sub(1) {
            Some(above) => rows[row].y - rows[above].y,
            None => f64::INFINITY,
        };
        let height = |row: usize| usual_size(rows[row].words.iter()).max(size);
        while self.first < self.end
            && !on_right(&rows[self.first])
            && gap(self.first) < 1.6 * height(self.first)
        {
            self.first += 1;
        }
        if self.end < rows.len() {
            let last = (self.first..self.end)
                .rev()
                .find(|row| on_right(&rows[*row]));
            let after = last.map_or(self.end, |last| last + 1);
            if let Some(cut) = (after..self.end).find(|row| gap(*row) > 1.6 * size) {
                self.end = cut;
            }
        }
        self
    }
}

/// How much text stands on the lighter side; none if these are no columns of running text: too
/// few lines, a table's short cells, the marks of a list.
fn weigh(rows: &[Row], at: f64, size: f64, fewest: usize) -> Option<usize> {
    let mut sides = [Side::default(), Side::default()];
    for row in rows {
        let split = row.words.partition_point(|word| word.x0 < at - 1.0);
        let (left, right) = row.words.split_at(split);
        sides[0].add(left);
        sides[1].add(right);
    }
    let [left, right] = &sides;
    let flush = right
        .starts
        .iter()
        .filter(|x| (**x - at).abs() < 0.4 * size)
        .count();
    let enough = sides.iter().all(|side| side.starts.len() >= fewest);
    let dense = sides.iter().all(|side| side.is_running_text(size));
    (enough && dense && flush * 5 >= right.starts.len() * 2)
        .then(|| left.letters.min(right.letters))
}

/// The lines on one side of a gutter.
#[derive(Default)]
struct Side {
    starts: Vec<f64>,
    widths: Vec<f64>,
    letters: usize,
    words: usize,
}

impl Side {
    fn add(&mut self, words: &[Word]) {
        let (Some(first), Some(last)) = (words.first(), words.last()) else {
            return;
        };
        self.starts.push(first.x0);
        self.widths.push(last.x1 - first.x0);
        self.letters += words.iter().map(Word::letters).sum::<usize>();
        self.words += words.len();
    }

    /// Most lines are about as wide as the widest, and hold several words.
    fn is_running_text(&self, size: f64) -> bool {
        let mut widths = self.widths.clone();
        widths.sort_by(f64::total_cmp);
        let (Some(middle), Some(most)) = (
            widths.get(widths.len() / 2),
            widths.get(widths.len() * 9 / 10),
        ) else {
            return false;
        };
        *most > 6.0 * size && *middle > 0.6 * most && self.words * 2 >= self.starts.len() * 5
    }
}

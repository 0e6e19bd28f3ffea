//! Lines → paragraphs. A line ends a paragraph where the next word would still have fitted; a
//! line begins one behind a gap, an indent, the mark of a list, or with another size of letters.

use crate::title::ends_like_sentence;

use super::columns::Line;
use super::hyphens::{Seam, Vocabulary};
use super::lists::{Mark, marks_of};
use super::usual::Usual;

/// Lines that belong together.
#[derive(Debug)]
pub struct Paragraph {
    pub lines: Vec<Line>,
    /// The mark of a list that its first line begins with.
    pub mark: Option<Mark>,
}

impl Paragraph {
    /// Number of its words.
    pub fn words(&self) -> usize {
        self.lines.iter().map(|line| line.words.len()).sum()
    }
}

/// Groups lines in reading order.
pub fn group(lines: Vec<Line>, usual: &Usual, vocabulary: &Vocabulary) -> Vec<Paragraph> {
    let marks = marks_of(&lines);
    let mut paragraphs: Vec<Paragraph> = Vec::new();
    // First line of the open paragraph.
    let mut first = 0;
    let mut ends: Vec<usize> = Vec::new();
    for next in 1..lines.len() {
        let joins = Joint {
            lines: &lines,
            marks: &marks,
            usual,
            vocabulary,
            first,
            next,
        }
        .holds();
        if !joins {
            ends.push(next);
            first = next;
        }
    }
    ends.push(lines.len());
    let mut rest = lines.into_iter();
    let mut start = 0;
    for end in ends {
        let lines: Vec<Line> = rest.by_ref().take(end - start).collect();
        if !lines.is_empty() {
            paragraphs.push(Paragraph {
                lines,
                mark: marks[start].clone(),
            });
        }
        start = end;
    }
    paragraphs
}

/// The place between two lines.
struct Joint<'a> {
    lines: &'a [Line],
    marks: &'a [Option<Mark>],
    usual: &'a Usual,
    vocabulary: &'a Vocabulary,
    /// First line of the paragraph before.
    first: usize,
    /// The line after.
    next: usize,
}

impl Joint<'_> {
    /// Whether the line after goes on with the paragraph before.
    fn holds(&self) -> bool {
        let (a, b) = (&self.lines[self.next - 1], &self.lines[self.next]);
        if a.cell || b.cell || self.marks[self.next].is_some() {
            return false;
        }
        if (a.size - b.size).abs() > 0.07 * a.size.max(b.size) {
            return false;
        }
        let cut = self.is_cut();
        if a.bold != b.bold && !cut {
            let whole_bold = self.lines[self.first..self.next]
                .iter()
                .all(|line| line.bold);
            if (whole_bold || b.bold) && (self.had_room() || !self.goes_on_in_small()) {
                return false;
            }
        }
        if a.column == b.column {
            self.holds_in_column()
        } else {
            self.holds_over_columns()
        }
    }

    fn holds_in_column(&self) -> bool {
        let (a, b) = (&self.lines[self.next - 1], &self.lines[self.next]);
        if !self.usual.is_near(b.y - a.y, a.size) {
            return false;
        }
        if self.is_cut() {
            return true;
        }
        let centred = self.is_centred(a) && self.is_centred(b);
        if self.usual.is_large(a) || centred {
            return true; // lines of one heading
        }
        let em = a.size;
        let shift = b.x0 - self.text_start(self.next - 1);
        let a_is_first = self.next - 1 == self.first;
        let indented_both_ways = if a_is_first {
            // It moves out from a first-line indent, or in to hang below a beginning.
            shift > 0.6 * em && (self.had_room() || ends_like_sentence(&a.text()))
        } else {
            shift.abs() > 0.6 * em
        };
        if indented_both_ways {
            return false;
        }
        if self.had_room() {
            let fresh = self.starts_afresh() || ends_like_sentence(&a.text());
            return !fresh && self.room() < 0.25 * self.width();
        }
        true
    }

    /// Whether a line leaves as much room on its left as on its right, and some.
    fn is_centred(&self, line: &Line) -> bool {
        self.usual.columns.get(&line.column).is_some_and(|edges| {
            let (left, right) = (line.x0 - edges.left, edges.right - line.x1);
            left > line.size && (left - right).abs() < 0.8 * line.size
        })
    }

    fn holds_over_columns(&self) -> bool {
        let (a, b) = (&self.lines[self.next - 1], &self.lines[self.next]);
        if self.usual.is_large(a) || self.usual.is_large(b) {
            return false;
        }
        let text = a.text();
        if self.is_cut() || (self.goes_on_in_small() && !ends_like_sentence(&text)) {
            return true;
        }
        if self.had_room() {
            return false;
        }
        // Where the line after it stands farther left, this one is indented: a new paragraph.
        let indented = self.lines.get(self.next + 1).is_some_and(|after| {
            after.column == b.column && b.x0 - after.x0 > 0.6 * b.size && !after.cell
        });
        let of = |line: &Line| self.usual.columns.get(&line.column).copied();
        let same_indent = match (of(a), of(b)) {
            (Some(left), Some(right)) => {
                let one_line = self.next - 1 == self.first;
                let (a_in, b_in) = (a.x0 - left.left, b.x0 - right.left);
                (a_in - b_in).abs() < 0.7 * a.size || (one_line && b_in.abs() < 0.7 * a.size)
            }
            _ => true,
        };
        !indented && same_indent
    }

    /// Whether the line before ends within a word.
    fn is_cut(&self) -> bool {
        let (a, b) = (&self.lines[self.next - 1], &self.lines[self.next]);
        let (Some(last), Some(first)) = (a.words.last(), b.words.first()) else {
            return false;
        };
        first.text.starts_with(char::is_lowercase)
            && last.text.ends_with(['-', '\u{ad}', '\u{2010}'])
            && self.vocabulary.seam(&last.text, &first.text) != Seam::Space
    }

    /// Where a line's words start, behind the mark of a list.
    fn text_start(&self, at: usize) -> f64 {
        let line = &self.lines[at];
        match &self.marks[at] {
            Some(mark) => line.words.get(mark.words).map_or(line.x0, |word| word.x0),
            None => line.x0,
        }
    }

    /// Whether the next line's first word would have fitted on the line before.
    fn had_room(&self) -> bool {
        let (a, b) = (&self.lines[self.next - 1], &self.lines[self.next]);
        let word = b.first_word_width();
        self.room() > word + 0.25 * a.size + 0.3
    }

    /// How much was free behind the line before, in points.
    fn room(&self) -> f64 {
        let a = &self.lines[self.next - 1];
        (self.right() - a.x1).max(0.0)
    }

    fn width(&self) -> f64 {
        self.right() - self.lines[self.next - 1].x0
    }

    /// How far lines reach that start where these two do, next to them.
    fn right(&self) -> f64 {
        let (a, b) = (&self.lines[self.next - 1], &self.lines[self.next]);
        let starts = [a.x0, self.text_start(self.next - 1), b.x0];
        let far = 2.0 * a.size;
        let belongs = |line: &Line, column: usize| {
            line.column == column
                && !line.cell
                && (line.size - a.size).abs() < 0.07 * a.size
                && starts.iter().any(|x| (line.x0 - x).abs() < 2.0)
        };
        let mut right = a.x1;
        let mut at = self.next - 1;
        while let Some(before) = at.checked_sub(1)
            && belongs(&self.lines[before], a.column)
            && self.lines[at].y - self.lines[before].y < far
        {
            right = right.max(self.lines[before].x1);
            at = before;
        }
        if a.column == b.column {
            let mut at = self.next;
            right = right.max(b.x1);
            while let Some(after) = self.lines.get(at + 1)
                && belongs(after, a.column)
                && after.y - self.lines[at].y < far
            {
                right = right.max(after.x1);
                at += 1;
            }
        } else if self.next - 1 == self.first
            && let Some(edges) = self.usual.columns.get(&a.column)
        {
            right = right.max(edges.right);
        }
        // Where none of them comes near the column's edge, they are short, not set in.
        self.usual.columns.get(&a.column).map_or(right, |edges| {
            let most = (0.15 * (edges.right - edges.left)).max(3.5 * a.size);
            right.max(edges.right - most)
        })
    }

    fn goes_on_in_small(&self) -> bool {
        let first = self.lines[self.next].words.first();
        first.is_some_and(|word| word.text.starts_with(char::is_lowercase))
    }

    fn starts_afresh(&self) -> bool {
        let text = self.lines[self.next].words.first().map(|word| &word.text);
        text.and_then(|text| text.chars().find(|c| c.is_alphanumeric()))
            .is_some_and(|c| c.is_uppercase() || c.is_numeric())
    }
}

//! The pages of a PDF: interpreted, turned upright, as rows of words.

use hayro_interpret::hayro_syntax::Pdf;
use hayro_interpret::hayro_syntax::page::Page;
use hayro_interpret::kurbo::{Affine, Point, Rect};
use hayro_interpret::{
    Context, InterpreterCache, InterpreterSettings, TransformExt, interpret_page,
};
use stet_core::error::{Code, Error, Result};

use crate::too_large;

use super::glyphs::{Drawing, Glyph};
use super::tables::{self, Grid};
use super::words::{self, Row, is_right_to_left};
use super::{MOST_WORDS, links};

/// What was found on all pages.
#[derive(Default)]
pub struct Pages {
    /// A page's rows, from top to bottom.
    pub rows: Vec<Vec<Row>>,
    pub grids: Vec<Vec<Grid>>,
    /// Addresses that words lead to.
    pub links: Vec<String>,
    /// What the person should know of them.
    pub notes: Vec<String>,
    pictures: Vec<usize>,
    recognised: Vec<usize>,
    askew: usize,
    unreadable: usize,
    words: usize,
}

impl Pages {
    /// Reads all pages.
    ///
    /// # Errors
    /// `FileTooLarge` with too many words, `FileEmpty` for pictures only.
    pub fn read(called: &str, pdf: &Pdf) -> Result<Self> {
        let cache = InterpreterCache::new();
        let mut pages = Self::default();
        for (number, page) in pdf.pages().iter().enumerate() {
            let transform = page.initial_transform(true).to_kurbo();
            let (width, height) = page.render_dimensions();
            let place = Rect::new(0.0, 0.0, f64::from(width), f64::from(height));
            let mut context = Context::new(
                transform,
                place,
                &cache,
                pdf.xref(),
                InterpreterSettings::default(),
            );
            let mut drawing = Drawing::default();
            interpret_page(page, &mut context, &mut drawing);
            pages.add(number, page, transform, place, drawing);
            if pages.words > MOST_WORDS {
                return Err(too_large(format!(
                    "{called} has more than {MOST_WORDS} words, the most that Stet reads."
                )));
            }
        }
        pages.say(called)?;
        Ok(pages)
    }

    fn add(
        &mut self,
        number: usize,
        page: &Page<'_>,
        transform: Affine,
        place: Rect,
        mut drawing: Drawing,
    ) {
        let shown = place.inflate(2.0, 2.0);
        drawing.glyphs.retain(|glyph| shown.contains(glyph.start));
        let letters = |glyph: &&Glyph| glyph.text.chars().any(char::is_alphanumeric);
        let written = drawing.glyphs.iter().filter(letters).count();
        let hidden = drawing
            .glyphs
            .iter()
            .filter(letters)
            .filter(|glyph| glyph.invisible)
            .count();
        if written < 4 && drawing.pictures > 0.25 * place.area() {
            self.pictures.push(number);
        } else if hidden * 2 > written && drawing.pictures > 0.25 * place.area() {
            self.recognised.push(number);
        }
        self.unreadable += drawing.unreadable;
        let mut placed = links::of(page, transform, &mut self.links);
        let turn = quarter_turn(&drawing.glyphs, place);
        if let Some(turn) = turn {
            for glyph in &mut drawing.glyphs {
                glyph.start = turn * glyph.start;
                glyph.end = turn * glyph.end;
            }
            drawing.rules.clear();
            for (link, _) in &mut placed {
                *link = turn.transform_rect_bbox(*link);
            }
        }
        let (mut rows, askew) = words::rows(drawing.glyphs);
        self.askew += askew.len();
        for word in rows.iter_mut().flat_map(|row| &mut row.words) {
            let middle = Point::new((word.x0 + word.x1) / 2.0, word.y - 0.3 * word.size);
            word.link = placed
                .iter()
                .find(|(place, _)| place.contains(middle))
                .map(|(_, link)| *link);
        }
        if runs_right_to_left(&rows) {
            mirror(&mut rows, place.x1);
            drawing.rules.clear();
        }
        self.words += rows.iter().map(|row| row.words.len()).sum::<usize>();
        self.rows.push(rows);
        self.grids.push(tables::grids(&drawing.rules));
    }

    /// Says what could not be read.
    fn say(&mut self, called: &str) -> Result<()> {
        let count = self.rows.len();
        if self.words == 0 && !self.pictures.is_empty() {
            let pages = if count == 1 {
                "Its only page is a picture".to_owned()
            } else {
                format!("All its {count} pages are pictures or empty")
            };
            return Err(Error::new(
                Code::FileEmpty,
                format!("{pages}: there is no text in {called} that can be read."),
                "Run text recognition (OCR) on it first, or type in the passages to be checked.",
            ));
        }
        if self.words == 0 && self.unreadable > 0 {
            return Err(Error::new(
                Code::FileEmpty,
                format!("{called} shows letters, but does not say which characters they are."),
                "Run text recognition (OCR) on it, or open it in a viewer and print it anew.",
            ));
        }
        if !self.pictures.is_empty() {
            let (are, which) = if self.pictures.len() == 1 {
                ("is a picture", "Page")
            } else {
                ("are pictures", "Pages")
            };
            self.notes.push(format!(
                "{which} {} {are} without text: what {} is not here.",
                ranges(&self.pictures),
                if self.pictures.len() == 1 {
                    "it shows"
                } else {
                    "they show"
                },
            ));
        }
        if !self.recognised.is_empty() {
            let (which, was) = if self.recognised.len() == 1 {
                ("page", "was")
            } else {
                ("pages", "were")
            };
            self.notes.push(format!(
                "The words of {which} {} {was} recognised by a machine from pictures: compare them with the pictures.",
                ranges(&self.recognised)
            ));
        }
        if self.unreadable > 0 {
            self.notes.push(format!(
                "{} {} left out: the file does not say which characters they are.",
                self.unreadable,
                if self.unreadable == 1 {
                    "letter was"
                } else {
                    "letters were"
                },
            ));
        }
        if self.askew > 0 {
            self.notes.push(
                "Words that stand upright or askew (stamps, watermarks, labels) were left out."
                    .into(),
            );
        }
        Ok(())
    }
}

/// The turn that sets a page upright most of whose letters run up or down.
fn quarter_turn(glyphs: &[Glyph], place: Rect) -> Option<Affine> {
    let runs = |along: fn(f64, f64) -> bool| {
        let of = |glyph: &&Glyph| {
            let run = glyph.end - glyph.start;
            along(run.x, run.y)
        };
        glyphs.iter().filter(of).count()
    };
    let up = runs(|x, y| y < -10.0 * x.abs() && y < -0.01);
    let down = runs(|x, y| y > 10.0 * x.abs() && y > 0.01);
    let back = runs(|x, y| -x > 10.0 * y.abs() && x < -0.01);
    let half = glyphs.len() / 2;
    if up > half {
        Some(Affine::new([0.0, 1.0, -1.0, 0.0, place.y1, 0.0]))
    } else if down > half {
        Some(Affine::new([0.0, -1.0, 1.0, 0.0, 0.0, place.x1]))
    } else if back > half {
        Some(Affine::new([-1.0, 0.0, 0.0, -1.0, place.x1, place.y1]))
    } else {
        None
    }
}

fn runs_right_to_left(rows: &[Row]) -> bool {
    let words = || rows.iter().flat_map(|row| &row.words);
    let count = words()
        .filter(|word| word.text.chars().any(is_right_to_left))
        .count();
    count * 2 > words().count()
}

/// Turns a page that is read from the right, so that the rest need not know; runs of words of
/// other scripts keep their order.
fn mirror(rows: &mut [Row], width: f64) {
    for row in rows {
        for word in &mut row.words {
            (word.x0, word.x1) = (width - word.x1, width - word.x0);
            word.spaced = true;
        }
        row.words.reverse();
        let mut start = 0;
        while start < row.words.len() {
            let foreign = |word: &words::Word| !word.text.chars().any(is_right_to_left);
            let length = row.words[start..]
                .iter()
                .take_while(|word| foreign(word))
                .count();
            if length > 1 {
                let texts: Vec<String> = row.words[start..start + length]
                    .iter_mut()
                    .rev()
                    .map(|word| std::mem::take(&mut word.text))
                    .collect();
                for (word, text) in row.words[start..].iter_mut().zip(texts) {
                    word.text = text;
                }
            }
            start += length.max(1);
        }
    }
}

/// Page numbers from 1, runs of them drawn together: `2, 4–6`.
fn ranges(pages: &[usize]) -> String {
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for page in pages.iter().map(|page| page + 1) {
        match runs.last_mut() {
            Some((_, end)) if *end + 1 == page => *end = page,
            _ => runs.push((page, page)),
        }
    }
    let shown: Vec<String> = runs
        .iter()
        .map(|(start, end)| match end - start {
            0 => start.to_string(),
            1 => format!("{start}, {end}"),
            _ => format!("{start}–{end}"),
        })
        .collect();
    shown.join(", ")
}

#[cfg(test)]
mod tests {
    use super::ranges;

    #[test]
    fn pages_are_named_in_runs() {
        for (pages, text) in [
            (&[0][..], "1"),
            (&[0, 1], "1, 2"),
            (&[2, 3, 4], "3–5"),
            (&[0, 2, 3, 4, 8], "1, 3–5, 9"),
        ] {
            assert_eq!(ranges(pages), text, "{pages:?} from 0");
        }
    }
}

//! Letters → words → rows: what stands on one base line, from edge to edge of the page.

use super::glyphs::Glyph;

/// A word, with the marks that touch it. Lengths are in points, `y` is the base line's, downwards.
#[derive(Clone, Debug, PartialEq)]
pub struct Word {
    pub text: String,
    pub x0: f64,
    pub x1: f64,
    pub y: f64,
    pub size: f64,
    pub bold: bool,
    /// Smaller, above the line: a note's number, an exponent.
    pub raised: bool,
    pub artifact: bool,
    /// Whether white space stands before it; not between a word and what is raised behind it.
    pub spaced: bool,
    /// The address it leads to, by its place in the page's list.
    pub link: Option<usize>,
}

/// The words on one base line, from left to right.
#[derive(Clone, Debug, Default)]
pub struct Row {
    pub words: Vec<Word>,
    pub y: f64,
}

/// Letters that go up from left to right within this angle's tangent are level.
const LEVEL: f64 = 0.03;

/// Rows from top to bottom; and the words of letters that stand askew (stamps, watermarks).
pub fn rows(glyphs: Vec<Glyph>) -> (Vec<Row>, Vec<Glyph>) {
    let (mut level, askew): (Vec<Glyph>, Vec<Glyph>) = glyphs.into_iter().partition(|glyph| {
        let run = glyph.end - glyph.start;
        run.x >= 0.0 && run.y.abs() <= LEVEL * run.x.abs().max(0.1)
    });
    let raised = settle(&mut level);
    let mut order: Vec<usize> = (0..level.len()).collect();
    order.sort_by(|a, b| level[*a].start.y.total_cmp(&level[*b].start.y));
    let mut rows: Vec<(f64, f64, Vec<usize>)> = Vec::new();
    for at in order {
        let glyph = &level[at];
        match rows.last_mut() {
            Some((y, size, members))
                if glyph.start.y - *y < 0.22 * size.min(glyph.size).max(3.0) =>
            {
                members.push(at);
                *size = size.max(glyph.size);
            }
            _ => rows.push((glyph.start.y, glyph.size, vec![at])),
        }
    }
    let rows = rows
        .into_iter()
        .map(|(y, _, mut members)| {
            members.sort_by(|a, b| level[*a].start.x.total_cmp(&level[*b].start.x));
            let members: Vec<(&Glyph, bool)> = members
                .iter()
                .map(|at| (&level[*at], raised[*at]))
                .collect();
            Row {
                words: words(&members),
                y,
            }
        })
        .filter(|row| !row.words.is_empty())
        .collect();
    (rows, askew)
}

/// Sets raised and lowered letters on the base line of the letter that they follow (or lead), and
/// says which were raised.
fn settle(glyphs: &mut [Glyph]) -> Vec<bool> {
    let mut raised: Vec<bool> = glyphs.iter().map(|glyph| glyph.raised).collect();
    let hangs_on = |small: &Glyph, host: &Glyph| {
        let above = host.start.y - small.start.y;
        small.size < 0.85 * host.size
            && small.size > 0.3 * host.size
            && (-0.4 * host.size..0.75 * host.size).contains(&above)
            && above.abs() > 0.05 * host.size
    };
    let touches =
        |left: &Glyph, right: &Glyph, size: f64| (right.start.x - left.end.x).abs() < 0.3 * size;
    // Whoever follows a letter that was set hangs on that one's host.
    let mut host: Option<Glyph> = None;
    for (at, is_raised) in raised.iter_mut().enumerate() {
        let before = at.checked_sub(1).map(|at| glyphs[at].clone());
        let glyph = &glyphs[at];
        let Some(before) = before else { continue };
        let on = if hangs_on(glyph, &before) && touches(&before, glyph, before.size) {
            Some(before)
        } else if let Some(held) = &host
            && hangs_on(glyph, held)
            && (glyph.start.x - before.end.x).abs() < 0.5 * glyph.size
        {
            host.clone()
        } else {
            None
        };
        if let Some(on) = &on {
            *is_raised = glyphs[at].start.y < on.start.y;
            glyphs[at].start.y = on.start.y;
        }
        host = on;
    }
    // A note's number before its words.
    for at in (0..glyphs.len().saturating_sub(1)).rev() {
        let next = glyphs[at + 1].clone();
        if !raised[at] && hangs_on(&glyphs[at], &next) && touches(&glyphs[at], &next, next.size) {
            raised[at] = glyphs[at].start.y < next.start.y;
            glyphs[at].start.y = next.start.y;
        }
    }
    raised
}

/// Words of letters in order from left to right.
fn words(glyphs: &[(&Glyph, bool)]) -> Vec<Word> {
    let blank = |glyph: &Glyph| glyph.text.chars().all(char::is_whitespace);
    let spaces = glyphs.iter().filter(|(glyph, _)| blank(glyph)).count();
    // Where a file writes its spaces, gaps between letters are only loose setting.
    let gap = if spaces * 12 >= glyphs.len() {
        0.24
    } else {
        0.15
    };
    let mut words: Vec<Word> = Vec::new();
    let mut spaced = true;
    let mut last: Option<&Glyph> = None;
    for (glyph, raised) in glyphs {
        if blank(glyph) {
            spaced |= !glyph.text.is_empty();
            continue;
        }
        if let Some(last) = last
            && last.text == glyph.text
            && (glyph.start - last.start).hypot() < 0.12 * glyph.size
        {
            continue; // drawn twice, to look bold or outlined
        }
        let apart = words
            .last()
            .is_none_or(|word: &Word| glyph.start.x - word.x1 > gap * word.size.min(glyph.size));
        match words.last_mut() {
            Some(word)
                if !spaced
                    && !apart
                    && word.raised == *raised
                    && word.artifact == glyph.artifact =>
            {
                word.text.push_str(&glyph.text);
                word.x1 = word.x1.max(glyph.end.x);
                word.size = word.size.max(glyph.size);
            }
            _ => words.push(Word {
                text: glyph.text.clone(),
                x0: glyph.start.x,
                x1: glyph.end.x,
                y: glyph.start.y,
                size: glyph.size,
                bold: glyph.bold,
                raised: *raised,
                artifact: glyph.artifact,
                spaced: spaced || apart,
                link: None,
            }),
        }
        spaced = false;
        last = Some(glyph);
    }
    for word in &mut words {
        if word.text.chars().any(is_right_to_left) && !word.text.chars().any(char::is_numeric) {
            word.text = word.text.chars().rev().collect();
        }
    }
    words
}

/// Hebrew, Arabic and their neighbours.
pub const fn is_right_to_left(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}')
}

impl Word {
    /// Number of its characters.
    pub fn letters(&self) -> usize {
        self.text.chars().count()
    }
}

/// A text's usual size of letters: that of most of its characters.
pub fn usual_size<'a>(words: impl Iterator<Item = &'a Word>) -> f64 {
    let mut sizes: Vec<(i64, usize)> = Vec::new();
    for word in words {
        #[expect(
            clippy::cast_possible_truncation,
            reason = "sizes are small and finite"
        )]
        let size = (word.size * 5.0).round() as i64;
        if let Some((_, letters)) = sizes.iter_mut().find(|(known, _)| *known == size) {
            *letters += word.letters();
        } else if sizes.len() < 500 {
            sizes.push((size, word.letters()));
        }
    }
    let most = sizes
        .into_iter()
        .max_by_key(|(size, letters)| (*letters, *size));
    most.map_or(10.0, |(size, _)| size as f64 / 5.0)
}

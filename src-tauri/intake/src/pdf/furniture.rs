//! Running heads and feet, and page numbers: rows at the edges of pages that come again, or that
//! the file itself says are no part of the text.

use std::collections::HashMap;

use crate::document::LeftOut;

use super::words::{Row, Word};

/// How many rows from a page's edge are looked at.
const REACH: usize = 4;

/// A page's rows from top to bottom, each with why it is left out, if it is.
pub type Marked = Vec<(Row, Option<LeftOut>)>;

/// Finds what runs on every page.
pub fn mark(pages: Vec<Vec<Row>>) -> Vec<Marked> {
    let mut seen: HashMap<(bool, String), Vec<(usize, f64)>> = HashMap::new();
    for (page, rows) in pages.iter().enumerate() {
        for (at_top, row) in edges(rows) {
            seen.entry((at_top, shape(row)))
                .or_default()
                .push((page, row.y));
        }
    }
    // Two of two pages, and three of ten where heads differ from chapter to chapter.
    let enough = 2.max(pages.len() * 3 / 20);
    let comes_again = |at_top: bool, row: &Row| {
        seen.get(&(at_top, shape(row))).is_some_and(|places| {
            let near = places
                .iter()
                .filter(|(_, y)| (y - row.y).abs() < 6.0)
                .count();
            near >= enough
        })
    };
    let single = pages.len() == 1;
    pages
        .into_iter()
        .enumerate()
        .map(|(page, rows)| {
            let artifacts = trusted_artifacts(&rows);
            let why = |at_top: bool, row: &Row| -> Option<LeftOut> {
                let number = is_page_number(row, page);
                if comes_again(at_top, row) || (number && (!single || stands_apart(row, &rows))) {
                    return Some(if number {
                        LeftOut::PageNumber
                    } else {
                        LeftOut::RunningHead
                    });
                }
                None
            };
            let mut marks: Vec<Option<LeftOut>> = rows
                .iter()
                .map(|row| {
                    let artifact = artifacts && row.words.iter().all(|word| word.artifact);
                    artifact.then(|| {
                        if is_page_number(row, page) {
                            LeftOut::PageNumber
                        } else {
                            LeftOut::RunningHead
                        }
                    })
                })
                .collect();
            // From the edges inwards, as long as it is furniture.
            let count = rows.len();
            for (at_top, places) in [
                (true, (0..count).collect::<Vec<_>>()),
                (false, (0..count).rev().collect()),
            ] {
                for place in places.into_iter().take(REACH) {
                    if marks[place].is_none() {
                        marks[place] = why(at_top, &rows[place]);
                    }
                    if marks[place].is_none() {
                        break;
                    }
                }
            }
            rows.into_iter().zip(marks).collect()
        })
        .collect()
}

fn edges(rows: &[Row]) -> impl Iterator<Item = (bool, &Row)> {
    let top = rows.iter().take(REACH).map(|row| (true, row));
    top.chain(rows.iter().rev().take(REACH).map(|row| (false, row)))
}

/// The row's words with every number made the same.
fn shape(row: &Row) -> String {
    let mut shape = String::new();
    for word in &row.words {
        let mut digits = false;
        for c in word.text.chars() {
            if !c.is_numeric() {
                shape.extend(c.to_lowercase());
            } else if !digits {
                shape.push('#');
            }
            digits = c.is_numeric();
        }
        shape.push(' ');
    }
    shape
}

/// Whether marks of page furniture can be believed: some files mark everything.
fn trusted_artifacts(rows: &[Row]) -> bool {
    let words = || rows.iter().flat_map(|row| &row.words);
    let marked = words().filter(|word| word.artifact).count();
    marked > 0 && marked * 2 < words().count()
}

/// What stands before the number of a page.
const PAGE: &[&str] = &[
    "page",
    "p.",
    "pg.",
    "seite",
    "s.",
    "página",
    "pág.",
    "pagina",
    "pag.",
    "side",
    "sida",
    "strona",
    "str.",
    "страница",
    "стр.",
    "с.",
    "sivu",
    "oldal",
    "sayfa",
    "blz.",
];
/// The highest number of a page.
const HIGHEST: usize = 9_999;

/// A number alone, perhaps between dashes, after "Page" or before "of 12".
fn is_page_number(row: &Row, page: usize) -> bool {
    let text: Vec<String> = row
        .words
        .iter()
        .map(|word| word.text.to_lowercase())
        .collect();
    if text.len() > 6 {
        return false;
    }
    let dash = |word: &str| {
        word.chars()
            .all(|c| matches!(c, '-' | '–' | '—' | '|' | '·' | '•'))
    };
    let mut rest: &[String] = &text;
    while let Some((_, inner)) = rest.split_first().filter(|(first, _)| dash(first)) {
        rest = inner;
    }
    while let Some((_, inner)) = rest.split_last().filter(|(last, _)| dash(last)) {
        rest = inner;
    }
    let named = rest
        .first()
        .is_some_and(|first| PAGE.contains(&first.as_str()));
    let rest = &rest[usize::from(named)..];
    let number = |word: &str| {
        let word =
            word.trim_matches(|c: char| matches!(c, '-' | '–' | '—' | '(' | ')' | '[' | ']'));
        word.parse::<usize>()
            .ok()
            .filter(|number| *number <= HIGHEST)
    };
    match rest {
        [one] => {
            let roman =
                one.len() <= 7 && !one.is_empty() && one.chars().all(|c| "ivxlc".contains(c));
            let of_total = one.split_once('/').is_some_and(|(of, total)| {
                number(of)
                    .zip(number(total))
                    .is_some_and(|(of, total)| of <= total)
            });
            // The first page of an excerpt may be any; far behind its place it is a year, a sum.
            let bare = number(one).is_some_and(|number| named || number + 20 > page);
            roman || of_total || bare
        }
        [of, between, total] => {
            let between = between.chars().count() <= 3 && number(between).is_none();
            let in_order = number(of)
                .zip(number(total))
                .is_some_and(|(of, total)| of <= total);
            between && in_order
        }
        _ => false,
    }
}

/// Whether a row is farther from its neighbours than lines of a text are.
fn stands_apart(row: &Row, rows: &[Row]) -> bool {
    let size = row
        .words
        .iter()
        .map(|word: &Word| word.size)
        .fold(1.0, f64::max);
    rows.len() > 3
        && rows
            .iter()
            .filter(|other| (other.y - row.y).abs() > 0.1)
            .all(|other| (other.y - row.y).abs() > 2.2 * size)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn page_numbers_are_told_from_words() {
        for (text, is_number, why) in [
            ("12", true, "a number alone"),
            ("– 12 –", true, "between dashes"),
            ("-12-", true, "between dashes set close"),
            ("Page 3", true, "after the word"),
            ("Seite 3 von 10", true, "with the total"),
            ("3 / 10", true, "with a stroke"),
            ("3/10", true, "with a stroke set close"),
            ("xiv", true, "Roman"),
            ("Libtasn1", false, "a name that ends in a digit"),
            ("2026 budget", false, "words"),
            ("10 of 3", false, "more than all"),
            ("Report", false, "a word"),
        ] {
            let words = text.split(' ').map(|word| Word {
                text: word.into(),
                x0: 0.0,
                x1: 1.0,
                y: 0.0,
                size: 10.0,
                bold: false,
                raised: false,
                artifact: false,
                spaced: true,
                link: None,
            });
            let row = Row {
                words: words.collect(),
                y: 0.0,
            };
            assert_eq!(is_page_number(&row, 2), is_number, "{text}: {why}");
        }
    }
}

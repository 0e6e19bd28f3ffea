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

/// A number alone, perhaps between dashes, after "Page" or before "of 12"; near the page's own.
fn is_page_number(row: &Row, page: usize) -> bool {
    let text: Vec<&str> = row.words.iter().map(|word| word.text.as_str()).collect();
    let text = text.join(" ");
    let bare = text.trim_matches(|c: char| !c.is_alphanumeric());
    let bare = bare
        .trim_start_matches(char::is_alphabetic)
        .trim_start_matches([' ', '.', '\u{a0}']);
    let (number, rest) = bare
        .find(|c: char| !c.is_ascii_digit())
        .map_or((bare, ""), |end| bare.split_at(end));
    let rest_is_total = rest.is_empty()
        || (rest.chars().count() <= 12
            && rest.ends_with(|c: char| c.is_ascii_digit())
            && rest.starts_with([' ', '/']));
    let is_roman = row.words.len() == 1
        && !text.is_empty()
        && text.len() <= 7
        && (text.chars().all(|c| "ivxl".contains(c)));
    let near = number
        .parse::<usize>()
        .is_ok_and(|number| number <= 9_999 && (row.words.len() > 1 || number + 20 > page));
    is_roman || (near && rest_is_total && text.chars().count() <= 24)
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

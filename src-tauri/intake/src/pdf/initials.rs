//! Large initials: a letter over several lines, put before the word that it begins.

use super::words::{Row, Word, usual_size};

/// Puts large initials in their place.
pub fn settle(rows: &mut Vec<Row>) {
    let size = usual_size(rows.iter().flat_map(|row| &row.words));
    let initials: Vec<(usize, usize)> = rows
        .iter()
        .enumerate()
        .flat_map(|(at, row)| {
            let of_row = row.words.iter().enumerate();
            of_row
                .filter(|(_, word)| is_initial(word, size))
                .map(move |(place, _)| (at, place))
        })
        .collect();
    for (at, place) in initials.into_iter().rev() {
        let initial = rows[at].words[place].clone();
        let beside: Vec<(usize, usize)> = rows
            .iter()
            .enumerate()
            .filter_map(|(at, row)| {
                // Capitals are about seven tenths as high as their font.
                let top = initial.y - 0.72 * initial.size;
                let within = row.y > top + 0.3 * size && row.y < initial.y + 0.3 * size;
                let place = row.words.iter().position(|word| {
                    word.size < 1.3 * size
                        && word.x0 > initial.x1 - 0.3 * size
                        && word.x0 < initial.x1 + 1.5 * size
                })?;
                within.then_some((at, place))
            })
            .collect();
        let Some((first_row, first_word)) = beside.first().copied().filter(|_| beside.len() >= 2)
        else {
            continue;
        };
        let alone = stands_alone(&initial.text, &rows[first_row].words[first_word].text, rows);
        for (row, word) in &beside {
            rows[*row].words[*word].x0 = initial.x0;
        }
        let word = &mut rows[first_row].words[first_word];
        let gap = if alone { " " } else { "" };
        word.text = format!("{}{gap}{}", initial.text, word.text);
        rows[at].words.retain(|word| *word != initial);
    }
    rows.retain(|row| !row.words.is_empty());
}

fn is_initial(word: &Word, size: f64) -> bool {
    word.size > 1.9 * size
        && word.letters() <= 2
        && word.text.chars().any(char::is_uppercase)
        && word
            .text
            .chars()
            .all(|c| c.is_uppercase() || "\"'“‘«„".contains(c))
}

/// Whether an initial is a word by itself: the rest is one elsewhere, and both together are not.
fn stands_alone(initial: &str, rest: &str, rows: &[Row]) -> bool {
    let bare = |text: &str| {
        text.trim_matches(|c: char| !c.is_alphanumeric())
            .to_lowercase()
    };
    let (rest, whole) = (bare(rest), bare(&format!("{initial}{rest}")));
    let one_letter = matches!(bare(initial).as_str(), "a" | "i" | "o" | "à" | "è" | "y");
    let mut met = rows
        .iter()
        .flat_map(|row| &row.words)
        .map(|word| bare(&word.text));
    one_letter
        && met.clone().filter(|word| *word == rest).count() > 1
        && !met.any(|word| word == whole)
}

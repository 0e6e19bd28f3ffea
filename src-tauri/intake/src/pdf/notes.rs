//! Footnotes: small lines at the end of a column that begin with a number which stands, raised, in
//! the text of the same page.

use std::collections::HashSet;

use super::columns::Line;

/// A footnote.
#[derive(Debug)]
pub struct Note {
    pub mark: String,
    pub page: usize,
    /// Its lines, without the mark.
    pub lines: Vec<Line>,
    /// Whether its mark was met in the text.
    pub met: bool,
}

/// The raised words in the text of each page.
struct References(HashSet<(usize, String)>);

impl References {
    fn of(lines: &[Line]) -> Self {
        let words = lines
            .iter()
            .flat_map(|line| line.words.iter().skip(1).map(move |word| (line.page, word)));
        Self(
            words
                .filter(|(_, word)| word.raised)
                .map(|(page, word)| (page, bare(&word.text).to_owned()))
                .collect(),
        )
    }

    /// Whether a mark stands in the text of a note's page, or of the one before: long notes move.
    fn meet(&self, mark: &str, page: usize) -> bool {
        let on = |page: usize| self.0.contains(&(page, mark.to_owned()));
        on(page) || page.checked_sub(1).is_some_and(on)
    }
}

/// The most lines of a note in full size below its mark.
const LONGEST_IN_FULL: usize = 6;

/// Takes the footnotes out of the lines.
pub fn take(lines: Vec<Line>, usual_size: f64) -> (Vec<Line>, Vec<Note>) {
    let references = References::of(&lines);
    let mut text: Vec<Line> = Vec::with_capacity(lines.len());
    let mut notes: Vec<Note> = Vec::new();
    let mut rest = lines.into_iter().peekable();
    while let Some(first) = rest.next() {
        let mut column = vec![first];
        while let Some(line) = rest.next_if(|line| line.column == column[0].column) {
            column.push(line);
        }
        let from = start(&column, usual_size, &references);
        for line in column.split_off(from) {
            match (mark(&line, &references), notes.last_mut()) {
                (Some(mark), _) => notes.push(Note::beginning(mark, line)),
                (None, Some(note)) => note.lines.push(line),
                (None, None) => column.push(line),
            }
        }
        text.append(&mut column);
    }
    (text, notes)
}

/// Where a column's footnotes begin: with a mark, in smaller letters, or in letters of the usual
/// size where that mark stands in the text of the page.
fn start(column: &[Line], usual_size: f64, references: &References) -> usize {
    let mut from = column.len();
    let mut in_full = 0;
    for (at, line) in column.iter().enumerate().rev() {
        let small = line.size < 0.94 * usual_size;
        if line.cell || line.size > 1.03 * usual_size || in_full > LONGEST_IN_FULL {
            break;
        }
        let first = line.words.first();
        let numbered = first.is_some_and(|word| word.text.ends_with('.'));
        let met = |mark: String| references.meet(&mark, line.page);
        if mark(line, references).is_some_and(|mark| small || (!numbered && met(mark))) {
            from = at;
            in_full = 0;
        } else if !small {
            in_full += 1;
        }
    }
    from
}

/// The number or sign at a line's beginning, set apart from its words or met in the page's text.
fn mark(line: &Line, references: &References) -> Option<String> {
    let first = line.words.first()?;
    let sign = |c: char| matches!(c, '*' | '†' | '‡' | '§' | '¶');
    let text = bare(&first.text);
    let end = text
        .find(|c: char| !c.is_ascii_digit() && !sign(c))
        .unwrap_or(text.len());
    let (mark, rest) = text.split_at(end);
    let number = mark.chars().all(|c| c.is_ascii_digit());
    if mark.is_empty() || mark.len() > 3 && number || !number && !mark.chars().all(sign) {
        return None;
    }
    let apart = matches!(rest, "" | "." | ".)")
        && line
            .words
            .get(1)
            .is_some_and(|next| first.raised || next.spaced);
    let joined = rest.starts_with(|c: char| c.is_alphabetic() || "“\"'‘«„".contains(c))
        && references.meet(mark, line.page);
    (apart || joined).then(|| mark.to_owned())
}

impl Note {
    /// A note by its first line.
    fn beginning(mark: String, mut line: Line) -> Self {
        let page = line.page;
        if let Some(first) = line.words.first_mut() {
            let rest = bare(&first.text)
                .strip_prefix(mark.as_str())
                .unwrap_or_default();
            first.text = rest.trim_start_matches(['.', ')']).to_owned();
        }
        line.words.retain(|word| !word.text.is_empty());
        Self {
            mark,
            page,
            lines: vec![line],
            met: false,
        }
    }
}

fn bare(word: &str) -> &str {
    word.trim_matches(['[', ']', '(', ')'])
}

/// The note that a raised word of a page's text stands for: on that page, else on the next.
pub fn of_reference<'a>(notes: &'a mut [Note], word: &str, page: usize) -> Option<&'a mut Note> {
    let at = [page, page + 1].into_iter().find_map(|page| {
        notes
            .iter()
            .position(|note| note.page == page && note.mark == bare(word) && !note.met)
    });
    notes.get_mut(at?)
}

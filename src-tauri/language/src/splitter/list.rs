//! Lists that run on in one block: "1) Milk 2) Bread", "• Milk • Bread".

use super::characters::Characters;
use super::marks;

/// The longest number in a marker.
const DIGITS: usize = 3;

/// The marker of a list item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Marker {
    pub(super) start: usize,
    /// Where the item's text begins.
    pub(super) item: usize,
    kind: Kind,
    value: u32,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Bullet,
    /// By what closes it: `.`, `)` or both.
    Number(bool, bool),
    Letter(bool, bool),
}

/// The markers of a list that begins at the start of the block, if it has two or more items. A
/// list in the middle of a sentence belongs to the sentence.
pub(super) fn running_list(text: &Characters) -> Vec<Marker> {
    let mut list: Vec<Marker> = Vec::new();
    let mut at = text.skip_white(0);
    let Some(first) = marker(text, at) else {
        return list;
    };
    at = first.item;
    list.push(first);
    let mut last = first;
    while at < text.len() {
        if text.before(at).is_some_and(char::is_whitespace)
            && let Some(found) = marker(text, at)
            && follows(found, last)
        {
            list.push(found);
            last = found;
            at = found.item;
        } else {
            at = text.after(at);
        }
    }
    if list.len() < 2 {
        list.clear();
    }
    list
}

fn follows(found: Marker, last: Marker) -> bool {
    found.kind == last.kind && (found.kind == Kind::Bullet || found.value == last.value + 1)
}

/// Reads a marker at the start of a word.
pub(super) fn marker(text: &Characters, start: usize) -> Option<Marker> {
    let bullet = text.is(start, marks::is_bullet);
    let mut at = if bullet { text.after(start) } else { start };
    if bullet && text.at(at) == Some(' ') {
        at += 1;
    }
    if let Some(name) = name(text, at) {
        let item = text.skip_most(name.end, 2, char::is_whitespace);
        if item > name.end && text.is(item, |c| c.is_uppercase() || c.is_numeric()) {
            return Some(Marker {
                start,
                item,
                kind: name.kind,
                value: name.value,
            });
        }
    }
    bullet.then_some(Marker {
        start,
        item: at,
        kind: Kind::Bullet,
        value: 0,
    })
}

/// Whether a line that begins at `start` is a list item. At the start of a line less is asked of a
/// marker than within one.
pub(super) fn line_marker(text: &Characters, start: usize) -> bool {
    let plain = matches!(text.at(start), Some('*' | '-')) && text.at(start + 1) == Some(' ');
    let named = name(text, start).is_some_and(|name| text.is(name.end, char::is_whitespace));
    plain || named || marker(text, start).is_some()
}

/// What counts an item: `12.`, `b)`, `3.)`.
struct Name {
    end: usize,
    kind: Kind,
    value: u32,
}

fn name(text: &Characters, at: usize) -> Option<Name> {
    let digits_end = (at..=at + DIGITS).find(|o| !text.is(*o, |c| c.is_ascii_digit()))?;
    let (name_end, value) = if digits_end > at {
        (digits_end, text.slice(at, digits_end).parse().ok()?)
    } else {
        (at + 1, text.at(at).filter(char::is_ascii_lowercase)?.into())
    };
    let stop = text.at(name_end) == Some('.');
    let bracket = text.at(name_end + usize::from(stop)) == Some(')');
    let end = name_end + usize::from(stop) + usize::from(bracket);
    let kind = if digits_end > at {
        Kind::Number(stop, bracket)
    } else {
        Kind::Letter(stop, bracket)
    };
    (end > name_end).then_some(Name { end, kind, value })
}

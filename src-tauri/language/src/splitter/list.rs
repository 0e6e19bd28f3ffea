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

/// How many lists are looked for in one block. A bound keeps hostile text linear.
const LISTS: usize = 4;

/// The lists of a block, as the scanner comes to them. A list begins with the block, or with a
/// first number after the end of a sentence or a colon. Other numbers in a sentence belong to it.
pub(super) struct Lists {
    markers: Vec<Marker>,
    /// The first marker that is not passed.
    next: usize,
    left: usize,
}

impl Lists {
    /// Looks for a list at the start of the block.
    pub(super) fn at_start(text: &Characters) -> Self {
        Self {
            markers: running_list(text, text.skip_white(0)),
            next: 0,
            left: LISTS,
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.markers.is_empty()
    }

    /// The first marker whose item begins after `at`.
    pub(super) fn after(&mut self, at: usize) -> Option<Marker> {
        while self.markers.get(self.next)?.item <= at {
            self.next += 1;
        }
        self.markers.get(self.next).copied()
    }

    /// Looks for a list that begins with the number or letter at `start`, within the block. Says
    /// whether there is one.
    pub(super) fn begin(&mut self, text: &Characters, start: usize) -> bool {
        let first = marker(text, start).is_some_and(Marker::is_first);
        if !first || self.left == 0 || self.next < self.markers.len() {
            return false;
        }
        self.left -= 1;
        let found = running_list(text, start);
        let begins = !found.is_empty();
        if begins {
            (self.markers, self.next) = (found, 0);
        }
        begins
    }
}

impl Marker {
    /// `1.`, `a)` and the like.
    fn is_first(self) -> bool {
        match self.kind {
            Kind::Bullet => false,
            Kind::Number(..) => self.value == 1,
            Kind::Letter(..) => self.value == u32::from(b'a'),
        }
    }
}

/// The markers of a list that begins at `start`, if it has two or more items.
fn running_list(text: &Characters, start: usize) -> Vec<Marker> {
    let mut list: Vec<Marker> = Vec::new();
    let Some(first) = marker(text, start) else {
        return list;
    };
    list.push(first);
    let (mut at, mut last) = (first.item, first);
    while at < text.len() {
        let beside = text.before(at).is_some_and(char::is_whitespace);
        let found = beside.then(|| marker(text, at)).flatten();
        at = match found {
            Some(found) if follows(found, last) => {
                list.push(found);
                last = found;
                found.item
            }
            // The next list.
            Some(found) if found.is_first() && found.kind == last.kind => break,
            _ => text.after(at),
        };
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

//! What kind of name a name is: from its own words, from the words around it, and from the other
//! places where the article has it.

use super::lexicon::{KeyMap, flag, key};
use super::reading::Reading;
use super::{Atom, AtomKind};
use crate::tokens::{Case, Kind};

/// How sure a reading of one place is; the surest one in the article speaks for all.
type Sure = u8;

/// Gives every name its kind.
pub(super) fn settle(reading: &Reading, atoms: &mut [Atom]) {
    let mut seen: KeyMap<(Sure, AtomKind)> = KeyMap::default();
    let mut guesses = Vec::with_capacity(atoms.len());
    for atom in atoms.iter() {
        if atom.kind != AtomKind::Name {
            guesses.push(None);
            continue;
        }
        let (first, end) = tokens_of(reading, atom);
        let (sure, kind) = guess(reading, first, end);
        let last = reading.words[end - 1].key;
        let best = seen.entry(last).or_insert((0, AtomKind::Name));
        if sure > best.0 {
            *best = (sure, kind);
        }
        guesses.push(Some((last, end - first, sure, kind)));
    }
    for (atom, guess) in atoms.iter_mut().zip(guesses) {
        let Some((last, length, sure, kind)) = guess else {
            continue;
        };
        // A surname by itself is the person whose full name the article has elsewhere.
        let (best, other) = seen.get(&last).copied().unwrap_or((0, kind));
        let same = length == 1 || other == AtomKind::Person;
        atom.kind = if same && best > sure { other } else { kind };
    }
}

/// The tokens of a name: at least one.
fn tokens_of(reading: &Reading, atom: &Atom) -> (usize, usize) {
    let first = reading
        .words
        .partition_point(|word| word.token.span.end <= atom.span.start);
    let count =
        reading.words[first..].partition_point(|word| word.token.span.start < atom.span.end);
    let end = first + count;
    // A leading particle says nothing of the kind: "la Gazzetta".
    let particle = count > 1
        && reading.words[first].token.case == Case::Lower
        && reading.has(first, flag::PARTICLE);
    let first = if particle { first + 1 } else { first };
    let first = first.min(reading.words.len().saturating_sub(1));
    (first, end.max(first + 1))
}

fn guess(reading: &Reading, first: usize, end: usize) -> (Sure, AtomKind) {
    use AtomKind::{Name, Organization, Person, Place};
    let single = end - first == 1;
    let last = end - 1;
    let text = reading.str(first);
    if text.starts_with(['#', '@']) {
        return (9, Name);
    }
    let titled = reading.has(first, flag::TITLE) || role_before(reading, first);
    let body = |at: usize| reading.has(at, flag::BODY | flag::KNOWN_BODY);
    if single {
        if reading.has(first, flag::PLACE) {
            return (8, Place);
        }
        if reading.has(first, flag::KNOWN_BODY) {
            return (8, Organization);
        }
        if reading.has(first, flag::TITLE) {
            return (8, Person);
        }
        if reading.has(first, flag::BODY) {
            return (6, Organization);
        }
        if reading.has(first, flag::PLACE_HEAD) {
            return (6, Place);
        }
        if reading.has(first, flag::DEMONYM) {
            return (8, Name);
        }
        if is_nationality(reading, first) {
            return (8, Person);
        }
    } else {
        if reading.has(first, flag::TITLE) && !body(last) {
            return (9, Person);
        }
        if body(last) {
            return (8, Organization);
        }
        let direction = ["North", "South", "East", "West"].contains(&text);
        if direction && end - first == 2 {
            return (8, Place);
        }
        if reading.has(last, flag::THING) {
            return (8, Name);
        }
        if reading.has(first, flag::GIVEN) && !(first..end).any(body) {
            return (8, Person);
        }
        if reading.has(last, flag::PLACE | flag::PLACE_HEAD) || reading.has(first, flag::PLACE_HEAD)
        {
            return (7, Place);
        }
        if (first..end).any(body) {
            return (6, Organization);
        }
    }
    if titled {
        return (7, Person);
    }
    if is_acronym(reading, last) {
        return (5, Organization);
    }
    if reading.has(end, flag::SAYING) || first > 0 && reading.has(first - 1, flag::SAYING) {
        return (5, Person);
    }
    if single && reading.has(first, flag::GIVEN) {
        return (4, Person);
    }
    around(reading, first, end, single)
}

/// "FBI", but not "F-16".
fn is_acronym(reading: &Reading, at: usize) -> bool {
    let text = reading.str(at);
    reading.words[at].token.case == Case::Upper
        && text.chars().count() > 1
        && !text.contains(|c: char| c.is_numeric())
}

/// "Indonesians": persons, by their country.
fn is_nationality(reading: &Reading, at: usize) -> bool {
    reading.str(at).strip_suffix('s').is_some_and(|one| {
        reading.lexicon.entry(key(one)).flags & (flag::DEMONYM | flag::ADJECTIVE) != 0
    })
}

/// What the small words around a name of unknown words say.
fn around(reading: &Reading, first: usize, end: usize, single: bool) -> (Sure, AtomKind) {
    use AtomKind::{Name, Organization, Person, Place};
    let before = first.checked_sub(1).unwrap_or(usize::MAX);
    if reading.is(before, "the") {
        return (2, if single { Name } else { Organization });
    }
    if reading.is_any(
        before,
        &["in", "near", "from", "at", "to", "outside", "across"],
    ) && single
    {
        return (3, Place);
    }
    if reading.is_any(end, &["who", "whose"]) || comma_age(reading, end) {
        return (6, Person);
    }
    if (2..=3).contains(&(end - first)) {
        return (3, Person);
    }
    (1, Name)
}

/// "Lee, 54,"
fn comma_age(reading: &Reading, end: usize) -> bool {
    reading.kind(end) == Some(Kind::Comma)
        && reading.kind(end + 1) == Some(Kind::Number)
        && reading.str(end + 1).len() == 2
}

/// "photographer Lee", "former coach Lee".
fn role_before(reading: &Reading, first: usize) -> bool {
    first > 0 && {
        let before = &reading.words[first - 1];
        before.has(flag::ROLE | flag::TITLE) && before.token.case == Case::Lower
            || before.has(flag::ROLE) && before.initial
    }
}

//! The same fact elsewhere in the article: names by full form, surname or initials, numbers by
//! value and what they count, dates by the day they mean, quotations by their words.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::lexicon::{self, flag};
use super::{Atom, AtomKind, Day, Days, Decimal, Expression, Value, counted, days};
use crate::tokens::{self, Case, Kind, Token};

/// What two atoms must share to be the same.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Identity {
    Name(usize),
    Number(i64, u8, i64, Option<&'static str>, u64),
    Days(Days),
    Written(u64),
    Quotation(u64),
}

/// The groups of atoms that are the same fact in different sentences: indices into `atoms`, in
/// order; each name stands once, by its first atom. `atoms` must be those of `text`. Relative
/// dates need the day of publication; without it only dates written alike meet.
#[must_use]
pub fn links(atoms: &[Atom], text: &str, published: Option<Day>) -> Vec<Vec<usize>> {
    let tokens = tokens::tokens(text);
    let mut groups: BTreeMap<Identity, Vec<usize>> = BTreeMap::new();
    for (n, name) in names(atoms, &tokens, text) {
        groups.entry(Identity::Name(name)).or_default().push(n);
    }
    for (n, atom) in atoms.iter().enumerate() {
        let identity = match atom.value {
            Some(Value::Number(number)) => {
                let measure = number
                    .unit
                    .map_or_else(|| noun(atom, &tokens, text, number.low), |_| Some(0));
                measure.map(|noun| {
                    let (low, high) = (number.low, number.high);
                    Identity::Number(low.digits, low.places, high.digits, number.unit, noun)
                })
            }
            Some(Value::Date(date)) => Some(date_identity(date, published)),
            None if atom.kind == AtomKind::Quotation => quotation(atom, &tokens, text),
            None => None,
        };
        if let Some(identity) = identity {
            groups.entry(identity).or_default().push(n);
        }
    }
    let mut groups: Vec<Vec<usize>> = groups.into_values().collect();
    groups.retain(|group| {
        let sentences: BTreeSet<u32> = group.iter().map(|n| atoms[*n].sentence).collect();
        sentences.len() > 1
    });
    groups.sort();
    groups
}

/// What a bare number counts. A large one speaks for itself; a small one that counts nothing
/// ("one of them") has no identity.
fn noun(atom: &Atom, tokens: &[Token], text: &str, value: Decimal) -> Option<u64> {
    if value.places > 0 || value.digits >= 100 {
        return Some(0);
    }
    counted::nouns(tokens, text, atom).first().copied()
}

fn date_identity(date: Expression, published: Option<Day>) -> Identity {
    match days(date, published) {
        Some(days) => Identity::Days(days),
        None => Identity::Written(lexicon::key(&format!("{date:?}"))),
    }
}

/// The words of a quotation, if there are enough of them to be recognised.
fn quotation(atom: &Atom, tokens: &[Token], text: &str) -> Option<Identity> {
    let words: Vec<u64> = tokens::within(tokens, atom.span)
        .iter()
        .filter(|token| token.is_word())
        .map(|token| lexicon::key(token.text(text)))
        .collect();
    (words.len() >= 2).then(|| Identity::Quotation(hash(&words)))
}

fn hash(keys: &[u64]) -> u64 {
    keys.iter().fold(0, |all, key| {
        (all ^ key)
            .rotate_left(5)
            .wrapping_mul(0x517c_c1b7_2722_0a95)
    })
}

/// One form of a name, as its words.
struct Form {
    words: Vec<u64>,
    /// The first letters of the words, as an abbreviation has them.
    initials: u64,
    /// The key of an abbreviation's letters.
    letters: Option<u64>,
    person: bool,
}

/// The first atom of every name, with the number of the thing it names.
fn names(atoms: &[Atom], tokens: &[Token], text: &str) -> Vec<(usize, usize)> {
    let mut forms: Vec<Form> = Vec::new();
    let mut known: HashMap<u64, usize> = HashMap::new();
    let mut found = Vec::new();
    let mut last = None;
    for (n, atom) in atoms.iter().enumerate() {
        if !atom.kind.is_name() || last == Some(atom.whole) {
            continue;
        }
        last = Some(atom.whole);
        let form = form(atom, tokens, text);
        if form.words.is_empty() {
            continue;
        }
        let id = *known.entry(hash(&form.words)).or_insert_with(|| {
            forms.push(form);
            forms.len() - 1
        });
        found.push((n, id));
    }
    let fuller = fuller(&forms);
    found.into_iter().map(|(n, id)| (n, fuller[id])).collect()
}

/// The most words of a name that is looked for by its end. Longer ones are lists, not names, and
/// all their ends would take time with the square of the length.
const LONGEST: usize = 12;

/// For every form the fullest one that it can only stand for: "Lee" for "Ann Lee", "WHO" for
/// "World Health Organization", "State Department" for "US State Department".
fn fuller(forms: &[Form]) -> Vec<usize> {
    // None where several forms would do.
    let mut longer: HashMap<u64, Option<usize>> = HashMap::new();
    let mut add = |key: u64, id: usize| {
        longer
            .entry(key)
            .and_modify(|one| *one = one.filter(|one| *one == id))
            .or_insert(Some(id));
    };
    for (id, form) in forms
        .iter()
        .enumerate()
        .filter(|(_, form)| (2..=LONGEST).contains(&form.words.len()))
    {
        let shortest = if form.person { 1 } else { 2 };
        for from in 1..=form.words.len().saturating_sub(shortest) {
            add(hash(&form.words[from..]), id);
        }
        if !form.person {
            add(form.initials, id);
        }
    }
    let step = |id: usize| {
        let form = &forms[id];
        let by_words = longer.get(&hash(&form.words)).copied().flatten();
        let by_letters = || {
            form.letters
                .and_then(|key| longer.get(&key).copied().flatten())
        };
        by_words.or_else(by_letters).unwrap_or(id)
    };
    // Twice: an abbreviation's full form may itself be the end of a longer one.
    (0..forms.len()).map(|id| step(step(id))).collect()
}

fn form(atom: &Atom, tokens: &[Token], text: &str) -> Form {
    let title = |token: &Token| {
        let word = token.text(text);
        lexicon::of("en").entry(lexicon::key(word)).flags & flag::TITLE != 0
    };
    let mut named: Vec<&Token> = tokens::within(tokens, atom.whole)
        .iter()
        .filter(|token| {
            token.is_word() && (token.case != Case::Lower || token.text(text).contains('-'))
        })
        .collect();
    // A word that is cut by the name ("US-led") is not within it.
    if named.is_empty() {
        let first = tokens.partition_point(|token| token.span.end <= atom.span.start);
        named.extend(tokens.get(first));
    }
    let person = atom.kind == AtomKind::Person;
    while person && named.len() > 1 && title(named[0]) {
        named.remove(0);
    }
    let length = (atom.whole.end - atom.whole.start) as usize;
    let written = |token: &Token| token.text(text).chars().take(length).collect::<String>();
    let words: Vec<u64> = named
        .iter()
        .map(|token| lexicon::key(&written(token)))
        .collect();
    let initials: String = named
        .iter()
        .filter_map(|token| token.text(text).chars().next())
        .collect();
    let letters = match named.as_slice() {
        [one] if one.kind == Kind::Word && one.case == Case::Upper => {
            Some(lexicon::key(&one.text(text).replace('.', "")))
        }
        _ => None,
    };
    Form {
        words,
        initials: lexicon::key(&initials),
        letters,
        person,
    }
}

//! The full stop: the one mark that mostly does something else.

use super::candidate::{Candidate, Closed};
use super::decide::{Decision, Surroundings, join, split};
use super::lexicon::Abbreviation;
use super::rule::Rule;
use super::words::Start;

/// The longest lead before a name that an abbreviation can close: "At 5 a.m. Mr. Smith went".
const LEAD: usize = 12;

pub(super) fn decide(candidate: &Candidate, around: &Surroundings) -> Decision {
    if candidate.after.start == Start::Other {
        return before_small_letter(candidate, around);
    }
    let before = &candidate.before;
    let dotted = is_dotted(&before.key) || before.joined != before.key;
    let single = before.key.chars().count() == 1 && before.key.chars().all(char::is_alphabetic);
    let kind = kind(candidate, around);
    if candidate.closed != Closed::No && !(dotted && kind.is_none()) {
        return closed(candidate, around, kind);
    }
    if list_marker(candidate, around) {
        return join(Rule::ListMarker);
    }
    if let Some(kind) = kind {
        return abbreviation(candidate, around, kind);
    }
    if dotted {
        return ends_before_starter(candidate, around, Rule::DottedAbbreviation);
    }
    // "James McN. Hester"
    let shortened = candidate.start >= before.start + 2
        && around.text.is(candidate.start - 1, char::is_uppercase)
        && around.text.is(candidate.start - 2, char::is_lowercase);
    if single || shortened {
        return initial(candidate, around);
    }
    if around.lexicon.ordinal_stop && is_ordinal(&before.key, before.capital) {
        return ends_before_starter(candidate, around, Rule::Ordinal);
    }
    split(Rule::FullStop)
}

/// A small letter begins no sentence, unless a mark shows that one begins.
fn before_small_letter(candidate: &Candidate, around: &Surroundings) -> Decision {
    let quotation_after_quotation = candidate.closed == Closed::Quote && candidate.quote_opens();
    if quotation_after_quotation || matches!(candidate.opener, Some('¿' | '¡')) {
        return split(Rule::FullStop);
    }
    if small_start(candidate, around) {
        return split(Rule::SmallLetterStart);
    }
    join(Rule::LowerCaseNext)
}

/// "its good. u must read it": the word before is an everyday one, and no abbreviation.
fn small_start(candidate: &Candidate, around: &Surroundings) -> bool {
    let key = &candidate.before.key;
    let starter = around.starter(candidate);
    let shortest = match (candidate.before.capital, starter) {
        (false, true) => 2,
        (false, false) => 4,
        (true, true) => 6,
        (true, false) => return false,
    };
    let word = key.len() >= shortest
        && key.chars().all(|c| c.is_ascii_lowercase() || c == '\'')
        && key.contains(['a', 'e', 'i', 'o', 'u', 'y']);
    around.lexicon.careless()
        && candidate.closed == Closed::No
        && !candidate.after.key.is_empty()
        && word
        && !around.lexicon.is_abbreviation(key)
}

fn kind(candidate: &Candidate, around: &Surroundings) -> Option<Abbreviation> {
    let before = &candidate.before;
    let look = |key: &str| around.lexicon.abbreviation(key, before.capital);
    look(&before.joined)
        .or_else(|| look(&before.key))
        .or_else(|| {
            // "Vice-Pres.", "l'art."
            let tail = before
                .key
                .rsplit(['-', '\'', '’'])
                .next()
                .filter(|tail| *tail != before.key)?;
            look(tail).filter(|kind| *kind == Abbreviation::Title)
        })
}

/// `.)` and `.”` end a sentence; an abbreviation in brackets need not.
fn closed(candidate: &Candidate, around: &Surroundings, kind: Option<Abbreviation>) -> Decision {
    if candidate.closed == Closed::Bracket && kind.is_some() && !around.starter(candidate) {
        return join(Rule::TrailingAbbreviation);
    }
    split(Rule::ClosedFullStop)
}

fn abbreviation(candidate: &Candidate, around: &Surroundings, kind: Abbreviation) -> Decision {
    let number = candidate.after.start == Start::Digit || is_roman(candidate);
    match kind {
        // "5th St. The"
        Abbreviation::Title if is_place(&candidate.before.key) && around.starter(candidate) => {
            split(Rule::AbbreviationThenStarter)
        }
        Abbreviation::Title => join(Rule::Title),
        // "a newer IE. Its goal"
        Abbreviation::Joining if is_plain_capital(candidate) && around.starter(candidate) => {
            split(Rule::AbbreviationThenStarter)
        }
        Abbreviation::Joining => join(Rule::JoiningAbbreviation),
        Abbreviation::Counting if number => join(Rule::CountingAbbreviation),
        Abbreviation::Counting if around.lexicon.is_ordinary(&candidate.before.key) => {
            split(Rule::FullStop)
        }
        Abbreviation::Counting => {
            ends_before_starter(candidate, around, Rule::CountingAbbreviation)
        }
        Abbreviation::Calendar if number => join(Rule::CalendarAbbreviation),
        Abbreviation::Calendar => {
            ends_before_starter(candidate, around, Rule::CalendarAbbreviation)
        }
        Abbreviation::Trailing => {
            ends_before_starter(candidate, around, Rule::TrailingAbbreviation)
        }
    }
}

/// Abbreviations and ordinals that can end a sentence do so before a word that begins one, before
/// an opening quotation mark and before a label ("Image:"). Hours end it before a title and eras
/// before any capital, unless they close the lead of the sentence: "At 5 a.m. Mr. Smith went".
fn ends_before_starter(candidate: &Candidate, around: &Surroundings, otherwise: Rule) -> Decision {
    let label = candidate.after.colon && around.lexicon.is_credit(&candidate.after.key);
    let time = candidate.before.start > around.sentence + LEAD
        && (is_hour(&candidate.before.joined) && around.lexicon.is_title(&candidate.after.key)
            || candidate.after.start == Start::Letter && is_era(candidate, around));
    if around.starter(candidate) || candidate.quote_opens() || label || time {
        return split(Rule::AbbreviationThenStarter);
    }
    join(otherwise)
}

/// One letter: an initial, unless the next word begins a sentence.
fn initial(candidate: &Candidate, around: &Surroundings) -> Decision {
    let text = around.text;
    let before = &candidate.before;
    let gap = text.trim_end(around.sentence, before.start);
    // "2 °C.", "2º C.": a unit.
    let unit = text.before(gap).is_some_and(|c| matches!(c, '°' | 'º'));
    // "you and I."
    let pronoun = before.key == "i" && !follows_name(candidate, around);
    let surname = before.capital
        && around.lexicon.is_surname(&candidate.after.key)
        && follows_name(candidate, around);
    if unit || pronoun || around.starter(candidate) && !surname {
        return split(Rule::AbbreviationThenStarter);
    }
    join(Rule::Initial)
}

/// Whether a capitalised word, or nothing, stands before the initial.
fn follows_name(candidate: &Candidate, around: &Surroundings) -> bool {
    let end = around
        .text
        .trim_end(around.sentence, candidate.before.start);
    let start = (0..24).map_while(|back| end.checked_sub(back)).find(|at| {
        *at <= around.sentence || around.text.before(*at).is_none_or(char::is_whitespace)
    });
    start.is_some_and(|start| start == end || around.text.is(start, char::is_uppercase))
}

/// "1.", "a.", "iv.", "2.1." with nothing before it in its sentence.
fn list_marker(candidate: &Candidate, around: &Surroundings) -> bool {
    let before = &candidate.before;
    let key = before.key.trim_start_matches('*');
    let letter = key.chars().count() == 1;
    let number = !key.is_empty()
        && key.chars().all(|c| c.is_ascii_digit() || c == '.')
        && key.split('.').all(|part| part.len() <= 3);
    let roman =
        !key.is_empty() && key.len() <= 4 && key.chars().all(|c| matches!(c, 'i' | 'v' | 'x'));
    let after_colon = number && {
        let gap = around.text.trim_end(around.sentence, before.start);
        gap < before.start && around.text.before(gap) == Some(':')
    };
    after_colon
        || (letter || number || roman)
            && before.start <= around.sentence + 6
            && (around.sentence..before.start).all(|at| !around.text.is(at, char::is_alphanumeric))
}

fn is_roman(candidate: &Candidate) -> bool {
    let key = &candidate.after.key;
    candidate.after.start == Start::Letter
        && !key.is_empty()
        && key
            .chars()
            .all(|c| matches!(c, 'i' | 'v' | 'x' | 'l' | 'c'))
        && key != "i"
}

/// Letters with full stops between them: `u.s`, `j.-c`.
fn is_dotted(key: &str) -> bool {
    let mut parts = key.split('.').map(|part| part.trim_start_matches('-'));
    let letters = |part: &str| part.chars().count() == 1 && part.chars().all(char::is_alphabetic);
    parts.next().is_some_and(letters) && key.contains('.') && parts.all(letters)
}

/// At most two digits, or capital Roman numerals.
fn is_ordinal(key: &str, capital: bool) -> bool {
    let digits = key.len() <= 2 && key.chars().all(|c| c.is_ascii_digit());
    let roman = capital && key.chars().all(|c| matches!(c, 'i' | 'v' | 'x'));
    !key.is_empty() && (digits || roman)
}

/// Written with a capital and without inner full stops.
fn is_plain_capital(candidate: &Candidate) -> bool {
    candidate.before.capital && !candidate.before.joined.contains('.')
}

fn is_place(key: &str) -> bool {
    matches!(key, "st" | "mt" | "ft" | "fr" | "br")
}

/// "753 B.C."; a lone letter only after a number: Russian "1916 г.", not "г. Волгоград".
fn is_era(candidate: &Candidate, around: &Surroundings) -> bool {
    let before = &candidate.before;
    let gap = around.text.trim_end(around.sentence, before.first);
    // "C. E. Brown": with spaces and capitals they are initials.
    let initials = before.joined != before.key && around.text.is(before.first, char::is_uppercase);
    around.lexicon.is_era(&before.joined)
        && (before.joined.contains('.') && !initials
            || around
                .text
                .before(gap)
                .is_some_and(|c| c.is_numeric() || c == 'х'))
}

fn is_hour(key: &str) -> bool {
    matches!(key, "a.m" | "p.m")
}

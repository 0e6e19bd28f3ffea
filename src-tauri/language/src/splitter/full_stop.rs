//! The full stop: the one mark that mostly does something else.

use super::candidate::{Candidate, Closed};
use super::decide::{Decision, Surroundings, join, split};
use super::lexicon::Abbreviation;
use super::marks;
use super::rule::Rule;
use super::words::Start;

/// The longest name before an initial.
const NAME: usize = 23;
/// The longest lead before a name that an abbreviation can close: "At 5 a.m. Mr. Smith went".
const LEAD: usize = 12;

pub(super) fn decide(candidate: &Candidate, around: &Surroundings) -> Decision {
    if candidate.after.start == Start::Other {
        return before_small_letter(candidate, around);
    }
    let before = &candidate.before;
    let dotted = before.is_joined() || is_dotted(before.word);
    let single = is_letter(before.word);
    let kind = kind(candidate, around);
    if candidate.closed != Closed::Quote && list_marker(candidate, around) {
        return join(Rule::ListMarker);
    }
    if candidate.closed != Closed::No && !(dotted && kind.is_none()) {
        return closed(candidate, around, kind);
    }
    if let Some(kind) = kind {
        return abbreviation(candidate, around, kind);
    }
    if dotted {
        return ends_before_starter(candidate, around, Rule::DottedAbbreviation);
    }
    // "James McN. Hester"
    let last = around.text.back(candidate.start);
    let shortened = last > before.start
        && around.text.is(last, char::is_uppercase)
        && around.text.before(last).is_some_and(char::is_lowercase);
    if single || shortened {
        return initial(candidate, around);
    }
    if around.lexicon.ordinal_stop && is_ordinal(before.word) && !counted(candidate, around) {
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
    let before = &candidate.before;
    let shortest = match (before.capital, around.starter(candidate)) {
        (false, true) => 2,
        (false, false) => 4,
        (true, true) => 6,
        (true, false) => return false,
    };
    let word = before.word.len() >= shortest
        && before
            .word
            .bytes()
            .all(|c| c.is_ascii_alphabetic() || c == b'\'')
        && before.word.bytes().any(|c| b"aeiouyAEIOUY".contains(&c));
    around.lexicon.careless
        && candidate.closed == Closed::No
        && !candidate.after.word.is_empty()
        && word
        && !candidate.before.known.is_abbreviation()
}

fn kind(candidate: &Candidate, around: &Surroundings) -> Option<Abbreviation> {
    let before = &candidate.before;
    before.abbreviation().or_else(|| {
        // "Hauptstr. 5", "Kerkstr. 5"
        if before.word.ends_with("str") {
            return Some(Abbreviation::Counting);
        }
        // "Vice-Pres.", "l'art."
        let (_, tail) = before.word.rsplit_once(['-', '\'', '’'])?;
        let kind = around.lexicon.look(tail).abbreviation(before.capital);
        kind.filter(|kind| *kind == Abbreviation::Title)
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
    let number = candidate.after.start == Start::Digit || is_roman(candidate.after.word);
    match kind {
        // "5th St. The"
        Abbreviation::Title if is_place(candidate.before.word) && around.starter(candidate) => {
            split(Rule::AbbreviationThenStarter)
        }
        Abbreviation::Title => join(Rule::Title),
        // "a newer IE. Its goal"
        Abbreviation::Joining if is_plain_capital(candidate) && around.starter(candidate) => {
            split(Rule::AbbreviationThenStarter)
        }
        Abbreviation::Joining => join(Rule::JoiningAbbreviation),
        Abbreviation::Counting if number => join(Rule::CountingAbbreviation),
        // "Collis P. Huntington"
        Abbreviation::Counting if candidate.before.capital && is_letter(candidate.before.word) => {
            initial(candidate, around)
        }
        // "for the PP. Silva": letters that stand for a name.
        Abbreviation::Counting if is_capitals(candidate.before.word) => split(Rule::FullStop),
        Abbreviation::Counting if candidate.before.known.is_ordinary() => split(Rule::FullStop),
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
    let label = candidate.after.colon && candidate.after.known.is_credit();
    let time = around
        .text
        .far(around.sentence, candidate.before.start, LEAD)
        && (is_hour(candidate.before.joined()) && candidate.after.known.is_title()
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
    let pronoun = before.word.eq_ignore_ascii_case("i") && !follows_name(candidate, around);
    let surname =
        before.capital && candidate.after.known.is_surname() && follows_name(candidate, around);
    if unit || pronoun || around.starter(candidate) && !surname {
        return split(Rule::AbbreviationThenStarter);
    }
    join(Rule::Initial)
}

/// Whether a capitalised word, or nothing, stands before the initial.
fn follows_name(candidate: &Candidate, around: &Surroundings) -> bool {
    let text = around.text;
    let end = text.trim_end(around.sentence, candidate.before.start);
    let start = text.skip_back(end, around.sentence, NAME, |c| !c.is_whitespace());
    let whole = start <= around.sentence || text.before(start).is_none_or(char::is_whitespace);
    whole && (start == end || text.is(start, char::is_uppercase))
}

/// "1.", "a.", "iv.", "2.1." with nothing before it in its sentence.
fn list_marker(candidate: &Candidate, around: &Surroundings) -> bool {
    let before = &candidate.before;
    let key = before.word.trim_start_matches('*');
    let letter = key.chars().nth(1).is_none() && !key.is_empty();
    let number = !key.is_empty()
        && key.chars().all(|c| c.is_ascii_digit() || c == '.')
        && key.split('.').all(|part| part.len() <= 3);
    let roman = !key.is_empty() && key.len() <= 4 && key.bytes().all(|c| b"ivxIVX".contains(&c));
    // "as follows: 1. Be kind", but "the score was: 3."
    let after_colon = key == "1" && {
        let gap = around.text.trim_end(around.sentence, before.start);
        gap < before.start && around.text.before(gap) == Some(':')
    };
    after_colon
        || (letter || number || roman)
            && !around.text.far(around.sentence, before.start, 6)
            && !around
                .text
                .slice(around.sentence, before.start)
                .contains(char::is_alphanumeric)
}

fn is_roman(word: &str) -> bool {
    !word.is_empty() && word != "I" && word.bytes().all(|c| b"IVXLC".contains(&c))
}

fn is_capitals(word: &str) -> bool {
    word.chars().all(char::is_uppercase)
}

/// One letter, and nothing else; in Southern Indic scripts one with its vowel sign.
fn is_letter(word: &str) -> bool {
    let mut letters = word.chars();
    let letter = |c: char| c.is_alphabetic() && !marks::is_whole_word(c);
    letters.next().is_some_and(letter) && letters.all(marks::is_southern_vowel_sign)
}

/// Letters with full stops between them: `u.s`, `j.-c`.
fn is_dotted(word: &str) -> bool {
    let letter = |part: &str| {
        let part = part.trim_start_matches('-');
        // The name of a Latin letter takes one or two: "यू.एस".
        is_letter(part) || !marks::longer(part, 3) && part.chars().all(marks::is_indic)
    };
    word.contains('.') && word.split('.').all(|part| !part.is_empty() && letter(part))
}

/// At most two digits, or capital Roman numerals.
fn is_ordinal(word: &str) -> bool {
    // "1. -3. Jahrhundert"
    let word = word.trim_start_matches('-');
    let digits = word.len() <= 2 && word.bytes().all(|c| c.is_ascii_digit());
    let roman = word.bytes().all(|c| b"IVX".contains(&c));
    !word.is_empty() && (digits || roman)
}

/// "str. 12.": a number that an abbreviation counts with is no ordinal.
fn counted(candidate: &Candidate, around: &Surroundings) -> bool {
    let text = around.text;
    let stop = text.trim_end(around.sentence, candidate.before.start);
    if text.before(stop) != Some('.') {
        return false;
    }
    let start = text.skip_back(stop - 1, around.sentence, NAME, |c| !marks::ends_word(c));
    let known = around.lexicon.look(text.slice(start, stop - 1));
    known.abbreviation(false) == Some(Abbreviation::Counting)
}

/// Written with a capital and without inner full stops.
fn is_plain_capital(candidate: &Candidate) -> bool {
    candidate.before.capital && !candidate.before.joined().contains('.')
}

fn is_place(word: &str) -> bool {
    let places = ["st", "mt", "ft", "fr", "br"];
    places.iter().any(|place| word.eq_ignore_ascii_case(place))
}

/// "753 B.C."; a lone letter only after a number: Russian "1916 г.", not "г. Волгоград".
fn is_era(candidate: &Candidate, around: &Surroundings) -> bool {
    let before = &candidate.before;
    let gap = around.text.trim_end(around.sentence, before.first);
    // "C. E. Brown": with spaces and capitals they are initials.
    let initials = before.is_joined() && around.text.is(before.first, char::is_uppercase);
    before.joined_known.is_era()
        && (before.joined().contains('.') && !initials
            || around
                .text
                .before(gap)
                .is_some_and(|c| c.is_numeric() || c == 'х'))
}

fn is_hour(word: &str) -> bool {
    word.eq_ignore_ascii_case("a.m") || word.eq_ignore_ascii_case("p.m")
}

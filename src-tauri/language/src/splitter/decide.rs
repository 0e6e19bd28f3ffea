//! The answer to a candidate, and the rule it rests on.

use super::candidate::{Candidate, Closed, Shape};
use super::characters::Characters;
use super::enclosure::Enclosures;
use super::full_stop;
use super::lexicon::Lexicon;
use super::marks;
use super::rule::Rule;
use super::words::Start;

/// How many words after a quotation are searched for a reporting verb.
const REPORTING: usize = 4;

/// The longest of these words.
const NAME: usize = 24;

/// Split or not, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Decision {
    pub(super) split: bool,
    pub(super) rule: Rule,
}

pub(super) fn split(rule: Rule) -> Decision {
    Decision { split: true, rule }
}

pub(super) fn join(rule: Rule) -> Decision {
    Decision { split: false, rule }
}

/// What the rules look at.
pub(super) struct Surroundings<'a> {
    pub(super) text: &'a Characters<'a>,
    pub(super) lexicon: &'a Lexicon,
    pub(super) enclosures: &'a Enclosures<'a>,
    /// Where the sentence that may end here began.
    pub(super) sentence: usize,
}

impl Surroundings<'_> {
    /// Whether the word after a boundary is one that begins sentences.
    pub(super) fn starter(&self, candidate: &Candidate) -> bool {
        !candidate.after.initial && candidate.after.known.is_starter()
    }
}

pub(super) fn decide(candidate: &Candidate, around: &Surroundings) -> Decision {
    if candidate.shape == Shape::Strong {
        return strong(candidate, around);
    }
    if let Some(decision) = bracketed_mark(candidate, around) {
        return decision;
    }
    if dash_continues(candidate, around) {
        return join(Rule::DashContinues);
    }
    if candidate.shape == Shape::Stop {
        return full_stop::decide(candidate, around);
    }
    if candidate.after.start == Start::Other {
        if candidate.shape == Shape::Loud && careless(candidate, around) {
            return split(Rule::SmallLetterStart);
        }
        return join(Rule::LowerCaseNext);
    }
    match candidate.shape {
        Shape::Ellipsis => ellipsis(candidate, around),
        _ => loud(candidate, around),
    }
}

fn strong(candidate: &Candidate, around: &Surroundings) -> Decision {
    if around.enclosures.bracketed(candidate.end) {
        return join(Rule::InsideBrackets);
    }
    // Japanese particles go on with a quotation: 「…。」と言った.
    let particle = matches!(
        around.text.at(candidate.next),
        Some('と' | 'っ' | 'は' | 'が' | 'を' | 'の' | 'に' | 'で' | 'も')
    );
    if candidate.closed != Closed::No && candidate.next == candidate.end && particle {
        return join(Rule::ReportingClause);
    }
    // "؟ أم": the other half of a question.
    if candidate.closed == Closed::No && candidate.after.known.is_alternative() {
        return join(Rule::LowerCaseNext);
    }
    // ASCII text around an Arabic mark and the like still has small letters.
    if around.text.is(candidate.next, char::is_lowercase) {
        return join(Rule::LowerCaseNext);
    }
    split(Rule::FinalMark)
}

/// `(!)`, `[...]`, `(…)`: the marks are all that the brackets hold.
fn bracketed_mark(candidate: &Candidate, around: &Surroundings) -> Option<Decision> {
    let opened = around
        .text
        .before(candidate.start)
        .is_some_and(|c| matches!(c, '(' | '['));
    if !opened || candidate.closed != Closed::Bracket {
        return None;
    }
    // At the head of a sentence, what follows was left out of.
    let leading = around.text.back(candidate.start) == around.sentence;
    let starts = candidate.shape == Shape::Ellipsis
        && !leading
        && candidate.after.start != Start::Other
        && around.starter(candidate);
    Some(if starts {
        split(Rule::EllipsisThenStart)
    } else {
        join(Rule::BracketedMark)
    })
}

/// "11 a.m. -- the hour", "“No.” – Smith": a spaced dash after an abbreviation or a quotation.
fn dash_continues(candidate: &Candidate, around: &Surroundings) -> bool {
    if !candidate.opener.is_some_and(marks::is_dash) {
        return false;
    }
    let text = around.text;
    let first = text.after(candidate.next);
    let dash_end = text.skip_most(first, 2, marks::is_dash);
    let one = dash_end == first;
    let spaced =
        !text.far(candidate.next, dash_end, 2) && (!one || text.is(dash_end, char::is_whitespace));
    spaced
        && (candidate.closed != Closed::No
            || candidate
                .before
                .joined_known
                .abbreviation(candidate.before.capital)
                .is_some())
}

fn ellipsis(candidate: &Candidate, around: &Surroundings) -> Decision {
    let spaced = around
        .text
        .before(candidate.start)
        .is_some_and(char::is_whitespace);
    // What stands at the head of a sentence was left out before it.
    let leading = candidate.start == around.sentence;
    // In Arabic and Hebrew letters it is mostly a pause, and no capital shows otherwise.
    let pause = around.text.is(candidate.next, marks::is_right_to_left);
    let doubtful = candidate.closed != Closed::No || spaced;
    // "I" has its capital anywhere.
    let starter = around.starter(candidate) && candidate.after.word != "I";
    if leading || pause || doubtful && !starter && !candidate.quote_opens() {
        return join(Rule::EllipsisInside);
    }
    split(Rule::EllipsisThenStart)
}

fn loud(candidate: &Candidate, around: &Surroundings) -> Decision {
    if candidate.closed == Closed::Quote && !candidate.quote_opens() && reporting(candidate, around)
    {
        return join(Rule::ReportingClause);
    }
    // "in Viva Maria! (1965)": a title that carries its mark.
    let year =
        candidate.opener == Some('(') && around.text.is(candidate.next + 1, |c| c.is_ascii_digit());
    if year {
        return join(Rule::NameWithMark);
    }
    if candidate.before.known.is_marked_name()
        && candidate.before.capital
        && !around.starter(candidate)
    {
        return join(Rule::NameWithMark);
    }
    split(Rule::QuestionOrExclamation)
}

/// "why is that? i dont know": the sentence before began without a capital too.
fn careless(candidate: &Candidate, around: &Surroundings) -> bool {
    let small =
        around.text.is(around.sentence, char::is_lowercase) || candidate.after.known.is_pronoun();
    around.lexicon.careless
        && small
        && candidate.closed == Closed::No
        && !candidate.after.word.is_empty()
}

/// "said Smith", "Mr. Smith said", "the president asked": names and a verb.
fn reporting(candidate: &Candidate, around: &Surroundings) -> bool {
    let text = around.text;
    let mut at = candidate.next;
    for place in 0..REPORTING {
        let end = text.skip_most(at, NAME, char::is_alphanumeric);
        if end == at || text.is(end, char::is_alphanumeric) {
            return false;
        }
        let word = text.slice(at, end);
        let known = around.lexicon.look(text.slice(at, end));
        if known.is_reporting() {
            return true;
        }
        let article = word.eq_ignore_ascii_case("the");
        let name = text.is(at, char::is_uppercase);
        // "She", "But": a new sentence.
        let opens = place == 0 && known.is_starter();
        if !article && (!name || opens) {
            return false;
        }
        at = text.skip_most(end, 1, |c| c == '.');
        at = text.skip_most(at, 2, char::is_whitespace);
    }
    false
}

//! The one pass over a block that finds every place where a sentence may end.

use super::candidate::Candidate;
use super::characters::Characters;
use super::decide::{Surroundings, decide, join};
use super::enclosure::Enclosures;
use super::lexicon::Lexicon;
use super::list::{self, Marker};
use super::marks;
use super::rule::Rule;
use super::words;

/// A place between two pieces of text, answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place {
    /// Where the text before it ends.
    pub(super) end: usize,
    /// Where the text after it begins.
    pub(super) next: usize,
    pub(super) split: bool,
    pub(super) rule: Rule,
}

/// All places of a text, in order.
pub(super) fn scan(text: &Characters, lexicon: &Lexicon, enclosures: &Enclosures) -> Vec<Place> {
    let list = list::running_list(text);
    let mut markers = list.iter().copied().peekable();
    let mut places: Vec<Place> = Vec::new();
    let mut at = text.skip_white(0);
    let mut sentence = at;
    while let Some(c) = text.at(at) {
        while markers.next_if(|marker| marker.item <= at).is_some() {}
        let item = markers.peek().copied();
        let found = if c.is_whitespace() {
            let next = text.skip_white(at);
            let place = white_place(text, at, next, item);
            at = next;
            place
        } else if lexicon.is_final(c) {
            match Candidate::gather(text, lexicon, enclosures, at, sentence) {
                Ok(candidate) => {
                    at = candidate.end;
                    mark_place(&candidate, text, lexicon, enclosures, sentence, item)
                }
                Err(end) => {
                    at = end;
                    None
                }
            }
        } else {
            let place = (c == ':')
                .then(|| colon_place(text, lexicon, at, sentence))
                .flatten();
            at += 1;
            place
        };
        if let Some(place) = found {
            if place.split {
                sentence = place.next;
                at = at.max(place.next);
            }
            places.push(place);
        }
    }
    places
}

/// White space by itself splits at an empty line and before a list item.
fn white_place(text: &Characters, end: usize, next: usize, item: Option<Marker>) -> Option<Place> {
    if next >= text.len() {
        return None;
    }
    let breaks = line_breaks(text, end, next);
    let rule = if breaks > 1 {
        Rule::BlankLine
    } else if item.is_some_and(|marker| marker.start == next)
        || breaks == 1 && list::line_marker(text, next)
    {
        Rule::ListItem
    } else {
        return None;
    };
    Some(Place {
        end,
        next,
        split: true,
        rule,
    })
}

/// Before a colon stands what begins a piece that no mark divides from the one before: the credit
/// of a picture ("Belle Image: Ann Lee"), the next of several addresses of pages.
fn colon_place(
    text: &Characters,
    lexicon: &Lexicon,
    colon: usize,
    sentence: usize,
) -> Option<Place> {
    let (next, key) = words::last_word(text, colon, sentence)?;
    let end = text.trim_end(sentence, next);
    let credit = text.is(next, char::is_uppercase)
        && lexicon.is_credit(&key)
        && text
            .before(end)
            .is_some_and(|c| c.is_alphanumeric() || marks::is_closer(c));
    let address = words::is_address(text, next) && words::address_before(text, end, sentence);
    (next > end && end > sentence && (credit || address)).then_some(Place {
        end,
        next,
        split: true,
        rule: if credit {
            Rule::PictureCredit
        } else {
            Rule::NextAddress
        },
    })
}

fn mark_place(
    candidate: &Candidate,
    text: &Characters,
    lexicon: &Lexicon,
    enclosures: &Enclosures,
    sentence: usize,
    item: Option<Marker>,
) -> Option<Place> {
    let (end, next) = (candidate.end, candidate.next);
    if white_place(text, end, next, item).is_some() {
        // The white space after the marks answers for itself.
        return None;
    }
    let inside_marker = item.is_some_and(|marker| marker.start <= candidate.start);
    let decision = if inside_marker {
        join(Rule::ListMarker)
    } else {
        decide(
            candidate,
            &Surroundings {
                text,
                lexicon,
                enclosures,
                sentence,
            },
        )
    };
    Some(Place {
        end,
        next,
        split: decision.split,
        rule: decision.rule,
    })
}

/// Counts the line breaks of a stretch of white space; a carriage return with its line feed is
/// one.
fn line_breaks(text: &Characters, start: usize, end: usize) -> usize {
    let mut count = 0;
    for at in start..end {
        let pair = text.at(at) == Some('\n') && at > start && text.before(at) == Some('\r');
        if text.is(at, marks::is_line_break) && !pair {
            count += 1;
        }
    }
    count
}

/// Takes back splits that leave a piece without a letter or digit: such a piece goes to the one
/// before it, the first one to the one after. Empty lines stand.
pub(super) fn join_bare_marks(text: &Characters, places: &mut [Place]) {
    let mut start = text.skip_white(0);
    // The split before the present piece, and whether all since the last empty line is bare.
    let mut last: Option<usize> = None;
    let mut all_bare = true;
    for index in 0..=places.len() {
        let (end, next) = match places.get(index) {
            // A full stop by itself at the head of a block ends what stood before the block.
            Some(place) if place.split && index == 0 && is_lone_stop(text, start, place.end) => {
                start = place.next;
                continue;
            }
            Some(place) if place.split => (place.end, place.next),
            Some(_) => continue,
            None => (text.len(), text.len()),
        };
        let bare = is_bare(text, start, end);
        if let Some(before) = last.and_then(|last| places.get_mut(last)) {
            if before.rule == Rule::BlankLine {
                all_bare = true;
            } else if bare || all_bare {
                before.split = false;
                before.rule = Rule::BareMarks;
            }
        }
        all_bare = all_bare && bare;
        last = Some(index);
        start = next;
    }
}

fn is_lone_stop(text: &Characters, start: usize, end: usize) -> bool {
    text.at(start) == Some('.')
        && (start + 1 == end || start + 2 == end && text.is(start + 1, marks::is_quote))
}

fn is_bare(text: &Characters, start: usize, end: usize) -> bool {
    !(start..end).any(|at| text.is(at, char::is_alphanumeric))
}

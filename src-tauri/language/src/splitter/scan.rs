//! The one pass over a block that finds every place where a sentence may end.

use super::candidate::Candidate;
use super::characters::Characters;
use super::decide::{Surroundings, decide, join};
use super::enclosure::Enclosures;
use super::lexicon::Lexicon;
use super::list::{self, Lists, Marker};
use super::marks;
use super::rule::Rule;
use super::words;

/// The longest number of a list item, with its marks.
const MARKER: usize = 6;

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
pub(super) fn scan<'t>(
    text: &'t Characters<'t>,
    lexicon: &'t Lexicon,
    enclosures: &'t Enclosures<'t>,
) -> Vec<Place> {
    let mut scanner = Scanner {
        text,
        lexicon,
        enclosures,
        sentence: text.skip_white(0),
    };
    let mut lists = Lists::at_start(text);
    let mut places: Vec<Place> = Vec::new();
    let mut at = scanner.sentence;
    loop {
        at = text.find(at, scanner.stops(&lists));
        let Some(c) = text.at(at) else { break };
        let (after, found) = scanner.look(at, c, lists.after(at));
        at = after;
        let Some(place) = found else { continue };
        if place.rule == Rule::ListMarker
            && let Some(first) = scanner.first_item(&mut lists, place)
        {
            places.push(first);
            scanner.sentence = first.next;
        }
        if place.split {
            scanner.sentence = place.next;
            at = at.max(place.next);
        }
        places.push(place);
    }
    places
}

struct Scanner<'t> {
    text: &'t Characters<'t>,
    lexicon: &'t Lexicon,
    enclosures: &'t Enclosures<'t>,
    /// Where the present sentence began.
    sentence: usize,
}

impl Scanner<'_> {
    /// The bytes to stop at.
    fn stops(&self, lists: &Lists) -> &[bool; 256] {
        if lists.is_empty() {
            &self.lexicon.stops
        } else {
            &self.lexicon.stops_in_lists
        }
    }

    /// Where a list begins within the block: the place before its first number, unless a sentence
    /// begins there anyway.
    fn first_item(&self, lists: &mut Lists, marker: Place) -> Option<Place> {
        let text = self.text;
        let apart = |c: char| !c.is_whitespace();
        let next = text.skip_back(marker.end, self.sentence, MARKER, apart);
        let end = text.trim_end(self.sentence, next);
        (lists.begin(text, next) && end > self.sentence && end < next).then_some(Place {
            end,
            next,
            split: true,
            rule: Rule::ListItem,
        })
    }

    /// Looks at one code point: where to read on, and the place there, if it is one.
    fn look(&self, at: usize, c: char, item: Option<Marker>) -> (usize, Option<Place>) {
        let text = self.text;
        if c.is_whitespace() {
            let next = text.skip_white(at);
            let end = text.trim_end(self.sentence, at);
            (next, white_place(text, end, next, item))
        } else if self.lexicon.is_final(c) {
            match Candidate::gather(text, self.lexicon, self.enclosures, at, self.sentence) {
                Ok(candidate) => (candidate.end, self.mark_place(&candidate, item)),
                Err(end) => (end, None),
            }
        } else if c == ':' {
            (at + 1, self.colon_place(at))
        } else {
            (at + c.len_utf8(), None)
        }
    }

    /// Before a colon stands what begins a piece that no mark divides from the one before: the
    /// credit of a picture ("Belle Image: Ann Lee"), the next of several addresses of pages.
    fn colon_place(&self, colon: usize) -> Option<Place> {
        let text = self.text;
        let (next, word) = words::last_word(text, colon, self.sentence)?;
        let end = text.trim_end(self.sentence, next);
        let credit = text.is(next, char::is_uppercase)
            && self.lexicon.look(word).is_credit()
            && text
                .before(end)
                .is_some_and(|c| c.is_alphanumeric() || marks::is_closer(c));
        let address =
            words::is_address(text, next) && words::address_before(text, end, self.sentence);
        let rule = match (credit, address) {
            (true, _) => Rule::PictureCredit,
            (_, true) => Rule::NextAddress,
            _ => return None,
        };
        (end > self.sentence).then_some(Place {
            end,
            next,
            split: true,
            rule,
        })
    }

    fn mark_place(&self, candidate: &Candidate, item: Option<Marker>) -> Option<Place> {
        let (end, next) = (candidate.end, candidate.next);
        if white_place(self.text, end, next, item).is_some() {
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
                    text: self.text,
                    lexicon: self.lexicon,
                    enclosures: self.enclosures,
                    sentence: self.sentence,
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

/// Counts the line breaks of a stretch of white space; a carriage return with its line feed is
/// one.
fn line_breaks(text: &Characters, start: usize, end: usize) -> usize {
    let (mut count, mut last) = (0, ' ');
    for c in text.slice(start, end).chars() {
        if marks::is_line_break(c) && !(c == '\n' && last == '\r') {
            count += 1;
        }
        last = c;
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
    let mut all = text.slice(start, end).chars();
    all.next() == Some('.') && all.next().is_none_or(marks::is_quote) && all.next().is_none()
}

fn is_bare(text: &Characters, start: usize, end: usize) -> bool {
    !text.slice(start, end).contains(char::is_alphanumeric)
}

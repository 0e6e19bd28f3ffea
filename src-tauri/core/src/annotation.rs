//! What a machine points out in a text: who is said to have said it, and which facts can be
//! checked. Suggestions: nothing here is a tag, and nothing is applied by itself.

use serde::{Deserialize, Serialize};

use crate::text::{CodePoint, Span};

/// That a sentence's content rests on a source that the article names or hides.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct SuggestionView {
    /// First code point of the sentence as it was first cut.
    pub start: CodePoint,
    /// First code point after that sentence.
    pub end: CodePoint,
    /// The words that attribute: "said", "according to".
    pub cue: Option<Span>,
    /// Who or what it is attributed to; may lie in another sentence.
    pub source: Option<Span>,
    /// The source's words, as the speaker would be filled in; empty if none was found.
    pub speaker: String,
    /// What is attributed: stretches of this sentence.
    pub content: Vec<Span>,
    /// Whom the source in turn rests on: "Lee, citing the spy agency".
    pub cites: Option<Span>,
    /// How sure the rule is, in percent.
    pub confidence: u8,
    /// Whether it is only a hint: less sure than what is shown without being asked.
    pub weak: bool,
    /// The rule's name, as data have it.
    pub rule: String,
    /// Why it was made, in words.
    pub reason: String,
    /// Whether the source denies it, or does not know.
    pub denied: bool,
    /// What the author takes upon himself by the choice of the cue.
    pub stance: Stance,
}

/// What the author takes upon himself by the choice of a verb.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Stance {
    /// "said": the source vouches, not the author.
    #[default]
    Neutral,
    /// "confirmed", "acknowledged", "noted": the author vouches with the source.
    Vouching,
    /// "claimed", "allegedly": the author keeps away from it.
    Distancing,
}

/// A fact that can be checked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct AtomView {
    /// First code point.
    pub start: CodePoint,
    /// First code point after it.
    pub end: CodePoint,
    /// What kind of fact it is.
    pub kind: AtomKind,
    /// A number that all atoms of one article share that say the same; none if it stands alone.
    pub same: Option<u32>,
    /// The day or days that a date means, as ISO 8601 ("2026-11-03", "2026-11-02/2026-11-08");
    /// empty if it says so itself or the publication date is not known.
    pub resolved: String,
    /// Figures for the same thing elsewhere in the article that are nearly but not quite equal.
    pub near: Vec<Span>,
}

/// What kind of fact an atom is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum AtomKind {
    /// A person.
    Person,
    /// A place.
    Place,
    /// An organisation.
    Organization,
    /// Another name, or one of unknown kind.
    Name,
    /// A date, a time or a span of time.
    Date,
    /// A number.
    Number,
    /// A superlative: "largest".
    Superlative,
    /// Words between quotation marks.
    Quotation,
}

/// Everything a machine points out in one article, in the order of the text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Annotations {
    /// Attributions.
    pub suggestions: Vec<SuggestionView>,
    /// Checkable facts.
    pub atoms: Vec<AtomView>,
}

impl Annotations {
    /// What touches a stretch of the text.
    #[must_use]
    pub fn on(&self, span: Span) -> Self {
        let touches = |start: CodePoint, end: CodePoint| span.overlaps(Span { start, end });
        // Both lists are in order: whatever lies before or after is skipped by halving.
        let first = self
            .suggestions
            .partition_point(|one| one.end <= span.start);
        let suggestions = self.suggestions[first..]
            .iter()
            .take_while(|one| one.start < span.end)
            .filter(|one| {
                one.content.is_empty() && touches(one.start, one.end)
                    || one.content.iter().any(|part| span.overlaps(*part))
            });
        // A quotation begins before the atoms in it and may end after them: starts are in order.
        let first = self.atoms.partition_point(|one| one.start < span.start);
        let atoms = self.atoms[first..]
            .iter()
            .take_while(|one| one.start < span.end);
        Self {
            suggestions: suggestions.cloned().collect(),
            atoms: atoms.cloned().collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn suggestion(start: u32, end: u32, content: &[(u32, u32)]) -> SuggestionView {
        SuggestionView {
            start: CodePoint(start),
            end: CodePoint(end),
            cue: None,
            source: None,
            speaker: String::new(),
            content: content.iter().map(|(a, b)| Span::new(*a, *b)).collect(),
            cites: None,
            confidence: 90,
            weak: false,
            rule: "says_that".into(),
            reason: "a verb of saying with a clause".into(),
            denied: false,
            stance: Stance::Neutral,
        }
    }

    fn atom(start: u32, end: u32) -> AtomView {
        AtomView {
            start: CodePoint(start),
            end: CodePoint(end),
            kind: AtomKind::Number,
            same: None,
            resolved: String::new(),
            near: Vec::new(),
        }
    }

    #[test]
    fn what_is_found_in_a_sentence_goes_to_the_part_it_is_about() {
        let all = Annotations {
            suggestions: vec![suggestion(0, 40, &[(20, 39)]), suggestion(41, 60, &[])],
            atoms: vec![atom(2, 5), atom(25, 28), atom(45, 46)],
        };
        let counts = |start, end| {
            let found = all.on(Span::new(start, end));
            (found.suggestions.len(), found.atoms.len())
        };
        assert_eq!(counts(0, 40), (1, 2), "the whole sentence");
        assert_eq!(counts(0, 19), (0, 1), "the part that is not attributed");
        assert_eq!(counts(19, 40), (1, 1), "the part that is");
        assert_eq!(
            counts(41, 60),
            (1, 1),
            "without content: the whole sentence"
        );
        assert_eq!(counts(0, 60), (2, 3), "two sentences joined");
    }
}

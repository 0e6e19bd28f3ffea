//! The registry of what can be said, about what, and what happens when two say it at once.
//! A new field is declared here and nowhere else; its meaning is read in [`crate::article`].

use crate::{
    ids::{Actor, EvidenceId, ReadingId, SourceId, decode, encode},
    text::{CodePoint, Span},
};

/// The SHA-256 of a draft's canonical text. (Its id, as people see it, is the first 16 hex digits.)
pub use crate::draft::TextHash;

/// What an assignment speaks of.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Entity {
    /// A text, by its hash.
    Draft(TextHash),
    /// A stretch of a text: where tags point.
    Span(TextHash, Span),
    /// A place of a text where a sentence begins, or does not.
    Boundary(TextHash, CodePoint),
    /// A document or person.
    Source(SourceId),
    /// A source's passage used for a sentence.
    Evidence(EvidenceId),
    /// A checker.
    Person(Actor),
    /// A reading of a text by one person.
    Reading(TextHash, ReadingId),
}

impl Entity {
    /// The text it belongs to, where its name says so.
    #[must_use]
    pub const fn draft(&self) -> Option<TextHash> {
        match self {
            Self::Draft(hash)
            | Self::Span(hash, _)
            | Self::Boundary(hash, _)
            | Self::Reading(hash, _) => Some(*hash),
            Self::Source(_) | Self::Evidence(_) | Self::Person(_) => None,
        }
    }

    /// From its stored form; `None` for kinds this version does not know and for any other
    /// spelling of one it knows (so that one entity has one name).
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut pieces = text.split('/');
        let kind = pieces.next()?;
        let key = pieces.next()?;
        let place = pieces.next();
        let entity = match (kind, place) {
            ("draft", None) => Self::Draft(TextHash(decode(key)?)),
            ("span", Some(place)) => {
                let (start, end) = place.split_once('-')?;
                Self::Span(
                    TextHash(decode(key)?),
                    Span::new(start.parse().ok()?, end.parse().ok()?),
                )
            }
            ("boundary", Some(place)) => {
                Self::Boundary(TextHash(decode(key)?), CodePoint(place.parse().ok()?))
            }
            ("source", None) => Self::Source(SourceId::parse(key)?),
            ("evidence", None) => Self::Evidence(EvidenceId::parse(key)?),
            ("person", None) => Self::Person(Actor::parse(key)?),
            ("reading", Some(id)) => Self::Reading(TextHash(decode(key)?), ReadingId::parse(id)?),
            _ => return None,
        };
        (entity.to_string() == text).then_some(entity)
    }
}

impl std::fmt::Display for Entity {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Draft(hash) => write!(f, "draft/{}", encode(&hash.0)),
            Self::Span(hash, span) => write!(
                f,
                "span/{}/{}-{}",
                encode(&hash.0),
                span.start.0,
                span.end.0
            ),
            Self::Boundary(hash, at) => write!(f, "boundary/{}/{}", encode(&hash.0), at.0),
            Self::Source(id) => write!(f, "source/{id}"),
            Self::Evidence(id) => write!(f, "evidence/{id}"),
            Self::Person(actor) => write!(f, "person/{actor}"),
            Self::Reading(hash, id) => write!(f, "reading/{}/{id}", encode(&hash.0)),
        }
    }
}

/// Whose value it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Each checker has an own one; only the author supersedes it.
    Checker,
    /// There is one for all.
    Shared,
}

/// What two values left standing mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Concurrency {
    /// A conflict: both are shown.
    Conflict,
    /// A machine found them: all are kept, one is shown by a fixed rule.
    Observation,
}

/// What a value looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A text, or a blob that holds one.
    Text,
    /// True or false.
    Bool,
    /// An object, or a blob that holds one.
    Object,
}

macro_rules! fields {
    ($($(#[$doc:meta])* $variant:ident = $name:literal on $kind:ident, $scope:ident, $shape:ident, $concurrency:ident;)*) => {
        /// A field: what is said about an entity.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Field { $($(#[$doc])* $variant,)* }

        impl Field {
            /// All fields, in the order of the registry.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];
            /// Its stored name.
            #[must_use]
            pub const fn name(self) -> &'static str { match self { $(Self::$variant => $name,)* } }
            /// Whose value it is.
            #[must_use]
            pub const fn scope(self) -> Scope { match self { $(Self::$variant => Scope::$scope,)* } }
            /// What it looks like.
            #[must_use]
            pub const fn shape(self) -> Shape { match self { $(Self::$variant => Shape::$shape,)* } }
            /// What two values left standing mean.
            #[must_use]
            pub const fn concurrency(self) -> Concurrency { match self { $(Self::$variant => Concurrency::$concurrency,)* } }
            /// The field of this name on this kind of entity; `None` if this version knows none.
            #[must_use]
            pub fn parse(entity: &Entity, name: &str) -> Option<Self> {
                match (entity, name) { $((Entity::$kind { .. }, $name) => Some(Self::$variant),)* _ => None }
            }
        }
    };
}

fields! {
    /// Title, as a person entered it.
    Title = "title" on Draft, Shared, Text, Conflict;
    /// Language, BCP 47, as a person set it.
    Language = "language" on Draft, Shared, Text, Conflict;
    /// Publication date, ISO 8601, as a person entered it; empty if there is none.
    Published = "published" on Draft, Shared, Text, Conflict;
    /// Who wrote it, one a line, as a person entered it; empty if that is not known.
    Authors = "authors" on Draft, Shared, Text, Conflict;
    /// Who published it, as a person entered it.
    Publisher = "publisher" on Draft, Shared, Text, Conflict;
    /// Its address, http or https, as a person entered it.
    Url = "url" on Draft, Shared, Text, Conflict;
    /// Whose article it is: `ours`, `theirs`.
    Provenance = "provenance" on Draft, Shared, Text, Conflict;
    /// What import found: `{title, language, name, authors: [text, …], publisher, published, url}`;
    /// all but the first three only where the file said so.
    Found = "found" on Draft, Shared, Object, Observation;
    /// Blocks: `{blocks: [[kind, start, end], …]}`.
    Blocks = "blocks" on Draft, Shared, Object, Observation;
    /// First segmentation: `{splitter, sentences: [start, end, start, end, …]}`.
    Segmentation = "segmentation" on Draft, Shared, Object, Observation;
    /// What the file held beside its text: `{remarks: [{start, end, kind, author, text}, …]}`, in
    /// code points of the text. What several files held shows together.
    Remarks = "remarks" on Draft, Shared, Object, Observation;
    /// The file itself: `{name, format, bytes, sha256: {blob}}`; the blob may have been withheld.
    Original = "original" on Draft, Shared, Object, Observation;
    /// The text that this one is nearly the same as, as a person says: its hash in base64url.
    Same = "same" on Draft, Shared, Text, Conflict;
    /// Whether it is the built-in sample.
    Sample = "sample" on Draft, Shared, Bool, Observation;
    /// Whether a sentence begins here.
    Boundary = "boundary" on Boundary, Shared, Bool, Conflict;
    /// Tag and finding, one value: `{tag, finding}`.
    Judgement = "judgement" on Span, Checker, Object, Conflict;
    /// Proposed wording.
    Correction = "correction" on Span, Checker, Text, Conflict;
    /// Who is said to have said it.
    Speaker = "speaker" on Span, Checker, Text, Conflict;
    /// What was decided about people's tags: `{tag, reason, judged: [event, …]}`. A tag that it did
    /// not judge reopens it.
    Adjudication = "adjudication" on Span, Shared, Object, Conflict;
    /// "Come back".
    Flag = "flag" on Span, Shared, Bool, Conflict;
    /// Its check may be published.
    Publish = "publish" on Span, Shared, Bool, Conflict;
    /// A source's title.
    SourceTitle = "title" on Source, Shared, Text, Conflict;
    /// A source's address.
    SourceUrl = "url" on Source, Shared, Text, Conflict;
    /// Who may read the source's name: `public`, `internal`, `protected`.
    Sensitivity = "sensitivity" on Source, Shared, Text, Conflict;
    /// What evidence joins: `{draft, start, end, source}`; `null` takes it away.
    Link = "link" on Evidence, Shared, Object, Conflict;
    /// Quoted passage.
    Quotation = "quotation" on Evidence, Shared, Text, Conflict;
    /// Page, paragraph, time stamp.
    Locator = "locator" on Evidence, Shared, Text, Conflict;
    /// A checker's name.
    PersonName = "name" on Person, Checker, Text, Conflict;
    /// A checker's initials.
    PersonInitials = "initials" on Person, Checker, Text, Conflict;
    /// The key under which the person goes on. Only an old key's own word counts, and only once the
    /// new one has said [`Field::Predecessor`]: else anybody could pass his work off as somebody's.
    Successor = "successor" on Person, Checker, Text, Conflict;
    /// The key under which the person worked before.
    Predecessor = "predecessor" on Person, Checker, Text, Conflict;
    /// What is asked of a reader: `{reader, person, blind, sentences}`, see [`crate::reading`].
    Task = "task" on Reading, Shared, Object, Observation;
    /// How far its reader has come: `{state, tags}`, see [`crate::reading`].
    Progress = "progress" on Reading, Checker, Object, Observation;
}

impl Field {
    /// Whether it says in words who a source is or what it says: such words are kept from who may
    /// not read them if the source is protected.
    #[must_use]
    pub const fn is_of_source_name(self) -> bool {
        matches!(
            self,
            Self::SourceTitle | Self::SourceUrl | Self::Quotation | Self::Locator
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entities_have_one_spelling() {
        let hash = TextHash([7; 32]);
        let all = [
            Entity::Draft(hash),
            Entity::Span(hash, Span::new(3, 40)),
            Entity::Boundary(hash, CodePoint(12)),
            Entity::Source(SourceId([1; 16])),
            Entity::Evidence(EvidenceId([2; 16])),
            Entity::Person(Actor([3; 32])),
            Entity::Reading(hash, ReadingId([4; 16])),
        ];
        for entity in all {
            assert_eq!(Entity::parse(&entity.to_string()), Some(entity));
        }
        let key = encode(&hash.0);
        for other in [
            format!("span/{key}/03-40"),
            format!("span/{key}/3-+40"),
            format!("draft/{key}/"),
            "draft/short".into(),
            String::new(),
        ] {
            assert_eq!(Entity::parse(&other), None, "{other} is not a second name");
        }
    }

    #[test]
    fn every_field_is_found_on_one_kind_by_its_name() {
        let hash = TextHash([7; 32]);
        let kinds = [
            Entity::Draft(hash),
            Entity::Span(hash, Span::new(0, 1)),
            Entity::Boundary(hash, CodePoint(0)),
            Entity::Source(SourceId([1; 16])),
            Entity::Evidence(EvidenceId([2; 16])),
            Entity::Person(Actor([3; 32])),
            Entity::Reading(hash, ReadingId([4; 16])),
        ];
        for field in Field::ALL {
            let found = kinds
                .iter()
                .filter(|kind| Field::parse(kind, field.name()) == Some(*field))
                .count();
            assert_eq!(found, 1, "{field:?}");
        }
    }
}

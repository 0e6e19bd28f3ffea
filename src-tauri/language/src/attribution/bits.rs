//! Small sets of what a word can be.

macro_rules! bit_set {
    ($(#[$doc:meta])* $name:ident: $($(#[$member:meta])* $bit:ident = $n:expr,)*) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
        pub(super) struct $name(u32);

        impl $name {
            pub(super) const NONE: Self = Self(0);
            $($(#[$member])* pub(super) const $bit: Self = Self(1 << $n);)*

            /// Both sets together.
            pub(super) const fn with(self, other: Self) -> Self {
                Self(self.0 | other.0)
            }

            /// What both sets have.
            #[allow(dead_code, reason = "not every set needs it")]
            pub(super) const fn only(self, other: Self) -> Self {
                Self(self.0 & other.0)
            }

            /// Whether the two share a member.
            pub(super) const fn has(self, other: Self) -> bool {
                self.0 & other.0 != 0
            }
        }
    };
}

bit_set! {
    /// Word classes that have few members, and nouns that matter to attribution.
    Class:
    /// *the, this, two*: begins a noun phrase.
    DETERMINER = 0,
    /// *his, our*.
    POSSESSIVE = 1,
    /// *he, they*: a subject by its form.
    SUBJECT = 2,
    /// *him, them*.
    OBJECT = 3,
    /// *someone, others, many*: a phrase by itself.
    PRONOUN = 4,
    /// *who, which*: begins a relative clause.
    RELATIVE = 5,
    /// *that*.
    THAT = 6,
    /// *how, whether*: begins a question, direct or indirect.
    QUESTION = 7,
    /// Forms of *be*.
    BE = 8,
    /// Forms of *have*.
    HAVE = 9,
    /// Forms of *do*.
    DO = 10,
    /// *will, could*.
    MODAL = 11,
    /// *not, never*.
    NEGATION = 12,
    PREPOSITION = 13,
    /// *and, but*.
    COORDINATOR = 14,
    /// *because, while*.
    SUBORDINATOR = 15,
    TO = 16,
    ADVERB = 17,
    /// *Monday, March, yesterday, week*.
    TIME = 18,
    /// *study, footage*: things that show or say.
    EVIDENCE = 19,
    /// *claim, fear*: a noun whose *that*-clause is somebody's.
    CLAIM = 20,
    /// *spokesman, researchers*: people in their roles.
    ROLE = 21,
    /// *reportedly, allegedly*.
    HEDGE = 22,
    /// *aware, confident*: after *be*, with a clause.
    MIND = 23,
    /// An adjective, or a noun that goes before nouns, that can be taken for a verb.
    ADJECTIVE = 24,
    /// *footage, photos*: what shows by being looked at.
    PICTURE = 25,
    /// A finite form of *be, have, do*, or a modal.
    FINITE = 26,
    /// *in, on, at, during*: opens what can stand between a verb and its clause.
    CIRCUMSTANCE = 28,
        /// *this, each, one*: a determiner that, alone, is the subject of a singular verb.
    SINGULAR = 29,
    /// Is a noun as often as it is a verb: *report, claims*.
    NOUN = 27,
}

bit_set! {
    /// Which form of a verb a word can be.
    Form:
    BASE = 0,
    THIRD = 1,
    PAST = 2,
    PARTICIPLE = 3,
    ING = 4,
}

bit_set! {
    /// What a verb attributes, and how.
    Frame:
    /// Attributes whatever follows: *say*.
    ANY = 0,
    /// With a *that*-clause.
    THAT = 1,
    /// With a clause without *that*.
    BARE = 2,
    /// With an indirect question.
    QUESTION = 3,
    /// With a quotation.
    QUOTATION = 4,
    /// Put into or after the content: *…, he noted*.
    ASIDE = 5,
    /// Names its hearer first: *told reporters*.
    HEARER = 6,
    /// Thinking or perceiving rather than telling.
    MIND = 7,
    /// With evidence as its subject.
    EVIDENCE = 8,
    /// Takes *out*, *clear*: *point out, make clear*.
    OUT = 9,
    CLEAR = 10,
    /// Any other verb: known so that clauses are found.
    PLAIN = 11,
    /// Names the source of its subject: *cite*.
    CITE = 12,
    /// Says that it is not so: *deny*.
    DENY = 13,
    /// Only of the one who speaks: *I mean*.
    FIRST = 14,
}

/// What the author takes upon himself by the choice of a verb.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Stance {
    /// *said*: the source vouches, not the author.
    #[default]
    Neutral,
    /// *confirmed, acknowledged, noted*: by the verb the author vouches for the content.
    Vouching,
    /// *claimed, alleged*, or a hedge: the author keeps away from the content.
    Distancing,
}

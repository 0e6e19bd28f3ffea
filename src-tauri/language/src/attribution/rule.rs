//! The rules by name.

macro_rules! rules {
    ($($(#[$doc:meta])* $rule:ident = $name:literal,)*) => {
        /// What made an attribution: shown beside it, so that it can be judged.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum AttributionRule {
            $($(#[$doc])* $rule,)*
        }

        impl AttributionRule {
            /// Every rule, in the order in which they are described.
            pub const ALL: &'static [Self] = &[$(Self::$rule,)*];

            /// The name that stands in data.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$rule => $name,)* }
            }
        }
    };
}

rules! {
    /// A verb of saying with a clause: *Lee said (that) the dam holds*.
    SaysThat = "says_that",
    /// A verb of saying with an indirect question: *Lee explained how the dam failed*.
    SaysHow = "says_how",
    /// A verb of saying with a quotation: *Lee said: “It holds”*.
    SaysQuote = "says_quote",
    /// A verb of saying put into or after the content: *The dam holds, Lee said*.
    SaysAside = "says_aside",
    /// A verb of thinking or knowing with a clause: *Lee believes the dam holds*.
    Thinks = "thinks",
    /// Evidence with a verb of showing: *The survey found that the dam leaks*.
    Shows = "shows",
    /// Pictures of something: *Footage showed men at the dam*.
    Pictures = "pictures",
    /// *according to Lee*.
    AccordingTo = "according_to",
    /// *in the words of Lee*, *in his view*.
    InWords = "in_words",
        /// One source rests on another: *the paper quoted Lee as saying*.
    Cites = "cites",
    /// A noun with its clause: *the claim that the dam leaks*.
    Claim = "claim",
    /// A passive that hides its source: *is believed to*, *it is said that*.
    Passive = "passive",
    /// An adverb or adjective of hearsay: *allegedly*, *the purported letter*.
    Hedge = "hedge",
    /// A verb with an object or an infinitive only: *denied the charge*, *promised to pay*.
    Act = "act",
    /// A whole sentence inside a quotation that is cued elsewhere.
    InsideQuotation = "inside_quotation",
    /// Much of the sentence is quoted, and nothing in it says whom.
    PartlyQuoted = "partly_quoted",
    /// A few quoted words, and nothing in the sentence says whose.
    FewWordsQuoted = "few_words_quoted",
    /// Follows a sentence that introduces it and ends with a colon.
    Announced = "announced",
    /// Signed at its end: *The dam holds. — Kim Lee*.
    Signed = "signed",
}

//! The rules by name.

macro_rules! rules {
    ($($(#[$doc:meta])* $rule:ident = $name:literal, $reason:literal;)*) => {
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

            /// Why it attributes, in words for people.
            #[must_use]
            pub const fn reason(self) -> &'static str {
                match self { $(Self::$rule => $reason,)* }
            }
        }
    };
}

rules! {
    /// A verb of saying with a clause: *Lee said (that) the dam holds*.
    SaysThat = "says_that", "a verb of saying with a clause";
    /// A verb of saying with an indirect question: *Lee explained how the dam failed*.
    SaysHow = "says_how", "a verb of saying with an indirect question";
    /// A verb of saying with a quotation: *Lee said: “It holds”*.
    SaysQuote = "says_quote", "a verb of saying with a quotation";
    /// A verb of saying put into or after the content: *The dam holds, Lee said*.
    SaysAside = "says_aside", "a verb of saying after or within the sentence";
    /// A verb of thinking or knowing with a clause: *Lee believes the dam holds*.
    Thinks = "thinks", "a verb of thinking or knowing";
    /// Evidence with a verb of showing: *The survey found that the dam leaks*.
    Shows = "shows", "evidence with a verb of showing";
    /// Pictures of something: *Footage showed men at the dam*.
    Pictures = "pictures", "pictures that show it";
    /// *according to Lee*.
    AccordingTo = "according_to", "“according to”";
    /// *in the words of Lee*, *in his view*.
    InWords = "in_words", "in somebody’s words or view";
    /// One source rests on another: *the paper quoted Lee as saying*.
    Cites = "cites", "one source rests on another";
    /// A noun with its clause: *the claim that the dam leaks*.
    Claim = "claim", "a noun such as “claim” with its clause";
    /// A passive that hides its source: *is believed to*, *it is said that*.
    Passive = "passive", "a passive that hides who says so";
    /// An adverb or adjective of hearsay: *allegedly*, *the purported letter*.
    Hedge = "hedge", "a word of hearsay, such as “allegedly”";
    /// A verb with an object or an infinitive only: *denied the charge*, *promised to pay*.
    Act = "act", "a promise, a denial or the like";
    /// A whole sentence inside a quotation that is cued elsewhere.
    InsideQuotation = "inside_quotation", "inside a quotation that began before";
    /// Much of the sentence is quoted, and nothing in it says whom.
    PartlyQuoted = "partly_quoted", "much of it is quoted";
    /// A few quoted words, and nothing in the sentence says whose.
    FewWordsQuoted = "few_words_quoted", "a few words are quoted";
    /// Follows a sentence that introduces it and ends with a colon.
    Announced = "announced", "the sentence before announces it";
    /// Signed at its end: *The dam holds. — Kim Lee*.
    Signed = "signed", "signed at its end";
}

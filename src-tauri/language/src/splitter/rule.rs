//! The reasons for splitting and for not splitting.

/// What settled whether a sentence ends at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Rule {
    /// An empty line lies between.
    BlankLine,
    /// A new line begins with a bullet or a number.
    ListItem,
    /// The credit of a picture, after its caption: `Photo:`.
    PictureCredit,
    /// One address of a page after another.
    NextAddress,
    /// A mark that does nothing but end sentences: `。`, `।`, `؟`.
    FinalMark,
    /// A question or exclamation mark, and what follows can begin a sentence.
    QuestionOrExclamation,
    /// An ellipsis, and what follows can begin a sentence.
    EllipsisThenStart,
    /// A full stop after an ordinary word, and what follows can begin a sentence.
    FullStop,
    /// A full stop after an everyday word, and a sentence without its capital.
    SmallLetterStart,
    /// A full stop closed by a quotation mark or bracket.
    ClosedFullStop,
    /// An abbreviation, initial or ordinal that can end a sentence, before a word that begins one.
    AbbreviationThenStarter,

    /// What follows does not begin like a sentence.
    LowerCaseNext,
    /// After a quotation: "said Smith".
    ReportingClause,
    /// A dash goes on with an abbreviation or a quotation.
    DashContinues,
    /// A title before a name: `Dr.`, `Gen.`
    Title,
    /// An abbreviation that always goes on: `vs.`, `e.g.`
    JoiningAbbreviation,
    /// An abbreviation that counts: `No. 5`, `p. 55`.
    CountingAbbreviation,
    /// A month or day: `Jan. 5`.
    CalendarAbbreviation,
    /// An abbreviation that ends a sentence only before a word that begins one: `Inc.`
    TrailingAbbreviation,
    /// A person's initial: `J. K. Rowling`.
    Initial,
    /// Letters with full stops: `U.S.`
    DottedAbbreviation,
    /// A number with a full stop that means an ordinal: German `3. Oktober`.
    Ordinal,
    /// The number or letter before a list item: `1.`
    ListMarker,
    /// A mark alone in brackets: `(!)`, `[...]`.
    BracketedMark,
    /// A name that carries its mark: `Yahoo!`
    NameWithMark,
    /// An ellipsis within a sentence.
    EllipsisInside,
    /// Inside brackets, where this script does not split.
    InsideBrackets,
    /// The piece on one side holds no letter or digit.
    BareMarks,
    /// Inside a quotation that is kept in one piece.
    InsideQuotation,
}

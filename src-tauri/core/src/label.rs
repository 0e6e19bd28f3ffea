//! Labels: what people call a sentence. 9, 9b (a part of it), 9+10 (joined), H1, C2.

use std::fmt;

use crate::view::BlockKind;

/// Sentences of one series are numbered from 1, in the order of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Series {
    /// Paragraphs, list items, quotations, table cells: 1, 2, 3.
    Body,
    /// Headline, deck, headings: H1.
    Heading,
    /// Captions and credits: C1.
    Caption,
}

impl Series {
    /// All of them, in the order in which they are listed to people.
    pub const ALL: [Self; Self::COUNT] = [Self::Body, Self::Heading, Self::Caption];
    /// How many there are.
    pub const COUNT: usize = 3;

    /// The series in which the sentences of such a block are numbered.
    #[must_use]
    pub const fn of(kind: BlockKind) -> Self {
        match kind {
            BlockKind::Headline | BlockKind::Deck | BlockKind::Heading => Self::Heading,
            BlockKind::Caption | BlockKind::Credit => Self::Caption,
            BlockKind::Paragraph
            | BlockKind::ListItem
            | BlockKind::Quotation
            | BlockKind::TableCell => Self::Body,
        }
    }

    /// What stands before the number.
    #[must_use]
    pub const fn prefix(self) -> &'static str {
        match self {
            Self::Body => "",
            Self::Heading => "H",
            Self::Caption => "C",
        }
    }
}

/// The name of a sentence of the first segmentation, or of a part of one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Name {
    /// Which numbering.
    pub series: Series,
    /// From 1.
    pub number: u32,
    /// 0: the whole sentence; 1, 2, …: its parts a, b, …, z, aa.
    pub part: u32,
}

impl Name {
    /// Reads `9`, `9b`, `H1`, `c2`: letters of either case.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (series, rest) = match text.chars().next()? {
            'H' | 'h' => (Series::Heading, &text[1..]),
            'C' | 'c' => (Series::Caption, &text[1..]),
            _ => (Series::Body, text),
        };
        let digits = rest
            .find(|c: char| !c.is_ascii_digit())
            .unwrap_or(rest.len());
        let (number, letters) = rest.split_at(digits);
        let number = number.parse().ok().filter(|number| *number > 0)?;
        let part = letters.chars().try_fold(0_u32, |part, c| {
            let digit = u32::from(c.to_ascii_lowercase())
                .checked_sub(u32::from('a'))
                .filter(|digit| *digit < 26)?;
            part.checked_mul(26)?.checked_add(digit + 1)
        })?;
        Some(Self {
            series,
            number,
            part,
        })
    }
}

impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.series.prefix(), self.number)?;
        let mut letters = Vec::new();
        let mut rest = self.part;
        while let Some(left) = rest.checked_sub(1) {
            letters.push(char::from(b'a' + u8::try_from(left % 26).unwrap_or(0)));
            rest = left / 26;
        }
        letters
            .iter()
            .rev()
            .try_for_each(|letter| write!(f, "{letter}"))
    }
}

/// The label of a unit: one name, or the first and the last of those joined.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Label {
    /// The first sentence or part in it.
    pub from: Name,
    /// The last one; the same as `from` unless sentences were joined.
    pub to: Name,
}

impl fmt::Display for Label {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.from)?;
        if self.to == self.from {
            Ok(())
        } else {
            write!(f, "+{}", self.to)
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn names_are_printed_and_read() {
        let table = [
            ("a sentence", Series::Body, 9, 0, "9"),
            ("its first part", Series::Body, 9, 1, "9a"),
            ("its 26th part", Series::Body, 9, 26, "9z"),
            ("after z comes aa", Series::Body, 9, 27, "9aa"),
            ("and az", Series::Body, 9, 52, "9az"),
            ("then ba", Series::Body, 9, 53, "9ba"),
            ("then, after zz, aaa", Series::Body, 9, 703, "9aaa"),
            ("a heading's part", Series::Heading, 1, 2, "H1b"),
            ("a caption", Series::Caption, 12, 0, "C12"),
        ];
        for (why, series, number, part, text) in table {
            let name = Name {
                series,
                number,
                part,
            };
            assert_eq!(name.to_string(), text, "{why}");
            assert_eq!(Name::parse(text), Some(name), "{why}");
            assert_eq!(
                Name::parse(&text.to_lowercase()),
                Some(name),
                "{why}, in lower case"
            );
            assert_eq!(
                Name::parse(&text.to_uppercase()),
                Some(name),
                "{why}, in upper case"
            );
        }
    }

    #[test]
    fn what_is_no_name_is_not_read() {
        for text in [
            "",
            "H",
            "0",
            "H0",
            "x1",
            "-1",
            "+1",
            "9-",
            "9é",
            "9 b",
            "b9",
            "99999999999",
            "9zzzzzzzzzz",
            "٣",
            "Ĥ1",
        ] {
            assert_eq!(Name::parse(text), None, "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn every_part_is_read_back(number in 1_u32.., part in 0_u32..2_000_000) {
            let name = Name { series: Series::Body, number, part };
            prop_assert_eq!(Name::parse(&name.to_string()), Some(name));
        }

        #[test]
        fn nothing_makes_it_panic(text in ".{0,8}") {
            let _ = Name::parse(&text);
        }
    }
}

//! Counting: what is closed, what is open. A part (9a, 9b) belongs to its sentence (9), and counts
//! are of sentences, so that splitting one never makes an article look longer or better checked.

use crate::view::{Counts, SentenceView, Standing};

/// The label of the sentence that a piece belongs to: `9b` → `9`, `H1a` → `H1`. A whole
/// sentence's label (`9`, `C2`, `9+10`) is its own.
#[must_use]
pub fn whole_label(label: &str) -> &str {
    let stem = label.trim_end_matches(|c: char| c.is_ascii_lowercase());
    if stem.ends_with(|c: char| c.is_ascii_digit()) {
        stem
    } else {
        label
    }
}

/// Whether the standing tag closes the sentence. Disagreement is open: somebody has to decide.
#[must_use]
pub const fn is_closed(standing: Standing) -> bool {
    !matches!(standing, Standing::Untagged | Standing::Disagreement)
}

/// What a sentence shows whose parts stand as given: any disputed part disputes it; else an open
/// part keeps it open; else the weakest closing tag. Untagged if there are no parts.
pub fn roll_up(parts: impl IntoIterator<Item = Standing>) -> Standing {
    // The later in this order, the stronger. Disagreement goes before untagged: it needs a decision.
    const fn strength(standing: Standing) -> u8 {
        match standing {
            Standing::NoClaim => 0,
            Standing::Verified => 1,
            Standing::AttributedOnly => 2,
            Standing::Untagged => 3,
            Standing::Disagreement => 4,
            Standing::Disputed => 5,
        }
    }
    parts
        .into_iter()
        .max_by_key(|&standing| strength(standing))
        .unwrap_or(Standing::Untagged)
}

/// The sentences of an article, each with its parts: runs of neighbours that share a whole label.
pub fn wholes(sentences: &[SentenceView]) -> impl Iterator<Item = &[SentenceView]> {
    sentences.chunk_by(|one, next| whole_label(&one.label) == whole_label(&next.label))
}

/// Number of words, by Unicode white space.
#[must_use]
pub fn words(text: &str) -> u32 {
    u32::try_from(text.split_whitespace().count()).unwrap_or(u32::MAX)
}

/// What counting needs of a sentence or part: small, so that an article is counted anew after every
/// step without anybody noticing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Whether it begins a sentence, rather than going on with the parts of the one before.
    begins: bool,
    standing: Standing,
    flagged: bool,
    owed: bool,
    words: u32,
}

impl Piece {
    /// The pieces of an article.
    #[must_use]
    pub fn all(sentences: &[SentenceView]) -> Vec<Self> {
        let one = |(n, part): (usize, &SentenceView)| Self {
            begins: n == 0 || whole_label(&sentences[n - 1].label) != whole_label(&part.label),
            standing: part.standing,
            flagged: part.flagged,
            owed: !part.debts.is_empty(),
            words: words(&part.text),
        };
        sentences.iter().enumerate().map(one).collect()
    }

    /// Takes in what is now said of the same words.
    pub fn renew(&mut self, part: &SentenceView) {
        self.standing = part.standing;
        self.flagged = part.flagged;
        self.owed = !part.debts.is_empty();
    }
}

/// Counts sentences, parts rolled up. Words are counted by the piece: the part that is closed
/// is what the screen strikes through.
#[must_use]
pub fn counts(sentences: &[SentenceView]) -> Counts {
    counts_of(&Piece::all(sentences))
}

/// [`counts`], of pieces.
#[must_use]
pub fn counts_of(pieces: &[Piece]) -> Counts {
    let mut counts = Counts::default();
    for parts in pieces.chunk_by(|_, next| !next.begins) {
        counts.sentences += 1;
        let place = match roll_up(parts.iter().map(|part| part.standing)) {
            Standing::Verified => &mut counts.verified,
            Standing::Disputed => &mut counts.disputed,
            Standing::AttributedOnly => &mut counts.attributed_only,
            Standing::NoClaim => &mut counts.no_claim,
            Standing::Untagged => &mut counts.untagged,
            Standing::Disagreement => &mut counts.disagreement,
        };
        *place += 1;
        counts.flagged += u32::from(parts.iter().any(|part| part.flagged));
        counts.owed += u32::from(parts.iter().any(|part| part.owed));
        for part in parts {
            counts.words += part.words;
            if is_closed(part.standing) {
                counts.words_closed += part.words;
            }
        }
    }
    counts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::CodePoint;
    use Standing::{
        AttributedOnly as A, Disagreement as X, Disputed as D, NoClaim as N, Untagged as O,
        Verified as V,
    };

    #[test]
    fn parts_are_known_by_their_label() {
        let table = [
            ("a plain number", "9", "9"),
            ("a part", "9b", "9"),
            ("more than 26 parts", "9ab", "9"),
            ("a part of a headline", "H1a", "H1"),
            ("a caption", "C2", "C2"),
            ("joined sentences", "9+10", "9+10"),
            ("a part of joined sentences", "9+10a", "9+10"),
            ("no digits: not a part", "abc", "abc"),
            ("empty", "", ""),
        ];
        for (why, label, expected) in table {
            assert_eq!(whole_label(label), expected, "{why}");
        }
    }

    #[test]
    fn parts_roll_up_to_the_most_troubled() {
        let table: [(&str, &[Standing], Standing); 8] = [
            ("no part: untagged", &[], O),
            ("any disputed part disputes it", &[V, D, O], D),
            ("an open part keeps it open", &[V, O, A], O),
            (
                "a disagreement is open, and louder than untagged",
                &[O, X, V],
                X,
            ),
            ("a disputed part is louder than a disagreement", &[X, D], D),
            ("attributed-only is weaker than verified", &[V, A, N], A),
            ("verified beside no claim", &[N, V], V),
            ("no claim throughout", &[N, N], N),
        ];
        for (why, parts, expected) in table {
            assert_eq!(roll_up(parts.iter().copied()), expected, "{why}");
        }
    }

    fn piece(label: &str, text: &str, standing: Standing) -> SentenceView {
        SentenceView {
            n: 1,
            label: label.into(),
            start: CodePoint(0),
            end: CodePoint(0),
            text: text.into(),
            block: 1,
            standing,
            tags: vec![],
            adjudications: vec![],
            evidence: vec![],
            remarks: vec![],
            queries: vec![],
            flagged: false,
            publish: false,
            conflicts: vec![],
            debts: vec![],
        }
    }

    #[test]
    fn counts_are_of_sentences_and_words_of_pieces() {
        let mut sentences = vec![
            piece("H1", "One two", V),
            piece("1a", "three four five,", V),
            piece("1b", "six", O),
            piece("2", "seven eight", X),
            piece("3", "nine", N),
        ];
        sentences[1].flagged = true;
        sentences[2].flagged = true;
        sentences[0].debts = vec!["no source".into()];
        let expected = Counts {
            sentences: 4,
            verified: 1,
            untagged: 1,
            disagreement: 1,
            no_claim: 1,
            flagged: 1,
            owed: 1,
            words: 9,
            words_closed: 6,
            ..Counts::default()
        };
        assert_eq!(counts(&sentences), expected);
        assert_eq!(counts(&[]), Counts::default(), "an empty article");
    }
}

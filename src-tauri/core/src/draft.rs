//! Drafts: the canonical text of an article, which its id is made of, and the blocks in it.
//!
//! Canonical text: in every block, each run of Unicode `White_Space` (no-break spaces, tabs and
//! line breaks too) becomes one U+0020; blocks are trimmed; empty ones are dropped; the rest are
//! joined by one LF. All else, zero-width characters and bidi controls among it, is kept as it
//! came. Nothing else enters the id: neither title nor kinds nor the file's format, so that one
//! text imported by two people from two formats meets.

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use sha2::{Digest, Sha256};

use crate::text::{CodePoint, Index, Span};
use crate::view::BlockKind;

/// SHA-256 of a canonical text: the id of a draft. Stored as base64url, printed (`Display`) as
/// its first 16 hex digits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TextHash(pub [u8; 32]);

impl TextHash {
    /// The hash of a text that is canonical already.
    #[must_use]
    pub fn of(canonical: &str) -> Self {
        Self(Sha256::digest(canonical.as_bytes()).into())
    }

    /// All 64 hex digits.
    #[must_use]
    pub fn hex(&self) -> String {
        self.0.iter().map(|byte| format!("{byte:02x}")).collect()
    }

    /// 43 characters of base64url without padding: the form in events.
    #[must_use]
    pub fn base64url(&self) -> String {
        URL_SAFE_NO_PAD.encode(self.0)
    }

    /// Reads what [`Self::base64url`] writes, and nothing else.
    #[must_use]
    pub fn from_base64url(text: &str) -> Option<Self> {
        URL_SAFE_NO_PAD.decode(text).ok()?.try_into().ok().map(Self)
    }
}

impl std::fmt::Display for TextHash {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0
            .iter()
            .take(8)
            .try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl std::fmt::Debug for TextHash {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "TextHash({self})")
    }
}

impl Serialize for TextHash {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.base64url())
    }
}

impl<'de> Deserialize<'de> for TextHash {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::from_base64url(&text).ok_or_else(|| de::Error::custom("not a text hash"))
    }
}

/// A block as an importer found it; its text need not be canonical.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Its words.
    pub text: String,
}

impl Block {
    /// A block of its two parts.
    pub fn new(kind: BlockKind, text: impl Into<String>) -> Self {
        Self {
            kind,
            text: text.into(),
        }
    }
}

/// An immutable text under check. Its blocks tile the text: each one is a line of it.
#[derive(Clone, Debug)]
pub struct Draft {
    id: TextHash,
    text: String,
    blocks: Vec<(BlockKind, Span)>,
    index: Index,
}

impl Draft {
    /// The draft of what an importer found. Without any words its text is empty.
    #[must_use]
    pub fn new(blocks: &[Block]) -> Self {
        let mut text = String::with_capacity(blocks.iter().map(|block| block.text.len() + 1).sum());
        let mut kinds = Vec::with_capacity(blocks.len());
        for block in blocks {
            let before = text.len();
            if before > 0 {
                text.push('\n');
            }
            if push_collapsed(&mut text, &block.text) {
                kinds.push(block.kind);
            } else {
                text.truncate(before);
            }
        }
        Self::assemble(text, &kinds)
    }

    /// The draft of a stored text and the kinds of its blocks. `None` if the text is not
    /// canonical or the kinds are not one for each of its lines.
    #[must_use]
    pub fn restore(text: String, kinds: &[BlockKind]) -> Option<Self> {
        let lines = if text.is_empty() {
            0
        } else {
            text.split('\n').count()
        };
        let canonical = text.is_empty() || text.split('\n').all(is_collapsed);
        (canonical && lines == kinds.len()).then(|| Self::assemble(text, kinds))
    }

    fn assemble(text: String, kinds: &[BlockKind]) -> Self {
        let mut start = 0_u32;
        let mut blocks = Vec::with_capacity(kinds.len());
        for (kind, line) in kinds.iter().zip(text.split('\n')) {
            let end = start + u32::try_from(line.chars().count()).unwrap_or(u32::MAX - start);
            blocks.push((*kind, Span::new(start, end)));
            start = end.saturating_add(1);
        }
        Self {
            id: TextHash::of(&text),
            index: Index::new(&text),
            text,
            blocks,
        }
    }

    /// Its id.
    #[must_use]
    pub const fn id(&self) -> TextHash {
        self.id
    }

    /// Its canonical text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Its blocks in order, spans in code points into the text.
    #[must_use]
    pub fn blocks(&self) -> &[(BlockKind, Span)] {
        &self.blocks
    }

    /// The kinds of its blocks, as [`Self::restore`] takes them.
    #[must_use]
    pub fn kinds(&self) -> Vec<BlockKind> {
        self.blocks.iter().map(|(kind, _)| *kind).collect()
    }

    /// The words of a span, cut to the text.
    #[must_use]
    pub fn slice(&self, span: Span) -> &str {
        self.index.slice(&self.text, span)
    }

    /// The byte of [`Self::text`] where a code point starts.
    #[must_use]
    pub fn byte(&self, at: CodePoint) -> usize {
        self.index.byte(&self.text, at)
    }
}

/// `text` as it stands in a canonical text: trimmed, each run of white space one U+0020.
#[must_use]
pub fn collapse(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    push_collapsed(&mut out, text);
    out
}

/// Appends `text`, collapsed; says whether anything was left of it.
fn push_collapsed(out: &mut String, text: &str) -> bool {
    let before = out.len();
    for word in text.split_whitespace() {
        if out.len() > before {
            out.push(' ');
        }
        out.push_str(word);
    }
    out.len() > before
}

/// Whether a line is what [`collapse`] would make of it, and not empty.
fn is_collapsed(line: &str) -> bool {
    let mut after_space = true;
    for c in line.chars() {
        let space = c.is_whitespace();
        if space && (after_space || c != ' ') {
            return false;
        }
        after_space = space;
    }
    !after_space
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn paragraphs(texts: &[&str]) -> Draft {
        let blocks: Vec<Block> = texts
            .iter()
            .map(|text| Block::new(BlockKind::Paragraph, *text))
            .collect();
        Draft::new(&blocks)
    }

    #[test]
    fn canonical_text() {
        let table: [(&str, &[&str], &str); 8] = [
            ("nothing in, nothing out", &[], ""),
            ("blocks are joined by one LF", &["A.", "B."], "A.\nB."),
            (
                "empty blocks are dropped wherever they stand",
                &["", "A.", " \n", "B.", "\t"],
                "A.\nB.",
            ),
            (
                "line breaks in a block are white space",
                &["A\r\nb\nc"],
                "A b c",
            ),
            (
                "runs become one space, ends are trimmed",
                &["  A \t\u{b} b  "],
                "A b",
            ),
            (
                "no-break and ideographic spaces too",
                &["10\u{a0}%\u{3000}x\u{202f}y"],
                "10 % x y",
            ),
            (
                "line and paragraph separators too",
                &["a\u{2028}b\u{2029}c\u{85}d"],
                "a b c d",
            ),
            (
                "zero-width characters and bidi controls are words' own",
                &["a\u{200b}b \u{200f}ג\u{200d} \u{feff}"],
                "a\u{200b}b \u{200f}ג\u{200d} \u{feff}",
            ),
        ];
        for (why, texts, expected) in table {
            assert_eq!(paragraphs(texts).text(), expected, "{why}");
        }
    }

    #[test]
    fn ids_are_what_sha256sum_says() {
        let draft = paragraphs(&["abc"]);
        assert_eq!(
            draft.id().to_string(),
            "ba7816bf8f01cfea",
            "16 hex digits are printed"
        );
        assert!(
            draft
                .id()
                .hex()
                .starts_with("ba7816bf8f01cfea414140de5dae2223")
        );
        assert_eq!(draft.id().hex().len(), 64);
        let id = draft.id().base64url();
        assert_eq!(TextHash::from_base64url(&id), Some(draft.id()));
        for (why, text) in [
            ("short", "abcd"),
            ("empty", ""),
            ("padded", "ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0="),
            (
                "other alphabet",
                "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0",
            ),
        ] {
            assert_eq!(TextHash::from_base64url(text), None, "{why} is no hash");
        }
    }

    #[test]
    fn kinds_do_not_enter_the_id() {
        let one = Draft::new(&[
            Block::new(BlockKind::Headline, "A"),
            Block::new(BlockKind::Paragraph, "B"),
        ]);
        assert_eq!(one.id(), paragraphs(&["A", "B"]).id());
        assert_eq!(one.kinds(), [BlockKind::Headline, BlockKind::Paragraph]);
    }

    #[test]
    fn only_canonical_texts_are_restored() {
        let table = [
            ("plain", "A b.\nC.", 2, true),
            ("no text, no blocks", "", 0, true),
            ("a kind too few", "A.\nB.", 1, false),
            ("a kind too many", "A.", 2, false),
            ("a kind for nothing", "", 1, false),
            ("two spaces", "A  b", 1, false),
            ("a space at the end", "A ", 1, false),
            ("a space at the start", " A", 1, false),
            ("an empty line", "A\n\nB", 3, false),
            ("a line feed at the end", "A\n", 2, false),
            ("another white space", "A\u{a0}b", 1, false),
            ("CR", "A\rb", 1, false),
        ];
        for (why, text, kinds, expected) in table {
            let kinds = vec![BlockKind::Paragraph; kinds];
            assert_eq!(
                Draft::restore(text.into(), &kinds).is_some(),
                expected,
                "{why}"
            );
        }
    }

    fn messy() -> impl Strategy<Value = Vec<String>> {
        proptest::collection::vec("[a-c. \n\t\u{a0}é😀\u{200b}]{0,12}", 0..8)
    }

    proptest! {
        #[test]
        fn blocks_slice_back_and_survive_being_stored(texts in messy()) {
            let borrowed: Vec<&str> = texts.iter().map(String::as_str).collect();
            let draft = paragraphs(&borrowed);
            let sliced: Vec<&str> = draft.blocks().iter().map(|(_, span)| draft.slice(*span)).collect();
            let expected: Vec<String> =
                texts.iter().map(|text| collapse(text)).filter(|text| !text.is_empty()).collect();
            prop_assert_eq!(&sliced, &expected);
            let again = paragraphs(&sliced);
            prop_assert_eq!(again.text(), draft.text(), "canonical text is its own");
            let restored = Draft::restore(draft.text().to_owned(), &draft.kinds()).unwrap();
            prop_assert_eq!(restored.blocks(), draft.blocks());
            prop_assert_eq!(restored.id(), draft.id());
        }

        #[test]
        fn however_a_text_is_wrapped_it_meets(
            words in proptest::collection::vec(("[a-zé.]{1,6}", "[ \n\r\t\u{a0}]{1,4}"), 1..20)
        ) {
            let plain: Vec<&str> = words.iter().map(|(word, _)| word.as_str()).collect();
            let wrapped: String = words.iter().map(|(word, gap)| format!("{word}{gap}")).collect();
            prop_assert_eq!(paragraphs(&[&plain.join(" ")]).id(), paragraphs(&[&wrapped]).id());
        }
    }
}

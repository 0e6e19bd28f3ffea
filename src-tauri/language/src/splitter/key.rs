//! A word as it is looked up: in lower case, kept on the stack, because most are looked at once.

/// The most bytes of a word that are kept: four for each code point of the longest word.
const BYTES: usize = 4 * super::words::WORD;

/// A short word in lower case.
pub(super) struct Key {
    bytes: [u8; BYTES],
    len: usize,
}

impl Key {
    /// The lower case of a word. What does not fit is left out.
    #[inline]
    pub(super) fn of(word: &str) -> Self {
        let mut key = Self {
            bytes: [0; BYTES],
            len: 0,
        };
        if word.is_ascii() && word.len() <= BYTES {
            key.len = word.len();
            for (to, from) in key.bytes.iter_mut().zip(word.bytes()) {
                *to = from.to_ascii_lowercase();
            }
        } else {
            for c in word.chars().flat_map(char::to_lowercase) {
                key.push(c);
            }
        }
        key
    }

    fn push(&mut self, c: char) {
        let end = self.len + c.len_utf8();
        // The dot that the Turkish capital İ leaves above its small letter.
        if c != '\u{307}' && end <= BYTES {
            c.encode_utf8(&mut self.bytes[self.len..end]);
            self.len = end;
        }
    }

    #[inline]
    pub(super) fn bytes(&self) -> &[u8] {
        &self.bytes[..self.len]
    }
}

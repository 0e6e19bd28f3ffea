//! The text, read by code point at byte offsets. All reading goes through here, so that tests can
//! count it.
//!
//! Offsets within the splitter are bytes: most of a text is never decoded. An offset inside a code
//! point reads as nothing.

#[cfg(test)]
use std::cell::Cell;

/// A text that is read by code point.
pub(super) struct Characters<'t> {
    text: &'t str,
    #[cfg(test)]
    reads: Cell<usize>,
}

impl<'t> Characters<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Self {
            text,
            #[cfg(test)]
            reads: Cell::new(0),
        }
    }

    pub(super) fn len(&self) -> usize {
        self.text.len()
    }

    /// How many code points have been read so far.
    #[cfg(test)]
    pub(super) fn reads(&self) -> usize {
        self.reads.get()
    }

    fn count_read(&self) {
        #[cfg(test)]
        self.reads.set(self.reads.get() + 1);
    }

    /// The code point that begins at `offset`.
    #[inline]
    pub(super) fn at(&self, offset: usize) -> Option<char> {
        self.count_read();
        match self.text.as_bytes().get(offset) {
            Some(byte) if byte.is_ascii() => Some(char::from(*byte)),
            _ => self.text.get(offset..)?.chars().next(),
        }
    }

    /// The code point that ends at `offset`.
    #[inline]
    pub(super) fn before(&self, offset: usize) -> Option<char> {
        self.count_read();
        match self.text.as_bytes().get(offset.checked_sub(1)?) {
            Some(byte) if byte.is_ascii() => Some(char::from(*byte)),
            _ => self.text.get(..offset)?.chars().next_back(),
        }
    }

    #[inline]
    pub(super) fn is(&self, offset: usize, test: impl FnOnce(char) -> bool) -> bool {
        self.at(offset).is_some_and(test)
    }

    /// The offset behind the code point at `offset`.
    #[inline]
    pub(super) fn after(&self, offset: usize) -> usize {
        offset + self.at(offset).map_or(0, char::len_utf8)
    }

    /// The offset of the code point before `offset`.
    pub(super) fn back(&self, offset: usize) -> usize {
        offset - self.before(offset).map_or(0, char::len_utf8)
    }

    /// The first offset from `offset` on that holds no white space.
    #[inline]
    pub(super) fn skip_white(&self, offset: usize) -> usize {
        self.skip(offset, char::is_whitespace)
    }

    /// The first offset from `offset` on that fails `test`.
    #[inline]
    pub(super) fn skip(&self, offset: usize, test: impl Fn(char) -> bool) -> usize {
        self.skip_most(offset, usize::MAX, test)
    }

    /// The same, behind at most `most` code points.
    #[inline]
    pub(super) fn skip_most(
        &self,
        offset: usize,
        most: usize,
        test: impl Fn(char) -> bool,
    ) -> usize {
        let mut end = offset;
        for _ in 0..most {
            match self.at(end) {
                Some(c) if test(c) => end += c.len_utf8(),
                _ => break,
            }
        }
        end
    }

    /// The first offset from `offset` back, not before `start` and behind at most `most` code
    /// points, before which `test` fails.
    #[inline]
    pub(super) fn skip_back(
        &self,
        offset: usize,
        start: usize,
        most: usize,
        test: impl Fn(char) -> bool,
    ) -> usize {
        let mut first = offset;
        for _ in 0..most {
            match self.before(first) {
                Some(c) if first > start && test(c) => first -= c.len_utf8(),
                _ => break,
            }
        }
        first
    }

    /// The end of `start..end` without white space there.
    pub(super) fn trim_end(&self, start: usize, end: usize) -> usize {
        self.skip_back(end, start, usize::MAX, char::is_whitespace)
    }

    /// Whether more than `most` code points lie in `start..end`. Callers keep `most` small.
    pub(super) fn far(&self, start: usize, end: usize, most: usize) -> bool {
        end > start + most && self.skip_most(start, most, |_| true) < end
    }

    /// The first offset from `offset` on whose byte is marked in `bytes`.
    #[inline]
    pub(super) fn find(&self, offset: usize, bytes: &[bool; 256]) -> usize {
        let rest = self.text.as_bytes().get(offset..).unwrap_or_default();
        offset
            + rest
                .iter()
                .position(|byte| bytes[usize::from(*byte)])
                .unwrap_or(rest.len())
    }

    /// The bytes of `start..end`.
    pub(super) fn bytes(&self, start: usize, end: usize) -> &'t [u8] {
        self.text.as_bytes().get(start..end).unwrap_or_default()
    }

    /// The text in `start..end`.
    pub(super) fn slice(&self, start: usize, end: usize) -> &'t str {
        self.text.get(start..end).unwrap_or_default()
    }
}

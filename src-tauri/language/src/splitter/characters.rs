//! The text as code points. All reading goes through here, so that tests can count it.

#[cfg(test)]
use std::cell::Cell;

/// A text that is read by code point.
pub(super) struct Characters {
    points: Vec<char>,
    #[cfg(test)]
    reads: Cell<usize>,
}

impl Characters {
    pub(super) fn new(text: &str) -> Self {
        Self {
            points: text.chars().collect(),
            #[cfg(test)]
            reads: Cell::new(0),
        }
    }

    pub(super) fn len(&self) -> usize {
        self.points.len()
    }

    /// How many code points have been read so far.
    #[cfg(test)]
    pub(super) fn reads(&self) -> usize {
        self.reads.get()
    }

    pub(super) fn at(&self, offset: usize) -> Option<char> {
        #[cfg(test)]
        self.reads.set(self.reads.get() + 1);
        self.points.get(offset).copied()
    }

    /// The code point before `offset`.
    pub(super) fn before(&self, offset: usize) -> Option<char> {
        self.at(offset.checked_sub(1)?)
    }

    pub(super) fn is(&self, offset: usize, test: impl FnOnce(char) -> bool) -> bool {
        self.at(offset).is_some_and(test)
    }

    /// The first offset from `offset` on that holds no white space.
    pub(super) fn skip_white(&self, offset: usize) -> usize {
        self.skip(offset, char::is_whitespace)
    }

    /// The first offset from `offset` on that fails `test`.
    pub(super) fn skip(&self, offset: usize, test: impl Fn(char) -> bool) -> usize {
        let mut end = offset;
        while self.is(end, &test) {
            end += 1;
        }
        end
    }

    /// The end of `start..end` without white space there.
    pub(super) fn trim_end(&self, start: usize, mut end: usize) -> usize {
        while end > start && self.before(end).is_some_and(char::is_whitespace) {
            end -= 1;
        }
        end
    }

    /// The lower-case text of `start..end`. Callers keep the stretch short.
    pub(super) fn lower(&self, start: usize, end: usize) -> String {
        (start..end)
            .filter_map(|offset| self.at(offset))
            .flat_map(char::to_lowercase)
            .collect()
    }
}

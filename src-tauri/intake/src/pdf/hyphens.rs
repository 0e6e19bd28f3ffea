//! Words cut at the end of a line: healed where the line cut them, kept where the hyphen is theirs.

use std::collections::HashSet;

use super::columns::Line;

/// First halves that keep their hyphen in English, where the text does not tell.
const KEEP_AFTER: &[&str] = &[
    "all", "anti", "cross", "deep", "eight", "ex", "far", "first", "five", "four", "front", "full",
    "half", "hard", "heavy", "high", "ill", "large", "last", "late", "left", "light", "long",
    "low", "mid", "middle", "multi", "near", "new", "nine", "non", "old", "one", "open", "part",
    "post", "quasi", "quick", "right", "second", "self", "semi", "seven", "short", "single", "six",
    "small", "state", "ten", "third", "three", "top", "twenty", "two", "vice", "well", "wide",
    "world", "year",
];
/// Second halves that keep it.
const KEEP_BEFORE: &[&str] = &[
    "based", "born", "century", "elect", "friendly", "general", "known", "led", "level", "made",
    "minded", "old", "owned", "range", "related", "scale", "sized", "style", "term", "year",
];
/// First words that English writes together with the next one: anyone, without, newspaper.
const CLOSED: &[&str] = &[
    "after", "air", "any", "back", "be", "birth", "body", "book", "business", "child", "class",
    "court", "day", "down", "every", "eye", "fire", "foot", "fore", "further", "grand", "gun",
    "hand", "head", "her", "here", "him", "home", "house", "how", "in", "it", "land", "like",
    "mean", "more", "my", "never", "news", "night", "no", "on", "our", "out", "over", "rain",
    "school", "sea", "some", "step", "sun", "them", "there", "to", "under", "up", "water", "what",
    "when", "where", "who", "with", "work", "your",
];
/// The most different words that are learned from one document.
const MOST_WORDS: usize = 200_000;

/// The words that stand uncut in a document.
#[derive(Default)]
pub struct Vocabulary(HashSet<String>);

/// How a line goes on in the next one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seam {
    /// With a space, or what its script has between words.
    Space,
    /// Without one: the hyphen or dash stays.
    Glue,
    /// Without one, and without the hyphen.
    Heal,
}

impl Vocabulary {
    /// Learns the words that no line end cuts.
    pub fn of<'a>(lines: impl Iterator<Item = &'a Line>) -> Self {
        let mut known = HashSet::new();
        for line in lines {
            let last = line.words.len().saturating_sub(1);
            for (at, word) in line.words.iter().enumerate() {
                if known.len() > MOST_WORDS {
                    return Self(known);
                }
                if at == last && word.text.ends_with(is_hyphen) {
                    continue;
                }
                let word = bare(&word.text);
                if word.contains(is_hyphen) {
                    known.extend(word.split(is_hyphen).map(str::to_owned));
                }
                known.insert(word);
            }
        }
        Self(known)
    }

    fn knows(&self, word: &str) -> bool {
        self.0.contains(word)
    }

    /// How the last word of a line meets the first of the next.
    pub fn seam(&self, left: &str, right: &str) -> Seam {
        if left.ends_with('\u{ad}') {
            return Seam::Heal;
        }
        if left.ends_with(['—', '–']) && left.chars().count() > 1 {
            return Seam::Glue;
        }
        let Some(head) = left.strip_suffix(is_hyphen) else {
            return Seam::Space;
        };
        if !head.ends_with(char::is_alphanumeric) {
            return Seam::Space; // a dash that somebody typed as a hyphen
        }
        if !head.ends_with(char::is_alphabetic) || !right.starts_with(char::is_lowercase) {
            return Seam::Glue;
        }
        if head.contains(is_hyphen) || head.contains("://") {
            return Seam::Glue;
        }
        let (head, tail) = (bare(head), bare(right));
        // Compounds of more than two: decided at the first seam.
        let tail_first = tail.split(is_hyphen).next().unwrap_or_default().to_owned();
        let whole = format!("{head}{tail}");
        let compound = format!("{head}-{tail}");
        if self.knows(&whole) {
            return Seam::Heal;
        }
        let second = tail_first.as_str();
        let participle = second.len() >= 5 && (second.ends_with("ed") || second.ends_with("ing"));
        let kept_after = KEEP_AFTER.contains(&head.as_str())
            && (participle || self.knows(second) || KEEP_BEFORE.contains(&second));
        let kept_before = KEEP_BEFORE.contains(&second) && self.is_likely_word(&head);
        let two_words = second.len() > 2
            && self.knows(&head)
            && self.knows(second)
            && !CLOSED.contains(&head.as_str());
        if self.knows(&compound) || kept_after || kept_before || two_words {
            return Seam::Glue;
        }
        Seam::Heal
    }

    /// Known, or long enough to be one by itself.
    fn is_likely_word(&self, word: &str) -> bool {
        self.knows(word) || word.chars().count() >= 4
    }
}

const fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}' | '\u{ad}')
}

fn bare(word: &str) -> String {
    word.trim_matches(|c: char| !c.is_alphanumeric())
        .to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hyphens_go_where_the_line_cut_and_stay_where_they_belong() {
        let known = |words: &[&str]| Vocabulary(words.iter().map(|&word| word.into()).collect());
        for (vocabulary, left, right, seam, why) in [
            (
                &[][..],
                "govern-",
                "ment",
                Seam::Heal,
                "a word cut by the line",
            ),
            (
                &[],
                "long-",
                "term",
                Seam::Glue,
                "a first half that keeps its hyphen",
            ),
            (
                &[],
                "state-of-the-",
                "art",
                Seam::Glue,
                "it has hyphens of its own",
            ),
            (
                &[],
                "Anglo-",
                "Saxon",
                Seam::Glue,
                "a capital is never cut off",
            ),
            (&[], "COVID-", "19", Seam::Glue, "nor is a number"),
            (&[], "1990-", "and", Seam::Glue, "nor one before it"),
            (
                &["ice", "cream"],
                "ice-",
                "cream,",
                Seam::Glue,
                "both halves are words here",
            ),
            (
                &["icecream", "ice", "cream"],
                "ice-",
                "cream",
                Seam::Heal,
                "so is the whole",
            ),
            (
                &["river-side"],
                "river-",
                "side",
                Seam::Glue,
                "written so elsewhere",
            ),
            (
                &[],
                "com\u{ad}",
                "plete",
                Seam::Heal,
                "a soft hyphen says so",
            ),
            (
                &[],
                "word—",
                "and",
                Seam::Glue,
                "no space at a dash set close",
            ),
            (&[], "–", "and", Seam::Space, "a dash alone has its spaces"),
            (&[], "the", "end", Seam::Space, "two words"),
            (&[], "well-", "known", Seam::Glue, "a compound"),
            (
                &[],
                "so-",
                "lution",
                Seam::Heal,
                "a short half is a syllable as often",
            ),
            (
                &[],
                "state-",
                "ment",
                Seam::Heal,
                "a first half that is a syllable here",
            ),
            (
                &[],
                "high-",
                "ranking",
                Seam::Glue,
                "a participle behind one",
            ),
            (
                &["any", "one"],
                "any-",
                "one",
                Seam::Heal,
                "two words written as one",
            ),
        ] {
            let found = known(vocabulary).seam(left, right);
            assert_eq!(found, seam, "{left} + {right}: {why}");
        }
    }
}

//! A guess at the language of a text: the script, and for scripts with several languages their
//! most frequent small words. Plain counting, and "und" (ISO 639-2: undetermined) unless the count
//! convinces: a checker can choose a language, but is misled by a wrong one.

mod function_words;
mod script;

use std::collections::HashMap;
use std::sync::LazyLock;

use function_words::{CYRILLIC, DEVANAGARI, Guide, LATIN};
use script::Script;

/// How many words are counted. More would not change the answer.
const WORDS: usize = 2_000;
/// How many letters are looked at for the script.
const LETTERS: usize = 20_000;
/// The share of words, in percent, that must speak for the winner, and how many at least.
const ENOUGH_PERCENT: usize = 12;
const ENOUGH: usize = 2;
/// By how much, in percent, the winner must beat the next.
const LEAD_PERCENT: usize = 106;

/// The language of a text as an ISO 639-1 code; `und` when nothing convinces. A single short
/// headline often gives `und`: pass the whole article.
///
/// By their small words: `en`, `de`, `fr`, `es`, `it`, `pt`, `ca`, `ro`, `nl`, `sv`, `da`, `no`,
/// `fi`, `et`, `hu`, `pl`, `cs`, `sk`, `hr`, `sl`, `lt`, `lv`, `tr`, `id`; `ru`, `uk`, `be`, `bg`,
/// `sr`, `mk`, `kk`; `hi`, `mr`, `ne`. By their letters: `el`, `hy`, `ka`, `he`, `ar`, `fa`, `ur`, `bn`,
/// `pa`, `gu`, `ta`, `te`, `kn`, `ml`, `si`, `th`, `lo`, `my`, `km`, `am`, `zh`, `ja`, `ko`.
#[must_use]
pub fn guess_language(text: &str) -> &'static str {
    match script::of(text, LETTERS) {
        Some(Script::Latin) => by_words(text, &LATIN_EVIDENCE),
        Some(Script::Cyrillic) => by_words(text, &CYRILLIC_EVIDENCE),
        Some(Script::Devanagari) => by_words(text, &DEVANAGARI_EVIDENCE),
        Some(Script::Of(lang)) => lang,
        None => "und",
    }
}

/// The small words of a language that is told by them; none for any other.
pub(crate) fn small_words(lang: &str) -> &'static str {
    [LATIN, CYRILLIC, DEVANAGARI]
        .into_iter()
        .flatten()
        .find(|guide| guide.lang == lang)
        .map_or("", |guide| guide.words)
}

/// What each small word, or telling letter, speaks for: one bit for each guide.
struct Evidence {
    guides: &'static [Guide],
    words: HashMap<&'static str, u32>,
    letters: HashMap<char, u32>,
}

static LATIN_EVIDENCE: LazyLock<Evidence> = LazyLock::new(|| Evidence::of(LATIN));
static CYRILLIC_EVIDENCE: LazyLock<Evidence> = LazyLock::new(|| Evidence::of(CYRILLIC));
static DEVANAGARI_EVIDENCE: LazyLock<Evidence> = LazyLock::new(|| Evidence::of(DEVANAGARI));

impl Evidence {
    fn of(guides: &'static [Guide]) -> Self {
        let (mut words, mut letters) = (HashMap::new(), HashMap::new());
        for (index, guide) in guides.iter().enumerate() {
            for word in guide.words.split_whitespace() {
                *words.entry(word).or_default() |= 1 << index;
            }
            for letter in guide.letters.chars() {
                *letters.entry(letter).or_default() |= 1 << index;
            }
        }
        Self {
            guides,
            words,
            letters,
        }
    }

    /// The languages a word in lower case speaks for.
    fn of_word(&self, word: &str) -> u32 {
        let small = self.words.get(word).copied().unwrap_or_default();
        if small != 0 || word.is_ascii() {
            return small;
        }
        let telling = word.chars().filter_map(|c| self.letters.get(&c));
        telling
            .copied()
            .reduce(|a, b| if a & b == 0 { a | b } else { a & b })
            .unwrap_or_default()
    }
}

/// What speaks for a language.
#[derive(Clone, Copy, Default)]
struct Score {
    words: usize,
    /// A word that speaks for several languages is shared out among them.
    weight: usize,
}

/// The weight of a word. It can be shared out among up to six languages without a rest.
const WEIGHT: usize = 60;

/// The language whose small words and telling letters are found most often.
fn by_words(text: &str, evidence: &Evidence) -> &'static str {
    let mut scores = vec![Score::default(); evidence.guides.len()];
    let mut count = 0;
    for word in text
        .split(|c: char| !c.is_alphabetic())
        .filter(|word| !word.is_empty())
        .take(WORDS)
    {
        count += 1;
        // The longest small word is short; a bound spares long strings without spaces.
        let lower: String = word.chars().take(24).flat_map(char::to_lowercase).collect();
        let speaks = evidence.of_word(&lower);
        for (index, score) in scores.iter_mut().enumerate() {
            if speaks & (1 << index) != 0 {
                score.words += 1;
                score.weight += WEIGHT / speaks.count_ones() as usize;
            }
        }
    }
    winner(&scores, count)
        .and_then(|index| evidence.guides.get(index))
        .map_or("und", |guide| guide.lang)
}

/// The place of the highest weight, if it convinces.
fn winner(scores: &[Score], words: usize) -> Option<usize> {
    let (index, best) = scores
        .iter()
        .enumerate()
        .max_by_key(|(_, one)| one.weight)?;
    let others = scores
        .iter()
        .enumerate()
        .filter(|(other, _)| *other != index);
    let next = others.map(|(_, one)| one.weight).max().unwrap_or_default();
    let convinces = best.words >= ENOUGH
        && best.words * 100 >= words * ENOUGH_PERCENT
        && best.weight * 100 >= next * LEAD_PERCENT
        && best.weight > next;
    convinces.then_some(index)
}

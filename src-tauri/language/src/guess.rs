//! A guess at the language of a text: the script, and for scripts with several languages their
//! most frequent small words. Plain counting, and "und" (ISO 639-2: undetermined) unless the count
//! convinces: a checker can choose a language, but is misled by a wrong one.

mod function_words;

use function_words::{CYRILLIC, Guide, LATIN};

/// How many words are counted. More would not change the answer.
const WORDS: usize = 2_000;
/// The share of words, in percent, that must speak for the winner, and how many at least.
const ENOUGH_PERCENT: usize = 12;
const ENOUGH: usize = 2;
/// By how much, in percent, the winner must beat the next.
const LEAD_PERCENT: usize = 110;

/// The language of a text as an ISO 639-1 code: `en`, `de`, `fr`, `es`, `it`, `pt`, `nl`, `ru`,
/// `uk`, `pl`, `cs`, `sv`, `da`, `no`, `fi`, `tr`, `el`, `zh`, `ja`, `ko`, `ar`, `he` or `hi`; `und`
/// when nothing convinces. A single short headline often gives `und`: pass the whole article.
#[must_use]
pub fn guess_language(text: &str) -> &'static str {
    let scripts = Scripts::count(text);
    let half = scripts.letters / 2;
    let over_half = |count: usize| count > half;
    if over_half(scripts.latin) {
        by_words(text, LATIN)
    } else if over_half(scripts.cyrillic) && !scripts.foreign_is_over(1) {
        by_words(text, CYRILLIC)
    } else if over_half(scripts.han + scripts.kana) {
        // Japanese prose is about half kana; Chinese has none but in names.
        if scripts.kana * 20 > scripts.han {
            "ja"
        } else {
            "zh"
        }
    } else if over_half(scripts.hangul) {
        "ko"
    } else if over_half(scripts.arabic) && !scripts.foreign_is_over(2) {
        "ar"
    } else if over_half(scripts.hebrew) {
        "he"
    } else if over_half(scripts.devanagari) && !scripts.foreign_is_over(0) {
        "hi"
    } else if over_half(scripts.greek) {
        "el"
    } else {
        "und"
    }
}

/// Letters by script.
#[derive(Default)]
struct Scripts {
    letters: usize,
    latin: usize,
    cyrillic: usize,
    greek: usize,
    han: usize,
    kana: usize,
    hangul: usize,
    arabic: usize,
    hebrew: usize,
    devanagari: usize,
    /// Letters that the languages of this list do not use, though others of their script do.
    foreign: usize,
}

impl Scripts {
    fn count(text: &str) -> Self {
        let mut scripts = Self::default();
        for c in text.chars().filter(|c| c.is_alphabetic()) {
            scripts.letters += 1;
            scripts.foreign += usize::from(is_foreign(c));
            let script = match c {
                'A'..='Z' | 'a'..='z' | 'À'..='ɏ' | 'Ḁ'..='ỿ' => &mut scripts.latin,
                '\u{370}'..='\u{3ff}' | '\u{1f00}'..='\u{1fff}' => &mut scripts.greek,
                '\u{400}'..='\u{52f}' => &mut scripts.cyrillic,
                '\u{590}'..='\u{5ff}' => &mut scripts.hebrew,
                '\u{600}'..='\u{77f}' => &mut scripts.arabic,
                '\u{900}'..='\u{97f}' => &mut scripts.devanagari,
                '\u{3040}'..='\u{30ff}' => &mut scripts.kana,
                '\u{1100}'..='\u{11ff}' | '\u{3130}'..='\u{318f}' | '\u{ac00}'..='\u{d7af}' => {
                    &mut scripts.hangul
                }
                '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{20000}'..='\u{3ffff}' => {
                    &mut scripts.han
                }
                _ => continue,
            };
            *script += 1;
        }
        scripts
    }

    fn foreign_is_over(&self, percent: usize) -> bool {
        self.foreign * 100 > self.letters * percent
    }
}

/// Letters of Belarusian, Serbian, Macedonian and Kazakh; of Persian and Urdu; of Marathi.
fn is_foreign(c: char) -> bool {
    matches!(
        c,
        'ў' | 'ј'
            | 'љ'
            | 'њ'
            | 'ћ'
            | 'ђ'
            | 'ѓ'
            | 'ќ'
            | 'џ'
            | 'ә'
            | 'ғ'
            | 'қ'
            | 'ң'
            | 'ө'
            | 'ұ'
            | 'ү'
            | 'һ'
    ) || matches!(
        c,
        'پ' | 'چ' | 'ژ' | 'گ' | 'ک' | 'ی' | 'ڈ' | 'ٹ' | 'ڑ' | 'ے' | 'ں' | 'ہ'
    ) || c == 'ळ'
}

/// The language whose small words and telling letters are found most often.
fn by_words(text: &str, guides: &[Guide]) -> &'static str {
    let mut hits = vec![0_usize; guides.len()];
    let mut count = 0;
    for word in text
        .split(|c: char| !c.is_alphabetic())
        .filter(|word| !word.is_empty())
        .take(WORDS)
    {
        count += 1;
        // The longest small word is short; a bound spares long strings without spaces.
        let lower: String = word.chars().take(24).flat_map(char::to_lowercase).collect();
        for (guide, hits) in guides.iter().zip(&mut hits) {
            let small = guide.words.binary_search(&lower.as_str()).is_ok();
            let telling = lower.contains(guide.letters);
            *hits += usize::from(small || telling);
        }
    }
    let Some((winner, best)) = hits.iter().enumerate().max_by_key(|(_, hits)| **hits) else {
        return "und";
    };
    let next = hits
        .iter()
        .enumerate()
        .filter(|(i, _)| *i != winner)
        .map(|(_, h)| *h)
        .max();
    let convinces = *best >= ENOUGH
        && best * 100 >= count * ENOUGH_PERCENT
        && best * 100 >= next.unwrap_or(0) * LEAD_PERCENT
        && next != Some(*best);
    guides
        .get(winner)
        .filter(|_| convinces)
        .map_or("und", |guide| guide.lang)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn word_lists_are_sorted() {
        for guide in LATIN.iter().chain(CYRILLIC) {
            assert!(guide.words.is_sorted(), "{}", guide.lang);
        }
    }
}

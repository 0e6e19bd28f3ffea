//! The script of a text, and the languages that are known by their letters.

/// What the letters say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Script {
    /// Several languages, told apart by their words.
    Latin,
    /// Several languages, told apart by their words.
    Cyrillic,
    /// Several languages, told apart by their words.
    Devanagari,
    /// One language, or the one that most texts in these letters are in.
    Of(&'static str),
}

/// The script that more than half of the letters are in, among the first `most`.
pub(super) fn of(text: &str, most: usize) -> Option<Script> {
    let mut counts = [0_usize; SCRIPTS.len()];
    let mut letters = 0;
    let mut telling = Telling::default();
    for c in text.chars().filter(|c| c.is_alphabetic()).take(most) {
        letters += 1;
        telling.count(c);
        let script = SCRIPTS
            .iter()
            .position(|(first, last, _)| (*first..=*last).contains(&c));
        if let Some(script) = script {
            counts[script] += 1;
        }
    }
    let count = |wanted: &str| -> usize {
        let counts = SCRIPTS.iter().zip(&counts);
        counts
            .filter(|((_, _, name), _)| *name == wanted)
            .map(|(_, count)| count)
            .sum()
    };
    let over_half = |count: usize| count > letters / 2;
    if over_half(count("zh") + count("ja")) {
        // Japanese prose is about half kana; Chinese has none but in names.
        let japanese = count("ja") * 20 > count("zh");
        return Some(Script::Of(if japanese { "ja" } else { "zh" }));
    }
    let (_, _, name) = SCRIPTS.iter().find(|(_, _, name)| over_half(count(name)))?;
    Some(match *name {
        "latin" => Script::Latin,
        "cyrillic" => Script::Cyrillic,
        "devanagari" => Script::Devanagari,
        "ar" if telling.urdu * 50 > letters => Script::Of("ur"),
        "ar" if telling.persian * 50 > letters => Script::Of("fa"),
        name => Script::Of(name),
    })
}

/// Letters that tell a language from the first one of its script.
#[derive(Default)]
struct Telling {
    urdu: usize,
    persian: usize,
}

impl Telling {
    fn count(&mut self, c: char) {
        match c {
            'ٹ' | 'ڈ' | 'ڑ' | 'ے' | 'ں' | 'ہ' => self.urdu += 1,
            'پ' | 'چ' | 'ژ' | 'گ' | 'ک' | 'ی' => self.persian += 1,
            _ => {}
        }
    }
}

/// Letters from the first to the last, and what they are: a script of several languages, or the
/// code of a language.
const SCRIPTS: &[(char, char, &str)] = &[
    ('A', 'z', "latin"),
    ('ª', 'ɏ', "latin"),
    ('Ḁ', 'ỿ', "latin"),
    ('\u{370}', '\u{3ff}', "el"),
    ('\u{400}', '\u{52f}', "cyrillic"),
    ('\u{530}', '\u{58f}', "hy"),
    ('\u{590}', '\u{5ff}', "he"),
    ('\u{600}', '\u{77f}', "ar"),
    ('\u{8a0}', '\u{8ff}', "ar"),
    ('\u{900}', '\u{97f}', "devanagari"),
    ('\u{980}', '\u{9ff}', "bn"),
    ('\u{a00}', '\u{a7f}', "pa"),
    ('\u{a80}', '\u{aff}', "gu"),
    ('\u{b80}', '\u{bff}', "ta"),
    ('\u{c00}', '\u{c7f}', "te"),
    ('\u{c80}', '\u{cff}', "kn"),
    ('\u{d00}', '\u{d7f}', "ml"),
    ('\u{d80}', '\u{dff}', "si"),
    ('\u{e00}', '\u{e7f}', "th"),
    ('\u{e80}', '\u{eff}', "lo"),
    ('\u{1000}', '\u{109f}', "my"),
    ('\u{10a0}', '\u{10ff}', "ka"),
    ('\u{1100}', '\u{11ff}', "ko"),
    ('\u{1200}', '\u{139f}', "am"),
    ('\u{1780}', '\u{17ff}', "km"),
    ('\u{1c80}', '\u{1c8f}', "cyrillic"),
    ('\u{1f00}', '\u{1fff}', "el"),
    ('\u{3040}', '\u{30ff}', "ja"),
    ('\u{3130}', '\u{318f}', "ko"),
    ('\u{3400}', '\u{4dbf}', "zh"),
    ('\u{4e00}', '\u{9fff}', "zh"),
    ('\u{ac00}', '\u{d7af}', "ko"),
    ('\u{20000}', '\u{3ffff}', "zh"),
];

//! What holds for every text, tried on random ones. The seed is printed; STET_SEED repeats a run.

use std::time::{SystemTime, UNIX_EPOCH};

use stet_language::{CodePointSpan, Options, explain, guess_language, sentences};

const TEXTS: usize = 3_000;
const LANGUAGES: &[&str] = &[
    "en", "de", "fr", "es", "ru", "ja", "zh", "el", "tr", "xx", "", "en-GB",
];
const PIECES: &[&str] = &[
    " ", " ", " ", " ", "\n", "\n\n", "\r\n", "\u{a0}", "\u{3000}", "\u{2028}", "\t", ".", ".",
    ".", "!", "?", "…", "...", ". . .", "。", "！", "؟", "।", "”", "“", "\"", "\"", "'", "’", "‘",
    "„", "«", "»", "「", "」", "(", ")", "（", "）", "[", "]", "[1]", "[note 2]", "¹", "-", "—",
    "•", "*", "¿", ":", ";", ",", "1", "2.", "1)", "a.", "3.5", "The", "he", "He", "said", "Smith",
    "Dr.", "U.S.", "J.", "K.", "No.", "Inc.", "Jan.", "z.", "B.", "Yahoo!", "iPhone", "é",
    "e\u{301}", "Я", "г.", "山", "と", "한", "🙂", "\u{200b}", "\u{feff}", "\u{1f}",
];

/// A xorshift generator: enough for choosing pieces.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % limit as u64) as usize
    }

    fn text(&mut self) -> String {
        let pieces = self.below(60);
        (0..pieces)
            .map(|_| PIECES[self.below(PIECES.len())])
            .collect()
    }
}

fn seed() -> u64 {
    let given = std::env::var("STET_SEED")
        .ok()
        .and_then(|seed| seed.parse().ok());
    let clock = || {
        SystemTime::now()
            .duration_since(UNIX_EPOCH)
            .map_or(1, |t| t.as_nanos() as u64)
    };
    given.unwrap_or_else(clock).max(1)
}

fn check_cover(text: &str, spans: &[CodePointSpan], context: &str) {
    let points: Vec<char> = text.chars().collect();
    let mut covered = vec![false; points.len()];
    let mut last = 0;
    for span in spans {
        let (start, end) = (span.start as usize, span.end as usize);
        assert!(
            last <= start && start < end && end <= points.len(),
            "order: {context}"
        );
        assert!(
            !points[start].is_whitespace() && !points[end - 1].is_whitespace(),
            "trimmed: {context}"
        );
        covered[start..end].fill(true);
        last = end;
    }
    for (point, covered) in points.iter().zip(covered) {
        assert!(covered || point.is_whitespace(), "covered: {context}");
    }
}

#[test]
fn random_texts() {
    let seed = seed();
    println!("seed {seed}");
    let mut random = Random(seed);
    for _ in 0..TEXTS {
        let text = random.text();
        let lang = LANGUAGES[random.below(LANGUAGES.len())];
        let context = format!("seed {seed}, {lang:?}, {text:?}");
        let fine = sentences(&text, lang, Options::default());
        let keep = Options {
            keep_quotations: true,
        };
        let coarse = sentences(&text, lang, keep);

        check_cover(&text, &fine, &context);
        check_cover(&text, &coarse, &context);
        assert_eq!(
            fine,
            sentences(&text, lang, Options::default()),
            "deterministic: {context}"
        );
        for span in &coarse {
            assert!(
                fine.iter().any(|f| f.start == span.start),
                "coarser start: {context}"
            );
            assert!(
                fine.iter().any(|f| f.end == span.end),
                "coarser end: {context}"
            );
        }

        let reasons = explain(&text, lang, Options::default());
        let splits = reasons.iter().filter(|reason| reason.split).count();
        assert_eq!(splits, fine.len().saturating_sub(1), "explained: {context}");
        assert!(
            reasons.is_sorted_by_key(|reason| reason.end),
            "explained in order: {context}"
        );
        assert!(!guess_language(&text).is_empty());
    }
}

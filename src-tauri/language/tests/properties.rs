//! What holds for every text, tried on random ones. The seed is printed; STET_SEED repeats a run,
//! STET_SECONDS makes it longer.

use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use stet_language::{CodePointSpan, Options, explain, guess_language, sentences};

const TEXTS: usize = 3_000;
const LANGUAGES: &[&str] = &[
    "", "am", "ar", "bg", "cs", "da", "de", "el", "en", "en-GB", "es", "fi", "fr", "he", "hi",
    "hr", "hu", "hy", "id", "it", "ja", "kk", "ko", "my", "nl", "no", "pl", "pt", "ro", "ru", "sk",
    "sv", "th", "tr", "uk", "xx", "zh",
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

    /// Pieces that matter to the splitter, put together.
    fn pieces(&mut self) -> String {
        let pieces = self.below(60);
        (0..pieces)
            .map(|_| PIECES[self.below(PIECES.len())])
            .collect()
    }

    /// Any code points: most in runs of one script, with pieces between.
    fn any(&mut self) -> String {
        let mut text = String::new();
        for _ in 0..self.below(20) {
            let limit = [0x80, 0x3000, 0x11_0000][self.below(3)];
            let script = self.below(limit) as u32;
            for _ in 0..self.below(8) {
                text.extend(char::from_u32(script + self.below(64) as u32));
            }
            text.push_str(PIECES[self.below(PIECES.len())]);
        }
        text
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
    check_texts(Random::pieces);
}

#[test]
fn random_code_points_of_all_scripts() {
    check_texts(Random::any);
}

fn check_texts(make: impl Fn(&mut Random) -> String) {
    let seed = seed();
    println!("seed {seed}");
    let mut random = Random(seed);
    let (started, longer) = (Instant::now(), longer());
    let mut made = 0;
    while made < TEXTS || started.elapsed() < longer {
        made += 1;
        let text = make(&mut random);
        let lang = LANGUAGES[random.below(LANGUAGES.len())];
        check_text(&text, lang, &format!("seed {seed}, {lang:?}, {text:?}"));
    }
    println!("{made} texts");
}

/// How long at least, where somebody asks for more than the usual number of texts.
fn longer() -> Duration {
    let seconds = std::env::var("STET_SECONDS")
        .ok()
        .and_then(|seconds| seconds.parse().ok());
    Duration::from_secs(seconds.unwrap_or_default())
}

/// Both ways of splitting, their reasons, and the guess.
fn check_text(text: &str, lang: &str, context: &str) {
    let keep = Options {
        keep_quotations: true,
    };
    let fine = sentences(text, lang, Options::default());
    let coarse = sentences(text, lang, keep);

    check_cover(text, &fine, context);
    check_cover(text, &coarse, context);
    assert_eq!(
        fine,
        sentences(text, lang, Options::default()),
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

    for (options, spans) in [(Options::default(), &fine), (keep, &coarse)] {
        let reasons = explain(text, lang, options);
        let splits = reasons.iter().filter(|reason| reason.split).count();
        assert_eq!(
            splits,
            spans.len().saturating_sub(1),
            "explained: {context}"
        );
        assert!(
            reasons.is_sorted_by_key(|reason| reason.end),
            "explained in order: {context}"
        );
    }
    assert!(!guess_language(text).is_empty());
}

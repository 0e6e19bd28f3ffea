//! Chance that can be repeated: every trial has a seed of its own, printed when it fails.

use std::time::{SystemTime, UNIX_EPOCH};

/// `SplitMix64` (Steele, Lea, Flood 2014): small, and good enough to choose what happens next.
#[derive(Clone, Debug)]
pub struct Chance(u64);

impl Chance {
    /// From a seed.
    #[must_use]
    pub const fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// The next 64 bits.
    pub const fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut bits = self.0;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        bits ^ (bits >> 31)
    }

    /// A number below `n`; 0 if there is none.
    pub const fn below(&mut self, n: usize) -> usize {
        if n == 0 {
            0
        } else {
            (self.bits() % n as u64) as usize
        }
    }

    /// True once in `n` times.
    pub const fn once_in(&mut self, n: usize) -> bool {
        self.below(n) == 0
    }

    /// One of `choices`.
    pub fn pick<'c, T>(&mut self, choices: &'c [T]) -> &'c T {
        &choices[self.below(choices.len())]
    }

    /// Sixteen bytes.
    pub fn bytes(&mut self) -> [u8; 16] {
        let mut bytes = [0; 16];
        bytes[..8].copy_from_slice(&self.bits().to_le_bytes());
        bytes[8..].copy_from_slice(&self.bits().to_le_bytes());
        bytes
    }

    /// Puts `things` in a random order (Fisher and Yates).
    pub fn shuffle<T>(&mut self, things: &mut [T]) {
        for n in (1..things.len()).rev() {
            things.swap(n, self.below(n + 1));
        }
    }
}

/// Runs `trial` with fresh seeds: `usual` times, or as often as `STET_CASES` says. `STET_SEED`
/// repeats the one trial of that seed.
///
/// # Panics
/// As `trial` does, after printing the seed.
pub fn trials(name: &str, usual: u64, trial: impl Fn(u64)) {
    let number = |name: &str| {
        std::env::var(name)
            .ok()
            .and_then(|value| value.parse::<u64>().ok())
    };
    if let Some(seed) = number("STET_SEED") {
        trial(seed);
        return;
    }
    let now = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .map_or(0, |since| since.as_nanos());
    let first = Chance::new(u64::try_from(now & u128::from(u64::MAX)).unwrap_or(0)).bits() >> 16;
    for seed in first..first + number("STET_CASES").unwrap_or(usual) {
        let _printer = PrintedOnPanic(name, seed);
        trial(seed);
    }
}

/// As [`trials`], but the same cases at every run unless STET_CASES asks for more of others: for
/// what takes long, so that `make test` tells of changes, and `make proof` looks further.
pub fn steady_trials(name: &str, usual: u64, trial: impl Fn(u64)) {
    if ["STET_SEED", "STET_CASES"]
        .iter()
        .any(|name| std::env::var_os(name).is_some())
    {
        return trials(name, usual, trial);
    }
    for seed in 1..=usual {
        let _printer = PrintedOnPanic(name, seed);
        trial(seed);
    }
}

struct PrintedOnPanic<'n>(&'n str, u64);

impl Drop for PrintedOnPanic<'_> {
    fn drop(&mut self) {
        if std::thread::panicking() {
            eprintln!("{} failed; STET_SEED={} repeats it", self.0, self.1);
        }
    }
}

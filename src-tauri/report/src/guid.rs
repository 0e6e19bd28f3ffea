//! Ids that other programs want, made from ours: the same thing has the same id in every report.

use std::fmt::Write;

use sha2::{Digest, Sha256};

/// A UUID of version 8 (RFC 9562: made as its maker likes), from what it names. Parts are kept
/// apart, so that ("ab", "c") and ("a", "bc") differ. 36 lower-case characters.
pub fn guid(parts: &[&str]) -> String {
    let mut hash = Sha256::new_with_prefix("stet-report");
    for part in parts {
        hash.update((part.len() as u64).to_be_bytes());
        hash.update(part);
    }
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&hash.finalize()[..16]);
    bytes[6] = (bytes[6] & 0x0f) | 0x80;
    bytes[8] = (bytes[8] & 0x3f) | 0x80;
    let mut out = String::with_capacity(36);
    for (at, byte) in bytes.iter().enumerate() {
        if matches!(at, 4 | 6 | 8 | 10) {
            out.push('-');
        }
        let _ = write!(out, "{byte:02x}");
    }
    out
}

/// Whether this is a moment as our times are written: `2026-11-05T17:42:09Z`.
pub fn is_moment(text: &str) -> bool {
    let Some((date, time)) = text.split_once('T') else {
        return false;
    };
    let clock = |time: &str| {
        let parts: Vec<&str> = time.split(':').collect();
        let below = |part: &str, most: u32| {
            part.len() == 2
                && part.bytes().all(|byte| byte.is_ascii_digit())
                && part.parse().is_ok_and(|n: u32| n < most)
        };
        matches!(parts.as_slice(), [h, m, s] if below(h, 24) && below(m, 60) && below(s, 60))
    };
    stet_core::time::is_date(date) && time.strip_suffix('Z').is_some_and(clock)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_thing_has_the_same_id_and_others_have_others() {
        let one = guid(&["user", "4f1c09ae77d2b630"]);
        assert_eq!(one, guid(&["user", "4f1c09ae77d2b630"]));
        assert_ne!(one, guid(&["user4", "f1c09ae77d2b630"]));
        assert_ne!(one, guid(&["user", "4f1c09ae77d2b630", ""]));
        assert_eq!(one.len(), 36);
        assert_eq!(&one[14..15], "8", "the version");
        assert!("89ab".contains(&one[19..20]), "the variant");
    }

    #[test]
    fn moments_are_told_from_other_text() {
        let table = [
            ("ours", "2026-11-05T17:42:09Z", true),
            ("no such hour", "2026-11-05T24:00:00Z", false),
            ("no such day", "2026-02-30T10:00:00Z", false),
            ("a date alone", "2026-11-05", false),
            ("no zone", "2026-11-05T17:42:09", false),
            ("signs for digits", "2026-11-05T+1:42:09Z", false),
            ("nothing", "", false),
        ];
        for (why, text, expected) in table {
            assert_eq!(is_moment(text), expected, "{why}");
        }
    }
}

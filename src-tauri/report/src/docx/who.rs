//! Who did something and when, in the bounds that Word sets.

use crate::package::xml_attribute;

/// The attributes that say who did something and when; a date only if it is one.
pub(super) fn by((author, initials, at): (&str, &str, &str)) -> String {
    // What Word takes at most.
    const AUTHOR: usize = 255;
    const INITIALS: usize = 9;
    let mut out = format!(" w:author=\"{}\"", xml_attribute(&cut(author, AUTHOR)));
    if is_instant(at) {
        out.push_str(&format!(" w:date=\"{at}\""));
    }
    if !initials.is_empty() {
        out.push_str(&format!(
            " w:initials=\"{}\"",
            xml_attribute(&cut(initials, INITIALS))
        ));
    }
    out
}

/// The visible text, of at most so many UTF-16 units.
pub(super) fn cut(text: &str, most: usize) -> String {
    let mut seen = String::new();
    crate::inert::push_visible(&mut seen, text, |out, _, c| {
        out.push(if c.is_whitespace() { ' ' } else { c });
    });
    let mut room = most;
    seen.chars()
        .take_while(|c| {
            let fits = c.len_utf16() <= room;
            room = room.saturating_sub(c.len_utf16());
            fits
        })
        .collect()
}

/// Whether it is `2026-11-05T10:04:05Z`, each part within its bounds.
pub(super) fn is_instant(at: &str) -> bool {
    let shape = "0000-00-00T00:00:00Z";
    let same = |(a, b): (u8, u8)| {
        if b == b'0' {
            a.is_ascii_digit()
        } else {
            a == b
        }
    };
    if at.len() != shape.len() || !at.bytes().zip(shape.bytes()).all(same) {
        return false;
    }
    let part = |range| {
        at.get(range)
            .and_then(|part: &str| part.parse::<u32>().ok())
    };
    let within = |range, from, to| part(range).is_some_and(|n| (from..=to).contains(&n));
    within(0..4, 1, 9999)
        && within(5..7, 1, 12)
        && within(8..10, 1, days(part(0..4), part(5..7)))
        && within(11..13, 0, 23)
        && within(14..16, 0, 59)
        && within(17..19, 0, 59)
}

fn days(year: Option<u32>, month: Option<u32>) -> u32 {
    let year = year.unwrap_or(1);
    match month {
        Some(2)
            if year.is_multiple_of(4)
                && (!year.is_multiple_of(100) || year.is_multiple_of(400)) =>
        {
            29
        }
        Some(2) => 28,
        Some(4 | 6 | 9 | 11) => 30,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_instants_are_dates() {
        let table = [
            ("2026-11-05T10:04:05Z", true),
            ("2028-02-29T00:00:00Z", true),
            ("2026-02-29T00:00:00Z", false),
            ("2026-13-05T10:04:05Z", false),
            ("2026-11-05T24:04:05Z", false),
            ("2026-11-05", false),
            ("0000-01-01T00:00:00Z", false),
            ("<script>", false),
        ];
        for (at, is) in table {
            assert_eq!(is_instant(at), is, "{at}");
        }
    }

    #[test]
    fn names_fit() {
        assert_eq!(cut("Kim", 9), "Kim");
        assert_eq!(
            cut("🙂🙂🙂", 5),
            "🙂🙂",
            "in UTF-16 units, whole characters"
        );
        assert_eq!(
            cut("a\u{202e}b\n", 20),
            "a⟦U+202E⟧b ",
            "hidden characters are shown"
        );
    }
}

//! What a text says once its escapes are undone.

/// A text without its escapes. `at` has the place in the original of each byte, and of the end; it
/// is empty where nobody asked for places.
pub(super) struct Reading {
    pub(super) text: String,
    pub(super) at: Vec<usize>,
}

/// Whether the places of a reading are wanted: they take eight times its memory.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Places {
    /// They are.
    Kept,
    /// What is said is enough.
    Left,
}

/// The text with its escapes undone once, twice, three times; as far as there are any.
pub(super) fn readings(text: &str, places: Places) -> Vec<Reading> {
    let mut readings: Vec<Reading> = Vec::new();
    while readings.len() < 3 {
        let (from, at) = readings
            .last()
            .map_or((text, None), |last| (last.text.as_str(), Some(&last.at)));
        let Some(mut next) = unescaped(from, places) else {
            break;
        };
        if let Some(at) = at {
            next.at.iter_mut().for_each(|place| *place = at[*place]);
        }
        readings.push(next);
    }
    readings
}

fn unescaped(text: &str, places: Places) -> Option<Reading> {
    let starts = |byte: u8| matches!(byte, b'%' | b'&' | b'\\' | b'_' | 0xe2);
    let kept = places == Places::Kept;
    let mut out: Option<Reading> = None;
    let (mut at, mut copied) = (0, 0);
    let mut said = String::new();
    let bytes = text.as_bytes();
    while let Some(step) = bytes[at..].iter().position(|&byte| starts(byte)) {
        at += step;
        said.clear();
        let Some(length) = escape(text, at, &mut said) else {
            at += 1;
            continue;
        };
        let out = out.get_or_insert_with(|| Reading {
            text: String::with_capacity(text.len()),
            at: Vec::with_capacity(if kept { text.len() + 1 } else { 0 }),
        });
        out.text.push_str(&text[copied..at]);
        out.text.push_str(&said);
        if kept {
            out.at.extend(copied..at);
            // Percent-encoded bytes have places of their own; of other escapes all bytes have the first.
            let width = if bytes[at] == b'%' { 3 } else { 0 };
            out.at.extend((0..said.len()).map(|n| at + n * width));
        }
        at += length;
        copied = at;
    }
    let mut out = out?;
    out.text.push_str(&text[copied..]);
    if kept {
        out.at.extend(copied..=text.len());
    }
    Some(out)
}

/// Pushes what an escape at this byte says; its length.
fn escape(text: &str, at: usize, said: &mut String) -> Option<usize> {
    let rest = text.get(at..)?;
    let (c, length) = match rest.as_bytes()[0] {
        b'%' => return percent(rest.as_bytes(), said),
        b'&' => entity(rest)?,
        b'\\' => backslash(rest)?,
        b'_' => {
            // As spreadsheets write what XML cannot hold.
            let code = rest.strip_prefix("_x")?.get(..5)?.strip_suffix('_')?;
            (hex(code)?, 7)
        }
        _ => {
            // As reports write what nobody would see.
            let code = rest.strip_prefix("⟦U+")?;
            let code = code.get(..code.find('⟧').filter(|&end| end <= 6)?)?;
            (hex(code)?, "⟦U+⟧".len() + code.len())
        }
    };
    said.push(c);
    Some(length)
}

fn hex(digits: &str) -> Option<char> {
    u32::from_str_radix(digits, 16)
        .ok()
        .and_then(char::from_u32)
}

fn percent(rest: &[u8], said: &mut String) -> Option<usize> {
    let bytes: Vec<u8> = rest
        .chunks_exact(3)
        .map_while(|three| {
            let digits = std::str::from_utf8(&three[1..]).ok()?;
            u8::from_str_radix(digits, 16)
                .ok()
                .filter(|_| three[0] == b'%' && three[1] != b'+')
        })
        .collect();
    let whole = match std::str::from_utf8(&bytes) {
        Ok(whole) => whole,
        Err(error) => std::str::from_utf8(&bytes[..error.valid_up_to()]).ok()?,
    };
    said.push_str(whole);
    (!whole.is_empty()).then(|| whole.len() * 3)
}

fn entity(rest: &str) -> Option<(char, usize)> {
    let end = rest.bytes().take(12).position(|byte| byte == b';')?;
    let name = &rest[1..end];
    let c = match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" => '\u{a0}',
        _ => {
            let number = name.strip_prefix('#')?;
            match number.strip_prefix(['x', 'X']) {
                Some(digits) => hex(digits)?,
                None => number.parse().ok().and_then(char::from_u32)?,
            }
        }
    };
    Some((c, end + 1))
}

fn backslash(rest: &str) -> Option<(char, usize)> {
    let unit = |from: usize| {
        let four = rest.get(from..from + 4)?;
        u16::from_str_radix(four, 16).ok()
    };
    let one = |units: &[u16]| {
        let mut chars = char::decode_utf16(units.iter().copied());
        chars.next()?.ok()
    };
    match rest.as_bytes().get(1)? {
        b'u' => {
            let first = unit(2)?;
            let second = (rest.get(6..8) == Some("\\u")).then(|| unit(8)).flatten();
            let pair = second.and_then(|second| one(&[first, second]));
            match pair.filter(|_| (0xd800..0xdc00).contains(&first)) {
                Some(pair) => Some((pair, 12)),
                None => Some((one(&[first])?, 6)),
            }
        }
        b'x' => Some((hex(rest.get(2..4)?)?, 4)),
        b'n' | b'r' | b't' => Some((' ', 2)),
        // As JSON, and Markdown, keep a sign from acting.
        sign if sign.is_ascii_punctuation() => Some((*sign as char, 2)),
        _ => None,
    }
}

/// Gives each range of bytes that may be base64 to `look`: eight letters and more, and no ordinary
/// word.
pub(super) fn base64_runs(text: &str, mut look: impl FnMut(usize, usize)) {
    let bytes = text.as_bytes();
    let mut start = 0;
    for at in 0..=bytes.len() {
        if bytes
            .get(at)
            .is_some_and(|&byte| SEXTETS[usize::from(byte)] != NONE)
        {
            continue;
        }
        let run = &bytes[start..at];
        if run.len() >= 8 && run[1..].iter().any(|byte| !byte.is_ascii_lowercase()) {
            let padding = bytes[at..]
                .iter()
                .take(2)
                .take_while(|&&b| b == b'=')
                .count();
            look(start, at + padding);
        }
        start = at + 1;
    }
}

/// What a letter of base64 stands for, in both alphabets of RFC 4648.
const SEXTETS: [u8; 256] = {
    let mut all = [NONE; 256];
    let mut n = 0;
    while n < 26 {
        all[b'A' as usize + n] = n as u8;
        all[b'a' as usize + n] = n as u8 + 26;
        n += 1;
    }
    let mut n = 0;
    while n < 10 {
        all[b'0' as usize + n] = n as u8 + 52;
        n += 1;
    }
    all[b'+' as usize] = 62;
    all[b'-' as usize] = 62;
    all[b'/' as usize] = 63;
    all[b'_' as usize] = 63;
    all
};
/// No letter of base64.
const NONE: u8 = 255;

/// Puts the whole bytes of base64 that begins here into `out`, in place of what was there.
pub(super) fn base64(run: &[u8], out: &mut Vec<u8>) {
    out.clear();
    let (mut bits, mut held) = (0_u32, 0_u32);
    for &byte in run {
        let sextet = SEXTETS[usize::from(byte)];
        if sextet == NONE {
            break;
        }
        bits = (bits << 6) | u32::from(sextet);
        held += 6;
        if held >= 8 {
            held -= 8;
            out.push((bits >> held) as u8);
        }
    }
}

//! What a text says once its escapes are undone.

/// A text without its escapes. `at` has the place in the original of each byte, and of the end.
pub(super) struct Reading {
    pub(super) text: String,
    pub(super) at: Vec<usize>,
}

/// The text with its escapes undone once, twice, three times; as far as there are any.
pub(super) fn readings(text: &str) -> Vec<Reading> {
    let mut readings: Vec<Reading> = Vec::new();
    while readings.len() < 3 {
        let (from, at) = readings
            .last()
            .map_or((text, None), |last| (last.text.as_str(), Some(&last.at)));
        let Some(mut next) = unescaped(from) else {
            break;
        };
        if let Some(at) = at {
            next.at.iter_mut().for_each(|place| *place = at[*place]);
        }
        readings.push(next);
    }
    readings
}

fn unescaped(text: &str) -> Option<Reading> {
    let starts = |byte: u8| matches!(byte, b'%' | b'&' | b'\\' | b'_' | 0xe2);
    let mut out: Option<Reading> = None;
    let (mut at, mut copied) = (0, 0);
    let bytes = text.as_bytes();
    while let Some(step) = bytes[at..].iter().position(|&byte| starts(byte)) {
        at += step;
        let Some((said, length)) = escape(text, at) else {
            at += 1;
            continue;
        };
        let out = out.get_or_insert_with(|| Reading {
            text: String::with_capacity(text.len()),
            at: Vec::with_capacity(text.len() + 1),
        });
        out.text.push_str(&text[copied..at]);
        out.at.extend(copied..at);
        // Percent-encoded bytes have places of their own; of other escapes all bytes have the first.
        let width = if bytes[at] == b'%' { 3 } else { 0 };
        out.at.extend((0..said.len()).map(|n| at + n * width));
        out.text.push_str(&said);
        at += length;
        copied = at;
    }
    let mut out = out?;
    out.text.push_str(&text[copied..]);
    out.at.extend(copied..=text.len());
    Some(out)
}

/// What an escape at this byte says, and its length.
fn escape(text: &str, at: usize) -> Option<(String, usize)> {
    let rest = text.get(at..)?;
    match rest.as_bytes()[0] {
        b'%' => percent(rest.as_bytes()),
        b'&' => entity(rest),
        b'\\' => backslash(rest),
        b'_' => {
            // As spreadsheets write what XML cannot hold.
            let code = rest.strip_prefix("_x")?.get(..5)?.strip_suffix('_')?;
            Some((hex(code)?.to_string(), 7))
        }
        _ => {
            // As reports write what nobody would see.
            let code = rest.strip_prefix("⟦U+")?;
            let code = code.get(..code.find('⟧').filter(|&end| end <= 6)?)?;
            Some((hex(code)?.to_string(), "⟦U+⟧".len() + code.len()))
        }
    }
}

fn hex(digits: &str) -> Option<char> {
    u32::from_str_radix(digits, 16)
        .ok()
        .and_then(char::from_u32)
}

fn percent(rest: &[u8]) -> Option<(String, usize)> {
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
    (!whole.is_empty()).then(|| (whole.to_owned(), whole.len() * 3))
}

fn entity(rest: &str) -> Option<(String, usize)> {
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
    Some((c.to_string(), end + 1))
}

fn backslash(rest: &str) -> Option<(String, usize)> {
    let unit = |from: usize| {
        let four = rest.get(from..from + 4)?;
        u16::from_str_radix(four, 16).ok()
    };
    match rest.as_bytes().get(1)? {
        b'u' => {
            let first = unit(2)?;
            let second = (rest.get(6..8) == Some("\\u")).then(|| unit(8)).flatten();
            let pair = second.and_then(|second| String::from_utf16(&[first, second]).ok());
            match pair.filter(|_| (0xd800..0xdc00).contains(&first)) {
                Some(pair) => Some((pair, 12)),
                None => Some((String::from_utf16(&[first]).ok()?, 6)),
            }
        }
        b'x' => Some((hex(rest.get(2..4)?)?.to_string(), 4)),
        b'n' | b'r' | b't' => Some((" ".into(), 2)),
        // As JSON, and Markdown, keep a sign from acting.
        sign if sign.is_ascii_punctuation() => Some(((*sign as char).to_string(), 2)),
        _ => None,
    }
}

/// Ranges of bytes that may be base64: eight letters and more, and no ordinary word.
pub(super) fn base64_runs(text: &str) -> Vec<(usize, usize)> {
    let bytes = text.as_bytes();
    let mut runs = Vec::new();
    let mut start = 0;
    for at in 0..=bytes.len() {
        if bytes.get(at).is_some_and(|&byte| sextet(byte).is_some()) {
            continue;
        }
        let run = &bytes[start..at];
        if run.len() >= 8 && run[1..].iter().any(|byte| !byte.is_ascii_lowercase()) {
            let padding = bytes[at..]
                .iter()
                .take(2)
                .take_while(|&&b| b == b'=')
                .count();
            runs.push((start, at + padding));
        }
        start = at + 1;
    }
    runs
}

/// Both alphabets of RFC 4648.
const fn sextet(byte: u8) -> Option<u8> {
    match byte {
        b'A'..=b'Z' => Some(byte - b'A'),
        b'a'..=b'z' => Some(byte - b'a' + 26),
        b'0'..=b'9' => Some(byte - b'0' + 52),
        b'+' | b'-' => Some(62),
        b'/' | b'_' => Some(63),
        _ => None,
    }
}

/// The whole bytes of base64 that begins here.
pub(super) fn base64(run: &[u8]) -> Vec<u8> {
    let sextets: Vec<u8> = run.iter().map_while(|&byte| sextet(byte)).collect();
    let mut out = Vec::with_capacity(sextets.len() / 4 * 3 + 3);
    for four in sextets.chunks(4) {
        let bits = (0..4).fold(0_u32, |bits, n| {
            (bits << 6) | u32::from(four.get(n).copied().unwrap_or(0))
        });
        out.extend_from_slice(&bits.to_be_bytes()[1..four.len().max(1)]);
    }
    out
}

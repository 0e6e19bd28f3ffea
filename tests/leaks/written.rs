//! The ways in which a name may come to be written.

use std::fmt::Write;

use stet_tests::chance::Chance;

/// One of the ways, by chance.
pub fn any(chance: &mut Chance, name: &str) -> String {
    let name = match chance.below(5) {
        0 => name.to_uppercase(),
        1 => name.to_lowercase(),
        2 => name.replace(' ', "\n "),
        3 => name.replace(' ', "\u{a0}"),
        _ => name.to_owned(),
    };
    match chance.below(14) {
        0 => percent(&name),
        1 => percent_all(&name),
        2 => percent(&name).replace("%20", "+"),
        3 => entities(&name),
        4 => decimal(&name),
        5 => json(&name),
        6 => base64(name.as_bytes()),
        7 => base64(format!("x {name} ").as_bytes()),
        8 => base64(format!(" {name}.").as_bytes()),
        9 => base64(format!("> {name};").as_bytes()),
        10 => percent(&entities(&name)),
        11 => name.chars().flat_map(|c| [c, '\u{200b}']).collect(),
        _ => name,
    }
}

/// Every way, for looking for.
pub fn all(name: &str) -> Vec<Vec<u8>> {
    let mut all = Vec::new();
    for name in [name.to_owned(), name.to_uppercase(), name.to_lowercase()] {
        let texts = [
            name.clone(),
            percent(&name),
            percent_all(&name),
            percent(&name).replace("%20", "+"),
            entities(&name),
            decimal(&name),
            json(&name),
            name.replace('&', "&amp;")
                .replace('<', "&lt;")
                .replace('>', "&gt;"),
            name.replace('\'', "&#39;").replace('\'', "&apos;"),
        ];
        all.extend(texts.map(String::into_bytes));
        for before in ["", "x", "xx"] {
            // Of the ends, which hang on what stands beside, nothing.
            let whole = base64(format!("{before}{name}").as_bytes());
            let from = if before.is_empty() { 0 } else { 4 };
            let sure = (before.len() + name.len()) / 3 * 4;
            if sure > from + 8 {
                all.push(whole.as_bytes()[from..sure].to_vec());
            }
        }
        let units: Vec<u16> = name.encode_utf16().collect();
        all.push(units.iter().flat_map(|unit| unit.to_le_bytes()).collect());
        all.push(units.iter().flat_map(|unit| unit.to_be_bytes()).collect());
    }
    all.sort();
    all.dedup();
    all
}

pub fn percent(text: &str) -> String {
    text.bytes().fold(String::new(), |mut out, byte| {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            out.push(byte as char);
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
        out
    })
}

fn percent_all(text: &str) -> String {
    text.bytes().fold(String::new(), |mut out, byte| {
        let _ = write!(out, "%{byte:02x}");
        out
    })
}

fn entities(text: &str) -> String {
    text.chars().fold(String::new(), |mut out, c| {
        let _ = write!(out, "&#x{:x};", c as u32);
        out
    })
}

fn decimal(text: &str) -> String {
    text.chars().fold(String::new(), |mut out, c| {
        match c {
            '&' => out.push_str("&amp;"),
            c if c.is_ascii() => out.push(c),
            c => {
                let _ = write!(out, "&#{};", c as u32);
            }
        }
        out
    })
}

fn json(text: &str) -> String {
    text.encode_utf16().fold(String::new(), |mut out, unit| {
        let _ = write!(out, "\\u{unit:04x}");
        out
    })
}

fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::new();
    for three in bytes.chunks(3) {
        let bits = (0..3).fold(0_usize, |bits, n| {
            (bits << 8) | usize::from(three.get(n).copied().unwrap_or(0))
        });
        for n in 0..=three.len() {
            out.push(LETTERS[(bits >> (18 - 6 * n)) & 63] as char);
        }
        out.extend(std::iter::repeat_n('=', 3 - three.len()));
    }
    out
}

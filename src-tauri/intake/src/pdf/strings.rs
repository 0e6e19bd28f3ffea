//! The text strings of a PDF: UTF-16 or UTF-8 with a mark, else PDFDocEncoding.

/// What a text string says.
pub fn decode(bytes: &[u8]) -> String {
    let text = match bytes {
        [0xFE, 0xFF, rest @ ..] => utf16(rest, u16::from_be_bytes),
        [0xFF, 0xFE, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xEF, 0xBB, 0xBF, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        _ => bytes.iter().map(|byte| of_document(*byte)).collect(),
    };
    // A language may be marked within, between two escapes.
    let mut parts = text.split('\u{1b}');
    let mut out = parts.next().unwrap_or_default().to_owned();
    while let (Some(_), Some(part)) = (parts.next(), parts.next()) {
        out.push_str(part);
    }
    out
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let units = bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
    char::decode_utf16(units)
        .map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER))
        .collect()
}

/// PDFDocEncoding: Latin-1 but for a few places.
const fn of_document(byte: u8) -> char {
    const FROM_18: [char; 8] = ['˘', 'ˇ', 'ˆ', '˙', '˝', '˛', '˚', '˜'];
    const FROM_80: [char; 33] = [
        '•', '†', '‡', '…', '—', '–', 'ƒ', '⁄', '‹', '›', '−', '‰', '„', '“', '”', '‘', '’', '‚',
        '™', 'ﬁ', 'ﬂ', 'Ł', 'Œ', 'Š', 'Ÿ', 'Ž', 'ı', 'ł', 'œ', 'š', 'ž', '\u{FFFD}', '€',
    ];
    match byte {
        0x18..=0x1F => FROM_18[byte as usize - 0x18],
        0x80..=0xA0 => FROM_80[byte as usize - 0x80],
        _ => byte as char,
    }
}

/// Joined letters that are one character, as the letters they are.
pub fn spell_out(text: String) -> String {
    let joined = |c: char| ('\u{FB00}'..='\u{FB06}').contains(&c);
    if !text.contains(joined) {
        return text;
    }
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\u{FB00}' => out.push_str("ff"),
            '\u{FB01}' => out.push_str("fi"),
            '\u{FB02}' => out.push_str("fl"),
            '\u{FB03}' => out.push_str("ffi"),
            '\u{FB04}' => out.push_str("ffl"),
            '\u{FB05}' | '\u{FB06}' => out.push_str("st"),
            _ => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_strings_in_their_encodings() {
        for (bytes, text, why) in [
            (&b"Plain"[..], "Plain", "Latin letters"),
            (
                b"\x8dQuoted\x8e \x85 caf\xe9",
                "“Quoted” – café",
                "PDFDocEncoding",
            ),
            (b"\xfe\xff\0A\x20\xac", "A€", "UTF-16, big end first"),
            (b"\xff\xfeA\0", "A", "UTF-16, little end first"),
            (b"\xef\xbb\xbf\xc3\xa9", "é", "UTF-8 with its mark"),
            (
                b"\xfe\xff\0\x1b\0e\0n\0\x1b\0A",
                "A",
                "a language mark within",
            ),
            (b"\xfe\xff\xd8\0", "\u{FFFD}", "half a pair"),
            (b"", "", "nothing"),
        ] {
            assert_eq!(decode(bytes), text, "{why}");
        }
    }
}

//! Characters of symbol fonts, which documents name by font and number instead of by code point.

/// Greek and mathematics as the font Symbol has them, from 0x41.
const GREEK: &str = "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼";
/// The rest of Symbol that texts use.
const SYMBOL: &[(u32, char)] = &[
    (0xA2, '′'),
    (0xA3, '≤'),
    (0xA5, '∞'),
    (0xAB, '↔'),
    (0xAC, '←'),
    (0xAD, '↑'),
    (0xAE, '→'),
    (0xAF, '↓'),
    (0xB0, '°'),
    (0xB1, '±'),
    (0xB2, '″'),
    (0xB3, '≥'),
    (0xB4, '×'),
    (0xB7, '•'),
    (0xB8, '÷'),
    (0xB9, '≠'),
    (0xBB, '≈'),
    (0xBC, '…'),
    (0xDE, '⇒'),
    (0xE5, '∑'),
    (0xD6, '√'),
];
/// What texts use of Wingdings.
const WINGDINGS: &[(u32, char)] = &[
    (0x4A, '☺'),
    (0x4C, '☹'),
    (0x6C, '●'),
    (0x6E, '■'),
    (0x6F, '□'),
    (0x71, '❑'),
    (0x76, '❖'),
    (0x9F, '•'),
    (0xA7, '▪'),
    (0xA8, '◻'),
    (0xD8, '➢'),
    (0xDF, '←'),
    (0xE0, '→'),
    (0xE1, '↑'),
    (0xE2, '↓'),
    (0xE8, '➔'),
    (0xFB, '✗'),
    (0xFC, '✓'),
    (0xFD, '☒'),
    (0xFE, '☑'),
];

/// The character at a place of a font; U+FFFD where no character is known for it.
pub fn of(font: &str, place: u32) -> char {
    // Fonts of symbols sit in the private use area, or at the same places below it.
    let low = if (0xF000..=0xF0FF).contains(&place) {
        place - 0xF000
    } else {
        place
    };
    let font = font.to_ascii_lowercase();
    let table = if font.starts_with("symbol") {
        if let Some(c) = low
            .checked_sub(0x41)
            .and_then(|at| GREEK.chars().nth(at as usize))
        {
            return c;
        }
        SYMBOL
    } else if font.starts_with("wingdings") {
        WINGDINGS
    } else {
        return char::from_u32(place).unwrap_or(char::REPLACEMENT_CHARACTER);
    };
    let listed = table.iter().find(|(at, _)| *at == low).map(|(_, c)| *c);
    let plain =
        || char::from_u32(low).filter(|c| font.starts_with("symbol") && c.is_ascii_graphic());
    listed.or_else(plain).unwrap_or(char::REPLACEMENT_CHARACTER)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn symbols_become_characters() {
        let table = [
            ("Greek", "Symbol", 0x61, 'α'),
            ("in the private use area", "Symbol", 0xF0B7, '•'),
            ("a digit", "Symbol", 0x31, '1'),
            ("an arrow", "Wingdings", 0xF0E0, '→'),
            ("unknown there", "Wingdings", 0x21, '\u{FFFD}'),
            ("another font", "Arial", 0x2192, '→'),
            ("no character", "Arial", 0xD800, '\u{FFFD}'),
        ];
        for (why, font, place, expected) in table {
            assert_eq!(of(font, place), expected, "{why}");
        }
    }
}

//! The code pages and languages that RTF names by number.

use encoding_rs::{
    BIG5, EUC_KR, Encoding, GBK, IBM866, MACINTOSH, SHIFT_JIS, UTF_8, WINDOWS_874, WINDOWS_1250,
    WINDOWS_1251, WINDOWS_1252, WINDOWS_1253, WINDOWS_1254, WINDOWS_1255, WINDOWS_1256,
    WINDOWS_1257, WINDOWS_1258, X_MAC_CYRILLIC,
};

/// How bytes become characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CodePage {
    /// As the Encoding Standard has it.
    Standard(&'static Encoding),
    /// A code page of DOS: its upper half.
    Dos(&'static str),
    /// Not letters but places in a font.
    Symbol,
}

/// Code page 437, from 0x80.
const DOS_437: &str = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{a0}";
/// Code page 850, from 0x80.
const DOS_850: &str = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u{ad}±‗¾¶§÷¸°¨·¹³²■\u{a0}";

impl CodePage {
    /// What most files are written in.
    pub const USUAL: Self = Self::Standard(WINDOWS_1252);

    /// By the number of a code page.
    pub fn of_number(number: i32) -> Option<Self> {
        Some(Self::Standard(match number {
            437 => return Some(Self::Dos(DOS_437)),
            850 => return Some(Self::Dos(DOS_850)),
            866 => IBM866,
            874 => WINDOWS_874,
            932 => SHIFT_JIS,
            936 => GBK,
            949 => EUC_KR,
            950 => BIG5,
            1250 => WINDOWS_1250,
            1251 => WINDOWS_1251,
            1252 => WINDOWS_1252,
            1253 => WINDOWS_1253,
            1254 => WINDOWS_1254,
            1255 => WINDOWS_1255,
            1256 => WINDOWS_1256,
            1257 => WINDOWS_1257,
            1258 => WINDOWS_1258,
            10000 => MACINTOSH,
            10007 => X_MAC_CYRILLIC,
            65001 => UTF_8,
            _ => return None,
        }))
    }

    /// By the number of a font's character set; `None` for the document's own.
    pub fn of_charset(number: i32) -> Option<Self> {
        Self::of_number(match number {
            0 => 1252,
            2 => return Some(Self::Symbol),
            77 => 10000,
            89 => 10007,
            128 => 932,
            129 => 949,
            134 => 936,
            136 => 950,
            161 => 1253,
            162 => 1254,
            163 => 1258,
            177 => 1255,
            178 => 1256,
            186 => 1257,
            204 => 1251,
            222 => 874,
            238 => 1250,
            254 => 437,
            255 => 850,
            _ => return None,
        })
    }

    /// The characters of bytes.
    pub fn decode(self, bytes: &[u8]) -> String {
        match self {
            Self::Standard(encoding) => encoding.decode_without_bom_handling(bytes).0.into_owned(),
            Self::Symbol => bytes.iter().copied().map(char::from).collect(),
            Self::Dos(upper) => bytes
                .iter()
                .map(|byte| match byte.checked_sub(0x80) {
                    None => char::from(*byte),
                    Some(at) => upper.chars().nth(at.into()).unwrap_or('\u{FFFD}'),
                })
                .collect(),
        }
    }
}

/// Languages by the low ten bits of Windows' number for them.
const LANGUAGES: &[(i32, &str)] = &[
    (0x01, "ar"),
    (0x02, "bg"),
    (0x03, "ca"),
    (0x04, "zh"),
    (0x05, "cs"),
    (0x06, "da"),
    (0x07, "de"),
    (0x08, "el"),
    (0x09, "en"),
    (0x0A, "es"),
    (0x0B, "fi"),
    (0x0C, "fr"),
    (0x0D, "he"),
    (0x0E, "hu"),
    (0x0F, "is"),
    (0x10, "it"),
    (0x11, "ja"),
    (0x12, "ko"),
    (0x13, "nl"),
    (0x14, "no"),
    (0x15, "pl"),
    (0x16, "pt"),
    (0x18, "ro"),
    (0x19, "ru"),
    (0x1B, "sk"),
    (0x1C, "sq"),
    (0x1D, "sv"),
    (0x1E, "th"),
    (0x1F, "tr"),
    (0x20, "ur"),
    (0x21, "id"),
    (0x22, "uk"),
    (0x23, "be"),
    (0x24, "sl"),
    (0x25, "et"),
    (0x26, "lv"),
    (0x27, "lt"),
    (0x29, "fa"),
    (0x2A, "vi"),
    (0x2B, "hy"),
    (0x2F, "mk"),
    (0x36, "af"),
    (0x37, "ka"),
    (0x39, "hi"),
    (0x3E, "ms"),
    (0x41, "sw"),
    (0x56, "gl"),
    (0x83, "br"),
];

/// The language of Windows' number for it, where it is one of the common ones.
pub fn language(number: i32) -> Option<&'static str> {
    let whole = match number {
        0x0809 => Some("en-GB"),
        0x0409 => Some("en-US"),
        0x041A => Some("hr"),
        0x0C1A | 0x081A | 0x241A | 0x281A => Some("sr"),
        0x0400 | 0 => return None, // “no proofing”
        _ => None,
    };
    whole.or_else(|| {
        let found = LANGUAGES.iter().find(|(low, _)| *low == number & 0x3FF);
        found.map(|(_, tag)| *tag)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_become_the_characters_of_their_page() {
        assert_eq!(DOS_437.chars().count(), 128, "an upper half");
        assert_eq!(DOS_850.chars().count(), 128, "an upper half");
        let table: [(&str, Option<CodePage>, &[u8], &str); 7] = [
            ("Western", CodePage::of_number(1252), b"\x93\xe9\x94", "“é”"),
            (
                "Cyrillic by charset",
                CodePage::of_charset(204),
                b"\xcf\xf0",
                "Пр",
            ),
            (
                "Japanese takes two bytes",
                CodePage::of_charset(128),
                b"\x93\xfa\x96\x7b",
                "日本",
            ),
            ("DOS", CodePage::of_number(437), b"\x81\xe1", "üß"),
            (
                "DOS, western",
                CodePage::of_number(850),
                b"\x81\xe1\x9d",
                "üßØ",
            ),
            ("Macintosh", CodePage::of_number(10000), b"\x8a", "ä"),
            ("Greek", CodePage::of_charset(161), b"\xc1", "Α"),
        ];
        for (why, page, bytes, expected) in table {
            let page = page.expect(why);
            assert_eq!(page.decode(bytes), expected, "{why}");
        }
    }
}

//! Bytes → text: the encoding that the person chose; else by byte order mark; else UTF-8 where it
//! is that; else as the file declares; else a guess from the letters, said to be one.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, ISO_2022_JP, UTF_8, UTF_16BE, UTF_16LE};
use stet_core::error::{Code, Error, Result};

use crate::document;

const UTF_8_MARK: &[u8] = b"\xef\xbb\xbf";
/// One control character in so many others is a slip; more of them are no text.
const CHARACTERS_PER_CONTROL: usize = 100;

/// A text and how its bytes were read.
pub struct Decoded {
    /// Without its byte order mark.
    pub text: String,
    pub encoding: document::Encoding,
    /// What the person should know of the reading.
    pub notes: Vec<String>,
}

/// What is known of a file's encoding beside its bytes; labels are those of the Encoding Standard.
#[derive(Clone, Copy, Debug, Default)]
pub struct Hints<'a> {
    /// The person's choice: settles it.
    pub chosen: Option<&'a str>,
    /// What the file says of itself: holds unless its bytes are UTF-8.
    pub declared: Option<&'a str>,
    /// Where it comes from, as the last label of the host's name (`de`): helps to guess.
    pub domain: Option<&'a str>,
}

/// Decodes a file.
pub fn decode(called: &str, bytes: &[u8], hints: Hints<'_>) -> Result<Decoded> {
    let mut notes = Vec::new();
    let (text, encoding, guessed) = if let Some(label) = hints.chosen {
        let encoding = Encoding::for_label(label.as_bytes()).ok_or_else(|| unknown(label))?;
        let (text, damaged) = encoding.decode_with_bom_removal(bytes);
        if damaged {
            notes.push(format!(
                "Some of it is no valid {} and shows as \u{FFFD}.",
                encoding.name()
            ));
        }
        (text.into_owned(), encoding, false)
    } else {
        match bytes {
            [0xFF, 0xFE, rest @ ..] => (utf_16(UTF_16LE, rest, &mut notes), UTF_16LE, false),
            [0xFE, 0xFF, rest @ ..] => (utf_16(UTF_16BE, rest, &mut notes), UTF_16BE, false),
            _ => eight_bits(bytes, hints, &mut notes),
        }
    };
    check(called, &text)?;
    Ok(Decoded {
        text,
        encoding: document::Encoding {
            name: encoding.name().to_owned(),
            guessed,
        },
        notes,
    })
}

/// Refuses what is no text.
fn check(called: &str, text: &str) -> Result<()> {
    let (mut all, mut controls) = (0_usize, 0_usize);
    for c in text.chars() {
        if c == '\0' {
            return Err(binary(called, "it holds NUL bytes"));
        }
        all += 1;
        controls += usize::from(c.is_control() && !c.is_whitespace());
    }
    if controls * CHARACTERS_PER_CONTROL > all {
        return Err(binary(
            called,
            &format!("{controls} of its {all} characters are control characters"),
        ));
    }
    Ok(())
}

fn unknown(label: &str) -> Error {
    Error::new(
        Code::ValueRefused,
        format!("“{label}” is not an encoding that Stet knows."),
        "Use a name such as utf-8, windows-1252 or shift_jis.",
    )
}

fn utf_16(encoding: &'static Encoding, bytes: &[u8], notes: &mut Vec<String>) -> String {
    let (text, damaged) = encoding.decode_without_bom_handling(bytes);
    if damaged {
        notes.push("Some of it is no valid UTF-16 and shows as \u{FFFD}.".into());
    }
    text.into_owned()
}

fn eight_bits(
    bytes: &[u8],
    hints: Hints<'_>,
    notes: &mut Vec<String>,
) -> (String, &'static Encoding, bool) {
    let marked = bytes.starts_with(UTF_8_MARK);
    let bytes = bytes.strip_prefix(UTF_8_MARK).unwrap_or(bytes);
    // What could only be read after decoding (the declaration itself) says that the bytes are not
    // UTF-16, whatever it claims.
    let declared = hints
        .declared
        .and_then(|label| Encoding::for_label(label.as_bytes()))
        .filter(|encoding| encoding.is_ascii_compatible() || *encoding == ISO_2022_JP);
    if let Ok(text) = std::str::from_utf8(bytes) {
        // Only this one looks like ASCII and is not.
        if declared == Some(ISO_2022_JP) {
            let text = ISO_2022_JP.decode_without_bom_handling(bytes).0;
            return (text.into_owned(), ISO_2022_JP, false);
        }
        return (text.to_owned(), UTF_8, false);
    }
    // Text in an older encoding hardly ever holds valid UTF-8 beyond ASCII by chance: where most
    // of what lies beyond it is valid, the file is UTF-8 and damaged.
    let (mut valid, mut broken) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        valid += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    if marked || valid > broken {
        let places = if broken == 1 {
            "One place".into()
        } else {
            format!("{broken} places")
        };
        let verb = if broken == 1 { "is" } else { "are" };
        let show = if broken == 1 { "shows" } else { "show" };
        notes.push(format!(
            "{places} in it {verb} no valid UTF-8 and {show} as \u{FFFD}."
        ));
        return (String::from_utf8_lossy(bytes).into_owned(), UTF_8, false);
    }
    if let Some(encoding) = declared.filter(|encoding| *encoding != UTF_8) {
        let (text, damaged) = encoding.decode_without_bom_handling(bytes);
        if damaged {
            notes.push(format!(
                "Some of it is no valid {} and shows as \u{FFFD}.",
                encoding.name()
            ));
        }
        return (text.into_owned(), encoding, false);
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let domain = hints.domain.filter(|domain| is_domain(domain));
    let encoding = detector.guess(domain.map(str::as_bytes), Utf8Detection::Deny);
    let text = encoding.decode_without_bom_handling(bytes).0;
    (text.into_owned(), encoding, true)
}

/// What the detector takes without panicking: a label in lower-case ASCII.
fn is_domain(label: &str) -> bool {
    !label.is_empty() && label.bytes().all(|b| b.is_ascii_lowercase())
}

fn binary(called: &str, why: &str) -> Error {
    Error::new(
        Code::FileBinary,
        format!("{called} is not text: {why}."),
        "If it should be, save it as plain text in UTF-8 and try again.",
    )
}

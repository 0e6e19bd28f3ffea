//! E-mails as Outlook keeps them: properties as streams in a compound file (MS-OXMSG).

use std::io::{Cursor, Read};

use cfb::CompoundFile;
use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};
use stet_core::error::Result;

use crate::document::Meta;
use crate::{MOST_BYTES, refusal};

use super::{Mail, Text};

/// Properties, by their number.
const SUBJECT: u16 = 0x0037;
const SENT: u16 = 0x0039;
const SENT_FOR_NAME: u16 = 0x0042;
const SENDER_NAME: u16 = 0x0C1A;
const SENDER_ADDRESS: u16 = 0x0C1F;
const RECEIVED: u16 = 0x0E06;
const BODY: u16 = 0x1000;
const HTML: u16 = 0x1013;
const FILE_NAME: u16 = 0x3704;
const LONG_FILE_NAME: u16 = 0x3707;
const DISPLAY_NAME: u16 = 0x3001;
const INTERNET_CODE_PAGE: u16 = 0x3FDE;
const CODE_PAGE: u16 = 0x3FFD;

/// The most attachments that are named.
const MOST_ATTACHMENTS: usize = 500;

pub fn read(called: &str, bytes: &[u8]) -> Result<Mail> {
    let none = || refusal::damaged(called, "it is no e-mail of Outlook");
    let file = CompoundFile::open(Cursor::new(bytes)).map_err(|_| none())?;
    let mut store = Store { file };
    if !store.file.is_stream(PROPERTIES) {
        return Err(none());
    }
    let fixed = store.bytes(PROPERTIES).unwrap_or_default();
    let pages = CodePages {
        text: number(&fixed, CODE_PAGE).and_then(encoding_of),
        html: number(&fixed, INTERNET_CODE_PAGE).and_then(encoding_of),
    };
    let mut text = |id: u16| store.text("", id, &pages);
    let author = text(SENT_FOR_NAME)
        .or_else(|| text(SENDER_NAME))
        .or_else(|| text(SENDER_ADDRESS));
    let title = text(SUBJECT).unwrap_or_default();
    let words = text(BODY).unwrap_or_default();
    let markup = text(HTML).or_else(|| {
        let bytes = store.bytes(&stream("", HTML, "0102"))?;
        let encoding = pages.html.or(pages.text).unwrap_or(UTF_8);
        Some(encoding.decode(&bytes).0.into_owned())
    });
    let sent = time(&fixed, SENT).or_else(|| time(&fixed, RECEIVED));
    Ok(Mail {
        meta: Meta {
            title: title.trim().to_owned(),
            authors: author.into_iter().collect(),
            published: sent.map(date_of).unwrap_or_default(),
            ..Meta::default()
        },
        text: Some(Text {
            words,
            flowed: None,
        }),
        markup,
        attachments: store.attachments(&pages),
    })
}

const PROPERTIES: &str = "/__properties_version1.0";

struct Store<'a> {
    file: CompoundFile<Cursor<&'a [u8]>>,
}

/// How the message's texts of bytes are encoded, where it says so.
struct CodePages {
    text: Option<&'static Encoding>,
    html: Option<&'static Encoding>,
}

/// The stream of a property.
fn stream(folder: &str, id: u16, kind: &str) -> String {
    format!("{folder}/__substg1.0_{id:04X}{kind}")
}

impl Store<'_> {
    fn bytes(&mut self, path: &str) -> Option<Vec<u8>> {
        let stream = self.file.open_stream(path).ok()?;
        let mut bytes = Vec::new();
        stream
            .take(MOST_BYTES as u64)
            .read_to_end(&mut bytes)
            .ok()?;
        Some(bytes)
    }

    /// A text: UTF-16, else bytes of the message's code page.
    fn text(&mut self, folder: &str, id: u16, pages: &CodePages) -> Option<String> {
        let wide = self.bytes(&stream(folder, id, "001F"));
        let text = match wide {
            Some(bytes) => encoding_rs::UTF_16LE.decode(&bytes).0.into_owned(),
            None => {
                let bytes = self.bytes(&stream(folder, id, "001E"))?;
                let encoding = pages.text.or(pages.html).unwrap_or(WINDOWS_1252);
                encoding.decode(&bytes).0.into_owned()
            }
        };
        let text = text.trim_end_matches('\0');
        (!text.trim().is_empty()).then(|| text.to_owned())
    }

    fn attachments(&mut self, pages: &CodePages) -> Vec<String> {
        let folders: Vec<String> = self
            .file
            .read_root_storage()
            .filter(|entry| entry.is_storage() && entry.name().starts_with("__attach_"))
            .take(MOST_ATTACHMENTS)
            .map(|entry| format!("/{}", entry.name()))
            .collect();
        let mut names = Vec::with_capacity(folders.len());
        for folder in folders {
            let name = [LONG_FILE_NAME, FILE_NAME, DISPLAY_NAME]
                .iter()
                .find_map(|id| self.text(&folder, *id, pages));
            names.push(name.unwrap_or_else(|| "a part without a name".to_owned()));
        }
        names
    }
}

/// The value of a property that is kept among the fixed ones.
fn fixed_value(properties: &[u8], id: u16) -> Option<[u8; 8]> {
    properties
        .get(32..)?
        .chunks_exact(16)
        .find(|entry| entry[2..4] == id.to_le_bytes())
        .and_then(|entry| entry[8..16].try_into().ok())
}

fn number(properties: &[u8], id: u16) -> Option<u32> {
    let [a, b, c, d, ..] = fixed_value(properties, id)?;
    Some(u32::from_le_bytes([a, b, c, d]))
}

/// Seconds since 1970 of a time, which is kept in tenths of microseconds since 1601.
fn time(properties: &[u8], id: u16) -> Option<u64> {
    let ticks = u64::from_le_bytes(fixed_value(properties, id)?);
    (ticks / 10_000_000)
        .checked_sub(11_644_473_600)
        .filter(|seconds| (1..=253_402_300_799).contains(seconds))
}

/// The day of a time, as in 2026-11-05 (UTC): civil from days, after Howard Hinnant.
fn date_of(seconds: u64) -> String {
    let days = seconds / 86_400 + 719_468;
    let era = days / 146_097;
    let of_era = days % 146_097;
    let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let shifted = (5 * of_year + 2) / 153;
    let day = of_year - (153 * shifted + 2) / 5 + 1;
    let month = if shifted < 10 {
        shifted + 3
    } else {
        shifted - 9
    };
    let year = year + era * 400 + u64::from(month <= 2);
    format!("{year:04}-{month:02}-{day:02}")
}

/// The encoding of a Windows code page.
fn encoding_of(page: u32) -> Option<&'static Encoding> {
    let label = match page {
        65_001 => "utf-8".to_owned(),
        874 | 1250..=1258 => format!("windows-{page}"),
        28_591..=28_606 => format!("iso-8859-{}", page - 28_590),
        932 => "shift_jis".to_owned(),
        936 | 54_936 => "gb18030".to_owned(),
        949 => "euc-kr".to_owned(),
        950 => "big5".to_owned(),
        20_866 => "koi8-r".to_owned(),
        21_866 => "koi8-u".to_owned(),
        50_220..=50_222 => "iso-2022-jp".to_owned(),
        51_932 => "euc-jp".to_owned(),
        _ => return None,
    };
    Encoding::for_label(label.as_bytes())
}

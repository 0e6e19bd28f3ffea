//! The pages of a database file read by hand (SQLite, “Database File Format”, sections 1.5, 1.6 and
//! 4), for rescue: no schema, no tree, no page that leads to another is needed. Every page that
//! looks like one with rows gives its rows; whoever asks tells by hash or signature which are true.

use std::collections::HashMap;

/// A value of a row, as far as rescue needs it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Value {
    Null,
    Int(i64),
    Bytes(Vec<u8>),
}

/// A row found on some page: its number, if the page's kind has one, and its values.
pub(crate) type Row = (Option<u64>, Vec<Value>);

/// Longest row that is put together, in bytes.
const MAX_ROW_BYTES: u64 = 256 * 1024 * 1024;

/// A file and its log, cut into pages.
pub(crate) struct Pages<'f> {
    /// Bytes of a page that rows may use.
    usable: usize,
    main: Vec<&'f [u8]>,
    /// Pages as the log has them, by number: they come before those of the file.
    log: HashMap<u32, &'f [u8]>,
}

impl<'f> Pages<'f> {
    /// Cuts `file` and its `log`. What a damaged header does not tell is taken as Stet writes it.
    pub(crate) fn new(file: &'f [u8], log: &'f [u8]) -> Self {
        let told = file.get(16..18).map_or(0, |size| {
            usize::from(u16::from_be_bytes([size[0], size[1]]))
        });
        let size = match told {
            1 => 65_536,
            told if told >= 512 && told.is_power_of_two() => told,
            _ => 4096,
        };
        let reserved = file
            .get(20)
            .copied()
            .filter(|reserved| *reserved <= 32)
            .map_or(0, usize::from);
        Self {
            usable: size - reserved,
            main: file.chunks_exact(size).collect(),
            log: committed(log, size),
        }
    }

    /// All rows of all pages that hold rows, those of pages that were since written anew too.
    pub(crate) fn rows(&self) -> impl Iterator<Item = Row> + '_ {
        let main = self
            .main
            .iter()
            .enumerate()
            .map(|(n, page)| (n == 0, *page));
        let log = self.log.iter().map(|(n, page)| (*n == 1, *page));
        main.chain(log)
            .flat_map(|(first, page)| self.rows_of(page, if first { 100 } else { 0 }))
    }

    fn page(&self, number: u32) -> Option<&'f [u8]> {
        let at = usize::try_from(number).ok()?.checked_sub(1)?;
        self.log
            .get(&number)
            .copied()
            .or_else(|| self.main.get(at).copied())
    }

    fn rows_of(&self, page: &[u8], start: usize) -> Vec<Row> {
        let Some(kind) = page
            .get(start)
            .copied()
            .filter(|kind| matches!(kind, 0x02 | 0x0a | 0x0d))
        else {
            return Vec::new();
        };
        let cells = page.get(start + 3..start + 5).map_or(0, |count| {
            usize::from(u16::from_be_bytes([count[0], count[1]]))
        });
        let pointers = start + if kind == 0x02 { 12 } else { 8 };
        (0..cells)
            .filter_map(|n| {
                let at = page.get(pointers + 2 * n..pointers + 2 * n + 2)?;
                self.row(page, usize::from(u16::from_be_bytes([at[0], at[1]])), kind)
            })
            .collect()
    }

    fn row(&self, page: &[u8], mut at: usize, kind: u8) -> Option<Row> {
        if kind == 0x02 {
            at += 4;
        }
        let length = varint(page, &mut at).filter(|length| *length <= MAX_ROW_BYTES)?;
        let number = if kind == 0x0d {
            Some(varint(page, &mut at)?)
        } else {
            None
        };
        let payload = self.payload(page, at, usize::try_from(length).ok()?, kind)?;
        Some((number, values(&payload)?))
    }

    /// A row's bytes: those on the page, then those on the pages it spills to.
    fn payload(&self, page: &[u8], at: usize, length: usize, kind: u8) -> Option<Vec<u8>> {
        let most = if kind == 0x0d {
            self.usable - 35
        } else {
            (self.usable - 12) * 64 / 255 - 23
        };
        if length <= most {
            return page.get(at..at + length).map(<[u8]>::to_vec);
        }
        let least = (self.usable - 12) * 32 / 255 - 23;
        let even = least + (length - least) % (self.usable - 4);
        let local = if even <= most { even } else { least };
        let mut bytes = page.get(at..at + local)?.to_vec();
        let mut next = number(page.get(at + local..at + local + 4)?)?;
        while bytes.len() < length {
            let spilled = self.page(next)?;
            let take = (length - bytes.len()).min(self.usable - 4);
            bytes.extend_from_slice(spilled.get(4..4 + take)?);
            next = number(spilled.get(..4)?)?;
        }
        Some(bytes)
    }
}

/// The pages of a log up to its last commit; what was never committed was never there.
fn committed(log: &[u8], size: usize) -> HashMap<u32, &[u8]> {
    const HEADER: usize = 32;
    const FRAME: usize = 24;
    let mut pages = HashMap::new();
    let mut waiting = Vec::new();
    let salts = log.get(16..24);
    for frame in log
        .get(HEADER..)
        .unwrap_or_default()
        .chunks_exact(FRAME + size)
    {
        // Frames of an earlier round lie behind those of this one.
        if frame.get(8..16) != salts {
            break;
        }
        waiting.extend(number(&frame[..4]).map(|page| (page, &frame[FRAME..])));
        if frame[4..8] != [0; 4] {
            pages.extend(waiting.drain(..));
        }
    }
    pages
}

fn number(bytes: &[u8]) -> Option<u32> {
    bytes.try_into().ok().map(u32::from_be_bytes)
}

/// A variable-length integer: up to eight bytes of seven bits, then one of eight.
fn varint(bytes: &[u8], at: &mut usize) -> Option<u64> {
    let mut value = 0_u64;
    for n in 0..9 {
        let byte = *bytes.get(*at)?;
        *at += 1;
        if n == 8 {
            return Some((value << 8) | u64::from(byte));
        }
        value = (value << 7) | u64::from(byte & 0x7f);
        if byte < 0x80 {
            break;
        }
    }
    Some(value)
}

/// The values of a record.
fn values(record: &[u8]) -> Option<Vec<Value>> {
    let mut at = 0;
    let header = usize::try_from(varint(record, &mut at)?).ok()?;
    let mut body = header;
    let mut values = Vec::new();
    while at < header {
        let kind = varint(record, &mut at)?;
        let length = usize::try_from(match kind {
            0 | 8 | 9 => 0,
            1..=4 => kind,
            5 => 6,
            6 | 7 => 8,
            10 | 11 => return None,
            _ => (kind - 12) / 2,
        })
        .ok()?;
        let bytes = record.get(body..body.checked_add(length)?)?;
        body += length;
        values.push(match kind {
            0 => Value::Null,
            1..=6 => {
                let start = if bytes.first().is_some_and(|byte| *byte >= 0x80) {
                    -1
                } else {
                    0
                };
                Value::Int(
                    bytes
                        .iter()
                        .fold(start, |value, byte| (value << 8) | i64::from(*byte)),
                )
            }
            8 => Value::Int(0),
            9 => Value::Int(1),
            _ => Value::Bytes(bytes.to_vec()),
        });
    }
    Some(values)
}

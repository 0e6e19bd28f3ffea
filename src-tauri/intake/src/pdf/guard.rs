//! Limits before a PDF is opened: its packed parts are unpacked for counting only.

use std::io::Read;

use flate2::read::ZlibDecoder;
use stet_core::error::Result;

use crate::too_large;

/// The most that one packed part, and all of them, may unpack to, in bytes. Pictures are never
/// unpacked, and not counted.
const MOST_OF_ONE: u64 = 96 * 1024 * 1024;
const MOST_OF_ALL: u64 = 512 * 1024 * 1024;
/// A part that unpacks to less is no bomb.
const SMALL: usize = 16 * 1024;

/// Refuses what unpacks to more than is read.
pub fn check(called: &str, bytes: &[u8]) -> Result<()> {
    let mut all = 0;
    let mut rest = 0;
    while let Some(found) = find(&bytes[rest..], b"stream") {
        let at = rest + found;
        let start = at + b"stream".len();
        rest = start;
        if bytes[..at].ends_with(b"end") {
            continue;
        }
        let data = &bytes[start..];
        let data = data.strip_prefix(b"\r").unwrap_or(data);
        let data = data.strip_prefix(b"\n").unwrap_or(data);
        let end = find(data, b"endstream").unwrap_or(data.len());
        rest = start + end;
        if end < SMALL || is_picture(&bytes[..at]) {
            continue;
        }
        let size = unpacked(&data[..end]);
        all += size;
        if size >= MOST_OF_ONE || all > MOST_OF_ALL {
            return Err(too_large(format!(
                "{called} unpacks to more than Stet reads: it may be made to do harm."
            )));
        }
    }
    Ok(())
}

/// Whether the dictionary before a stream says that it is a picture.
fn is_picture(before: &[u8]) -> bool {
    let before = &before[before.len().saturating_sub(600)..];
    let own = before
        .windows(4)
        .rposition(|part| part == b" obj")
        .map_or(before, |at| &before[at..]);
    find(own, b"/Image").is_some() && find(own, b"/Subtype").is_some()
}

/// How much a part unpacks to; counting stops at the limit.
fn unpacked(data: &[u8]) -> u64 {
    let mut reader = ZlibDecoder::new(data).take(MOST_OF_ONE);
    let mut buffer = vec![0; 64 * 1024];
    let mut size = 0;
    while let Ok(read @ 1..) = reader.read(&mut buffer) {
        size += read as u64;
    }
    size
}

fn find(bytes: &[u8], part: &[u8]) -> Option<usize> {
    let first = *part.first()?;
    let mut from = 0;
    while let Some(at) = bytes[from..].iter().position(|byte| *byte == first) {
        if bytes[from + at..].starts_with(part) {
            return Some(from + at);
        }
        from += at + 1;
    }
    None
}

//! The write-ahead log of a received database, played into a copy of it by hand (SQLite, “Database
//! File Format”, section 4): what was committed, as far as the log's own sums hold.

use std::{
    fs::{File, OpenOptions},
    io::{self, BufReader, ErrorKind, Read, Seek, SeekFrom, Write},
    path::Path,
};

const HEADER: usize = 32;
const FRAME: usize = 24;

/// Moves what is whole of `log` into `copy`, neither of which grows beyond `most` bytes; or says
/// why not.
pub(crate) fn play(log: &Path, copy: &Path, most: u64) -> io::Result<Result<(), &'static str>> {
    let mut frames = BufReader::new(File::open(log)?);
    let mut head = [0; HEADER];
    if let Err(error) = frames.read_exact(&mut head) {
        return ended(&error).then_some(Ok(())).ok_or(error);
    }
    let big = match word(&head, 0) {
        0x377f_0682 => false,
        0x377f_0683 => true,
        _ => return Ok(Err("what lies beside it is not its log")),
    };
    let size = word(&head, 8);
    if !size.is_power_of_two() || !(512..=65_536).contains(&size) {
        return Ok(Err("what lies beside it is not its log"));
    }
    let mut sum = Sum { big, s: (0, 0) };
    sum.add(&head[..24]);
    if sum.s != (word(&head, 24), word(&head, 28)) {
        return Ok(Err("the log beside it is damaged in its first bytes"));
    }
    // Of which page the last whole commit has which frame, and how many pages there are then.
    let mut frame = vec![0; FRAME + size as usize];
    let (mut waiting, mut whole) = (Vec::new(), Vec::new());
    let (mut pages, mut at) = (0, HEADER as u64);
    loop {
        match frames.read_exact(&mut frame) {
            Err(error) if ended(&error) => break,
            read => read?,
        }
        let (number, commit) = (word(&frame, 0), word(&frame, 4));
        sum.add(&frame[..8]);
        sum.add(&frame[FRAME..]);
        // Frames of an earlier round lie behind those of this one.
        if frame[8..16] != head[16..24]
            || sum.s != (word(&frame, 16), word(&frame, 20))
            || number == 0
            || u64::from(number.max(commit)) * u64::from(size) > most
        {
            break;
        }
        waiting.push((number, at + FRAME as u64));
        at += frame.len() as u64;
        if commit > 0 {
            whole.append(&mut waiting);
            pages = commit;
        }
    }
    if pages == 0 {
        return Ok(Ok(()));
    }
    let mut frames = frames.into_inner();
    let mut into = OpenOptions::new().write(true).open(copy)?;
    let mut page = vec![0; size as usize];
    for (number, at) in whole {
        frames.seek(SeekFrom::Start(at))?;
        frames.read_exact(&mut page)?;
        let start = u64::from(number - 1) * u64::from(size);
        into.seek(SeekFrom::Start(start))?;
        into.write_all(&page)?;
    }
    into.set_len(u64::from(pages) * u64::from(size))?;
    Ok(Ok(()))
}

fn ended(error: &io::Error) -> bool {
    error.kind() == ErrorKind::UnexpectedEof
}

fn word(bytes: &[u8], at: usize) -> u32 {
    let word = bytes.get(at..at + 4).and_then(|four| four.try_into().ok());
    u32::from_be_bytes(word.unwrap_or_default())
}

/// The log's running sum, over words in the byte order that its header names.
struct Sum {
    big: bool,
    s: (u32, u32),
}

impl Sum {
    fn add(&mut self, bytes: &[u8]) {
        for two in bytes.chunks_exact(8) {
            let (mut a, mut b) = (word(two, 0), word(two, 4));
            if !self.big {
                (a, b) = (a.swap_bytes(), b.swap_bytes());
            }
            self.s.0 = self.s.0.wrapping_add(a).wrapping_add(self.s.1);
            self.s.1 = self.s.1.wrapping_add(b).wrapping_add(self.s.0);
        }
    }
}

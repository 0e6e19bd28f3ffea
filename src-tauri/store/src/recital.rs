//! What is said of a received file by whoever reads it ([`crate::reciter`]), taken down: nothing of
//! it is believed. Bodies and blobs are written to a private file as they come and looked up there.

use std::{
    cell::RefCell,
    collections::HashMap,
    fs::File,
    io::{self, BufReader, BufWriter, Read, Write},
    path::Path,
};

use stet_core::{
    error::{Code, Error, Result},
    ids::{BlobHash, EventId},
    seal::Seal,
};

use crate::{
    fault,
    progress::Progress,
    received::{Copied, Receiving, refused},
    reciter::{MAX_VALUE_BYTES, tag},
    share::{MAX_NOTE_BYTES, is_no_text},
};

/// Longest words of a refusal that are passed on.
const LONGEST_WHY: usize = 300;

/// An event as it was said.
pub(crate) struct Told {
    /// Where its body is kept.
    pub(crate) key: i64,
    /// What it says its id is.
    pub(crate) id: Vec<u8>,
    pub(crate) body: Vec<u8>,
}

/// A received file, while it is read.
pub(crate) struct Recital<'s> {
    file: &'s Path,
    copy: Copied,
    from: BufReader<Box<dyn Read>>,
    progress: Progress,
    /// How many more bytes are taken from whoever reads.
    room: u64,
    /// The record that was read and not taken yet.
    next: Option<(u8, Vec<u8>)>,
    kept: BufWriter<File>,
    end: u64,
    read: RefCell<Option<(BufReader<File>, u64)>>,
    blobs: HashMap<BlobHash, u64>,
    pub(crate) note: String,
    pub(crate) live: bool,
    /// Blobs that are not what their names say.
    pub(crate) altered: u64,
}

impl<'s> Recital<'s> {
    /// Copies a received file and has it read, as far as what it says of itself.
    pub(crate) fn new(file: &'s Path, how: Receiving<'_>, progress: &Progress) -> Result<Self> {
        let copy = Copied::new(file, how.scratch)?;
        let from = how.reciter.begin(&copy.path, copy.bytes, progress)?;
        let rows = copy.rows();
        let kept = File::create(&rows).map_err(|error| fault::file(&rows, &error))?;
        crate::open::restrict(&rows)?;
        let mut recital = Self {
            file,
            // What it says is the file anew, with some bytes around each row.
            room: copy.bytes.saturating_mul(2).saturating_add(1 << 16),
            copy,
            from: BufReader::with_capacity(1 << 18, from),
            progress: progress.clone(),
            next: None,
            kept: BufWriter::with_capacity(1 << 18, kept),
            end: 0,
            read: RefCell::new(None),
            blobs: HashMap::new(),
            note: String::new(),
            live: false,
            altered: 0,
        };
        let about = recital.take(tag::ABOUT)?.ok_or_else(|| recital.stopped())?;
        let (live, note) = about.split_first().ok_or_else(|| recital.stopped())?;
        let note = String::from_utf8(note.to_vec()).map_err(|_| recital.stopped())?;
        if note.len() > MAX_NOTE_BYTES || note.chars().any(is_no_text) {
            return Err(recital.stopped());
        }
        (recital.live, recital.note) = (*live == 1, note);
        Ok(recital)
    }

    /// What may be missing in it; or empty.
    pub(crate) const fn log_is_absent(&self) -> bool {
        self.copy.log_is_absent()
    }

    /// The next record, if it is one of these.
    fn take(&mut self, wanted: u8) -> Result<Option<Vec<u8>>> {
        if self.next.is_none() {
            self.next = Some(self.record()?);
        }
        let next = self.next.take_if(|(tag, _)| *tag == wanted);
        Ok(next.map(|(_, bytes)| bytes))
    }

    fn record(&mut self) -> Result<(u8, Vec<u8>)> {
        let mut head = [0; 5];
        if self.from.read_exact(&mut head).is_err() {
            return Err(self.stopped());
        }
        let [tag, length @ ..] = head;
        let length = u32::from_le_bytes(length);
        self.room = match self.room.checked_sub(u64::from(length) + 5) {
            Some(room) if u64::from(length) <= 2 * u64::from(MAX_VALUE_BYTES.unsigned_abs()) => {
                room
            }
            _ => return Err(self.stopped()),
        };
        let mut bytes = vec![0; length as usize];
        if self.from.read_exact(&mut bytes).is_err() {
            return Err(self.stopped());
        }
        match tag {
            tag::REFUSED => {
                let why = String::from_utf8_lossy(&bytes);
                let why = why.chars().filter(|c| !is_no_text(*c)).take(LONGEST_WHY);
                Err(refused(self.file, &why.collect::<String>()))
            }
            tag::NEWER => Err(Error::new(
                Code::DatabaseNewer,
                format!("{} was written by a newer version.", self.file.display()),
                "Update Stet; the file was not changed.",
            )),
            tag::UNSEALED => Err(self.unsealed()),
            _ => Ok((tag, bytes)),
        }
    }

    fn unsealed(&self) -> Error {
        let missing = if self.log_is_absent() {
            " Its newest steps may be missing, too: they lie in a file beside it whose name ends in -wal."
        } else {
            ""
        };
        Error::new(
            Code::ShareRefused,
            format!(
                "{} is a working database, not a shared copy: nothing in it is sealed by its author.{missing}",
                self.file.display()
            ),
            "Ask its owner for: stet share -o COPY.stet",
        )
    }

    /// Whoever reads it stopped, or said what nobody says who reads.
    fn stopped(&self) -> Error {
        if self.progress.is_stopped() {
            return fault::stopped();
        }
        refused(
            self.file,
            "the process that reads it stopped, so it is damaged or was made to do harm",
        )
    }

    /// The next seal.
    pub(crate) fn seal(&mut self) -> Result<Option<Seal>> {
        let Some(bytes) = self.take(tag::SEAL)? else {
            return Ok(None);
        };
        let seal = || {
            let (seq, rest) = bytes.split_first_chunk::<8>()?;
            let (head, rest) = rest.split_first_chunk::<32>()?;
            let (signature, chain) = rest.split_first_chunk::<64>()?;
            Some(Seal {
                chain: String::from_utf8(chain.to_vec()).ok()?,
                seq: u64::from_le_bytes(*seq),
                head: EventId(*head),
                signature: signature.to_vec(),
            })
        };
        seal().map(Some).ok_or_else(|| self.stopped())
    }

    /// The next event.
    pub(crate) fn event(&mut self) -> Result<Option<Told>> {
        let Some(mut bytes) = self.take(tag::EVENT)? else {
            return Ok(None);
        };
        let split = bytes.split_first_chunk::<4>().and_then(|(length, rest)| {
            let length = usize::try_from(u32::from_le_bytes(*length)).ok()?;
            (length <= rest.len()).then_some(length)
        });
        let length = split.ok_or_else(|| self.stopped())?;
        let body = bytes.split_off(4 + length);
        let id = bytes.split_off(4);
        let key = i64::try_from(self.keep(&body)?).unwrap_or(i64::MAX);
        Ok(Some(Told { key, id, body }))
    }

    /// Takes down what comes behind the events. Only then can anything be looked up.
    pub(crate) fn finish(&mut self) -> Result<()> {
        while let Some(mut bytes) = self.take(tag::BLOB)? {
            let blob = (bytes.len() >= 32).then(|| bytes.split_off(32));
            let (Some(blob), Ok(hash)) = (blob, <[u8; 32]>::try_from(bytes)) else {
                return Err(self.stopped());
            };
            let hash = BlobHash(hash);
            if BlobHash::of(&blob) == hash {
                let at = self.keep(&blob)?;
                self.blobs.insert(hash, at);
            } else {
                self.altered += 1;
            }
        }
        self.take(tag::END)?.ok_or_else(|| self.stopped())?;
        let path = self.copy.rows();
        let opened = self.kept.flush().and_then(|()| File::open(&path));
        let file = opened.map_err(|error| fault::file(&path, &error))?;
        self.read = RefCell::new(Some((BufReader::with_capacity(1 << 18, file), 0)));
        self.copy.is_read();
        Ok(())
    }

    fn keep(&mut self, bytes: &[u8]) -> Result<u64> {
        let at = self.end;
        let length = u32::try_from(bytes.len()).unwrap_or(u32::MAX);
        let written = self.kept.write_all(&length.to_le_bytes());
        written
            .and_then(|()| self.kept.write_all(bytes))
            .map_err(|error| fault::file(&self.copy.rows(), &error))?;
        self.end += 4 + u64::from(length);
        Ok(at)
    }

    /// What was kept at a place.
    pub(crate) fn kept(&self, at: u64) -> Result<Vec<u8>> {
        let mut place = self.read.borrow_mut();
        let read = place.as_mut().map_or_else(
            || Err(io::ErrorKind::NotConnected.into()),
            |(read, now)| {
                let back_or_forth =
                    i64::try_from(at).unwrap_or(i64::MAX) - i64::try_from(*now).unwrap_or(i64::MAX);
                read.seek_relative(back_or_forth)?;
                let mut length = [0; 4];
                read.read_exact(&mut length)?;
                let mut bytes = vec![0; u32::from_le_bytes(length) as usize];
                read.read_exact(&mut bytes)?;
                *now = at + 4 + bytes.len() as u64;
                Ok(bytes)
            },
        );
        read.map_err(|error: io::Error| fault::file(&self.copy.rows(), &error))
    }

    /// The bytes of a blob.
    pub(crate) fn blob(&self, hash: &BlobHash) -> Result<Option<Vec<u8>>> {
        self.blobs.get(hash).map(|at| self.kept(*at)).transpose()
    }

    /// The names of its blobs.
    pub(crate) fn blobs(&self) -> Vec<BlobHash> {
        self.blobs.keys().copied().collect()
    }
}

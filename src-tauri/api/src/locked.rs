//! Files behind a passphrase, in the age format (age-encryption.org/v1) with its scrypt recipient,
//! so that `age` itself opens them, too. A received one is looked at by hand first: its header may
//! ask for work without end.

use std::{
    fs::{self, File},
    io::{self, BufReader, Read, Write},
    iter,
    path::{Path, PathBuf},
};

use age::{DecryptError, Decryptor, Encryptor, scrypt, secrecy::SecretString};
use stet_core::{
    error::{Code, Error, Result},
    ids::encode,
};

use crate::Options;

/// The first line of a file in this format.
const MAGIC: &[u8] = b"age-encryption.org/v1\n";
/// Work that a passphrase costs us and whoever tries to guess it: 2^18, a quarter of a gibibyte and
/// about a second, as `age` has it.
const WORK: u8 = 18;
/// Most work that a received file may ask for: 2^20, one gibibyte.
pub(crate) const MOST_WORK: u8 = 20;
/// Largest header of a file with one passphrase; ours has about 150 bytes.
const MOST_HEADER: usize = 512;
/// Largest file that is opened: as for shares, and what encryption adds.
const MOST_BYTES: u64 = 4 * 1024 * 1024 * 1024 + 64 * 1024 * 1024;
/// Longest passphrase, in bytes.
const MOST_PASSPHRASE: usize = 1024;

/// A passphrase as a person gave it, checked.
///
/// # Errors
/// `value-refused`.
pub(crate) fn check_passphrase(passphrase: &str) -> Result<&str> {
    if passphrase.is_empty() || passphrase.len() > MOST_PASSPHRASE {
        return Err(Error::new(
            Code::ValueRefused,
            format!("A passphrase has 1 to {MOST_PASSPHRASE} bytes."),
            "Choose a few words that nobody would guess, and tell them over another channel.",
        ));
    }
    Ok(passphrase)
}

/// Whether a file says that it is in this format.
pub(crate) fn is_locked(file: &Path) -> bool {
    let regular = fs::metadata(file).is_ok_and(|meta| meta.is_file());
    let mut head = [0; MAGIC.len()];
    regular
        && File::open(file).is_ok_and(|mut file| file.read_exact(&mut head).is_ok())
        && head == MAGIC
}

/// Encrypts what `from` holds. The format draws its own keys: two files of the same are different.
pub(crate) fn lock(from: &mut dyn Read, to: &mut dyn Write, passphrase: &str) -> io::Result<()> {
    lock_with(from, to, passphrase, WORK)
}

/// The same for a given amount of work, from 1 to 63: tests of what comes later need little.
pub(crate) fn lock_with(
    from: &mut dyn Read,
    to: &mut dyn Write,
    passphrase: &str,
    work: u8,
) -> io::Result<()> {
    let mut recipient = scrypt::Recipient::new(SecretString::from(passphrase.to_owned()));
    recipient.set_work_factor(work);
    let encryptor = Encryptor::with_recipients(iter::once(&recipient as &dyn age::Recipient))
        .map_err(io::Error::other)?;
    let mut writer = encryptor.wrap_output(to)?;
    io::copy(from, &mut writer)?;
    writer.finish().map(|_| ())
}

/// Decrypts `file` into `to`, which may hold a part of it if this fails.
///
/// # Errors
/// `passphrase-wrong`; `share-refused`: it was altered, is cut off or asks for too much; `file-*`.
pub(crate) fn unlock(file: &Path, passphrase: &str, to: &mut dyn Write) -> Result<()> {
    let unread = |error: &io::Error| {
        Error::new(
            Code::FileFailed,
            format!("{} could not be read: {error}.", file.display()),
            "Check the disk and try again.",
        )
    };
    let bytes = fs::metadata(file).map_err(|error| unread(&error))?.len();
    if bytes > MOST_BYTES {
        return Err(refused(file, "it is larger than 4 GiB"));
    }
    let mut head = Vec::new();
    File::open(file)
        .and_then(|file| file.take(MOST_HEADER as u64).read_to_end(&mut head))
        .map_err(|error| unread(&error))?;
    check_head(&head).map_err(|why| refused(file, &why))?;
    let opened = File::open(file).map_err(|error| unread(&error))?;
    let decryptor = Decryptor::new_buffered(BufReader::new(opened))
        .map_err(|_| refused(file, "its first lines are damaged"))?;
    let mut identity = scrypt::Identity::new(SecretString::from(passphrase.to_owned()));
    identity.set_max_work_factor(MOST_WORK);
    let mut clear = decryptor
        .decrypt(iter::once(&identity as &dyn age::Identity))
        .map_err(|error| match error {
            DecryptError::DecryptionFailed | DecryptError::KeyDecryptionFailed => wrong(file),
            DecryptError::InvalidMac => refused(file, "its first lines were altered"),
            _ => refused(file, "its first lines are damaged"),
        })?;
    let mut room = vec![0; 64 * 1024];
    loop {
        let got = match clear.read(&mut room) {
            Ok(0) => return Ok(()),
            Ok(got) => got,
            Err(_) => return Err(refused(file, "it was altered, or is cut off")),
        };
        to.write_all(&room[..got])
            .map_err(|error| crate::files::unwritten(Path::new("the scratch folder"), &error))?;
    }
}

/// Looks at the header before anything is worked out: one passphrase, and how much work it asks for.
fn check_head(head: &[u8]) -> std::result::Result<(), String> {
    let end = head
        .windows(5)
        .position(|five| five == b"\n--- ")
        .ok_or("its first lines are damaged")?;
    let lines = std::str::from_utf8(&head[..end]).map_err(|_| "its first lines are damaged")?;
    let mut stanzas = lines.lines().filter(|line| line.starts_with("-> "));
    let (Some(stanza), None) = (stanzas.next(), stanzas.next()) else {
        return Err("it is not encrypted with one passphrase".into());
    };
    let words: Vec<&str> = stanza.split(' ').collect();
    let ["->", "scrypt", _, work] = words[..] else {
        return Err("it is encrypted for a key, not with a passphrase".into());
    };
    // As the format spells numbers: no sign, no zero in front.
    let plain = work.starts_with(|c: char| ('1'..='9').contains(&c));
    match work.parse::<u32>() {
        _ if !plain => Err("its first lines are damaged".into()),
        Ok(work) if work <= u32::from(MOST_WORK) => Ok(()),
        Ok(work) => Err(format!(
            "trying a passphrase on it would take 2^{work} units of work, and nobody needs more than 2^{MOST_WORK}"
        )),
        Err(_) => Err("its first lines are damaged".into()),
    }
}

fn refused(file: &Path, why: &str) -> Error {
    Error::new(
        Code::ShareRefused,
        format!("{} was not opened: {why}.", file.display()),
        "Ask for a new copy. Nothing was changed.",
    )
}

fn wrong(file: &Path) -> Error {
    Error::new(
        Code::PassphraseWrong,
        format!(
            "The passphrase is not the one that {} was encrypted with.",
            file.display()
        ),
        "Ask the sender for it, and mind capitals and spaces. Nothing was changed.",
    )
}

/// A folder for clear text that nobody else reads, gone when dropped.
#[derive(Debug)]
pub(crate) struct Scratch {
    folder: PathBuf,
}

impl Scratch {
    /// Makes one in the user's data folder.
    pub(crate) fn new(options: &Options) -> Result<Self> {
        let name = format!(
            "clear-{}-{}",
            std::process::id(),
            encode(&options.random::<9>()?)
        );
        Self::at(&options.data.join("scratch"), &name)
    }

    fn at(scratch: &Path, name: &str) -> Result<Self> {
        sweep(scratch);
        let folder = scratch.join(name);
        let made = || -> io::Result<()> {
            fs::create_dir_all(scratch)?;
            let mut make = fs::DirBuilder::new();
            #[cfg(unix)]
            std::os::unix::fs::DirBuilderExt::mode(&mut make, 0o700);
            make.create(&folder)
        };
        made().map_err(|error| crate::files::unwritten(&folder, &error))?;
        Ok(Self { folder })
    }

    /// A file in it.
    pub(crate) fn file(&self, name: &std::ffi::OsStr) -> PathBuf {
        self.folder.join(name)
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// Removes what a run that was killed left behind.
pub(crate) fn sweep(scratch: &Path) {
    for entry in fs::read_dir(scratch).into_iter().flatten().flatten() {
        let name = entry.file_name();
        let of = name.to_str().and_then(|name| {
            let mut parts = name.split('-');
            (parts.next() == Some("clear")).then_some(())?;
            parts.next()?.parse::<u32>().ok()
        });
        if of.is_some_and(|process| !runs(process)) {
            let _ = fs::remove_dir_all(entry.path());
        }
    }
}

/// Whether a process of this number runs; where nobody can tell, it may.
fn runs(process: u32) -> bool {
    let all = Path::new("/proc");
    !all.join("self").exists() || all.join(process.to_string()).exists()
}

/// A share out of its encryption, for as long as it is held.
#[derive(Debug)]
pub(crate) struct Clear {
    scratch: Scratch,
    original: PathBuf,
}

impl Clear {
    /// Decrypts a share into a folder of its own.
    ///
    /// # Errors
    /// As for [`unlock`]; `file-locked` without a passphrase.
    pub(crate) fn new(options: &Options, file: &Path, passphrase: &str) -> Result<Self> {
        if passphrase.is_empty() {
            return Err(Error::new(
                Code::FileLocked,
                format!("{} is encrypted with a passphrase.", file.display()),
                "Ask the sender for it; on the command line, give it with --passphrase-file.",
            ));
        }
        let clear = Self {
            scratch: Scratch::new(options)?,
            original: file.to_owned(),
        };
        let path = clear.path();
        let mut to = crate::files::create_private(&path)
            .map_err(|error| crate::files::unwritten(&path, &error))?;
        unlock(file, passphrase, &mut to)?;
        Ok(clear)
    }

    /// Where it lies, under its own name.
    pub(crate) fn path(&self) -> PathBuf {
        self.scratch
            .file(self.original.file_name().unwrap_or_default())
    }

    /// The file that it came from.
    pub(crate) fn original(&self) -> &Path {
        &self.original
    }

    /// An error about it, told of the file that it came from.
    pub(crate) fn told(&self, mut error: Error) -> Error {
        let ours = self.path().display().to_string();
        error.message = error
            .message
            .replace(&ours, &self.original.display().to_string());
        error
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Little enough to be tried often.
    const LITTLE: u8 = 2;

    fn locked(clear: &[u8]) -> Vec<u8> {
        let mut bytes = Vec::new();
        lock_with(&mut &clear[..], &mut bytes, "nine days lost", LITTLE).unwrap();
        bytes
    }

    /// What becomes of these bytes as a file: the error, or what they hold.
    fn opened(bytes: &[u8], passphrase: &str) -> Result<Vec<u8>> {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("share.stet");
        fs::write(&file, bytes).unwrap();
        let mut clear = Vec::new();
        unlock(&file, passphrase, &mut clear).map(|()| clear)
    }

    #[test]
    fn what_was_locked_comes_back_and_nobody_else_reads_it() {
        let clear: Vec<u8> = (0..200_000_u32).map(|n| (n % 251) as u8).collect();
        let bytes = locked(&clear);
        assert_eq!(opened(&bytes, "nine days lost").unwrap(), clear);
        for other in ["nine days Lost", "nine days lost ", "x"] {
            assert_eq!(
                opened(&bytes, other).unwrap_err().code,
                Code::PassphraseWrong,
                "“{other}”"
            );
        }
        assert!(
            !bytes.windows(16).any(|window| window == &clear[..16]),
            "nothing of it is readable"
        );
    }

    #[test]
    fn a_change_anywhere_is_refused() {
        let clear = vec![7_u8; 30_000];
        let bytes = locked(&clear);
        let places = (0..bytes.len()).step_by(100).chain(0..200);
        for at in places {
            let mut other = bytes.clone();
            other[at] ^= 1;
            let refused = opened(&other, "nine days lost");
            let code = refused.map(|_| ()).unwrap_err().code;
            assert!(
                matches!(code, Code::ShareRefused | Code::PassphraseWrong),
                "byte {at}: {code:?}"
            );
        }
        for length in (0..bytes.len()).step_by(100) {
            assert!(
                opened(&bytes[..length], "nine days lost").is_err(),
                "cut after {length} bytes"
            );
        }
        let longer = [&bytes[..], b"more"].concat();
        assert!(opened(&longer, "nine days lost").is_err(), "longer");
    }

    #[test]
    fn hostile_headers_are_refused_before_any_work() {
        let line = |stanza: &str| {
            format!(
                "age-encryption.org/v1\n{stanza}\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\n--- AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\n0123456789abcdef"
            )
        };
        let salt = "AAAAAAAAAAAAAAAAAAAAAA";
        let table = [
            (
                "an hour of work",
                line(&format!("-> scrypt {salt} 30")),
                "2^30",
            ),
            (
                "a little too much",
                line(&format!("-> scrypt {salt} 21")),
                "2^21",
            ),
            (
                "work that is no number",
                line(&format!("-> scrypt {salt} 1e9")),
                "damaged",
            ),
            (
                "work beyond numbers",
                line(&format!("-> scrypt {salt} 99999999999")),
                "damaged",
            ),
            (
                "less than none",
                line(&format!("-> scrypt {salt} -1")),
                "damaged",
            ),
            (
                "none at all",
                line(&format!("-> scrypt {salt} 0")),
                "damaged",
            ),
            (
                "with a sign",
                line(&format!("-> scrypt {salt} +2")),
                "damaged",
            ),
            (
                "a key's",
                line("-> X25519 TEiF0ypqr+bpvcqXNyCVJpL7OuwPdVwPL7KQEbFDOCc"),
                "for a key",
            ),
            (
                "two passphrases",
                line(&format!("-> scrypt {salt} 2\nAAAA\n-> scrypt {salt} 2")),
                "one passphrase",
            ),
            ("no recipient", line("AAAA"), "one passphrase"),
            (
                "no end",
                format!("age-encryption.org/v1\n-> scrypt {}", "A".repeat(100_000)),
                "damaged",
            ),
        ];
        for (why, bytes, says) in table {
            let began = std::time::Instant::now();
            let error = opened(bytes.as_bytes(), "x").unwrap_err();
            assert_eq!(error.code, Code::ShareRefused, "{why}: {error}");
            assert!(error.message.contains(says), "{why}: {error}");
            assert!(began.elapsed().as_secs() < 1, "{why}");
        }
    }

    #[test]
    fn what_a_killed_run_left_is_swept_and_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        let here = Scratch::at(folder.path(), &format!("clear-{}-a", std::process::id())).unwrap();
        let gone = folder.path().join("clear-4294967294-b");
        let other = folder.path().join("preview-1");
        fs::create_dir(&gone).unwrap();
        fs::create_dir(&other).unwrap();
        sweep(folder.path());
        assert!(here.file("x".as_ref()).parent().unwrap().exists());
        assert!(other.exists());
        assert_eq!(gone.exists(), !Path::new("/proc/self").exists());
        let path = here.folder.clone();
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            let mode = fs::metadata(&path).unwrap().permissions().mode();
            assert_eq!(mode & 0o777, 0o700, "nobody else looks in");
        }
        drop(here);
        assert!(!path.exists(), "and it goes");
    }
}

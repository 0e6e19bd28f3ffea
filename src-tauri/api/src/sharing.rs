//! Shares: written, away from the session's thread if need be; looked at before they are merged.

use std::{fs, path::Path, path::PathBuf};

use ed25519_dalek::SigningKey;
use stet_core::{
    draft::TextHash,
    error::{Code, Error, Result},
    ids::Actor,
    time,
};
use stet_store::{Looked, Merged, Place, Receiving, Shared, Store, Wanted, check_note, look_at};

use crate::{
    Identity, Session,
    commands::{FileKind, FileLook, ShareAsk, SharePreview},
    files,
    keys::KEY_END,
    locked::{self, Clear, Scratch, check_passphrase},
    reporting::slug,
    session::Staged,
};

/// A share that is to be written, on any thread.
pub struct Sharing {
    place: Place,
    me: Actor,
    articles: Vec<TextHash>,
    keys: Vec<SigningKey>,
    ask: ShareAsk,
    /// For what is to be encrypted: its clear text must lie nowhere else.
    scratch: Option<Scratch>,
    file_name: String,
}

impl Sharing {
    /// A file name to propose.
    #[must_use]
    pub fn file_name(&self) -> &str {
        &self.file_name
    }

    /// Writes the share to `out`, whole or not at all, in the place of what was there.
    ///
    /// # Errors
    /// `file-*`, `disk-full`, `database-*`: what lay at `out` still lies there.
    pub fn replace(self, out: &Path) -> Result<Shared> {
        if self.scratch.is_some() || !out.exists() {
            return self.write(out);
        }
        let mut part = out.as_os_str().to_owned();
        part.push(format!(".{}", std::process::id()));
        let part = PathBuf::from(part);
        let _ = fs::remove_file(&part);
        let shared = self.write(&part)?;
        fs::rename(&part, out).map_err(|error| {
            let _ = fs::remove_file(&part);
            files::unwritten(out, &error)
        })?;
        Ok(shared)
    }

    /// Writes the share to `out`, which must not exist.
    ///
    /// # Errors
    /// As for [`Self::replace`].
    pub fn save(self, out: &Path) -> Result<Shared> {
        if out.exists() {
            return Err(Error::new(
                Code::FileDenied,
                format!("{} is there already.", out.display()),
                "Choose another name; a share is always a new file.",
            ));
        }
        self.write(out)
    }

    fn write(self, out: &Path) -> Result<Shared> {
        let mut store = Store::open(self.place, self.me)?;
        let wanted = Wanted {
            articles: &self.articles,
            sample: Some(crate::sample::hash()),
            keys: &self.keys,
            names: self.ask.protected,
            captures: self.ask.captures,
            note: &self.ask.note,
        };
        let Some(scratch) = self.scratch else {
            return store.share(&wanted, out);
        };
        let clear = scratch.file("share.stet".as_ref());
        let shared = store.share(&wanted, &clear)?;
        files::write_parts(out, |to| {
            locked::lock(&mut fs::File::open(&clear)?, to, &self.ask.passphrase)
        })?;
        Ok(shared)
    }
}

impl Session {
    /// A share to be written.
    ///
    /// # Errors
    /// `article-*`, `value-refused`, `database-*`.
    pub fn sharing(&mut self, ask: &ShareAsk) -> Result<Sharing> {
        check_note(&ask.note)?;
        let articles = self.resolve_all(&ask.articles)?;
        self.store()?;
        let scratch = match ask.passphrase.as_str() {
            "" => None,
            passphrase => {
                check_passphrase(passphrase)?;
                Some(Scratch::new(&self.options)?)
            }
        };
        Ok(Sharing {
            place: self.place(self.options.database.clone())?,
            me: self.identity.actor(),
            keys: self.signing_keys(),
            file_name: self.share_name(&articles)?,
            articles,
            ask: ask.clone(),
            scratch,
        })
    }

    /// Writes a share to `out`, which must not exist.
    ///
    /// # Errors
    /// `article-*`, `value-refused`, `file-*`, `database-*`: nothing lies at `out` then.
    pub fn share(&mut self, ask: &ShareAsk, out: &Path) -> Result<Shared> {
        self.sharing(ask)?.save(out)
    }

    pub(crate) fn weighed(&mut self, ask: &ShareAsk) -> Result<SharePreview> {
        let articles = self.resolve_all(&ask.articles)?;
        let keys = self.signing_keys();
        let wanted = Wanted {
            articles: &articles,
            sample: Some(crate::sample::hash()),
            keys: &keys,
            names: ask.protected,
            captures: ask.captures,
            note: &ask.note,
        };
        let weight = self.store()?.weigh(&wanted)?;
        Ok(SharePreview {
            articles: count(weight.articles),
            steps: count(weight.steps),
            people: count(weight.people),
            captures: count(weight.captures),
            capture_bytes: count(weight.capture_bytes),
            protected: count(weight.protected),
            unsealed: count(weight.unsealed),
            bytes: count(weight.bytes),
            file_name: self.share_name(&articles)?,
        })
    }

    fn share_name(&mut self, articles: &[TextHash]) -> Result<String> {
        let title = match articles {
            [one] => self.view(&one.to_string())?.title,
            _ => String::new(),
        };
        let date = time::date(self.now());
        Ok(format!("{}-{date}.stet", slug(&title, "share")))
    }

    pub(crate) fn resolve_all(&mut self, articles: &[String]) -> Result<Vec<TextHash>> {
        articles
            .iter()
            .map(|article| self.resolve(article))
            .collect()
    }

    /// The keys of the identities on this machine.
    pub(crate) fn signing_keys(&self) -> Vec<SigningKey> {
        Identity::all(&self.options.config)
            .iter()
            .map(|identity| identity.key().clone())
            .collect()
    }

    /// Merges a share; `passphrase` is empty unless it is encrypted.
    ///
    /// # Errors
    /// `share-refused`, `file-locked`, `passphrase-wrong`, `database-*`, `file-*`: nothing changed
    /// then.
    pub fn merge(&mut self, file: &Path, passphrase: &str, dry_run: bool) -> Result<Merged> {
        self.merge_files_as_one(&[file.to_owned()], passphrase, dry_run)
    }

    /// What a received file says of itself before anything of it is taken.
    ///
    /// # Errors
    /// As for [`Self::merge`].
    pub fn look_at_share(&mut self, file: &Path, passphrase: &str) -> Result<Looked> {
        self.clear(file, passphrase, |session, file| session.looked_into(file))
    }

    fn looked_into(&self, file: &Path) -> Result<Looked> {
        let how = Receiving {
            scratch: &self.scratch(),
            reciter: &self.options.reader,
        };
        look_at(file, how)
    }

    /// Where received files are copied to while they are read.
    pub(crate) fn scratch(&self) -> PathBuf {
        self.options.data.join("scratch")
    }

    /// Works on a received file out of its encryption, if it has one.
    fn clear<T>(
        &mut self,
        file: &Path,
        passphrase: &str,
        work: impl FnOnce(&mut Self, &Path) -> Result<T>,
    ) -> Result<T> {
        if !locked::is_locked(file) {
            return work(self, file);
        }
        let clear = Clear::new(&self.options, file, passphrase)?;
        work(self, &clear.path()).map_err(|error| clear.told(error))
    }

    /// The file behind a handle, out of its encryption if it was unlocked: what merging reads.
    pub(crate) fn received_file(&self, handle: &str) -> Result<PathBuf> {
        match self.staged.get(handle) {
            Some(Staged::Path(path)) => Ok(path.clone()),
            Some(Staged::Clear(clear)) => Ok(clear.path()),
            _ => Err(Error::new(
                Code::FileMissing,
                "This file is no longer here.",
                "Choose it again.",
            )),
        }
    }

    pub(crate) fn looked(&mut self, handle: &str) -> Result<FileLook> {
        let path = self.received_file(handle)?;
        let mut look = FileLook {
            id: handle.to_owned(),
            name: path
                .file_name()
                .unwrap_or_default()
                .to_string_lossy()
                .into(),
            kind: kind_of(&path),
            note: String::new(),
            missing: String::new(),
            error: None,
        };
        if matches!(look.kind, FileKind::Share | FileKind::Database) {
            match self.looked_into(&path) {
                Ok(looked) => {
                    if looked.live {
                        look.kind = FileKind::Database;
                    }
                    (look.note, look.missing) = (looked.note, looked.missing);
                }
                Err(error) => {
                    look.kind = FileKind::Refused;
                    look.error = Some(match self.staged.get(handle) {
                        Some(Staged::Clear(clear)) => clear.told(error),
                        _ => error,
                    });
                }
            }
        }
        Ok(look)
    }

    pub(crate) fn unlocked(&mut self, handle: &str, passphrase: &str) -> Result<FileLook> {
        let path = self.received_file(handle)?;
        if locked::is_locked(&path) {
            let clear = Clear::new(&self.options, &path, passphrase)?;
            self.staged.insert(handle.to_owned(), Staged::Clear(clear));
        }
        self.looked(handle)
    }

    /// Notes files that the program was started with; the window asks for them once it stands.
    pub fn wait_with(&mut self, files: Vec<(String, PathBuf)>) {
        for (handle, path) in files {
            self.stage_path(&handle, path);
            self.waiting.push(handle);
        }
    }

    pub(crate) fn waited(&mut self) -> Result<Vec<FileLook>> {
        let handles = std::mem::take(&mut self.waiting);
        handles.iter().map(|handle| self.looked(handle)).collect()
    }
}

/// What a file is by its first bytes and, where those are encrypted, by its name.
#[must_use]
pub fn kind_of(file: &Path) -> FileKind {
    let named_key = || {
        file.extension()
            .is_some_and(|end| end.eq_ignore_ascii_case(KEY_END))
    };
    if locked::is_locked(file) {
        return if named_key() {
            FileKind::Key
        } else {
            FileKind::LockedShare
        };
    }
    match stet_store::is_database(file) {
        true => FileKind::Share,
        false => FileKind::Article,
    }
}

fn count(number: u64) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

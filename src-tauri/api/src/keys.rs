//! Keys of this machine: kept in a safe place behind a passphrase, brought to another machine.
//!
//! Whoever has the key is that person. A key that is lost cannot be had again: its person goes on as
//! a new one, whom the old key's word ties to the work of before only as long as it can still sign.

use std::path::Path;

use serde::{Deserialize, Serialize};
use stet_core::{
    error::{Code, Error, Result},
    ids,
};

use crate::{
    Identity, Session,
    commands::KeyRow,
    files,
    locked::{self, check_passphrase},
};

/// What a file with a key is called at its end.
pub const KEY_END: &str = "stetkey";
/// What a person must know of a key.
pub const LOST_KEY: &str = "Whoever has this file and its passphrase can work in that name. If the key is lost, nobody can make it again: you go on as a new person, and your earlier work stays that of the old key.";
/// Largest key file: far more than a key needs.
const MOST_BYTES: usize = 64 * 1024;

/// What is encrypted.
#[derive(Serialize, Deserialize)]
struct Packed {
    stet: String,
    name: String,
    initials: String,
    key: String,
}

/// A key that is to be written, on any thread.
pub struct KeyFile {
    packed: String,
    passphrase: String,
    file_name: String,
}

impl KeyFile {
    /// A file name to propose.
    #[must_use]
    pub fn file_name(&self) -> &str {
        &self.file_name
    }

    /// Writes it to `path`, whole or not at all, in the place of what was there.
    ///
    /// # Errors
    /// `file-*`, `disk-full`.
    pub fn save(&self, path: &Path) -> Result<()> {
        files::write_parts(path, |to| {
            locked::lock(&mut self.packed.as_bytes(), to, &self.passphrase)
        })
    }
}

impl Session {
    /// The keys of this machine, by name.
    #[must_use]
    pub fn own_keys(&self) -> Vec<KeyRow> {
        Identity::all(&self.options.config)
            .iter()
            .map(|identity| self.key_row(identity))
            .collect()
    }

    fn key_row(&self, identity: &Identity) -> KeyRow {
        let actor = identity.actor();
        KeyRow {
            id: actor.fingerprint(),
            fingerprint: actor.spelled(),
            name: identity.name.clone(),
            initials: identity.initials.clone(),
            me: actor == self.identity.actor(),
        }
    }

    /// A key to be written, encrypted: by its id or name; the empty text names that at work.
    ///
    /// # Errors
    /// `identity-refused`: it is not here; `value-refused`: the passphrase.
    pub fn key_file(&self, named: &str, passphrase: &str) -> Result<KeyFile> {
        check_passphrase(passphrase)?;
        let identity = match named {
            "" => self.identity.clone(),
            named => Identity::find(&self.options.config, named)?.ok_or_else(|| {
                Error::new(
                    Code::IdentityRefused,
                    format!("The key “{named}” is not on this machine."),
                    "stet key list names those that are.",
                )
            })?,
        };
        let packed = Packed {
            stet: "key 1".into(),
            name: identity.name.clone(),
            initials: identity.initials.clone(),
            key: ids::encode(&identity.key().to_bytes()),
        };
        Ok(KeyFile {
            packed: serde_json::to_string(&packed)
                .map_err(|error| Error::new(Code::Internal, error.to_string(), ""))?,
            passphrase: passphrase.to_owned(),
            file_name: format!(
                "{}-{}.{KEY_END}",
                crate::reporting::slug(&identity.name, "key"),
                &identity.actor().fingerprint()[..8]
            ),
        })
    }

    /// Takes in a key. One that is here already stays as it is.
    ///
    /// # Errors
    /// `file-locked`, `passphrase-wrong`, `identity-refused`, `share-refused`, `file-*`.
    pub fn import_key_file(&mut self, file: &Path, passphrase: &str) -> Result<KeyRow> {
        let unusable = || {
            Error::new(
                Code::IdentityRefused,
                format!("{} is no key of Stet's.", file.display()),
                "Choose a file that stet key export wrote.",
            )
        };
        if !file.exists() {
            return Err(Error::new(
                Code::FileMissing,
                format!("{} is not there.", file.display()),
                "Check the name and the folder.",
            ));
        }
        let bytes = std::fs::metadata(file).map_or(u64::MAX, |meta| meta.len());
        if !locked::is_locked(file) || bytes > MOST_BYTES as u64 {
            return Err(unusable());
        }
        let mut clear = Vec::new();
        locked::unlock(file, check_passphrase(passphrase)?, &mut clear)?;
        let packed: Packed = serde_json::from_slice(&clear).map_err(|_| unusable())?;
        let key = ids::decode::<32>(&packed.key).ok_or_else(unusable)?;
        if packed.stet != "key 1" {
            return Err(unusable());
        }
        let identity =
            Identity::received(&self.options.config, &packed.name, &packed.initials, &key)?;
        Ok(self.key_row(&identity))
    }
}

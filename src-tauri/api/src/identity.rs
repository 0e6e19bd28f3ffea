//! Identities: a name, initials and an Ed25519 key each, in the user's configuration folder, for
//! the owner's eyes only.

use std::{
    fs,
    io::Write,
    path::{Path, PathBuf},
};

use ed25519_dalek::SigningKey;
use serde::{Deserialize, Serialize};
use stet_core::{
    error::{Code, Error, Result},
    ids::{self, Actor},
    seal,
};

use crate::Options;

/// A checker who can write on this machine.
#[derive(Clone)]
pub struct Identity {
    /// Name, as it stands in reports.
    pub name: String,
    /// Initials for margins; empty: made of the name.
    pub initials: String,
    /// Whether a person chose the name, rather than the system.
    pub named: bool,
    /// Whether it was made just now.
    pub fresh: bool,
    key: SigningKey,
}

/// How it lies on disk.
#[derive(Serialize, Deserialize)]
struct Stored {
    name: String,
    initials: String,
    named: bool,
    key: String,
}

impl Identity {
    /// The public key.
    #[must_use]
    pub fn actor(&self) -> Actor {
        seal::actor(&self.key)
    }

    /// The signing key.
    #[must_use]
    pub const fn key(&self) -> &SigningKey {
        &self.key
    }

    /// The identity to work as: the one named, made if unknown; else the one last used; else one
    /// made from the system's user name.
    ///
    /// # Errors
    /// `identity-refused`, `file-*`.
    pub fn choose(options: &Options) -> Result<Self> {
        let folder = folder(&options.config);
        let last = fs::read_to_string(folder.join("last"))
            .ok()
            .and_then(|id| Self::read(&folder.join(format!("{}.json", id.trim()))).ok());
        let chosen = match (&options.as_name, last) {
            (Some(name), _) => match Self::all(&options.config)
                .into_iter()
                .find(|one| one.name == *name)
            {
                Some(known) => known,
                None => Self::make(options, name, true)?,
            },
            (None, Some(last)) => last,
            (None, None) => Self::make(options, &system_name(), false)?,
        };
        write_private(
            &folder.join("last"),
            chosen.actor().fingerprint().as_bytes(),
        )?;
        Ok(chosen)
    }

    /// All identities of this machine, by name.
    #[must_use]
    pub fn all(config: &Path) -> Vec<Self> {
        let entries = fs::read_dir(folder(config)).into_iter().flatten().flatten();
        let mut all: Vec<Self> = entries
            .filter(|entry| entry.path().extension().is_some_and(|end| end == "json"))
            .filter_map(|entry| Self::read(&entry.path()).ok())
            .collect();
        all.sort_by(|a, b| (&a.name, a.actor()).cmp(&(&b.name, b.actor())));
        all
    }

    fn make(options: &Options, name: &str, named: bool) -> Result<Self> {
        let name = name.trim();
        if name.is_empty() || name.chars().count() > 200 {
            return Err(Error::new(
                Code::IdentityRefused,
                "A checker needs a name of up to 200 characters.",
                "Give one with --as NAME.",
            ));
        }
        let identity = Self {
            name: name.to_owned(),
            initials: String::new(),
            named,
            fresh: true,
            key: SigningKey::from_bytes(&options.random()?),
        };
        identity.save(&options.config)?;
        Ok(identity)
    }

    /// Takes another name; the key stays, so it is the same person.
    ///
    /// # Errors
    /// `identity-refused`, `file-*`.
    pub fn rename(&mut self, config: &Path, name: &str, initials: &str) -> Result<()> {
        let name = name.trim();
        if name.is_empty() || name.chars().count() > 200 || initials.chars().count() > 8 {
            return Err(Error::new(
                Code::IdentityRefused,
                "A name has 1 to 200 characters, initials up to 8.",
                "Enter the name as it shall stand in reports.",
            ));
        }
        let renamed = Self {
            name: name.to_owned(),
            initials: initials.trim().to_owned(),
            named: true,
            ..self.clone()
        };
        renamed.save(config)?;
        *self = renamed;
        Ok(())
    }

    fn save(&self, config: &Path) -> Result<()> {
        let stored = Stored {
            name: self.name.clone(),
            initials: self.initials.clone(),
            named: self.named,
            key: ids::encode(&self.key.to_bytes()),
        };
        let text = serde_json::to_string_pretty(&stored)
            .map_err(|error| Error::new(Code::Internal, error.to_string(), ""))?;
        write_private(
            &folder(config).join(format!("{}.json", self.actor().fingerprint())),
            text.as_bytes(),
        )
    }

    fn read(path: &Path) -> Result<Self> {
        let unusable = || {
            Error::new(
                Code::IdentityRefused,
                format!("The identity {} cannot be read.", path.display()),
                "Restore it from your backup of the folder; the file was not changed.",
            )
        };
        let text = fs::read_to_string(path).map_err(|_| unusable())?;
        let stored: Stored = serde_json::from_str(&text).map_err(|_| unusable())?;
        let key = ids::decode::<32>(&stored.key).ok_or_else(unusable)?;
        Ok(Self {
            name: stored.name,
            initials: stored.initials,
            named: stored.named,
            fresh: false,
            key: SigningKey::from_bytes(&key),
        })
    }
}

fn folder(config: &Path) -> PathBuf {
    config.join("identities")
}

fn system_name() -> String {
    let set = |key| {
        std::env::var(key)
            .ok()
            .filter(|name| !name.trim().is_empty())
    };
    set("USER")
        .or_else(|| set("LOGNAME"))
        .or_else(|| set("USERNAME"))
        .or_else(account_name)
        .unwrap_or_else(|| "Checker".into())
}

/// The account's name, where services and containers set no variable.
#[cfg(unix)]
fn account_name() -> Option<String> {
    use std::os::unix::fs::MetadataExt;
    let uid = fs::metadata("/proc/self").ok()?.uid().to_string();
    let accounts = fs::read_to_string("/etc/passwd").ok()?;
    accounts.lines().find_map(|line| {
        let mut fields = line.split(':');
        let (name, id) = (fields.next()?, fields.nth(1)?);
        (id == uid && !name.is_empty()).then(|| name.to_owned())
    })
}

#[cfg(not(unix))]
fn account_name() -> Option<String> {
    None
}

/// Writes a file whole or not at all, for its owner only.
fn write_private(path: &Path, bytes: &[u8]) -> Result<()> {
    let work = || -> std::io::Result<()> {
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent)?;
        }
        let part = path.with_extension("part");
        let mut open = fs::OpenOptions::new();
        open.write(true).create(true).truncate(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut open, 0o600);
        let mut file = open.open(&part)?;
        file.write_all(bytes)?;
        file.sync_all()?;
        fs::rename(&part, path)
    };
    work().map_err(|error| {
        Error::new(
            Code::FileDenied,
            format!("{} could not be written: {error}.", path.display()),
            "Check the folder's permissions.",
        )
    })
}

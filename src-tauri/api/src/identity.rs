//! Identities: a name, initials and an Ed25519 key each, in the user's configuration folder, for
//! the owner's eyes only.

use std::{
    fs,
    path::{Path, PathBuf},
};

use ed25519_dalek::SigningKey;
use serde::{Deserialize, Serialize};
use stet_core::{
    error::{Code, Error, Result},
    ids::{self, Actor},
    seal,
};

use crate::{Options, files::write_private};

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
        let remembered = folder(&options.config).join("last");
        let last = fs::read_to_string(&remembered).unwrap_or_default();
        let named = |name: &str| {
            let all = Self::all(&options.config);
            all.into_iter().find(|one| one.name == name.trim())
        };
        let chosen = match &options.as_name {
            Some(name) => Self::find(&options.config, name)?
                .map_or_else(|| Self::make(options, name, true), Ok)?,
            None if !last.is_empty() => {
                // An unreadable key is said: going on as somebody new would split the person's work.
                Self::read(&folder(&options.config).join(format!("{}.json", last.trim())))?
            }
            None => {
                let name = system_name();
                named(&name).map_or_else(|| Self::make(options, &name, false), Ok)?
            }
        };
        let id = chosen.actor().fingerprint();
        if last.trim() != id {
            write_private(&remembered, id.as_bytes())?;
        }
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

    /// The identity of this machine with this name or id.
    ///
    /// # Errors
    /// `identity-refused`: several have the name.
    pub fn find(config: &Path, named: &str) -> Result<Option<Self>> {
        let all = Self::all(config);
        let id: String = named.split_whitespace().collect();
        if let Some(one) = all.iter().find(|one| one.actor().fingerprint() == id) {
            return Ok(Some(one.clone()));
        }
        let mut found: Vec<Self> = all
            .into_iter()
            .filter(|one| one.name == named.trim())
            .collect();
        if found.len() > 1 {
            let ids: Vec<String> = found.iter().map(|one| one.actor().fingerprint()).collect();
            return Err(Error::new(
                Code::IdentityRefused,
                format!(
                    "{} keys here bear the name “{}”.",
                    found.len(),
                    named.trim()
                ),
                format!("Name one by its id: {}.", ids.join(", ")),
            ));
        }
        Ok(found.pop())
    }

    /// Keeps a key that came from elsewhere; one that is here already stays as it is.
    pub(crate) fn received(
        config: &Path,
        name: &str,
        initials: &str,
        key: &[u8; 32],
    ) -> Result<Self> {
        let mut identity = Self {
            name: String::new(),
            initials: String::new(),
            named: true,
            fresh: false,
            key: SigningKey::from_bytes(key),
        };
        let actor = identity.actor();
        if let Some(here) = Self::all(config)
            .into_iter()
            .find(|one| one.actor() == actor)
        {
            return Ok(here);
        }
        identity.rename(config, name, initials)?;
        Ok(identity)
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
                "Restore it from a backup, or go on as somebody else with --as NAME.",
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

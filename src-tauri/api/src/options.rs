//! What a session is given from outside: places, clock, randomness, a name.

use std::{
    path::PathBuf,
    time::{SystemTime, UNIX_EPOCH},
};

use stet_core::error::{Code, Error, Result};

use crate::Reader;

/// A source of randomness: fills bytes.
pub type Random = Box<dyn Fn(&mut [u8]) -> Result<()> + Send>;

/// What a session is given from outside. Tests give fixed ones.
pub struct Options {
    /// The annotation database; made if missing.
    pub database: PathBuf,
    /// Folder of the user's configuration: identities, remembered replicas.
    pub config: PathBuf,
    /// Folder of the user's data: the default database, backups, scratch copies.
    pub data: PathBuf,
    /// The checker to work as: a name, made if unknown. None: the one last used.
    pub as_name: Option<String>,
    /// Milliseconds since 1970, UTC.
    pub now_ms: Box<dyn Fn() -> u64 + Send>,
    /// Fills bytes with randomness fit for keys.
    pub random: Random,
    /// Who reads files.
    pub reader: Reader,
}

impl Options {
    /// The user's own places, clock and randomness. `database`: `--db`, else `STET_DB`, else the
    /// default in the data folder.
    ///
    /// # Errors
    /// `file-missing` where the system names no home.
    pub fn system(database: Option<PathBuf>, as_name: Option<String>) -> Result<Self> {
        let nowhere = || {
            Error::new(
                Code::FileMissing,
                "The system names no home folder.",
                "Set HOME, or XDG_CONFIG_HOME and XDG_DATA_HOME.",
            )
        };
        let config = dirs::config_dir().ok_or_else(nowhere)?.join("stet");
        let data = dirs::data_dir().ok_or_else(nowhere)?.join("stet");
        let from_environment = || {
            std::env::var_os("STET_DB")
                .filter(|value| !value.is_empty())
                .map(PathBuf::from)
        };
        let database = database
            .or_else(from_environment)
            .unwrap_or_else(|| data.join("annotations.stet"));
        Ok(Self {
            database,
            config,
            data,
            as_name,
            now_ms: Box::new(wall_clock),
            random: Box::new(system_random),
            reader: Reader::own(),
        })
    }

    /// `N` random bytes.
    pub(crate) fn random<const N: usize>(&self) -> Result<[u8; N]> {
        let mut bytes = [0; N];
        (self.random)(&mut bytes)?;
        Ok(bytes)
    }
}

fn wall_clock() -> u64 {
    SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .map_or(0, |since| {
            u64::try_from(since.as_millis()).unwrap_or(u64::MAX)
        })
}

fn system_random(bytes: &mut [u8]) -> Result<()> {
    getrandom::fill(bytes).map_err(|error| {
        Error::new(
            Code::Internal,
            format!("The system gave no randomness: {error}."),
            "Try again.",
        )
    })
}

//! What belongs to this file on this machine: choices, unsaved text fields.

use stet_core::error::Result;

use crate::{Store, fault::sqlite};

impl Store {
    /// Remembered choices by name.
    ///
    /// # Errors
    /// Whatever stands in the way of reading.
    pub fn settings(&self) -> Result<Vec<(String, String)>> {
        self.pairs("SELECT key, value FROM setting ORDER BY key")
    }

    /// Text fields that were not saved.
    ///
    /// # Errors
    /// Whatever stands in the way of reading.
    pub fn unsaved(&self) -> Result<Vec<(String, String)>> {
        self.pairs("SELECT key, value FROM unsaved ORDER BY key")
    }

    fn pairs(&self, sql: &str) -> Result<Vec<(String, String)>> {
        self.db
            .prepare_cached(sql)
            .and_then(|mut read| {
                read.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
                    .collect()
            })
            .map_err(sqlite)
    }

    /// Remembers a choice.
    ///
    /// # Errors
    /// Whatever stands in the way of writing.
    pub fn save_setting(&mut self, key: &str, value: &str) -> Result<()> {
        self.db
            .execute("INSERT OR REPLACE INTO setting VALUES (?, ?)", (key, value))
            .map(|_| ())
            .map_err(sqlite)
    }

    /// Keeps an unsaved text field; an empty one is forgotten.
    ///
    /// # Errors
    /// Whatever stands in the way of writing.
    pub fn keep_unsaved(&mut self, key: &str, value: &str) -> Result<()> {
        let done = if value.is_empty() {
            self.db.execute("DELETE FROM unsaved WHERE key = ?", [key])
        } else {
            self.db
                .execute("INSERT OR REPLACE INTO unsaved VALUES (?, ?)", (key, value))
        };
        done.map(|_| ()).map_err(sqlite)
    }
}

//! What the window needs first, and what offers itself where the database cannot be opened.

use stet_core::error::Result;
use stet_store::Store;

use crate::{
    Session,
    commands::{Backup, Setting, Startup, Trouble},
};

impl Session {
    pub(super) fn startup(&mut self) -> Result<Startup> {
        let mut startup = Startup {
            me: self.person(),
            library: Vec::new(),
            settings: Vec::new(),
            unsaved: Vec::new(),
            notices: self.notices.clone(),
            trouble: None,
            undo: None,
            redo: None,
            version: env!("CARGO_PKG_VERSION").into(),
            path: self.options.database.display().to_string(),
        };
        let filled = (|| {
            startup.library = self.articles()?;
            let pairs = |pairs: Vec<(String, String)>| {
                pairs
                    .into_iter()
                    .map(|(key, value)| Setting { key, value })
                    .collect()
            };
            startup.settings = pairs(self.store()?.settings()?);
            startup.unsaved = pairs(self.store()?.unsaved()?);
            (startup.undo, startup.redo) = self.next_labels()?;
            Ok(())
        })();
        if let Err(error) = filled {
            let folder = self.place(self.options.database.clone())?.backups;
            let backups = Store::backups(&folder).into_iter().map(|file| Backup {
                at: file.name.trim_end_matches(".stet").to_owned(),
                id: file.name,
                bytes: u32::try_from(file.bytes).unwrap_or(u32::MAX),
                steps: u32::try_from(file.events).unwrap_or(u32::MAX),
            });
            startup.trouble = Some(Trouble {
                error,
                path: startup.path.clone(),
                backups: backups.collect(),
            });
        }
        Ok(startup)
    }
}

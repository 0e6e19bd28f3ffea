//! Which working copy this file is. A copied or restored file that went on under its old name
//! would write a second event at a place of a chain that is taken; so before the first write the
//! file is compared with what this machine remembers of the replica, and becomes a new one if it
//! does not match.

use std::{
    fs,
    io::Write,
    path::{Path, PathBuf},
};

use stet_core::ids::Replica;

/// Where this machine remembers its replicas: one small file each.
#[derive(Clone, Debug)]
pub(crate) struct Memory {
    folder: PathBuf,
}

impl Memory {
    pub(crate) const fn new(folder: PathBuf) -> Self {
        Self { folder }
    }

    fn path(&self, replica: Replica) -> PathBuf {
        self.folder.join(replica.to_string())
    }

    /// Whether the file at `database`, which says that `replica` has written `events` events, is
    /// the one that this machine remembers, no older than then.
    pub(crate) fn matches(&self, replica: Replica, database: &Path, events: u64) -> bool {
        let Ok(text) = fs::read_to_string(self.path(replica)) else {
            return false;
        };
        let mut lines = text.lines();
        let identity = lines.next() == Some(identity(database).as_str());
        let seen: Option<u64> = lines.next().and_then(|line| line.parse().ok());
        identity && seen.is_some_and(|seen| events >= seen)
    }

    /// Remembers. Not synced: after a power cut an older count is remembered, which still matches.
    pub(crate) fn note(
        &self,
        replica: Replica,
        database: &Path,
        events: u64,
    ) -> std::io::Result<()> {
        let path = self.path(replica);
        let text = format!("{}\n{events:020}\n", identity(database));
        // In its place, in one write: a new file at every step would be one more thing on the disk
        // that the next commit waits for.
        if let Ok(mut file) = fs::OpenOptions::new().write(true).open(&path)
            && file.metadata()?.len() == text.len() as u64
        {
            return file.write_all(text.as_bytes());
        }
        fs::create_dir_all(&self.folder)?;
        // Another process may be reading it: whole or not at all.
        let part = self.folder.join(format!(
            "{replica}.{}-{:?}",
            std::process::id(),
            std::thread::current().id()
        ));
        fs::write(&part, text)?;
        fs::rename(&part, path)
    }
}

/// Device and inode where the system has them; else the path.
fn identity(path: &Path) -> String {
    #[cfg(unix)]
    if let Ok(meta) = fs::metadata(path) {
        use std::os::unix::fs::MetadataExt;
        return format!("{}:{}", meta.dev(), meta.ino());
    }
    fs::canonicalize(path)
        .unwrap_or_else(|_| path.to_owned())
        .display()
        .to_string()
}

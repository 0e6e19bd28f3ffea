//! Merging received files: looked at first, done away from the session's thread, and stopped when
//! somebody says so.

use std::path::{Path, PathBuf};

use stet_core::{
    error::{Code, Error, Result},
    ids::Actor,
    view::ArticleView,
};
use stet_store::{Merged, Phase, Place, Progress, Receiving, Store};

use crate::{
    Reader, Session,
    commands::{LeftAside, MergeAsk, MergePhase, MergeView, Merging},
    locked::{self, Clear},
};

/// A merge that is to be done, on any thread.
pub struct MergeWork {
    files: Vec<PathBuf>,
    place: Place,
    me: Actor,
    scratch: PathBuf,
    reader: Reader,
    now_ms: u64,
    dry_run: bool,
    blind: bool,
    progress: Progress,
}

/// A merge that was done: the session takes it.
pub struct MergeDone {
    merged: Result<Merged>,
    dry_run: bool,
    blind: bool,
    progress: Progress,
}

impl MergeWork {
    /// Does it, over a connection of its own; may take seconds.
    #[must_use]
    pub fn run(self) -> MergeDone {
        let (dry_run, blind, progress) = (self.dry_run, self.blind, self.progress.clone());
        MergeDone {
            merged: self.merge(),
            dry_run,
            blind,
            progress,
        }
    }

    fn merge(self) -> Result<Merged> {
        let mut store = Store::open(self.place, self.me)?;
        let files: Vec<&Path> = self.files.iter().map(PathBuf::as_path).collect();
        let how = Receiving {
            scratch: &self.scratch,
            reciter: &self.reader,
        };
        let when = (self.now_ms, self.dry_run);
        store.merge_all(&files, how, when, &self.progress)
    }
}

impl Session {
    /// Merges shares as one step: all of them, or none; `passphrase` opens those that are encrypted.
    ///
    /// # Errors
    /// `share-refused`, `file-locked`, `passphrase-wrong`, `database-*`, `file-*`: nothing changed
    /// then.
    pub fn merge_files_as_one(
        &mut self,
        files: &[PathBuf],
        passphrase: &str,
        dry_run: bool,
    ) -> Result<Merged> {
        // Out of their encryption until the merge is done.
        let mut clear = Vec::new();
        let mut paths = Vec::new();
        for file in files {
            if locked::is_locked(file) {
                let opened = Clear::new(&self.options, file, passphrase)?;
                paths.push(opened.path());
                clear.push(opened);
            } else {
                paths.push(file.clone());
            }
        }
        let (now, scratch) = (self.now(), self.scratch());
        let reader = self.options.reader.clone();
        let how = Receiving {
            scratch: &scratch,
            reciter: &reader,
        };
        let paths: Vec<&Path> = paths.iter().map(PathBuf::as_path).collect();
        let progress = Progress::default();
        let merged = self
            .store()?
            .merge_all(&paths, how, (now, dry_run), &progress)
            .map_err(|error| clear.iter().fold(error, |error, one| one.told(error)))?;
        self.desk = None;
        Ok(merged)
    }

    pub(crate) fn merge_work(&mut self, ask: &MergeAsk, dry_run: bool) -> Result<MergeWork> {
        let handles = &ask.ids;
        if handles.is_empty() {
            return Err(Error::new(Code::Usage, "No file was named.", ""));
        }
        let files = handles.iter().map(|handle| self.received_file(handle));
        let files = files.collect::<Result<Vec<_>>>()?;
        // If the database cannot be opened, that is what is to be said.
        self.store()?;
        let progress = Progress::default();
        self.merges.push(progress.clone());
        Ok(MergeWork {
            files,
            place: self.place(self.options.database.clone())?,
            me: self.identity.actor(),
            scratch: self.scratch(),
            reader: self.options.reader.clone(),
            now_ms: self.now(),
            dry_run,
            blind: ask.blind,
            progress,
        })
    }

    pub(crate) fn merged(&mut self, done: MergeDone) -> Result<MergeView> {
        self.merges.retain(|one| !one.is(&done.progress));
        let merged = done.merged?;
        if !done.dry_run {
            self.desk = None;
            // It was this program that wrote.
            self.store()?.changed_elsewhere()?;
            if done.blind {
                self.read_blind(&merged)?;
            }
        }
        let (undo, redo) = self.next_labels()?;
        let set_aside = merged.set_aside.iter().map(|one| LeftAside {
            reason: one.reason.clone(),
            count: count(one.count),
        });
        Ok(MergeView {
            seen: count(merged.seen),
            new: count(merged.new),
            already_here: count(merged.already_here),
            disagreements: count(merged.disagreements),
            set_aside: set_aside.collect(),
            have: count(merged.have),
            of: count(merged.of),
            articles: merged.articles.iter().map(ToString::to_string).collect(),
            new_articles: count(merged.new_articles),
            summary: in_one_line(&merged, done.dry_run),
            undo,
            redo,
        })
    }

    /// Begins a blind reading of each article of a merge, before anything of it is shown.
    ///
    /// # Errors
    /// `database-*`.
    pub fn read_blind(&mut self, merged: &Merged) -> Result<()> {
        let blind = self.store()?.read_blind()?;
        for hash in &merged.articles {
            if self.holds(*hash)? && !blind.contains(hash) {
                self.start_reading(&hash.to_string(), None)?;
            }
        }
        Ok(())
    }

    /// How far the newest merge has come.
    pub(crate) fn how_far_merging(&self) -> Merging {
        let (phase, done, of) = self.merges.last().map(Progress::look).unwrap_or_default();
        Merging {
            phase: match phase {
                Phase::Waiting => None,
                Phase::Reading => Some(MergePhase::Reading),
                Phase::Taking => Some(MergePhase::Taking),
                Phase::Settling => Some(MergePhase::Settling),
            },
            done: count(done),
            of: Some(count(of)).filter(|of| *of > 0),
        }
    }

    /// Stops the merges that are under way: everything stays as it was.
    pub(crate) fn stop_merges(&self) {
        self.merges.iter().for_each(Progress::stop);
    }

    /// The articles of a received file, as an empty database would have them: nothing of it is
    /// taken.
    pub(crate) fn read_received(&mut self, handle: &str) -> Result<Vec<ArticleView>> {
        let file = self.received_file(handle)?;
        let (now, scratch) = (self.now(), self.options.data.join("scratch"));
        self.in_an_empty_one(|store| store.merge(&file, &scratch, now, false))
    }

    /// What a merge makes of an empty database, which is gone afterwards.
    pub(crate) fn in_an_empty_one(
        &mut self,
        merge: impl FnOnce(&mut Store) -> Result<Merged>,
    ) -> Result<Vec<ArticleView>> {
        let folder = self.options.data.join("scratch").join(format!(
            "preview-{}",
            stet_core::ids::encode(&self.options.random::<9>()?)
        ));
        let mut place = self.place(folder.join("report.stet"))?;
        place.backups = folder.join("backups");
        place.replicas = folder.join("replicas");
        let me = self.identity.actor();
        let look = || {
            let mut store = Store::open(place, me)?;
            merge(&mut store)?;
            let people = store.people()?;
            let drafts = store.drafts()?;
            drafts
                .iter()
                .map(|row| Ok(store.article(row.hash)?.view(&people)))
                .collect()
        };
        let views = look();
        // What was only looked at is not kept.
        let _ = std::fs::remove_dir_all(&folder);
        views
    }
}

/// “412 new, 88 already here, 3 disagree, 2 set aside (altered); you have 4,812 of the sender’s
/// 4,900”.
#[must_use]
pub fn in_one_line(merged: &Merged, dry_run: bool) -> String {
    let differ = match merged.disagreements {
        0 => "nobody disagrees".to_owned(),
        1 => "1 disagrees".to_owned(),
        several => format!("{} disagree", grouped(several)),
    };
    let mut line = format!(
        "{} new, {} already here, {differ}",
        grouped(merged.new),
        grouped(merged.already_here)
    );
    for one in &merged.set_aside {
        line.push_str(&format!(
            ", {} set aside ({})",
            grouped(one.count),
            one.reason
        ));
    }
    let have = if dry_run { "would have" } else { "have" };
    line.push_str(&format!(
        "; you {have} {} of the sender’s {}",
        grouped(merged.have),
        grouped(merged.of)
    ));
    line
}

/// A number with commas between thousands.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.char_indices() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

fn count(number: u64) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_grouped() {
        for (number, expected) in [
            (0, "0"),
            (999, "999"),
            (1_000, "1,000"),
            (1_234_567, "1,234,567"),
        ] {
            assert_eq!(grouped(number), expected);
        }
    }
}

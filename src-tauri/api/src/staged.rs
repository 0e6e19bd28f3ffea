//! The import screen: what waits on it, what it shows, what is read for it.

use std::path::PathBuf;

use stet_core::{
    draft::collapse,
    error::{Code, Error, Result},
    ids::encode,
};
use stet_intake::Choices;

use crate::{
    Session,
    choices::BlockChoices,
    commands::{
        OneHandle, Restage, StageAddress, StageText, Staged as StagedView, StagedBlock,
        StagedEncoding, Staging,
    },
    cut,
    fetch::Rules,
    import::{self, Reading},
    original::Original,
    session::Staged,
    staging::{Done, Found, Source, Watch, Work},
};

/// Blocks that the import screen shows.
const PREVIEW_BLOCKS: usize = 3_000;
/// Characters of one block that it shows, and of all of them.
const PREVIEW_CHARACTERS: usize = 20_000;
const PREVIEW_CHARACTERS_IN_ALL: usize = 2_000_000;

fn no_longer_staged() -> Error {
    Error::new(
        Code::FileMissing,
        "This reading is no longer here.",
        "Choose the file or paste the text again.",
    )
}

impl Session {
    /// Notes a file that was chosen or dropped, under a handle made by the shell: paths never come
    /// from the page.
    pub fn stage_path(&mut self, handle: &str, path: PathBuf) {
        self.staged.insert(handle.to_owned(), Staged::Path(path));
    }

    pub(crate) fn work_on(&mut self, handle: String, source: Source) -> Work {
        let watch = Watch::default();
        self.under_way.push(watch.clone());
        Work {
            handle,
            source,
            reader: self.options.reader.clone(),
            watch,
        }
    }

    pub(crate) fn text_work(&mut self, takes: StageText) -> Result<Work> {
        let handle = encode(&self.options.random::<16>()?);
        let name = if takes.html { import::PASTED_PAGE } else { "-" };
        let mut original = Original::new(name, takes.text.into_bytes());
        // Whatever the markup declares, it has come here as text.
        original.choices.encoding = takes.html.then(|| "UTF-8".into());
        Ok(self.work_on(handle, Source::Here(original)))
    }

    pub(crate) fn file_work(&mut self, takes: OneHandle) -> Result<Work> {
        let source = match self.staged.get(&takes.id) {
            Some(Staged::Path(path)) => Source::File(path.clone()),
            Some(Staged::Clear(clear)) => Source::File(clear.original().to_owned()),
            Some(Staged::Reading(reading)) => Source::Here(reading.original.clone()),
            Some(Staged::Report(report)) => Source::Here(report.original.clone()),
            None => return Err(no_longer_staged()),
        };
        Ok(self.work_on(takes.id, source))
    }

    pub(crate) fn address_work(&mut self, takes: StageAddress) -> Result<Work> {
        let handle = encode(&self.options.random::<16>()?);
        let rules = Rules {
            allow_private: takes.allow_private,
            ..Rules::default()
        };
        Ok(self.work_on(handle, Source::Address(takes.url, rules)))
    }

    pub(crate) fn again_work(&mut self, takes: Restage) -> Result<Work> {
        let mut original = self.reading_of(&takes.id)?.original.clone();
        original.choices = Choices {
            encoding: takes.encoding,
            changes: takes.changes,
            address: original.choices.address,
        };
        Ok(self.work_on(takes.id, Source::Here(original)))
    }

    /// What was read under a handle.
    pub(crate) fn reading_of(&self, handle: &str) -> Result<&Reading> {
        match self.staged.get(handle) {
            Some(Staged::Reading(reading)) => Ok(reading),
            _ => Err(no_longer_staged()),
        }
    }

    /// How far the newest reading has come.
    pub(crate) fn how_far(&self) -> Staging {
        self.under_way
            .last()
            .map_or_else(|| Watch::default().look(), Watch::look)
    }

    /// Stops what is being read and forgets what was.
    pub(crate) fn stop_staging(&mut self) {
        self.under_way.iter().for_each(Watch::stop);
        self.staged.clear();
    }

    pub(crate) fn staged(&mut self, done: Done) -> Result<StagedView> {
        self.under_way.retain(|watch| !watch.is(&done.watch));
        done.watch.go_on()?;
        let handle = done.handle.clone();
        let (view, staged) = match done.reading? {
            Found::Article(reading) => (self.shown(handle, &reading)?, Staged::Reading(reading)),
            Found::Report(report) => (self.shown_report(handle, &report)?, Staged::Report(report)),
        };
        self.staged.insert(done.handle, staged);
        Ok(view)
    }

    fn shown(&mut self, id: String, reading: &Reading) -> Result<StagedView> {
        let (draft, places) = reading.draft(&BlockChoices::default());
        let already_here = self.holds(draft.id())?.then(|| draft.id().to_string());
        let kept = self.kept()?;
        let document = &reading.document;
        let preview = preview(reading);
        Ok(StagedView {
            id,
            name: reading.name.clone(),
            format: document.format.title().into(),
            title: document.meta.title.clone(),
            authors: document.meta.authors.clone(),
            publisher: document.meta.publisher.clone(),
            published: document.meta.published.clone(),
            url: document.meta.url.clone(),
            lang: reading.language.clone(),
            encoding: document.encoding.as_ref().map(|found| StagedEncoding {
                name: found.name.clone(),
                guessed: found.guessed,
            }),
            tracked_changes: document.tracked_changes,
            changes: reading.original.choices.changes,
            blocks: count(places.len()),
            left_out: count(document.blocks.len() - places.len()),
            sentences: count(cut::sentences(&draft, &reading.language, kept.quotations).len()),
            beyond: count(document.blocks.len() - preview.len()),
            preview,
            remarks: count(document.remarks.len()),
            notes: document.notes.clone(),
            already_here,
        })
    }
}

/// The first blocks as they are shown.
fn preview(reading: &Reading) -> Vec<StagedBlock> {
    let mut room = PREVIEW_CHARACTERS_IN_ALL;
    let mut shown = Vec::new();
    for block in reading.document.blocks.iter().take(PREVIEW_BLOCKS) {
        let most = PREVIEW_CHARACTERS.min(room);
        if most == 0 {
            break;
        }
        let mut text = collapse(&block.text);
        let sentences = cut::segment(&text, Some(&reading.language), false).len();
        if let Some((at, _)) = text.char_indices().nth(most) {
            text.truncate(at);
            text.push('…');
        }
        room = room.saturating_sub(text.chars().count());
        shown.push(StagedBlock {
            kind: block.kind,
            text,
            left_out: block.left_out,
            sentences: count(sentences),
        });
    }
    shown
}

fn count(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

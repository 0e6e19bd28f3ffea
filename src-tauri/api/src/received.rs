//! Reports that carry their work: taken in as a merge, with the same distrust as a share.

use stet_core::{
    error::{Code, Error, Result},
    report::Record,
    view::ArticleView,
};
use stet_store::Merged;

use crate::{
    Session,
    choices::Imported,
    commands::{Staged as StagedView, StagedBlock},
    merging::in_one_line,
    original::Original,
};

/// A report that was read and not taken in yet.
#[derive(Clone, Debug)]
pub(crate) struct Received {
    /// What it was read from.
    pub(crate) original: Original,
    record: Record,
}

impl Received {
    /// Reads a report.
    ///
    /// # Errors
    /// As for [`Record::of_report`].
    pub(crate) fn new(original: Original) -> Result<Self> {
        let record = Record::of_report(&original.bytes).map_err(|mut error| {
            if original.name != "-" {
                error.message = format!("{}: {}", original.name, error.message);
            }
            error
        })?;
        Ok(Self { original, record })
    }

    fn name(&self) -> &str {
        match self.original.name.as_str() {
            "-" => "a report",
            name => name,
        }
    }
}

impl Session {
    /// Merges what a report carries; tells of each of its articles.
    pub(crate) fn take_in(&mut self, received: &Received) -> Result<Vec<Imported>> {
        let here: Vec<_> = self.store()?.drafts()?.iter().map(|row| row.hash).collect();
        let now = self.now();
        let dry = self.merge_record(received, now, true)?;
        if dry.new == 0 && dry.already_here == 0 {
            return Err(nothing_true(received, &dry));
        }
        let merged = self.merge_record(received, now, false)?;
        self.desk = None;
        let mut notes = vec![told(&merged)];
        let mut imported = Vec::new();
        for hash in &merged.articles {
            let article = hash.to_string();
            // Of a draft whose import was undone there is nothing to show.
            if !self.holds(*hash)? {
                continue;
            }
            self.annotations_of(&article)?;
            let view = self.view(&article)?;
            imported.push(Imported {
                article: view.article,
                title: view.title,
                lang: view.lang,
                blocks: count(view.blocks.len()),
                sentences: count(view.sentences.len()),
                already_here: here.contains(hash),
                notes: std::mem::take(&mut notes),
            });
        }
        Ok(imported)
    }

    fn merge_record(&mut self, received: &Received, now: u64, dry_run: bool) -> Result<Merged> {
        let store = self.store()?;
        store.merge_record(&received.record, received.name(), now, dry_run)
    }

    /// What the import screen shows of a report: its first article as its events give it, worked
    /// out in a database that is gone afterwards. The report's own words are not believed.
    pub(crate) fn shown_report(&mut self, id: String, received: &Received) -> Result<StagedView> {
        let now = self.now();
        let merged = self.merge_record(received, now, true)?;
        let views = self.previewed(received, now)?;
        let Some(first) = views.first() else {
            return Err(nothing_true(received, &merged));
        };
        let mut notes = vec![format!(
            "This is a report of Stet. The work in it is merged with yours as it is: {}",
            told(&merged)
        )];
        if views.len() > 1 {
            notes.push(format!(
                "It holds {} articles; this is the first.",
                views.len()
            ));
        }
        Ok(StagedView {
            id,
            name: received.original.name.clone(),
            format: "Stet report".into(),
            title: first.title.clone(),
            authors: first.authors.clone(),
            publisher: first.publisher.clone(),
            published: first.published.clone(),
            url: first.url.clone(),
            lang: first.lang.clone(),
            encoding: None,
            tracked_changes: false,
            changes: stet_core::view::TrackedChanges::default(),
            blocks: count(first.blocks.len()),
            left_out: 0,
            sentences: count(first.sentences.len()),
            preview: blocks(first),
            beyond: 0,
            remarks: 0,
            notes,
            already_here: (merged.new == 0).then(|| first.article.clone()),
        })
    }

    /// The articles of a report, as an empty database would have them.
    fn previewed(&mut self, received: &Received, now: u64) -> Result<Vec<ArticleView>> {
        self.in_an_empty_one(|store| {
            store.merge_record(&received.record, received.name(), now, false)
        })
    }
}

fn blocks(view: &ArticleView) -> Vec<StagedBlock> {
    let index = stet_core::text::Index::new(&view.text);
    let sentences = |n| view.sentences.iter().filter(|one| one.block == n).count();
    view.blocks
        .iter()
        .map(|block| StagedBlock {
            kind: block.kind,
            text: index
                .slice(
                    &view.text,
                    stet_core::text::Span {
                        start: block.start,
                        end: block.end,
                    },
                )
                .to_owned(),
            left_out: None,
            sentences: count(sentences(block.n)),
        })
        .collect()
}

/// What a merge did, in words.
fn told(merged: &Merged) -> String {
    format!("{}.", in_one_line(merged, false))
}

/// Nothing in it is vouched for by whom it names.
fn nothing_true(received: &Received, merged: &Merged) -> Error {
    let reasons: Vec<String> = merged
        .set_aside
        .iter()
        .map(|one| format!("{} {}", one.count, one.reason))
        .collect();
    let why = if reasons.is_empty() {
        "it holds no work on an article".to_owned()
    } else {
        reasons.join(", ")
    };
    Error::new(
        Code::ShareRefused,
        format!("Nothing of {} could be taken in: {why}.", received.name()),
        "Ask for a new copy. Nothing was changed.",
    )
}

fn count(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

//! The library: what comes in, what is there, what goes out and is merged.

use std::path::Path;

use stet_core::{
    draft::TextHash,
    error::Result,
    people::People,
    time,
    view::{ArticleRow, Counts},
};
use stet_store::{Check, DraftRow, Salvaged};

use crate::{
    Session,
    choices::{ImportChoices, Imported, Kept},
    fetch::Rules,
    import::Reading,
    original::Original,
    staging::{Found, Source},
};

/// The setting that says whether imported files are kept: `on` (the default) or `off`.
const KEEP_ORIGINALS: &str = "keep-originals";
/// The setting that says whether quotations stay whole when sentences are cut: `on` or `off` (the
/// default).
const KEEP_QUOTATIONS: &str = "keep-quotations";

impl Session {
    /// Imports a file.
    ///
    /// # Errors
    /// `file-*`, `format-unknown`, `value-refused`, `database-*`: nothing changed then.
    pub fn import_file(&mut self, path: &Path, choices: &ImportChoices) -> Result<Vec<Imported>> {
        self.import_from(Source::File(path.to_owned()), choices)
    }

    /// Imports bytes called `name` (`-`: plain text).
    ///
    /// # Errors
    /// As for [`Self::import_file`].
    pub fn import_bytes(
        &mut self,
        name: &str,
        bytes: Vec<u8>,
        choices: &ImportChoices,
    ) -> Result<Vec<Imported>> {
        self.import_from(Source::Here(Original::new(name, bytes)), choices)
    }

    /// Imports a page of the web.
    ///
    /// # Errors
    /// As for [`Self::import_file`]; `link-refused`, `fetch-failed`.
    pub fn import_address(
        &mut self,
        address: &str,
        rules: Rules,
        choices: &ImportChoices,
    ) -> Result<Vec<Imported>> {
        self.import_from(Source::Address(address.to_owned(), rules), choices)
    }

    /// One article, or those of a report that carries its work.
    fn import_from(&mut self, source: Source, choices: &ImportChoices) -> Result<Vec<Imported>> {
        let work = self.work_on(String::new(), source);
        self.under_way.pop();
        match work.run().reading? {
            Found::Article(reading) => Ok(vec![self.import(&reading, choices)?]),
            Found::Report(report) => self.take_in(&report),
        }
    }

    pub(crate) fn import(
        &mut self,
        reading: &Reading,
        choices: &ImportChoices,
    ) -> Result<Imported> {
        let (draft, places) = reading.draft(&choices.blocks);
        let already_here = self.holds(draft.id())?;
        if !already_here {
            let mut kept = self.kept()?;
            kept.quotations = choices.keep_quotations.unwrap_or(kept.quotations);
            let plan = reading.plan(&draft, &places, choices, kept)?;
            self.save(plan)?;
            self.annotations_of(&draft.id().to_string())?;
        }
        let view = self.view(&draft.id().to_string())?;
        Ok(Imported {
            article: view.article,
            title: view.title,
            lang: view.lang,
            blocks: count(view.blocks.len()),
            sentences: count(view.sentences.len()),
            already_here,
            notes: reading.notes(),
        })
    }

    /// Whether a text is in the library.
    pub(crate) fn holds(&mut self, draft: TextHash) -> Result<bool> {
        let drafts = self.store()?.drafts()?;
        Ok(drafts.iter().any(|row| row.hash == draft))
    }

    /// What this database keeps whole of what is imported.
    pub(crate) fn kept(&mut self) -> Result<Kept> {
        let settings = self.store()?.settings()?;
        let is = |key, value| settings.iter().any(|(k, v)| k == key && v == value);
        Ok(Kept {
            original: !is(KEEP_ORIGINALS, "off"),
            quotations: is(KEEP_QUOTATIONS, "on"),
        })
    }

    /// The library, last worked on first.
    ///
    /// # Errors
    /// `database-*`.
    pub fn articles(&mut self) -> Result<Vec<ArticleRow>> {
        let people = self.store()?.people()?;
        let drafts = self.store()?.drafts()?;
        let blind = self.store()?.read_blind()?;
        drafts
            .into_iter()
            .map(|row| self.row(&row, &people, blind.contains(&row.hash)))
            .collect()
    }

    /// `blind`: what others said does not count then, nor what was kept for those who may see it.
    fn row(&mut self, row: &DraftRow, people: &People, blind: bool) -> Result<ArticleRow> {
        let store = self.store()?;
        let kept = store.kept_summary(row)?.filter(|_| !blind);
        if let Some(kept) = kept.and_then(|text| serde_json::from_str::<ArticleRow>(&text).ok()) {
            return Ok(kept);
        }
        let article = store.article(row.hash)?;
        let counts: Counts = article.counts(people);
        let made = ArticleRow {
            article: row.hash.to_string(),
            title: article.title(),
            lang: article.language(),
            published: article.published(),
            provenance: article.provenance(),
            sample: article.is_sample(),
            imported_at: time::iso(row.imported_at_ms),
            worked_at: time::iso(row.worked_at_ms),
            same_as: article.same_as().map(|hash| hash.to_string()),
            counts,
        };
        if !blind && let Ok(text) = serde_json::to_string(&made) {
            store.keep_summary(row, &text);
        }
        Ok(made)
    }

    /// Looks the database over.
    ///
    /// # Errors
    /// `database-*`.
    pub fn check(&mut self) -> Result<Check> {
        self.store()?.check()
    }

    /// Rescues what is whole of a damaged database into a new one.
    ///
    /// # Errors
    /// `file-*`, `database-damaged`.
    pub fn salvage(&mut self, into: &Path) -> Result<Salvaged> {
        let place = self.place(into.to_owned())?;
        stet_store::salvage(&self.options.database, place, self.identity.actor())
    }
}

fn count(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

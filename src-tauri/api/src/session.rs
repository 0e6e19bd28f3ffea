//! A session: one checker at work in one database. Everything that a front can do goes through
//! here; each change is one step.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};

use stet_core::{
    article::Article,
    draft::TextHash,
    error::{Code, Error, Result},
    ids::{BlobHash, EvidenceId, Replica, SourceId},
    json::Json,
    plan::{self, Change, Plan, SourceText},
    range,
    schema::{Entity, Field},
    text::Span,
    time,
    view::{ArticleRow, ArticleView, Counts, Tag},
};
use stet_store::{
    Check, Direction, DraftRow, Merged, Place, Salvaged, Shared, Step, StepRow, Store,
};

use crate::{
    Identity, Options,
    commands::Notice,
    desk::Desk,
    import::{self, ImportChoices, Imported, Reading},
    notices,
};

/// One checker at work in one database.
pub struct Session {
    pub(crate) options: Options,
    pub(crate) identity: Identity,
    pub(crate) store: std::result::Result<Store, Error>,
    pub(crate) desk: Option<Desk>,
    pub(crate) staged: BTreeMap<String, Staged>,
    pub(crate) notices: Vec<Notice>,
    pub(crate) changed_elsewhere: bool,
}

/// What waits on the import screen.
pub(crate) enum Staged {
    /// A file that was chosen or dropped, not read yet.
    Path(PathBuf),
    /// Read.
    Reading(Box<Reading>),
}

/// More backups than this many bytes are not made while somebody waits.
const INLINE_BACKUP_BYTES: u64 = 64 * 1024 * 1024;

impl Session {
    /// Opens the database, making it if it is missing. A database that cannot be opened does not
    /// fail here but at the first command that needs it, so that a front can say what is wrong
    /// and offer a way out.
    ///
    /// # Errors
    /// `identity-refused`, `file-*`: the checker's identity cannot be read or made.
    pub fn open(options: Options) -> Result<Self> {
        let identity = Identity::choose(&options)?;
        let mut session = Self {
            options,
            identity,
            store: Err(closed()),
            desk: None,
            staged: BTreeMap::new(),
            notices: Vec::new(),
            changed_elsewhere: false,
        };
        let mounts = std::fs::read_to_string("/proc/self/mounts").unwrap_or_default();
        session.notices = notices::about(&session.options.database, &mounts);
        session.reopen()?;
        Ok(session)
    }

    pub(crate) fn reopen(&mut self) -> Result<()> {
        self.store = Err(closed());
        self.desk = None;
        let place = self.place(self.options.database.clone())?;
        self.store = Store::open(place, self.identity.actor());
        if let Ok(store) = &self.store {
            let bytes = std::fs::metadata(store.path()).map_or(0, |meta| meta.len());
            // A failed backup must not stop anybody's work; it is said instead.
            if bytes < INLINE_BACKUP_BYTES
                && let Err(error) = store.back_up(&time::date(self.now()))
            {
                self.notices.push(Notice {
                    message: format!("Today's backup could not be made. {}", error.message),
                    hint: error.hint,
                });
            }
        }
        Ok(())
    }

    pub(crate) fn place(&self, database: PathBuf) -> Result<Place> {
        let absolute = std::path::absolute(&database).unwrap_or(database);
        let id = BlobHash::of(absolute.as_os_str().as_encoded_bytes()).to_string();
        Ok(Place {
            backups: self.options.data.join("backups").join(&id[..16]),
            replicas: self.options.config.join("replicas"),
            database: absolute,
            fresh: Replica(self.options.random()?),
        })
    }

    pub(crate) fn now(&self) -> u64 {
        (self.options.now_ms)()
    }

    /// The checker at work.
    #[must_use]
    pub const fn identity(&self) -> &Identity {
        &self.identity
    }

    /// What the person should know about where the database lies.
    #[must_use]
    pub fn notices(&self) -> &[Notice] {
        &self.notices
    }

    /// The database, or why it could not be opened.
    ///
    /// # Errors
    /// The reason.
    pub fn store(&mut self) -> Result<&mut Store> {
        self.store.as_mut().map_err(|error| error.clone())
    }

    /// The text that an id or unique prefix names.
    ///
    /// # Errors
    /// `article-unknown`, `article-ambiguous`.
    pub fn resolve(&mut self, article: &str) -> Result<TextHash> {
        if let Some(desk) = self
            .desk
            .as_ref()
            .filter(|desk| desk.hash.to_string() == article)
        {
            return Ok(desk.hash);
        }
        let wanted = article.to_ascii_lowercase();
        let found: Vec<TextHash> = self
            .store()?
            .drafts()?
            .into_iter()
            .map(|row| row.hash)
            .filter(|hash| !wanted.is_empty() && hash.hex().starts_with(&wanted))
            .collect();
        match found.as_slice() {
            [one] => Ok(*one),
            [] => Err(Error::new(
                Code::ArticleUnknown,
                format!("No article begins with “{article}”."),
                "stet articles lists them.",
            )),
            several => {
                let ids: Vec<String> = several.iter().take(5).map(ToString::to_string).collect();
                Err(Error::new(
                    Code::ArticleAmbiguous,
                    format!(
                        "{} articles begin with “{article}”: {}.",
                        several.len(),
                        ids.join(", ")
                    ),
                    "Give more digits.",
                ))
            }
        }
    }

    /// The article on the desk, opened if it is not there or somebody else wrote.
    pub(crate) fn desk(&mut self, article: &str) -> Result<&mut Desk> {
        if self.store()?.changed_elsewhere()? {
            self.desk = None;
            self.changed_elsewhere = true;
        }
        let hash = self.resolve(article)?;
        if self.desk.as_ref().is_none_or(|desk| desk.hash != hash) {
            self.desk = Some(Desk::open(self.store()?, hash)?);
        }
        if let (Ok(store), Some(desk)) = (&self.store, self.desk.as_mut()) {
            desk.catch_up(store)?;
        }
        self.desk.as_mut().ok_or_else(closed)
    }

    /// An article as it shows.
    ///
    /// # Errors
    /// `article-*`, `database-*`.
    pub fn view(&mut self, article: &str) -> Result<ArticleView> {
        Ok(self.desk(article)?.view())
    }

    /// The spans that a RANGE names.
    ///
    /// # Errors
    /// `article-*`, `sentence-unknown`.
    pub fn spans(&mut self, article: &str, named: &str) -> Result<Vec<Span>> {
        let desk = self.desk(article)?;
        let units = desk.article.units();
        Ok(range::resolve(named, units)?
            .into_iter()
            .filter_map(|n| units.get(n))
            .map(|unit| unit.span)
            .collect())
    }

    /// Works out a step on an article and saves it. `None`: everything is so already.
    pub(crate) fn work(
        &mut self,
        article: &str,
        plan: impl FnOnce(&Article, &Identity) -> Result<Plan>,
    ) -> Result<Option<Step>> {
        let identity = self.identity.clone();
        let plan = plan(&self.desk(article)?.article, &identity)?;
        let step = self.save(&plan)?;
        if let (Some(desk), Some(step)) = (self.desk.as_mut(), &step) {
            desk.fall_behind(&step.entities);
        }
        Ok(step)
    }

    /// Saves a plan as one step; the checker's name goes before the first one.
    pub(crate) fn save(&mut self, plan: &Plan) -> Result<Option<Step>> {
        self.sign_name()?;
        let now = self.now();
        self.store()?.append(plan, now)
    }

    /// Says the checker's name in this database, if it does not stand there yet.
    fn sign_name(&mut self) -> Result<()> {
        let (me, name, initials) = (
            self.identity.actor(),
            self.identity.name.clone(),
            self.identity.initials.clone(),
        );
        let now = self.now();
        let said = |field, text: &str| {
            Change::new(
                Entity::Person(me),
                field,
                if text.is_empty() {
                    Json::Null
                } else {
                    Json::text(text)
                },
            )
        };
        let plan = Plan::library(
            format!("signed as {name}"),
            vec![
                said(Field::PersonName, &name),
                said(Field::PersonInitials, &initials),
            ],
        );
        if self.store()?.append(&plan, now)?.is_some() {
            self.desk = None;
        }
        Ok(())
    }

    /// Tags sentences, or clears one's own tags.
    ///
    /// # Errors
    /// `article-*`, `sentence-unknown`, `value-refused`, `database-*`: nothing changed then.
    pub fn tag_sentences(
        &mut self,
        article: &str,
        spans: &[Span],
        tag: Option<Tag>,
        finding: Option<&str>,
    ) -> Result<Option<Step>> {
        self.work(article, |article, me| {
            plan::plan_tag(article, me.actor(), spans, tag, finding)
        })
    }

    /// Tags, and says wording, speaker and sources in the same step, as the command line does.
    ///
    /// # Errors
    /// As for [`Self::tag_sentences`]; `source-unknown`.
    pub fn tag_with(
        &mut self,
        article: &str,
        spans: &[Span],
        tag: Option<Tag>,
        notes: &Notes,
    ) -> Result<Option<Step>> {
        let sources = notes
            .sources
            .iter()
            .map(|text| self.source_named(text))
            .collect::<Result<Vec<_>>>()?;
        let ids = sources
            .iter()
            .map(|_| self.evidence_ids(spans))
            .collect::<Result<Vec<_>>>()?;
        self.work(article, |article, me| {
            let mut plan =
                plan::plan_tag(article, me.actor(), spans, tag, notes.finding.as_deref())?;
            for (field, text) in [
                (Field::Correction, &notes.correction),
                (Field::Speaker, &notes.speaker),
            ] {
                if let Some(text) = text {
                    plan.changes
                        .extend(plan::plan_text(article, spans, field, text)?.changes);
                }
            }
            for (source, ids) in sources.iter().zip(&ids) {
                plan.changes
                    .extend(plan::plan_evidence(article, ids, source, "", "")?.changes);
            }
            Ok(plan)
        })
    }

    /// A source by its id, or a new one for an address.
    pub(crate) fn source_named(&mut self, text: &str) -> Result<SourceText> {
        let known = self
            .store()?
            .sources()?
            .into_iter()
            .find(|(id, _, url, _)| id.to_string() == text || (!url.is_empty() && url == text));
        if let Some((id, title, url, _)) = known {
            return Ok(SourceText { id, title, url });
        }
        if is_web_address(text) {
            return Ok(SourceText {
                id: SourceId(self.options.random()?),
                title: String::new(),
                url: text.to_owned(),
            });
        }
        Err(Error::new(
            Code::SourceUnknown,
            format!("No source “{text}” is here."),
            "Give an http or https address, or the id of a known source.",
        ))
    }

    pub(crate) fn evidence_ids(&self, spans: &[Span]) -> Result<Vec<(Span, EvidenceId)>> {
        spans
            .iter()
            .map(|span| Ok((*span, EvidenceId(self.options.random()?))))
            .collect()
    }

    /// Flags or unflags.
    ///
    /// # Errors
    /// As for [`Self::tag_sentences`].
    pub fn flag_sentences(
        &mut self,
        article: &str,
        spans: &[Span],
        on: bool,
    ) -> Result<Option<Step>> {
        self.work(article, |article, _| plan::plan_flag(article, spans, on))
    }

    /// Splits a sentence before a code point of the article's text.
    ///
    /// # Errors
    /// `article-*`, `boundary-refused`, `database-*`.
    pub fn split_at(
        &mut self,
        article: &str,
        at: stet_core::text::CodePoint,
    ) -> Result<Option<Step>> {
        let step = self.work(article, |article, _| plan::plan_split(article, at))?;
        self.desk = None;
        Ok(step)
    }

    /// Joins a sentence with the next one.
    ///
    /// # Errors
    /// `article-*`, `sentence-unknown`, `boundary-refused`, `database-*`.
    pub fn join_next(&mut self, article: &str, span: Span) -> Result<Option<Step>> {
        let step = self.work(article, |article, _| plan::plan_join(article, span))?;
        self.desk = None;
        Ok(step)
    }

    /// Undoes or redoes.
    ///
    /// # Errors
    /// `undo-nothing`, `undo-declined`, `database-*`.
    pub fn turn(&mut self, direction: Direction) -> Result<Step> {
        let now = self.now();
        let step = self.store()?.step_back_or_forth(direction, now)?;
        self.desk = None;
        Ok(step)
    }

    /// Steps, newest first.
    ///
    /// # Errors
    /// `article-*`, `database-*`.
    pub fn steps(&mut self, article: Option<&str>, limit: u32) -> Result<Vec<StepRow>> {
        let about = article.map(|article| self.resolve(article)).transpose()?;
        self.store()?.steps(about, limit)
    }

    /// Imports a file.
    ///
    /// # Errors
    /// `file-*`, `format-unknown`, `value-refused`, `database-*`: nothing changed then.
    pub fn import_file(&mut self, path: &Path, choices: &ImportChoices) -> Result<Imported> {
        let reading = import::read_file(path)?;
        self.import(&reading, choices)
    }

    /// Imports bytes called `name` (`-`: plain text).
    ///
    /// # Errors
    /// As for [`Self::import_file`].
    pub fn import_bytes(
        &mut self,
        name: &str,
        bytes: &[u8],
        choices: &ImportChoices,
    ) -> Result<Imported> {
        let reading = import::read_bytes(name, bytes)?;
        self.import(&reading, choices)
    }

    pub(crate) fn import(
        &mut self,
        reading: &Reading,
        choices: &ImportChoices,
    ) -> Result<Imported> {
        let draft = reading.draft(&choices.kinds);
        let already_here = self
            .store()?
            .drafts()?
            .iter()
            .any(|row| row.hash == draft.id());
        if !already_here {
            let plan = reading.plan(&draft, choices)?;
            self.save(&plan)?;
        }
        let view = self.view(&draft.id().to_string())?;
        Ok(Imported {
            article: view.article,
            title: view.title,
            lang: view.lang,
            blocks: count(view.blocks.len()),
            sentences: count(view.sentences.len()),
            already_here,
            notes: reading.document.notes.clone(),
        })
    }

    /// The library, last worked on first.
    ///
    /// # Errors
    /// `database-*`.
    pub fn articles(&mut self) -> Result<Vec<ArticleRow>> {
        let people = self.store()?.people()?;
        let drafts = self.store()?.drafts()?;
        drafts
            .into_iter()
            .map(|row| self.row(&row, &people))
            .collect()
    }

    fn row(&mut self, row: &DraftRow, people: &stet_core::people::People) -> Result<ArticleRow> {
        let store = self.store()?;
        if let Some(kept) = store
            .kept_summary(row)?
            .and_then(|text| serde_json::from_str::<ArticleRow>(&text).ok())
        {
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
            counts,
        };
        if let Ok(text) = serde_json::to_string(&made) {
            store.keep_summary(row, &text);
        }
        Ok(made)
    }

    /// Writes a share of some articles, or of all.
    ///
    /// # Errors
    /// `article-*`, `file-*`, `database-*`: nothing lies at `out` then.
    pub fn share(&mut self, articles: &[String], out: &Path) -> Result<Shared> {
        let hashes = articles
            .iter()
            .map(|article| self.resolve(article))
            .collect::<Result<Vec<_>>>()?;
        let keys: Vec<_> = Identity::all(&self.options.config)
            .iter()
            .map(|identity| identity.key().clone())
            .collect();
        let sample = crate::sample::hash();
        self.store()?.share(&hashes, Some(sample), &keys, out)
    }

    /// Merges a share.
    ///
    /// # Errors
    /// `share-refused`, `database-*`, `file-*`: nothing changed then.
    pub fn merge(&mut self, file: &Path, dry_run: bool) -> Result<Merged> {
        let (now, scratch) = (self.now(), self.options.data.join("scratch"));
        let merged = self.store()?.merge(file, &scratch, now, dry_run)?;
        self.desk = None;
        Ok(merged)
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

/// What the command line may say beside a tag.
#[derive(Clone, Debug, Default)]
pub struct Notes {
    /// Finding; none keeps what the rule of tagging keeps.
    pub finding: Option<String>,
    /// Proposed wording.
    pub correction: Option<String>,
    /// Speaker.
    pub speaker: Option<String>,
    /// Ids or addresses of sources.
    pub sources: Vec<String>,
}

/// Whether this is an http or https address with a host: the only ones that are ever opened.
#[must_use]
pub fn is_web_address(text: &str) -> bool {
    stet_report::link(text).is_some()
}

fn closed() -> Error {
    Error::new(Code::Internal, "No database is open.", "")
}

fn count(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

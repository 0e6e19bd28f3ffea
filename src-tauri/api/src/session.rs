//! A session: one checker at work in one database. Everything that a front can do goes through
//! here; each change is one step.

use std::{collections::BTreeMap, path::PathBuf, thread::JoinHandle};

use stet_core::{
    article::Article,
    draft::TextHash,
    error::{Code, Error, Result},
    ids::{BlobHash, Replica},
    json::Json,
    plan::{Change, Plan},
    range,
    schema::{Entity, Field},
    text::Span,
    time,
    view::ArticleView,
};
use stet_store::{Place, Progress, Step, Store};

use crate::{
    Identity, Options, commands::Notice, desk::Desk, import::Reading, locked::Clear,
    making::Reports, notices, received::Received, staging::Watch,
};

/// One checker at work in one database.
pub struct Session {
    pub(crate) options: Options,
    pub(crate) identity: Identity,
    pub(crate) store: std::result::Result<Store, Error>,
    pub(crate) desk: Option<Desk>,
    pub(crate) staged: BTreeMap<String, Staged>,
    /// Readings that were begun and not taken yet, the newest last.
    pub(crate) under_way: Vec<Watch>,
    /// Merges that were begun and not taken yet, the newest last.
    pub(crate) merges: Vec<Progress>,
    /// Reports that were given away to be written.
    pub(crate) reports: Reports,
    pub(crate) notices: Vec<Notice>,
    /// Files that the program was started with, by handle.
    pub(crate) waiting: Vec<String>,
    pub(crate) changed_elsewhere: bool,
    /// The day's backup, while it is being made beside the work.
    backup: Option<JoinHandle<()>>,
}

impl Drop for Session {
    /// A backup that was begun is brought to its end.
    fn drop(&mut self) {
        if let Some(backup) = self.backup.take() {
            // It says itself what went wrong.
            let _ = backup.join();
        }
    }
}

/// What waits on the import screen.
pub(crate) enum Staged {
    /// A file that was chosen or dropped, not read yet.
    Path(PathBuf),
    /// A share that was encrypted, out of its encryption until its handle is forgotten.
    Clear(Clear),
    /// Read.
    Reading(Box<Reading>),
    /// A report that carries its work, read.
    Report(Box<Received>),
}

/// Backups of more bytes than this are not made while somebody waits.
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
            under_way: Vec::new(),
            merges: Vec::new(),
            reports: Reports::default(),
            notices: Vec::new(),
            waiting: Vec::new(),
            changed_elsewhere: false,
            backup: None,
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
            let date = time::date(self.now());
            // A failed backup must not stop anybody's work; it is said instead.
            if bytes >= INLINE_BACKUP_BYTES {
                let place = self.place(self.options.database.clone())?;
                self.back_up_beside(place, date);
            } else if let Err(error) = store.back_up(&date) {
                self.notices.push(Notice {
                    message: format!("Today's backup could not be made. {}", error.message),
                    hint: error.hint,
                });
            }
        }
        Ok(())
    }

    /// Makes the day's backup of a large database while work goes on.
    fn back_up_beside(&mut self, place: Place, date: String) {
        let me = self.identity.actor();
        let work = move || {
            if let Err(error) = Store::open(place, me).and_then(|store| store.back_up(&date)) {
                eprintln!("stet: today's backup could not be made. {error}");
            }
        };
        let thread = std::thread::Builder::new().name("backup".into());
        self.backup = thread.spawn(work).ok();
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
            let me = self.identity.name.clone();
            self.desk = Some(Desk::open(self.store()?, hash, &me)?);
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
        let step = self.save(plan)?;
        if let (Some(desk), Some(step)) = (self.desk.as_mut(), &step) {
            desk.fall_behind(&step.entities);
        }
        Ok(step)
    }

    /// Saves a plan as one step; the checker's name goes before the first one.
    pub(crate) fn save(&mut self, mut plan: Plan) -> Result<Option<Step>> {
        self.sign_name()?;
        self.protect(&mut plan)?;
        let now = self.now();
        self.store()?.append(&plan, now)
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
}

fn closed() -> Error {
    Error::new(Code::Internal, "No database is open.", "")
}

//! The commands as the window calls them: each answers with what changed, the counts, and what undo
//! and redo would do now.

use stet_core::{
    agreement::AgreementView,
    annotation::Annotations,
    conflict::Conflict,
    error::{Code, Error, Result},
    json::Json,
    plan::{self, Change, Plan},
    schema::{Entity, Field},
    time,
    view::{ArticleRow, ArticleView, StepView},
};
use stet_store::{Direction, Store};

use crate::{
    Notes, Session,
    choices::{BlockChoices, ImportChoices},
    commands::{
        AddEvidence, Adjudicate, Assign, Changes, Commands, ConfirmPerson, Done, EditEvidence,
        FileLook, FlagSentences, HistoryLine, Identify, ImportStaged, JoinNext, KeyRow,
        LanguageFigures, LinkKeys, MergeAsk, MergeView, Merging, Nothing, OneArticle, OneBackup,
        OneEvidence, OneHandle, OneReading, OneSentence, Opened, Person, PersonRow,
        PublishSentences, ReportAsk, ReportText, Restage, SameAs, SetText, Setting, Settle,
        ShareAsk, SharePreview, SourceRow, SplitAt, StageAddress, StageText, Staged as StagedView,
        Staging, Startup, TagSentences, UnlockFile,
    },
    session::Staged,
};

mod evidence;
pub(crate) mod history;
mod reporting;
mod start;

/// Steps that the log shows.
const LOG_STEPS: u32 = 500;

impl Commands for Session {
    fn start(&mut self, _: Nothing) -> Result<Startup> {
        self.startup()
    }

    fn identify(&mut self, takes: Identify) -> Result<Person> {
        let config = self.options.config.clone();
        self.identity
            .rename(&config, &takes.name, &takes.initials)?;
        self.desk = None;
        Ok(self.person())
    }

    fn library(&mut self, _: Nothing) -> Result<Vec<ArticleRow>> {
        self.articles()
    }

    fn open_article(&mut self, takes: OneArticle) -> Result<Opened> {
        self.opened(&takes.article)
    }

    fn annotations(&mut self, takes: OneArticle) -> Result<Annotations> {
        self.annotations_of(&takes.article)
    }

    fn about_language(&mut self, _: Nothing) -> Result<LanguageFigures> {
        Ok(crate::annotations::figures())
    }

    fn stage_text(&mut self, takes: StageText) -> Result<StagedView> {
        let done = self.text_work(takes)?.run();
        self.staged(done)
    }

    fn stage_file(&mut self, takes: OneHandle) -> Result<StagedView> {
        let done = self.file_work(takes)?.run();
        self.staged(done)
    }

    fn stage_address(&mut self, takes: StageAddress) -> Result<StagedView> {
        let done = self.address_work(takes)?.run();
        self.staged(done)
    }

    fn restage(&mut self, takes: Restage) -> Result<StagedView> {
        let done = self.again_work(takes)?.run();
        self.staged(done)
    }

    fn staging(&mut self, _: Nothing) -> Result<Staging> {
        Ok(self.how_far())
    }

    fn cancel_staging(&mut self, _: Nothing) -> Result<Nothing> {
        self.stop_staging();
        Ok(Nothing {})
    }

    fn import_staged(&mut self, takes: ImportStaged) -> Result<Opened> {
        if let Some(Staged::Report(report)) = self.staged.get(&takes.id) {
            let report = report.clone();
            let imported = self.take_in(&report)?;
            self.staged.remove(&takes.id);
            let first = imported.first().map(|one| one.article.clone());
            return self.opened(&first.unwrap_or_default());
        }
        let reading = self.reading_of(&takes.id)?.clone();
        let choices = ImportChoices {
            title: takes.title,
            language: takes.lang,
            authors: Some(takes.authors),
            publisher: Some(takes.publisher),
            published: Some(takes.published),
            url: Some(takes.url),
            provenance: takes.provenance,
            keep_quotations: None,
            blocks: BlockChoices {
                kinds: takes.kinds,
                put_back: takes.put_back,
                leave_out: takes.leave_out,
            },
        };
        let imported = self.import(&reading, &choices)?;
        self.staged.remove(&takes.id);
        self.opened(&imported.article)
    }

    fn open_sample(&mut self, _: Nothing) -> Result<Opened> {
        let article = self.import_sample()?;
        self.opened(&article)
    }

    fn tag(&mut self, takes: TagSentences) -> Result<Done> {
        let notes = Notes {
            speaker: takes.speaker,
            ..Notes::default()
        };
        let step = self.tag_with(&takes.article, &takes.spans, takes.tag, &notes)?;
        self.done(&takes.article, step)
    }

    fn set_finding(&mut self, takes: SetText) -> Result<Done> {
        let step = self.work(&takes.article, |article, me| {
            plan::plan_finding(article, me.actor(), takes.span, &takes.text)
        })?;
        self.done(&takes.article, step)
    }

    fn set_correction(&mut self, takes: SetText) -> Result<Done> {
        let step = self.work(&takes.article, |article, _| {
            plan::plan_text(article, &[takes.span], Field::Correction, &takes.text)
        })?;
        self.done(&takes.article, step)
    }

    fn set_speaker(&mut self, takes: SetText) -> Result<Done> {
        let step = self.work(&takes.article, |article, _| {
            plan::plan_text(article, &[takes.span], Field::Speaker, &takes.text)
        })?;
        self.done(&takes.article, step)
    }

    fn flag(&mut self, takes: FlagSentences) -> Result<Done> {
        let step = self.flag_sentences(&takes.article, &takes.spans, takes.on)?;
        self.done(&takes.article, step)
    }

    fn publish(&mut self, takes: PublishSentences) -> Result<Done> {
        let step = self.work(&takes.article, |article, _| {
            plan::plan_publish(article, &takes.spans, takes.on)
        })?;
        self.done(&takes.article, step)
    }

    fn split(&mut self, takes: SplitAt) -> Result<Done> {
        let step = self.split_at(&takes.article, takes.at)?;
        self.done(&takes.article, step)
    }

    fn join(&mut self, takes: JoinNext) -> Result<Done> {
        let step = self.join_next(&takes.article, takes.span)?;
        self.done(&takes.article, step)
    }

    fn add_evidence(&mut self, takes: AddEvidence) -> Result<Done> {
        self.added_evidence(&takes)
    }

    fn edit_evidence(&mut self, takes: EditEvidence) -> Result<Done> {
        self.edited_evidence(&takes)
    }

    fn remove_evidence(&mut self, takes: OneEvidence) -> Result<Done> {
        let (id, _) = self.evidence(&takes.article, &takes.id)?;
        let change = Change::new(Entity::Evidence(id), Field::Link, Json::Null);
        let step = self.work(&takes.article, |article, _| {
            Ok(Plan::about(
                article.draft().id(),
                "took a source away",
                vec![change],
            ))
        })?;
        self.done(&takes.article, step)
    }

    fn sources(&mut self, _: Nothing) -> Result<Vec<SourceRow>> {
        let rows = self.store()?.sources()?;
        Ok(rows
            .into_iter()
            .map(|(source, uses)| SourceRow {
                id: source.id.to_string(),
                title: source.listed_title().to_owned(),
                sensitivity: source.sensitivity,
                url: source.url.unwrap_or_default(),
                uses,
            })
            .collect())
    }

    fn undo(&mut self, _: Nothing) -> Result<Done> {
        self.turned(Direction::Back)
    }

    fn redo(&mut self, _: Nothing) -> Result<Done> {
        self.turned(Direction::Forth)
    }

    fn log(&mut self, takes: OneArticle) -> Result<Vec<StepView>> {
        let article = Some(takes.article).filter(|article| !article.is_empty());
        Ok(self
            .steps(article.as_deref(), LOG_STEPS)?
            .into_iter()
            .map(|row| row.view)
            .collect())
    }

    fn history(&mut self, takes: OneSentence) -> Result<Vec<HistoryLine>> {
        self.told_of(&takes)
    }

    fn report(&mut self, takes: ReportAsk) -> Result<ReportText> {
        self.making_preview(&takes)?.preview()
    }

    fn cancel_report(&mut self, _: Nothing) -> Result<Nothing> {
        self.stop_reports();
        Ok(Nothing {})
    }

    fn share_preview(&mut self, takes: ShareAsk) -> Result<SharePreview> {
        self.weighed(&takes)
    }

    fn waiting_files(&mut self, _: Nothing) -> Result<Vec<FileLook>> {
        self.waited()
    }

    fn look_at_file(&mut self, takes: OneHandle) -> Result<FileLook> {
        self.looked(&takes.id)
    }

    fn unlock_file(&mut self, takes: UnlockFile) -> Result<FileLook> {
        self.unlocked(&takes.id, &takes.passphrase)
    }

    fn people(&mut self, _: Nothing) -> Result<Vec<PersonRow>> {
        self.everybody()
    }

    fn confirm_person(&mut self, takes: ConfirmPerson) -> Result<PersonRow> {
        self.confirm(&takes.id, takes.known)
    }

    fn keys(&mut self, _: Nothing) -> Result<Vec<KeyRow>> {
        Ok(self.own_keys())
    }

    fn import_key(&mut self, takes: UnlockFile) -> Result<KeyRow> {
        let path = self.received_file(&takes.id)?;
        self.import_key_file(&path, &takes.passphrase)
    }

    fn link_keys(&mut self, takes: LinkKeys) -> Result<Vec<PersonRow>> {
        self.link(&takes.earlier, &takes.later)
    }

    fn merge_preview(&mut self, takes: MergeAsk) -> Result<MergeView> {
        let done = self.merge_work(&takes, true)?.run();
        self.merged(done)
    }

    fn merge_files(&mut self, takes: MergeAsk) -> Result<MergeView> {
        let done = self.merge_work(&takes, false)?.run();
        self.merged(done)
    }

    fn merging(&mut self, _: Nothing) -> Result<Merging> {
        Ok(self.how_far_merging())
    }

    fn cancel_merge(&mut self, _: Nothing) -> Result<Nothing> {
        self.stop_merges();
        Ok(Nothing {})
    }

    fn read_share(&mut self, takes: OneHandle) -> Result<Vec<ArticleView>> {
        self.read_received(&takes.id)
    }

    fn conflicts(&mut self, takes: OneArticle) -> Result<Vec<Conflict>> {
        let article = Some(takes.article).filter(|article| !article.is_empty());
        self.conflicts_of(article.as_deref())
    }

    fn adjudicate(&mut self, takes: Adjudicate) -> Result<Done> {
        let (span, tag) = (takes.span, takes.tag);
        let step = self.adjudicate_sentence(&takes.article, span, tag, &takes.reason)?;
        self.done(&takes.article, step)
    }

    fn settle(&mut self, takes: Settle) -> Result<Done> {
        let (id, event) = (&takes.id, &takes.event);
        let step = self.settle_conflict(&takes.article, id, event, &takes.reason)?;
        self.done(&takes.article, step)
    }

    fn same(&mut self, takes: SameAs) -> Result<Done> {
        let step = self.declare_same(&takes.article, takes.other.as_deref())?;
        self.done(&takes.article, step)
    }

    fn assign(&mut self, takes: Assign) -> Result<Done> {
        let step = self.assign_reading(&takes)?;
        self.desk = None;
        self.done(&takes.article, step)
    }

    fn begin_reading(&mut self, takes: OneReading) -> Result<Done> {
        let id = Some(takes.id.as_str()).filter(|id| !id.is_empty());
        let step = self.start_reading(&takes.article, id)?;
        self.done(&takes.article, step)
    }

    fn finish_reading(&mut self, takes: OneArticle) -> Result<Done> {
        let step = self.end_reading(&takes.article)?;
        self.done(&takes.article, step)
    }

    fn agreement(&mut self, takes: OneArticle) -> Result<Vec<AgreementView>> {
        let article = Some(takes.article).filter(|article| !article.is_empty());
        self.agreements_of(article.as_deref())
    }

    fn save_setting(&mut self, takes: Setting) -> Result<Nothing> {
        self.store()?.save_setting(&takes.key, &takes.value)?;
        Ok(Nothing {})
    }

    fn keep_unsaved(&mut self, takes: Setting) -> Result<Nothing> {
        self.store()?.keep_unsaved(&takes.key, &takes.value)?;
        Ok(Nothing {})
    }

    fn poll(&mut self, _: Nothing) -> Result<Changes> {
        let seen = std::mem::take(&mut self.changed_elsewhere);
        let store = self.store()?;
        let now = store.changed_elsewhere()?;
        store.checkpoint()?;
        if now {
            self.desk = None;
        }
        Ok(Changes {
            elsewhere: seen || now,
        })
    }

    fn restore_backup(&mut self, takes: OneBackup) -> Result<Nothing> {
        let place = self.place(self.options.database.clone())?;
        self.store = Err(Error::new(Code::Internal, "No database is open.", ""));
        let stamp = time::iso(self.now()).replace(':', "");
        Store::restore(&place.backups, &takes.id, &place.database, &stamp)?;
        self.reopen()?;
        Ok(Nothing {})
    }

    fn start_anew(&mut self, _: Nothing) -> Result<Nothing> {
        let database = self.place(self.options.database.clone())?.database;
        self.store = Err(Error::new(Code::Internal, "No database is open.", ""));
        let stamp = time::iso(self.now()).replace(':', "");
        Store::set_aside(&database, &stamp)?;
        self.reopen()?;
        Ok(Nothing {})
    }
}

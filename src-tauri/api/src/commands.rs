//! The registry of commands: each declared once, with what it takes and what it gives. The
//! dispatcher, the window's IPC and the TypeScript types are made from this list.

use stet_core::{
    agreement::AgreementView,
    annotation::Annotations,
    conflict::Conflict,
    error::Error,
    view::{ArticleRow, ArticleView, StepView},
};

#[cfg(feature = "types")]
use crate::shapes::declared;
pub use crate::shapes::*;

macro_rules! commands {
    ($($(#[$doc:meta])* $name:ident($takes:ty) -> $gives:ty;)*) => {
        /// Names of all commands, in the order of the registry.
        pub const NAMES: &[&str] = &[$(stringify!($name)),*];

        /// What a front must be able to do: one method a command, complete by type.
        pub trait Commands {
            $(
                $(#[$doc])*
                ///
                /// # Errors
                /// Whatever stands in the way, with nothing changed.
                fn $name(&mut self, takes: $takes) -> Result<$gives, Error>;
            )*

            /// Runs a command by its name, JSON in and JSON out.
            ///
            /// # Errors
            /// The command's own error; `usage` for an unknown name or arguments that do not fit.
            fn call(&mut self, name: &str, takes: &serde_json::value::RawValue) -> Result<String, Error> {
                match name {
                    $(stringify!($name) => {
                        let takes: $takes = serde_json::from_str(takes.get()).map_err(|error| misfit(name, &error))?;
                        let gives = self.$name(takes)?;
                        serde_json::to_string(&gives).map_err(|error| misfit(name, &error))
                    })*
                    _ => Err(Error::new(stet_core::error::Code::Usage, format!("There is no command “{name}”."), "")),
                }
            }
        }

        /// The TypeScript declaration of the registry: `interface Commands { name: {takes, gives} }`.
        #[cfg(feature = "types")]
        #[must_use]
        pub fn typescript() -> String {
            use ts_rs::TS;
            let config = ts_rs::Config::default();
            use stet_core::{annotation, error, text, view};
            let mut out = String::from("// Written by `make types` from the Rust registry; not edited by hand.\n\n");
            let foreign = [
                text::CodePoint::decl(&config), text::Span::decl(&config), error::Code::decl(&config), error::Error::decl(&config),
                view::Tag::decl(&config), view::Standing::decl(&config), view::Fit::decl(&config), view::TagState::decl(&config),
                view::BlockKind::decl(&config), view::Provenance::decl(&config), view::BlockView::decl(&config),
                view::TagView::decl(&config), view::Sensitivity::decl(&config), view::EvidenceView::decl(&config), view::ConflictView::decl(&config),
                view::RemarkKind::decl(&config), view::RemarkView::decl(&config), view::LeftOut::decl(&config), view::TrackedChanges::decl(&config),
                view::SentenceView::decl(&config), view::Counts::decl(&config), view::ArticleView::decl(&config),
                view::ArticleRow::decl(&config), view::StepView::decl(&config),
                annotation::Stance::decl(&config), annotation::SuggestionView::decl(&config), annotation::AtomKind::decl(&config),
                annotation::AtomView::decl(&config), annotation::Annotations::decl(&config),
            ];
            for shape in foreign.into_iter().chain(declared(&config)) {
                out.push_str("export ");
                out.push_str(&shape);
                out.push('\n');
            }
            // A value, because the choices are offered in the registry's order.
            let formats: Vec<String> = stet_report::Format::ALL.iter().map(|format| format!("'{}'", format.name())).collect();
            out.push_str(&format!("\nexport const reportFormats = [{}] as const;\nexport type ReportFormat = (typeof reportFormats)[number];\n", formats.join(", ")));
            out.push_str("\nexport interface Commands {\n");
            $(
                out.push_str(concat!("  ", stringify!($name), ": "));
                out.push_str(&format!("{{ takes: {}; gives: {} }};\n", <$takes>::name(&config), <$gives>::name(&config)));
            )*
            out.push_str("}\n");
            out
        }
    };
}

pub(crate) fn misfit(name: &str, error: &serde_json::Error) -> Error {
    Error::new(
        stet_core::error::Code::Usage,
        format!("“{name}” was called with what it does not take: {error}."),
        "",
    )
}

commands! {
    /// What the screen needs first.
    start(Nothing) -> Startup;
    /// Sets the person's name and initials.
    identify(Identify) -> Person;
    /// The library, last worked on first.
    library(Nothing) -> Vec<ArticleRow>;
    /// Opens an article.
    open_article(OneArticle) -> Opened;
    /// What the language rules point out in an article: asked for after it is open.
    annotations(OneArticle) -> Annotations;
    /// How good the suggestions were found to be.
    about_language(Nothing) -> LanguageFigures;
    /// Reads pasted text for the import screen.
    stage_text(StageText) -> Staged;
    /// Reads a file chosen in the shell's dialog or dropped on the window, by its handle.
    stage_file(OneHandle) -> Staged;
    /// Fetches a page and reads it.
    stage_address(StageAddress) -> Staged;
    /// Reads what was staged again, in another way.
    restage(Restage) -> Staged;
    /// How far the reading that is under way has come.
    staging(Nothing) -> Staging;
    /// Stops the readings under way, which are answered with `cancelled`, and forgets what was read
    /// and not imported.
    cancel_staging(Nothing) -> Nothing;
    /// Imports what was staged.
    import_staged(ImportStaged) -> Opened;
    /// Imports (once) and opens the built-in sample.
    open_sample(Nothing) -> Opened;
    /// Tags, or clears.
    tag(TagSentences) -> Done;
    /// Sets one's finding.
    set_finding(SetText) -> Done;
    /// Sets one's proposed wording.
    set_correction(SetText) -> Done;
    /// Sets one's speaker.
    set_speaker(SetText) -> Done;
    /// Flags, or unflags.
    flag(FlagSentences) -> Done;
    /// Lets the checks of sentences be published, or not.
    publish(PublishSentences) -> Done;
    /// Splits a sentence.
    split(SplitAt) -> Done;
    /// Joins a sentence with the next.
    join(JoinNext) -> Done;
    /// Adds evidence.
    add_evidence(AddEvidence) -> Done;
    /// Changes evidence and its source.
    edit_evidence(EditEvidence) -> Done;
    /// Takes evidence away.
    remove_evidence(OneEvidence) -> Done;
    /// All sources, last used first.
    sources(Nothing) -> Vec<SourceRow>;
    /// Undoes the newest own step.
    undo(Nothing) -> Done;
    /// Redoes it.
    redo(Nothing) -> Done;
    /// The newest steps (at most 500).
    log(OneArticle) -> Vec<StepView>;
    /// What happened to one sentence.
    history(OneSentence) -> Vec<HistoryLine>;
    /// A report as it will be, for the preview.
    report(ReportAsk) -> ReportText;
    /// Stops making reports: those under way are answered with `cancelled`, and nothing is written.
    cancel_report(Nothing) -> Nothing;
    /// What a share would hold.
    share_preview(ShareAsk) -> SharePreview;
    /// The files that the program was started with, by their handles.
    waiting_files(Nothing) -> Vec<FileLook>;
    /// What a file is, by its handle.
    look_at_file(OneHandle) -> FileLook;
    /// Opens an encrypted share for as long as its handle is known.
    unlock_file(UnlockFile) -> FileLook;
    /// Everybody whose work or name is here, by name.
    people(Nothing) -> Vec<PersonRow>;
    /// Confirms who a person is, or forgets it.
    confirm_person(ConfirmPerson) -> PersonRow;
    /// The keys of this machine, by name.
    keys(Nothing) -> Vec<KeyRow>;
    /// Takes in a key from an encrypted file, by its handle.
    import_key(UnlockFile) -> KeyRow;
    /// Says that two keys are one person's.
    link_keys(LinkKeys) -> Vec<PersonRow>;
    /// What merging received files, by their handles, would do.
    merge_preview(MergeAsk) -> MergeView;
    /// Merges them: one step.
    merge_files(MergeAsk) -> MergeView;
    /// How far the merge that is under way has come.
    merging(Nothing) -> Merging;
    /// Stops the merges under way, which are answered with `cancelled`: everything stays as it was.
    cancel_merge(Nothing) -> Nothing;
    /// The articles of a received file, read and not merged.
    read_share(OneHandle) -> Vec<ArticleView>;
    /// What truly differs in an article; in all if none is named.
    conflicts(OneArticle) -> Vec<Conflict>;
    /// Decides on a tag where people differ, or takes the decision back.
    adjudicate(Adjudicate) -> Done;
    /// Settles one conflict by one of its sides.
    settle(Settle) -> Done;
    /// Says that two articles are nearly the same, or that one is an article of its own.
    same(SameAs) -> Done;
    /// Asks somebody to read an article, or a random share of its sentences.
    assign(Assign) -> Done;
    /// Begins a reading that is asked for; without an id what is asked of the person, else a blind
    /// reading of the whole that nobody asked for.
    begin_reading(OneReading) -> Done;
    /// Says that the reading under way is done: others' work is in the open then.
    finish_reading(OneArticle) -> Done;
    /// How far checkers agree: in an article, in all if none is named.
    agreement(OneArticle) -> Vec<AgreementView>;
    /// Remembers a choice.
    save_setting(Setting) -> Nothing;
    /// Keeps an unsaved text field across a crash; an empty value forgets it.
    keep_unsaved(Setting) -> Nothing;
    /// Whether another process wrote.
    poll(Nothing) -> Changes;
    /// Puts a backup in the place of a damaged database, which is kept beside it.
    restore_backup(OneBackup) -> Nothing;
    /// Starts a new database; the damaged one is kept beside it.
    start_anew(Nothing) -> Nothing;
}

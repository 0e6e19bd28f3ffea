//! What commands take and give: one shape each, from which the TypeScript types are made.

use serde::{Deserialize, Serialize};
use stet_core::{
    error::Error,
    text::{CodePoint, Span},
    view::{
        ArticleRow, ArticleView, Counts, LeftOut, Provenance, SentenceView, Tag, TrackedChanges,
    },
};

macro_rules! shapes {
    ($($(#[$doc:meta])* $name:ident { $($(#[$field_doc:meta])* $field:ident : $type:ty,)* })*) => {
        #[cfg(feature = "types")]
        pub(crate) fn declared(config: &ts_rs::Config) -> Vec<String> {
            use ts_rs::TS;
            vec![Stage::decl(config), $($name::decl(config)),*]
        }
        $(
            $(#[$doc])*
            #[derive(Clone, Debug, Serialize, Deserialize)]
            #[cfg_attr(feature = "types", derive(ts_rs::TS))]
            pub struct $name { $($(#[$field_doc])* pub $field: $type,)* }
        )*
    };
}

/// What a reading that is under way is at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Stage {
    /// A page is being fetched.
    Fetching,
    /// Bytes are being read as an article.
    Reading,
}

shapes! {
    /// Takes or gives nothing.
    Nothing {}
    /// How good the suggestions were found to be, in percent.
    LanguageFigures {
        /// The texts they were made with, and measured on.
        texts: String,
        /// Of the sentences that were pointed out, how many do rest on a source.
        precision: u8,
        /// Of the sentences that rest on a source, how many were pointed out.
        recall: u8,
        /// The same two of other texts.
        elsewhere: String,
        /// Precision there.
        precision_elsewhere: u8,
        /// Recall there.
        recall_elsewhere: u8,
    }
    /// Names an article (a draft's id or a unique prefix).
    OneArticle {
        /// The article.
        article: String,
    }
    /// A person at work.
    Person {
        /// Name, as it stands in reports.
        name: String,
        /// Initials for margins.
        initials: String,
        /// Fingerprint of the key, 16 hex digits.
        id: String,
        /// Whether the person has chosen the name (else it is the system's).
        named: bool,
    }
    /// A thing the person should know at the start (a cloud folder, a copy that became a replica…).
    Notice {
        /// What and why.
        message: String,
        /// What to do.
        hint: String,
    }
    /// A backup that could be restored.
    Backup {
        /// Its id: the file's name.
        id: String,
        /// When it was made, ISO 8601 UTC.
        at: String,
        /// Size in bytes.
        bytes: u32,
        /// Number of steps in it.
        steps: u32,
    }
    /// Why the database could not be opened, and what could be done.
    Trouble {
        /// The error.
        error: Error,
        /// Where the file is, for showing only.
        path: String,
        /// Good backups, newest first.
        backups: Vec<Backup>,
    }
    /// A remembered choice or an unsaved text field.
    Setting {
        /// Its name.
        key: String,
        /// Its value, as text (JSON where it is more than a word).
        value: String,
    }
    /// What the screen needs first.
    Startup {
        /// The person at work.
        me: Person,
        /// The library, last worked on first.
        library: Vec<ArticleRow>,
        /// Remembered choices.
        settings: Vec<Setting>,
        /// Text fields that were not saved when the window closed.
        unsaved: Vec<Setting>,
        /// What the person should know.
        notices: Vec<Notice>,
        /// Set when the database could not be opened; then everything else is empty.
        trouble: Option<Trouble>,
        /// Step that Ctrl+Z would undo.
        undo: Option<String>,
        /// Step that Ctrl+Y would redo.
        redo: Option<String>,
        /// Program version.
        version: String,
        /// The database file, for showing only.
        path: String,
    }
    /// Name and initials.
    Identify {
        /// Name, as it stands in reports.
        name: String,
        /// Initials for margins.
        initials: String,
    }
    /// Text that was pasted.
    StageText {
        /// The text.
        text: String,
        /// Whether it is HTML, as a browser puts it on the clipboard, and not plain text.
        #[serde(default)]
        html: bool,
    }
    /// An address to import from.
    StageAddress {
        /// http or https.
        url: String,
        /// Whether the person allows addresses of the own machine and of private networks.
        allow_private: bool,
    }
    /// Reads the bytes of what is staged once more, in another way. Edits made on the screen are
    /// the screen's: what comes back is what was found.
    Restage {
        /// Handle of what was staged.
        id: String,
        /// The encoding, by a label of the Encoding Standard; none: found again.
        encoding: Option<String>,
        /// Which side of tracked changes.
        changes: TrackedChanges,
    }
    /// How far the reading that is under way has come; asked again and again while it is.
    Staging {
        /// What is being done; none when nothing is.
        stage: Option<Stage>,
        /// Bytes that have come so far, while it is fetched.
        bytes: u32,
        /// Bytes there are in all, where the other side said so.
        of: Option<u32>,
    }
    /// An article read but not yet imported: what the import screen shows.
    Staged {
        /// Handle for `import_staged` and `restage`.
        id: String,
        /// File name, or the address it was fetched from, or empty for pasted text.
        name: String,
        /// What it was read as, for people: “Word document”.
        format: String,
        /// Title found, editable.
        title: String,
        /// Authors found, in order, editable.
        authors: Vec<String>,
        /// Publisher found, or empty, editable.
        publisher: String,
        /// Publication date found (ISO 8601 date), or empty, editable.
        published: String,
        /// Address found, or empty, editable.
        url: String,
        /// Language declared or guessed, editable.
        lang: String,
        /// How its bytes became text, where that is for the person to change.
        encoding: Option<StagedEncoding>,
        /// Whether it holds tracked changes, so that it can be read in two ways.
        tracked_changes: bool,
        /// Which side of them was read.
        changes: TrackedChanges,
        /// Number of blocks that are taken for the article.
        blocks: u32,
        /// Number of blocks that are left out.
        left_out: u32,
        /// Number of sentences in the blocks that are taken.
        sentences: u32,
        /// The first blocks in order, those left out among them; a block's index here is its index
        /// in `import_staged`.
        preview: Vec<StagedBlock>,
        /// Number of blocks beyond those.
        beyond: u32,
        /// Number of comments, notes and links that come along.
        remarks: u32,
        /// Things to know (few blocks found, control characters left out…): whole sentences.
        notes: Vec<String>,
        /// The library's article with the same text, if it is already here.
        already_here: Option<String>,
    }
    /// How bytes became text.
    StagedEncoding {
        /// Its name in the Encoding Standard: `UTF-8`, `windows-1252`.
        name: String,
        /// Whether it was guessed.
        guessed: bool,
    }
    /// A block that was read.
    StagedBlock {
        /// What it is.
        kind: stet_core::view::BlockKind,
        /// Its words; of a very long one the beginning and “…”.
        text: String,
        /// Why it is not taken for a part of the article; none if it is.
        left_out: Option<LeftOut>,
        /// Number of its sentences.
        sentences: u32,
    }
    /// A handle that the shell gave out.
    OneHandle {
        /// The handle.
        id: String,
    }
    /// Import choices.
    ImportStaged {
        /// Handle of what was staged.
        id: String,
        /// Title; empty: as found.
        title: String,
        /// Authors, in order.
        authors: Vec<String>,
        /// Publisher, or empty.
        publisher: String,
        /// Publication date (ISO 8601 date), or empty.
        published: String,
        /// Address (http or https), or empty.
        url: String,
        /// Language, BCP 47.
        lang: String,
        /// Whose it is.
        provenance: Provenance,
        /// Kinds the person changed in the preview: (index of block, kind).
        kinds: Vec<(u32, stet_core::view::BlockKind)>,
        /// Blocks the person puts back into the article: their indices.
        put_back: Vec<u32>,
        /// Blocks the person leaves out: their indices.
        leave_out: Vec<u32>,
    }
    /// Tag sentences: one step, one undo.
    TagSentences {
        /// The article.
        article: String,
        /// Spans of sentences.
        spans: Vec<Span>,
        /// The tag; none clears one's own.
        tag: Option<Tag>,
        /// The speaker, said in the same step; none leaves what is there.
        speaker: Option<String>,
    }
    /// A text of the checker's own about one sentence.
    SetText {
        /// The article.
        article: String,
        /// The sentence.
        span: Span,
        /// Its new words; empty removes it.
        text: String,
    }
    /// Flag or unflag.
    FlagSentences {
        /// The article.
        article: String,
        /// Spans of sentences.
        spans: Vec<Span>,
        /// On or off.
        on: bool,
    }
    /// Split at a place in the article's text.
    SplitAt {
        /// The article.
        article: String,
        /// The place: the first code point of the new part.
        at: CodePoint,
    }
    /// Join a sentence with the next one of its block.
    JoinNext {
        /// The article.
        article: String,
        /// The sentence.
        span: Span,
    }
    /// A new or known source used for sentences.
    AddEvidence {
        /// The article.
        article: String,
        /// The sentences.
        spans: Vec<Span>,
        /// A known source's id, or empty for a new one.
        source: String,
        /// Title of a new source.
        title: String,
        /// Address of a new source, or empty.
        url: String,
        /// Quoted passage, or empty.
        quotation: String,
        /// Locator, or empty.
        locator: String,
    }
    /// Changes of one piece of evidence and its source.
    EditEvidence {
        /// The article.
        article: String,
        /// The evidence's id.
        id: String,
        /// The source's title.
        title: String,
        /// The source's address.
        url: String,
        /// Quoted passage.
        quotation: String,
        /// Locator.
        locator: String,
    }
    /// Names evidence.
    OneEvidence {
        /// The article.
        article: String,
        /// The evidence's id.
        id: String,
    }
    /// A source of the database.
    SourceRow {
        /// Its id.
        id: String,
        /// Title.
        title: String,
        /// Address, or empty.
        url: String,
        /// How many sentences use it.
        uses: u32,
    }
    /// What a step did, so that the screen refreshes just that.
    Done {
        /// The step, in words ("tagged 3 verified").
        label: String,
        /// The article it touched, or empty.
        article: String,
        /// Sentences that changed; when boundaries moved, `whole` is set instead.
        changed: Vec<SentenceView>,
        /// The whole article, when more than single sentences changed.
        whole: Option<ArticleView>,
        /// The article's counts afterwards.
        counts: Counts,
        /// Step that Ctrl+Z would undo now.
        undo: Option<String>,
        /// Step that Ctrl+Y would redo now.
        redo: Option<String>,
        /// When it was durable, ISO 8601 UTC.
        saved_at: String,
    }
    /// An article imported or opened.
    Opened {
        /// The article.
        view: ArticleView,
        /// Step that Ctrl+Z would undo.
        undo: Option<String>,
        /// Step that Ctrl+Y would redo.
        redo: Option<String>,
    }
    /// One sentence's history.
    OneSentence {
        /// The article.
        article: String,
        /// The sentence.
        span: Span,
    }
    /// A line of a sentence's history.
    HistoryLine {
        /// When, ISO 8601 UTC.
        at: String,
        /// Who.
        checker: String,
        /// What: "disputed", "finding: …", "undone: …".
        what: String,
    }
    /// Which report.
    ReportAsk {
        /// The article.
        article: String,
        /// html, md or json.
        format: String,
    }
    /// A report's text.
    ReportText {
        /// The whole document.
        text: String,
        /// A file name to propose.
        file_name: String,
        /// Checks before handing over: "2 verified have no source", with the sentences' labels.
        checks: Vec<ReportCheck>,
    }
    /// One check before handing over.
    ReportCheck {
        /// What is owed.
        message: String,
        /// Labels of the sentences.
        labels: Vec<String>,
    }
    /// A question to the file system that only the shell can ask: it shows the dialog.
    Saved {
        /// Where it is now, for showing; empty when the person cancelled.
        path: String,
    }
    /// A name of a backup.
    OneBackup {
        /// Its id.
        id: String,
    }
    /// An address.
    OneLink {
        /// http or https.
        url: String,
    }
    /// What changed outside since the last look.
    Changes {
        /// Whether another process wrote.
        elsewhere: bool,
    }
}

//! What commands take and give: one shape each, from which the TypeScript types are made.

use serde::{Deserialize, Serialize};
use stet_core::{
    error::Error,
    text::{CodePoint, Span},
    view::{ArticleRow, ArticleView, Counts, Sensitivity, SentenceView, Tag},
};

macro_rules! shapes {
    ($($(#[$doc:meta])* $name:ident { $($(#[$field_doc:meta])* $field:ident : $type:ty,)* })*) => {
        #[cfg(feature = "types")]
        fn own(config: &ts_rs::Config) -> Vec<String> {
            use ts_rs::TS;
            vec![$($name::decl(config)),*]
        }
        $(
            $(#[$doc])*
            #[derive(Clone, Debug, Serialize, Deserialize)]
            #[cfg_attr(feature = "types", derive(ts_rs::TS))]
            pub struct $name { $($(#[$field_doc])* pub $field: $type,)* }
        )*
    };
}

mod reading;
mod report;
mod settling;
mod sharing;
mod staging;

pub use reading::*;
pub use report::*;
pub use settling::*;
pub use sharing::*;
pub use staging::*;

/// The TypeScript declarations of all shapes.
#[cfg(feature = "types")]
pub(crate) fn declared(config: &ts_rs::Config) -> Vec<String> {
    [
        own(config),
        staging::declared(config),
        reading::declared(config),
        report::declared(config),
        settling::declared(config),
        sharing::declared(config),
    ]
    .concat()
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
    /// A handle that the shell gave out.
    OneHandle {
        /// The handle.
        id: String,
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
        /// Who may read the source's name; none: as it is, of a new one everybody.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[cfg_attr(feature = "types", ts(optional))]
        sensitivity: Option<Sensitivity>,
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
        /// Who may read the source's name; none: as it is.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[cfg_attr(feature = "types", ts(optional))]
        sensitivity: Option<Sensitivity>,
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
        /// Who may read its name.
        sensitivity: Sensitivity,
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
        /// What the person should know of it, where there is something.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[cfg_attr(feature = "types", ts(optional))]
        note: Option<String>,
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

//! What went wrong, in one shape: a code for programs, a message that says what and why, a hint
//! that says what to do. The registry of codes is complete by type; nobody matches on text.

use serde::{Deserialize, Serialize};

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident => $text:literal, $exit:literal;)*) => {
        /// Every way in which Stet refuses or fails.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "types", derive(ts_rs::TS))]
        #[serde(rename_all = "kebab-case")]
        pub enum Code { $($(#[$doc])* $name,)* }
        impl Code {
            /// All codes, in the order of the registry.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];
            /// The code as programs read it.
            #[must_use]
            pub const fn as_str(self) -> &'static str { match self { $(Self::$name => $text,)* } }
            /// The exit code of the command line.
            #[must_use]
            pub const fn exit(self) -> u8 { match self { $(Self::$name => $exit,)* } }
        }
    };
}

codes! {
    /// The file or folder is not there.
    FileMissing => "file-missing", 1;
    /// It may not be read, or not be written.
    FileDenied => "file-denied", 1;
    /// There is nothing in it.
    FileEmpty => "file-empty", 1;
    /// It is not text.
    FileBinary => "file-binary", 1;
    /// It is larger than Stet reads.
    FileTooLarge => "file-too-large", 1;
    /// It is not what its kind of file should be, or a part of it is missing.
    FileDamaged => "file-damaged", 1;
    /// It is encrypted, and opens with a password only.
    FileLocked => "file-locked", 1;
    /// The passphrase is not the one it was encrypted with.
    PassphraseWrong => "passphrase-wrong", 1;
    /// A format that Stet does not read.
    FormatUnknown => "format-unknown", 1;
    /// Reading it needs more memory than reading may take.
    ReaderMemory => "reader-memory", 1;
    /// Reading it takes longer than reading may take.
    ReaderTime => "reader-time", 1;
    /// What reads it stopped, or answered what it should not.
    ReaderStopped => "reader-stopped", 1;
    /// A page could not be fetched.
    FetchFailed => "fetch-failed", 1;
    /// An address of the own machine or of a private network, which the person has not allowed.
    AddressPrivate => "address-private", 1;
    /// Reading or writing failed underneath.
    FileFailed => "file-failed", 1;
    /// The disk is full.
    DiskFull => "disk-full", 1;
    /// Not an SQLite database.
    DatabaseNone => "database-none", 1;
    /// Another application's database.
    DatabaseForeign => "database-foreign", 1;
    /// Written by a newer version.
    DatabaseNewer => "database-newer", 1;
    /// A shared copy, which is merged and never worked in.
    DatabaseShare => "database-share", 1;
    /// Damaged.
    DatabaseDamaged => "database-damaged", 1;
    /// Somebody else is writing and did not finish in time.
    DatabaseBusy => "database-busy", 1;
    /// The database may be read, not written.
    DatabaseReadOnly => "database-read-only", 1;
    /// Events of a received file did not pass.
    ShareRefused => "share-refused", 1;
    /// A report that carries no work to take in.
    RecordMissing => "record-missing", 1;
    /// A report would tell what its reader must not learn.
    ReportLeak => "report-leak", 1;
    /// No article has this id.
    ArticleUnknown => "article-unknown", 1;
    /// Several articles begin with this prefix.
    ArticleAmbiguous => "article-ambiguous", 1;
    /// The person reads the article blind, and this would show others' work on it.
    ReadingBlind => "reading-blind", 1;
    /// No sentence has this label or position.
    SentenceUnknown => "sentence-unknown", 1;
    /// A boundary cannot stand or fall there.
    BoundaryRefused => "boundary-refused", 1;
    /// No such source or evidence.
    SourceUnknown => "source-unknown", 1;
    /// A value is too long, or not what the field takes.
    ValueRefused => "value-refused", 1;
    /// A conflict that is settled already.
    ConflictUnknown => "conflict-unknown", 1;
    /// Nothing to undo or redo.
    UndoNothing => "undo-nothing", 1;
    /// Somebody has built on the step.
    UndoDeclined => "undo-declined", 1;
    /// Nobody here is called so, or several are.
    PersonUnknown => "person-unknown", 1;
    /// The key of an identity cannot be read or used.
    IdentityRefused => "identity-refused", 1;
    /// Only http and https addresses are opened.
    LinkRefused => "link-refused", 1;
    /// The person stopped it.
    Cancelled => "cancelled", 1;
    /// The command line was used wrongly.
    Usage => "usage", 2;
    /// A fault of Stet's own.
    Internal => "internal", 1;
}

/// An error as it reaches a person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Error {
    /// For programs.
    pub code: Code,
    /// What happened, and why.
    pub message: String,
    /// What to do about it.
    pub hint: String,
}

impl Error {
    /// An error from its three parts.
    pub fn new(code: Code, message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self {
            code,
            message: message.into(),
            hint: hint.into(),
        }
    }
}

impl std::fmt::Display for Error {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}", self.message)?;
        if self.hint.is_empty() {
            Ok(())
        } else {
            write!(f, " {}", self.hint)
        }
    }
}

impl std::error::Error for Error {}

/// A result that a person may come to see.
pub type Result<T> = std::result::Result<T, Error>;

//! What sharing, people and keys take and give.

use serde::{Deserialize, Serialize};
use stet_core::error::Error;

/// The TypeScript declarations of these shapes, and of what they are made of.
#[cfg(feature = "types")]
pub(super) fn declared(config: &ts_rs::Config) -> Vec<String> {
    use ts_rs::TS;
    [vec![FileKind::decl(config)], own(config)].concat()
}

/// What a file is that was chosen, dropped or double-clicked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum FileKind {
    /// A share: to be read, checked blind or merged.
    Share,
    /// An encrypted share, which needs its passphrase first.
    LockedShare,
    /// A working database. What in it was shared once can be merged.
    Database,
    /// A key of Stet's, encrypted.
    Key,
    /// Anything else, which import may read.
    Article,
    /// One of ours that cannot be read: `error` says why.
    Refused,
}

shapes! {
    /// What is to be shared.
    ShareAsk {
        /// The articles; none named: the whole database.
        articles: Vec<String>,
        /// Whether the kept files, from which articles were read, go along.
        captures: bool,
        /// Whether what protected sources are called goes along.
        protected: bool,
        /// A note to the receiver, at most 4 KiB; or empty.
        note: String,
        /// Encrypts the share; empty: not encrypted.
        passphrase: String,
    }
    /// What a share would hold.
    SharePreview {
        /// Articles.
        articles: u32,
        /// Steps.
        steps: u32,
        /// Checkers whose work is in it.
        people: u32,
        /// Kept files: in it, or left out if they are not wanted.
        captures: u32,
        /// Their bytes.
        capture_bytes: u32,
        /// Words of protected sources: in it, or withheld if they are not wanted.
        protected: u32,
        /// Steps left out because nobody who can vouch for them works on this machine.
        unsealed: u32,
        /// About how large the file will be, in bytes.
        bytes: u32,
        /// A name to propose for it.
        file_name: String,
    }
    /// What a file is.
    FileLook {
        /// The handle.
        id: String,
        /// The file's name.
        name: String,
        /// What it is.
        kind: FileKind,
        /// The sender's note, as anybody may have written it; or empty.
        note: String,
        /// What may be missing in it; or empty.
        missing: String,
        /// Why it is refused.
        error: Option<Error>,
    }
    /// A passphrase for a file.
    UnlockFile {
        /// The handle.
        id: String,
        /// The passphrase.
        passphrase: String,
    }
    /// A checker, as far as this database tells.
    PersonRow {
        /// Fingerprint, 16 hex digits: `checker_id`.
        id: String,
        /// The fingerprint as it is read aloud: `3f2a 91c0 77de 0412`.
        fingerprint: String,
        /// The name that the person gave; others may bear it.
        name: String,
        /// The name as it is shown everywhere, told apart from others.
        shown: String,
        /// Initials.
        initials: String,
        /// Whether it is the person at work.
        me: bool,
        /// Whether the key is on this machine.
        own: bool,
        /// Whether somebody here has confirmed who that is; one's own keys are known.
        known: bool,
        /// The name under which it was confirmed, where the person gives another one now.
        confirmed_as: Option<String>,
        /// The id of the key with which the person works now, as both keys say.
        now: Option<String>,
        /// The id of a key that this one names as its successor, and that has not agreed.
        claims: Option<String>,
        /// Steps of this key that are here.
        steps: u32,
        /// When the last of them was made, ISO 8601 UTC, by its author's clock; or empty.
        last_at: String,
        /// Whether that is more than a day ahead of this machine's clock.
        clock_ahead: bool,
    }
    /// Confirms who a person is, on this machine and for nobody else; or forgets it.
    ConfirmPerson {
        /// Fingerprint, 16 hex digits.
        id: String,
        /// Confirmed, or forgotten.
        known: bool,
    }
    /// A key of this machine.
    KeyRow {
        /// Fingerprint, 16 hex digits.
        id: String,
        /// The fingerprint as it is read aloud.
        fingerprint: String,
        /// Name.
        name: String,
        /// Initials, or empty.
        initials: String,
        /// Whether it is that of the person at work.
        me: bool,
    }
    /// A key to be written to a file, encrypted.
    KeyAsk {
        /// Fingerprint, 16 hex digits.
        id: String,
        /// The passphrase.
        passphrase: String,
    }
    /// Two keys of one person: each half is said that a key of this machine can sign.
    LinkKeys {
        /// Fingerprint of the earlier key.
        earlier: String,
        /// Fingerprint of the later key.
        later: String,
    }
}

//! What readings take and give.

use serde::{Deserialize, Serialize};

/// The TypeScript declarations of these shapes, and of what they are made of.
#[cfg(feature = "types")]
pub(super) fn declared(config: &ts_rs::Config) -> Vec<String> {
    use stet_core::{agreement, reading};
    use ts_rs::TS;
    let foreign = vec![
        reading::ReadingState::decl(config),
        reading::ReadingView::decl(config),
        agreement::Figure::decl(config),
        agreement::ReaderView::decl(config),
        agreement::TagAgreement::decl(config),
        agreement::PairView::decl(config),
        agreement::Disagreement::decl(config),
        agreement::AgreementView::decl(config),
    ];
    [foreign, own(config)].concat()
}

shapes! {
    /// A reading that somebody is asked for.
    Assign {
        /// The article.
        article: String,
        /// Who is asked, by name; empty: whoever takes it.
        reader: String,
        /// Fingerprint of the reader's key, 16 hex digits, where the reader is known here; or empty.
        person: String,
        /// Whether others' work is kept from the reader until it is done.
        blind: bool,
        /// How many sentences, drawn at random; none: all of them.
        count: Option<u32>,
    }
    /// Names a reading.
    OneReading {
        /// The article.
        article: String,
        /// The reading's id; empty: what is asked of the person.
        id: String,
    }
}

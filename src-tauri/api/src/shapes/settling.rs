//! What merging and settling take and give.

use serde::{Deserialize, Serialize};
#[cfg(feature = "types")]
use stet_core::conflict::{Conflict, ConflictKind, Settling, Side, Trace};
use stet_core::{text::Span, view::Tag};

/// The TypeScript declarations of these shapes, and of what they are made of.
#[cfg(feature = "types")]
pub(super) fn declared(config: &ts_rs::Config) -> Vec<String> {
    use ts_rs::TS;
    let foreign = vec![
        stet_core::view::AdjudicationView::decl(config),
        ConflictKind::decl(config),
        Settling::decl(config),
        Trace::decl(config),
        Side::decl(config),
        Conflict::decl(config),
        MergePhase::decl(config),
    ];
    [foreign, own(config)].concat()
}

/// What a merge that is under way is at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum MergePhase {
    /// Rows of a file are read and looked at.
    Reading,
    /// Steps are taken in.
    Taking,
    /// What they touch is worked out again.
    Settling,
}

shapes! {
    /// Received files, to be merged as one.
    MergeAsk {
        /// Their handles.
        ids: Vec<String>,
        /// Whether to begin a blind reading of each of their articles in the same breath.
        #[serde(default)]
        #[cfg_attr(feature = "types", ts(optional, as = "Option<bool>"))]
        blind: bool,
    }
    /// Rows that are not taken, for one reason.
    LeftAside {
        /// In words.
        reason: String,
        /// How many.
        count: u32,
    }
    /// What a merge would do, or did.
    MergeView {
        /// Steps in the files.
        seen: u32,
        /// Steps that are new here.
        new: u32,
        /// Steps that are here already.
        already_here: u32,
        /// Places that it touches where people differ afterwards.
        disagreements: u32,
        /// What is set aside, by reason.
        set_aside: Vec<LeftAside>,
        /// Of the steps that the senders’ seals vouch for, how many are here afterwards.
        have: u32,
        /// How many of them there are.
        of: u32,
        /// The articles that it is about, by id.
        articles: Vec<String>,
        /// How many of them were not here before.
        new_articles: u32,
        /// All this in one line.
        summary: String,
        /// Step that Ctrl+Z would undo afterwards.
        undo: Option<String>,
        /// Step that Ctrl+Y would redo afterwards.
        redo: Option<String>,
    }
    /// How far the merge that is under way has come; asked again and again while it is.
    Merging {
        /// What it is at; none when nothing is.
        phase: Option<MergePhase>,
        /// How much of that is done.
        done: u32,
        /// How much there is, where it is known.
        of: Option<u32>,
    }
    /// A decision where people differ.
    Adjudicate {
        /// The article.
        article: String,
        /// The sentence.
        span: Span,
        /// The tag; none takes the decision back.
        tag: Option<Tag>,
        /// Why; empty if that is not said.
        reason: String,
    }
    /// The choice of one side of a conflict.
    Settle {
        /// The article.
        article: String,
        /// The conflict.
        id: String,
        /// The side: its event.
        event: String,
        /// Why, where it is a decision; or empty.
        reason: String,
    }
    /// Two articles that are nearly the same.
    SameAs {
        /// The one.
        article: String,
        /// The other; none: an article of its own again.
        other: Option<String>,
    }
}

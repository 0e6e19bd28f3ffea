//! What reports take and give.

use serde::{Deserialize, Serialize};
use stet_core::{report::Profile, view::BlockKind};
use stet_report::{Notes, Paper};

/// The TypeScript declarations of these shapes, and of what they are made of.
#[cfg(feature = "types")]
pub(super) fn declared(config: &ts_rs::Config) -> Vec<String> {
    use ts_rs::TS;
    let foreign = vec![
        Profile::decl(config),
        Paper::decl(config),
        Notes::decl(config),
        Preview::decl(config),
    ];
    [foreign, own(config)].concat()
}

/// A report as it is shown before it is saved: made from the bytes that saving would write.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Preview {
    /// A web page, whole.
    Page {
        /// The page.
        html: String,
    },
    /// Text, as far as a screen can take it.
    Text {
        /// Its beginning.
        text: String,
        /// Characters that follow.
        beyond: u32,
    },
    /// Pages as they will be printed, as far as a screen can take them.
    Pages {
        /// Each an SVG picture.
        pages: Vec<String>,
        /// Pages that follow.
        beyond: u32,
    },
    /// So many pages that they are set for the file alone.
    Held {
        /// Why, in words.
        why: String,
    },
    /// Tables, read back from the file.
    Tables {
        /// Those in their order.
        tables: Vec<PreviewTable>,
    },
    /// A document for a word processor, read back from the file.
    Document {
        /// What is in it, counted: “12 comments”.
        facts: Vec<String>,
        /// Its first paragraphs.
        blocks: Vec<PreviewBlock>,
        /// Paragraphs that follow.
        beyond: u32,
    },
}

shapes! {
    /// Which report.
    ReportAsk {
        /// The articles, in the order in which they appear.
        articles: Vec<String>,
        /// A name of the registry of formats.
        #[cfg_attr(feature = "types", ts(type = "ReportFormat"))]
        format: String,
        /// Whom it is for.
        profile: Profile,
        /// The sheet, where the format has sheets.
        paper: Paper,
        /// Where notes stand, where the format leaves a choice.
        notes: Notes,
    }
    /// A report before it is saved.
    ReportText {
        /// What it looks like.
        preview: Preview,
        /// A file name to propose.
        file_name: String,
        /// Size of the file in bytes; 0 where it was not made yet.
        bytes: u32,
        /// Headline, summary and counts of each article, as plain text.
        summary: String,
        /// What the report says of being handed over with something open or owed, one line each.
        handed_over: Vec<String>,
        /// Checks before handing over: "2 verified have no source", with the sentences' labels.
        checks: Vec<ReportCheck>,
    }
    /// One check before handing over.
    ReportCheck {
        /// The article.
        article: String,
        /// What is owed.
        message: String,
        /// Labels of the sentences.
        labels: Vec<String>,
    }
    /// A table of a preview.
    PreviewTable {
        /// Its name, or empty.
        name: String,
        /// Its first rows; cells as text.
        rows: Vec<Vec<String>>,
        /// Rows that follow.
        beyond: u32,
    }
    /// A paragraph of a preview.
    PreviewBlock {
        /// What it is.
        kind: BlockKind,
        /// Its words.
        text: String,
        /// Comments on it: who, and what.
        comments: Vec<PreviewComment>,
    }
    /// A comment of a preview.
    PreviewComment {
        /// Who wrote it, or empty.
        author: String,
        /// Its words.
        text: String,
    }
    /// Lets the checks of sentences be published, or not.
    PublishSentences {
        /// The article.
        article: String,
        /// Spans of sentences.
        spans: Vec<stet_core::text::Span>,
        /// On or off.
        on: bool,
    }
}

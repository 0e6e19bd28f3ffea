//! Reports in each format. Pure and deterministic: the same report gives the same bytes; whatever
//! stood in the article or in a finding comes out inert, and hidden characters come out visible.
//!
//! What a report says is decided in [`stet_core::report`]; a writer here only sets it.

mod annotations;
mod claimreview;
mod csv;
mod docx;
mod guid;
mod html;
mod inert;
mod json;
pub mod leak;
mod markdown;
mod package;
#[cfg(feature = "pdf")]
mod pdf;
#[cfg(not(feature = "pdf"))]
#[path = "pdf/absent.rs"]
mod pdf;
mod plain;
mod qdpx;
mod tables;
mod xlsx;

pub use inert::link;
pub use leak::{Machine, guarded, guarded_pages};
pub use pdf::undrawn;
use serde::{Deserialize, Serialize};
use stet_core::{
    error::Result,
    report::{Dossier, Profile},
};

/// How a document is set, where a format leaves a choice.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", default)]
pub struct Options {
    /// The sheet (PDF, Word).
    pub paper: Paper,
    /// Where notes stand (Word).
    pub notes: Notes,
}

/// A sheet of paper.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Paper {
    /// ISO 216 A4, 210 × 297 mm.
    #[default]
    A4,
    /// US Letter, 8.5 × 11 in.
    Letter,
}

/// Where a Word document has its notes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Notes {
    /// Comments on what needs somebody: disputed, attributed-only, open questions, overrides.
    #[default]
    Comments,
    /// Comments on every tagged sentence.
    AllComments,
    /// No comments and no tracked changes: endnotes.
    Endnotes,
}

/// A PDF, and how its first pages look.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drawn {
    /// The file.
    pub bytes: Vec<u8>,
    /// One SVG document a page.
    pub pages: Vec<String>,
    /// Pages that follow.
    pub beyond: usize,
}

/// Letters of one article that the PDF has no shapes for: boxes stand in their place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Undrawn {
    /// The report: its index in the dossier.
    pub report: usize,
    /// Whose letters they are, for people: "Chinese and Japanese, emoji".
    pub scripts: String,
    /// Labels of the sentences that have some, in themselves or in what was found on them.
    pub labels: Vec<String>,
}

macro_rules! formats {
    ($($(#[$doc:meta])* $variant:ident => $name:literal, $extension:literal, $media:literal, $title:literal, $write:path;)*) => {
        /// The formats of a report: one list, from which help pages and the window's choice are made.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Format { $($(#[$doc])* $variant,)* }

        impl Format {
            /// All formats, in the order in which they are offered.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// What the command line and the window call it.
            #[must_use]
            pub const fn name(self) -> &'static str { match self { $(Self::$variant => $name,)* } }

            /// The file's extension, without the dot.
            #[must_use]
            pub const fn extension(self) -> &'static str { match self { $(Self::$variant => $extension,)* } }

            /// Whether a document of it is UTF-8 text, rather than a package or a PDF.
            #[must_use]
            pub const fn is_text(self) -> bool { !matches!(self.extension().as_bytes(), b"pdf" | b"docx" | b"xlsx" | b"qdpx") }

            /// The media type.
            #[must_use]
            pub const fn media_type(self) -> &'static str { match self { $(Self::$variant => $media,)* } }

            /// What it is, for people.
            #[must_use]
            pub const fn title(self) -> &'static str { match self { $(Self::$variant => $title,)* } }

            /// Whom such a document is for when nobody says otherwise.
            #[must_use]
            pub const fn profile(self) -> Profile { match self { Self::Json => Profile::Legal, _ => Profile::Editor } }

            /// The format of that name, in lower case.
            #[must_use]
            pub fn from_name(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|format| format.name() == name)
            }
        }

        /// Writes the document.
        ///
        /// # Errors
        /// `report-*`: what could not be set in this format.
        pub fn write(dossier: &Dossier, format: Format, options: Options) -> Result<Vec<u8>> {
            match format { $(Format::$variant => $write(dossier, options),)* }
        }
    };
}

formats! {
    /// One self-contained page, for reading and printing.
    Html => "html", "html", "text/html", "Web page, for reading and printing", html::document;
    /// Pages for paper, tagged, with bookmarks.
    Pdf => "pdf", "pdf", "application/pdf", "PDF, for handing over and printing", pdf::document;
    /// A Word document with comments, tracked changes and decisions to choose.
    Docx => "docx", "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "Word, for editing, with comments", docx::document;
    /// Plain text with footnotes.
    Markdown => "md", "md", "text/markdown", "Markdown, with notes as footnotes", markdown::document;
    /// Plain text with a bracketed mark after each sentence.
    Plain => "txt", "txt", "text/plain", "Plain text, with bracketed marks, for mail", plain::document;
    /// One row a sentence.
    Csv => "csv", "csv", "text/csv", "CSV, one row a sentence", csv::document;
    /// A workbook of four sheets.
    Xlsx => "xlsx", "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "Excel, to sort, filter and decide in", xlsx::document;
    /// Everything, for programs; described by docs/report.schema.json.
    Json => "json", "json", "application/json", "JSON, everything for programs", json::document;
    /// Published checks for search engines and archives; described by docs/claimreview.md.
    ClaimReview => "claimreview", "json", "application/ld+json", "ClaimReview, the published checks for search engines", claimreview::document;
    /// What everybody noted, for readers of web pages and annotation servers.
    Annotations => "annotations", "jsonld", "application/ld+json", "W3C Web Annotations", annotations::document;
    /// The work for programs of qualitative analysis.
    Qdpx => "qdpx", "qdpx", "application/zip", "REFI-QDA project, for qualitative analysis", qdpx::document;
}

//! Reports in each format. Pure and deterministic: the same report gives the same bytes; whatever
//! stood in the article or in a finding comes out inert, and hidden characters come out visible.
//!
//! What a report says is decided in [`stet_core::report`]; a writer here only sets it.

mod html;
mod inert;
mod json;
mod markdown;

pub use inert::link;
use stet_core::report::Report;

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

            /// The media type.
            #[must_use]
            pub const fn media_type(self) -> &'static str { match self { $(Self::$variant => $media,)* } }

            /// What it is, for people.
            #[must_use]
            pub const fn title(self) -> &'static str { match self { $(Self::$variant => $title,)* } }

            /// The format of that name, in lower case.
            #[must_use]
            pub fn from_name(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|format| format.name() == name)
            }
        }

        /// Writes the report, as UTF-8.
        #[must_use]
        pub fn write(report: &Report, format: Format) -> Vec<u8> {
            match format { $(Format::$variant => $write(report),)* }.into_bytes()
        }
    };
}

formats! {
    /// One self-contained page, for reading and printing.
    Html => "html", "html", "text/html", "Web page, for reading and printing", html::write;
    /// Plain text with footnotes.
    Markdown => "md", "md", "text/markdown", "Markdown, with notes as footnotes", markdown::write;
    /// Everything, for programs; described by docs/report.schema.json.
    Json => "json", "json", "application/json", "JSON, everything for programs", json::write;
}

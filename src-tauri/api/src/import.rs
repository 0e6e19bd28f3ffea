//! From bytes to an article in the library: read, shown, changed by the person, imported.

use std::path::Path;

use stet_core::{
    draft::{Block, Draft},
    error::{Code, Error, Result},
    json::Json,
    plan::{Change, Plan, check_text},
    schema::{Entity, Field},
    text::Span,
    time,
    view::{BlockKind, Provenance},
};
use stet_intake::Document;

/// An article read but not imported yet.
#[derive(Clone, Debug)]
pub struct Reading {
    /// File name, or empty for pasted text.
    pub name: String,
    /// What was read.
    pub document: Document,
    /// Its language, guessed from the text.
    pub language: String,
}

/// What a person decides at import. Empty texts: as found.
#[derive(Clone, Debug, Default)]
pub struct ImportChoices {
    /// Title.
    pub title: String,
    /// Language, BCP 47.
    pub language: String,
    /// Publication date, ISO 8601.
    pub published: String,
    /// Whose it is.
    pub provenance: Provenance,
    /// Kinds of blocks that were changed: index, kind.
    pub kinds: Vec<(u32, BlockKind)>,
}

/// What an import did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Imported {
    /// The draft's id: 16 hex digits.
    pub article: String,
    /// Its title.
    pub title: String,
    /// Its language.
    pub lang: String,
    /// Number of blocks.
    pub blocks: u32,
    /// Number of sentences.
    pub sentences: u32,
    /// Whether the same text was here before; nothing was changed then.
    pub already_here: bool,
    /// What the person should know of the reading.
    pub notes: Vec<String>,
}

/// Whether a file of this name is of a format that Stet reads.
#[must_use]
pub fn is_read(name: &str) -> bool {
    stet_intake::Format::of_name(name).is_some()
}

/// The sentences of one block of text as starts and ends, in code points. Without a language it is
/// guessed.
#[must_use]
pub fn segment(text: &str, language: Option<&str>, keep_quotations: bool) -> Vec<[u32; 2]> {
    let language = language.unwrap_or_else(|| stet_language::guess_language(text));
    let found =
        stet_language::sentences(text, language, stet_language::Options { keep_quotations });
    found
        .into_iter()
        .map(|span| [span.start, span.end])
        .collect()
}

/// Reads a file from disk.
///
/// # Errors
/// `file-*`, `format-unknown`.
pub(crate) fn read_file(path: &Path) -> Result<Reading> {
    let shown = path.display();
    let meta = std::fs::metadata(path).map_err(|error| unreadable(path, &error))?;
    if meta.is_dir() {
        return Err(Error::new(
            Code::FormatUnknown,
            format!("{shown} is a folder."),
            "Name the files in it, as with: stet import FOLDER/*.txt",
        ));
    }
    if !meta.is_file() {
        return Err(Error::new(
            Code::FormatUnknown,
            format!("{shown} is not a regular file."),
            "Save the article as a file and import that.",
        ));
    }
    if meta.len() > stet_intake::MOST_BYTES as u64 {
        return Err(Error::new(
            Code::FileTooLarge,
            format!("{shown} has {} MiB.", meta.len() / 1024 / 1024),
            format!(
                "Stet reads up to {} MiB.",
                stet_intake::MOST_BYTES / 1024 / 1024
            ),
        ));
    }
    let bytes = std::fs::read(path).map_err(|error| unreadable(path, &error))?;
    read_bytes(
        &path
            .file_name()
            .map(|name| name.to_string_lossy().into_owned())
            .unwrap_or_default(),
        &bytes,
    )
}

fn unreadable(path: &Path, error: &std::io::Error) -> Error {
    let shown = path.display();
    match error.kind() {
        std::io::ErrorKind::NotFound => Error::new(
            Code::FileMissing,
            format!("{shown} is not there."),
            "Check the name and the folder.",
        ),
        std::io::ErrorKind::PermissionDenied => Error::new(
            Code::FileDenied,
            format!("{shown} may not be read."),
            "Change its permissions, or copy it to a folder of yours.",
        ),
        _ => Error::new(
            Code::FileFailed,
            format!("{shown} could not be read: {error}."),
            "Check the disk and try again.",
        ),
    }
}

/// Reads bytes called `name` (`-`: text from standard input or the clipboard).
pub(crate) fn read_bytes(name: &str, bytes: &[u8]) -> Result<Reading> {
    let document = stet_intake::read(name, bytes, &stet_intake::Choices::default())?;
    let text: String = document
        .blocks
        .iter()
        .map(|block| block.text.as_str())
        .collect::<Vec<_>>()
        .join("\n");
    let language = stet_language::guess_language(&text).to_owned();
    Ok(Reading {
        name: if name == "-" {
            String::new()
        } else {
            name.to_owned()
        },
        document,
        language,
    })
}

impl Reading {
    /// The draft that importing with these kinds of blocks would make.
    pub(crate) fn draft(&self, kinds: &[(u32, BlockKind)]) -> Draft {
        let mut blocks = self.document.blocks.clone();
        for (n, kind) in kinds {
            if let Some(block) = blocks.get_mut(*n as usize) {
                block.kind = *kind;
            }
        }
        let kept = blocks.into_iter().filter(|block| block.left_out.is_none());
        let kept: Vec<Block> = kept
            .map(|block| Block::new(block.kind, block.text))
            .collect();
        Draft::new(&kept)
    }

    /// The step that brings it into the library.
    ///
    /// # Errors
    /// `value-refused` for a date that is none.
    pub(crate) fn plan(&self, draft: &Draft, choices: &ImportChoices) -> Result<Plan> {
        if !choices.published.is_empty() && !time::is_date(&choices.published) {
            return Err(Error::new(
                Code::ValueRefused,
                format!("“{}” is not a date.", choices.published),
                "Write it as 2026-11-05.",
            ));
        }
        let entity = Entity::Draft(draft.id());
        let mut changes = Vec::new();
        let mut say = |field, value| changes.push(Change::new(entity.clone(), field, value));
        let language = if choices.language.is_empty() {
            &self.language
        } else {
            &choices.language
        };
        let kinds = draft
            .kinds()
            .iter()
            .map(|kind| Json::text(kind_name(*kind)))
            .collect();
        say(Field::Blocks, Json::map([("kinds", Json::List(kinds))]));
        say(Field::Segmentation, segmentation(draft, language));
        say(
            Field::Found,
            Json::map([
                ("language", Json::text(self.language.clone())),
                (
                    "name",
                    Json::text(self.name.chars().take(500).collect::<String>()),
                ),
                ("title", Json::text(self.document.meta.title.clone())),
            ]),
        );
        let title = check_text(&choices.title)?;
        if !title.is_empty() && title != self.document.meta.title {
            say(Field::Title, Json::text(title.clone()));
        }
        if !choices.language.is_empty() && choices.language != self.language {
            say(
                Field::Language,
                Json::text(check_language(&choices.language)?),
            );
        }
        if !choices.published.is_empty() {
            say(Field::Published, Json::text(choices.published.clone()));
        }
        if choices.provenance == Provenance::Theirs {
            say(Field::Provenance, Json::text("theirs"));
        }
        let shown = if title.is_empty() {
            &self.document.meta.title
        } else {
            &title
        };
        let mut plan = Plan::about(
            draft.id(),
            format!("imported “{}”", shortened(shown)),
            changes,
        );
        plan.blobs.push(draft.text().as_bytes().to_vec());
        Ok(plan)
    }
}

fn shortened(title: &str) -> String {
    const MOST: usize = 60;
    if title.chars().count() <= MOST {
        title.to_owned()
    } else {
        title.chars().take(MOST - 1).chain(['…']).collect()
    }
}

fn check_language(tag: &str) -> Result<String> {
    let fits = tag.len() <= 35
        && tag.split('-').all(|part| {
            (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric())
        });
    if fits {
        return Ok(tag.to_owned());
    }
    Err(Error::new(
        Code::ValueRefused,
        format!("“{tag}” is not a language tag."),
        "Use a tag such as en, de or pt-BR.",
    ))
}

/// Name of a kind of block, as stored.
fn kind_name(kind: BlockKind) -> String {
    serde_json::to_value(kind)
        .ok()
        .and_then(|value| value.as_str().map(str::to_owned))
        .unwrap_or_default()
}

/// Sentences of a draft, found block by block so that none crosses a block.
pub(crate) fn sentences(draft: &Draft, language: &str) -> Vec<Span> {
    let mut spans = Vec::new();
    for (_, block) in draft.blocks() {
        let found = stet_language::sentences(
            draft.slice(*block),
            language,
            stet_language::Options::default(),
        );
        spans.extend(
            found
                .into_iter()
                .map(|span| Span::new(block.start.0 + span.start, block.start.0 + span.end)),
        );
    }
    spans
}

fn segmentation(draft: &Draft, language: &str) -> Json {
    let offsets = sentences(draft, language)
        .into_iter()
        .flat_map(|span| [span.start.0, span.end.0])
        .map(|offset| Json::Int(offset.into()))
        .collect();
    Json::map([
        ("sentences", Json::List(offsets)),
        (
            "splitter",
            Json::Int(stet_language::SPLITTER_VERSION.into()),
        ),
    ])
}

//! From bytes to an article in the library: read, shown, changed by the person, imported.

use stet_core::{
    draft::{Block, Draft, collapse},
    error::{Code, Error, Result},
    ids::BlobHash,
    json::Json,
    plan::{Change, Plan, check_text},
    schema::{Entity, Field},
    text::CodePoint,
    time,
    view::{BlockKind, Provenance, RemarkKind},
};
use stet_intake::Document;

use crate::{
    choices::{BlockChoices, ImportChoices, Kept},
    cut::segmentation,
    original::Original,
};

/// What HTML from the clipboard is called, so that its format is known.
pub(crate) const PASTED_PAGE: &str = "-.html";

/// An article read but not imported yet.
#[derive(Clone, Debug)]
pub(crate) struct Reading {
    /// File name, or the address it was fetched from, or empty for pasted text.
    pub(crate) name: String,
    /// What was read.
    pub(crate) document: Document,
    /// Its language: as the text shows, else as the file declares.
    pub(crate) language: String,
    /// What it was read from.
    pub(crate) original: Original,
}

/// Whether a file of this name is of a format that Stet reads.
#[must_use]
pub fn is_read(name: &str) -> bool {
    stet_intake::Format::of_name(name).is_some()
}

/// How the names of files that Stet reads end, in lower case without the dot.
#[must_use]
pub fn extensions() -> Vec<&'static str> {
    let formats = stet_intake::Format::ALL.into_iter();
    formats
        .flat_map(|format| format.extensions().iter().copied())
        .collect()
}

impl Reading {
    /// What reading `original` found.
    pub(crate) fn new(original: Original, document: Document) -> Self {
        let kept = document.blocks.iter().filter(|one| one.left_out.is_none());
        let text: Vec<&str> = kept.map(|block| block.text.as_str()).collect();
        let language = language(&text.join("\n"), &document.meta.language);
        let mut reading = Self {
            name: original.name.clone(),
            document,
            language,
            original,
        };
        if matches!(reading.name.as_str(), "-" | PASTED_PAGE) {
            reading.name.clear();
        }
        if let Some(address) = &reading.original.choices.address {
            reading.name.clone_from(address);
            let url = &mut reading.document.meta.url;
            if url.is_empty() {
                url.clone_from(address);
            }
        }
        reading
    }

    /// What the person should know of the reading, where no screen shows its encoding.
    pub(crate) fn notes(&self) -> Vec<String> {
        let guess = self.document.encoding.iter().filter(|found| found.guessed);
        let guess = guess.map(|found| {
            format!(
                "Read as {}, which is a guess. Looks wrong? Save the file as UTF-8.",
                found.name
            )
        });
        guess.chain(self.document.notes.iter().cloned()).collect()
    }

    /// The draft that importing with these choices would make, and for each of its blocks the
    /// index of the one that was read.
    pub(crate) fn draft(&self, choices: &BlockChoices) -> (Draft, Vec<usize>) {
        let blocks = &self.document.blocks;
        let mut kept: Vec<bool> = blocks.iter().map(|one| one.left_out.is_none()).collect();
        let mut kinds: Vec<BlockKind> = blocks.iter().map(|one| one.kind).collect();
        for (changes, stays) in [(&choices.put_back, true), (&choices.leave_out, false)] {
            for n in changes {
                if let Some(one) = kept.get_mut(*n as usize) {
                    *one = stays;
                }
            }
        }
        for (n, kind) in &choices.kinds {
            if let Some(one) = kinds.get_mut(*n as usize) {
                *one = *kind;
            }
        }
        let (mut taken, mut places) = (Vec::new(), Vec::new());
        for (n, block) in blocks.iter().enumerate() {
            // A draft has no blocks without words.
            if kept[n] && !block.text.trim().is_empty() {
                taken.push(Block::new(kinds[n], block.text.as_str()));
                places.push(n);
            }
        }
        (Draft::new(&taken), places)
    }

    /// The step that brings it into the library, with what is to be kept whole.
    ///
    /// # Errors
    /// `file-empty` if every block is left out; `value-refused` for a date that is none;
    /// `link-refused` for an address that is none.
    pub(crate) fn plan(
        &self,
        draft: &Draft,
        places: &[usize],
        choices: &ImportChoices,
        kept: Kept,
    ) -> Result<Plan> {
        if draft.blocks().is_empty() {
            return Err(Error::new(
                Code::FileEmpty,
                "Every block is left out.",
                "Put back those that belong to the article.",
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
        say(
            Field::Segmentation,
            segmentation(draft, language, kept.quotations),
        );
        say(Field::Found, self.found());
        let remarks = self.remarks(draft, places);
        if !remarks.is_empty() {
            say(
                Field::Remarks,
                Json::map([("remarks", Json::List(remarks))]),
            );
        }
        say(Field::Original, self.told_of_original());
        for (field, value) in self.edits(choices)? {
            say(field, Json::text(value));
        }
        let title = check_text(&choices.title)?;
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
        plan.blobs.push(draft.text().as_bytes().into());
        if kept.original {
            plan.blobs.push(self.original.bytes.clone());
        }
        Ok(plan)
    }

    /// What the file says of itself.
    fn found(&self) -> Json {
        let meta = &self.document.meta;
        let name: String = self.name.chars().take(500).collect();
        let mut found = vec![
            ("language", Json::text(self.language.clone())),
            ("name", Json::text(name)),
            ("title", Json::text(meta.title.clone())),
        ];
        for (key, text) in [
            ("publisher", &meta.publisher),
            ("published", &meta.published),
            ("url", &meta.url),
        ] {
            if !text.is_empty() {
                found.push((key, Json::text(text.clone())));
            }
        }
        if !meta.authors.is_empty() {
            let authors = meta.authors.iter().cloned().map(Json::text).collect();
            found.push(("authors", Json::List(authors)));
        }
        Json::map(found)
    }

    /// What a person says otherwise than the file.
    fn edits(&self, choices: &ImportChoices) -> Result<Vec<(Field, String)>> {
        let meta = &self.document.meta;
        let mut edits = Vec::new();
        let title = check_text(&choices.title)?;
        if !title.is_empty() && title != meta.title {
            edits.push((Field::Title, title));
        }
        if !choices.language.is_empty() && choices.language != self.language {
            edits.push((Field::Language, check_language(&choices.language)?));
        }
        if let Some(date) = &choices.published
            && !date.is_empty()
            && !time::is_date(date)
        {
            return Err(Error::new(
                Code::ValueRefused,
                format!("“{date}” is not a date."),
                "Write it as 2026-11-05.",
            ));
        }
        if let Some(url) = &choices.url
            && !url.trim().is_empty()
            && !crate::is_web_address(url.trim())
        {
            return Err(crate::work::not_an_address(url));
        }
        let authors = choices.authors.as_ref().map(|names| {
            let names: Vec<String> = names.iter().map(|name| collapse(name)).collect();
            names.join("\n")
        });
        for (field, chosen, found) in [
            (Field::Published, &choices.published, &meta.published),
            (Field::Publisher, &choices.publisher, &meta.publisher),
            (Field::Url, &choices.url, &meta.url),
            (Field::Authors, &authors, &meta.authors.join("\n")),
        ] {
            let Some(chosen) = chosen else { continue };
            let chosen = check_text(chosen)?;
            if chosen != *found {
                edits.push((field, chosen));
            }
        }
        if choices.provenance == Provenance::Theirs {
            edits.push((Field::Provenance, "theirs".into()));
        }
        Ok(edits)
    }

    /// Its comments, notes and links in code points of the draft's text; those on blocks that are
    /// left out stay behind with them.
    fn remarks(&self, draft: &Draft, places: &[usize]) -> Vec<Json> {
        let all = &self.document.remarks;
        let remarks = all.iter().filter_map(|remark| {
            let n = places.binary_search(&(remark.block as usize)).ok()?;
            let (_, block) = draft.blocks().get(n)?;
            let place = |at: CodePoint| Json::Int((block.start.0 + at.0.min(block.len())).into());
            let kind = match remark.kind {
                RemarkKind::Comment => "comment",
                RemarkKind::Footnote => "footnote",
                RemarkKind::Link => "link",
            };
            let mut told = vec![
                ("end", place(remark.end)),
                ("kind", Json::text(kind)),
                ("start", place(remark.start)),
                ("text", Json::text(remark.text.clone())),
            ];
            if !remark.author.is_empty() {
                told.push(("author", Json::text(remark.author.clone())));
            }
            Some(Json::map(told))
        });
        remarks.collect()
    }

    fn told_of_original(&self) -> Json {
        let bytes = &self.original.bytes;
        let hash = BlobHash::of(bytes).to_string();
        let name: String = self.original.name.chars().take(500).collect();
        Json::map([
            (
                "bytes",
                Json::Int(i64::try_from(bytes.len()).unwrap_or(i64::MAX)),
            ),
            ("format", Json::text(format_name(self.document.format))),
            ("name", Json::text(name)),
            ("sha256", Json::map([("blob", Json::text(hash))])),
        ])
    }
}

/// The language of a text: what it shows, in the file's own words for it (`en-GB`) where they
/// agree; what the file declares where the text shows none.
fn language(text: &str, declared: &str) -> String {
    let guessed = stet_language::guess_language(text);
    let declared = check_language(declared).unwrap_or_default();
    let same = |tag: &str| tag.split('-').next().map(str::to_lowercase) == Some(guessed.into());
    if !declared.is_empty() && (guessed == "und" || same(&declared)) {
        declared
    } else {
        guessed.to_owned()
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
    name_of(kind)
}

/// Name of a format, as stored.
fn format_name(format: stet_intake::Format) -> String {
    name_of(format)
}

/// What a plain enum is called in JSON.
fn name_of(value: impl serde::Serialize) -> String {
    serde_json::to_value(value)
        .ok()
        .and_then(|value| value.as_str().map(str::to_owned))
        .unwrap_or_default()
}

//! What is said of an article as a whole: by a person, else as its file said.

use crate::{
    article::Article, draft::TextHash, json::Json, laid::observed, schema::Field, view::Provenance,
};

impl Article {
    /// The value that a field of the draft shows.
    #[must_use]
    pub fn meta(&self, field: Field) -> Option<&Json> {
        observed(&self.meta, field)
    }

    /// Title: a person's, else the one found.
    #[must_use]
    pub fn title(&self) -> String {
        self.entered_or_found(Field::Title, "title")
    }

    /// Language: a person's, else the one found; `und` if none.
    #[must_use]
    pub fn language(&self) -> String {
        Some(self.entered_or_found(Field::Language, "language"))
            .filter(|lang| !lang.is_empty())
            .unwrap_or_else(|| "und".into())
    }

    fn entered_or_found(&self, field: Field, key: &str) -> String {
        let entered = self.meta(field).and_then(Json::as_text);
        let found = || {
            self.meta(Field::Found)
                .and_then(|found| found.get(key))
                .and_then(Json::as_text)
        };
        entered.or_else(found).unwrap_or_default().to_owned()
    }

    /// Publication date: a person's, else the one found; or empty.
    #[must_use]
    pub fn published(&self) -> String {
        self.entered_or_found(Field::Published, "published")
    }

    /// Who wrote it, in order: as a person says, else as the file said.
    #[must_use]
    pub fn authors(&self) -> Vec<String> {
        let entered = self.meta(Field::Authors).and_then(Json::as_text);
        if let Some(lines) = entered {
            return lines.lines().map(str::to_owned).collect();
        }
        let found = self
            .meta(Field::Found)
            .and_then(|found| found.get("authors"))
            .and_then(Json::as_list);
        found
            .into_iter()
            .flatten()
            .filter_map(Json::as_text)
            .map(str::to_owned)
            .collect()
    }

    /// Who published it: as a person says, else as the file said; or empty.
    #[must_use]
    pub fn publisher(&self) -> String {
        self.entered_or_found(Field::Publisher, "publisher")
    }

    /// Its address: as a person says, else as the file said; or empty.
    #[must_use]
    pub fn url(&self) -> String {
        self.entered_or_found(Field::Url, "url")
    }

    /// Whose it is.
    #[must_use]
    pub fn provenance(&self) -> Provenance {
        if self.meta(Field::Provenance).and_then(Json::as_text) == Some("theirs") {
            Provenance::Theirs
        } else {
            Provenance::Ours
        }
    }

    /// The text that it is said to be nearly the same as.
    #[must_use]
    pub fn same_as(&self) -> Option<TextHash> {
        let said = self.meta(Field::Same).and_then(Json::as_text)?;
        TextHash::from_base64url(said).filter(|hash| *hash != self.draft.id())
    }

    /// Whether it is the built-in sample.
    #[must_use]
    pub fn is_sample(&self) -> bool {
        self.meta(Field::Sample).and_then(Json::as_bool) == Some(true)
    }
}

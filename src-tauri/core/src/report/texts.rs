//! Every text of a report that people wrote about the article, by where it stands.

use super::{
    diff,
    model::{Article, Cited, Opinion, Report, Sentence},
    secret::Secrets,
};

/// Where a text stands: "the finding on sentence 9", "the authors".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place<'a> {
    /// What it is, with its article: "the finding".
    pub what: &'static str,
    /// Label of the sentence, if it is about one.
    pub label: Option<&'a str>,
}

impl std::fmt::Display for Place<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.label {
            Some(label) => write!(f, "{} on sentence {label}", self.what),
            None => f.write_str(self.what),
        }
    }
}

impl Report {
    /// Visits every text that people wrote about the article, and all that is made of these; not
    /// the words of the article itself. First what was written, then what repeats it.
    pub fn texts_mut(&mut self, visit: &mut dyn FnMut(Place<'_>, &mut String)) {
        for Sentence {
            label,
            tags,
            evidence,
            conflicts,
            debts,
            ..
        } in &mut self.sentences
        {
            let place = |what| Place {
                what,
                label: Some(label.as_str()),
            };
            for Opinion {
                finding,
                correction,
                speaker,
                checker,
                ..
            } in tags
            {
                visit(place("the finding"), finding);
                visit(place("the proposed wording"), correction);
                visit(place("the speaker"), speaker);
                visit(place("the name of a checker"), checker);
            }
            for Cited {
                quotation,
                locator,
                checker,
                ..
            } in evidence
            {
                visit(place("the quotation of a source"), quotation);
                visit(place("the place in a source"), locator);
                visit(place("the name of a checker"), checker);
            }
            for conflict in conflicts {
                for value in &mut conflict.values {
                    visit(place("a field with two values"), value);
                }
            }
            for debt in debts {
                visit(place("what is owed"), debt);
            }
        }
        for source in &mut self.sources {
            let place = |what| Place {
                what,
                label: source.used_by.first().map(String::as_str),
            };
            visit(place("the title of a source"), &mut source.title);
            visit(place("the address of a source"), &mut source.url);
        }
        let place = |what| Place { what, label: None };
        let Article {
            title,
            authors,
            publisher,
            published,
            url,
            ..
        } = &mut self.article;
        visit(place("the article’s title"), title);
        visit(place("the article’s publisher"), publisher);
        visit(place("the article’s date"), published);
        visit(place("the article’s address"), url);
        for author in authors {
            visit(place("the article’s authors"), author);
        }
        for person in &mut self.people {
            visit(place("the people"), &mut person.name);
        }
        visit(place("who checked"), &mut self.checked_by);
        for sentence in &mut self.sentences {
            let place = Place {
                what: "the margin",
                label: Some(sentence.label.as_str()),
            };
            visit(place, &mut sentence.margin);
        }
        for attributed in &mut self.attributed {
            visit(place("the speakers"), &mut attributed.speaker);
        }
    }

    /// Puts what stands in their place wherever secrets stand.
    pub(super) fn hide(&mut self, secrets: &Secrets) {
        self.texts_mut(&mut |_, text| {
            secrets.hide_in(text);
        });
        for sentence in &mut self.sentences {
            for opinion in &mut sentence.tags {
                if !opinion.changes.is_empty() {
                    opinion.changes = diff::words(&sentence.text, &opinion.correction);
                }
            }
        }
    }
}

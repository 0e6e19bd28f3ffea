//! The work as a REFI-QDA project (schema 1.0 of 18 March 2019, namespace `urn:QDA-XML:project:1.0`):
//! for programs of qualitative analysis. Checkers are users, tags are codes, tagged sentences are
//! selections, and what was written about them are notes.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write,
};

use stet_core::{
    error::Result,
    report::{Dossier, Opinion, Profile, Report, Sentence, Source, meanings, tag_name},
    view::{Standing, Tag},
};

use crate::{
    Options,
    guid::{guid, is_moment},
    inert::is_hidden,
    package::{Package, push_xml, xml_attribute},
};

const TAGS: [Tag; 4] = [
    Tag::Verified,
    Tag::AttributedOnly,
    Tag::Disputed,
    Tag::NoClaim,
];

/// Writes the project, with the plain text of each article beside it.
pub fn document(dossier: &Dossier, _: Options) -> Result<Vec<u8>> {
    let mut project = Project {
        users: BTreeMap::new(),
        sources: String::new(),
        notes: String::new(),
        seen: BTreeSet::new(),
    };
    let mut texts = Vec::new();
    for report in &dossier.reports {
        // Two sources of one name would be one file.
        if project.seen.insert(report.article.article.clone()) {
            texts.push(project.add(report));
        }
    }
    let mut package = Package::new().file("project.qde", project.finish(dossier).as_bytes());
    for (id, text) in texts {
        package = package.file(&format!("Sources/{id}.txt"), text.as_bytes());
    }
    package.finish()
}

/// The parts of the project, as far as they are written.
struct Project {
    /// Names by id.
    users: BTreeMap<String, String>,
    sources: String,
    notes: String,
    /// Drafts that are in it.
    seen: BTreeSet<String>,
}

impl Project {
    fn finish(self, dossier: &Dossier) -> String {
        let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        out.push_str("<Project xmlns=\"urn:QDA-XML:project:1.0\"");
        attribute(&mut out, "name", &dossier.title);
        attribute(&mut out, "origin", &dossier.program);
        out.push_str(">\n");
        // The schema knows no empty lists.
        if !self.users.is_empty() {
            out.push_str("<Users>\n");
            for (id, name) in &self.users {
                out.push_str("<User");
                attribute(&mut out, "guid", id);
                attribute(&mut out, "name", name);
                out.push_str("/>\n");
            }
            out.push_str("</Users>\n");
        }
        push_codes(&mut out);
        for (name, list) in [("Sources", &self.sources), ("Notes", &self.notes)] {
            if !list.is_empty() {
                let _ = write!(out, "<{name}>\n{list}</{name}>\n");
            }
        }
        out.push_str("</Project>\n");
        out
    }

    /// Adds an article; its id and plain text.
    fn add(&mut self, report: &Report) -> (String, String) {
        let id = guid(&["source", &report.article.article]);
        let (text, places) = plain_text(report);
        let mut source = String::from("<TextSource");
        attribute(&mut source, "guid", &id);
        attribute(&mut source, "name", &report.article.title);
        attribute(
            &mut source,
            "plainTextPath",
            &format!("internal://{id}.txt"),
        );
        source.push_str(">\n");
        for (sentence, place) in report.sentences.iter().zip(places) {
            self.add_sentence(&mut source, report, sentence, place);
        }
        source.push_str("</TextSource>\n");
        self.sources.push_str(&source);
        (id, text)
    }

    /// A selection with everybody's codes and notes; nothing where nothing is noted.
    fn add_sentence(
        &mut self,
        out: &mut String,
        report: &Report,
        sentence: &Sentence,
        (start, end): (usize, usize),
    ) {
        let (from, to) = (sentence.start.0.to_string(), sentence.end.0.to_string());
        let here = [report.article.article.as_str(), &from, &to];
        let id = |kind, what: &[&str]| guid(&[&[kind], here.as_slice(), what].concat());
        let (mut codings, mut notes) = (String::new(), String::new());
        for (nth, opinion) in sentence.tags.iter().enumerate() {
            let nth = nth.to_string();
            let what = [opinion.checker_id.as_str(), &nth];
            let user = self.user(report, opinion);
            if let Some(tag) = opinion.tag.filter(|_| opinion.counts()) {
                codings.push_str("<Coding");
                attribute(&mut codings, "guid", &id("coding", &what));
                made(&mut codings, &user, opinion);
                let _ = writeln!(codings, "><CodeRef targetGUID=\"{}\"/></Coding>", code(tag));
            }
            let said = words_of(opinion);
            if !said.is_empty() {
                let note = id("note", &what);
                let name = format!("{}: {}", sentence.label, opinion.checker);
                self.note(&note, &name, Some((&user, opinion)), &said);
                let _ = writeln!(notes, "<NoteRef targetGUID=\"{note}\"/>");
            }
        }
        let sources = sources_of(report, sentence);
        if !sources.is_empty() {
            let note = id("note", &["sources"]);
            self.note(
                &note,
                &format!("{}: sources", sentence.label),
                None,
                &sources,
            );
            let _ = writeln!(notes, "<NoteRef targetGUID=\"{note}\"/>");
        }
        if codings.is_empty() && notes.is_empty() {
            return;
        }
        out.push_str("<PlainTextSelection");
        attribute(out, "guid", &id("selection", &[]));
        attribute(out, "name", &sentence.label);
        let _ = writeln!(
            out,
            " startPosition=\"{start}\" endPosition=\"{end}\">\n{codings}{notes}</PlainTextSelection>"
        );
    }

    /// The user's id. Readers must not be able to put together what one person did in two articles.
    fn user(&mut self, report: &Report, opinion: &Opinion) -> String {
        let id = match report.profile {
            Profile::Public => guid(&["user", &report.article.article, &opinion.checker_id]),
            Profile::Editor | Profile::Legal => guid(&["user", &opinion.checker_id]),
        };
        self.users
            .entry(id.clone())
            .or_insert_with(|| opinion.checker.clone());
        id
    }

    fn note(&mut self, id: &str, name: &str, by: Option<(&str, &Opinion)>, text: &str) {
        let out = &mut self.notes;
        out.push_str("<Note");
        attribute(out, "guid", id);
        attribute(out, "name", name);
        if let Some((user, opinion)) = by {
            made(out, user, opinion);
        }
        out.push_str("><PlainTextContent>");
        push_xml(out, text);
        out.push_str("</PlainTextContent></Note>\n");
    }
}

fn attribute(out: &mut String, name: &str, value: &str) {
    let _ = write!(out, " {name}=\"{}\"", xml_attribute(value));
}

fn made(out: &mut String, user: &str, opinion: &Opinion) {
    attribute(out, "creatingUser", user);
    if is_moment(&opinion.at) {
        attribute(out, "creationDateTime", &opinion.at);
    }
}

/// The id of a tag's code: the same everywhere, so that projects can be put together.
fn code(tag: Tag) -> String {
    guid(&["code", tag_name(tag)])
}

/// The tags as codes, in the colours of the marks on paper.
fn push_codes(out: &mut String) {
    let meanings = meanings();
    out.push_str("<CodeBook>\n<Codes>\n");
    for tag in TAGS {
        let (standing, colour) = match tag {
            Tag::Verified => (Standing::Verified, "#00707C"),
            Tag::AttributedOnly => (Standing::AttributedOnly, "#7A2BD6"),
            Tag::Disputed => (Standing::Disputed, "#B23A08"),
            Tag::NoClaim => (Standing::NoClaim, "#5C574E"),
        };
        let meaning = meanings.iter().find(|one| one.standing == standing);
        out.push_str("<Code");
        attribute(out, "guid", &code(tag));
        attribute(out, "name", meaning.map_or(tag_name(tag), |one| one.name));
        let _ = write!(out, " isCodable=\"true\" color=\"{colour}\"><Description>");
        push_xml(out, meaning.map_or("", |one| one.text));
        out.push_str("</Description></Code>\n");
    }
    out.push_str("</Codes>\n</CodeBook>\n");
}

/// What a checker wrote about a sentence, one paragraph each.
fn words_of(opinion: &Opinion) -> String {
    let mut parts = Vec::new();
    if let Some(tag) = opinion.tag.filter(|_| !opinion.counts()) {
        parts.push(format!(
            "Tagged {}, but not for exactly these words.",
            tag_name(tag)
        ));
    }
    if !opinion.finding.is_empty() {
        parts.push(opinion.finding.clone());
    }
    for (name, text) in [
        ("Proposed wording", &opinion.correction),
        ("Speaker", &opinion.speaker),
    ] {
        if !text.is_empty() {
            parts.push(format!("{name}: {text}"));
        }
    }
    parts.join("\n\n")
}

/// What a sentence rests on, one source a line.
fn sources_of(report: &Report, sentence: &Sentence) -> String {
    let mut lines = Vec::new();
    for cited in &sentence.evidence {
        let number = |one: &Source| one.number;
        let Ok(at) = report.sources.binary_search_by_key(&cited.source, number) else {
            continue;
        };
        let source = &report.sources[at];
        let said = [&source.title, &source.url, &cited.locator, &cited.quotation];
        let said: Vec<&str> = said
            .into_iter()
            .map(String::as_str)
            .filter(|text| !text.is_empty())
            .collect();
        lines.push(format!("[{}] {}", source.number, said.join(" · ")));
    }
    lines.join("\n")
}

/// The text of the article, and where in it each sentence lies, in code points as the format
/// counts. Of an article that is only quoted: its sentences.
fn plain_text(report: &Report) -> (String, Vec<(usize, usize)>) {
    if !report.quoted {
        let places = report.sentences.iter();
        let places = places.map(|one| (one.start.0 as usize, one.end.0 as usize));
        return (shown(&report.article.text), places.collect());
    }
    let (mut text, mut at) = (String::new(), 0);
    let mut places = Vec::new();
    for sentence in &report.sentences {
        if at > 0 {
            text.push_str("\n\n");
            at += 2;
        }
        text.push_str(&shown(&sentence.text));
        let end = at + sentence.text.chars().count();
        places.push((at, end));
        at = end;
    }
    (text, places)
}

/// The text with a mark in the place of each hidden character: one for one, so that places hold.
fn shown(text: &str) -> String {
    let mut before = None;
    let mark = |c| {
        let hidden = is_hidden(c, before);
        before = Some(c);
        if hidden { '\u{fffd}' } else { c }
    };
    text.chars().map(mark).collect()
}

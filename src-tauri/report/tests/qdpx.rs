//! REFI-QDA projects, unpacked and held against the rules of the standard's schema (Project.xsd of
//! 18 March 2019): which elements, in which order and number, with which attributes.

#![allow(
    clippy::unwrap_used,
    reason = "a document that cannot be read fails the test"
)]

mod common;

use std::{
    collections::{BTreeMap, BTreeSet},
    io::{Cursor, Read},
};

use common::{ANA, Builder, KIM, dossier_for, everything, sample};
use stet_core::{
    report::Profile,
    view::{ArticleView, BlockKind, Provenance, Tag, TagState},
};
use stet_report::{Format, Options, write};

/// An element of the project.
#[derive(Debug, Default)]
struct Element {
    name: String,
    attributes: BTreeMap<String, String>,
    children: Vec<Element>,
    text: String,
}

impl Element {
    fn all<'a>(&'a self, name: &str, found: &mut Vec<&'a Element>) {
        found.extend(self.children.iter().filter(|one| one.name == name));
        self.children.iter().for_each(|one| one.all(name, found));
    }

    fn every(&self, name: &str) -> Vec<&Element> {
        let mut found = Vec::new();
        self.all(name, &mut found);
        found
    }

    fn get(&self, attribute: &str) -> &str {
        self.attributes.get(attribute).map_or("", String::as_str)
    }
}

fn unescaped(text: &str) -> String {
    let named = [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&#10;", "\n"),
        ("&#9;", "\t"),
        ("&amp;", "&"),
    ];
    named
        .iter()
        .fold(text.to_owned(), |text, (from, to)| text.replace(from, to))
}

/// Reads XML as strictly as it is written here: no comments, no CDATA, no entities but the usual.
fn parse(xml: &str) -> Element {
    let body = xml
        .strip_prefix("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
        .expect("a declaration");
    let mut open = vec![Element::default()];
    for piece in body.split('<').skip(1) {
        let (tag, text) = piece.split_once('>').expect("a tag ends");
        if let Some(name) = tag.strip_prefix('/') {
            let done = open.pop().unwrap();
            assert_eq!(name, done.name, "elements end in turn");
            open.last_mut().unwrap().children.push(done);
        } else {
            let mut parts = tag.trim_end_matches('/').splitn(2, ' ');
            let mut element = Element {
                name: parts.next().unwrap().into(),
                ..Element::default()
            };
            let mut rest = parts.next().unwrap_or("");
            while let Some((name, after)) = rest.split_once("=\"") {
                let (value, after) = after.split_once('"').expect("a value ends");
                let known = element
                    .attributes
                    .insert(name.trim().into(), unescaped(value));
                assert_eq!(known, None, "{name} stands once");
                rest = after;
            }
            assert!(rest.trim().is_empty(), "attributes alone: {tag}");
            if tag.ends_with('/') {
                open.last_mut().unwrap().children.push(element);
            } else {
                open.push(element);
            }
        }
        open.last_mut().unwrap().text.push_str(&unescaped(text));
    }
    let mut whole = open.pop().unwrap();
    assert!(open.is_empty(), "all elements end");
    whole.children.pop().expect("a root")
}

/// The project and its other files.
fn unpacked(views: &[&ArticleView], profile: Profile) -> (Element, BTreeMap<String, String>) {
    let bytes = write(
        &dossier_for(views, profile),
        Format::Qdpx,
        Options::default(),
    )
    .unwrap();
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut files = BTreeMap::new();
    for at in 0..zip.len() {
        let mut file = zip.by_index(at).unwrap();
        let mut text = String::new();
        file.read_to_string(&mut text)
            .expect("everything in it is UTF-8");
        files.insert(file.name().unwrap().into_owned(), text);
    }
    let project = files.remove("project.qde").expect("a project");
    (parse(&project), files)
}

/// What an attribute holds.
#[derive(Clone, Copy)]
enum Kind {
    Text,
    Guid,
    Colour,
    Bool,
    Whole,
    Moment,
}
use Kind::{Bool, Colour, Guid, Moment, Text, Whole};

impl Kind {
    fn holds(self, value: &str) -> bool {
        let shape = |text: &str| -> String {
            let class = |c: char| if c.is_ascii_hexdigit() { 'x' } else { c };
            text.chars().map(class).collect()
        };
        match self {
            Text => true,
            Guid => shape(value) == "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx",
            Colour => shape(value) == "#xxxxxx",
            Bool => matches!(value, "true" | "false"),
            Whole => value.parse::<u32>().is_ok(),
            Moment => shape(value) == "xxxx-xx-xxTxx:xx:xxZ",
        }
    }
}

/// How often a child may stand: `*` any number, `+` at least once, `?` at most once, `1` once.
type Children = &'static [(&'static str, char)];
/// Name, kind, whether it must be there.
type Attributes = &'static [(&'static str, Kind, bool)];

const TEXT_SOURCE: (Children, Attributes) = (
    &[
        ("Description", '?'),
        ("PlainTextContent", '?'),
        ("PlainTextSelection", '*'),
        ("Coding", '*'),
        ("NoteRef", '*'),
        ("VariableValue", '*'),
    ],
    &[
        ("guid", Guid, true),
        ("name", Text, false),
        ("richTextPath", Text, false),
        ("plainTextPath", Text, false),
        ("creatingUser", Guid, false),
        ("creationDateTime", Moment, false),
        ("modifyingUser", Guid, false),
        ("modifiedDateTime", Moment, false),
    ],
);
const REFERENCE: (Children, Attributes) = (&[], &[("targetGUID", Guid, true)]);
const PLAIN: (Children, Attributes) = (&[], &[]);

/// The schema, as far as a project of ours may need it.
const SCHEMA: &[(&str, (Children, Attributes))] = &[
    (
        "Project",
        (
            &[
                ("Users", '?'),
                ("CodeBook", '?'),
                ("Variables", '?'),
                ("Cases", '?'),
                ("Sources", '?'),
                ("Notes", '?'),
                ("Links", '?'),
                ("Sets", '?'),
                ("Graphs", '?'),
                ("Description", '?'),
                ("NoteRef", '*'),
            ],
            &[
                ("xmlns", Text, true),
                ("name", Text, true),
                ("origin", Text, false),
                ("creatingUserGUID", Guid, false),
                ("creationDateTime", Moment, false),
                ("modifyingUserGUID", Guid, false),
                ("modifiedDateTime", Moment, false),
                ("basePath", Text, false),
            ],
        ),
    ),
    ("Users", (&[("User", '+')], &[])),
    (
        "User",
        (
            &[],
            &[
                ("guid", Guid, true),
                ("name", Text, false),
                ("id", Text, false),
            ],
        ),
    ),
    ("CodeBook", (&[("Codes", '1')], &[])),
    ("Codes", (&[("Code", '+')], &[])),
    (
        "Code",
        (
            &[("Description", '?'), ("NoteRef", '*'), ("Code", '*')],
            &[
                ("guid", Guid, true),
                ("name", Text, true),
                ("isCodable", Bool, true),
                ("color", Colour, false),
            ],
        ),
    ),
    ("Sources", (&[("TextSource", '+')], &[])),
    ("TextSource", TEXT_SOURCE),
    ("Notes", (&[("Note", '+')], &[])),
    ("Note", TEXT_SOURCE),
    (
        "PlainTextSelection",
        (
            &[("Description", '?'), ("Coding", '*'), ("NoteRef", '*')],
            &[
                ("guid", Guid, true),
                ("name", Text, false),
                ("startPosition", Whole, true),
                ("endPosition", Whole, true),
                ("creatingUser", Guid, false),
                ("creationDateTime", Moment, false),
                ("modifyingUser", Guid, false),
                ("modifiedDateTime", Moment, false),
            ],
        ),
    ),
    (
        "Coding",
        (
            &[("CodeRef", '1'), ("NoteRef", '*')],
            &[
                ("guid", Guid, true),
                ("creatingUser", Guid, false),
                ("creationDateTime", Moment, false),
            ],
        ),
    ),
    ("CodeRef", REFERENCE),
    ("NoteRef", REFERENCE),
    ("Description", PLAIN),
    ("PlainTextContent", PLAIN),
];

/// What in an element is against the schema.
fn against(element: &Element, wrong: &mut Vec<String>) {
    let name = &element.name;
    let Some((_, (children, attributes))) = SCHEMA.iter().find(|(known, _)| known == name) else {
        return wrong.push(format!("{name} is not of the schema"));
    };
    let mut rest = element
        .children
        .iter()
        .map(|one| one.name.as_str())
        .peekable();
    for (child, times) in *children {
        let mut found = 0;
        while rest.next_if(|one| one == child).is_some() {
            found += 1;
        }
        let right = match times {
            '?' => found <= 1,
            '1' => found == 1,
            '+' => found >= 1,
            _ => true,
        };
        if !right {
            wrong.push(format!("{name} has {child} {found} times"));
        }
    }
    if let Some(left) = rest.next() {
        wrong.push(format!("{name}: {left} stands where it may not"));
    }
    for (attribute, value) in &element.attributes {
        match attributes.iter().find(|(known, ..)| known == attribute) {
            Some((_, kind, _)) if kind.holds(value) => {}
            Some(_) => wrong.push(format!("{name}: {attribute} cannot be {value:?}")),
            None => wrong.push(format!("{name} has no {attribute}")),
        }
    }
    for (attribute, _, needed) in *attributes {
        if *needed && !element.attributes.contains_key(*attribute) {
            wrong.push(format!("{name} lacks {attribute}"));
        }
    }
    let mixed = !element.children.is_empty() && !element.text.trim().is_empty();
    if mixed
        || (!matches!(name.as_str(), "Description" | "PlainTextContent")
            && !element.text.trim().is_empty())
    {
        wrong.push(format!("{name} holds text"));
    }
    element.children.iter().for_each(|one| against(one, wrong));
}

fn all_kinds() -> Vec<(&'static str, ArticleView)> {
    let mut hostile = Builder::new("<\"&'\n\0]]>");
    hostile.block(
        BlockKind::Paragraph,
        &[("<1>", "</Project>\u{202e}\0<x/>"), ("2", "🚢 End.")],
    );
    let tag = hostile.tag("<1>", ("<&\"", "<&\""), Tag::Disputed, "]]></Note><Note>");
    (tag.correction, tag.at) = ("<!--".into(), "now\"".into());
    hostile.source("<1>", "<", "<\"", "javascript:<", "&#0;", "\u{ffff}");
    hostile.tag("2", KIM, Tag::Verified, "").state = TagState::Suspended;
    let mut theirs = everything();
    theirs.provenance = Provenance::Theirs;
    vec![
        ("everything", everything()),
        ("the sample", sample()),
        ("somebody else's", theirs),
        ("hostile", hostile.done()),
        ("nothing", Builder::new("").done()),
    ]
}

#[test]
fn the_project_is_valid_against_the_schema() {
    for (why, view) in all_kinds() {
        for profile in Profile::ALL {
            let (project, _) = unpacked(&[&view], profile);
            let mut wrong = Vec::new();
            against(&project, &mut wrong);
            assert_eq!(wrong, [""; 0], "{why}, {}", profile.name());
            assert_eq!(project.get("xmlns"), "urn:QDA-XML:project:1.0");
        }
    }
}

#[test]
fn every_reference_leads_somewhere_and_every_id_is_one() {
    for (why, view) in all_kinds() {
        let (project, _) = unpacked(&[&view], Profile::Legal);
        let mut ids: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        let mut seen = BTreeSet::new();
        for kind in [
            "User",
            "Code",
            "TextSource",
            "Note",
            "PlainTextSelection",
            "Coding",
        ] {
            for one in project.every(kind) {
                assert!(seen.insert(one.get("guid")), "{why}: {kind} twice");
                ids.entry(kind).or_default().insert(one.get("guid"));
            }
        }
        for (from, attribute, to) in [
            ("CodeRef", "targetGUID", "Code"),
            ("NoteRef", "targetGUID", "Note"),
            ("Coding", "creatingUser", "User"),
        ] {
            for one in project.every(from) {
                let known = ids
                    .get(to)
                    .is_some_and(|ids| ids.contains(one.get(attribute)));
                assert!(known, "{why}: {from} to {}", one.get(attribute));
            }
        }
        assert_eq!(
            project.every("NoteRef").len(),
            project.every("Note").len(),
            "{why}: each note hangs on one selection"
        );
    }
}

/// (words, code, user) of every coding, by way of the positions in the text file.
fn codings(views: &[&ArticleView], profile: Profile) -> Vec<(String, String, String)> {
    let (project, files) = unpacked(views, profile);
    let named = |kind, id: &str| {
        let of = project
            .every(kind)
            .into_iter()
            .find(|one| one.get("guid") == id);
        of.unwrap().get("name").to_owned()
    };
    let mut found = Vec::new();
    for source in project.every("TextSource") {
        let path = source
            .get("plainTextPath")
            .strip_prefix("internal://")
            .unwrap();
        let text: Vec<char> = files[&format!("Sources/{path}")].chars().collect();
        for selection in source.every("PlainTextSelection") {
            let at = |name| selection.get(name).parse::<usize>().unwrap();
            let words: String = text[at("startPosition")..at("endPosition")]
                .iter()
                .collect();
            for coding in selection.every("Coding") {
                let code = named("Code", coding.children[0].get("targetGUID"));
                found.push((
                    words.clone(),
                    code,
                    named("User", coding.get("creatingUser")),
                ));
            }
        }
    }
    found
}

#[test]
fn codings_are_the_tags_on_the_very_words() {
    let mut b = Builder::new("Ships");
    b.block(BlockKind::Headline, &[("H1", "🚢 Ships 🚢")])
        .block(
            BlockKind::Paragraph,
            &[
                ("1", "Ümit saw 3."),
                ("2", "None sank."),
                ("3", "Left alone."),
            ],
        );
    b.tag("1", KIM, Tag::Verified, "Log.");
    b.tag("1", ANA, Tag::Disputed, "");
    b.tag("2", ANA, Tag::AttributedOnly, "").speaker = "Ümit".into();
    b.tag("H1", KIM, Tag::NoClaim, "");
    b.view.provenance = Provenance::Theirs;
    let view = b.done();
    let expected = |rows: &[(&str, &str, &str)]| -> Vec<(String, String, String)> {
        let own = |(a, b, c): &(&str, &str, &str)| ((*a).into(), (*b).into(), (*c).into());
        rows.iter().map(own).collect()
    };
    assert_eq!(
        codings(&[&view], Profile::Editor),
        expected(&[
            ("🚢 Ships 🚢", "No claim", "Kim Lind"),
            ("Ümit saw 3.", "Verified", "Kim Lind"),
            ("Ümit saw 3.", "Disputed", "Ana Ruiz"),
            ("None sank.", "Attributed-only", "Ana Ruiz"),
        ])
    );
    assert_eq!(
        codings(&[&view], Profile::Public),
        expected(&[
            ("🚢 Ships 🚢", "No claim", "Checker 1"),
            ("None sank.", "Attributed-only", "Checker 2"),
        ]),
        "readers get quotations, nobody's name, and no disagreement"
    );
    let (_, files) = unpacked(&[&view], Profile::Public);
    let quoted: Vec<&String> = files.values().collect();
    assert_eq!(
        quoted,
        ["🚢 Ships 🚢\n\nNone sank."],
        "and nothing else of the text"
    );
}

#[test]
fn notes_hold_what_was_written() {
    let mut b = Builder::new("Notes");
    b.block(BlockKind::Paragraph, &[("1", "It cost 5.")]);
    let tag = b.tag("1", KIM, Tag::Disputed, "It cost 4.\n\nSee <page> 2 & 3.");
    (tag.correction, tag.speaker) = ("It cost 4.".into(), "The mayor".into());
    b.source(
        "1",
        "s",
        "Ledger",
        "https://archive.example/l",
        "four",
        "p. 2",
    );
    let (project, _) = unpacked(&[&b.done()], Profile::Editor);
    let notes: Vec<(&str, &str)> = project
        .every("Note")
        .into_iter()
        .map(|note| (note.get("name"), note.children[0].text.as_str()))
        .collect();
    assert_eq!(
        notes,
        [
            (
                "1: Kim Lind",
                "It cost 4.\n\nSee <page> 2 & 3.\n\nProposed wording: It cost 4.\n\nSpeaker: The mayor"
            ),
            (
                "1: sources",
                "[1] Ledger · https://archive.example/l · p. 2 · four"
            ),
        ]
    );
}

#[test]
fn hidden_characters_are_marked_one_for_one() {
    let mut b = Builder::new("Hidden");
    b.block(
        BlockKind::Paragraph,
        &[("1", "a\u{202e}b\0c"), ("2", "Seen.")],
    );
    b.tag("2", KIM, Tag::Verified, "");
    let view = b.done();
    let (_, files) = unpacked(&[&view], Profile::Editor);
    assert_eq!(files.values().next().unwrap(), "a\u{fffd}b\u{fffd}c Seen.");
    assert_eq!(
        codings(&[&view], Profile::Editor)[0].0,
        "Seen.",
        "so that places hold"
    );
}

#[test]
fn several_articles_are_one_project_with_the_same_users_and_codes() {
    let mut other = sample();
    other.article = "0123456789abcdef".into();
    let (project, files) = unpacked(&[&everything(), &other, &everything()], Profile::Editor);
    assert_eq!(
        (project.every("TextSource").len(), files.len()),
        (2, 2),
        "an article named twice is in it once"
    );
    assert_eq!(project.every("User").len(), 3);
    assert_eq!(project.every("Code").len(), 4);
    let one = |view: &ArticleView| {
        write(
            &dossier_for(&[view], Profile::Editor),
            Format::Qdpx,
            Options::default(),
        )
    };
    assert_eq!(one(&everything()), one(&everything()), "the same bytes");
}

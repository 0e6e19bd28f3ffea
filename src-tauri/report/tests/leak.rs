//! What tells about the machine is refused, and the refusal says where it stands.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::expect_used,
    reason = "a document that is not what it should be fails the test"
)]

mod common;

use common::{Builder, KIM, dossier_for};
use stet_core::{
    error::Code,
    report::{Profile, checks},
    view::{ArticleView, BlockKind, Sensitivity, Tag},
};
use stet_report::{Format, Machine, Options, guarded, leak};

fn machine() -> Machine {
    Machine {
        home: "/home/mark".into(),
        user: "mark".into(),
        host: "guardian".into(),
        temporary: "/tmp".into(),
    }
}

fn article(text: &str, finding: &str) -> ArticleView {
    let mut b = Builder::new("The wall");
    b.block(BlockKind::Paragraph, &[("1", "A wall."), ("2", text)]);
    b.tag("2", KIM, Tag::Disputed, finding);
    b.done()
}

#[test]
fn what_tells_about_the_machine_is_refused_and_nothing_else() {
    let table: [(&str, &str, bool); 22] = [
        ("nothing", "It fell.", true),
        ("a path home", "See /home/mark/notes.txt", false),
        ("home itself", "See /home/mark.", false),
        ("in capitals", "See /HOME/MARK/x", false),
        ("percent-encoded", "See %2Fhome%2Fmark%2Fx", false),
        ("in base64", "L2hvbWUvbWFyay94", false),
        ("somebody else's", "See /home/market/x", true),
        ("a file's address", "See FILE:///srv/x", false),
        ("a profile:// of something", "See profile://x", true),
        ("a temporary file", "See /tmp/stet-x", false),
        ("a folder on the web", "See https://x.example/tmp/x", true),
        ("the same account elsewhere", r"C:\Users\mark\x", false),
        ("the machine by its address", r"\\guardian\x", false),
        ("the machine on its network", "guardian.local", false),
        ("a mail to the machine", "root@guardian", false),
        ("a person called so", "Mark said so.", true),
        ("a word", "the mark of the guardian", true),
        ("a paper called so", "The Guardian, 3 May", true),
        ("a paper's address", "https://guardian.example/mark", true),
        ("the name of a mail", "mark@mail.example", true),
        ("a folder of that name", "and/or home/marked", true),
        ("a title", "/home page, Mark", true),
    ];
    for (why, finding, passes) in table {
        for format in common::formats() {
            let view = article("It fell.", finding);
            let dossier = dossier_for(&[&view], Profile::Editor);
            let result = guarded(&dossier, format, Options::default(), &machine());
            if format.name() == "claimreview" {
                assert!(result.is_ok(), "{why}: nothing is published");
                continue;
            }
            let (name, error) = (format.name(), result.as_ref().err());
            assert_eq!(result.is_ok(), passes, "{why} in {name}: {error:?}");
            if let Err(error) = result {
                assert_eq!(error.code, Code::ReportLeak, "{why}");
                assert!(
                    error.message.contains("the finding on sentence 2"),
                    "{why}: {error}"
                );
                assert!(
                    !error.to_string().contains("/mark"),
                    "{why}: the refusal tells nothing"
                );
            }
        }
    }
}

#[test]
fn what_the_article_says_is_no_leak() {
    let said = "He opened file:///etc/x and /home/mark/x.";
    let view = article(said, "So it is: /home/mark/x.");
    for profile in Profile::ALL {
        let dossier = dossier_for(&[&view], profile);
        for format in common::formats() {
            let result = guarded(&dossier, format, Options::default(), &machine());
            assert!(
                result.is_ok(),
                "{} for {profile:?}: {:?}",
                format.name(),
                result.err()
            );
        }
    }
}

#[test]
fn a_name_in_a_documents_properties_leaks_unless_the_report_prints_it() {
    let view = article("It fell.", "");
    let dossier = dossier_for(&[&view], Profile::Editor);
    let machine = machine();
    let forbidden = leak::Forbidden::of(&dossier, &machine);
    let page = |author: &str| {
        format!("<html><head><meta name=\"author\" content=\"{author}\"></head><p>mark</p></html>")
    };
    let found = |author| leak::scan(page(author).as_bytes(), Format::Html, &forbidden);
    assert!(found("Stet 0.1.0").is_none(), "in the text it is a word");
    assert!(
        found("Mark").is_some(),
        "in the properties it is the account"
    );
    let dossier = dossier_for(&[&article("It fell.", "Mark says so.")], Profile::Editor);
    let checked = leak::checked(
        page("Mark").as_bytes(),
        &dossier,
        Format::Html,
        Options::default(),
        &machine,
    );
    assert_eq!(checked, Ok(()), "the report prints that name anyway");
}

#[test]
fn a_source_called_as_the_program_speaks_does_not_bar_the_report() {
    let mut view = article("It fell.", "As the report has it.");
    let mut b = Builder::new("");
    b.view = view;
    b.source("2", "r", "Disputed", "", "", "")
        .source("1", "s", "Sentence", "", "", "");
    for used in b
        .view
        .sentences
        .iter_mut()
        .flat_map(|one| &mut one.evidence)
    {
        used.sensitivity = Sensitivity::Protected;
    }
    view = b.done();
    let dossier = dossier_for(&[&view], Profile::Editor);
    assert!(
        !dossier.secrets.is_empty(),
        "they are kept where people wrote them"
    );
    for format in common::formats() {
        let result = guarded(&dossier, format, Options::default(), &machine());
        let (name, error) = (format.name(), result.as_ref().err());
        assert!(result.is_ok(), "{name}: {error:?}");
    }
}

#[test]
fn a_protected_source_that_the_article_names_is_told_before_handing_over() {
    let mut b = Builder::new("The wall");
    b.block(
        BlockKind::Paragraph,
        &[("1", "It fell."), ("2", "So says Jo Doe.")],
    );
    b.tag("1", KIM, Tag::Verified, "");
    b.source("1", "jo", "Jo Doe, by telephone", "", "", "");
    b.sentence("1").evidence[0].sensitivity = Sensitivity::Protected;
    let checks = checks(&b.done());
    let told = checks
        .iter()
        .find(|check| check.message.contains("protected"))
        .unwrap();
    assert_eq!(
        told.message,
        "1 protected source is named in the article itself"
    );
    assert_eq!(told.labels, ["2"]);
}

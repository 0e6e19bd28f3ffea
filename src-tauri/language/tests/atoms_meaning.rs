//! What checkable facts say, and which of them say the same.

#[path = "common/atoms.rs"]
mod common;

use common::{spans, words};
use stet_language::atoms::{AtomKind, Day, Value, atoms, links, near_figures, resolve};

#[test]
fn a_name_is_whole_with_what_joins_it() {
    for (why, text, whole) in [
        (
            "adjectives",
            "He left the United Nations.",
            "United Nations",
        ),
        (
            "of",
            "She is at the University of Southern Orvel.",
            "University of Southern Orvel",
        ),
        ("an ampersand", "It was Hale & Sons.", "Hale & Sons"),
        (
            "a person from a place is not joined",
            "It was Hale of Orvel.",
            "Hale",
        ),
    ] {
        let found = atoms(text, &spans(text, "en"), "en");
        let first = found.first().map(|atom| words(text, atom.whole));
        assert_eq!(first.as_deref(), Some(whole), "{why}");
    }
}

#[test]
fn quotations_are_what_stands_between_marks() {
    for (why, text, expected) in [
        ("double marks", "She said, “It broke.”", &["It broke."][..]),
        (
            "straight ones",
            "He called it \"a slow flood\" twice.",
            &["a slow flood"],
        ),
        (
            "inner ones belong to the outer",
            "“He said ‘no’ to us,” she said.",
            &["He said ‘no’ to us,"],
        ),
        (
            "cut at the ends of sentences",
            "“It broke. We ran,” she said.",
            &["It broke.", "We ran,"],
        ),
        ("an apostrophe is none", "It's the workers' dam.", &[]),
        ("one that never closes", "“It broke.\nNothing more.", &[]),
        (
            "guillemets",
            "Il a dit « rien du tout » hier.",
            &["rien du tout"],
        ),
        (
            "over paragraphs",
            "“It broke.\n“We ran,” she said.",
            &["It broke.", "We ran,"],
        ),
    ] {
        let found = atoms(text, &spans(text, "en"), "en");
        let quoted: Vec<String> = found
            .iter()
            .filter(|atom| atom.kind == AtomKind::Quotation)
            .map(|atom| words(text, atom.span))
            .collect();
        assert_eq!(quoted, expected, "{why}");
    }
}

#[test]
fn numbers_have_a_value_and_a_unit() {
    for (why, text, value, unit) in [
        ("money in short", "It cost $1.2bn.", "1200000000", Some("$")),
        (
            "money in words",
            "It cost 17.5 million euros.",
            "17500000",
            Some("€"),
        ),
        ("per cent", "Some 7 per cent left.", "7", Some("%")),
        ("a measure", "It is 17.50 metres high.", "17.5", Some("m")),
        ("a bare one", "It killed two hundred and six.", "206", None),
        (
            "thousands",
            "It has three thousand two hundred seats.",
            "3200",
            None,
        ),
    ] {
        let found = atoms(text, &spans(text, "en"), "en");
        let number = found.iter().find_map(|atom| match atom.value {
            Some(Value::Number(number)) => Some((number.low.to_string(), number.unit)),
            _ => None,
        });
        assert_eq!(number, Some((value.to_owned(), unit)), "{why}");
    }
}

#[test]
fn dates_resolve_against_the_day_of_publication() {
    // A Thursday.
    let published = Day::new(2026, 11, 5).unwrap();
    for (why, text, expected) in [
        ("a weekday behind", "It broke on Tuesday.", "2026-11-03"),
        (
            "today's weekday is today",
            "It broke on Thursday.",
            "2026-11-05",
        ),
        ("a weekday ahead", "It will open on Tuesday.", "2026-11-10"),
        ("next", "It opens next Tuesday.", "2026-11-10"),
        ("last", "It broke last Friday.", "2026-10-30"),
        (
            "last is never today",
            "It broke last Thursday.",
            "2026-10-29",
        ),
        ("nor is next", "It opens next Thursday.", "2026-11-12"),
        ("this one is to come", "It opens this Friday.", "2026-11-06"),
        (
            "last looks back in any sentence",
            "It will count from last Friday.",
            "2026-10-30",
        ),
        ("yesterday", "It broke yesterday.", "2026-11-04"),
        (
            "last week begins on a Monday",
            "It broke last week.",
            "2026-10-26/2026-11-01",
        ),
        (
            "this weekend",
            "It opens this weekend.",
            "2026-11-07/2026-11-08",
        ),
        (
            "last month",
            "It broke last month.",
            "2026-10-01/2026-10-31",
        ),
        (
            "a month behind",
            "It broke in May.",
            "2026-05-01/2026-05-31",
        ),
        (
            "a month of last year",
            "It broke in December.",
            "2025-12-01/2025-12-31",
        ),
        (
            "a month ahead",
            "It will open in May.",
            "2027-05-01/2027-05-31",
        ),
        ("a day of a month", "It broke on October 30.", "2026-10-30"),
        (
            "the nearest one, ahead",
            "It opens on January 5.",
            "2027-01-05",
        ),
        (
            "years ago",
            "It broke three years ago.",
            "2023-01-01/2023-12-31",
        ),
        (
            "a stretch",
            "It rained for the past 30 days.",
            "2026-10-06/2026-11-05",
        ),
        (
            "a decade",
            "It was built in the 1960s.",
            "1960-01-01/1969-12-31",
        ),
        (
            "a range of days",
            "It ran May 5-7, 2015.",
            "2015-05-05/2015-05-07",
        ),
        ("no such day", "It broke on February 30, 2015.", "none"),
        ("a length has no days", "It took five days.", "none"),
        ("nor has a time", "It broke at 7:30 pm.", "none"),
    ] {
        let found = atoms(text, &spans(text, "en"), "en");
        let date = found.iter().find_map(|atom| match atom.value {
            Some(Value::Date(date)) => Some(date),
            _ => None,
        });
        let days = resolve(date.expect(why), published);
        let told = days.map_or("none".to_owned(), |days| {
            if days.first == days.last {
                days.first.to_string()
            } else {
                format!("{}/{}", days.first, days.last)
            }
        });
        assert_eq!(told, expected, "{why}");
    }
}

/// Groups of linked atoms, as the words of each.
fn linked(text: &str) -> Vec<Vec<String>> {
    let found = atoms(text, &spans(text, "en"), "en");
    links(&found, text, Day::new(2026, 11, 5))
        .iter()
        .map(|group| group.iter().map(|n| words(text, found[*n].whole)).collect())
        .collect()
}

#[test]
fn the_same_fact_is_linked() {
    for (why, text, expected) in [
        (
            "by surname",
            "It was Ruta Hale. Then Hale left.",
            &[&["Ruta Hale", "Hale"][..]][..],
        ),
        (
            "behind a title",
            "It was Ruta Hale. Then Mayor Hale left.",
            &[&["Ruta Hale", "Mayor Hale"]],
        ),
        (
            "not if two have it",
            "We met Ruta Hale and Tom Hale. Then came Hale.",
            &[],
        ),
        (
            "by initials",
            "It was the World Health Organization. The WHO agreed.",
            &[&["World Health Organization", "WHO"]],
        ),
        (
            "initials of a joined name",
            "At the University of Southern Orvel. It is USO now.",
            &[&["University of Southern Orvel", "USO"]],
        ),
        (
            "numbers by value",
            "It cost $1.5 million. Of the $1,500,000 none is left.",
            &[&["$1.5 million", "$1,500,000"]],
        ),
        (
            "small numbers by what they count",
            "Three boats sank. The three boats were old. Three men left.",
            &[&["Three", "three"]],
        ),
        (
            "dates by the day",
            "It broke on Tuesday. On November 3 it was dry.",
            &[&["Tuesday", "November 3"]],
        ),
        (
            "quotations",
            "He called it “a slow flood”. What is “a slow flood”?",
            &[&["a slow flood", "a slow flood"]],
        ),
        ("not within one sentence", "Hale met Ruta Hale.", &[]),
    ] {
        assert_eq!(linked(text), expected, "{why}");
    }
}

#[test]
fn figures_that_nearly_agree_are_flagged() {
    for (why, text, flagged) in [
        (
            "rounded dead",
            "About 300 people were killed. The 312 killed were mourned.",
            true,
        ),
        (
            "a verb before",
            "It left 312 dead, killing 300 at once.",
            false,
        ),
        (
            "the same verb before",
            "It killed 312. It was said to have killed 305.",
            true,
        ),
        (
            "a measure",
            "It is 17 m high. The wall of 17.5 m broke.",
            true,
        ),
        (
            "money",
            "It cost $17 million. The $17.5 million dam broke.",
            true,
        ),
        (
            "the same figure",
            "It killed 312 people. All 312 people were mourned.",
            false,
        ),
        (
            "another thing",
            "It killed 312 people. Some 305 houses fell.",
            false,
        ),
        (
            "far apart",
            "It killed 312 people. At first 200 people were counted.",
            false,
        ),
        (
            "shares of different things",
            "Some 45% of men and 47% of women.",
            false,
        ),
    ] {
        let found = atoms(text, &spans(text, "en"), "en");
        assert_eq!(!near_figures(&found, text).is_empty(), flagged, "{why}");
    }
}

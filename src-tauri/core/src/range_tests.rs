use proptest::prelude::*;

use super::*;
use crate::draft::{Block, Draft};
use crate::text::{CodePoint, Span};
use crate::units::{Boundaries, units};
use crate::view::BlockKind;

/// H1, then sentences 1 to 10 (one letter each, at 2, 4, …), then C1, with boundaries said.
fn article(said: &[(u32, bool)]) -> Vec<Unit> {
    let draft = Draft::new(&[
        Block::new(BlockKind::Headline, "H"),
        Block::new(BlockKind::Paragraph, "a b c d e f g h ijk l"),
        Block::new(BlockKind::Caption, "C"),
    ]);
    let starts = [0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 22, 24];
    let base: Vec<Span> = starts
        .iter()
        .map(|start| Span::new(*start, start + 1))
        .collect();
    let boundaries: Boundaries = said
        .iter()
        .map(|(at, stands)| (CodePoint(*at), *stands))
        .collect();
    units(&draft, &base, &boundaries)
}

fn labels(range: &str, units: &[Unit]) -> String {
    match resolve(range, units) {
        Ok(chosen) => chosen
            .iter()
            .map(|index| units[*index].label.to_string())
            .collect::<Vec<_>>()
            .join(" "),
        Err(error) => format!("{:?}: {error}", error.code),
    }
}

#[test]
fn ranges_of_whole_sentences() {
    let made = article(&[]);
    let table = [
        ("a label", "9", "9"),
        ("labels win over positions", "1", "1"),
        ("a position where nothing has that label", "12", "C1"),
        ("always a position", "#1", "H1"),
        ("a run", "3-5", "3 4 5"),
        ("with a dash as people print it", "3–5", "3 4 5"),
        ("across series, by place", "H1-2", "H1 1 2"),
        ("from a position to a label", "#10-10", "9 10"),
        ("a run of one", "4-4", "4"),
        ("either case", "h1,c1", "H1 C1"),
        ("spaces around", " 3 - 4 , H1 ", "H1 3 4"),
        ("sorted, each once", "5,3-4,4,H1,3", "H1 3 4 5"),
        ("leading zeros", "007", "7"),
    ];
    for (why, range, expected) in table {
        assert_eq!(labels(range, &made), expected, "{why}: {range}");
    }
}

#[test]
fn ranges_of_parts_and_joins() {
    let split = article(&[(19, true), (20, true)]);
    let joined = article(&[(22, false)]);
    let both = article(&[(19, true), (22, false)]);
    let three = article(&[(6, false), (8, false)]);
    let table = [
        ("all parts", &split, "9", "9a 9b 9c"),
        ("one part", &split, "9b", "9b"),
        ("a part in capitals", &split, "9B", "9b"),
        ("from a part", &split, "9b-10", "9b 9c 10"),
        (
            "to the last part of the last one",
            &split,
            "8-9",
            "8 9a 9b 9c",
        ),
        (
            "from the first part of the first one",
            &split,
            "9-10",
            "9a 9b 9c 10",
        ),
        ("joined, by the whole label", &joined, "9+10", "9+10"),
        ("joined, by the first", &joined, "9", "9+10"),
        ("joined, by the last", &joined, "10", "9+10"),
        ("joined, a run into it", &joined, "8-9", "8 9+10"),
        ("part and join", &both, "9b+10", "9b+10"),
        ("its part", &both, "9b", "9b+10"),
        ("the part before", &both, "9a", "9a"),
        ("the sentence it was", &both, "9", "9a 9b+10"),
        ("what it was joined with", &both, "10", "9b+10"),
        ("joined of three, by the middle one", &three, "3", "2+4"),
        ("joined of three, by its label", &three, "2+4", "2+4"),
        ("those after keep theirs", &three, "5", "5"),
    ];
    for (why, units, range, expected) in table {
        assert_eq!(labels(range, units), expected, "{why}: {range}");
    }
}

#[test]
fn what_does_not_exist_is_named_with_what_does() {
    let made = article(&[]);
    let has = "This article has 1–10, H1, C1.";
    let table = [
        ("no such label or position", "13", "13"),
        ("no such position", "#13", "#13"),
        ("positions count from 1", "#0", "#0"),
        ("nor is there a sentence 0", "0", "0"),
        ("no such heading", "H2", "H2"),
        ("no such part", "9a", "9a"),
        ("not joined", "9+10", "9+10"),
        ("the wrong end of a run", "3-99", "99"),
        ("amid others", "1,2,H7,3", "H7"),
        (
            "a number beyond all",
            "99999999999999999999999",
            "99999999999999999999999",
        ),
    ];
    for (why, range, asked) in table {
        let expected = format!("SentenceUnknown: There is no sentence {asked}. {has}");
        assert_eq!(labels(range, &made), expected, "{why}");
    }
    let (none, only) = (resolve("1", &[]).unwrap_err(), existing(&made[..1]));
    assert_eq!(none.hint, "This article has no sentences.");
    assert_eq!(only, "This article has H1.");
}

#[test]
fn what_cannot_be_read_is_wrong_usage() {
    let made = article(&[]);
    for range in [
        "", ",", "1,", ",1", "1,,2", "x", "-", "1-", "-2", "1-2-3", "#", "#x", "#-1", "9+", "+",
        "1 2", "5-3", "9é", "#4x", "…", "٣",
    ] {
        let error = resolve(range, &made).unwrap_err();
        assert_eq!(error.code, Code::Usage, "{range:?}: {error}");
        assert!(!error.hint.is_empty(), "{range:?} says what to do");
    }
}

proptest! {
    #[test]
    fn every_label_and_position_finds_its_unit(said in proptest::collection::vec((0_u32..26, any::<bool>()), 0..10)) {
        let made = article(&said);
        for (index, unit) in made.iter().enumerate() {
            prop_assert_eq!(resolve(&unit.label.to_string(), &made), Ok(vec![index]), "{}", unit.label);
            prop_assert_eq!(resolve(&format!("#{}", index + 1), &made), Ok(vec![index]));
        }
    }

    #[test]
    fn nothing_makes_it_panic(range in "[0-9HCab#+,– -]{0,10}", any in ".{0,10}") {
        let made = article(&[(19, true), (22, false)]);
        let _ = resolve(&range, &made);
        let _ = resolve(&any, &made);
    }
}

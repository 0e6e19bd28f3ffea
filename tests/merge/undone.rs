//! Undo and redo, told as stories.

use stet_core::{
    draft::TextHash,
    error::Code,
    plan,
    schema::{Entity, Field},
    view::Tag,
};
use stet_store::{
    Direction::{self, Back, Forth},
    Store,
};
use stet_tests::{
    article::{article, import},
    machine::{Machine, NOW, checker, key},
};

use crate::{
    history::{values, views},
    properties::rebuilding_changes_nothing,
};

fn hash(n: usize) -> TextHash {
    article(n).id()
}

fn tag(store: &mut Store, who: u8, n: usize, tag: Tag) -> String {
    let article = store.article(hash(0)).unwrap();
    let span = article.units()[n].span;
    let plan = plan::plan_tag(&article, checker(who), &[span], Some(tag), None).unwrap();
    store
        .append(&plan, NOW)
        .unwrap()
        .map(|step| step.label)
        .unwrap_or_default()
}

fn cite(store: &mut Store, n: usize, id: u8) {
    let article = store.article(hash(0)).unwrap();
    let span = article.units()[n].span;
    let source = plan::SourceText::new(
        stet_core::ids::SourceId([1; 16]),
        "Annual report".into(),
        String::new(),
    );
    let plan = plan::plan_evidence(
        &article,
        &[(span, stet_core::ids::EvidenceId([id; 16]))],
        &source,
        "49 m",
        "p. 4",
    )
    .unwrap();
    store.append(&plan, NOW).unwrap();
}

fn flag(store: &mut Store, n: usize, on: bool) {
    let article = store.article(hash(0)).unwrap();
    let plan = plan::plan_flag(&article, &[article.units()[n].span], on).unwrap();
    store.append(&plan, NOW).unwrap();
}

fn go(store: &mut Store, direction: Direction) -> Result<String, Code> {
    store
        .step_back_or_forth(direction, NOW)
        .map(|step| step.label)
        .map_err(|error| error.code)
}

fn labels(store: &mut Store, steps: &[Direction]) -> Vec<String> {
    steps
        .iter()
        .map(|step| go(store, *step).unwrap_or_else(|code| code.as_str().into()))
        .collect()
}

#[test]
fn undo_goes_back_through_one_s_steps_and_redo_returns_them() {
    let machine = Machine::new();
    let mut store = machine.open("a.stet", 0);
    store.append(&import(&article(0)), NOW).unwrap();
    tag(&mut store, 0, 1, Tag::Verified);
    tag(&mut store, 0, 2, Tag::Disputed);
    let full = (values(&store), views(&store));
    assert_eq!(
        labels(
            &mut store,
            &[Back, Back, Back, Back, Forth, Forth, Forth, Forth]
        ),
        [
            "undid: tagged 2 disputed",
            "undid: tagged 1 verified",
            "undid: imported",
            "undo-nothing",
            "redid: imported",
            "redid: tagged 1 verified",
            "redid: tagged 2 disputed",
            "undo-nothing",
        ]
    );
    assert!(full == (values(&store), views(&store)), "all is back");
    // Across a restart, and until the next new step.
    drop(store);
    let mut store = machine.open("a.stet", 0);
    assert_eq!(
        labels(&mut store, &[Back, Forth, Back]),
        [
            "undid: tagged 2 disputed",
            "redid: tagged 2 disputed",
            "undid: tagged 2 disputed"
        ]
    );
    tag(&mut store, 0, 3, Tag::NoClaim);
    assert_eq!(
        labels(&mut store, &[Forth, Back, Back, Back]),
        [
            "undo-nothing",
            "undid: tagged 3 no-claim",
            "undid: tagged 1 verified",
            "undid: imported"
        ]
    );
    rebuilding_changes_nothing(&mut store);
}

#[test]
fn two_people_at_one_file_undo_only_their_own() {
    let machine = Machine::new();
    let mut ada = machine.open("a.stet", 0);
    ada.append(&import(&article(0)), NOW).unwrap();
    tag(&mut ada, 0, 1, Tag::Verified);
    drop(ada);
    let mut bo = machine.open("a.stet", 1);
    assert_eq!(
        labels(&mut bo, &[Back]),
        ["undo-nothing"],
        "Ada's steps are not Bo's to undo"
    );
    tag(&mut bo, 1, 1, Tag::Disputed);
    assert_eq!(
        labels(&mut bo, &[Back, Back, Forth]),
        [
            "undid: tagged 1 disputed",
            "undo-nothing",
            "redid: tagged 1 disputed"
        ]
    );
    drop(bo);
    let mut ada = machine.open("a.stet", 0);
    assert_eq!(labels(&mut ada, &[Back]), ["undid: tagged 1 verified"]);
}

#[test]
fn undo_is_declined_where_somebody_built_on_it() {
    let machine = Machine::new();
    let mut ada = machine.open("a.stet", 0);
    ada.append(&import(&article(0)), NOW).unwrap();
    flag(&mut ada, 1, true);
    drop(ada);
    // Bo, at the same file, has taken the flag off since.
    let mut bo = machine.open("a.stet", 1);
    flag(&mut bo, 1, false);
    drop(bo);
    let mut ada = machine.open("a.stet", 0);
    let before = ada.dump().unwrap();
    let error = ada.step_back_or_forth(Back, NOW).unwrap_err();
    assert_eq!(error.code, Code::UndoDeclined);
    assert!(
        error.message.contains("flagged 1"),
        "it says which: {error}"
    );
    assert_eq!(
        before,
        ada.dump().unwrap(),
        "what was declined changed nothing"
    );
    drop(ada);
    let mut bo = machine.open("a.stet", 1);
    assert_eq!(labels(&mut bo, &[Back]), ["undid: unflagged 1"]);
    drop(bo);
    let mut ada = machine.open("a.stet", 0);
    assert_eq!(
        labels(&mut ada, &[Back]),
        ["undid: flagged 1"],
        "nobody builds on it any more"
    );
}

#[test]
fn an_article_somebody_tagged_is_not_unimported() {
    let machine = Machine::new();
    let mut ada = machine.open("a.stet", 0);
    ada.append(&import(&article(0)), NOW).unwrap();
    drop(ada);
    let mut bo = machine.open("a.stet", 1);
    tag(&mut bo, 1, 1, Tag::Verified);
    drop(bo);
    let mut ada = machine.open("a.stet", 0);
    assert_eq!(go(&mut ada, Back), Err(Code::UndoDeclined));
    assert_eq!(ada.drafts().unwrap().len(), 1);
}

#[test]
fn undo_goes_around_a_merge_only_by_undoing_it() {
    let machine = Machine::new();
    let mut ada = machine.open("a.stet", 0);
    ada.append(&import(&article(0)), NOW).unwrap();
    flag(&mut ada, 1, true);
    let mut bo = machine.open("b.stet", 1);
    let _ = machine.merge(&mut bo, &machine.share(&mut ada, 0, &[]));
    flag(&mut bo, 1, false);
    let _ = machine.merge(&mut ada, &machine.share(&mut bo, 1, &[]));
    // The merge is the newest; then the flag, if the merge stays.
    assert!(go(&mut ada, Back).unwrap().starts_with("undid: merged "));
    assert_eq!(
        go(&mut ada, Back).unwrap(),
        "undid: flagged 1",
        "while the merge is undone nobody has built on it"
    );
    assert_eq!(labels(&mut ada, &[Forth]), ["redid: flagged 1"]);
    assert!(go(&mut ada, Forth).unwrap().starts_with("redid: merged "));
    cite(&mut ada, 1, 7);
    tag(&mut ada, 0, 3, Tag::Verified);
    let kept = values(&ada);
    assert_eq!(
        labels(&mut ada, &[Back, Back]),
        ["undid: tagged 3 verified", "undid: source for 1"]
    );
    assert_eq!(
        labels(&mut ada, &[Forth, Forth]),
        ["redid: source for 1", "redid: tagged 3 verified"]
    );
    assert_eq!(kept, values(&ada));
    // Bo on his side cannot undo the merge any more, having built on what it brought.
    assert_eq!(go(&mut bo, Back).unwrap(), "undid: unflagged 1");
    assert_eq!(go(&mut bo, Forth).unwrap(), "redid: unflagged 1");
    rebuilding_changes_nothing(&mut ada);
    rebuilding_changes_nothing(&mut bo);
}

#[test]
fn an_article_others_worked_on_is_not_unimported() {
    let machine = Machine::new();
    let mut ada = machine.open("a.stet", 0);
    ada.append(&import(&article(0)), NOW).unwrap();
    let mut bo = machine.open("b.stet", 1);
    let _ = machine.merge(&mut bo, &machine.share(&mut ada, 0, &[]));
    tag(&mut bo, 1, 2, Tag::Verified);
    // It comes back on Bo's key alone, so that Ada has it as somebody else's events.
    let _ = machine.merge(&mut ada, &machine.share(&mut bo, 1, &[]));
    tag(&mut ada, 0, 4, Tag::Disputed);
    assert_eq!(go(&mut ada, Back).unwrap(), "undid: tagged 4 disputed");
    let before = values(&ada);
    assert!(
        go(&mut ada, Back).unwrap().starts_with("undid: merged "),
        "the merge first"
    );
    assert_eq!(go(&mut ada, Back).unwrap(), "undid: imported");
    assert!(ada.drafts().unwrap().is_empty());
    assert_eq!(labels(&mut ada, &[Forth]), ["redid: imported"]);
    assert!(go(&mut ada, Forth).unwrap().starts_with("redid: merged "));
    assert_eq!(before, values(&ada));
    // Merged again, and a step of one's own in between: now there is no way around it.
    flag(&mut ada, 1, true);
    let article = ada.article(hash(0)).unwrap();
    assert_eq!(article.view(&ada.people().unwrap()).counts.verified, 1);
}

#[test]
fn a_merge_that_was_built_on_stays() {
    let machine = Machine::new();
    let mut ada = machine.open("a.stet", 0);
    ada.append(&import(&article(0)), NOW).unwrap();
    let share = machine.share(&mut ada, 0, &[]);
    let mut bo = machine.open("b.stet", 1);
    let _ = machine.merge(&mut bo, &share);
    let other = machine.open("b.stet", 2);
    drop(bo);
    // Another checker at the same file works on what the merge brought.
    let mut cy = other;
    tag(&mut cy, 2, 1, Tag::Verified);
    drop(cy);
    let mut bo = machine.open("b.stet", 1);
    let before = values(&bo);
    assert_eq!(go(&mut bo, Back), Err(Code::UndoDeclined));
    assert_eq!(before, values(&bo), "what was declined changed nothing");
}

#[test]
fn an_undone_merge_is_set_aside_until_redone_or_merged_again() {
    let machine = Machine::new();
    let mut ada = machine.open("a.stet", 0);
    ada.append(&import(&article(0)), NOW).unwrap();
    tag(&mut ada, 0, 1, Tag::Verified);
    let mut bo = machine.open("b.stet", 1);
    bo.append(&import(&article(1)), NOW).unwrap();
    let alone = (values(&bo), views(&bo), bo.dump().unwrap());
    let share = machine.share(&mut ada, 0, &[]);
    assert_eq!(machine.merge(&mut bo, &share).new, 2);
    let both = bo.dump().unwrap();
    assert!(go(&mut bo, Back).unwrap().starts_with("undid: merged "));
    assert!(
        alone == (values(&bo), views(&bo), bo.dump().unwrap()),
        "neither projected nor dumped"
    );
    rebuilding_changes_nothing(&mut bo);
    drop(bo);
    let mut bo = machine.open("b.stet", 1);
    assert_eq!(alone.2, bo.dump().unwrap(), "nor after a restart");
    // Nor shared.
    let mut cy = machine.open("c.stet", 2);
    assert_eq!(
        machine.merge(&mut cy, &machine.share(&mut bo, 1, &[])).new,
        1
    );
    assert!(go(&mut bo, Forth).unwrap().starts_with("redid: merged "));
    assert_eq!(both, bo.dump().unwrap());
    // Undone, merged again, and that again undone; nothing else is offered in between.
    assert!(go(&mut bo, Back).is_ok());
    let again = machine.merge(&mut bo, &share);
    assert_eq!((again.new, again.already_here), (2, 0), "it is new again");
    assert_eq!(both, bo.dump().unwrap());
    assert_eq!(
        go(&mut bo, Forth),
        Err(Code::UndoNothing),
        "a new merge ends what could be redone"
    );
    assert!(go(&mut bo, Back).is_ok());
    assert_eq!(alone.2, bo.dump().unwrap());
    assert!(go(&mut bo, Forth).is_ok());
    assert_eq!(both, bo.dump().unwrap());
    rebuilding_changes_nothing(&mut bo);
}

#[test]
fn a_large_step_is_one_step() {
    let machine = Machine::new();
    let mut store = machine.open("a.stet", 0);
    store.append(&import(&article(0)), NOW).unwrap();
    let before = values(&store);
    let draft = hash(0);
    // 3,000 findings of 100 letters do not fit one event.
    let changes = (0..3_000_u32).map(|n| {
        let value =
            stet_core::json::Json::map([("finding", stet_core::json::Json::text("x".repeat(100)))]);
        plan::Change::new(
            Entity::Span(draft, stet_core::text::Span::new(n, n + 1)),
            Field::Judgement,
            value,
        )
    });
    let step = store
        .append(&plan::Plan::about(draft, "much", changes.collect()), NOW)
        .unwrap()
        .unwrap();
    assert!(store.event_count().unwrap() > 5, "several events");
    assert_eq!(store.steps(None, 10).unwrap().len(), 2, "of one step");
    let after = values(&store);
    assert_eq!(go(&mut store, Back).unwrap(), "undid: much");
    assert_eq!(before, values(&store));
    assert_eq!(go(&mut store, Forth).unwrap(), "redid: much");
    assert_eq!(after, values(&store));
    assert_eq!(step.entities.len(), 3_000);
    rebuilding_changes_nothing(&mut store);
}

#[test]
fn what_is_said_twice_in_one_step_counts_once_and_lasts() {
    let machine = Machine::new();
    let mut store = machine.open("a.stet", 0);
    store.append(&import(&article(0)), NOW).unwrap();
    let view = store.article(hash(0)).unwrap();
    let span = view.units()[1].span;
    // As `stet tag ARTICLE 1,1 verified` would.
    let plan = plan::plan_tag(&view, checker(0), &[span, span], Some(Tag::Verified), None).unwrap();
    store.append(&plan, NOW).unwrap();
    rebuilding_changes_nothing(&mut store);
    assert_eq!(
        store
            .article(hash(0))
            .unwrap()
            .view(&store.people().unwrap())
            .counts
            .verified,
        1
    );
    let mut other = machine.open("b.stet", 1);
    let out = machine.path("s.stet");
    store
        .share(&stet_store::Wanted::all(&[key(0)]), &out)
        .unwrap();
    assert_eq!(machine.merge(&mut other, &out).set_aside, []);
}

//! Who says something settles what stood there.

use stet_core::{
    json::Json,
    plan::{self, Change, Plan},
    schema::{Entity, Field},
    view::Tag,
};
use stet_store::Store;
use stet_tests::{
    article::{article, import},
    machine::{Machine, NOW, checker},
};

use crate::history::values;

fn title(store: &mut Store, words: &str) {
    let entity = Entity::Draft(article(0).id());
    let change = Change::new(entity, Field::Title, Json::text(words));
    let plan = Plan::about(article(0).id(), "titled", vec![change]);
    store.append(&plan, NOW).unwrap();
}

fn tag(store: &mut Store, who: u8, tag: Tag) {
    let view = store.article(article(0).id()).unwrap();
    let plan = plan::plan_tag(
        &view,
        checker(who),
        &[view.units()[1].span],
        Some(tag),
        None,
    )
    .unwrap();
    store.append(&plan, NOW).unwrap();
}

/// Two machines of one person, and a third person: a conflict of each kind, then one word.
#[test]
fn a_new_value_takes_the_place_of_all_that_stood() {
    let machine = Machine::new();
    let mut one = machine.open("one.stet", 0);
    let mut two = machine.open("two.stet", 0);
    for store in [&mut one, &mut two] {
        store.append(&import(&article(0)), NOW).unwrap();
    }
    title(&mut one, "The dam");
    title(&mut two, "The wall");
    tag(&mut one, 0, Tag::Verified);
    tag(&mut two, 0, Tag::Disputed);
    let merged = machine.merge(&mut one, &machine.share(&mut two, 0, &[]));
    assert_eq!(merged.disagreements, 2, "the title and the tag");
    let count = |store: &Store, field: Field| {
        values(store)
            .matches(&format!("\"field\":\"{}\"", field.name()))
            .count()
    };
    assert_eq!(
        (count(&one, Field::Title), count(&one, Field::Judgement)),
        (2, 2),
        "both are shown"
    );
    title(&mut one, "The wall of Lyme");
    tag(&mut one, 0, Tag::Verified);
    assert_eq!(
        (count(&one, Field::Title), count(&one, Field::Judgement)),
        (1, 1),
        "one word settles it"
    );
    // There, too, once it arrives.
    let _ = machine.merge(&mut two, &machine.share(&mut one, 0, &[]));
    assert_eq!(
        (count(&two, Field::Title), count(&two, Field::Judgement)),
        (1, 1)
    );
    // Somebody else's tag stands beside it.
    let mut bo = machine.open("bo.stet", 1);
    let _ = machine.merge(&mut bo, &machine.share(&mut one, 0, &[]));
    tag(&mut bo, 1, Tag::NoClaim);
    assert_eq!(count(&bo, Field::Judgement), 2);
}

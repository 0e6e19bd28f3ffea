//! Work to lose.

use std::path::Path;

use stet_core::{plan, view::Tag};
use stet_store::Store;
use stet_tests::{
    article::{article, import},
    chance::Chance,
    machine::{Machine, NOW, checker},
};

/// Tags a random sentence of a random article of the store.
pub fn tag_one(store: &mut Store, who: u8, chance: &mut Chance) {
    let drafts = store.drafts().unwrap();
    let view = store.article(chance.pick(&drafts).hash).unwrap();
    let span = chance.pick(view.units()).span;
    let finding = format!("finding {}", chance.bits());
    let plan = plan::plan_tag(
        &view,
        checker(who),
        &[span],
        Some(Tag::Disputed),
        Some(&finding),
    )
    .unwrap();
    store.append(&plan, NOW).unwrap();
}

/// A database of two people's work, `steps` of the first one's on three articles.
pub fn worked(machine: &Machine, name: &str, steps: usize) -> Store {
    let mut chance = Chance::new(7);
    let mut bo = machine.open(&format!("bo-of-{name}"), 1);
    bo.append(&import(&article(3)), NOW).unwrap();
    (0..20).for_each(|_| tag_one(&mut bo, 1, &mut chance));
    let share = machine.share(&mut bo, 1, &[]);
    let mut store = machine.open(name, 0);
    for n in 0..3 {
        store.append(&import(&article(n)), NOW).unwrap();
    }
    let _ = machine.merge(&mut store, &share);
    (0..steps).for_each(|_| tag_one(&mut store, 0, &mut chance));
    store
}

/// The page size and the number of pages of a database file.
pub fn pages(file: &Path) -> (usize, usize) {
    let bytes = std::fs::read(file).unwrap();
    let size = usize::from(u16::from_be_bytes([bytes[16], bytes[17]]));
    (size, bytes.len() / size)
}

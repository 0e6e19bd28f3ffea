//! From assignments to current values. Everything here is a function of a set: the order in
//! which events arrived, and what any clock says, play no part.

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::{
    ids::{Actor, EventId},
    json::Json,
    schema::{Concurrency, Field, Scope},
};

/// One assignment to one (entity, field), as resolution needs it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Given {
    /// The event that gave it.
    pub event: EventId,
    /// Who gave it.
    pub author: Actor,
    /// The value.
    pub value: Json,
    /// What it takes the place of.
    pub replaces: Vec<EventId>,
    /// Whether the event stands; an undone one counts as absent.
    pub active: bool,
}

/// Which of the assignments to one (entity, field) are current, sorted by event: an active one
/// that no active one reaches through `replaces`.
///
/// A link counts only within this set and, where the field is the checker's own, only to the
/// author's own assignments. Links of absent events still lead onwards: undoing the middle of
/// three must not bring back the first beside the third.
#[must_use]
pub fn current(field: Field, given: &[Given]) -> Vec<&Given> {
    let own = field.scope() == Scope::Checker;
    let by_event: HashMap<EventId, &Given> = given.iter().map(|one| (one.event, one)).collect();
    let valid = |from: &Given, to: &Given| !own || from.author == to.author;
    let mut superseded: HashSet<EventId> = HashSet::new();
    let mut open: Vec<&Given> = given.iter().filter(|one| one.active).collect();
    while let Some(from) = open.pop() {
        for target in from.replaces.iter().filter_map(|id| by_event.get(id)) {
            if valid(from, target) && superseded.insert(target.event) {
                open.push(target);
            }
        }
    }
    let mut heads: Vec<&Given> = given
        .iter()
        .filter(|one| one.active && !superseded.contains(&one.event))
        .collect();
    heads.sort_by_key(|one| one.event);
    heads.dedup_by_key(|one| one.event);
    heads
}

/// The value that a shared field shows, from its current values in the order of their events.
/// Of an observation it is the smallest by its bytes, the same on every machine; of the rest the
/// first.
pub fn shown<'v>(field: Field, values: impl Iterator<Item = &'v Json>) -> Option<&'v Json> {
    let mut values = values;
    match field.concurrency() {
        Concurrency::Observation => values.min(),
        Concurrency::Conflict => values.next(),
    }
}

/// The undo events that were seen: for each target, who undid it by which event.
#[derive(Clone, Debug, Default)]
pub struct Undone {
    by_target: HashMap<EventId, BTreeMap<EventId, Actor>>,
}

impl Undone {
    /// Notes that `undo`, an event of `actor`, lists `target`.
    pub fn note(&mut self, target: EventId, undo: EventId, actor: Actor) {
        self.by_target
            .entry(target)
            .or_default()
            .insert(undo, actor);
    }

    /// Whether `event` of `author` stands: no standing undo of the same author lists it.
    ///
    /// Undo of undo of … cannot go in circles, since an id is a hash over what it lists; a long
    /// chain made by a hostile hand costs its length, not the stack.
    #[must_use]
    pub fn is_active(&self, event: EventId, author: Actor) -> bool {
        let mut known: HashMap<EventId, bool> = HashMap::new();
        let mut stack = vec![event];
        while let Some(&top) = stack.last() {
            if known.contains_key(&top) {
                stack.pop();
                continue;
            }
            let undos = self
                .by_target
                .get(&top)
                .into_iter()
                .flatten()
                .filter(|(_, actor)| **actor == author);
            let mut standing = true;
            let mut waiting = None;
            for (undo, _) in undos {
                match known.get(undo) {
                    Some(true) => standing = false,
                    Some(false) => {}
                    None => waiting = Some(*undo),
                }
            }
            match waiting {
                Some(undo) if standing => stack.push(undo),
                _ => {
                    known.insert(top, standing);
                    stack.pop();
                }
            }
        }
        known.get(&event).copied().unwrap_or(true)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(n: u8) -> EventId {
        EventId([n; 32])
    }

    fn given(n: u8, author: u8, replaces: &[u8], active: bool) -> Given {
        Given {
            event: id(n),
            author: Actor([author; 32]),
            value: Json::Int(n.into()),
            replaces: replaces.iter().map(|n| id(*n)).collect(),
            active,
        }
    }

    #[test]
    fn current_values_follow_links_and_nothing_else() {
        let table: &[(&str, Field, Vec<Given>, &[u8])] = &[
            (
                "one value stands",
                Field::Speaker,
                vec![given(1, 1, &[], true)],
                &[1],
            ),
            (
                "a later one replaces it",
                Field::Speaker,
                vec![given(1, 1, &[], true), given(2, 1, &[1], true)],
                &[2],
            ),
            (
                "a smaller id may replace a larger: clocks decide nothing",
                Field::Speaker,
                vec![given(5, 1, &[], true), given(2, 1, &[5], true)],
                &[2],
            ),
            (
                "two machines of one checker: both stand",
                Field::Speaker,
                vec![
                    given(1, 1, &[], true),
                    given(2, 1, &[1], true),
                    given(3, 1, &[1], true),
                ],
                &[2, 3],
            ),
            (
                "another's link to what is one's own is ignored, its value counts",
                Field::Speaker,
                vec![given(1, 1, &[], true), given(2, 2, &[1], true)],
                &[1, 2],
            ),
            (
                "on a shared field it counts",
                Field::Flag,
                vec![given(1, 1, &[], true), given(2, 2, &[1], true)],
                &[2],
            ),
            (
                "undone: the one before is back",
                Field::Speaker,
                vec![given(1, 1, &[], true), given(2, 1, &[1], false)],
                &[1],
            ),
            (
                "the middle undone: the first does not come back",
                Field::Speaker,
                vec![
                    given(1, 1, &[], true),
                    given(2, 1, &[1], false),
                    given(3, 1, &[2], true),
                ],
                &[3],
            ),
            (
                "the missing middle takes effect on arrival",
                Field::Speaker,
                vec![given(1, 1, &[], true), given(3, 1, &[2], true)],
                &[1, 3],
            ),
            (
                "a link to itself or in a ring leaves nothing standing twice",
                Field::Flag,
                vec![given(1, 1, &[], true)],
                &[1],
            ),
        ];
        for (why, field, set, expected) in table {
            let mut reversed = set.clone();
            reversed.reverse();
            for set in [set, &reversed] {
                let heads: Vec<EventId> =
                    current(*field, set).iter().map(|one| one.event).collect();
                assert_eq!(
                    heads,
                    expected.iter().map(|n| id(*n)).collect::<Vec<_>>(),
                    "{why}"
                );
            }
        }
    }

    #[test]
    fn undo_and_redo_of_any_depth() {
        let (me, other) = (Actor([1; 32]), Actor([2; 32]));
        let mut undone = Undone::default();
        assert!(undone.is_active(id(1), me));
        undone.note(id(1), id(2), other);
        assert!(undone.is_active(id(1), me), "nobody undoes another's step");
        undone.note(id(1), id(3), me);
        assert!(!undone.is_active(id(1), me));
        undone.note(id(3), id(4), me);
        assert!(undone.is_active(id(1), me), "redone");
        undone.note(id(1), id(5), me);
        assert!(!undone.is_active(id(1), me), "undone again");
    }

    #[test]
    fn a_long_chain_of_undos_does_not_exhaust_the_stack() {
        let me = Actor([1; 32]);
        let mut undone = Undone::default();
        let nth = |n: u32| {
            let mut id = [0; 32];
            id[..4].copy_from_slice(&n.to_be_bytes());
            EventId(id)
        };
        for n in 0..100_000 {
            undone.note(nth(n), nth(n + 1), me);
        }
        assert!(undone.is_active(nth(0), me), "an even number of undos");
        assert!(!undone.is_active(nth(1), me), "an odd number of them");
    }
}

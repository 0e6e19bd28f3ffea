//! Altered rows and forged events change nothing but what is set aside.

use rusqlite::Connection;
use stet_core::{
    event::{Act, Assignment, Chain, Event},
    ids::{EventId, Replica},
    json::Json,
    plan,
    schema::{Entity, Field},
    seal,
    view::Tag,
};
use stet_store::Store;
use stet_tests::{
    article::{article, import},
    chance::{Chance, trials},
    machine::{Machine, NOW, checker, key},
    oracle,
};

use crate::properties::{rebuilding_changes_nothing, same};

fn worked(machine: &Machine) -> Store {
    let mut ada = machine.open("a.stet", 0);
    ada.append(&import(&article(0)), NOW).unwrap();
    for n in 0..8 {
        let view = ada.article(article(0).id()).unwrap();
        let plan = plan::plan_tag(
            &view,
            checker(0),
            &[view.units()[n].span],
            Some(Tag::Verified),
            Some("by phone"),
        )
        .unwrap();
        ada.append(&plan, NOW).unwrap();
    }
    ada
}

/// One byte of a random row is changed: that row, and what only its seal vouched for, is set
/// aside; the rest is as it was.
#[test]
fn an_altered_row_changes_nothing_but_what_is_set_aside() {
    let machine = Machine::new();
    let mut ada = worked(&machine);
    let share = machine.share(&mut ada, 0, &[]);
    let honest = oracle::rows(&share);
    trials("altered rows", 60, |seed| {
        let mut chance = Chance::new(seed);
        let altered = machine.fresh("altered.stet");
        std::fs::copy(&share, &altered).unwrap();
        let db = Connection::open(&altered).unwrap();
        let n = i64::try_from(1 + chance.below(honest.len())).unwrap();
        let what = *chance.pick(&["body", "id"]);
        let mut bytes: Vec<u8> = db
            .query_row(
                &format!("SELECT {what} FROM event WHERE n = ?"),
                [n],
                |row| row.get(0),
            )
            .unwrap();
        let at = chance.below(bytes.len());
        bytes[at] ^= 1 << chance.below(8);
        db.execute(
            &format!("UPDATE event SET {what} = ? WHERE n = ?"),
            (&bytes, n),
        )
        .unwrap();
        drop(db);
        let mut bo = machine.open(&format!("b{seed}.stet"), 1);
        let merged = machine.merge(&mut bo, &altered);
        let aside: u64 = merged.set_aside.iter().map(|one| one.count).sum();
        assert_eq!(
            merged.seen,
            merged.new + aside,
            "every row is either taken or set aside"
        );
        assert!(aside >= 1, "an altered row is never taken");
        assert!(
            oracle::rows(bo.path())
                .iter()
                .all(|(id, body)| honest.get(id) == Some(body)),
            "nothing that is not genuine came in"
        );
        rebuilding_changes_nothing(&mut bo);
        // The honest share heals it, to the same as if nothing had happened.
        let _ = machine.merge(&mut bo, &share);
        same(&bo.dump().unwrap(), &ada.dump().unwrap(), "healed");
    });
}

#[test]
fn forged_events_and_seals_are_set_aside() {
    let machine = Machine::new();
    let mut ada = worked(&machine);
    let share = machine.share(&mut ada, 0, &[]);
    let about = article(0).id().base64url();
    let view = ada.article(article(0).id()).unwrap();
    let span = view.units()[1].span;
    let replaced = view.own(span, checker(0), Field::Judgement)[0].event;
    let forge = |actor, replica, seq, prev, act| {
        let event = Event {
            chain: Chain {
                actor,
                replica,
                about: about.clone(),
            },
            seq,
            prev,
            time_ms: NOW + 9,
            step: None,
            label: "forged".into(),
            act,
        };
        let body = event.to_body();
        (
            EventId::of(event.time_ms, body.as_bytes()),
            body,
            event.chain,
        )
    };
    let disputes = || {
        let value = Json::map([("tag", Json::text("disputed"))]);
        Act::Assign {
            known: vec![Assignment {
                entity: Entity::Span(article(0).id(), span),
                field: Field::Judgement,
                value,
                replaces: vec![replaced],
            }],
            unknown: 0,
        }
    };
    let (mallory, victim, fresh) = (checker(5), checker(0), Replica([66; 16]));
    let tip = oracle::events(&oracle::rows(ada.path()))
        .into_iter()
        .filter(|(_, event)| event.chain.about == about)
        .max_by_key(|(_, event)| event.seq)
        .unwrap();
    let none = |_: &Chain, _: u64, _: EventId| None;
    let by_mallory =
        |chain: &Chain, seq: u64, id: EventId| Some(seal::seal(&key(5), chain, seq, id));
    type Sealer<'s> = &'s dyn Fn(&Chain, u64, EventId) -> Option<seal::Seal>;
    type Case<'s> = (
        &'static str,
        (EventId, String, Chain),
        u64,
        Sealer<'s>,
        bool,
    );
    let table: Vec<Case<'_>> = vec![
        (
            "an event in Ada's name on a new replica, unsealed",
            forge(victim, fresh, 1, None, disputes()),
            1,
            &none,
            false,
        ),
        (
            "the same, sealed by Mallory",
            forge(victim, fresh, 1, None, disputes()),
            1,
            &by_mallory,
            false,
        ),
        (
            "appended to Ada's own chain",
            forge(
                victim,
                tip.1.chain.replica,
                tip.1.seq + 1,
                Some(tip.0),
                disputes(),
            ),
            tip.1.seq + 1,
            &by_mallory,
            false,
        ),
        (
            "Ada's step undone in her name",
            forge(victim, fresh, 1, None, Act::Undo(vec![replaced])),
            1,
            &by_mallory,
            false,
        ),
        (
            "Mallory's own word, which is his to say, and replaces nothing of hers",
            forge(mallory, fresh, 1, None, disputes()),
            1,
            &by_mallory,
            true,
        ),
        (
            "Mallory's own undo of Ada's step, which undoes nothing",
            forge(mallory, fresh, 1, None, Act::Undo(vec![replaced])),
            1,
            &by_mallory,
            true,
        ),
        (
            "Mallory's own word, unsealed",
            forge(mallory, fresh, 1, None, disputes()),
            1,
            &none,
            false,
        ),
    ];
    for (n, (why, (id, body, chain), seq, sealer, taken)) in table.into_iter().enumerate() {
        let forged = machine.fresh("forged.stet");
        std::fs::copy(&share, &forged).unwrap();
        let db = Connection::open(&forged).unwrap();
        db.execute(
            "INSERT INTO event(id, body) VALUES (?, ?)",
            (id.0, body.as_bytes()),
        )
        .unwrap();
        if let Some(seal) = sealer(&chain, seq, id) {
            db.execute(
                "INSERT OR REPLACE INTO seal VALUES (?, ?, ?, ?)",
                (seal.chain, seal.seq as i64, seal.head.0, seal.signature),
            )
            .unwrap();
        }
        drop(db);
        let mut bo = machine.open(&format!("b{n}.stet"), 1);
        let merged = machine.merge(&mut bo, &forged);
        assert_eq!(
            oracle::rows(bo.path()).contains_key(id.0.as_slice()),
            taken,
            "{why}: {merged:?}"
        );
        assert_eq!(
            merged.set_aside.iter().map(|one| one.count).sum::<u64>(),
            u64::from(!taken),
            "{why}"
        );
        let article = bo.article(article(0).id()).unwrap();
        let hers = article.own(span, victim, Field::Judgement);
        assert_eq!(hers.len(), 1, "{why}: Ada's word stands");
        assert_eq!(hers[0].event, replaced, "{why}");
        rebuilding_changes_nothing(&mut bo);
    }
}

/// A thousand events in another's name, in every way a stranger could try: none counts, none
/// replaces.
#[test]
fn a_thousand_forged_events_change_nothing() {
    let machine = Machine::new();
    let mut ada = worked(&machine);
    let share = machine.share(&mut ada, 0, &[]);
    let honest = oracle::rows(&share);
    let mut bo = machine.open("b.stet", 1);
    let _ = machine.merge(&mut bo, &share);
    let before = bo.dump().unwrap();
    let about = article(0).id().base64url();
    let view = ada.article(article(0).id()).unwrap();
    let events = oracle::events(&honest);
    let forged = machine.fresh("forged.stet");
    std::fs::copy(&share, &forged).unwrap();
    let db = Connection::open(&forged).unwrap();
    let mut chance = Chance::new(11);
    for n in 0..1_000_u64 {
        let span = view.units()[chance.below(8)].span;
        let own = view.own(span, checker(0), Field::Judgement);
        let replica = match n % 3 {
            0 => Replica([66; 16]),
            // The victim's own chain, behind its end or in the place of what is there.
            _ => events.values().next().unwrap().chain.replica,
        };
        let event = Event {
            chain: Chain {
                actor: checker(0),
                replica,
                about: about.clone(),
            },
            seq: 1 + chance.below(20) as u64,
            prev: honest
                .keys()
                .nth(chance.below(honest.len()))
                .and_then(|id| EventId::from_slice(id)),
            time_ms: NOW + n,
            step: None,
            label: "forged".into(),
            act: Act::Assign {
                known: vec![Assignment {
                    entity: Entity::Span(article(0).id(), span),
                    field: Field::Judgement,
                    value: Json::map([("tag", Json::text("disputed"))]),
                    replaces: own.iter().map(|head| head.event).collect(),
                }],
                unknown: 0,
            },
        };
        let body = event.to_body();
        let id = EventId::of(event.time_ms, body.as_bytes());
        db.execute(
            "INSERT OR IGNORE INTO event(id, body) VALUES (?, ?)",
            (id.0, body.as_bytes()),
        )
        .unwrap();
        // Signed by a stranger, for the victim's chain.
        let seal = seal::seal(&key(5), &event.chain, event.seq, id);
        db.execute(
            "INSERT OR IGNORE INTO seal VALUES (?, ?, ?, ?)",
            (
                seal.chain,
                i64::try_from(seal.seq).unwrap(),
                seal.head.0,
                seal.signature,
            ),
        )
        .unwrap();
    }
    drop(db);
    let merged = machine.merge(&mut bo, &forged);
    let aside: u64 = merged.set_aside.iter().map(|one| one.count).sum();
    assert_eq!((merged.new, aside), (0, 1_000), "{merged:?}");
    same(&bo.dump().unwrap(), &before, "none counts, none replaces");
    rebuilding_changes_nothing(&mut bo);
}

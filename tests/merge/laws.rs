//! What every way of finding current values must obey, said for any such way: the one that is
//! used obeys all of it, and each planted mutant breaks some (`mutants.rs`).

use std::collections::BTreeSet;

use stet_core::{
    ids::{Actor, EventId},
    json::Json,
    schema::{Field, Scope},
    state::Given,
};
use stet_tests::chance::Chance;

/// A way of finding the current ones among assignments to one place.
pub type Resolve = fn(Field, &[Given]) -> BTreeSet<EventId>;

/// A law, by name: `Err` says how it was broken.
pub type Law = (&'static str, fn(Resolve, &mut Chance) -> Result<(), String>);

pub const LAWS: &[Law] = &[
    ("order of arrival is irrelevant", order),
    ("only the author supersedes own values", authors),
    ("undo restores", undo),
    ("what is absent leads on", absent),
    ("nothing absent is current", no_ghosts),
    ("more knowledge never brings back", growth),
    ("values nobody replaced all stand", concurrent),
    ("a shared value is anybody's to replace", anybody),
];

fn id(n: usize, chance: &mut Chance) -> EventId {
    // Times are as random as clocks are: nothing may follow from them.
    let mut id = [0; 32];
    id[..8].copy_from_slice(&chance.bits().to_be_bytes());
    id[8] = u8::try_from(n).unwrap_or(u8::MAX);
    EventId(id)
}

/// Up to 12 assignments of up to 3 authors, each replacing some earlier ones, rightly or not.
fn history(chance: &mut Chance) -> (Field, Vec<Given>) {
    let field = *chance.pick(Field::ALL);
    let mut given: Vec<Given> = Vec::new();
    for n in 0..1 + chance.below(12) {
        let mut replaces = Vec::new();
        while !given.is_empty() && !chance.once_in(3) {
            replaces.push(chance.pick(&given).event);
        }
        if chance.once_in(10) {
            replaces.push(id(200, chance));
        }
        given.push(Given {
            event: id(n, chance),
            author: Actor([u8::try_from(chance.below(3)).unwrap_or(0); 32]),
            value: Json::Int(i64::try_from(n).unwrap_or(0)),
            replaces,
            active: !chance.once_in(4),
        });
    }
    (field, given)
}

fn same(what: &str, one: &BTreeSet<EventId>, other: &BTreeSet<EventId>) -> Result<(), String> {
    if one == other {
        Ok(())
    } else {
        Err(format!("{what}: {one:?} is not {other:?}"))
    }
}

fn order(resolve: Resolve, chance: &mut Chance) -> Result<(), String> {
    let (field, mut given) = history(chance);
    let before = resolve(field, &given);
    chance.shuffle(&mut given);
    same("shuffled", &before, &resolve(field, &given))
}

fn authors(resolve: Resolve, chance: &mut Chance) -> Result<(), String> {
    let (field, given) = history(chance);
    if field.scope() == Scope::Shared {
        return Ok(());
    }
    // Taking away all that others said changes nothing of what one said oneself.
    for author in given.iter().map(|one| one.author) {
        let own: Vec<Given> = given
            .iter()
            .filter(|one| one.author == author)
            .cloned()
            .collect();
        let all = resolve(field, &given);
        let of_author = all
            .into_iter()
            .filter(|id| own.iter().any(|one| one.event == *id))
            .collect();
        same("with and without others", &of_author, &resolve(field, &own))?;
        if own.iter().any(|one| one.active) && of_author.is_empty() {
            return Err("an author's values are gone".into());
        }
    }
    Ok(())
}

fn undo(resolve: Resolve, chance: &mut Chance) -> Result<(), String> {
    let (field, mut given) = history(chance);
    let before = resolve(field, &given);
    let author = given[0].author;
    let mine = |one: &&Given| field.scope() == Scope::Shared || one.author == author;
    let replaces = given
        .iter()
        .filter(mine)
        .map(|one| one.event)
        .filter(|id| before.contains(id))
        .collect();
    let event = id(100, chance);
    given.push(Given {
        event,
        author,
        value: Json::Null,
        replaces,
        active: true,
    });
    let after = resolve(field, &given);
    if !after.contains(&event) {
        return Err("a new value is not current".into());
    }
    if given
        .iter()
        .filter(mine)
        .any(|one| one.event != event && after.contains(&one.event))
    {
        return Err("it does not replace what it names".into());
    }
    if let Some(last) = given.last_mut() {
        last.active = false;
    }
    same("undone", &before, &resolve(field, &given))
}

fn absent(resolve: Resolve, chance: &mut Chance) -> Result<(), String> {
    let (field, mut given) = history(chance);
    let before = resolve(field, &given);
    // Something that was replaced is undone: what shows stays as it is.
    let replaced: Vec<usize> = (0..given.len())
        .filter(|n| given[*n].active && !before.contains(&given[*n].event))
        .collect();
    if replaced.is_empty() {
        return Ok(());
    }
    given[*chance.pick(&replaced)].active = false;
    same("something hidden undone", &before, &resolve(field, &given))
}

fn no_ghosts(resolve: Resolve, chance: &mut Chance) -> Result<(), String> {
    let (field, given) = history(chance);
    let heads = resolve(field, &given);
    let standing: Vec<Given> = given.iter().filter(|one| one.active).cloned().collect();
    if !heads
        .iter()
        .all(|id| standing.iter().any(|one| one.event == *id))
    {
        return Err("an absent value is current".into());
    }
    if heads.is_empty() != standing.is_empty() {
        return Err("values stand and none is current".into());
    }
    // What is absent supersedes nothing by itself.
    if field.scope() == Scope::Shared || given.len() < 2 {
        return Ok(());
    }
    let mut alone = given[..1].to_vec();
    alone[0].active = true;
    let mut ghost = given[1].clone();
    ghost.author = alone[0].author;
    ghost.replaces = vec![alone[0].event];
    ghost.active = false;
    alone.push(ghost);
    same(
        "beside an absent one",
        &BTreeSet::from([alone[0].event]),
        &resolve(field, &alone),
    )
}

fn growth(resolve: Resolve, chance: &mut Chance) -> Result<(), String> {
    let (field, given) = history(chance);
    let part: Vec<Given> = given
        .iter()
        .filter(|_| !chance.once_in(3))
        .cloned()
        .collect();
    let (some, all) = (resolve(field, &part), resolve(field, &given));
    let back = all
        .iter()
        .find(|id| part.iter().any(|one| one.event == **id) && !some.contains(id));
    back.map_or(Ok(()), |id| {
        Err(format!("{id:?} came back when more arrived"))
    })
}

fn concurrent(resolve: Resolve, chance: &mut Chance) -> Result<(), String> {
    let (field, given) = history(chance);
    let heads = resolve(field, &given);
    let named = |id: EventId| given.iter().any(|one| one.replaces.contains(&id));
    let lost = given
        .iter()
        .find(|one| one.active && !named(one.event) && !heads.contains(&one.event));
    lost.map_or(Ok(()), |one| {
        Err(format!("{:?} is gone though nobody replaced it", one.event))
    })
}

fn anybody(resolve: Resolve, chance: &mut Chance) -> Result<(), String> {
    let (field, given) = history(chance);
    let first = Given {
        active: true,
        replaces: vec![],
        ..given[0].clone()
    };
    let event = id(100, chance);
    let other = Given {
        event,
        author: Actor([99; 32]),
        replaces: vec![first.event],
        ..first.clone()
    };
    let heads = resolve(field, &[first.clone(), other]);
    let expected = match field.scope() {
        Scope::Shared => BTreeSet::from([event]),
        Scope::Checker => BTreeSet::from([first.event, event]),
    };
    same("another's link", &expected, &heads)
}

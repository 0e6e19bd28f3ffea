//! Names of checkers. A name is what a person calls himself: only his own word about it counts,
//! and the fingerprint, not the name, tells two people apart.

use std::collections::BTreeMap;

use crate::{
    head::Head,
    ids::Actor,
    schema::{Entity, Field},
};

/// Who is who, and who is reading.
#[derive(Clone, Debug, Default)]
pub struct People {
    me: Option<Actor>,
    names: BTreeMap<Actor, String>,
    initials: BTreeMap<Actor, String>,
    /// As a key says of itself: the one that comes after it, the one that went before.
    successors: BTreeMap<Actor, Actor>,
    predecessors: BTreeMap<Actor, Actor>,
    /// Names as they are shown: nobody's is the same as somebody else's.
    shown: BTreeMap<Actor, String>,
}

impl People {
    /// From the current values of person entities, read by `me`.
    #[must_use]
    pub fn new(me: Option<Actor>, heads: &[Head]) -> Self {
        let mut people = Self {
            me,
            ..Self::default()
        };
        // Two names given on two machines: the later one, in whatever order they came here.
        let mut heads: Vec<&Head> = heads.iter().collect();
        heads.sort_by_key(|head| head.event);
        for head in heads {
            let (Entity::Person(actor), Some(text)) = (&head.entity, head.value.as_text()) else {
                continue;
            };
            if *actor != head.author {
                continue;
            }
            let other = Actor::parse(text).filter(|other| other != actor);
            match (head.field, other) {
                (Field::PersonName, _) => {
                    people.names.insert(*actor, text.to_owned());
                }
                (Field::PersonInitials, _) => {
                    people.initials.insert(*actor, text.to_owned());
                }
                (Field::Successor, Some(other)) => {
                    people.successors.insert(*actor, other);
                }
                (Field::Predecessor, Some(other)) => {
                    people.predecessors.insert(*actor, other);
                }
                _ => {}
            }
        }
        people.tell_apart();
        people
    }

    /// With the name of who is reading, where it does not stand in the database yet.
    #[must_use]
    pub fn introduced(mut self, name: &str) -> Self {
        if let Some(me) = self.me.filter(|me| !self.names.contains_key(me)) {
            self.names.insert(me, name.to_owned());
            self.tell_apart();
        }
        self
    }

    fn tell_apart(&mut self) {
        let mut namesakes: BTreeMap<String, Vec<Actor>> = BTreeMap::new();
        for (actor, name) in &self.names {
            namesakes.entry(likeness(name)).or_default().push(*actor);
        }
        let mut shown = BTreeMap::new();
        for actor in self.names.keys().copied() {
            let now = self.goes_on_as(actor);
            let said = self.apart(now, &namesakes);
            let said = if now == actor {
                said
            } else {
                format!("{said}, earlier key {}", actor.short())
            };
            shown.insert(actor, said);
        }
        self.shown = shown;
    }

    /// A name, with as much of the fingerprint as tells it from others like it.
    fn apart(&self, actor: Actor, namesakes: &BTreeMap<String, Vec<Actor>>) -> String {
        let name = self.given_name(actor);
        let mut others = namesakes
            .get(&likeness(&name))
            .into_iter()
            .flatten()
            .filter(|other| self.goes_on_as(**other) != actor)
            .peekable();
        if others.peek().is_none() {
            return name;
        }
        if others.any(|other| other.short() == actor.short()) {
            return format!("{name} ({})", actor.spelled());
        }
        format!("{name} ({})", actor.short())
    }

    /// The name as it is shown everywhere: with the fingerprint where it is not unique, with what
    /// became of the key where the person works with another one now.
    #[must_use]
    pub fn name(&self, actor: Actor) -> String {
        self.shown
            .get(&actor)
            .cloned()
            .unwrap_or_else(|| self.given_name(actor))
    }

    /// The name that the person gave, which others may bear; or one made of the fingerprint.
    #[must_use]
    pub fn given_name(&self, actor: Actor) -> String {
        self.names
            .get(&actor)
            .cloned()
            .unwrap_or_else(|| format!("Unnamed {}", actor.short()))
    }

    /// The key with which this one's person works now: as both keys say, else itself.
    #[must_use]
    pub fn goes_on_as(&self, actor: Actor) -> Actor {
        let mut at = actor;
        // Keys that name each other in a circle are taken for what they are.
        for _ in 0..self.successors.len() {
            match self.successors.get(&at) {
                Some(next) if self.predecessors.get(next) == Some(&at) => at = *next,
                _ => return at,
            }
            if at == actor {
                return actor;
            }
        }
        at
    }

    /// The key that this one says comes after it, whether or not that one agrees.
    #[must_use]
    pub fn said_successor(&self, actor: Actor) -> Option<Actor> {
        self.successors.get(&actor).copied()
    }

    /// The keys with which this one's person worked before, as all of them say.
    pub fn earlier(&self, actor: Actor) -> impl Iterator<Item = Actor> + '_ {
        let all = self.successors.keys().copied();
        all.filter(move |other| *other != actor && self.goes_on_as(*other) == actor)
    }

    /// The initials; of the name if none were given.
    #[must_use]
    pub fn initials(&self, actor: Actor) -> String {
        let of_name = || {
            self.given_name(actor)
                .split_whitespace()
                .filter_map(|word| word.chars().next())
                .take(3)
                .collect::<String>()
                .to_lowercase()
        };
        self.initials
            .get(&actor)
            .cloned()
            .filter(|initials| !initials.is_empty())
            .unwrap_or_else(of_name)
    }

    /// Who is reading.
    #[must_use]
    pub const fn me(&self) -> Option<Actor> {
        self.me
    }

    /// Whether this is the reader.
    #[must_use]
    pub fn is_me(&self, actor: Actor) -> bool {
        self.me == Some(actor)
    }

    /// Everybody who has a name here, as shown.
    pub fn all(&self) -> impl Iterator<Item = (Actor, &str)> {
        self.shown
            .iter()
            .map(|(actor, name)| (*actor, name.as_str()))
    }
}

/// What makes two names look like one: letters and digits, whatever their case, without what
/// somebody put behind the name to look like a fingerprint of ours.
fn likeness(name: &str) -> String {
    let bare = name.split(['(', ',']).next().unwrap_or_default();
    let letters = |text: &str| -> String {
        text.chars()
            .filter(|c| c.is_alphanumeric())
            .flat_map(char::to_lowercase)
            .collect()
    };
    Some(letters(bare))
        .filter(|like| !like.is_empty())
        .unwrap_or_else(|| letters(name))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{ids::EventId, json::Json};

    const A: Actor = Actor([1; 32]);
    const B: Actor = Actor([2; 32]);
    const C: Actor = Actor([3; 32]);

    fn said(author: Actor, of: Actor, field: Field, text: &str) -> Head {
        Head {
            entity: Entity::Person(of),
            field,
            event: EventId([0; 32]),
            author,
            value: Json::text(text),
        }
    }

    fn named(actor: Actor, name: &str) -> Head {
        said(actor, actor, Field::PersonName, name)
    }

    #[test]
    fn people_of_one_name_are_told_apart_and_others_are_not_bothered() {
        let table = [
            ("the same name", "Mina Okafor", "Mina Okafor"),
            ("in other letters", "Mina Okafor", "mina  okafor"),
            (
                "with what is not seen",
                "Mina Okafor",
                "Mina\u{200b} Okafor",
            ),
            (
                "with a fingerprint that is none",
                "Mina Okafor",
                "Mina Okafor (3f2a 91c0)",
            ),
        ];
        for (why, one, other) in table {
            let people = People::new(None, &[named(A, one), named(B, other), named(C, "Cy")]);
            for actor in [A, B] {
                assert!(
                    people
                        .name(actor)
                        .ends_with(&format!("({})", actor.short())),
                    "{why}: {}",
                    people.name(actor)
                );
            }
            assert_eq!(people.name(C), "Cy", "{why}");
            assert_eq!(people.given_name(A), one, "{why}");
            assert_eq!(people.initials(A), "mo", "{why}");
        }
    }

    #[test]
    fn nobody_else_names_a_person() {
        let people = People::new(
            None,
            &[named(A, "Ada"), said(B, A, Field::PersonName, "Bo")],
        );
        assert_eq!(people.name(A), "Ada");
        assert_eq!(people.name(B), format!("Unnamed {}", B.short()));
    }

    #[test]
    fn two_keys_are_one_person_only_if_both_say_so() {
        let names = [named(A, "Mina Okafor"), named(B, "Mina Okafor")];
        let old = said(A, A, Field::Successor, &B.to_string());
        let new = said(B, B, Field::Predecessor, &A.to_string());
        let forged = said(C, B, Field::Predecessor, &A.to_string());
        let table: [(&str, Vec<Head>, bool); 4] = [
            ("only the old one", vec![old.clone()], false),
            ("only the new one", vec![new.clone()], false),
            (
                "somebody else for the new one",
                vec![old.clone(), forged],
                false,
            ),
            ("both", vec![old.clone(), new.clone()], true),
        ];
        for (why, words, one) in table {
            let heads = [names.to_vec(), words].concat();
            let people = People::new(None, &heads);
            assert_eq!(people.goes_on_as(A) == B, one, "{why}");
            assert_eq!(people.earlier(B).any(|key| key == A), one, "{why}");
            if one {
                assert_eq!(people.name(B), "Mina Okafor", "{why}");
                assert_eq!(
                    people.name(A),
                    format!("Mina Okafor, earlier key {}", A.short()),
                    "{why}"
                );
            }
        }
        let circle = [
            old,
            new,
            said(B, B, Field::Successor, &A.to_string()),
            said(A, A, Field::Predecessor, &B.to_string()),
        ];
        let people = People::new(None, &circle);
        assert_eq!(
            (people.goes_on_as(A), people.goes_on_as(B)),
            (A, B),
            "a circle ends"
        );
    }
}

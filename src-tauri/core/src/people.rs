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
            match head.field {
                Field::PersonName => people.names.insert(*actor, text.to_owned()),
                Field::PersonInitials => people.initials.insert(*actor, text.to_owned()),
                _ => None,
            };
        }
        people
    }

    /// The name, or one made of the fingerprint.
    #[must_use]
    pub fn name(&self, actor: Actor) -> String {
        self.names
            .get(&actor)
            .cloned()
            .unwrap_or_else(|| format!("Unnamed {}", &actor.fingerprint()[..8]))
    }

    /// The initials; of the name if none were given.
    #[must_use]
    pub fn initials(&self, actor: Actor) -> String {
        let of_name = || {
            self.name(actor)
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

    /// Whether this is the reader.
    #[must_use]
    pub fn is_me(&self, actor: Actor) -> bool {
        self.me == Some(actor)
    }

    /// Everybody who has a name here.
    pub fn all(&self) -> impl Iterator<Item = (Actor, &str)> {
        self.names
            .iter()
            .map(|(actor, name)| (*actor, name.as_str()))
    }
}

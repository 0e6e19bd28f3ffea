//! People: everybody whose work or name is here, and whom somebody at this machine has confirmed. To
//! confirm is a local decision and never shared: else one could be vouched for by oneself.

use std::{collections::BTreeMap, fs, path::PathBuf};

use serde::{Deserialize, Serialize};
use stet_core::{
    error::{Code, Error, Result},
    ids::{Actor, encode},
    json::Json,
    people::People,
    plan::{Change, Plan},
    schema::{Entity, Field},
    time,
};
use stet_store::{AuthorRow, Store};

use crate::{Identity, Session, commands::PersonRow, files::write_private};

/// How far a clock may be ahead before it is said.
const CLOCK_AHEAD_MS: u64 = 24 * 60 * 60 * 1000;

/// That somebody was confirmed.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Confirmed {
    /// Under which name.
    name: String,
    /// When, ISO 8601 UTC.
    at: String,
}

type Known = BTreeMap<String, Confirmed>;

impl Session {
    /// Everybody whose work or name is in this database, by name.
    ///
    /// # Errors
    /// `database-*`, `identity-refused`.
    pub fn everybody(&mut self) -> Result<Vec<PersonRow>> {
        let people = self.store()?.people()?;
        let mut rows: BTreeMap<Actor, AuthorRow> = BTreeMap::new();
        let none = |actor| AuthorRow {
            actor,
            steps: 0,
            last_ms: 0,
        };
        let me = self.identity.actor();
        for actor in people.all().map(|(actor, _)| actor).chain([me]) {
            rows.insert(actor, none(actor));
        }
        for author in self.store()?.authors()? {
            rows.insert(author.actor, author);
        }
        // Nobody stands behind the sample's checker.
        rows.remove(&crate::sample::checker());
        let (known, own) = (self.known()?, Identity::all(&self.options.config));
        let mut all: Vec<PersonRow> = rows
            .into_values()
            .map(|author| self.person_row(&people, author, &known, &own))
            .collect();
        all.sort_by(|a, b| (a.shown.to_lowercase(), &a.id).cmp(&(b.shown.to_lowercase(), &b.id)));
        Ok(all)
    }

    fn person_row(
        &self,
        people: &People,
        author: AuthorRow,
        known: &Known,
        own: &[Identity],
    ) -> PersonRow {
        let actor = author.actor;
        let me = actor == self.identity.actor();
        let own = me || own.iter().any(|one| one.actor() == actor);
        // Somebody who has not worked here yet has not said his name here either.
        let name = match me {
            true => self.identity.name.clone(),
            false => people.given_name(actor),
        };
        let confirmed = known.get(&encode(&actor.0));
        let now = people.goes_on_as(actor);
        PersonRow {
            id: actor.fingerprint(),
            fingerprint: actor.spelled(),
            shown: match people.all().any(|(other, _)| other == actor) {
                true => people.name(actor),
                false => name.clone(),
            },
            initials: people.initials(actor),
            me,
            own,
            known: own || confirmed.is_some(),
            confirmed_as: confirmed
                .map(|one| one.name.clone())
                .filter(|as_then| *as_then != name),
            now: (now != actor).then(|| now.fingerprint()),
            claims: people
                .said_successor(actor)
                .filter(|next| people.goes_on_as(actor) == actor && *next != actor)
                .map(Actor::fingerprint),
            steps: u32::try_from(author.steps).unwrap_or(u32::MAX),
            last_at: match author.last_ms {
                0 => String::new(),
                at => time::iso(at),
            },
            clock_ahead: author.last_ms > self.now().saturating_add(CLOCK_AHEAD_MS),
            name,
        }
    }

    /// Confirms who a person is, or forgets it: an id, the beginning of one, or a name that only one
    /// person here bears.
    ///
    /// # Errors
    /// `person-unknown`, `database-*`, `file-*`.
    pub fn confirm(&mut self, person: &str, is_known: bool) -> Result<PersonRow> {
        let actor = self.person_named(person)?;
        let mut known = self.known()?;
        let key = encode(&actor.0);
        if is_known {
            let name = self.store()?.people()?.given_name(actor);
            let at = time::iso(self.now());
            known.insert(key, Confirmed { name, at });
        } else {
            known.remove(&key);
        }
        let text = serde_json::to_string_pretty(&known)
            .map_err(|error| Error::new(Code::Internal, error.to_string(), ""))?;
        write_private(&self.known_file(), text.as_bytes())?;
        let id = actor.fingerprint();
        let mut rows = self.everybody()?.into_iter();
        rows.find(|row| row.id == id).ok_or_else(|| unknown(person))
    }

    /// The key of somebody who is here.
    pub(crate) fn person_named(&mut self, person: &str) -> Result<Actor> {
        let people = self.store()?.people()?;
        let mut all: Vec<Actor> = people.all().map(|(actor, _)| actor).collect();
        all.extend(self.store()?.authors()?.iter().map(|author| author.actor));
        let keys = Identity::all(&self.options.config);
        all.extend(keys.iter().map(Identity::actor));
        all.sort_unstable();
        all.dedup();
        all.retain(|actor| *actor != crate::sample::checker());
        let digits: String = person.split_whitespace().collect();
        let is_id = digits.len() >= 4 && digits.chars().all(|c| c.is_ascii_hexdigit());
        let id = digits.to_ascii_lowercase();
        let by_id = |actor: &&Actor| is_id && actor.fingerprint().starts_with(&id);
        let by_name =
            |actor: &&Actor| people.name(**actor) == person || people.given_name(**actor) == person;
        let mut found: Vec<Actor> = all.iter().filter(by_id).copied().collect();
        if found.is_empty() {
            found = all.iter().filter(by_name).copied().collect();
        }
        match found[..] {
            [one] => Ok(one),
            [] => Err(unknown(person)),
            _ => {
                let ids: Vec<String> = found.iter().map(|one| one.fingerprint()).collect();
                Err(Error::new(
                    Code::PersonUnknown,
                    format!("“{person}” may be any of {}.", ids.join(", ")),
                    "Give the whole id.",
                ))
            }
        }
    }

    /// Says that two keys are one person's: each half that a key of this machine can sign.
    ///
    /// # Errors
    /// `person-unknown`; `identity-refused`: neither key is here; `database-*`.
    pub fn link(&mut self, earlier: &str, later: &str) -> Result<Vec<PersonRow>> {
        let (earlier, later) = (self.person_named(earlier)?, self.person_named(later)?);
        let keys = Identity::all(&self.options.config);
        let words = [
            (earlier, Field::Successor, later),
            (later, Field::Predecessor, earlier),
        ];
        let mut said = 0;
        for (actor, field, other) in words {
            let Some(identity) = keys.iter().find(|key| key.actor() == actor) else {
                continue;
            };
            if earlier == later {
                break;
            }
            let value = |text: &str| Change::new(Entity::Person(actor), field, Json::text(text));
            let name = |text: &str| {
                Change::new(Entity::Person(actor), Field::PersonName, Json::text(text))
            };
            let plan = Plan::library(
                format!("named a key of {}", identity.name),
                vec![name(&identity.name), value(&other.to_string())],
            );
            let now = self.now();
            // In its own name, which need not be that of the person at work.
            let place = self.place(self.options.database.clone())?;
            Store::open(place, actor)?.append(&plan, now)?;
            said += 1;
        }
        if said == 0 {
            return Err(Error::new(
                Code::IdentityRefused,
                "Neither of these two keys is on this machine, so nobody here can say that they are one person's.",
                "Import the earlier key, or say it on the machine that has it.",
            ));
        }
        self.desk = None;
        self.everybody()
    }

    fn known_file(&self) -> PathBuf {
        self.options.config.join("known.json")
    }

    fn known(&self) -> Result<Known> {
        let path = self.known_file();
        let Ok(text) = fs::read_to_string(&path) else {
            return Ok(Known::new());
        };
        serde_json::from_str(&text).map_err(|_| {
            Error::new(
                Code::IdentityRefused,
                format!(
                    "The list of known people {} cannot be read.",
                    path.display()
                ),
                "Restore it from a backup, or remove it and confirm people again.",
            )
        })
    }
}

fn unknown(person: &str) -> Error {
    Error::new(
        Code::PersonUnknown,
        format!("Nobody here has the id “{person}”."),
        "stet people lists everybody.",
    )
}

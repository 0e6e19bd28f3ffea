//! Seals: an author's signature over the head of a chain. Since every event names the one before,
//! one signature vouches for the whole chain up to it.

use std::collections::{HashMap, HashSet};

use ed25519_dalek::{Signature, Signer, SigningKey, VerifyingKey};

use crate::{
    event::{Chain, Event, Refusal},
    ids::{Actor, EventId},
};

/// A signature over the head of a chain.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Seal {
    /// The chain, in its stored form.
    pub chain: String,
    /// Position of the head.
    pub seq: u64,
    /// The head.
    pub head: EventId,
    /// Ed25519 signature, 64 bytes.
    pub signature: Vec<u8>,
}

fn message(chain: &str, seq: u64, head: EventId) -> Vec<u8> {
    format!("stet seal 1\n{chain}\n{seq}\n{head}\n").into_bytes()
}

/// Seals a chain at `head` with its author's key.
#[must_use]
pub fn seal(key: &SigningKey, chain: &Chain, seq: u64, head: EventId) -> Seal {
    let chain = chain.to_string();
    let signature = key.sign(&message(&chain, seq, head)).to_bytes().to_vec();
    Seal {
        chain,
        seq,
        head,
        signature,
    }
}

/// The public key that names the owner of a signing key.
#[must_use]
pub fn actor(key: &SigningKey) -> Actor {
    Actor(key.verifying_key().to_bytes())
}

/// Whether the seal was made by the author whom its chain names.
#[must_use]
pub fn is_genuine(seal: &Seal) -> bool {
    let check = || {
        let chain = Chain::parse(&seal.chain)?;
        let key = VerifyingKey::from_bytes(&chain.actor.0).ok()?;
        let signature = Signature::from_slice(&seal.signature).ok()?;
        key.verify_strict(&message(&seal.chain, seal.seq, seal.head), &signature)
            .ok()
    };
    check().is_some()
}

/// What coverage needs of a received event.
struct Link {
    chain: String,
    seq: u64,
    prev: Option<EventId>,
}

/// Received events on trial: ids recomputed at once, seals checked at the end.
#[derive(Default)]
pub struct Trial {
    links: HashMap<EventId, Link>,
}

impl Trial {
    /// Reads one received row.
    ///
    /// # Errors
    /// Why it is set aside.
    pub fn admit(&mut self, id: &[u8], body: &[u8]) -> Result<(EventId, Event), Refusal> {
        let event = Event::parse(body)?;
        let true_id = EventId::of(event.time_ms, body);
        if id != true_id.0 {
            return Err(Refusal::Altered);
        }
        let link = Link {
            chain: event.chain.to_string(),
            seq: event.seq,
            prev: event.prev,
        };
        self.links.insert(true_id, link);
        Ok((true_id, event))
    }

    /// What the chain of an admitted event is about.
    #[must_use]
    pub fn about(&self, event: EventId) -> Option<&str> {
        self.links.get(&event)?.chain.splitn(3, '/').nth(2)
    }

    /// The admitted events that some genuine seal covers: from a sealed head back along `prev`, as
    /// long as chain and position fit.
    #[must_use]
    pub fn covered(&self, seals: &[Seal]) -> HashSet<EventId> {
        let mut covered = HashSet::new();
        for seal in seals.iter().filter(|seal| is_genuine(seal)) {
            let (mut at, mut seq) = (Some(seal.head), seal.seq);
            while let Some(id) = at {
                let Some(link) = self.links.get(&id) else {
                    break;
                };
                if link.chain != seal.chain || link.seq != seq || !covered.insert(id) {
                    break;
                }
                at = link.prev;
                seq = seq.saturating_sub(1);
            }
        }
        covered
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{event::Act, ids::Replica};

    fn chain_of(key: &SigningKey, length: u64) -> (Chain, Vec<(EventId, String)>) {
        let chain = Chain {
            actor: actor(key),
            replica: Replica([5; 16]),
            about: "library".into(),
        };
        let mut events: Vec<(EventId, String)> = Vec::new();
        for seq in 1..=length {
            let prev = events.last().map(|(id, _)| *id);
            let event = Event {
                chain: chain.clone(),
                seq,
                prev,
                time_ms: 1000 + seq,
                step: None,
                label: format!("step {seq}"),
                act: Act::Undo(vec![]),
            };
            let body = event.to_body();
            events.push((EventId::of(event.time_ms, body.as_bytes()), body));
        }
        (chain, events)
    }

    #[test]
    fn one_seal_covers_all_that_came_before_and_nothing_after() {
        let key = SigningKey::from_bytes(&[7; 32]);
        let (chain, events) = chain_of(&key, 5);
        let mut trial = Trial::default();
        for (id, body) in &events {
            trial.admit(&id.0, body.as_bytes()).unwrap();
        }
        let at_three = seal(&key, &chain, 3, events[2].0);
        let covered = trial.covered(&[at_three]);
        assert_eq!(covered.len(), 3);
        assert!(!covered.contains(&events[3].0));
    }

    #[test]
    fn nothing_forged_is_covered() {
        let key = SigningKey::from_bytes(&[7; 32]);
        let stranger = SigningKey::from_bytes(&[8; 32]);
        let (chain, events) = chain_of(&key, 2);
        let mut trial = Trial::default();
        for (id, body) in &events {
            trial.admit(&id.0, body.as_bytes()).unwrap();
        }
        let good = seal(&key, &chain, 2, events[1].0);
        let mut other_chain = chain.clone();
        other_chain.actor = actor(&stranger);
        let table = [
            (
                "signed by a stranger",
                Seal {
                    signature: seal(&stranger, &chain, 2, events[1].0).signature,
                    ..good.clone()
                },
            ),
            (
                "position moved",
                Seal {
                    seq: 1,
                    ..good.clone()
                },
            ),
            (
                "another head",
                Seal {
                    head: events[0].0,
                    ..good.clone()
                },
            ),
            (
                "a stranger's own chain does not reach into this one",
                seal(&stranger, &other_chain, 2, events[1].0),
            ),
            (
                "cut signature",
                Seal {
                    signature: good.signature[..63].to_vec(),
                    ..good.clone()
                },
            ),
        ];
        for (why, forged) in table {
            assert!(trial.covered(&[forged]).is_empty(), "{why}");
        }
        assert_eq!(trial.covered(&[good]).len(), 2);
        assert_eq!(
            trial.admit(&events[0].0.0, events[1].1.as_bytes()),
            Err(Refusal::Altered)
        );
    }
}

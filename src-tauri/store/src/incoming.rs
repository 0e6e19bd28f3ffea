//! What came from outside, on trial: nothing of it is believed. Rows are read once to find out which
//! of them are genuine and vouched for, without keeping what they say; a second time, those that
//! are new here, to take them in.

use std::{
    collections::{BTreeMap, HashMap},
    path::Path,
};

use stet_core::{
    error::Result,
    event::{Event, Refusal},
    ids::EventId,
    report::{Record, SealText},
    seal::{Seal, is_genuine},
    usual,
};

use crate::{
    bulk::Ready,
    fault::sqlite,
    hands::in_step,
    progress::{Phase, Progress},
    received::Receiving,
    recital::Told,
    source::Source,
    verdict::{Raw, Verdict},
};

/// Where events stand in their chains: seq, the one before, the chain.
type Passed = HashMap<EventId, (u64, Option<EventId>, String)>;

/// Rows that are worked on together, and their bytes.
const AT_ONCE: usize = 8192;
const AT_ONCE_BYTES: usize = 8 << 20;

/// A genuine row that is not here yet, as far as coverage needs it.
struct Link {
    key: i64,
    id: EventId,
    prev: Option<EventId>,
    seq: u64,
    chain: u32,
    is_covered: bool,
}

/// An event that was received.
pub(crate) struct Arrived {
    pub(crate) id: EventId,
    pub(crate) body: Vec<u8>,
    /// None: its author does not vouch for it.
    pub(crate) ready: Option<Ready>,
    /// Whether its body is of the usual shape: then the event says all that the body does.
    pub(crate) is_usual: bool,
}

/// What one file or record brought, looked at.
pub(crate) struct Incoming<'s> {
    pub(crate) source: Source<'s>,
    /// Those that were made by whom they name.
    pub(crate) seals: Vec<Seal>,
    pub(crate) seen: u64,
    pub(crate) here: u64,
    pub(crate) aside: BTreeMap<&'static str, u64>,
    /// Rows that are here already.
    here_keys: Vec<i64>,
    links: Vec<Link>,
    chains: HashMap<String, u32>,
}

impl<'s> Incoming<'s> {
    /// Reads and looks; `is_here` says whether an event of this id is here and shows.
    pub(crate) fn new(
        source: Source<'s>,
        seals: Vec<Seal>,
        is_here: &dyn Fn(&[u8]) -> rusqlite::Result<bool>,
        progress: &Progress,
    ) -> Result<Self> {
        let mut incoming = Self {
            source,
            seals: genuine(seals)?,
            seen: 0,
            here: 0,
            aside: BTreeMap::new(),
            here_keys: Vec::new(),
            links: Vec::new(),
            chains: HashMap::new(),
        };
        incoming.read(is_here, progress)?;
        incoming.cover(is_here)?;
        Ok(incoming)
    }

    pub(crate) fn of_share(
        file: &'s Path,
        how: Receiving<'_>,
        is_here: &dyn Fn(&[u8]) -> rusqlite::Result<bool>,
        progress: &Progress,
    ) -> Result<Self> {
        let source = Source::share(file, how, progress)?;
        let mut seals = Vec::new();
        if let Source::Share(recital) = &source {
            while let Some(seal) = recital.borrow_mut().seal()? {
                seals.push(seal);
            }
        }
        Self::new(source, seals, is_here, progress)
    }

    pub(crate) fn of_record(record: &'s Record, progress: &Progress) -> Result<Self> {
        let seals = record.seals.iter().filter_map(SealText::seal).collect();
        Self::new(Source::record(record), seals, &|_| Ok(false), progress)
    }

    fn read(
        &mut self,
        is_here: &dyn Fn(&[u8]) -> rusqlite::Result<bool>,
        progress: &Progress,
    ) -> Result<()> {
        progress.begin(Phase::Reading, 0);
        let Self {
            source,
            seen,
            here,
            aside,
            here_keys,
            links,
            chains,
            ..
        } = self;
        let take = |some: Vec<(i64, Verdict)>| -> Result<()> {
            progress.advance(some.len() as u64).map_err(sqlite)?;
            *seen += some.len() as u64;
            for (key, verdict) in some {
                match verdict {
                    Verdict::Here => {
                        *here += 1;
                        here_keys.push(key);
                    }
                    Verdict::Refused(refusal) => {
                        *aside.entry(refusal.as_str()).or_default() += 1;
                    }
                    Verdict::New {
                        id,
                        seq,
                        prev,
                        chain,
                    } => {
                        let next = u32::try_from(chains.len()).unwrap_or(u32::MAX);
                        let chain = *chains.entry(chain).or_insert(next);
                        links.push(Link {
                            key,
                            id,
                            prev,
                            seq,
                            chain,
                            is_covered: false,
                        });
                    }
                }
            }
            Ok(())
        };
        match &*source {
            Source::Record { events, .. } => {
                let mut rest = events.iter().enumerate();
                let read = || {
                    let some = rest.by_ref().take(AT_ONCE).map(|(n, body)| Raw {
                        key: i64::try_from(n).unwrap_or(i64::MAX),
                        id: None,
                        body: body.clone().into_bytes(),
                        here: false,
                    });
                    Ok(some.collect())
                };
                in_step(read, Raw::look, take)
            }
            Source::Share(recital) => {
                let some = || -> Result<Vec<Raw>> {
                    let mut recital = recital.borrow_mut();
                    let (mut some, mut bytes) = (Vec::new(), 0);
                    while some.len() < AT_ONCE && bytes < AT_ONCE_BYTES {
                        let Some(Told { key, id, body }) = recital.event()? else {
                            break;
                        };
                        bytes += body.len();
                        let here = is_here(&id).map_err(sqlite)?;
                        some.push(Raw {
                            key,
                            id: Some(id),
                            body,
                            here,
                        });
                    }
                    Ok(some)
                };
                in_step(some, Raw::look, take)?;
                let mut recital = recital.borrow_mut();
                recital.finish()?;
                if recital.altered > 0 {
                    let altered = Refusal::Altered.as_str();
                    *aside.entry(altered).or_default() += recital.altered;
                }
                Ok(())
            }
        }
    }

    /// Marks what some seal covers: from a sealed head back along `prev`, as long as chain and
    /// position fit. A way may lead through events that are here already.
    fn cover(&mut self, is_here: &dyn Fn(&[u8]) -> rusqlite::Result<bool>) -> Result<()> {
        let index: HashMap<EventId, usize> = self
            .links
            .iter()
            .enumerate()
            .map(|(at, link)| (link.id, at))
            .collect();
        let mut open = vec![0_usize; self.chains.len()];
        for link in &self.links {
            if let Some(open) = open.get_mut(link.chain as usize) {
                *open += 1;
            }
        }
        let mut passed: Option<Passed> = None;
        for seal in &self.seals {
            let Some(chain) = self.chains.get(&seal.chain).copied() else {
                continue;
            };
            let (mut at, mut seq) = (Some(seal.head), seal.seq);
            while let Some(id) = at
                && open.get(chain as usize).is_some_and(|open| *open > 0)
            {
                at = if let Some(link) = index.get(&id).and_then(|at| self.links.get_mut(*at)) {
                    if link.chain != chain || link.seq != seq || link.is_covered {
                        break;
                    }
                    link.is_covered = true;
                    if let Some(open) = open.get_mut(chain as usize) {
                        *open -= 1;
                    }
                    link.prev
                } else if is_here(&id.0).map_err(sqlite)? {
                    if passed.is_none() {
                        passed = Some(self.passed()?);
                    }
                    match passed.as_ref().and_then(|passed| passed.get(&id)) {
                        Some((at, prev, name)) if *at == seq && *name == seal.chain => *prev,
                        _ => break,
                    }
                } else {
                    break;
                };
                seq = seq.saturating_sub(1);
            }
        }
        // Of two rows of one id the index knows one.
        for at in 0..self.links.len() {
            let Some(link) = self.links.get(at) else {
                break;
            };
            if !link.is_covered {
                let twin = index.get(&link.id).and_then(|at| self.links.get(*at));
                let is_covered = twin.is_some_and(|twin| twin.is_covered);
                if let Some(link) = self.links.get_mut(at) {
                    link.is_covered = is_covered;
                }
            }
        }
        Ok(())
    }

    /// Where the received events stand in their chains that are here already: rarely asked for.
    fn passed(&self) -> Result<Passed> {
        let mut passed = HashMap::new();
        for key in &self.here_keys {
            let body = self.source.body(*key)?;
            if let Ok(event) = Event::parse(&body) {
                let id = EventId::of(event.time_ms, &body);
                passed.insert(id, (event.seq, event.prev, event.chain.to_string()));
            }
        }
        Ok(passed)
    }

    /// How many rows are not here.
    pub(crate) fn len(&self) -> usize {
        self.links.len()
    }

    /// What the chains are about in which something is covered or here already.
    pub(crate) fn abouts(
        &self,
        is_here: &dyn Fn(&[u8]) -> rusqlite::Result<bool>,
    ) -> Result<Vec<String>> {
        let mut covered = vec![false; self.chains.len()];
        for link in self.links.iter().filter(|link| link.is_covered) {
            if let Some(covered) = covered.get_mut(link.chain as usize) {
                *covered = true;
            }
        }
        let mut abouts: Vec<String> = Vec::new();
        for seal in &self.seals {
            let is_covered = self
                .chains
                .get(&seal.chain)
                .and_then(|chain| covered.get(*chain as usize))
                .is_some_and(|covered| *covered);
            if (is_covered || is_here(&seal.head.0).map_err(sqlite)?)
                && let Some(about) = seal.chain.splitn(3, '/').nth(2)
            {
                abouts.push(about.to_owned());
            }
        }
        Ok(abouts)
    }

    /// Reads what is not here a second time, in the order of the file.
    pub(crate) fn each(&self, take: impl FnMut(Vec<Arrived>) -> Result<()>) -> Result<()> {
        let mut rest = self.links.iter();
        let read = || {
            let (mut some, mut bytes) = (Vec::new(), 0);
            while some.len() < AT_ONCE && bytes < AT_ONCE_BYTES {
                let Some(link) = rest.next() else {
                    break;
                };
                let body = self.source.body(link.key)?;
                bytes += body.len();
                some.push((link.id, link.is_covered, body));
            }
            Ok(some)
        };
        let work = |(id, is_covered, body): (EventId, bool, Vec<u8>)| {
            let usual = usual::read(&body);
            let is_usual = usual.is_some();
            let event = usual.or_else(|| Event::parse(&body).ok());
            // Read twice, it must twice be the same.
            let event = event.filter(|event| is_covered && EventId::of(event.time_ms, &body) == id);
            Arrived {
                id,
                body,
                ready: event.map(|event| Ready::new(id, event)),
                is_usual,
            }
        };
        in_step(read, work, take)
    }

    /// Reads the bodies of what is here already.
    pub(crate) fn each_here(&self, mut take: impl FnMut(Vec<u8>)) -> Result<()> {
        for key in &self.here_keys {
            take(self.source.body(*key)?);
        }
        Ok(())
    }
}

/// The seals that were made by whom they name: each takes a signature's time.
fn genuine(seals: Vec<Seal>) -> Result<Vec<Seal>> {
    let (mut batch, mut out) = (Some(seals), Vec::new());
    in_step(
        || Ok(batch.take().unwrap_or_default()),
        |seal: Seal| is_genuine(&seal).then_some(seal),
        |some| {
            out.extend(some.into_iter().flatten());
            Ok(())
        },
    )?;
    Ok(out)
}

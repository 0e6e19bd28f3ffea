//! Random histories: several people on several files who import, tag, split, cite, undo, share,
//! merge, copy their files and have clocks that are years off.

use std::collections::BTreeSet;

use stet_core::{
    article::Article,
    draft::TextHash,
    error::Code,
    ids::{EvidenceId, SourceId},
    json::Json,
    plan::{self, Change, Plan, SourceText},
    schema::{Entity, Field, Scope},
    settle,
    text::{CodePoint, Span},
    view::Tag,
};
use stet_store::{Direction, Store};
use stet_tests::{
    article::{article, import},
    chance::Chance,
    machine::{Machine, NOW, checker},
};

/// One open file.
pub struct Desk {
    pub name: String,
    pub checker: u8,
    pub store: Store,
    clock: u64,
}

/// Everybody and everything.
pub struct World {
    pub machine: Machine,
    pub desks: Vec<Desk>,
    pub chance: Chance,
    /// What happened, for whoever has to find out why a trial failed.
    pub told: Vec<String>,
}

const TEN_YEARS_MS: u64 = 10 * 365 * 86_400_000;
const TAGS: [Option<Tag>; 5] = [
    Some(Tag::Verified),
    Some(Tag::Disputed),
    Some(Tag::AttributedOnly),
    Some(Tag::NoClaim),
    None,
];

impl World {
    /// Two to four people; the first of them may have a second machine.
    pub fn new(seed: u64) -> Self {
        let mut chance = Chance::new(seed);
        let machine = Machine::new();
        let mut desks = Vec::new();
        for n in 0..2 + chance.below(3) {
            let checker = u8::try_from(n).unwrap_or(0) % 4;
            desks.push(Desk::open(
                &machine,
                &format!("desk{n}.stet"),
                checker,
                &mut chance,
            ));
        }
        if chance.once_in(2) {
            desks.push(Desk::open(&machine, "second.stet", 0, &mut chance));
        }
        Self {
            machine,
            desks,
            chance,
            told: Vec::new(),
        }
    }

    /// One thing happens.
    pub fn step(&mut self) {
        let at = self.chance.below(self.desks.len());
        match self.chance.below(20) {
            0 => self.share_and_merge(at),
            1 if self.desks.len() < 6 => self.fork(at),
            2 => self.reopen(at),
            3..=5 => self.undo_or_redo(at, Direction::Back),
            6 => self.undo_or_redo(at, Direction::Forth),
            7 => self.merge_own(at),
            _ => self.work(at),
        }
    }

    fn tell(&mut self, at: usize, what: impl Into<String>) {
        self.told
            .push(format!("{}: {}", self.desks[at].name, what.into()));
    }

    fn share_and_merge(&mut self, at: usize) {
        let to = self.chance.below(self.desks.len());
        let few = self.chance.once_in(3);
        let desk = &mut self.desks[at];
        let drafts: Vec<TextHash> = desk
            .store
            .drafts()
            .unwrap()
            .into_iter()
            .map(|row| row.hash)
            .collect();
        let articles = if few && !drafts.is_empty() {
            vec![*self.chance.pick(&drafts)]
        } else {
            vec![]
        };
        let share = self.machine.share(&mut desk.store, desk.checker, &articles);
        let merged = self.machine.merge(&mut self.desks[to].store, &share);
        assert_eq!(merged.set_aside, [], "an honest share passes whole");
        let again = self.machine.merge(&mut self.desks[to].store, &share);
        assert_eq!(
            (again.new, again.already_here),
            (0, merged.seen),
            "a second merge brings nothing"
        );
        let name = self.desks[at].name.clone();
        self.tell(
            to,
            format!("merged {} of {} from {name}", merged.new, merged.seen),
        );
    }

    fn merge_own(&mut self, at: usize) {
        let desk = &mut self.desks[at];
        let share = self.machine.share(&mut desk.store, desk.checker, &[]);
        let merged = self.machine.merge(&mut desk.store, &share);
        assert_eq!(merged.new, 0, "one's own share holds nothing new");
        self.tell(at, "merged its own share");
    }

    /// The file is copied while closed; both go on.
    fn fork(&mut self, at: usize) {
        let name = format!("copy{}.stet", self.told.len());
        let (from, checker) = (self.desks[at].name.clone(), self.desks[at].checker);
        drop(self.desks.remove(at));
        std::fs::copy(self.machine.path(&from), self.machine.path(&name)).unwrap();
        for name in [from, name] {
            let desk = Desk::open(&self.machine, &name, checker, &mut self.chance);
            self.desks.push(desk);
        }
        self.tell(self.desks.len() - 1, "was copied");
    }

    fn reopen(&mut self, at: usize) {
        let (name, checker) = (self.desks[at].name.clone(), self.desks[at].checker);
        drop(self.desks.remove(at));
        let mut desk = Desk::open(&self.machine, &name, checker, &mut self.chance);
        if self.chance.once_in(2) {
            desk.store.rebuild().unwrap();
        }
        self.desks.push(desk);
        self.tell(self.desks.len() - 1, "was reopened");
    }

    fn undo_or_redo(&mut self, at: usize, direction: Direction) {
        let desk = &mut self.desks[at];
        let offered = desk.store.next_label(direction).unwrap();
        let before = desk.store.dump().unwrap();
        let outcome = desk.store.step_back_or_forth(direction, desk.clock);
        match &outcome {
            Ok(step) => {
                assert!(
                    offered.is_some_and(|offered| step.label.ends_with(&offered)),
                    "what was offered is done: {}",
                    step.label
                );
                assert_ne!(
                    before,
                    desk.store.dump().unwrap(),
                    "{} did something",
                    step.label
                );
            }
            Err(error) => {
                assert!(
                    matches!(error.code, Code::UndoNothing | Code::UndoDeclined),
                    "{error}"
                );
                assert_eq!(
                    error.code == Code::UndoNothing,
                    offered.is_none(),
                    "{error}"
                );
                assert_eq!(
                    before,
                    desk.store.dump().unwrap(),
                    "what was declined changed nothing"
                );
            }
        }
        let what = outcome.map_or_else(|error| error.message, |step| step.label);
        self.tell(at, what);
    }

    fn work(&mut self, at: usize) {
        let plan = self.plan(at);
        let Some(plan) = plan else { return };
        let trying = self.chance.once_in(3);
        let desk = &mut self.desks[at];
        desk.clock += self.chance.below(5_000) as u64;
        let before = trying.then(|| (desk.all_views(), values(&desk.store)));
        let Some(step) = desk.store.append(&plan, desk.clock).unwrap() else {
            return;
        };
        // Whoever says something settles what stood there: his own, or a shared value's conflict.
        for change in &plan.changes {
            let heads = desk.store.heads_of(&change.entity).unwrap();
            let replaced = heads.iter().filter(|head| {
                head.field == change.field
                    && (head.field.scope() == Scope::Shared || head.author == checker(desk.checker))
            });
            assert!(
                replaced.count() <= 1,
                "{} settles {}",
                step.label,
                change.entity
            );
        }
        if let Some(before) = before {
            let after = (desk.all_views(), values(&desk.store));
            desk.store
                .step_back_or_forth(Direction::Back, desk.clock)
                .unwrap();
            assert!(
                before == (desk.all_views(), values(&desk.store)),
                "undoing “{}” restores the exact state before",
                step.label
            );
            desk.store
                .step_back_or_forth(Direction::Forth, desk.clock)
                .unwrap();
            assert!(
                after == (desk.all_views(), values(&desk.store)),
                "redoing “{}” restores the exact state after",
                step.label
            );
        }
        self.tell(at, step.label);
    }

    /// Something that one may do at this desk, as it stands.
    fn plan(&mut self, at: usize) -> Option<Plan> {
        let chance = &mut self.chance;
        let desk = &self.desks[at];
        let me = checker(desk.checker);
        let drafts = desk.store.drafts().unwrap();
        if drafts.is_empty() || chance.once_in(8) {
            return Some(import(&article(chance.below(3))));
        }
        let article = desk.store.article(chance.pick(&drafts).hash).unwrap();
        let words = ["", "checked by phone", "two sources differ", "see annex 4"];
        let spans = some_spans(&article, chance);
        let plan = match chance.below(13) {
            0..=3 => {
                let finding = if chance.once_in(2) {
                    Some(*chance.pick(&words))
                } else {
                    None
                };
                plan::plan_tag(&article, me, &spans, *chance.pick(&TAGS), finding)
            }
            4 => plan::plan_text(
                &article,
                &spans,
                *chance.pick(&[Field::Correction, Field::Speaker]),
                chance.pick::<&str>(&words),
            ),
            5 => plan::plan_flag(&article, &spans, chance.once_in(2)),
            6 => plan::plan_split(
                &article,
                CodePoint(
                    u32::try_from(chance.below(article.draft().text().chars().count())).unwrap(),
                ),
            ),
            7 => plan::plan_join(&article, spans[0]),
            8 => {
                let n = u8::try_from(chance.below(3)).unwrap();
                let title = format!("Annual report {}", chance.below(2));
                let url = "https://example.org/a".into();
                let source = SourceText::new(SourceId([n; 16]), title, url);
                let ids: Vec<(Span, EvidenceId)> = spans
                    .iter()
                    .map(|span| (*span, EvidenceId(chance.bytes())))
                    .collect();
                plan::plan_evidence(&article, &ids, &source, chance.pick::<&str>(&words), "p. 4")
            }
            9 => {
                let title = Json::text(*chance.pick(&["The dam", "The wall"]));
                let change = Change::new(Entity::Draft(article.draft().id()), Field::Title, title);
                Ok(Plan::about(article.draft().id(), "titled", vec![change]))
            }
            10 => settle::plan_adjudicate(&article, spans[0], *chance.pick(&TAGS), "as agreed"),
            11 => {
                let people = desk.store.people().unwrap();
                let links = desk.store.links_of(article.draft().id()).unwrap();
                let conflicts = article.conflicts(&people, &links);
                if conflicts.is_empty() {
                    return None;
                }
                let conflict = chance.pick(&conflicts);
                let event = &chance.pick(&conflict.sides).event;
                let with = (&people, links.as_slice());
                settle::plan_settle(&article, with, &conflict.id, event, "so it is")
            }
            _ if chance.once_in(2) => {
                let change = Change::new(
                    Entity::Person(me),
                    Field::PersonName,
                    Json::text(*chance.pick(&["Ada", "Bo"])),
                );
                // A name is no step of work: it is not undone.
                desk_named(&mut self.desks[at], &Plan::library("named", vec![change]));
                return None;
            }
            _ => {
                let uses: Vec<EvidenceId> = evidence(&desk.store, &article);
                let id = *uses.first()?;
                Ok(Plan::about(
                    article.draft().id(),
                    "took a source away",
                    vec![Change::new(Entity::Evidence(id), Field::Link, Json::Null)],
                ))
            }
        };
        plan.map_err(|error| {
            assert!(
                matches!(error.code, Code::BoundaryRefused | Code::ValueRefused),
                "{error}"
            )
        })
        .ok()
    }
}

fn desk_named(desk: &mut Desk, plan: &Plan) {
    desk.store.append(plan, desk.clock).unwrap();
}

fn evidence(store: &Store, article: &Article) -> Vec<EvidenceId> {
    let people = store.people().unwrap();
    let views = article.view(&people).sentences;
    views
        .iter()
        .flat_map(|sentence| &sentence.evidence)
        .filter_map(|one| EvidenceId::parse(&one.id))
        .collect()
}

fn some_spans(article: &Article, chance: &mut Chance) -> Vec<Span> {
    let units = article.units();
    let from = chance.below(units.len());
    let most = if chance.once_in(3) { 3 } else { 1 };
    units[from..units.len().min(from + most)]
        .iter()
        .map(|unit| unit.span)
        .collect()
}

/// The part of a dump that says what holds, without the steps that led there.
pub fn values(store: &Store) -> String {
    let dump = store.dump().unwrap();
    dump.split("\"steps\"")
        .next()
        .unwrap_or_default()
        .to_owned()
}

impl Desk {
    fn open(machine: &Machine, name: &str, checker: u8, chance: &mut Chance) -> Self {
        let years = TEN_YEARS_MS * 2 / 1000 * chance.below(1001) as u64;
        Self {
            name: name.into(),
            checker,
            store: machine.open(name, checker),
            clock: NOW - TEN_YEARS_MS + years,
        }
    }

    /// Every article as it shows.
    pub fn all_views(&self) -> Vec<String> {
        views(&self.store)
    }
}

/// Every article as it shows, by id.
pub fn views(store: &Store) -> Vec<String> {
    let people = store.people().unwrap();
    let hashes: BTreeSet<TextHash> = store
        .drafts()
        .unwrap()
        .into_iter()
        .map(|row| row.hash)
        .collect();
    let views = hashes
        .into_iter()
        .map(|hash| store.article(hash).unwrap().view(&people));
    views
        .map(|view| serde_json::to_string(&view).unwrap())
        .collect()
}

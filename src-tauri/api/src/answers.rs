//! What the window is told: who is at work, what a step changed.

use std::path::Path;

use stet_core::{
    error::{Code, Error, Result},
    ids::EvidenceId,
    schema::Entity,
    time,
};
use stet_store::{Direction, Step};

use crate::{
    Session,
    commands::{Done, Opened, Person},
    desk::Renewed,
};

impl Session {
    /// Writes a whole copy of the database to a file that the person chose.
    ///
    /// # Errors
    /// `file-*`, `database-*`: what was at `path` is as before then.
    pub fn save_copy(&mut self, path: &Path) -> Result<()> {
        self.store()?.copy_to(path)
    }

    pub(crate) fn person(&self) -> Person {
        Person {
            name: self.identity.name.clone(),
            initials: self.identity.initials.clone(),
            id: self.identity.actor().fingerprint(),
            named: self.identity.named,
        }
    }

    pub(crate) fn opened(&mut self, article: &str) -> Result<Opened> {
        let view = self.desk(article)?.view();
        let (undo, redo) = self.next_labels()?;
        Ok(Opened { view, undo, redo })
    }

    pub(crate) fn next_labels(&mut self) -> Result<(Option<String>, Option<String>)> {
        let store = self.store()?;
        Ok((
            store.next_label(Direction::Back)?,
            store.next_label(Direction::Forth)?,
        ))
    }

    /// What the window is told after a step; `None` of a step that changed nothing.
    pub(crate) fn done(&mut self, article: &str, step: Option<Step>) -> Result<Done> {
        let now = self.now();
        // What may be seen of the article is another with every reading begun, finished, or undone.
        let of_reading = |entity: &Entity| matches!(entity, Entity::Reading(..));
        if step
            .as_ref()
            .is_some_and(|step| step.entities.iter().any(of_reading))
        {
            self.desk = None;
        }
        if let (Some(desk), Some(step)) = (self.desk.as_mut(), &step) {
            desk.fall_behind(&step.entities);
        }
        // Without a desk, boundaries moved or somebody else wrote: all is shown anew.
        let renewed = match (&self.store, self.desk.as_mut()) {
            (Ok(store), Some(desk)) => desk.catch_up(store)?,
            _ => Renewed::Whole,
        };
        let (changed, whole) = match renewed {
            Renewed::Sentences(changed) => (changed, None),
            Renewed::Whole => (Vec::new(), Some(self.desk(article)?.view())),
        };
        let (label, at_ms) = step.map_or((String::new(), now), |step| (step.label, step.at_ms));
        let (undo, redo) = self.next_labels()?;
        let desk = self.desk(article)?;
        Ok(Done {
            label,
            article: desk.hash.to_string(),
            changed,
            whole,
            counts: desk.counts(),
            undo,
            redo,
            saved_at: time::iso(at_ms),
            note: None,
        })
    }

    /// After undo or redo: the article that the step touched, which need not be the open one.
    pub(crate) fn turned(&mut self, direction: Direction) -> Result<Done> {
        let open = self.desk.as_ref().map(|desk| desk.hash);
        let now = self.now();
        let step = self.store()?.step_back_or_forth(direction, now)?;
        let mut touched = step.entities.iter().filter_map(Entity::draft).next();
        if touched.is_none() {
            for entity in &step.entities {
                let heads = self.store()?.heads_of(entity)?;
                touched = touched.or_else(|| {
                    heads
                        .iter()
                        .find_map(|head| stet_core::linked(&head.value))
                        .map(|(draft, _, _)| draft)
                });
            }
        }
        let hash = touched.or(open);
        let here = self
            .store()?
            .drafts()?
            .iter()
            .any(|row| Some(row.hash) == hash);
        if let Some(hash) = hash.filter(|_| here) {
            if open != Some(hash) {
                self.desk = None;
            }
            return self.done(&hash.to_string(), Some(step));
        }
        // The article itself went: the library is what is left to show.
        self.desk = None;
        let (undo, redo) = self.next_labels()?;
        Ok(Done {
            label: step.label,
            article: String::new(),
            changed: Vec::new(),
            whole: None,
            counts: Default::default(),
            undo,
            redo,
            saved_at: time::iso(now),
            note: None,
        })
    }

    pub(crate) fn evidence(
        &mut self,
        article: &str,
        id: &str,
    ) -> Result<(EvidenceId, stet_core::ids::SourceId)> {
        let unknown = || {
            Error::new(
                Code::SourceUnknown,
                "This evidence is not here any more.",
                "Look at the sentence again.",
            )
        };
        let id = EvidenceId::parse(id).ok_or_else(unknown)?;
        let (source, _, _) = self
            .desk(article)?
            .article
            .source_of(id)
            .ok_or_else(unknown)?;
        Ok((id, source))
    }
}

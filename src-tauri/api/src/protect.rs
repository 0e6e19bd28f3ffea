//! Protected sources: what is said of one never stands in a step in plain words.

use std::collections::BTreeMap;

use stet_core::{
    error::Result,
    ids::SourceId,
    linked,
    plan::{self, Plan, SourceText},
    schema::{Entity, Field},
    view::Sensitivity,
};
use stet_store::Step;

use crate::Session;

/// A source was made public, internal or protected.
#[derive(Clone, Debug)]
pub struct Marked {
    /// The step; none if it was so already.
    pub step: Option<Step>,
    /// What the person should know, or empty.
    pub note: String,
}

impl Session {
    /// The sources that are used, each with the number of its uses, last used first.
    ///
    /// # Errors
    /// `database-*`.
    pub fn source_list(&mut self) -> Result<Vec<(SourceText, u32)>> {
        self.store()?.sources()
    }

    /// Says who may read the name of a source: an id, or the address of a known one.
    ///
    /// # Errors
    /// `source-unknown`, `database-*`: nothing changed then.
    pub fn mark_source(&mut self, source: &str, sensitivity: Sensitivity) -> Result<Marked> {
        let id = self.known_source(source)?.id;
        self.mark(id, sensitivity)
    }

    pub(crate) fn mark(&mut self, source: SourceId, sensitivity: Sensitivity) -> Result<Marked> {
        let again = self.store()?.words_of(source)?;
        let step = self.save(plan::plan_sensitivity(source, sensitivity, again))?;
        self.desk = None;
        let plain = match sensitivity {
            Sensitivity::Protected => self.store()?.plain_events(source)?,
            Sensitivity::Public | Sensitivity::Internal => 0,
        };
        let note = match plain {
            0 => String::new(),
            1 => told("1 earlier step says"),
            several => told(&format!("{several} earlier steps say")),
        };
        Ok(Marked { step, note })
    }

    /// Gives a salt to whatever a plan says of a protected source in words.
    pub(crate) fn protect(&mut self, plan: &mut Plan) -> Result<()> {
        let mut marked: BTreeMap<SourceId, bool> = BTreeMap::new();
        let mut of: BTreeMap<Entity, SourceId> = BTreeMap::new();
        for change in &plan.changes {
            match (&change.entity, change.field) {
                (Entity::Source(id), Field::Sensitivity) => {
                    let protected = Sensitivity::Protected.name();
                    marked.insert(*id, change.value.as_text() == Some(protected));
                }
                (entity, Field::Link) => {
                    if let Some((_, _, source)) = linked(&change.value) {
                        of.insert(entity.clone(), source);
                    }
                }
                _ => {}
            }
        }
        for change in &mut plan.changes {
            if !change.field.is_of_source_name() {
                continue;
            }
            let source = match &change.entity {
                Entity::Source(id) => Some(*id),
                entity => of.get(entity).copied(),
            };
            let protected = match source.and_then(|id| marked.get(&id)) {
                Some(protected) => *protected,
                None => {
                    let entity = source.map_or_else(|| change.entity.clone(), Entity::Source);
                    self.store()?.is_protected(&entity)?
                }
            };
            if protected {
                change.salt = Some(self.options.random()?);
            }
        }
        Ok(())
    }
}

fn told(steps: &str) -> String {
    format!(
        "{steps} in plain words what the source is called, or what it says. Steps are never rewritten: whoever is given this work can read them. What you enter from now on is protected."
    )
}

//! The work that a report carries, read beside the report itself.

use ed25519_dalek::SigningKey;
use stet_core::{
    draft::TextHash,
    error::Result,
    ids::Actor,
    report::{Dossier, Record},
};
use stet_store::{Place, Store, Wanted};

use crate::{Session, reporting::Asked, sample};

/// What a share of some articles would hold, to be read over a connection of its own.
struct Carried {
    place: Place,
    me: Actor,
    articles: Vec<TextHash>,
    keys: Vec<SigningKey>,
}

impl Carried {
    fn read(&self) -> Result<Record> {
        let wanted = Wanted {
            articles: &self.articles,
            sample: Some(sample::hash()),
            keys: &self.keys,
            // The document around it names them.
            names: true,
            captures: true,
            note: "",
        };
        Store::open(self.place.clone(), self.me)?.record(&wanted)
    }
}

impl Session {
    /// Reports on articles, with the work on them; the sample's work is never handed over.
    ///
    /// # Errors
    /// As for [`Session::dossier`].
    pub(crate) fn dossier_with_work(&mut self, asked: &Asked<'_>) -> Result<Dossier> {
        let mut articles = self.resolve_all(asked.articles)?;
        articles.retain(|hash| *hash != sample::hash());
        // None named would be all.
        if articles.is_empty() {
            return self.dossier(asked);
        }
        let carried = Carried {
            place: self.place(self.options.database.clone())?,
            me: self.identity.actor(),
            articles,
            keys: self.signing_keys(),
        };
        // Both take as long, and neither needs the other.
        std::thread::scope(|scope| {
            let record = scope.spawn(|| carried.read());
            let dossier = self.dossier(asked);
            let record = record
                .join()
                .unwrap_or_else(|panic| std::panic::resume_unwind(panic));
            let mut dossier = dossier?;
            dossier.record = Some(record?);
            Ok(dossier)
        })
    }
}

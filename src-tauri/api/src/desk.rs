//! The open article: kept as it stands, renewed sentence by sentence after each step, so that a key
//! press costs what it changed and not what the article holds.

use std::collections::BTreeSet;

use stet_core::{
    article::Article,
    coverage::{self, Piece},
    draft::TextHash,
    error::Result,
    people::People,
    schema::Entity,
    view::{ArticleView, Counts, SentenceView},
};
use stet_store::Store;

/// An article as it stands.
pub(crate) struct Desk {
    pub(crate) hash: TextHash,
    pub(crate) article: Article,
    pub(crate) people: People,
    pieces: Vec<Piece>,
    /// What steps touched since it was last renewed.
    behind: BTreeSet<Entity>,
}

/// What a step changed on the desk.
pub(crate) enum Renewed {
    /// These sentences.
    Sentences(Vec<SentenceView>),
    /// Boundaries or the article's own data.
    Whole,
}

impl Desk {
    /// `me`: the name of the checker at work, who may not have said it in this database yet.
    pub(crate) fn open(store: &Store, hash: TextHash, me: &str) -> Result<Self> {
        let people = store.people()?.introduced(me);
        let article = store.article(hash)?;
        let pieces = Piece::all(&all(&article, &people));
        Ok(Self {
            hash,
            article,
            people,
            pieces,
            behind: BTreeSet::new(),
        })
    }

    /// Notes what a step touched, to be taken in before the next look.
    pub(crate) fn fall_behind(&mut self, entities: &BTreeSet<Entity>) {
        self.behind.extend(entities.iter().cloned());
    }

    /// Takes in what steps touched since the last time.
    pub(crate) fn catch_up(&mut self, store: &Store) -> Result<Renewed> {
        let mut heads = Vec::new();
        for entity in &self.behind {
            heads.extend(store.heads_of(entity)?);
        }
        let touched = self.article.renew(&std::mem::take(&mut self.behind), heads);
        let Some(touched) = touched else {
            self.people = store.people()?;
            self.pieces = Piece::all(&all(&self.article, &self.people));
            return Ok(Renewed::Whole);
        };
        let mut changed = Vec::with_capacity(touched.len());
        for n in touched {
            if let (Some(view), Some(place)) = (
                self.article.sentence(n, &self.people),
                self.pieces.get_mut(n),
            ) {
                place.renew(&view);
                changed.push(view);
            }
        }
        Ok(Renewed::Sentences(changed))
    }

    pub(crate) fn counts(&self) -> Counts {
        coverage::counts_of(&self.pieces)
    }

    pub(crate) fn view(&self) -> ArticleView {
        self.article.view(&self.people)
    }
}

fn all(article: &Article, people: &People) -> Vec<SentenceView> {
    (0..article.units().len())
        .filter_map(|n| article.sentence(n, people))
        .collect()
}

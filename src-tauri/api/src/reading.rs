//! Second readings: asked for, begun, done; and how far checkers agree.

use stet_core::{
    agreement::AgreementView,
    error::{Code, Error, Result},
    ids::{Actor, ReadingId},
    reading::{
        ReadingState, ReadingView, Task, draw, plan_assign, plan_begin, plan_finish, plan_take,
    },
};
use stet_store::Step;

use crate::{Session, commands::Assign};

impl Session {
    /// Asks somebody to read an article, or sentences of it drawn at random.
    ///
    /// # Errors
    /// `article-*`, `person-unknown`, `value-refused`, `database-*`: nothing changed then.
    pub fn assign_reading(&mut self, asked: &Assign) -> Result<Option<Step>> {
        let person = match asked.person.as_str() {
            "" => None,
            id => Some(self.person_of(id)?),
        };
        let people = self.store()?.people()?;
        let reader = match person {
            Some(person) if asked.reader.trim().is_empty() => people.given_name(person),
            _ => asked.reader.clone(),
        };
        let id = ReadingId(self.options.random()?);
        let seed = u64::from_le_bytes(self.options.random()?);
        self.work(&asked.article, |article, _| {
            let count = asked.count.map(|count| count as usize);
            let count = count.filter(|count| *count < article.units().len());
            let mut random = stet_core::agreement::Draw::new(seed);
            let task = Task {
                reader,
                person,
                blind: asked.blind,
                sentences: count.map(|count| draw(article, count, |below| random.below(below))),
            };
            plan_assign(article, id, &task)
        })
    }

    /// The key of this fingerprint, or of the beginning of it.
    fn person_of(&mut self, id: &str) -> Result<Actor> {
        let people = self.store()?.people()?;
        let wanted = id.replace(' ', "").to_ascii_lowercase();
        let found = people.all().map(|(actor, _)| actor);
        let found: Vec<Actor> = found
            .filter(|actor| !wanted.is_empty() && actor.fingerprint().starts_with(&wanted))
            .collect();
        match found.as_slice() {
            [one] => Ok(*one),
            _ => Err(Error::new(
                Code::ValueRefused,
                format!("“{id}” is not the id of one person here."),
                "stet people lists them; a reader who is not here yet is asked by name.",
            )),
        }
    }

    /// Begins a reading: that of this id, else what is asked of the person, else a blind one of the
    /// whole article that nobody asked for.
    ///
    /// # Errors
    /// `article-*`, `value-refused`, `database-*`: nothing changed then.
    pub fn start_reading(&mut self, article: &str, id: Option<&str>) -> Result<Option<Step>> {
        let asked = self.view(article)?.readings;
        let asked = asked.into_iter().find(|one| match id {
            Some(id) => one.id == id,
            None => one.state == ReadingState::Asked,
        });
        let fresh = ReadingId(self.options.random()?);
        let known = asked.and_then(|one| ReadingId::parse(&one.id));
        let step = self.work(article, |article, me| match (known, id) {
            (Some(known), _) => plan_begin(article, me.actor(), known),
            (None, None) => plan_take(article, (me.actor(), &me.name), fresh),
            // Says that there is none.
            (None, Some(_)) => plan_begin(article, me.actor(), fresh),
        })?;
        // What may be seen of it is another now.
        self.desk = None;
        Ok(step)
    }

    /// Ends the reading under way: others' work is in the open from now on.
    ///
    /// # Errors
    /// `article-*`, `value-refused`, `database-*`: nothing changed then.
    pub fn end_reading(&mut self, article: &str) -> Result<Option<Step>> {
        let hash = self.resolve(article)?;
        let whole = self.store()?.whole_article(hash)?;
        let step = self.save(plan_finish(&whole, self.identity.actor())?)?;
        self.desk = None;
        Ok(step)
    }

    /// How far checkers agree in an article, or in all but the sample.
    ///
    /// # Errors
    /// `article-*`, `database-*`; `reading-blind` of an article that the person reads blind.
    pub fn agreements_of(&mut self, article: Option<&str>) -> Result<Vec<AgreementView>> {
        if let Some(article) = article {
            self.refuse_blind(article)?;
        }
        let drafts = match article {
            Some(article) => vec![self.resolve(article)?],
            None => {
                let drafts = self.store()?.drafts()?.into_iter().map(|row| row.hash);
                drafts
                    .filter(|hash| *hash != crate::sample::hash())
                    .collect()
            }
        };
        let people = self.store()?.people()?;
        let mut found = Vec::new();
        for hash in drafts {
            found.extend(self.store()?.article(hash)?.agreements(&people));
        }
        Ok(found)
    }

    /// Every reading of every article, or of one: the article's id and title with it.
    ///
    /// # Errors
    /// `article-*`, `database-*`.
    pub fn readings_of(
        &mut self,
        article: Option<&str>,
    ) -> Result<Vec<(String, String, ReadingView)>> {
        let articles = match article {
            Some(article) => vec![article.to_owned()],
            None => {
                let drafts = self.store()?.drafts()?;
                drafts.iter().map(|row| row.hash.to_string()).collect()
            }
        };
        let mut all = Vec::new();
        for article in articles {
            let view = self.view(&article)?;
            let told = |one| (view.article.clone(), view.title.clone(), one);
            all.extend(view.readings.iter().cloned().map(told));
        }
        Ok(all)
    }

    /// Refuses what would show others' work on an article that the person reads blind.
    pub(crate) fn refuse_blind(&mut self, article: &str) -> Result<()> {
        if !self.desk(article)?.article.is_blind() {
            return Ok(());
        }
        Err(Error::new(
            Code::ReadingBlind,
            "You are reading this article blind, and this would show what others found.",
            "Finish your reading first.",
        ))
    }
}

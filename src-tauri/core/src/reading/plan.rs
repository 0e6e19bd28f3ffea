//! Plans of readings: to ask for one, to begin, to be done.

use crate::{
    article::Article,
    error::{Code, Error, Result},
    ids::{Actor, ReadingId},
    json::Json,
    plan::{Change, Plan, check_text},
    reading::{Task, tags_value},
    schema::{Entity, Field},
    text::Span,
};

/// Longest name of a reader, in code points.
const MOST_NAME: usize = 200;

/// Asks somebody to read: all sentences, or some.
///
/// # Errors
/// `value-refused`: a name beyond 200 characters, or no sentences.
pub fn plan_assign(article: &Article, id: ReadingId, task: &Task) -> Result<Plan> {
    let mut task = task.clone();
    task.reader = check_text(&task.reader)?;
    if task.reader.chars().count() > MOST_NAME || task.reader.contains('\n') {
        return Err(Error::new(
            Code::ValueRefused,
            format!("A reader’s name is one line of at most {MOST_NAME} characters."),
            "Give the name alone.",
        ));
    }
    if let Some(spans) = &task.sentences {
        let known = |span: &Span| article.unit_at(*span).is_some();
        if spans.is_empty() || !spans.iter().all(known) {
            return Err(Error::new(
                Code::ValueRefused,
                "There are no such sentences to be read.",
                "Ask for at least one sentence of the article.",
            ));
        }
    }
    let what = match &task.sentences {
        None => "all sentences".to_owned(),
        Some(spans) => format!("{} sentences", spans.len()),
    };
    let who = if task.reader.is_empty() {
        "anybody"
    } else {
        &task.reader
    };
    let how = if task.blind { ", blind" } else { "" };
    let entity = Entity::Reading(article.draft().id(), id);
    let change = Change::new(entity, Field::Task, task.value());
    let label = format!("asked {who} to read {what}{how}");
    Ok(Plan::about(article.draft().id(), label, vec![change]))
}

/// Begins a reading that is asked for.
///
/// # Errors
/// `value-refused` if it is not there, or begun already.
pub fn plan_begin(article: &Article, me: Actor, id: ReadingId) -> Result<Plan> {
    let readings = article.readings();
    let Some(reading) = readings.iter().find(|reading| reading.id == id) else {
        return Err(unknown());
    };
    if reading.begun.contains(&me) || article.reading_of(me).is_some() {
        return Err(Error::new(
            Code::ValueRefused,
            "You have begun a reading of this article already.",
            "Finish it first.",
        ));
    }
    let how = if reading.task.blind { " blind" } else { "" };
    let begun = Json::map([("state", Json::text("begun"))]);
    let entity = Entity::Reading(article.draft().id(), id);
    Ok(Plan::about(
        article.draft().id(),
        format!("began to read{how}"),
        vec![Change::new(entity, Field::Progress, begun)],
    ))
}

/// Asks oneself and begins, in one step: a reading that nobody had to ask for.
///
/// # Errors
/// `value-refused` if one is begun already.
pub fn plan_take(article: &Article, me: (Actor, &str), id: ReadingId) -> Result<Plan> {
    let task = Task {
        reader: me.1.to_owned(),
        person: Some(me.0),
        blind: true,
        sentences: None,
    };
    if article.reading_of(me.0).is_some() {
        return Err(Error::new(
            Code::ValueRefused,
            "You have begun a reading of this article already.",
            "Finish it first.",
        ));
    }
    let mut plan = plan_assign(article, id, &task)?;
    let begun = Json::map([("state", Json::text("begun"))]);
    let entity = Entity::Reading(article.draft().id(), id);
    plan.changes
        .push(Change::new(entity, Field::Progress, begun));
    plan.label = "began to read blind".to_owned();
    Ok(plan)
}

/// Says that one is done, with what everybody has tagged so far. `whole`: the article with nothing
/// kept from the reader.
///
/// # Errors
/// `value-refused` if nothing was begun.
pub fn plan_finish(whole: &Article, me: Actor) -> Result<Plan> {
    let reading = whole.reading_of(me).ok_or_else(unknown)?;
    let mut all = whole.tags_by_checker();
    for one in &mut all {
        one.tags.retain(|span, _| reading.task.asks_for(*span));
    }
    all.retain(|one| !one.tags.is_empty());
    let own = all.iter().find(|one| one.checker == me);
    let tagged = own.map_or(0, |one| one.tags.len());
    let done = Json::map([
        ("state", Json::text("done")),
        ("tags", Json::List(all.iter().map(tags_value).collect())),
    ]);
    let entity = Entity::Reading(whole.draft().id(), reading.id);
    let how = if reading.task.blind { " blind" } else { "" };
    Ok(Plan::about(
        whole.draft().id(),
        format!("finished reading {tagged} sentences{how}"),
        vec![Change::new(entity, Field::Progress, done)],
    ))
}

fn unknown() -> Error {
    Error::new(
        Code::ValueRefused,
        "No such reading is open here.",
        "Look at what is asked of you again.",
    )
}

/// Where a random choice of sentences falls: `count` of them, each as likely as any other, in the
/// order of the text. `random` gives numbers below its argument.
pub fn draw(article: &Article, count: usize, mut random: impl FnMut(usize) -> usize) -> Vec<Span> {
    let mut spans: Vec<Span> = article.units().iter().map(|unit| unit.span).collect();
    let count = count.min(spans.len());
    for at in 0..count {
        let other = at + random(spans.len() - at);
        spans.swap(at, other);
    }
    spans.truncate(count);
    spans.sort_unstable();
    spans
}

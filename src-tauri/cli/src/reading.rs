//! Commands of second readings: `assign`, `agreement`.

use serde::Serialize;
use stet_api::{Session, Step, commands::Assign};
use stet_core::{
    agreement::{AgreementView, Figure, PairView, TAGS},
    error::{Code, Error},
    reading::{ReadingState, ReadingView},
    tag_name,
};

use crate::{
    args,
    output::{Out, Stop, one_line},
    shapes::StepShape,
};

/// A reading with the article that it is of.
#[derive(Serialize)]
struct Listed<'a> {
    article: &'a str,
    title: &'a str,
    #[serde(flatten)]
    reading: &'a ReadingView,
}

/// `stet assign`.
pub fn assign(session: &mut Session, asked: &args::Assign, out: Out) -> Result<(), Stop> {
    if asked.to.is_none() && !asked.begin && !asked.finish {
        return list(session, &asked.articles, out);
    }
    if asked.articles.is_empty() {
        return Err(Error::new(
            Code::Usage,
            "No article was named.",
            "stet assign ARTICLE --to NAME",
        )
        .into());
    }
    let mut steps = Vec::new();
    for article in &asked.articles {
        let step = match &asked.to {
            Some(to) => ask(session, article, to, asked)?,
            None if asked.begin => session.start_reading(article, None)?,
            None => session.end_reading(article)?,
        };
        steps.extend(step);
    }
    let me = session.identity().name.clone();
    let shapes: Vec<StepShape> = steps
        .iter()
        .map(|step| StepShape::new(Some(step), &me))
        .collect();
    out.answer(&shapes, |to| {
        for step in &steps {
            writeln!(to, "{}", one_line(&step.label))?;
        }
        Ok(())
    })
}

fn ask(
    session: &mut Session,
    article: &str,
    to: &str,
    asked: &args::Assign,
) -> Result<Option<Step>, Stop> {
    let sentences = session.view(article)?.sentences.len();
    let count = asked
        .share
        .as_deref()
        .map(|share| share_of(share, sentences))
        .transpose()?;
    let known = session.everybody()?;
    let known = known.iter().find(|person| person.id == to);
    Ok(session.assign_reading(&Assign {
        article: article.to_owned(),
        reader: known.map_or_else(|| to.to_owned(), |person| person.name.clone()),
        person: known.map(|person| person.id.clone()).unwrap_or_default(),
        blind: !asked.open,
        count,
    })?)
}

/// How many of `sentences` are meant: `20`, or `10%`, which is one at least.
fn share_of(share: &str, sentences: usize) -> Result<u32, Error> {
    let refused = || {
        Error::new(
            Code::Usage,
            format!("“{share}” is no share of sentences."),
            "Give a number of sentences, such as 20, or a percentage, such as 10%.",
        )
    };
    let (number, percent) = match share.strip_suffix('%') {
        Some(number) => (number, true),
        None => (share, false),
    };
    let number: u32 = number.trim().parse().map_err(|_| refused())?;
    if number == 0 || (percent && number > 100) {
        return Err(refused());
    }
    let all = u64::try_from(sentences).unwrap_or(u64::MAX);
    let of_all = (u64::from(number) * all).div_ceil(100);
    Ok(if percent {
        u32::try_from(of_all).unwrap_or(u32::MAX)
    } else {
        number
    })
}

fn list(session: &mut Session, articles: &[String], out: Out) -> Result<(), Stop> {
    let mut all = Vec::new();
    if articles.is_empty() {
        all = session.readings_of(None)?;
    }
    for article in articles {
        all.extend(session.readings_of(Some(article))?);
    }
    let listed: Vec<Listed> = all
        .iter()
        .map(|(article, title, reading)| Listed {
            article,
            title,
            reading,
        })
        .collect();
    out.answer(&listed, |to| {
        if listed.is_empty() {
            return writeln!(to, "Nobody is asked to read anything.");
        }
        for one in &listed {
            writeln!(
                to,
                "{} {}: {}",
                one.article,
                one_line(one.title),
                told(one.reading)
            )?;
        }
        Ok(())
    })
}

fn told(reading: &ReadingView) -> String {
    let who = match reading.reader.as_str() {
        "" => "anybody".to_owned(),
        name => one_line(name),
    };
    let how = if reading.blind { ", blind" } else { "" };
    let state = match reading.state {
        ReadingState::Asked => "asked of you".to_owned(),
        ReadingState::Begun => format!("you have tagged {}", reading.tagged),
        ReadingState::Done => "you are done".to_owned(),
        ReadingState::AskedOfOthers => "not done yet".to_owned(),
        ReadingState::DoneByOthers => "done".to_owned(),
    };
    format!(
        "{who} is asked by {} to read {} sentences{how}; {state}",
        one_line(&reading.asked_by),
        reading.sentences
    )
}

/// `stet agreement`.
pub fn agreement(session: &mut Session, article: Option<&str>, out: Out) -> Result<(), Stop> {
    let all = session.agreements_of(article)?;
    out.answer(&all, |to| {
        if all.is_empty() {
            return writeln!(to, "No article has been tagged by two people.");
        }
        for one in &all {
            writeln!(
                to,
                "{} {}: {}",
                one.article,
                one_line(&one.title),
                basis(one)
            )?;
            for pair in &one.pairs {
                writeln!(to, "{}", compared(pair))?;
            }
            writeln!(to, "    alpha {}", figure(one.alpha))?;
            for differ in &one.disagreements {
                let tags = one.readers.iter().zip(&differ.tags);
                let tags: Vec<String> = tags
                    .filter_map(|(reader, tag)| {
                        Some(format!(
                            "{} {}",
                            one_line(&reader.checker),
                            tag_name((*tag)?)
                        ))
                    })
                    .collect();
                writeln!(to, "    {}: {}", differ.label, tags.join(", "))?;
            }
        }
        Ok(())
    })
}

fn basis(one: &AgreementView) -> String {
    match (&one.reading, one.blind) {
        (None, _) => "the tags as they stand, whoever saw what".to_owned(),
        (Some(_), true) => format!("a blind reading of {} sentences", one.sentences),
        (Some(_), false) => format!("a reading of {} sentences, not blind", one.sentences),
    }
}

fn compared(pair: &PairView) -> String {
    let tags: Vec<String> = pair
        .tags
        .iter()
        .zip(TAGS)
        .filter_map(|(one, tag)| Some(format!("{} {:.2}", tag_name(tag), one.agreement?)))
        .collect();
    format!(
        "    {} and {}: {} of {} alike, kappa {}; {}",
        one_line(&pair.first),
        one_line(&pair.second),
        pair.agreed,
        pair.both,
        figure(pair.kappa),
        tags.join(", ")
    )
}

fn figure(figure: Option<Figure>) -> String {
    figure.map_or_else(
        || "not defined".to_owned(),
        |one| format!("{:.2} ({:.2} to {:.2})", one.value, one.low, one.high),
    )
}

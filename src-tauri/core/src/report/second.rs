//! Second readings in a report: who read what, and how far the two agree.

use serde::Serialize;

use super::{Profile, dates, people::People, secret::Secrets, words};
use crate::agreement::{AgreementView, Figure, PairView, TAGS};

/// What a reading that was finished showed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SecondReading {
    /// Who read what, and how far the readers agree, one statement each.
    pub statements: Vec<String>,
    /// Every two readers.
    pub tables: Vec<Table>,
}

/// How often one reader gave one tag and another gave another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Table {
    /// What it shows, naming whose the rows and the columns are.
    pub caption: String,
    /// The tags, of rows and columns alike.
    pub tags: Vec<String>,
    /// Sentences, by the first reader's tag, then by the second's.
    pub sentences: Vec<Vec<u32>>,
}

/// Of readings that were finished; the tags as they stand, whoever saw what, are no reading.
pub(super) fn second_readings(
    found: &[AgreementView],
    people: &People,
    secrets: &Secrets,
    profile: Profile,
) -> Vec<SecondReading> {
    let finished = found.iter().filter(|one| one.reading.is_some());
    let finished = finished.filter(|one| one.pairs.iter().any(|pair| pair.both > 0));
    finished
        .map(|one| {
            // Readers are told of no one by name.
            let names: Vec<String> = if profile == Profile::Public {
                (1..=one.readers.len())
                    .map(|n| format!("Reader {n}"))
                    .collect()
            } else {
                let name = |id: &str, otherwise: &str| {
                    let mut name = people.name(id, otherwise);
                    secrets.hide_in(&mut name);
                    name
                };
                let readers = one.readers.iter();
                readers
                    .map(|reader| name(&reader.checker_id, &reader.checker))
                    .collect()
            };
            told(one, &names, profile)
        })
        .collect()
}

fn told(one: &AgreementView, names: &[String], profile: Profile) -> SecondReading {
    let pairs = || {
        // As they were compared: every reader with each that comes after.
        let all = (0..names.len()).flat_map(|a| (a + 1..names.len()).map(move |b| (a, b)));
        let all = all.zip(&one.pairs).filter(|(_, pair)| pair.both > 0);
        all.map(|((a, b), pair)| (&names[a], &names[b], pair))
    };
    let mut statements = vec![who_read(one, names.last().map_or("", String::as_str))];
    statements.extend(pairs().map(|(first, second, pair)| agreed(first, second, pair)));
    statements.push(format!(
        "Krippendorff’s alpha over all readers: {}. Kappa and alpha are 1 where readers agree fully and 0 where they agree as chance would have it; in brackets the interval of 95 %.",
        figure(one.alpha)
    ));
    if profile != Profile::Public && !one.disagreements.is_empty() {
        let differ = one.disagreements.iter().map(|differ| {
            let tags = names.iter().zip(&differ.tags);
            let tags: Vec<String> = tags
                .filter_map(|(name, tag)| Some(format!("{name} {}", words::tag_name((*tag)?))))
                .collect();
            format!("{} ({})", differ.label, tags.join(", "))
        });
        let differ: Vec<String> = differ.collect();
        statements.push(format!("They differed on {}.", words::list(&differ)));
    }
    SecondReading {
        statements,
        tables: pairs()
            .map(|(first, second, pair)| Table {
                caption: format!(
                    "Sentences by the tag of {first} (rows) and of {second} (columns)"
                ),
                tags: TAGS.map(|tag| words::tag_name(tag).to_owned()).to_vec(),
                sentences: pair.table.clone(),
            })
            .collect(),
    }
}

fn who_read(one: &AgreementView, reader: &str) -> String {
    let what = words::number(one.sentences as usize, "sentence", "sentences");
    let what = if one.whole {
        format!("all {what}")
    } else {
        format!("{what} drawn at random")
    };
    let how = if one.blind {
        ", without seeing what others had found"
    } else {
        ", seeing what others had found"
    };
    format!(
        "Second reading: {reader} read {what}{how}; finished {}.",
        dates::date(&one.at)
    )
}

fn agreed(first: &str, second: &str, pair: &PairView) -> String {
    let by_tag: Vec<String> = pair
        .tags
        .iter()
        .filter_map(|one| {
            let percent = one.agreement? * 100.0;
            Some(format!("{} {percent:.0} %", words::tag_name(one.tag)))
        })
        .collect();
    format!(
        "{first} and {second} both tagged {}, {} of them alike. Agreement by tag: {}. Cohen’s kappa: {}.",
        words::number(pair.both as usize, "sentence", "sentences"),
        pair.agreed,
        by_tag.join(", "),
        figure(pair.kappa)
    )
}

fn figure(figure: Option<Figure>) -> String {
    figure.map_or_else(
        || "not defined, since one tag alone was given".to_owned(),
        |one| format!("{:.2} ({:.2} to {:.2})", one.value, one.low, one.high).replace('-', "−"),
    )
}

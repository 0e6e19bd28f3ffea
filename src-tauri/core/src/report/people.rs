//! The people of a report: unique names, initials, and what each of them did.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    build::PersonRef,
    model::{Person, Sentence},
    words,
};
use crate::view::{ArticleView, Tag};

/// Everybody who noted something about the article, by key.
#[derive(Debug)]
pub(super) struct People {
    by_id: BTreeMap<String, Named>,
}

#[derive(Debug)]
struct Named {
    name: String,
    initials: String,
    tagged: bool,
}

impl People {
    /// Collects the people from the tags; `known` adds initials, and names them if their tags do not.
    pub(super) fn new(view: &ArticleView, known: &[PersonRef]) -> Self {
        let mut by_id: BTreeMap<String, Named> = BTreeMap::new();
        for tag in view.sentences.iter().flat_map(|sentence| &sentence.tags) {
            let named = by_id
                .entry(tag.checker_id.clone())
                .or_insert_with(|| Named {
                    name: tag.checker.clone(),
                    initials: initials(&tag.checker),
                    tagged: false,
                });
            named.tagged |= tag.tag.is_some();
        }
        for person in known {
            if let Some(named) = by_id.get_mut(&person.id) {
                if !person.name.is_empty() {
                    named.name.clone_from(&person.name);
                    named.initials = initials(&person.name);
                }
                if !person.initials.is_empty() {
                    named.initials.clone_from(&person.initials);
                }
            }
        }
        // Two keys may bear one name; a report must not make one person of them.
        let mut seen = BTreeMap::<String, u32>::new();
        by_id
            .values()
            .for_each(|named| *seen.entry(named.name.clone()).or_default() += 1);
        for (id, named) in &mut by_id {
            if seen.get(&named.name).is_some_and(|&n| n > 1) {
                named.name = format!(
                    "{} ({})",
                    named.name,
                    id.chars().take(4).collect::<String>()
                );
            }
        }
        Self { by_id }
    }

    pub(super) fn name(&self, id: &str, otherwise: &str) -> String {
        self.by_id
            .get(id)
            .map_or_else(|| otherwise.to_owned(), |named| named.name.clone())
    }

    pub(super) fn initials(&self, id: &str, otherwise: &str) -> String {
        self.by_id
            .get(id)
            .map_or_else(|| initials(otherwise), |named| named.initials.clone())
    }

    /// Whether more than one person noted something.
    pub(super) fn several(&self) -> bool {
        self.by_id.len() > 1
    }

    /// Names of those who tagged, in alphabetical order.
    pub(super) fn names_of_checkers(&self) -> Vec<String> {
        let names: BTreeSet<_> = self
            .by_id
            .values()
            .filter(|named| named.tagged)
            .map(|named| named.name.clone())
            .collect();
        names.into_iter().collect()
    }

    /// What each did, by name; those who only added evidence are known by name alone.
    pub(super) fn did(&self, sentences: &[Sentence]) -> Vec<Person> {
        #[derive(Default)]
        struct Work {
            tags: [usize; 4],
            findings: usize,
            wordings: usize,
            evidence: usize,
        }
        let mut work: BTreeMap<&str, Work> = self
            .by_id
            .keys()
            .map(|id| (id.as_str(), Work::default()))
            .collect();
        let mut evidence: BTreeMap<&str, usize> = BTreeMap::new();
        for sentence in sentences {
            for opinion in &sentence.tags {
                let Some(work) = work.get_mut(opinion.checker_id.as_str()) else {
                    continue;
                };
                if let Some(tag) = opinion.tag.filter(|_| opinion.counts()) {
                    work.tags[TAGS.iter().position(|&known| known == tag).unwrap_or(0)] += 1;
                }
                work.findings += usize::from(!opinion.finding.is_empty());
                work.wordings += usize::from(!opinion.correction.is_empty());
            }
            for cited in &sentence.evidence {
                *evidence.entry(&cited.checker).or_default() += 1;
            }
        }
        let mut people: Vec<Person> = Vec::new();
        for (id, named) in &self.by_id {
            let mut work = work.remove(id.as_str()).unwrap_or_default();
            // Evidence bears the plain name; it is told apart only if the name is unique.
            work.evidence = evidence.remove(named.name.as_str()).unwrap_or(0);
            let mut did = Vec::new();
            let tagged: usize = work.tags.iter().sum();
            if tagged > 0 {
                let each = TAGS
                    .iter()
                    .zip(work.tags)
                    .filter(|(_, n)| *n > 0)
                    .map(|(&tag, n)| format!("{n} {}", words::tag_name(tag)));
                did.push(format!(
                    "tagged {} ({})",
                    words::number(tagged, "sentence or part", "sentences and parts"),
                    each.collect::<Vec<_>>().join(", ")
                ));
            }
            for (n, one, many) in [
                (work.findings, "wrote 1 finding", "findings"),
                (work.wordings, "proposed 1 new wording", "new wordings"),
                (work.evidence, "cited 1 passage", "passages"),
            ] {
                match n {
                    0 => {}
                    1 => did.push(one.to_owned()),
                    n => did.push(format!(
                        "{} {n} {many}",
                        one.split(' ').next().unwrap_or("")
                    )),
                }
            }
            let did = if did.is_empty() {
                "noted something, tagged nothing".to_owned()
            } else {
                words::list(&did)
            };
            people.push(Person {
                name: named.name.clone(),
                initials: named.initials.clone(),
                id: id.clone(),
                did,
            });
        }
        for (name, n) in evidence {
            let did = format!("cited {}", words::number(n, "passage", "passages"));
            people.push(Person {
                name: name.to_owned(),
                initials: initials(name),
                id: String::new(),
                did,
            });
        }
        people.sort_by(|a, b| (&a.name, &a.id).cmp(&(&b.name, &b.id)));
        people
    }
}

const TAGS: [Tag; 4] = [
    Tag::Verified,
    Tag::Disputed,
    Tag::AttributedOnly,
    Tag::NoClaim,
];

/// First letters of the first and last word: "Kim van Lind" → "KL".
fn initials(name: &str) -> String {
    let mut words = name.split_whitespace();
    let letter = |word: &str| {
        word.chars()
            .next()
            .map(|c| c.to_uppercase().collect::<String>())
    };
    let first = words.next().and_then(letter).unwrap_or_default();
    let last = words.next_back().and_then(letter).unwrap_or_default();
    first + &last
}

#[cfg(test)]
mod tests {
    #[test]
    fn initials_are_of_first_and_last_word() {
        for (why, name, expected) in [
            ("two words", "Kim Lind", "KL"),
            ("a particle between", "kim van lind", "KL"),
            ("one word", "Kim", "K"),
            ("no name", "  ", ""),
            ("beyond ASCII", "élodie ñandú", "ÉÑ"),
        ] {
            assert_eq!(super::initials(name), expected, "{why}");
        }
    }
}

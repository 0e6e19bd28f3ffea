//! Words that a report's reader must not learn.

use std::cmp::Reverse;

use super::needles::Needles;
use crate::protected::WITHHELD;

/// A source's name or address that is withheld, and what stands in its place.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Secret {
    text: String,
    instead: String,
}

/// A secret is not printed by accident, not even while debugging.
impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Secret({})", self.instead)
    }
}

impl Secret {
    /// What a withheld title or address gives away: itself, and the names in it ("Jo Doe" of
    /// "Jo Doe, by telephone"). An address does so without its scheme, too.
    pub(super) fn of<'a>(text: &'a str, instead: &'a str) -> impl Iterator<Item = Self> + 'a {
        // Words that stand for withheld ones give nothing away.
        let text = if text == WITHHELD { "" } else { text.trim() };
        let address = text
            .split_once("://")
            .map(|(_, rest)| rest.trim_start_matches("www.").trim_end_matches('/'));
        let names = if address.is_some() {
            Vec::new()
        } else {
            names_in(text)
        };
        std::iter::once(address.unwrap_or(text).to_owned())
            .chain(names)
            .filter(|text| text.chars().nth(1).is_some())
            .map(|text| Self {
                text,
                instead: instead.to_owned(),
            })
    }

    /// The words.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// What stands in their place.
    #[must_use]
    pub fn instead(&self) -> &str {
        &self.instead
    }
}

/// Two and more words with a capital, side by side: as a rule a name.
fn names_in(title: &str) -> Vec<String> {
    let mut names = Vec::new();
    let mut run: Vec<&str> = Vec::new();
    let mut end = |run: &mut Vec<&str>| {
        if run.len() > 1 {
            names.push(run.join(" "));
        }
        run.clear();
    };
    for word in title.split_whitespace() {
        let plain = word.trim_matches(|c: char| !c.is_alphanumeric());
        if word.starts_with(['(', '[', '“', '"']) {
            end(&mut run);
        }
        let capital = plain.chars().next().is_some_and(char::is_uppercase)
            && !plain.contains(|c: char| c.is_numeric());
        if capital {
            run.push(plain);
        }
        if !capital || word.ends_with([',', ';', ':', ')', ']', '”', '"', '/', '|']) {
            end(&mut run);
        }
    }
    end(&mut run);
    names
}

/// The secrets of a report, found wherever they stand and however they are written.
#[derive(Debug, Default)]
pub(super) struct Secrets {
    list: Vec<Secret>,
    needles: Needles,
}

impl Secrets {
    /// What of a list has to be hidden. What the article itself says is printed anyway, and the
    /// check before handing over tells so; nor can a secret be what stands in place of one.
    pub(super) fn new(mut list: Vec<Secret>, article: &[&str]) -> Self {
        list.sort();
        list.dedup_by(|a, b| a.text == b.text);
        let needles = Needles::new(list.iter().map(Secret::text));
        let mut said: std::collections::BTreeSet<usize> = article
            .iter()
            .flat_map(|text| needles.said_in(text))
            .collect();
        let mut insteads: Vec<&str> = list.iter().map(Secret::instead).collect();
        insteads.dedup();
        said.extend(insteads.iter().flat_map(|text| needles.said_in(text)));
        let mut n = 0;
        list.retain(|_| {
            n += 1;
            !said.contains(&(n - 1))
        });
        let needles = Needles::new(list.iter().map(Secret::text));
        Self { list, needles }
    }

    pub(super) fn into_list(self) -> Vec<Secret> {
        self.list
    }

    /// Puts what stands in their place wherever these words stand; says whether there were any.
    pub(super) fn hide_in(&self, text: &mut String) -> bool {
        let mut any = false;
        // What overlapped with another is found the second time.
        for _ in 0..3 {
            let mut found = self.needles.find(text);
            if found.is_empty() {
                break;
            }
            any = true;
            found.sort_by_key(|one| (one.start, Reverse(one.end)));
            let mut past = 0;
            found.retain(|one| {
                let apart = one.start >= past;
                past = if apart { one.end } else { past };
                apart
            });
            for one in found.into_iter().rev() {
                text.replace_range(one.start..one.end, &self.list[one.which].instead);
            }
        }
        any
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn secrets(texts: &[&str], article: &str) -> Secrets {
        let list = texts
            .iter()
            .flat_map(|text| Secret::of(text, "Source 7 (protected)"))
            .collect();
        Secrets::new(list, &[article])
    }

    #[test]
    fn secrets_are_hidden_where_they_stand_as_words() {
        let table = [
            ("as it is", "Jo Doe", "Told by Jo Doe.", "Told by §."),
            ("in capitals", "Jo Doe", "JO DOE told it", "§ told it"),
            ("twice", "Jo", "Jo, and Jo", "§, and §"),
            ("within a word it is another", "Jo", "Johanna", "Johanna"),
            ("beyond ASCII", "Ö. Ağa", "says ö. AĞA!", "says §!"),
            (
                "an address",
                "https://x.example/a",
                "at https://x.example/a?b",
                "at https://§?b",
            ),
            (
                "an address without scheme",
                "https://www.x.example/a/",
                "at X.example/a.",
                "at §.",
            ),
            (
                "the name in a title",
                "Call to Jo Doe, 3 May",
                "Jo Doe said",
                "§ said",
            ),
            (
                "the longer one",
                "Jo Doe Smith by phone",
                "Jo Doe Smith said",
                "§ said",
            ),
            ("encoded", "Jo Doe", "q=Jo%20Doe", "q=§"),
        ];
        for (why, secret, text, expected) in table {
            let mut text = text.to_owned();
            secrets(&[secret], "").hide_in(&mut text);
            assert_eq!(text, expected.replace('§', "Source 7 (protected)"), "{why}");
        }
    }

    #[test]
    fn what_the_article_says_is_no_secret() {
        let left = |text: &str, article: &str| secrets(&[text], article).into_list().len();
        assert_eq!(left("Jo Doe", "It was Jo Doe who said so."), 0);
        assert_eq!(left("Jo Doe", "It was Jo Doeling who said so."), 1);
        assert_eq!(
            left("Call to Jo Doe", "It was Jo Doe."),
            1,
            "the title is none of its words"
        );
        assert_eq!(left(" ", ""), 0);
        assert_eq!(left("Source", ""), 0, "what stands in its place says so");
    }

    #[test]
    fn names_in_titles() {
        let table: [(&str, &[&str]); 6] = [
            ("Jo Doe, by telephone", &["Jo Doe"]),
            ("Call with J. van Doe", &[]),
            (
                "Mail of Jo Ann Doe (Acme Corp)",
                &["Jo Ann Doe", "Acme Corp"],
            ),
            ("minutes of the board", &[]),
            ("Minutes, Board", &[]),
            ("May 2026 with Élodie Ñandú", &["Élodie Ñandú"]),
        ];
        for (title, expected) in table {
            assert_eq!(names_in(title), expected, "{title}");
        }
    }
}

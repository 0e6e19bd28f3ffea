//! What files say of themselves, put in order.

use std::collections::HashMap;

use stet_core::draft::collapse;

/// How many characters are said to be of which language.
#[derive(Default)]
pub struct Languages(HashMap<String, usize>);

impl Languages {
    /// Counts words that are said to be of a language.
    pub fn count(&mut self, language: &str, words: &str) {
        let length = words.chars().count();
        if let Some(count) = self.0.get_mut(language) {
            *count += length;
        } else {
            self.0.insert(language.to_owned(), length);
        }
    }

    /// The language of most of them, if any is a language.
    pub fn most(&self) -> Option<String> {
        let tags = self.0.iter().map(|(tag, count)| (*count, language(tag)));
        let most = tags.filter(|(_, tag)| !tag.is_empty()).max();
        most.map(|(_, tag)| tag)
    }
}

/// A value in one line.
pub fn line(text: &str) -> String {
    collapse(text)
}

/// Names in one value, as word processors write several: `Ann Lee; Bo Chen`.
pub fn names(text: &str) -> Vec<String> {
    let names = text.split(';').map(collapse);
    names.filter(|name| !name.is_empty()).collect()
}

/// The date at the beginning of an ISO 8601 time; empty where it is no full date.
pub fn date(text: &str) -> String {
    let text = text.trim();
    let date = text.get(..10).unwrap_or_default();
    let number = |range: std::ops::Range<usize>| date.get(range)?.parse::<u32>().ok();
    let plausible = date.is_ascii()
        && date.bytes().filter(|byte| *byte == b'-').count() == 2
        && date.get(4..5) == Some("-")
        && number(0..4).is_some_and(|year| year > 0)
        && number(5..7).is_some_and(|month| (1..=12).contains(&month))
        && number(8..10).is_some_and(|day| (1..=31).contains(&day));
    let ends = text
        .get(10..11)
        .is_none_or(|next| next == "T" || next == " ");
    if plausible && ends {
        date.to_owned()
    } else {
        String::new()
    }
}

/// A language tag as BCP 47 writes it, if it is one; `zxx` and `none` say that there is none.
pub fn language(text: &str) -> String {
    let tag = text.trim().replace('_', "-");
    let mut parts = tag.split('-');
    let first = parts.next().unwrap_or_default();
    let sound = matches!(first.len(), 2 | 3)
        && first.bytes().all(|byte| byte.is_ascii_alphabetic())
        && parts.all(|part| {
            (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
        });
    if sound && !matches!(first, "zxx" | "und") {
        tag
    } else {
        String::new()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_and_languages_are_kept_only_when_whole() {
        let dates = [
            ("a day", "2026-11-05", "2026-11-05"),
            ("a time", "2026-11-05T10:00:00Z", "2026-11-05"),
            ("a year", "2026", ""),
            ("a month", "2026-11", ""),
            ("no date", "last Friday", ""),
            ("no such month", "2026-13-05", ""),
        ];
        for (why, text, expected) in dates {
            assert_eq!(date(text), expected, "{why}");
        }
        let languages = [
            ("a language", "de", "de"),
            ("with a country", "en_GB", "en-GB"),
            ("with a script", "zh-Hans-CN", "zh-Hans-CN"),
            ("none", "zxx", ""),
            ("words", "English", ""),
        ];
        for (why, text, expected) in languages {
            assert_eq!(language(text), expected, "{why}");
        }
    }
}

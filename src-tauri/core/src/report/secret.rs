//! Words that a report's reader must not learn.

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
    /// A secret of at least two characters; `None` for less, and for what the article itself says:
    /// that is printed anyway, and the check before handing over tells so.
    #[must_use]
    pub(super) fn new(text: &str, instead: &str, article: &str) -> Option<Self> {
        let text = text.trim();
        if text.chars().nth(1).is_none() || !places(article, text).is_empty() {
            return None;
        }
        Some(Self {
            text: text.to_owned(),
            instead: instead.to_owned(),
        })
    }

    /// The words.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Puts what stands in their place wherever these words stand as words, in any case of letters.
    pub(super) fn hide_in(&self, text: &mut String) {
        for (start, end) in places(text, &self.text).into_iter().rev() {
            text.replace_range(start..end, &self.instead);
        }
    }
}

/// Byte ranges at which `words` stand in `text` as whole words, whatever the case, in order.
pub(super) fn places(text: &str, words: &str) -> Vec<(usize, usize)> {
    let needle: Vec<char> = words.chars().flat_map(char::to_lowercase).collect();
    let mut found = Vec::new();
    let Some(&first) = needle.first() else {
        return found;
    };
    let mut past = 0;
    for (start, c) in text.char_indices() {
        if start < past || c.to_lowercase().next() != Some(first) {
            continue;
        }
        let Some(end) = matched(&text[start..], &needle).map(|length| start + length) else {
            continue;
        };
        let joins = |outside: Option<char>, inside: Option<char>| {
            outside.is_some_and(char::is_alphanumeric) && inside.is_some_and(char::is_alphanumeric)
        };
        let inside = &text[start..end];
        if !joins(text[..start].chars().next_back(), inside.chars().next())
            && !joins(text[end..].chars().next(), inside.chars().next_back())
        {
            found.push((start, end));
            past = end;
        }
    }
    found
}

/// Length in bytes of what matches the needle (lower case) at the beginning of `text`.
fn matched(text: &str, needle: &[char]) -> Option<usize> {
    let mut left = needle;
    for (at, c) in text.char_indices() {
        if left.is_empty() {
            return Some(at);
        }
        for lower in c.to_lowercase() {
            let (next, rest) = left.split_first()?;
            if *next != lower {
                return None;
            }
            left = rest;
        }
    }
    left.is_empty().then_some(text.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn secrets_are_hidden_where_they_stand_as_words() {
        let table = [
            ("as it is", "Jo Doe", "Told by Jo Doe.", "Told by Source 7."),
            (
                "in capitals",
                "Jo Doe",
                "JO DOE told it",
                "Source 7 told it",
            ),
            ("twice", "Jo", "Jo, and Jo", "Source 7, and Source 7"),
            (
                "within a word it is another word",
                "Jo",
                "Johanna",
                "Johanna",
            ),
            ("beyond ASCII", "Ö. Ağa", "says ö. AĞA!", "says Source 7!"),
            (
                "an address",
                "https://x.example/a",
                "at https://x.example/a?b",
                "at Source 7?b",
            ),
            ("at the end", "Doe", "by Doe", "by Source 7"),
            ("longer than the text", "Jo Doe", "Jo", "Jo"),
        ];
        for (why, secret, text, expected) in table {
            let secret = Secret::new(secret, "Source 7", "").unwrap();
            let mut text = text.to_owned();
            secret.hide_in(&mut text);
            assert_eq!(text, expected, "{why}");
        }
    }

    #[test]
    fn what_the_article_says_is_no_secret() {
        assert!(Secret::new("Jo Doe", "-", "It was Jo Doe who said so.").is_none());
        assert!(Secret::new("Jo Doe", "-", "It was Jo Doeling who said so.").is_some());
        assert!(Secret::new(" ", "-", "").is_none());
    }
}

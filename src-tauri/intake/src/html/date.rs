//! Dates as pages write them → ISO dates. What may be read in two ways is not read.

use stet_core::time::is_date;

/// The day in a date or a time stamp: ISO 8601 in its usual spellings, mail dates, the month as an
/// English, German, French, Spanish or Italian word, and `5.11.2026`.
pub fn iso(text: &str) -> Option<String> {
    let text = text.trim();
    from_numbers(text).or_else(|| from_words(text))
}

/// The day in an address: `/2026/11/05/`.
pub fn in_address(address: &str) -> Option<String> {
    let path = address.split(['?', '#']).next()?;
    let parts: Vec<&str> = path.split('/').collect();
    parts.windows(3).find_map(|parts| match parts {
        [year, month, day] if year.len() == 4 && month.len() == 2 && day.len() == 2 => {
            date(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
        }
        _ => None,
    })
}

fn date(year: u32, month: u32, day: u32) -> Option<String> {
    let date = format!("{year:04}-{month:02}-{day:02}");
    ((1600..3000).contains(&year) && is_date(&date)).then_some(date)
}

fn from_numbers(text: &str) -> Option<String> {
    let numbers: Vec<&str> = text
        .split(|c: char| !c.is_ascii_digit())
        .filter(|part| !part.is_empty())
        .collect();
    let starts = text.starts_with(|c: char| c.is_ascii_digit());
    let separator = text.chars().find(|c| !c.is_ascii_digit());
    let number = |at: usize| numbers.get(at)?.parse::<u32>().ok();
    if !starts {
        return None;
    }
    let first = numbers.first()?;
    match (first.len(), separator) {
        (8 | 14, _) => date(
            first[..4].parse().ok()?,
            first[4..6].parse().ok()?,
            first[6..8].parse().ok()?,
        ),
        (4, Some('-' | '/' | '.')) => date(number(0)?, number(1)?, number(2)?),
        (1 | 2, Some('.')) if numbers.get(2)?.len() == 4 => {
            date(number(2)?, number(1)?, number(0)?)
        }
        _ => None,
    }
}

/// How months begin, in five languages.
const MONTHS: [&[&str]; 12] = [
    &["jan", "jän", "ene", "gen"],
    &["feb", "fév", "fev"],
    &["mar", "mär", "mrz"],
    &["apr", "avr", "abr"],
    &["may", "mai", "mag"],
    &["jun", "juin", "giu"],
    &["jul", "juil", "lug"],
    &["aug", "aoû", "aou", "ago"],
    &["sep", "set"],
    &["oct", "okt", "ott"],
    &["nov"],
    &["dec", "dez", "déc", "dic"],
];

fn from_words(text: &str) -> Option<String> {
    let text = text.to_lowercase();
    let words: Vec<&str> = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty() && *word != "de")
        .take(12)
        .collect();
    let (at, month) = words.iter().enumerate().find_map(|(at, word)| {
        // “juin” begins like no other month; “jui” does not decide.
        let month = MONTHS
            .iter()
            .position(|names| names.iter().any(|name| word.starts_with(name)))?;
        Some((at, u32::try_from(month).ok()? + 1))
    })?;
    let number = |word: Option<&&str>| {
        let digits = word?.trim_end_matches(|c: char| c.is_alphabetic());
        digits.parse::<u32>().ok()
    };
    let day = |word| number(word).filter(|day| (1..=31).contains(day));
    let year = |word: Option<&&str>| number(word).filter(|_| word.is_some_and(|w| w.len() == 4));
    let before = at.checked_sub(1).and_then(|at| words.get(at));
    let (day, year) = match (day(before), year(words.get(at + 1))) {
        (Some(day), Some(year)) => (day, year),
        _ => (day(words.get(at + 1))?, year(words.get(at + 2))?),
    };
    date(year, month, day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_found_where_they_are_clear() {
        let table = [
            ("2026-11-05", Some("2026-11-05")),
            ("2026-11-05T23:10:00-08:00", Some("2026-11-05")),
            ("2026-11-05 10:00", Some("2026-11-05")),
            ("20261105", Some("2026-11-05")),
            ("20261105T101500Z", Some("2026-11-05")),
            ("2026/11/5", Some("2026-11-05")),
            ("5.11.2026, 10 Uhr", Some("2026-11-05")),
            ("Thu, 05 Nov 2026 10:00:00 GMT", Some("2026-11-05")),
            ("November 5, 2026", Some("2026-11-05")),
            ("Nov. 5th, 2026", Some("2026-11-05")),
            ("5 novembre 2026", Some("2026-11-05")),
            ("5. März 2026", Some("2026-03-05")),
            ("5 de mayo de 2026", Some("2026-05-05")),
            ("1er juin 2026", Some("2026-06-01")),
            ("11/05/2026", None),
            ("2026-11", None),
            ("2026-13-05", None),
            ("2026-02-30", None),
            ("yesterday", None),
            ("", None),
        ];
        for (text, expected) in table {
            assert_eq!(iso(text).as_deref(), expected, "{text}");
        }
        assert_eq!(
            in_address("https://a.example/world/2026/11/05/storm").as_deref(),
            Some("2026-11-05")
        );
        assert_eq!(in_address("https://a.example/2026/storm"), None);
    }
}

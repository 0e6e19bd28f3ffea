//! Dates as people write them, from the ISO 8601 that is stored.

/// "5 November 2026" of an ISO 8601 date or time; anything else unchanged.
#[must_use]
pub fn date(iso: &str) -> String {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let parsed = (|| {
        let (year, month, day) = (iso.get(0..4)?, iso.get(5..7)?, iso.get(8..10)?);
        let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        let right = digits(year)
            && digits(month)
            && digits(day)
            && iso.get(4..5) == Some("-")
            && iso.get(7..8) == Some("-");
        let name = MONTHS.get(month.parse::<usize>().ok()?.checked_sub(1)?)?;
        right.then(|| format!("{} {name} {year}", day.trim_start_matches('0')))
    })();
    parsed.unwrap_or_else(|| iso.to_owned())
}

/// "on 5 November 2026", "from 3 to 5 November 2026"; empty if unknown.
pub(super) fn period(first: &str, last: &str) -> String {
    let (from, to) = (date(first), date(last));
    if to.is_empty() {
        return String::new();
    }
    if from.is_empty() || from == to {
        return format!("on {to}");
    }
    // "3 to 5 November 2026" where month and year are the same.
    let tail = |text: &str| text.split_once(' ').map(|(_, tail)| tail.to_owned());
    match (from.split_once(' '), tail(&from) == tail(&to)) {
        (Some((day, _)), true) => format!("from {day} to {to}"),
        _ => format!("from {from} to {to}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_and_periods_are_spelt_out() {
        let table = [
            ("a date", "2026-11-05", "5 November 2026"),
            ("a time", "2026-01-31T10:04:05.123Z", "31 January 2026"),
            ("no date", "", ""),
            ("not a date stays as it is", "last week", "last week"),
            ("a month that is none", "2026-13-01", "2026-13-01"),
            ("month nought", "2026-00-01", "2026-00-01"),
            ("letters for digits", "2O26-01-01", "2O26-01-01"),
            ("beyond ASCII", "éééééééééé", "éééééééééé"),
        ];
        for (why, iso, expected) in table {
            assert_eq!(date(iso), expected, "{why}");
        }
        let table = [
            (
                "one day",
                "2026-11-05T08:00:00Z",
                "2026-11-05T09:00:00Z",
                "on 5 November 2026",
            ),
            (
                "one month",
                "2026-11-03",
                "2026-11-05",
                "from 3 to 5 November 2026",
            ),
            (
                "two months",
                "2026-10-30",
                "2026-11-05",
                "from 30 October 2026 to 5 November 2026",
            ),
            ("nothing done", "", "", ""),
        ];
        for (why, first, last, expected) in table {
            assert_eq!(period(first, last), expected, "{why}");
        }
    }
}

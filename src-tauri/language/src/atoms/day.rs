//! Days of the calendar, by plain arithmetic: no clock and no time zone.

/// A day of the Gregorian calendar, also for days before it was in use.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day {
    /// Year; 0 is 1 BC.
    pub year: i32,
    /// Month, from 1.
    pub month: u8,
    /// Day of the month, from 1.
    pub day: u8,
}

/// A stretch of days, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Days {
    /// The first day.
    pub first: Day,
    /// The last day; the same for a single one.
    pub last: Day,
}

impl Day {
    /// A day that exists, in the years 1 to 9999.
    #[must_use]
    pub fn new(year: i32, month: u8, day: u8) -> Option<Self> {
        let fits = (1..=9999).contains(&year)
            && (1..=12).contains(&month)
            && (1..=length(year, month)).contains(&day);
        fits.then_some(Self { year, month, day })
    }

    /// A day written `2026-11-05`; what follows it (a time) is ignored.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.get(..10)?.split('-');
        let mut next = || parts.next();
        let (year, month, day) = (next()?, next()?, next()?);
        if year.len() != 4 || !text.bytes().take(4).all(|b| b.is_ascii_digit()) {
            return None;
        }
        Self::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
    }

    /// Days since 1 March of the year 0.
    fn number(self) -> i64 {
        // The year begins in March, so that the leap day is its last one.
        let month = i64::from(self.month) + if self.month > 2 { -3 } else { 9 };
        let year = i64::from(self.year) - i64::from(self.month <= 2);
        let leaps = year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
        365 * year + leaps + (153 * month + 2) / 5 + i64::from(self.day) - 1
    }

    fn from_number(number: i64) -> Self {
        let era = number.div_euclid(146_097);
        let rest = number.rem_euclid(146_097);
        let year = (rest - rest / 1460 + rest / 36_524 - rest / 146_096) / 365;
        let of_year = rest - (365 * year + year / 4 - year / 100);
        let month = (5 * of_year + 2) / 153;
        let day = of_year - (153 * month + 2) / 5 + 1;
        let month = if month < 10 { month + 3 } else { month - 9 };
        let year = era * 400 + year + i64::from(month <= 2);
        Self {
            year: i32::try_from(year).unwrap_or(0),
            month: u8::try_from(month).unwrap_or(1),
            day: u8::try_from(day).unwrap_or(1),
        }
    }

    /// The day `count` days later, or earlier.
    #[must_use]
    pub fn plus(self, count: i32) -> Self {
        Self::from_number(self.number() + i64::from(count))
    }

    /// How many days from `other` to this one.
    #[must_use]
    pub fn since(self, other: Self) -> i64 {
        self.number() - other.number()
    }

    /// The weekday: 1 is Monday, 7 is Sunday.
    #[must_use]
    pub fn weekday(self) -> u8 {
        // 1 March of the year 0 was a Wednesday.
        u8::try_from((self.number() + 2).rem_euclid(7) + 1).unwrap_or(1)
    }
}

impl std::fmt::Display for Day {
    /// ISO 8601: `2026-11-05`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl Days {
    /// One day.
    #[must_use]
    pub const fn one(day: Day) -> Self {
        Self {
            first: day,
            last: day,
        }
    }

    /// All days of a month.
    pub(super) fn month(year: i32, month: u8) -> Option<Self> {
        let first = Day::new(year, month, 1)?;
        let day = length(year, month);
        Some(Self {
            first,
            last: Day { day, ..first },
        })
    }

    /// All days from the first of one year to the last of another.
    pub(super) fn years(first: i32, last: i32) -> Option<Self> {
        Some(Self {
            first: Day::new(first, 1, 1)?,
            last: Day::new(last, 12, 31)?,
        })
    }
}

fn length(year: i32, month: u8) -> u8 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_day_has_a_number_and_a_weekday() {
        let mut day = Day::new(1895, 12, 31).expect("a day");
        // 31 December 1895 was a Tuesday.
        let mut weekday = 2;
        for _ in 0..80_000 {
            assert_eq!(Day::from_number(day.number()), day);
            assert_eq!(day.weekday(), weekday, "{day:?}");
            assert!(Day::new(day.year, day.month, day.day).is_some(), "{day:?}");
            (day, weekday) = (day.plus(1), weekday % 7 + 1);
        }
        assert!(day.year > 2100, "the loop went on through leap centuries");
    }

    #[test]
    fn only_days_that_exist_are_read() {
        for (why, text, exists) in [
            ("a day", "2026-11-05", true),
            ("with its time", "2026-11-05T09:00:00Z", true),
            ("a leap day", "2024-02-29", true),
            ("no leap day", "2023-02-29", false),
            ("a century without one", "1900-02-29", false),
            ("a thirteenth month", "2023-13-01", false),
            ("words", "yesterday!", false),
            ("too short", "2023-1-1", false),
            ("a sign", "+023-01-01", false),
        ] {
            assert_eq!(Day::parse(text).is_some(), exists, "{why}");
        }
    }
}

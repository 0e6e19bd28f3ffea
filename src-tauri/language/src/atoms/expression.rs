//! Dates as they are written, and the days that they mean.

use super::day::{Day, Days};

/// A span of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Span {
    /// Less than a day: seconds, minutes, hours.
    Moment,
    /// A day or a night.
    Day,
    /// Saturday and Sunday.
    Weekend,
    /// Monday to Sunday.
    Week,
    /// Two weeks.
    Fortnight,
    /// A calendar month.
    Month,
    /// Three months from January, April, July or October.
    Quarter,
    /// A calendar year.
    Year,
    /// Ten years from one that ends in 0.
    Decade,
    /// A hundred years from one that ends in 00, as people count.
    Century,
}

/// A date as it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Expression {
    /// "May 5, 2015", "5–7 May": one day or several of a month, perhaps without a year.
    Days {
        /// The year, if it is written.
        year: Option<i32>,
        /// The month, from 1.
        month: u8,
        /// The first day.
        first: u8,
        /// The last day, the same for one.
        last: u8,
        /// Whether the sentence looks ahead.
        ahead: bool,
    },
    /// "May 2015", "in May".
    Month {
        /// The year, if it is written.
        year: Option<i32>,
        /// The month, from 1.
        month: u8,
        /// Whether the sentence looks ahead.
        ahead: bool,
    },
    /// "2015".
    Year(i32),
    /// "the 1990s": its first year.
    Decade(i32),
    /// "Tuesday": the one nearest to publication that the sentence can mean.
    Weekday {
        /// 1 is Monday.
        weekday: u8,
        /// Whether the sentence looks ahead.
        ahead: bool,
        /// Whether it cannot be the day of publication itself: "last Tuesday", "next Tuesday".
        other: bool,
    },
    /// "yesterday", "last week", "three years ago": so many units after the present one.
    Relative {
        /// What is counted.
        unit: Span,
        /// How many; negative for the past.
        count: i32,
    },
    /// "the past 30 days", "the next two years": a stretch that ends or begins with publication.
    Stretch {
        /// What is counted.
        unit: Span,
        /// How many; negative for the past.
        count: i32,
    },
    /// "five hours", "a 20-minute walk": a length without a place in the calendar.
    Length {
        /// What is counted.
        unit: Span,
        /// How many, where that is a whole number.
        count: Option<i64>,
    },
    /// "6:30 am": a time of some day, in minutes after midnight.
    Time(u16),
    /// "last summer": means other months in each half of the world.
    Season,
}

impl Expression {
    /// Whether it says by itself which days it means, so that no day of publication is needed.
    #[must_use]
    pub const fn is_absolute(self) -> bool {
        matches!(
            self,
            Self::Days { year: Some(_), .. }
                | Self::Month { year: Some(_), .. }
                | Self::Year(_)
                | Self::Decade(_)
        )
    }
}

/// The days that a date means, as [`resolve`] has it; if the day of publication is not known, only
/// those of a date that says so itself.
#[must_use]
pub fn days(expression: Expression, published: Option<Day>) -> Option<Days> {
    // Any day does for a date that does not count from it.
    let any = Day {
        year: 2000,
        month: 1,
        day: 1,
    };
    let published = published.or(expression.is_absolute().then_some(any))?;
    resolve(expression, published)
}

/// The days that a date means in an article published on `published`; none for a length, a time
/// of day, a season, or a date that does not exist.
///
/// A weekday, month or day without a year is taken as the nearest that is not after publication,
/// or not before it if the sentence looks ahead. A day and month too far back for that are taken
/// as coming: in December, "January 5" is next month's.
#[must_use]
pub fn resolve(expression: Expression, published: Day) -> Option<Days> {
    match expression {
        Expression::Days {
            year: Some(year),
            month,
            first,
            last,
            ..
        } => of_month(year, month, first, last),
        Expression::Days {
            year: None,
            month,
            first,
            last,
            ahead,
        } => {
            let near = |year| of_month(year, month, first, last);
            let year = published.year;
            let all = [near(year - 1), near(year), near(year + 1)];
            let found = all.into_iter().flatten();
            let distance = |days: &Days| days.first.since(published);
            if ahead {
                return found
                    .filter(|days| distance(days) >= 0)
                    .min_by_key(distance);
            }
            found.min_by_key(|days| distance(days).abs())
        }
        Expression::Month {
            year: Some(year),
            month,
            ..
        } => Days::month(year, month),
        Expression::Month {
            year: None,
            month,
            ahead,
        } => {
            let year = match (ahead, month.cmp(&published.month)) {
                (true, std::cmp::Ordering::Less) => published.year + 1,
                (false, std::cmp::Ordering::Greater) => published.year - 1,
                _ => published.year,
            };
            Days::month(year, month)
        }
        Expression::Year(year) => Days::years(year, year),
        Expression::Decade(year) => Days::years(year, year + 9),
        Expression::Weekday {
            weekday,
            ahead,
            other,
        } => {
            let back = (i32::from(published.weekday()) - i32::from(weekday)).rem_euclid(7);
            let steps = if ahead { (7 - back) % 7 } else { back };
            let steps = if steps == 0 && other { 7 } else { steps };
            Some(Days::one(published.plus(if ahead {
                steps
            } else {
                -steps
            })))
        }
        Expression::Relative { unit, count } => relative(unit, count, published),
        Expression::Stretch { unit, count } => stretch(unit, count, published),
        Expression::Length { .. } | Expression::Time(_) | Expression::Season => None,
    }
}

fn of_month(year: i32, month: u8, first: u8, last: u8) -> Option<Days> {
    let days = Days {
        first: Day::new(year, month, first)?,
        last: Day::new(year, month, last)?,
    };
    (days.first <= days.last).then_some(days)
}

/// The unit that lies `count` units from the present one.
fn relative(unit: Span, count: i32, published: Day) -> Option<Days> {
    // Far beyond anything a text can mean, and safely within the arithmetic.
    if count.unsigned_abs() > 10_000 {
        return None;
    }
    let monday = published.plus(7 * count + 1 - i32::from(published.weekday()));
    match unit {
        Span::Moment => None,
        Span::Day => Some(Days::one(published.plus(count))),
        Span::Weekend => Some(Days {
            first: monday.plus(5),
            last: monday.plus(6),
        }),
        Span::Week => Some(Days {
            first: monday,
            last: monday.plus(6),
        }),
        Span::Fortnight => relative(Span::Week, 2 * count, published),
        Span::Month => {
            let (year, month) = month_after(published, count);
            Days::month(year, month)
        }
        Span::Quarter => {
            let into = i32::from((published.month - 1) % 3);
            let first = month_after(published, 3 * count - into);
            let last = month_after(published, 3 * count - into + 2);
            Some(Days {
                first: Days::month(first.0, first.1)?.first,
                last: Days::month(last.0, last.1)?.last,
            })
        }
        Span::Year => Days::years(published.year + count, published.year + count),
        Span::Decade => {
            let first = (published.year.div_euclid(10) + count) * 10;
            Days::years(first, first + 9)
        }
        Span::Century => {
            let first = (published.year.div_euclid(100) + count) * 100;
            Days::years(first, first + 99)
        }
    }
}

/// From publication `count` units on, or up to publication if it is negative.
fn stretch(unit: Span, count: i32, published: Day) -> Option<Days> {
    if count.unsigned_abs() > 10_000 {
        return None;
    }
    let months = |count: i32| {
        let (year, month) = month_after(published, count);
        let length = Days::month(year, month)?.last.day;
        Day::new(year, month, published.day.min(length))
    };
    let end = match unit {
        Span::Moment => return None,
        Span::Day => published.plus(count),
        Span::Week | Span::Weekend => published.plus(7 * count),
        Span::Fortnight => published.plus(14 * count),
        Span::Month => months(count)?,
        Span::Quarter => months(3 * count)?,
        Span::Year => months(12 * count)?,
        Span::Decade => months(120 * count)?,
        Span::Century => months(1200 * count)?,
    };
    Some(Days {
        first: published.min(end),
        last: published.max(end),
    })
}

fn month_after(day: Day, count: i32) -> (i32, u8) {
    let months = day.year * 12 + i32::from(day.month) - 1 + count;
    (
        months.div_euclid(12),
        u8::try_from(months.rem_euclid(12) + 1).unwrap_or(1),
    )
}

//! How dates are written: years where they change, or always where a day and a month can mean two dates.

use chrono::{Datelike, NaiveDate};
use tzplan::Horizon;

/// Beyond this many days a day and a month no longer name one date.
const ONE_YEAR: u32 = 365;

/// Beyond this many days, one year for two dates would be read as that of both.
const MOST_OF_A_YEAR: i64 = 300;

/// A horizon of this many days is called a year.
const YEAR: std::ops::RangeInclusive<u32> = 360..=366;

/// The dates of a horizon.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Dates {
    years: bool,
    /// The year written last in a table.
    last: i32,
}

impl Dates {
    pub(crate) fn of(horizon: &Horizon) -> Self {
        Self { years: horizon.days() > ONE_YEAR, last: horizon.from().year() }
    }

    /// `28 Mar`, with the year where the horizon needs it.
    pub(crate) fn day(&self, date: NaiveDate) -> String {
        if self.years { full(date) } else { short(date) }
    }

    /// `from 28 Mar to 30 Oct`, `on 28 Mar`.
    pub(crate) fn during(&self, first: NaiveDate, last: NaiveDate) -> String {
        if first == last {
            return format!("on {}", self.day(first));
        }
        let (first, last) = self.ends(first, last);
        format!("from {first} to {last}")
    }

    /// `28 Mar – 30 Oct`.
    pub(crate) fn range(&self, first: NaiveDate, last: NaiveDate) -> String {
        if first == last {
            return self.day(first);
        }
        let (first, last) = self.ends(first, last);
        format!("{first} – {last}")
    }

    fn ends(&self, first: NaiveDate, last: NaiveDate) -> (String, String) {
        match (first.year() == last.year(), (last - first).num_days() > MOST_OF_A_YEAR) {
            (true, _) => (short(first), self.day(last)),
            (false, true) => (full(first), full(last)),
            (false, false) => (self.day(first), self.day(last)),
        }
    }

    /// The next row of a table in order: a year stands where it changes.
    pub(crate) fn next(&mut self, first: NaiveDate, last: NaiveDate) -> String {
        let changes = first.year() != self.last || last.year() != self.last;
        self.last = last.year();
        if changes && (last - first).num_days() > MOST_OF_A_YEAR {
            return format!("{} – {}", full(first), full(last));
        }
        match (changes, first == last) {
            (false, true) => short(first),
            (true, true) => full(first),
            (false, false) => format!("{} – {}", short(first), short(last)),
            (true, false) => format!("{} – {}", short(first), full(last)),
        }
    }
}

/// `all year`, where a horizon is one.
pub(crate) fn span(horizon: &Horizon) -> &'static str {
    if YEAR.contains(&horizon.days()) { "all year" } else { "throughout" }
}

/// `23 Nov 2026`.
pub(crate) fn full(date: NaiveDate) -> String {
    format!("{} {}", short(date), date.year())
}

/// `23 Nov`.
pub(crate) fn short(date: NaiveDate) -> String {
    const MONTHS: [&str; 12] =
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    format!("{} {}", date.day(), MONTHS[date.month0() as usize])
}

/// `1 day`, `217 days`.
pub(crate) fn days(count: u32) -> String {
    counted(u64::from(count), "day", "days")
}

/// `1 person`, `1,204 people`.
pub(crate) fn people(count: usize) -> String {
    counted(count as u64, "person", "people")
}

/// A count with its noun.
pub(crate) fn counted(count: u64, one: &str, many: &str) -> String {
    format!("{} {}", number(count), if count == 1 { one } else { many })
}

/// `1,204,000`.
pub(crate) fn number(count: u64) -> String {
    let digits = count.to_string();
    let mut grouped = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

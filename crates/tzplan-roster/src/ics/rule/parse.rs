//! A rule from its text.

use std::hash::Hash;
use std::ops::Range;

use chrono::{NaiveDate, Weekday};
use rustc_hash::FxHashSet;

use crate::ics::clock::Clock;
use crate::ics::moment::Moment;

/// A rule that is read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Rule {
    pub(super) frequency: Frequency,
    pub(super) interval: u32,
    pub(super) count: Option<u64>,
    /// The last date, inclusive.
    pub(super) until: Option<NaiveDate>,
    /// As it is written.
    pub(super) until_moment: Option<Moment>,
    pub(super) week_start: Weekday,
    /// The nth such weekday, from the end where n is negative; every one where it is 0.
    pub(super) days: Vec<(i32, Weekday)>,
    /// From the end where negative.
    pub(super) month_days: Vec<i32>,
    pub(super) months: Vec<u32>,
    /// Which of the dates of a period are meant; from the end where negative; all where none is named.
    pub(super) positions: Vec<i32>,
}

impl Rule {
    /// Reads a rule; `None` for those that are not read: repetitions within a day, by weeks of the year and
    /// by days of the year.
    pub(crate) fn read(text: &str) -> Option<Self> {
        let mut rule = Self {
            frequency: Frequency::Daily,
            interval: 1,
            count: None,
            until: None,
            until_moment: None,
            week_start: Weekday::Mon,
            days: Vec::new(),
            month_days: Vec::new(),
            months: Vec::new(),
            positions: Vec::new(),
        };
        let mut frequency = None;
        for part in text.trim().to_ascii_uppercase().split(';').filter(|part| !part.is_empty()) {
            let (key, value) = part.split_once('=')?;
            match key {
                "FREQ" => frequency = Some(Frequency::read(value)?),
                "INTERVAL" => rule.interval = number(value, 1..10_001)?.unsigned_abs(),
                "COUNT" => rule.count = Some(value.parse().ok()?),
                "UNTIL" => {
                    rule.until_moment = Some(Moment::read(value, &Clock::Floating)?);
                    rule.until = rule.until_moment.as_ref().map(Moment::date);
                }
                "BYDAY" => rule.days = list(value, nth_weekday)?,
                "BYMONTH" => {
                    rule.months = list(value, |month| Some(number(month, 1..13)?.unsigned_abs()))?;
                }
                "BYMONTHDAY" => rule.month_days = list(value, |day| nth(day, 31))?,
                "BYSETPOS" => rule.positions = list(value, |position| nth(position, 366))?,
                "WKST" => rule.week_start = weekday(value)?,
                _ => return None,
            }
        }
        rule.frequency = frequency?;
        rule.is_sound().then_some(rule)
    }

    /// What the standard forbids to say together.
    fn is_sound(&self) -> bool {
        let counts_days = self.days.iter().any(|(nth, _)| *nth != 0);
        let within_months = self.frequency == Frequency::Monthly || !self.months.is_empty();
        match self.frequency {
            Frequency::Daily => !counts_days,
            Frequency::Weekly => !counts_days && self.month_days.is_empty(),
            Frequency::Monthly | Frequency::Yearly => {
                !within_months || self.days.iter().all(|(nth, _)| nth.abs() <= 5)
            }
        }
    }
}

/// What a rule repeats in.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Frequency {
    Daily,
    Weekly,
    Monthly,
    Yearly,
}

impl Frequency {
    pub(super) fn read(text: &str) -> Option<Self> {
        Some(match text {
            "DAILY" => Self::Daily,
            "WEEKLY" => Self::Weekly,
            "MONTHLY" => Self::Monthly,
            "YEARLY" => Self::Yearly,
            _ => return None,
        })
    }
}

/// The items of a list, each once: a list of any length has a few.
fn list<T: Copy + Eq + Hash>(text: &str, read: impl Fn(&str) -> Option<T>) -> Option<Vec<T>> {
    let mut items = Vec::new();
    let mut seen = FxHashSet::default();
    for item in text.split(',') {
        let item = read(item.trim())?;
        items.extend(seen.insert(item).then_some(item));
    }
    Some(items)
}

fn number(text: &str, allowed: Range<i32>) -> Option<i32> {
    text.parse().ok().filter(|number| allowed.contains(number))
}

/// A place from the start or, where negative, from the end; 0 is none.
fn nth(text: &str, most: i32) -> Option<i32> {
    number(text, -most..most + 1).filter(|nth| *nth != 0)
}

/// `MO` as 0 and Monday, `4TH` as 4 and Thursday, `-1MO` as −1 and Monday.
fn nth_weekday(text: &str) -> Option<(i32, Weekday)> {
    let (count, day) = text.split_at_checked(text.len().checked_sub(2)?)?;
    Some((if count.is_empty() { 0 } else { nth(count, 53)? }, weekday(day)?))
}

fn weekday(text: &str) -> Option<Weekday> {
    Some(match text {
        "MO" => Weekday::Mon,
        "TU" => Weekday::Tue,
        "WE" => Weekday::Wed,
        "TH" => Weekday::Thu,
        "FR" => Weekday::Fri,
        "SA" => Weekday::Sat,
        "SU" => Weekday::Sun,
        _ => return None,
    })
}

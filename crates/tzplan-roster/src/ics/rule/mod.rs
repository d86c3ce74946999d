//! Rules of repetition (RFC 5545, 3.3.10), date by date.

mod period;

use std::ops::Range;

use chrono::{NaiveDate, Weekday};

use super::clock::{Clock, translated};
use super::moment::Moment;
use period::Frequency;

/// A rule that is read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Rule {
    frequency: Frequency,
    interval: u32,
    count: Option<u64>,
    /// The last date, inclusive.
    until: Option<NaiveDate>,
    /// As it is written.
    until_moment: Option<Moment>,
    week_start: Weekday,
    /// The nth such weekday, from the end where n is negative; every one where it is 0.
    days: Vec<(i32, Weekday)>,
    /// From the end where negative.
    month_days: Vec<i32>,
    months: Vec<u32>,
    /// Which of the dates of a period are meant; from the end where negative; all where none is named.
    positions: Vec<i32>,
}

impl Rule {
    /// Reads a rule; `None` for those that are not read: repetitions within a day, by weeks of the year and by days
    /// of the year.
    pub(super) fn read(text: &str) -> Option<Self> {
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

    /// The dates in a range on which an event that starts at a moment starts anew.
    pub(super) fn starts_of(mut self, start: &Moment, within: &Range<NaiveDate>) -> Vec<NaiveDate> {
        // The last moment may be told in UTC, and fall between two starts of one date.
        let until = match &self.until_moment {
            Some(Moment::Time(until, clock)) if *start.clock() != Clock::Floating => {
                Some(translated(*until, clock, start.clock()))
            }
            _ => None,
        };
        self.until = until.map(|until| until.date()).or(self.until);
        let mut starts = self.starts(start.date(), within);
        let time = start.time().time();
        starts.retain(|date| until.is_none_or(|until| date.and_time(time) <= until));
        starts
    }

    /// The dates in a range on which the event starts anew, its start among them if it follows the rule.
    pub(super) fn starts(&self, start: NaiveDate, within: &Range<NaiveDate>) -> Vec<NaiveDate> {
        let end = self.until.and_then(|last| last.succ_opt()).map_or(within.end, |end| end.min(within.end));
        // Dates before the range are of no use but to be counted.
        let skipped = if self.count.is_none() { self.periods_before(start, within.start) } else { 0 };
        let mut left = self.count.unwrap_or(u64::MAX);
        let mut starts = Vec::new();
        for number in skipped.. {
            let Some(first) = self.period(start, number).filter(|first| *first < end) else { break };
            for date in self.dates_of(start, first) {
                if date < start {
                    continue;
                }
                if date >= end || left == 0 {
                    return starts;
                }
                left -= 1;
                if within.contains(&date) {
                    starts.push(date);
                }
            }
        }
        starts
    }

    /// The dates of the period with this first day that are meant, in order.
    fn dates_of(&self, start: NaiveDate, first: NaiveDate) -> Vec<NaiveDate> {
        let mut dates = self.expanded(start, first);
        dates.sort_unstable();
        dates.dedup();
        if self.positions.is_empty() {
            return dates;
        }
        let place = |position: &i32| match position {
            1.. => usize::try_from(position - 1).ok(),
            _ => dates.len().checked_sub(position.unsigned_abs() as usize),
        };
        let mut places: Vec<usize> = self.positions.iter().filter_map(place).collect();
        places.sort_unstable();
        places.dedup();
        places.into_iter().filter_map(|place| dates.get(place).copied()).collect()
    }
}

fn list<T>(text: &str, read: impl Fn(&str) -> Option<T>) -> Option<Vec<T>> {
    text.split(',').map(|one| read(one.trim())).collect()
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

#[cfg(test)]
mod tests;

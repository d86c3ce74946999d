//! Rules of repetition: daily, weekly and yearly ones.

use std::cell::Cell;
use std::ops::Range;

use chrono::{Datelike, Days, NaiveDate, Weekday, WeekdaySet};

use super::moment::Moment;

/// A rule that is read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Rule {
    every: Every,
    interval: u32,
    count: Option<u64>,
    /// The last date, inclusive.
    until: Option<NaiveDate>,
}

#[derive(Clone, PartialEq, Eq, Debug)]
enum Every {
    Day,
    /// On these days of weeks that begin on a day.
    Week(WeekdaySet, Weekday),
    /// On a day of a month.
    Date(u32, u32),
    /// On the nth weekday of a month; from its end where n is negative.
    Nth(u32, i8, Weekday),
}

impl Rule {
    /// Reads the rule of an event that starts on a date; `None` for those that are not read.
    pub(super) fn read(text: &str, start: NaiveDate) -> Option<Self> {
        let (mut frequency, mut interval, mut count, mut until) = (String::new(), 1, None, None);
        let (mut days, mut month, mut month_day, mut week_start) = (None, None, None, Weekday::Mon);
        for part in text.trim().to_ascii_uppercase().split(';').filter(|part| !part.is_empty()) {
            let (key, value) = part.split_once('=')?;
            match key {
                "FREQ" => frequency = value.to_owned(),
                "INTERVAL" => {
                    interval = value.parse().ok().filter(|interval| (1..=10_000).contains(interval))?;
                }
                "COUNT" => count = Some(value.parse().ok()?),
                "UNTIL" => until = Some(Moment::read(value)?.date()),
                "BYDAY" => days = Some(value.split(',').map(nth_weekday).collect::<Option<Vec<_>>>()?),
                "BYMONTH" => month = Some(value.parse().ok().filter(|month| (1..=12).contains(month))?),
                "BYMONTHDAY" => month_day = Some(value.parse().ok().filter(|day| (1..=31).contains(day))?),
                "WKST" => week_start = weekday(value)?,
                _ => return None,
            }
        }
        let every = match (frequency.as_str(), days.as_deref(), month, month_day) {
            ("DAILY", None, None, None) => Every::Day,
            ("WEEKLY", None, None, None) => Every::Week(WeekdaySet::single(start.weekday()), week_start),
            ("WEEKLY", Some(days), None, None) if days.iter().all(|(nth, _)| *nth == 0) => {
                Every::Week(days.iter().map(|(_, day)| *day).collect(), week_start)
            }
            ("YEARLY", None, None, None) => Every::Date(start.month(), start.day()),
            ("YEARLY", None, Some(month), day) => Every::Date(month, day.unwrap_or(start.day())),
            ("YEARLY", Some([(nth, day)]), Some(month), None) if *nth != 0 => Every::Nth(month, *nth, *day),
            _ => return None,
        };
        Some(Self { every, interval, count, until })
    }

    /// The dates in a range on which the event starts anew, its start among them if it follows the rule.
    pub(super) fn starts(&self, start: NaiveDate, within: &Range<NaiveDate>) -> Vec<NaiveDate> {
        let end = self.until.and_then(|last| last.succ_opt()).map_or(within.end, |end| end.min(within.end));
        let counted = Cell::new(0_u64);
        let mut starts = Vec::new();
        let mut take = |date: NaiveDate| {
            if date < start {
                return true;
            }
            counted.set(counted.get() + 1);
            let goes_on = date < end && self.count.is_none_or(|count| counted.get() <= count);
            if goes_on && within.contains(&date) {
                starts.push(date);
            }
            goes_on
        };
        let interval = self.interval as usize;
        match &self.every {
            Every::Day => {
                let skipped = skipped(start, within, interval);
                counted.set(skipped as u64);
                let mut dates = start.iter_days().step_by(interval).skip(skipped);
                while dates.next().is_some_and(&mut take) {}
            }
            Every::Week(days, week_start) => {
                let back = Days::new(start.weekday().days_since(*week_start).into());
                let monday = start.checked_sub_days(back).unwrap_or(start);
                let skipped = if self.count.is_none() { skipped(monday, within, 7 * interval) } else { 0 };
                let mut weeks = monday.iter_days().step_by(7 * interval).skip(skipped);
                let mut week = |first: NaiveDate| {
                    first.iter_days().take(7).filter(|date| days.contains(date.weekday())).all(&mut take)
                };
                while !days.is_empty() && weeks.next().is_some_and(&mut week) {}
            }
            Every::Date(month, day) => {
                let mut years = (start.year()..=end.year()).step_by(interval);
                while years
                    .next()
                    .is_some_and(|year| NaiveDate::from_ymd_opt(year, *month, *day).is_none_or(&mut take))
                {
                }
            }
            Every::Nth(month, nth, day) => {
                let mut years = (start.year()..=end.year()).step_by(interval);
                while years.next().is_some_and(|year| nth_of(year, *month, *nth, *day).is_none_or(&mut take))
                {
                }
            }
        }
        starts
    }
}

/// How many steps of so many days lie wholly before a range.
fn skipped(first: NaiveDate, within: &Range<NaiveDate>, step: usize) -> usize {
    usize::try_from((within.start - first).num_days()).unwrap_or(0) / step
}

/// The nth weekday of a month.
fn nth_of(year: i32, month: u32, nth: i8, day: Weekday) -> Option<NaiveDate> {
    if nth > 0 {
        return NaiveDate::from_weekday_of_month_opt(year, month, day, nth.unsigned_abs());
    }
    // The fifth where there is one is the last.
    let of = |n| NaiveDate::from_weekday_of_month_opt(year, month, day, n);
    let last = of(5).or_else(|| of(4))?;
    let earlier = last.checked_sub_days(Days::new(7 * (u64::from(nth.unsigned_abs()) - 1)))?;
    (earlier.month() == month).then_some(earlier)
}

/// `MO` as 0 and Monday, `4TH` as 4 and Thursday, `-1MO` as −1 and Monday.
fn nth_weekday(text: &str) -> Option<(i8, Weekday)> {
    let (nth, day) = text.split_at_checked(text.len().checked_sub(2)?)?;
    let nth = if nth.is_empty() {
        0
    } else {
        nth.parse().ok().filter(|nth| *nth != 0 && (-5..=5).contains(nth))?
    };
    Some((nth, weekday(day)?))
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
mod tests {
    use super::*;

    fn date(text: &str) -> NaiveDate {
        text.parse().expect("a date")
    }

    fn starts(rule: &str, start: &str) -> Vec<String> {
        let rule = Rule::read(rule, date(start)).expect("a rule");
        let found = rule.starts(date(start), &(date("2027-01-01")..date("2029-01-01")));
        found.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn rules_by_hand() {
        assert_eq!(starts("FREQ=YEARLY", "2020-12-25"), ["2027-12-25", "2028-12-25"]);
        assert_eq!(starts("FREQ=YEARLY", "2020-02-29"), ["2028-02-29"]);
        assert_eq!(starts("FREQ=YEARLY;INTERVAL=2", "2026-05-01"), ["2028-05-01"]);
        assert_eq!(starts("FREQ=YEARLY;COUNT=2", "2026-05-01"), ["2027-05-01"]);
        assert_eq!(starts("FREQ=YEARLY;UNTIL=20280501", "2026-05-01"), ["2027-05-01", "2028-05-01"]);
        assert_eq!(starts("FREQ=YEARLY;UNTIL=20280430T235959Z", "2026-05-01"), ["2027-05-01"]);
        // Thanksgiving; Memorial Day.
        assert_eq!(starts("FREQ=YEARLY;BYMONTH=11;BYDAY=4TH", "2020-11-26"), ["2027-11-25", "2028-11-23"]);
        assert_eq!(starts("FREQ=YEARLY;BYMONTH=5;BYDAY=-1MO", "2020-05-25"), ["2027-05-31", "2028-05-29"]);
        // Every other week from Friday 25 December 2026 on.
        assert_eq!(
            starts("FREQ=WEEKLY;INTERVAL=2;COUNT=4", "2026-12-25"),
            ["2027-01-08", "2027-01-22", "2027-02-05"]
        );
        assert_eq!(
            starts("freq=weekly;byday=mo,fr;until=20270111", "2026-12-30"),
            ["2027-01-01", "2027-01-04", "2027-01-08", "2027-01-11"]
        );
        // RFC 5545: WKST decides which weeks are every other one.
        let every_other = |start: &str| {
            let text = format!("FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST={start}");
            Rule::read(&text, date("1997-08-05")).map(|rule| {
                rule.starts(date("1997-08-05"), &(date("1997-01-01")..date("1998-01-01")))
                    .iter()
                    .map(|day| format!("{}.{}", day.day(), day.month()))
                    .collect::<Vec<_>>()
            })
        };
        assert_eq!(every_other("MO").unwrap(), ["5.8", "10.8", "19.8", "24.8"]);
        assert_eq!(every_other("SU").unwrap(), ["5.8", "17.8", "19.8", "31.8"]);
        assert_eq!(starts("FREQ=DAILY;INTERVAL=3;COUNT=3", "2026-12-31"), ["2027-01-03", "2027-01-06"]);
    }

    #[test]
    fn other_rules_are_not_read() {
        for rule in [
            "FREQ=MONTHLY",
            "FREQ=YEARLY;BYDAY=4TH",
            "FREQ=YEARLY;BYMONTH=11;BYDAY=TH",
            "FREQ=YEARLY;BYMONTHDAY=-1",
            "FREQ=YEARLY;BYEASTER=0",
            "FREQ=WEEKLY;BYDAY=1MO",
            "FREQ=WEEKLY;INTERVAL=0",
            "FREQ=DAILY;BYDAY=MO",
            "FREQ=YEARLY;UNTIL=soon",
            "YEARLY",
            "",
        ] {
            assert_eq!(Rule::read(rule, date("2027-01-01")), None, "{rule}");
        }
    }
}

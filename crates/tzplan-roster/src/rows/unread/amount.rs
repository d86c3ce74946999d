//! How much of a week somebody works: as their hours are read, and as another column says it.

use chrono::WeekdaySet;
use tzplan::WeeklyHours;

use super::measure::{Measure, measure};
use crate::columns::OfPeople;

/// How much a row works.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(in crate::rows) struct Amount {
    /// Minutes of a week.
    minutes: u32,
    days: WeekdaySet,
    /// Whether hours or days are assumed.
    is_assumed: bool,
}

impl Amount {
    pub(in crate::rows) fn of(hours: &WeeklyHours, is_assumed: bool) -> Self {
        let minutes =
            hours.stretches().iter().map(|stretch| u32::from(stretch.end() - stretch.start())).sum();
        Self { minutes, days: hours.days(), is_assumed }
    }
}

/// Minutes of a full week.
const FULL: f64 = 40.0 * 60.0;
/// Who works shorter weeks, in minutes, may well work part of the time.
const NEARLY_FULL: u32 = 35 * 60;
/// Breaks are part of hours from nine to six, and of no contract; of the usual eight hours half an hour may
/// be one.
const WITH_BREAKS: f64 = 1.25;
const ROUNDED: f64 = 1.07;
/// By how much more has to be said than the usual hours are.
const MORE: f64 = 1.15;

/// What a column says of somebody, beside how much the row is taken to work.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Compared {
    /// The column says less.
    Less,
    /// It says more.
    More,
    /// Nobody knows what it says.
    Unclear,
}

/// How what a column says differs from what a row is taken to work; `None` where it does not.
pub(super) fn compared(kind: OfPeople, cell: &str, amount: Amount) -> Option<Compared> {
    let minutes = f64::from(amount.minutes);
    let within = |said: f64| {
        if minutes > said * amount.slack() {
            return Some(Compared::Less);
        }
        (amount.is_assumed && said > minutes * MORE).then_some(Compared::More)
    };
    match measure(kind, cell)? {
        Measure::Days(days) if (0.0..=7.0).contains(&days) => {
            let worked = f64::from(u32::from(amount.days.len()));
            let more = (amount.is_assumed && worked < days.floor()).then_some(Compared::More);
            if worked > days.ceil() { Some(Compared::Less) } else { more }
        }
        Measure::Hours(hours) if (1.0..=100.0).contains(&hours) => within(hours * 60.0),
        Measure::HoursOfDay(hours) if (0.5..=16.0).contains(&hours) => {
            within(hours * 60.0 * f64::from(u32::from(amount.days.len())))
        }
        Measure::Share(share) if (0.05..1.0).contains(&share) => {
            (minutes > share * FULL * amount.slack()).then_some(Compared::Less)
        }
        Measure::Weekdays(days) if days == amount.days => None,
        Measure::Weekdays(days) if days.is_subset(amount.days) => Some(Compared::Less),
        Measure::Weekdays(_) => Some(Compared::Unclear),
        Measure::PartTime => (amount.minutes >= NEARLY_FULL).then_some(Compared::Less),
        Measure::Unclear => Some(Compared::Unclear),
        _ => None,
    }
}

impl Amount {
    /// By how much hours may exceed a share that they are meant to be.
    fn slack(self) -> f64 {
        if self.is_assumed { ROUNDED } else { WITH_BREAKS }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_works_less_than_is_assumed_is_noticed() {
        let full = Amount::of(&WeeklyHours::default(), true);
        let named = |hours: &str| Amount::of(&hours.parse().unwrap_or_default(), false);
        let (less, more) = (Some(Compared::Less), Some(Compared::More));
        let cases = [
            (OfPeople::DaysOfWeek, "3", full, less),
            (OfPeople::DaysOfWeek, "4 days", full, less),
            (OfPeople::DaysOfWeek, "4.5", full, None),
            (OfPeople::DaysOfWeek, "5", full, None),
            (OfPeople::DaysOfWeek, "6", full, more),
            (OfPeople::DaysOfWeek, "3", named("Mon-Wed 9-17"), None),
            (OfPeople::DaysOfWeek, "three", full, less),
            (OfPeople::DaysOfWeek, "Mon-Wed", full, less),
            (OfPeople::DaysOfWeek, "Sat", full, Some(Compared::Unclear)),
            (OfPeople::DaysOfWeek, "Mon-Wed", named("Mon-Wed 9-17"), None),
            (OfPeople::DaysOfWeek, "varies", full, Some(Compared::Unclear)),
            (OfPeople::HoursOfWeek, "20", full, less),
            (OfPeople::HoursOfWeek, "20h", full, less),
            (OfPeople::HoursOfWeek, "40", full, None),
            (OfPeople::HoursOfWeek, "37.5", full, None),
            (OfPeople::HoursOfWeek, "48", full, more),
            (OfPeople::HoursOfWeek, "40", named("9-18"), None),
            (OfPeople::HoursOfDay, "6", full, less),
            (OfPeople::HoursOfDay, "7.5", full, None),
            (OfPeople::HoursOfDay, "8", full, None),
            (OfPeople::HoursOfDay, "6", named("10-16"), None),
            (OfPeople::HoursOfDay, "10", full, more),
            (OfPeople::Workload, "0.5", full, less),
            (OfPeople::Workload, "0,8", full, less),
            (OfPeople::Workload, "50%", full, less),
            (OfPeople::Workload, "80", full, less),
            (OfPeople::Workload, "100 %", full, None),
            (OfPeople::Workload, "1", full, None),
            (OfPeople::Workload, "0.5", named("9-13"), None),
            (OfPeople::Workload, "High", full, None),
            (OfPeople::PartTime, "yes", full, less),
            (OfPeople::PartTime, "no", full, None),
            (OfPeople::PartTime, "yes", named("9-13"), None),
            (OfPeople::PartTime, "60%", full, less),
            (OfPeople::Terms, "Part-time", full, less),
            (OfPeople::Terms, "Teilzeit (80 %)", full, less),
            (OfPeople::Terms, "20h/week", full, less),
            (OfPeople::Terms, "Full-time", full, None),
            (OfPeople::Terms, "3", full, None),
        ];
        for (kind, cell, amount, expected) in cases {
            assert_eq!(compared(kind, cell, amount), expected, "{kind:?} {cell} {amount:?}");
        }
    }
}

//! How much of a week somebody works: as their hours are read, and as another column says it.

use tzplan::WeeklyHours;

use crate::columns::OfPeople;
use crate::rows::weekdays;

/// How much a row works.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(in crate::rows) struct Amount {
    /// Minutes of a week.
    minutes: u32,
    days: u32,
    /// Whether hours or days are assumed.
    is_assumed: bool,
}

impl Amount {
    pub(in crate::rows) fn of(hours: &WeeklyHours, is_assumed: bool) -> Self {
        let minutes =
            hours.stretches().iter().map(|stretch| u32::from(stretch.end() - stretch.start())).sum();
        Self { minutes, days: hours.workdays(), is_assumed }
    }
}

/// Minutes of a full week.
const FULL: f64 = 40.0 * 60.0;
/// Who works shorter weeks, in minutes, may well work part of the time.
const NEARLY_FULL: u32 = 35 * 60;
/// Breaks are part of hours from nine to six, and of no contract.
const WITH_BREAKS: f64 = 1.25;
const ROUNDED: f64 = 1.05;

/// Words for part-time work, without blanks and hyphens.
const PART_TIME: [&str; 12] = [
    "parttime",
    "halftime",
    "teilzeit",
    "tempspartiel",
    "mitemps",
    "mediajornada",
    "tiempoparcial",
    "jornadaparcial",
    "tempoparcial",
    "meioper",
    "parttijd",
    "deeltijd",
];

/// Whether a row is taken to work more than a column about it says.
pub(super) fn works_more(kind: OfPeople, cell: &str, amount: Amount) -> bool {
    let number = number(cell);
    match kind {
        OfPeople::DaysOfWeek => {
            let days = number.filter(|days| (0.0..7.0).contains(days));
            days.is_some_and(|days| f64::from(amount.days) > days.ceil())
        }
        OfPeople::HoursOfWeek => {
            let hours = number.filter(|hours| (1.0..=100.0).contains(hours));
            hours.is_some_and(|hours| f64::from(amount.minutes) > hours * 60.0 * amount.slack())
        }
        OfPeople::PartTime if weekdays::says(cell) == Some(true) => amount.minutes >= NEARLY_FULL,
        OfPeople::Workload | OfPeople::PartTime | OfPeople::Terms => {
            let is_percent = cell.contains('%');
            let share = number.filter(|_| kind != OfPeople::Terms || is_percent).map(|share| {
                let is_share = !is_percent && share <= 1.0;
                if is_share { share } else { share / 100.0 }
            });
            let folded: String = cell.chars().filter(|c| c.is_alphanumeric()).collect();
            let folded = folded.to_lowercase();
            match share {
                Some(share) if (0.05..1.0).contains(&share) => {
                    f64::from(amount.minutes) > share * FULL * amount.slack()
                }
                Some(_) => false,
                None => PART_TIME.iter().any(|word| folded.contains(word)) && amount.minutes >= NEARLY_FULL,
            }
        }
        _ => false,
    }
}

impl Amount {
    /// By how much hours may exceed a share that they are meant to be.
    fn slack(self) -> f64 {
        if self.is_assumed { ROUNDED } else { WITH_BREAKS }
    }
}

/// The number that a cell begins with, of `0,5`, `50 %`, `4 days` and `20h`.
fn number(cell: &str) -> Option<f64> {
    let end = cell.find(|c: char| !c.is_ascii_digit() && !matches!(c, '.' | ',')).unwrap_or(cell.len());
    let (number, unit) = cell.split_at(end);
    let has_other_numbers = unit.contains(|c: char| c.is_ascii_digit());
    number.replace(',', ".").parse().ok().filter(|_| !has_other_numbers)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_works_less_than_is_assumed_is_noticed() {
        let full = Amount::of(&WeeklyHours::default(), true);
        let named = |hours: &str| Amount::of(&hours.parse().unwrap_or_default(), false);
        let cases = [
            (OfPeople::DaysOfWeek, "3", full, true),
            (OfPeople::DaysOfWeek, "4 days", full, true),
            (OfPeople::DaysOfWeek, "4.5", full, false),
            (OfPeople::DaysOfWeek, "5", full, false),
            (OfPeople::DaysOfWeek, "3", named("Mon-Wed 9-17"), false),
            (OfPeople::HoursOfWeek, "20", full, true),
            (OfPeople::HoursOfWeek, "20h", full, true),
            (OfPeople::HoursOfWeek, "40", full, false),
            (OfPeople::HoursOfWeek, "38.5", full, false),
            (OfPeople::HoursOfWeek, "40", named("9-18"), false),
            (OfPeople::Workload, "0.5", full, true),
            (OfPeople::Workload, "0,8", full, true),
            (OfPeople::Workload, "50%", full, true),
            (OfPeople::Workload, "80", full, true),
            (OfPeople::Workload, "100 %", full, false),
            (OfPeople::Workload, "1", full, false),
            (OfPeople::Workload, "0.5", named("9-13"), false),
            (OfPeople::Workload, "High", full, false),
            (OfPeople::PartTime, "yes", full, true),
            (OfPeople::PartTime, "no", full, false),
            (OfPeople::PartTime, "yes", named("9-13"), false),
            (OfPeople::PartTime, "60%", full, true),
            (OfPeople::Terms, "Part-time", full, true),
            (OfPeople::Terms, "Teilzeit (80 %)", full, true),
            (OfPeople::Terms, "Full-time", full, false),
            (OfPeople::Terms, "3", full, false),
        ];
        for (kind, cell, amount, is_more) in cases {
            assert_eq!(works_more(kind, cell, amount), is_more, "{kind:?} {cell} {amount:?}");
        }
    }
}

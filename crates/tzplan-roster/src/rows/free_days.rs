//! Days of the week on which somebody does not work: `Non-working day` is Friday.

use chrono::WeekdaySet;
use tzplan::WeeklyHours;
use tzplan::hours::{parse_days, show_days};

use super::absence;
use crate::assumption::Assumed;
use crate::columns::Field;
use crate::faults::Fault;
use crate::wording::Quoted;

/// What the columns of days off say.
#[derive(Default)]
pub(super) struct FreeDays {
    /// These days of every week.
    pub(super) weekly: WeekdaySet,
    /// The column that names them.
    field: Option<Field>,
    /// Whether the cell of each column says dates, to be read as such.
    pub(super) has_dates: [bool; 2],
}

const HELP: &str = "write weekdays like Fri or Sat,Sun, and dates into a column `off`";

impl FreeDays {
    /// Reads the cell of a column of weekdays, and that of a column of dates, which may hold weekdays where
    /// its header `is_open` to them.
    pub(super) fn read(
        weekdays: &str,
        off: &str,
        is_open: bool,
        faults: &mut Vec<(Option<Field>, Fault)>,
        assumed: &mut Vec<Assumed>,
    ) -> Self {
        let mut read = Self { has_dates: [false, !off.is_empty()], ..Self::default() };
        // Most people have neither, and every schedule asks.
        if weekdays.is_empty() && off.is_empty() {
            return read;
        }
        if let Some(days) = Some(off).filter(|_| is_open).and_then(weekly) {
            let message = format!("{} is read as every {}", Quoted(off), show_days(days));
            assumed.push(("weekly-day-off", message.into()));
            (read.weekly, read.field, read.has_dates[1]) = (days, Some(Field::Off), false);
        }
        match parse_days(weekdays) {
            _ if weekdays.is_empty() => {}
            Ok(days) => (read.weekly, read.field) = (read.weekly.union(days), Some(Field::NonWorking)),
            Err(_) if absence::read(weekdays, None).is_ok() => read.has_dates[0] = true,
            Err(_) if weekdays.chars().all(|c| !c.is_alphanumeric()) => {}
            Err(error) => {
                let text = error.to_string();
                let message = text.split_once("; ").map_or(&*text, |(message, _)| message);
                faults.push((Some(Field::NonWorking), Fault::error("bad-days", message, HELP)));
            }
        }
        read
    }

    /// Hours without these days; `None`, and a fault, where nothing is left. What other columns say of them
    /// is said to be left out.
    pub(super) fn taken_from(
        &self,
        hours: WeeklyHours,
        are_days_open: bool,
        faults: &mut Vec<(Option<Field>, Fault)>,
        assumed: &mut Vec<Assumed>,
    ) -> Option<WeeklyHours> {
        let (worked, free) = (hours.days(), self.weekly);
        let both = worked.intersection(free);
        if both.is_empty() {
            return Some(hours);
        }
        let left = hours.stretches().iter().filter(|stretch| !free.contains(stretch.day())).copied();
        let left = WeeklyHours::new(left);
        let (free, both) = (show_days(free), show_days(both));
        if left.is_empty() {
            let message = format!("no day is left without {free}");
            faults.push((self.field, Fault::error("no-hours", message, "write the days that are worked")));
            return None;
        }
        if !are_days_open {
            let message = format!("{both} is taken out of the days {}", show_days(worked));
            assumed.push(("weekly-day-off", message.into()));
        }
        Some(left)
    }
}

/// The weekdays of a cell that holds nothing else.
fn weekly(cell: &str) -> Option<WeekdaySet> {
    let has_digits = cell.contains(|c: char| c.is_ascii_digit());
    parse_days(cell).ok().filter(|_| !has_digits)
}

//! Columns that are not read although their cells look like hours or days, where hours or days are assumed.

use chrono::WeekdaySet;
use tzplan::hours::{HoursText, parse_days, parse_hours};
use tzplan::{ClockTime, Stretch};

use super::left::has_left;
use super::working_hours::DEFAULT_HOURS;
use crate::assumption::Assumptions;
use crate::cells::Cells;
use crate::columns::{ColumnUse, Columns, Field, is_of_absence, is_of_break, is_of_no_work};
use crate::faults::Fault;
use crate::wording::{Quoted, counted};

/// This many rows are looked at.
const ROWS: usize = 64;

/// The columns that are not read, and what their first cells look like.
pub(super) struct UnreadColumns {
    columns: Vec<UnreadColumn>,
    rows_left: usize,
    has_open_days: bool,
}

struct UnreadColumn {
    index: usize,
    /// Whether its header names no field.
    is_unknown: bool,
    /// Whether its header speaks of time, so that a bare number is a time.
    is_of_time: bool,
    is_of_absence: bool,
    is_of_break: bool,
    is_of_status: bool,
    filled: usize,
    times: usize,
    /// Those of them that no number of something else looks like.
    ranges: usize,
    days: usize,
    /// Dates, or names of holidays, under a header about days off.
    absences: usize,
    /// Hours under a header about a pause.
    breaks: usize,
    /// A status of somebody who has left.
    left: Option<String>,
}

impl UnreadColumns {
    pub(super) fn of(columns: &Columns) -> Self {
        let has_days = columns.place(Field::Days).is_some();
        let unread = columns.list.iter().enumerate().filter(|(_, column)| match column.usage {
            ColumnUse::Unknown => true,
            ColumnUse::Outranked(Field::Name) => true,
            ColumnUse::Outranked(field) => {
                (Field::OF_HOURS.contains(&field) || field == Field::Days) && columns.clock(field).is_none()
            }
            ColumnUse::Read(_) => false,
        });
        let columns: Vec<UnreadColumn> = unread
            .map(|(index, column)| UnreadColumn {
                index,
                is_unknown: column.usage == ColumnUse::Unknown,
                is_of_time: speaks_of_time(&column.header),
                is_of_absence: is_of_absence(&column.header),
                is_of_break: is_of_break(&column.header),
                is_of_status: column.header.to_lowercase().contains("status"),
                filled: 0,
                times: 0,
                ranges: 0,
                days: 0,
                absences: 0,
                breaks: 0,
                left: None,
            })
            .collect();
        let rows_left = if columns.is_empty() && has_days { 0 } else { ROWS };
        Self { columns, rows_left, has_open_days: false }
    }

    /// Whether further rows are to be looked at.
    pub(super) fn wants_more(&self) -> bool {
        self.rows_left > 0
    }

    /// Looks at the cells of a row, and whether nobody names its days.
    pub(super) fn look_at(&mut self, cells: Cells<'_>, has_open_days: bool) {
        self.rows_left -= 1;
        self.has_open_days |= has_open_days;
        for column in &mut self.columns {
            let cell = cells.text(column.index);
            if cell.is_empty() || cell.len() > 100 {
                continue;
            }
            column.filled += 1;
            let gives_time = is_time(cell, column.is_of_time);
            let is_no_number = cell.contains([':', '-', '\u{2013}']);
            column.times += usize::from(gives_time);
            column.ranges += usize::from(gives_time && is_no_number);
            column.absences += usize::from(column.is_of_absence && says_more_than_a_number(cell));
            column.breaks +=
                usize::from(column.is_of_break && cell.contains(['-', '\u{2013}']) && is_time(cell, true));
            if column.is_of_status && column.left.is_none() && has_left(cell) {
                column.left = Some(cell.to_owned());
            }
            column.days += usize::from(cell.contains(char::is_alphabetic) && parse_days(cell).is_ok());
        }
    }

    /// The warnings about columns whose cells look like what is assumed.
    pub(super) fn faults(&self, columns: &Columns, assumptions: &Assumptions) -> Vec<(usize, Fault)> {
        let mut faults = Vec::new();
        let rows = assumptions.rows_of(DEFAULT_HOURS);
        for column in &self.columns {
            let header = columns.header(column.index).unwrap_or_default();
            let most = |count: usize| count > 0 && count * 5 >= column.filled * 4;
            if let Some(left) = &column.left {
                let message =
                    format!("`{header}` is not read: who is {} counts as one of the team", Quoted(left));
                let help = "take those who have left out of the file";
                faults.push((column.index, Fault::warning("unread-status", message, help)));
            } else if column.absences > 0 {
                let message = format!("`{header}` is about days off, but is not read: nobody is off for it");
                let help = "write dates like 2026-12-24 or 2026-12-24..2027-01-02 into a column `off`, and countries into \
                     `holidays`";
                faults.push((column.index, Fault::warning("unread-days-off", message, help)));
            } else if column.breaks > 0 {
                let message =
                    format!("`{header}` is about a pause, but is not read: people count as at work then");
                let help = "leave the pause out of the hours: 9:00-13:00,14:00-18:00";
                faults.push((column.index, Fault::warning("unread-pause", message, help)));
            } else if rows > 0 && most(column.times) {
                let message = format!(
                    "`{header}` looks like hours, but is not read: 09:00-17:00 is assumed in {}",
                    counted(rows, "row")
                );
                let help =
                    format!("call it start, end or hours, or say --column hours='{header}' (or start, end)");
                faults.push((column.index, Fault::warning("unread-hours", message, help)));
            } else if rows == 0 && column.is_unknown && column.is_of_time && most(column.ranges) {
                let message = format!("`{header}` looks like more hours, but is not read");
                let help = "write all hours of a day into one cell, as in 9-12,13-17";
                faults.push((column.index, Fault::warning("unread-hours", message, help)));
            } else if self.has_open_days && most(column.days) {
                let message =
                    format!("`{header}` looks like weekdays, but is not read: the usual days are assumed");
                let (message, help) = match is_of_no_work(&header) {
                    true => (
                        format!("{message}; they seem to be days on which nobody works"),
                        "write the days that are worked into a column `days`".to_owned(),
                    ),
                    false => (message, format!("call it days, or say --column days='{header}'")),
                };
                faults.push((column.index, Fault::warning("unread-days", message, help)));
            }
        }
        for (field, code) in [(Field::Hours, "vague-hours"), (Field::Days, "vague-days")] {
            let rows = assumptions.rows_of(code);
            if let (true, Some(index)) = (rows > 0, columns.place(field)) {
                let header = columns.header(index).unwrap_or_default();
                let what = if field == Field::Hours { "hours" } else { "weekdays" };
                let message =
                    format!("`{header}` gives no {what} in {} and is not read there", counted(rows, "row"));
                let help =
                    format!("write {what} into it, or say --column {what}=none", what = field.as_str());
                faults.push((index, Fault::warning("vague-column", message, help)));
            }
        }
        faults
    }
}

/// Whether a cell of a column about days off is no number of days, and no word such as yes.
fn says_more_than_a_number(cell: &str) -> bool {
    let groups = cell.split(|c: char| !c.is_ascii_digit()).filter(|digits| !digits.is_empty()).count();
    let is_word = cell.chars().all(char::is_alphabetic);
    (groups > 1 || is_word && cell.len() > 3) && cell.replace(',', ".").parse::<f64>().is_err()
}

/// Whether a cell is a time of day or hours: a bare number where the header speaks of time, a range of two of
/// them anywhere, if it is as long as a day of work.
fn is_time(cell: &str, is_of_time: bool) -> bool {
    let lower = cell.to_lowercase();
    if is_of_time || [":", "am", "pm"].iter().any(|sign| lower.contains(sign)) {
        return cell.parse::<ClockTime>().is_ok() || parse_hours(cell).is_ok();
    }
    let is_range = ["-", "\u{2013}", "\u{2014}", " to "].iter().any(|sign| lower.contains(sign));
    let is_day = |hours: HoursText| {
        let hours = hours.on(WeekdaySet::ALL);
        let length = |stretch: &Stretch| (stretch.end() + DAY - stretch.start()) % DAY;
        hours.stretches().first().is_some_and(|stretch| A_DAYS_WORK.contains(&length(stretch)))
    };
    is_range && parse_hours(cell).is_ok_and(is_day)
}

const DAY: u16 = 24 * 60;
/// How long people work in a day, in minutes: other ranges of two numbers are years, grades or sizes.
const A_DAYS_WORK: std::ops::RangeInclusive<u16> = 6 * 60..=12 * 60;

/// Beginnings of words in headers under which a bare number is an hour.
const OF_TIME: [&str; 14] = [
    "hour",
    "start",
    "end",
    "from",
    "until",
    "till",
    "begin",
    "finish",
    "shift",
    "clock",
    "morning",
    "afternoon",
    "evening",
    "night",
];

/// Whole words that do the same.
const IN_AND_OUT: [&str; 13] = [
    "in",
    "out",
    "login",
    "logout",
    "log",
    "arrival",
    "departure",
    "arrive",
    "depart",
    "sod",
    "eod",
    "am",
    "pm",
];

/// Whether a header speaks of hours, starts or ends.
fn speaks_of_time(header: &str) -> bool {
    let lower = header.to_lowercase();
    let mut words = lower.split(|c: char| !c.is_alphanumeric());
    words.any(|word| OF_TIME.iter().any(|known| word.starts_with(known)) || IN_AND_OUT.contains(&word))
}

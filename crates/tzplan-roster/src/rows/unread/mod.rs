//! Columns that are not read although their cells look like hours or days, where hours or days are assumed,
//! or say whether somebody is there.

mod amount;
mod looks;
mod measure;
mod news;
mod notes;
mod people;

use chrono::NaiveDate;
use tzplan::hours::parse_days;

pub(super) use amount::Amount;
use people::PeopleColumns;

use super::weekdays;
use super::working_hours::DEFAULT_HOURS;
use crate::assumption::Assumptions;
use crate::cells::Cells;
use crate::columns::{ColumnUse, Columns, Field, OfPeople};
use crate::columns::{is_of_absence, is_of_break, is_of_no_work, names_a_weekday};
use crate::faults::Fault;
use crate::wording::counted;

/// This many rows are looked at.
const ROWS: usize = 64;

/// The columns that are not read, and what their first cells look like.
pub(super) struct UnreadColumns {
    columns: Vec<UnreadColumn>,
    rows_left: usize,
    has_open_days: bool,
    people: PeopleColumns,
}

struct UnreadColumn {
    index: usize,
    /// Whether its header names no field.
    is_unknown: bool,
    /// Whether its header speaks of time, so that a bare number is a time.
    is_of_time: bool,
    /// Whether it is one of first or last days of people, where four digits are a year.
    is_of_dates: bool,
    is_of_absence: bool,
    is_of_break: bool,
    /// Whether its header is about the beginning or the end of something: `Pause von`.
    is_end_of_break: bool,
    filled: usize,
    times: usize,
    /// Those of them that no number of something else looks like.
    ranges: usize,
    days: usize,
    /// Dates, or names of holidays, under a header about days off.
    absences: usize,
    /// Hours under a header about a pause.
    breaks: usize,
    /// Whether its header names a weekday.
    is_of_weekday: bool,
    /// Cells that say nothing but am or pm.
    halves: usize,
    /// Whether its header is about another part of the day than the usual one.
    is_of_other_hours: bool,
    /// Cells that say yes there.
    others: usize,
}

impl UnreadColumns {
    pub(super) fn of(columns: &Columns, planned: Option<(NaiveDate, NaiveDate)>) -> Self {
        let people = PeopleColumns::of(columns, planned);
        let has_days = columns.place(Field::Days).is_some();
        let unread = columns.list.iter().enumerate().filter(|(index, column)| match column.usage {
            // What is said of hours and days of a week is looked at by itself.
            ColumnUse::Unknown => !matches!(
                people.kind(*index),
                Some(OfPeople::DaysOfWeek | OfPeople::HoursOfWeek | OfPeople::Workload)
            ),
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
                // Numbers of hours are no times.
                is_of_time: looks::speaks_of_time(&column.header)
                    && people.kind(index) != Some(OfPeople::HoursOfDay),
                is_of_dates: matches!(people.kind(index), Some(OfPeople::Leaving | OfPeople::Joining)),
                is_of_absence: is_of_absence(&column.header),
                is_of_break: is_of_break(&column.header),
                is_end_of_break: looks::is_end(&column.header),
                filled: 0,
                times: 0,
                ranges: 0,
                days: 0,
                absences: 0,
                breaks: 0,
                is_of_weekday: names_a_weekday(&column.header),
                halves: 0,
                is_of_other_hours: looks::is_of_other_hours(&column.header),
                others: 0,
            })
            .collect();
        let rows_left = if columns.is_empty() && has_days { 0 } else { ROWS };
        Self { columns, rows_left, has_open_days: false, people }
    }

    /// Whether further rows are to be looked at.
    pub(super) fn wants_more(&self) -> bool {
        self.rows_left > 0 || !self.people.is_empty()
    }

    /// Looks at the cells of a row that works so much, and whether nobody names its days; `called` says what
    /// the person is called.
    pub(super) fn look_at(
        &mut self,
        cells: Cells<'_>,
        has_open_days: bool,
        amount: Amount,
        called: impl Fn() -> String,
    ) {
        self.people.look_at(cells, amount, called);
        if self.rows_left == 0 {
            return;
        }
        self.rows_left -= 1;
        self.has_open_days |= has_open_days;
        for column in &mut self.columns {
            let cell = cells.text(column.index);
            if cell.is_empty() || cell.len() > 100 {
                continue;
            }
            column.filled += 1;
            let is_year = column.is_of_dates && looks::is_year(cell);
            let gives_time = !is_year && looks::is_time(cell, column.is_of_time);
            let is_no_number = cell.contains([':', '-', '\u{2013}']);
            column.times += usize::from(gives_time);
            column.ranges += usize::from(gives_time && is_no_number);
            column.absences += usize::from(column.is_of_absence && looks::says_more_than_a_number(cell));
            let has_times = column.is_end_of_break || cell.contains(['-', '\u{2013}']);
            column.breaks += usize::from(column.is_of_break && has_times && looks::is_time(cell, true));
            column.halves += usize::from(looks::is_half_of_day(cell));
            column.others += usize::from(column.is_of_other_hours && weekdays::says(cell) == Some(true));
            // The shortest forms are other words, too: `on`, `no`, `la`.
            let is_word =
                cell.contains(char::is_alphabetic) && (cell.chars().count() > 2 || !cell.is_ascii());
            column.days += usize::from(is_word && parse_days(cell).is_ok());
        }
    }

    /// The warnings about columns whose cells look like what is assumed.
    pub(super) fn faults(&self, columns: &Columns, assumptions: &Assumptions) -> Vec<(usize, Fault)> {
        let mut faults = self.people.faults(columns);
        let rows = assumptions.rows_of(DEFAULT_HOURS);
        for column in &self.columns {
            let header = columns.header(column.index).unwrap_or_default();
            let most = |count: usize| count > 0 && count * 5 >= column.filled * 4;
            // Beside hours stand `flexible`, `tbd` and slips of the pen.
            let many = |count: usize| count > 0 && count * 3 >= column.filled;
            let has_hours = Field::OF_HOURS.iter().any(|field| columns.place(*field).is_some());
            if has_hours && most(column.halves) {
                let message = format!("`{header}` says whether times are am or pm, but is not read");
                let help = "write am or pm behind each time, as in 9am and 5:30pm, or times of 24 hours";
                faults.push((column.index, Fault::error("unread-half-of-day", message, help)));
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
            } else if rows > 0 && many(column.times) {
                let message = format!(
                    "`{header}` looks like hours, but is not read: 09:00-17:00 is assumed in {}",
                    counted(rows, "row")
                );
                let help =
                    format!("call it start, end or hours, or say --column hours='{header}' (or start, end)");
                faults.push((column.index, Fault::warning("unread-hours", message, help)));
            } else if rows > 0 && column.others > 0 {
                let message = format!("`{header}` says yes, but is not read: 09:00-17:00 is assumed");
                let help = "write the hours into a column `hours`, as in 22:00-06:00";
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
            } else if column.is_unknown && column.is_of_weekday && column.filled > 0 {
                let message = format!("`{header}` names a weekday, but is not read");
                let help =
                    "give each weekday one column, such as `Monday`, with yes, no or hours like 9-12,13-17";
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

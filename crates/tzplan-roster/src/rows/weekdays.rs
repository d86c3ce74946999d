//! Columns of single weekdays: yes, no, or hours.

use std::borrow::Cow;
use std::sync::LazyLock;

use chrono::{Weekday, WeekdaySet};
use tzplan::hours::{HoursText, parse_hours};

use crate::columns::Field;
use crate::faults::Fault;
use crate::word_table::WordTable;
use crate::wording::Quoted;

const TSV: &str = include_str!("../../data/weekday_cells.tsv");

static WORDS: LazyLock<WordTable<bool>> = LazyLock::new(|| WordTable::of(TSV, is_on));

/// The days of a week.
pub(super) const ALL: [Weekday; 7] =
    [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri, Weekday::Sat, Weekday::Sun];

/// What the cell of a weekday says.
pub(super) enum DayCell {
    /// No work.
    Off,
    /// Work, at the hours that other columns give.
    On,
    /// Work at these hours.
    Hours(HoursText),
}

impl DayCell {
    /// Whether there is work at hours that stand elsewhere.
    pub(super) fn is_on(&self) -> bool {
        matches!(self, Self::On)
    }

    fn is_off(&self) -> bool {
        matches!(self, Self::Off)
    }
}

/// Whether a cell says yes or no.
pub(super) fn says(cell: &str) -> Option<bool> {
    WORDS.get(cell.trim().to_lowercase().as_str()).copied()
}

/// The cell of a weekday whose end has a column of its own: `9:00` and `17:00` as `9:00-17:00`, twice the
/// same word as that word.
pub(super) fn joined<'c>(start: &'c str, end: &'c str) -> Cow<'c, str> {
    match (start, end) {
        (cell, "") | ("", cell) if cell.is_empty() || says(cell) == Some(false) => Cow::Borrowed(cell),
        (start, "") if !start.contains(|c: char| c.is_ascii_digit()) => Cow::Borrowed(start),
        (start, end) if start == end && says(start).is_some() => Cow::Borrowed(start),
        (start, end) => Cow::Owned(format!("{start}-{end}")),
    }
}

/// Reads the cells of a week, Monday first; `None` where all are empty, or wrong.
pub(super) fn read(cells: &[&str; 7], faults: &mut Vec<(Option<Field>, Fault)>) -> Option<Vec<DayCell>> {
    if cells.iter().all(|cell| cell.is_empty()) {
        return None;
    }
    let mut week = Vec::with_capacity(7);
    let mut wrong: Option<&str> = None;
    for (cell, field) in cells.iter().zip(Field::OF_WEEKDAYS) {
        match day(cell) {
            Ok(day) => week.push(day),
            // A column of several days is wrong once.
            Err(_) if wrong.is_some_and(|wrong| std::ptr::eq(wrong, *cell)) => {}
            Err(fault) => {
                wrong = Some(cell);
                faults.push((Some(field), fault));
            }
        }
    }
    (week.len() == 7).then_some(week)
}

/// The days whose cells are of a kind.
pub(super) fn with(week: &[DayCell], is: impl Fn(&DayCell) -> bool) -> WeekdaySet {
    let mut days = WeekdaySet::EMPTY;
    for (day, _) in ALL.into_iter().zip(week).filter(|(_, cell)| is(cell)) {
        days.insert(day);
    }
    days
}

/// Days but for others.
pub(super) fn without(days: WeekdaySet, others: WeekdaySet) -> WeekdaySet {
    days.iter(Weekday::Mon).filter(|day| !others.contains(*day)).collect()
}

/// A column of days beside those of weekdays that says something else.
pub(super) fn contradicting(
    week: &[DayCell],
    days: WeekdaySet,
    cell: &str,
) -> Option<(Option<Field>, Fault)> {
    (with(week, |day| !day.is_off()) != days).then(|| {
        let message = format!("the days {} are not those of the columns of weekdays", Quoted(cell));
        let fault = Fault::error("days-conflict", message, "give the days in one way only");
        (Some(Field::Days), fault)
    })
}

fn day(cell: &str) -> Result<DayCell, Fault> {
    if let Some(on) = says(cell) {
        return Ok(if on { DayCell::On } else { DayCell::Off });
    }
    if cell.is_empty() {
        return Ok(DayCell::Off);
    }
    match parse_hours(cell) {
        Ok(hours) if hours.named_days().is_empty() => Ok(DayCell::Hours(hours)),
        _ => {
            let message = format!("{} says neither yes nor no, and is no hours", Quoted(cell));
            Err(Fault::error("bad-weekday", message, "write yes, no, or hours such as 9-17; nothing is no"))
        }
    }
}

fn is_on(word: &str) -> Option<bool> {
    match word {
        "on" => Some(true),
        "off" => Some(false),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_read() {
        crate::word_table::assert_well_formed(TSV, &WORDS, true);
        for (word, on) in WORDS.rows() {
            assert_eq!(day(&word.to_uppercase()).is_ok_and(|day| day.is_on()), *on, "{word}");
        }
    }
}

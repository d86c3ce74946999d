//! The columns that give hours: `hours`, or `start` and `end`, and `days`.

use std::sync::Arc;

use chrono::WeekdaySet;
use rustc_hash::FxHashSet;
use tzplan::WeeklyHours;
use tzplan::hours::{
    BareHours, HoursError, HoursErrorKind, HoursText, WeekText, days_off, parse_days, parse_hours, show_days,
};

use super::date_text::DateText;
pub(crate) use super::hours_cells::HoursCells;
use super::hours_cells::{contradicting_days, contradicting_hours, days_twice};
use super::times_in_numbers;
use super::weekdays::{self, DayCell};
use crate::assumption::Assumed;
use crate::columns::{Field, Unit};
use crate::faults::Fault;
use crate::wording::Quoted;

/// The weekly hours of a row, and how they came about.
#[derive(Clone)]
pub(crate) struct ReadHours {
    pub(crate) hours: WeeklyHours,
    pub(crate) assumed: Vec<Assumed>,
    /// Whether nobody names the days.
    pub(crate) are_days_open: bool,
    /// Whether a time is written on a clock of 24 hours.
    pub(crate) is_on_24_hours: bool,
    /// The hours as they are written, where bare ones begin in the night: further rows of the person may say
    /// that the afternoon is meant.
    pub(crate) nights: Option<Box<WeekText>>,
}

/// The code of hours that nobody gives.
pub(super) const DEFAULT_HOURS: &str = "default-hours";

type Faults = Vec<(Option<Field>, Fault)>;

/// Reads the weekly hours, on the `usual` days where none are named; `None` when there are faults that forbid
/// it.
pub(crate) fn read(cells: &HoursCells<'_>, usual: WeekdaySet, faults: &mut Faults) -> Option<ReadHours> {
    let before = faults.len();
    let mut assumed: Vec<Assumed> = Vec::new();
    let days = match cells.days {
        "" => None,
        cell => match parse_days(cell).map_err(|error| (error, usual_without(cell, usual))) {
            Ok(days) => Some(days),
            Err((_, Some(left))) => {
                let message = format!("{} is read as {}", Quoted(cell), show_days(left));
                assumed.push(("days-left", message.into()));
                Some(left)
            }
            Err(_) if USUAL.contains(&&*cell.to_lowercase()) => None,
            Err((error, None)) => {
                faults.push(wrong(Field::Days, "bad-days", &error));
                None
            }
        },
    };
    let hours = match cells.hours {
        "" => None,
        hours => match parse_hours(hours) {
            Ok(read) => Some(read),
            Err(_) if is_date(hours) => {
                faults.push((Some(Field::Hours), made_a_date(hours)));
                None
            }
            Err(error) => {
                faults.push(wrong(Field::Hours, "bad-hours", &error));
                None
            }
        },
    };
    let week = weekdays::read(&cells.week, faults);
    faults.extend(times_in_numbers::ambiguous(cells));
    let fractions = times_in_numbers::fractions(cells.start, cells.end);
    let plain = match &fractions {
        Some([start, end]) => HoursCells { start, end, ..*cells },
        None => HoursCells { ..*cells },
    };
    let columns = read_start_and_end(&plain, faults);
    if faults.len() > before {
        return None;
    }
    // Where every cell of a weekday gives hours of its own, those of all other days are those beside them.
    let on = week.as_ref().map(|week| weekdays::with(week, DayCell::is_on));
    let has_others = on.is_some_and(WeekdaySet::is_empty) && (hours.is_some() || columns.is_some());
    let on = on.filter(|_| !has_others);
    if let (Some(week), Some(days)) = (&week, days) {
        faults.extend(weekdays::contradicting(week, days, cells.days));
    }
    let mut default = on.or(days).unwrap_or(usual);
    if has_others {
        default = weekdays::without(default, cells.week_columns);
    }
    if let (Some(hours), Some(days)) = (&hours, on.or(days)) {
        faults.extend(contradicting_days(hours, days, cells));
    }
    faults.extend(hours.as_ref().and_then(|hours| days_twice(hours, default, cells)));
    if let (Some(hours), Some(columns)) = (&hours, &columns) {
        faults.extend(contradicting_hours(hours, columns, default, cells));
    }
    if faults.len() > before {
        return None;
    }
    if let Some([start, end]) = fractions {
        let message = format!("{} to {} is read as {start}-{end}", Quoted(cells.start), Quoted(cells.end));
        assumed.push(("fraction-of-day", message.into()));
    }
    let (field, text) = match (hours, columns) {
        (Some(hours), _) => (Field::Hours, Some(hours)),
        (None, Some(columns)) => (Field::End, Some(columns)),
        (None, None) => (Field::Hours, None),
    };
    if has_others && !default.is_empty() && text.as_ref().is_some_and(HoursText::needs_days) {
        let message = format!("the hours are those of {}, too, which have no column", show_days(default));
        assumed.push(("days-without-column", message.into()));
    }
    // Where every weekday gives hours of its own, none are assumed.
    let are_days_open = text.as_ref().is_none_or(HoursText::needs_days) && on.or(days).is_none();
    let needs_hours = !default.is_empty();
    let (mut written, mut beside) = (WeekText::default(), WeeklyHours::new([]));
    match text {
        Some(text) => written.add(default, text),
        None if needs_hours => {
            assumed.push((DEFAULT_HOURS, "no hours are given: 09:00-17:00 is assumed".into()));
            beside = parse_hours("09:00-17:00").ok()?.on(default);
        }
        None => {}
    }
    for (day, cell) in weekdays::ALL.into_iter().zip(week.into_iter().flatten()) {
        if let DayCell::Hours(text) = cell {
            written.add(WeekdaySet::single(day), text);
        }
    }
    let mut written = written.settled(&beside, false);
    assumed.extend(written.texts_mut().flat_map(assumptions));
    let hours = beside.union(&written.hours());
    if hours.is_empty() {
        let fault = Fault::error("no-hours", "no hours at all", "write them like 9-17");
        faults.push((Some(field), fault));
        return None;
    }
    // A cell for each day says the same of each.
    let mut said = FxHashSet::default();
    assumed.retain(|assumed| said.insert(assumed.clone()));
    let is_on_24_hours = written.is_on_24_hours();
    let nights = written.has_nights().then(|| written.into());
    Some(ReadHours { hours, assumed, are_days_open, is_on_24_hours, nights })
}

/// Words for the usual days.
const USUAL: [&str; 8] = [
    "workdays",
    "work days",
    "working days",
    "business days",
    "usual",
    "as usual",
    "regular days",
    "normal week",
];

/// The usual days without those that a cell takes out of them: `Fri off`.
fn usual_without(days: &str, usual: WeekdaySet) -> Option<WeekdaySet> {
    let left = usual.difference(days_off(days)?);
    (!left.is_empty()).then_some(left)
}

/// Whether a cell of hours is a date: spreadsheets make 9 May of `9-5`, 5 September elsewhere.
fn is_date(cell: &str) -> bool {
    let is_word = cell.contains(char::is_alphabetic);
    DateText::read(cell).is_ok_and(|date| date.month.is_some() && (date.year.is_some() || is_word))
}

fn made_a_date(cell: &str) -> Fault {
    let message = format!("{} is a date, which spreadsheets make of hours such as 9-5", Quoted(cell));
    Fault::error(
        "date-for-hours",
        message,
        "format the column as text and write the hours again, as in 09:00-17:00",
    )
}

/// How bare hours were read.
pub(super) fn read_as(bare: &BareHours) -> Assumed {
    let message = format!("`{}` is read as {}-{}", bare.written, clock(bare.start), clock(bare.end));
    ("bare-hours", message.into())
}

pub(super) fn clock(minute: u16) -> String {
    const DAY: u16 = 24 * 60;
    // Nights end on the day after.
    let minute = if minute > DAY { minute - DAY } else { minute };
    format!("{:02}:{:02}", minute / 60, minute % 60)
}

/// What was assumed of hours as they are written; whole days are completed.
fn assumptions(text: &mut HoursText) -> Vec<Assumed> {
    let mut assumed: Vec<Assumed> = text.bare_hours().iter().map(read_as).collect();
    if let Some([(start, end), (from, to)]) = text.overlap() {
        let [start, end, from, to] = [start, end, from, to].map(clock);
        let message = format!("{start}-{end} and {from}-{to} overlap, and are read as one stretch");
        assumed.push(("overlapping-hours", message.into()));
    }
    if let Some(pause) = text.untimed() {
        let lower = pause.to_lowercase();
        let is_of_days = lower.split_whitespace().any(|word| Unit::Days.is(word))
            && lower.contains(|c: char| c.is_ascii_digit());
        let message = match is_of_days {
            true => format!("{} says how many days, not which: the usual ones are taken", Quoted(pause)),
            false => format!("{} says no times and is left out of the hours", Quoted(pause)),
        };
        assumed.push(("pause-without-times", message.into()));
    }
    if text.complete_days() {
        assumed.push(("full-day", "00:00-23:59 is read as the whole day, 00:00-24:00".into()));
    }
    assumed
}

/// A cell that gives hours, of a column that may hold something else: `Immediate` under `Availability` gives
/// none.
pub(super) fn may_be_hours(cell: &str) -> bool {
    parse_hours(cell).is_ok() || {
        let lower = cell.to_lowercase();
        let is_digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
        let between_digits = |(at, mark): (usize, &str)| {
            is_digit(lower[..at].trim_end().chars().next_back())
                && is_digit(lower[at + mark.len()..].trim_start().chars().next())
        };
        let has_range = ["-", "\u{2013}", "\u{2014}", ":", "to"]
            .iter()
            .any(|mark| lower.match_indices(mark).any(between_digits));
        has_range
            || ["am", "pm", "a.m.", "p.m."].iter().any(|half| {
                lower.match_indices(half).any(|(at, _)| is_digit(lower[..at].trim_end().chars().next_back()))
            })
    }
}

/// That a cell gives no hours.
pub(super) fn no_hours_in(header: &str) -> Assumed {
    let message: Arc<str> = format!("`{header}` gives no hours there and is not read").into();
    ("vague-hours", message)
}

/// A cell that gives days, of a column that may hold something else.
pub(super) fn may_be_days(cell: &str) -> bool {
    parse_days(cell).is_ok() || days_off(cell).is_some()
}

/// That a cell gives no days.
pub(super) fn no_days_in(header: &str) -> Assumed {
    let message: Arc<str> = format!("`{header}` gives no weekdays there and is not read").into();
    ("vague-days", message)
}

fn read_start_and_end(cells: &HoursCells<'_>, faults: &mut Faults) -> Option<HoursText> {
    let missing = |has: &str, lacks: &str, example: &str| {
        Fault::error(
            "half-hours",
            format!("`{has}` is given, but no `{lacks}`"),
            format!("write the {lacks} as well, such as {example}"),
        )
    };
    match (cells.start, cells.end) {
        ("", "") => return None,
        (_, "") => faults.push((Some(Field::Start), missing("start", "end", "17:00"))),
        ("", _) => faults.push((Some(Field::End), missing("end", "start", "09:00"))),
        (start, end) => {
            // Of a bad time the column is shown.
            let is_time = |time: &str| {
                HoursText::from_columns(time, "23:59").map_or_else(|error| !is_no_time(&error), |_| true)
            };
            let bad = [(Field::Start, start), (Field::End, end)].into_iter().filter_map(|(field, cell)| {
                let time = cell.split(';').find(|time| !is_time(time.trim().trim_end_matches("+1")))?;
                HoursText::from_columns(time, "23:59").err().map(|error| wrong(field, "bad-time", &error))
            });
            let before = faults.len();
            faults.extend(bad);
            if faults.len() == before {
                let both = HoursText::from_columns(start, end);
                return both.map_err(|error| faults.push(wrong(Field::End, "bad-hours", &error))).ok();
            }
        }
    }
    None
}

fn is_no_time(error: &HoursError) -> bool {
    error.kind() == HoursErrorKind::NotATime
}

/// The grammar says "what is wrong; what to write".
fn wrong(field: Field, code: &'static str, error: &HoursError) -> (Option<Field>, Fault) {
    let code = if error.kind() == HoursErrorKind::AmbiguousDays { "ambiguous-days" } else { code };
    let text = error.to_string();
    let (message, help) =
        text.split_once("; ").unwrap_or((&text, "write 9-17 or 09:00-17:30, and days like Mon-Fri"));
    (Some(field), Fault::error(code, message, help))
}

//! What a cell of a sheet holds, and the text that a table would have in its place.

use std::borrow::Cow;

use chrono::{Days, NaiveDate};

use crate::columns::Field;
use crate::faults::Fault;

/// What a cell holds.
#[derive(Clone, PartialEq, Debug)]
pub(super) enum SheetValue<'s> {
    Blank,
    Text(Cow<'s, str>),
    Number(f64),
    Bool(bool),
    /// A number of days that is shown as a date or as a time of day: dates since 1899-12-30, times below 1.
    Moment(f64),
    /// A number of days that is shown as hours and minutes, however many.
    Duration(f64),
    /// A formula whose result the program that wrote the file has not stored.
    NoResult,
}

/// A cell, or several side by side that hold the same.
#[derive(Clone, Debug)]
pub(super) struct CellRun<'s> {
    /// The column of the first, from 0.
    pub(super) column: u32,
    pub(super) times: u32,
    pub(super) value: SheetValue<'s>,
}

const DAY: f64 = 86_400.0;

impl SheetValue<'_> {
    pub(super) fn is_blank(&self) -> bool {
        match self {
            Self::Blank => true,
            Self::Text(text) => text.trim().is_empty(),
            _ => false,
        }
    }

    /// The text of a cell in the column of a field.
    pub(super) fn text(&self, field: Option<Field>) -> Result<Cow<'_, str>, Fault> {
        let is_clock = matches!(field, Some(Field::Start | Field::End | Field::Hours));
        Ok(match *self {
            Self::Blank => "".into(),
            Self::Text(ref text) => Cow::Borrowed(text),
            Self::NoResult => return Err(no_result()),
            Self::Bool(value) if is_clock => return Err(a_bool(value)),
            Self::Bool(value) => if value { "yes" } else { "no" }.into(),
            // Nine is nine o'clock, and a fraction of a day a time of it.
            Self::Number(number) if is_clock && (0.0..1.0).contains(&number) => clock(number).into(),
            Self::Number(number) if is_clock && number.fract() != 0.0 => return Err(ambiguous(number)),
            Self::Number(number) => number.to_string().into(),
            Self::Duration(days) if (0.0..1000.0).contains(&days) => clock(days).into(),
            // A day and a quarter, shown as 06:00: a time that was added to.
            Self::Moment(days) if is_clock && (0.0..2.0).contains(&days) => clock(days.fract()).into(),
            Self::Moment(days) if (0.0..1.0).contains(&days) => clock(days).into(),
            Self::Moment(days) | Self::Duration(days) => match date(days) {
                Some(date) if is_clock => return Err(a_date(&date)),
                Some(date) => date.into(),
                None => days.to_string().into(),
            },
        })
    }
}

/// Days as hours and minutes, to the second; seconds are written only where there are some.
fn clock(days: f64) -> String {
    let seconds = (days * DAY).round() as u64;
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    match seconds {
        0 => format!("{hours:02}:{minutes:02}"),
        _ => format!("{hours:02}:{minutes:02}:{seconds:02}"),
    }
}

/// A count of days as a date, with the time if there is one.
fn date(days: f64) -> Option<String> {
    // The last day of the year 9999.
    if !(1.0..2_958_466.0).contains(&days) {
        return None;
    }
    // The programs believe in 1900-02-29: before it they count a day less.
    let whole = days as u64 + u64::from(days < 61.0);
    let date = NaiveDate::from_ymd_opt(1899, 12, 30)?.checked_add_days(Days::new(whole))?;
    let rest = clock(days.fract());
    Some(if days.fract() * DAY < 0.5 { date.to_string() } else { format!("{date} {rest}") })
}

/// Days as a date would be counted: of `2026-12-24`, with a time or without.
pub(super) fn days_of(iso: &str) -> Option<f64> {
    let (date, time) = iso.split_once('T').unwrap_or((iso, ""));
    let date = NaiveDate::parse_from_str(date, "%Y-%m-%d").ok()?;
    let days = (date - NaiveDate::from_ymd_opt(1899, 12, 30)?).num_days();
    // Before March 1900 the count differs, see above.
    let days = if (2..=60).contains(&days) { days - 1 } else { days };
    let mut parts = time.trim_end_matches('Z').split(':').map(|part| part.parse::<f64>().ok());
    let mut next = || parts.next().flatten().filter(|part| (0.0..100.0).contains(part)).unwrap_or(0.0);
    let seconds = next() * 3600.0 + next() * 60.0 + next();
    Some(days as f64 + seconds / DAY)
}

fn no_result() -> Fault {
    Fault::error(
        "formula-without-result",
        "the formula in this cell has no stored result",
        "open and save the file in a spreadsheet program and try again",
    )
}

fn a_bool(value: bool) -> Fault {
    let value = if value { "TRUE" } else { "FALSE" };
    Fault::error(
        "bad-time",
        format!("this cell holds {value}, which is no time of day"),
        "write it as a time, such as 09:30",
    )
}

fn ambiguous(number: f64) -> Fault {
    Fault::error(
        "bad-time",
        format!("the number {number} is no time of day: a fraction of an hour, or minutes?"),
        "write it as a time, such as 09:30",
    )
}

fn a_date(date: &str) -> Fault {
    Fault::error(
        "date-for-hours",
        format!("this cell is a date, {date}: the program that saved it made one of what looked like a date"),
        "format the cell as text and write the hours again, as in 9-17",
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(value: &SheetValue<'_>, field: Field) -> String {
        value.text(Some(field)).map(Cow::into_owned).unwrap_or_else(|fault| fault.code.to_owned())
    }

    #[test]
    fn times_are_read_however_they_are_kept() {
        let cases = [
            (SheetValue::Number(9.0), "9"),
            (SheetValue::Number(0.375), "09:00"),
            (SheetValue::Number(0.0), "00:00"),
            (SheetValue::Number(9.5), "bad-time"),
            (SheetValue::Moment(0.375), "09:00"),
            (SheetValue::Moment(0.729_166_666_666_67), "17:30"),
            (SheetValue::Moment(0.999_99), "23:59:59"),
            (SheetValue::Moment(1.25), "06:00"),
            (SheetValue::Moment(9.0), "date-for-hours"),
            (SheetValue::Moment(46_277.0), "date-for-hours"),
            (SheetValue::Duration(0.375), "09:00"),
            (SheetValue::Duration(1.0), "24:00"),
            (SheetValue::Duration(1.25), "30:00"),
            (SheetValue::Text("9am".into()), "9am"),
            (SheetValue::Blank, ""),
            (SheetValue::Bool(true), "bad-time"),
            (SheetValue::NoResult, "formula-without-result"),
        ];
        for (value, expected) in cases {
            assert_eq!(text(&value, Field::Start), expected, "{value:?}");
        }
    }

    #[test]
    fn dates_are_dates_elsewhere() {
        let cases = [
            (SheetValue::Moment(46_380.0), "2026-12-24"),
            (SheetValue::Moment(46_380.5), "2026-12-24 12:00"),
            (SheetValue::Moment(1.0), "1900-01-01"),
            (SheetValue::Moment(59.0), "1900-02-28"),
            (SheetValue::Moment(61.0), "1900-03-01"),
            (SheetValue::Moment(2_958_465.0), "9999-12-31"),
            (SheetValue::Moment(1e300), &1e300.to_string()),
            (SheetValue::Moment(-1.0), "-1"),
            (SheetValue::Moment(f64::NAN), "NaN"),
            (SheetValue::Number(46_380.0), "46380"),
            (SheetValue::Number(5.5), "5.5"),
            (SheetValue::Bool(true), "yes"),
        ];
        for (value, expected) in cases {
            assert_eq!(text(&value, Field::Off), expected, "{value:?}");
        }
        for (iso, expected) in [
            ("2026-12-24", "2026-12-24"),
            ("1900-01-01", "1900-01-01"),
            ("2026-12-24T12:00:00", "2026-12-24 12:00"),
            ("1899-12-30T09:00:00", "09:00"),
        ] {
            assert_eq!(text(&SheetValue::Moment(days_of(iso).unwrap()), Field::Off), expected);
        }
        assert_eq!(days_of("no date"), None);
    }
}

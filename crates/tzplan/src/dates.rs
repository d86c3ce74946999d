//! Ranges of civil dates.

use std::fmt;
use std::str::FromStr;

use chrono::NaiveDate;

use crate::error::error_type;
use crate::minutes::{civil_date, day_number};

/// Civil dates from a first to a last one, **both included**; at least one.
///
/// Shown as `2027-01-11..2027-01-15`, and read from that; a date alone is the range of that date. With
/// `serde` an object of `first` and `last`.
///
/// ```
/// use tzplan::DateRange;
/// let week: DateRange = "2027-01-11..2027-01-15".parse()?;
/// assert_eq!((week.days(), week.to_string()), (5, "2027-01-11..2027-01-15".into()));
/// assert_eq!(week.after().to_string(), "2027-01-16"); // the first date that is not in it
/// assert!("2027-01-15..2027-01-11".parse::<DateRange>().is_err());
/// # Ok::<(), tzplan::DateRangeError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct DateRange {
    first: NaiveDate,
    last: NaiveDate,
}

impl DateRange {
    /// From a first to a last date, both included.
    ///
    /// # Errors
    ///
    /// [`DateRangeError`] when the last comes before the first, or is the last date of chrono's calendar.
    pub fn new(first: NaiveDate, last: NaiveDate) -> Result<Self, DateRangeError> {
        if last < first {
            let message = format!("{first} comes after {last}; write the earlier date first");
            return Err(DateRangeError::new(DateRangeErrorKind::Reversed, message));
        }
        if last == NaiveDate::MAX {
            let message = format!("no date comes after {last}; end a range earlier");
            return Err(DateRangeError::new(DateRangeErrorKind::EndOfCalendar, message));
        }
        Ok(Self { first, last })
    }

    /// From a date up to, not including, another.
    ///
    /// # Errors
    ///
    /// [`DateRangeError`] when there is no date between them.
    pub fn until(from: NaiveDate, to: NaiveDate) -> Result<Self, DateRangeError> {
        match to.pred_opt() {
            Some(last) if from <= last => Ok(Self { first: from, last }),
            _ => {
                let message = format!("{from} up to {to} holds no date; the end is the first date left out");
                Err(DateRangeError::new(DateRangeErrorKind::Empty, message))
            }
        }
    }

    /// One date, which is known not to be the last of chrono's calendar.
    pub(crate) fn of(date: NaiveDate) -> Self {
        Self { first: date, last: date }
    }

    /// The same up to a date that is known to come later.
    pub(crate) fn up_to(self, last: NaiveDate) -> Self {
        Self { last, ..self }
    }

    /// Of dates that are known to lie in chrono's calendar: `days` of them from one on, by days since 1970.
    pub(crate) fn of_days(first: i32, days: u32) -> Self {
        Self { first: civil_date(first), last: civil_date(first + days as i32 - 1) }
    }

    /// The first date.
    pub fn first(self) -> NaiveDate {
        self.first
    }

    /// The last date, included.
    pub fn last(self) -> NaiveDate {
        self.last
    }

    /// The first date after them.
    pub fn after(self) -> NaiveDate {
        self.last.succ_opt().expect("a range ends before the calendar does")
    }

    /// How many dates they are; at least 1.
    pub fn days(self) -> u32 {
        day_number(self.last).abs_diff(day_number(self.first)) + 1
    }

    /// Whether a date is one of them.
    pub fn contains(self, date: NaiveDate) -> bool {
        self.first <= date && date <= self.last
    }

    /// The dates, in order.
    pub fn iter(self) -> impl Iterator<Item = NaiveDate> {
        self.first.iter_days().take(self.days() as usize)
    }

    /// Their days since 1970, half-open.
    pub(crate) fn day_numbers(self) -> std::ops::Range<i32> {
        day_number(self.first)..day_number(self.last) + 1
    }
}

impl From<NaiveDate> for DateRange {
    /// The range of one date; the last date of chrono's calendar becomes the one before it.
    fn from(date: NaiveDate) -> Self {
        let date = if date == NaiveDate::MAX { date.pred_opt().unwrap_or(date) } else { date };
        Self { first: date, last: date }
    }
}

impl fmt::Display for DateRange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&format!("{}..{}", self.first, self.last))
    }
}

impl FromStr for DateRange {
    type Err = DateRangeError;

    fn from_str(text: &str) -> Result<Self, DateRangeError> {
        let (first, last) = text.split_once("..").unwrap_or((text, text));
        let date = |text: &str| {
            text.trim().parse::<NaiveDate>().map_err(|_| {
                let message = format!("`{text}` is no date; write it like 2026-11-23");
                DateRangeError::new(DateRangeErrorKind::NotADate, message)
            })
        };
        Self::new(date(first)?, date(last)?)
    }
}

error_type! {
    /// Why dates are no range. Its message says what to write.
    DateRangeError, DateRangeErrorKind
}

/// What is wrong with a range of dates.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[non_exhaustive]
pub enum DateRangeErrorKind {
    /// The text is no date.
    NotADate,
    /// The last date comes before the first.
    Reversed,
    /// A half-open range holds no date.
    Empty,
    /// The range ends with the last date of chrono's calendar.
    EndOfCalendar,
}

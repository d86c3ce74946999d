//! Weekly working hours on the wall clock, and the grammars people write them in.

mod around_times;
mod bare;
mod columns;
mod days;
mod days_off;
mod error;
mod grammar;
mod in_words;
mod one_language;
mod pauses;
mod ranges;
mod remarks;
mod show;
mod spaced;
mod spelling;
mod spelling_words;
mod text;
mod week_text;
mod weekday_words;

use std::sync::Arc;

use chrono::{Weekday, WeekdaySet};

use crate::clock::ClockTime;
use crate::duration::Shift;
use crate::minutes::{DAY, WEEK};
pub use bare::BareHours;
pub use days::parse_days;
pub use days_off::days_off;
pub use error::{HoursError, HoursErrorKind};
pub use grammar::parse_hours;
pub use show::show_days;
pub use text::HoursText;
pub use week_text::WeekText;
pub use weekday_words::WeekdayNames;

/// How a week without hours is shown.
const NO_HOURS: &str = "none";

/// One stretch of work `[start, end)` in minutes of the wall clock of the day on which it starts. An end past
/// 24:00 runs into the next day and still belongs to this one.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Stretch {
    #[cfg_attr(feature = "serde", serde(serialize_with = "crate::output::weekday"))]
    day: u8,
    start: u16,
    end: u16,
}

impl Stretch {
    /// A stretch that starts on `day` at `start` minutes after 00:00 and ends at `end`.
    ///
    /// # Errors
    ///
    /// [`HoursError`] unless `0 ≤ start < 1440` and `start < end ≤ start + 1440`.
    pub fn new(day: Weekday, start: u16, end: u16) -> Result<Self, HoursError> {
        if start >= 1440 {
            return Err(HoursError::new(HoursErrorKind::StartsTooLate, "a stretch starts before 24:00"));
        }
        if end <= start || end > start + 1440 {
            let message = "a stretch lasts from one minute to 24 hours; write 00:00-24:00 for a full day";
            return Err(HoursError::new(HoursErrorKind::Length, message));
        }
        Ok(Self::known(day, start, end))
    }

    /// A stretch from one time of a day to another, on the next day where that is not later.
    ///
    /// ```
    /// use chrono::{NaiveTime, Weekday};
    /// use tzplan::{ClockTime, Stretch};
    /// let at = |hour| NaiveTime::from_hms_opt(hour, 0, 0).map(ClockTime::try_from).unwrap();
    /// let night = Stretch::between(Weekday::Fri, at(22)?, at(6)?)?;
    /// assert_eq!((night.start(), night.end()), (22 * 60, 30 * 60));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`HoursError`] where both are the same time, or the first is 24:00.
    pub fn between(day: Weekday, start: ClockTime, end: ClockTime) -> Result<Self, HoursError> {
        let (start, end) = ranges::stretch(start, end)?;
        Ok(Self::known(day, start, end))
    }

    /// A stretch that is known to be one, or several of a day in one.
    fn known(day: Weekday, start: u16, end: u16) -> Self {
        Self { day: day.num_days_from_monday() as u8, start, end }
    }

    /// The weekday on which it starts.
    pub fn day(self) -> Weekday {
        Weekday::try_from(self.day).expect("0..7 by construction")
    }

    /// Its start, in minutes after 00:00 of its day.
    pub fn start(self) -> u16 {
        self.start
    }

    /// Its end, in minutes after 00:00 of its day; past 1440 it runs into the next. Stretches of a day that
    /// overlap are merged, so that it may last longer than 24 hours.
    pub fn end(self) -> u16 {
        self.end
    }

    /// Start and end in minutes from Monday 00:00 of the local week; the end may exceed the week.
    pub(crate) fn week_minutes(self) -> (i32, i32) {
        let day = i32::from(self.day) * DAY;
        (day + i32::from(self.start), day + i32::from(self.end))
    }
}

/// A week of working hours: for each weekday, the stretches that start on it.
///
/// Canonical: sorted, stretches of one day neither touch nor overlap. Cheap to clone.
///
/// ```
/// use tzplan::WeeklyHours;
/// let hours: WeeklyHours = "Mon-Thu 9-12,13-17; Fri 22:00-06:00".parse().unwrap();
/// assert_eq!(hours.to_string(), "09:00-12:00,13:00-17:00 Mon-Thu; 22:00-06:00 Fri");
/// assert_eq!(hours.workdays(), 5);
/// assert_eq!("9-17".parse::<WeeklyHours>().unwrap(), WeeklyHours::default()); // Monday to Friday
/// ```
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(into = "String"))]
pub struct WeeklyHours {
    stretches: Arc<[Stretch]>,
}

impl WeeklyHours {
    /// The hours made of these stretches, in any order.
    pub fn new(stretches: impl IntoIterator<Item = Stretch>) -> Self {
        let mut sorted: Vec<_> = stretches.into_iter().collect();
        sorted.sort_unstable();
        let mut merged: Vec<Stretch> = Vec::with_capacity(sorted.len());
        for stretch in sorted {
            match merged.last_mut() {
                Some(last) if last.day == stretch.day && stretch.start <= last.end => {
                    last.end = last.end.max(stretch.end);
                }
                _ => merged.push(stretch),
            }
        }
        Self { stretches: merged.into() }
    }

    /// The same stretches `(start, end)`, in minutes after 00:00, on each of these days.
    ///
    /// # Errors
    ///
    /// Those of [`Stretch::new`].
    pub fn on(days: WeekdaySet, stretches: &[(u16, u16)]) -> Result<Self, HoursError> {
        let mut all = Vec::with_capacity(stretches.len() * usize::from(days.len()));
        for day in days.iter(Weekday::Mon) {
            for &(start, end) in stretches {
                all.push(Stretch::new(day, start, end)?);
            }
        }
        Ok(Self::new(all))
    }

    /// The hours between two times of each of these days, on the next day where the second is not later.
    ///
    /// ```
    /// use chrono::NaiveTime;
    /// use tzplan::{WeeklyHours, hours};
    /// let [nine, five] = [9, 17].map(|hour| NaiveTime::from_hms_opt(hour, 0, 0).unwrap());
    /// let hours = WeeklyHours::between(hours::parse_days("Mon-Fri")?, nine.try_into()?, five.try_into()?)?;
    /// assert_eq!(hours, WeeklyHours::default());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Those of [`Stretch::between`].
    pub fn between(days: WeekdaySet, start: ClockTime, end: ClockTime) -> Result<Self, HoursError> {
        let stretches = days.iter(Weekday::Mon).map(|day| Stretch::between(day, start, end));
        Ok(Self::new(stretches.collect::<Result<Vec<_>, _>>()?))
    }

    /// The stretches by weekday (Monday first) and start.
    pub fn stretches(&self) -> &[Stretch] {
        &self.stretches
    }

    /// Whether nobody works at all.
    pub fn is_empty(&self) -> bool {
        self.stretches.is_empty()
    }

    /// The weekdays on which a shift starts.
    pub fn days(&self) -> WeekdaySet {
        self.stretches.iter().map(|stretch| stretch.day()).collect()
    }

    /// On how many weekdays a shift starts.
    pub fn workdays(&self) -> u32 {
        self.days().len().into()
    }

    /// The hours of both.
    pub fn union(&self, other: &Self) -> Self {
        Self::new(self.stretches.iter().chain(&*other.stretches).copied())
    }

    /// Every stretch moved around the week.
    pub fn moved(&self, by: Shift) -> Self {
        let by = by.minutes().rem_euclid(WEEK);
        Self::new(self.stretches.iter().map(|stretch| {
            let (start, end) = stretch.week_minutes();
            let moved = (start + by).rem_euclid(WEEK);
            let start_of_day = moved % DAY;
            Stretch {
                day: (moved / DAY) as u8,
                start: start_of_day as u16,
                end: (start_of_day + end - start) as u16,
            }
        }))
    }

    /// For each weekday on which a shift starts, the span from its first start to its last end, breaks
    /// included, in minutes from Monday 00:00 of the local week.
    pub(crate) fn spans(&self) -> impl Iterator<Item = (i32, i32)> {
        self.stretches.chunk_by(|a, b| a.day == b.day).map(|day| {
            let last = day.iter().map(|stretch| stretch.week_minutes().1).max();
            (day[0].week_minutes().0, last.expect("chunks are never empty"))
        })
    }
}

impl Default for WeeklyHours {
    /// 09:00–17:00, Monday to Friday.
    fn default() -> Self {
        let weekdays = (0..5).map(|day| Stretch { day, start: 9 * 60, end: 17 * 60 });
        Self::new(weekdays)
    }
}

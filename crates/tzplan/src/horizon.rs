//! The planning range.

use std::ops::Range;

use chrono::{NaiveDate, TimeZone};

use crate::dates::DateRange;
use crate::error::error_type;
use crate::interval::Interval;
use crate::minutes::{UtcMinute, day_number};
use crate::zone::{Zone, minute_pieces};

/// The civil dates `[from, to)` for which a plan is made, read at 00:00 in the home zone.
///
/// ```
/// use chrono::NaiveDate;
/// use tzplan::{Horizon, Zone};
/// let from = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
/// let horizon = Horizon::year(from, Zone::iana("Europe/Berlin").unwrap()).unwrap();
/// assert_eq!(horizon.days(), 364); // 52 whole weeks
/// assert_eq!(horizon.range().start().to_utc().to_rfc3339(), "2026-11-22T23:00:00+00:00");
/// ```
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Horizon {
    from: NaiveDate,
    to: NaiveDate,
    home: Zone,
}

impl Horizon {
    /// The most days a horizon may have: a hundred years.
    pub const MAX_DAYS: u32 = 36_525;
    /// The days of the default horizon: 52 whole weeks.
    pub const DEFAULT_DAYS: u32 = 364;

    const FIRST: NaiveDate = NaiveDate::from_ymd_opt(1900, 1, 1).expect("a first of January");
    const AFTER: NaiveDate = NaiveDate::from_ymd_opt(3000, 1, 1).expect("a first of January");

    /// Those of some dates that lie in years that can be planned, as days since 1970; it may be none.
    pub(crate) fn plannable(dates: DateRange) -> Range<i32> {
        let within = |date: NaiveDate| day_number(date.clamp(Self::FIRST, Self::AFTER));
        within(dates.first())..within(dates.after())
    }

    /// The dates from `from` up to, not including, `to`.
    ///
    /// # Errors
    ///
    /// [`HorizonError`] when it is empty (also because the home zone's clock skips its only date, as Samoa's
    /// did on 30 December 2011), longer than [`Horizon::MAX_DAYS`] or outside the years 1900 to
    /// 2999.
    pub fn new(from: NaiveDate, to: NaiveDate, home: Zone) -> Result<Self, HorizonError> {
        let days = i64::from(day_number(to)) - i64::from(day_number(from));
        if days <= 0 {
            let message = format!("{from} to {to} is empty; the end is the first day not planned");
            return Err(HorizonError::new(HorizonErrorKind::Empty, message));
        }
        if days > i64::from(Self::MAX_DAYS) {
            let message = format!("{days} days are too many; plan at most {}", Self::MAX_DAYS);
            return Err(HorizonError::new(HorizonErrorKind::TooLong, message));
        }
        if from < Self::FIRST || to > Self::AFTER {
            let message = format!("{from} to {to} leaves the years 1900 to 2999");
            return Err(HorizonError::new(HorizonErrorKind::OutOfYears, message));
        }
        let horizon = Self { from, to, home };
        if horizon.starts_at() == horizon.ends_at() {
            let home = horizon.home.name();
            let message = format!("{from} to {to} is empty: clocks in {home} skipped {from}");
            return Err(HorizonError::new(HorizonErrorKind::Skipped, message));
        }
        Ok(horizon)
    }

    /// The dates of a range, its last one included.
    ///
    /// # Errors
    ///
    /// Those of [`Horizon::new`].
    pub fn over(dates: DateRange, home: Zone) -> Result<Self, HorizonError> {
        Self::new(dates.first(), dates.after(), home)
    }

    /// That many days from a date on.
    ///
    /// # Errors
    ///
    /// Those of [`Horizon::new`].
    pub fn of_days(from: NaiveDate, days: u32, home: Zone) -> Result<Self, HorizonError> {
        let to = from.checked_add_days(chrono::Days::new(days.into()));
        let to = to.ok_or_else(|| {
            let message = format!("{from} and {days} days leave the calendar");
            HorizonError::new(HorizonErrorKind::OutOfYears, message)
        })?;
        Self::new(from, to, home)
    }

    /// The default: 364 days, 52 whole weeks.
    ///
    /// # Errors
    ///
    /// Those of [`Horizon::new`].
    pub fn year(from: NaiveDate, home: Zone) -> Result<Self, HorizonError> {
        Self::of_days(from, Self::DEFAULT_DAYS, home)
    }

    /// The first date.
    pub fn from(&self) -> NaiveDate {
        self.from
    }

    /// The first date after it.
    pub fn to(&self) -> NaiveDate {
        self.to
    }

    /// Its dates as a range, from [`from`](Self::from) to the last one before [`to`](Self::to).
    pub fn dates(&self) -> DateRange {
        DateRange::of_days(day_number(self.from), self.days())
    }

    /// How many civil dates it has.
    pub fn days(&self) -> u32 {
        (day_number(self.to) - day_number(self.from)) as u32
    }

    /// The zone in which its dates begin.
    pub fn home(&self) -> &Zone {
        &self.home
    }

    /// Its instants: from the first instant of the first date to that of the date after the last.
    pub fn range(&self) -> Interval<UtcMinute> {
        Interval::new(self.starts_at(), self.ends_at()).expect("an end after the start by construction")
    }

    fn starts_at(&self) -> UtcMinute {
        first_instant(&self.home, self.from)
    }

    fn ends_at(&self) -> UtcMinute {
        first_instant(&self.home, self.to)
    }
}

/// The first instant at which a zone's clock reads 00:00 of a date or later.
pub(crate) fn first_instant(zone: &Zone, date: NaiveDate) -> UtcMinute {
    let midnight = zone.from_utc_datetime(&date.and_time(chrono::NaiveTime::MIN));
    let around = UtcMinute::floor(midnight.to_utc());
    let range =
        Interval::new(UtcMinute(around.0 - 2880), UtcMinute(around.0 + 2880)).expect("two days around");
    crate::availability::first_instant_reading(
        minute_pieces(zone, range),
        day_number(date) * crate::minutes::DAY,
    )
}

error_type! {
    /// Why dates are no horizon; its message says what to change.
    HorizonError, HorizonErrorKind
}

/// What is wrong with a planning range.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[non_exhaustive]
pub enum HorizonErrorKind {
    /// It has no dates.
    Empty,
    /// The home zone's clock skips its only date: its first and last midnight are one instant.
    Skipped,
    /// It has more than [`Horizon::MAX_DAYS`].
    TooLong,
    /// It leaves the years 1900 to 2999.
    OutOfYears,
}

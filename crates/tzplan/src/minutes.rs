//! Quantities of time: points ([`UtcMinute`], [`WeekMinute`]), lengths ([`Minutes`]) and the exact daily
//! average [`PerDay`]. All are whole minutes; none is ever a float.

use std::cmp::Ordering;
use std::fmt::{self, Debug};

use chrono::{DateTime, NaiveDate, Utc};

/// Minutes in a day.
pub(crate) const DAY: i32 = 24 * 60;
/// Minutes in a week.
pub(crate) const WEEK: i32 = 7 * DAY;

/// What an interval's ends are made of.
pub trait Point: Copy + Ord + Debug {
    /// Minutes from an earlier point to this one.
    fn minutes_since(self, earlier: Self) -> i64;
}

/// An instant: a whole minute of UTC, counted from 1970-01-01T00:00Z.
///
/// Covers the years −2100 to 6000, far beyond any planning range.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct UtcMinute(pub(crate) i32);

impl UtcMinute {
    /// The instant that many minutes after (before, when negative) 1970-01-01T00:00Z.
    pub const fn from_epoch_minutes(minutes: i32) -> Self {
        Self(minutes)
    }

    /// Minutes since 1970-01-01T00:00Z.
    pub const fn epoch_minutes(self) -> i32 {
        self.0
    }

    /// The last whole minute at or before an instant; instants beyond the range saturate.
    ///
    /// ```
    /// use tzplan::UtcMinute;
    /// let t = "2026-03-08T07:00:59Z".parse::<chrono::DateTime<chrono::Utc>>().unwrap();
    /// assert_eq!(UtcMinute::floor(t).to_utc().to_rfc3339(), "2026-03-08T07:00:00+00:00");
    /// ```
    pub fn floor(instant: DateTime<Utc>) -> Self {
        let minutes = instant.timestamp().div_euclid(60);
        Self(minutes.clamp(i64::from(i32::MIN), i64::from(i32::MAX)) as i32)
    }

    /// The same instant as chrono's type.
    pub fn to_utc(self) -> DateTime<Utc> {
        DateTime::from_timestamp(i64::from(self.0) * 60, 0)
            .expect("every i32 of minutes lies in chrono's range")
    }
}

impl fmt::Display for UtcMinute {
    /// RFC 3339, in UTC: `2026-11-23T08:00:00Z`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.to_utc().to_rfc3339_opts(chrono::SecondsFormat::Secs, true))
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for UtcMinute {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl Point for UtcMinute {
    fn minutes_since(self, earlier: Self) -> i64 {
        i64::from(self.0) - i64::from(earlier.0)
    }
}

/// A minute of the circular UTC week, counted from Monday 00:00 UTC: `0..10_080`.
///
/// As the end of an interval it may be 10 080, the end of Sunday.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(transparent))]
pub struct WeekMinute(pub(crate) u16);

impl WeekMinute {
    /// Minutes since Monday 00:00 UTC.
    pub const fn get(self) -> u16 {
        self.0
    }
}

impl Point for WeekMinute {
    fn minutes_since(self, earlier: Self) -> i64 {
        i64::from(self.0) - i64::from(earlier.0)
    }
}

/// A length of time in whole minutes. Shown as `h:mm`, and read from that, `4h`, `90m` or `1h30`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(transparent))]
pub struct Minutes(pub u32);

impl Minutes {
    /// No time at all.
    pub const ZERO: Self = Self(0);

    /// That many hours; beyond what minutes count, the most there are.
    pub const fn hours(hours: u32) -> Self {
        Self(hours.saturating_mul(60))
    }

    /// The number of minutes.
    pub const fn get(self) -> u32 {
        self.0
    }
}

impl fmt::Display for Minutes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&format!("{}:{:02}", self.0 / 60, self.0 % 60))
    }
}

/// An exact average per day: minutes a week over days a week.
///
/// Two of them are compared as fractions with [`PerDay::cmp_value`]; `==` compares the pair itself, so that
/// 900/5 and 720/4 are different pairs of equal value. Shown as `h:mm` a day, rounded down.
///
/// ```
/// use tzplan::PerDay;
/// let four_days = PerDay { minutes_per_week: 720, days: 4 };
/// assert_eq!(four_days.to_string(), "3:00");
/// assert!(four_days.cmp_value(PerDay { minutes_per_week: 899, days: 5 }).is_gt());
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct PerDay {
    /// Minutes in a week.
    pub minutes_per_week: u32,
    /// Days of the week they are spread over; at least 1. None at all are taken for 1 where minutes a day are
    /// shown.
    pub days: u32,
}

impl PerDay {
    /// The same number of minutes every day.
    pub const fn of(minutes: Minutes) -> Self {
        Self { minutes_per_week: minutes.0, days: 1 }
    }

    /// Compares the values as fractions, exactly.
    pub fn cmp_value(self, other: Self) -> Ordering {
        let left = u64::from(self.minutes_per_week) * u64::from(other.days);
        left.cmp(&(u64::from(other.minutes_per_week) * u64::from(self.days)))
    }

    /// Whether the value is at or above another's.
    pub fn reaches(self, other: Self) -> bool {
        self.cmp_value(other).is_ge()
    }

    /// The smaller value; the left one when they are equal.
    pub fn min_value(self, other: Self) -> Self {
        if other.cmp_value(self).is_lt() { other } else { self }
    }

    const fn spread_over(self) -> u32 {
        if self.days == 0 { 1 } else { self.days }
    }

    /// Whole minutes a day, rounded down.
    pub const fn floor(self) -> Minutes {
        Minutes(self.minutes_per_week / self.spread_over())
    }

    /// Whole minutes a day, rounded up.
    pub const fn ceil(self) -> Minutes {
        Minutes(self.minutes_per_week.div_ceil(self.spread_over()))
    }
}

impl fmt::Display for PerDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.floor(), f)
    }
}

/// Days since 1970-01-01 of a civil date.
pub(crate) fn day_number(date: NaiveDate) -> i32 {
    date.to_epoch_days()
}

/// The civil date that many days after 1970-01-01.
pub(crate) fn civil_date(day: i32) -> NaiveDate {
    NaiveDate::from_epoch_days(day).expect("planning dates lie in chrono's range")
}

//! Stays abroad, and which of them are short.

use std::ops::Range;
use std::sync::Arc;

use chrono::NaiveDate;

use crate::dates::DateRange;
use crate::zone::Zone;

/// Local dates spent in another zone.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
#[non_exhaustive]
pub struct Stay {
    /// The dates.
    pub dates: DateRange,
    /// The zone in force.
    pub zone: Zone,
    /// Where that is, as somebody wrote it: `Bali`.
    pub place: Option<Arc<str>>,
}

impl Stay {
    /// Local dates in another zone.
    pub fn new(zone: Zone, dates: DateRange) -> Self {
        Self { dates, zone, place: None }
    }

    /// The same with the place as somebody wrote it.
    #[must_use]
    pub fn at(self, place: impl Into<Arc<str>>) -> Self {
        Self { place: Some(place.into()), ..self }
    }

    /// Stays with at most this many days inside the horizon are short: exceptions, like days off.
    pub const SHORT_DAYS: u32 = 42;

    /// The last date of a stay without an end: a move for good.
    pub const FOR_GOOD: NaiveDate = NaiveDate::from_ymd_opt(9999, 12, 31).expect("a date");

    /// Whether it is **short** for a horizon of these dates ([`Horizon::dates`](crate::Horizon::dates)): it
    /// has an end, and at most [`SHORT_DAYS`](Self::SHORT_DAYS) of its days lie inside. Seasons, ordinary
    /// weeks, verdicts and the [ranking of weekly meetings](crate::meeting) read the zone around a short
    /// stay; dated answers (windows, coverage, waits, what time a meeting is for whom) read the stay.
    pub fn is_short(&self, planned: DateRange) -> bool {
        self.is_short_for(&planned.day_numbers())
    }

    pub(super) fn is_short_for(&self, days: &Range<i32>) -> bool {
        let own = self.dates.day_numbers();
        let inside = own.end.min(days.end) - own.start.max(days.start);
        self.dates.last() < Self::FOR_GOOD && inside <= Self::SHORT_DAYS as i32
    }
}

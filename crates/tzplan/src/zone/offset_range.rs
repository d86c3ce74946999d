//! A range of offsets from UTC in which somebody is to live: `-8..+2`.

use chrono::{Days, NaiveDate, NaiveTime};

use super::Zone;
use crate::minutes::Minutes;

/// Offsets from UTC, from a first to a last one, both included: where a job post wants somebody to live.
/// Whole minutes between −12:00 and +14:00, beyond which no clock on Earth runs.
///
/// ```
/// use tzplan::{OffsetRange, Zone};
/// let range: OffsetRange = "UTC-8 to UTC+2".parse().unwrap();
/// assert_eq!(range.to_string(), "-8..+2");
/// let date = "2026-11-23".parse().unwrap();
/// // Athens is two hours ahead in winter and three in summer: its standard time counts.
/// assert!(range.has(&Zone::iana("Europe/Athens").unwrap(), date, date));
/// assert!(!range.has(&Zone::iana("Europe/Istanbul").unwrap(), date, date));
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct OffsetRange {
    pub(super) first: i32,
    pub(super) last: i32,
}

/// The least and the largest offset, in minutes.
pub(super) const BOUNDS: (i32, i32) = (-12 * 60, 14 * 60);

/// A year and a day: a zone that changes its clocks keeps its standard time on some of these dates.
const YEAR: Days = Days::new(366);

impl OffsetRange {
    /// From one offset to another, in minutes ahead of UTC, both included. `None` where the first is larger
    /// than the last, or one of them is kept nowhere.
    pub fn new(first: i32, last: i32) -> Option<Self> {
        (BOUNDS.0 <= first && first <= last && last <= BOUNDS.1).then_some(Self { first, last })
    }

    /// The offsets at most that far from one, cut at those that are kept somewhere: `CET ± 2h` is
    /// `-1..+3`. `None` where the one is kept nowhere.
    pub fn around(minutes: i32, distance: Minutes) -> Option<Self> {
        let distance = i32::try_from(distance.get()).unwrap_or(i32::MAX).min(BOUNDS.1 - BOUNDS.0);
        Self::new(minutes, minutes)?;
        Self::new((minutes - distance).max(BOUNDS.0), (minutes + distance).min(BOUNDS.1))
    }

    /// The first offset, in minutes ahead of UTC.
    pub fn first(self) -> i32 {
        self.first
    }

    /// The last offset, in minutes ahead of UTC, included.
    pub fn last(self) -> i32 {
        self.last
    }

    /// Whether an offset lies in the range, in minutes ahead of UTC.
    pub fn contains(self, minutes: i32) -> bool {
        (self.first..=self.last).contains(&minutes)
    }

    /// Whether the [standard time](Zone::standard_offset) of a zone lies in the range. Summer time does not
    /// count: `-8..+2` has Athens all year.
    pub fn has(self, zone: &Zone, from: NaiveDate, to: NaiveDate) -> bool {
        self.contains(zone.standard_offset(from, to))
    }
}

impl Zone {
    /// The standard time of a zone: the least offset, in minutes ahead of UTC, that its clocks keep on the
    /// dates `[from, to)`, or in the 366 days from `from` where these are more. Summer time is ahead of it.
    /// Of a zone that changes its standard time within these dates it is the lower one.
    ///
    /// ```
    /// use tzplan::Zone;
    /// let july = "2027-07-01".parse().unwrap();
    /// let of = |id| Zone::iana(id).unwrap().standard_offset(july, july);
    /// assert_eq!([of("Europe/Berlin"), of("America/New_York"), of("Asia/Kolkata")], [60, -300, 330]);
    /// ```
    pub fn standard_offset(&self, from: NaiveDate, to: NaiveDate) -> i32 {
        let to = to.max(from.checked_add_days(YEAR).unwrap_or(from));
        let [from, to] = [from, to].map(|date| date.and_time(NaiveTime::MIN).and_utc());
        let least = self.offsets(from, to).map(|piece| piece.offset.local_minus_utc()).min();
        least.unwrap_or(0).div_euclid(60)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_distance_is_cut_at_the_clocks_of_the_earth() {
        let around =
            |hours: i32, far| OffsetRange::around(hours * 60, Minutes::hours(far)).map(|r| r.to_string());
        assert_eq!(around(1, 2).as_deref(), Some("-1..+3"));
        assert_eq!(around(-11, 3).as_deref(), Some("-12..-8"));
        assert_eq!(around(13, 24).as_deref(), Some("-11..+14"));
        assert_eq!(around(15, 1), None);
    }

    #[test]
    fn standard_time_is_the_lower_one_on_both_sides_of_the_equator() {
        let date = |text: &str| text.parse::<NaiveDate>().expect("a date");
        let cases = [
            // Summer time in January.
            ("Australia/Sydney", "2027-01-04", 600),
            ("America/Santiago", "2027-01-04", -240),
            ("Australia/Lord_Howe", "2027-01-04", 630),
            // Standard time is summer's by Irish law; the clock is what counts.
            ("Europe/Dublin", "2027-07-01", 0),
            ("Asia/Kathmandu", "2027-07-01", 345),
            ("UTC", "2027-07-01", 0),
        ];
        for (id, from, minutes) in cases {
            let zone = Zone::iana(id).expect("a zone");
            assert_eq!(zone.standard_offset(date(from), date(from)), minutes, "{id}");
        }
    }
}

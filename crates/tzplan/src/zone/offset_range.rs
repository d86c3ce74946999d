//! A range of offsets from UTC in which somebody is to live: `-8..+2`.

use std::fmt;
use std::str::FromStr;

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
    first: i32,
    last: i32,
}

/// The least and the largest offset, in minutes.
const BOUNDS: (i32, i32) = (-12 * 60, 14 * 60);

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

impl fmt::Display for OffsetRange {
    /// `-8..+2`, `+5:30..+5:45`; one offset alone where the range is one: `+5:30`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_offset(f, self.first)?;
        if self.last > self.first {
            f.write_str("..")?;
            write_offset(f, self.last)?;
        }
        Ok(())
    }
}

fn write_offset(f: &mut fmt::Formatter<'_>, minutes: i32) -> fmt::Result {
    let sign = if minutes < 0 { '-' } else { '+' };
    let (hours, minutes) = (minutes.abs() / 60, minutes.abs() % 60);
    write!(f, "{sign}{hours}")?;
    if minutes > 0 { write!(f, ":{minutes:02}") } else { Ok(()) }
}

/// What is wrong with a range of offsets; its message says what to write.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct OffsetRangeError(String);

impl fmt::Display for OffsetRangeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for OffsetRangeError {}

/// What may stand between the two offsets.
const BETWEEN: [&str; 9] =
    ["..", " to ", " until ", " through ", " and ", "\u{2013}", "\u{2014}", " - ", "/"];

impl FromStr for OffsetRange {
    type Err = OffsetRangeError;

    /// `-8..+2`, `UTC-8..UTC+2`, `UTC-8 to UTC+2`, `+5:30`, `+3.5..+5.75`.
    fn from_str(text: &str) -> Result<Self, OffsetRangeError> {
        let wrong = |what: &str| OffsetRangeError(format!("`{}` {what}", text.trim()));
        let plain = text.replace('\u{2212}', "-");
        let plain = plain.trim();
        let lower = plain.to_lowercase();
        let halves = BETWEEN.iter().find_map(|between| lower.split_once(between));
        let (first, last) = match halves {
            Some((first, last)) => (minutes(first), minutes(last)),
            None => (minutes(&lower), minutes(&lower)),
        };
        let (Some(first), Some(last)) = (first, last) else {
            return Err(wrong("is no range of offsets from UTC; write it like -8..+2, +5:30..+8 or +1"));
        };
        if [first, last].iter().any(|minutes| !(BOUNDS.0..=BOUNDS.1).contains(minutes)) {
            return Err(wrong("goes beyond the clocks of the Earth; they run from -12 to +14"));
        }
        let swapped = || Self::new(last, first).map_or_else(String::new, |range| format!(": {range}"));
        Self::new(first, last).ok_or_else(|| {
            wrong(&format!(
                "runs from the larger to the smaller offset; write the smaller first{}",
                swapped()
            ))
        })
    }
}

/// An offset in small letters, as minutes: `-8`, `utc+5:30`, `+5.5`, `gmt`, `+0530`, `2h`.
fn minutes(text: &str) -> Option<i32> {
    let text = text.trim();
    let head = ["utc", "gmt"].into_iter().find_map(|head| text.strip_prefix(head));
    let rest = head.unwrap_or(text).trim();
    if head.is_some() && rest.is_empty() {
        return Some(0);
    }
    let (sign, digits) = match rest.strip_prefix('-') {
        Some(digits) => (-1, digits),
        None => (1, rest.strip_prefix('+').unwrap_or(rest)),
    };
    let digits = digits.trim();
    let digits =
        ["hours", "hrs", "h"].into_iter().find_map(|unit| digits.strip_suffix(unit)).unwrap_or(digits);
    let digits = digits.trim_end();
    let number = |text: &str| match text.bytes().all(|b| b.is_ascii_digit()) {
        true => text.parse::<i32>().ok(),
        false => None,
    };
    let (hours, minutes) = match digits.split_once([':', '.', 'h']) {
        Some((hours, part)) if digits.contains('.') => (
            hours,
            [("5", 30), ("50", 30), ("25", 15), ("75", 45), ("0", 0)]
                .into_iter()
                .find_map(|(tenths, minutes)| (tenths == part).then_some(minutes))?,
        ),
        Some((hours, part)) => (hours, number(part).filter(|_| part.len() == 2)?),
        None if (3..=4).contains(&digits.len()) && digits.is_ascii() => {
            let (hours, minutes) = digits.split_at(digits.len() - 2);
            (hours, number(minutes)?)
        }
        None => (digits, 0),
    };
    let hours = number(hours).filter(|_| (1..=2).contains(&hours.len()))?;
    (minutes < 60).then_some(sign * (hours * 60 + minutes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_job_posts() {
        let cases = [
            ("-8..+2", "-8..+2", (-480, 120)),
            ("-8..2", "-8..+2", (-480, 120)),
            ("UTC-8..UTC+2", "-8..+2", (-480, 120)),
            ("UTC-8 to UTC+2", "-8..+2", (-480, 120)),
            ("GMT\u{2212}5 \u{2013} GMT+3", "-5..+3", (-300, 180)),
            ("utc -8 / +2", "-8..+2", (-480, 120)),
            ("+5:30", "+5:30", (330, 330)),
            ("+5.5..+5.75", "+5:30..+5:45", (330, 345)),
            ("UTC+0530", "+5:30", (330, 330)),
            ("UTC..+3", "+0..+3", (0, 180)),
            ("-3:30", "-3:30", (-210, -210)),
            ("-12..+14", "-12..+14", (-720, 840)),
        ];
        for (text, shown, (first, last)) in cases {
            let range: OffsetRange = text.parse().unwrap_or_else(|error| panic!("{text}: {error}"));
            assert_eq!((range.first(), range.last()), (first, last), "{text}");
            assert_eq!(range.to_string(), shown);
            assert_eq!(shown.parse(), Ok(range));
        }
    }

    #[test]
    fn what_is_wrong_is_said_with_what_to_write() {
        for (text, part) in [
            ("+2..-8", "write the smaller first: -8..+2"),
            ("-13..+2", "from -12 to +14"),
            ("-8..+15", "from -12 to +14"),
            ("EMEA", "write it like -8..+2"),
            ("", "write it like"),
            ("..", "write it like"),
            ("-8..", "write it like"),
            ("+5:3", "write it like"),
            ("+5:75", "write it like"),
            ("99999999999..+2", "write it like"),
            ("é8..+2", "write it like"),
        ] {
            let error = text.parse::<OffsetRange>().expect_err(text).to_string();
            assert!(error.contains(part), "{text}: {error}");
        }
    }

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

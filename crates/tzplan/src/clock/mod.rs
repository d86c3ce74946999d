//! Times of day on a wall clock ([`ClockTime`]) and ranges of them ([`ClockRange`]).

mod range;

use std::fmt;
use std::str::FromStr;

use chrono::{NaiveTime, Timelike};

use crate::error::error_type;
use crate::minutes::DAY;
pub use range::ClockRange;

/// A time of day on a wall clock, in whole minutes: 00:00 to 24:00, which is the end of the day.
///
/// Shown as `09:00`. Reads what people write: `9`, `0900`, `9.30`, `9h30`, `9am`, `5:30 pm`, `24:00`.
///
/// ```
/// use chrono::NaiveTime;
/// use tzplan::ClockTime;
/// let nine: ClockTime = "9am".parse()?;
/// assert_eq!((nine.minutes(), nine.to_string()), (540, "09:00".into()));
/// assert_eq!(ClockTime::try_from(NaiveTime::from_hms_opt(9, 0, 0).unwrap())?, nine);
/// assert!("24:30".parse::<ClockTime>().is_err());
/// # Ok::<(), tzplan::ClockError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(try_from = "u16", into = "u16")
)]
pub struct ClockTime(u16);

impl ClockTime {
    /// 00:00, the start of a day.
    pub const MIDNIGHT: Self = Self(0);
    /// 24:00, the end of a day.
    pub const END_OF_DAY: Self = Self(DAY as u16);

    /// An hour and a minute.
    ///
    /// # Panics
    ///
    /// Beyond 24:00, and for a minute of 60 or more: for literals.
    pub const fn at(hour: u16, minute: u16) -> Self {
        assert!(hour <= 24 && minute < 60 && hour * 60 + minute <= DAY as u16, "a time of day ends at 24:00");
        Self(hour * 60 + minute)
    }

    /// This many minutes after 00:00; `None` beyond 24:00.
    pub const fn from_minutes(minutes: u16) -> Option<Self> {
        if minutes <= DAY as u16 { Some(Self(minutes)) } else { None }
    }

    /// Minutes after 00:00: 0 to 1440.
    pub const fn minutes(self) -> u16 {
        self.0
    }
}

impl fmt::Display for ClockTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&format!("{:02}:{:02}", self.0 / 60, self.0 % 60))
    }
}

impl FromStr for ClockTime {
    type Err = ClockError;

    fn from_str(text: &str) -> Result<Self, ClockError> {
        Written::read(text).map(|written| written.time)
    }
}

impl TryFrom<u16> for ClockTime {
    type Error = ClockError;

    fn try_from(minutes: u16) -> Result<Self, ClockError> {
        Self::from_minutes(minutes).ok_or_else(|| {
            let message = format!("{minutes} minutes after 00:00 is no time of day; give 0 to 1440");
            ClockError::new(ClockErrorKind::OutOfDay, message)
        })
    }
}

impl From<ClockTime> for u16 {
    fn from(time: ClockTime) -> Self {
        time.0
    }
}

impl TryFrom<NaiveTime> for ClockTime {
    type Error = ClockError;

    /// Times between whole minutes are refused.
    fn try_from(time: NaiveTime) -> Result<Self, ClockError> {
        let seconds = time.num_seconds_from_midnight();
        if seconds % 60 != 0 || time.nanosecond() != 0 {
            let message = format!("{time} is no whole minute; write it like 09:30");
            return Err(ClockError::new(ClockErrorKind::NotAMinute, message));
        }
        Ok(Self((seconds / 60) as u16))
    }
}

impl From<ClockTime> for NaiveTime {
    /// 24:00 is the start of the next day, 00:00.
    fn from(time: ClockTime) -> Self {
        let seconds = u32::from(time.0 % DAY as u16) * 60;
        Self::from_num_seconds_from_midnight_opt(seconds, 0).expect("less than a day")
    }
}

/// A time of day as somebody wrote it.
pub(crate) struct Written {
    pub(crate) time: ClockTime,
    /// Whether am or pm stands beside it.
    pub(crate) meridiem: bool,
    /// Whether it could be in the morning or the afternoon: no am or pm, no leading zero, twelve at most.
    pub(crate) is_bare: bool,
    /// Whether it is a word: noon, midnight.
    pub(crate) is_exact: bool,
}

impl Written {
    pub(crate) fn read(text: &str) -> Result<Self, ClockError> {
        let wrong = || {
            let text = text.trim();
            let message = format!("`{text}` is no time of day; write it like 9, 09:30, 9:30pm or 24:00");
            ClockError::new(ClockErrorKind::NotATime, message)
        };
        let lower = text.trim().to_lowercase();
        let digits_end = lower.rfind(|c: char| c.is_ascii_digit()).ok_or_else(wrong)? + 1;
        let (digits, suffix) = lower.split_at(digits_end);
        let after_noon = match suffix.trim() {
            "" | "h" | "hr" | "hrs" | "u" | "n" => None,
            "a" | "am" | "a.m." => Some(false),
            "p" | "pm" | "p.m." => Some(true),
            _ => return Err(wrong()),
        };
        let parts: Vec<&str> = digits.split([':', '.', 'h', 'u']).collect();
        let (hours, minutes, seconds) = match parts[..] {
            // `0900`, `900`
            [compact] if matches!(compact.len(), 3 | 4) && compact.is_ascii() => {
                (&compact[..compact.len() - 2], &compact[compact.len() - 2..], "00")
            }
            [hours] => (hours, "00", "00"),
            [hours, minutes] => (hours, minutes, "00"),
            [hours, minutes, seconds] => (hours, minutes, seconds),
            // `08:00:00.0000000`, as programs write it.
            [hours, minutes, seconds, fraction] if fraction.bytes().all(|b| b == b'0') => {
                (hours, minutes, seconds)
            }
            _ => return Err(wrong()),
        };
        let number = |text: &str| -> Option<u16> {
            text.bytes().all(|b| b.is_ascii_digit()).then(|| text.parse().ok()).flatten()
        };
        let well_formed = (1..=2).contains(&hours.len()) && minutes.len() == 2 && seconds == "00";
        let (Some(hours), Some(minutes), true) = (number(hours), number(minutes), well_formed) else {
            return Err(wrong());
        };
        let hours = match after_noon {
            Some(_) if !(1..=12).contains(&hours) => return Err(wrong()),
            Some(false) => hours % 12,
            Some(true) => hours % 12 + 12,
            None => hours,
        };
        let time = ClockTime::from_minutes(hours * 60 + minutes).filter(|_| minutes < 60);
        let is_exact = suffix.trim() == "n";
        let is_bare = after_noon.is_none()
            && !is_exact
            && (1..=12).contains(&hours)
            && !digits.starts_with('0')
            && parts[0].len() <= 3;
        Ok(Self { time: time.ok_or_else(wrong)?, meridiem: after_noon.is_some(), is_bare, is_exact })
    }
}

error_type! {
    /// Why a text or a number is no time of day, or no range of them. Its message says what to write.
    ClockError, ClockErrorKind
}

/// What is wrong with a time of day or a range of them.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[non_exhaustive]
pub enum ClockErrorKind {
    /// The text is no time of day.
    NotATime,
    /// The time lies between whole minutes.
    NotAMinute,
    /// The time lies beyond 24:00, or a range starts there.
    OutOfDay,
    /// The text has no dash between two times.
    NotARange,
    /// A range starts where it ends.
    EqualEnds,
    /// Hours say neither am nor pm, and both halves of the day may be meant.
    HalfOfDay,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn four_bytes_that_are_not_four_digits_are_no_time() {
        // Four bytes, but no character starts at the third.
        assert!("1\u{e9}2".parse::<ClockTime>().is_err());
        assert_eq!("0930".parse(), Ok(ClockTime::at(9, 30)));
    }

    #[test]
    fn parts_of_a_second_are_none_or_refused() {
        assert_eq!("08:30:00.0000000".parse(), Ok(ClockTime::at(8, 30)));
        assert_eq!("08:30:00".parse(), Ok(ClockTime::at(8, 30)));
        for text in ["08:30:00.5", "08:30:30", "08:30:00.00:00", "08:30:00."] {
            assert!(text.parse::<ClockTime>().is_err(), "{text}");
        }
    }
}

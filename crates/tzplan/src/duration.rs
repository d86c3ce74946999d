//! How lengths of time are written and read, and [`Shift`], a length with a direction.

use std::fmt;
use std::str::FromStr;

use crate::error::error_type;
use crate::minutes::Minutes;

impl FromStr for Minutes {
    type Err = DurationError;

    /// A length of time as people write it: `4h`, `90m`, `1h30m`, `1h30`, `4:00`.
    ///
    /// ```
    /// use tzplan::Minutes;
    /// assert_eq!("1h30".parse(), Ok(Minutes(90)));
    /// assert!("4".parse::<Minutes>().is_err()); // hours or minutes?
    /// ```
    fn from_str(text: &str) -> Result<Self, DurationError> {
        let wrong = || {
            let message = format!("`{text}` is no duration; write it like 4h, 90m, 1h30m or 4:00");
            DurationError::new(DurationErrorKind::NotADuration, message)
        };
        let lower = text.trim().to_lowercase();
        let digits = |text: &str, most: usize| -> Option<u32> {
            let plain = (1..=most).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
            plain.then(|| text.parse().ok()).flatten()
        };
        let number = |text: &str| digits(text, 5);
        let minutes = if let Some((hours, minutes)) = lower.split_once(':') {
            // As many hours as the longest length shows.
            let minutes = digits(minutes, 2).filter(|_| minutes.len() == 2).filter(|m| *m < 60);
            digits(hours, 8).zip(minutes)
        } else if let Some((hours, minutes)) = lower.split_once('h') {
            let minutes = minutes.trim_end_matches('m');
            number(hours).zip(if minutes.is_empty() { Some(0) } else { number(minutes) })
        } else {
            let digits = lower.strip_suffix("min").or_else(|| lower.strip_suffix('m'));
            digits.and_then(number).map(|minutes| (0, minutes))
        };
        let (hours, minutes) = minutes.ok_or_else(wrong)?;
        hours.checked_mul(60).and_then(|all| all.checked_add(minutes)).map(Self).ok_or_else(wrong)
    }
}

/// A length of time with a direction, in whole minutes: **later when positive**, earlier when negative.
///
/// Shown as `+1:30`, `-0:15` and `0:00`, and read from that; the sign may be left out for later, and a length
/// may be written as any [`Minutes`] are. With `serde` a number of minutes.
///
/// ```
/// use tzplan::Shift;
/// let earlier: Shift = "-1h30".parse()?;
/// assert_eq!((earlier.minutes(), earlier.to_string()), (-90, "-1:30".into()));
/// # Ok::<(), tzplan::DurationError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(transparent))]
pub struct Shift(i32);

impl Shift {
    /// No shift at all.
    pub const NONE: Self = Self(0);

    /// This many minutes later (earlier, when negative).
    pub const fn of(minutes: i32) -> Self {
        Self(minutes)
    }

    /// Minutes; later when positive.
    pub const fn minutes(self) -> i32 {
        self.0
    }

    /// How far, either way.
    pub const fn length(self) -> Minutes {
        Minutes(self.0.unsigned_abs())
    }

    /// Whether it is later.
    pub const fn is_later(self) -> bool {
        self.0 > 0
    }
}

impl fmt::Display for Shift {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = match self.0 {
            ..0 => "-",
            0 => "",
            1.. => "+",
        };
        f.pad(&format!("{sign}{}", self.length()))
    }
}

impl FromStr for Shift {
    type Err = DurationError;

    fn from_str(text: &str) -> Result<Self, DurationError> {
        let trimmed = text.trim();
        let (length, earlier) = match trimmed.strip_prefix(['-', '\u{2212}']) {
            Some(length) => (length, true),
            None => (trimmed.strip_prefix('+').unwrap_or(trimmed), false),
        };
        let minutes = i64::from(length.parse::<Minutes>()?.get());
        i32::try_from(if earlier { -minutes } else { minutes }).map(Self).map_err(|_| {
            let message = format!("`{text}` is too long a shift; write it like +1:30 or -45m");
            DurationError::new(DurationErrorKind::TooLong, message)
        })
    }
}

error_type! {
    /// Why a text is no length of time. Its message says what to write.
    DurationError, DurationErrorKind
}

/// What is wrong with a length of time.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[non_exhaustive]
pub enum DurationErrorKind {
    /// The text is no length of time.
    NotADuration,
    /// A shift is longer than its type counts.
    TooLong,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_as_people_write_them() {
        let minutes = |text: &str| text.parse().map(Minutes::get);
        for (text, expected) in
            [("4h", 240), ("90m", 90), ("1h30m", 90), ("1h30", 90), ("4:00", 240), ("45min", 45), ("0m", 0)]
        {
            assert_eq!(minutes(text), Ok(expected), "{text}");
        }
        for text in ["", "4", "h", "4:0", "4:60", "-4h", "4h-1m", "999999h", "four", "1.5h", "4hm5"] {
            assert!(minutes(text).is_err(), "{text}");
        }
    }
}

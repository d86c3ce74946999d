//! Values of settings, as people write them: in a roster's policy and on a command line.

use std::fmt;

use tzplan::hours::parse_time;
use tzplan::{ClockRange, Minutes};

/// Why a setting cannot be read; its message says what to write instead.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SettingError(String);

impl fmt::Display for SettingError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for SettingError {}

/// A duration: `4h`, `90m`, `1h30m`, `1h30`, `4:00`.
///
/// ```
/// use tzplan::Minutes;
/// assert_eq!(tzplan_roster::read_duration("1h30"), Ok(Minutes(90)));
/// assert!(tzplan_roster::read_duration("4").is_err());
/// ```
///
/// # Errors
///
/// [`SettingError`] when it is none of these.
pub fn read_duration(text: &str) -> Result<Minutes, SettingError> {
    let wrong = || SettingError(format!("`{text}` is no duration; write it like 4h, 90m, 1h30m or 4:00"));
    let lower = text.trim().to_lowercase();
    let number = |digits: &str| -> Option<u32> {
        let plain = (1..=5).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
        plain.then(|| digits.parse().ok()).flatten()
    };
    let minutes = if let Some((hours, minutes)) = lower.split_once(':') {
        let minutes = Some(minutes).filter(|m| m.len() == 2).and_then(number).filter(|m| *m < 60);
        number(hours).zip(minutes).map(|(hours, minutes)| hours * 60 + minutes)
    } else if let Some((hours, minutes)) = lower.split_once('h') {
        let minutes = minutes.trim_end_matches('m');
        let minutes = if minutes.is_empty() { Some(0) } else { number(minutes) };
        number(hours).zip(minutes).map(|(hours, minutes)| hours * 60 + minutes)
    } else {
        let digits = lower.strip_suffix("min").or_else(|| lower.strip_suffix('m'));
        digits.and_then(number)
    };
    minutes.map(Minutes).ok_or_else(wrong)
}

/// A range of the clock: `07:00-21:00`, `22-6`.
///
/// # Errors
///
/// [`SettingError`] when it is none.
pub fn read_clock_range(text: &str) -> Result<ClockRange, SettingError> {
    let dashed = text.replace(['\u{2013}', '\u{2014}'], "-");
    let (start, end) = dashed
        .split_once('-')
        .ok_or_else(|| SettingError(format!("`{text}` is no range; write it like 07:00-21:00")))?;
    let time = |text| parse_time(text).map_err(|error| SettingError(error.to_string()));
    ClockRange::new(time(start)?, time(end)?).map_err(|error| SettingError(error.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_as_people_write_them() {
        let minutes = |text| read_duration(text).map(Minutes::get);
        for (text, expected) in
            [("4h", 240), ("90m", 90), ("1h30m", 90), ("1h30", 90), ("4:00", 240), ("45min", 45), ("0m", 0)]
        {
            assert_eq!(minutes(text), Ok(expected), "{text}");
        }
        for text in ["", "4", "h", "4:0", "4:60", "-4h", "4h-1m", "999999h", "four", "1.5h", "4hm5"] {
            assert!(minutes(text).is_err(), "{text}");
        }
    }

    #[test]
    fn clock_ranges_as_people_write_them() {
        for (text, start, end) in [("07:00-21:00", 420, 1260), ("22–6", 1320, 360), ("9am - 5pm", 540, 1020)]
        {
            let range = read_clock_range(text).unwrap();
            assert_eq!((range.start(), range.end()), (start, end), "{text}");
        }
        for text in ["", "7", "7-7", "late-early", "07:00-25:00"] {
            assert!(read_clock_range(text).is_err(), "{text}");
        }
    }
}

//! Values of flags, as people write them.

use chrono::NaiveDate;
use tzplan::hours::parse_time;
use tzplan::{ClockRange, Minutes};

/// `4h`, `90m`, `1h30m`, `1h30`, `4:00`.
pub(crate) fn duration(text: &str) -> Result<Minutes, String> {
    let wrong = || format!("`{text}` is no duration; write it like 4h, 90m, 1h30m or 4:00");
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

/// `2026-11-23`.
pub(crate) fn date(text: &str) -> Result<NaiveDate, String> {
    NaiveDate::parse_from_str(text, "%Y-%m-%d")
        .map_err(|_| format!("`{text}` is no date; write it like 2026-11-23"))
}

/// `07:00-21:00`, `22-6`.
pub(crate) fn clock_range(text: &str) -> Result<ClockRange, String> {
    let dashed = text.replace(['\u{2013}', '\u{2014}'], "-");
    let (start, end) =
        dashed.split_once('-').ok_or_else(|| format!("`{text}` is no range; write it like 07:00-21:00"))?;
    let time = |text| parse_time(text).map_err(|error| error.to_string());
    ClockRange::new(time(start)?, time(end)?).map_err(|error| error.to_string())
}

/// How many have to be there.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Quorum {
    /// So many people.
    People(usize),
    /// So many of a hundred, rounded up to whole people.
    Percent(usize),
}

impl Quorum {
    pub(crate) fn of(self, members: usize) -> usize {
        match self {
            Self::People(people) => people,
            Self::Percent(percent) => (members * percent).div_ceil(100),
        }
    }
}

/// `3` or `80%`.
pub(crate) fn quorum(text: &str) -> Result<Quorum, String> {
    let wrong = || format!("`{text}` is no quorum; write a number of people like 3, or a share like 80%");
    let percent = text.strip_suffix('%');
    let number: usize = percent.unwrap_or(text).trim().parse().map_err(|_| wrong())?;
    match percent {
        Some(_) if (1..=100).contains(&number) => Ok(Quorum::Percent(number)),
        None if number > 0 => Ok(Quorum::People(number)),
        _ => Err(wrong()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_as_people_write_them() {
        let minutes = |text| duration(text).map(Minutes::get);
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
    fn a_share_of_people_rounds_up() {
        assert_eq!(quorum("80%").map(|q| q.of(4)), Ok(4)); // 3.2
        assert_eq!(quorum("50%").map(|q| q.of(4)), Ok(2));
        assert_eq!(quorum("3").map(|q| q.of(10)), Ok(3));
        for text in ["0", "0%", "101%", "", "%", "-1", "many"] {
            assert!(quorum(text).is_err(), "{text}");
        }
    }
}

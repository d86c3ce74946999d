//! Values of flags, as people write them.

use chrono::NaiveDate;
use tzplan::{ClockError, ClockRange, DateRange, DateRangeError, DurationError, Minutes};

/// `4h`, `90m`, `1h30m`, `1h30`, `4:00`.
pub(crate) fn duration(text: &str) -> Result<Minutes, DurationError> {
    text.parse()
}

/// `90m`, and 0 for a day that does not move; no day is moved by more than 12 hours.
pub(crate) fn flex(text: &str) -> Result<Minutes, String> {
    let flex = if text.trim() == "0" { Ok(Minutes::ZERO) } else { text.parse() };
    match flex.map_err(|error: DurationError| error.to_string())? {
        flex if flex > Minutes::hours(12) => {
            Err(format!("`{text}` is more than 12 hours, the most by which a day is moved"))
        }
        flex => Ok(flex),
    }
}

/// `2026-11-23`.
pub(crate) fn date(text: &str) -> Result<NaiveDate, String> {
    NaiveDate::parse_from_str(text, "%Y-%m-%d")
        .map_err(|_| format!("`{text}` is no date; write it like 2026-11-23"))
}

/// The most dates of a range.
const MOST_DATES: u32 = 366;

/// `2026-12-07..2026-12-11`, the last included, or one date.
pub(crate) fn dates(text: &str) -> Result<DateRange, String> {
    let dates: DateRange = text.parse().map_err(|error: DateRangeError| error.to_string())?;
    match dates.days() {
        ..=MOST_DATES => Ok(dates),
        days => Err(format!("{days} dates are too many; name at most {MOST_DATES}")),
    }
}

/// `07:00-21:00`, `22-6`.
pub(crate) fn clock_range(text: &str) -> Result<ClockRange, ClockError> {
    text.parse()
}

/// `PST=America/Los_Angeles`: a label and what it means.
pub(crate) fn label(text: &str) -> Result<(String, String), String> {
    let halves = text.split_once('=').map(|(label, meant)| (label.trim(), meant.trim()));
    match halves.filter(|(label, meant)| !label.is_empty() && !meant.is_empty()) {
        Some((label, meant)) => Ok((label.to_owned(), meant.to_owned())),
        None => {
            Err(format!("`{text}` says of no label what it means; write it like PST=America/Los_Angeles"))
        }
    }
}

/// How many have to be there.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Quorum {
    /// This many people.
    People(usize),
    /// This many of a hundred, rounded up to whole people.
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
    fn dates_are_a_range_or_one() {
        let read = |text| dates(text).map(|dates| (dates.first().to_string(), dates.last().to_string()));
        assert_eq!(read("2026-12-07..2026-12-11"), Ok(("2026-12-07".into(), "2026-12-11".into())));
        assert_eq!(read("2026-12-07"), Ok(("2026-12-07".into(), "2026-12-07".into())));
        for text in ["2026-12-11..2026-12-07", "2026-12-07..", "..", "2026-12-07..2027-12-08", "soon"] {
            assert!(dates(text).is_err(), "{text}");
        }
        assert!(dates("2026-12-07..2027-12-07").is_ok());
    }

    #[test]
    fn no_day_is_moved_by_more_than_half_of_one() {
        assert_eq!(["0", "90m", "12h"].map(flex), [0, 90, 720].map(|minutes| Ok(Minutes(minutes))));
        assert!(["12h1m", "24h", "2"].iter().all(|text| flex(text).is_err()));
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

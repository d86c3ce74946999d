//! The ordinary UTC week as somebody's own clock shows it.

use chrono::Weekday;
#[cfg(feature = "serde")]
use chrono::WeekdaySet;

use crate::clock::ClockTime;
use crate::hours::{Stretch, WeeklyHours};
use crate::interval::IntervalSet;
use crate::minutes::{DAY, WEEK, WeekMinute};
use crate::season::circular_windows;

/// Windows of the UTC week as weekly hours on a clock this many minutes ahead. A window belongs to the day on
/// which it starts; one that is longer than a day is shown day by day.
pub(super) fn hours(pattern: &IntervalSet<WeekMinute>, ahead: i32) -> WeeklyHours {
    let windows = circular_windows(pattern).into_iter();
    WeeklyHours::new(
        windows.flat_map(|(start, length)| stretches(i32::from(start.0) + ahead, length.get() as i32)),
    )
}

/// The stretches of this many minutes from a minute of the local week on.
pub(super) fn stretches(start: i32, length: i32) -> Vec<Stretch> {
    let (mut from, end) = (start, start + length);
    let mut pieces = Vec::new();
    while from < end {
        let until = if length > DAY { end.min((from.div_euclid(DAY) + 1) * DAY) } else { end };
        let minute = from.rem_euclid(DAY) as u16;
        pieces.extend(Stretch::new(weekday(from), minute, minute + (until - from) as u16));
        from = until;
    }
    pieces
}

/// The weekday of a minute of the local week.
pub(super) fn weekday(minute: i32) -> Weekday {
    Weekday::try_from((minute.rem_euclid(WEEK) / DAY) as u8).expect("0..7")
}

/// The time of day of a minute.
pub(super) fn time(minute: i32) -> ClockTime {
    ClockTime::from_minutes(minute.rem_euclid(DAY) as u16).expect("less than a day")
}

/// Weekdays as a roster writes them.
#[cfg(feature = "serde")]
pub(super) fn days<S: serde::Serializer>(days: &WeekdaySet, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&crate::hours::show_days(*days))
}

//! How hours are written: `09:00-12:00,13:00-17:00 Mon-Thu; 22:00-06:00 Fri`. Parses back to the same hours.

use std::fmt;

use chrono::{Weekday, WeekdaySet};

use super::{Stretch, WeeklyHours};

impl fmt::Display for WeeklyHours {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut groups: Vec<(String, WeekdaySet)> = Vec::new();
        for day in self.stretches.chunk_by(|a, b| a.day() == b.day()) {
            let times = day.iter().map(|s| times(*s)).collect::<Vec<_>>().join(",");
            let weekday = day[0].day();
            match groups.iter_mut().find(|(known, _)| *known == times) {
                Some((_, days)) => {
                    days.insert(weekday);
                }
                None => groups.push((times, WeekdaySet::single(weekday))),
            }
        }
        if groups.is_empty() {
            return f.pad(super::NO_HOURS);
        }
        let groups: Vec<_> =
            groups.into_iter().map(|(times, days)| format!("{times} {}", show_days(days))).collect();
        f.pad(&groups.join("; "))
    }
}

impl From<WeeklyHours> for String {
    fn from(hours: WeeklyHours) -> Self {
        hours.to_string()
    }
}

fn times(stretch: Stretch) -> String {
    let (start, end) = (stretch.start(), stretch.end());
    // A long night says that it is meant.
    let is_meant = end > 1440 && end - 1440 < start && end - start > super::ranges::LONGEST_NIGHT;
    format!("{}-{}{}", clock(start), end_clock(start, end), if is_meant { "+1" } else { "" })
}

fn clock(minute: u16) -> String {
    format!("{:02}:{:02}", minute / 60, minute % 60)
}

/// An end that wraps to a clock time later than the start would be read as the same day: those stretches,
/// longer than a day, keep counting past 24:00.
fn end_clock(start: u16, end: u16) -> String {
    let wrapped = if end > 1440 && end - 1440 < start { end - 1440 } else { end };
    clock(wrapped)
}

/// Days as people write them: `Mon-Fri`, `Sat-Mon`, `Mon,Wed,Fri`.
pub fn show_days(days: WeekdaySet) -> String {
    // A run that goes on over Sunday starts where no day precedes it.
    let first = (0..7)
        .filter_map(|n| Weekday::try_from(n).ok())
        .find(|day| days.contains(*day) && !days.contains(day.pred()));
    let mut runs: Vec<(Weekday, Weekday)> = Vec::new();
    for day in days.iter(first.unwrap_or(Weekday::Mon)) {
        match runs.last_mut() {
            Some((_, last)) if last.succ() == day => *last = day,
            _ => runs.push((day, day)),
        }
    }
    let runs = runs.into_iter().map(|(from, to)| {
        match (to.num_days_from_monday() + 7 - from.num_days_from_monday()) % 7 {
            0 => from.to_string(),
            1 => format!("{from},{to}"),
            _ => format!("{from}-{to}"),
        }
    });
    runs.collect::<Vec<_>>().join(",")
}

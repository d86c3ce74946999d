//! Dated intervals grouped into runs: the same local times on the same weekdays, for some weeks.

use chrono::{Datelike, NaiveDate, TimeDelta, WeekdaySet};
use tzplan::{Horizon, UtcMinute};

use super::{clock, dates};

const DAY: i64 = 24 * 60;
/// Dates further apart than this are two runs.
const APART: i64 = 21;

/// Intervals that start at one time of day and last as long on the local clock.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Run {
    /// Minutes after 00:00, and how long on the local clock.
    start: i64,
    length: i64,
    pub(crate) weekdays: WeekdaySet,
    pub(crate) first: NaiveDate,
    pub(crate) last: NaiveDate,
    /// How many there are.
    pub(crate) count: u32,
    /// How many dates of those weekdays there are between the first and the last.
    pub(crate) possible: u32,
}

impl Run {
    /// `06:00–07:00 Mon–Fri`; `Fri 18:00 – Mon 06:00` for what lasts longer than a day.
    pub(crate) fn times(&self) -> String {
        if self.length <= DAY {
            let times = clock::times(self.start as i32, self.length as i32);
            return format!("{times} {}", clock::days(self.weekdays));
        }
        let end = self.start + self.length;
        let (days, minute) = if end % DAY == 0 { (end / DAY - 1, DAY) } else { (end / DAY, end % DAY) };
        let last = self.first + TimeDelta::days(days);
        let end = if minute == DAY { "24:00".to_owned() } else { clock::time(minute as i32) };
        let weeks = if days >= 7 { format!(" (+{days} days)") } else { String::new() };
        format!(
            "{} {} – {} {end}{weeks}",
            self.first.weekday(),
            clock::time(self.start as i32),
            last.weekday()
        )
    }

    /// `12 times`, `12 of 20 days`.
    pub(crate) fn often(&self) -> String {
        match (self.count, self.possible) {
            (count, possible) if count == possible => dates::counted(count.into(), "time", "times"),
            (count, possible) => format!("{count} of {possible} days"),
        }
    }

    /// Minutes of all of them on the local clock.
    pub(crate) fn minutes(&self) -> i64 {
        self.length * i64::from(self.count)
    }
}

/// The runs of some intervals in order, on the home clock; by first date, then by time of day.
pub(crate) fn runs(
    intervals: impl IntoIterator<Item = (UtcMinute, UtcMinute)>,
    horizon: &Horizon,
) -> Vec<Run> {
    let range = horizon.range();
    let pieces: Vec<(i64, i64)> = horizon
        .home()
        .offsets(range.start().to_utc(), range.end().to_utc() + TimeDelta::days(1))
        .map(|piece| (piece.start.timestamp(), i64::from(piece.offset.local_minus_utc())))
        .collect();
    let local = |minute: UtcMinute| {
        let seconds = i64::from(minute.epoch_minutes()) * 60;
        let after = pieces.partition_point(|(start, _)| *start <= seconds);
        (seconds + pieces.get(after.saturating_sub(1)).map_or(0, |(_, ahead)| *ahead)).div_euclid(60)
    };
    let mut dated: Vec<(i64, i64, u8, i64)> = intervals
        .into_iter()
        .map(|(start, end)| {
            let (start, end) = (local(start), local(end));
            let (day, length) = (start.div_euclid(DAY), end - start);
            // What lasts longer than a day is named by its weekday.
            let weekday = if length > DAY { day.rem_euclid(7) as u8 } else { 7 };
            (start.rem_euclid(DAY), length, weekday, day)
        })
        .collect();
    dated.sort_unstable();
    let same = |a: &(i64, i64, u8, i64), b: &(i64, i64, u8, i64)| {
        (a.0, a.1, a.2) == (b.0, b.1, b.2) && b.3 - a.3 <= APART
    };
    let mut runs: Vec<Run> = dated.chunk_by(same).filter_map(run).collect();
    runs.sort_by_key(|run| (run.first, run.start, run.length));
    runs
}

fn run(dated: &[(i64, i64, u8, i64)]) -> Option<Run> {
    let date = |day: i64| NaiveDate::from_epoch_days(day as i32);
    let (start, length, _, _) = *dated.first()?;
    let (first, last) = (date(dated.first()?.3)?, date(dated.last()?.3)?);
    let weekdays: WeekdaySet = dated.iter().filter_map(|one| Some(date(one.3)?.weekday())).collect();
    let possible =
        first.iter_days().take_while(|date| *date <= last).filter(|d| weekdays.contains(d.weekday()));
    let (count, possible) = (dated.len() as u32, possible.count() as u32);
    Some(Run { start, length, weekdays, first, last, count, possible })
}

#[cfg(test)]
mod tests {
    use super::*;
    use tzplan::Zone;

    #[test]
    fn a_daily_window_is_one_run_until_its_local_time_changes() {
        let berlin = Zone::iana("Europe/Berlin").expect("a zone");
        // Two weeks before the clocks go forward on 28 March 2027 and two after, 12:00 UTC on weekdays.
        let horizon = Horizon::of_days("2027-03-15".parse().expect("a date"), 28, berlin).expect("dates");
        let windows = (0..28).filter(|day| day % 7 < 5).map(|day| {
            let noon = horizon.range().start().epoch_minutes() + 60 + day * 1440 + 720;
            (UtcMinute::from_epoch_minutes(noon), UtcMinute::from_epoch_minutes(noon + 60))
        });
        let runs = runs(windows, &horizon);
        let written: Vec<_> =
            runs.iter().map(|run| (run.times(), run.first.to_string(), run.count)).collect();
        let expected = [("13:00–14:00 Mon–Fri", "2027-03-15", 10), ("14:00–15:00 Mon–Fri", "2027-03-29", 10)];
        assert_eq!(written, expected.map(|(times, first, n)| (times.to_owned(), first.to_owned(), n)));
    }
}

//! The ordinary week: how many are at work in each hour of it.

use chrono::{Datelike, TimeDelta};
use tzplan::Horizon;
use tzplan::coverage::Coverage;

/// Minutes of an hour.
const HOUR: i64 = 60;
/// Hours of a day.
pub(crate) const HOURS: usize = 24;

/// For each weekday from Monday and hour of the home clock, how many are at work: the fewest of that hour, in the
/// middle one of the horizon's weeks (the lower of two). 168 values; `None` where the horizon has no such hour.
pub(crate) fn ordinary(horizon: &Horizon, coverage: &Coverage) -> Vec<Option<u32>> {
    let range = horizon.range();
    let first = i64::from(range.start().epoch_minutes()) / HOUR - 26;
    let hours = (i64::from(range.end().epoch_minutes()) / HOUR - first + 28) as usize;
    // The fewest at work in each hour of the local clock since `first`.
    let mut fewest: Vec<Option<u32>> = vec![None; hours];
    let pieces = horizon.home().offsets(range.start().to_utc(), range.end().to_utc() + TimeDelta::days(1));
    let mut segments = coverage.segments.iter().peekable();
    for piece in pieces {
        let ahead = i64::from(piece.offset.local_minus_utc()).div_euclid(60);
        let (from, until) = (piece.start.timestamp() / 60, piece.end.timestamp() / 60);
        while let Some(segment) = segments.peek() {
            let start = i64::from(segment.start.epoch_minutes()).max(from);
            let end = i64::from(segment.end.epoch_minutes()).min(until);
            if start < end {
                let cells = (start + ahead).div_euclid(HOUR)..=(end + ahead - 1).div_euclid(HOUR);
                for hour in cells {
                    if let Some(known) = fewest.get_mut((hour - first) as usize) {
                        *known = Some(known.map_or(segment.count, |known| known.min(segment.count)));
                    }
                }
            }
            if i64::from(segment.end.epoch_minutes()) > until {
                break;
            }
            segments.next();
        }
    }
    let mut by_hour: Vec<Vec<u32>> = vec![Vec::new(); 7 * HOURS];
    for (index, count) in fewest.into_iter().enumerate() {
        let hour = first + index as i64;
        let day = chrono::NaiveDate::from_epoch_days(hour.div_euclid(24) as i32);
        let (Some(count), Some(day)) = (count, day) else { continue };
        let weekday = day.weekday().num_days_from_monday() as usize;
        by_hour[weekday * HOURS + hour.rem_euclid(24) as usize].push(count);
    }
    let middle = |mut counts: Vec<u32>| {
        counts.sort_unstable();
        counts.get(counts.len().saturating_sub(1) / 2).copied()
    };
    by_hour.into_iter().map(middle).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use tzplan::{Member, PreparedTeam, Team, Zone, coverage::coverage};

    #[test]
    fn an_ordinary_week_counts_the_fewest_of_an_hour() {
        let mut team = Team::new();
        let utc = || Zone::UTC;
        team.add(Member::new("a", utc()).hours("9-17".parse().expect("hours")));
        team.add(Member::new("b", utc()).hours("9:30-12 Mon".parse().expect("hours")));
        let horizon = Horizon::of_days("2026-11-23".parse().expect("a date"), 21, Zone::UTC).expect("dates");
        let usual = ordinary(&horizon, &coverage(&PreparedTeam::new(&team, horizon.clone()), |_| true));
        let monday: Vec<_> = usual[8..18].iter().map(|count| count.unwrap_or(9)).collect();
        assert_eq!(monday, [0, 1, 2, 2, 1, 1, 1, 1, 1, 0]);
        assert_eq!(usual[24 + 9..24 + 12], [Some(1); 3]);
        assert_eq!(usual[5 * 24..], [Some(0); 48]);
    }
}

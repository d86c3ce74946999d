//! The ordinary week: how many are at work in each hour of it.

use chrono::TimeDelta;

use super::Coverage;
use crate::horizon::Horizon;

/// Minutes of an hour.
const HOUR: i64 = 60;
/// Hours of a day, and of a week.
const DAY: i64 = 24;
const WEEK: i64 = 7 * DAY;
/// 1 January 1970 was a Thursday.
const THURSDAY: i64 = 3 * DAY;

impl Coverage {
    /// How many are at work in an ordinary week: for each weekday from Monday and each hour of the home
    /// clock, the fewest in that hour, days off counted, in the middle one of the horizon's weeks (the lower
    /// of two). `None` where the horizon has no such hour.
    ///
    /// # Complexity
    ///
    /// One look at each hour of the horizon and each segment, then sorting the weeks of each hour.
    pub fn ordinary_week(&self, horizon: &Horizon) -> [[Option<u32>; 24]; 7] {
        let mut by_hour: [[Vec<u32>; 24]; 7] = Default::default();
        let (first, fewest) = self.fewest_by_hour(horizon);
        for (hour, count) in (first..).zip(fewest) {
            let hour = (hour + THURSDAY).rem_euclid(WEEK);
            by_hour[(hour / DAY) as usize][(hour % DAY) as usize].extend(count);
        }
        by_hour.map(|day| day.map(middle))
    }

    /// The fewest at work in the hours of the home clock, from one on, in hours since 1970 on that clock;
    /// `None` for those outside the horizon.
    fn fewest_by_hour(&self, horizon: &Horizon) -> (i64, Vec<Option<u32>>) {
        let range = horizon.range();
        let pieces: Vec<(i64, i64, i64)> = horizon
            .home()
            .offsets(range.start().to_utc(), range.end().to_utc() + TimeDelta::minutes(DAY * HOUR))
            .map(|piece| {
                let ahead = i64::from(piece.offset.local_minus_utc()).div_euclid(60);
                (piece.start.timestamp() / 60, piece.end.timestamp() / 60, ahead)
            })
            .collect();
        let ahead = || pieces.iter().map(|(.., ahead)| *ahead);
        let (least, most) = (ahead().min().unwrap_or(0), ahead().max().unwrap_or(0));
        let first = (i64::from(range.start().epoch_minutes()) + least).div_euclid(HOUR);
        let last = (i64::from(range.end().epoch_minutes()) + most).div_euclid(HOUR) + DAY;
        let mut fewest: Vec<Option<u32>> = vec![None; (last + 1 - first).max(0) as usize];
        let mut segments = self.segments.iter().peekable();
        for (from, until, ahead) in pieces {
            while let Some(segment) = segments.peek() {
                let start = i64::from(segment.start.epoch_minutes()).max(from);
                let end = i64::from(segment.end.epoch_minutes()).min(until);
                if start < end {
                    for hour in (start + ahead).div_euclid(HOUR)..=(end + ahead - 1).div_euclid(HOUR) {
                        let known = &mut fewest[(hour - first) as usize];
                        *known = Some(known.map_or(segment.count, |known| segment.count.min(known)));
                    }
                }
                if i64::from(segment.end.epoch_minutes()) > until {
                    break;
                }
                segments.next();
            }
        }
        (first, fewest)
    }
}

/// The middle one, the lower of two.
fn middle(mut counts: Vec<u32>) -> Option<u32> {
    counts.sort_unstable();
    counts.get(counts.len().saturating_sub(1) / 2).copied()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::coverage::coverage;
    use crate::season::PreparedTeam;
    use crate::team::{Member, Team};
    use crate::zone::Zone;

    #[test]
    fn an_ordinary_week_counts_the_fewest_of_an_hour() {
        let mut team = Team::new();
        let utc = || Zone::UTC;
        team.add(Member::new("a", utc()).hours("9-17".parse().expect("hours")));
        team.add(Member::new("b", utc()).hours("9:30-12 Mon".parse().expect("hours")));
        let horizon = Horizon::of_days("2026-11-23".parse().expect("a date"), 21, Zone::UTC).expect("dates");
        let usual = coverage(&PreparedTeam::new(&team, horizon.clone()), |_| true).ordinary_week(&horizon);
        let monday: Vec<_> = usual[0][8..18].iter().map(|count| count.unwrap_or(9)).collect();
        assert_eq!(monday, [0, 1, 2, 2, 1, 1, 1, 1, 1, 0]);
        assert_eq!(usual[1][9..12], [Some(1); 3]);
        assert_eq!(usual[5..], [[Some(0); 24]; 2]);
    }
}

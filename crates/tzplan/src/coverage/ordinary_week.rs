//! The ordinary week: how many are at work in each hour of it.

use chrono::{Days, NaiveDate, Weekday};

use super::Coverage;
use crate::horizon::Horizon;
use crate::minutes::day_number;
use crate::zone::minute_pieces;

/// Minutes of an hour.
const HOUR: i32 = 60;
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
        let (first, fewest) = self.fewest_by_hour(horizon);
        let mut counts = Vec::new();
        let mut usual = |hour: i64| {
            let mut place = (hour - first - THURSDAY).rem_euclid(WEEK) as usize;
            counts.clear();
            while let Some(fewest) = fewest.get(place) {
                counts.extend(*fewest);
                place += WEEK as usize;
            }
            middle(&mut counts)
        };
        std::array::from_fn(|day| std::array::from_fn(|hour| usual(day as i64 * DAY + hour as i64)))
    }

    /// The weeks of the horizon, Monday to Sunday on the home clock, that are as an ordinary week is: runs of
    /// them in order, cut at the horizon's ends.
    pub(super) fn weeks_like(
        &self,
        usual: &[[Option<u32>; 24]; 7],
        horizon: &Horizon,
    ) -> Vec<(NaiveDate, NaiveDate)> {
        let (first, fewest) = self.fewest_by_hour(horizon);
        let dates = horizon.dates();
        let mut runs: Vec<(NaiveDate, NaiveDate)> = Vec::new();
        let monday = dates.first().week(Weekday::Mon).first_day();
        for monday in monday.iter_weeks().take_while(|monday| *monday <= dates.last()) {
            let hour = i64::from(day_number(monday)) * DAY - first;
            let is_like = (0..WEEK).all(|place| {
                let at = usize::try_from(hour + place).ok().and_then(|at| fewest.get(at).copied().flatten());
                at.is_none() || at == usual[(place / DAY) as usize][(place % DAY) as usize]
            });
            let sunday = (monday + Days::new(6)).min(dates.last());
            match runs.last_mut() {
                _ if !is_like => {}
                Some((_, last)) if *last + Days::new(1) == monday => *last = sunday,
                _ => runs.push((monday.max(dates.first()), sunday)),
            }
        }
        runs
    }

    /// The fewest at work in the hours of the home clock, from one on, in hours since 1970 on that clock;
    /// `None` for those outside the horizon.
    fn fewest_by_hour(&self, horizon: &Horizon) -> (i64, Vec<Option<u32>>) {
        let pieces: Vec<_> = minute_pieces(horizon.home(), horizon.range()).collect();
        let ahead = || pieces.iter().map(|piece| piece.ahead);
        let (least, most) = (ahead().min().unwrap_or(0), ahead().max().unwrap_or(0));
        let first = (horizon.range().start().0 + least).div_euclid(HOUR);
        let last = (horizon.range().end().0 - 1 + most).div_euclid(HOUR);
        let mut fewest: Vec<Option<u32>> = vec![None; (last + 1 - first) as usize];
        let mut segments = self.segments.iter().peekable();
        for piece in pieces {
            while let Some(segment) = segments.peek() {
                let start = segment.start.0.max(piece.start) + piece.ahead;
                let end = segment.end.0.min(piece.end) + piece.ahead;
                if start < end {
                    let hours = (start.div_euclid(HOUR) - first) as usize..;
                    let hours =
                        &mut fewest[hours][..=((end - 1).div_euclid(HOUR) - start.div_euclid(HOUR)) as usize];
                    for known in hours {
                        *known = Some(known.map_or(segment.count, |known| segment.count.min(known)));
                    }
                }
                if segment.end.0 > piece.end {
                    break;
                }
                segments.next();
            }
        }
        (first.into(), fewest)
    }
}

/// The middle one, the lower of two.
fn middle(counts: &mut [u32]) -> Option<u32> {
    let (place, first) = (counts.len().checked_sub(1)? / 2, *counts.first()?);
    // Mostly every week is the same.
    let is_same = counts.iter().all(|count| *count == first);
    Some(if is_same { first } else { *counts.select_nth_unstable(place).1 })
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

//! The ordinary weeks of a horizon on its home clock: when too few are at work, season by season.

use std::collections::BTreeMap;

use chrono::Datelike;

use crate::horizon::Horizon;
use crate::hours::WeeklyHours;
use crate::interval::{Interval, IntervalSet};
use crate::minutes::{DAY, Minutes, UtcMinute, WEEK, WeekMinute};
use crate::season::{
    Lead, Newcomer, PreparedTeam, ProfileId, Season, Week, WeekId, circular_windows, rotated,
};
use crate::team::{Attendance, Schedule};
use crate::zone::{MinutePiece, minute_pieces};

/// 1 January 1970 was a Thursday.
const THURSDAY: i32 = 3 * 24 * 60;

/// The times of the home week that are to be covered and have too few at work, of every season that differs.
pub(super) struct HomeWeeks<'h> {
    weeks: Vec<HomeWeek>,
    home: &'h HomeClock,
    /// What has been found of gaps, by where they start in the home week and how long they last: those of most
    /// weeks are the same.
    closed: BTreeMap<(i32, u32), bool>,
}

/// The ordinary week of seasons that are alike.
struct HomeWeek {
    /// Windows of too few: where they start, and how long they last.
    short: Vec<(WeekMinute, Minutes)>,
    /// The part of a home week that each of the seasons has: where it starts, and how long it lasts. A season
    /// of two days has no Tuesday.
    there: Vec<(i32, u32)>,
}

/// What the clock of a horizon's home reads.
#[derive(Debug)]
pub(super) struct HomeClock(Vec<MinutePiece>);

impl HomeClock {
    pub(super) fn of(horizon: &Horizon) -> Self {
        Self(minute_pieces(horizon.home(), horizon.range()).collect())
    }

    /// The minute of the home week at an instant of the horizon.
    fn minute_of_week(&self, at: UtcMinute) -> i32 {
        let next = self.0.partition_point(|piece| piece.start <= at.0);
        let ahead = self.0[next.saturating_sub(1)].ahead;
        (at.0 + ahead + THURSDAY).rem_euclid(WEEK)
    }
}

impl<'h> HomeWeeks<'h> {
    /// Of so many people of some profiles, and weekly hours on the home clock, or every hour, that this many
    /// have to cover at once.
    pub(super) fn of(
        prepared: &PreparedTeam,
        (home, clock): (&Newcomer, &'h HomeClock),
        heads: &[(ProfileId, u32)],
        (hours, people): (Option<&WeeklyHours>, u32),
    ) -> Self {
        let wanted = hours.map(|hours| Week::new(&[(hours, Lead::of(0))]));
        let profiles: Vec<ProfileId> = heads.iter().map(|(profile, _)| *profile).collect();
        let (mut seen, mut weeks) = (Vec::new(), Vec::<HomeWeek>::new());
        for season in prepared.seasons_with(&profiles, home) {
            let ids = profiles.iter().map(|profile| prepared.week_id(*profile, &season));
            let like: (i32, Vec<WeekId>) = (ahead(home, &season), ids.collect());
            let first = season.first().weekday().num_days_from_monday() as i32 * DAY;
            let there = (first, (season.days() * DAY as u32).min(WEEK as u32));
            if let Some(known) = seen.iter().position(|known| *known == like) {
                weeks[known].there.push(there);
                continue;
            }
            let at_work =
                like.1.iter().zip(heads).map(|(week, (_, heads))| (prepared.week_of(*week), *heads));
            let all = rotated(&short_of(at_work, people), like.0);
            let week = wanted.as_ref().map_or_else(|| all.clone(), |week| all.intersection(week.pattern()));
            weeks.push(HomeWeek { short: circular_windows(&week), there: vec![there] });
            seen.push(like);
        }
        Self { weeks, home: clock, closed: BTreeMap::new() }
    }

    /// Whether the ordinary week of some season that has this time has no gap that overlaps or touches it.
    pub(super) fn is_closed_in_some_season(&mut self, gap: Interval<UtcMinute>) -> bool {
        let (start, length) = (self.home.minute_of_week(gap.start()), gap.length().get());
        let weeks = &self.weeks;
        let is_in = |(from, long): &(i32, u32)| match *long == WEEK as u32 {
            true => length <= *long,
            false => (start - from).rem_euclid(WEEK) as u32 + length <= *long,
        };
        // Both may go over the end of the week.
        let meets = |(from, long): &(WeekMinute, Minutes)| {
            let behind = (start - i32::from(from.0)).rem_euclid(WEEK) as u32;
            behind <= long.get() || WEEK as u32 - behind <= length
        };
        let find = || weeks.iter().any(|week| week.there.iter().any(is_in) && !week.short.iter().any(meets));
        *self.closed.entry((start, length)).or_insert_with(find)
    }
}

/// The same team with nobody optional: in an ordinary week everybody is at work.
pub(super) fn with_everybody_required(prepared: &PreparedTeam) -> PreparedTeam {
    let everybody = prepared.team().with_attendance(|_| Attendance::Required);
    PreparedTeam::new(&everybody, prepared.horizon().clone())
}

/// The seasons of everybody and of the home clock, with how far that is ahead of UTC, in minutes.
pub(crate) fn seasons_at_home(prepared: &PreparedTeam) -> Vec<(Season, i32)> {
    let everybody: Vec<ProfileId> = (0..prepared.profiles().len() as u32).map(ProfileId).collect();
    let home = home_clock(prepared.horizon());
    let seasons = prepared.seasons_with(&everybody, &home).into_iter();
    seasons.map(|season| (season, ahead(&home, &season))).collect()
}

/// The clock of a horizon's home, kept by nobody at work.
pub(super) fn home_clock(horizon: &Horizon) -> Newcomer {
    Newcomer::new(&Schedule::new(horizon.home().clone(), Default::default()), horizon)
}

/// How far it is ahead of UTC in a season, in minutes.
fn ahead(home: &Newcomer, season: &Season) -> i32 {
    home.weeks()[home.week_on(season.first_day())].minutes_ahead()
}

/// The minutes of an ordinary UTC week with fewer people at work, of so many in each week.
fn short_of<'w>(at_work: impl Iterator<Item = (&'w Week, u32)>, people: u32) -> IntervalSet<WeekMinute> {
    let mut changes: Vec<(u16, i64)> = vec![(0, 0), (WEEK as u16, 0)];
    for (week, heads) in at_work {
        let heads = i64::from(heads);
        let stretches = week.pattern().iter();
        changes.extend(stretches.flat_map(|at_work| [(at_work.start().0, heads), (at_work.end().0, -heads)]));
    }
    changes.sort_unstable();
    let mut count = 0;
    let pieces = changes.windows(2).filter_map(|pair| {
        count += pair[0].1;
        let piece = Interval::new(WeekMinute(pair[0].0), WeekMinute(pair[1].0));
        piece.filter(|_| count < i64::from(people))
    });
    pieces.collect()
}

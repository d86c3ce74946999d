//! The ordinary weeks of a horizon on its home clock: when too few are at work, season by season.

use chrono::Offset;

use crate::horizon::Horizon;
use crate::hours::WeeklyHours;
use crate::interval::{Interval, IntervalSet};
use crate::minutes::{Minutes, UtcMinute, WEEK, WeekMinute};
use crate::season::{
    Lead, Newcomer, PreparedTeam, ProfileId, Season, Week, WeekId, circular_windows, rotated,
};
use crate::team::{Attendance, Schedule};
use crate::zone::Zone;

/// 1 January 1970 was a Thursday.
const THURSDAY: i64 = 3 * 24 * 60;

/// The times of the home week that are to be covered and have too few at work, of every season that differs.
pub(super) struct HomeWeeks {
    /// Each as its windows: where they start, and how long they last.
    short: Vec<Vec<(WeekMinute, Minutes)>>,
    home: Zone,
}

impl HomeWeeks {
    /// Of so many people of some profiles, and weekly hours on the home clock, or every hour, that this many
    /// have to cover at once.
    pub(super) fn of(
        prepared: &PreparedTeam,
        home: &Newcomer,
        heads: &[(ProfileId, u32)],
        (hours, people): (Option<&WeeklyHours>, u32),
    ) -> Self {
        let wanted = hours.map(|hours| Week::new(&[(hours, Lead::of(0))]));
        let profiles: Vec<ProfileId> = heads.iter().map(|(profile, _)| *profile).collect();
        let (mut seen, mut short) = (Vec::new(), Vec::new());
        for season in prepared.seasons_with(&profiles, home) {
            let weeks = profiles.iter().map(|profile| prepared.week_id(*profile, &season));
            let like: (i32, Vec<WeekId>) = (ahead(home, &season), weeks.collect());
            if seen.contains(&like) {
                continue;
            }
            let at_work =
                like.1.iter().zip(heads).map(|(week, (_, heads))| (prepared.week_of(*week), *heads));
            let all = rotated(&short_of(at_work, people), like.0);
            let week = wanted.as_ref().map_or_else(|| all.clone(), |week| all.intersection(week.pattern()));
            short.push(circular_windows(&week));
            seen.push(like);
        }
        Self { short, home: prepared.horizon().home().clone() }
    }

    /// Whether the ordinary week of some season has no gap that overlaps or touches the time of this one.
    pub(super) fn is_closed_in_some_season(&self, gap: Interval<UtcMinute>) -> bool {
        let ahead =
            gap.start().to_utc().with_timezone(&self.home).offset().fix().local_minus_utc().div_euclid(60);
        let start = i64::from(gap.start().epoch_minutes()) + i64::from(ahead) + THURSDAY;
        let (start, length) = (start.rem_euclid(i64::from(WEEK)), i64::from(gap.length().get()));
        // Both may go over the end of the week.
        let meets = |(from, long): &(WeekMinute, Minutes)| {
            let (from, long) = (i64::from(from.0), i64::from(long.get()));
            let behind = (start - from).rem_euclid(i64::from(WEEK));
            behind <= long || i64::from(WEEK) - behind <= length
        };
        self.short.iter().any(|week| !week.iter().any(meets))
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

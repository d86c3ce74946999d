//! Daily overlap against its target: effective targets, subgroups, and the statistics of a year.

mod group;
mod ladder;
mod year;

use crate::interval::IntervalSet;
use crate::minutes::{Minutes, PerDay, WeekMinute};
use crate::policy::Policy;
use crate::season::{PreparedTeam, ProfileId, Season, Week};
pub(crate) use group::{Group, GroupOrder};
pub(crate) use ladder::{Brought, Ladder};
pub use year::{DriftWeeks, YearOverlap};

/// What a group shares in one season.
#[derive(Clone, PartialEq, Eq, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct SeasonOverlap {
    /// Common minutes a week over the smallest workdays in the group.
    #[cfg_attr(feature = "serde", serde(rename = "overlap"))]
    pub daily: PerDay,
    /// The target, or the smallest average day in the group where that is shorter: nobody fails for working
    /// short days.
    #[cfg_attr(feature = "serde", serde(serialize_with = "crate::output::rounded_up"))]
    pub effective_target: PerDay,
    /// Whether the group *and each of its subgroups* reach their own effective targets: a part-timer excuses
    /// nobody else.
    pub meets: bool,
    /// The common minutes on the circular week, in order of their starts.
    pub windows: Vec<WeekWindow>,
}

/// A window of the circular week.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct WeekWindow {
    /// Where it starts.
    pub start: WeekMinute,
    /// How long it lasts; it may run over the end of the week.
    pub minutes: Minutes,
}

/// What a group of profiles shares in a season of theirs, or of a team they belong to.
pub fn shared_by(
    prepared: &PreparedTeam,
    group: &[ProfileId],
    season: &Season,
    policy: &Policy,
) -> SeasonOverlap {
    let weeks = group.iter().map(|profile| prepared.week(*profile, season)).collect();
    Group::new(weeks).season_overlap(policy.target())
}

/// Whether two members meet the target, as a group of two. One alone always does, so that their own two hold.
pub(crate) fn pair_meets(a: &Week, b: &Week, target: Minutes) -> bool {
    let (Some(of_a), Some(of_b)) = (a.average_day(), b.average_day()) else { return false };
    let minutes_per_week = a.pattern().shared_minutes(b.pattern()).get();
    let daily = PerDay { minutes_per_week, days: a.workdays().min(b.workdays()) };
    daily.reaches(PerDay::of(target).min_value(of_a).min_value(of_b))
}

/// What somebody shares with one who joins, and whether the two meet the target.
pub(crate) fn pair(week: &Week, joins: Brought<'_>, target: Minutes) -> (PerDay, bool) {
    let minutes_per_week = week.pattern().shared_minutes(joins.pattern).get();
    let daily = PerDay { minutes_per_week, days: week.workdays().min(joins.workdays).max(1) };
    let meets = match (week.average_day(), joins.average_day) {
        (Some(theirs), Some(own)) => daily.reaches(PerDay::of(target).min_value(theirs).min_value(own)),
        _ => false,
    };
    (daily, meets)
}

/// What all patterns have in common; nothing for no patterns.
pub(crate) fn common<'a>(
    mut patterns: impl Iterator<Item = &'a IntervalSet<WeekMinute>>,
) -> IntervalSet<WeekMinute> {
    let Some(first) = patterns.next() else { return IntervalSet::new() };
    let (mut common, mut spare) = (first.clone(), IntervalSet::new());
    for pattern in patterns {
        if common.is_empty() {
            break;
        }
        common.intersection_into(pattern, &mut spare);
        std::mem::swap(&mut common, &mut spare);
    }
    common
}

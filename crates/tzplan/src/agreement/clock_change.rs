//! The dates on which clocks change, and what moves for whom.

use chrono::NaiveDate;

use super::AgreedSeason;
use super::core_hours::Group;
use super::kept::Kept;
use super::local;
use super::standup::{Standup, StandupTime};
use crate::hours::WeeklyHours;
use crate::season::ProfileId;

/// A date from which on somebody's clock, or the home clock, shows another time.
#[derive(Clone, PartialEq, Debug)]
#[non_exhaustive]
pub struct ClockChange {
    /// The first date of the new season.
    pub date: NaiveDate,
    /// The place of that season among [`Agreement::seasons`](super::Agreement::seasons).
    pub season: usize,
    /// Whose clocks change, in roster order. Somebody who goes to live elsewhere is among them.
    pub clocks: Vec<ClockMove>,
    /// Minutes by which the home clock is set forward; 0 where it stays.
    pub home_forward: i32,
    /// What is at another time of their own clock from then on: of each profile in roster order core hours,
    /// then stand-ups, then their own day.
    pub moves: Vec<Moved>,
}

/// A clock that changes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct ClockMove {
    /// Whose.
    pub profile: ProfileId,
    /// Minutes by which it is set forward; back where negative.
    pub forward: i32,
}

/// Something that moves on somebody's own clock.
#[derive(Clone, PartialEq, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Moved {
    /// For whom.
    pub profile: ProfileId,
    /// What, with its times before and after.
    #[cfg_attr(feature = "serde", serde(flatten))]
    pub what: MovedWhat,
}

/// What moves, on the own clock of somebody.
#[derive(Clone, PartialEq, Debug)]
pub enum MovedWhat {
    /// The hours in which all are at work: of everyone, or of a pod.
    CoreHours {
        /// The pod, from 0.
        pod: Option<usize>,
        /// Until then.
        from: WeeklyHours,
        /// From then on.
        to: WeeklyHours,
    },
    /// A stand-up: of everyone, or of a pod.
    Standup {
        /// The pod, from 0.
        pod: Option<usize>,
        /// Until then.
        from: StandupTime,
        /// From then on.
        to: StandupTime,
    },
    /// Their own day: hours read on another clock, or a shift that is kept in some seasons only.
    Day {
        /// Until then.
        from: WeeklyHours,
        /// From then on.
        to: WeeklyHours,
    },
}

/// The changes between the seasons, in order.
pub(super) fn clock_changes(kept: &Kept, groups: &[Group], standups: &[Standup]) -> Vec<ClockChange> {
    (1..kept.seasons.len()).map(|season| clock_change(kept, groups, standups, season)).collect()
}

fn clock_change(kept: &Kept, groups: &[Group], standups: &[Standup], season: usize) -> ClockChange {
    let before = season - 1;
    let ahead = |season: usize, profile: ProfileId| kept.week(season, profile).minutes_ahead();
    let clocks = kept.everybody.iter().filter_map(|profile| {
        let forward = ahead(season, *profile) - ahead(before, *profile);
        (forward != 0).then_some(ClockMove { profile: *profile, forward })
    });
    let mut moves = Vec::new();
    for profile in kept.everybody.iter().copied() {
        let what = core_moves(groups, &kept.seasons, profile, season)
            .chain(standup_moves(standups, profile, season))
            .chain(day_move(kept, profile, season));
        moves.extend(what.map(|what| Moved { profile, what }));
    }
    let home = |season: usize| kept.seasons[season].home_minutes_ahead;
    ClockChange {
        date: kept.seasons[season].season.first(),
        season,
        clocks: clocks.collect(),
        home_forward: home(season) - home(before),
        moves,
    }
}

fn core_moves<'a>(
    groups: &'a [Group],
    seasons: &'a [AgreedSeason],
    profile: ProfileId,
    season: usize,
) -> impl Iterator<Item = MovedWhat> + 'a {
    groups.iter().filter_map(move |group| {
        let place = group.profiles.iter().position(|one| *one == profile)?;
        let [from, to] = [season - 1, season]
            .map(|season| group.core[group.held(seasons)[season]].people[place].hours.clone());
        (from != to).then_some(MovedWhat::CoreHours { pod: group.pod, from, to })
    })
}

fn standup_moves(
    standups: &[Standup],
    profile: ProfileId,
    season: usize,
) -> impl Iterator<Item = MovedWhat> + '_ {
    // One that does not suit everybody is held in turns.
    let one_time = |standup: &&Standup| standup.choice.is_some() && standup.in_turn().is_none();
    standups.iter().filter(one_time).filter_map(move |standup| {
        let place = standup.profiles.iter().position(|one| *one == profile)?;
        let [from, to] = [standup.times.get(season - 1)?[place], standup.times.get(season)?[place]];
        (from != to).then_some(MovedWhat::Standup { pod: standup.pod, from, to })
    })
}

fn day_move(kept: &Kept, profile: ProfileId, season: usize) -> Option<MovedWhat> {
    let [from, to] = [season - 1, season].map(|season| {
        let week = kept.week(season, profile);
        local::hours(week.pattern(), week.minutes_ahead())
    });
    (from != to).then_some(MovedWhat::Day { from, to })
}

//! Who is at work at which hour of a clock that several people live by.

use super::kept::Kept;
use super::{PersonHours, local};
use crate::interval::IntervalSet;
use crate::minutes::WeekMinute;
use crate::season::ProfileId;

/// The clock of people who read the same time all year.
#[derive(Clone, PartialEq, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct SharedClock {
    /// Who lives by it, in roster order; at least one profile.
    pub profiles: Vec<ProfileId>,
    /// For each of [`Agreement::seasons`](super::Agreement::seasons).
    pub seasons: Vec<ClockHours>,
}

/// The ordinary week of a season, on a clock.
#[derive(Clone, PartialEq, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct ClockHours {
    /// The hours of every profile, optional members' too, in which somebody who lives by this clock is at
    /// work: first of those who live by it, then of the others, each in roster order. No hours: never
    /// together.
    pub at_work: Vec<PersonHours>,
    /// Of each profile of one member that lives by it, the hours in which nobody else is at work, if any.
    pub alone: Vec<PersonHours>,
}

/// Everybody's clocks, in roster order of the first who lives by each. Seasons and hours are those that are
/// kept. A sweep over the profiles for each clock and season.
pub(super) fn clocks(kept: &Kept) -> Vec<SharedClock> {
    let mut clocks: Vec<(Vec<i32>, Vec<ProfileId>)> = Vec::new();
    for profile in kept.everybody.iter().copied() {
        let ahead =
            (0..kept.seasons.len()).map(|season| kept.week(season, profile).minutes_ahead()).collect();
        match clocks.iter_mut().find(|(known, _)| *known == ahead) {
            Some((_, profiles)) => profiles.push(profile),
            None => clocks.push((ahead, vec![profile])),
        }
    }
    let clock = |(ahead, profiles): (Vec<i32>, Vec<ProfileId>)| SharedClock {
        seasons: ahead
            .iter()
            .enumerate()
            .map(|(season, ahead)| clock_hours(kept, season, *ahead, &profiles))
            .collect(),
        profiles,
    };
    clocks.into_iter().map(clock).collect()
}

fn clock_hours(kept: &Kept, season: usize, ahead: i32, own: &[ProfileId]) -> ClockHours {
    let pattern = |profile: ProfileId| kept.week(season, profile).pattern();
    let of = |profile: ProfileId, minutes: &IntervalSet<WeekMinute>| PersonHours {
        profile,
        hours: local::hours(minutes, ahead),
    };
    let here = own.iter().fold(IntervalSet::new(), |all, profile| all.union(pattern(*profile)));
    let others = kept.everybody.iter().copied().filter(|profile| !own.contains(profile));
    let at_work = own.iter().copied().chain(others);
    let alone = own.iter().copied().filter(|profile| {
        let profile = kept.prepared.profile(*profile);
        profile.required() + profile.optional() == 1
    });
    let nobody_else = |profile: ProfileId| {
        let mut alone = pattern(profile).clone();
        for other in kept.everybody.iter().filter(|other| **other != profile) {
            if alone.is_empty() {
                break;
            }
            alone = alone.difference(pattern(*other));
        }
        of(profile, &alone)
    };
    ClockHours {
        at_work: at_work.map(|profile| of(profile, &pattern(profile).intersection(&here))).collect(),
        alone: alone.map(nobody_else).collect(),
    }
}

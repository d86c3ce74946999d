//! Core hours: when all of a group are at work, on everybody's own clock.

use chrono::{Datelike, WeekdaySet};

use super::kept::Kept;
use super::season::held;
use super::{AgreedSeason, Agreement, local};
use crate::clock::ClockTime;
use crate::horizon::first_instant;
use crate::hours::WeeklyHours;
use crate::meeting::Occurrence;
use crate::minutes::{DAY, UtcMinute, civil_date};
use crate::pods::Pods;
use crate::season::ProfileId;
use crate::target::{Group as Weeks, SeasonOverlap};
use crate::verdict::{Model, Plan};

/// People who overlap.
#[derive(Clone, PartialEq, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Group {
    /// Its place among the pods, from 0; `None` for everyone required.
    pub pod: Option<usize>,
    /// Their profiles, in roster order; only required members belong.
    pub profiles: Vec<ProfileId>,
    /// What they share, for each of [`Agreement::seasons`](super::Agreement::seasons).
    pub core: Vec<CoreHours>,
}

/// What a group shares in a season.
#[derive(Clone, PartialEq, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct CoreHours {
    /// The shared minutes of the ordinary week.
    #[cfg_attr(feature = "serde", serde(flatten))]
    pub overlap: SeasonOverlap,
    /// They, on the home clock.
    pub home: WeeklyHours,
    /// They, on the clock of each profile of the group; in that order.
    pub people: Vec<PersonHours>,
}

/// Hours on the own clock of those with a profile.
#[derive(Clone, PartialEq, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct PersonHours {
    /// The profile.
    pub profile: ProfileId,
    /// The hours; none where nothing is shared. They belong to the day on which they start.
    pub hours: WeeklyHours,
}

/// Shared hours at one time of the home clock, on the dates of a season.
#[derive(Clone, PartialEq, Eq, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct CoreRun {
    /// Where they start on the home clock.
    #[cfg_attr(feature = "serde", serde(serialize_with = "crate::output::text"))]
    pub time: ClockTime,
    /// The weekdays on which they do.
    #[cfg_attr(feature = "serde", serde(serialize_with = "super::local::days"))]
    pub days: WeekdaySet,
    /// They, by date, as the season's offsets have them: half-open, days off not left out.
    pub occurrences: Vec<Occurrence>,
}

impl Group {
    /// By season the place of the season whose core hours count: its own where one of its dates is a day of
    /// them, or where there are none at all; else that of the one before, or of the first with one. A clock
    /// that changes on a Friday moves no core hours of Monday to Thursday before Monday.
    ///
    /// # Panics
    ///
    /// When these are other seasons than those of the agreement.
    pub fn held(&self, seasons: &[AgreedSeason]) -> Vec<usize> {
        let has = |place: usize| {
            let days = self.core[place].home.days();
            days.is_empty() || seasons[place].has_any_of(days)
        };
        held(seasons.len(), has)
    }
}

impl Agreement {
    /// The dated core hours of a group in a season, by their places: those of one time of the home clock and
    /// of one length together, in order of weekday and time. None where nothing is shared.
    ///
    /// # Panics
    ///
    /// When there is no such group or season.
    ///
    /// # Complexity
    ///
    /// Linear in the season's days.
    pub fn core_hours_of(&self, group: usize, season: usize) -> Vec<CoreRun> {
        let agreed = &self.seasons[season];
        let mut runs: Vec<(u16, CoreRun)> = Vec::new();
        for stretch in self.groups[group].core[season].home.stretches() {
            let length = stretch.end() - stretch.start();
            let time = local::time(stretch.start().into());
            match runs.iter_mut().find(|(known, run)| (*known, run.time) == (length, time)) {
                Some((_, run)) => {
                    run.days.insert(stretch.day());
                }
                None => {
                    let days = WeekdaySet::single(stretch.day());
                    runs.push((length, CoreRun { time, days, occurrences: Vec::new() }));
                }
            }
        }
        // A season begins and ends at a midnight of the home clock. By its own offset the evening before may be
        // its first date, where that clock goes forward at midnight, and the first hours of the next one its
        // last, where it goes back: an evening has its core hours once.
        let home = self.prepared().horizon().home();
        let dates = agreed.season.dates();
        let begins = first_instant(home, dates.first());
        let ends = first_instant(home, dates.after());
        let days = dates.day_numbers();
        for (length, run) in &mut runs {
            for day in days.start - 1..days.end + 1 {
                let date = civil_date(day);
                let start = UtcMinute(day * DAY + i32::from(run.time.minutes()) - agreed.home_minutes_ahead);
                if run.days.contains(date.weekday()) && (begins..ends).contains(&start) {
                    let end = UtcMinute(start.0 + i32::from(*length));
                    run.occurrences.push(Occurrence { date, start, end });
                }
            }
        }
        runs.into_iter().map(|(_, run)| run).collect()
    }
}

/// The pods of a hybrid team, and those of an async team of which half or more share one: what keeps it from
/// being hybrid is somebody marked as required, and the others can agree on hours all the same.
pub(super) fn pods_of(kept: &Kept, plan: &Plan) -> Option<Pods> {
    match plan.verdict().model {
        Model::Async => Some(Pods::of(&kept.prepared, plan.policy())).filter(Pods::half_share),
        _ => plan.verdict().pods.clone(),
    }
}

/// Everyone under the overlap models, else the pods.
pub(super) fn groups(kept: &Kept, plan: &Plan, pods: Option<&Pods>) -> Vec<Group> {
    let group = |pod: Option<usize>, profiles: Vec<ProfileId>| {
        let core = (0..kept.seasons.len()).map(|season| core(kept, plan, season, &profiles)).collect();
        Group { pod, profiles, core }
    };
    match (plan.verdict().model, pods) {
        (Model::Overlap | Model::OverlapWithShifts, _) => {
            vec![group(None, kept.prepared.required().to_vec())]
        }
        (_, Some(pods)) => {
            pods.pods.iter().enumerate().map(|(place, pod)| group(Some(place), pod.clone())).collect()
        }
        _ => Vec::new(),
    }
}

/// What everyone required shares where there are no groups, if it is anything on some dates.
pub(super) fn together(kept: &Kept, plan: &Plan, groups: &[Group]) -> Option<Group> {
    let profiles = kept.prepared.required();
    if !groups.is_empty() || kept.prepared.required_members() < 2 {
        return None;
    }
    let core: Vec<CoreHours> =
        (0..kept.seasons.len()).map(|season| core(kept, plan, season, profiles)).collect();
    let some = core.iter().any(|core| !core.home.is_empty());
    some.then(|| Group { pod: None, profiles: profiles.to_vec(), core })
}

fn core(kept: &Kept, plan: &Plan, season: usize, profiles: &[ProfileId]) -> CoreHours {
    let weeks = Weeks::new(profiles.iter().map(|profile| kept.week(season, *profile)).collect());
    let shared = weeks.common();
    let own = |profile: &ProfileId| PersonHours {
        profile: *profile,
        hours: local::hours(&shared, kept.week(season, *profile).minutes_ahead()),
    };
    CoreHours {
        overlap: weeks.season_overlap(plan.policy().target()),
        home: local::hours(&shared, kept.seasons[season].home_minutes_ahead),
        people: profiles.iter().map(own).collect(),
    }
}

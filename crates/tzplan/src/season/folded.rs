//! A team folded into its profiles, and the horizon cut into its seasons.

use std::collections::HashMap;
use std::ops::Range;

use super::Season;
use super::fold::Fold;
use super::newcomer::Newcomer;
use super::profile::{Profile, ProfileId};
use super::track::Edge;
use super::week_table::WeekTable;
use crate::horizon::Horizon;
use crate::team::{Attendance, ScheduleId, Team};

/// A team's profiles and seasons.
#[derive(Debug)]
pub(super) struct Folded {
    pub(super) profiles: Vec<Profile>,
    /// By schedule.
    pub(super) profile_of: Vec<ProfileId>,
    pub(super) required: Vec<ProfileId>,
    pub(super) seasons: Vec<Season>,
    pub(super) classes: Vec<SeasonClass>,
    /// By season.
    pub(super) class_of: Vec<usize>,
    pub(super) weeks: WeekTable,
}

/// Seasons in which every required profile's week is the same: winter before and winter after the summer.
#[derive(Clone, Copy, Debug)]
pub(crate) struct SeasonClass {
    /// The first of its seasons.
    pub(crate) season: usize,
    /// The days of all of them.
    pub(crate) days: u32,
}

impl Folded {
    pub(super) fn of(team: &Team, horizon: &Horizon) -> Self {
        let Range { start: from, end: to } = horizon.dates().day_numbers();
        let mut fold = Fold::new(from, to);
        let profile_of: Vec<_> = (0..)
            .map(ScheduleId)
            .zip(team.schedules())
            .map(|(id, schedule)| fold.profile_of(id, schedule))
            .collect();
        let mut heads = vec![(0, 0); team.schedules().len()];
        for (index, member) in team.members().enumerate() {
            let required = member.counts_as_required();
            let profile = &mut fold.profiles[profile_of[member.schedule_id().index()].index()];
            if profile.required + profile.optional == 0 || (required && profile.required == 0) {
                profile.first_member = index as u32;
            }
            profile.marked += u32::from(member.attendance() == Attendance::Required);
            let (count, head) = if required {
                (&mut profile.required, &mut heads[member.schedule_id().index()].0)
            } else {
                (&mut profile.optional, &mut heads[member.schedule_id().index()].1)
            };
            *count += 1;
            *head += 1;
        }
        let Fold { mut profiles, weeks, edges, .. } = fold;
        let mut required: Vec<_> = (0..profiles.len() as u32)
            .map(ProfileId)
            .filter(|id| profiles[id.index()].required > 0)
            .collect();
        required.sort_by_key(|id| profiles[id.index()].first_member);
        for ((id, (required, optional)), edge) in profile_of.iter().zip(heads).zip(edges) {
            let profile = &mut profiles[id.index()];
            // Optional members cut no season of the required ones.
            if required > 0 || (profile.required == 0 && optional > 0) {
                profile.edge = profile.edge.nearer(edge);
            }
        }
        let seasons = seasons_of(required.iter().map(|id| &profiles[id.index()]), None, horizon);
        let (mut classes, mut class_of, mut known) = (Vec::new(), Vec::new(), HashMap::new());
        for (index, season) in seasons.iter().enumerate() {
            let weeks = required.iter().map(|id| profiles[id.index()].week_on(season.first_day()));
            let class = *known.entry(weeks.collect::<Vec<_>>()).or_insert(classes.len());
            if class == classes.len() {
                classes.push(SeasonClass { season: index, days: 0 });
            }
            classes[class].days += season.days();
            class_of.push(class);
        }
        Self { profiles, profile_of, required, seasons, classes, class_of, weeks }
    }
}

/// The seasons of some profiles, and of somebody from outside: they begin where clocks change and on the
/// first day.
pub(super) fn seasons_of<'p>(
    profiles: impl Iterator<Item = &'p Profile>,
    newcomer: Option<&Newcomer>,
    horizon: &Horizon,
) -> Vec<Season> {
    let Range { start: from, end: to } = horizon.dates().day_numbers();
    let mut starts = vec![from];
    starts.extend(newcomer.into_iter().flat_map(Newcomer::changes));
    let mut outside = newcomer.map_or(Edge::FAR, Newcomer::edge);
    for profile in profiles {
        starts.extend(profile.weeks.iter().map(|(day, _)| *day));
        outside = outside.nearer(profile.edge);
    }
    starts.sort_unstable();
    starts.dedup();
    let season = |(i, first): (usize, &i32)| {
        let days = (starts.get(i + 1).copied().unwrap_or(to) - first) as u32;
        let before = if i == 0 { outside.before } else { 0 };
        let after = if i + 1 == starts.len() { outside.after } else { 0 };
        Season { first: *first, days, whole_days: days + before + after }
    };
    starts.iter().enumerate().map(season).collect()
}

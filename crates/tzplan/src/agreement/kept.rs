//! The team with its agreed shifts: moved all year, or season by season.

use std::borrow::Cow;

use super::season::{AgreedSeason, seasons};
use crate::dates::DateRange;
use crate::season::{PreparedTeam, ProfileId, Week};
use crate::shift::ProfileMove;
use crate::team::{Change, MemberId, MemberRef};
use crate::verdict::{Model, Plan};

/// Shifts that are kept on some dates.
#[derive(Clone, PartialEq, Debug)]
#[non_exhaustive]
pub struct AgreedShifts {
    /// The dates on which they are kept; the whole horizon for shifts of the whole year.
    pub dates: DateRange,
    /// Whether they are those of the whole year.
    pub all_year: bool,
    /// Who moves, and by how much, in roster order of the profiles.
    pub moves: Vec<AgreedMove>,
}

/// Members whose day is moved alike.
#[derive(Clone, PartialEq, Debug)]
#[non_exhaustive]
pub struct AgreedMove {
    /// They, in roster order.
    pub members: Vec<MemberId>,
    /// What they are asked. Its profile is that of the team before anybody moved.
    pub asked: ProfileMove,
}

/// A team that keeps to an agreement.
pub(super) struct Kept {
    /// With the days moved that are moved all year.
    pub(super) prepared: PreparedTeam,
    pub(super) seasons: Vec<AgreedSeason>,
    pub(super) shifts: Vec<AgreedShifts>,
    /// The profiles that somebody has, in roster order of their first members.
    pub(super) everybody: Vec<ProfileId>,
    /// By season, the week of each profile.
    weeks: Vec<Vec<Week>>,
}

impl Kept {
    pub(super) fn of(stated: &PreparedTeam, plan: &Plan) -> Self {
        let shifts = agreed(stated, plan);
        let (prepared, by_season) = match &shifts[..] {
            [all_year] if all_year.all_year => (moved(stated, &all_year.moves), &[][..]),
            by_season => (stated.clone(), by_season),
        };
        let mut everybody: Vec<ProfileId> =
            prepared.team().members().map(|member| prepared.profile_of(member)).collect();
        let mut seen = vec![false; prepared.profiles().len()];
        everybody.retain(|profile| !std::mem::replace(&mut seen[profile.index()], true));
        let seasons = seasons(&prepared);
        let weeks = seasons.iter().map(|agreed| {
            let kept = by_season.iter().find(|kept| kept.dates.contains(agreed.season.first()));
            let week = |place: usize| {
                let profile = ProfileId(place as u32);
                let week = prepared.week(profile, &agreed.season);
                let by = kept.and_then(|kept| kept.moves.iter().find(|one| one.asked.profile == profile));
                by.map_or(Cow::Borrowed(week), |by| Cow::Owned(week.moved(by.asked.shift.minutes())))
                    .into_owned()
            };
            (0..prepared.profiles().len()).map(week).collect()
        });
        let weeks = weeks.collect();
        Self { prepared, seasons, shifts, everybody, weeks }
    }

    /// The week of a profile in a season, by its place.
    pub(super) fn week(&self, season: usize, profile: ProfileId) -> &Week {
        &self.weeks[season][profile.index()]
    }
}

/// The shifts of the plan: those of the whole year where there are such, else those of each season that needs
/// some.
fn agreed(stated: &PreparedTeam, plan: &Plan) -> Vec<AgreedShifts> {
    if plan.verdict().model != Model::OverlapWithShifts {
        return Vec::new();
    }
    if let Some(all_year) = plan.all_year() {
        let (dates, moves) = (stated.horizon().dates(), of_members(stated, &all_year.plan.moves));
        return vec![AgreedShifts { dates, all_year: true, moves }];
    }
    let of_season = |season: crate::verdict::SeasonPlan<'_>| {
        let plan = season.plan.filter(|plan| plan.affordable && !season.overlap.meets)?;
        Some(AgreedShifts {
            dates: season.season.dates(),
            all_year: false,
            moves: of_members(stated, &plan.moves),
        })
    };
    plan.seasons().filter_map(of_season).collect()
}

fn of_members(stated: &PreparedTeam, moves: &[ProfileMove]) -> Vec<AgreedMove> {
    let members = |one: &ProfileMove| stated.required_members_of(one.profile).map(MemberRef::id).collect();
    moves.iter().map(|one| AgreedMove { members: members(one), asked: one.clone() }).collect()
}

/// The team with the days of these members moved all year.
fn moved(stated: &PreparedTeam, moves: &[AgreedMove]) -> PreparedTeam {
    let shifts = moves.iter().flat_map(|AgreedMove { members, asked }| {
        members.iter().map(|&member| Change::Shift { member, by: asked.from_stated })
    });
    let team =
        stated.team().changed(shifts).expect("members of this team, whose days move by 12 hours at most");
    PreparedTeam::new(&team, stated.horizon().clone())
}

//! The team with its agreed shifts: moved all year, or season by season.

use chrono::NaiveDate;

use super::season::{AgreedSeason, seasons};
use crate::dates::DateRange;
use crate::season::{PreparedTeam, ProfileId, Week};
use crate::shift::ProfileMove;
use crate::team::{Change, MemberId, MemberRef, Stay};
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
    /// With the days moved, all year or on the dates agreed.
    pub(super) prepared: PreparedTeam,
    pub(super) seasons: Vec<AgreedSeason>,
    pub(super) shifts: Vec<AgreedShifts>,
    /// The profiles that somebody has, in roster order of their first members.
    pub(super) everybody: Vec<ProfileId>,
}

impl Kept {
    pub(super) fn of(stated: &PreparedTeam, plan: &Plan) -> Self {
        let shifts = agreed(stated, plan);
        let prepared = if shifts.is_empty() { stated.clone() } else { moved(stated, &shifts) };
        let mut everybody: Vec<ProfileId> =
            prepared.team().members().map(|member| prepared.profile_of(member)).collect();
        let mut seen = vec![false; prepared.profiles().len()];
        everybody.retain(|profile| !std::mem::replace(&mut seen[profile.index()], true));
        let seasons = seasons(&prepared);
        Self { prepared, seasons, shifts, everybody }
    }

    /// The week of a profile in a season, by its place.
    pub(super) fn week(&self, season: usize, profile: ProfileId) -> &Week {
        self.prepared.week(profile, &self.seasons[season].season)
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

/// The team with the days of these members moved, all year or on the dates agreed.
fn moved(stated: &PreparedTeam, shifts: &[AgreedShifts]) -> PreparedTeam {
    let changes = shifts.iter().flat_map(|AgreedShifts { dates, all_year, moves }| {
        let dates = without_end(*dates, stated.horizon().dates());
        moves.iter().flat_map(move |AgreedMove { members, asked }| {
            let by = asked.from_stated;
            members.iter().map(move |&member| match all_year {
                true => Change::Shift { member, by },
                false => Change::ShiftOn { member, by, dates },
            })
        })
    });
    let team =
        stated.team().changed(changes).expect("members of this team, whose days move by 12 hours at most");
    PreparedTeam::new(&team, stated.horizon().clone())
}

/// Dates of the horizon that go on where it begins or ends: a question of its last evening is answered the
/// morning after by people who go on as they agreed.
fn without_end(dates: DateRange, horizon: DateRange) -> DateRange {
    let first = if dates.first() == horizon.first() { SINCE_EVER } else { dates.first() };
    let last = if dates.last() == horizon.last() { Stay::FOR_GOOD } else { dates.last() };
    DateRange::new(first, last).unwrap_or(dates)
}

/// Before every horizon's first date.
const SINCE_EVER: NaiveDate = NaiveDate::from_ymd_opt(1, 1, 1).expect("a date");

//! Days that are moved: the trap, the plan, and what plans ask.

use serde::Serialize;
use tzplan::fit::{Asked, PlanMove, ProposedMove, SeasonMoves};
use tzplan::{Minutes, ProfileId};

use crate::json::head::Dates;
use crate::json::who::Who;

/// A day that is moved: the candidate's or, in a plan, anybody's.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "CandidateMove"))]
pub(super) struct MoveKeys<'a> {
    /// Who moves.
    name: &'a str,
    /// By how many minutes; later is positive. In a plan on top of the candidate's own shift.
    shift: i32,
    /// The hours they would keep.
    hours: String,
    /// Minutes a week of those that are night work.
    night_minutes_per_week: u32,
    /// Their part of all the moving, 0 to 1.
    share: f64,
    /// How many members move alike; only where members are listed per profile.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "u32"))]
    members: Option<u32>,
}

/// What plans ask.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Asked"))]
pub(super) struct AskedKeys<'a> {
    /// Of anybody at most, before the candidate joins.
    anybody: u32,
    /// Of the candidate at most, by the plans with them.
    candidate: u32,
    /// Who else is asked for more than anybody was before.
    others: Vec<AskedOfKeys<'a>>,
}

/// Somebody who is asked for more.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "AskedOf"))]
struct AskedOfKeys<'a> {
    /// Who it is.
    name: &'a str,
    /// How much at most.
    minutes: u32,
    /// How many members are asked for as much; only where members are listed per profile.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "u32"))]
    members: Option<u32>,
}

/// A season in which somebody moves.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "SeasonMoves"))]
pub(super) struct SeasonMovesKeys<'a> {
    #[serde(flatten)]
    dates: Dates,
    /// Who moves, in roster order, the candidate last.
    moves: Vec<MoveKeys<'a>>,
}

pub(super) fn move_keys<'a>(
    name: &'a str,
    moved: &ProposedMove,
    share: f64,
    members: Option<u32>,
) -> MoveKeys<'a> {
    MoveKeys {
        name,
        shift: moved.shift.minutes(),
        hours: moved.hours.to_string(),
        night_minutes_per_week: moved.night_minutes_per_week.get(),
        share,
        members,
    }
}

pub(super) fn asked_keys<'a>(asked: &Asked, who: &Who<'a>) -> AskedKeys<'a> {
    let others = who.listed(&asked.others, |(profile, _)| *profile, who.listed_per()).into_iter();
    let of = |(name, members, (_, minutes)): (&'a str, Option<u32>, &(ProfileId, Minutes))| AskedOfKeys {
        name,
        minutes: minutes.get(),
        members,
    };
    AskedKeys {
        anybody: asked.anybody.get(),
        candidate: asked.candidate.get(),
        others: others.map(of).collect(),
    }
}

pub(super) fn season_moves<'a>(
    season: &SeasonMoves,
    name: &'a str,
    who: &Who<'a>,
) -> Option<SeasonMovesKeys<'a>> {
    let (own, of_team): (Vec<&PlanMove>, Vec<&PlanMove>) =
        season.moves.iter().partition(|one| one.profile.is_none());
    let of_team: Vec<(ProfileId, &PlanMove)> =
        of_team.into_iter().filter_map(|one| Some((one.profile?, one))).collect();
    let listed = who.listed(&of_team, |(profile, _)| *profile, who.listed_per()).into_iter();
    let listed = listed.map(|(name, members, (_, one))| move_keys(name, &one.moved, one.share, members));
    let own = own.into_iter().map(|one| move_keys(name, &one.moved, one.share, None));
    let moves: Vec<MoveKeys<'a>> = listed.chain(own).collect();
    (!moves.is_empty()).then(|| SeasonMovesKeys { dates: season.dates.into(), moves })
}

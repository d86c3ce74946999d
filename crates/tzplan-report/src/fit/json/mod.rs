//! Whether a candidate fits, with everything behind it.

mod candidate;
mod moves;
mod season;

use std::io;

use serde::Serialize;
use tzplan::fit::{Fit, FitResult};

use super::FitDocument;
use super::teammates::Teammates;
use crate::json::head::{Head, PolicyKeys, Spelled, SumOfMinutes, YearKeys};
use crate::json::joined::{JoinedKeys, team_pods};
use crate::json::standing::StandingKeys;
use crate::json::wait::WaitFigures;
use crate::json::who::{ListedPer, Names, Who};
use crate::json::write;
use candidate::{CandidateKeys, zones};
use moves::{AskedKeys, MoveKeys, SeasonMovesKeys, asked_keys, move_keys, season_moves};
use season::{GainedKeys, SeasonKeys, gained_keys, season_keys};

/// Whether a candidate fits a team.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "fit"))]
pub(crate) struct FitKeys<'a> {
    #[serde(flatten)]
    head: Head<'a>,
    /// The thresholds that held.
    policy: PolicyKeys,
    /// Whom it is about.
    candidate: CandidateKeys<'a>,
    /// The answer.
    result: Spelled<FitResult>,
    /// The move of their own day that makes them fit, in minutes, later positive; only for `fits-with-shift`.
    shift: Option<i32>,
    /// Their hours, after the shift where there is one.
    hours: String,
    /// Minutes a week of the hours stated that are night work.
    stated_night_minutes_per_week: u32,
    /// The same of their hours after the shift, where there is one.
    night_minutes_per_week: u32,
    /// The smallest shift that would make them fit and cannot be asked; only for `fits-async`.
    trap: Option<MoveKeys<'a>>,
    /// How the team stands without them.
    team_before: StandingKeys,
    /// How it stands with them at the hours stated.
    team_after: StandingKeys,
    /// The same after their shift; null without one.
    team_after_shift: Option<StandingKeys>,
    /// What plans ask, in minutes from the hours stated; nothing but where a team overlaps with shifts.
    asked: AskedKeys<'a>,
    /// Where the team with them overlaps with shifts and they fit: who moves in each season of the team with
    /// them, null where nobody does. With `fits-with-shift` and no `shift` they fit by this plan.
    plan: Option<Vec<Option<SeasonMovesKeys<'a>>>>,
    /// The pods of a hybrid team, of two people or more each, as their names; null for other teams.
    team_pods: Option<Names<'a>>,
    /// Whether no better split exists than the team's pods; beyond 24 profiles they are the best found.
    pods_exact: bool,
    #[serde(flatten)]
    joined: JoinedKeys<'a>,
    /// How many required teammates meet the target with them, pair by pair.
    peers: u32,
    /// The least daily overlap of the year with each required teammate, added up, in minutes; decimal where
    /// not whole.
    worst_overlap_sum: SumOfMinutes,
    /// Whether teammates are listed, or one member of each profile (beyond 10,000 required people).
    listed_per: ListedPer,
    /// Everybody of the team, optional ones too, in roster order.
    #[cfg_attr(feature = "schema", schemars(with = "Vec<crate::fit::teammates::TeammateKeys>"))]
    teammates: Teammates<'a>,
    /// What everyone required shares, by season of the team with the candidate.
    seasons: Vec<SeasonKeys>,
    /// What everyone required shares through the year, without the candidate.
    before: YearKeys,
    /// The same with them.
    after: YearKeys,
    /// How long questions wait.
    waits: BothWays,
    /// By season, the time they would work and nobody does now.
    coverage_gained: Vec<GainedKeys>,
}

/// Reply waits both ways.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "BothWays"))]
struct BothWays {
    /// Of the candidate, for whoever required is at work.
    asks: WaitFigures,
    /// Of everybody required, pooled, for the candidate.
    asked: WaitFigures,
}

pub(super) fn write(document: &FitDocument<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    let FitDocument { name, candidate, fit, everyone, waits, .. } = document;
    let (opening, schedule) = (candidate.opening(), candidate.schedule());
    let prepared = opening.prepared();
    let who = Who::new(prepared);
    let Fit { shift, trap, .. } = fit;
    let keys = FitKeys {
        head: Head::new(document.context, prepared.horizon()),
        policy: PolicyKeys::new(opening.policy()),
        candidate: CandidateKeys {
            name,
            place: document.place,
            zone: zones(schedule),
            hours: fit.stated_hours.to_string(),
            days_off: document.days_off.iter().cloned().map(Into::into).collect(),
        },
        result: Spelled(fit.result),
        shift: shift.as_ref().map(|moved| moved.shift.minutes()),
        hours: shift.as_ref().map_or(&fit.stated_hours, |moved| &moved.hours).to_string(),
        stated_night_minutes_per_week: fit.stated_night_minutes_per_week.get(),
        night_minutes_per_week: shift
            .as_ref()
            .map_or(fit.stated_night_minutes_per_week, |moved| moved.night_minutes_per_week)
            .get(),
        trap: trap.as_ref().map(|trap| move_keys(name, trap, 1.0, None)),
        team_before: fit.team_before.into(),
        team_after: fit.team_after.into(),
        team_after_shift: fit.team_after_shift.map(StandingKeys::from),
        asked: asked_keys(&fit.asked, &who),
        plan: fit
            .plan
            .as_ref()
            .map(|plan| plan.iter().map(|season| season_moves(season, name, &who)).collect()),
        team_pods: team_pods(opening, &who),
        pods_exact: opening.partition().is_none_or(|pods| pods.exact),
        joined: JoinedKeys::of_fit(fit, &who),
        peers: fit.peers(),
        worst_overlap_sum: SumOfMinutes(fit.worst_overlap_sum()),
        listed_per: who.listed_per(),
        teammates: Teammates { document, per: who.listed_per() },
        seasons: everyone.seasons.iter().map(season_keys).collect(),
        before: (&everyone.before).into(),
        after: (&everyone.after).into(),
        waits: BothWays { asks: waits.asks.into(), asked: waits.asked.into() },
        coverage_gained: document.gained.iter().map(gained_keys).collect(),
    };
    write::write(out, &keys)
}

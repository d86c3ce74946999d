//! Whether a candidate fits, with everything behind it.

use std::io;

use serde::Serialize;
use tzplan::fit::{CoverageGained, Fit, FitResult, ProposedMove};
use tzplan::{Model, Schedule, Season, SeasonOverlap};

use super::FitDocument;
use super::teammates::Teammates;
use crate::json::head::{Dates, Head, Overlap, PolicyKeys, Spelled, SumOfMinutes, YearKeys};
use crate::json::joined::{JoinedKeys, team_pods};
use crate::json::wait::WaitFigures;
use crate::json::who::{ListedPer, Names, Who};
use crate::json::write;

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
    trap: Option<TrapKeys<'a>>,
    /// The team's verdict without them.
    team_before: Spelled<Model>,
    /// The team's verdict with them at the hours stated.
    team_after: Spelled<Model>,
    /// The same after their shift; null without one.
    team_after_shift: Option<Spelled<Model>>,
    /// The pods of a hybrid team, of two people or more each, as their names; null for other teams.
    team_pods: Option<Names<'a>>,
    /// Whether no better split exists than the team's pods; beyond 24 profiles they are the best found.
    pods_exact: bool,
    #[serde(flatten)]
    joined: JoinedKeys<'a>,
    /// How many required teammates meet the target with them, pair by pair.
    peers: u32,
    /// The least daily overlap of the year with each required teammate, added up, in minutes; decimal where not whole.
    worst_overlap_sum: SumOfMinutes,
    /// Whether teammates are listed, or one member of each profile (beyond 10,000 required people).
    listed_per: ListedPer,
    /// Everybody of the team, optional ones too, in roster order.
    #[cfg_attr(feature = "schema", schemars(with = "Vec<super::teammates::TeammateKeys>"))]
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

/// A candidate.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Candidate"))]
struct CandidateKeys<'a> {
    /// What to call them.
    name: &'a str,
    /// Their zone; several joined by ` + `.
    zone: String,
    /// The hours stated, as a roster writes them.
    hours: String,
}

/// A shift that cannot be asked.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "CandidateTrap"))]
struct TrapKeys<'a> {
    /// Who would move: the candidate.
    name: &'a str,
    /// By how many minutes; later is positive.
    shift: i32,
    /// The hours they would keep.
    hours: String,
    /// Minutes a week of those that are night work.
    night_minutes_per_week: u32,
    /// 1: nobody else moves.
    share: f64,
}

/// A season of the team with the candidate.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "FitSeason"))]
struct SeasonKeys {
    #[serde(flatten)]
    dates: Dates,
    /// How many dates those are.
    days: u32,
    /// What everyone required shares without the candidate.
    before: Overlap,
    /// The same with them.
    after: Overlap,
    /// What the season asks of the team with them a day, in minutes, rounded up.
    effective_target: u32,
    /// Whether the team meets the target with them.
    meets: bool,
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

/// Coverage gained in a season.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Gained"))]
struct GainedKeys {
    #[serde(flatten)]
    dates: Dates,
    /// Minutes a week.
    minutes_per_week: u32,
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
        candidate: CandidateKeys { name, zone: zones(schedule), hours: stated_hours(schedule) },
        result: Spelled(fit.result),
        shift: shift.as_ref().map(|moved| moved.shift.minutes()),
        hours: shift.as_ref().map_or_else(|| stated_hours(schedule), kept_hours),
        stated_night_minutes_per_week: fit.stated_night_minutes_per_week.get(),
        night_minutes_per_week: shift
            .as_ref()
            .map_or(fit.stated_night_minutes_per_week, |moved| moved.night_minutes_per_week)
            .get(),
        trap: trap.as_ref().map(|trap| TrapKeys {
            name,
            shift: trap.shift.minutes(),
            hours: kept_hours(trap),
            night_minutes_per_week: trap.night_minutes_per_week.get(),
            share: 1.0,
        }),
        team_before: Spelled(fit.team_before),
        team_after: Spelled(fit.team_after),
        team_after_shift: fit.team_after_shift.map(Spelled),
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

/// The zones of all posts.
fn zones(schedule: &Schedule) -> String {
    schedule.posts().iter().map(|post| post.zone().name()).collect::<Vec<_>>().join(" + ")
}

fn stated_hours(schedule: &Schedule) -> String {
    schedule.posts().iter().map(|post| post.hours().to_string()).collect::<Vec<_>>().join(" + ")
}

fn kept_hours(moved: &ProposedMove) -> String {
    moved.hours.iter().map(ToString::to_string).collect::<Vec<_>>().join(" + ")
}

fn season_keys((season, before, after): &(Season, SeasonOverlap, SeasonOverlap)) -> SeasonKeys {
    SeasonKeys {
        dates: season.into(),
        days: season.days(),
        before: before.daily.into(),
        after: after.daily.into(),
        effective_target: after.effective_target.ceil().get(),
        meets: after.meets,
    }
}

fn gained_keys(gained: &CoverageGained) -> GainedKeys {
    GainedKeys { dates: (&gained.season).into(), minutes_per_week: gained.minutes_per_week.get() }
}

//! Whether a candidate fits, with everything behind it.

use std::io;

use serde::Serialize;
use tzplan::fit::{Candidate, CoverageGained, Fit, FitResult, ProposedMove, TeamOverlap};
use tzplan::{Model, Schedule, Season, SeasonOverlap};

use super::head::{Dates, Head, Overlap, PolicyKeys, Spelled, SumOfMinutes, YearKeys};
use super::teammates::Teammates;
use super::wait::WaitFigures;
use super::who::{ListedPer, Names, Who};
use crate::Context;

#[derive(Serialize)]
struct FitDocument<'a> {
    #[serde(flatten)]
    head: Head<'a>,
    policy: PolicyKeys,
    candidate: CandidateKeys<'a>,
    result: Spelled<FitResult>,
    shift: Option<i32>,
    hours: String,
    night_minutes_per_week: Option<u32>,
    trap: Option<TrapKeys<'a>>,
    team_before: Spelled<Model>,
    team_after: Spelled<Model>,
    team_after_shift: Option<Spelled<Model>>,
    pods: Option<Names<'a>>,
    pods_exact: bool,
    peers: u32,
    worst_overlap_sum: SumOfMinutes,
    listed_per: ListedPer,
    teammates: Teammates<'a>,
    seasons: Vec<SeasonKeys>,
    before: YearKeys,
    after: YearKeys,
    waits: BothWays,
    coverage_gained: Vec<GainedKeys>,
}

#[derive(Serialize)]
struct CandidateKeys<'a> {
    name: &'a str,
    zone: String,
    hours: String,
}

#[derive(Serialize)]
struct TrapKeys<'a> {
    name: &'a str,
    shift: i32,
    hours: String,
    night_minutes_per_week: u32,
    /// Nobody else moves.
    share: f64,
}

#[derive(Serialize)]
struct SeasonKeys {
    #[serde(flatten)]
    dates: Dates,
    days: u32,
    before: Overlap,
    after: Overlap,
    effective_target: u32,
    meets: bool,
}

#[derive(Serialize)]
struct BothWays {
    asks: WaitFigures,
    asked: WaitFigures,
}

#[derive(Serialize)]
struct GainedKeys {
    #[serde(flatten)]
    dates: Dates,
    minutes_per_week: u32,
}

/// Writes whether a candidate fits. Lists keep roster and time order.
///
/// # Errors
///
/// Those of the writer.
pub fn fit(
    out: &mut dyn io::Write,
    name: &str,
    candidate: &Candidate<'_>,
    context: Context<'_>,
) -> io::Result<()> {
    let (opening, fit) = (candidate.opening(), candidate.fit());
    let prepared = opening.prepared();
    let who = Who::new(prepared);
    let Fit { shift, trap, pods, .. } = &fit;
    let joined: Option<Vec<_>> =
        opening.pods().map(|all| pods.iter().map(|place| all.pods[*place].clone()).collect());
    let TeamOverlap { seasons, before, after, .. } = candidate.team_overlap();
    let waits = candidate.waits();
    let document = FitDocument {
        head: Head::new(context, prepared.horizon()),
        policy: PolicyKeys::new(opening.policy()),
        candidate: CandidateKeys {
            name,
            zone: zones(candidate.schedule()),
            hours: stated_hours(candidate.schedule()),
        },
        result: Spelled(fit.result),
        shift: shift.as_ref().map(|moved| moved.shift),
        hours: shift.as_ref().map_or_else(|| stated_hours(candidate.schedule()), kept_hours),
        night_minutes_per_week: shift.as_ref().map(|moved| moved.night_minutes_per_week.get()),
        trap: trap.as_ref().map(|trap| TrapKeys {
            name,
            shift: trap.shift,
            hours: kept_hours(trap),
            night_minutes_per_week: trap.night_minutes_per_week.get(),
            share: 1.0,
        }),
        team_before: Spelled(fit.team_before),
        team_after: Spelled(fit.team_after),
        team_after_shift: fit.team_after_shift.map(Spelled),
        pods_exact: opening.pods().is_none_or(|pods| pods.exact),
        pods: joined.as_deref().map(|groups| Names { who: &who, groups }),
        peers: fit.peers(),
        worst_overlap_sum: SumOfMinutes(fit.worst_overlap_sum()),
        listed_per: who.listed_per(),
        teammates: Teammates::new(candidate, who.listed_per()),
        seasons: seasons.iter().map(season_keys).collect(),
        before: (&before).into(),
        after: (&after).into(),
        waits: BothWays { asks: waits.asks.into(), asked: waits.asked.into() },
        coverage_gained: candidate.coverage_gained().iter().map(gained_keys).collect(),
    };
    super::write(out, &document)
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

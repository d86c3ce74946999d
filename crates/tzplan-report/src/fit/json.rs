//! Whether a candidate fits, with everything behind it.

use std::io;

use serde::Serialize;
use tzplan::fit::{Asked, CoverageGained, Fit, FitResult, PlanMove, ProposedMove, SeasonMoves};
use tzplan::{Minutes, ProfileId, Schedule, Season, SeasonOverlap};

use super::FitDocument;
use super::teammates::Teammates;
use crate::json::head::{Dates, Head, Overlap, PolicyKeys, Spelled, SumOfMinutes, YearKeys};
use crate::json::joined::{JoinedKeys, team_pods};
use crate::json::standing::StandingKeys;
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
    trap: Option<MoveKeys<'a>>,
    /// How the team stands without them.
    team_before: StandingKeys,
    /// How it stands with them at the hours stated.
    team_after: StandingKeys,
    /// The same after their shift; null without one.
    team_after_shift: Option<StandingKeys>,
    /// What plans ask, in minutes from the hours stated; nothing but where a team overlaps with shifts.
    asked: AskedKeys<'a>,
    /// Where the team with them overlaps with shifts and they fit: who moves in each season of the team with them,
    /// null where nobody does. With `fits-with-shift` and no `shift` they fit by this plan.
    plan: Option<Vec<Option<SeasonMovesKeys<'a>>>>,
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

/// A day that is moved: the candidate's or, in a plan, anybody's.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "CandidateMove"))]
struct MoveKeys<'a> {
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
struct AskedKeys<'a> {
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
struct SeasonMovesKeys<'a> {
    #[serde(flatten)]
    dates: Dates,
    /// Who moves, in roster order, the candidate last.
    moves: Vec<MoveKeys<'a>>,
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
        hours: shift.as_ref().map_or_else(|| stated_hours(schedule), |moved| kept_hours(schedule, moved)),
        stated_night_minutes_per_week: fit.stated_night_minutes_per_week.get(),
        night_minutes_per_week: shift
            .as_ref()
            .map_or(fit.stated_night_minutes_per_week, |moved| moved.night_minutes_per_week)
            .get(),
        trap: trap.as_ref().map(|trap| move_keys(name, trap, kept_hours(schedule, trap), 1.0, None)),
        team_before: fit.team_before.into(),
        team_after: fit.team_after.into(),
        team_after_shift: fit.team_after_shift.map(StandingKeys::from),
        asked: asked_keys(&fit.asked, &who),
        plan: fit
            .plan
            .as_ref()
            .map(|plan| plan.iter().map(|season| season_moves(season, (name, schedule), &who)).collect()),
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

fn move_keys<'a>(
    name: &'a str,
    moved: &ProposedMove,
    hours: String,
    share: f64,
    members: Option<u32>,
) -> MoveKeys<'a> {
    MoveKeys {
        name,
        shift: moved.shift.minutes(),
        hours,
        night_minutes_per_week: moved.night_minutes_per_week.get(),
        share,
        members,
    }
}

fn asked_keys<'a>(asked: &Asked, who: &Who<'a>) -> AskedKeys<'a> {
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

fn season_moves<'a>(
    season: &SeasonMoves,
    (name, schedule): (&'a str, &Schedule),
    who: &Who<'a>,
) -> Option<SeasonMovesKeys<'a>> {
    let (own, of_team): (Vec<&PlanMove>, Vec<&PlanMove>) =
        season.moves.iter().partition(|one| one.profile.is_none());
    let of_team: Vec<(ProfileId, &PlanMove)> =
        of_team.into_iter().filter_map(|one| Some((one.profile?, one))).collect();
    let listed = who.listed(&of_team, |(profile, _)| *profile, who.listed_per()).into_iter();
    let listed = listed.map(|(name, members, (profile, one))| {
        let hours = who.spelled(*profile, &one.moved.hours).to_string();
        move_keys(name, &one.moved, hours, one.share, members)
    });
    let own = own
        .into_iter()
        .map(|one| move_keys(name, &one.moved, kept_hours(schedule, &one.moved), one.share, None));
    let moves: Vec<MoveKeys<'a>> = listed.chain(own).collect();
    (!moves.is_empty()).then(|| SeasonMovesKeys { dates: dates(season), moves })
}

fn dates(season: &SeasonMoves) -> Dates {
    Dates { first: season.dates.first(), last: season.dates.last() }
}

/// The zones of all posts.
fn zones(schedule: &Schedule) -> String {
    schedule.posts().iter().map(|post| post.zone().name()).collect::<Vec<_>>().join(" + ")
}

fn stated_hours(schedule: &Schedule) -> String {
    schedule.posts().iter().map(|post| post.spell(post.hours())).collect::<Vec<_>>().join(" + ")
}

fn kept_hours(schedule: &Schedule, moved: &ProposedMove) -> String {
    let posts = schedule.posts().iter().zip(&moved.hours);
    posts.map(|(post, hours)| post.spell(hours)).collect::<Vec<_>>().join(" + ")
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

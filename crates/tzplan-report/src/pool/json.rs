//! A ranked pool.

use std::io;

use serde::Serialize;
use tzplan::days_off::DayOff;
use tzplan::fit::{FitResult, Rank, SortBy};
use tzplan::{Horizon, Minutes, Shift};

use super::spelled::{Block, Spelled as SpelledOnce};
use super::{Hubs, Pool, PoolDocument};
use crate::json::day_off::DayOffKeys;
use crate::json::head::{Head, PolicyKeys, Spelled, SumOfMinutes};
use crate::json::joined::{JoinedKeys, team_pods};
use crate::json::standing::StandingKeys;
use crate::json::who::{Names, Who};
use crate::words::replies::rounded;

/// A pool of candidates, ranked.
#[cfg(feature = "schema")]
#[derive(schemars::JsonSchema)]
#[schemars(rename = "pool")]
#[expect(dead_code, reason = "only described: it is written in two parts")]
pub(crate) struct PoolKeys<'a> {
    #[schemars(flatten)]
    before: PoolHead<'a>,
    /// The candidates listed, the best first.
    ranked: Vec<RankedKeys<'a>>,
}

/// A ranked candidate.
#[cfg(feature = "schema")]
#[derive(schemars::JsonSchema)]
#[schemars(rename = "Ranked")]
#[expect(dead_code, reason = "only described: it is written in two parts")]
struct RankedKeys<'a> {
    /// Their name; empty where the pool gives none.
    name: &'a str,
    /// The line of the pool's file on which they start, from 1; in a workbook the row of the sheet.
    row: Option<u64>,
    /// Where they live, as the pool has it; null where it names a zone or an offset.
    place: Option<&'a str>,
    #[schemars(flatten)]
    rank: RankKeys<'a>,
}

#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct PoolHead<'a> {
    #[serde(flatten)]
    head: Head<'a>,
    /// The thresholds that held.
    policy: PolicyKeys,
    /// The pool's name, as it was given.
    pool: &'a str,
    /// How the team stands without any of them.
    team_before: StandingKeys,
    /// The pods of a hybrid team, of two people or more each, as their names; null for other teams.
    team_pods: Option<Names<'a>>,
    /// The hubs of which one is enough (`--any`), as their names; absent where all are needed.
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    hubs: &'a [String],
    /// By what the candidates are sorted.
    sort: Spelled<SortBy>,
    /// How many candidates there are.
    candidates: usize,
    /// How many different profiles they have: equal clocks, hours and days off are judged once.
    profiles: usize,
    /// Rows with faults that were skipped.
    skipped_rows: usize,
    /// How many candidates of the whole pool have each result.
    results: ResultKeys,
    /// How many of those listed are as good a choice as the first, itself counted: what tells them apart are
    /// minutes.
    equally_good: usize,
    /// How many more rank exactly as the last one listed does, and are not listed.
    tied: usize,
}

/// How many candidates of the whole pool have each result.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Results"))]
#[serde(rename_all = "kebab-case")]
struct ResultKeys {
    /// Who fit as they are.
    fits: usize,
    /// Who fit with a shift of their own day.
    fits_with_shift: usize,
    /// Who fit async only.
    fits_async: usize,
}

/// What all candidates of one schedule share, behind name and row.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct RankKeys<'a> {
    /// The hub that suits best, where one of several is enough (`--any`); absent elsewhere.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    hub: Option<&'a str>,
    /// Whether they fit.
    result: Spelled<FitResult>,
    /// How many required teammates meet the target with them, pair by pair.
    peers: u32,
    /// The least daily overlap of the year with each required teammate, added up, in minutes; decimal where
    /// not whole.
    worst_overlap_sum: SumOfMinutes,
    /// The move of their own day that makes them fit, in minutes, later positive; null where there is none.
    shift: Option<i32>,
    /// Of who fits by the team's plan: the most minutes that it asks of anybody; null for any other.
    plan_asks: Option<u32>,
    /// Of who fits a team of overlap with shifts as they are: the most minutes that its plans then ask of
    /// somebody else, where that is more than was asked of anybody before; null elsewhere.
    others_asked: Option<u32>,
    /// Minutes a week of the hours stated that are night work.
    night_minutes_per_week: u32,
    /// 95% of the questions cost the asker no more of their own working time, in the slower direction, in
    /// minutes; null for never, and where nobody asks.
    blocked_p95: Option<f64>,
    /// The workdays of the horizon on which they are off, which waits count; absent where there are none.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<Vec<DayOffKeys>>"))]
    days_off: Vec<DayOffKeys>,
    #[serde(flatten)]
    joined: JoinedKeys<'a>,
}

impl<'a> RankKeys<'a> {
    fn of(rank: &'a Rank, days_off: Vec<DayOff>, hub: Option<&'a str>, who: &Who<'a>) -> Self {
        let Rank { result, peers, worst_overlap_sum, shift, night_minutes_per_week, blocked_p95, .. } = *rank;
        let worst_overlap_sum = SumOfMinutes(worst_overlap_sum);
        Self {
            hub,
            result: Spelled(result),
            peers,
            worst_overlap_sum,
            shift: shift.map(Shift::minutes),
            plan_asks: rank.plan_asks.map(Minutes::get),
            others_asked: rank.others_asked.map(Minutes::get),
            night_minutes_per_week: night_minutes_per_week.get(),
            blocked_p95: blocked_p95.map(rounded),
            days_off: days_off.into_iter().map(Into::into).collect(),
            joined: JoinedKeys::of_rank(rank, who),
        }
    }
}

/// `ranked` is the last key.
pub(super) fn write(document: &PoolDocument<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    let PoolDocument { opening, pool, hubs, context } = *document;
    let results = pool.results;
    let who = Who::new(opening.prepared());
    let head = PoolHead {
        head: Head::new(context, opening.prepared().horizon()),
        policy: PolicyKeys::new(opening.policy()),
        pool: pool.source,
        team_before: opening.team_before().into(),
        team_pods: team_pods(opening, &who),
        hubs: hubs.names,
        sort: Spelled(pool.sort),
        candidates: results.total(),
        profiles: pool.profiles,
        skipped_rows: pool.skipped,
        results: ResultKeys {
            fits: results.fits,
            fits_with_shift: results.fits_with_shift,
            fits_async: results.fits_async,
        },
        equally_good: pool.equally_good().count(),
        tied: pool.ranking.tied(),
    };
    let head = serde_json::to_string(&head)?;
    out.write_all(head.strip_suffix('}').unwrap_or(&head).as_bytes())?;
    out.write_all(b",\"ranked\":[")?;
    write_ranked(out, &pool, opening.prepared().horizon(), &hubs, &who)?;
    out.write_all(b"]}\n")
}

/// Writes the entries of the list.
fn write_ranked(
    out: &mut dyn io::Write,
    pool: &Pool<'_>,
    horizon: &Horizon,
    hubs: &Hubs<'_>,
    who: &Who<'_>,
) -> io::Result<()> {
    let (mut spelled, mut block) = (SpelledOnce::default(), Block::new(out));
    for (place, (candidate, rank)) in pool.ranking.iter().enumerate() {
        let keys = spelled.of(candidate.schedule_id(), || {
            let hub = hubs.name(candidate.schedule_id());
            let days_off = DayOff::of(candidate.schedule(), horizon);
            Ok(serde_json::to_vec(&RankKeys::of(rank, days_off, hub, who))?)
        })?;
        let text = &mut block.text;
        text.extend_from_slice(if place == 0 { b"{\"name\":" } else { b",{\"name\":" });
        serde_json::to_writer(&mut *text, candidate.name())?;
        text.extend_from_slice(b",\"row\":");
        serde_json::to_writer(&mut *text, &(pool.row)(candidate.index()))?;
        text.extend_from_slice(b",\"place\":");
        serde_json::to_writer(&mut *text, &candidate.place())?;
        text.push(b',');
        // Without its opening brace.
        text.extend_from_slice(&keys[1..]);
        block.pass()?;
    }
    block.finish()
}

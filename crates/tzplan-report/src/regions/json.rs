//! Where to hire.

use std::io;

use serde::Serialize;
use tzplan::fit::FitResult;
use tzplan::{Model, Shift, Zone};

use super::{NamedRegion, RegionsDocument};
use crate::json::head::{Head, PolicyKeys, Spelled, SumOfMinutes};
use crate::json::offset::Offset;
use crate::json::write;
use crate::words::replies::rounded;

/// Where in the world to hire, the best first.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "regions"))]
pub(crate) struct RegionsKeys<'a> {
    #[serde(flatten)]
    head: Head<'a>,
    /// The thresholds that held.
    policy: PolicyKeys,
    /// The hours judged, as a roster writes them.
    hours: String,
    /// The team's verdict as it is.
    team_before: Spelled<Model>,
    /// Zones whose clocks agree through the horizon are one region.
    regions: Vec<RegionKeys<'a>>,
}

/// Zones with equal clocks, judged like a candidate.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Region"))]
struct RegionKeys<'a> {
    /// Its zones; the first stands for it.
    zones: Vec<String>,
    /// The best-known places, by population.
    places: &'a [String],
    /// Whether somebody there fits.
    result: Spelled<FitResult>,
    /// The move of their own day that makes them fit, in minutes, later positive; null where there is none.
    shift: Option<i32>,
    /// Minutes a week of the hours judged that are night work.
    night_minutes_per_week: u32,
    /// How many required teammates meet the target with them, pair by pair.
    peers: u32,
    /// The least daily overlap of the year with each required teammate, added up, in minutes; decimal where not whole.
    worst_overlap_sum: SumOfMinutes,
    /// 95% of the questions cost the asker no more of their own working time, in the slower direction, in minutes;
    /// null for never.
    blocked_p95: Option<f64>,
    /// Its offsets from UTC through the horizon.
    offsets: Vec<Offset>,
}

pub(super) fn write(document: &RegionsDocument<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    let RegionsDocument { opening, hours, regions, context } = document;
    let keys = RegionsKeys {
        head: Head::new(*context, opening.prepared().horizon()),
        policy: PolicyKeys::new(opening.policy()),
        hours: hours.to_string(),
        team_before: Spelled(opening.team_before()),
        regions: regions.iter().map(region_keys).collect(),
    };
    write::write(out, &keys)
}

fn region_keys<'a>(named: &'a NamedRegion<'_>) -> RegionKeys<'a> {
    let NamedRegion { region, best_known } = named;
    let rank = &region.rank;
    RegionKeys {
        zones: region.zones.iter().map(Zone::name).collect(),
        places: best_known,
        result: Spelled(rank.result),
        shift: rank.shift.map(Shift::minutes),
        night_minutes_per_week: rank.night_minutes_per_week.get(),
        peers: rank.peers,
        worst_overlap_sum: SumOfMinutes(rank.worst_overlap_sum),
        blocked_p95: rank.blocked_p95.map(rounded),
        offsets: region.offsets.iter().map(Offset::from).collect(),
    }
}

//! Where to hire.

use std::io;

use serde::Serialize;
use tzplan::fit::{FitResult, Opening};
use tzplan::regions::{DatedOffset, Region};
use tzplan::{Model, WeeklyHours, Zone};

use crate::context::Context;
use crate::json::head::{Head, PolicyKeys, Spelled, SumOfMinutes};
use crate::json::write::write;
use crate::words::places::BestKnown;
use crate::zones::json::Offset;

/// Where in the world to hire, the best first.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "regions"))]
pub(crate) struct RegionsDocument<'a> {
    #[serde(flatten)]
    head: Head<'a>,
    /// The thresholds that held.
    policy: PolicyKeys,
    /// The hours judged, as a roster writes them.
    hours: String,
    /// The team's verdict as it is.
    team_before: Spelled<Model>,
    /// Zones whose clocks agree through the horizon are one region.
    regions: Vec<RegionKeys>,
}

/// Zones with equal clocks, judged like a candidate.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Region"))]
struct RegionKeys {
    /// Its zones; the first stands for it.
    zones: Vec<String>,
    /// The best-known places, by population.
    places: Vec<String>,
    /// Whether somebody there fits.
    result: Spelled<FitResult>,
    /// The move of their own day that makes them fit, in minutes, later positive; null where there is none.
    shift: Option<i32>,
    /// How many required teammates meet the target with them, pair by pair.
    peers: u32,
    /// The least daily overlap of the year with each required teammate, added up, in minutes; decimal where not whole.
    worst_overlap_sum: SumOfMinutes,
    /// 95% of the questions wait no longer, in the slower direction, in minutes; null for never.
    p95: Option<f64>,
    /// Its offsets from UTC through the horizon.
    offsets: Vec<Offset>,
}

impl RegionKeys {
    fn of(region: &Region, best_known: BestKnown<'_>) -> Self {
        let standing = &region.standing;
        Self {
            zones: region.zones.iter().map(Zone::name).collect(),
            places: best_known(&region.zones),
            result: Spelled(standing.result),
            shift: standing.shift,
            peers: standing.peers,
            worst_overlap_sum: SumOfMinutes(standing.worst_overlap_sum),
            p95: standing.p95,
            offsets: region.offsets.iter().map(offset).collect(),
        }
    }
}

fn offset(dated: &DatedOffset) -> Offset {
    Offset { first: dated.first, last: dated.last, minutes: dated.minutes }
}

/// Writes the regions, the best first.
///
/// # Errors
///
/// Those of the writer.
pub fn regions(
    out: &mut dyn io::Write,
    opening: &Opening<'_>,
    hours: &WeeklyHours,
    regions: &[Region],
    best_known: BestKnown<'_>,
    context: Context<'_>,
) -> io::Result<()> {
    let document = RegionsDocument {
        head: Head::new(context, opening.prepared().horizon()),
        policy: PolicyKeys::new(opening.policy()),
        hours: hours.to_string(),
        team_before: Spelled(opening.team_before()),
        regions: regions.iter().map(|region| RegionKeys::of(region, best_known)).collect(),
    };
    write(out, &document)
}

//! Where to hire.

use std::io;

use serde::Serialize;
use tzplan::fit::{FitResult, Opening};
use tzplan::regions::{DatedOffset, Region};
use tzplan::{Model, WeeklyHours, Zone};

use super::Offset;
use super::head::{Head, PolicyKeys, Spelled, SumOfMinutes};
use crate::{BestKnown, Context};

#[derive(Serialize)]
struct RegionsDocument<'a> {
    #[serde(flatten)]
    head: Head<'a>,
    policy: PolicyKeys,
    hours: String,
    team_before: Spelled<Model>,
    regions: Vec<RegionKeys>,
}

#[derive(Serialize)]
struct RegionKeys {
    zones: Vec<String>,
    /// The best known, by population.
    places: Vec<String>,
    result: Spelled<FitResult>,
    shift: Option<i32>,
    peers: u32,
    worst_overlap_sum: SumOfMinutes,
    p95: Option<f64>,
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
    super::write(out, &document)
}

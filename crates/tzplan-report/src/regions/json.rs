//! Where to hire.

use std::io;

use serde::Serialize;
use tzplan::fit::{FitResult, SortBy};
use tzplan::regions::Region;
use tzplan::{Minutes, Shift, Zone};

use super::RegionsDocument;
use crate::json::head::{Head, PolicyKeys, Spelled, SumOfMinutes};
use crate::json::joined::{JoinedKeys, team_pods};
use crate::json::offset::Offset;
use crate::json::standing::StandingKeys;
use crate::json::who::{Names, Who};
use crate::json::write;
use crate::words::places::Inhabitants;
use crate::words::replies::rounded;

/// Where in the world to hire, the best first.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "regions"))]
pub(crate) struct RegionsKeys<'a> {
    #[serde(flatten)]
    head: Head<'a>,
    /// The thresholds that held.
    policy: PolicyKeys,
    /// The hubs of which one is enough (`--any`), as their names; absent where all are needed.
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    hubs: &'a [String],
    /// The hours judged, as a roster writes them.
    hours: String,
    /// The zone on whose clock these are read; null where it is the clock of each place.
    hours_on: Option<String>,
    /// How the team stands as it is.
    team_before: StandingKeys,
    /// The pods of a hybrid team, of two people or more each, as their names; null for other teams.
    team_pods: Option<Names<'a>>,
    /// By what the regions are sorted.
    sort: Spelled<SortBy>,
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
    /// The country of the first of these places, by its ISO 3166 code; null where no place is known.
    country: Option<&'a str>,
    /// How many people live in its places, villages not counted; null where nobody knows.
    population: Option<u64>,
    /// The hub that suits best, where one of several is enough (`--any`); absent elsewhere.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    hub: Option<&'a str>,
    /// Whether somebody there fits.
    result: Spelled<FitResult>,
    /// The move of their own day that makes them fit, in minutes, later positive; null where there is none.
    shift: Option<i32>,
    /// Of who fits by the team's plan: the most minutes that it asks of anybody; null for any other.
    plan_asks: Option<u32>,
    /// Of who fits a team of overlap with shifts as they are: the most minutes that its plans then ask of
    /// somebody else, where that is more than was asked of anybody before; null elsewhere.
    others_asked: Option<u32>,
    /// Minutes a week of the hours judged that are night work.
    night_minutes_per_week: u32,
    /// How many required teammates meet the target with them, pair by pair.
    peers: u32,
    /// The least daily overlap of the year with each required teammate, added up, in minutes; decimal where
    /// not whole.
    worst_overlap_sum: SumOfMinutes,
    /// 95% of the questions cost the asker no more of their own working time, in the slower direction, in
    /// minutes; null for never.
    blocked_p95: Option<f64>,
    #[serde(flatten)]
    joined: JoinedKeys<'a>,
    /// Its offsets from UTC through the horizon.
    offsets: Vec<Offset>,
}

pub(super) fn write(document: &RegionsDocument<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    let RegionsDocument { opening, regions, context, .. } = document;
    let who = Who::new(opening.prepared());
    let keys = RegionsKeys {
        head: Head::new(*context, opening.prepared().horizon()),
        policy: PolicyKeys::new(opening.policy()),
        hubs: &document.hubs,
        hours: regions.hours.to_string(),
        hours_on: regions.hours_on.map(Zone::name),
        team_before: opening.team_before().into(),
        team_pods: team_pods(opening, &who),
        sort: Spelled(regions.sort),
        regions: document
            .named()
            .map(|(region, people)| region_keys(document, region, people, &who))
            .collect(),
    };
    write::write(out, &keys)
}

fn region_keys<'a>(
    document: &'a RegionsDocument<'_>,
    region: &'a Region,
    people: &'a Inhabitants,
    who: &Who<'a>,
) -> RegionKeys<'a> {
    let rank = &region.rank;
    RegionKeys {
        zones: region.zones.iter().map(Zone::name).collect(),
        places: &people.places,
        country: people.country.as_ref().map(|(code, _)| &**code),
        population: people.population,
        hub: document.hub(region),
        result: Spelled(rank.result),
        shift: rank.shift.map(Shift::minutes),
        plan_asks: rank.plan_asks.map(Minutes::get),
        others_asked: rank.others_asked.map(Minutes::get),
        night_minutes_per_week: rank.night_minutes_per_week.get(),
        peers: rank.peers,
        worst_overlap_sum: SumOfMinutes(rank.worst_overlap_sum),
        blocked_p95: rank.blocked_p95.map(rounded),
        joined: JoinedKeys::of_rank(rank, who),
        offsets: region.offsets.iter().map(Offset::from).collect(),
    }
}

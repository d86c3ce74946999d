//! Where to hire, as a table: a row for every region, the best first.

use std::io;

use serde::Serialize;
use tzplan::regions::Region;
use tzplan::{Minutes, PreparedTeam, Shift, Zone};

use super::RegionsDocument;
use crate::csv::cell::{minutes, text};
use crate::csv::joined::{names, numbers};
use crate::csv::table::table;
use crate::words::places::Inhabitants;

/// A region.
#[derive(Default, Serialize)]
struct RegionRow {
    rank: u64,
    /// Separated by spaces.
    #[serde(serialize_with = "text")]
    zones: String,
    /// `2026-11-23 +60`, separated by `;`: each from its date on, in minutes ahead of UTC.
    offsets: String,
    result: &'static str,
    shift_minutes: Option<i32>,
    /// Of who fits by the team's plan: the most that it asks of anybody.
    plan_asks_minutes: Option<u32>,
    peers: u32,
    #[serde(serialize_with = "minutes")]
    worst_overlap_sum_minutes: Option<f64>,
    /// Of the hours judged.
    night_minutes_per_week: u32,
    /// Nothing where an answer may never come.
    #[serde(serialize_with = "minutes")]
    p95_blocked_minutes: Option<f64>,
    /// Numbers of pods, from 1, separated by blanks.
    pods: String,
    bridges: String,
    /// Names, separated by `;`.
    #[serde(serialize_with = "text")]
    relieves: String,
    /// ISO 3166.
    country: String,
    population: Option<u64>,
    /// The hub that suits best, where one of several is enough.
    #[serde(serialize_with = "text")]
    hub: String,
}

pub(super) fn write(document: &RegionsDocument<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    let team = document.opening.prepared();
    let rows = (1..).zip(document.named());
    table(out, rows.map(|(place, (region, people))| row(document, place, region, people, team)))
}

fn row(
    document: &RegionsDocument<'_>,
    place: u64,
    region: &Region,
    people: &Inhabitants,
    team: &PreparedTeam,
) -> RegionRow {
    let zones: Vec<String> = region.zones.iter().map(Zone::name).collect();
    let offsets = region.offsets.iter().map(|dated| format!("{} {:+}", dated.dates.first(), dated.minutes));
    let rank = &region.rank;
    RegionRow {
        rank: place,
        zones: zones.join(" "),
        offsets: offsets.collect::<Vec<_>>().join("; "),
        result: rank.result.as_str(),
        shift_minutes: rank.shift.map(Shift::minutes),
        plan_asks_minutes: rank.plan_asks.map(Minutes::get),
        peers: rank.peers,
        worst_overlap_sum_minutes: Some(rank.worst_overlap_sum.minutes()),
        night_minutes_per_week: rank.night_minutes_per_week.get(),
        p95_blocked_minutes: rank.blocked_p95,
        pods: numbers(&rank.pods),
        bridges: numbers(&rank.bridges),
        relieves: names(team, &rank.relieves),
        country: people.country.as_ref().map(|(code, _)| code.clone()).unwrap_or_default(),
        population: people.population,
        hub: document.hub(region).unwrap_or_default().to_owned(),
    }
}

//! Where to hire, as a table: a row for every region, the best first.

use std::io;

use serde::Serialize;
use tzplan::Zone;
use tzplan::regions::Region;

use super::RegionsDocument;
use crate::csv::cell::text;
use crate::csv::judged::{Hub, Judged};
use crate::csv::table::table;
use crate::words::places::Inhabitants;

/// A region, and its clock.
#[derive(Default, Serialize)]
struct Clock {
    rank: u64,
    /// Separated by spaces.
    #[serde(serialize_with = "text")]
    zones: String,
    /// `2026-11-23 +60`, separated by `;`: each from its date on, in minutes ahead of UTC.
    offsets: String,
}

/// Who lives there.
#[derive(Default, Serialize)]
struct People {
    /// ISO 3166.
    country: String,
    population: Option<u64>,
}

pub(super) fn write(document: &RegionsDocument<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    let team = document.opening.prepared();
    let rows = (1..).zip(document.named()).map(|(place, (region, inhabitants))| {
        let hub = document.hub(region).unwrap_or_default();
        (clock(place, region), Judged::of(&region.rank, team), people(inhabitants), Hub { hub })
    });
    table(out, rows)
}

fn clock(place: u64, region: &Region) -> Clock {
    let zones: Vec<String> = region.zones.iter().map(Zone::name).collect();
    let offsets = region.offsets.iter().map(|dated| format!("{} {:+}", dated.dates.first(), dated.minutes));
    Clock { rank: place, zones: zones.join(" "), offsets: offsets.collect::<Vec<_>>().join("; ") }
}

fn people(inhabitants: &Inhabitants) -> People {
    People {
        country: inhabitants.country.as_ref().map(|(code, _)| code.clone()).unwrap_or_default(),
        population: inhabitants.population,
    }
}

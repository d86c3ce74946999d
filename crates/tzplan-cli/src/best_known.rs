//! The names by which regions are known.

use tzplan::Zone;
use tzplan_roster::places::most_populous;

/// How many places stand for a region.
const MOST_PLACES: usize = 6;

/// The places that stand for a region, by population.
pub(crate) fn best_known(zones: &[Zone]) -> Vec<String> {
    let names: Vec<String> = zones.iter().map(Zone::name).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    most_populous(&names, MOST_PLACES).into_iter().map(str::to_owned).collect()
}

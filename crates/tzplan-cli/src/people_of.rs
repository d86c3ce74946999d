//! Who lives where: how regions are named and how large they are.

use tzplan::Zone;
use tzplan_report::Inhabitants;
use tzplan_roster::places;

/// How many places stand for a region.
const MOST_PLACES: usize = 6;

/// The people of a region and the places that stand for it.
pub(crate) fn people_of(zones: &[Zone]) -> Inhabitants {
    let names: Vec<String> = zones.iter().map(Zone::name).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let people = places::people_of(&names, MOST_PLACES);
    // The largest place of a region is the largest of its zone.
    let is_there = |zone: &&Zone| places::best_known(&zone.name()).first() == people.places.first();
    let zone = people.places.first().and_then(|_| zones.iter().find(is_there)).cloned();
    Inhabitants {
        zone,
        places: people.places.into_iter().map(str::to_owned).collect(),
        country: people.country.map(|(code, name)| (code.to_owned(), name.to_owned())),
        population: Some(people.population),
    }
}

//! Every city of the table by its own names.

use tzplan::Tzdb;

use super::super::gazetteer::{Gazetteer, Subject};
use super::super::resolution::How;
use super::super::resolve;

/// A label of a city is read as its own zone, is refused, or a note names another.
#[test]
fn no_city_resolves_to_another_zone_in_silence() {
    let counted = on_every_core(|first, every| {
        let (tzdb, table) = (Tzdb::bundled(), Gazetteer::get());
        let years = super::super::resolver::Resolver::new(tzdb, &Default::default()).years;
        let (mut labels, mut right) = (0, 0);
        for index in (first..table.cities()).step_by(every) {
            let city = table.city(index);
            let own = tzdb.zone(table.zone(city.zone)).expect("a zone of the table");
            let country = table.country(city.country);
            let by_country = format!("{}, {}", city.name, country.name);
            let by_code = format!("{}, {}", city.name, country.code);
            for label in [city.name.to_owned(), by_country, by_code, table.describe(Subject::City(index))] {
                labels += 1;
                let Ok(found) = resolve(tzdb, &label) else { continue };
                // Ids come first: `Cuba` is no town of New Mexico.
                if found.how == How::Iana || years.agree(&found.zone, &own) {
                    right += 1;
                } else {
                    assert!(found.note.is_some(), "`{label}` of {own} is read as {found:?}");
                }
            }
        }
        (labels, right)
    });
    let labels: u32 = counted.iter().map(|(labels, _)| labels).sum();
    let right: u32 = counted.iter().map(|(_, right)| right).sum();
    // Villages by themselves are refused.
    assert!(right * 100 > labels * 85, "{right} of {labels} labels are read as what they are");
}

/// What is found on each core, from its own first place on and in steps of so many.
fn on_every_core<T: Send>(found: impl Fn(u32, usize) -> T + Sync) -> Vec<T> {
    let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    std::thread::scope(|scope| {
        let found = &found;
        let threads: Vec<_> = (0..cores).map(|core| scope.spawn(move || found(core as u32, cores))).collect();
        threads.into_iter().map(|thread| thread.join().expect("no label is read wrongly")).collect()
    })
}

/// Two of the largest cities in one cell are no town and its region, unless the second is the first one's.
#[test]
fn no_two_of_the_largest_cities_are_one_place() {
    const LARGEST: usize = 200;
    let (tzdb, table) = (Tzdb::bundled(), Gazetteer::get());
    let years = super::super::resolver::Resolver::new(tzdb, &Default::default()).years;
    let mut cities: Vec<u32> = (0..table.cities()).collect();
    cities.sort_by_key(|city| std::cmp::Reverse(table.city(*city).population));
    let zone = |city: u32| tzdb.zone(table.zone(table.city(city).zone)).expect("a zone of the table");
    let cities: Vec<(u32, tzplan::Zone)> =
        cities.into_iter().take(LARGEST).map(|city| (city, zone(city))).collect();
    for (a, a_zone) in &cities {
        for (b, b_zone) in &cities {
            if years.agree(a_zone, b_zone) {
                continue;
            }
            for between in [", ", " & "] {
                let label = format!("{}{between}{}", table.city(*a).name, table.city(*b).name);
                if let Ok(found) = resolve(tzdb, &label) {
                    panic!("`{label}` is read as {found:?}");
                }
            }
        }
    }
}

#[test]
fn described_places_resolve_to_what_they_are() {
    for place in
        ["Portland, Oregon, United States", "Bengaluru, India", "Georgia, United States", "Quebec, Canada"]
    {
        let found = resolve(Tzdb::bundled(), place).expect("a place");
        assert_eq!(found.place.map(|place| place.name).as_deref(), Some(place));
    }
}

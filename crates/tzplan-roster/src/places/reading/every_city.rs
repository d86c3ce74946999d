//! Every city of the table by its own names.

use tzplan::Tzdb;

use super::super::gazetteer::{Gazetteer, Subject};
use super::super::{How, resolve};

/// A label of a city is read as its own zone, is refused, or a note tells of another.
#[test]
fn no_city_resolves_to_another_zone_in_silence() {
    let (tzdb, table) = (Tzdb::bundled(), Gazetteer::get());
    let years = super::super::resolver::Resolver::new(tzdb, &Default::default()).years;
    let (mut labels, mut right) = (0, 0);
    for index in 0..table.cities() {
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
    assert!(right * 100 > labels * 90, "{right} of {labels} labels are read as what they are");
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

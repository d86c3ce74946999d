//! What people call their columns.

use std::sync::LazyLock;

use super::field::Field;
use crate::word_table::WordTable;

const TSV: &str = include_str!("../../data/headers.tsv");

/// Folded headers with the field they name and how vague they are about it.
static HEADERS: LazyLock<WordTable<(Field, u8)>> = LazyLock::new(|| WordTable::of(TSV, named));

fn named(meaning: &str) -> Option<(Field, u8)> {
    let (name, rank) = meaning.split_once('\t')?;
    Some((Field::ALL.into_iter().find(|field| field.as_str() == name)?, rank.parse().ok()?))
}

impl Field {
    /// The field a header names, however it is spelt: `Time Zone`, `time_zone` and `TZ` are the zone.
    ///
    /// ```
    /// use tzplan_roster::Field;
    /// assert_eq!(Field::of("Time-Zone (IANA)"), Some(Field::Zone));
    /// assert_eq!(Field::of("shoe size"), None);
    /// ```
    pub fn of(header: &str) -> Option<Self> {
        meaning(header).map(|(field, _)| field)
    }
}

/// The field a header names and how vague the header is about it; smaller is better.
pub(crate) fn meaning(header: &str) -> Option<(Field, u8)> {
    let named = |header: &str| HEADERS.get(&fold(header)).copied();
    // "Hours (local time)" says hours; the remark in brackets is looked at only as part of the whole.
    named(header).or_else(|| named(header.split(['(', '[']).next().unwrap_or_default()))
}

/// Whether a header looks like a misspelt header of the zone.
pub(super) fn resembles_zone(header: &str) -> bool {
    let folded = fold(header);
    let of_place = HEADERS.rows().iter().filter(|(_, (field, _))| Field::OF_PLACES.contains(field));
    let mut long = of_place.map(|(header, _)| header).filter(|header| header.len() >= 6);
    (5..=20).contains(&folded.len()) && long.any(|known| strsim::osa_distance(known, &folded) <= 2)
}

/// Letters and digits in lower case, nothing else.
fn fold(header: &str) -> String {
    header.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_synonym_is_listed_twice_and_all_are_folded() {
        crate::word_table::assert_well_formed(TSV, &HEADERS, true);
        assert!(HEADERS.rows().iter().all(|(header, _)| fold(header) == *header));
    }

    #[test]
    fn every_field_is_named_by_its_own_header() {
        for field in Field::ALL {
            assert_eq!(meaning(field.as_str()), Some((field, 0)));
        }
    }

    #[test]
    fn headers_are_read_however_they_are_spelt() {
        let cases = [
            ("Time Zone", Some(Field::Zone)),
            ("TIME_ZONE", Some(Field::Zone)),
            ("time-zone", Some(Field::Zone)),
            ("E-Mail", Some(Field::Email)),
            ("Working Hours (local)", Some(Field::Hours)),
            ("Days off", Some(Field::Off)),
            ("Name*", Some(Field::Name)),
            ("zone_label", None),
            ("start date", None),
            ("", None),
            ("(zone)", Some(Field::Zone)),
            ("State/Province", Some(Field::State)),
            ("Country", Some(Field::Country)),
            ("Office", Some(Field::Location)),
        ];
        for (header, field) in cases {
            assert_eq!(meaning(header).map(|(field, _)| field), field, "{header}");
        }
    }

    #[test]
    fn misspelt_zone_headers_are_noticed() {
        assert!(resembles_zone("Timzone") && resembles_zone("Locaton"));
        assert!(!resembles_zone("name") && !resembles_zone("favourite colour"));
    }
}

//! The zones that people live in, with their countries: IANA's `zone1970.tab`.

use std::collections::HashMap;
use std::sync::OnceLock;

/// Columns 1 and 3 of the table; the zone files carry neither its order nor its countries.
const TABLE: &str = include_str!("../../data/zone1970.tsv");

/// A row of the table.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Inhabited {
    /// Its place in the table, from 0.
    pub(crate) place: usize,
    countries: &'static str,
}

impl Inhabited {
    /// The row of an id in its usual spelling.
    pub(crate) fn of(id: &str) -> Option<Self> {
        static ROWS: OnceLock<HashMap<&'static str, Inhabited>> = OnceLock::new();
        let read = || {
            let rows = TABLE.lines().filter(|line| !line.starts_with('#'));
            let columns = rows.filter_map(|row| row.split_once('\t')).enumerate();
            columns.map(|(place, (countries, id))| (id, Inhabited { place, countries })).collect()
        };
        ROWS.get_or_init(read).get(id).copied()
    }

    /// ISO 3166 codes, the most populous country first.
    pub(crate) fn countries(self) -> impl Iterator<Item = &'static str> {
        self.countries.split(',')
    }
}

/// The ISO 3166 codes of the countries in which a zone's clocks are kept, the most populous first; none for
/// fixed offsets, links and zones nobody lives in.
///
/// ```
/// let countries: Vec<_> = tzplan::zone::countries("Europe/Brussels").collect();
/// assert_eq!(countries, ["BE", "LU", "NL"]);
/// ```
pub fn countries(id: &str) -> impl Iterator<Item = &'static str> {
    Inhabited::of(id).into_iter().flat_map(Inhabited::countries)
}

/// Whether an id names no place: `Etc/GMT+5`, `UTC`, and the abbreviations of old, such as `EST5EDT` and
/// `WET`.
pub(crate) fn is_placeless(id: &str) -> bool {
    const ABBREVIATIONS: [&str; 20] = [
        "CET",
        "CST6CDT",
        "EET",
        "EST",
        "EST5EDT",
        "Factory",
        "GMT",
        "GMT+0",
        "GMT-0",
        "GMT0",
        "Greenwich",
        "HST",
        "MET",
        "MST",
        "MST7MDT",
        "PST8PDT",
        "UCT",
        "UTC",
        "Universal",
        "WET",
    ];
    id.starts_with("Etc/") || id == "Zulu" || ABBREVIATIONS.contains(&id)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Tzdb;

    #[test]
    fn every_row_is_a_zone_of_the_database_and_the_order_is_the_tables() {
        let rows: Vec<&str> = TABLE.lines().filter(|line| !line.starts_with('#')).collect();
        assert!(rows.len() > 300);
        for (place, row) in rows.into_iter().enumerate() {
            let (_, id) = row.split_once('\t').expect("two columns");
            assert_eq!(Tzdb::bundled().zone(id).expect("a zone").name(), id);
            assert_eq!(Inhabited::of(id).map(|row| row.place), Some(place));
        }
    }

    #[test]
    fn ids_without_a_slash_are_placeless_or_old_names_of_countries() {
        let countries = [
            "Cuba",
            "Egypt",
            "Eire",
            "GB",
            "GB-Eire",
            "Hongkong",
            "Iceland",
            "Iran",
            "Israel",
            "Jamaica",
            "Japan",
            "Kwajalein",
            "Libya",
            "NZ",
            "NZ-CHAT",
            "Navajo",
            "PRC",
            "Poland",
            "Portugal",
            "ROC",
            "ROK",
            "Singapore",
            "Turkey",
            "W-SU",
        ];
        let mut known: Vec<&str> = Tzdb::bundled().ids().filter(|id| !id.contains('/')).collect();
        known.retain(|id| !is_placeless(id));
        known.sort_unstable();
        assert_eq!(known, countries);
    }
}

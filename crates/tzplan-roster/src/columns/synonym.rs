//! What people call their columns: headers in English and other languages.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::field::Field;
use crate::word_table::WordTable;

const TSV: &str = include_str!("../../data/headers.tsv");

/// Folded headers with the field they name and how vague they are about it.
static HEADERS: LazyLock<WordTable<(Field, u8)>> = LazyLock::new(|| WordTable::of(TSV, row));

const LANGUAGES_TSV: &str = include_str!("../../data/headers_languages.tsv");

/// Headers in other languages, folded.
static LANGUAGES: LazyLock<FxHashMap<String, (Field, u8)>> = LazyLock::new(|| {
    let rows = WordTable::of(LANGUAGES_TSV, row);
    rows.rows().iter().map(|(header, meaning)| (fold(header), *meaning)).collect()
});

fn row(meaning: &str) -> Option<(Field, u8)> {
    let mut cells = meaning.split('\t');
    let (name, rank) = (cells.next()?, cells.next()?);
    Some((Field::ALL.into_iter().find(|field| field.as_str() == name)?, rank.parse().ok()?))
}

/// The field that a header names word for word, and how vague it is about it.
pub(super) fn named(header: &str) -> Option<(Field, u8)> {
    let folded = fold(header);
    HEADERS.get(&folded).or_else(|| LANGUAGES.get(&folded)).copied()
}

/// Whether a header looks like a misspelt header of the zone.
pub(super) fn resembles_zone(header: &str) -> bool {
    let folded = fold(header);
    let of_place = HEADERS.rows().iter().filter(|(_, (field, _))| Field::OF_PLACES.contains(field));
    let mut long = of_place.map(|(header, _)| header).filter(|header| header.len() >= 6);
    (5..=20).contains(&folded.len()) && long.any(|known| strsim::osa_distance(known, &folded) <= 2)
}

/// Whether it is what Slack calls somebody's name: `real_name`, `profile.real_name`.
pub(super) fn is_real_name(header: &str) -> bool {
    header.rsplit('.').next().is_some_and(|last| fold(last) == "realname")
}

/// Letters and digits in lower case, nothing else.
pub(super) fn fold(header: &str) -> String {
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
    fn headers_of_other_languages_stand_beside_those_of_english() {
        let rows = WordTable::of(LANGUAGES_TSV, row);
        crate::word_table::assert_well_formed(LANGUAGES_TSV, &rows, true);
        for (header, (field, rank)) in rows.rows() {
            let ours = HEADERS.get(&fold(header)).map(|(field, _)| field);
            assert!(ours.is_none_or(|ours| ours == field), "{header} is {ours:?} in English");
            assert!(
                !fold(header).is_empty()
                    && LANGUAGES.get(&fold(header)).is_some_and(|known| known.0 == *field),
                "{header} {rank}"
            );
        }
        let languages: std::collections::BTreeSet<&str> = LANGUAGES_TSV
            .lines()
            .filter(|line| !line.starts_with('#'))
            .filter_map(|line| line.rsplit('\t').next())
            .flat_map(|codes| codes.split(' '))
            .collect();
        assert!(languages.len() >= 12, "{languages:?}");
    }

    #[test]
    fn misspelt_zone_headers_are_noticed() {
        assert!(resembles_zone("Timzone") && resembles_zone("Locaton"));
        assert!(!resembles_zone("name") && !resembles_zone("favourite colour"));
    }
}

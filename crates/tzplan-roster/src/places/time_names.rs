//! Names of times: abbreviations, names in words such as `Central European Time`, and regions that keep one
//! time.

use std::sync::LazyLock;

use super::error::Candidate;
use crate::word_table::{WordTable, pair};

/// A zone, and what the writer may not have meant.
type NamedTime = (&'static str, Option<&'static str>);

/// Words, each with a zone and a text.
type Times = LazyLock<WordTable<(&'static str, &'static str)>>;

const ABBREVIATIONS_TSV: &str = include_str!("../../data/abbreviations.tsv");
const LONG_NAMES_TSV: &str = include_str!("../../data/long_names.tsv");
const REGIONS_TSV: &str = include_str!("../../data/regional_times.tsv");
const AMBIGUOUS_TSV: &str = include_str!("../../data/ambiguous_times.tsv");

static ABBREVIATIONS: Times = LazyLock::new(|| WordTable::of(ABBREVIATIONS_TSV, pair));
static LONG_NAMES: Times = LazyLock::new(|| WordTable::of(LONG_NAMES_TSV, pair));
static REGIONS: Times = LazyLock::new(|| WordTable::of(REGIONS_TSV, pair));
static AMBIGUOUS: Times = LazyLock::new(|| WordTable::of(AMBIGUOUS_TSV, pair));

/// The time of an abbreviation with one meaning; any case.
pub(super) fn of_abbreviation(label: &str) -> Option<NamedTime> {
    named(&ABBREVIATIONS, &label.to_ascii_uppercase())
}

/// The candidates of an abbreviation with several meanings; any case.
pub(super) fn several_of_abbreviation(label: &str) -> Option<Vec<Candidate>> {
    candidates(&label.to_ascii_uppercase())
}

/// The time of a folded name in words.
pub(super) fn of_long_name(folded: &str) -> Option<NamedTime> {
    named(&REGIONS, folded).or_else(|| {
        let stem = stem(folded)?;
        named(&LONG_NAMES, &stem).or_else(|| named(&LONG_NAMES, folded))
    })
}

/// The candidates of a folded name in words with several meanings.
pub(super) fn several_of_long_name(folded: &str) -> Option<Vec<Candidate>> {
    candidates(&stem(folded)?)
}

fn named(times: &Times, word: &str) -> Option<NamedTime> {
    times.get(word).map(|(zone, note)| (*zone, Some(*note).filter(|note| !note.is_empty())))
}

fn candidates(word: &str) -> Option<Vec<Candidate>> {
    let candidate = |(_, (zone, label)): &(&str, (&str, &str))| Candidate {
        zone: (*zone).to_owned(),
        label: (*label).to_owned(),
    };
    let candidates: Vec<Candidate> = AMBIGUOUS.all(word).iter().map(candidate).collect();
    (!candidates.is_empty()).then_some(candidates)
}

/// The name without the words that all such names have; `None` where `time` is not among them.
fn stem(folded: &str) -> Option<String> {
    let mut words: Vec<&str> = folded.split(' ').collect();
    let count = words.len();
    words.retain(|word| *word != "time");
    if words.len() == count {
        return None;
    }
    words.retain(|word| !matches!(*word, "standard" | "daylight" | "summer" | "zone"));
    Some(words.join(" "))
}

#[cfg(test)]
mod tests {
    use tzplan::Tzdb;

    use super::*;
    use crate::word_table::assert_well_formed;

    #[test]
    fn every_row_names_a_zone() {
        for (text, times, is_unique) in [
            (ABBREVIATIONS_TSV, &ABBREVIATIONS, true),
            (LONG_NAMES_TSV, &LONG_NAMES, true),
            (REGIONS_TSV, &REGIONS, true),
            (AMBIGUOUS_TSV, &AMBIGUOUS, false),
        ] {
            assert_well_formed(text, times, is_unique);
            for (word, (zone, _)) in times.rows() {
                assert_eq!(
                    Tzdb::bundled().parse(zone).map(|zone| zone.name()).as_deref(),
                    Ok(*zone),
                    "{word}"
                );
            }
        }
    }

    #[test]
    fn no_word_has_one_meaning_and_several() {
        for (word, (zone, label)) in AMBIGUOUS.rows() {
            let meanings = AMBIGUOUS.all(word);
            assert!(meanings.len() > 1 && !label.is_empty(), "{word}");
            assert_eq!(meanings.iter().filter(|(_, (other, _))| other == zone).count(), 1, "{word}");
            for times in [&ABBREVIATIONS, &LONG_NAMES, &REGIONS] {
                assert!(times.get(word).is_none(), "{word}");
            }
        }
        for times in [&ABBREVIATIONS, &AMBIGUOUS] {
            let is_in_one_case =
                |word: &str| word.to_ascii_uppercase() == word || word.to_lowercase() == word;
            assert!(times.rows().iter().all(|(word, _)| is_in_one_case(word)));
        }
    }
}

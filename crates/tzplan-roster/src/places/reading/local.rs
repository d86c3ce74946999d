//! Codes of states and provinces that people write behind cities of their own country: `Mumbai, MH`, `Torino
//! (TO)`.

use std::sync::LazyLock;

#[cfg(test)]
use super::super::gazetteer::Gazetteer;
use super::super::gazetteer::Subject;
use super::super::label::Part;
use super::super::resolution::Answer;
use super::reader::{Meaning, PlaceReader};
use crate::word_table::WordTable;

impl PlaceReader<'_> {
    /// The well-known city of a country that has the code behind it.
    pub(super) fn by_local_code(&self, text: &str, main: &Part, rest: &[Part]) -> Option<Answer> {
        let [code, others @ ..] = rest else { return None };
        let best = self.best_city(main)?;
        let country = self.table.country_of(best.subject)?;
        let is_country =
            |part: &Part| self.regions(part).iter().any(|region| region.subject == Subject::Country(country));
        if !has_code(self.table.country(country).code, &code.text) || !others.iter().all(is_country) {
            return None;
        }
        let there = |meaning: &Meaning| {
            matches!(meaning.subject, Subject::City(_))
                && self.table.country_of(meaning.subject) == Some(country)
        };
        let cities: Vec<Meaning> = self.meanings(main).into_iter().filter(there).collect();
        let note = format!("`{}` is read as a part of {}", code.text, self.table.country(country).name);
        Some(self.choose(text, &cities).map(|found| found.noted(&note)))
    }
}

/// Whether a country has a state of these letters.
pub(in crate::places) fn has_code(country: &str, text: &str) -> bool {
    let text = text.replace('.', "").to_uppercase();
    STATE_CODES.get(country).is_some_and(|codes| codes.split(' ').any(|code| code == text))
}

const TSV: &str = include_str!("../../../data/state_codes.tsv");

/// Countries, and the letters of their states and provinces.
static STATE_CODES: LazyLock<WordTable<&'static str>> = LazyLock::new(|| WordTable::of(TSV, Some));

#[cfg(test)]
mod tests {
    use super::*;
    use crate::word_table::assert_well_formed;

    #[test]
    fn every_country_is_one_of_the_table_with_its_codes_sorted() {
        assert_well_formed(TSV, &STATE_CODES, true);
        for (country, codes) in STATE_CODES.rows() {
            assert!(
                Gazetteer::get().coded(country).iter().any(|s| matches!(s, Subject::Country(_))),
                "{country}"
            );
            assert!(codes.split(' ').is_sorted_by(|a, b| a < b), "{country}");
        }
    }
}

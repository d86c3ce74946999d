//! Which meanings of a name fit the state and the country beside it.

use std::sync::LazyLock;

use super::super::gazetteer::Subject;
use super::super::label::{Part, alternatives};
use super::reader::{Meaning, PlaceReader};
use crate::word_table::WordTable;

/// What the parts after a name say of a meaning.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Fit {
    /// Nothing known.
    Unknown,
    /// It is in that country.
    Country,
    /// It is in that state.
    State,
}

/// What a part beside a name means.
pub(super) enum BesideName {
    Regions(Vec<Meaning>),
    Places(Vec<Meaning>),
    /// Several names, none of them known.
    Several,
    Nothing,
}

impl PlaceReader<'_> {
    /// Which meanings of a name the other parts allow.
    pub(super) fn fitting(&self, main: &Part, rest: &[Part]) -> Vec<Meaning> {
        let mut meanings = self.meanings(main);
        if main.is_capitals() {
            meanings.extend(
                self.codes(main).into_iter().filter(|code| matches!(code.subject, Subject::State(_))),
            );
        }
        // A name may have fifty meanings: what stands beside it is looked up once.
        let rest = if meanings.is_empty() { Vec::new() } else { self.beside(rest) };
        let mut fitting: Vec<(Meaning, Fit)> =
            meanings.into_iter().filter_map(|meaning| Some((meaning, self.fit(meaning, &rest)?))).collect();
        // A state named beside a city speaks for the city: `Ontario, CA`.
        let in_state = |(meaning, fit): &(Meaning, Fit)| {
            matches!(meaning.subject, Subject::City(_)) && *fit == Fit::State
        };
        if fitting.iter().any(in_state) {
            fitting.retain(|(meaning, _)| matches!(meaning.subject, Subject::City(_)));
        }
        fitting.into_iter().map(|(meaning, _)| meaning).collect()
    }

    /// What the parts beside a name mean.
    pub(super) fn beside(&self, rest: &[Part]) -> Vec<BesideName> {
        let of_part = |part: &Part| match self.regions(part) {
            regions if !regions.is_empty() => BesideName::Regions(regions),
            _ => match self.meanings(part) {
                places if !places.is_empty() => BesideName::Places(places),
                // A part nobody knows says nothing, but a name must not stand on such parts alone; `Milan and
                // Tokyo` are two.
                _ if alternatives(&part.text).len() > 1 => BesideName::Several,
                _ => BesideName::Nothing,
            },
        };
        rest.iter().map(of_part).collect()
    }

    /// How well a meaning fits the other parts; `None` when it does not.
    pub(super) fn fit(&self, meaning: Meaning, rest: &[BesideName]) -> Option<Fit> {
        let mut best = Fit::Unknown;
        for part in rest {
            let fit = match part {
                BesideName::Regions(regions) => {
                    regions.iter().filter_map(|region| self.lies_in(meaning, *region)).max()
                }
                BesideName::Places(places) => {
                    places.iter().any(|other| self.are_near(meaning, *other)).then_some(Fit::Unknown)
                }
                BesideName::Several => None,
                BesideName::Nothing => Some(Fit::Unknown),
            };
            best = best.max(fit?);
        }
        Some(best)
    }

    pub(super) fn lies_in(&self, meaning: Meaning, region: Meaning) -> Option<Fit> {
        match (meaning.subject, region.subject) {
            (Subject::City(city), Subject::State(state)) => {
                let (city, region) = (self.table.city(city), self.table.state(state));
                let is_there = city.state == state
                    || region.is_part() && city.country == region.country && region.zones[0].0 == city.zone;
                is_there.then_some(Fit::State)
            }
            (Subject::State(a), Subject::State(b)) => {
                let (part, region) = (self.table.state(a), self.table.state(b));
                let is_there = |zone| region.zones.iter().any(|(other, _)| *other == zone);
                let within = part.is_part() && part.country == region.country && is_there(part.zones[0].0);
                (a == b || within).then_some(Fit::Country)
            }
            (subject, Subject::Country(country)) => {
                let own = self.table.country_of(subject)?;
                let code = |country| self.table.country(country).code;
                (own == country || depends_on(code(own), code(country))).then_some(Fit::Country)
            }
            _ => None,
        }
    }

    /// `Oakland, San Francisco`: cities of one state.
    pub(super) fn are_near(&self, a: Meaning, b: Meaning) -> bool {
        match (a.subject, b.subject) {
            (Subject::City(a), Subject::City(b)) => {
                let (a, b) = (self.table.city(a), self.table.city(b));
                a.state == b.state && a.zone == b.zone
            }
            _ => false,
        }
    }
}

const TSV: &str = include_str!("../../../data/territories.tsv");

/// Countries, and what ISO 3166 lists beside them.
static TERRITORIES: LazyLock<WordTable<&'static str>> = LazyLock::new(|| WordTable::of(TSV, Some));

fn depends_on(code: &str, country: &str) -> bool {
    TERRITORIES.get(country).is_some_and(|codes| codes.split(' ').any(|own| own == code))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::word_table::assert_well_formed;

    #[test]
    fn every_territory_belongs_to_one_country() {
        assert_well_formed(TSV, &TERRITORIES, true);
        let mut codes: Vec<&str> =
            TERRITORIES.rows().iter().flat_map(|(_, codes)| codes.split(' ')).collect();
        assert!(TERRITORIES.rows().iter().all(|(country, _)| !codes.contains(country)));
        codes.sort_unstable();
        assert!(codes.is_sorted_by(|a, b| a < b));
    }
}

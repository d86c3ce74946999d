//! What the names in a label may stand for.

use tzplan::Tzdb;

use super::super::clocks::Years;
use super::super::fold::fold;
use super::super::gazetteer::{Gazetteer, Subject};
use super::super::label::Part;
use super::super::resolution::Place;
use super::super::script::is_native;
use super::population::KNOWN;

/// How many letters the codes of countries and states have at most.
const LONGEST_CODE: usize = 3;

/// Reads labels as places.
pub(crate) struct PlaceReader<'a> {
    pub(crate) tzdb: &'a Tzdb,
    pub(crate) years: Years,
    pub(crate) table: &'static Gazetteer,
}

/// Something that a name may stand for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Meaning {
    pub(super) subject: Subject,
    /// Whether it goes by that name first of all.
    pub(super) first: bool,
}

impl PlaceReader<'_> {
    /// Whether it has [meanings](Self::meanings), or is a code of [regions](Self::regions).
    pub(crate) fn is_known(&self, part: &Part) -> bool {
        let mut named = self.table.named(&part.folded);
        named.any(|(subject, _)| !matches!(subject, Subject::Windows(_))) || !self.codes(part).is_empty()
    }

    /// Whether it is the name of a country.
    pub(crate) fn is_country(&self, part: &Part) -> bool {
        self.table.named(&part.folded).any(|(subject, _)| matches!(subject, Subject::Country(_)))
    }

    /// Cities, states and countries of a name.
    pub(super) fn meanings(&self, part: &Part) -> Vec<Meaning> {
        let named = self.table.named(&part.folded);
        let place = |(subject, first)| match subject {
            Subject::Windows(_) => None,
            Subject::City(_) => Some(Meaning { subject, first }),
            subject => Some(Meaning { subject, first: true }),
        };
        let mut found: Vec<Meaning> = named.filter_map(place).collect();
        if is_native(&part.text) {
            self.add_namesakes(&mut found);
        }
        // The arena's order is no order of merit; ties must not depend on it.
        found.sort_by_key(|meaning| (meaning.subject, !meaning.first));
        found.dedup_by_key(|meaning| meaning.subject);
        found
    }

    /// A name in another script is as ambiguous as it is in Latin letters: `Бирмингем` is in Alabama too.
    pub(super) fn add_namesakes(&self, found: &mut Vec<Meaning>) {
        for at in 0..found.len() {
            found[at].first = true;
            let Subject::City(city) = found[at].subject else { continue };
            let latin = fold(self.table.city(city).name);
            let namesakes = self.table.named(&latin).filter(|(subject, first)| {
                *first && matches!(subject, Subject::City(_)) && self.table.population(*subject) >= KNOWN
            });
            found.extend(namesakes.map(|(subject, first)| Meaning { subject, first }));
        }
    }

    /// States and countries of a name or a code.
    pub(super) fn regions(&self, part: &Part) -> Vec<Meaning> {
        let mut found = self.meanings(part);
        found.retain(|meaning| !matches!(meaning.subject, Subject::City(_)));
        found.extend(self.codes(part));
        found
    }

    pub(super) fn codes(&self, part: &Part) -> Vec<Meaning> {
        if part.text.bytes().filter(|byte| *byte != b'.').count() > LONGEST_CODE {
            return Vec::new();
        }
        let coded = self.table.coded(&part.letters());
        coded.iter().map(|subject| Meaning { subject: *subject, first: true }).collect()
    }

    pub(super) fn place(&self, subject: Subject) -> Place {
        let country = self.table.country_of(subject).map(|country| self.table.country(country));
        let population = Some(self.table.population(subject)).filter(|people| *people > 0);
        Place {
            name: self.table.describe(subject),
            country: country.map(|country| country.name),
            country_code: country.map(|country| country.code),
            region: self.table.region_of(subject),
            population,
        }
    }
}

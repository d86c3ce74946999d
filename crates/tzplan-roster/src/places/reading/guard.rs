//! What stands against a reading that fits: a well-known city that the label names as well.

use super::super::error::{Candidate, Reason};
use super::super::gazetteer::Subject;
use super::super::label::Part;
use super::super::resolution::{Answer, Refusal};
use super::population::{DWARFS, MEANT_ABROAD, MEANT_AT_HOME, WELL_KNOWN};
use super::reader::{Meaning, PlaceReader};

/// How the parts of a label stand beside one another.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Beside {
    /// With a comma: the second part is where the first is, if it can be.
    Within,
    /// With a word or a sign that lists several.
    Listed,
}

impl PlaceReader<'_> {
    /// Keeps the readings that stand although their parts are cities too: `London, Paris` is no village of
    /// Ontario, and `Vancouver, Washington` is a town. A name may have fifty meanings: what they are held to
    /// is looked up once.
    pub(super) fn keep_standing(
        &self,
        fitting: &mut Vec<Meaning>,
        main: &Part,
        rest: &[Part],
        beside: Beside,
    ) {
        if !fitting.iter().any(|meaning| matches!(meaning.subject, Subject::City(_))) {
            return;
        }
        let of_part = |part: &Part| (self.regions(part), self.best_city(part));
        let rest: Vec<_> = rest.iter().filter(|part| !part.is_capitals()).map(of_part).collect();
        let best = self.best_city(main);
        fitting.retain(|meaning| self.stands(*meaning, best, &rest, beside));
    }

    /// Whether a reading stands beside the regions and the largest city of each other part.
    fn stands(
        &self,
        meaning: Meaning,
        best: Option<Meaning>,
        rest: &[(Vec<Meaning>, Option<Meaning>)],
        beside: Beside,
    ) -> bool {
        let Subject::City(_) = meaning.subject else { return true };
        let dwarfed = best.is_some_and(|best| self.dwarfed_by(meaning, best));
        rest.iter().all(|(regions, city)| {
            let country = |region: &Meaning| {
                matches!(region.subject, Subject::Country(_)) && self.lies_in(meaning, *region).is_some()
            };
            if regions.iter().any(country) {
                return true;
            }
            let second = city.filter(|city| self.table.population(city.subject) >= WELL_KNOWN);
            if regions.iter().any(|region| self.lies_in(meaning, *region).is_some()) {
                return second.is_none()
                    || match beside {
                        Beside::Within => !dwarfed,
                        Beside::Listed => best.is_none_or(|best| self.one_clock(best, meaning)),
                    };
            }
            // A part that is no region is a city nearby, or nothing known: each by its best known meaning.
            let agrees = |best: Meaning| self.one_clock(best, meaning);
            city.is_none_or(|second| agrees(second) && best.is_none_or(agrees))
        })
    }

    /// The largest city of a name.
    pub(super) fn best_city(&self, part: &Part) -> Option<Meaning> {
        let cities = self.meanings(part).into_iter().filter(|m| matches!(m.subject, Subject::City(_)));
        cities.max_by_key(|meaning| self.table.population(meaning.subject))
    }

    fn dwarfed_by(&self, small: Meaning, large: Meaning) -> bool {
        let people = |meaning: Meaning| self.table.population(meaning.subject);
        people(small).saturating_mul(DWARFS) <= people(large) && !self.one_clock(small, large)
    }

    fn one_clock(&self, a: Meaning, b: Meaning) -> bool {
        let zone = |meaning: Meaning| {
            let (zone, _) = *self.table.zones(meaning.subject).first()?;
            self.tzdb.zone(self.table.zone(zone)).ok()
        };
        matches!((zone(a), zone(b)), (Some(a), Some(b)) if self.years.agree(&a, &b))
    }

    /// A known city that is not in the region beside it: `Jaipur, RJ`, `Berlin, Tokyo`.
    pub(super) fn elsewhere(&self, main: &Part, regions: &[Meaning]) -> Option<Refusal> {
        let city = self.best_city(main)?;
        let people = self.table.population(city.subject);
        let country = self.table.country_of(city.subject);
        let abroad = regions.iter().all(|region| self.table.country_of(region.subject) != country);
        if people < if abroad { MEANT_ABROAD } else { MEANT_AT_HOME } {
            return None;
        }
        let cities: Vec<Meaning> =
            self.meanings(main).into_iter().filter(|m| matches!(m.subject, Subject::City(_))).collect();
        let mut candidates: Vec<Candidate> = Vec::new();
        for one in [&cities[..], regions] {
            for candidate in self.candidates_of(one).into_iter().take(3) {
                if !candidates.contains(&candidate) {
                    candidates.push(candidate);
                }
            }
        }
        Some((Reason::SeveralPlaces, candidates))
    }

    /// What parts that are cities of their own mean together.
    pub(super) fn as_several(&self, parts: &[Part]) -> Option<Answer> {
        let found: Vec<Answer> = parts
            .iter()
            .filter_map(|part| {
                let best = self.best_city(part)?;
                let cities =
                    self.meanings(part).into_iter().filter(|m| matches!(m.subject, Subject::City(_)));
                let known = self.table.population(best.subject) >= MEANT_ABROAD;
                known.then(|| self.choose(&part.text, &cities.collect::<Vec<_>>()))
            })
            .collect();
        (!found.is_empty()).then(|| self.several(found))
    }
}

//! Which meanings of a name fit the state and the country beside it.

use super::super::gazetteer::Subject;
use super::super::label::{Part, alternatives};
use super::{Meaning, Reader};

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

impl Reader<'_> {
    /// Which meanings of a name the other parts allow.
    pub(super) fn fitting(&self, main: &Part, rest: &[Part]) -> Vec<Meaning> {
        let mut meanings = self.meanings(main);
        if main.is_capitals() {
            meanings.extend(
                self.codes(main).into_iter().filter(|code| matches!(code.subject, Subject::State(_))),
            );
        }
        let mut fitting: Vec<(Meaning, Fit)> =
            meanings.into_iter().filter_map(|meaning| Some((meaning, self.fit(meaning, rest)?))).collect();
        // A state named beside a city speaks for the city: `Ontario, CA`.
        let in_state = |(meaning, fit): &(Meaning, Fit)| {
            matches!(meaning.subject, Subject::City(_)) && *fit == Fit::State
        };
        if fitting.iter().any(in_state) {
            fitting.retain(|(meaning, _)| matches!(meaning.subject, Subject::City(_)));
        }
        fitting.into_iter().map(|(meaning, _)| meaning).collect()
    }

    /// How well a meaning fits the other parts; `None` when it does not.
    pub(super) fn fit(&self, meaning: Meaning, rest: &[Part]) -> Option<Fit> {
        let mut best = Fit::Unknown;
        for part in rest {
            let regions = self.regions(part);
            let fit = if regions.is_empty() {
                let beside = self.meanings(part);
                // A part nobody knows says nothing, but a name must not stand on such parts alone; `Milan and Tokyo`
                // are two.
                if beside.is_empty() && alternatives(&part.text).len() > 1 {
                    return None;
                }
                (beside.is_empty() || beside.iter().any(|other| self.are_near(meaning, *other)))
                    .then_some(Fit::Unknown)
            } else {
                regions.iter().filter_map(|region| self.lies_in(meaning, *region)).max()
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

/// Countries and what ISO 3166 lists beside them, but people write with them: `Martinique, France`.
const DEPENDENT: [(&str, &str); 9] = [
    ("AU", "CC CX NF"),
    ("CN", "HK MO"),
    ("DK", "FO GL"),
    ("FI", "AX"),
    ("FR", "BL GF GP MF MQ NC PF PM RE TF WF YT"),
    ("GB", "AI BM FK GG GI GS IM IO JE KY MS PN SH TC VG"),
    ("NL", "AW BQ CW SX"),
    ("NO", "SJ"),
    ("US", "AS GU MP PR UM VI"),
];

fn depends_on(code: &str, country: &str) -> bool {
    DEPENDENT.iter().any(|(known, codes)| *known == country && codes.split(' ').any(|own| own == code))
}

//! From the parts of a label to what they may mean: `Portland, OR`, `India, Bangalore`, `Seattle WA`.

mod bare;
mod choice;
#[cfg(test)]
mod every_city;
mod fit;
mod guard;
mod local;
mod near;
mod rest;
mod words;

use tzplan::Tzdb;

use super::clocks::Years;
use super::error::{Candidate, Reason};
use super::fold::fold;
use super::gazetteer::{Gazetteer, Subject};
use super::label::{Part, alternatives, parts};
use super::script::is_native;
use super::{Place, Resolution};
use choice::KNOWN;
use guard::Beside;
pub(super) use near::places as near_places;

/// Reads labels as places.
pub(super) struct Reader<'a> {
    pub(super) tzdb: &'a Tzdb,
    pub(super) years: Years,
    pub(super) table: &'static Gazetteer,
}

/// What stands against a label that names something.
pub(super) type Refusal = (Reason, Vec<Candidate>);
pub(super) type Answer = Result<Resolution, Refusal>;

/// Something that a name may stand for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct Meaning {
    subject: Subject,
    /// Whether it goes by that name first of all.
    first: bool,
}

impl Reader<'_> {
    /// What a label means as a place; `None` when nothing in it is known.
    pub(super) fn read(&self, text: &str) -> Option<Answer> {
        // `Washington, D.C.` and `Bosnia & Herzegovina` are names as they stand.
        let whole = Part::new(text);
        if self.is_known(&whole) {
            return self.read_parts(text, &[whole]);
        }
        let parts: Vec<Part> = parts(text).into_iter().flat_map(|part| self.words(part)).collect();
        self.read_parts(text, &parts)
    }

    /// What parts mean when the first is in all the others: `None` unless every one is known and they fit.
    pub(super) fn read_strictly(&self, text: &str, parts: &[Part]) -> Option<Answer> {
        let (main, rest) = parts.split_first()?;
        let known = rest.iter().all(|part| !self.regions(part).is_empty());
        let mut fitting = if known { self.fitting(main, rest) } else { Vec::new() };
        fitting.retain(|meaning| self.stands(*meaning, main, rest, Beside::Listed));
        (!fitting.is_empty()).then(|| self.choose(text, &fitting))
    }

    fn read_parts(&self, text: &str, parts: &[Part]) -> Option<Answer> {
        let (main, rest) = parts.split_first()?;
        if rest.is_empty() {
            let mut meanings = self.meanings(main);
            if main.is_capitals() {
                meanings.extend(self.codes(main));
            }
            return (!meanings.is_empty()).then(|| self.bare(text, &meanings));
        }
        let mut fitting = self.fitting(main, rest);
        let mut count = fitting.len();
        fitting.retain(|meaning| self.stands(*meaning, main, rest, Beside::Within));
        if fitting.is_empty() {
            // The country first.
            let (last, front) = parts.split_last()?;
            if front.iter().all(|part| self.is_known(part)) {
                fitting = self.fitting(last, front);
                count += fitting.len();
                fitting.retain(|meaning| self.stands(*meaning, last, front, Beside::Within));
            }
        }
        if fitting.is_empty() && count > 0 {
            return self.as_several(parts);
        }
        if !fitting.is_empty() {
            let unknown: Vec<&Part> = parts.iter().filter(|part| !self.is_known(part)).collect();
            let answer = self.choose(text, &fitting);
            return Some(answer.map(|found| noting(found, &unknown)));
        }
        if alternatives(&main.text).len() > 1 {
            return None;
        }
        if let Some(several) = self.several_cities(parts) {
            return Some(several);
        }
        self.in_the_rest(text, main, rest)
    }

    fn is_known(&self, part: &Part) -> bool {
        !self.meanings(part).is_empty() || !self.regions(part).is_empty()
    }

    /// Cities, states and countries of a name.
    fn meanings(&self, part: &Part) -> Vec<Meaning> {
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
    fn add_namesakes(&self, found: &mut Vec<Meaning>) {
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
    fn regions(&self, part: &Part) -> Vec<Meaning> {
        let mut found = self.meanings(part);
        found.retain(|meaning| !matches!(meaning.subject, Subject::City(_)));
        found.extend(self.codes(part));
        found
    }

    fn codes(&self, part: &Part) -> Vec<Meaning> {
        let coded = self.table.coded(&part.text.replace('.', ""));
        coded.into_iter().map(|subject| Meaning { subject, first: true }).collect()
    }

    pub(super) fn place(&self, subject: Subject) -> Place {
        let country = self.table.country_of(subject).map(|country| self.table.country(country));
        let population = Some(self.table.population(subject)).filter(|people| *people > 0);
        Place {
            name: self.table.describe(subject),
            country: country.map(|country| country.name),
            country_code: country.map(|country| country.code),
            population,
        }
    }
}

/// Says which parts told nothing.
fn noting(found: Resolution, unknown: &[&Part]) -> Resolution {
    unknown
        .iter()
        .fold(found, |found, part| noted(found, format!("`{}` is not among the places known", part.text)))
}

pub(super) fn noted(mut found: Resolution, note: String) -> Resolution {
    found.note = Some(match found.note {
        Some(first) => format!("{first}; {note}"),
        None => note,
    });
    found
}

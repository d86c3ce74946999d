//! From the parts of a label to what they may mean: `Portland, OR`, `India, Bangalore`, `Seattle WA`.

mod choice;
#[cfg(test)]
mod every_city;
mod near;

use tzplan::Tzdb;

use super::clocks::Years;
use super::error::{Candidate, Reason};
use super::gazetteer::{Gazetteer, Subject};
use super::label::{Part, alternatives, parts, without_frills};
use super::{Place, Resolution};
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

/// What the parts after a name say of a meaning.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Fit {
    /// Nothing known.
    Unknown,
    /// It is in that country.
    Country,
    /// It is in that state.
    State,
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
        let fitting = if known { self.fitting(main, rest) } else { Vec::new() };
        (!fitting.is_empty()).then(|| self.choose(text, &fitting))
    }

    fn read_parts(&self, text: &str, parts: &[Part]) -> Option<Answer> {
        let (main, rest) = parts.split_first()?;
        if rest.is_empty() {
            let mut meanings = self.meanings(main);
            if main.is_capitals() {
                meanings.extend(self.codes(main));
            }
            return (!meanings.is_empty()).then(|| self.choose(text, &meanings));
        }
        let mut fitting = self.fitting(main, rest);
        if fitting.is_empty() {
            // The country first.
            let (last, front) = parts.split_last()?;
            if front.iter().all(|part| self.is_known(part)) {
                fitting = self.fitting(last, front);
            }
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

    /// A town that the table does not know, in a region that keeps one time.
    fn in_the_rest(&self, text: &str, main: &Part, rest: &[Part]) -> Option<Answer> {
        let regions: Vec<Meaning> = match rest {
            // `US East` is no town.
            _ if self.meanings(main).iter().any(|m| matches!(m.subject, Subject::Country(_))) => return None,
            [only] => self.regions(only),
            [first, others @ ..] => {
                let fitting = |meaning: &Meaning| {
                    !matches!(meaning.subject, Subject::City(_))
                        && self.fit(*meaning, others) > Some(Fit::Unknown)
                };
                self.regions(first).into_iter().filter(fitting).collect()
            }
            [] => Vec::new(),
        };
        if regions.is_empty() {
            // `Shoreditch, London, UK`: the rest without its first part.
            let answer = if self.is_known(main) { None } else { self.read_parts(text, rest) };
            return answer.map(|answer| answer.map(|found| noting(found, &[main])));
        }
        // `Mill Valley, CA`: of a state that keeps one time and a country that does not, the state.
        let countries = regions.iter().all(|meaning| matches!(meaning.subject, Subject::Country(_)));
        if countries && let Some(city) = self.well_known(main) {
            // `Dublin, Germany` is no unknown town of Germany.
            return Some(self.several(vec![city, self.choose(text, &regions)]));
        }
        let one_time = |meaning: &Meaning| self.keeps_one_time(meaning.subject);
        let (single, several): (Vec<Meaning>, Vec<Meaning>) =
            regions.iter().partition(|meaning| one_time(meaning));
        let states = single.iter().any(|meaning| matches!(meaning.subject, Subject::State(_)));
        let regions = if states && several.iter().all(|m| matches!(m.subject, Subject::Country(_))) {
            single
        } else if single.is_empty() {
            return Some(Err(self.keeps_several(text, &several)));
        } else {
            regions
        };
        Some(self.choose(text, &regions).map(|found| {
            let region = found.place.as_ref().map(|place| place.name.clone()).unwrap_or_default();
            let note = format!("no `{}` is known in {region}, which keeps one time", main.text);
            noted(found, note)
        }))
    }

    /// `Berlin, Lisbon`: parts that are all cities are several places, or one time.
    fn several_cities(&self, parts: &[Part]) -> Option<Answer> {
        let found: Vec<Answer> = parts.iter().map(|part| self.well_known(part)).collect::<Option<_>>()?;
        Some(self.several(found))
    }

    /// A part as a city of some size.
    fn well_known(&self, part: &Part) -> Option<Answer> {
        let cities = self.meanings(part).into_iter().filter(|m| matches!(m.subject, Subject::City(_)));
        let cities: Vec<Meaning> = cities.collect();
        let known = cities.iter().any(|m| self.table.population(m.subject) >= WELL_KNOWN);
        (known && !part.is_capitals()).then(|| self.choose(&part.text, &cities))
    }

    /// Several places in one cell: one meaning where their clocks agree.
    pub(super) fn several(&self, found: Vec<Answer>) -> Answer {
        let mut candidates = Vec::new();
        let mut first: Option<Resolution> = None;
        let mut agree = true;
        for answer in found {
            match answer {
                Ok(resolution) => {
                    let label =
                        resolution.place.as_ref().map_or_else(|| resolution.zone.name(), |p| p.name.clone());
                    candidates.push(Candidate { zone: resolution.zone.name(), label });
                    match &first {
                        Some(first) => agree &= self.years.agree(&first.zone, &resolution.zone),
                        None => first = Some(resolution),
                    }
                }
                Err((_, several)) => {
                    agree = false;
                    candidates.extend(several.into_iter().take(1));
                }
            }
        }
        match first {
            Some(first) if agree => {
                let note = "several places are named, whose clocks agree".to_owned();
                Ok(Resolution { note: Some(note), ..first })
            }
            _ => Err((Reason::SeveralPlaces, candidates)),
        }
    }

    /// Which meanings of a name the other parts allow.
    fn fitting(&self, main: &Part, rest: &[Part]) -> Vec<Meaning> {
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
    fn fit(&self, meaning: Meaning, rest: &[Part]) -> Option<Fit> {
        let mut best = Fit::Unknown;
        for part in rest {
            let regions = self.regions(part);
            let fit = if regions.is_empty() {
                let beside = self.meanings(part);
                // A part nobody knows says nothing, but a name must not stand on such parts alone.
                (beside.is_empty() || beside.iter().any(|other| self.are_near(meaning, *other)))
                    .then_some(Fit::Unknown)
            } else {
                regions.iter().filter_map(|region| self.lies_in(meaning, *region)).max()
            };
            best = best.max(fit?);
        }
        Some(best)
    }

    fn lies_in(&self, meaning: Meaning, region: Meaning) -> Option<Fit> {
        match (meaning.subject, region.subject) {
            (Subject::City(city), Subject::State(state)) => {
                (self.table.city(city).state == state).then_some(Fit::State)
            }
            (Subject::State(a), Subject::State(b)) => (a == b).then_some(Fit::Country),
            (subject, Subject::Country(country)) => {
                (self.table.country_of(subject) == Some(country)).then_some(Fit::Country)
            }
            _ => None,
        }
    }

    /// `Oakland, San Francisco`: cities of one state.
    fn are_near(&self, a: Meaning, b: Meaning) -> bool {
        match (a.subject, b.subject) {
            (Subject::City(a), Subject::City(b)) => {
                let (a, b) = (self.table.city(a), self.table.city(b));
                a.state == b.state && a.zone == b.zone
            }
            _ => false,
        }
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
        // The arena's order is no order of merit; ties must not depend on it.
        found.sort_by_key(|meaning| (meaning.subject, !meaning.first));
        found.dedup_by_key(|meaning| meaning.subject);
        found
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

    /// `Brooklyn NY USA` as its parts, where the words behind are a state or a country.
    fn words(&self, part: Part) -> Vec<Part> {
        let words: Vec<&str> = part.text.split(' ').collect();
        if words.len() < 2 || self.is_known(&part) || alternatives(&part.text).len() > 1 {
            return vec![part];
        }
        if let Some(plain) = without_frills(&part.text).map(Part::new).filter(|plain| self.is_known(plain)) {
            return vec![plain];
        }
        for at in 1..words.len() {
            let behind = Part::new(&words[at..].join(" "));
            let is_region = if behind.is_capitals() || behind.text.len() > 3 {
                !self.regions(&behind).is_empty()
            } else {
                // `austin tx`, but not `London or`.
                let front = Part::new(&words[..at].join(" "));
                self.meanings(&behind).iter().any(|m| matches!(m.subject, Subject::Country(_)))
                    || self
                        .fitting(&front, std::slice::from_ref(&behind))
                        .iter()
                        .any(|m| matches!(m.subject, Subject::City(_)))
            };
            if is_region {
                let mut parts = self.words(Part::new(&words[..at].join(" ")));
                parts.push(behind);
                return parts;
            }
        }
        for at in (1..words.len()).rev() {
            let front = Part::new(&words[..at].join(" "));
            let is_country = |meaning: &Meaning| matches!(meaning.subject, Subject::Country(_));
            if self.meanings(&front).iter().any(is_country) {
                return vec![front, Part::new(&words[at..].join(" "))];
            }
        }
        vec![part]
    }

    pub(super) fn place(&self, subject: Subject) -> Place {
        let country = self.table.country_of(subject).map(|country| self.table.country(country).name);
        let population = Some(self.table.population(subject)).filter(|people| *people > 0);
        Place { name: self.table.describe(subject), country, population }
    }
}

/// A city of so many people beside another is a second place, not a district.
const WELL_KNOWN: u64 = 100_000;

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

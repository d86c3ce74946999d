//! Labels whose first part no table knows, and those that name several places.

use super::super::error::Reason;
use super::super::gazetteer::Subject;
use super::super::label::Part;
use super::super::place_words::WordKind;
use super::super::resolution::{Answer, Resolution};
use super::fit::Fit;
use super::population::KNOWN;
use super::reader::{Meaning, PlaceReader};

/// Whether words begin or end with the word for time in some language.
fn is_of_a_time(folded: &str) -> bool {
    let words = folded.split(' ').next().into_iter().chain(folded.rsplit(' ').next());
    words.into_iter().any(|word| WordKind::Hour.has(word))
}

impl PlaceReader<'_> {
    /// A town that the table does not know, in a region that keeps one time.
    pub(super) fn in_the_rest(&self, text: &str, main: &Part, rest: &[Part]) -> Option<Answer> {
        // `heure d'Europe centrale`: the name of a time, and no town of Centrale in Togo.
        if is_of_a_time(&main.folded) {
            return None;
        }
        let regions: Vec<Meaning> = match rest {
            // `US East` is no town.
            _ if self.meanings(main).iter().any(|m| matches!(m.subject, Subject::Country(_))) => return None,
            [only] => self.regions(only),
            [first, others @ ..] => {
                let others = self.beside(others);
                let fitting = |meaning: &Meaning| {
                    !matches!(meaning.subject, Subject::City(_))
                        && self.fit(*meaning, &others) > Some(Fit::Unknown)
                };
                self.regions(first).into_iter().filter(fitting).collect()
            }
            [] => Vec::new(),
        };
        if regions.is_empty() {
            if let Some(answer) = self.by_local_code(text, main, rest) {
                return Some(answer);
            }
            // `Shoreditch, London, UK`: the rest without its first part.
            let answer = if self.is_known(main) { None } else { self.read_parts(text, rest) };
            return answer.map(|answer| {
                answer.and_then(|found| self.noting(found, &self.meanings(&rest[0]), &[main]))
            });
        }
        let is_country = |meaning: &Meaning| matches!(meaning.subject, Subject::Country(_));
        let countries = regions.iter().all(is_country);
        if countries
            && !rest.iter().any(Part::is_capitals)
            && let Some(city) = self.well_known(main)
        {
            // `Dublin, Germany` is no unknown town of Germany.
            return Some(self.several(vec![city, self.choose(text, &regions)]));
        }
        if let Some(answer) = self.by_local_code(text, main, rest) {
            return Some(answer);
        }
        if let Some(refusal) = self.elsewhere(main, &regions) {
            return Some(Err(refusal));
        }
        // `Morrison, CO`: in Colorado or in Colombia?
        if !countries && regions.iter().any(is_country) {
            let each = regions.iter().flat_map(|region| self.candidates_of(&[*region]).into_iter().take(2));
            return Some(Err((Reason::Ambiguous, each.collect())));
        }
        let one_time = |meaning: &Meaning| self.keeps_one_time(meaning.subject);
        let (single, several): (Vec<Meaning>, Vec<Meaning>) =
            regions.iter().partition(|meaning| one_time(meaning));
        if single.is_empty() {
            return Some(Err(self.keeps_several(text, &several)));
        }
        Some(self.choose(text, &regions).and_then(|found| {
            let region = found.place.as_ref().map(|place| place.name.clone()).unwrap_or_default();
            // Few tables know the last village that lives by its neighbour's clocks.
            let most = if countries { "which keeps" } else { "most of which keeps" };
            let note = format!("no `{}` is known in {region}, {most} {}", main.text, found.zone);
            self.noting_town(found, main, &regions, &note)
        }))
    }

    /// `Berlin, Lisbon`: parts that are all cities are several places, or one time.
    pub(super) fn several_cities(&self, parts: &[Part]) -> Option<Answer> {
        let found: Vec<Answer> = parts.iter().map(|part| self.well_known(part)).collect::<Option<_>>()?;
        Some(self.several(found))
    }

    /// A part as a city that is a second place beside another one, not a district of it.
    fn well_known(&self, part: &Part) -> Option<Answer> {
        let cities = self.meanings(part).into_iter().filter(|m| matches!(m.subject, Subject::City(_)));
        let cities: Vec<Meaning> = cities.collect();
        let known = cities.iter().any(|m| self.table.population(m.subject) >= KNOWN);
        (known && !part.is_capitals()).then(|| self.choose(&part.text, &cities))
    }

    /// Several places in one cell: one meaning where their clocks agree.
    pub(crate) fn several(&self, found: Vec<Answer>) -> Answer {
        let mut candidates = Vec::new();
        let mut first: Option<Resolution> = None;
        let mut agree = true;
        for answer in found {
            match answer {
                Ok(resolution) => {
                    candidates.push(resolution.clone().candidate());
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
}

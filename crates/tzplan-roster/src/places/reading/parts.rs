//! From the parts of a label to its meaning.

use super::super::error::{Candidate, Reason};
use super::super::gazetteer::Subject;
use super::super::label::{Part, alternatives, parts};
use super::super::resolution::{Answer, Refusal};
use super::guard::Beside;
use super::reader::{Meaning, PlaceReader};
use super::weigh::RegionClocks;
use tzplan::Zone;

impl PlaceReader<'_> {
    /// What a label means as a place; `None` when nothing in it is known.
    pub(crate) fn read(&self, text: &str) -> Option<Answer> {
        // `Washington, D.C.` and `Bosnia & Herzegovina` are names as they stand.
        let whole = Part::new(text);
        if self.is_known(&whole) {
            return self.read_parts(text, &[whole]);
        }
        let parts: Vec<Part> = parts(text).into_iter().flat_map(|part| self.words(part)).collect();
        self.read_parts(text, &parts)
    }

    /// What a label means of which a part that `is_code` is the region of the city before it, or of the
    /// country behind it.
    pub(crate) fn read_in_region(&self, text: &str, is_code: impl Fn(&Part) -> bool) -> Option<Answer> {
        let parts: Vec<Part> = parts(text).into_iter().flat_map(|part| self.words(part)).collect();
        let at = parts.iter().position(is_code)?;
        let (main, rest) = parts.split_first()?;
        let known = rest.iter().all(|part| !self.regions(part).is_empty());
        let is_city = |meaning: &Meaning| matches!(meaning.subject, Subject::City(_));
        if at > 0 && known && self.fitting(main, rest).iter().any(is_city) {
            return self.read_parts(text, &parts);
        }
        let is_in = |country: &Part| {
            let countries = self.regions(country);
            let is_there = |region: &Meaning| {
                matches!(region.subject, Subject::State(_))
                    && countries.iter().any(|country| self.lies_in(*region, *country).is_some())
            };
            self.codes(&parts[at]).into_iter().find(is_there)
        };
        // `Smallville, CT, USA`
        if parts.get(at + 1).is_some_and(|country| is_in(country).is_some()) {
            return self.read_parts(text, &parts);
        }
        // `US, CT` is Connecticut, or the Central Time of the US.
        let state = parts[..at].iter().find_map(is_in)?;
        Some(Err((Reason::Ambiguous, self.candidates_of(&[state]))))
    }

    /// What parts mean when the first is in all the others: `None` unless every one is known and they fit.
    pub(crate) fn read_strictly(&self, text: &str, parts: &[Part]) -> Option<Answer> {
        let (main, rest) = parts.split_first()?;
        let known = rest.iter().all(|part| !self.regions(part).is_empty());
        let mut fitting = if known { self.fitting(main, rest) } else { Vec::new() };
        self.keep_standing(&mut fitting, main, rest, Beside::Listed);
        (!fitting.is_empty()).then(|| self.choose(text, &fitting))
    }

    pub(super) fn read_parts(&self, text: &str, parts: &[Part]) -> Option<Answer> {
        let (main, rest) = parts.split_first()?;
        if rest.is_empty() {
            let mut meanings = self.meanings(main);
            if main.is_capitals() {
                meanings.extend(self.codes(main));
                if let Some(refusal) = self.of_two_regions(text, main) {
                    return Some(Err(refusal));
                }
            }
            return (!meanings.is_empty()).then(|| self.bare(text, &meanings));
        }
        let mut fitting = self.fitting(main, rest);
        let mut count = fitting.len();
        self.keep_standing(&mut fitting, main, rest, Beside::Within);
        if fitting.is_empty() {
            // The country first.
            let (last, front) = parts.split_last()?;
            if front.iter().all(|part| self.is_known(part)) {
                fitting = self.fitting(last, front);
                count += fitting.len();
                self.keep_standing(&mut fitting, last, front, Beside::Within);
            }
        }
        if fitting.is_empty() && count > 0 {
            return self.as_several(parts);
        }
        if !fitting.is_empty() {
            let unknown: Vec<&Part> = parts.iter().filter(|part| !self.is_known(part)).collect();
            let answer = self.choose(text, &fitting);
            return Some(answer.and_then(|found| self.noting(found, &fitting, &unknown)));
        }
        if alternatives(&main.text).len() > 1 {
            return None;
        }
        if let Some(several) = self.several_cities(parts) {
            return Some(several);
        }
        self.in_the_rest(text, main, rest)
    }

    /// `Remote, CO`: two letters beside words that say nothing are refused where two regions have them.
    fn of_two_regions(&self, text: &str, code: &Part) -> Option<Refusal> {
        if text == code.text || code.text.len() != 2 {
            return None;
        }
        let regions = self.codes(code);
        let each: Vec<Candidate> =
            regions.iter().flat_map(|region| self.candidates_of(&[*region]).into_iter().take(2)).collect();
        let clocks = |region: &Meaning| self.clocks_of(region.subject);
        let agree = regions.iter().all(|region| match (clocks(region), clocks(&regions[0])) {
            (Some(one), Some(other)) => self.years.agree(&one, &other),
            _ => false,
        });
        (regions.len() > 1 && !agree).then_some((Reason::Ambiguous, each))
    }

    /// The one clock of a region.
    fn clocks_of(&self, subject: Subject) -> Option<Zone> {
        match self.clocks(subject) {
            RegionClocks::One(zone) => Some(zone),
            _ => None,
        }
    }
}

//! From the parts of a label to its meaning.

use super::super::label::{Part, alternatives, parts};
use super::super::resolution::Answer;
use super::guard::Beside;
use super::reader::{PlaceReader, noting};

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

    /// What parts mean when the first is in all the others: `None` unless every one is known and they fit.
    pub(crate) fn read_strictly(&self, text: &str, parts: &[Part]) -> Option<Answer> {
        let (main, rest) = parts.split_first()?;
        let known = rest.iter().all(|part| !self.regions(part).is_empty());
        let mut fitting = if known { self.fitting(main, rest) } else { Vec::new() };
        fitting.retain(|meaning| self.stands(*meaning, main, rest, Beside::Listed));
        (!fitting.is_empty()).then(|| self.choose(text, &fitting))
    }

    pub(super) fn read_parts(&self, text: &str, parts: &[Part]) -> Option<Answer> {
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
}

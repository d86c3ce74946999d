//! A name with nothing beside it: what is well known is taken, a small place needs a word that says where it
//! is.

use super::super::error::{Candidate, Reason};
use super::super::fold::fold;
use super::super::place_words::WordKind;
use super::super::resolution::{Answer, How, Resolution};
use super::population::{KNOWN, SMALL};
use super::reader::{Meaning, PlaceReader};

impl PlaceReader<'_> {
    /// What a name by itself means: refused where only small places have it, with a note where it is not well
    /// known.
    pub(super) fn bare(&self, text: &str, meanings: &[Meaning]) -> Answer {
        let found = self.choose(text, meanings)?;
        let folded = fold(text);
        let (How::City, Some(place)) = (found.how, &found.place) else { return Ok(found) };
        let people = place.population.unwrap_or_default();
        let is_word = people < SMALL && !folded.contains(' ') && !is_named_after(&found, &folded);
        if is_word || WordKind::Word.has(&folded) {
            let mut candidates = self.candidates_of(meanings);
            if candidates.is_empty() {
                candidates.push(Candidate { zone: found.zone.name(), label: place.name.clone() });
            }
            return Err((Reason::Ambiguous, candidates));
        }
        if people >= KNOWN || found.note.is_some() || is_named_after(&found, &folded) {
            return Ok(found);
        }
        let note = format!("`{text}` is read as {}", place.name);
        Ok(found.noted(&note))
    }
}

/// Whether a zone has its name from the place.
fn is_named_after(found: &Resolution, folded: &str) -> bool {
    found.zone.name().rsplit('/').next().is_some_and(|last| fold(&last.replace('_', " ")) == folded)
}

//! Parts of a label that are not known: noted, unless they are the misspelt name of another place.

use super::super::error::{Candidate, Reason};
use super::super::gazetteer::Subject;
use super::super::label::{Part, may_be_hours};
use super::super::resolution::{Answer, Resolution};
use super::near;
use super::population::{KNOWN, WELL_KNOWN};
use super::reader::{Meaning, PlaceReader};

impl PlaceReader<'_> {
    /// The resolution with a note for each part that is not known. `Milan, Hyderabd` names two places, of
    /// which one is misspelt: it is refused with both.
    pub(super) fn noting(&self, found: Resolution, meanings: &[Meaning], unknown: &[&Part]) -> Answer {
        let others = unknown.iter().flat_map(|part| self.misspelt(part, &found, meanings));
        let others: Vec<Candidate> = others.collect();
        if !others.is_empty() {
            let mut candidates = vec![found.candidate()];
            candidates.extend(others);
            return Err((Reason::SeveralPlaces, candidates));
        }
        // `Lima, 9-` and `Lima, weekdays` say something about hours.
        if unknown.iter().any(|part| may_be_hours(&part.text) || says_when(&part.text)) {
            return Err((Reason::Unknown, vec![found.candidate()]));
        }
        Ok(unknown.iter().fold(found, |found, part| found.passing_over(&part.text)))
    }

    /// A town that is not known in a region, unless its name is the misspelt one of a well-known place
    /// elsewhere.
    pub(super) fn noting_town(
        &self,
        found: Resolution,
        town: &Part,
        regions: &[Meaning],
        note: &str,
    ) -> Answer {
        let lies_there = |subject| {
            let meaning = Meaning { subject, first: true };
            regions.iter().any(|region| self.lies_in(meaning, *region).is_some())
        };
        let others =
            self.well_known_like(town, |near| near.iter().any(|(_, subject, _)| lies_there(*subject)));
        if others.is_empty() {
            return Ok(found.noted(note));
        }
        let mut candidates = vec![found.candidate()];
        candidates.extend(others);
        Err((Reason::SeveralPlaces, candidates))
    }

    /// The well-known places that a part resembles, unless the best known keeps the time of the place that
    /// was found, as a neighbour does, or it lies in one of them.
    fn misspelt(&self, part: &Part, found: &Resolution, meanings: &[Meaning]) -> Vec<Candidate> {
        let agrees = |zone: &str| self.tzdb.zone(zone).is_ok_and(|zone| self.years.agree(&zone, &found.zone));
        let keeps_it =
            |subject| self.table.zones(subject).iter().any(|(zone, _)| agrees(self.table.zone(*zone)));
        let has_it = |subject| {
            let region = Meaning { subject, first: true };
            meanings.iter().any(|meaning| self.lies_in(*meaning, region).is_some())
        };
        self.well_known_like(part, |near| {
            near.first().is_some_and(|(_, best, _)| keeps_it(*best))
                || near.iter().any(|(_, subject, _)| keeps_it(*subject) && has_it(*subject))
        })
    }

    /// The places that a part resembles, where the best known of them is well known and they are not excused.
    fn well_known_like(
        &self,
        part: &Part,
        is_excused: impl Fn(&[(u64, Subject, &str)]) -> bool,
    ) -> Vec<Candidate> {
        let near::Resembled { slips, found } = near::resembled(self.table, &part.text);
        let enough = if slips <= 1 { KNOWN } else { WELL_KNOWN };
        let is_known = found.first().is_some_and(|(people, ..)| *people >= enough);
        if is_known && !is_excused(&found) { near::places(self.table, &part.text) } else { Vec::new() }
    }
}

/// Words before a date: who is in `Lisbon (until March)` is elsewhere then.
const WHEN: [&str; 20] = [
    "until",
    "till",
    "through",
    "from",
    "since",
    "starting",
    "before",
    "after",
    "as",
    "bis",
    "ab",
    "seit",
    "jusqu",
    "hasta",
    "desde",
    "at\u{e9}",
    "fino",
    "dal",
    "tot",
    "\u{434}\u{43e}",
];

/// Whether words say until or from when.
fn says_when(words: &str) -> bool {
    let mut parts = words.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let first = parts.next().unwrap_or_default().to_lowercase();
    WHEN.contains(&&*first) && parts.next().is_some()
}

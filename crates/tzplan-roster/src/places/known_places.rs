//! What the table of places knows: places, airports, and Windows' names of times.

use std::sync::LazyLock;

use super::error::{Candidate, Reason};
use super::gazetteer::{Gazetteer, Subject};
use super::label;
use super::reading::{PlaceReader, near_places};
use super::resolution::{Answer, How, Resolution};
use super::resolver::Resolver;
use crate::word_table::WordTable;

/// Parts of cities of this many people go by sides: `North London`.
const LARGE_CITY: u64 = 500_000;

const TSV: &str = include_str!("../../data/windows_notes.tsv");

/// Notes on Windows' names that mean something else where they are not Windows'.
static WINDOWS_NOTES: LazyLock<WordTable<&'static str>> = LazyLock::new(|| WordTable::of(TSV, Some));

impl Resolver<'_> {
    pub(super) fn reader(&self) -> PlaceReader<'_> {
        PlaceReader { tzdb: self.tzdb, years: self.years, table: Gazetteer::get() }
    }

    pub(super) fn place(&self, text: &str) -> Option<Answer> {
        let answer = self.reader().read(text)?;
        // `ORD` is no village of Nebraska.
        if matches!(&answer, Err((Reason::Ambiguous, only)) if only.len() == 1)
            && Gazetteer::get().airport(text).is_some()
        {
            return None;
        }
        // Three letters of a country that are an airport's too: `IND` is India and Indianapolis.
        if let (Ok(place), Some(airport)) = (&answer, Gazetteer::get().airport(text))
            && place.how == How::Country
            && let Ok(zone) = self.tzdb.zone(airport)
            && !self.years.agree(&zone, &place.zone)
        {
            let name = place.place.as_ref().map(|place| place.name.clone()).unwrap_or_default();
            let country = Candidate { zone: place.zone.name(), label: name };
            let airport = Candidate { zone: airport.to_owned(), label: format!("the airport {text}") };
            return Some(Err((Reason::Ambiguous, vec![country, airport])));
        }
        Some(answer)
    }

    pub(super) fn windows(&self, folded: &str) -> Option<Answer> {
        let table = Gazetteer::get();
        let zone = table.named(folded).find_map(|(subject, _)| match subject {
            Subject::Windows(zone) => Some(table.zone(zone as u16)),
            _ => None,
        })?;
        let note = WINDOWS_NOTES.get(folded).copied();
        self.tzdb.zone(zone).ok().map(|zone| Ok(Resolution::of_zone(zone, How::Windows, note)))
    }

    pub(super) fn airport(&self, text: &str) -> Option<Answer> {
        let zone = self.tzdb.zone(Gazetteer::get().airport(text)?).ok()?;
        let note = format!("`{text}` is read as an airport in {zone}");
        Some(Ok(Resolution::of_zone(zone, How::Airport, Some(&note))))
    }

    /// `North London`: a large city without the side of it.
    pub(super) fn part_of_a_city(&self, text: &str) -> Option<Answer> {
        let city = label::without_side(text)?;
        let Ok(found) = self.place(city)? else { return None };
        let people = found.place.as_ref().and_then(|place| place.population)?;
        let note = format!("`{text}` is read as {city}");
        (found.how == How::City && people >= LARGE_CITY).then(|| {
            let note = found.note.as_ref().map_or(note.clone(), |known| format!("{note}; {known}"));
            Ok(Resolution { note: Some(note), ..found })
        })
    }

    pub(super) fn near_places(&self, text: &str) -> Vec<Candidate> {
        let parts = label::parts(text);
        let whole = near_places(Gazetteer::get(), text);
        match parts.first() {
            Some(first) if whole.is_empty() && parts.len() > 1 => near_places(Gazetteer::get(), &first.text),
            _ => whole,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_note_is_about_a_name_of_windows() {
        crate::word_table::assert_well_formed(TSV, &WINDOWS_NOTES, true);
        for (name, _) in WINDOWS_NOTES.rows() {
            let mut subjects = Gazetteer::get().named(name);
            assert!(subjects.any(|(subject, _)| matches!(subject, Subject::Windows(_))), "{name}");
        }
    }
}

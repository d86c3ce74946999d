//! What the table of places knows: places, airports, and Windows' names of times.

use std::sync::LazyLock;

use super::error::{Candidate, Reason};
use super::gazetteer::{Gazetteer, Subject};
use super::label;
use super::native_address;
use super::reading::{PlaceReader, near_places};
use super::resolution::{Answer, How, Resolution};
use super::resolver::Resolver;
use super::time_label::TimeLabel;
use super::time_pieces::NamedTime;
use crate::word_table::WordTable;

/// Parts of cities of this many people go by sides: `North London`.
const LARGE_CITY: u64 = 500_000;

/// Of a standard and a summer offset this many of the largest cities are looked at.
const MOST_OF_A_SEASON: usize = 24;

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

    /// Whether words are a name as they stand, of a place or of several with a code behind: `West Chester
    /// PA`.
    pub(super) fn is_name_of_place(&self, words: &str) -> bool {
        let reader = self.reader();
        let parts = reader.words(label::Part::new(words));
        let is_short = |part: &label::Part| !part.folded.contains(' ') && part.is_capitals();
        parts.iter().all(|part| reader.is_known(part)) && !is_short(&parts[parts.len() - 1])
            || parts.len() > 1
                && parts.iter().all(|part| reader.is_known(part) && !self.is_code_of_time(part))
    }

    fn is_code_of_time(&self, part: &label::Part) -> bool {
        part.is_capitals() && !part.text.contains(' ') && self.code(&part.text).is_some()
    }

    /// `Hartford, CT`, `Stamford, CT, USA`: an abbreviation that is the code of the region of the city before
    /// it, or of a region of the country behind it.
    pub(super) fn region_of_abbreviation(&self, text: &str, found: &TimeLabel) -> Option<Answer> {
        let is_time = |part: &label::Part| found.times.contains(&NamedTime::Short(part.text.clone()));
        self.reader().read_in_region(text, is_time)
    }

    /// The zones of people whose clocks keep these offsets, a well-known place for each clock.
    pub(super) fn zones_with(&self, seconds: &[i32]) -> Vec<Candidate> {
        let table = Gazetteer::get();
        let ids: Vec<&str> = table
            .zone_ids()
            .filter(|id| self.tzdb.zone(id).is_ok_and(|zone| self.years.has_exactly(&zone, seconds)))
            .collect();
        let mut found: Vec<Candidate> = Vec::new();
        for city in table.people_of(&ids, MOST_OF_A_SEASON).places {
            let Some(Ok(place)) = self.place(city) else { continue };
            let is_new = |known: &Candidate| {
                self.tzdb.zone(&known.zone).is_ok_and(|zone| !self.years.agree(&zone, &place.zone))
            };
            if self.years.has_exactly(&place.zone, seconds) && found.iter().all(is_new) {
                let zone = place.zone.name();
                found.push(Candidate { zone, label: city.to_owned() });
            }
        }
        found
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

    /// `東京都渋谷区`, `美国纽约`: the place that an address begins with.
    pub(super) fn native_address(&self, text: &str) -> Option<Answer> {
        self.place(&native_address::place_of(text, &self.reader())?)
    }

    pub(super) fn near_places(&self, text: &str) -> Vec<Candidate> {
        if !self.suggests {
            return Vec::new();
        }
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

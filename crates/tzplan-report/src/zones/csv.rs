//! What a label resolves to, and the zones of a database.

use std::io;

use super::json::ZoneAnswer;
use crate::csv::cell::inert;
use crate::csv::rows::{Rows, optional};

const HEADER: [&str; 8] = ["query", "how", "zone", "place", "first", "last", "minutes_ahead_of_utc", "note"];

/// Writes the offsets of the zone that a label resolves to, each with its dates. A label that is no zone makes a row for
/// each candidate, with what it stands for as its place and no dates; one row without a zone where there are none.
///
/// # Errors
///
/// Those of the writer.
pub fn zones(out: &mut dyn io::Write, answer: &ZoneAnswer<'_>) -> io::Result<()> {
    let mut rows = Rows::new(out, &HEADER)?;
    let note = answer.note.as_deref().unwrap_or_default();
    let mut row = |zone: &str, place: &str, [first, last, minutes]: [String; 3]| {
        let [query, zone, place, note] =
            [answer.query, zone, place, note].map(|text| inert(text).into_owned());
        rows.row([query, answer.how.to_owned(), zone, place, first, last, minutes, note])
    };
    let zone = optional(answer.zone.as_ref());
    let place = answer.place.as_ref().map_or("", |place| place.name);
    for offset in &answer.offsets {
        row(&zone, place, [offset.first.to_string(), offset.last.to_string(), offset.minutes.to_string()])?;
    }
    for candidate in &answer.candidates {
        row(&candidate.zone, &candidate.label, Default::default())?;
    }
    if answer.offsets.is_empty() && answer.candidates.is_empty() {
        row(&zone, place, Default::default())?;
    }
    rows.finish()
}

/// Writes the ids of a database.
///
/// # Errors
///
/// Those of the writer.
pub fn zone_list(out: &mut dyn io::Write, ids: &[&str]) -> io::Result<()> {
    let mut rows = Rows::new(out, &["zone"])?;
    for id in ids {
        rows.row([inert(id).into_owned()])?;
    }
    rows.finish()
}

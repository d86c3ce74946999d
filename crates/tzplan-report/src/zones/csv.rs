//! What a label resolves to, and the zones of a database, as tables.

use std::io;

use chrono::NaiveDate;
use serde::Serialize;

use super::{ZoneListDocument, ZonesDocument};
use crate::csv::cell::text;
use crate::csv::table::table;

/// An offset of the zone with its dates. Of a label that is no zone a candidate without dates, what it stands
/// for as its place; where there is none, nothing but the label.
#[derive(Default, Serialize)]
struct OffsetRow<'a> {
    #[serde(serialize_with = "text")]
    query: &'a str,
    how: &'a str,
    #[serde(serialize_with = "text")]
    zone: &'a str,
    #[serde(serialize_with = "text")]
    place: &'a str,
    first: Option<NaiveDate>,
    last: Option<NaiveDate>,
    minutes_ahead_of_utc: Option<i32>,
    #[serde(serialize_with = "text")]
    note: &'a str,
}

/// An id.
#[derive(Default, Serialize)]
struct ZoneRow<'a> {
    #[serde(serialize_with = "text")]
    zone: &'a str,
}

pub(super) fn write(document: &ZonesDocument<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    let row = || OffsetRow {
        query: document.query,
        how: document.how,
        zone: document.zone.as_deref().unwrap_or_default(),
        place: document.place.as_ref().map_or("", |place| place.name),
        note: document.note.as_deref().unwrap_or_default(),
        ..OffsetRow::default()
    };
    let offsets = document.offsets.iter().map(|offset| OffsetRow {
        first: Some(offset.first),
        last: Some(offset.last),
        minutes_ahead_of_utc: Some(offset.minutes),
        ..row()
    });
    let candidates = document.candidates.iter();
    let candidates = candidates.map(|one| OffsetRow { zone: &one.zone, place: &one.label, ..row() });
    let neither = document.offsets.is_empty() && document.candidates.is_empty();
    table(out, offsets.chain(candidates).chain(neither.then(row)))
}

pub(super) fn write_list(document: &ZoneListDocument<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    table(out, document.zones.iter().map(|zone| ZoneRow { zone }))
}

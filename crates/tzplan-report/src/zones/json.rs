//! What a label resolves to.

use std::io;

use chrono::NaiveDate;
use serde::Serialize;

use crate::json::write::write;

/// The ways to read a label, and not to.
#[cfg(feature = "schema")]
const HOW: [&str; 11] = [
    "iana",
    "offset",
    "abbreviation",
    "name",
    "windows",
    "city",
    "state",
    "country",
    "airport",
    "ambiguous",
    "unknown",
];

/// The answer to one query.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "zones"))]
pub struct ZoneAnswer<'a> {
    /// The version of the tz database.
    pub tzdb: &'a str,
    /// What was asked.
    pub query: &'a str,
    /// The zone it resolves to, if it has one meaning.
    pub zone: Option<String>,
    /// How it was read, such as `iana` or `offset`; `unknown` or `ambiguous` without a zone.
    #[cfg_attr(feature = "schema", schemars(extend("enum" = HOW)))]
    pub how: &'a str,
    /// The city, state or country that it is, if it is one.
    pub place: Option<ZonePlace<'a>>,
    /// What a careful reader should know.
    pub note: Option<String>,
    /// What it may have meant, where it has no zone.
    pub candidates: Vec<ZoneCandidate>,
    /// The zone's offsets over the horizon.
    pub offsets: Vec<Offset>,
}

/// A city, a state or a country.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "ZonePlace"))]
pub struct ZonePlace<'a> {
    /// Its name with what it is in.
    pub name: &'a str,
    /// Its country.
    pub country: Option<&'a str>,
    /// How many people live there, to two digits.
    pub population: Option<u64>,
}

/// What a label may have meant.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "ZoneCandidate"))]
pub struct ZoneCandidate {
    /// The zone to write.
    pub zone: String,
    /// What it stands for.
    pub label: String,
}

/// An offset and the dates on which it holds at 12:00 UTC, inclusive.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Offset"))]
pub struct Offset {
    /// The first date.
    pub first: NaiveDate,
    /// The last date.
    pub last: NaiveDate,
    /// Minutes ahead of UTC.
    pub minutes: i32,
}

/// The zones of a database.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "zone-list"))]
pub(crate) struct ZoneList<'a> {
    /// The version of the tz database.
    tzdb: &'a str,
    /// The ids, in order.
    zones: &'a [&'a str],
}

/// Writes the answer to a query.
///
/// # Errors
///
/// Those of the writer.
pub fn zones(out: &mut dyn io::Write, answer: &ZoneAnswer<'_>) -> io::Result<()> {
    write(out, answer)
}

/// Writes the ids of a database.
///
/// # Errors
///
/// Those of the writer.
pub fn zone_list(out: &mut dyn io::Write, tzdb: &str, ids: &[&str]) -> io::Result<()> {
    write(out, &ZoneList { tzdb, zones: ids })
}

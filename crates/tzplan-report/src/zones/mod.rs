//! What a label resolves to, and the zones of a database.
//!
//! Both are plain values that the caller fills in; their public fields are the keys of their JSON.

mod csv;
mod markdown;
mod text;

use serde::Serialize;

use crate::context::Setting;
use crate::document::document;
use crate::json::offset::Offset;
use crate::json::write::itself;
use crate::words::dates;

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
pub struct ZonesDocument<'a> {
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
    /// What to write instead, where it has no zone; not in the JSON.
    #[serde(skip)]
    pub help: Option<String>,
    /// What it may have meant, where it has no zone.
    pub candidates: Vec<ZoneCandidate>,
    /// The zone's offsets over the horizon.
    pub offsets: Vec<Offset>,
    /// Settings made in a file or an environment variable that counted, where they are not the usual ones;
    /// absent where there are none.
    #[serde(skip_serializing_if = "<[Setting]>::is_empty")]
    pub settings: &'a [Setting],
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

/// The zones of a database.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "zone-list"))]
pub struct ZoneListDocument<'a> {
    /// The version of the tz database.
    pub tzdb: &'a str,
    /// The ids, in order.
    pub zones: Vec<&'a str>,
}

impl ZonePlace<'_> {
    /// `Bengaluru, India, 8,500,000 people`, its name as it is shown.
    fn with_population(&self, name: &str) -> String {
        let people = self.population.map(|people| format!(", {} people", dates::number(people)));
        format!("{name}{}", people.unwrap_or_default())
    }
}

document!(ZonesDocument: text::print, itself, csv::write; {});

document!(ZoneListDocument: text::print_list, itself, csv::write_list; {});

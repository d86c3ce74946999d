//! What a label means, and how it was read.

use std::fmt;

use chrono::NaiveDate;
use tzplan::Zone;

use super::error::{Candidate, Reason};

/// What a label means, or what stands against it.
pub(super) type Answer = Result<Resolution, Refusal>;

/// What stands against a label, and what it may mean.
pub(super) type Refusal = (Reason, Vec<Candidate>);

/// A label and the zone it means.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Resolution {
    /// The zone.
    pub zone: Zone,
    /// How the label was read.
    pub how: How,
    /// What the writer may not have meant.
    pub note: Option<String>,
    /// Whether the label gives an offset that the zone has in a part of the year only, as the note says: it may
    /// be meant for all of it.
    pub is_seasonal: bool,
    /// The parts of the label that mean nothing and were passed over, as the note says: `9` of `Lima 9`.
    pub unknown: Vec<String>,
    /// The place that was found, where it was one.
    pub place: Option<Place>,
}

/// A city, a state or a country.
#[derive(Clone, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub struct Place {
    /// Its name with what it is in: `Portland, Oregon, United States`.
    pub name: String,
    /// Its country.
    pub country: Option<&'static str>,
    /// The two letters of its country (ISO 3166).
    pub country_code: Option<&'static str>,
    /// The name of the state or region that it is in, or is.
    pub region: Option<&'static str>,
    /// How many people live there, to two digits; of a state, in its cities.
    pub population: Option<u64>,
}

/// How a label was read.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[non_exhaustive]
pub enum How {
    /// As an IANA id.
    Iana,
    /// As a fixed offset from UTC, which follows no clock changes.
    Offset,
    /// As an abbreviation with one meaning.
    Abbreviation,
    /// As a time's name in words: `Central European Time`.
    Name,
    /// As a Windows name: `India Standard Time`.
    Windows,
    /// As a city.
    City,
    /// As a state or province that keeps one time.
    State,
    /// As a country that keeps one time.
    Country,
    /// As an airport code.
    Airport,
}

impl How {
    /// `iana`, `offset`, `abbreviation`, `name`, `windows`, `city`, `state`, `country` or `airport`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Iana => "iana",
            Self::Offset => "offset",
            Self::Abbreviation => "abbreviation",
            Self::Name => "name",
            Self::Windows => "windows",
            Self::City => "city",
            Self::State => "state",
            Self::Country => "country",
            Self::Airport => "airport",
        }
    }
}

impl fmt::Display for How {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// How to [resolve](super::resolve_with) a label.
#[derive(Clone, Debug, Default)]
pub struct ResolveOptions {
    /// The dates `[from, to)` over which zones whose clocks agree count as one. Default: the five years from
    /// 1 January of the year of the tz database's version.
    pub years: Option<(NaiveDate, NaiveDate)>,
    /// What labels, and abbreviations in labels, mean here, in any case: `PST` as `America/Los_Angeles`. The
    /// meaning is read as a label is. Default none.
    pub read_as: Vec<(String, String)>,
}

impl Resolution {
    /// A zone that is no place.
    pub(super) fn of_zone(zone: Zone, how: How, note: Option<&str>) -> Self {
        Self {
            zone,
            how,
            note: note.map(str::to_owned),
            is_seasonal: false,
            unknown: Vec::new(),
            place: None,
        }
    }

    /// The resolution with one more thing to note.
    pub(super) fn noted(mut self, note: &str) -> Self {
        self.note = Some(self.note.map_or_else(|| note.to_owned(), |first| format!("{first}; {note}")));
        self
    }

    /// The resolution without a part of the label that means nothing.
    #[cfg(feature = "places")]
    pub(super) fn passing_over(mut self, part: &str) -> Self {
        self.unknown.push(part.to_owned());
        self.noted(&format!("`{part}` is not among the places known"))
    }

    /// The zone as a candidate, by the name of the place where it is one.
    pub(super) fn candidate(self) -> Candidate {
        let zone = self.zone.name();
        Candidate { label: self.place.map_or_else(|| zone.clone(), |place| place.name), zone }
    }
}

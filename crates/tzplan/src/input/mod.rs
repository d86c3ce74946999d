//! With the feature `serde`: what a caller puts in is written, and read back with the rules of the
//! constructors.
//!
//! Plain parts stand between: they are read first, as texts and numbers, so that an error about a value can
//! name its field, with the way to it: `[1].posts[0].zone: no zone …`. A field that nobody knows is refused.

mod candidate;
mod named;
mod policy;
mod team;

use std::fmt::Display;

use chrono::NaiveDate;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use crate::dates::DateRange;
use crate::horizon::Horizon;
use crate::hours::WeeklyHours;
use crate::zone::Zone;
use named::{List, named};

/// What is wrong, and where.
type Fault = String;

/// An error with the name of its field before it.
fn within<T, E: Display>(field: &str, result: Result<T, E>) -> Result<T, Fault> {
    result.map_err(|error| named::in_field(field, error))
}

/// The same for one of a list, whose error begins with a field of its own.
fn each<P, T>(field: &str, parts: List<P>, read: impl Fn(P) -> Result<T, Fault>) -> Result<Vec<T>, Fault> {
    let one = |(place, part)| within(&format!("{field}[{place}]"), read(part));
    parts.0.into_iter().enumerate().map(one).collect()
}

fn date(field: &str, text: &str) -> Result<NaiveDate, Fault> {
    text.parse().map_err(|_| format!("{field}: `{text}` is no date; write it like 2026-11-23"))
}

/// Reads an input from its parts, and writes it as those.
macro_rules! through {
    ($type:ty, $parts:ty, $read:expr) => {
        impl Serialize for $type {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                <$parts>::from(self).serialize(serializer)
            }
        }

        impl<'de> Deserialize<'de> for $type {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                $read(<$parts>::deserialize(deserializer)?).map_err(de::Error::custom)
            }
        }
    };
}

use through;

impl<'de> Deserialize<'de> for WeeklyHours {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(de::Error::custom)
    }
}

struct DateRangeParts {
    first: String,
    last: String,
}

named!(DateRangeParts: first, last);

impl DateRangeParts {
    fn read(self) -> Result<DateRange, Fault> {
        let (first, last) = (date("first", &self.first)?, date("last", &self.last)?);
        within("last", DateRange::new(first, last))
    }
}

impl<'de> Deserialize<'de> for DateRange {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        DateRangeParts::deserialize(deserializer)?.read().map_err(de::Error::custom)
    }
}

/// The dates `[from, to)` and the home zone.
#[derive(Serialize)]
struct HorizonParts {
    from: String,
    to: String,
    home: String,
}

named!(HorizonParts: from, to, home);

impl From<&Horizon> for HorizonParts {
    fn from(horizon: &Horizon) -> Self {
        let (from, to) = (horizon.from().to_string(), horizon.to().to_string());
        Self { from, to, home: horizon.home().name() }
    }
}

through!(Horizon, HorizonParts, |parts: HorizonParts| -> Result<Horizon, Fault> {
    let (from, to) = (date("from", &parts.from)?, date("to", &parts.to)?);
    let home: Zone = within("home", Zone::named(&parts.home))?;
    within("to", Horizon::new(from, to, home))
});

//! Time zones: [`Zone`] says how far a place's clocks are from UTC at any instant, [`Tzdb`] where the rules
//! come from.
//!
//! Rules go stale: governments change them several times a year. `Zone` takes them from the embedded IANA
//! database (its version is [`Tzdb::version`]) or from a zoneinfo directory that you name.

#[cfg(feature = "chrono-tz")]
mod chrono_tz_zone;
mod chrono_zone;
mod directory;
mod error;
mod fixed;
mod inhabited;
#[cfg(feature = "jiff")]
mod jiff_zone;
mod offset_range;
mod offset_range_text;
mod offsets;
mod rules;
mod tail;
mod transition;
mod tzdb;
mod tzif;

use std::fmt;
use std::hash::{Hash, Hasher};
use std::str::FromStr;
use std::sync::Arc;

pub use chrono_zone::ZoneOffset;
pub use error::{ZoneError, ZoneErrorKind};
pub use inhabited::countries;
pub(crate) use inhabited::{Inhabited, is_placeless};
pub use offset_range::OffsetRange;
pub use offset_range_text::{OffsetRangeError, OffsetRangeErrorKind};
pub(crate) use offsets::{MinutePiece, minute_pieces};
pub use offsets::{OffsetPiece, OffsetPieces};
use rules::Rules;
pub use tzdb::Tzdb;

/// A time zone: an IANA zone with its rules, or a fixed offset. Cheap to clone (a pointer at most).
///
/// Implements [`chrono::TimeZone`], so that `DateTime<Zone>` works wherever chrono does. Two zones are equal
/// when their name and all their rules are.
///
/// ```
/// use chrono::{TimeZone, Offset};
/// use tzplan::Zone;
///
/// let zone: Zone = "america/vancouver".parse().unwrap();      // any case, links included
/// let winter = zone.with_ymd_and_hms(2026, 12, 1, 9, 0, 0).unwrap();
/// assert_eq!(winter.to_rfc3339(), "2026-12-01T09:00:00-07:00"); // −07:00 for good since 2026
///
/// let fixed: Zone = "UTC+5:45".parse().unwrap();
/// assert_eq!(fixed.to_string(), "UTC+05:45");
/// ```
#[derive(Clone)]
pub struct Zone(Repr);

#[derive(Clone)]
enum Repr {
    /// Seconds ahead of UTC.
    Fixed(i32),
    Rules(Arc<Rules>),
}

impl Zone {
    /// Coordinated universal time.
    pub const UTC: Self = Self(Repr::Fixed(0));

    /// A fixed offset, in minutes ahead of UTC (negative: behind); `None` beyond ±24 h, exclusive.
    pub fn fixed(minutes: i32) -> Option<Self> {
        (-24 * 60 < minutes && minutes < 24 * 60).then(|| Self(Repr::Fixed(minutes * 60)))
    }

    /// A zone of the embedded database; any case, links included.
    ///
    /// # Errors
    ///
    /// [`ZoneError`] when the database has no zone of that name.
    pub fn iana(id: &str) -> Result<Self, ZoneError> {
        Tzdb::bundled().zone(id)
    }

    /// The IANA id in its usual spelling, or `UTC+05:30` for a fixed offset.
    pub fn name(&self) -> String {
        self.to_string()
    }

    /// The fixed offset in seconds ahead of UTC, where that is all the zone is.
    pub fn fixed_offset_seconds(&self) -> Option<i32> {
        match self.0 {
            Repr::Fixed(seconds) => Some(seconds),
            Repr::Rules(_) => None,
        }
    }

    /// The zone of a name: ids come first, since `GMT` and `GMT+0` are ids as well as offsets.
    pub(crate) fn named(name: &str) -> Result<Self, ZoneError> {
        let name = name.trim();
        let out_of_range = || ZoneError::new(ZoneErrorKind::OffsetOutOfRange, name);
        Self::iana(name).or_else(|unknown| match fixed::parse(name) {
            Some(minutes) => Self::fixed(minutes).ok_or_else(out_of_range),
            None => Err(unknown),
        })
    }

    fn from_rules(rules: Arc<Rules>) -> Self {
        Self(Repr::Rules(rules))
    }

    /// Seconds ahead of UTC at an instant (seconds since 1970).
    fn seconds_ahead_at(&self, at: i64) -> i32 {
        match &self.0 {
            Repr::Fixed(seconds) => *seconds,
            Repr::Rules(rules) => rules.offset_at(at),
        }
    }

    fn next_transition_after(&self, at: i64) -> Option<transition::Transition> {
        match &self.0 {
            Repr::Fixed(_) => None,
            Repr::Rules(rules) => rules.next_after(at),
        }
    }
}

impl PartialEq for Zone {
    fn eq(&self, other: &Self) -> bool {
        match (&self.0, &other.0) {
            (Repr::Fixed(a), Repr::Fixed(b)) => a == b,
            (Repr::Rules(a), Repr::Rules(b)) => Arc::ptr_eq(a, b) || a == b,
            _ => false,
        }
    }
}

impl Eq for Zone {}

impl Hash for Zone {
    fn hash<H: Hasher>(&self, state: &mut H) {
        match &self.0 {
            Repr::Fixed(seconds) => seconds.hash(state),
            Repr::Rules(rules) => rules.name.hash(state),
        }
    }
}

impl fmt::Display for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Repr::Fixed(0) => f.pad("UTC"),
            Repr::Fixed(seconds) => {
                let sign = if *seconds < 0 { '-' } else { '+' };
                let minutes = seconds.abs() / 60;
                f.pad(&format!("UTC{sign}{:02}:{:02}", minutes / 60, minutes % 60))
            }
            Repr::Rules(rules) => f.pad(&rules.name),
        }
    }
}

impl fmt::Debug for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Zone({self})")
    }
}

impl FromStr for Zone {
    type Err = ZoneError;

    /// A zone as it is shown: an IANA id of the embedded database, in any case, or a fixed offset in whatever
    /// spelling: `UTC`, `UTC+05:30`, `GMT-3`, `+0530`, `UTC−7`. What people type is read by
    /// [`Tzdb::parse`], which refuses offsets that no clock on Earth has.
    fn from_str(text: &str) -> Result<Self, ZoneError> {
        Self::named(text)
    }
}

/// Written as its name.
#[cfg(feature = "serde")]
impl serde::Serialize for Zone {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// Read from its name, with the rules of the embedded database.
#[cfg(feature = "serde")]
impl<'de> serde::Deserialize<'de> for Zone {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::named(&String::deserialize(deserializer)?).map_err(serde::de::Error::custom)
    }
}

//! Seasons and week patterns: the narrow waist of every decision.
//!
//! Clock changes cut a year into seasons in which a team's week repeats exactly. [`PreparedTeam`] folds a
//! team into [`Profile`]s, finds its [`Season`]s and keeps each profile's ordinary [`Week`]; every analysis
//! starts from it and costs what the distinct profiles cost, not what the heads cost.

mod fold;
mod folded;
mod members;
mod newcomer;
mod part;
mod prepared;
mod profile;
mod track;
mod week;
mod week_table;
mod whole_hours;

use chrono::NaiveDate;

use crate::dates::DateRange;
use crate::minutes::{civil_date, day_number};
pub(crate) use newcomer::Newcomer;
pub use prepared::PreparedTeam;
pub use profile::{Profile, ProfileId};
pub(crate) use track::{Lead, track_of_zone};
pub use week::Week;
pub(crate) use week::{circular_windows, rotated};
pub(crate) use week_table::WeekId;
pub(crate) use whole_hours::WholeHours;

/// A maximal run of civil dates on which every required member's offset, sampled at 12:00 UTC, is unchanged.
///
/// A short stay ([`Stay::is_short`](crate::team::Stay::is_short)) cuts no season: the zone around it counts.
/// Equal offsets later in the year are a new season. A season cut by the horizon's end counts as it is;
/// [`Season::whole_days`] tells how long it really lasts.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Season {
    /// Days since 1970 of the first date.
    first: i32,
    days: u32,
    whole_days: u32,
}

impl Season {
    /// Seasons at least this long, days outside the horizon included, are no drift weeks. Mismatches of the
    /// US and the EU last up to 21 days, of the EU and Australia 28, of the US and New Zealand 42.
    pub const DRIFT_DAYS: u32 = 43;

    /// The first date.
    pub fn first(&self) -> NaiveDate {
        civil_date(self.first)
    }

    /// The last date, inclusive.
    pub fn last(&self) -> NaiveDate {
        civil_date(self.first + self.days as i32 - 1)
    }

    /// Its dates in the horizon.
    pub fn dates(&self) -> DateRange {
        DateRange::of_days(self.first, self.days)
    }

    /// How many dates of the horizon it has.
    pub fn days(&self) -> u32 {
        self.days
    }

    /// How many dates it has when those outside the horizon count too; exact below [`Season::DRIFT_DAYS`], at
    /// least that beyond.
    pub fn whole_days(&self) -> u32 {
        self.whole_days
    }

    /// Whether a date lies in it.
    pub fn contains(&self, date: NaiveDate) -> bool {
        (self.first..self.first + self.days as i32).contains(&day_number(date))
    }

    pub(crate) fn first_day(&self) -> i32 {
        self.first
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for Season {
    /// First and last date, both inclusive, and the counts of days.
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeStruct;
        let mut season = serializer.serialize_struct("Season", 4)?;
        season.serialize_field("first", &self.first())?;
        season.serialize_field("last", &self.last())?;
        season.serialize_field("days", &self.days)?;
        season.serialize_field("whole_days", &self.whole_days)?;
        season.end()
    }
}

//! Meetings that last: recurring slots through a year of clock changes, and what each costs whom.
//!
//! A slot is a weekday and a wall-clock time in an *anchor* zone: it stays there when other clocks change, and so
//! moves for everybody else. Every slot of the week is held against the horizon, occurrence by occurrence; days
//! off and stays abroad count. They rank by what they ask of required members, then of optional ones.

mod cost;
mod meetings;
mod slot;
mod workday;

use chrono::{Weekday, WeekdaySet};

use crate::minutes::Minutes;
use crate::zone::Zone;
pub use cost::Cost;
pub use meetings::Meetings;
pub use slot::{Burden, Occurrence, Slot, SlotPlan};
pub use workday::Demand;

/// What kind of meeting is looked for.
#[derive(Clone, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub struct MeetingOptions {
    /// How long it lasts: 1 minute to 24 hours. Default: 1 hour.
    pub duration: Minutes,
    /// Weekdays of the anchor on which it may be. Default: Monday to Friday.
    pub days: WeekdaySet,
    /// The zone on whose clock it stays. Default: the horizon's home.
    pub anchor: Option<Zone>,
}

impl Default for MeetingOptions {
    fn default() -> Self {
        let days =
            WeekdaySet::from_array([Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri]);
        Self { duration: Minutes::hours(1), days, anchor: None }
    }
}

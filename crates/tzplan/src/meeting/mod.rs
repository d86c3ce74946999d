//! Meetings that last: recurring slots through a year of clock changes, and what each costs whom.
//!
//! A slot is a weekday and a wall-clock time in an *anchor* zone: it stays there when other clocks change,
//! and so moves for everybody else. Every slot of the week is held against the horizon, occurrence by
//! occurrence. They rank by what they ask of required members as if nobody were off or on a [short
//! stay](crate::team::Stay::is_short), then by how many are off, then by the same for optional members: three
//! weeks abroad are an exception, like days off, and move no meeting of a year. (Those of somebody who is on
//! them for half of the dates planned or more are none.) What a slot costs whom, and what time it is for
//! whom, is told of stays, too; turns, which are taken on certain dates, and a meeting that happens once go
//! by them. What an occurrence asks is defined at [`Asked`].
//!
//! | question | answer |
//! |---|---|
//! | Which slots are best? | [`Meetings::ranked`], of these the distinct ones: [`Meetings::choices`] |
//! | What time is that for everybody? | [`Meetings::local_times`] |
//! | What does it ask of them at that time? | [`Meetings::for_whom`] |
//! | Which slot suits each pod by itself? | [`Meetings::in_pods`] |
//! | Whom does a slot cost what, when and why? | [`Meetings::costs`] |
//! | Who is off on which of its dates? | [`Meetings::dates_off`] |
//! | Why is none clean, and what would open one? | [`Meetings::obstacles`], [`Meetings::changes`] |
//! | Who takes the inconvenient hours in turn? | [`Meetings::rotation`] |
//! | When is a single meeting best? | the same with [`MeetingOptions::once`] |
//!
//! # With a quorum
//!
//! Only members *marked* as required are required then; unmarked and optional ones alike count towards the
//! quorum. An occurrence *has its quorum* when, days off aside, at least this many members and everybody
//! marked attend it within their hours. Slots rank first by the occurrences without a quorum, then as ever; a
//! slot is clean when every occurrence has its quorum and is on a workday and within the hours of everybody
//! marked. A quorum of more members than there are is never reached.

mod anchor;
mod asked;
mod best;
mod change;
mod choice;
mod common_days;
mod cost;
mod for_whom;
mod grid;
mod in_pods;
mod lacking;
mod local;
mod meetings;
mod nights;
mod obstacle;
mod occurrences;
mod off;
mod outside;
mod rotation;
mod shape;
mod side;
mod slot;
mod workday;

use chrono::WeekdaySet;

use crate::dates::DateRange;
use crate::minutes::Minutes;
use crate::zone::Zone;
pub use asked::Asked;
pub use change::{ChangeKind, SlotChange};
pub use choice::Choice;
pub use cost::{Cause, Cost};
pub use for_whom::{ForWhom, TimeAsked};
pub use in_pods::PodMeeting;
pub use local::LocalTime;
pub use meetings::Meetings;
pub use obstacle::{Obstacles, Reason, SlotCounts};
pub use off::DateOff;
pub use rotation::{
    Always, Entry, Ledger, Rotation, RotationLimit, RotationOptions, RotationWeek, SingleSlot,
};
pub use side::Side;
pub use slot::{Burden, Occurrence, Slot, SlotPlan};

/// What kind of meeting is looked for.
#[derive(Clone, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub struct MeetingOptions {
    /// How long it lasts: 1 minute to 24 hours. Default: 1 hour.
    pub duration: Minutes,
    /// Weekdays of the anchor on which it may be. Default: the common workdays, those on which at some hour
    /// it is a workday of everybody required (with a quorum: of enough people and everybody marked); where
    /// there is none, those that are anybody's; every day for a meeting that happens once.
    pub days: Option<WeekdaySet>,
    /// The zone on whose clock it stays. Default: the horizon's home.
    pub anchor: Option<Zone>,
    /// How many have to attend within their hours. Default: everybody who is required, and nobody else.
    pub quorum: Option<usize>,
    /// The anchor's dates for a meeting that happens once; they are then looked at instead of the horizon,
    /// those of the years 1900 to 2999. Default: it recurs every week.
    pub once: Option<DateRange>,
}

impl Default for MeetingOptions {
    fn default() -> Self {
        Self { duration: Minutes::hours(1), days: None, anchor: None, quorum: None, once: None }
    }
}

//! Slots, their occurrences, and what they ask in all.

use chrono::{Datelike, NaiveDate, Weekday};

use super::Demand;
use crate::clock::ClockTime;
use crate::minutes::{Minutes, UtcMinute};

/// A weekday and a time on the anchor's clock, every week or on one date alone. Ordered by date, weekday and
/// time.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Slot {
    /// The only date, for a meeting that happens once.
    pub date: Option<NaiveDate>,
    day: u8,
    /// When it starts on the anchor's clock.
    pub time: ClockTime,
}

impl Slot {
    /// Every week at a time of a weekday; 24:00 is the end of that day.
    pub fn weekly(day: Weekday, time: ClockTime) -> Self {
        Self { date: None, day: day.num_days_from_monday() as u8, time }
    }

    /// Once, at a time of a date.
    pub fn once(date: NaiveDate, time: ClockTime) -> Self {
        Self { date: Some(date), ..Self::weekly(date.weekday(), time) }
    }

    /// The weekday on which it starts.
    pub fn day(&self) -> Weekday {
        Weekday::try_from(self.day).expect("0..7 by construction")
    }
}

/// What a slot asks of some members through the horizon; less is better, compared in this order.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Burden {
    /// Occurrences missed, each by each member.
    pub missed: u64,
    /// The longest stretch of anybody's day.
    pub worst: Minutes,
    /// Minutes of stretch, of all members and occurrences.
    pub total: u64,
}

/// A slot with its costs.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct SlotPlan {
    /// When it is.
    pub slot: Slot,
    /// Occurrences without their quorum; 0 where none is asked for.
    pub without_quorum: u64,
    /// What it asks of required members.
    pub required: Burden,
    /// What it asks of the others.
    pub optional: Burden,
}

impl SlotPlan {
    /// Whether nobody required ever misses it or works longer for it, and every occurrence has its quorum.
    pub fn is_clean(&self) -> bool {
        self.without_quorum == 0 && self.required == Burden::default()
    }

    /// Less is better; ties go to the earlier slot.
    pub(super) fn rank(&self) -> (u64, Burden, Burden, Slot) {
        (self.without_quorum, self.required, self.optional, self.slot)
    }
}

/// A slot on one date.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Occurrence {
    /// The anchor's date.
    pub date: NaiveDate,
    /// Its first instant: that at which the anchor's clock reads the time or later.
    pub start: UtcMinute,
    /// The first instant after it.
    pub end: UtcMinute,
}

impl Burden {
    pub(super) fn add(&mut self, demand: Demand, heads: u64) {
        if heads == 0 {
            return;
        }
        match demand {
            Demand::Missed => self.missed += heads,
            Demand::Stretch(minutes) => {
                self.worst = self.worst.max(Minutes(minutes));
                self.total += u64::from(minutes) * heads;
            }
        }
    }
}

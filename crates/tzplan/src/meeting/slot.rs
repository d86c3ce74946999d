//! Slots, their occurrences, and what they ask in all.

use chrono::{NaiveDate, Weekday};

use super::Demand;
use crate::minutes::{Minutes, UtcMinute};

/// A weekday and a time on the anchor's clock.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Slot {
    /// The weekday on which it starts.
    pub day: Weekday,
    /// Minutes after 00:00.
    pub time: u16,
}

impl Slot {
    /// `15:00`.
    pub fn time_of_day(&self) -> String {
        format!("{:02}:{:02}", self.time / 60, self.time % 60)
    }
}

/// What a slot asks of some members through the horizon; less is better, compared in this order.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
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
    /// What it asks of required members.
    pub required: Burden,
    /// What it asks of optional members.
    pub optional: Burden,
}

impl SlotPlan {
    /// Whether nobody required ever misses it or works longer for it.
    pub fn is_clean(&self) -> bool {
        self.required == Burden::default()
    }
}

/// A slot on one date.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
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

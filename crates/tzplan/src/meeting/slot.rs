//! Slots, their occurrences, and what they ask in all.

use chrono::{Datelike, NaiveDate, Weekday};

use super::Asked;
use crate::clock::ClockTime;
use crate::minutes::{Minutes, UtcMinute};

/// A weekday and a time on the anchor's clock, every week or on one date alone. Ordered by date, weekday and
/// time.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
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

    /// The same at another time.
    pub(super) fn at(self, time: ClockTime) -> Self {
        Self { time, ..self }
    }

    /// The weekday on which it starts.
    pub fn day(&self) -> Weekday {
        Weekday::try_from(self.day).expect("0..7 by construction")
    }
}

/// What a slot asks of some members through the horizon, as if nobody were off, and how often they are; less
/// is better, compared in the order of the fields.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Burden {
    /// Occurrences on a date that is no workday, each of each member.
    pub no_workday: u64,
    /// Minutes at night, of all members and occurrences.
    pub night: u64,
    /// Minutes outside reasonable hours, of all members and occurrences.
    pub unreasonable: u64,
    /// The longest stretch of anybody's day.
    pub worst: Minutes,
    /// Minutes of stretch, of all members and occurrences.
    pub total: u64,
    /// Occurrences on a date off, each of each member.
    pub off: u64,
}

/// A slot with its costs.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub struct SlotPlan {
    /// When it is.
    pub slot: Slot,
    /// Occurrences without their quorum, as if nobody were off; 0 where none is asked for.
    pub without_quorum: u64,
    /// What it asks of required members.
    pub required: Burden,
    /// What it asks of the others.
    pub optional: Burden,
}

impl SlotPlan {
    /// Whether, as if nobody were off, it is a workday of everybody required and within their hours every
    /// time, and every occurrence has its quorum. Dates off spoil nothing where it recurs
    /// ([`Meetings::dates_off`] tells them); of a meeting that happens once nobody required is off either.
    ///
    /// [`Meetings::dates_off`]: super::Meetings::dates_off
    pub fn is_clean(&self) -> bool {
        let Burden { no_workday, worst, off, .. } = self.required;
        let missed = no_workday + if self.slot.date.is_some() { off } else { 0 };
        self.without_quorum == 0 && missed == 0 && worst == Minutes::ZERO
    }

    /// Less is better; ties go to the earlier slot. Whoever is off misses the only occurrence of a meeting
    /// that happens once, as on a date that is no workday.
    pub(super) fn rank(&self) -> (u64, [(u64, Burden); 2], Slot) {
        let key = |burden: Burden| match self.slot.date {
            Some(_) => (burden.no_workday + burden.off, burden),
            None => (burden.no_workday, burden),
        };
        (self.without_quorum, [key(self.required), key(self.optional)], self.slot)
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
    pub(super) fn add(&mut self, asked: Asked, heads: u64) {
        if heads == 0 {
            return;
        }
        self.no_workday += u64::from(asked.no_workday) * heads;
        self.night += u64::from(asked.night.get()) * heads;
        self.unreasonable += u64::from(asked.unreasonable.get()) * heads;
        self.worst = self.worst.max(asked.stretch);
        self.total += u64::from(asked.stretch.get()) * heads;
        self.off += u64::from(asked.off) * heads;
    }
}

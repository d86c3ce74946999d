//! Why no slot is clean.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::change::Terms;
use super::grid::Grid;
use super::lacking::candidates;
use super::{Asked, Meetings, Occurrence};
use crate::team::ScheduleId;
use crate::words::words;

/// What stands in the way of a clean slot: the first that holds.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "kebab-case"))]
#[non_exhaustive]
pub enum Reason {
    /// The quorum is larger than the team.
    QuorumTooLarge,
    /// Only days off, on every date looked at for a meeting that happens once. They spoil no slot that
    /// recurs.
    DaysOff,
    /// On each of the weekdays (or dates) looked at, somebody required misses every slot, days off aside, or
    /// too few for the quorum do not.
    NoSharedWeekday,
    /// Everybody works on some of these days, but not at the same time all year.
    OutsideHours,
}

words!(Reason {
    QuorumTooLarge = "quorum-too-large",
    DaysOff = "days-off",
    NoSharedWeekday = "no-shared-weekday",
    OutsideHours = "outside-hours",
});

/// Why no slot is clean.
#[derive(Clone, PartialEq, Eq, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Obstacles {
    /// What stands in the way.
    pub reason: Reason,
    /// For each schedule of somebody required (with a quorum, of anybody), in order: their slots.
    #[cfg_attr(feature = "serde", serde(rename = "people"))]
    pub members: Vec<SlotCounts>,
}

/// How many of the slots suit those with a schedule, and why the others do not: each slot counts once, for
/// the first reason that holds. Days off spoil no slot that recurs: those of which some date is off suit, and
/// are counted once more.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct SlotCounts {
    /// Whose schedule it is.
    pub schedule: ScheduleId,
    /// Slots of which they miss an occurrence even without days off: they do not work on that day.
    pub no_workday: u32,
    /// Slots for which they would have to work longer at some time of the year.
    pub outside_hours: u32,
    /// Slots always within their hours, of which they miss an occurrence for a day off. Of slots that recur
    /// they are among those that suit; of a meeting that happens once they do not.
    pub day_off: u32,
    /// Slots that suit: always within their hours, as if nobody were off.
    pub suit: u32,
}

impl Meetings {
    /// Why no slot is clean; `None` where one is, or where no slot is looked at.
    ///
    /// # Complexity
    ///
    /// That of [`Meetings::ranked`].
    pub fn obstacles(&self) -> Option<Obstacles> {
        let counts = |crowd: usize| self.quorum() > 0 || self.crowds[crowd].heads.required > 0;
        let concerned: Vec<usize> = (0..self.crowds.len()).filter(|crowd| counts(*crowd)).collect();
        let count = |schedule| SlotCounts { schedule, no_workday: 0, outside_hours: 0, day_off: 0, suit: 0 };
        let mut members: Vec<_> = concerned.iter().map(|crowd| count(self.crowds[*crowd].schedule)).collect();
        let (terms, grid) = (Terms::of(self), Grid::new(self, self.days, self.options.duration));
        let slots = self.lacking(self.days, self.options.duration);
        let mut reason = None;
        for slot in candidates(&slots, None) {
            if self.left_out(slot, &terms).is_some() {
                return None;
            }
            let suits = |occurrence: &Occurrence| self.suits(occurrence, &terms, Asked::ordinarily);
            if self.occurrences(slot).iter().all(suits) {
                reason = Some(Reason::DaysOff);
            }
        }
        // Who comes to some slot of a day, days off aside.
        let mut working: BTreeMap<(Option<NaiveDate>, u8), Vec<bool>> = BTreeMap::new();
        for (crowd, counts) in concerned.iter().zip(&mut members) {
            for ((slot, _), worst) in slots.iter().zip(grid.worst(&self.crowds[*crowd])) {
                let day = working
                    .entry((slot.date, slot.day().num_days_from_monday() as u8))
                    .or_insert_with(|| vec![false; self.crowds.len()]);
                day[*crowd] |= !worst.no_workday;
                let is_off = worst.off;
                let counted = match worst {
                    Asked { no_workday: true, .. } => &mut counts.no_workday,
                    worst if !worst.is_within_hours() => &mut counts.outside_hours,
                    _ if is_off && slot.date.is_some() => &mut counts.day_off,
                    _ => {
                        counts.day_off += u32::from(is_off);
                        &mut counts.suit
                    }
                };
                *counted += 1;
            }
        }
        if working.is_empty() {
            return None;
        }
        let everybody: u64 = self.crowds.iter().map(|crowd| crowd.heads.all()).sum();
        let shared = working.values().any(|working| {
            let there = |crowd: &usize| working[*crowd];
            let heads: u64 =
                (0..self.crowds.len()).filter(there).map(|crowd| self.crowds[crowd].heads.all()).sum();
            heads >= self.quorum()
                && concerned.iter().all(|crowd| there(crowd) || self.crowds[*crowd].heads.required == 0)
        });
        let reason = match reason {
            _ if self.quorum() > everybody => Reason::QuorumTooLarge,
            Some(days_off) => days_off,
            None if !shared => Reason::NoSharedWeekday,
            None => Reason::OutsideHours,
        };
        Some(Obstacles { reason, members })
    }
}

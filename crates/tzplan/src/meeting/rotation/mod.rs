//! Taking the inconvenient hours in turn: one slot a week, so that nobody stretches their day much more than
//! others.

mod bound;
mod ledger;
mod search;

use chrono::NaiveDate;

use super::workday::Crowd;
use super::{Demand, Meetings, Occurrence, Slot};
use crate::minutes::Minutes;
use crate::team::{ScheduleId, Team};
use bound::Turn;
pub use ledger::{Entry, Ledger};
use search::{Found, Problem};

/// The most partial rotations kept from week to week unless said otherwise.
const KEPT: usize = 1_000;

/// Beyond what anybody stretches in a life; sums of it are far from what 64 bits count.
const MOST_CARRIED: u64 = u32::MAX as u64;

/// How a rotation is looked for.
#[derive(Clone, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub struct RotationOptions {
    /// How many weeks it has, from the horizon's first date on; each of seven days. Default: 8.
    pub weeks: usize,
    /// The slots to choose from, weekly ones. Default: all that are looked at.
    pub slots: Option<Vec<Slot>>,
    /// Minutes of stretch carried in from earlier rotations, by the members' places in the roster; those
    /// beyond its end carry nothing. Default: nobody carries anything.
    pub carried: Vec<u64>,
    /// A bound on the work: how many partial rotations are kept from week to week. Where more would matter,
    /// the result is the best found, and says so. Default: 1,000.
    pub kept: usize,
}

impl Default for RotationOptions {
    fn default() -> Self {
        Self { weeks: 8, slots: None, carried: Vec::new(), kept: KEPT }
    }
}

/// One slot a week.
#[derive(Clone, PartialEq, Eq, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Rotation {
    /// The weeks, in order.
    pub weeks: Vec<RotationWeek>,
    /// Occurrences missed, each by each member: the least there can be.
    pub missed: u64,
    /// The largest cumulative stretch of any member, carried-in minutes included.
    pub largest: u64,
    /// The stretch of all members in these weeks, carried-in minutes not included.
    pub total: u64,
    /// Whether no rotation is better. Otherwise it is the best found.
    pub exact: bool,
    /// No rotation with so few missed occurrences has a smaller `largest`; equal to it where `exact`.
    pub bound: u64,
}

/// A week of a rotation.
#[derive(Clone, PartialEq, Eq, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct RotationWeek {
    /// The first date of the week.
    pub first: NaiveDate,
    /// The slot chosen.
    pub slot: Slot,
    /// When it is in this week.
    pub occurrence: Occurrence,
    /// What it asks of those with each schedule that somebody has, in order.
    pub demands: Vec<(ScheduleId, Demand)>,
}

impl Meetings {
    /// The sequence of slots, one a week, that minimises the occurrences missed by all members, then the
    /// largest cumulative stretch of any member (carried-in minutes included), then the total; of equal ones
    /// the first in the order of slots, week by week. Optional members count like required ones, a quorum
    /// plays no part.
    ///
    /// Weeks are the seven dates from the horizon's first date on, and so forth. `None` where one of the
    /// weeks has no slot to choose (the horizon ends before it), for no week at all, and for a meeting that
    /// happens once.
    ///
    /// # Complexity
    ///
    /// Each week, the partial rotations kept × slots that differ in what they ask. Exact while those that no
    /// other one beats fit into [`RotationOptions::kept`]: always for a handful of schedules.
    ///
    /// ```
    /// use tzplan::meeting::{MeetingOptions, Meetings, RotationOptions};
    /// use tzplan::{Horizon, Member, Policy, PreparedTeam, Team, Zone};
    /// let mut team = Team::new();
    /// team.add(Member::new("Ben", Zone::iana("Europe/Berlin").unwrap()));
    /// team.add(Member::new("Yui", Zone::iana("Asia/Tokyo").unwrap()));
    /// let horizon = Horizon::year("2026-11-23".parse().unwrap(), Zone::UTC).unwrap();
    /// let meetings = Meetings::new(&PreparedTeam::new(&team, horizon), &Policy::default(), &MeetingOptions::default());
    /// let mut options = RotationOptions::default();
    /// options.weeks = 2;
    /// // Berlin's day begins at 8 UTC, when Tokyo's ends: an hour has to be bridged every week.
    /// let rotation = meetings.rotation(&options).unwrap();
    /// assert!(rotation.exact);
    /// assert_eq!((rotation.missed, rotation.largest, rotation.total), (0, 60, 120));
    /// // Carrying 30 minutes, Ben has less to give.
    /// options.carried = vec![30, 0];
    /// assert_eq!(meetings.rotation(&options).unwrap().largest, 75);
    /// ```
    pub fn rotation(&self, options: &RotationOptions) -> Option<Rotation> {
        if self.options().once.is_some() || options.weeks == 0 {
            return None;
        }
        let slots = options.slots.clone().unwrap_or_else(|| self.slots().collect());
        let mut sorted: Vec<Slot> = slots.into_iter().filter(|slot| slot.date.is_none()).collect();
        sorted.sort_unstable();
        sorted.dedup();
        let occurrences: Vec<Vec<Occurrence>> = sorted.iter().map(|slot| self.occurrences(*slot)).collect();
        let mut weeks: Vec<Vec<Turn>> = Vec::new();
        for week in 0..options.weeks {
            let turns = sorted.iter().zip(&occurrences);
            let turns = turns.filter_map(|(slot, dates)| Some(self.turn(*slot, dates.get(week)?)));
            weeks.push(turns.collect());
            if weeks[week].is_empty() {
                return None;
            }
        }
        let problem = Problem {
            heads: self.crowds.iter().map(Crowd::heads).collect(),
            carried: self.carried(options),
            weeks,
        };
        let Found { turns, missed, largest, total, exact, bound } =
            search::search(&problem, options.kept.max(1));
        let weeks = turns.into_iter().enumerate().map(|(week, turn)| {
            let asked = self.crowds.iter().map(|crowd| (crowd.schedule, crowd.demand(&turn.occurrence)));
            let first = self.horizon().from() + chrono::Days::new(week as u64 * 7);
            RotationWeek { first, slot: turn.slot, occurrence: turn.occurrence, demands: asked.collect() }
        });
        Some(Rotation { weeks: weeks.collect(), missed, largest, total, exact, bound })
    }

    fn turn(&self, slot: Slot, occurrence: &Occurrence) -> Turn {
        let (mut missed, mut stretches) = (0, Vec::with_capacity(self.crowds.len()));
        for crowd in &self.crowds {
            match crowd.demand(occurrence) {
                Demand::Missed => {
                    missed += crowd.heads();
                    stretches.push(0);
                }
                Demand::Stretch(minutes) => stretches.push(minutes),
            }
        }
        Turn { slot, occurrence: *occurrence, missed, stretches }
    }

    /// The most that anybody with each schedule carries.
    fn carried(&self, options: &RotationOptions) -> Vec<u64> {
        let mut most = vec![0; self.crowds.len()];
        for (schedule, carried) in self.schedule_of.iter().zip(&options.carried) {
            if let Ok(place) = self.crowds.binary_search_by_key(schedule, |crowd| crowd.schedule) {
                most[place] = most[place].max(*carried).min(MOST_CARRIED);
            }
        }
        most
    }
}

impl Rotation {
    /// Every member's stretch by week, with what they carry in: in roster order.
    ///
    /// # Panics
    ///
    /// When the team is not the one that the rotation is for.
    pub fn ledger(&self, team: &Team, carried: &[u64]) -> Ledger {
        Ledger::new(self, team, carried)
    }
}

impl RotationWeek {
    /// What it asks of those with a schedule; `None` when nobody has it.
    pub fn demand(&self, schedule: ScheduleId) -> Option<Demand> {
        let place = self.demands.binary_search_by_key(&schedule, |(id, _)| *id).ok()?;
        Some(self.demands[place].1)
    }

    /// The longest stretch of anybody's day.
    pub fn longest(&self) -> Minutes {
        let stretch = |(_, demand): &(_, Demand)| match demand {
            Demand::Stretch(minutes) => *minutes,
            Demand::Missed => 0,
        };
        Minutes(self.demands.iter().map(stretch).max().unwrap_or(0))
    }
}

//! Taking the inconvenient hours in turn: one slot a week, so that nobody gives much more than others.

mod answer;
mod bound;
mod cumulative;
mod ledger;
mod problem;
mod search;
mod single;

use chrono::Days;

use super::workday::Crowd;
use super::{Asked, Meetings, Occurrence, Slot, SlotPlan};
use crate::minutes::Minutes;
pub use answer::{Always, Rotation, RotationLimit, RotationOptions, RotationWeek, SingleSlot};
pub use ledger::{Entry, Ledger};
use problem::{Gathering, Turn};
use search::Found;

/// By how much a turn may stretch somebody's day beyond what the best single slot asks at worst.
const FURTHER: Minutes = Minutes::hours(1);

/// Beyond what anybody stretches in a life; sums of it are far from what 64 bits count.
const MOST_CARRIED: u64 = u32::MAX as u64;

impl Meetings {
    /// The sequence of slots, one a week, that is fairest to required members, so that turns are taken in
    /// turn. The slots to choose from come with their costs: all or some of [`Meetings::ranked`], in any
    /// order.
    ///
    /// # The cap
    ///
    /// The best single slot is the first in the ranking of those to choose from. A turn asks nobody, as if
    /// nobody were off, for more night minutes or more unreasonable minutes than that slot asks of anybody at
    /// worst over the horizon, or for a stretch more than an hour beyond its worst. So there always is a
    /// turn: that slot.
    ///
    /// # The order
    ///
    /// Of all sequences of such turns the one with the fewest occurrences missed (no workday, or off), then
    /// the least of: the most cumulative night minutes of any member, the largest cumulative stretch of any
    /// member (carried-in minutes included in both), the night minutes of all, the stretch of all, the
    /// largest cumulative stretch after the first week, after the second, and so on; of equal ones the first
    /// in the order of slots, week by week. Whoever misses an occurrence gives nothing to it. Optional
    /// members do not count, and a quorum plays no part but in the choice of the best single slot.
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
    /// let (policy, options) = (Policy::default(), MeetingOptions::default());
    /// let meetings = Meetings::new(&PreparedTeam::new(&team, horizon), &policy, &options);
    /// let mut options = RotationOptions::default();
    /// options.weeks = 2;
    /// // Berlin's day begins at 8 UTC, when Tokyo's ends: an hour has to be bridged every week.
    /// let slots = meetings.ranked();
    /// let rotation = meetings.rotation(&slots, &options).unwrap();
    /// assert!(rotation.exact);
    /// assert_eq!((rotation.no_workday + rotation.off, rotation.largest, rotation.total), (0, 60, 120));
    /// // Carrying 30 minutes, Ben has less to give.
    /// options.carried = vec![30, 0];
    /// assert_eq!(meetings.rotation(&slots, &options).unwrap().largest, 75);
    /// ```
    pub fn rotation(&self, slots: &[SlotPlan], options: &RotationOptions) -> Option<Rotation> {
        if self.options().once.is_some() || options.weeks == 0 {
            return None;
        }
        let weekly = || slots.iter().filter(|plan| plan.slot.date.is_none());
        let best = weekly().min_by_key(|plan| plan.rank())?;
        let limit = self.limit(best.slot);
        let mut sorted: Vec<Slot> = weekly().map(|plan| plan.slot).collect();
        sorted.sort_unstable();
        sorted.dedup();
        let occurrences: Vec<Vec<Occurrence>> = sorted.iter().map(|slot| self.occurrences(*slot)).collect();
        let heads: Vec<u64> = self.dated().iter().map(|crowd| crowd.heads.turns).collect();
        let mut gathering = Gathering::new(heads);
        let mut spares: Vec<Vec<bool>> = Vec::new();
        for week in 0..options.weeks {
            let first = self.horizon().from() + Days::new(week as u64 * 7);
            let in_week = |one: &&Occurrence| (0..7).contains(&(one.date - first).num_days());
            let there = sorted.iter().zip(&occurrences);
            let there = there.filter_map(|(slot, all)| Some((*slot, *all.iter().find(in_week)?)));
            let turns = self.turns(there, &limit);
            if turns.is_empty() {
                return None;
            }
            let crowds = 0..self.dated().len();
            spares.push(crowds.map(|crowd| turns.iter().any(|turn| self.spares(turn, crowd))).collect());
            gathering.add(turns);
        }
        let carried = [self.carried(&options.carried_night), self.carried(&options.carried)];
        let problem = gathering.problem(&carried);
        let Found { turns, value: [largest_night, largest, total_night, total], exact, bound } =
            search::search(&problem, options.kept.max(1));
        let (mut no_workday, mut off) = (0, 0);
        let weeks = turns.into_iter().enumerate().map(|(week, turn)| {
            let of = |crowd: &Crowd| crowd.asked(&turn.occurrence, &self.outside);
            for crowd in self.dated() {
                no_workday += crowd.heads.turns * u64::from(of(crowd).no_workday);
                off += crowd.heads.turns * u64::from(of(crowd).off);
            }
            RotationWeek {
                first: self.horizon().from() + Days::new(week as u64 * 7),
                slot: turn.slot,
                occurrence: turn.occurrence,
                asked: self.dated().iter().map(|crowd| (crowd.schedule, of(crowd))).collect(),
            }
        });
        let weeks: Vec<RotationWeek> = weeks.collect();
        Some(Rotation {
            always: self.always(&weeks, &spares),
            single: self.single(slots, options.weeks)?,
            at_night: self.at_night(&weeks),
            weeks,
            limit,
            no_workday,
            off,
            largest_night,
            largest,
            total_night,
            total,
            exact,
            bound_night: bound[0],
            bound: bound[1],
            carried: options.carried.clone(),
            carried_night: options.carried_night.clone(),
        })
    }

    /// Whether a turn, not yet in a problem, asks those with a schedule for nothing.
    fn spares(&self, turn: &Turn, crowd: usize) -> bool {
        [crowd, self.dated().len() + crowd].iter().all(|place| turn.minutes[*place] == 0)
    }

    /// Who gives in each of the weeks in which they are there, and in how many of these another turn would
    /// have spared them.
    fn always(&self, weeks: &[RotationWeek], spares: &[Vec<bool>]) -> Vec<Always> {
        let of = |(place, crowd): (usize, &Crowd)| {
            let asked = weeks.iter().zip(spares).map(|(week, spares)| (week.asked[place].1, spares[place]));
            let there: Vec<(Asked, bool)> = asked.filter(|(asked, _)| !asked.is_missed()).collect();
            let gives = !there.is_empty() && there.iter().all(|(asked, _)| !asked.is_within_hours());
            let spared_in = there.iter().filter(|(_, spared)| *spared).count();
            (gives && crowd.heads.turns > 0).then_some(Always { schedule: crowd.schedule, spared_in })
        };
        self.dated().iter().enumerate().filter_map(of).collect()
    }

    /// What the best slot asks of anybody at worst, and an hour of stretch more.
    fn limit(&self, best: Slot) -> RotationLimit {
        let nothing = Minutes::ZERO;
        let mut limit = RotationLimit { stretch: nothing, night: nothing, unreasonable: nothing };
        for occurrence in self.occurrences(best) {
            for crowd in self.dated().iter().filter(|crowd| crowd.heads.turns > 0) {
                let asked = crowd.asked(&occurrence, &self.outside);
                limit.stretch = limit.stretch.max(asked.stretch);
                limit.night = limit.night.max(asked.night);
                limit.unreasonable = limit.unreasonable.max(asked.unreasonable);
            }
        }
        limit.stretch.0 += FURTHER.get();
        limit
    }

    /// The slots of a week that the fewest miss, within the limit.
    fn turns(&self, there: impl Iterator<Item = (Slot, Occurrence)>, limit: &RotationLimit) -> Vec<Turn> {
        let (mut fewest, mut found) = (u64::MAX, Vec::new());
        for (slot, occurrence) in there {
            let Some(missed) = self.missed(&occurrence, limit, fewest) else { continue };
            if missed < fewest {
                (fewest, found) = (missed, Vec::new());
            }
            found.push((slot, occurrence));
        }
        let turn = |(slot, occurrence)| {
            let asked = |crowd: &Crowd| match crowd.heads.turns {
                0 => Asked::default(),
                _ => crowd.asked(&occurrence, &self.outside).given(),
            };
            let given: Vec<Asked> = self.dated().iter().map(asked).collect();
            let night = given.iter().map(|given| given.night.get());
            let minutes = night.chain(given.iter().map(|given| given.stretch.get())).collect();
            Turn { slot, occurrence, minutes }
        };
        found.into_iter().map(turn).collect()
    }

    /// How many who take turns miss an occurrence; `None` where it is beyond the limit, or they are more than
    /// `most`.
    fn missed(&self, occurrence: &Occurrence, limit: &RotationLimit, most: u64) -> Option<u64> {
        let mut missed = 0;
        for crowd in self.dated().iter().filter(|crowd| crowd.heads.turns > 0) {
            let asked = crowd.asked(occurrence, &self.outside);
            missed += crowd.heads.turns * u64::from(asked.is_missed());
            if missed > most || !limit.allows(&asked) {
                return None;
            }
        }
        Some(missed)
    }

    /// The most that any of those with each schedule who take turns carry, by the members' places.
    fn carried(&self, carried: &[u64]) -> Vec<u64> {
        let mut most = vec![0; self.dated().len()];
        for ((schedule, takes_turns), carried) in self.members.iter().zip(carried) {
            let place = self.dated().binary_search_by_key(schedule, |crowd| crowd.schedule);
            if let (Ok(place), true) = (place, takes_turns) {
                most[place] = most[place].max(*carried).min(MOST_CARRIED);
            }
        }
        most
    }
}

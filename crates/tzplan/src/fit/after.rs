//! The team after somebody joined, their day moved by some minutes all year or not at all.

use std::borrow::Cow;
use std::cell::OnceCell;

use super::Asked;
use super::ladder::Brought;
use super::near::{Near, pair};
use super::opening::{HalfShared, Joinable, Opening};
use super::reach::Reach;
use crate::interval::IntervalSet;
use crate::lineup::{Joining, Lineup, Meeting};
use crate::minutes::{Minutes, PerDay, WeekMinute};
use crate::pods::{self, Aim};
use crate::season::{Week, rotated};
use crate::shift::Plans;
use crate::verdict::{Model, Standing};

/// A candidate with their day moved.
pub(super) struct MovedCandidate<'c> {
    opening: &'c Opening,
    joining: &'c Joining,
    near: &'c Near<'c>,
    by: i32,
    /// By week.
    patterns: Vec<Cow<'c, IntervalSet<WeekMinute>>>,
    together: OnceCell<Option<Together>>,
}

/// How everybody overlaps, naturally or with shifts.
pub(super) struct Together {
    pub(super) model: Model,
    /// By slot of the team, the candidate last: what the plans ask, in minutes from the stated hours.
    asked: Vec<i32>,
    /// By meeting: the cheapest plan, where it is affordable; by slot, the candidate last, in minutes on top
    /// of a move made already. Empty where nobody moves.
    pub(super) shifts: Vec<Option<Vec<i32>>>,
}

impl<'c> MovedCandidate<'c> {
    /// Somebody joining, with their day moved by so many minutes.
    pub(super) fn new(opening: &'c Opening, joining: &'c Joining, near: &'c Near<'c>, by: i32) -> Self {
        let weeks = joining.newcomer.weeks().iter();
        let pattern = |week: &'c Week| match by {
            0 => Cow::Borrowed(week.pattern()),
            by => Cow::Owned(rotated(week.pattern(), by)),
        };
        let patterns = weeks.map(pattern).collect();
        Self { opening, joining, near, by, patterns, together: OnceCell::new() }
    }

    /// Minutes by which the day is moved.
    pub(super) fn by(&self) -> i32 {
        self.by
    }

    pub(super) fn opening(&self) -> &'c Opening {
        self.opening
    }

    /// The team with them.
    pub(super) fn joined(&self) -> Lineup<'c> {
        self.opening.lineup.with_newcomer(self.joining, self.by)
    }

    /// The least daily overlap with the members of a slot, and the days on which the pair misses its target.
    pub(super) fn with_teammate(&self, slot: usize) -> (Option<PerDay>, u32) {
        let pairs = self.meetings().iter().map(|meeting| (meeting.days, self.pair(slot, meeting)));
        pairs.fold((None, 0), |(least, failing), (days, (daily, meets))| {
            let least = least.map_or(daily, |least: PerDay| least.min_value(daily));
            (Some(least), failing + if meets { 0 } else { days })
        })
    }

    /// The places of the pods of a hybrid team all of whose members they meet the target with, as a group.
    pub(super) fn pods_joined(&self) -> Vec<usize> {
        let pods = self.opening().pod_ladders.iter().enumerate();
        pods.filter(|(_, pod)| self.joins(pod)).map(|(place, _)| place).collect()
    }

    /// Whether there is such a pod.
    pub(super) fn joins_a_pod(&self) -> bool {
        self.opening().pod_ladders.iter().any(|pod| self.joins(pod))
    }

    /// The places of the pods of a hybrid team with all of whose members they share an hour a day in every
    /// season.
    pub(super) fn pods_bridged(&self) -> Vec<usize> {
        let pods = self.opening().pod_ladders.iter().enumerate();
        let reached = |pod: &[Joinable]| {
            let in_season = |meeting: &Meeting| pod[meeting.class].is_reached_by(self.brought(meeting.week));
            self.meetings().iter().all(in_season)
        };
        pods.filter(|(_, pod)| reached(pod)).map(|(place, _)| place).collect()
    }

    /// Whether everybody overlaps, and what that asks of whom.
    ///
    /// # Complexity
    ///
    /// Naturally: an intersection for each rung. With shifts: one more for what everybody can reach, then the
    /// search for the plans of the team with them, where everybody can be brought near to them at all.
    pub(super) fn together(&self) -> Option<&Together> {
        let find = || match self.overlaps() {
            true => Some(self.nobody_moves()),
            false if self.opening.is_torn() => None,
            false if !self.is_within_reach(self.opening.everybody_reaches(), &self.near.within_reach) => None,
            false if !self.near.everybody(self.by) => None,
            false => self.with_shifts(),
        };
        self.together.get_or_init(find).as_ref()
    }

    /// Whether plans may bring everybody together and ask nobody for more than was asked of anybody before:
    /// what tells most moves of their own day apart before plans are looked for.
    pub(super) fn may_ask_no_more(&self) -> bool {
        let (team, known) = (self.opening.reaches_modestly(), &self.near.within_modest_reach);
        self.is_within_reach(team, known)
    }

    fn is_within_reach(&self, team: &Reach, known: &OnceCell<bool>) -> bool {
        let find = || {
            self.on_all_but_grace(|meeting| {
                let affordable = self.near.affordable_in(meeting.week);
                team.meets_with(meeting.class, self.week(meeting.week), affordable, self.by)
            })
        };
        // Where they are is one of the places to which they can be asked to go: the same for all of these.
        let is_one_of_all = self.by.abs() <= team.most && self.near.may_ask(self.by);
        if !is_one_of_all {
            return find();
        }
        *known.get_or_init(find)
    }

    fn nobody_moves(&self) -> Together {
        let asked = vec![0; self.opening.lineup.slots.len() + 1];
        Together { model: Model::Overlap, asked, shifts: Vec::new() }
    }

    fn with_shifts(&self) -> Option<Together> {
        let lineup = self.joined();
        let plans = Plans::where_known(&lineup, |meeting| self.overlap_in(&self.meetings()[meeting]));
        if !plans.overlap_by_favours() {
            return None;
        }
        // Where they are one more of a slot, all of it moves alike.
        let twin = self.joining.twin_in(&self.opening.lineup, self.by);
        let with_own = |mut by_slot: Vec<i32>| {
            by_slot.extend(twin.map(|twin| by_slot[twin]));
            by_slot
        };
        let shifts = |meeting: usize| plans.favour(meeting).map(|plan| with_own(plan.shifts.clone()));
        Some(Together {
            model: Model::OverlapWithShifts,
            asked: with_own(plans.asked()),
            shifts: (0..self.meetings().len()).map(shifts).collect(),
        })
    }

    /// What is asked of whom, beside what was asked of anybody before.
    pub(super) fn asked(&self) -> Asked {
        let (opening, before) = (self.opening, self.opening.asked_of_anybody);
        let asked = self.together().map_or(&[][..], |together| &together.asked);
        let others = opening.lineup.slots.iter().zip(asked).filter(|(_, minutes)| **minutes > before);
        Asked {
            anybody: opening.asked_of_anybody(),
            candidate: Minutes(self.asked_of_candidate().unsigned_abs()),
            others: others.map(|(slot, minutes)| (slot.profile, Minutes(*minutes as u32))).collect(),
        }
    }

    /// How far their day is from the stated hours in any season, in minutes: by their own move, and by what a
    /// plan moves them further.
    fn asked_of_candidate(&self) -> i32 {
        let seasons = self.together().map_or(&[][..], |together| &together.shifts);
        let further = |shifts: &Option<Vec<i32>>| shifts.as_ref().and_then(|by_slot| by_slot.last().copied());
        let by_season = seasons.iter().map(|shifts| (self.by + further(shifts).unwrap_or(0)).abs());
        by_season.max().unwrap_or(self.by.abs())
    }

    /// Whether everybody overlaps naturally.
    pub(super) fn overlaps(&self) -> bool {
        self.on_all_but_grace(|meeting| self.overlap_in(meeting))
    }

    /// The team's model with them.
    pub(super) fn model(&self) -> Model {
        match self.together() {
            Some(together) => together.model,
            None if self.half_can_share() => Model::Hybrid,
            None => Model::Async,
        }
    }

    /// How the team stands with them, where its model is known.
    ///
    /// # Complexity
    ///
    /// That of the fewest parts of the team, where it is in any.
    pub(super) fn standing(&self, model: Model) -> Standing {
        Standing::of(&self.joined(), model)
    }

    /// Whether some partition of the team with them, into two or more pods, has half of the members sharing
    /// and everybody marked.
    pub(super) fn half_can_share(&self) -> bool {
        let lineup = &self.opening().lineup;
        let members = lineup.heads();
        // A team that meets the target is a pod, and so is whoever joins it.
        if self.opening().standing.model == Model::Overlap {
            return members > 1;
        }
        match self.opening().half_shared() {
            Some(HalfShared { sharing, ladders }) => {
                if 2 * sharing > members || ladders.iter().any(|pod| self.joins(pod)) {
                    return true;
                }
            }
            // Alone they add nobody who shares.
            None => {
                let meets = |slot: usize| self.on_all_but_grace(|meeting| self.pair(slot, meeting).1);
                if !(0..lineup.slots.len()).any(meets) {
                    return false;
                }
            }
        }
        pods::shape(&self.joined(), Aim::Hybrid).is_some()
    }

    fn meetings(&self) -> &'c [Meeting] {
        &self.joining.meetings
    }

    fn week(&self, place: usize) -> &'c Week {
        &self.joining.newcomer.weeks()[place]
    }

    fn brought(&self, week: usize) -> Brought<'_> {
        Brought::of(self.week(week), &self.patterns[week])
    }

    /// Whether the meetings that fail a test have no more days than the grace.
    fn on_all_but_grace(&self, mut passes: impl FnMut(&Meeting) -> bool) -> bool {
        let grace = self.opening().lineup.grace();
        let mut failing = 0;
        self.meetings().iter().all(|meeting| {
            if !passes(meeting) {
                failing += meeting.days;
            }
            failing <= grace
        })
    }

    fn overlap_in(&self, meeting: &Meeting) -> bool {
        self.opening().everybody(meeting.class).meets_with(self.brought(meeting.week))
    }

    /// What they share with a member of a slot, and whether the two meet the target.
    fn pair(&self, slot: usize, meeting: &Meeting) -> (PerDay, bool) {
        let lineup = &self.opening().lineup;
        let class = &lineup.classes[meeting.class];
        let theirs = class.crowds[class.crowd_of[slot]].week();
        pair(theirs, self.brought(meeting.week), lineup.target)
    }

    fn joins(&self, pod: &[Joinable]) -> bool {
        self.on_all_but_grace(|meeting| pod[meeting.class].meets_with(self.brought(meeting.week)))
    }
}

impl Together {
    /// What is asked of anybody at most, in minutes.
    pub(super) fn most(&self) -> i32 {
        self.asked.iter().copied().max().unwrap_or(0)
    }

    /// What is asked of the candidate, in minutes.
    pub(super) fn of_candidate(&self) -> i32 {
        self.asked.last().copied().unwrap_or(0)
    }
}

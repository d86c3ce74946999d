//! The team after somebody joined, their day moved by some minutes all year or not at all.

use std::borrow::Cow;
use std::cell::OnceCell;

use super::near::Near;
use super::opening::{HalfShared, Joinable, Opening};
use super::together::Together;
use crate::interval::IntervalSet;
use crate::lineup::{Joining, Meeting};
use crate::minutes::{PerDay, WeekMinute};
use crate::pods::{Aim, Shape};
use crate::season::{Week, rotated};
use crate::target::{Brought, pair};
use crate::verdict::{Model, Standing};

/// A candidate with their day moved.
pub(super) struct MovedCandidate<'c> {
    pub(super) opening: &'c Opening,
    pub(super) joining: &'c Joining,
    pub(super) near: &'c Near<'c>,
    pub(super) by: i32,
    /// By week.
    patterns: Vec<Cow<'c, IntervalSet<WeekMinute>>>,
    pub(super) together: OnceCell<Option<Together>>,
}

impl<'c> MovedCandidate<'c> {
    /// Somebody joining, with their day moved by this many minutes.
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
        Standing::by_shape(model, self.opening.lineup.heads() + 1, |aim| self.shape(aim))
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
        self.shape(Aim::Hybrid).is_some()
    }

    /// The shape of the best partition of the team with them.
    fn shape(&self, aim: Aim) -> Option<Shape> {
        self.opening.parts().shape_with(&self.opening.lineup, self.joining, self.by, aim)
    }

    pub(super) fn meetings(&self) -> &'c [Meeting] {
        &self.joining.meetings
    }

    pub(super) fn week(&self, place: usize) -> &'c Week {
        &self.joining.newcomer.weeks()[place]
    }

    fn brought(&self, week: usize) -> Brought<'_> {
        Brought::of(self.week(week), &self.patterns[week])
    }

    /// Whether the meetings that fail a test have no more days than the grace.
    pub(super) fn on_all_but_grace(&self, mut passes: impl FnMut(&Meeting) -> bool) -> bool {
        let grace = self.opening().lineup.grace();
        let mut failing = 0;
        self.meetings().iter().all(|meeting| {
            if !passes(meeting) {
                failing += meeting.days;
            }
            failing <= grace
        })
    }

    pub(super) fn overlap_in(&self, meeting: &Meeting) -> bool {
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

//! The team after somebody joined, their day moved by some minutes all year or not at all.

use std::borrow::Cow;

use super::ladder::Brought;
use super::opening::{HalfShared, Joinable, Opening, TeamWindow};
use crate::interval::IntervalSet;
use crate::lineup::{Joining, Meeting};
use crate::minutes::{DAY, PerDay, WeekMinute};
use crate::pods::{self, Aim};
use crate::season;
use crate::season::{Week, rotated};
use crate::shift::{Affordable, DayArc, needed_shift};
use crate::verdict::Model;

/// A candidate with their day moved.
pub(super) struct MovedCandidate<'c> {
    opening: &'c Opening,
    joining: &'c Joining,
    /// What may be asked of their day.
    affordable: &'c Affordable,
    by: i32,
    /// By week.
    patterns: Vec<Cow<'c, IntervalSet<WeekMinute>>>,
}

impl<'c> MovedCandidate<'c> {
    /// Somebody joining, with their day moved by so many minutes.
    pub(super) fn new(
        opening: &'c Opening,
        joining: &'c Joining,
        affordable: &'c Affordable,
        by: i32,
    ) -> Self {
        let weeks = joining.newcomer.weeks().iter();
        let pattern = |week: &'c Week| match by {
            0 => Cow::Borrowed(week.pattern()),
            by => Cow::Owned(rotated(week.pattern(), by)),
        };
        Self { opening, joining, affordable, by, patterns: weeks.map(pattern).collect() }
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

    /// Whether every required teammate meets the target with them as a pair. The one who did not is looked at
    /// first the next time.
    pub(super) fn meets_every_teammate(&self, obstacle: &mut usize) -> bool {
        let slots = self.opening().lineup.slots.len();
        let misses = |slot: &usize| !self.on_all_but_grace(|meeting| self.pair(*slot, meeting).1);
        let first = (*obstacle).min(slots.saturating_sub(1));
        match (first..slots).chain(0..first).find(misses) {
            Some(slot) => {
                *obstacle = slot;
                false
            }
            None => true,
        }
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

    /// The team's model with them.
    pub(super) fn team_after(&self) -> Model {
        Model::first(|model| match model {
            Model::Hybrid => self.half_can_share(),
            together => self.everybody_overlaps(together),
        })
    }

    /// Whether the team's model with them is overlap, or at least that with shifts.
    pub(super) fn team_is_at_least(&self, model: Model) -> bool {
        Model::first(|better| better > model || self.everybody_overlaps(better)) <= model
    }

    /// Whether everybody overlaps naturally or, as the model says, with shifts.
    fn everybody_overlaps(&self, model: Model) -> bool {
        match model {
            Model::Overlap => self.on_all_but_grace(|meeting| {
                self.opening().everybody(meeting.class).meets_with(self.brought(meeting.week))
            }),
            _ => self.every_season_has_a_window(),
        }
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

    /// What they share with a member of a slot, and whether the two meet the target.
    fn pair(&self, slot: usize, meeting: &Meeting) -> (PerDay, bool) {
        let lineup = &self.opening().lineup;
        let class = &lineup.classes[meeting.class];
        let (theirs, own) = (class.crowds[class.crowd_of[slot]].week(), self.week(meeting.week));
        let minutes_per_week = theirs.pattern().shared_minutes(&self.patterns[meeting.week]).get();
        let daily = PerDay { minutes_per_week, days: theirs.workdays().min(own.workdays()).max(1) };
        let meets = match (theirs.average_day(), own.average_day()) {
            (Some(theirs), Some(own)) => {
                daily.reaches(PerDay::of(lineup.target).min_value(theirs).min_value(own))
            }
            _ => false,
        };
        (daily, meets)
    }

    fn joins(&self, pod: &[Joinable]) -> bool {
        self.on_all_but_grace(|meeting| pod[meeting.class].meets_with(self.brought(meeting.week)))
    }

    /// Whether every season but grace days is met naturally or has a window that everybody can afford.
    fn every_season_has_a_window(&self) -> bool {
        self.on_all_but_grace(|meeting| {
            self.opening().everybody(meeting.class).meets_with(self.brought(meeting.week))
                || self.has_affordable_window(meeting)
        })
    }

    fn has_affordable_window(&self, meeting: &Meeting) -> bool {
        let week = self.week(meeting.week);
        let days: Vec<DayArc> = week
            .spans()
            .iter()
            .map(|span| ((span.utc_start + self.by).rem_euclid(DAY), span.length))
            .collect();
        let mut lengths = self.opening().window_lengths(meeting.class, week);
        lengths.any(|length| {
            let windows = self.opening().affordable_windows(meeting.class, length);
            windows.iter().any(|window| self.affords(window, length, &days, meeting.week))
        })
    }

    /// Whether a window that the team affords still holds with them, moved as it needs, and they can afford
    /// it: counted from the stated hours. Staying put asks nothing.
    fn affords(&self, window: &TeamWindow, length: i32, days: &[DayArc], week: usize) -> bool {
        let policy = &self.opening().lineup.policy;
        let step = policy.step().get() as i32;
        let most = self.affordable.most_steps() + self.by.abs() / step;
        let Some(steps) = needed_shift(days, window.start, length, step, most) else { return false };
        let shift = steps * step;
        if shift != 0 && !self.affordable.allows(self.by + shift) {
            return false;
        }
        let moved = season::rotated(self.week(week).pattern(), self.by + shift);
        window.ladder.meets_with(Brought::of(self.week(week), &moved))
    }

    /// Whether some partition of the team with them, into two or more pods, has half of the members sharing.
    fn half_can_share(&self) -> bool {
        let lineup = &self.opening().lineup;
        let members = lineup.heads();
        // A team that meets the target is a pod, and so is whoever joins it.
        if self.opening().model == Model::Overlap {
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
        pods::shape(&lineup.with_newcomer(self.joining, self.by), Aim::Hybrid).is_some()
    }
}

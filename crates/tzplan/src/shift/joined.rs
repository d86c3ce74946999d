//! The plans of a team with somebody who joins it.

use std::cell::OnceCell;
use std::sync::Arc;

use super::lengths::{DayLengths, round_up};
use super::moved_week::MovedWeek;
use super::team_moves::{TeamMove, TeamMoves, TeamWindow};
use crate::lineup::{Joining, Lineup, Meeting};
use crate::season::Week;
use crate::shift_tables::{Affordable, Cost, Needed};

/// Somebody who joins a team, whose day may be moved by some steps all year before plans are looked for.
#[derive(Debug)]
pub(crate) struct Joined<'c> {
    pub(super) lineup: &'c Lineup<'static>,
    pub(super) joining: &'c Joining,
    /// By week of theirs.
    pub(crate) weeks: Vec<MovedWeek<'c>>,
    /// By week: what may be asked of them.
    pub(crate) affordable: Vec<Arc<Affordable>>,
    /// By meeting.
    windows: OnceCell<Vec<Vec<Windows>>>,
}

/// The windows of a meeting: those of the team of a range of lengths, and what they need of the newcomer.
#[derive(Debug)]
pub(super) struct Windows {
    pub(super) of_team: Arc<[TeamWindow]>,
    pub(super) first: i32,
    /// By length in steps from the first, at stated hours.
    pub(super) needed: Vec<Needed>,
}

/// The cheapest affordable plan of a meeting.
#[derive(Debug)]
pub(crate) struct JoinedPlan<'j> {
    pub(super) team: &'j TeamMove,
    /// The newcomer's shift in steps, on top of a move made already.
    pub(super) own: i32,
    pub(super) cost: Cost,
    pub(super) order: Order,
}

/// The order of plans that cost the same, but for later shifts before earlier ones: lone moves first, the
/// later ones and then roster order; then the meeting's own windows, the shortest, the earliest.
pub(super) type Order = (u8, i32, usize);

impl<'c> Joined<'c> {
    pub(crate) fn new(lineup: &'c Lineup<'static>, joining: &'c Joining) -> Self {
        let step = lineup.policy.step().get() as i32;
        let in_week = |week: &Week| lineup.tables.affordable(week, joining.newcomer.flex(), &lineup.policy);
        let weeks = joining.newcomer.weeks();
        Self {
            lineup,
            joining,
            weeks: weeks.iter().map(|week| MovedWeek::new(week, step)).collect(),
            affordable: weeks.iter().map(in_week).collect(),
            windows: OnceCell::new(),
        }
    }

    /// The minutes of a shift in steps.
    pub(crate) fn minutes(&self, steps: i32) -> i32 {
        steps * self.lineup.policy.step().get() as i32
    }

    pub(super) fn windows(&self, moves: &TeamMoves) -> &[Vec<Windows>] {
        let of_meeting = |meeting: &Meeting| self.windows_of(moves, meeting).unwrap_or_default();
        self.windows.get_or_init(|| self.joining.meetings.iter().map(of_meeting).collect())
    }

    /// None where somebody has no hours.
    fn windows_of(&self, moves: &TeamMoves, meeting: &Meeting) -> Option<Vec<Windows>> {
        let step = self.lineup.policy.step().get() as i32;
        let week = &self.joining.newcomer.weeks()[meeting.week];
        let days = moves.lengths(meeting.class)?.and(&DayLengths::of(std::iter::once(week))?);
        let (effective, longest) = (days.effective(self.lineup.target), days.longest);
        let shifts = self.lineup.tables.of_week(week, step);
        let windows = |first: i32, last: i32| Windows {
            of_team: moves.windows(self.lineup, meeting.class, (first, last)),
            first,
            needed: (first..=last).step_by(step as usize).map(|length| shifts.needed(length)).collect(),
        };
        let (first, last) = (round_up(effective, step), longest.div_euclid(step) * step);
        let mut single: Vec<i32> = days.averages;
        single.retain(|length| (effective..=longest).contains(length));
        single.push(effective);
        single.retain(|length| length % step != 0 || !(first..=last).contains(length));
        single.sort_unstable();
        single.dedup();
        let grid = (first <= last).then(|| windows(first, last));
        Some(grid.into_iter().chain(single.into_iter().map(|length| windows(length, length))).collect())
    }
}

impl JoinedPlan<'_> {
    /// By slot, the newcomer last, in steps on top of a move made already.
    pub(crate) fn shifts(&self) -> impl Iterator<Item = i32> {
        self.team.shifts.iter().copied().chain([self.own])
    }

    /// The most that is asked of anybody in minutes from the stated hours, the newcomer's day being moved by
    /// this many minutes already.
    pub(crate) fn most(&self, moved: i32, own: i32) -> i32 {
        if self.own == 0 { self.team.most } else { self.team.most.max((moved + own).abs()) }
    }

    /// The newcomer's own shift, in steps.
    pub(crate) fn own(&self) -> i32 {
        self.own
    }

    pub(super) fn is_before(&self, other: &Self) -> bool {
        let later = |plan: &Self| (plan.team.shifts.as_slice(), plan.own);
        let order = (self.cost, self.order).cmp(&(other.cost, other.order));
        order.then_with(|| later(other).cmp(&later(self))).is_lt()
    }
}

//! Somebody who is not in the team, with their ordinary weeks over its horizon.

use super::Season;
use super::track::{Clocks, Edge, Lead, track_of};
use super::week::Week;
use crate::duration::Shift;
use crate::horizon::Horizon;
use crate::hours::WeeklyHours;
use crate::minutes::{Minutes, day_number};
use crate::team::{Post, Schedule};

/// A schedule's weeks, as a [`PreparedTeam`](super::PreparedTeam) has its members'.
#[derive(Clone, Debug)]
pub(crate) struct Newcomer {
    /// Distinct.
    weeks: Vec<Week>,
    /// The week in force from each day on (days since 1970), in order.
    from: Vec<(i32, usize)>,
    hours: Vec<WeeklyHours>,
    flex: Option<Minutes>,
    edge: Edge,
}

impl Newcomer {
    /// # Complexity
    ///
    /// Linear in the clock changes of the horizon.
    pub(crate) fn new(schedule: &Schedule, horizon: &Horizon) -> Self {
        let (from, to) = (day_number(horizon.from()), day_number(horizon.to()));
        let around = Season::DRIFT_DAYS as i32;
        let settled = schedule.posts().iter().map(|post| post.settled(&(from..to)));
        let tracks: Vec<_> = settled.map(|post| track_of(&post, from - around, to + around)).collect();
        let moves = schedule.moved_between(from, to);
        let starts = moves.iter().map(|(_, start, _)| *start);
        let Clocks { changes, edge } = Clocks::of(&tracks, from, to, starts);
        let mut known: Vec<(Vec<Lead>, Shift)> = Vec::with_capacity(2);
        let (mut weeks, usual) = (Vec::with_capacity(2), schedule.moved_by());
        let from = changes.into_iter().map(|(day, leads)| {
            let by = moves.iter().rev().find(|(_, start, _)| *start <= day).map_or(usual, |(by, ..)| *by);
            let same = |(other, other_by): &(Vec<Lead>, Shift)| *other == leads && *other_by == by;
            let place = known.iter().position(same).unwrap_or_else(|| {
                let posts: Vec<_> =
                    schedule.posts().iter().map(Post::hours).zip(leads.iter().copied()).collect();
                let week = Week::new(&posts);
                // Its hours are those of a day that is moved as on most dates.
                weeks.push(if by == usual { week } else { week.moved(by.minutes() - usual.minutes()) });
                known.push((leads, by));
                weeks.len() - 1
            });
            (day, place)
        });
        let from = from.collect();
        let hours = schedule.posts().iter().map(|post| post.hours().clone()).collect();
        Self { from, weeks, edge, hours, flex: schedule.flex() }
    }

    /// The distinct weeks; at least one.
    pub(crate) fn weeks(&self) -> &[Week] {
        &self.weeks
    }

    /// The place among [`weeks`](Self::weeks) of the one in force on a day of the horizon.
    pub(crate) fn week_on(&self, day: i32) -> usize {
        let after = self.from.partition_point(|(from, _)| *from <= day);
        self.from[after.max(1) - 1].1
    }

    /// The hours of each post.
    pub(crate) fn hours(&self) -> &[WeeklyHours] {
        &self.hours
    }

    /// How far their day may be moved, where that is stated.
    pub(crate) fn flex(&self) -> Option<Minutes> {
        self.flex
    }

    pub(super) fn changes(&self) -> impl Iterator<Item = i32> {
        self.from.iter().map(|(day, _)| *day)
    }

    pub(super) fn edge(&self) -> Edge {
        self.edge
    }
}

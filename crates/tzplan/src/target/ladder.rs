//! Ladders: a group ready to be joined by one more.

use crate::interval::IntervalSet;
use crate::minutes::{Minutes, PerDay, WeekMinute};
use crate::season::Week;

/// What a group shares in a season, rung by rung: its members with at least this many workdays and so long an
/// average day, for each of both that is present.
///
/// Whether the group still meets the target when somebody joins takes one intersection for each rung. Enough
/// to test are the rungs: a subgroup that the newcomer is in shares at least what the rung with its fewest
/// workdays and its shortest day shares, and every rung with the newcomer is a subgroup itself.
#[derive(Clone, Debug)]
pub(crate) struct Ladder {
    /// All members first.
    rungs: Vec<Rung>,
    /// Workdays and goals that somebody has, each once.
    kinds: Vec<(u32, PerDay)>,
    /// Somebody has no hours: nobody meets the target with them.
    idle: bool,
}

#[derive(Clone, Debug)]
struct Rung {
    /// Who stands here has so many workdays, and so long an average day, or more.
    workdays: u32,
    least: PerDay,
    common: IntervalSet<WeekMinute>,
    /// Of those who do.
    fewest_workdays: u32,
    /// The shortest average day, or the target where that is less.
    goal: PerDay,
}

/// A week as somebody who joins brings it along.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Brought<'w> {
    /// As it stands after a move.
    pub(crate) pattern: &'w IntervalSet<WeekMinute>,
    pub(crate) workdays: u32,
    /// `None` for somebody without hours.
    pub(crate) average_day: Option<PerDay>,
}

impl<'w> Brought<'w> {
    pub(crate) fn of(week: &Week, pattern: &'w IntervalSet<WeekMinute>) -> Self {
        Self { pattern, workdays: week.workdays(), average_day: week.average_day() }
    }
}

impl Ladder {
    /// Of weeks whose patterns may be replaced by moved ones.
    ///
    /// # Complexity
    ///
    /// An intersection of the weeks for each number of workdays (at most 7) and each average day below the
    /// target.
    pub(crate) fn of<'p>(
        weeks: &[&'p Week],
        pattern: impl Fn(usize) -> &'p IntervalSet<WeekMinute>,
        target: Minutes,
    ) -> Self {
        let Some(averages) = weeks.iter().map(|week| week.average_day()).collect::<Option<Vec<_>>>() else {
            return Self { rungs: Vec::new(), kinds: Vec::new(), idle: true };
        };
        // Days above the target ask no more than the target.
        let goals: Vec<PerDay> = averages.into_iter().map(|day| PerDay::of(target).min_value(day)).collect();
        let mut workdays: Vec<u32> = weeks.iter().map(|week| week.workdays()).collect();
        workdays.sort_unstable();
        workdays.dedup();
        let mut least = goals.clone();
        least.sort_by(|a, b| a.cmp_value(*b));
        least.dedup_by(|a, b| a.cmp_value(*b).is_eq());
        let mut known: Vec<Vec<usize>> = Vec::new();
        let mut rungs = Vec::new();
        for days in &workdays {
            for goal in &least {
                let stands =
                    |member: &usize| weeks[*member].workdays() >= *days && goals[*member].reaches(*goal);
                let members: Vec<usize> = (0..weeks.len()).filter(stands).collect();
                if members.is_empty() || known.contains(&members) {
                    continue;
                }
                rungs.push(Rung {
                    workdays: *days,
                    least: *goal,
                    common: crate::target::common(members.iter().map(|member| pattern(*member))),
                    fewest_workdays: members
                        .iter()
                        .map(|member| weeks[*member].workdays())
                        .min()
                        .unwrap_or(1),
                    goal: members
                        .iter()
                        .map(|member| goals[*member])
                        .fold(PerDay::of(target), PerDay::min_value),
                });
                known.push(members);
            }
        }
        let mut kinds: Vec<(u32, PerDay)> = Vec::new();
        for (week, goal) in weeks.iter().zip(&goals) {
            if !kinds.iter().any(|known| is_kind(known, week.workdays(), *goal)) {
                kinds.push((week.workdays(), *goal));
            }
        }
        Self { rungs, kinds, idle: false }
    }

    /// Takes somebody in whose workdays and goal somebody has already: then the rungs stay, and they stand on
    /// those on which that one does. Whether they have; the ladder is unchanged where not.
    pub(crate) fn take_alike(&mut self, joins: Brought<'_>, target: Minutes) -> bool {
        let Some(average) = joins.average_day.filter(|_| !self.idle) else { return false };
        let goal = PerDay::of(target).min_value(average);
        let is_known = self.kinds.iter().any(|known| is_kind(known, joins.workdays, goal));
        if is_known {
            let mut spare = IntervalSet::new();
            let stands = |rung: &&mut Rung| joins.workdays >= rung.workdays && goal.reaches(rung.least);
            for rung in self.rungs.iter_mut().filter(stands) {
                rung.common.intersection_into(joins.pattern, &mut spare);
                std::mem::swap(&mut rung.common, &mut spare);
            }
        }
        is_known
    }

    /// Whether the group meets the target itself, nobody joining it.
    pub(crate) fn meets(&self) -> bool {
        let daily =
            |rung: &Rung| PerDay { minutes_per_week: rung.common.total().get(), days: rung.fewest_workdays };
        !self.idle && self.rungs.iter().all(|rung| daily(rung).reaches(rung.goal))
    }

    /// Whether somebody shares with what all have in common 60 minutes × the larger of their own workdays and
    /// the group's fewest.
    pub(crate) fn is_reached_by(&self, joins: Brought<'_>) -> bool {
        self.rungs.first().is_some_and(|all| {
            let shared = all.common.shared_minutes(joins.pattern).get();
            shared >= 60 * joins.workdays.max(all.fewest_workdays)
        })
    }

    /// Whether every subgroup that somebody who joins is in meets the target. The group itself is not tested.
    pub(crate) fn meets_with(&self, joins: Brought<'_>) -> bool {
        let Some(average) = joins.average_day.filter(|_| !self.idle) else { return false };
        self.rungs.iter().all(|rung| {
            let minutes_per_week = rung.common.shared_minutes(joins.pattern).get();
            let shared = PerDay { minutes_per_week, days: rung.fewest_workdays.min(joins.workdays) };
            shared.reaches(rung.goal.min_value(average))
        })
    }
}

fn is_kind((workdays, goal): &(u32, PerDay), of_workdays: u32, of_goal: PerDay) -> bool {
    *workdays == of_workdays && goal.cmp_value(of_goal).is_eq()
}

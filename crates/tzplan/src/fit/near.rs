//! Whether two days can be moved together at all: what rules most candidates out before plans are looked for.

use std::cell::OnceCell;
use std::sync::Arc;

use crate::interval::IntervalSet;
use crate::lineup::{Crowd, Joining, Lineup, Meeting, WeekClass};
use crate::minutes::{DAY, Minutes, PerDay, WeekMinute};
use crate::season::{Week, rotated};
use crate::shift_tables::Affordable;
use crate::target::Brought;

/// Whether everybody of a team can be brought near to a candidate.
#[derive(Debug)]
pub(super) struct Near<'c> {
    lineup: &'c Lineup<'static>,
    meetings: &'c [Meeting],
    /// By week of the candidate's.
    weeks: Vec<MovedWeek<'c>>,
    /// The farthest that may be asked of them, in steps.
    own: i32,
    step: i32,
    within_favours: OnceCell<bool>,
    affordable: &'c Affordable,
    /// By week.
    by_week: Vec<Arc<Affordable>>,
    /// Whether everybody may be brought together at all, wherever their own day is moved within what can be
    /// asked.
    pub(super) within_reach: OnceCell<bool>,
    /// The same, asking nobody for more than was asked of anybody before.
    pub(super) within_modest_reach: OnceCell<bool>,
}

impl<'c> Near<'c> {
    pub(super) fn new(lineup: &'c Lineup<'static>, joining: &'c Joining, affordable: &'c Affordable) -> Self {
        let step = lineup.policy.step().get() as i32;
        // A day away, and as far again as anybody can be asked to come.
        let most = 2 * DAY / step;
        let in_week = |week: &Week| lineup.tables.affordable(week, joining.newcomer.flex(), &lineup.policy);
        Self {
            lineup,
            meetings: &joining.meetings,
            weeks: joining.newcomer.weeks().iter().map(|week| MovedWeek::new(week, step, most)).collect(),
            own: affordable.most_steps(),
            step,
            within_favours: OnceCell::new(),
            affordable,
            by_week: joining.newcomer.weeks().iter().map(in_week).collect(),
            within_reach: OnceCell::new(),
            within_modest_reach: OnceCell::new(),
        }
    }

    /// What may be asked of them in a week of theirs.
    pub(super) fn affordable_in(&self, week: usize) -> &Affordable {
        &self.by_week[week]
    }

    /// Whether their day may be moved by this many minutes as a favour; by none it always may.
    pub(super) fn may_ask(&self, by: i32) -> bool {
        self.affordable.allows(by)
    }

    /// Whether each of the team can be moved near to them, on all but grace days, when their own day has been
    /// moved by this many minutes: by what can be asked of both. From there they stay, or go wherever can be
    /// asked of them from their stated hours. Without that no plan holds.
    pub(super) fn everybody(&self, by: i32) -> bool {
        let by = by / self.step;
        let within = |week: &MovedWeek<'_>, crowd: &Crowd<'_>| {
            let theirs = most_steps(self.lineup, crowd);
            week.comes_near(crowd.week(), (-self.own - theirs, self.own + theirs), self.lineup.target)
        };
        if by.abs() <= self.own {
            return *self.within_favours.get_or_init(|| self.on_all_but_grace(within));
        }
        self.on_all_but_grace(|week, crowd| {
            let theirs = most_steps(self.lineup, crowd);
            week.comes_near(crowd.week(), (by - theirs, by + theirs), self.lineup.target)
                || within(week, crowd)
        })
    }

    /// Whether a test passes for everybody on all but grace days.
    fn on_all_but_grace(&self, test: impl Fn(&MovedWeek<'_>, &Crowd<'_>) -> bool) -> bool {
        let grace = self.lineup.grace();
        let mut failing = 0;
        self.meetings.iter().all(|meeting| {
            let crowds = &self.lineup.classes[meeting.class].crowds;
            if !crowds.iter().all(|crowd| test(&self.weeks[meeting.week], crowd)) {
                failing += meeting.days;
            }
            failing <= grace
        })
    }
}

/// A week, moved by any number of steps up to some: each pattern made when first needed.
#[derive(Debug)]
struct MovedWeek<'w> {
    week: &'w Week,
    step: i32,
    /// For `-most ..= most` steps.
    patterns: Vec<OnceCell<IntervalSet<WeekMinute>>>,
}

impl<'w> MovedWeek<'w> {
    fn new(week: &'w Week, step: i32, most: i32) -> Self {
        Self { week, step, patterns: (-most..=most).map(|_| OnceCell::new()).collect() }
    }

    /// Whether the pair with somebody meets the target when this week is moved against theirs by some number
    /// of steps of a range, the nearest to none first.
    fn comes_near(&self, other: &Week, steps: (i32, i32), target: Minutes) -> bool {
        let (least, most) = steps;
        let nearest = 0.clamp(least, most);
        let farthest = (nearest - least).max(most - nearest);
        let outwards = (0..=farthest).flat_map(|away| [nearest + away, nearest - away]);
        outwards
            .filter(|steps| (least..=most).contains(steps))
            .any(|steps| pair(other, Brought::of(self.week, self.moved(steps)), target).1)
    }

    fn moved(&self, steps: i32) -> &IntervalSet<WeekMinute> {
        let middle = self.patterns.len() as i32 / 2;
        let make = || rotated(self.week.pattern(), steps * self.step);
        self.patterns[(steps + middle) as usize].get_or_init(make)
    }
}

/// What somebody shares with one who joins, and whether the two meet the target.
pub(super) fn pair(week: &Week, joins: Brought<'_>, target: Minutes) -> (PerDay, bool) {
    let minutes_per_week = week.pattern().shared_minutes(joins.pattern).get();
    let daily = PerDay { minutes_per_week, days: week.workdays().min(joins.workdays).max(1) };
    let meets = match (week.average_day(), joins.average_day) {
        (Some(theirs), Some(own)) => daily.reaches(PerDay::of(target).min_value(theirs).min_value(own)),
        _ => false,
    };
    (daily, meets)
}

/// Whether somebody of a team cannot be brought near somebody else of it by anything that can be asked of
/// both, on more days than the grace: then no plan brings everybody together, whoever joins.
pub(super) fn is_torn(lineup: &Lineup<'_>) -> bool {
    !lineup.all_but_grace(|class| !has_strangers(lineup, class))
}

/// Whether some two people of a class of seasons cannot be moved together.
fn has_strangers(lineup: &Lineup<'_>, class: &WeekClass<'_>) -> bool {
    let step = lineup.policy.step().get() as i32;
    let most: Vec<i32> = class.crowds.iter().map(|crowd| most_steps(lineup, crowd)).collect();
    let farthest = 2 * most.iter().copied().max().unwrap_or(0);
    class.crowds.iter().enumerate().any(|(place, crowd)| {
        let moved = MovedWeek::new(crowd.week(), step, farthest);
        class.crowds[..place].iter().zip(&most).any(|(other, others)| {
            let away = most[place] + others;
            !moved.comes_near(other.week(), (-away, away), lineup.target)
        })
    })
}

/// The farthest from where they are that may be asked of anybody of a crowd, in steps.
fn most_steps(lineup: &Lineup<'_>, crowd: &Crowd<'_>) -> i32 {
    let step = lineup.policy.step().get();
    let moved = crowd.moved.unsigned_abs().div_ceil(step) as i32;
    lineup.tables.affordable(&crowd.stated, crowd.flex, &lineup.policy).most_steps() + moved
}

//! Whether two days can be moved together at all: what rules most candidates out before plans are looked for.

use std::cell::OnceCell;

use crate::lineup::{Crowd, Joining, Lineup, Meeting, WeekClass};
use crate::shift::{Joined, MovedWeek};
use crate::shift_tables::Affordable;

/// Whether everybody of a team can be brought near to a candidate.
#[derive(Debug)]
pub(super) struct Near<'c> {
    lineup: &'c Lineup<'static>,
    meetings: &'c [Meeting],
    pub(super) joined: Joined<'c>,
    /// The farthest that may be asked of them, in steps.
    own: i32,
    step: i32,
    within_favours: OnceCell<bool>,
    affordable: &'c Affordable,
    /// Whether everybody may be brought together at all, wherever their own day is moved within what can be
    /// asked.
    pub(super) within_reach: OnceCell<bool>,
    /// The same, asking nobody for more than was asked of anybody before.
    pub(super) within_modest_reach: OnceCell<bool>,
}

impl<'c> Near<'c> {
    pub(super) fn new(lineup: &'c Lineup<'static>, joining: &'c Joining, affordable: &'c Affordable) -> Self {
        let step = lineup.policy.step().get() as i32;
        Self {
            lineup,
            meetings: &joining.meetings,
            joined: Joined::new(lineup, joining),
            own: affordable.most_steps(),
            step,
            within_favours: OnceCell::new(),
            affordable,
            within_reach: OnceCell::new(),
            within_modest_reach: OnceCell::new(),
        }
    }

    /// What may be asked of them in a week of theirs.
    pub(super) fn affordable_in(&self, week: usize) -> &Affordable {
        &self.joined.affordable[week]
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
            if !crowds.iter().all(|crowd| test(&self.joined.weeks[meeting.week], crowd)) {
                failing += meeting.days;
            }
            failing <= grace
        })
    }
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
    class.crowds.iter().enumerate().any(|(place, crowd)| {
        let moved = MovedWeek::new(crowd.week(), step);
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
    lineup.shifts_of(crowd).affordable.most_steps() + moved
}

//! Who answers: the work of any of some members, less what is one of theirs alone.

use crate::coverage::{HeadCount, head_count};
use crate::interval::{Interval, IntervalSet};
use crate::minutes::UtcMinute;

/// When any of some members is at work, and when just one of them is.
pub(super) struct Answering {
    pub(super) anybody: IntervalSet<UtcMinute>,
    just_one: IntervalSet<UtcMinute>,
}

impl Answering {
    /// Of so many members of each work, who are looked at for this long.
    pub(super) fn of<'w>(
        work: impl Iterator<Item = (&'w IntervalSet<UtcMinute>, u32)>,
        seen: Interval<UtcMinute>,
    ) -> Self {
        let mut answering = Self { anybody: IntervalSet::new(), just_one: IntervalSet::new() };
        for HeadCount { start, end, count } in head_count(work, seen) {
            if count > 0 {
                answering.anybody.push(start, end);
            }
            if count == 1 {
                answering.just_one.push(start, end);
            }
        }
        answering
    }

    /// Whether two of them are at work at an instant or later.
    pub(super) fn by_two_after(&self, at: UtcMinute) -> bool {
        let by_two = self.anybody.difference(&self.just_one);
        by_two.as_slice().last().is_some_and(|last| last.end() > at)
    }

    /// Anybody's work but that which is one of these members' alone: what is left for their own questions.
    pub(super) fn but_one_of(&self, own: &IntervalSet<UtcMinute>) -> IntervalSet<UtcMinute> {
        self.anybody.difference(&self.just_one.intersection(own))
    }
}

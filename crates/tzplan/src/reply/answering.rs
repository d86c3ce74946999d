//! Who answers: the work of any of some members, less what is one of theirs alone.

use super::Replies;
use crate::coverage::{HeadCount, head_count};
use crate::interval::{Interval, IntervalSet};
use crate::minutes::UtcMinute;
use crate::team::ScheduleId;

/// When any of some members is at work, and when just one of them is.
pub(super) struct Answering {
    pub(super) anybody: IntervalSet<UtcMinute>,
    just_one: IntervalSet<UtcMinute>,
}

impl Answering {
    /// Of so many members of each schedule.
    pub(super) fn of(replies: &Replies, heads: &[(ScheduleId, u32)]) -> Self {
        let sets = heads.iter().map(|(id, heads)| (replies.work_of(*id), *heads));
        let mut answering = Self { anybody: IntervalSet::new(), just_one: IntervalSet::new() };
        let seen =
            Interval::new(replies.range.start(), replies.answers_until()).expect("later than the start");
        for HeadCount { start, end, count } in head_count(sets, seen) {
            if count > 0 {
                answering.anybody.push(start, end);
            }
            if count == 1 {
                answering.just_one.push(start, end);
            }
        }
        answering
    }

    /// Anybody's work but that which is one of these members' alone: what is left for their own questions.
    pub(super) fn but_one_of(&self, own: &IntervalSet<UtcMinute>) -> IntervalSet<UtcMinute> {
        self.anybody.difference(&self.just_one.intersection(own))
    }
}

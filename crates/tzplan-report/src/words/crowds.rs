//! Those with each schedule of a team, as a meeting counts them.

use std::collections::HashMap;

use super::people::{MOST_BY_NAME, MOST_TOGETHER};
use tzplan::meeting::Meetings;
use tzplan::{Attendance, MemberRef, ScheduleId, Team};

/// Whom a schedule stands for.
pub(crate) struct Crowds<'t> {
    known: HashMap<ScheduleId, Crowd<'t>>,
    /// This many of one schedule are named.
    most_named: u64,
}

#[derive(Clone)]
struct Crowd<'t> {
    /// In roster order, required members before others.
    first: MemberRef<'t>,
    required: u64,
    members: u64,
    /// The first of them, in roster order.
    named: Vec<MemberRef<'t>>,
}

impl<'t> Crowds<'t> {
    pub(crate) fn of(meetings: &Meetings, team: &'t Team) -> Self {
        let mut known: HashMap<ScheduleId, Crowd<'t>> = HashMap::new();
        // As everywhere: a small team is named whole, of a large one two of a kind.
        let most_named = if team.len() <= MOST_BY_NAME { MOST_BY_NAME } else { MOST_TOGETHER } as u64;
        let quorum = meetings.options().quorum.is_some();
        for member in team.members() {
            let required = match quorum {
                true => member.attendance() == Attendance::Required,
                false => member.counts_as_required(),
            };
            let new = Crowd { first: member, required: 0, members: 0, named: Vec::new() };
            let crowd = known.entry(member.schedule_id()).or_insert(new);
            if required && crowd.required == 0 {
                crowd.first = member;
            }
            crowd.required += u64::from(required);
            crowd.members += 1;
            if crowd.members <= most_named {
                crowd.named.push(member);
            }
        }
        Self { known, most_named }
    }

    /// How many schedules there are.
    pub(crate) fn len(&self) -> usize {
        self.known.len()
    }

    /// Those with a schedule, where they are few enough to be named.
    pub(crate) fn named(&self, schedule: ScheduleId) -> &[MemberRef<'t>] {
        let few = self.known.get(&schedule).filter(|crowd| crowd.members <= self.most_named);
        few.map_or(&[], |crowd| &crowd.named)
    }

    /// The first with a schedule: of the required ones where some are.
    pub(crate) fn first(&self, schedule: ScheduleId) -> Option<MemberRef<'t>> {
        Some(self.known.get(&schedule)?.first)
    }

    /// How many have a schedule.
    pub(crate) fn members(&self, schedule: ScheduleId) -> u64 {
        self.known.get(&schedule).map_or(0, |crowd| crowd.members)
    }

    /// How many of them are required.
    pub(crate) fn required(&self, schedule: ScheduleId) -> u64 {
        self.known.get(&schedule).map_or(0, |crowd| crowd.required)
    }
}

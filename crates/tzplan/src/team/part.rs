//! Parts of a team.

use std::collections::HashMap;
use std::num::NonZeroU32;

use super::{LabelId, MemberRef, ScheduleId, Team};

impl Team {
    /// The members that are kept, in the same order.
    ///
    /// # Complexity
    ///
    /// Linear in the members.
    #[must_use]
    pub fn filtered(&self, keep: impl Fn(MemberRef<'_>) -> bool) -> Self {
        self.split(|member| keep(member).then_some(0)).pop().unwrap_or_default()
    }

    /// A team for each group, by its number from 0, members in the same order. Groups that nobody is in are empty teams;
    /// members without a group are left out.
    ///
    /// ```
    /// use tzplan::{Member, Team, Zone};
    /// let mut team = Team::new();
    /// team.add(Member::new("Ana", Zone::UTC).team("Red"));
    /// team.add(Member::new("Ben", Zone::UTC));
    /// let parts = team.split(|member| Some(if member.team() == Some("Red") { 1 } else { 0 }));
    /// assert_eq!((parts.len(), parts[1].member(0).unwrap().name()), (2, "Ana"));
    /// ```
    ///
    /// # Complexity
    ///
    /// Linear in the members.
    #[must_use]
    pub fn split(&self, group_of: impl Fn(MemberRef<'_>) -> Option<usize>) -> Vec<Self> {
        let mut parts: Vec<Part> = Vec::new();
        for (place, member) in self.members().enumerate() {
            let Some(group) = group_of(member) else { continue };
            parts.resize_with(parts.len().max(group + 1), Part::default);
            let part = &mut parts[group];
            let row = &self.members[place];
            let schedule = part.schedule(self, row.schedule);
            let (team, role) = (part.label(self, row.team), part.label(self, row.role));
            part.team.add_row(member.name(), schedule, row.attendance, team, role);
        }
        parts.into_iter().map(|part| part.team).collect()
    }
}

/// A part that grows, with the ids that it has for those of the whole.
#[derive(Default)]
struct Part {
    team: Team,
    schedules: HashMap<ScheduleId, ScheduleId>,
    labels: HashMap<NonZeroU32, LabelId>,
}

impl Part {
    fn schedule(&mut self, whole: &Team, id: ScheduleId) -> ScheduleId {
        *self.schedules.entry(id).or_insert_with(|| self.team.intern(whole.schedule(id).clone()))
    }

    fn label(&mut self, whole: &Team, id: Option<NonZeroU32>) -> Option<LabelId> {
        let id = id?;
        let text = &whole.labels[id.get() as usize - 1];
        Some(*self.labels.entry(id).or_insert_with(|| self.team.label(text)))
    }
}

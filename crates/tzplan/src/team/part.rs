//! Parts of a team.

use std::collections::HashMap;

use super::{LabelId, MemberRef, ScheduleId, Team, TeamBuilder};

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

    /// A team for each group, by its number from 0, members in the same order. Groups that nobody is in are
    /// empty teams; members without a group are left out.
    ///
    /// ```
    /// use tzplan::{Member, Team, Zone};
    /// let mut team = Team::new();
    /// team.add(Member::new("Ana", Zone::UTC).team("Red"));
    /// team.add(Member::new("Ben", Zone::UTC));
    /// let parts = team.split(|member| Some(if member.team() == Some("Red") { 1 } else { 0 }));
    /// assert_eq!((parts.len(), parts[1].members().next().unwrap().name()), (2, "Ana"));
    /// ```
    ///
    /// # Panics
    ///
    /// When a group's number is beyond what memory holds teams for.
    ///
    /// # Complexity
    ///
    /// Linear in the members and in the largest number.
    #[must_use]
    pub fn split(&self, group_of: impl Fn(MemberRef<'_>) -> Option<usize>) -> Vec<Self> {
        let mut parts: Vec<Part> = Vec::new();
        for member in self.members() {
            let Some(group) = group_of(member) else { continue };
            parts.resize_with(parts.len().max(group + 1), Part::default);
            let part = &mut parts[group];
            let schedule = part.schedule(member);
            let team = part.label(member.team_label(), member.team());
            let role = part.label(member.role_label(), member.role());
            let place = part.label(member.place_label(), member.place());
            part.rows.add_row(member.name(), schedule, member.attendance(), team, role);
            if let Some(place) = place {
                part.rows.set_place(part.rows.len() - 1, place);
            }
        }
        parts.into_iter().map(|part| part.rows.build()).collect()
    }
}

/// A part that grows, with the ids that it has for those of the whole.
#[derive(Default)]
struct Part {
    rows: TeamBuilder,
    schedules: HashMap<ScheduleId, ScheduleId>,
    labels: HashMap<LabelId, LabelId>,
}

impl Part {
    fn schedule(&mut self, member: MemberRef<'_>) -> ScheduleId {
        let id = self.schedules.entry(member.schedule_id());
        *id.or_insert_with(|| self.rows.intern(member.schedule().clone()))
    }

    fn label(&mut self, id: Option<LabelId>, text: Option<&str>) -> Option<LabelId> {
        Some(*self.labels.entry(id?).or_insert_with(|| self.rows.label(text.unwrap_or_default())))
    }
}

#[cfg(test)]
mod tests {
    use crate::{Member, Team, Zone};

    #[test]
    fn parts_keep_what_places_are_called() {
        let mut team = Team::new();
        team.add(Member::new("Ana", Zone::UTC).place("Reykjavík").team("Red"));
        team.add(Member::new("Ben", Zone::UTC).team("Blue"));
        let kept = team.filtered(|_| true);
        assert_eq!(
            kept.members().map(crate::MemberRef::place).collect::<Vec<_>>(),
            [Some("Reykjavík"), None]
        );
    }
}

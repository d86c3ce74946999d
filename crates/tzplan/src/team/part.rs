//! Parts of a team.

use std::collections::HashMap;

use super::{LabelId, MemberId, MemberRef, ScheduleId, Team, TeamBuilder};

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
        self.parts(&group_of, Keep::People).map(|part| part.team).collect()
    }

    /// The same, made one by one.
    pub(crate) fn parts(
        &self,
        group_of: &dyn Fn(MemberRef<'_>) -> Option<usize>,
        keep: Keep,
    ) -> impl ExactSizeIterator<Item = Part> + use<> {
        let mut members: Vec<(usize, MemberId)> =
            self.members().filter_map(|member| Some((group_of(member)?, member.id()))).collect();
        // Stable: members stay in order.
        members.sort_by_key(|(group, _)| *group);
        let (groups, team) = (members.last().map_or(0, |(group, _)| group + 1), self.clone());
        let mut next = 0;
        (0..groups).map(move |group| {
            let mut part = GrowingPart::default();
            while let Some((_, member)) = members.get(next).filter(|(of, _)| *of == group) {
                team.member(*member).into_iter().for_each(|member| match keep {
                    Keep::People => part.add(member),
                    Keep::Heads => part.add_head(member),
                });
                next += 1;
            }
            Part { team: part.rows.build(), schedules: part.whole }
        })
    }
}

/// What a part keeps of its members.
#[derive(Clone, Copy)]
pub(crate) enum Keep {
    People,
    /// Schedules and who is required: nobody's name.
    Heads,
}

/// A part of a team.
#[derive(Default)]
pub(crate) struct Part {
    pub(crate) team: Team,
    /// By its schedules: those of the whole.
    pub(crate) schedules: Vec<ScheduleId>,
}

/// A part that grows, with the ids that it has for those of the whole.
#[derive(Default)]
struct GrowingPart {
    rows: TeamBuilder,
    schedules: HashMap<ScheduleId, ScheduleId>,
    whole: Vec<ScheduleId>,
    labels: HashMap<LabelId, LabelId>,
}

impl GrowingPart {
    fn add(&mut self, member: MemberRef<'_>) {
        let schedule = self.schedule(member);
        let team = self.label(member.team_label(), member.team());
        let role = self.label(member.role_label(), member.role());
        let place = self.label(member.place_label(), member.place());
        self.rows.add_row(member.name(), schedule, member.attendance(), team, role);
        if let Some(place) = place {
            self.rows.set_place(self.rows.len() - 1, place);
        }
    }

    fn add_head(&mut self, member: MemberRef<'_>) {
        let schedule = self.schedule(member);
        self.rows.add_row("", schedule, member.attendance(), None, None);
    }

    fn schedule(&mut self, member: MemberRef<'_>) -> ScheduleId {
        let id = self.schedules.entry(member.schedule_id());
        *id.or_insert_with(|| {
            // Those of a team differ, so that none is known.
            self.whole.push(member.schedule_id());
            self.rows.intern(member.schedule().clone())
        })
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

//! A look at a member of a team.

use super::builder::Row;
use super::{Attendance, LabelId, MemberId, Schedule, ScheduleId, TeamBuilder};

/// A member of a [`Team`](super::Team).
#[derive(Clone, Copy, Debug)]
pub struct MemberRef<'a> {
    rows: &'a TeamBuilder,
    index: usize,
}

impl<'a> MemberRef<'a> {
    pub(super) fn new(rows: &'a TeamBuilder, index: usize) -> Self {
        Self { rows, index }
    }

    /// The member, for questions about them.
    pub fn id(self) -> MemberId {
        MemberId::from(self.index)
    }

    /// The member's place in the roster, from 0.
    pub fn index(self) -> usize {
        self.index
    }

    /// The member's name.
    pub fn name(self) -> &'a str {
        let next = self.rows.members.get(self.index + 1);
        let end = next.map_or(self.rows.names.len(), |next| next.name_start as usize);
        &self.rows.names[self.row().name_start as usize..end]
    }

    /// The member's schedule.
    pub fn schedule(self) -> &'a Schedule {
        self.rows.schedule(self.schedule_id())
    }

    /// The id of the member's schedule.
    pub fn schedule_id(self) -> ScheduleId {
        self.row().schedule
    }

    /// Whether the member must be there, as marked.
    pub fn attendance(self) -> Attendance {
        self.row().attendance
    }

    /// Whether the member is not marked as optional.
    pub fn is_required(self) -> bool {
        self.attendance() != Attendance::Optional
    }

    /// Whether the member counts as required for what everyone shares: all who are not optional do, and where
    /// all are optional everybody does.
    pub fn counts_as_required(self) -> bool {
        self.is_required() || self.rows.all_count_as_required()
    }

    /// The member's team.
    pub fn team(self) -> Option<&'a str> {
        self.team_label().map(|id| self.rows.text(id))
    }

    /// The member's role.
    pub fn role(self) -> Option<&'a str> {
        self.role_label().map(|id| self.rows.text(id))
    }

    /// What the place where the member lives is called, where somebody said so.
    pub fn place(self) -> Option<&'a str> {
        self.row().place.map(|id| self.rows.text(id))
    }

    pub(super) fn place_label(self) -> Option<LabelId> {
        self.row().place
    }

    /// The member's team as a label of the [`TeamBuilder`].
    pub fn team_label(self) -> Option<LabelId> {
        self.row().team
    }

    /// The member's role as a label of the [`TeamBuilder`].
    pub fn role_label(self) -> Option<LabelId> {
        self.row().role
    }

    fn row(self) -> &'a Row {
        &self.rows.members[self.index]
    }
}

impl TeamBuilder {
    /// A member that was added.
    pub fn member(&self, id: impl Into<MemberId>) -> Option<MemberRef<'_>> {
        let id = id.into();
        (id.index() < self.len()).then(|| MemberRef::new(self, id.index()))
    }
}

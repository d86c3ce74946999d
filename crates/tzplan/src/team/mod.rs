//! Teams: members, and the schedules they share.
//!
//! A million people have a few thousand schedules. [`Team`] keeps each distinct schedule (zones, hours, days
//! off) once and every name in one arena, so that analyses cost what the schedules cost.

mod change;
mod member;
mod part;
mod schedule;

use std::collections::HashMap;

pub use change::{Change, ChangeError};
pub use member::{Member, MemberRef};
pub use schedule::{Post, Schedule, Stay};

/// A schedule of a [`Team`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct ScheduleId(pub(crate) u32);

impl ScheduleId {
    /// Its place among [`Team::schedules`].
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// A team label or a role of a [`Team`]'s members.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct LabelId(u32);

/// Whether a member must be there.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "lowercase"))]
pub enum Attendance {
    /// Nothing said: required for what everyone shares, but a quorum can do without.
    #[default]
    Unmarked,
    /// Marked as required: everyone and every quorum includes them.
    Required,
    /// Optional: never blocks, counts towards a quorum.
    Optional,
}

/// The members of a team, in roster order.
///
/// ```
/// use tzplan::{Member, Team, Zone};
/// let mut team = Team::new();
/// team.add(Member::new("Ana", Zone::iana("America/Sao_Paulo").unwrap()));
/// team.add(Member::new("Ben", Zone::iana("Europe/Berlin").unwrap()).hours("10-18".parse().unwrap()));
/// team.add(Member::new("Bo", Zone::iana("Europe/Berlin").unwrap()).hours("10-18".parse().unwrap()));
/// assert_eq!((team.len(), team.schedules().len()), (3, 2));
/// ```
#[derive(Clone, Debug, Default)]
pub struct Team {
    names: String,
    members: Vec<Row>,
    schedules: Vec<Schedule>,
    known: HashMap<Schedule, ScheduleId>,
    labels: Vec<Box<str>>,
    known_labels: HashMap<Box<str>, LabelId>,
}

/// One member in 20 bytes; the name ends where the next one's starts.
#[derive(Clone, Debug)]
struct Row {
    name_start: u32,
    schedule: ScheduleId,
    team: Option<std::num::NonZeroU32>,
    role: Option<std::num::NonZeroU32>,
    attendance: Attendance,
}

impl Team {
    /// A team of nobody.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a member at the end of the roster.
    pub fn add(&mut self, member: Member) -> MemberRef<'_> {
        let schedule = self.intern(member.schedule);
        let team = member.team.map(|label| self.label(&label));
        let role = member.role.map(|label| self.label(&label));
        self.add_row(&member.name, schedule, member.attendance, team, role);
        self.member(self.len() - 1).expect("just added")
    }

    /// Keeps a schedule once, however often it is asked for.
    pub fn intern(&mut self, schedule: Schedule) -> ScheduleId {
        if let Some(id) = self.known.get(&schedule) {
            return *id;
        }
        let id = ScheduleId(u32::try_from(self.schedules.len()).expect("fewer than 2^32 schedules"));
        self.schedules.push(schedule.clone());
        self.known.insert(schedule, id);
        id
    }

    /// Keeps a team label or a role once.
    pub fn label(&mut self, text: &str) -> LabelId {
        if let Some(id) = self.known_labels.get(text) {
            return *id;
        }
        let id = LabelId(u32::try_from(self.labels.len() + 1).expect("fewer than 2^32 labels"));
        self.labels.push(text.into());
        self.known_labels.insert(text.into(), id);
        id
    }

    /// Adds a member whose schedule and labels are kept already: what a reader of large files calls.
    ///
    /// # Panics
    ///
    /// When all names together exceed 4 GiB.
    pub fn add_row(
        &mut self,
        name: &str,
        schedule: ScheduleId,
        attendance: Attendance,
        team: Option<LabelId>,
        role: Option<LabelId>,
    ) {
        let name_start = u32::try_from(self.names.len()).expect("names of less than 4 GiB");
        self.names.push_str(name);
        let label = |id: Option<LabelId>| id.and_then(|id| std::num::NonZeroU32::new(id.0));
        self.members.push(Row { name_start, schedule, team: label(team), role: label(role), attendance });
    }

    /// Joins more hours to a member, for somebody who fills several rows; required if any row is.
    ///
    /// # Panics
    ///
    /// When there is no such member.
    pub fn join(&mut self, member: usize, schedule: ScheduleId, attendance: Attendance) {
        let joined =
            self.schedules[self.members[member].schedule.index()].union(&self.schedules[schedule.index()]);
        let joined = self.intern(joined);
        let row = &mut self.members[member];
        row.schedule = joined;
        row.attendance = match (row.attendance, attendance) {
            (Attendance::Required, _) | (_, Attendance::Required) => Attendance::Required,
            (Attendance::Unmarked, _) | (_, Attendance::Unmarked) => Attendance::Unmarked,
            _ => Attendance::Optional,
        };
    }

    /// The same members with another attendance: what each is given.
    ///
    /// # Complexity
    ///
    /// Linear in the members.
    #[must_use]
    pub fn with_attendance(&self, attendance: impl Fn(MemberRef<'_>) -> Attendance) -> Self {
        let mut changed = self.clone();
        for (place, member) in self.members().enumerate() {
            changed.members[place].attendance = attendance(member);
        }
        changed
    }

    /// The same members with nobody off: what an ordinary year would be.
    ///
    /// # Complexity
    ///
    /// Linear in the members.
    #[must_use]
    pub fn without_days_off(&self) -> Self {
        if self.schedules.iter().all(|schedule| schedule.days_off().is_empty()) {
            return self.clone();
        }
        let mut changed = Self { schedules: Vec::new(), known: HashMap::new(), ..self.clone() };
        let working = self.schedules.iter().map(Schedule::without_days_off);
        let ids: Vec<ScheduleId> = working.map(|schedule| changed.intern(schedule)).collect();
        for row in &mut changed.members {
            row.schedule = ids[row.schedule.index()];
        }
        changed
    }

    /// How many members it has.
    pub fn len(&self) -> usize {
        self.members.len()
    }

    /// Whether it has nobody.
    pub fn is_empty(&self) -> bool {
        self.members.is_empty()
    }

    /// The distinct schedules, in the order in which they were first seen.
    pub fn schedules(&self) -> &[Schedule] {
        &self.schedules
    }

    /// The schedule of an id.
    pub fn schedule(&self, id: ScheduleId) -> &Schedule {
        &self.schedules[id.index()]
    }

    /// The members in roster order.
    pub fn members(&self) -> impl ExactSizeIterator<Item = MemberRef<'_>> + Clone {
        (0..self.len()).map(|index| MemberRef::new(self, index))
    }

    /// The member at a place of the roster.
    pub fn member(&self, index: usize) -> Option<MemberRef<'_>> {
        (index < self.len()).then(|| MemberRef::new(self, index))
    }

    /// Whether everyone counts as required because nobody is (all are optional).
    pub fn all_count_as_required(&self) -> bool {
        self.members.iter().all(|row| row.attendance == Attendance::Optional)
    }
}

//! The door for readers of large files: a team put together row by row.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::num::NonZeroU32;
use std::sync::Arc;

use foldhash::fast::RandomState;

use super::labels::Labels;
use super::{Attendance, MemberId, Schedule, ScheduleId, Team};

/// A team that grows by rows whose schedules and labels are kept once: [`Team::add`] without an allocation
/// for each member. Everybody else builds a [`Team`] of [`Member`](super::Member)s.
///
/// ```
/// use tzplan::team::TeamBuilder;
/// use tzplan::{Attendance, Schedule, WeeklyHours, Zone};
///
/// let mut rows = TeamBuilder::new();
/// let office = rows.intern(Schedule::new(Zone::iana("Europe/Berlin").unwrap(), WeeklyHours::default()));
/// let red = rows.label("Red");
/// for name in ["Ana", "Ben", "Bo"] {
///     rows.add_row(name, office, Attendance::Unmarked, Some(red), None);
/// }
/// let team = rows.build();
/// assert_eq!((team.len(), team.schedules().len()), (3, 1));
/// ```
#[derive(Clone, Debug, Default)]
pub struct TeamBuilder {
    pub(super) names: String,
    pub(super) members: Vec<Row>,
    pub(super) schedules: Vec<Schedule>,
    known: HashMap<Schedule, ScheduleId, RandomState>,
    labels: Labels,
    /// Members who are not optional.
    unexcused: usize,
}

/// A team label, a role or a place of a team's members.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct LabelId(pub(super) NonZeroU32);

/// One member in 24 bytes; the name ends where the next one's starts.
#[derive(Clone, Debug)]
pub(super) struct Row {
    pub(super) name_start: u32,
    pub(super) schedule: ScheduleId,
    pub(super) team: Option<LabelId>,
    pub(super) role: Option<LabelId>,
    pub(super) place: Option<LabelId>,
    pub(super) attendance: Attendance,
}

impl TeamBuilder {
    /// A team of nobody so far.
    pub fn new() -> Self {
        Self::default()
    }

    /// Keeps a schedule once, however often it is asked for.
    ///
    /// # Panics
    ///
    /// Beyond 2^32 distinct schedules.
    pub fn intern(&mut self, schedule: Schedule) -> ScheduleId {
        match self.known.entry(schedule) {
            Entry::Occupied(known) => *known.get(),
            Entry::Vacant(new) => {
                let id = u32::try_from(self.schedules.len()).expect("fewer than 2^32 schedules");
                self.schedules.push(new.key().clone());
                *new.insert(ScheduleId(id))
            }
        }
    }

    /// Keeps a team label, a role or a place once.
    ///
    /// # Panics
    ///
    /// Beyond 2^32 distinct labels.
    pub fn label(&mut self, text: &str) -> LabelId {
        self.labels.find_or_add(text)
    }

    /// Adds a member whose schedule and labels are kept already, by this builder.
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
        self.unexcused += usize::from(attendance != Attendance::Optional);
        self.members.push(Row { name_start, schedule, team, role, place: None, attendance });
    }

    /// Says what the place of a member is called: a label that is kept, by this builder.
    ///
    /// # Panics
    ///
    /// When there is no such member.
    pub fn set_place(&mut self, member: impl Into<MemberId>, place: LabelId) {
        self.members[member.into().index()].place = Some(place);
    }

    /// Gives a member another schedule.
    ///
    /// # Panics
    ///
    /// When there is no such member.
    pub fn set_schedule(&mut self, member: impl Into<MemberId>, schedule: ScheduleId) {
        self.members[member.into().index()].schedule = schedule;
    }

    /// Joins more hours to a member, for somebody who fills several rows; required if any row is.
    ///
    /// # Panics
    ///
    /// When there is no such member.
    pub fn join(&mut self, member: impl Into<MemberId>, schedule: ScheduleId, attendance: Attendance) {
        let member = member.into();
        let row = &self.members[member.index()];
        let joined = self.schedules[row.schedule.index()].union(&self.schedules[schedule.index()]);
        let joined = self.intern(joined);
        let row = &mut self.members[member.index()];
        row.schedule = joined;
        let attendance = match (row.attendance, attendance) {
            (Attendance::Required, _) | (_, Attendance::Required) => Attendance::Required,
            (Attendance::Unmarked, _) | (_, Attendance::Unmarked) => Attendance::Unmarked,
            _ => Attendance::Optional,
        };
        self.mark(member.index(), attendance);
    }

    /// How many members there are so far.
    pub fn len(&self) -> usize {
        self.members.len()
    }

    /// Whether there is nobody so far.
    pub fn is_empty(&self) -> bool {
        self.members.is_empty()
    }

    /// A schedule that is kept.
    pub fn schedule(&self, id: ScheduleId) -> &Schedule {
        &self.schedules[id.index()]
    }

    /// The team of everybody added.
    pub fn build(self) -> Team {
        Team(Arc::new(self))
    }

    /// The text of a label.
    pub(super) fn text(&self, id: LabelId) -> &str {
        self.labels.text(id)
    }

    pub(super) fn mark(&mut self, member: usize, attendance: Attendance) {
        let row = &mut self.members[member];
        self.unexcused -= usize::from(row.attendance != Attendance::Optional);
        self.unexcused += usize::from(attendance != Attendance::Optional);
        row.attendance = attendance;
    }

    /// The same members with other schedules in the places of those there are.
    pub(super) fn with_schedules(&self, schedules: impl Iterator<Item = Schedule>) -> Self {
        let mut changed = Self { schedules: Vec::new(), known: HashMap::default(), ..self.clone() };
        let ids: Vec<ScheduleId> = schedules.map(|schedule| changed.intern(schedule)).collect();
        for row in &mut changed.members {
            row.schedule = ids[row.schedule.index()];
        }
        changed
    }

    pub(super) fn all_count_as_required(&self) -> bool {
        self.unexcused == 0
    }
}

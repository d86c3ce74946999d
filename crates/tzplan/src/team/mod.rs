//! Teams: members, and the schedules they share.
//!
//! A million people have a few thousand schedules. [`Team`] keeps each distinct schedule (zones, hours, days
//! off) once and every name in one arena, so that analyses cost what the schedules cost.

mod builder;
mod by_date;
mod change;
mod changed;
mod dated_shift;
mod holidays;
mod labels;
mod member;
mod member_ref;
mod part;
mod post;
mod post_hours;
mod schedule;
mod stay;

use std::sync::Arc;

use crate::dates::DateRange;

pub use builder::{LabelId, TeamBuilder};
pub use change::{Change, ChangeError, ChangeErrorKind};
pub use dated_shift::DatedShift;
pub use holidays::Holidays;
pub use member::Member;
pub use member_ref::MemberRef;
pub(crate) use part::{Keep, Part};
pub(crate) use post::KeptHours;
pub use post::Post;
pub use post_hours::PostHours;
pub use schedule::Schedule;
pub use stay::Stay;

/// A schedule of a [`Team`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(transparent))]
pub struct ScheduleId(pub(crate) u32);

impl ScheduleId {
    /// Its place among [`Team::schedules`].
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// A member of a [`Team`]: their place in the roster, from 0.
///
/// ```
/// use tzplan::team::MemberId;
/// assert_eq!(MemberId::from(2).index(), 2);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(transparent))]
pub struct MemberId(usize);

impl MemberId {
    /// The place in the roster, from 0.
    pub const fn index(self) -> usize {
        self.0
    }
}

impl From<usize> for MemberId {
    fn from(place: usize) -> Self {
        Self(place)
    }
}

/// Whether a member must be there.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "lowercase"))]
pub enum Attendance {
    /// Nothing said: required for what everyone shares, but a quorum can do without.
    #[default]
    Unmarked,
    /// Marked as required: everyone and every quorum includes them.
    Required,
    /// Optional: never blocks, counts towards a quorum.
    Optional,
}

/// The members of a team, in roster order. Cheap to clone: clones share what they have in common.
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
pub struct Team(Arc<TeamBuilder>);

impl Team {
    /// A team of nobody.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a member at the end of the roster. Where clones share the team, this one takes a copy of its own
    /// first.
    ///
    /// # Panics
    ///
    /// When all names together exceed 4 GiB.
    pub fn add(&mut self, member: Member) -> MemberRef<'_> {
        let rows = Arc::make_mut(&mut self.0);
        rows.add(member);
        MemberRef::new(rows, rows.len() - 1)
    }

    /// The same members with another attendance: what each is given.
    ///
    /// # Complexity
    ///
    /// Linear in the members.
    #[must_use]
    pub fn with_attendance(&self, attendance: impl Fn(MemberRef<'_>) -> Attendance) -> Self {
        let mut changed = TeamBuilder::clone(&self.0);
        for (place, member) in self.members().enumerate() {
            changed.mark(place, attendance(member));
        }
        changed.build()
    }

    /// The same members with nobody off: what an ordinary year would be.
    ///
    /// # Complexity
    ///
    /// Linear in the members.
    #[must_use]
    pub fn without_days_off(&self) -> Self {
        if self.schedules().iter().all(|schedule| schedule.days_off().is_empty()) {
            return self.clone();
        }
        self.0.with_schedules(self.schedules().iter().map(Schedule::without_days_off)).build()
    }

    /// The same members without the stays that are [short](Stay::is_short) for a horizon of these dates.
    ///
    /// # Complexity
    ///
    /// Linear in the members.
    #[must_use]
    pub fn settled(&self, planned: DateRange) -> Self {
        self.0.with_schedules(self.schedules().iter().map(|schedule| schedule.settled(planned))).build()
    }

    /// How many members it has.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether it has nobody.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The distinct schedules, in the order in which they were first seen.
    pub fn schedules(&self) -> &[Schedule] {
        &self.0.schedules
    }

    /// The schedule of an id.
    ///
    /// # Panics
    ///
    /// When the id is another team's and this one has fewer schedules.
    pub fn schedule(&self, id: ScheduleId) -> &Schedule {
        self.0.schedule(id)
    }

    /// The members in roster order.
    pub fn members(&self) -> impl ExactSizeIterator<Item = MemberRef<'_>> + Clone {
        let rows = &*self.0;
        (0..rows.len()).map(move |index| MemberRef::new(rows, index))
    }

    /// A member, by their place in the roster.
    pub fn member(&self, id: impl Into<MemberId>) -> Option<MemberRef<'_>> {
        self.0.member(id)
    }

    /// Whether everyone counts as required because nobody is (all are optional).
    pub fn all_count_as_required(&self) -> bool {
        self.0.all_count_as_required()
    }

    /// How many members that are counted keep each schedule that some of them keep, in order of the
    /// schedules.
    pub(crate) fn heads<'t>(&'t self, counts: impl Fn(MemberRef<'t>) -> bool) -> Vec<(ScheduleId, u32)> {
        let mut heads = vec![0; self.schedules().len()];
        for member in self.members().filter(|member| counts(*member)) {
            heads[member.schedule_id().index()] += 1;
        }
        let all = (0..).map(ScheduleId).zip(heads);
        all.filter(|(_, heads)| *heads > 0).collect()
    }
}

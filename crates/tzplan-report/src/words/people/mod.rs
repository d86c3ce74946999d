//! How people and places are named: profiles folded, names cut and clean.

use chrono::NaiveDate;
use tzplan::{MemberRef, PreparedTeam, ProfileId};

use super::ink::Text;
use super::{city, clock, dates};
use crate::words::shown_of;

mod dated;
mod lists;
mod names;
mod rows;
pub(crate) mod stays;

pub(crate) use lists::{and, or};
pub(crate) use names::Names;
pub(crate) use rows::{PeopleRow, bars, everybody};

/// Columns a name or a place may take: more than any has that is one; lines and cells break it.
const NAME: usize = 80;

/// Up to this many people everybody is called by name, and has a row.
pub(crate) const MOST_BY_NAME: usize = 15;
/// This many of one schedule are called by name in any team.
pub(crate) const MOST_TOGETHER: usize = 2;
/// The most places of a group, and members whose places are looked at.
const MOST_PLACES: usize = 4;
const MOST_LOOKED_AT: usize = 1_000;

/// Names for the profiles of a team.
#[derive(Clone, Copy, Debug)]
pub(crate) struct People<'p> {
    prepared: &'p PreparedTeam,
    pub(crate) names: Names,
}

impl<'p> People<'p> {
    pub(crate) fn of(prepared: &'p PreparedTeam, names: Names) -> Self {
        Self { prepared, names }
    }

    /// Whether everybody is called by name; groups of a larger team are called by what they are.
    pub(crate) fn by_name(&self) -> bool {
        self.prepared.team().len() <= MOST_BY_NAME
    }

    /// Its required members, or all of a profile of optional members.
    pub(crate) fn heads(&self, id: ProfileId) -> u32 {
        let profile = self.prepared.profile(id);
        if profile.required() > 0 { profile.required() } else { profile.optional() }
    }

    /// Heads of several profiles.
    pub(crate) fn heads_of(&self, ids: impl IntoIterator<Item = ProfileId>) -> usize {
        ids.into_iter().map(|id| self.heads(id) as usize).sum()
    }

    /// Whether only optional members have it.
    pub(crate) fn is_optional(&self, id: ProfileId) -> bool {
        self.prepared.profile(id).required() == 0
    }

    /// The first member's name: `Ana`.
    pub(crate) fn first(&self, id: ProfileId) -> String {
        self.member(self.prepared.profile(id).first_member().index())
    }

    /// A member by name.
    pub(crate) fn member(&self, index: usize) -> String {
        let name = self.prepared.team().member(index).map_or("", |member| member.name());
        match self.names.fit(name, NAME) {
            empty if empty.is_empty() => format!("member {}", index + 1),
            name => name,
        }
    }

    /// This many members of one schedule, by the first: `Ana and Ben`, `8 people in Berlin (9–17)`.
    pub(crate) fn members_like(&self, first: usize, count: usize) -> String {
        let team = self.prepared.team();
        let Some(member) = team.member(first) else { return String::new() };
        if count <= 1 {
            return self.member(first);
        }
        let alike = team.members().filter(|other| {
            other.schedule_id() == member.schedule_id()
                && other.counts_as_required() == member.counts_as_required()
        });
        if self.by_name() || count <= MOST_TOGETHER {
            return and(&alike.take(count).map(|member| self.member(member.index())).collect::<Vec<_>>());
        }
        self.crowd(self.prepared.profile_of(member), count)
    }

    /// How names are shown.
    pub(crate) fn names(&self) -> Names {
        self.names
    }

    /// The heads of a profile, in roster order.
    pub(crate) fn members_of(&self, id: ProfileId) -> impl Iterator<Item = MemberRef<'p>> + use<'p> {
        let optional = self.is_optional(id);
        let members = self.prepared.members_of(id);
        members.filter(move |member| optional || member.counts_as_required())
    }

    /// The optional members of a profile: `Max and Zoe`, `8 people in Berlin (9–17)`.
    pub(crate) fn optional_of(&self, id: ProfileId) -> String {
        let count = self.prepared.profile(id).optional() as usize;
        if !self.by_name() && count > MOST_TOGETHER {
            return self.crowd(id, count);
        }
        let optional = self.prepared.members_of(id).filter(|member| !member.counts_as_required());
        and(&optional.map(|member| self.member(member.index())).collect::<Vec<_>>())
    }

    /// Whether the heads of a profile are called by their names.
    fn is_named(&self, id: ProfileId) -> bool {
        self.by_name() || self.heads(id) as usize <= MOST_TOGETHER
    }

    /// The profile in a cell of this many columns: `Ana and Ben`, `Max (optional)`, `Berlin, Paris 9–17 · 8
    /// people`.
    pub(crate) fn cell(&self, id: ProfileId, columns: usize) -> Vec<Text> {
        self.names.flowed(self.entry(id), columns)
    }

    /// The same in one line.
    pub(crate) fn entry(&self, id: ProfileId) -> String {
        let tail = if self.is_optional(id) { " (optional)" } else { "" };
        if self.is_named(id) {
            return self.label(id) + tail;
        }
        format!("{} · {}{tail}", self.what_of(id), dates::people(self.heads(id) as usize))
    }

    /// The profile in running text: `Ana and Ben`, `8 people in Berlin and Paris (9–17)`.
    pub(crate) fn label(&self, id: ProfileId) -> String {
        if !self.is_named(id) {
            return self.crowd(id, self.heads(id) as usize);
        }
        and(&self.members_of(id).map(|member| self.member(member.index())).collect::<Vec<_>>())
    }

    /// What those of a profile are: `Berlin, Paris 9–17`.
    pub(crate) fn what(&self, id: ProfileId) -> String {
        let tail = if self.is_optional(id) { " (optional)" } else { "" };
        self.what_of(id) + tail
    }

    fn what_of(&self, id: ProfileId) -> String {
        format!("{} {}", self.places(id, None).join(", "), self.brief_hours(id))
    }

    /// Those of a schedule, by what they are.
    fn crowd(&self, id: ProfileId, count: usize) -> String {
        let (people, places) = (dates::people(count), and(&self.places(id, None)));
        format!("{people} in {places} ({})", self.brief_hours(id))
    }

    fn brief_hours(&self, id: ProfileId) -> String {
        self.prepared.hours_of(id).map(clock::brief).collect::<Vec<_>>().join("; ")
    }

    /// The places of a profile's heads, each once, at most four.
    fn places(&self, id: ProfileId, on: Option<NaiveDate>) -> Vec<String> {
        let mut places: Vec<String> = Vec::new();
        for member in self.members_of(id).take(MOST_LOOKED_AT) {
            let place = self.place_of(member, on);
            if !places.contains(&place) {
                places.push(place);
            }
        }
        if places.len() > MOST_PLACES {
            places.truncate(MOST_PLACES - 1);
            places.push("elsewhere".to_owned());
        }
        places
    }

    /// Some profiles by name, then how many more: `Ana, Ben and 12 more`. A team of few is named whole.
    pub(crate) fn list(&self, ids: &[ProfileId], most: usize) -> String {
        let heads = self.heads_of(ids.iter().copied());
        if self.by_name() || heads <= most.saturating_add(1) {
            let members = ids.iter().flat_map(|id| self.members_of(*id));
            return and(&members.map(|member| self.member(member.index())).collect::<Vec<_>>());
        }
        let shown = shown_of(ids.len(), most);
        let mut names: Vec<String> = ids[..shown].iter().map(|id| self.label(*id)).collect();
        let left = self.heads_of(ids[shown..].iter().copied());
        if left > 0 {
            names.push(format!("{} more", dates::number(left as u64)));
        }
        names.join("; ")
    }

    /// The names of everybody of some profiles, however many.
    pub(crate) fn everybody_of(&self, ids: &[ProfileId]) -> Vec<String> {
        let mut members: Vec<usize> =
            ids.iter().flat_map(|id| self.members_of(*id)).map(MemberRef::index).collect();
        members.sort_unstable();
        members.into_iter().map(|index| self.member(index)).collect()
    }

    /// Everybody of a group in roster order, where people are called by name; else as a [`list`](Self::list).
    pub(crate) fn group(&self, ids: &[ProfileId], most: usize) -> String {
        if self.by_name() { and(&self.everybody_of(ids)) } else { self.list(ids, most) }
    }

    /// Where the first member works, as the roster has it: `Berlin`, `Bangalore`, `UTC+05:30`; on a date
    /// where they are then.
    pub(crate) fn place(&self, id: ProfileId, on: Option<NaiveDate>) -> String {
        let first = self.prepared.profile(id).first_member();
        self.prepared.team().member(first).map_or(String::new(), |member| self.place_of(member, on))
    }

    /// Where a member works.
    fn place_of(&self, member: MemberRef<'_>, on: Option<NaiveDate>) -> String {
        let place = on.map_or_else(|| place_of(member), |date| stays::place_on(self.prepared, member, date));
        self.names.fit(&place, NAME)
    }
}

/// Where a member lives: the place as typed, its first part where there are several (`Austin` of `Austin,
/// TX`), or else the city of the zone.
pub(crate) fn place_of(member: MemberRef<'_>) -> String {
    member.place().map_or_else(|| city::of_zone(&member.schedule().zone().name()), first_part)
}

/// `Austin` of `Austin, TX`.
pub(crate) fn first_part(place: &str) -> String {
    place.split(',').map(str::trim).find(|part| !part.is_empty()).unwrap_or(place).to_owned()
}

//! The rows of a table or a picture about people: one person, or a group with one schedule.

use chrono::NaiveDate;
use tzplan::{MemberRef, PreparedTeam, ProfileId};

use super::{Names, People};
use crate::words::dates;

/// A row of a table about people: one person, or a group with one schedule.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct PeopleRow {
    pub(crate) profile: ProfileId,
    pub(crate) required: bool,
    /// `Ana`, `Max (optional)`; the places of a group: `Berlin, Paris`.
    pub(crate) name: String,
    /// Where one person is, and how many a group is: `8 people`.
    pub(crate) place: String,
}

impl<'p> People<'p> {
    /// The rows of some profiles: everybody of them where the team is small, else one for each profile.
    /// A place is that on a date, where one is given.
    pub(crate) fn rows(&self, ids: &[ProfileId], on: Option<NaiveDate>) -> Vec<PeopleRow> {
        if !self.by_name() {
            let row = |id: &ProfileId| {
                let tail = if self.is_optional(*id) { " (optional)" } else { "" };
                let (name, place) = match self.is_named(*id) {
                    true => (self.entry(*id), self.place(*id, on)),
                    false => {
                        let places = self.places(*id, on).join(", ");
                        (places + tail, dates::people(self.heads(*id) as usize))
                    }
                };
                PeopleRow { profile: *id, required: !self.is_optional(*id), name, place }
            };
            return ids.iter().map(row).collect();
        }
        let mut members: Vec<MemberRef<'p>> = self.prepared.team().members().collect();
        members.retain(|member| ids.contains(&self.prepared.profile_of(*member)));
        // Stable: roster order among equals.
        members.sort_by_key(|member| !member.counts_as_required());
        let row = |member: MemberRef<'_>| {
            let tail = if member.counts_as_required() { "" } else { " (optional)" };
            PeopleRow {
                profile: self.prepared.profile_of(member),
                required: member.counts_as_required(),
                name: self.member(member.index()) + tail,
                place: self.place_of(member, on),
            }
        };
        members.into_iter().map(row).collect()
    }
}

/// Everybody as profiles, required ones first in roster order; where there are too many, those of most
/// members, and of a team in pods as many of each pod as there is room for. The second part is left out.
pub(crate) fn bars(
    prepared: &PreparedTeam,
    pods: &[Vec<ProfileId>],
    most: usize,
) -> (Vec<ProfileId>, Vec<ProfileId>) {
    // Nobody is named.
    let people = People::of(prepared, Names::Cut);
    let mut rows = everybody(prepared);
    if rows.len() <= most + 1 {
        return (rows, Vec::new());
    }
    // Stable: roster order among equals.
    rows.sort_by_key(|id| (people.is_optional(*id), std::cmp::Reverse(people.heads(*id))));
    let mut pod_of: Vec<Option<usize>> = vec![None; prepared.profiles().len()];
    for (place, pod) in pods.iter().enumerate() {
        pod.iter().for_each(|id| pod_of[id.index()] = Some(place));
    }
    // The first of each pod before the second of any; who is in none stands behind the pods.
    let mut taken = vec![0_usize; pods.len() + 1];
    let mut ranked: Vec<(usize, ProfileId)> = Vec::with_capacity(rows.len());
    for id in rows {
        let taken = &mut taken[pod_of[id.index()].unwrap_or(pods.len())];
        ranked.push((if pods.is_empty() { 0 } else { *taken }, id));
        *taken += 1;
    }
    ranked.sort_by_key(|(turn, _)| *turn);
    let mut rows: Vec<ProfileId> = ranked.into_iter().map(|(_, id)| id).collect();
    let left = rows.split_off(most);
    (rows, left)
}

/// The profiles with members, required ones first, in roster order.
pub(crate) fn everybody(prepared: &PreparedTeam) -> Vec<ProfileId> {
    let team = prepared.team();
    let optional = prepared.profiles().iter().filter(|p| p.required() == 0 && p.optional() > 0);
    let mut first: Vec<usize> = optional.map(|profile| profile.first_member().index()).collect();
    first.sort_unstable();
    let optional = first.into_iter().filter_map(|index| team.member(index));
    prepared.required().iter().copied().chain(optional.map(|member| prepared.profile_of(member))).collect()
}

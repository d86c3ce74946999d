//! Pods that candidates join or bridge, and people they relieve, in a cell.

use tzplan::{MemberRef, PreparedTeam, ProfileId};

/// Pods by their numbers, from 1 as on a page: `1 3`.
pub(crate) fn numbers(places: &[usize]) -> String {
    places.iter().map(|place| (place + 1).to_string()).collect::<Vec<_>>().join(" ")
}

/// The first members of some profiles by name: `Ana; Ben`.
pub(crate) fn names(prepared: &PreparedTeam, profiles: &[ProfileId]) -> String {
    let first = |profile: &ProfileId| prepared.profile(*profile).first_member().index();
    let members = profiles.iter().filter_map(|profile| prepared.team().member(first(profile)));
    members.map(MemberRef::name).collect::<Vec<_>>().join("; ")
}

//! `--move 'everyone like NAME=+1h'`: the day of all who have one week.

use std::collections::BTreeSet;

use tzplan::{Change, Horizon, MemberId, MemberRef, PreparedTeam, Shift};

use super::Changed;

/// Before the name of one of them.
const ALIKE: &str = "everyone like ";

/// Whose day is moved with that of somebody.
pub(super) struct Alike {
    /// The flag's value.
    pub(super) value: String,
    /// The place of one of them in the roster.
    pub(super) like: usize,
    pub(super) by: Shift,
    /// The place of the change among those shown.
    pub(super) shown: usize,
}

/// The name of one of them, where a flag means all.
pub(super) fn name(text: &str) -> Option<&str> {
    let text = text.trim_start();
    let (words, name) = (text.get(..ALIKE.len())?, text.get(ALIKE.len()..)?);
    words.eq_ignore_ascii_case(ALIKE).then_some(name)
}

/// All of a team, after every other change of it, whose clocks, hours and flex are those of a member all
/// year, and who count as required if the member does: these members, and nobody twice.
pub(super) fn members(
    after: &Changed,
    horizon: &Horizon,
    alike: &[Alike],
) -> Result<Vec<Vec<MemberId>>, String> {
    let prepared = PreparedTeam::new(&after.team, horizon.clone());
    let mut known: BTreeSet<MemberId> = BTreeSet::new();
    let of_one = |one: &Alike| {
        let fault = |why: &str| format!("--move '{}': {why}", one.value);
        let like = after.place_after(one.like).and_then(|place| after.team.member(place));
        let like = like.ok_or_else(|| fault("--without takes this person away; name another like them"))?;
        let group = prepared.members_of(prepared.profile_of(like));
        let group = group.filter(|other| other.counts_as_required() == like.counts_as_required());
        let group: Vec<MemberId> = group.map(MemberRef::id).collect();
        match group.iter().all(|member| known.insert(*member)) {
            true => Ok(group),
            false => Err(fault("another --move is of the same people; drop one of the two")),
        }
    };
    alike.iter().map(of_one).collect()
}

/// Their days moved.
pub(super) fn shifts(groups: &[Vec<MemberId>], alike: &[Alike]) -> Vec<Change> {
    let of_group = |(group, alike): (&Vec<MemberId>, &Alike)| {
        let by = alike.by;
        group.iter().map(move |&member| Change::Shift { member, by }).collect::<Vec<_>>()
    };
    groups.iter().zip(alike).flat_map(of_group).collect()
}

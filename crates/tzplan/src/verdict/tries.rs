//! What is tried to find next steps: whose day may be moved by how much, one member for each way to be told
//! apart.

use crate::lineup::{Lineup, OneOf, Slot};
use crate::team::{Attendance, MemberId};

/// By how many minutes whose day is moved.
pub(super) type Try = (i32, OneOf, MemberId);

/// Minutes by which a member of a slot may be moved all year, from the stated hours; where the day is moved
/// already, to another place.
pub(super) fn affordable_moves(lineup: &Lineup<'_>, slot: usize) -> Vec<i32> {
    let crowds = lineup.classes.iter().map(|class| &class.crowds[class.crowd_of[slot]]);
    let weeks = crowds.map(|crowd| &*crowd.stated);
    let (flex, policy) = (lineup.slots[slot].flex, &lineup.policy);
    let moves = lineup.tables.affordable_all_year(weeks, flex, policy);
    moves.moves().filter(|by| *by != lineup.slots[slot].moved).collect()
}

/// The first member of every profile who is not marked as required, and the first who is; in roster order.
pub(super) fn ones(lineup: &Lineup<'_>) -> Vec<(OneOf, MemberId)> {
    let prepared = &lineup.prepared;
    let mut firsts: Vec<[Option<MemberId>; 2]> = vec![[None; 2]; prepared.profiles().len()];
    for member in prepared.team().members().filter(|member| prepared.is_required(*member)) {
        let marked = member.attendance() == Attendance::Required;
        firsts[prepared.profile_of(member).index()][usize::from(marked)].get_or_insert(member.id());
    }
    let of_slot = |(place, slot): (usize, &Slot)| {
        let [unmarked, marked] = firsts[slot.profile.index()];
        let one = |marked| move |member| (OneOf { slot: place, marked }, member);
        unmarked.map(one(false)).into_iter().chain(marked.map(one(true)))
    };
    let mut ones: Vec<_> = lineup.slots.iter().enumerate().flat_map(of_slot).collect();
    ones.sort_by_key(|(_, member)| *member);
    ones
}

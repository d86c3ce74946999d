//! Peers: with whom somebody meets the target as a pair.

use crate::lineup::Lineup;
use crate::season::ProfileId;

/// The profiles of members with whom no other required member meets the target as a pair, in roster order.
pub(super) fn without_peer(lineup: &Lineup<'_>) -> Vec<ProfileId> {
    let slots = &lineup.slots;
    let meets = |a: usize, b: usize| {
        lineup.all_but_grace(|class| class.group_of([a, b].into_iter()).meets(lineup.target))
    };
    let alone = |slot: &usize| {
        let mut others = (0..slots.len()).filter(|other| other != slot);
        // Members of one profile are peers, unless they have no hours at all.
        let twin = slots[*slot].heads > 1 && meets(*slot, *slot);
        !twin && !others.any(|other| meets(*slot, other))
    };
    (0..slots.len()).filter(alone).map(|slot| slots[slot].profile).collect()
}

//! Slots: members who are counted as one, and where those of some profiles are.

use std::collections::{HashMap, HashSet};

use super::Lineup;
use crate::minutes::Minutes;
use crate::season::ProfileId;

/// Required members of one profile whose day is moved by the same.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Slot {
    pub(crate) profile: ProfileId,
    pub(crate) heads: u32,
    /// How many of them are marked as required.
    pub(crate) marked: u32,
    /// How far their day may be moved, where that is stated.
    pub(crate) flex: Option<Minutes>,
    /// Minutes by which their day is moved already from the stated hours, all year.
    pub(crate) moved: i32,
}

/// One member of a slot, who is marked as required or not.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct OneOf {
    pub(crate) slot: usize,
    pub(crate) marked: bool,
}

impl Lineup<'_> {
    /// The places of some profiles' slots.
    pub(crate) fn slots_of(&self, profiles: &[ProfileId]) -> impl Iterator<Item = usize> {
        let wanted: HashSet<ProfileId> = profiles.iter().copied().collect();
        (0..self.slots.len()).filter(move |slot| wanted.contains(&self.slots[*slot].profile))
    }

    /// The places of the slots of each of some groups of profiles, which have none in common; in order.
    pub(crate) fn slots_of_each(&self, groups: &[Vec<ProfileId>]) -> Vec<Vec<usize>> {
        let numbered = groups.iter().enumerate();
        let group_of: HashMap<ProfileId, usize> = numbered
            .flat_map(|(number, group)| group.iter().map(move |profile| (*profile, number)))
            .collect();
        let mut slots: Vec<Vec<usize>> = vec![Vec::new(); groups.len()];
        for (place, slot) in self.slots.iter().enumerate() {
            if let Some(group) = group_of.get(&slot.profile) {
                slots[*group].push(place);
            }
        }
        slots
    }
}

//! A team after its changes.

use tzplan::Team;
use tzplan_report::{Assumption, Change as Shown};

/// A team after its changes.
pub(crate) struct Changed {
    pub(crate) team: Team,
    /// The changes, as reports show them.
    pub(crate) shown: Vec<Shown>,
    /// What the flags leave open.
    pub(crate) assumptions: Vec<Assumption>,
    /// The places of those who left, sorted.
    pub(super) leaving: Vec<usize>,
}

impl Changed {
    /// The place of a member of the roster after the changes; `None` for those who left.
    pub(crate) fn place_after(&self, member: usize) -> Option<usize> {
        let left = self.leaving.partition_point(|left| *left < member);
        (self.leaving.get(left) != Some(&member)).then_some(member - left)
    }

    /// The place that a member had before the changes; past the end for somebody who was added.
    pub(crate) fn place_before(&self, member: usize) -> usize {
        // How many who left stood before: the first this many leave that many fewer places before the next.
        let (mut low, mut high) = (0, self.leaving.len());
        while low < high {
            let middle = usize::midpoint(low, high);
            if self.leaving[middle] - middle <= member {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        member + low
    }
}

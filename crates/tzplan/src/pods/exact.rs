//! The exact partition for up to 24 distinct profiles: branch and bound over the profiles, each put into an
//! open pod or a new one.
//!
//! What may share a pod is closed under leaving, so a pod that fails once fails whoever joins it, and pairs
//! that cannot share cut most branches. The four aims are met one after the other: the fewest pods in which
//! half of the members share, the most members sharing, the best worst pod, and last roster order.

use std::collections::HashMap;

use super::compatible::Compatible;
use super::{Pods, describe};
use crate::lineup::Lineup;
use crate::minutes::PerDay;

/// A pod as a set of slots.
type Mask = u32;

pub(super) fn half_can_share(lineup: &Lineup<'_>) -> bool {
    let mut search = Search::new(lineup);
    search
        .lone_allowed()
        .is_some_and(|lone| (2..=search.slots).any(|count| search.find(count, lone, None).is_some()))
}

pub(super) fn partition(lineup: &Lineup<'_>) -> Option<Pods> {
    let mut search = Search::new(lineup);
    let lower_bound = search.compatible.apart().len().max(2);
    let with_half = search.lone_allowed().and_then(|most| {
        (lower_bound..=search.slots).find_map(|count| {
            // Fewest alone is most sharing: a pod that shares has no lone head.
            (0..=most).find(|lone| search.find(count, *lone, None).is_some()).map(|lone| (count, lone))
        })
    });
    let anyhow = |search: &mut Search<'_, '_>| {
        let everybody = search.slots;
        (lower_bound..=everybody).find_map(|count| {
            (0..=everybody).find(|lone| search.find(count, *lone, None).is_some()).map(|l| (count, l))
        })
    };
    let (count, lone) = match with_half {
        Some(found) => found,
        None => anyhow(&mut search)?,
    };
    let mut best = search.find(count, lone, None)?;
    while let Some(better) =
        search.worst(&best).and_then(|worst| search.find(count, lone, Some(Floor::Above(worst))))
    {
        best = better;
    }
    let floor = search.worst(&best).map(Floor::AtLeast);
    search.order = (0..search.slots).collect();
    let first_in_roster_order = search.find(count, lone, floor)?;
    let slots_of = |mask: &Mask| (0..search.slots).filter(|slot| mask >> slot & 1 == 1).collect();
    let pods = first_in_roster_order.iter().map(slots_of).collect();
    Some(describe(&search.compatible, pods, true, count))
}

/// What the year-minimum of every shared pod has to reach.
#[derive(Clone, Copy, Debug)]
enum Floor {
    Above(PerDay),
    AtLeast(PerDay),
}

impl Floor {
    fn admits(self, value: PerDay) -> bool {
        match self {
            Self::Above(floor) => value.cmp_value(floor).is_gt(),
            Self::AtLeast(floor) => value.reaches(floor),
        }
    }
}

struct Search<'l, 'a> {
    compatible: Compatible<'l, 'a>,
    slots: usize,
    /// The order in which slots are placed.
    order: Vec<usize>,
    /// For each slot, those it cannot share a pod with.
    conflicts: Vec<Mask>,
    meets: HashMap<Mask, bool>,
    year_min: HashMap<Mask, PerDay>,
    year_min_at_most: HashMap<Mask, PerDay>,
}

impl<'l, 'a> Search<'l, 'a> {
    fn new(lineup: &'l Lineup<'a>) -> Self {
        let compatible = Compatible::new(lineup);
        let slots = lineup.slots.len();
        let mut conflicts: Vec<Mask> = vec![0; slots];
        for a in 0..slots {
            for b in a + 1..slots {
                if !compatible.meets(&[a, b]) {
                    conflicts[a] |= 1 << b;
                    conflicts[b] |= 1 << a;
                }
            }
        }
        let mut order: Vec<usize> = (0..slots).collect();
        order.sort_by_key(|slot| std::cmp::Reverse(conflicts[*slot].count_ones()));
        let (meets, year_min, year_min_at_most) = Default::default();
        Self { compatible, slots, order, conflicts, meets, year_min, year_min_at_most }
    }

    /// The most members that may be alone so that half share; `None` when more have to be.
    fn lone_allowed(&self) -> Option<usize> {
        let everybody: Mask = (1 << self.slots) - 1;
        let alone =
            |slot: &usize| self.heads(1 << slot) == 1 && self.conflicts[*slot] == everybody & !(1 << slot);
        let most = self.compatible.lineup.heads() as usize / 2;
        ((0..self.slots).filter(alone).count() <= most).then_some(most)
    }

    /// The first partition, in the present order, into exactly `count` pods that meet the target, of which at
    /// most `lone` hold one member only and the others reach the floor.
    fn find(&mut self, count: usize, lone: usize, floor: Option<Floor>) -> Option<Vec<Mask>> {
        let mut pods = Vec::with_capacity(count);
        self.place(0, &mut pods, count, lone, floor).then_some(pods)
    }

    fn place(
        &mut self,
        next: usize,
        pods: &mut Vec<Mask>,
        count: usize,
        lone: usize,
        floor: Option<Floor>,
    ) -> bool {
        let left = self.slots - next;
        if pods.len() + left < count || self.lone_for_good(pods, next) > lone {
            return false;
        }
        if left == 0 {
            return floor.is_none_or(|floor| {
                pods.iter().all(|pod| self.heads(*pod) == 1 || floor.admits(self.year_min(*pod)))
            });
        }
        let slot = self.order[next];
        for index in 0..pods.len() {
            if pods[index] & self.conflicts[slot] == 0 && self.may_be(pods[index] | 1 << slot, floor) {
                pods[index] |= 1 << slot;
                if self.place(next + 1, pods, count, lone, floor) {
                    return true;
                }
                pods[index] &= !(1 << slot);
            }
        }
        if pods.len() < count && self.may_be(1 << slot, floor) {
            pods.push(1 << slot);
            if self.place(next + 1, pods, count, lone, floor) {
                return true;
            }
            pods.pop();
        }
        false
    }

    /// How many pods of one member nobody left to place can join.
    fn lone_for_good(&self, pods: &[Mask], next: usize) -> usize {
        let left = self.order[next..].iter().fold(0, |left, slot| left | 1 << slot);
        let joinable = |pod: Mask| left & !self.conflicts[pod.trailing_zeros() as usize] != 0;
        pods.iter().filter(|pod| self.heads(**pod) == 1 && !joinable(**pod)).count()
    }

    /// Whether a pod may be part of a partition, whoever joins it yet.
    fn may_be(&mut self, pod: Mask, floor: Option<Floor>) -> bool {
        self.meets(pod)
            && (self.heads(pod) == 1 || floor.is_none_or(|floor| floor.admits(self.year_min_at_most(pod))))
    }

    /// The year-minimum of the worst shared pod.
    fn worst(&mut self, pods: &[Mask]) -> Option<PerDay> {
        let shared: Vec<Mask> = pods.iter().copied().filter(|pod| self.heads(*pod) > 1).collect();
        shared.into_iter().map(|pod| self.year_min(pod)).reduce(PerDay::min_value)
    }

    fn heads(&self, pod: Mask) -> u32 {
        members(pod).map(|slot| self.compatible.lineup.slots[slot].heads).sum()
    }

    fn meets(&mut self, pod: Mask) -> bool {
        let compatible = &self.compatible;
        *self.meets.entry(pod).or_insert_with(|| compatible.meets(&members(pod).collect::<Vec<_>>()))
    }

    fn year_min(&mut self, pod: Mask) -> PerDay {
        let compatible = &self.compatible;
        *self.year_min.entry(pod).or_insert_with(|| compatible.year_min(&members(pod).collect::<Vec<_>>()))
    }

    fn year_min_at_most(&mut self, pod: Mask) -> PerDay {
        let compatible = &self.compatible;
        let bound = || compatible.year_min_at_most(&members(pod).collect::<Vec<_>>());
        *self.year_min_at_most.entry(pod).or_insert_with(bound)
    }
}

fn members(pod: Mask) -> impl Iterator<Item = usize> {
    (0..Mask::BITS as usize).filter(move |slot| pod >> slot & 1 == 1)
}

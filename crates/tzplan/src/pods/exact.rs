//! The exact partition of up to 24 units: branch and bound over the units, each put into an open part or a
//! new one.
//!
//! What may share a part is closed under leaving, so a part that fails once fails whoever joins it, and pairs
//! that cannot share cut most branches. The aims are met one after the other: the fewest parts with which
//! half of the members share and everybody marked does, the most members sharing, the best worst pod, and
//! last profile order.

use std::collections::HashMap;

use super::Shape;
use super::compatible::{Aim, Compatible, Mask, Part, units_of};
use super::split::Split;
use crate::minutes::PerDay;

impl Split<'_, '_, '_> {
    /// How many parts the best partition has, and how many members share one.
    pub(crate) fn shape(&self, aim: Aim) -> Option<Shape> {
        let mut search = Search::new(self, aim);
        let (count, isolated) = search.fewest()?;
        Some(Shape { parts: count as u32, sharing: self.heads() - isolated })
    }
}

/// The best partition of everybody, its parts numbered by their first unit.
pub(super) fn partition(compatible: &Compatible<'_, '_>, aim: Aim) -> Option<Vec<Part>> {
    let split = Split::of(compatible);
    let mut search = Search::new(&split, aim);
    let (count, isolated) = search.fewest()?;
    let mut best = search.find(count, isolated, None)?;
    while let Some(better) =
        search.worst(&best).and_then(|worst| search.find(count, isolated, Some(Floor::Above(worst))))
    {
        best = better;
    }
    let floor = search.worst(&best).map(Floor::AtLeast);
    search.order.sort_unstable();
    let first_in_profile_order = search.find(count, isolated, floor)?;
    Some(first_in_profile_order.into_iter().map(|mask| units_of(mask).collect()).collect())
}

/// What the year-minimum of every pod has to reach.
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

struct Search<'s, 'c, 'l, 'a> {
    split: &'s Split<'c, 'l, 'a>,
    most_isolated: u32,
    /// Units that have to share a part: a marked person each. Empty where marks are not asked.
    have_to_share: Mask,
    /// The order in which units are placed.
    order: Vec<usize>,
    year_min: HashMap<Mask, PerDay>,
    year_min_at_most: HashMap<Mask, PerDay>,
}

impl<'s, 'c, 'l, 'a> Search<'s, 'c, 'l, 'a> {
    fn new(split: &'s Split<'c, 'l, 'a>, aim: Aim) -> Self {
        let mut order: Vec<usize> = split.units().collect();
        order.sort_by_key(|unit| std::cmp::Reverse(split.conflicts[*unit].count_ones()));
        let (heads, marked) = (split.heads(), split.marked());
        let have_to_share = match aim.marked_share(heads, marked) {
            true => split
                .units()
                .filter(|unit| split.counts[*unit] == (1, 1))
                .fold(0, |all, unit| all | 1 << unit),
            false => 0,
        };
        let (year_min, year_min_at_most) = Default::default();
        let most_isolated = aim.most_isolated(heads);
        Self { split, most_isolated, have_to_share, order, year_min, year_min_at_most }
    }

    /// The fewest parts, and with this many the fewest isolated members.
    fn fewest(&mut self) -> Option<(usize, u32)> {
        if self.order.len() < 2 || !self.may_hold() {
            return None;
        }
        let lower_bound = self.split.apart().len().max(2);
        (lower_bound..=self.order.len()).find_map(|count| {
            self.find(count, self.most_isolated, None)?;
            // Fewest isolated is most sharing.
            let isolated = (0..=self.most_isolated).find(|most| self.find(count, *most, None).is_some());
            isolated.map(|isolated| (count, isolated))
        })
    }

    /// Whether those who can share a part with nobody leave enough others; a quick test.
    fn may_hold(&self) -> bool {
        let present = self.order.iter().fold(0, |all: Mask, unit| all | 1 << unit);
        let alone = |unit: &&usize| {
            self.heads(1 << **unit) == 1 && self.split.conflicts[**unit] & present == present & !(1 << **unit)
        };
        let alone: Vec<&usize> = self.order.iter().filter(alone).collect();
        alone.len() <= self.most_isolated as usize
            && alone.iter().all(|unit| self.have_to_share >> **unit & 1 == 0)
    }

    /// The first partition, in the present order, into exactly `count` parts that meet the target, of which
    /// at most `isolated` hold one member only and the others reach the floor.
    fn find(&mut self, count: usize, isolated: u32, floor: Option<Floor>) -> Option<Vec<Mask>> {
        let mut parts = Vec::with_capacity(count);
        self.place(0, &mut parts, count, isolated, floor).then_some(parts)
    }

    fn place(
        &mut self,
        next: usize,
        parts: &mut Vec<Mask>,
        count: usize,
        isolated: u32,
        floor: Option<Floor>,
    ) -> bool {
        let left = self.order.len() - next;
        if parts.len() + left < count || !self.few_isolated(parts, next, isolated) {
            return false;
        }
        if left == 0 {
            return floor.is_none_or(|floor| {
                parts.iter().all(|part| self.heads(*part) == 1 || floor.admits(self.year_min(*part)))
            });
        }
        let unit = self.order[next];
        for index in 0..parts.len() {
            if parts[index] & self.split.conflicts[unit] == 0 && self.may_be(parts[index] | 1 << unit, floor)
            {
                parts[index] |= 1 << unit;
                if self.place(next + 1, parts, count, isolated, floor) {
                    return true;
                }
                parts[index] &= !(1 << unit);
            }
        }
        if parts.len() < count && self.may_be(1 << unit, floor) {
            parts.push(1 << unit);
            if self.place(next + 1, parts, count, isolated, floor) {
                return true;
            }
            parts.pop();
        }
        false
    }

    /// Whether no more members than allowed are in a part that nobody left to place can join, and nobody who
    /// has to share.
    fn few_isolated(&self, parts: &[Mask], next: usize, most: u32) -> bool {
        let left = self.order[next..].iter().fold(0, |left, unit| left | 1 << unit);
        let joinable = |part: Mask| left & !self.split.conflicts[part.trailing_zeros() as usize] != 0;
        let for_good = parts.iter().filter(|part| self.heads(**part) == 1 && !joinable(**part));
        let (count, mask) = for_good.fold((0, 0), |(count, mask), part| (count + 1, mask | part));
        count <= most && mask & self.have_to_share == 0
    }

    /// Whether a part may be in a partition, whoever joins it yet.
    fn may_be(&mut self, part: Mask, floor: Option<Floor>) -> bool {
        self.split.meets(part)
            && (self.heads(part) == 1 || floor.is_none_or(|floor| floor.admits(self.year_min_at_most(part))))
    }

    /// The year-minimum of the worst pod.
    fn worst(&mut self, parts: &[Mask]) -> Option<PerDay> {
        let pods: Vec<Mask> = parts.iter().copied().filter(|part| self.heads(*part) > 1).collect();
        pods.into_iter().map(|pod| self.year_min(pod)).reduce(PerDay::min_value)
    }

    fn heads(&self, part: Mask) -> u32 {
        units_of(part).map(|unit| self.split.counts[unit].0).sum()
    }

    fn year_min(&mut self, part: Mask) -> PerDay {
        let compatible = self.split.compatible;
        *self.year_min.entry(part).or_insert_with(|| compatible.year_min(&units_of(part).collect::<Vec<_>>()))
    }

    fn year_min_at_most(&mut self, part: Mask) -> PerDay {
        let compatible = self.split.compatible;
        let bound = || compatible.year_min_at_most(&units_of(part).collect::<Vec<_>>());
        *self.year_min_at_most.entry(part).or_insert_with(bound)
    }
}

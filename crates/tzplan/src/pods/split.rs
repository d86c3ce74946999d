//! Whom to split into parts: everybody, or everybody but for one member who is away or whose day is moved.

use std::cell::RefCell;
use std::collections::HashMap;

use super::Shape;
use super::compatible::{Compatible, Mask};
use crate::lineup::Lineup;
use crate::season::Week;
use crate::target::pair_meets;

/// Up to 24 units and somebody moved.
#[derive(Debug)]
pub(crate) struct Split<'c, 'l, 'a> {
    pub(super) compatible: &'c Compatible<'l, 'a>,
    /// Heads and how many of them are marked, by unit; somebody moved is a unit of their own, the last.
    pub(super) counts: Vec<(u32, u32)>,
    /// For each unit, those it cannot share a part with.
    pub(super) conflicts: Vec<Mask>,
    moved: Option<Moved>,
}

/// Somebody who is not in the units: whose day is moved, or who joins.
#[derive(Debug)]
struct Moved {
    stretches: Vec<Stretch>,
    /// A unit with the same patterns, which they form one with.
    joins: Option<usize>,
    known: RefCell<HashMap<Mask, bool>>,
}

/// Days of a class on which somebody has one week.
#[derive(Debug)]
pub(super) struct Stretch {
    /// The place of the class.
    pub(super) class: usize,
    /// The first of them, since 1970.
    pub(super) first_day: i32,
    pub(super) days: u32,
    pub(super) week: Week,
}

impl<'c, 'l, 'a> Split<'c, 'l, 'a> {
    /// Everybody.
    pub(super) fn of(compatible: &'c Compatible<'l, 'a>) -> Self {
        let counts = compatible.units.iter().map(|unit| (unit.heads, unit.marked)).collect();
        Self { compatible, counts, conflicts: compatible.conflicts().to_vec(), moved: None }
    }

    /// The same without a member of a unit.
    pub(super) fn without(mut self, unit: usize, marked: bool) -> Self {
        self.counts[unit].0 -= 1;
        self.counts[unit].1 -= u32::from(marked);
        self
    }

    /// The same with one more, who has these weeks on these days; together they are the horizon.
    pub(super) fn with(mut self, stretches: Vec<Stretch>, marked: bool) -> Self {
        let lineup = self.compatible.lineup;
        let week = |class: usize, slot: usize| {
            let class = &lineup.classes[class];
            class.crowds[class.crowd_of[slot]].week()
        };
        let present: Vec<usize> = self.units().collect();
        let slots = |unit: usize| self.compatible.units[unit].slots.iter().copied();
        let equal = |unit: &usize| {
            let slot = self.compatible.units[*unit].slots[0];
            stretches.iter().all(|own| own.week.pattern() == week(own.class, slot).pattern())
        };
        let joins = present.iter().copied().find(equal);
        let mut count = (1, u32::from(marked));
        if let Some(unit) = joins {
            count.0 += self.counts[unit].0;
            count.1 += self.counts[unit].1;
            self.counts[unit] = (0, 0);
        }
        let own_unit = self.counts.len();
        // Of a unit with several slots a pair is not all there is to it.
        let pairs = |unit: usize| joins.is_none() && self.compatible.units[unit].slots.len() == 1;
        let meets_as_pair = |unit: usize| {
            let slot = slots(unit).next().expect("a unit has a slot");
            let meets = |own: &Stretch| pair_meets(week(own.class, slot), &own.week, lineup.target);
            all_but_grace(lineup, &stretches, meets)
        };
        let known: HashMap<Mask, bool> = present
            .iter()
            .filter(|unit| pairs(**unit))
            .map(|unit| (1 << *unit | 1 << own_unit, meets_as_pair(*unit)))
            .collect();
        self.counts.push(count);
        self.conflicts.push(0);
        self.moved = Some(Moved { stretches, joins, known: RefCell::new(known) });
        for unit in present.into_iter().filter(|unit| joins != Some(*unit)) {
            if !self.meets(1 << unit | 1 << own_unit) {
                self.conflicts[unit] |= 1 << own_unit;
                self.conflicts[own_unit] |= 1 << unit;
            }
        }
        self
    }

    /// The units with anybody in them.
    pub(super) fn units(&self) -> impl Iterator<Item = usize> + '_ {
        (0..self.counts.len()).filter(|unit| self.counts[*unit].0 > 0)
    }

    pub(crate) fn heads(&self) -> u32 {
        self.counts.iter().map(|(heads, _)| heads).sum()
    }

    pub(super) fn marked(&self) -> u32 {
        self.counts.iter().map(|(_, marked)| marked).sum()
    }

    /// Whether the units of a part meet the target together.
    pub(super) fn meets(&self, part: Mask) -> bool {
        let own_unit: Mask = 1 << self.compatible.units.len();
        match &self.moved {
            Some(moved) if part & own_unit != 0 => {
                if let Some(known) = moved.known.borrow().get(&part) {
                    return *known;
                }
                let joined = moved.joins.map_or(0, |unit| 1 << unit);
                let others = part & !own_unit | joined;
                let with = |own: &Stretch| self.compatible.meets_with(others, own.class, &own.week);
                let meets = all_but_grace(self.compatible.lineup, &moved.stretches, with);
                moved.known.borrow_mut().insert(part, meets);
                meets
            }
            _ => self.compatible.meets(part),
        }
    }

    /// The most members who can share a part, and the fewest parts: nobody who can share with nobody does,
    /// and units no two of which can share are apart. Quick, and not always reached.
    pub(crate) fn bounds(&self) -> Shape {
        let present = self.units().fold(0, |mask: Mask, unit| mask | 1 << unit);
        let alone = |unit: &usize| {
            self.counts[*unit].0 == 1 && self.conflicts[*unit] & present == present & !(1 << *unit)
        };
        Shape {
            sharing: self.heads() - self.units().filter(alone).count() as u32,
            parts: self.apart().len() as u32,
        }
    }

    /// A set of units no two of which can share a part, grown greedily: no partition has fewer parts.
    pub(super) fn apart(&self) -> Vec<usize> {
        let mut apart: Vec<usize> = Vec::new();
        for unit in self.units() {
            if apart.iter().all(|other| self.conflicts[unit] >> other & 1 == 1) {
                apart.push(unit);
            }
        }
        apart
    }
}

/// Whether the stretches that fail a test have no more days than the grace.
pub(super) fn all_but_grace(
    lineup: &Lineup<'_>,
    stretches: &[Stretch],
    mut passes: impl FnMut(&Stretch) -> bool,
) -> bool {
    let grace = lineup.grace();
    let mut failing = 0;
    stretches.iter().all(|own| {
        if !passes(own) {
            failing += own.days;
        }
        failing <= grace
    })
}

//! Somebody who joins a team, as its parts see them.

use std::cmp::Ordering;

use super::compatible::{Compatible, Part};
use super::open_part::{Days, Shared};
use super::split::{Stretch, all_but_grace};
use crate::season::Week;
use crate::target::{Group, pair_meets};

/// Somebody who joins, with their weeks on the days of the horizon.
#[derive(Debug)]
pub(super) struct Joins<'s> {
    pub(super) stretches: &'s [Stretch],
    /// Their place among the units in profile order.
    pub(super) place: usize,
    /// The unit with the same patterns, where there is one: they form one with it.
    pub(super) unit: Option<usize>,
    /// Whether they are as somebody of it is: the same workdays and spans.
    pub(super) is_like_the_unit: bool,
    /// The spans of their days on the first days of the horizon.
    pub(super) first: &'s Week,
}

impl<'s> Joins<'s> {
    pub(super) fn of(compatible: &Compatible<'_, '_>, stretches: &'s [Stretch]) -> Self {
        let mut in_order: Vec<&Stretch> = stretches.iter().collect();
        in_order.sort_by_key(|own| own.first_day);
        // As profiles compare: by their patterns, first season first.
        let compare = |unit: usize| {
            let slot = compatible.units[unit].slots[0];
            let by_season = in_order.iter().map(|own| {
                let theirs = week_of(compatible, own.class, slot).pattern();
                theirs.iter().cmp(own.week.pattern().iter())
            });
            by_season.fold(Ordering::Equal, Ordering::then)
        };
        let units: Vec<usize> = (0..compatible.units.len()).collect();
        let found = units.binary_search_by(|unit| compare(*unit));
        let is_like = |slot: &usize| {
            stretches.iter().all(|own| {
                let theirs = week_of(compatible, own.class, *slot);
                theirs.workdays() == own.week.workdays() && days(theirs).eq(days(&own.week))
            })
        };
        let unit = found.ok();
        Self {
            stretches,
            place: found.unwrap_or_else(|place| place),
            unit,
            is_like_the_unit: unit.is_some_and(|unit| compatible.units[unit].slots.iter().any(is_like)),
            first: &in_order[0].week,
        }
    }

    /// Whether they meet the target with a unit.
    pub(super) fn meets_unit(&self, compatible: &Compatible<'_, '_>, unit: usize) -> bool {
        let slots = &compatible.units[unit].slots;
        all_but_grace(compatible.lineup, self.stretches, |own| match &slots[..] {
            [slot] => pair_meets(week_of(compatible, own.class, *slot), &own.week, compatible.lineup.target),
            _ => self.group_meets(compatible, own, &[unit]),
        })
    }

    /// Whether a part that is so by class meets the target with them.
    pub(super) fn may_join(
        &self,
        compatible: &Compatible<'_, '_>,
        part: &[Shared],
        members: impl Fn() -> Part,
    ) -> bool {
        all_but_grace(compatible.lineup, self.stretches, |own| {
            let known = part[own.class].meets_with(&own.week, Days::of(&own.week), compatible);
            known.unwrap_or_else(|| self.group_meets(compatible, own, &members()))
        })
    }

    /// Whether a part that they are in, and that is so by stretch, meets the target with one unit more.
    pub(super) fn let_join(
        &self,
        compatible: &Compatible<'_, '_>,
        part: &[Shared],
        members: &[usize],
        unit: usize,
    ) -> bool {
        let mut known = part.iter();
        all_but_grace(compatible.lineup, self.stretches, |own| {
            let known = known.next().expect("an entry for each stretch");
            known.meets_with_unit(compatible, own.class, unit).unwrap_or_else(|| {
                let all: Part = members.iter().copied().chain([unit]).collect();
                self.group_meets(compatible, own, &all)
            })
        })
    }

    /// The same of units with them, judged by the whole group.
    fn group_meets(&self, compatible: &Compatible<'_, '_>, own: &Stretch, units: &[usize]) -> bool {
        let slots = units.iter().flat_map(|unit| &compatible.units[*unit].slots).copied();
        let others = compatible.lineup.classes[own.class].weeks_of(slots);
        Group::new(others.chain([&own.week]).collect()).meets(compatible.lineup.target)
    }
}

fn week_of<'c>(compatible: &'c Compatible<'_, '_>, class: usize, slot: usize) -> &'c Week {
    let class = &compatible.lineup.classes[class];
    class.crowds[class.crowd_of[slot]].week()
}

fn days(week: &Week) -> impl Iterator<Item = (i32, i32)> {
    week.spans().iter().map(|span| (span.utc_start, span.length))
}

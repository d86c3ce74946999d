//! Partitions of lineups that differ from one in one member, whose other groups are judged once.

use super::compatible::Compatible;
use super::is_exact;
use super::split::{Split, Stretch};
use crate::lineup::{Lineup, OneOf, WeekClass};

/// A lineup of up to 24 profiles, ready to be split without one member, or with one moved.
#[derive(Debug)]
pub(crate) struct Regroup<'l, 'a> {
    compatible: Compatible<'l, 'a>,
    /// By slot.
    unit_of: Vec<usize>,
}

impl<'l, 'a> Regroup<'l, 'a> {
    /// `None` beyond [`EXACT_PROFILES`](super::Pods::EXACT_PROFILES).
    pub(crate) fn of(lineup: &'l Lineup<'a>) -> Option<Self> {
        let compatible = Compatible::new(lineup);
        let mut unit_of = vec![0; lineup.slots.len()];
        for (place, unit) in compatible.units.iter().enumerate() {
            unit.slots.iter().for_each(|slot| unit_of[*slot] = place);
        }
        is_exact(&compatible).then_some(Self { compatible, unit_of })
    }

    /// Everybody but one. `None` where their profile goes and others with the same patterns stay.
    pub(crate) fn without(&self, one: OneOf) -> Option<Split<'_, 'l, 'a>> {
        let unit = self.unit_of[one.slot];
        let others_alike = self.compatible.units[unit].slots.len() > 1;
        let profile_goes = self.compatible.lineup.slots[one.slot].heads == 1;
        (!(others_alike && profile_goes)).then(|| Split::of(&self.compatible).without(unit, one.marked))
    }

    /// Everybody, one of them moved by this many minutes from the stated hours, all year. `None` as for
    /// [`without`](Self::without).
    pub(crate) fn moved(&self, one: OneOf, by: i32) -> Option<Split<'_, 'l, 'a>> {
        let stretch = |(class, weeks): (usize, &WeekClass<'a>)| Stretch {
            class,
            first_day: weeks.first_day,
            days: weeks.days,
            week: weeks.crowds[weeks.crowd_of[one.slot]].stated.moved(by),
        };
        let stretches = self.compatible.lineup.classes.iter().enumerate().map(stretch);
        Some(self.without(one)?.with(stretches.collect(), one.marked))
    }
}

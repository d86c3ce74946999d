//! Who can share a part with whom.

use super::units::{Unit, units};
use crate::lineup::{Lineup, WeekClass};
use crate::minutes::PerDay;
use crate::target::Group;

/// Units that form a part, by their places in profile order.
pub(super) type Part = Vec<usize>;

/// What a partition is asked for, besides that each part meets the target.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Aim {
    /// Half of the members share a part; so does everybody marked, where some but not all are.
    Hybrid,
    /// Nothing else.
    Fewest,
}

/// Questions about parts of a lineup.
pub(super) struct Compatible<'l, 'a> {
    pub(super) lineup: &'l Lineup<'a>,
    pub(super) units: Vec<Unit>,
    fewest_workdays: u32,
}

impl<'l, 'a> Compatible<'l, 'a> {
    pub(super) fn new(lineup: &'l Lineup<'a>) -> Self {
        let crowds = lineup.classes.iter().flat_map(|class| &class.crowds);
        let fewest_workdays = crowds.map(|crowd| crowd.week().workdays()).min().unwrap_or(1).max(1);
        Self { lineup, units: units(lineup), fewest_workdays }
    }

    pub(super) fn heads(&self, part: &[usize]) -> u32 {
        part.iter().map(|unit| self.units[*unit].heads).sum()
    }

    /// Whether a unit is one person who is marked as required.
    pub(super) fn is_one_marked(&self, unit: usize) -> bool {
        self.units[unit].heads == 1 && self.units[unit].marked == 1
    }

    /// The most members that may be isolated.
    pub(super) fn most_isolated(&self, aim: Aim) -> u32 {
        match aim {
            Aim::Hybrid => self.lineup.heads() / 2,
            Aim::Fewest => self.lineup.heads(),
        }
    }

    /// Whether everybody marked has to share a part.
    pub(super) fn marked_share(&self, aim: Aim) -> bool {
        let marked: u32 = self.units.iter().map(|unit| unit.marked).sum();
        aim == Aim::Hybrid && 0 < marked && marked < self.lineup.heads()
    }

    /// Whether a part meets the target over the horizon. A part that does keeps doing so when somebody leaves.
    pub(super) fn meets(&self, part: &[usize]) -> bool {
        let target = self.lineup.target;
        self.lineup.all_but_grace(|class| self.group(class, part).meets(target))
    }

    /// The least daily overlap of any season.
    pub(super) fn year_min(&self, part: &[usize]) -> PerDay {
        let seasons = self.lineup.classes.iter().map(|class| self.group(class, part).daily_overlap());
        seasons.reduce(PerDay::min_value).unwrap_or(PerDay { minutes_per_week: 0, days: 1 })
    }

    /// What the year-minimum of a part cannot exceed, whoever joins it: the same common minutes over the
    /// fewest workdays of anybody.
    pub(super) fn year_min_at_most(&self, part: &[usize]) -> PerDay {
        let classes = self.lineup.classes.iter();
        let common = classes.map(|class| self.group(class, part).common().total().get()).min();
        PerDay { minutes_per_week: common.unwrap_or(0), days: self.fewest_workdays }
    }

    /// A set of units no two of which can share a part, grown greedily: no partition has fewer parts.
    pub(super) fn apart(&self) -> Part {
        let mut apart = Part::new();
        for unit in 0..self.units.len() {
            if apart.iter().all(|other| !self.meets(&[*other, unit])) {
                apart.push(unit);
            }
        }
        apart
    }

    fn group<'c>(&self, class: &'c WeekClass<'_>, part: &[usize]) -> Group<'c> {
        class.group_of(part.iter().flat_map(|unit| &self.units[*unit].slots).copied())
    }
}

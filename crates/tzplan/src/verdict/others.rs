//! What the others do without one member: whether they overlap, and what they share.

use std::cell::OnceCell;

use super::binding::{daily_without_each, minutes_without_each};
use super::lengths::Lengths;
use crate::lineup::{Crowd, Lineup, OneOf, WeekClass};
use crate::minutes::PerDay;
use crate::shift::Plans;
use crate::target::common;

/// The others of each slot of a lineup that does not meet the target. Where a slot has several members, one
/// of them leaves the same weeks behind, and the others do no better than all.
pub(super) struct Others<'s, 'l> {
    lineup: &'s Lineup<'l>,
    /// By slot: whether it is its only member who keeps everybody from meeting the target, as far as a glance
    /// tells.
    may_meet: Vec<bool>,
    meet: Vec<OnceCell<bool>>,
    /// By slot: the same for overlap with shifts.
    may_plan: OnceCell<Vec<bool>>,
    plan: Vec<OnceCell<bool>>,
    plan_at_all_lengths: Vec<OnceCell<bool>>,
    year_min: OnceCell<(PerDay, Vec<PerDay>)>,
    lengths: OnceCell<Lengths>,
}

impl<'s, 'l> Others<'s, 'l> {
    pub(super) fn of(lineup: &'s Lineup<'l>) -> Self {
        let cells = || lineup.slots.iter().map(|_| OnceCell::new()).collect();
        let (may_plan, year_min, lengths) = (OnceCell::new(), OnceCell::new(), OnceCell::new());
        Self {
            lineup,
            may_meet: may_meet(lineup),
            meet: cells(),
            may_plan,
            plan: cells(),
            plan_at_all_lengths: cells(),
            year_min,
            lengths,
        }
    }

    /// Whether everybody but a member of a slot meets the target naturally.
    pub(super) fn meet(&self, slot: usize) -> bool {
        let find = || self.may_meet[slot] && self.without(slot).meets_naturally();
        *self.meet[slot].get_or_init(find)
    }

    /// Whether everybody but a member of a slot overlaps naturally or with shifts, where all together do not.
    pub(super) fn plan(&self, slot: usize) -> bool {
        let find = || self.may_plan(slot) && Plans::of(&self.without(slot)).overlap_with_shifts();
        *self.plan[slot].get_or_init(find)
    }

    /// Whether everybody may overlap with shifts once a member of a slot has moved. Then so do the others,
    /// who need the same of the same windows: of those of all, where that member's day makes the lengths of
    /// some.
    pub(super) fn may_plan_with(&self, slot: usize) -> bool {
        if !self.makes_lengths(slot) {
            return self.plan(slot);
        }
        let find = || {
            self.may_plan(slot) && {
                let others = self.without(slot);
                Plans::at_lengths_of(&others, self.lineup).overlap_with_shifts()
            }
        };
        *self.plan_at_all_lengths[slot].get_or_init(find)
    }

    /// The same at a glance.
    fn may_plan(&self, slot: usize) -> bool {
        let may_plan = self.may_plan.get_or_init(|| may_plan(self.lineup));
        self.lineup.slots[slot].heads == 1 && may_plan[slot]
    }

    /// What everybody but a member of a slot shares at the least of the year.
    pub(super) fn year_min(&self, slot: usize) -> PerDay {
        let (all, without) = self.year_min.get_or_init(|| {
            let classes = || self.lineup.classes.iter();
            let all = classes().map(|class| class.group().daily_overlap()).reduce(PerDay::min_value);
            let without = classes().map(daily_without_each).reduce(|least, here| {
                least.into_iter().zip(here).map(|(least, here)| least.min_value(here)).collect()
            });
            (all.expect("a season"), without.expect("a season"))
        });
        if self.lineup.slots[slot].heads > 1 { *all } else { without[slot] }
    }

    fn makes_lengths(&self, slot: usize) -> bool {
        let lengths = self.lengths.get_or_init(|| Lengths::of(self.lineup));
        lengths.are_made_by(self.lineup, slot)
    }

    fn without(&self, slot: usize) -> Lineup<'_> {
        let marked = self.lineup.slots[slot].marked > 0;
        self.lineup.without_one(OneOf { slot, marked })
    }
}

/// In all seasons below the target but grace days, a slot is the only one with a week that some short
/// subgroup has.
fn may_meet(lineup: &Lineup<'_>) -> Vec<bool> {
    by_slot(lineup, |class| {
        let group = class.group();
        let short = group.short_weeks(lineup.target)?;
        let is_short = |crowd: &Crowd<'_>| short.iter().any(|week| std::ptr::eq(*week, crowd.week()));
        Some(class.crowds.iter().map(|crowd| crowd.heads == 1 && is_short(crowd)).collect())
    })
}

/// In all seasons below the target but grace days, the others of a slot could share enough if everybody
/// stretched their day as far as they can move it.
fn may_plan(lineup: &Lineup<'_>) -> Vec<bool> {
    by_slot(lineup, |class| {
        let group = class.group();
        if group.meets(lineup.target) {
            return None;
        }
        let stretched = |crowd: &Crowd<'_>| {
            let farthest = |(first, last): (i32, i32), by: i32| (first.min(by), last.max(by));
            // What may be asked counts from the stated hours, and they may stay where they are moved.
            let all = lineup.shifts_of(crowd).affordable.all();
            let (first, last) = all.fold((crowd.moved, crowd.moved), farthest);
            crowd.stated.stretched(-first, last)
        };
        let stretched: Vec<_> = class.crowds.iter().map(stretched).collect();
        let needed = group.effective_target(lineup.target);
        let enough = |minutes_per_week: u32| {
            PerDay { minutes_per_week, days: group.fewest_workdays() }.reaches(needed)
        };
        let all = enough(common(stretched.iter()).total().get());
        let without = minutes_without_each(stretched.iter().collect()).into_iter().map(enough);
        Some(
            class
                .crowds
                .iter()
                .zip(without)
                .map(|(crowd, without)| if crowd.heads > 1 { all } else { without })
                .collect(),
        )
    })
}

/// For each slot, whether its crowd passes a test in all classes below the target but grace days; `None` for
/// a class that is not.
fn by_slot(lineup: &Lineup<'_>, test: impl Fn(&WeekClass<'_>) -> Option<Vec<bool>>) -> Vec<bool> {
    let mut hopeless_days = vec![0; lineup.slots.len()];
    for class in &*lineup.classes {
        let Some(passes) = test(class) else { continue };
        for (days, crowd) in hopeless_days.iter_mut().zip(&class.crowd_of) {
            *days += if passes[*crowd] { 0 } else { class.days };
        }
    }
    hopeless_days.into_iter().map(|days| days <= lineup.grace()).collect()
}

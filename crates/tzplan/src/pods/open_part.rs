//! A part that grows: what its members share, and whether one more may join.

use std::cell::OnceCell;

use super::compatible::{Compatible, Part};
use crate::interval::IntervalSet;
use crate::lineup::WeekClass;
use crate::minutes::{PerDay, WeekMinute};
use crate::season::{Week, WholeHours};
use crate::target::{Brought, Ladder};

/// A unit with its week and its days in each class of seasons, looked up once for all the parts that it may
/// join.
pub(super) struct Newcomer<'c> {
    unit: usize,
    classes: Vec<(&'c Week, Days)>,
}

impl<'c> Newcomer<'c> {
    pub(super) fn of(compatible: &'c Compatible<'_, '_>, unit: usize) -> Self {
        let classes = compatible.lineup.classes.iter();
        let of_class = |class| (week(compatible, class, unit), Days::of_unit(compatible, class, unit));
        Self { unit, classes: classes.map(of_class).collect() }
    }

    /// Whether the unit meets the target by itself on all but grace days.
    pub(super) fn meets_alone(&self, compatible: &Compatible<'_, '_>) -> bool {
        // Who keep the same hours on as many days share each of them whole.
        let is_plain = |(_, days): &(&Week, Days)| days.are_one_kind && days.shortest.is_some();
        self.classes.iter().all(is_plain) || compatible.all_meet(&[self.unit])
    }
}

/// Units with what decides most questions about them, by class of seasons.
pub(super) struct OpenPart {
    pub(super) units: Part,
    pub(super) classes: Vec<Shared>,
    /// By class: its members, ready to be joined; made where what they share does not decide.
    ladders: Vec<OnceCell<Ladder>>,
}

/// What the members of a part share in a class of seasons.
#[derive(Clone, Debug)]
pub(super) struct Shared {
    common: IntervalSet<WeekMinute>,
    hours: WholeHours,
    days: Days,
}

/// The days of some members.
#[derive(Clone, Copy, Debug)]
pub(super) struct Days {
    fewest_workdays: u32,
    most_workdays: u32,
    /// The shortest average day; `None` where somebody has no hours.
    shortest: Option<PerDay>,
    /// Whether everybody has as many workdays and as long an average day.
    are_one_kind: bool,
}

impl OpenPart {
    pub(super) fn of(first: &Newcomer<'_>) -> Self {
        let shared = |(week, days): &(&Week, Days)| Shared {
            common: week.pattern().clone(),
            hours: week.whole_hours(),
            days: *days,
        };
        let classes: Vec<Shared> = first.classes.iter().map(shared).collect();
        let ladders = classes.iter().map(|_| OnceCell::new()).collect();
        Self { units: vec![first.unit], classes, ladders }
    }

    /// Whether the part meets the target with one more unit on all but grace days.
    ///
    /// # Complexity
    ///
    /// A look at the hours that both touch, or an intersection, for each class of seasons; where that does
    /// not decide, one for each kind of part-timer in the part.
    pub(super) fn may_take(&self, compatible: &Compatible<'_, '_>, newcomer: &Newcomer<'_>) -> bool {
        let mut known = self.classes.iter().zip(&self.ladders).zip(&newcomer.classes);
        compatible.lineup.all_but_grace(|class| {
            let ((known, ladder), (own, days)) = known.next().expect("an entry for each class");
            known.meets_with(own, *days, compatible).unwrap_or_else(|| {
                let slots = |units: &[usize]| -> Vec<usize> {
                    units.iter().flat_map(|unit| &compatible.units[*unit].slots).copied().collect()
                };
                if !days.are_one_kind {
                    let all: Part = self.units.iter().chain([&newcomer.unit]).copied().collect();
                    return class.group_of(slots(&all).into_iter()).meets(compatible.lineup.target);
                }
                let ladder = ladder.get_or_init(|| {
                    let weeks: Vec<&Week> = class.weeks_of(slots(&self.units).into_iter()).collect();
                    Ladder::of(&weeks, |place| weeks[place].pattern(), compatible.lineup.target)
                });
                ladder.meets() && ladder.meets_with(Brought::of(own, own.pattern()))
            })
        })
    }

    /// Takes a unit in.
    pub(super) fn take(&mut self, compatible: &Compatible<'_, '_>, newcomer: &Newcomer<'_>) {
        self.units.push(newcomer.unit);
        let known = self.classes.iter_mut().zip(&mut self.ladders);
        for ((known, ladder), (own, days)) in known.zip(&newcomer.classes) {
            *known = known.and(own.pattern(), *days);
            let joins = Brought::of(own, own.pattern());
            let stays =
                |ladder: &mut Ladder| days.are_one_kind && ladder.take_alike(joins, compatible.lineup.target);
            if !ladder.get_mut().is_some_and(stays) {
                drop(ladder.take());
            }
        }
    }
}

impl Shared {
    /// Whether the part meets the target with somebody who has this week's pattern and these days, where what
    /// is shared alone tells.
    pub(super) fn meets_with(
        &self,
        week: &Week,
        days: Days,
        compatible: &Compatible<'_, '_>,
    ) -> Option<bool> {
        let (days, target) = (self.days.and(days), PerDay::of(compatible.lineup.target));
        let (least, most) = self.hours.shared(week.whole_hours());
        // Fewer minutes meet no more.
        if least == most || days.meet(most.get(), target) == Some(false) {
            return days.meet(most.get(), target);
        }
        days.meet(self.common.shared_minutes(week.pattern()).get(), target)
    }

    /// The same of a unit in a class.
    pub(super) fn meets_with_unit(
        &self,
        compatible: &Compatible<'_, '_>,
        class: usize,
        unit: usize,
    ) -> Option<bool> {
        let class = &compatible.lineup.classes[class];
        let (own, days) = (week(compatible, class, unit), Days::of_unit(compatible, class, unit));
        self.meets_with(own, days, compatible)
    }

    /// With somebody who has this pattern and these days.
    pub(super) fn and(&self, pattern: &IntervalSet<WeekMinute>, days: Days) -> Self {
        let common = self.common.intersection(pattern);
        Self { hours: WholeHours::of(&common), common, days: self.days.and(days) }
    }

    /// With a unit, in a class.
    pub(super) fn and_unit(&self, compatible: &Compatible<'_, '_>, class: usize, unit: usize) -> Self {
        let class = &compatible.lineup.classes[class];
        self.and(week(compatible, class, unit).pattern(), Days::of_unit(compatible, class, unit))
    }
}

impl Days {
    fn of_unit(compatible: &Compatible<'_, '_>, class: &WeekClass<'_>, unit: usize) -> Self {
        let slots = compatible.units[unit].slots.iter();
        let days = slots.map(|slot| Self::of(class.crowds[class.crowd_of[*slot]].week()));
        days.reduce(Self::and).expect("a unit has a slot")
    }

    pub(super) fn of(week: &Week) -> Self {
        let workdays = week.workdays();
        let shortest = week.average_day();
        Self { fewest_workdays: workdays, most_workdays: workdays, shortest, are_one_kind: true }
    }

    fn and(self, other: Self) -> Self {
        let both = self.shortest.zip(other.shortest);
        let are_equal = self.fewest_workdays == other.fewest_workdays
            && both.is_some_and(|(one, other)| one.cmp_value(other).is_eq());
        Self {
            are_one_kind: self.are_one_kind && other.are_one_kind && are_equal,
            fewest_workdays: self.fewest_workdays.min(other.fewest_workdays),
            most_workdays: self.most_workdays.max(other.most_workdays),
            shortest: both.map(|(one, other)| one.min_value(other)),
        }
    }

    /// Whether those who have these days and share this many minutes meet the target with all their
    /// subgroups, where that alone tells.
    ///
    /// They do not where all together miss their effective target. They do where their minutes are the whole
    /// target on the most workdays of anybody: a subgroup shares no less, on no more days.
    fn meet(self, minutes_per_week: u32, target: PerDay) -> Option<bool> {
        let shortest = self.shortest?;
        let on = |days: u32| PerDay { minutes_per_week, days };
        if !on(self.fewest_workdays).reaches(target.min_value(shortest)) {
            return Some(false);
        }
        on(self.most_workdays).reaches(target).then_some(true)
    }
}

/// The week of a unit's first slot: they are alike in their patterns.
fn week<'c>(compatible: &Compatible<'_, '_>, class: &'c WeekClass<'_>, unit: usize) -> &'c Week {
    class.crowds[class.crowd_of[compatible.units[unit].slots[0]]].week()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Policy;
    use crate::lineup::Lineup;
    use crate::lineup::random::{Draw, prepared};

    /// Whatever order units come in, a part takes those that the whole group can take, and no others.
    #[test]
    fn what_is_known_of_a_part_decides_as_the_group_itself_does() {
        let mut draw = Draw(7);
        let mut answers = [0; 2];
        for _ in 0..60 {
            let prepared = prepared((0..9).map(|_| draw.anybody()));
            let lineup = Lineup::of(&prepared, &Policy::default());
            let compatible = Compatible::new(&lineup);
            let newcomer = |unit: usize| Newcomer::of(&compatible, unit);
            let mut part = OpenPart::of(&newcomer(draw.below(compatible.units.len())));
            for _ in 0..12 {
                let unit = draw.below(compatible.units.len());
                if part.units.contains(&unit) {
                    continue;
                }
                let all: Vec<usize> = part.units.iter().copied().chain([unit]).collect();
                let takes = part.may_take(&compatible, &newcomer(unit));
                assert_eq!(newcomer(unit).meets_alone(&compatible), compatible.all_meet(&[unit]));
                assert_eq!(
                    takes,
                    compatible.all_meet(&all),
                    "{all:?} of {:?}",
                    prepared.team().members().map(|one| one.schedule().clone()).collect::<Vec<_>>()
                );
                answers[usize::from(takes)] += 1;
                // Those who may not join do so now and then: what is known has to stay right.
                if takes || draw.below(4) == 0 {
                    part.take(&compatible, &newcomer(unit));
                }
            }
        }
        assert!(answers.iter().all(|many| *many > 20), "{answers:?}");
    }
}

//! A part that grows: what its members share, and whether one more may join.

use super::compatible::{Compatible, Part};
use crate::interval::IntervalSet;
use crate::lineup::WeekClass;
use crate::minutes::{PerDay, WeekMinute};
use crate::season::Week;

/// Units with what decides most questions about them, by class of seasons.
pub(super) struct OpenPart {
    pub(super) units: Part,
    pub(super) classes: Vec<Shared>,
}

/// What the members of a part share in a class of seasons.
#[derive(Clone, Debug)]
pub(super) struct Shared {
    common: IntervalSet<WeekMinute>,
    days: Days,
}

/// The days of some members.
#[derive(Clone, Copy, Debug)]
pub(super) struct Days {
    fewest_workdays: u32,
    most_workdays: u32,
    /// `None` where somebody has no hours.
    shortest: Option<PerDay>,
}

impl OpenPart {
    pub(super) fn of(compatible: &Compatible<'_, '_>, unit: usize) -> Self {
        let classes = compatible.lineup.classes.iter().map(|class| Shared {
            common: pattern(compatible, class, unit).clone(),
            days: Days::of_unit(compatible, class, unit),
        });
        Self { units: vec![unit], classes: classes.collect() }
    }

    /// Whether the part meets the target with one more unit on all but grace days.
    ///
    /// # Complexity
    ///
    /// An intersection for each class of seasons, and a look at everybody where that does not decide.
    pub(super) fn may_take(&self, compatible: &Compatible<'_, '_>, unit: usize) -> bool {
        let mut known = self.classes.iter();
        compatible.lineup.all_but_grace(|class| {
            let known = known.next().expect("an entry for each class");
            let (own, days) = (pattern(compatible, class, unit), Days::of_unit(compatible, class, unit));
            known.meets_with(own, days, compatible).unwrap_or_else(|| {
                let all = self.units.iter().chain([&unit]);
                let slots = all.flat_map(|unit| &compatible.units[*unit].slots).copied();
                class.group_of(slots).meets(compatible.lineup.target)
            })
        })
    }

    /// Takes a unit in.
    pub(super) fn take(&mut self, compatible: &Compatible<'_, '_>, unit: usize) {
        self.units.push(unit);
        for (known, class) in self.classes.iter_mut().zip(&*compatible.lineup.classes) {
            *known = known.and(pattern(compatible, class, unit), Days::of_unit(compatible, class, unit));
        }
    }
}

impl Shared {
    /// Whether the part meets the target with somebody who has this pattern and these days, where what is
    /// shared alone tells.
    pub(super) fn meets_with(
        &self,
        pattern: &IntervalSet<WeekMinute>,
        days: Days,
        compatible: &Compatible<'_, '_>,
    ) -> Option<bool> {
        let minutes_per_week = self.common.shared_minutes(pattern).get();
        self.days.and(days).meet(minutes_per_week, PerDay::of(compatible.lineup.target))
    }

    /// The same of a unit in a class.
    pub(super) fn meets_with_unit(
        &self,
        compatible: &Compatible<'_, '_>,
        class: usize,
        unit: usize,
    ) -> Option<bool> {
        let class = &compatible.lineup.classes[class];
        let (own, days) = (pattern(compatible, class, unit), Days::of_unit(compatible, class, unit));
        self.meets_with(own, days, compatible)
    }

    /// With somebody who has this pattern and these days.
    pub(super) fn and(&self, pattern: &IntervalSet<WeekMinute>, days: Days) -> Self {
        Self { common: self.common.intersection(pattern), days: self.days.and(days) }
    }

    /// With a unit, in a class.
    pub(super) fn and_unit(&self, compatible: &Compatible<'_, '_>, class: usize, unit: usize) -> Self {
        let class = &compatible.lineup.classes[class];
        self.and(pattern(compatible, class, unit), Days::of_unit(compatible, class, unit))
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
        Self { fewest_workdays: workdays, most_workdays: workdays, shortest: week.average_day() }
    }

    fn and(self, other: Self) -> Self {
        let both = self.shortest.zip(other.shortest);
        Self {
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

fn pattern<'c>(
    compatible: &Compatible<'_, '_>,
    class: &'c WeekClass<'_>,
    unit: usize,
) -> &'c IntervalSet<WeekMinute> {
    // Units are alike in their patterns.
    class.crowds[class.crowd_of[compatible.units[unit].slots[0]]].week().pattern()
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
            let mut part = OpenPart::of(&compatible, draw.below(compatible.units.len()));
            for _ in 0..12 {
                let unit = draw.below(compatible.units.len());
                if part.units.contains(&unit) {
                    continue;
                }
                let all: Vec<usize> = part.units.iter().copied().chain([unit]).collect();
                let takes = part.may_take(&compatible, unit);
                assert_eq!(
                    takes,
                    compatible.all_meet(&all),
                    "{all:?} of {:?}",
                    prepared.team().members().map(|one| one.schedule().clone()).collect::<Vec<_>>()
                );
                answers[usize::from(takes)] += 1;
                // Those who may not join do so now and then: what is known has to stay right.
                if takes || draw.below(4) == 0 {
                    part.take(&compatible, unit);
                }
            }
        }
        assert!(answers.iter().all(|many| *many > 20), "{answers:?}");
    }
}

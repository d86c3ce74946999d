//! A group's weeks in one season: what all share, and the subgroup that misses its own effective target.

use std::cell::RefCell;
use std::cmp::Ordering;
use std::collections::HashSet;
use std::sync::Arc;

use super::{SeasonOverlap, WeekWindow, common};
use crate::interval::IntervalSet;
use crate::minutes::{Minutes, PerDay, WeekMinute};
use crate::season::Week;

/// A group's weeks in one season, ready for the questions of this module. Weeks that several members share
/// are given once.
#[derive(Clone, Debug)]
pub(crate) struct Group<'a> {
    weeks: Vec<&'a Week>,
    order: Arc<GroupOrder>,
    /// Room for intersections, used again by every question.
    room: RefCell<[IntervalSet<WeekMinute>; 2]>,
}

/// In which order a group's weeks are looked at.
#[derive(Debug)]
pub(crate) struct GroupOrder {
    /// Places among the weeks, the longest average day first; of weeks with equal patterns the first, where
    /// none is to be moved.
    places: Vec<usize>,
    /// The distinct workdays, fewest first; empty when somebody has no hours at all.
    workdays: Vec<u32>,
}

/// Of so few weeks each is compared with all others.
const FEW: usize = 16;

impl GroupOrder {
    /// Of weeks none of which is to be moved.
    pub(crate) fn of(weeks: &[&Week]) -> Self {
        // Nine to five in one zone is ten to six in the next: alike here.
        let key = |place: usize| (weeks[place].pattern(), weeks[place].workdays());
        let mut distinct: Vec<usize> = Vec::with_capacity(weeks.len());
        let mut seen = HashSet::with_capacity(if weeks.len() > FEW { weeks.len() } else { 0 });
        for place in 0..weeks.len() {
            let is_new = match weeks.len() {
                0..=FEW => !distinct.iter().any(|known| key(*known) == key(place)),
                _ => seen.insert(key(place)),
            };
            if is_new {
                distinct.push(place);
            }
        }
        Self::with_places(weeks, distinct)
    }

    fn with_places(weeks: &[&Week], mut places: Vec<usize>) -> Self {
        places.sort_by(|a, b| longest_day_first(weeks[*a], weeks[*b]));
        let mut workdays: Vec<_> = weeks.iter().map(|week| week.workdays()).collect();
        workdays.sort_unstable();
        workdays.dedup();
        if workdays.first() == Some(&0) {
            workdays.clear();
        }
        Self { places, workdays }
    }
}

impl<'a> Group<'a> {
    pub(crate) fn new(weeks: Vec<&'a Week>) -> Self {
        let order = Arc::new(GroupOrder::of(&weeks));
        Self::in_order(weeks, order)
    }

    /// The same for questions about moved patterns: those that are alike now may move apart.
    pub(crate) fn of_all(weeks: Vec<&'a Week>) -> Self {
        let everybody = (0..weeks.len()).collect();
        let order = Arc::new(GroupOrder::with_places(&weeks, everybody));
        Self::in_order(weeks, order)
    }

    /// Of weeks whose order is known.
    pub(crate) fn in_order(weeks: Vec<&'a Week>, order: Arc<GroupOrder>) -> Self {
        Self { weeks, order, room: RefCell::default() }
    }

    /// What all share.
    pub(crate) fn common(&self) -> IntervalSet<WeekMinute> {
        common(self.weeks.iter().map(|week| week.pattern()))
    }

    /// The smallest workdays; 1 for nobody and for somebody without hours, who share nothing anyway.
    pub(crate) fn fewest_workdays(&self) -> u32 {
        self.order.workdays.first().copied().unwrap_or(1)
    }

    /// Common minutes over the smallest workdays.
    pub(crate) fn daily_overlap(&self) -> PerDay {
        PerDay { minutes_per_week: self.common().total().get(), days: self.fewest_workdays() }
    }

    /// The target or the smallest average day, whichever is less.
    pub(crate) fn effective_target(&self, target: Minutes) -> PerDay {
        let shortest = self.order.places.last().and_then(|shortest| self.weeks[*shortest].average_day());
        shortest.map_or(PerDay::of(target), |day| PerDay::of(target).min_value(day))
    }

    /// Whether the group and each of its subgroups reach their own effective targets.
    ///
    /// # Complexity
    ///
    /// One fold over the patterns for each distinct number of workdays (at most 7).
    pub(crate) fn meets(&self, target: Minutes) -> bool {
        self.short_subgroup(target, |index| self.weeks[index].pattern(), |_| None).is_none()
    }

    /// A subgroup that misses its own effective target, by indices of the weeks: those whose patterns made it
    /// so. `None` when the group meets the target. Patterns of the same lengths may stand in for the weeks'
    /// own: moved ones. Those that `alike` gives the same key are the same pattern.
    ///
    /// Enough to test are the members with at least `d` workdays and an average day of at least `a`, for each
    /// `d` and `a` present: any subgroup shares at least what the widest group with its fewest workdays and
    /// shortest day shares.
    pub(crate) fn short_subgroup<'p>(
        &self,
        target: Minutes,
        pattern: impl Fn(usize) -> &'p IntervalSet<WeekMinute>,
        alike: impl Fn(usize) -> Option<(u32, i32)>,
    ) -> Option<Vec<usize>> {
        if self.order.workdays.is_empty() {
            return (!self.weeks.is_empty()).then(|| (0..self.weeks.len()).collect());
        }
        self.order
            .workdays
            .iter()
            .find_map(|fewest| self.short_with_workdays(target, *fewest, &pattern, &alike))
    }

    /// The same among the members with at least this many workdays, from the longest average day down.
    fn short_with_workdays<'p>(
        &self,
        target: Minutes,
        fewest: u32,
        pattern: &impl Fn(usize) -> &'p IntervalSet<WeekMinute>,
        alike: &impl Fn(usize) -> Option<(u32, i32)>,
    ) -> Option<Vec<usize>> {
        let [common, spare] = &mut *self.room.borrow_mut();
        let mut smallest_workdays = u32::MAX;
        let mut seen: Vec<(u32, i32)> = Vec::new();
        let (mut minutes_per_week, mut made_it_so) = (0, Vec::new());
        let mut members =
            self.order.places.iter().filter(|index| self.weeks[**index].workdays() >= fewest).peekable();
        while let Some(&index) = members.next() {
            let first = made_it_so.is_empty();
            let key = alike(index);
            let known = key.is_some_and(|key| seen.contains(&key));
            if first {
                common.clone_from(pattern(index));
            } else if !known {
                common.intersection_into(pattern(index), spare);
                std::mem::swap(common, spare);
            }
            if !known {
                seen.extend(key);
            }
            let minutes_before = std::mem::replace(&mut minutes_per_week, common.total().get());
            let workdays = self.weeks[index].workdays();
            if first || minutes_per_week < minutes_before || workdays < smallest_workdays {
                made_it_so.push(index);
            }
            smallest_workdays = smallest_workdays.min(workdays);
            let average = self.weeks[index].average_day()?;
            let goal = PerDay::of(target).min_value(average);
            // One person alone always meets the target.
            let misses = |days: u32| !(first || PerDay { minutes_per_week, days }.reaches(goal));
            let more_with_that_day = members.peek().is_some_and(|next| {
                self.weeks[**next].average_day().is_some_and(|day| day.cmp_value(average).is_eq())
            });
            // What comes next can only take minutes away, and no subgroup here has fewer workdays.
            if misses(fewest) || (!more_with_that_day && misses(smallest_workdays)) {
                made_it_so.push(index);
                return Some(made_it_so);
            }
        }
        None
    }

    /// Whether one subgroup by itself misses its own effective target, with such patterns.
    pub(crate) fn is_short<'p>(
        &self,
        subgroup: &[usize],
        target: Minutes,
        pattern: impl Fn(usize) -> &'p IntervalSet<WeekMinute>,
    ) -> bool {
        let minutes_per_week = match subgroup {
            [] => return false,
            [one, other] => pattern(*one).shared_minutes(pattern(*other)).get(),
            [first, others @ ..] => {
                let [common, spare] = &mut *self.room.borrow_mut();
                common.clone_from(pattern(*first));
                for index in others {
                    common.intersection_into(pattern(*index), spare);
                    std::mem::swap(common, spare);
                }
                common.total().get()
            }
        };
        let weeks = || subgroup.iter().map(|index| self.weeks[*index]);
        let days = weeks().map(Week::workdays).min().unwrap_or(1).max(1);
        let shortest = weeks().filter_map(Week::average_day).reduce(PerDay::min_value);
        let goal = shortest.map_or(PerDay::of(target), |day| PerDay::of(target).min_value(day));
        subgroup.len() > 1 && !PerDay { minutes_per_week, days }.reaches(goal)
    }

    /// The weeks of a subgroup that misses its own effective target; `None` when the group meets the target.
    pub(crate) fn short_weeks(&self, target: Minutes) -> Option<Vec<&'a Week>> {
        let short = self.short_subgroup(target, |index| self.weeks[index].pattern(), |_| None)?;
        Some(short.into_iter().map(|index| self.weeks[index]).collect())
    }

    pub(crate) fn season_overlap(&self, target: Minutes) -> SeasonOverlap {
        let common = self.common();
        let windows = crate::season::circular_windows(&common);
        SeasonOverlap {
            daily: PerDay { minutes_per_week: common.total().get(), days: self.fewest_workdays() },
            effective_target: self.effective_target(target),
            meets: self.meets(target),
            windows: windows.into_iter().map(|(start, minutes)| WeekWindow { start, minutes }).collect(),
        }
    }
}

fn longest_day_first(a: &Week, b: &Week) -> Ordering {
    match (a.average_day(), b.average_day()) {
        (Some(a), Some(b)) => b.cmp_value(a),
        (a, b) => b.is_some().cmp(&a.is_some()),
    }
}

//! Binding members: whose removal raises the year's minimum.

use super::Binding;
use crate::interval::IntervalSet;
use crate::lineup::{Lineup, WeekClass};
use crate::minutes::{PerDay, WeekMinute};

/// Every profile whose removal raises the year's minimum, most first, then roster order.
///
/// # Complexity
///
/// Linear in the profiles for each class of seasons: what the others share is what those before share with
/// those after.
pub(super) fn binding(lineup: &Lineup<'_>, year_min: PerDay) -> Vec<Binding> {
    if lineup.slots.len() < 2 {
        return Vec::new();
    }
    let mut without: Vec<Option<PerDay>> = vec![None; lineup.slots.len()];
    for class in &*lineup.classes {
        for (least, here) in without.iter_mut().zip(daily_without_each(class)) {
            *least = Some(least.map_or(here, |least| least.min_value(here)));
        }
    }
    let raised = lineup.slots.iter().zip(without).filter_map(|(slot, year_min_without)| {
        let year_min_without = year_min_without?;
        let raises = year_min_without.cmp_value(year_min).is_gt();
        raises.then_some(Binding { profile: slot.profile, year_min_without })
    });
    let mut binding: Vec<_> = raised.collect();
    // Stable: slots are in roster order.
    binding.sort_by(|a, b| b.year_min_without.cmp_value(a.year_min_without));
    binding
}

/// The daily overlap of everybody but each slot in turn.
pub(super) fn daily_without_each(class: &WeekClass<'_>) -> Vec<PerDay> {
    let crowds = &class.crowds;
    let mut slots_in = vec![0; crowds.len()];
    class.crowd_of.iter().for_each(|crowd| slots_in[*crowd] += 1);
    let shared_without = minutes_without_each(crowds.iter().map(|crowd| crowd.week().pattern()).collect());
    let everybody = crate::target::common(crowds.iter().map(|crowd| crowd.week().pattern())).total().get();

    let mut workdays: Vec<u32> =
        class.crowd_of.iter().map(|crowd| crowds[*crowd].week().workdays()).collect();
    workdays.sort_unstable();
    let without = |crowd: &usize| {
        let own = crowds[*crowd].week().workdays();
        let fewest = if own == workdays[0] { workdays.get(1).copied().unwrap_or(own) } else { workdays[0] };
        let minutes_per_week = if slots_in[*crowd] == 1 { shared_without[*crowd] } else { everybody };
        PerDay { minutes_per_week, days: fewest.max(1) }
    };
    class.crowd_of.iter().map(without).collect()
}

/// The size of the intersection of all patterns but each in turn.
pub(super) fn minutes_without_each(patterns: Vec<&IntervalSet<WeekMinute>>) -> Vec<u32> {
    let mut after: Vec<Option<IntervalSet<WeekMinute>>> = vec![None; patterns.len()];
    for index in (0..patterns.len().saturating_sub(1)).rev() {
        let next = patterns[index + 1];
        after[index] =
            Some(after[index + 1].as_ref().map_or_else(|| next.clone(), |later| later.intersection(next)));
    }
    let mut before: Option<IntervalSet<WeekMinute>> = None;
    let mut sizes = Vec::with_capacity(patterns.len());
    for (pattern, after) in patterns.into_iter().zip(after) {
        sizes.push(match (&before, &after) {
            (Some(before), Some(after)) => before.intersection(after).total().get(),
            (Some(only), None) | (None, Some(only)) => only.total().get(),
            (None, None) => 0,
        });
        before = Some(before.map_or_else(|| pattern.clone(), |before| before.intersection(pattern)));
    }
    sizes
}

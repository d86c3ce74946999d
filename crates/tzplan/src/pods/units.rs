//! Profile order: the units that partitions are made of, in an order that no roster decides.

use std::cmp::Ordering;

use crate::interval::IntervalSet;
use crate::lineup::Lineup;
use crate::minutes::WeekMinute;

/// Members whose week patterns are equal in every season: they always share a part.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Unit {
    /// Places in the lineup, in order.
    pub(super) slots: Vec<usize>,
    pub(super) heads: u32,
    /// How many of them are marked required.
    pub(super) marked: u32,
}

/// The week patterns of a slot, first season first.
type Patterns<'p> = Vec<&'p IntervalSet<WeekMinute>>;

/// The units of a lineup in profile order: by their week patterns, first season first; `[start, end)` from
/// Monday 00:00 UTC, lists element by element, a beginning of another first.
pub(super) fn units(lineup: &Lineup<'_>) -> Vec<Unit> {
    let mut classes: Vec<_> = lineup.classes.iter().collect();
    classes.sort_by_key(|class| class.first_day);
    let patterns = |slot: usize| -> Patterns<'_> {
        classes.iter().map(|class| class.crowds[class.crowd_of[slot]].week().pattern()).collect()
    };
    let mut slots: Vec<(Patterns<'_>, usize)> =
        (0..lineup.slots.len()).map(|slot| (patterns(slot), slot)).collect();
    // Stable: slots stay in order.
    slots.sort_by(|(a, _), (b, _)| profile_order(a, b));
    let unit = |alike: &[(Patterns<'_>, usize)]| {
        let slots = || alike.iter().map(|(_, slot)| &lineup.slots[*slot]);
        Unit {
            slots: alike.iter().map(|(_, slot)| *slot).collect(),
            heads: slots().map(|slot| slot.heads).sum(),
            marked: slots().map(|slot| slot.marked).sum(),
        }
    };
    slots.chunk_by(|(a, _), (b, _)| a == b).map(unit).collect()
}

fn profile_order(a: &Patterns<'_>, b: &Patterns<'_>) -> Ordering {
    let by_season = a.iter().zip(b).map(|(a, b)| a.iter().cmp(b.iter()));
    by_season.fold(Ordering::Equal, Ordering::then)
}

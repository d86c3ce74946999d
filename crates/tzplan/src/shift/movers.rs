//! Who may move alone: one profile, flex aside, with all its members.

use std::collections::HashMap;

use super::affordances::Affordances;
use super::candidate::{Candidate, Origin};
use crate::lineup::{Lineup, WeekClass};
use crate::season::{ProfileId, Week};
use crate::shift_tables::Cost;

/// The slots of one profile, whatever their flex.
#[derive(Debug)]
pub(super) struct Mover {
    pub(super) slots: Vec<usize>,
    pub(super) heads: u32,
}

/// The profiles of a lineup, in roster order of their first slots.
pub(super) fn movers(lineup: &Lineup<'_>) -> Vec<Mover> {
    let mut movers: Vec<Mover> = Vec::new();
    let Some(class) = lineup.classes.first() else { return movers };
    // Alike at a glance is not one profile: those are compared in full.
    let mut alike: HashMap<_, Vec<usize>> = HashMap::new();
    for (place, slot) in lineup.slots.iter().enumerate() {
        let week = week(class, place);
        let first_day = week.spans().first().map(|span| (span.utc_start, span.length));
        let alike = alike.entry((week.minutes(), week.workdays(), first_day)).or_default();
        match alike.iter().find(|mover| are_one_profile(lineup, movers[**mover].slots[0], place)) {
            Some(mover) => {
                movers[*mover].slots.push(place);
                movers[*mover].heads += slot.heads;
            }
            None => {
                alike.push(movers.len());
                movers.push(Mover { slots: vec![place], heads: slot.heads });
            }
        }
    }
    movers
}

/// The lone moves that everybody who moves can afford in one and the same season.
pub(super) fn lone_moves(lineup: &Lineup<'_>, movers: &[Mover], affordances: &Affordances) -> Vec<Candidate> {
    let classes = if affordances.vary { lineup.classes.len() } else { 1 };
    let of_mover = |(place, mover): (usize, &Mover)| {
        let farthest = mover.slots.iter().map(|slot| affordances.farthest(*slot)).max().unwrap_or(0);
        let affordable = |steps: &i32| {
            let slots =
                |class: usize| mover.slots.iter().all(|slot| affordances.in_class(class, *slot, *steps));
            *steps != 0 && (0..classes).any(slots)
        };
        let steps = (-farthest..=farthest).filter(affordable).collect::<Vec<_>>();
        let candidate = |steps: i32| Candidate {
            cost: Cost::NONE.with(mover.heads, steps),
            origin: Origin::Alone { mover: place, steps },
        };
        steps.into_iter().map(candidate).collect::<Vec<_>>()
    };
    movers.iter().enumerate().flat_map(of_mover).collect()
}

fn are_one_profile(lineup: &Lineup<'_>, a: usize, b: usize) -> bool {
    let profile = |slot: usize| (lineup.slots[slot].profile, lineup.slots[slot].moved);
    if [a, b].iter().all(|slot| lineup.slots[*slot].profile != ProfileId::NOBODY) {
        return lineup.prepared.equal_when_moved(profile(a), profile(b));
    }
    lineup.classes.iter().all(|class| are_alike(week(class, a), week(class, b)))
}

/// Equal hours on equal clocks, however they came about.
pub(super) fn are_alike(a: &Week, b: &Week) -> bool {
    let days =
        |week: &Week| week.spans().iter().map(|span| (span.utc_start, span.length)).collect::<Vec<_>>();
    a.pattern() == b.pattern()
        && a.workdays() == b.workdays()
        && a.clocks().eq(b.clocks())
        && days(a) == days(b)
}

fn week<'w>(class: &'w WeekClass<'_>, slot: usize) -> &'w Week {
    class.crowds[class.crowd_of[slot]].week()
}

//! The search for the cheapest window of a season.

use std::cell::OnceCell;

use super::Affordable;
use super::needed::{IMPOSSIBLE, needed_shifts};
use crate::interval::IntervalSet;
use crate::lineup::{Crowd, Lineup, WeekClass};
use crate::minutes::{DAY, WeekMinute};
use crate::season::rotated;
use crate::target::Group;

/// Which windows count.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Wanted {
    /// All; the cheapest is returned.
    Cheapest,
    /// Affordable ones; whichever is found first is returned.
    AnyAffordable,
}

/// A window of the UTC day that holds, with the shift it asks of each crowd.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Window {
    cost: Cost,
    /// How long it is.
    pub(crate) length: i32,
    /// Minutes after 00:00 UTC.
    pub(crate) start: i32,
    /// By crowd, on top of a move made already.
    pub(crate) shifts: Vec<i32>,
}

impl Window {
    pub(crate) fn is_affordable(&self) -> bool {
        !self.cost.unaffordable
    }

    /// The largest shift of anybody, and the sum over members.
    pub(crate) fn burden(&self) -> (i32, i64) {
        (self.cost.largest, self.cost.sum)
    }
}

/// Compared in this order.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
struct Cost {
    unaffordable: bool,
    largest: i32,
    sum: i64,
}

/// Everything the search asks about one class of seasons.
pub(crate) struct WindowSearch<'c> {
    crowds: &'c [Crowd<'c>],
    affordable: Vec<Affordable>,
    group: Group<'c>,
    target: crate::Minutes,
    step: i32,
    /// The window lengths to try.
    lengths: Vec<i32>,
}

impl<'c> WindowSearch<'c> {
    pub(crate) fn new(lineup: &Lineup<'_>, class: &'c WeekClass<'c>) -> Self {
        let group = class.group();
        let step = lineup.policy.step().get() as i32;
        let shortest = group.effective_target(lineup.target).ceil().get() as i32;
        let longest = class.crowds.iter().flat_map(|crowd| crowd.week.spans()).map(|span| span.length).max();
        let lengths = (shortest..=longest.unwrap_or(0)).step_by(step as usize).collect();
        let affordable =
            class.crowds.iter().map(|crowd| Affordable::of(crowd.stated, lineup.policy)).collect();
        Self { crowds: &class.crowds, affordable, group, target: lineup.target, step, lengths }
    }

    /// The cheapest window that holds: affordable ones first, then the smallest largest shift, the smallest sum
    /// over members, the shortest, the earliest. `None` when no window holds.
    ///
    /// # Complexity
    ///
    /// Window lengths × crowds × steps of a day; a length is given up as soon as no start can still beat the
    /// best window found.
    pub(crate) fn cheapest(&self, wanted: Wanted) -> Option<Window> {
        let mut best: Option<Window> = None;
        // Whoever has to move far ends hopeless lengths soonest.
        let mut order: Vec<usize> = (0..self.crowds.len()).collect();
        let moved: Vec<Vec<OnceCell<IntervalSet<WeekMinute>>>> =
            self.crowds.iter().map(|_| self.circle()).collect();
        for &length in &self.lengths {
            let Some((costs, needed)) =
                self.costs(length, wanted, best.as_ref().map(|best| best.cost), &order)
            else {
                continue;
            };
            let mut starts: Vec<usize> = (0..costs.len()).filter(|start| costs[*start].is_some()).collect();
            starts.sort_by_key(|start| costs[*start]);
            let holds = |start: &usize| {
                self.group.meets_with(self.target, |crowd| {
                    let shift = needed[crowd][*start];
                    let place = shift.rem_euclid(DAY) / self.step;
                    moved[crowd][place as usize]
                        .get_or_init(|| rotated(self.crowds[crowd].week.pattern(), shift))
                })
            };
            if let Some((start, cost)) =
                starts.into_iter().find(holds).and_then(|start| Some((start, costs[start]?)))
            {
                let shifts: Vec<i32> = needed.iter().map(|needed| needed[start]).collect();
                order.sort_by_key(|crowd| std::cmp::Reverse(shifts[*crowd].abs()));
                best = Some(Window { cost, length, start: start as i32 * self.step, shifts });
                if wanted == Wanted::AnyAffordable {
                    break;
                }
            }
        }
        best
    }

    /// For each crowd, whether there may be a window that only crowds of that one head cannot afford: the only
    /// ones whose move could make a window affordable. A superset, found without testing what holds.
    pub(crate) fn sole_obstacles(&self) -> Vec<bool> {
        let mut obstacles = vec![false; self.crowds.len()];
        for &length in &self.lengths {
            let mut blocked_by: Vec<Option<usize>> = vec![None; (DAY / self.step) as usize];
            let mut open: Vec<usize> = (0..blocked_by.len()).collect();
            for (crowd, members) in self.crowds.iter().enumerate() {
                let needed = needed_shifts(members.week.spans(), length, self.step);
                open.retain(|start| {
                    if self.can_afford(crowd, needed[*start]) {
                        return true;
                    }
                    let first = blocked_by[*start].is_none() && members.heads == 1;
                    blocked_by[*start] = Some(crowd);
                    first
                });
                if open.is_empty() {
                    break;
                }
            }
            for start in open {
                match blocked_by[start] {
                    Some(crowd) => obstacles[crowd] = true,
                    // Affordable for all but it does not hold: anybody's move might change that.
                    None => return vec![true; self.crowds.len()],
                }
            }
        }
        obstacles
    }

    fn can_afford(&self, crowd: usize, shift: i32) -> bool {
        shift == 0 || (shift != IMPOSSIBLE && self.affordable[crowd].allows(self.crowds[crowd].moved + shift))
    }

    fn circle<T>(&self) -> Vec<OnceCell<T>> {
        (0..DAY / self.step).map(|_| OnceCell::new()).collect()
    }

    /// The cost of each start that may beat the best so far, and the shifts each crowd needs; `None` when no
    /// start is left. Crowds that were not looked at have empty tables, but then no start is left.
    #[allow(clippy::type_complexity, reason = "a pair of tables, used in one place")]
    fn costs(
        &self,
        length: i32,
        wanted: Wanted,
        best: Option<Cost>,
        order: &[usize],
    ) -> Option<(Vec<Option<Cost>>, Vec<Vec<i32>>)> {
        let mut costs = vec![Some(Cost::default()); (DAY / self.step) as usize];
        let mut needed = vec![Vec::new(); self.crowds.len()];
        for &crowd in order {
            let shifts = needed_shifts(self.crowds[crowd].week.spans(), length, self.step);
            let mut any = false;
            for (cost, shift) in costs.iter_mut().zip(&shifts) {
                let Some(so_far) = cost else { continue };
                if *shift == IMPOSSIBLE {
                    *cost = None;
                    continue;
                }
                so_far.unaffordable |= !self.can_afford(crowd, *shift);
                so_far.largest = so_far.largest.max(shift.abs());
                so_far.sum += i64::from(shift.abs()) * i64::from(self.crowds[crowd].heads);
                let refused = so_far.unaffordable && wanted == Wanted::AnyAffordable;
                // A longer window has to be better: a tie goes to the shorter one.
                if refused || best.is_some_and(|best| *so_far >= best) {
                    *cost = None;
                    continue;
                }
                any = true;
            }
            if !any {
                return None;
            }
            needed[crowd] = shifts;
        }
        Some((costs, needed))
    }
}

//! The search for the cheapest window of a season.

use std::cell::{OnceCell, RefCell};
use std::collections::HashMap;
use std::sync::Arc;

use super::tables::{CrowdShifts, Needed, OUT_OF_REACH, UNAFFORDABLE};
use crate::interval::IntervalSet;
use crate::lineup::{Crowd, Lineup, WeekClass};
use crate::minutes::{DAY, Minutes, WEEK, WeekMinute};
use crate::season::rotated;
use crate::target::Group;

/// A window of the UTC day that holds, with the shift it asks of each crowd.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Window {
    cost: Cost,
    /// How long it is.
    pub(crate) length: i32,
    /// Minutes after 00:00 UTC.
    pub(crate) start: i32,
    /// By crowd, in minutes, on top of a move made already.
    pub(crate) shifts: Vec<i32>,
}

impl Window {
    pub(crate) fn is_affordable(&self) -> bool {
        !self.cost.unaffordable
    }

    /// The largest shift of anybody, and the sum over members, in minutes.
    pub(crate) fn burden(&self) -> (i32, i64) {
        (self.cost.largest, self.cost.sum)
    }
}

/// Compared in this order.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
struct Cost {
    unaffordable: bool,
    largest: i32,
    sum: i64,
}

/// Everything the search asks about one class of seasons.
pub(crate) struct WindowSearch<'c> {
    class: &'c WeekClass<'c>,
    group: Group<'c>,
    target: Minutes,
    step: i32,
    /// The window lengths to try.
    lengths: Vec<i32>,
    /// By crowd.
    shifts: Vec<CrowdShifts>,
    /// By crowd.
    figures: Vec<Figure>,
}

impl<'c> WindowSearch<'c> {
    pub(crate) fn new(lineup: &Lineup<'_>, class: &'c WeekClass<'c>) -> Self {
        let group = class.group();
        let step = lineup.policy.step().get() as i32;
        let shortest = group.effective_target(lineup.target).ceil().get() as i32;
        let longest =
            class.crowds.iter().flat_map(|crowd| crowd.week().spans()).map(|span| span.length).max();
        let lengths = (shortest..=longest.unwrap_or(0)).step_by(step as usize).collect();
        let shifts = class.crowds.iter().map(|crowd| {
            let stated = (&*crowd.stated, crowd.moved);
            lineup.tables.of_crowd(crowd.week(), stated, crowd.flex, &lineup.policy)
        });
        let shifts = shifts.collect();
        let mut known = HashMap::new();
        let figures =
            class.crowds.iter().map(|crowd| Figure::of(crowd.week().pattern(), &mut known)).collect();
        Self { class, group, target: lineup.target, step, lengths, shifts, figures }
    }

    /// The cheapest window that holds: affordable ones first, then the smallest largest shift, the smallest
    /// sum over members, the shortest, the earliest. `None` when no window holds.
    ///
    /// # Complexity
    ///
    /// Window lengths × crowds × steps of a day, and an intersection of the crowds' weeks for each window
    /// that is tried, cheapest first.
    pub(crate) fn cheapest(&self) -> Option<Window> {
        let mut best: Option<Window> = None;
        let moved = MovedWeeks::new(self);
        for &length in &self.lengths {
            let needed: Vec<Needed> = self.shifts.iter().map(|shifts| shifts.needed(length)).collect();
            // A longer window has to be better: a tie goes to the shorter one.
            let may_win = |cost: &Cost| best.as_ref().is_none_or(|best| *cost < best.cost);
            let costs = Tally::of(&needed, self.class, self.starts()).costs(self.step).zip(0..);
            let mut starts: Vec<(Cost, usize)> =
                costs.filter_map(|(cost, start)| Some((cost.filter(may_win)?, start))).collect();
            starts.sort_unstable();
            if let Some((cost, start)) = starts.into_iter().find(|(_, start)| moved.hold(&needed, *start)) {
                let shifts = needed.iter().map(|needed| i32::from(needed.at(start)) * self.step).collect();
                best = Some(Window { cost, length, start: start as i32 * self.step, shifts });
            }
        }
        best
    }

    /// Whether some window that holds asks affordable shifts only.
    pub(crate) fn any_affordable(&self) -> bool {
        let moved = MovedWeeks::new(self);
        self.lengths.iter().any(|length| {
            let starts = self.affordable_starts(*length);
            if starts.is_empty() {
                return false;
            }
            let needed: Vec<Needed> = self.shifts.iter().map(|shifts| shifts.needed(*length)).collect();
            starts.iter().any(|start| moved.hold(&needed, usize::from(*start)))
        })
    }

    /// The windows of a length that hold and ask affordable shifts only: each start in minutes with the shift
    /// of each crowd.
    pub(crate) fn affordable_of(&self, length: i32) -> Vec<(i32, Vec<i32>)> {
        let starts = self.affordable_starts(length);
        if starts.is_empty() {
            return Vec::new();
        }
        let moved = MovedWeeks::new(self);
        let needed: Vec<Needed> = self.shifts.iter().map(|shifts| shifts.needed(length)).collect();
        let holding =
            starts.iter().map(|start| usize::from(*start)).filter(|start| moved.hold(&needed, *start));
        let shifts =
            |start: usize| needed.iter().map(|needed| i32::from(needed.at(start)) * self.step).collect();
        holding.map(|start| (start as i32 * self.step, shifts(start))).collect()
    }

    /// For each crowd, whether there may be a window that only crowds of that one head cannot afford: the
    /// only ones whose move could make a window affordable. A superset, found without testing what holds.
    pub(crate) fn sole_obstacles(&self) -> Vec<bool> {
        let mut obstacles = vec![false; self.shifts.len()];
        for &length in &self.lengths {
            if !self.affordable_starts(length).is_empty() {
                // Affordable for all but it does not hold: anybody's move might change that.
                return vec![true; self.shifts.len()];
            }
            let mut blocked_by: Vec<Option<usize>> = vec![None; self.starts()];
            let mut open: Vec<usize> = (0..self.starts()).collect();
            for (crowd, shifts) in self.shifts.iter().enumerate() {
                let needed = shifts.needed(length);
                open.retain(|start| {
                    if needed.flags_at(*start) == 0 {
                        return true;
                    }
                    let first = blocked_by[*start].is_none() && self.class.crowds[crowd].heads == 1;
                    blocked_by[*start] = Some(crowd);
                    first
                });
                if open.is_empty() {
                    break;
                }
            }
            open.into_iter().filter_map(|start| blocked_by[start]).for_each(|crowd| obstacles[crowd] = true);
        }
        obstacles
    }

    /// The starts of windows of a length that everybody can afford. They depend on no target: kept for the
    /// next question.
    fn affordable_starts(&self, length: i32) -> Arc<[u16]> {
        self.class.affordable_starts.get_or_make(length, |length| {
            let mut flags = vec![0; self.starts()];
            for shifts in &self.shifts {
                let needed = shifts.needed(*length);
                flags.iter_mut().zip(needed.flags().into_iter().flatten()).for_each(|(all, one)| *all |= one);
                if !flags.contains(&0) {
                    break;
                }
            }
            (0..flags.len() as u16).filter(|start| flags[usize::from(*start)] == 0).collect()
        })
    }

    /// How many starts a day has.
    fn starts(&self) -> usize {
        (DAY / self.step) as usize
    }
}

/// A week pattern as a figure and its place on the circle: members moved to one window often end up alike.
#[derive(Clone, Copy, Debug)]
struct Figure {
    /// The same for patterns that differ by their place only.
    id: u32,
    /// Where the stretch after the longest gap starts.
    place: i32,
}

impl Figure {
    fn of(pattern: &IntervalSet<WeekMinute>, known: &mut HashMap<IntervalSet<WeekMinute>, u32>) -> Self {
        let ends = || pattern.iter().map(|work| i32::from(work.end().get()));
        let before = ends().next_back().map(|last| last - WEEK).into_iter().chain(ends());
        let starts = pattern.iter().map(|work| i32::from(work.start().get()));
        let gaps = starts.zip(before).map(|(start, end)| (start - end, start));
        // Of equal gaps the last: any rule will do that turns with the pattern most of the time.
        let place = gaps.max_by_key(|(gap, _)| *gap).map_or(0, |(_, start)| start);
        let next = known.len() as u32;
        Self { id: *known.entry(rotated(pattern, -place)).or_insert(next), place }
    }

    fn moved_by(self, shift: i32) -> (u32, i32) {
        (self.id, (self.place + shift).rem_euclid(WEEK))
    }
}

/// Costs by start in steps, column by column: one pass over them for each crowd is most of the search.
struct Tally {
    largest: Vec<i16>,
    sum: Vec<i64>,
    flags: Vec<u8>,
}

impl Tally {
    fn of(needed: &[Needed], class: &WeekClass<'_>, starts: usize) -> Self {
        let mut tally = Self { largest: vec![0; starts], sum: vec![0; starts], flags: vec![0; starts] };
        for (needed, crowd) in needed.iter().zip(&class.crowds) {
            tally.add(needed, crowd.heads.into());
        }
        tally
    }

    fn add(&mut self, needed: &Needed, heads: i64) {
        let mut start = 0;
        for (sizes, flags) in needed.sizes().into_iter().zip(needed.flags()) {
            let here = start..start + sizes.len();
            start = here.end;
            for (largest, size) in self.largest[here.clone()].iter_mut().zip(sizes) {
                *largest = (*largest).max(*size);
            }
            for (sum, size) in self.sum[here.clone()].iter_mut().zip(sizes) {
                *sum += i64::from(*size) * heads;
            }
            for (all, one) in self.flags[here].iter_mut().zip(flags) {
                *all |= one;
            }
        }
    }

    /// The cost of each start; none where somebody cannot reach it.
    fn costs(self, step: i32) -> impl Iterator<Item = Option<Cost>> {
        (0..self.flags.len()).map(move |start| {
            let unaffordable = self.flags[start] & UNAFFORDABLE != 0;
            let (largest, sum) = (i32::from(self.largest[start]) * step, self.sum[start] * i64::from(step));
            (self.flags[start] & OUT_OF_REACH == 0).then_some(Cost { unaffordable, largest, sum })
        })
    }
}

/// The crowds' weeks moved by what windows need, each made once.
struct MovedWeeks<'s> {
    search: &'s WindowSearch<'s>,
    patterns: Vec<MovedPatterns<'s>>,
    /// By start: who ruled the last window out that started there. They often rule the next, longer one out.
    ruled_out_by: RefCell<Vec<Vec<usize>>>,
}

impl<'s> MovedWeeks<'s> {
    fn new(search: &'s WindowSearch<'s>) -> Self {
        let patterns =
            search.class.crowds.iter().map(|crowd| MovedPatterns::new(crowd, search.step)).collect();
        Self { search, patterns, ruled_out_by: RefCell::new(vec![Vec::new(); search.starts()]) }
    }

    /// Whether the group meets the target when everybody moves as the window at a start needs.
    fn hold(&self, needed: &[Needed], start: usize) -> bool {
        let (group, target) = (&self.search.group, self.search.target);
        let moved =
            |crowd: usize| self.patterns[crowd].by(i32::from(needed[crowd].at(start)) * self.search.step);
        let suspects = &mut self.ruled_out_by.borrow_mut()[start];
        if group.is_short(suspects, target, moved) {
            return false;
        }
        let alike = |crowd: usize| {
            let shift = i32::from(needed[crowd].at(start)) * self.search.step;
            Some(self.search.figures[crowd].moved_by(shift))
        };
        match group.short_subgroup(target, moved, alike) {
            None => true,
            Some(subgroup) => {
                *suspects = subgroup;
                false
            }
        }
    }
}

/// A crowd's week pattern, moved by each shift that is asked for.
struct MovedPatterns<'c> {
    pattern: &'c IntervalSet<WeekMinute>,
    step: i32,
    /// By shift in steps around the day: −12 h needs no place of its own, as +12 h wins that tie.
    by_steps: Vec<OnceCell<IntervalSet<WeekMinute>>>,
}

impl<'c> MovedPatterns<'c> {
    fn new(crowd: &'c Crowd<'_>, step: i32) -> Self {
        let by_steps = (0..DAY / step).map(|_| OnceCell::new()).collect();
        Self { pattern: crowd.week().pattern(), step, by_steps }
    }

    fn by(&self, shift: i32) -> &IntervalSet<WeekMinute> {
        let place = shift.rem_euclid(DAY) / self.step;
        self.by_steps[place as usize].get_or_init(|| rotated(self.pattern, shift))
    }
}

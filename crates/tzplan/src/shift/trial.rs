//! Trying shifts out: whether a group meets the target after them.

use std::cell::{OnceCell, RefCell};
use std::collections::HashMap;

use super::witness::Witness;
use crate::interval::IntervalSet;
use crate::lineup::{Lineup, WeekClass};
use crate::minutes::{Minutes, WEEK, WeekMinute};
use crate::season::rotated;
use crate::target::Group;

/// A class of seasons, ready to have any shifts tried.
#[derive(Debug)]
pub(super) struct Trial<'l> {
    class: &'l WeekClass<'l>,
    target: Minutes,
    step: i32,
    /// By slot.
    group: Group<'l>,
    /// By crowd.
    figures: Vec<Figure>,
    /// By crowd: its pattern, moved by each shift that is asked for.
    moved: Vec<OnceCell<MovedPatterns>>,
    /// The farthest shift that may be asked for, in steps.
    most: i32,
    /// Those that ruled candidates out, the latest to do so first: they rule most of the others
    /// out, too.
    witnesses: RefCell<Vec<Witness>>,
}

/// How many witnesses are heard before everybody is looked at.
const WITNESSES: usize = 12;
/// How many of them may be more than two, who are asked anew each time: everybody is hardly dearer.
const LARGER_WITNESSES: usize = 2;

/// For −most to +most steps.
type MovedPatterns = Box<[OnceCell<IntervalSet<WeekMinute>>]>;

impl<'l> Trial<'l> {
    pub(super) fn of(lineup: &'l Lineup<'l>, class: &'l WeekClass<'l>, most: i32) -> Self {
        let mut known = HashMap::new();
        let figures = class.crowds.iter().map(|crowd| Figure::of(crowd.week().pattern(), &mut known));
        let weeks = class.crowd_of.iter().map(|crowd| class.crowds[*crowd].week());
        Self {
            class,
            target: lineup.target,
            step: lineup.policy.step().get() as i32,
            group: Group::of_all(weeks.collect()),
            figures: figures.collect(),
            moved: class.crowds.iter().map(|_| OnceCell::new()).collect(),
            most,
            witnesses: RefCell::default(),
        }
    }

    /// Whether a few slots that missed their target after other shifts miss it after these, too: by slot, in
    /// steps. Then the group does not meet the target.
    pub(super) fn is_ruled_out(&self, shift: impl Fn(usize) -> i32) -> bool {
        let mut witnesses = self.witnesses.borrow_mut();
        let misses = |slots: &[usize]| self.is_short(slots, &shift);
        let mut larger = 0;
        let against = witnesses.iter().position(|witness| {
            larger += usize::from(witness.pair().is_none());
            let is_heard = witness.pair().is_some() || larger <= LARGER_WITNESSES;
            is_heard && witness.objects(&shift, misses)
        });
        if let Some(place) = against {
            witnesses[..=place].rotate_right(1);
        }
        against.is_some()
    }

    /// Whether a witness objects to these shifts: by slot, in steps.
    pub(super) fn objects(&self, witness: &Witness, shift: impl Fn(usize) -> i32) -> bool {
        witness.objects(&shift, |slots| self.is_short(slots, &shift))
    }

    /// Whether two slots miss their target when the second moves this many steps more than the first.
    pub(super) fn objects_apart(&self, pair: &Witness, apart: i32) -> bool {
        let first = pair.pair().map(|[first, _]| first);
        // Either of them by half of it, which is no longer than a shift may be.
        let half = apart / 2;
        self.objects(pair, |slot| if Some(slot) == first { -half } else { apart - half })
    }

    /// Who misses their target when each slot moves by this many steps; `None` when the group meets it.
    pub(super) fn witness(&self, shifts: &[i32]) -> Option<Witness> {
        let slots = self.short_subgroup(shifts)?;
        Some(Witness::among(slots, self.most, |pair| self.is_short(pair, |slot| shifts[slot])))
    }

    /// The farthest shift that may be asked for, in steps.
    pub(super) fn most(&self) -> i32 {
        self.most
    }

    /// Whether the group meets the target when each slot moves by this many steps.
    ///
    /// # Complexity
    ///
    /// An intersection for each distinct week and each distinct number of workdays, at most.
    pub(super) fn holds(&self, shifts: &[i32]) -> bool {
        let Some(witness) = self.witness(shifts) else { return true };
        let mut witnesses = self.witnesses.borrow_mut();
        witnesses.truncate(WITNESSES - 1);
        witnesses.insert(0, witness);
        false
    }

    /// Whether some slots by themselves miss their target when each moves by this many steps.
    fn is_short(&self, slots: &[usize], shift: impl Fn(usize) -> i32) -> bool {
        let moved = |slot: usize| self.moved(self.class.crowd_of[slot], shift(slot));
        self.group.is_short(slots, self.target, moved)
    }

    /// Slots that miss their target when each moves by this many steps; `None` when the group meets it.
    pub(super) fn short_subgroup(&self, shifts: &[i32]) -> Option<Vec<usize>> {
        let crowd_of = &self.class.crowd_of;
        self.group.short_subgroup(
            self.target,
            |slot| self.moved(crowd_of[slot], shifts[slot]),
            |slot| Some(self.figures[crowd_of[slot]].moved_by(shifts[slot] * self.step)),
        )
    }

    fn moved(&self, crowd: usize, steps: i32) -> &IntervalSet<WeekMinute> {
        let pattern = self.class.crowds[crowd].week().pattern();
        if steps == 0 {
            return pattern;
        }
        let room = || (-self.most..=self.most).map(|_| OnceCell::new()).collect();
        let by_steps = self.moved[crowd].get_or_init(room);
        by_steps[(steps + self.most) as usize].get_or_init(|| rotated(pattern, steps * self.step))
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

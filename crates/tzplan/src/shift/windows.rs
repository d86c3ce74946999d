//! The windows of a class of seasons, and the shifts that they need.

use std::cell::OnceCell;
use std::ops::Range;

use super::affordances::Affordances;
use super::candidate::{Candidate, Origin};
use super::columns::Columns;
use super::lengths::lengths;
use crate::lineup::Lineup;
use crate::shift_tables::{Cost, Needed};

/// Every window to be tried of a class of seasons.
#[derive(Debug)]
pub(super) struct ClassWindows {
    /// The place of the class.
    class: usize,
    /// In order.
    lengths: Vec<i32>,
    columns: Columns,
    /// By length, then column.
    needed: Vec<OnceCell<Vec<Needed>>>,
}

impl ClassWindows {
    /// Of a class, by its place, as long as those of another lineup in it.
    pub(super) fn of(lineup: &Lineup<'_>, place: usize, lengths_of: &Lineup<'_>) -> Self {
        let step = lineup.policy.step().get() as i32;
        let lengths = lengths(&lengths_of.classes[place], lengths_of.target, step);
        let needed = lengths.iter().map(|_| OnceCell::new()).collect();
        Self { class: place, lengths, columns: Columns::of(lineup, place), needed }
    }

    /// The windows for which everybody has a shift that they can afford in some season.
    ///
    /// # Complexity
    ///
    /// Lengths × starts × columns at most; most starts are ruled out by the first few columns.
    pub(super) fn affordable(&self, affordances: &Affordances) -> Vec<Candidate> {
        let of_length = |(number, length): (usize, &i32)| {
            let open = self.columns.affordable(*length, affordances).into_iter();
            open.map(move |(start, cost)| self.candidate(number, start, cost))
        };
        self.lengths.iter().enumerate().flat_map(of_length).collect()
    }

    /// The windows for which everybody has a shift, and that ask for one of some burdens in steps².
    ///
    /// # Complexity
    ///
    /// Lengths × starts × columns.
    pub(super) fn asking(&self, burdens: &Range<u64>) -> Vec<Candidate> {
        let mut candidates = Vec::new();
        let mut by_start = vec![0; self.columns.starts];
        for number in 0..self.lengths.len() {
            let needed = self.needed(number);
            self.columns.burdens(needed, &mut by_start);
            let costs = self.columns.costs(needed, &by_start, burdens).into_iter();
            candidates.extend(costs.map(|(start, cost)| self.candidate(number, start, cost)));
        }
        candidates
    }

    /// The shift that a window needs of each slot, in steps; its length by its place.
    pub(super) fn shifts(&self, number: usize, start: usize) -> Vec<i32> {
        let asked = self.asked(number, start);
        (0..self.columns.column_of.len()).map(|slot| asked.of(slot)).collect()
    }

    /// The same of any slot.
    pub(super) fn asked(&self, number: usize, start: usize) -> AskedByWindow<'_> {
        AskedByWindow { needed: self.needed(number), column_of: &self.columns.column_of, start }
    }

    pub(super) fn candidate(&self, number: usize, start: usize, cost: Cost) -> Candidate {
        let (class, length) = (self.class, self.lengths[number]);
        Candidate { cost, origin: Origin::Window { class, number, length, start } }
    }

    fn needed(&self, number: usize) -> &[Needed] {
        self.needed[number].get_or_init(|| self.columns.needed(self.lengths[number]))
    }
}

/// What a window that everybody reaches needs of each slot.
pub(super) struct AskedByWindow<'c> {
    /// By column.
    needed: &'c [Needed],
    column_of: &'c [usize],
    start: usize,
}

impl AskedByWindow<'_> {
    /// The shift of a slot, in steps.
    pub(super) fn of(&self, slot: usize) -> i32 {
        self.needed[self.column_of[slot]].at(self.start).expect("a window that everybody reaches")
    }
}

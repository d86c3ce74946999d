//! The windows of a class of seasons, and the shifts that they need.

use std::cell::OnceCell;

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
    pub(super) fn of(lineup: &Lineup<'_>, place: usize) -> Self {
        let class = &lineup.classes[place];
        let lengths = lengths(class, lineup.target, lineup.policy.step().get() as i32);
        let needed = lengths.iter().map(|_| OnceCell::new()).collect();
        Self { class: place, lengths, columns: Columns::of(lineup, place), needed }
    }

    /// The windows for which everybody has a shift that they can afford in some season.
    ///
    /// # Complexity
    ///
    /// Lengths × starts × columns at most; most starts are ruled out by the first few columns.
    pub(super) fn affordable(&self, affordances: &Affordances) -> Vec<Candidate> {
        let of_length = |length: &i32| {
            let open = self.columns.affordable(*length, affordances).into_iter();
            open.map(|(start, cost)| self.candidate(*length, start, cost)).collect::<Vec<_>>()
        };
        self.lengths.iter().flat_map(of_length).collect()
    }

    /// The windows for which everybody has a shift.
    ///
    /// # Complexity
    ///
    /// Lengths × starts × columns.
    pub(super) fn all(&self) -> impl Iterator<Item = Candidate> {
        (0..self.lengths.len()).flat_map(move |number| {
            let needed = self.needed(number);
            let cost = move |start| Some((start, self.columns.cost(needed, start)?));
            let open = (0..self.columns.starts).filter_map(cost);
            open.map(move |(start, cost)| self.candidate(self.lengths[number], start, cost))
        })
    }

    /// The shift that a window needs of each slot, in steps.
    pub(super) fn shifts(&self, length: i32, start: usize) -> Vec<i32> {
        let asked = self.asked(length, start);
        (0..self.columns.column_of.len()).map(|slot| asked.of(slot)).collect()
    }

    /// The same of any slot.
    pub(super) fn asked(&self, length: i32, start: usize) -> AskedByWindow<'_> {
        let number = self.lengths.binary_search(&length).expect("a length of this class");
        AskedByWindow { needed: self.needed(number), column_of: &self.columns.column_of, start }
    }

    fn candidate(&self, length: i32, start: usize, cost: Cost) -> Candidate {
        Candidate { cost, origin: Origin::Window { class: self.class, length, start } }
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

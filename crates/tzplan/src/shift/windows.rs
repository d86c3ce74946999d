//! The windows of a class of seasons, and the shifts that they need.

use std::cell::OnceCell;
use std::ops::Range;
use std::sync::Arc;

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
    columns: Arc<Columns>,
    /// By length, then column.
    needed: Vec<OnceCell<Vec<Needed>>>,
    /// The places of lengths and starts of some windows that everybody reaches: the search for each class of
    /// seasons looks at them.
    samples: OnceCell<Vec<(usize, usize)>>,
}

/// How many lengths of windows, and starts of each, are samples of a class.
const SAMPLED_LENGTHS: usize = 12;
const SAMPLED_STARTS: usize = 24;

impl ClassWindows {
    /// Of a class, by its place, as long as those of a lineup in it.
    pub(super) fn of(columns: Arc<Columns>, place: usize, lengths_of: &Lineup<'_>) -> Self {
        let step = lengths_of.policy.step().get() as i32;
        let lengths = lengths(&lengths_of.classes[place], lengths_of.target, step);
        let needed = lengths.iter().map(|_| OnceCell::new()).collect();
        Self { class: place, lengths, columns, needed, samples: OnceCell::new() }
    }

    /// How many there are.
    pub(super) fn count(&self) -> usize {
        self.lengths.len() * self.columns.starts
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

    /// The windows that are left, given what leaves some of the starts of windows that are equally long.
    ///
    /// # Complexity
    ///
    /// Lengths × starts.
    pub(super) fn left(&self, leave: &Leave<'_>) -> Vec<LeftWindows> {
        let of_length = |(number, length): (usize, &i32)| {
            let mut starts = (0..self.columns.starts as u16).collect();
            leave(&mut starts, &AskedByStart { columns: &self.columns, length: *length });
            starts.shrink_to_fit();
            (!starts.is_empty()).then_some(LeftWindows { class: self.class, number, starts })
        };
        self.lengths.iter().enumerate().filter_map(of_length).collect()
    }

    /// Those of some windows for which everybody has a shift, and that ask for one of some burdens in steps².
    ///
    /// # Complexity
    ///
    /// Windows × columns.
    pub(super) fn asking(&self, left: &LeftWindows, burdens: &Range<u64>) -> impl Iterator<Item = Candidate> {
        let costs = self.columns.costs(self.needed(left.number), &left.starts, burdens).into_iter();
        costs.map(|(start, cost)| self.candidate(left.number, start, cost))
    }

    /// What a few windows ask, which everybody reaches.
    pub(super) fn samples(&self) -> impl Iterator<Item = AskedByWindow<'_>> {
        let samples = self.samples.get_or_init(|| self.every(SAMPLED_LENGTHS, SAMPLED_STARTS));
        samples.iter().map(|(number, start)| self.asked(*number, *start))
    }

    /// The windows of every so many lengths and starts that everybody reaches.
    pub(super) fn every(&self, lengths: usize, starts: usize) -> Vec<(usize, usize)> {
        let numbers = (0..self.lengths.len()).step_by(self.lengths.len().div_ceil(lengths).max(1));
        let step = self.columns.starts.div_ceil(starts);
        let windows = numbers
            .flat_map(|number| (0..self.columns.starts).step_by(step).map(move |start| (number, start)));
        windows.filter(|(number, start)| self.asked(*number, *start).is_reached()).collect()
    }

    /// The shift that a window needs of each slot, in steps; its length by its place.
    pub(super) fn shifts(&self, number: usize, start: usize) -> Vec<i32> {
        self.asked(number, start).shifts()
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
    /// Whether everybody reaches it.
    fn is_reached(&self) -> bool {
        self.needed.iter().all(|needed| needed.at(self.start).is_some())
    }

    /// The shift of every slot, in steps.
    pub(super) fn shifts(&self) -> Vec<i32> {
        (0..self.column_of.len()).map(|slot| self.of(slot)).collect()
    }

    /// The shift of a slot, in steps.
    pub(super) fn of(&self, slot: usize) -> i32 {
        self.needed[self.column_of[slot]].at(self.start).expect("a window that everybody reaches")
    }
}

/// Some of the windows of a class that are equally long.
#[derive(Debug)]
pub(super) struct LeftWindows {
    pub(super) class: usize,
    /// The place of their length among the class's.
    number: usize,
    /// In steps, in order.
    pub(super) starts: Vec<u16>,
}

/// The windows that are left, to be asked one by one.
pub(super) struct IsLeft {
    /// By class, then length.
    marks: Vec<Vec<Vec<bool>>>,
}

impl IsLeft {
    pub(super) fn of(left: &[LeftWindows]) -> Self {
        let mut marks: Vec<Vec<Vec<bool>>> = Vec::new();
        for windows in left {
            let of_class = grown(&mut marks, windows.class);
            let of_length = grown(of_class, windows.number);
            windows.starts.iter().for_each(|start| *grown(of_length, (*start).into()) = true);
        }
        Self { marks }
    }

    /// Whether a candidate is one of them, or no window.
    pub(super) fn has(&self, origin: Origin) -> bool {
        let Origin::Window { class, number, start, .. } = origin else { return true };
        let of_length = self.marks.get(class).and_then(|of_class| of_class.get(number));
        of_length.and_then(|marks| marks.get(start)).is_some_and(|mark| *mark)
    }
}

/// The value at a place, with room made for it.
fn grown<T: Clone + Default>(values: &mut Vec<T>, place: usize) -> &mut T {
    if values.len() <= place {
        values.resize(place + 1, T::default());
    }
    &mut values[place]
}

/// What leaves some of the starts of windows that are equally long, given what these ask.
pub(super) type Leave<'l> = dyn Fn(&mut Vec<u16>, &AskedByStart<'_>) + 'l;

/// What windows of a length ask of each slot.
pub(super) struct AskedByStart<'c> {
    columns: &'c Columns,
    length: i32,
}

impl AskedByStart<'_> {
    /// The shifts of a slot, in steps, by start; [`IMPOSSIBLE`](crate::shift_tables::IMPOSSIBLE) where none
    /// reaches a window.
    pub(super) fn of(&self, slot: usize) -> Vec<i16> {
        self.columns.by_start(slot, self.length)
    }
}

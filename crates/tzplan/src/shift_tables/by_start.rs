//! What the windows of one length need of a week, and what they ask of its members.

use std::sync::Arc;

use super::needed::IMPOSSIBLE;

/// The shifts that windows of one length need of a week.
#[derive(Clone, Debug)]
pub(crate) struct Needed {
    pub(super) by_start: Arc<ShiftsByStart>,
    /// From the table's day to the week's.
    pub(super) steps_later: usize,
}

/// The shifts in steps that windows of one length need, by start in steps.
#[derive(Debug)]
pub(super) struct ShiftsByStart {
    shifts: Box<[i16]>,
    /// Their squares: 0 where no shift reaches a window.
    squares: Box<[u32]>,
    /// Whether a shift reaches every window.
    reach_all: bool,
}

/// Stands for more than any burden: a bit that no sum of squares of half days reaches, whoever moves.
pub(crate) const NO_BURDEN: u64 = 1 << 63;

impl ShiftsByStart {
    pub(super) fn of(shifts: Vec<i16>) -> Self {
        let square =
            |shift: &i16| if *shift == IMPOSSIBLE { 0 } else { u32::from(shift.unsigned_abs()).pow(2) };
        Self {
            squares: shifts.iter().map(square).collect(),
            reach_all: !shifts.contains(&IMPOSSIBLE),
            shifts: shifts.into(),
        }
    }
}

impl Needed {
    /// Adds what every window asks of this many members, in steps², by start; a window that no shift reaches
    /// is marked by more than any burden.
    pub(crate) fn add_burdens(&self, heads: u32, by_start: &mut [u64]) {
        // Nothing else in the loop that all windows of all columns go through.
        let add = |burdens: &mut [u64], squares: &[u32]| {
            for (burden, square) in burdens.iter_mut().zip(squares) {
                *burden += u64::from(*square) * u64::from(heads);
            }
        };
        let mark = |burdens: &mut [u64], shifts: &[i16]| {
            for (burden, shift) in burdens.iter_mut().zip(shifts) {
                *burden |= if *shift == IMPOSSIBLE { NO_BURDEN } else { 0 };
            }
        };
        let (early, late) = by_start.split_at_mut(self.steps_later);
        let (first, rest) = self.by_side(&self.by_start.squares);
        add(late, first);
        add(early, rest);
        if !self.by_start.reach_all {
            let (first, rest) = self.by_side(&self.by_start.shifts);
            mark(late, first);
            mark(early, rest);
        }
    }

    /// Adds whom every window moves of this many members and how far, in steps, by start; of windows that no
    /// shift reaches it says nothing.
    pub(crate) fn add_moves(&self, heads: u32, largest: &mut [u16], moved: &mut [u32]) {
        let mut add = |from: usize, shifts: &[i16]| {
            let by_start = largest[from..].iter_mut().zip(&mut moved[from..]);
            for ((largest, moved), shift) in by_start.zip(shifts) {
                let steps = shift.unsigned_abs();
                *largest = steps.max(*largest);
                *moved += if steps == 0 { 0 } else { heads };
            }
        };
        let (first, rest) = self.by_side(&self.by_start.shifts);
        add(self.steps_later, first);
        add(0, rest);
    }

    /// The shifts in steps that windows need, by start in steps; [`IMPOSSIBLE`] where none reaches one.
    pub(crate) fn by_start(&self) -> Vec<i16> {
        let (first, rest) = self.by_side(&self.by_start.shifts);
        [rest, first].concat()
    }

    /// The shift in steps that the window at a start needs, the start in steps too; `None` where no shift
    /// reaches it.
    pub(crate) fn at(&self, start: usize) -> Option<i32> {
        self.at_once_moved(start, 0)
    }

    /// The same of a week that has been moved by this many steps.
    pub(crate) fn at_once_moved(&self, start: usize, by: i32) -> Option<i32> {
        let shifts = &self.by_start.shifts;
        let place = (start as i32 - by - self.steps_later as i32).rem_euclid(shifts.len() as i32);
        let shift = shifts[place as usize];
        (shift != IMPOSSIBLE).then_some(shift.into())
    }

    /// What a table has for starts from that of the week's day on, and for those before it.
    fn by_side<'t, T>(&self, table: &'t [T]) -> (&'t [T], &'t [T]) {
        table.split_at(table.len() - self.steps_later)
    }
}

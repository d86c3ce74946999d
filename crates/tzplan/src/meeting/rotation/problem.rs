//! What turns there are and whose minutes count: as few numbers as tell all rotations apart.

use std::collections::HashMap;
use std::ops::Range;

use crate::meeting::{Occurrence, Slot};

/// A slot in one week.
#[derive(Clone, Debug)]
pub(super) struct Turn {
    pub(super) slot: Slot,
    pub(super) occurrence: Occurrence,
    /// How many members miss it.
    pub(super) missed: u64,
    /// As given: night minutes by schedule, then minutes of stretch by schedule. In a problem: by column.
    pub(super) minutes: Vec<u32>,
}

/// Minutes of one kind that are the same in every turn for those with some schedules.
#[derive(Clone, Copy, Debug)]
pub(super) struct Column {
    /// How many members they are.
    pub(super) heads: u64,
    /// The most that any of them carries.
    pub(super) carried: u64,
}

/// What is asked.
pub(super) struct Problem {
    /// Those of night minutes, then those of stretch.
    pub(super) columns: Vec<Column>,
    /// How many of them are of night minutes.
    nights: usize,
    /// The most that those carry who give nothing in any turn: night minutes, stretch.
    floor: [u64; 2],
    /// The turns to choose from in each week, in the order of slots; none is empty.
    pub(super) weeks: Vec<Vec<Turn>>,
}

/// Night minutes, or minutes of stretch.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(super) enum Kind {
    Night,
    Stretch,
}

impl Problem {
    /// With the members and the carried minutes (night, stretch) by schedule. Keeps the turns that the fewest
    /// miss and that no other beats; of equal ones the first.
    pub(super) fn new(mut weeks: Vec<Vec<Turn>>, heads: &[u64], carried: &[Vec<u64>; 2]) -> Self {
        for turns in &mut weeks {
            let fewest = turns.iter().map(|turn| turn.missed).min();
            turns.retain(|turn| Some(turn.missed) == fewest);
        }
        let mut problem = Self { columns: Vec::new(), nights: 0, floor: [0, 0], weeks: Vec::new() };
        let (mut known, mut first) = (HashMap::new(), Vec::new());
        let carried = carried.concat();
        for (place, carried) in carried.iter().copied().enumerate() {
            let (kind, schedule) = (place / heads.len(), place % heads.len());
            let minutes: Vec<u32> = weeks.iter().flatten().map(|turn| turn.minutes[place]).collect();
            if minutes.iter().all(|minutes| *minutes == 0) {
                problem.floor[kind] = problem.floor[kind].max(carried);
                continue;
            }
            let column = *known.entry((kind, minutes)).or_insert_with(|| {
                first.push(place);
                problem.columns.push(Column { heads: 0, carried: 0 });
                problem.nights += usize::from(kind == 0);
                first.len() - 1
            });
            let column = &mut problem.columns[column];
            (column.heads, column.carried) = (column.heads + heads[schedule], column.carried.max(carried));
        }
        for turn in weeks.iter_mut().flatten() {
            turn.minutes = first.iter().map(|place| turn.minutes[*place]).collect();
        }
        problem.weeks = weeks.iter().map(|turns| unbeaten(turns)).collect();
        problem
    }

    /// The columns of a kind.
    pub(super) fn of(&self, kind: Kind) -> Range<usize> {
        match kind {
            Kind::Night => 0..self.nights,
            Kind::Stretch => self.nights..self.columns.len(),
        }
    }

    /// The most that those carry who give nothing in any turn.
    pub(super) fn floor(&self, kind: Kind) -> u64 {
        self.floor[kind as usize]
    }

    /// The most cumulative minutes of anybody, those carried in included.
    pub(super) fn largest(&self, kind: Kind, cumulative: &[u64]) -> u64 {
        let with_carried = |column: usize| cumulative[column] + self.columns[column].carried;
        self.of(kind).map(with_carried).max().unwrap_or(0).max(self.floor(kind))
    }

    /// The minutes of all.
    pub(super) fn total(&self, kind: Kind, cumulative: &[u64]) -> u64 {
        self.of(kind).map(|column| cumulative[column] * self.columns[column].heads).sum()
    }
}

/// The turns that no other beats: asks no more of anybody and less of somebody.
fn unbeaten(turns: &[Turn]) -> Vec<Turn> {
    let mut distinct: HashMap<&[u32], &Turn> = HashMap::new();
    for turn in turns {
        distinct.entry(&turn.minutes).or_insert(turn);
    }
    let first = |turn: &&Turn| distinct[&*turn.minutes].slot == turn.slot;
    let beats = |a: &Turn, b: &Turn| a.minutes.iter().zip(&b.minutes).all(|(a, b)| a <= b);
    let beaten = |turn: &Turn| distinct.values().any(|other| other.slot != turn.slot && beats(other, turn));
    turns.iter().filter(first).filter(|turn| !beaten(turn)).cloned().collect()
}

//! What turns there are and whose minutes count: as few numbers as tell all rotations apart.

use std::collections::HashMap;
use std::ops::Range;

use crate::meeting::{Occurrence, Slot};

/// A slot in one week.
#[derive(Clone, Debug)]
pub(super) struct Turn {
    pub(super) slot: Slot,
    pub(super) occurrence: Occurrence,
    /// While a problem is gathered: night minutes by schedule, then minutes of stretch by schedule. In a
    /// problem: by column.
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

impl Kind {
    pub(super) const ALL: [Self; 2] = [Self::Night, Self::Stretch];
}

impl Problem {
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

    /// The most minutes of a kind that the turns can come to for anybody.
    pub(super) fn most(&self, kind: Kind) -> u64 {
        let largest = |turn: &Turn| turn.minutes[self.of(kind)].iter().copied().max().unwrap_or(0);
        let of_week = |turns: &Vec<Turn>| turns.iter().map(largest).max().unwrap_or(0);
        self.weeks.iter().map(|turns| u64::from(of_week(turns))).sum()
    }
}

/// A problem that is being put together, week by week.
///
/// A column stands for the schedules that give the same minutes in every turn of every week. Which these are
/// is found by refinement, so that only the turns worth taking stay in memory: two schedules are of one class
/// after a week when they were of one class before and give the same in all of its turns.
pub(super) struct Gathering {
    /// How many members have each schedule.
    heads: Vec<u64>,
    /// By place (night minutes by schedule, then stretch): its class so far.
    classes: Vec<usize>,
    /// By place: whether it has given anything.
    gives: Vec<bool>,
    weeks: Vec<Vec<Turn>>,
}

impl Gathering {
    /// Of schedules that have so many members each.
    pub(super) fn new(heads: Vec<u64>) -> Self {
        let places = 2 * heads.len();
        let classes = (0..places).map(|place| place / heads.len()).collect();
        Self { heads, classes, gives: vec![false; places], weeks: Vec::new() }
    }

    /// Adds a week, of whose turns those stay that no other beats; of equal ones the first.
    pub(super) fn add(&mut self, turns: Vec<Turn>) {
        let mut known: HashMap<(usize, Vec<u32>), usize> = HashMap::new();
        for (place, class) in self.classes.iter_mut().enumerate() {
            let minutes: Vec<u32> = turns.iter().map(|turn| turn.minutes[place]).collect();
            self.gives[place] |= minutes.iter().any(|minutes| *minutes > 0);
            let classes = known.len();
            *class = *known.entry((*class, minutes)).or_insert(classes);
        }
        self.weeks.push(unbeaten(turns));
    }

    /// The problem, with the carried minutes (night, stretch) by schedule.
    pub(super) fn problem(mut self, carried: &[Vec<u64>; 2]) -> Problem {
        let mut problem = Problem { columns: Vec::new(), nights: 0, floor: [0, 0], weeks: Vec::new() };
        let (mut known, mut first) = (HashMap::new(), Vec::new());
        for (place, class) in self.classes.iter().enumerate() {
            let (kind, schedule) = (place / self.heads.len(), place % self.heads.len());
            let carried = carried[kind][schedule];
            if !self.gives[place] {
                problem.floor[kind] = problem.floor[kind].max(carried);
                continue;
            }
            let column = *known.entry(*class).or_insert_with(|| {
                first.push(place);
                problem.columns.push(Column { heads: 0, carried: 0 });
                problem.nights += usize::from(kind == 0);
                first.len() - 1
            });
            let column = &mut problem.columns[column];
            column.heads += self.heads[schedule];
            column.carried = column.carried.max(carried);
        }
        for turn in self.weeks.iter_mut().flatten() {
            turn.minutes = first.iter().map(|place| turn.minutes[*place]).collect();
        }
        problem.weeks = self.weeks;
        problem
    }
}

/// The turns that no other beats: asks no more of anybody and less of somebody. In their order.
fn unbeaten(turns: Vec<Turn>) -> Vec<Turn> {
    let sum = |turn: &Turn| turn.minutes.iter().map(|minutes| u64::from(*minutes)).sum::<u64>();
    let mut order: Vec<(u64, usize)> = turns.iter().map(sum).zip(0..).collect();
    // Whoever beats another asks less in all, and of equal ones the first stays.
    order.sort_unstable();
    let beats = |a: &Turn, b: &Turn| a.minutes.iter().zip(&b.minutes).all(|(a, b)| a <= b);
    let mut stay: Vec<usize> = Vec::new();
    for (_, place) in order {
        if !stay.iter().any(|other| beats(&turns[*other], &turns[place])) {
            stay.push(place);
        }
    }
    stay.sort_unstable();
    let mut places = stay.into_iter().peekable();
    let stays = turns.into_iter().enumerate().filter(|(place, _)| places.next_if_eq(place).is_some());
    stays.map(|(_, turn)| turn).collect()
}

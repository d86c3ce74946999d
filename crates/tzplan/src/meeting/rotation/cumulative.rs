//! Cumulative minutes by column of many partial rotations, side by side; and which of them beat others.
//!
//! They are kept in 32 bits, carried-in minutes included, so that a processor adds and compares several at a
//! time. The most that anybody carries may be more than that: beside somebody who carries more than a
//! rotation can make up for, how much others carry makes no difference to who has the most, so that a part of
//! it is kept apart.

use super::problem::{Kind, Problem};

/// How many bits of a mark stand for one column each.
const BITS: usize = 128;

/// Where all rotations begin.
pub(super) struct Start {
    /// By column: carried-in minutes, less the part kept apart.
    pub(super) minutes: Vec<u32>,
    /// By kind: what is to be added to the largest.
    apart: [u64; 2],
}

impl Start {
    pub(super) fn of(problem: &Problem) -> Self {
        let apart = Kind::ALL.map(|kind| {
            let carried = problem.columns[problem.of(kind)].iter().map(|column| column.carried);
            carried.max().unwrap_or(0).saturating_sub(problem.most(kind))
        });
        let of = |kind: Kind| {
            let columns = problem.columns[problem.of(kind)].iter();
            columns.map(move |column| column.carried.saturating_sub(apart[kind as usize]) as u32)
        };
        Self { minutes: of(Kind::Night).chain(of(Kind::Stretch)).collect(), apart }
    }

    /// The largest of anybody, by the largest of those kept.
    pub(super) fn largest(&self, problem: &Problem, kind: Kind, kept: u32) -> u64 {
        let there = if problem.of(kind).is_empty() { 0 } else { self.apart[kind as usize] + u64::from(kept) };
        there.max(problem.floor(kind))
    }
}

/// The cumulative minutes of partial rotations.
pub(super) struct Rows {
    width: usize,
    minutes: Vec<u32>,
    count: usize,
}

impl Rows {
    /// None, of as many columns.
    pub(super) fn of_width(width: usize) -> Self {
        Self { width, minutes: Vec::new(), count: 0 }
    }

    pub(super) fn push(&mut self, row: &[u32]) {
        self.minutes.extend_from_slice(row);
        self.count += 1;
    }

    pub(super) fn row(&self, place: usize) -> &[u32] {
        &self.minutes[place * self.width..(place + 1) * self.width]
    }

    fn all(&self) -> impl Iterator<Item = &[u32]> {
        (0..self.count).map(|place| self.row(place))
    }
}

/// The largest sum in any column: of the first two, and of all three.
pub(super) fn largest_sums([a, b, c]: [&[u32]; 3]) -> [u32; 2] {
    // No sum has more than 31 bits, and processors compare numbers with a sign faster.
    let (mut two, mut three) = (0, 0);
    for ((a, b), c) in a.iter().zip(b).zip(c) {
        two = i32::max(two, (a + b) as i32);
        three = i32::max(three, (a + b + c) as i32);
    }
    [two as u32, three as u32]
}

/// Rows of which none beats another, that is, has no more in every column.
///
/// Most rows do not beat each other, and one word shows it: each of its bits says whether a row has more than
/// some minutes in some column, and whoever beats another has no bit that the other lacks.
pub(super) struct Unbeaten {
    pub(super) rows: Rows,
    marks: Vec<u128>,
    /// By bit: the column and the minutes.
    bits: Vec<(usize, u32)>,
}

impl Unbeaten {
    /// None, of rows that lie between those before and what one of these turns adds.
    pub(super) fn between<'a>(before: &Rows, mut turns: impl Iterator<Item = &'a [u32]>) -> Self {
        let width = before.width;
        let range = |rows: &mut dyn Iterator<Item = &[u32]>| {
            let (mut least, mut most) = (vec![u32::MAX; width], vec![0; width]);
            for row in rows {
                least.iter_mut().zip(row).for_each(|(least, minutes)| *least = (*least).min(*minutes));
                most.iter_mut().zip(row).for_each(|(most, minutes)| *most = (*most).max(*minutes));
            }
            (least, most)
        };
        let (kept, added) = (range(&mut before.all()), range(&mut turns));
        let levels = BITS.div_ceil(width.max(1)) as u32;
        let bit = |bit: usize| {
            // Of few columns at several levels, of many as many as there are bits.
            let column = if width < BITS { bit % width } else { bit * width / BITS };
            let level = (bit / width) as u32 % levels + 1;
            let (least, most) = (kept.0[column] + added.0[column], kept.1[column] + added.1[column]);
            (column, least + (most - least) / (levels + 1) * level)
        };
        let bits = if width == 0 { Vec::new() } else { (0..BITS).map(bit).collect() };
        Self { rows: Rows::of_width(width), marks: Vec::new(), bits }
    }

    /// Whether one of them beats a row.
    pub(super) fn beat(&self, row: &[u32]) -> bool {
        let lacks = !self.mark(row);
        let beats = |other: &[u32]| other.iter().zip(row).all(|(a, b)| a <= b);
        self.marks.iter().enumerate().any(|(place, mark)| mark & lacks == 0 && beats(self.rows.row(place)))
    }

    /// Adds a row that none of them beats.
    pub(super) fn push(&mut self, row: &[u32]) {
        self.marks.push(self.mark(row));
        self.rows.push(row);
    }

    fn mark(&self, row: &[u32]) -> u128 {
        let of =
            |mark: u128, (column, minutes): &(usize, u32)| mark << 1 | u128::from(row[*column] > *minutes);
        self.bits.iter().fold(0, of)
    }
}

//! What no rotation can do without.
//!
//! Give every column a weight. The largest cumulative minutes are at least the weighted mean of all, and that
//! is at least what it comes to when every week takes the turn with the least weighted minutes. Any weights
//! give a bound; good ones are found by fictitious play: the weeks answer the weights played so far, the
//! weights those who give the most under the turns played so far.

use super::problem::{Kind, Problem, Turn};

/// How often weights and weeks answer each other.
const ROUNDS: usize = 400;

/// For each week, the least minutes of a kind that are still to come from it on.
pub(super) struct ToCome {
    /// By week, and in each by column of the kind.
    pub(super) least: Vec<Vec<u32>>,
    /// By column of the kind, and their sum; none without columns.
    weights: Vec<u64>,
    weight: u64,
    /// Of the weighted sum of all columns.
    weighted: Vec<u64>,
    /// Of the minutes of all members.
    total: Vec<u64>,
}

/// What turns add up to: each sum is that of the turns taken.
#[derive(Clone, Copy, Default)]
pub(super) struct Sums {
    /// The weighted sum of all columns.
    weighted: u64,
    /// The minutes of all members.
    total: u64,
}

impl ToCome {
    pub(super) fn of(problem: &Problem, kind: Kind) -> Self {
        let columns = problem.of(kind);
        let weights = weights(problem, kind);
        let mut to_come = Self {
            least: vec![vec![0; columns.len()]],
            weight: weights.iter().sum(),
            weights,
            weighted: vec![0],
            total: vec![0],
        };
        for (place, turns) in problem.weeks.iter().rev().enumerate() {
            let of = |column: usize| turns.iter().map(|turn| turn.minutes[column]).min().unwrap_or(0);
            let with = columns.clone().zip(&to_come.least[place]).map(|(column, after)| after + of(column));
            let with = with.collect();
            let sums = || turns.iter().map(|turn| to_come.sums(problem, kind, turn));
            let weighted = sums().map(|sums| sums.weighted).min().unwrap_or(0);
            let total = sums().map(|sums| sums.total).min().unwrap_or(0);
            to_come.least.push(with);
            to_come.weighted.push(to_come.weighted[place] + weighted);
            to_come.total.push(to_come.total[place] + total);
        }
        to_come.least.reverse();
        to_come.weighted.reverse();
        to_come.total.reverse();
        to_come
    }

    /// What a turn adds.
    pub(super) fn sums(&self, problem: &Problem, kind: Kind, turn: &Turn) -> Sums {
        let columns = problem.of(kind);
        let heads = problem.columns[columns.clone()].iter().map(|column| column.heads);
        let minutes = &turn.minutes[columns];
        let total = heads.zip(minutes).map(|(heads, minutes)| heads * u64::from(*minutes)).sum();
        Sums { weighted: sum(&self.weights, minutes), total }
    }

    /// Before the first turn: what is carried in.
    pub(super) fn carried(&self, problem: &Problem, kind: Kind) -> Sums {
        let carried = problem.columns[problem.of(kind)].iter().map(|column| column.carried);
        Sums {
            weighted: carried.zip(&self.weights).map(|(carried, weight)| carried * weight).sum(),
            total: 0,
        }
    }

    /// The least that the largest cumulative minutes can come to by the weighted sum, after this many weeks.
    pub(super) fn mean(&self, week: usize, sums: Sums) -> u64 {
        if self.weight == 0 { 0 } else { (sums.weighted + self.weighted[week]).div_ceil(self.weight) }
    }

    /// The least that the minutes of all can come to, after this many weeks.
    pub(super) fn total(&self, week: usize, sums: Sums) -> u64 {
        sums.total + self.total[week]
    }
}

impl Sums {
    pub(super) fn with(self, other: Self) -> Self {
        Self { weighted: self.weighted + other.weighted, total: self.total + other.total }
    }
}

/// The weights with the best bound that were played.
fn weights(problem: &Problem, kind: Kind) -> Vec<u64> {
    let columns = problem.of(kind);
    let carried: Vec<u64> = problem.columns[columns.clone()].iter().map(|column| column.carried).collect();
    let mut played = vec![1; carried.len()];
    let (mut best, mut best_weights) = (0.0, played.clone());
    let mut given = vec![0; carried.len()];
    // The weighted minutes of every turn, and what is carried.
    let of_turn = |turn: &Turn| sum(&played, &turn.minutes[columns.clone()]);
    let mut weighted: Vec<Vec<u64>> =
        problem.weeks.iter().map(|turns| turns.iter().map(of_turn).collect()).collect();
    let mut of_carried: u64 = carried.iter().sum();
    for _ in 0..ROUNDS {
        let mut value = of_carried;
        given.iter_mut().zip(&carried).for_each(|(given, carried)| *given += carried);
        for (turns, weighted) in problem.weeks.iter().zip(&weighted) {
            let Some((least, turn)) = weighted.iter().zip(turns).min_by_key(|(weighted, _)| **weighted)
            else {
                continue;
            };
            value += least;
            let minutes = &turn.minutes[columns.clone()];
            given.iter_mut().zip(minutes).for_each(|(given, minutes)| *given += u64::from(*minutes));
        }
        let mean = value as f64 / played.iter().sum::<u64>().max(1) as f64;
        if mean > best {
            (best, best_weights) = (mean, played.clone());
        }
        let Some(most) = (0..given.len()).max_by_key(|column| given[*column]) else { break };
        played[most] += 1;
        of_carried += carried[most];
        for (weighted, turn) in weighted.iter_mut().flatten().zip(problem.weeks.iter().flatten()) {
            *weighted += u64::from(turn.minutes[columns.start + most]);
        }
    }
    best_weights
}

/// The weighted minutes of a turn.
fn sum(weights: &[u64], minutes: &[u32]) -> u64 {
    weights.iter().zip(minutes).map(|(weight, minutes)| weight * u64::from(*minutes)).sum()
}

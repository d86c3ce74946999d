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
    kind: Kind,
    /// By column.
    least: Vec<Vec<u64>>,
    /// By column, and their sum; none without columns.
    weights: Vec<u64>,
    weight: u64,
    /// Of the weighted sum of all columns.
    weighted: Vec<u64>,
    /// Of the minutes of all members.
    total: Vec<u64>,
}

impl ToCome {
    pub(super) fn of(problem: &Problem, kind: Kind) -> Self {
        let columns = problem.of(kind);
        let weights = weights(problem, kind);
        let heads: Vec<u64> = problem.columns[columns.clone()].iter().map(|column| column.heads).collect();
        let least_sum = |turns: &[Turn], weights: &[u64]| {
            turns.iter().map(|turn| sum(weights, &turn.minutes[columns.clone()])).min().unwrap_or(0)
        };
        let mut least = vec![vec![0; columns.len()]];
        let (mut weighted, mut total) = (vec![0], vec![0]);
        for (place, turns) in problem.weeks.iter().rev().enumerate() {
            let of = |column: usize| turns.iter().map(|turn| turn.minutes[column]).min().unwrap_or(0);
            let with =
                columns.clone().zip(&least[place]).map(|(column, after)| after + u64::from(of(column)));
            least.push(with.collect());
            weighted.push(weighted[place] + least_sum(turns, &weights));
            total.push(total[place] + least_sum(turns, &heads));
        }
        least.reverse();
        weighted.reverse();
        total.reverse();
        Self { kind, least, weight: weights.iter().sum(), weights, weighted, total }
    }

    /// The least that the largest cumulative minutes can come to, after this many weeks with these cumulative
    /// ones.
    pub(super) fn largest(&self, problem: &Problem, week: usize, cumulative: &[u64]) -> u64 {
        let (mut largest, mut weighted) = (problem.floor(self.kind), self.weighted[week]);
        for ((column, to_come), weight) in problem.of(self.kind).zip(&self.least[week]).zip(&self.weights) {
            let minutes = cumulative[column] + problem.columns[column].carried;
            largest = largest.max(minutes + to_come);
            weighted += minutes * weight;
        }
        if self.weight == 0 { largest } else { largest.max(weighted.div_ceil(self.weight)) }
    }

    /// The least that the minutes of all can come to.
    pub(super) fn total(&self, problem: &Problem, week: usize, cumulative: &[u64]) -> u64 {
        problem.total(self.kind, cumulative) + self.total[week]
    }
}

/// The weights with the best bound that were played.
fn weights(problem: &Problem, kind: Kind) -> Vec<u64> {
    let columns = problem.of(kind);
    let carried: Vec<u64> = problem.columns[columns.clone()].iter().map(|column| column.carried).collect();
    let mut played = vec![1; carried.len()];
    let (mut best, mut best_weights) = (0.0, played.clone());
    let mut given = vec![0; carried.len()];
    for _ in 0..ROUNDS {
        let mut value: u64 = carried.iter().zip(&played).map(|(minutes, weight)| minutes * weight).sum();
        given.iter_mut().zip(&carried).for_each(|(given, carried)| *given += carried);
        for turns in &problem.weeks {
            let minutes = turns.iter().map(|turn| &turn.minutes[columns.clone()]);
            let Some(least) = minutes.min_by_key(|minutes| sum(&played, minutes)) else { continue };
            value += sum(&played, least);
            given.iter_mut().zip(least).for_each(|(given, minutes)| *given += u64::from(*minutes));
        }
        let mean = value as f64 / played.iter().sum::<u64>().max(1) as f64;
        if mean > best {
            (best, best_weights) = (mean, played.clone());
        }
        let Some(most) = (0..given.len()).max_by_key(|column| given[*column]) else { break };
        played[most] += 1;
    }
    best_weights
}

/// The weighted minutes of a turn.
fn sum(weights: &[u64], minutes: &[u32]) -> u64 {
    weights.iter().zip(minutes).map(|(weight, minutes)| weight * u64::from(*minutes)).sum()
}

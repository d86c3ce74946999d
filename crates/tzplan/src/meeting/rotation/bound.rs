//! What no rotation can do without.
//!
//! Give every schedule a weight. The largest cumulative stretch is at least the weighted mean of all, and
//! that is at least what it comes to when every week takes the turn with the least weighted stretch. Any
//! weights give a bound; good ones are found by fictitious play: the weeks answer the weights played so far,
//! the weights those who give the most under the turns played so far.

use crate::meeting::{Occurrence, Slot};

/// A slot in one week.
#[derive(Clone, Debug)]
pub(super) struct Turn {
    pub(super) slot: Slot,
    pub(super) occurrence: Occurrence,
    /// How many members miss it.
    pub(super) missed: u64,
    /// Minutes, by schedule.
    pub(super) stretches: Vec<u32>,
}

/// How often weights and weeks answer each other.
const ROUNDS: usize = 400;

/// For each week, the least that is still to come from it on.
pub(super) struct ToCome {
    /// By schedule.
    least: Vec<Vec<u64>>,
    /// By schedule, and their sum; none without schedules.
    weights: Vec<u64>,
    weight: u64,
    /// Of the weighted sum of all schedules.
    weighted: Vec<u64>,
}

impl ToCome {
    pub(super) fn of(weeks: &[Vec<Turn>], carried: &[u64]) -> Self {
        let mut least = vec![vec![0; carried.len()]];
        for turns in weeks.iter().rev() {
            let of = |schedule: usize| turns.iter().map(|turn| turn.stretches[schedule]).min().unwrap_or(0);
            let after = &least[least.len() - 1];
            least
                .push((0..carried.len()).map(|schedule| after[schedule] + u64::from(of(schedule))).collect());
        }
        least.reverse();
        let weights = weights(weeks, carried);
        let mut weighted = vec![0];
        for turns in weeks.iter().rev() {
            let here = turns.iter().map(|turn| sum(&weights, turn)).min().unwrap_or(0);
            weighted.push(weighted[weighted.len() - 1] + here);
        }
        weighted.reverse();
        Self { least, weight: weights.iter().sum(), weights, weighted }
    }

    /// The least that the largest cumulative stretch can come to, after so many weeks with these cumulative
    /// ones.
    pub(super) fn bound(&self, week: usize, cumulative: impl Iterator<Item = u64>) -> u64 {
        let (mut largest, mut weighted) = (0, self.weighted[week]);
        for ((minutes, to_come), weight) in cumulative.zip(&self.least[week]).zip(&self.weights) {
            largest = largest.max(minutes + to_come);
            weighted += minutes * weight;
        }
        if self.weight == 0 { largest } else { largest.max(weighted.div_ceil(self.weight)) }
    }
}

/// The weights with the best bound that were played.
fn weights(weeks: &[Vec<Turn>], carried: &[u64]) -> Vec<u64> {
    let mut played = vec![1; carried.len()];
    let (mut best, mut best_weights) = (0.0, played.clone());
    let mut given = vec![0; carried.len()];
    for _ in 0..ROUNDS {
        let mut value: u64 = carried.iter().zip(&played).map(|(minutes, weight)| minutes * weight).sum();
        given.iter_mut().zip(carried).for_each(|(given, carried)| *given += carried);
        for turns in weeks {
            let Some(turn) = turns.iter().min_by_key(|turn| sum(&played, turn)) else { continue };
            value += sum(&played, turn);
            given.iter_mut().zip(&turn.stretches).for_each(|(given, minutes)| *given += u64::from(*minutes));
        }
        let mean = value as f64 / played.iter().sum::<u64>().max(1) as f64;
        if mean > best {
            (best, best_weights) = (mean, played.clone());
        }
        let Some(most) = (0..given.len()).max_by_key(|schedule| given[*schedule]) else { break };
        played[most] += 1;
    }
    best_weights
}

/// The weighted stretch of a turn.
fn sum(weights: &[u64], turn: &Turn) -> u64 {
    weights.iter().zip(&turn.stretches).map(|(weight, minutes)| weight * u64::from(*minutes)).sum()
}

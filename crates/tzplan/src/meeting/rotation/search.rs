//! The best sequence of turns, week by week.
//!
//! Of two partial rotations one *beats* the other when it asks no more of anybody and less of somebody:
//! whatever follows, nobody's largest is larger and a total is smaller. Of two that have asked the same of
//! everybody the one whose largest stretch was smaller in the weeks before is as good and fairer, then the
//! first in the order of slots. All others are kept, so that the best sequence is among them at the end. A
//! first, narrow pass finds what can be had; partial rotations that cannot come to as little are dropped.

use std::collections::HashMap;

use super::bound::ToCome;
use super::problem::{Kind, Problem, Turn};

/// How many partial rotations the first pass keeps.
const NARROW: usize = 64;

/// The largest of anybody, night minutes and stretch, then those of all; less is better, compared in this
/// order.
type Value = [u64; 4];

/// What was found.
pub(super) struct Found {
    pub(super) turns: Vec<Turn>,
    pub(super) value: Value,
    pub(super) exact: bool,
    /// The least that the largest can come to: night minutes, stretch.
    pub(super) bound: [u64; 2],
}

pub(super) fn search(problem: &Problem, most: usize) -> Found {
    let to_come = [Kind::Night, Kind::Stretch].map(|kind| ToCome::of(problem, kind));
    let pass = |most, within| Pass { problem, to_come: &to_come, most, within }.run();
    let (narrow, mut exact) = pass(NARROW.min(most), [u64::MAX; 4]);
    let mut best = narrow.expect("without a limit every turn goes on");
    if !exact {
        let (wide, all) = pass(most, best.value);
        exact = all;
        best = wide.into_iter().chain([best]).min().expect("at least one");
    }
    let Way { value, choice, .. } = best;
    let nothing = vec![0; problem.columns.len()];
    let bound = match exact {
        true => [value[0], value[1]],
        false => to_come.map(|to_come| to_come.largest(problem, 0, &nothing)),
    };
    let turns = choice.iter().zip(&problem.weeks).map(|(turn, turns)| turns[*turn].clone());
    Found { turns: turns.collect(), value, exact, bound }
}

/// A way through the weeks; the better first.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Way {
    value: Value,
    /// The largest cumulative stretch after each week.
    largest: Vec<u64>,
    /// The turns' places.
    choice: Vec<usize>,
}

/// A rotation up to some week.
struct Partial {
    /// Cumulative minutes by column, carried-in ones not included.
    cumulative: Vec<u64>,
    /// The place of the rotation it continues among those kept of the week before, and that of the turn.
    before: usize,
    turn: usize,
    /// How the largest stretches after each week compare with those of the others kept, and then the choices.
    rank: (usize, usize),
}

/// A partial rotation's past; the better first: the rank of the largest stretches until the week before, the
/// largest stretch, the rank of the choice until the week before, the turn.
type Past = (usize, u64, usize, usize);

struct Pass<'p> {
    problem: &'p Problem,
    to_come: &'p [ToCome; 2],
    /// How many partial rotations are kept.
    most: usize,
    /// What is known to be had.
    within: Value,
}

impl Pass<'_> {
    /// The best way found, and whether none is better. Where partial rotations were left out, those kept may
    /// lead nowhere within the limit.
    fn run(&self) -> (Option<Way>, bool) {
        let cumulative = vec![0; self.problem.columns.len()];
        let (mut kept, mut exact) =
            (vec![vec![Partial { cumulative, before: 0, turn: 0, rank: (0, 0) }]], true);
        for week in 0..self.problem.weeks.len() {
            let (next, all) = self.continued(&kept[week], week);
            kept.push(next);
            exact &= all;
        }
        let weeks = self.problem.weeks.len();
        let key = |partial: &Partial| (self.bounds(weeks, &partial.cumulative), partial.rank);
        let best = kept[weeks].iter().min_by_key(|partial| key(partial));
        let way = best.map(|best| {
            let (mut largest, mut choice, mut partial) = (Vec::new(), Vec::new(), best);
            for before in kept[..weeks].iter().rev() {
                largest.push(self.problem.largest(Kind::Stretch, &partial.cumulative));
                choice.push(partial.turn);
                partial = &before[partial.before];
            }
            largest.reverse();
            choice.reverse();
            Way { value: self.bounds(weeks, &best.cumulative), largest, choice }
        });
        (way, exact)
    }

    /// The rotations of a week more that matter; and whether those are all.
    fn continued(&self, kept: &[Partial], week: usize) -> (Vec<Partial>, bool) {
        let mut next: HashMap<Vec<u64>, (Past, usize)> = HashMap::new();
        let mut cumulative = Vec::new();
        for (before, partial) in kept.iter().enumerate() {
            for (turn, taken) in self.problem.weeks[week].iter().enumerate() {
                cumulative.clear();
                let minutes = partial.cumulative.iter().zip(&taken.minutes);
                cumulative.extend(minutes.map(|(sum, by)| sum + u64::from(*by)));
                let largest = self.problem.largest(Kind::Stretch, &cumulative);
                let past = (partial.rank.0, largest, partial.rank.1, turn);
                match next.get_mut(&cumulative) {
                    Some(known) => *known = (past, before).min(*known),
                    None if self.bounds(week + 1, &cumulative) <= self.within => {
                        next.insert(cumulative.clone(), (past, before));
                    }
                    None => {}
                }
            }
        }
        // The likeliest first: they beat the most, and stay where not all can.
        let mut order: Vec<(Value, Past, usize, Vec<u64>)> = next
            .into_iter()
            .map(|(cumulative, (past, before))| {
                (self.bounds(week + 1, &cumulative), past, before, cumulative)
            })
            .collect();
        order.sort_unstable();
        let (mut chosen, mut all): (Vec<(Past, Partial)>, bool) = (Vec::new(), true);
        for (_, past, before, cumulative) in order {
            let beats = |other: &[u64]| other.iter().zip(&cumulative).all(|(a, b)| a <= b);
            if chosen.iter().any(|(_, other)| beats(&other.cumulative)) {
                continue;
            }
            if chosen.len() == self.most {
                all = false;
                break;
            }
            chosen.push((past, Partial { cumulative, before, turn: past.3, rank: (0, 0) }));
        }
        (ranked(chosen), all)
    }

    /// The least that a rotation can come to, after this many weeks with these cumulative minutes.
    fn bounds(&self, week: usize, cumulative: &[u64]) -> Value {
        let [night, stretch] = self.to_come;
        [
            night.largest(self.problem, week, cumulative),
            stretch.largest(self.problem, week, cumulative),
            night.total(self.problem, week, cumulative),
            stretch.total(self.problem, week, cumulative),
        ]
    }
}

/// Sets the ranks.
fn ranked(mut partials: Vec<(Past, Partial)>) -> Vec<Partial> {
    let largest = |past: &Past| (past.0, past.1);
    partials.sort_unstable_by_key(|(past, _)| largest(past));
    let mut rank = 0;
    for place in 1..partials.len() {
        rank += usize::from(largest(&partials[place].0) != largest(&partials[place - 1].0));
        partials[place].1.rank.0 = rank;
    }
    partials.sort_unstable_by_key(|(past, _)| (past.2, past.3));
    for (rank, (_, partial)) in partials.iter_mut().enumerate() {
        partial.rank.1 = rank;
    }
    partials.into_iter().map(|(_, partial)| partial).collect()
}

//! The best sequence of turns, week by week.
//!
//! Of two partial rotations one *beats* the other when it asks no more of anybody and less of somebody:
//! whatever follows, its largest cumulative stretch is no larger and its total is smaller. Of two that ask
//! the same of everybody the first in the order of slots is as good and earlier. All others are kept, so that
//! the best sequence is among them at the end. A first, narrow pass finds a largest stretch that can be had;
//! partial rotations that cannot stay within it are dropped.

use std::collections::HashSet;

use super::bound::{ToCome, Turn};

/// How many partial rotations the first pass keeps.
const NARROW: usize = 64;

/// What is asked.
pub(super) struct Problem {
    /// Members with each schedule.
    pub(super) heads: Vec<u64>,
    /// The most that any of them carries.
    pub(super) carried: Vec<u64>,
    /// The turns to choose from in each week, in the order of slots; none is empty.
    pub(super) weeks: Vec<Vec<Turn>>,
}

/// What was found.
pub(super) struct Found {
    pub(super) turns: Vec<Turn>,
    pub(super) missed: u64,
    pub(super) largest: u64,
    pub(super) total: u64,
    pub(super) exact: bool,
    pub(super) bound: u64,
}

/// A rotation up to some week.
#[derive(Clone)]
struct Partial {
    /// Cumulative minutes by schedule, carried-in ones not included.
    cumulative: Vec<u64>,
    /// The place of the rotation it continues among those kept of the week before, and that of the turn.
    before: usize,
    turn: usize,
}

pub(super) fn search(problem: &Problem, most: usize) -> Found {
    let missed = |turns: &[Turn]| turns.iter().map(|turn| turn.missed).min().unwrap_or(0);
    let weeks: Vec<Vec<Turn>> = problem.weeks.iter().map(|turns| unbeaten(turns, missed(turns))).collect();
    let to_come = ToCome::of(&weeks, &problem.carried);
    let pass = |most, within| Pass { problem, weeks: &weeks, to_come: &to_come, most, within }.run();
    let (narrow, mut exact) = pass(NARROW.min(most), u64::MAX);
    let mut best = narrow.expect("without a limit every turn goes on");
    if !exact {
        let (wide, all) = pass(most, best.largest);
        exact = all;
        best = wide.into_iter().chain([best]).min().expect("at least one");
    }
    let Way { largest, total, choice } = best;
    let turns: Vec<Turn> = choice.iter().zip(&weeks).map(|(turn, turns)| turns[*turn].clone()).collect();
    Found {
        missed: turns.iter().map(|turn| turn.missed).sum(),
        turns,
        largest,
        total,
        exact,
        bound: if exact { largest } else { to_come.bound(0, problem.carried.iter().copied()) },
    }
}

/// The turns that the fewest miss and that no other beats, in order; of equal ones the first.
fn unbeaten(turns: &[Turn], missed: u64) -> Vec<Turn> {
    let fewest: Vec<&Turn> = turns.iter().filter(|turn| turn.missed == missed).collect();
    let mut seen: HashSet<&[u32]> = HashSet::new();
    let distinct: Vec<&Turn> = fewest.into_iter().filter(|turn| seen.insert(&turn.stretches)).collect();
    let beats = |a: &Turn, b: &Turn| a.stretches.iter().zip(&b.stretches).all(|(a, b)| a <= b);
    let beaten = |turn: &Turn| distinct.iter().any(|other| other.slot != turn.slot && beats(other, turn));
    distinct.iter().filter(|turn| !beaten(turn)).map(|turn| (*turn).clone()).collect()
}

/// A way through the weeks; the better first.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Way {
    largest: u64,
    total: u64,
    /// The turns' places.
    choice: Vec<usize>,
}

struct Pass<'p> {
    problem: &'p Problem,
    weeks: &'p [Vec<Turn>],
    to_come: &'p ToCome,
    /// How many partial rotations are kept.
    most: usize,
    /// The largest cumulative stretch that is known to be had.
    within: u64,
}

impl Pass<'_> {
    /// The best way found, and whether none is better. Where partial rotations were left out, those kept may
    /// lead nowhere within the limit.
    fn run(&self) -> (Option<Way>, bool) {
        let nothing = Partial { cumulative: vec![0; self.problem.heads.len()], before: 0, turn: 0 };
        let (mut kept, mut exact) = (vec![vec![nothing]], true);
        for week in 0..self.weeks.len() {
            let (next, all) = self.continued(&kept[week], week);
            kept.push(next);
            exact &= all;
        }
        let last = &kept[self.weeks.len()];
        let value = |place: &usize| (self.largest(&last[*place]), self.total(&last[*place]));
        // They are in the order of slots: the first of equal ones is the one asked for.
        let best = (0..last.len()).min_by_key(value);
        let way = best.map(|best| {
            let ((largest, total), mut place) = (value(&best), best);
            let mut choice = Vec::with_capacity(self.weeks.len());
            for partials in kept[1..].iter().rev() {
                choice.push(partials[place].turn);
                place = partials[place].before;
            }
            choice.reverse();
            Way { largest, total, choice }
        });
        (way, exact)
    }

    /// The rotations of a week more that matter, in the order of slots; and whether those are all.
    fn continued(&self, kept: &[Partial], week: usize) -> (Vec<Partial>, bool) {
        let mut seen: HashSet<Vec<u64>> = HashSet::new();
        let mut next = Vec::new();
        for (before, partial) in kept.iter().enumerate() {
            for (turn, taken) in self.weeks[week].iter().enumerate() {
                let cumulative: Vec<u64> = partial
                    .cumulative
                    .iter()
                    .zip(&taken.stretches)
                    .map(|(sum, by)| sum + u64::from(*by))
                    .collect();
                let partial = Partial { cumulative, before, turn };
                if self.bound(&partial, week + 1) <= self.within && seen.insert(partial.cumulative.clone()) {
                    next.push(partial);
                }
            }
        }
        // The likeliest first: they beat the most, and stay where not all can.
        let mut order: Vec<usize> = (0..next.len()).collect();
        order.sort_by_cached_key(|place| {
            let partial = &next[*place];
            (self.bound(partial, week + 1), self.total(partial), *place)
        });
        let mut chosen: Vec<usize> = Vec::new();
        let mut all = true;
        for place in order {
            let beats =
                |a: &Partial, b: &Partial| a.cumulative.iter().zip(&b.cumulative).all(|(a, b)| a <= b);
            if chosen.iter().any(|other| beats(&next[*other], &next[place])) {
                continue;
            }
            if chosen.len() == self.most {
                all = false;
                break;
            }
            chosen.push(place);
        }
        chosen.sort_unstable();
        (chosen.into_iter().map(|place| next[place].clone()).collect(), all)
    }

    fn with_carried(&self, partial: &Partial) -> impl Iterator<Item = u64> {
        partial.cumulative.iter().zip(&self.problem.carried).map(|(sum, carried)| sum + carried)
    }

    fn bound(&self, partial: &Partial, weeks: usize) -> u64 {
        self.to_come.bound(weeks, self.with_carried(partial))
    }

    fn largest(&self, partial: &Partial) -> u64 {
        self.with_carried(partial).max().unwrap_or(0)
    }

    fn total(&self, partial: &Partial) -> u64 {
        partial.cumulative.iter().zip(&self.problem.heads).map(|(minutes, heads)| minutes * heads).sum()
    }
}

//! Pairs of people who rule most windows out: two people, whose days only meet when one of them moves a good
//! deal more than the other.
//!
//! Windows that ask little of everybody are many, and hardly any of them holds. What two people share
//! depends on nothing but how far their shifts are apart, so that a whole day of windows is looked through in
//! one pass for each pair. The pairs are found by trying a few windows out.

use super::plans::Plans;
use super::trial::Trial;
use super::windows::AskedByStart;
use super::witness::Witness;
use crate::shift_tables::IMPOSSIBLE;

/// The most pairs, and the most windows that are tried to find them.
const MOST: usize = 16;
const MOST_TRIALS: usize = 200;
/// How many distances between two shifts are looked at to tell how many pairs rule out.
const DISTANCES: usize = 48;

/// The pairs that rule most windows out in a class, those that leave the fewest first.
#[derive(Debug, Default)]
pub(super) struct Pairs {
    pairs: Vec<Witness>,
    hopeless: bool,
}

impl Pairs {
    /// Of a class of some plans, by its place.
    pub(super) fn of(plans: &Plans<'_>, class: usize) -> Self {
        let (trial, mut pairs, mut trials) = (plans.trial(class), Vec::<Witness>::new(), 0);
        for asked in (0..plans.classes.len()).flat_map(|of| plans.candidates.samples(of)) {
            if pairs.iter().any(|pair| trial.objects(pair, |slot| asked.of(slot))) {
                continue;
            }
            trials += 1;
            pairs.extend(trial.witness(&asked.shifts()).filter(|witness| witness.pair().is_some()));
            if pairs.len() == MOST || trials == MOST_TRIALS {
                break;
            }
        }
        let most = trial.most();
        let step = (4 * most as usize).div_ceil(DISTANCES).max(1);
        let left = |pair: &Witness| {
            let distances = (-2 * most..=2 * most).step_by(step);
            distances.filter(|apart| !trial.objects_apart(pair, *apart)).count()
        };
        let mut known: Vec<(usize, Witness)> = pairs.into_iter().map(|pair| (left(&pair), pair)).collect();
        // Stable: of equals the one that was found first.
        known.sort_by_key(|(left, _)| *left);
        let always = |pair: &Witness| (-2 * most..=2 * most).all(|apart| trial.objects_apart(pair, apart));
        let hopeless = known.first().is_some_and(|(left, pair)| *left == 0 && always(pair));
        Self { pairs: known.into_iter().map(|(_, pair)| pair).collect(), hopeless }
    }

    /// Leaves those starts of windows at which no pair misses the target.
    pub(super) fn leave(&self, trial: &Trial<'_>, starts: &mut Vec<u16>, asked: &AskedByStart<'_>) {
        for pair in &self.pairs {
            if starts.is_empty() {
                break;
            }
            let [a, b] = pair.pair().expect("two slots");
            let (of_a, of_b) = (asked.of(a), asked.of(b));
            starts.retain(|start| match (of_a[usize::from(*start)], of_b[usize::from(*start)]) {
                (IMPOSSIBLE, _) | (_, IMPOSSIBLE) => false,
                (a, b) => {
                    let apart = i32::from(b) - i32::from(a);
                    !pair.known_apart(apart).unwrap_or_else(|| trial.objects_apart(pair, apart))
                }
            });
        }
    }

    /// Whether somebody misses the target together with somebody else whatever is asked of the two.
    pub(super) fn are_hopeless(&self) -> bool {
        self.hopeless
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Policy;
    use crate::lineup::Lineup;
    use crate::lineup::random::{self, Draw};

    /// Windows of teams that share some hours or none: what pairs rule out is looked at in full.
    #[test]
    fn no_window_that_holds_is_ruled_out() {
        let (mut draw, policy) = (Draw(17), Policy::default());
        let (mut ruled_out, mut held, mut hopeless) = (0, 0, 0);
        for round in 0..25 {
            let mut one = || if round % 5 == 0 { draw.anybody() } else { draw.neighbour() };
            let people: Vec<_> = (0..2 + round % 5).map(|_| one()).collect();
            let prepared = random::prepared(people);
            let lineup = Lineup::of(&prepared, &policy);
            let plans = Plans::of(&lineup);
            for class in (0..lineup.classes.len()).filter(|class| !plans.meets(*class)).take(2) {
                let (trial, pairs) = (plans.trial(class), Pairs::of(&plans, class));
                let windows = plans.candidates.windows(class);
                for (number, start) in windows.every(9, 32) {
                    let shifts = windows.shifts(number, start);
                    let misses = |pair: &Witness| trial.objects(pair, |slot| shifts[slot]);
                    let is_ruled_out = pairs.are_hopeless() || pairs.pairs.iter().any(misses);
                    assert!(!(is_ruled_out && trial.holds(&shifts)), "{shifts:?}");
                    ruled_out += usize::from(is_ruled_out);
                    held += usize::from(!is_ruled_out && trial.holds(&shifts));
                }
                hopeless += usize::from(pairs.are_hopeless());
                let left = |leave: &dyn Fn(&mut Vec<u16>, &AskedByStart<'_>)| {
                    let left = plans.candidates.left(leave);
                    let all = plans.candidates.batches(&left, None).flatten();
                    all.map(|candidate| plans.candidates.shifts(candidate.origin)).collect::<Vec<_>>()
                };
                let misses = |shifts: &&Vec<i32>| {
                    pairs.pairs.iter().any(|pair| trial.objects(pair, |slot| shifts[slot]))
                };
                let (all, few) = (left(&|_, _| {}), left(&|starts, asked| pairs.leave(trial, starts, asked)));
                // Lone moves are left as they are.
                let lone_moves = plans.candidates.lone_moves().len();
                let windows = &all[..all.len() - lone_moves];
                let expected: Vec<&Vec<i32>> =
                    windows.iter().filter(|shifts| !misses(shifts)).chain(&all[windows.len()..]).collect();
                assert_eq!(few.iter().collect::<Vec<_>>(), expected);
            }
        }
        assert!(ruled_out > 500 && held > 100 && hopeless > 0, "{ruled_out} {held} {hopeless}");
    }
}

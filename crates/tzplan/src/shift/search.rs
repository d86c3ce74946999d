//! The search among the candidates: the first that holds, or any.

use std::collections::HashSet;

use super::batches::FEW;
use super::candidate::{Candidate, Origin};
use super::candidates::in_order;
use super::others_meet::others_meet;
use super::pairs::Pairs;
use super::plans::Plans;
use super::proposal::Proposal;
use super::trial::Trial;
use super::windows::{IsLeft, LeftWindows};
use crate::minutes::DAY;

/// Of so few windows each is tried: to find out who rules most of them out would take longer. As many as
/// those of 4 to 9 h in six kinds of season, a quarter of an hour apart; somebody on call makes more, of
/// which pairs leave few.
const VERY_FEW: usize = 3 << 12;

impl<'l> Plans<'l> {
    /// Whether a class below the target has a plan that asks affordable shifts only: quicker than to look for
    /// the cheapest.
    pub(crate) fn any_affordable(&self, class: usize) -> bool {
        if let Some(favour) = self.classes[class].favour.get() {
            return favour.is_some();
        }
        let own_first = std::iter::once(class).chain((0..self.classes.len()).filter(|other| *other != class));
        let windows = own_first.flat_map(|of| self.candidates.affordable_windows(of));
        let lone_moves = std::iter::once(()).flat_map(|()| self.candidates.lone_moves());
        let mut tried = HashSet::new();
        windows.chain(lone_moves).any(|candidate| {
            self.may_hold(class, candidate.origin) && {
                let shifts = self.candidates.shifts(candidate.origin);
                let affordable = !self.candidates.affordances().vary
                    || self.candidates.affordances().all_in_class(class, &shifts);
                affordable && !tried.contains(&shifts) && {
                    let holds = self.trial(class).holds(&shifts);
                    tried.insert(shifts);
                    holds
                }
            }
        })
    }

    /// The first in a class's order of all candidates that holds.
    pub(super) fn cheapest_of_all(&self, class: usize) -> Option<Proposal> {
        match self.candidates.in_order(VERY_FEW) {
            Some(all) => self.first_holding(class, all, |_| true, |_| true),
            None => self.cheapest_of_many(class),
        }
    }

    /// The same of more than a few: two members mostly rule most of them out.
    fn cheapest_of_many(&self, class: usize) -> Option<Proposal> {
        let (candidates, trial, pairs) = (&self.candidates, self.trial(class), Pairs::of(self, class));
        if pairs.are_hopeless() {
            return None;
        }
        let left = candidates.left(&|starts, asked| pairs.leave(trial, starts, asked));
        if left.is_empty() {
            return self.first_holding(class, candidates.lone_moves_in_order(), |_| true, |_| true);
        }
        let count: usize = left.iter().map(|windows| windows.starts.len()).sum();
        // Where each class leaves but a few, no list of all pays for itself.
        let many = count * self.classes.len() > candidates.count();
        match many.then(|| candidates.in_order(FEW)).flatten() {
            Some(all) => self.cheapest_listed(class, &left, all),
            None => self.cheapest_in_batches(class, &left),
        }
    }

    /// The first of those windows that are left, and of lone moves, in a list of all.
    fn cheapest_listed(&self, class: usize, left: &[LeftWindows], all: &[Candidate]) -> Option<Proposal> {
        let is_left = IsLeft::of(left);
        self.first_holding(class, all, |origin| is_left.has(origin), |_| true)
    }

    /// The same, of windows that are not listed.
    fn cheapest_in_batches(&self, class: usize, left: &[LeftWindows]) -> Option<Proposal> {
        // The shortest windows mostly hold: what costs more than one of them need not be looked at.
        let short = in_order(self.candidates.shortest(left));
        let bound = self.first_holding(class, &short, |_| true, |_| true).map(|plan| plan.burden);
        self.candidates.batches(left, bound).find_map(|mut batch| {
            // Where they stand side by side, those that a few members rule out cost little to find.
            batch.retain(|candidate| self.may_hold(class, candidate.origin));
            self.first_holding(class, &in_order(batch), |_| true, |_| true)
        })
    }

    /// The first in a class's order of the candidates that are asked for, whose shifts pass a test, and that
    /// hold.
    pub(super) fn first_holding(
        &self,
        class: usize,
        candidates: &[Candidate],
        asked_for: impl Fn(Origin) -> bool,
        test: impl Fn(&[i32]) -> bool,
    ) -> Option<Proposal> {
        for tied in candidates.chunk_by(|a, b| a.cost == b.cost) {
            let hopeful = tied
                .iter()
                .filter(|candidate| asked_for(candidate.origin) && self.may_hold(class, candidate.origin));
            let with_shifts =
                hopeful.map(|candidate| (candidate.origin, self.candidates.shifts(candidate.origin)));
            let mut tied: Vec<(Origin, Vec<i32>)> = with_shifts.filter(|(_, shifts)| test(shifts)).collect();
            tied.sort_by(|(a, of_a), (b, of_b)| a.order(class, of_a).cmp(&b.order(class, of_b)));
            let mut tried: Vec<&[i32]> = Vec::new();
            for (origin, shifts) in &tied {
                if tried.contains(&&shifts[..]) {
                    continue;
                }
                if self.trial(class).holds(shifts) {
                    return Some(self.proposal(class, *origin, shifts));
                }
                tried.push(shifts);
            }
        }
        None
    }

    pub(super) fn trial(&self, class: usize) -> &Trial<'l> {
        self.classes[class].trial.get_or_init(|| {
            let alone = self
                .candidates
                .lone_moves()
                .iter()
                .map(|candidate| candidate.cost.largest)
                .max()
                .unwrap_or(0);
            let most = alone.max(DAY / 2 / self.step);
            Trial::of(self.lineup, &self.lineup.classes[class], most)
        })
    }

    /// Whether shifts may hold in a class, as far as a few members tell.
    pub(super) fn may_hold(&self, class: usize, origin: Origin) -> bool {
        self.may_help(class, origin) && {
            let asked = self.candidates.asked(origin);
            !self.trial(class).is_ruled_out(|slot| asked.of(slot))
        }
    }

    /// Whether shifts may hold in a class below the target, at a glance. One mover alone helps only where the
    /// others meet the target: a group that meets it keeps meeting it when somebody leaves.
    fn may_help(&self, class: usize, origin: Origin) -> bool {
        let Origin::Alone { mover, .. } = origin else { return true };
        let find = || {
            let (of_class, movers) = (&self.lineup.classes[class], self.candidates.movers());
            others_meet(of_class, movers, self.lineup.target)
        };
        self.classes[class].may_help.get_or_init(find)[mover]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Policy;
    use crate::lineup::Lineup;
    use crate::lineup::random::{self, Draw};

    /// However many windows a search is made for, it finds the same.
    #[test]
    fn every_search_finds_the_same_plan() {
        let (mut draw, policy) = (Draw(23), Policy::default());
        let mut found = [0; 2];
        for round in 0..60 {
            let mut one = || if round % 3 == 0 { draw.anybody() } else { draw.neighbour() };
            let prepared = random::prepared((0..2 + round % 5).map(|_| one()).collect::<Vec<_>>());
            let lineup = Lineup::of(&prepared, &policy);
            let search = |by: &dyn Fn(&Plans<'_>, usize) -> Option<Proposal>| -> Vec<Option<Proposal>> {
                // Each with a memory of its own.
                let plans = Plans::of(&lineup);
                let below = (0..lineup.classes.len()).filter(|class| !plans.meets(*class));
                below.map(|class| by(&plans, class)).collect()
            };
            let left = |plans: &Plans<'_>, class: usize| {
                let (trial, pairs) = (plans.trial(class), Pairs::of(plans, class));
                plans.candidates.left(&|starts, asked| pairs.leave(trial, starts, asked))
            };
            let of_all = search(&|plans, class| plans.cheapest_of_all(class));
            let of_many = search(&|plans, class| plans.cheapest_of_many(class));
            let listed = search(&|plans, class| {
                let all = plans.candidates.in_order(usize::MAX).expect("a list");
                plans.cheapest_listed(class, &left(plans, class), all)
            });
            let in_batches = search(&|plans, class| plans.cheapest_in_batches(class, &left(plans, class)));
            assert_eq!(of_all, of_many);
            assert_eq!(of_all, listed);
            assert_eq!(of_all, in_batches);
            of_all.iter().for_each(|plan| found[usize::from(plan.is_some())] += 1);
        }
        assert!(found.iter().all(|count| *count > 5), "{found:?}");
    }
}

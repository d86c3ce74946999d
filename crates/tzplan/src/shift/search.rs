//! The search among the candidates: the first that holds, or any.

use std::collections::HashSet;

use super::candidate::{Candidate, Origin};
use super::movers::Mover;
use super::plans::Plans;
use super::proposal::Proposal;
use super::trial::Trial;
use crate::minutes::DAY;

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
                let affordable = !self.candidates.affordances.vary
                    || self.candidates.affordances.all_in_class(class, &shifts);
                affordable && !tried.contains(&shifts) && {
                    let holds = self.trial(class).holds(&shifts);
                    tried.insert(shifts);
                    holds
                }
            }
        })
    }

    /// The first in a class's order of the candidates that pass a test and hold.
    pub(super) fn first_holding(
        &self,
        class: usize,
        candidates: &[Candidate],
        test: impl Fn(&[i32]) -> bool,
    ) -> Option<Proposal> {
        for tied in candidates.chunk_by(|a, b| a.cost == b.cost) {
            let hopeful = tied.iter().filter(|candidate| self.may_hold(class, candidate.origin));
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
            let stay = vec![0; self.lineup.slots.len()];
            let short = self.trial(class).short_subgroup(&stay).unwrap_or_default();
            let others_meet = |mover: &Mover| {
                let others = (0..stay.len()).filter(|slot| !mover.slots.contains(slot));
                self.lineup.classes[class].group_of(others).meets(self.lineup.target)
            };
            let may_help =
                |mover: &Mover| mover.slots.iter().any(|slot| short.contains(slot)) && others_meet(mover);
            self.candidates.movers().iter().map(may_help).collect()
        };
        self.classes[class].may_help.get_or_init(find)[mover]
    }
}

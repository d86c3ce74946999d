//! The all-year plan: shifts that are kept on every day.

use std::collections::HashMap;

use super::candidate::{Candidate, Origin};
use super::{Plans, Proposal};

/// A plan that is kept all year.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct KeptAllYear {
    /// The class of the first season below the target of which it is a plan.
    pub(crate) class: usize,
    /// Days of the horizon, no more than the grace, on which the target is missed all the same.
    pub(crate) days_below: u32,
    pub(crate) plan: Proposal,
}

/// Shifts that are kept all year.
#[derive(Clone, Copy, Debug)]
struct Kept {
    /// The first of the classes below the target in which they meet it, by its place among them.
    first: usize,
    days_below: u32,
}

impl Plans<'_> {
    /// The all-year plan: of the affordable plans of all seasons below the target those whose shifts, kept
    /// all year, meet the target on all but grace days; the cheapest by burden, largest shift and members
    /// moved, then the first season below the target of which it is a plan, then that season's order. `None`
    /// under overlap, where nobody moves.
    ///
    /// # Complexity
    ///
    /// The trial in each class of every affordable candidate that costs less than the answer.
    pub(crate) fn all_year(&self) -> Option<KeptAllYear> {
        if self.all_but_grace(|class| self.meets(class)) {
            return None;
        }
        let mut below: Vec<usize> = (0..self.classes.len()).filter(|class| !self.meets(*class)).collect();
        below.sort_by_key(|class| self.lineup.classes[*class].first_day);
        for tied in self.candidates.affordable_somewhere().chunk_by(|a, b| a.cost == b.cost) {
            let mut known: HashMap<Vec<i32>, Option<Kept>> = HashMap::new();
            let mut best: Option<(Kept, Origin, Vec<i32>)> = None;
            for Candidate { origin, .. } in tied {
                let asked = self.candidates.asked(*origin);
                if !self.all_but_grace(|class| !self.trial(class).is_ruled_out(|slot| asked.of(slot))) {
                    continue;
                }
                let shifts = self.candidates.shifts(*origin);
                let kept = match known.get(&shifts) {
                    Some(kept) => *kept,
                    None => *known.entry(shifts.clone()).or_insert(self.kept(&below, &shifts)),
                };
                let Some(kept) = kept else { continue };
                let order =
                    |first: usize, origin: &Origin, shifts| (first, origin.order(below[first], shifts));
                let is_best = best.as_ref().is_none_or(|(best, of, others)| {
                    order(kept.first, origin, &shifts) < order(best.first, of, others)
                });
                if is_best {
                    best = Some((kept, *origin, shifts));
                }
            }
            if let Some((Kept { first, days_below }, origin, shifts)) = best {
                let class = below[first];
                return Some(KeptAllYear { class, days_below, plan: self.proposal(class, origin, &shifts) });
            }
        }
        None
    }

    /// Where shifts that are affordable all year meet the target, if they do on all but grace days.
    fn kept(&self, below: &[usize], shifts: &[i32]) -> Option<Kept> {
        if self.candidates.affordances().vary && !self.candidates.affordances().all_year(shifts) {
            return None;
        }
        let (mut held, mut days_below) = (vec![false; self.classes.len()], 0);
        let kept = self.all_but_grace(|class| {
            held[class] = self.trial(class).holds(shifts);
            days_below += if held[class] { 0 } else { self.lineup.classes[class].days };
            held[class]
        });
        let first = below.iter().position(|class| held[*class]).filter(|_| kept)?;
        Some(Kept { first, days_below })
    }
}

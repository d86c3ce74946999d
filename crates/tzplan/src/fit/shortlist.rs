//! Shortlists: the best few of a pool that streams by.

use std::cmp::Ordering;
use std::collections::BinaryHeap;

use super::judge::Judge;
use super::{FitResult, Opening, Rank, SortBy};
use crate::team::{Schedule, ScheduleId};

/// How many candidates have each result.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "kebab-case"))]
#[non_exhaustive]
pub struct Results {
    /// [`FitResult::Fits`].
    pub fits: usize,
    /// [`FitResult::FitsWithShift`].
    pub fits_with_shift: usize,
    /// [`FitResult::FitsAsync`].
    pub fits_async: usize,
}

impl Results {
    /// All candidates.
    pub fn total(&self) -> usize {
        self.fits + self.fits_with_shift + self.fits_async
    }

    pub(super) fn add(&mut self, result: FitResult, heads: usize) {
        match result {
            FitResult::Fits => self.fits += heads,
            FitResult::FitsWithShift => self.fits_with_shift += heads,
            FitResult::FitsAsync => self.fits_async += heads,
        }
    }
}

/// The best few of a pool whose candidates are offered one after the other, each distinct profile judged
/// once: tells who is worth remembering, so that a pool of any size takes the memory of its distinct
/// schedules.
#[derive(Debug)]
pub struct Shortlist<'o> {
    judge: Judge<'o>,
    most: usize,
    /// The best so far, the worst of them on top.
    best: BinaryHeap<Listed>,
    /// How many rank as the worst of them does, and are not among them.
    tied: usize,
    by: SortBy,
    results: Results,
}

impl<'o> Shortlist<'o> {
    /// A shortlist of at most this many, the best by this order.
    pub fn new(opening: &'o Opening, by: SortBy, most: usize) -> Self {
        Self {
            judge: Judge::new(opening),
            most,
            best: BinaryHeap::new(),
            tied: 0,
            by,
            results: Results::default(),
        }
    }

    /// Takes the next candidate's schedule, with its id in the pool, and says whether they are among the best
    /// so far. Of equals the earlier one is better.
    pub fn offer(&mut self, id: ScheduleId, schedule: &Schedule) -> bool {
        let (by, place, rank) = (self.by, self.results.total(), self.judge.rank(id, schedule));
        self.results.add(rank.result, 1);
        if self.best.len() < self.most {
            self.best.push(Listed { rank: rank.clone(), place, by });
            return true;
        }
        let Some(mut worst) = self.best.peek_mut() else { return false };
        match rank.cmp_by(&worst.rank, by) {
            Ordering::Less => {
                let left = std::mem::replace(&mut *worst, Listed { rank: rank.clone(), place, by });
                drop(worst);
                // Whoever was left out before ranks no better than the one who is now.
                let same = self.best.peek().is_some_and(|worst| worst.rank.cmp_by(&left.rank, by).is_eq());
                self.tied = if same { self.tied + 1 } else { 0 };
                true
            }
            Ordering::Equal => {
                self.tied += 1;
                false
            }
            Ordering::Greater => false,
        }
    }

    /// How many of those offered rank exactly as the worst of the best does, and are left out only because no
    /// more are kept.
    pub fn tied(&self) -> usize {
        self.tied
    }

    /// Where those with a schedule of the pool stand.
    pub fn rank(&mut self, id: ScheduleId, schedule: &Schedule) -> &Rank {
        self.judge.rank(id, schedule)
    }

    /// How many candidates were offered, by result.
    pub fn results(&self) -> Results {
        self.results
    }

    /// How many different profiles were judged: people with equal clocks, hours and days off.
    pub fn judged(&self) -> usize {
        self.judge.judged()
    }
}

/// Somebody on a shortlist. The last of them is the greatest.
#[derive(Debug)]
struct Listed {
    rank: Rank,
    /// Among those offered.
    place: usize,
    by: SortBy,
}

impl PartialEq for Listed {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Listed {}

impl PartialOrd for Listed {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Listed {
    fn cmp(&self, other: &Self) -> Ordering {
        self.rank.cmp_by(&other.rank, self.by).then(self.place.cmp(&other.place))
    }
}

//! Candidates in batches, one costlier than the other: the cheapest that holds is mostly in the first.

use std::ops::Range;

use super::candidate::Candidate;
use super::candidates::Candidates;
use super::windows::LeftWindows;

/// The cheapest plan mostly is among the cheapest few of a million candidates, so that these are listed
/// first: each batch asks for up to twice as much of everybody as the one before, and the last for whatever
/// is left.
const BATCHES: usize = 6;

/// As many windows, and fewer, are one batch.
pub(super) const FEW: usize = 1 << 17;

/// What the first batch asks of everybody at most, in minutes.
const FIRST_BATCH: u64 = 30;

impl Candidates<'_> {
    /// The candidates among some windows and all lone moves, in batches, each in no order; they cost more
    /// than those of the batches before. Those beyond a burden in minutes² may be left out.
    pub(super) fn batches(
        &self,
        left: &[LeftWindows],
        bound: Option<u64>,
    ) -> impl Iterator<Item = Vec<Candidate>> {
        let step = u64::from(self.lineup.policy.step().get());
        let end = bound.map_or(u64::MAX, |bound| bound / (step * step) + 1);
        let many = left.iter().map(|windows| windows.starts.len()).sum::<usize>() > FEW;
        self.in_batches(left, end, if many && bound.is_none() { BATCHES } else { 1 })
    }

    fn in_batches(
        &self,
        left: &[LeftWindows],
        end: u64,
        count: usize,
    ) -> impl Iterator<Item = Vec<Candidate>> {
        let burdens = (0..count)
            .map(move |batch| self.burdens(batch, count))
            .map(move |burdens| Range { end: burdens.end.min(end), ..burdens });
        burdens.map(|burdens| {
            let windows =
                left.iter().flat_map(|windows| self.windows(windows.class).asking(windows, &burdens));
            let lone_moves = self.lone_moves().iter().filter(|alone| burdens.contains(&alone.cost.burden));
            windows.chain(lone_moves.copied()).filter(|candidate| candidate.cost.moved > 0).collect()
        })
    }

    /// The burdens of a batch of so many, in steps².
    fn burdens(&self, batch: usize, count: usize) -> Range<u64> {
        let heads: u64 = self.lineup.slots.iter().map(|slot| u64::from(slot.heads)).sum();
        let steps = (FIRST_BATCH / u64::from(self.lineup.policy.step().get())).max(1);
        let end_of = |batch: usize| match batch {
            batch if batch + 1 == count => u64::MAX,
            batch => heads.saturating_mul((steps << batch).pow(2)),
        };
        batch.checked_sub(1).map_or(0, end_of)..end_of(batch)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lineup::Lineup;
    use crate::shift::candidates::in_order;
    use crate::shift::columns::Columns;
    use crate::shift::lengths::lengths;
    use crate::{Horizon, Member, Policy, PreparedTeam, Team, Zone};

    /// Berlin, New York, Tokyo, and two in Auckland who work nights; somebody on call, whose windows may be
    /// as long as a day.
    #[test]
    fn batches_are_all_candidates_one_batch_costlier_than_the_other() {
        let mut team = Team::new();
        for (zone, hours) in [
            ("Europe/Berlin", "9-17"),
            ("America/New_York", "8:30-17 Mon-Thu"),
            ("Asia/Tokyo", "10-19"),
            ("Pacific/Auckland", "22-06"),
            ("Pacific/Auckland", "22-06"),
            ("Europe/Lisbon", "00:00-24:00"),
        ] {
            let zone = Zone::iana(zone).expect("a zone");
            team.add(Member::new("", zone).hours(hours.parse().expect("hours")));
        }
        let year = Horizon::year("2026-11-23".parse().expect("a date"), Zone::UTC).expect("a year");
        let prepared = PreparedTeam::new(&team, year);
        let lineup = Lineup::of(&prepared, &Policy::default());
        let candidates = Candidates::of(&lineup, &lineup);

        let mut every = candidates.lone_moves().to_vec();
        for (class, windows) in (0..lineup.classes.len()).map(|class| (class, candidates.windows(class))) {
            let columns = Columns::of(&lineup, class);
            for (number, length) in lengths(&lineup.classes[class], lineup.target, 15).into_iter().enumerate()
            {
                let needed = columns.needed(length);
                let costs = (0..96).filter_map(|start| Some((start, columns.cost(&needed, start)?)));
                every.extend(costs.map(|(start, cost)| windows.candidate(number, start, cost)));
            }
        }
        let key = |candidate: &Candidate| (candidate.cost, format!("{:?}", candidate.origin));
        let mut every: Vec<_> = in_order(every).iter().map(key).collect();
        every.sort_unstable();

        let left = candidates.left(&|_, _| {});
        let mut not_empty = 0;
        for count in [1, BATCHES] {
            let mut batches = Vec::new();
            for batch in candidates.in_batches(&left, u64::MAX, count) {
                let mut of_batch: Vec<_> = batch.iter().map(key).collect();
                of_batch.sort_unstable();
                not_empty += usize::from(!of_batch.is_empty());
                batches.extend(of_batch);
            }
            assert_eq!(batches, every);
        }
        assert!(not_empty > 3);
    }
}

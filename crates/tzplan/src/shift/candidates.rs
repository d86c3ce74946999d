//! Every shift that may be a plan: those that the windows of any season need, and lone moves.

use std::cell::OnceCell;
use std::ops::Range;

use super::affordances::Affordances;
use super::candidate::{Candidate, Origin};
use super::movers::{Mover, lone_moves, movers};
use super::windows::{AskedByWindow, ClassWindows, Leave, LeftWindows};
use crate::lineup::Lineup;

/// The candidates of a lineup, found when first needed.
#[derive(Debug)]
pub(super) struct Candidates<'l> {
    lineup: &'l Lineup<'l>,
    /// Whose windows are as long: mostly the same.
    lengths_of: &'l Lineup<'l>,
    pub(super) affordances: Affordances,
    movers: OnceCell<Vec<Mover>>,
    lone_moves: OnceCell<Vec<Candidate>>,
    /// By class.
    windows: Vec<OnceCell<ClassWindows>>,
    /// By class.
    affordable: Vec<OnceCell<Vec<Candidate>>>,
    affordable_in_order: OnceCell<Vec<Candidate>>,
}

/// The cheapest plan mostly is among the cheapest few of a million candidates, so that these are listed
/// first: each batch asks for up to twice as much of everybody as the one before, and the last for whatever
/// is left.
const BATCHES: usize = 6;

/// As many windows, and fewer, are one batch.
const FEW: usize = 1 << 17;

/// What the first batch asks of everybody at most, in minutes.
const FIRST_BATCH: u64 = 30;

impl<'l> Candidates<'l> {
    pub(super) fn of(lineup: &'l Lineup<'l>, lengths_of: &'l Lineup<'l>) -> Self {
        Self {
            lineup,
            lengths_of,
            affordances: Affordances::of(lineup),
            movers: OnceCell::new(),
            lone_moves: OnceCell::new(),
            windows: lineup.classes.iter().map(|_| OnceCell::new()).collect(),
            affordable: lineup.classes.iter().map(|_| OnceCell::new()).collect(),
            affordable_in_order: OnceCell::new(),
        }
    }

    /// The shift of each slot, in steps.
    pub(super) fn shifts(&self, origin: Origin) -> Vec<i32> {
        match origin {
            Origin::Window { class, number, start, .. } => self.windows(class).shifts(number, start),
            Origin::Alone { mover, steps } => {
                let mut shifts = vec![0; self.lineup.slots.len()];
                self.movers()[mover].slots.iter().for_each(|slot| shifts[*slot] = steps);
                shifts
            }
        }
    }

    /// The same of any slot.
    pub(super) fn asked(&self, origin: Origin) -> Asked<'_> {
        match origin {
            Origin::Window { class, number, start, .. } => {
                Asked::Window(self.windows(class).asked(number, start))
            }
            Origin::Alone { mover, steps } => Asked::Alone { slots: &self.movers()[mover].slots, steps },
        }
    }

    /// All candidates that are affordable in some season, in order of their cost.
    pub(super) fn affordable_somewhere(&self) -> &[Candidate] {
        self.affordable_in_order.get_or_init(|| {
            let windows = (0..self.windows.len()).flat_map(|class| self.affordable_windows(class));
            in_order(windows.chain(self.lone_moves()).copied().collect())
        })
    }

    /// The windows of all classes that are left, given what leaves some of the starts of windows that are
    /// equally long.
    pub(super) fn left(&self, leave: &Leave<'_>) -> Vec<LeftWindows> {
        (0..self.windows.len()).flat_map(|class| self.windows(class).left(leave)).collect()
    }

    /// The candidates among the shortest of some windows, of each class those of one length.
    pub(super) fn shortest(&self, left: &[LeftWindows]) -> Vec<Candidate> {
        let of_class = left.chunk_by(|a, b| a.class == b.class).filter_map(|of_class| of_class.first());
        let all = of_class.flat_map(|windows| self.windows(windows.class).asking(windows, &(0..u64::MAX)));
        all.collect()
    }

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

    /// What a few windows of a class ask, of every so many lengths and starts.
    pub(super) fn samples(
        &self,
        class: usize,
        lengths: usize,
        starts: usize,
    ) -> impl Iterator<Item = AskedByWindow<'_>> {
        self.windows(class).samples(lengths, starts)
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

    /// The profiles, flex aside.
    pub(super) fn movers(&self) -> &[Mover] {
        self.movers.get_or_init(|| movers(self.lineup))
    }

    /// The lone moves that are affordable in some season.
    pub(super) fn lone_moves(&self) -> &[Candidate] {
        self.lone_moves.get_or_init(|| lone_moves(self.lineup, self.movers(), &self.affordances))
    }

    /// The windows of a class that are affordable in some season.
    pub(super) fn affordable_windows(&self, class: usize) -> &[Candidate] {
        self.affordable[class].get_or_init(|| self.windows(class).affordable(&self.affordances))
    }

    fn windows(&self, class: usize) -> &ClassWindows {
        self.windows[class].get_or_init(|| ClassWindows::of(self.lineup, class, self.lengths_of))
    }
}

/// What a candidate asks of each slot.
pub(super) enum Asked<'c> {
    Window(AskedByWindow<'c>),
    Alone { slots: &'c [usize], steps: i32 },
}

impl Asked<'_> {
    /// The shift of a slot, in steps.
    pub(super) fn of(&self, slot: usize) -> i32 {
        match self {
            Self::Window(window) => window.of(slot),
            Self::Alone { slots, steps } if slots.contains(&slot) => *steps,
            Self::Alone { .. } => 0,
        }
    }
}

pub(super) fn in_order(mut candidates: Vec<Candidate>) -> Vec<Candidate> {
    candidates.retain(|candidate| candidate.cost.moved > 0);
    candidates.sort_unstable_by_key(|candidate| candidate.cost);
    candidates
}

#[cfg(test)]
mod tests {
    use super::*;
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

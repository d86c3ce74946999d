//! Every shift that may be a plan: those that the windows of any season need, and lone moves.

use std::cell::OnceCell;
use std::sync::Arc;

use super::affordances::Affordances;
use super::candidate::{Candidate, Origin};
use super::movers::Mover;
use super::whatever_target::WhateverTarget;
use super::windows::{AskedByWindow, ClassWindows, Leave, LeftWindows};
use crate::lineup::Lineup;

/// The candidates of a lineup, found when first needed.
#[derive(Debug)]
pub(super) struct Candidates<'l> {
    pub(super) lineup: &'l Lineup<'l>,
    /// Whose windows are as long: mostly the same.
    lengths_of: &'l Lineup<'l>,
    whatever_target: Arc<WhateverTarget>,
    /// By class.
    windows: Vec<OnceCell<ClassWindows>>,
    /// By class.
    affordable: Vec<OnceCell<Vec<Candidate>>>,
    affordable_in_order: OnceCell<Vec<Candidate>>,
    /// All of them, where they are few.
    in_order: OnceCell<Vec<Candidate>>,
}

impl<'l> Candidates<'l> {
    pub(super) fn of(lineup: &'l Lineup<'l>, lengths_of: &'l Lineup<'l>) -> Self {
        Self::knowing(Arc::new(WhateverTarget::of(lineup)), lineup, lengths_of)
    }

    /// Those of the same lineup with another target.
    pub(super) fn with_target<'m>(&self, lineup: &'m Lineup<'m>) -> Candidates<'m> {
        Candidates::knowing(self.whatever_target.clone(), lineup, lineup)
    }

    fn knowing(
        whatever_target: Arc<WhateverTarget>,
        lineup: &'l Lineup<'l>,
        lengths_of: &'l Lineup<'l>,
    ) -> Self {
        Self {
            lineup,
            lengths_of,
            whatever_target,
            windows: lineup.classes.iter().map(|_| OnceCell::new()).collect(),
            affordable: lineup.classes.iter().map(|_| OnceCell::new()).collect(),
            affordable_in_order: OnceCell::new(),
            in_order: OnceCell::new(),
        }
    }

    pub(super) fn affordances(&self) -> &Affordances {
        &self.whatever_target.affordances
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

    /// All candidates in order of their cost, found once for every class that asks; `None` where there are
    /// more windows than this.
    pub(super) fn in_order(&self, most: usize) -> Option<&[Candidate]> {
        if self.count() > most {
            return None;
        }
        let all = || self.batches(&self.left(&|_, _| {}), None).flatten().collect();
        Some(self.in_order.get_or_init(|| in_order(all())))
    }

    /// The lone moves in order of their cost.
    pub(super) fn lone_moves_in_order(&self) -> &[Candidate] {
        self.whatever_target.lone_moves_in_order(self.lineup)
    }

    /// How many windows there are.
    pub(super) fn count(&self) -> usize {
        (0..self.windows.len()).map(|class| self.windows(class).count()).sum()
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

    /// What a few windows of a class ask.
    pub(super) fn samples(&self, class: usize) -> impl Iterator<Item = AskedByWindow<'_>> {
        self.windows(class).samples()
    }

    /// The profiles, flex aside.
    pub(super) fn movers(&self) -> &[Mover] {
        self.whatever_target.movers(self.lineup)
    }

    /// The lone moves that are affordable in some season.
    pub(super) fn lone_moves(&self) -> &[Candidate] {
        self.whatever_target.lone_moves(self.lineup)
    }

    /// The windows of a class that are affordable in some season.
    pub(super) fn affordable_windows(&self, class: usize) -> &[Candidate] {
        self.affordable[class].get_or_init(|| self.windows(class).affordable(self.affordances()))
    }

    pub(super) fn windows(&self, class: usize) -> &ClassWindows {
        self.windows[class].get_or_init(|| {
            let columns = self.whatever_target.columns(self.lineup, class);
            ClassWindows::of(columns, class, self.lengths_of)
        })
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

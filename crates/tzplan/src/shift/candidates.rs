//! Every shift that may be a plan: those that the windows of any season need, and lone moves.

use std::cell::OnceCell;

use super::affordances::Affordances;
use super::candidate::{Candidate, Origin};
use super::movers::{Mover, lone_moves, movers};
use super::windows::{AskedByWindow, ClassWindows};
use crate::lineup::Lineup;

/// The candidates of a lineup, found when first needed.
#[derive(Debug)]
pub(super) struct Candidates<'l> {
    lineup: &'l Lineup<'l>,
    pub(super) affordances: Affordances,
    movers: OnceCell<Vec<Mover>>,
    lone_moves: OnceCell<Vec<Candidate>>,
    /// By class.
    windows: Vec<OnceCell<ClassWindows>>,
    /// By class.
    affordable: Vec<OnceCell<Vec<Candidate>>>,
    affordable_in_order: OnceCell<Vec<Candidate>>,
    all_in_order: OnceCell<Vec<Candidate>>,
}

impl<'l> Candidates<'l> {
    pub(super) fn of(lineup: &'l Lineup<'l>) -> Self {
        Self {
            lineup,
            affordances: Affordances::of(lineup),
            movers: OnceCell::new(),
            lone_moves: OnceCell::new(),
            windows: lineup.classes.iter().map(|_| OnceCell::new()).collect(),
            affordable: lineup.classes.iter().map(|_| OnceCell::new()).collect(),
            affordable_in_order: OnceCell::new(),
            all_in_order: OnceCell::new(),
        }
    }

    /// The shift of each slot, in steps.
    pub(super) fn shifts(&self, origin: Origin) -> Vec<i32> {
        match origin {
            Origin::Window { class, length, start } => self.windows(class).shifts(length, start),
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
            Origin::Window { class, length, start } => {
                Asked::Window(self.windows(class).asked(length, start))
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

    /// All candidates, in order of their cost.
    pub(super) fn all(&self) -> &[Candidate] {
        self.all_in_order.get_or_init(|| {
            let windows = (0..self.windows.len()).flat_map(|class| self.windows(class).all());
            in_order(windows.chain(self.lone_moves().iter().copied()).collect())
        })
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
        self.windows[class].get_or_init(|| ClassWindows::of(self.lineup, class))
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

fn in_order(mut candidates: Vec<Candidate>) -> Vec<Candidate> {
    candidates.retain(|candidate| candidate.cost.moved > 0);
    candidates.sort_unstable_by_key(|candidate| candidate.cost);
    candidates
}

//! What is asked of whom, whatever the target is: found once for all targets that are tried.

use std::sync::{Arc, OnceLock};

use super::affordances::Affordances;
use super::candidate::Candidate;
use super::candidates::in_order;
use super::columns::Columns;
use super::movers::{Mover, lone_moves, movers};
use crate::lineup::Lineup;

/// Of a lineup, and of the same lineup with any other target; found when first needed.
#[derive(Debug)]
pub(super) struct WhateverTarget {
    pub(super) affordances: Affordances,
    /// By class.
    columns: Vec<OnceLock<Arc<Columns>>>,
    movers: OnceLock<Vec<Mover>>,
    lone_moves: OnceLock<Vec<Candidate>>,
    lone_moves_in_order: OnceLock<Vec<Candidate>>,
}

impl WhateverTarget {
    pub(super) fn of(lineup: &Lineup<'_>) -> Self {
        Self {
            affordances: Affordances::of(lineup),
            columns: lineup.classes.iter().map(|_| OnceLock::new()).collect(),
            movers: OnceLock::new(),
            lone_moves: OnceLock::new(),
            lone_moves_in_order: OnceLock::new(),
        }
    }

    pub(super) fn columns(&self, lineup: &Lineup<'_>, class: usize) -> Arc<Columns> {
        self.columns[class].get_or_init(|| Arc::new(Columns::of(lineup, class))).clone()
    }

    /// The profiles, flex aside.
    pub(super) fn movers(&self, lineup: &Lineup<'_>) -> &[Mover] {
        self.movers.get_or_init(|| movers(lineup))
    }

    /// The lone moves that are affordable in some season.
    pub(super) fn lone_moves(&self, lineup: &Lineup<'_>) -> &[Candidate] {
        let find = || lone_moves(lineup, self.movers(lineup), &self.affordances);
        self.lone_moves.get_or_init(find)
    }

    /// The same in order of their cost.
    pub(super) fn lone_moves_in_order(&self, lineup: &Lineup<'_>) -> &[Candidate] {
        let find = || in_order(self.lone_moves(lineup).to_vec());
        self.lone_moves_in_order.get_or_init(find)
    }
}

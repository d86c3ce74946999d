//! Team labels and roles, remembered by their cells: there are few of them, in many rows.

use std::hash::Hasher;

use rustc_hash::FxHasher;
use tzplan::team::{LabelId, TeamBuilder};

/// How many labels are remembered, each in the one slot that its hash gives it; the team keeps all.
const SLOTS: usize = 512;

/// The length up to which a label is remembered.
const LONGEST: usize = 23;

/// The labels of a column, by their cells.
pub(crate) struct Labels {
    slots: Box<[Slot]>,
}

#[derive(Clone, Copy, Default)]
struct Slot {
    length: u8,
    cell: [u8; LONGEST],
    id: Option<LabelId>,
}

impl Default for Labels {
    fn default() -> Self {
        Self { slots: vec![Slot::default(); SLOTS].into() }
    }
}

impl Labels {
    /// The label of a cell; `None` for an empty one.
    pub(crate) fn read(&mut self, cell: &[u8], team: &mut TeamBuilder) -> Option<LabelId> {
        if cell.is_empty() {
            return None;
        }
        if cell.len() > LONGEST {
            return Some(team.label(crate::cells::text(cell)));
        }
        let mut hasher = FxHasher::default();
        hasher.write(cell);
        let slot = &mut self.slots[hasher.finish() as usize % SLOTS];
        if slot.cell[..usize::from(slot.length)] != *cell {
            let id = Some(team.label(crate::cells::text(cell)));
            *slot = Slot { length: cell.len() as u8, cell: [0; LONGEST], id };
            slot.cell[..cell.len()].copy_from_slice(cell);
        }
        slot.id
    }
}

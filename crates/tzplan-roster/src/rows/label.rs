//! Team labels and roles: a few, in many rows.

use rustc_hash::FxHashMap;
use tzplan::Team;
use tzplan::team::LabelId;

/// The labels of a column, by their cells.
#[derive(Default)]
pub(super) struct Labels {
    last: Vec<u8>,
    last_id: Option<LabelId>,
    known: FxHashMap<Box<[u8]>, LabelId>,
}

/// A column with more labels than this holds free text; the team still keeps each once.
const MOST: usize = 4096;

impl Labels {
    /// The label of a cell; `None` for an empty one.
    pub(super) fn read(&mut self, cell: &[u8], team: &mut Team) -> Option<LabelId> {
        if cell == self.last {
            return self.last_id;
        }
        self.last.clear();
        self.last.extend_from_slice(cell);
        self.last_id = if cell.is_empty() { None } else { Some(self.look_up(cell, team)) };
        self.last_id
    }

    fn look_up(&mut self, cell: &[u8], team: &mut Team) -> LabelId {
        if let Some(id) = self.known.get(cell) {
            return *id;
        }
        let id = team.label(super::text(cell));
        if self.known.len() < MOST {
            self.known.insert(cell.into(), id);
        }
        id
    }
}

//! Team labels and roles, remembered by their cells: there are fewer of them than rows.

use std::hash::Hasher;

use hashbrown::HashTable;
use rustc_hash::FxHasher;
use tzplan::team::{LabelId, TeamBuilder};

/// How many labels of a column are remembered: 8 MiB of them. The team keeps all, and is asked for the others.
const MOST: usize = 1 << 18;

/// The length up to which a label is remembered.
const LONGEST: usize = 23;

/// The labels of a column, by their cells: each stands in its place of the table, which is one look into memory.
#[derive(Default)]
pub(crate) struct Labels {
    known: HashTable<Label>,
}

struct Label {
    length: u8,
    cell: [u8; LONGEST],
    id: LabelId,
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
        let mut padded = [0; LONGEST];
        padded[..cell.len()].copy_from_slice(cell);
        let length = cell.len() as u8;
        let hash_of = hash(&padded, length);
        let is_same = |label: &Label| label.length == length && label.cell == padded;
        if let Some(label) = self.known.find(hash_of, is_same) {
            return Some(label.id);
        }
        let id = team.label(crate::cells::text(cell));
        if self.known.len() < MOST {
            let label = Label { length, cell: padded, id };
            self.known.insert_unique(hash_of, label, |label| hash(&label.cell, label.length));
        }
        Some(id)
    }
}

fn hash(cell: &[u8; LONGEST], length: u8) -> u64 {
    let mut hasher = FxHasher::default();
    hasher.write(cell);
    hasher.write_u8(length);
    let hash = hasher.finish();
    // The table takes its tags from the high bits, which this hash leaves poor.
    hash ^ (hash << 38)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn labels_are_those_of_the_team_itself(
            cells in proptest::collection::vec("[ab\0é]{0,3}|[a-c]{22,25}", 0..80),
        ) {
            let (mut labels, mut team) = (Labels::default(), TeamBuilder::new());
            let mut alone = TeamBuilder::new();
            for cell in &cells {
                let id = (!cell.is_empty()).then(|| alone.label(cell));
                prop_assert_eq!(labels.read(cell.as_bytes(), &mut team), id);
            }
        }
    }

    #[test]
    fn more_labels_than_are_remembered_are_read_all_the_same() {
        let (mut labels, mut team) = (Labels::default(), TeamBuilder::new());
        let mut read = || -> Vec<_> {
            (0..MOST + 9).map(|label| labels.read(label.to_string().as_bytes(), &mut team)).collect()
        };
        assert_eq!(read(), read());
        assert_eq!(labels.known.len(), MOST);
    }
}

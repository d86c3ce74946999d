//! Team labels and roles, remembered by their cells: there are fewer of them than rows.

use std::borrow::Cow;
use std::hash::Hasher;

use hashbrown::HashTable;
use rustc_hash::{FxHashMap, FxHasher};
use tzplan::team::{LabelId, TeamBuilder};

/// How many labels of a column are remembered: 8 MiB of them. The team keeps all, and is asked for the
/// others.
const MOST: usize = 1 << 18;

/// The length up to which a label is remembered.
const LONGEST: usize = 23;

/// The labels of a column, by their cells: each stands in its place of the table, which is one look into
/// memory.
#[derive(Default)]
pub(crate) struct Labels {
    known: HashTable<Label>,
    /// The labels by their small letters, with the first spelling where that is another.
    first: FxHashMap<Box<str>, (LabelId, Option<Box<str>>)>,
    /// Other spellings, each with the first one.
    pub(crate) joined: Vec<(String, String)>,
}

/// So many labels are joined with other spellings of them.
const MOST_FOLDED: usize = 1 << 14;
/// So many other spellings are kept to be said.
const MOST_JOINED: usize = 20;

struct Label {
    length: u8,
    cell: [u8; LONGEST],
    id: LabelId,
}

impl Labels {
    /// The labels of cells that are remembered. The processor fetches their places in memory side by side,
    /// but would wait for each of them in turn between other work.
    pub(crate) fn find_all<'c>(
        &self,
        cells: impl Iterator<Item = &'c [u8]>,
        found: &mut Vec<Option<LabelId>>,
    ) {
        found.clear();
        found.extend(cells.map(|cell| self.find(hash(cell), cell)));
    }

    fn find(&self, hash: u64, cell: &[u8]) -> Option<LabelId> {
        self.known.find(hash, |label| label.text() == cell).map(|label| label.id)
    }

    /// The label of a cell; `None` for an empty one.
    pub(crate) fn read(&mut self, cell: &[u8], team: &mut TeamBuilder) -> Option<LabelId> {
        if cell.is_empty() {
            return None;
        }
        if cell.len() > LONGEST {
            return Some(self.label(crate::cells::text(cell), team));
        }
        // The cell is hashed and compared where it stands: a copy would hold up the look into memory.
        let hash_of = hash(cell);
        if let Some(id) = self.find(hash_of, cell) {
            return Some(id);
        }
        let id = self.label(crate::cells::text(cell), team);
        if self.known.len() < MOST {
            let mut label = Label { length: cell.len() as u8, cell: [0; LONGEST], id };
            label.cell[..cell.len()].copy_from_slice(cell);
            self.known.insert_unique(hash_of, label, |label| hash(label.text()));
        }
        Some(id)
    }

    /// The label of a text that is not remembered: `ops` is that of `Ops`, as everywhere where teams are
    /// named.
    fn label(&mut self, text: &str, team: &mut TeamBuilder) -> LabelId {
        let folded = folded(text);
        if let Some((id, first)) = self.first.get(&*folded) {
            let first = first.as_deref().unwrap_or(&folded);
            let joined = (text.to_owned(), first.to_owned());
            if first != text && self.joined.len() < MOST_JOINED && !self.joined.contains(&joined) {
                self.joined.push(joined);
            }
            return *id;
        }
        let id = team.label(text);
        if self.first.len() < MOST_FOLDED {
            let first = (*text != *folded).then(|| text.into());
            self.first.insert((*folded).into(), (id, first));
        }
        id
    }
}

impl Label {
    fn text(&self) -> &[u8] {
        &self.cell[..usize::from(self.length)]
    }
}

/// A text in small letters, with one blank between words: most are so already.
fn folded(text: &str) -> Cow<'_, str> {
    let is_folded = |byte: u8| byte.is_ascii_graphic() && !byte.is_ascii_uppercase();
    if text.split(' ').all(|word| !word.is_empty() && word.bytes().all(is_folded)) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase())
}

fn hash(cell: &[u8]) -> u64 {
    let mut hasher = FxHasher::default();
    hasher.write(cell);
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
            let mut found = Vec::new();
            for block in cells.chunks(9) {
                labels.find_all(block.iter().map(String::as_bytes), &mut found);
                for (cell, found) in block.iter().zip(&found) {
                    let id = (!cell.is_empty()).then(|| alone.label(cell));
                    prop_assert!(found.is_none() || *found == id);
                    prop_assert_eq!(labels.read(cell.as_bytes(), &mut team), id);
                }
            }
        }
    }

    #[test]
    fn spellings_of_one_label_are_joined_and_kept_to_be_said() {
        let (mut labels, mut team) = (Labels::default(), TeamBuilder::new());
        let ids: Vec<_> = ["Ops", "ops", "OPS", "Data  team", "data team", "ops"]
            .map(|cell| labels.read(cell.as_bytes(), &mut team))
            .to_vec();
        assert_eq!((ids[0], ids[0], ids[0], ids[3]), (ids[1], ids[2], ids[5], ids[4]));
        assert_ne!(ids[0], ids[3]);
        let said: Vec<String> = labels.joined.iter().map(|(one, first)| format!("{one}={first}")).collect();
        assert_eq!(said, ["ops=Ops", "OPS=Ops", "data team=Data  team"]);
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

//! Team labels and roles, remembered by their cells: there are fewer of them than rows.

use std::borrow::Cow;

use rustc_hash::FxHashMap;
use tzplan::team::{LabelId, TeamBuilder};

use super::slots::{FreeSlot, Slots, hash};

/// How many labels of a column are remembered, in 48 bytes each at most. The team keeps all, and is asked for
/// the others.
const MOST: usize = 1 << 18;

/// The length up to which a label is remembered.
const LONGEST: usize = 27;

/// The labels of a column, by their cells.
#[derive(Default)]
pub(crate) struct Labels {
    /// The places of those in the list, by their hashes.
    places: Slots,
    known: Vec<Label>,
    /// Hashes of cells that are looked up together, and the label that stands where each belongs.
    looked_up: Vec<(u32, Nearest)>,
    /// The labels by their small letters, with the first spelling where that is another.
    first: FxHashMap<Box<str>, (LabelId, Option<Box<str>>)>,
    /// Other spellings, each with the first one.
    pub(crate) joined: Vec<(String, String)>,
}

/// So many labels are joined with other spellings of them.
const MOST_FOLDED: usize = 1 << 14;
/// So many other spellings are kept to be said.
const MOST_JOINED: usize = 20;

/// A label with the hash of a cell: most often that of the cell.
#[derive(Clone, Copy, Default)]
struct Nearest {
    place: u32,
    /// 0 where there is none.
    length: u8,
}

/// In one line of the processor's memory.
#[repr(align(32))]
struct Label {
    length: u8,
    cell: [u8; LONGEST],
    id: LabelId,
}

impl Labels {
    /// The labels of cells that are remembered. The processor fetches their places in memory side by side,
    /// but would wait for each of them in turn between other work.
    pub(crate) fn find_all<'c>(
        &mut self,
        cells: impl Iterator<Item = &'c [u8]> + Clone,
        found: &mut Vec<Option<LabelId>>,
    ) {
        found.clear();
        self.looked_up.clear();
        self.looked_up.extend(cells.clone().map(|cell| (hash(cell), Nearest::default())));
        // Nothing but the places first, then the labels that belong to them.
        for (hash, nearest) in &mut self.looked_up {
            nearest.place = u32::from(self.places.is_taken(*hash));
        }
        for (hash, nearest) in &mut self.looked_up {
            let first = if nearest.place > 0 { self.places.first(*hash).ok() } else { None };
            let known = first.map(|place| (place, self.known[place as usize].length));
            *nearest = known.map_or_else(Nearest::default, |(place, length)| Nearest { place, length });
        }
        let label = |(cell, (hash, nearest)): (&[u8], &(u32, Nearest))| {
            // No label that is remembered is empty.
            if nearest.length == 0 {
                return None;
            }
            let label = &self.known[nearest.place as usize];
            if label.text() == cell { Some(label.id) } else { self.find(*hash, cell).ok() }
        };
        found.extend(cells.zip(&self.looked_up).map(label));
    }

    fn find(&self, hash: u32, cell: &[u8]) -> Result<LabelId, FreeSlot> {
        let is_it = |place: u32| self.known[place as usize].text() == cell;
        self.places.find(hash, is_it).map(|place| self.known[place as usize].id)
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
        let hash = hash(cell);
        let free = match self.find(hash, cell) {
            Ok(id) => return Some(id),
            Err(free) => free,
        };
        let id = self.label(crate::cells::text(cell), team);
        if self.known.len() < MOST {
            let mut label = Label { length: cell.len() as u8, cell: [0; LONGEST], id };
            label.cell[..cell.len()].copy_from_slice(cell);
            self.places.enter(free, hash, self.known.len() as u32);
            self.known.push(label);
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

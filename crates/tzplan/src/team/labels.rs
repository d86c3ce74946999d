//! Texts that are kept once, one behind the other: a million people are of a hundred thousand teams.

use std::hash::BuildHasher;
use std::num::NonZeroU32;

use foldhash::fast::RandomState;
use hashbrown::HashTable;

use super::LabelId;

/// Labels by their numbers, and the numbers by label.
#[derive(Clone, Debug, Default)]
pub(super) struct Labels {
    texts: Texts,
    hasher: RandomState,
    known: HashTable<LabelId>,
}

impl Labels {
    /// The number of a text, whether it was known or not.
    ///
    /// # Panics
    ///
    /// Beyond 2^32 distinct labels.
    pub(super) fn find_or_add(&mut self, text: &str) -> LabelId {
        let Self { texts, hasher, known } = self;
        let hash = hasher.hash_one(text);
        if let Some(id) = known.find(hash, |id| texts.of(*id) == text) {
            return *id;
        }
        let id = texts.add(text);
        known.insert_unique(hash, id, |id| hasher.hash_one(texts.of(*id)));
        id
    }

    /// The text of a label.
    pub(super) fn text(&self, id: LabelId) -> &str {
        self.texts.of(id)
    }
}

/// Texts one behind the other, numbered from 1.
#[derive(Clone, Debug, Default)]
struct Texts {
    all: String,
    /// Where each ends.
    ends: Vec<usize>,
}

impl Texts {
    fn of(&self, LabelId(number): LabelId) -> &str {
        let place = number.get() as usize - 1;
        let start = place.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.all[start..self.ends[place]]
    }

    fn add(&mut self, text: &str) -> LabelId {
        self.all.push_str(text);
        self.ends.push(self.all.len());
        let number = u32::try_from(self.ends.len()).ok().and_then(NonZeroU32::new);
        LabelId(number.expect("fewer than 2^32 labels"))
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::*;

    /// A short list many times over, and a long one.
    #[test]
    fn labels_are_numbered_as_in_a_map() {
        let (mut labels, mut map) = (Labels::default(), HashMap::new());
        let texts = (0..40_000_u32).map(|number| match number % 3 {
            0 => format!("team {}", number % 300),
            1 => format!("{number}"),
            _ => "é".repeat(number as usize % 7),
        });
        for text in texts {
            let next = map.len() + 1;
            let expected = *map.entry(text.clone()).or_insert(next);
            let id = labels.find_or_add(&text);
            assert_eq!((id.0.get() as usize, labels.text(id)), (expected, &*text));
        }
        assert!(map.iter().all(|(text, number)| labels.find_or_add(text).0.get() as usize == *number));
    }
}

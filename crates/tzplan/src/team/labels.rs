//! Texts that are kept once, one behind the other: a million people are of a hundred thousand teams.

use std::hash::BuildHasher;
use std::num::NonZeroU32;

use foldhash::fast::RandomState;

use super::LabelId;

/// Labels by their numbers, and the numbers by label.
#[derive(Clone, Debug, Default)]
pub(super) struct Labels {
    texts: String,
    /// Where each ends.
    ends: Vec<usize>,
    hasher: RandomState,
    /// By hash, as far as others leave room: 32 bits of the hash and the label's number, from 1; 0 where
    /// there is none. Either nothing or a power of two of them.
    slots: Vec<u64>,
}

/// The fewest slots that are made.
const FIRST_SLOTS: usize = 16;

impl Labels {
    /// The number of a text, whether it was known or not.
    ///
    /// # Panics
    ///
    /// Beyond 2^32 distinct labels.
    pub(super) fn find_or_add(&mut self, text: &str) -> LabelId {
        // Half of the slots stay free, so that runs of others are short.
        if (self.ends.len() + 1) * 2 > self.slots.len() {
            self.grow();
        }
        let hash = (self.hasher.hash_one(text) >> 32) as u32;
        let mut place = self.home(hash);
        while let Some(id) = id_in(self.slots[place]) {
            if hash_in(self.slots[place]) == hash && self.text(id) == text {
                return id;
            }
            place = self.behind(place);
        }
        let next = u32::try_from(self.ends.len() + 1).expect("fewer than 2^32 labels");
        self.texts.push_str(text);
        self.ends.push(self.texts.len());
        self.slots[place] = u64::from(hash) << 32 | u64::from(next);
        id_in(self.slots[place]).expect("a number from 1")
    }

    /// The text of a label.
    pub(super) fn text(&self, LabelId(number): LabelId) -> &str {
        let place = number.get() as usize - 1;
        let start = place.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.texts[start..self.ends[place]]
    }

    /// Where a hash belongs: in the order of hashes, so that a table that grows is read and written from its
    /// start to its end.
    fn home(&self, hash: u32) -> usize {
        ((u64::from(hash) * self.slots.len() as u64) >> 32) as usize
    }

    fn behind(&self, place: usize) -> usize {
        (place + 1) & (self.slots.len() - 1)
    }

    fn grow(&mut self) {
        let wider = vec![0; (2 * self.slots.len()).max(FIRST_SLOTS)];
        let narrow = std::mem::replace(&mut self.slots, wider);
        for slot in narrow.into_iter().filter(|slot| id_in(*slot).is_some()) {
            let mut place = self.home(hash_in(slot));
            while id_in(self.slots[place]).is_some() {
                place = self.behind(place);
            }
            self.slots[place] = slot;
        }
    }
}

fn id_in(slot: u64) -> Option<LabelId> {
    NonZeroU32::new(slot as u32).map(LabelId)
}

fn hash_in(slot: u64) -> u32 {
    (slot >> 32) as u32
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

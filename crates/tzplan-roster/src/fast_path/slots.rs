//! A table of numbers by their hashes, made for a look-up and the entry that follows it.

use std::hash::{BuildHasher, Hasher};
use std::sync::LazyLock;

use foldhash::fast::RandomState;

/// Numbers below 2^32 - 1, each with 32 bits of a hash. They stand in the order of their hashes, as far as
/// others leave room: what is looked for and where it would be entered is one place in memory, and a table
/// that grows is read and written from its start to its end.
pub(super) struct Slots {
    /// The hash and the number, or [`FREE`]. A power of two of them.
    slots: Vec<u64>,
    taken: usize,
}

/// A slot that is free for the hash that was looked for, and how many slots there were.
#[derive(Clone, Copy)]
pub(super) struct FreeSlot {
    place: usize,
    slots: usize,
}

const FIRST_BITS: u32 = 10;

/// Where there is none. It is not 0, so that a new table is written before it is read: of memory that is read
/// first the system makes every page twice.
const FREE: u64 = u64::MAX;

impl Default for Slots {
    fn default() -> Self {
        Self { slots: vec![FREE; 1 << FIRST_BITS], taken: 0 }
    }
}

impl Slots {
    /// Whether something stands where a hash belongs. Without a branch the processor fetches the places of
    /// many hashes side by side.
    pub(super) fn is_taken(&self, hash: u32) -> bool {
        self.slots[self.home(hash)] != FREE
    }

    /// The first number with a hash: nearly always the one wanted, if any is. What `is_taken` has not fetched
    /// stands beside it.
    pub(super) fn first(&self, hash: u32) -> Result<u32, FreeSlot> {
        self.find(hash, |_| true)
    }

    /// The number of a hash that is the one wanted, or where it belongs.
    pub(super) fn find(&self, hash: u32, is_it: impl Fn(u32) -> bool) -> Result<u32, FreeSlot> {
        let mut place = self.home(hash);
        loop {
            let slot = self.slots[place];
            if slot == FREE {
                return Err(FreeSlot { place, slots: self.slots.len() });
            }
            let number = slot as u32;
            if (slot >> 32) as u32 == hash && is_it(number) {
                return Ok(number);
            }
            place = (place + 1) & (self.slots.len() - 1);
        }
    }

    /// Whether a slot is still where its hash belongs: nothing was entered there, and the table is the same.
    pub(super) fn is_still_free(&self, FreeSlot { place, slots }: FreeSlot) -> bool {
        self.slots.len() == slots && self.slots[place] == FREE
    }

    /// Enters a number where it was not found.
    pub(super) fn enter(&mut self, FreeSlot { place, .. }: FreeSlot, hash: u32, number: u32) {
        self.slots[place] = u64::from(hash) << 32 | u64::from(number);
        self.taken += 1;
        // Half of the slots stay free, so that runs of others are short.
        if self.taken * 2 > self.slots.len() {
            self.grow();
        }
    }

    fn home(&self, hash: u32) -> usize {
        ((u64::from(hash) * self.slots.len() as u64) >> 32) as usize
    }

    fn grow(&mut self) {
        let wider = vec![FREE; 2 * self.slots.len()];
        let narrow = std::mem::replace(&mut self.slots, wider);
        for slot in narrow.into_iter().filter(|slot| *slot != FREE) {
            let mut place = self.home((slot >> 32) as u32);
            while self.slots[place] != FREE {
                place = (place + 1) & (self.slots.len() - 1);
            }
            self.slots[place] = slot;
        }
    }
}

/// Another in each process: whoever writes a file cannot choose cells that all belong in one place, which
/// would be looked through from its start for each of them.
static SEED: LazyLock<RandomState> = LazyLock::new(RandomState::default);

/// A hash of bytes. The bits that the table orders by see all of them.
pub(super) fn hash(bytes: &[u8]) -> u32 {
    let mut hasher = SEED.build_hasher();
    hasher.write(bytes);
    let hash = hasher.finish();
    ((hash ^ hash >> 32).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 32) as u32
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn numbers_are_found_as_in_a_map(
            hashes in proptest::collection::vec(
                prop_oneof![0..9_u32, u32::MAX - 9..=u32::MAX, any::<u32>()],
                0..3000,
            ),
        ) {
            let (mut slots, mut map) = (Slots::default(), HashMap::new());
            for (number, hash) in hashes.into_iter().enumerate() {
                let expected = map.get(&hash).copied();
                match slots.find(hash, |known| map.get(&hash) == Some(&known)) {
                    Ok(found) => prop_assert_eq!(Some(found), expected),
                    Err(free) => {
                        prop_assert_eq!(expected, None);
                        prop_assert!(slots.is_still_free(free));
                        slots.enter(free, hash, number as u32);
                        prop_assert!(!slots.is_still_free(free));
                        map.insert(hash, number as u32);
                    }
                }
            }
        }
    }
}

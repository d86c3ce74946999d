//! The e-mail addresses of members: rows with one address are one person.

use std::hash::Hasher;
use std::hint::black_box;

use hashbrown::HashTable;
use rustc_hash::FxHasher;

/// The members by e-mail address: every member has an entry, if an empty one.
#[derive(Default)]
pub(super) struct Addresses {
    /// The folded addresses of the members, one behind the other, and behind them those of [`Self::fold`].
    arena: Vec<u8>,
    /// How much of the arena belongs to members.
    settled: usize,
    /// By member: where the address starts, and its hash. It ends where the next one's starts.
    starts: Vec<u32>,
    hashes: Vec<u32>,
    members: HashTable<u32>,
}

/// The addresses of members, in small letters, for good.
#[derive(Clone, Debug, Default)]
pub(crate) struct MemberAddresses {
    /// One behind the other.
    arena: Vec<u8>,
    /// By member.
    starts: Vec<u32>,
}

impl MemberAddresses {
    /// The address of a member; `None` where it is empty, or there is no such member.
    pub(crate) fn of(&self, member: usize) -> Option<&str> {
        let start = *self.starts.get(member)? as usize;
        let end = self.starts.get(member + 1).map_or(self.arena.len(), |end| *end as usize);
        let address = std::str::from_utf8(self.arena.get(start..end)?).ok()?;
        (!address.is_empty()).then_some(address)
    }
}

/// A folded address that waits for [`Addresses::find_or_add`].
#[derive(Clone, Copy)]
pub(super) struct Address {
    start: u32,
    end: u32,
    hash: u32,
}

impl Address {
    pub(super) fn is_empty(self) -> bool {
        self.start == self.end
    }
}

impl Addresses {
    /// Whether an address still fits; some letters grow when they are folded.
    pub(super) fn has_room(&self, email: &[u8]) -> bool {
        4 * email.len() < u32::MAX as usize - self.arena.len()
    }

    /// Folds an address. Addresses must be looked up in the order in which they were folded.
    pub(super) fn fold(&mut self, email: &[u8]) -> Address {
        let start = self.arena.len();
        if email.is_ascii() {
            self.arena.extend_from_slice(email);
            self.arena[start..].make_ascii_lowercase();
        } else {
            self.arena.extend_from_slice(crate::cells::text(email).to_lowercase().as_bytes());
        }
        let hash = hash(&self.arena[start..]);
        Address { start: start as u32, end: self.arena.len() as u32, hash }
    }

    /// Touches the table where the addresses will be looked for: the processor fetches many of these places
    /// at once, but would wait for each of them in turn between other work.
    pub(super) fn warm(&self, addresses: impl Iterator<Item = Address>) {
        let is_like = |address: Address| {
            let alike = |member: &u32| self.hashes[*member as usize] == address.hash;
            self.members.find(spread(address.hash), alike).is_some()
        };
        black_box(addresses.filter(|address| is_like(*address)).count());
    }

    /// The member with this address; when there is none, the next member has it, and must be added to the
    /// team. An empty address is nobody's.
    pub(super) fn find_or_add(&mut self, address: Address) -> Option<u32> {
        let (start, end) = (address.start as usize, address.end as usize);
        let Self { arena, settled, starts, hashes, members } = self;
        if start < end {
            let text = &arena[start..end];
            let of = |member: usize| {
                let to = starts.get(member + 1).map_or(*settled, |to| *to as usize);
                &arena[starts[member] as usize..to]
            };
            let is_same =
                |member: &u32| hashes[*member as usize] == address.hash && of(*member as usize) == text;
            if let Some(member) = members.find(spread(address.hash), is_same) {
                return Some(*member);
            }
            members.insert_unique(spread(address.hash), starts.len() as u32, |member| {
                spread(hashes[*member as usize])
            });
        }
        starts.push(*settled as u32);
        hashes.push(address.hash);
        if *settled < start {
            arena.copy_within(start..end, *settled);
        }
        *settled += end - start;
        None
    }

    /// The addresses without what finds members by them.
    pub(super) fn finish(mut self) -> MemberAddresses {
        self.settle();
        MemberAddresses { arena: self.arena, starts: self.starts }
    }

    /// Drops the addresses that were looked up and found.
    pub(super) fn settle(&mut self) {
        self.arena.truncate(self.settled);
    }
}

fn hash(address: &[u8]) -> u32 {
    let mut hasher = FxHasher::default();
    hasher.write(address);
    let hash = hasher.finish();
    (hash ^ (hash >> 32)) as u32
}

/// The table takes the bucket from the low bits and a tag from the high ones: both see the whole hash.
fn spread(hash: u32) -> u64 {
    u64::from(hash) << 32 | u64::from(hash)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_found_whatever_their_case_and_block() {
        let mut persons = Addresses::default();
        let mut look_up = |block: &[&str]| {
            let addresses: Vec<_> = block.iter().map(|email| persons.fold(email.as_bytes())).collect();
            persons.warm(addresses.iter().copied());
            let found: Vec<_> = addresses.into_iter().map(|address| persons.find_or_add(address)).collect();
            persons.settle();
            found
        };
        assert_eq!(look_up(&["a@x", "A@X", "", "b@x", ""]), [None, Some(0), None, None, None]);
        assert_eq!(look_up(&["B@x", "c@x", "É@x", "C@X"]), [Some(2), None, None, Some(4)]);
        assert_eq!(look_up(&["é@x", "a@x", "d@x"]), [Some(5), Some(0), None]);
    }
}

//! The e-mail addresses of members: rows with one address are one person.

use super::slots::{FreeSlot, Slots, hash};

/// The members by e-mail address: every member has an entry, if an empty one.
#[derive(Default)]
pub(super) struct Addresses {
    /// The folded addresses of the members, one behind the other, and behind them those of [`Self::fold`].
    arena: Vec<u8>,
    /// How much of the arena belongs to members.
    settled: usize,
    /// By member: where the address starts. It ends where the next one's starts.
    starts: Vec<u32>,
    members: Slots,
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

/// What is known of an address.
#[derive(Clone, Copy)]
pub(super) enum Found {
    /// The member who has it.
    Member(u32),
    /// Nobody has it, and it belongs here unless another one was entered since.
    Nobody(FreeSlot),
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

    /// What is known of addresses. The processor fetches their places in memory side by side, but would wait
    /// for each of them in turn between other work.
    pub(super) fn find_all(&self, addresses: impl Iterator<Item = Address> + Clone, found: &mut Vec<Found>) {
        found.clear();
        // Nothing but the places first: what is found there is looked through below.
        let taken = addresses.clone().map(|address| self.members.is_taken(address.hash));
        found.extend(taken.map(|taken| Found::Member(taken.into())));
        for (address, found) in addresses.zip(found) {
            *found = self.find(address);
        }
    }

    fn find(&self, address: Address) -> Found {
        let Self { arena, settled, starts, members } = self;
        let text = &arena[address.start as usize..address.end as usize];
        let of = |member: usize| {
            let to = starts.get(member + 1).map_or(*settled, |to| *to as usize);
            &arena[starts[member] as usize..to]
        };
        let found = members.find(address.hash, |member| of(member as usize) == text);
        found.map_or_else(Found::Nobody, Found::Member)
    }

    /// The member with this address, of which something was known when a block of them was looked up; when
    /// there is none, the next member has it, and must be added to the team. An empty address is nobody's.
    pub(super) fn find_or_add(&mut self, address: Address, found: Found) -> Option<u32> {
        let (start, end) = (address.start as usize, address.end as usize);
        if start < end {
            let found = match found {
                Found::Nobody(free) if !self.members.is_still_free(free) => self.find(address),
                found => found,
            };
            match found {
                Found::Member(member) => return Some(member),
                Found::Nobody(free) => self.members.enter(free, address.hash, self.starts.len() as u32),
            }
        }
        self.starts.push(self.settled as u32);
        if self.settled < start {
            self.arena.copy_within(start..end, self.settled);
        }
        self.settled += end - start;
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_found_whatever_their_case_and_block() {
        let mut persons = Addresses::default();
        let mut look_up = |block: &[&str]| {
            let addresses: Vec<_> = block.iter().map(|email| persons.fold(email.as_bytes())).collect();
            let mut known = Vec::new();
            persons.find_all(addresses.iter().copied(), &mut known);
            let known = addresses.into_iter().zip(known);
            let found: Vec<_> = known.map(|(address, found)| persons.find_or_add(address, found)).collect();
            persons.settle();
            found
        };
        assert_eq!(look_up(&["a@x", "A@X", "", "b@x", ""]), [None, Some(0), None, None, None]);
        assert_eq!(look_up(&["B@x", "c@x", "É@x", "C@X"]), [Some(2), None, None, Some(4)]);
        assert_eq!(look_up(&["é@x", "a@x", "d@x"]), [Some(5), Some(0), None]);
    }
}

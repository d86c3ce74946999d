//! Persons: rows with one e-mail address are one.

use std::hash::Hasher;

use hashbrown::HashTable;
use rustc_hash::{FxHashMap, FxHasher};
use tzplan::{Attendance, Schedule, ScheduleId, Team};

/// The members by e-mail address, and what their further rows add.
#[derive(Default)]
pub(super) struct Persons {
    /// The folded addresses, one behind the other.
    arena: Vec<u8>,
    /// By member: where the address starts, and its hash. It ends where the next one's starts.
    starts: Vec<u32>,
    hashes: Vec<u32>,
    members: HashTable<u32>,
    further: FxHashMap<u32, Further>,
}

struct Further {
    schedules: Vec<ScheduleId>,
    attendance: Attendance,
}

impl Persons {
    /// How many bytes of addresses still fit.
    pub(super) fn room(&self) -> usize {
        u32::MAX as usize - self.arena.len()
    }

    /// The member with this address; when there is none, `next` is, and must be added to the team. An empty
    /// address is nobody's.
    pub(super) fn find_or_add(&mut self, email: &[u8], next: u32) -> Option<u32> {
        let start = self.arena.len();
        self.fold(email);
        let Self { arena, starts, hashes, members, .. } = self;
        let address = &arena[start..];
        let hash = hash(address);
        if !address.is_empty() {
            let of = |member: u32| {
                let from = starts[member as usize] as usize;
                let to = starts.get(member as usize + 1).map_or(start, |to| *to as usize);
                &arena[from..to]
            };
            let is_same = |member: &u32| hashes[*member as usize] == hash && of(*member) == address;
            if let Some(member) = members.find(spread(hash), is_same) {
                let member = *member;
                arena.truncate(start);
                return Some(member);
            }
        }
        debug_assert_eq!(starts.len(), next as usize, "every member has an address, if an empty one");
        starts.push(start as u32);
        hashes.push(hash);
        if arena.len() > start {
            members.insert_unique(spread(hash), next, |member| spread(hashes[*member as usize]));
        }
        None
    }

    /// Remembers a further row of a member.
    pub(super) fn note(&mut self, member: u32, schedule: ScheduleId, attendance: Attendance) {
        let further =
            self.further.entry(member).or_insert_with(|| Further { schedules: Vec::new(), attendance });
        if further.schedules.last() != Some(&schedule) {
            further.schedules.push(schedule);
        }
        // Required if any row is; a row that says nothing outweighs one that says optional.
        further.attendance = match (further.attendance, attendance) {
            (Attendance::Required, _) | (_, Attendance::Required) => Attendance::Required,
            (Attendance::Unmarked, _) | (_, Attendance::Unmarked) => Attendance::Unmarked,
            _ => Attendance::Optional,
        };
    }

    /// Joins the further rows to their members: one union for each set of schedules, not one a row.
    pub(super) fn join(&mut self, team: &mut Team) {
        let mut members: Vec<_> = self.further.drain().collect();
        members.sort_unstable_by_key(|(member, _)| *member);
        let mut joined: FxHashMap<Vec<ScheduleId>, ScheduleId> = FxHashMap::default();
        for (member, further) in members {
            let mut ids = further.schedules;
            ids.sort_unstable();
            ids.dedup();
            let all = match (ids.as_slice(), joined.get(&ids)) {
                (_, Some(id)) => *id,
                ([id], None) => *id,
                (_, None) => {
                    let all = union(ids.iter().map(|id| team.schedule(*id).clone()).collect());
                    let id = team.intern(all);
                    joined.insert(ids, id);
                    id
                }
            };
            team.join(member as usize, all, further.attendance);
        }
    }

    /// Appends an address in lower case.
    fn fold(&mut self, email: &[u8]) {
        if email.is_ascii() {
            let start = self.arena.len();
            self.arena.extend_from_slice(email);
            self.arena[start..].make_ascii_lowercase();
        } else {
            self.arena.extend_from_slice(super::text(email).to_lowercase().as_bytes());
        }
    }
}

/// The union of schedules, in their order; halves first, so that many do not cost their square.
fn union(mut schedules: Vec<Schedule>) -> Schedule {
    while schedules.len() > 1 {
        let pairs = schedules.chunks(2);
        schedules = pairs.map(|pair| pair[1..].iter().fold(pair[0].clone(), |a, b| a.union(b))).collect();
    }
    schedules.swap_remove(0)
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

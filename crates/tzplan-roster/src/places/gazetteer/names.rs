//! Folded names and what they stand for.

use std::hash::Hasher;
use std::sync::OnceLock;

use rustc_hash::FxHasher;

use super::subject::Subject;
use crate::work::steps;

/// A hash table of names over one arena of text; names of one bucket are chained.
pub(super) struct Names {
    text: String,
    entries: Vec<NameEntry>,
    buckets: Vec<u32>,
    by_length: OnceLock<ByLength>,
}

struct NameEntry {
    start: u32,
    length: u16,
    first: bool,
    subject: Subject,
    next: u32,
}

/// Names by their length, for near misses: the letters of each, and its place.
struct ByLength {
    letters: Vec<u64>,
    entries: Vec<u32>,
    /// Where names of each length begin.
    starts: Vec<u32>,
}

const NONE: u32 = u32::MAX;
/// A power of two; the table holds about as many names.
const BUCKETS: usize = 1 << 18;

impl Names {
    pub(super) fn new() -> Self {
        Self {
            text: String::with_capacity(1 << 21),
            entries: Vec::with_capacity(BUCKETS),
            buckets: vec![NONE; BUCKETS],
            by_length: OnceLock::new(),
        }
    }

    /// Adds a folded name.
    pub(super) fn add(&mut self, name: &str, subject: Subject, first: bool) {
        let bucket = bucket(name);
        let (start, length) = (self.text.len() as u32, name.len() as u16);
        self.text.push_str(name);
        let next = std::mem::replace(&mut self.buckets[bucket], self.entries.len() as u32);
        self.entries.push(NameEntry { start, length, first, subject, next });
    }

    pub(super) fn find(&self, name: &str) -> impl Iterator<Item = (Subject, bool)> {
        let mut at = self.buckets[bucket(name)];
        std::iter::from_fn(move || {
            while at != NONE {
                let entry = &self.entries[at as usize];
                at = entry.next;
                if self.text(entry) == name {
                    return Some((entry.subject, entry.first));
                }
            }
            None
        })
    }

    /// The names that may be at most `most` slips away from another, with what they stand for and whether
    /// first of all.
    pub(super) fn near(&self, name: &str, most: usize) -> impl Iterator<Item = (&str, Subject, bool)> {
        let by_length = self.by_length.get_or_init(|| self.sort_by_length());
        let range = by_length.start(name.len().saturating_sub(most))..by_length.start(name.len() + most + 1);
        steps(range.len());
        let found = may_be_near(&by_length.letters[range.clone()], letters_of(name), most);
        found.into_iter().map(move |place| {
            let entry = &self.entries[by_length.entries[range.start + place] as usize];
            (self.text(entry), entry.subject, entry.first)
        })
    }

    fn sort_by_length(&self) -> ByLength {
        // Labels in other scripts are compared as Latin letters.
        let entries = (0..).zip(&self.entries).filter(|(_, entry)| self.text(entry).is_ascii());
        let mut sorted: Vec<(u16, u64, u32)> =
            entries.map(|(index, entry)| (entry.length, letters_of(self.text(entry)), index)).collect();
        sorted.sort_unstable();
        let longest = sorted.last().map_or(0, |(length, ..)| *length);
        let start = |length| sorted.partition_point(|(known, ..)| *known < length) as u32;
        ByLength {
            starts: (0..=longest).map(start).collect(),
            letters: sorted.iter().map(|(_, letters, _)| *letters).collect(),
            entries: sorted.iter().map(|(.., entry)| *entry).collect(),
        }
    }

    fn text(&self, entry: &NameEntry) -> &str {
        &self.text[entry.start as usize..][..usize::from(entry.length)]
    }
}

impl ByLength {
    /// Where names of a length or longer ones begin.
    fn start(&self, length: usize) -> usize {
        self.starts.get(length).map_or(self.entries.len(), |start| *start as usize)
    }
}

/// The places of sets of letters that may be `most` slips away from another: each lacks this many letters of
/// it at most, and has this many others.
fn may_be_near(all: &[u64], letters: u64, most: usize) -> Vec<usize> {
    /// With the number of slips at hand when it is compiled this is some instructions a name.
    fn of<const MOST: usize>(all: &[u64], letters: u64) -> Vec<usize> {
        let is_few = |mut set: u64| {
            for _ in 0..MOST {
                set &= set.wrapping_sub(1);
            }
            set == 0
        };
        let is_near = |known: u64| is_few(letters & !known) & is_few(known & !letters);
        all.iter().enumerate().filter(|(_, known)| is_near(**known)).map(|(place, _)| place).collect()
    }
    match most {
        0 => of::<0>(all, letters),
        1 => of::<1>(all, letters),
        2 => of::<2>(all, letters),
        3 => of::<3>(all, letters),
        _ => of::<64>(all, letters),
    }
}

/// Which letters a folded name has, which of them twice, and which digits: a slip adds one bit at most, and
/// takes one away at most.
fn letters_of(name: &str) -> u64 {
    let mut set = 0_u64;
    for byte in name.bytes() {
        let bit = match byte {
            b'a'..=b'z' => 1 << (byte - b'a'),
            b'0'..=b'9' => 1 << (52 + byte - b'0'),
            _ => 1 << 62,
        };
        set |= if byte.is_ascii_lowercase() && set & bit > 0 { bit << 26 } else { bit };
    }
    set
}

fn bucket(name: &str) -> usize {
    let mut hasher = FxHasher::default();
    hasher.write(name.as_bytes());
    // The hash's upper bits are the better mixed ones.
    (hasher.finish() >> 40) as usize & (BUCKETS - 1)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn no_near_name_is_passed_over(known in "[a-c1 ]{4,9}", asked in "[a-c1 ]{4,9}") {
            let mut names = Names::new();
            names.add(&known, Subject::City(0), true);
            let slips = strsim::osa_distance(&known, &asked);
            prop_assert_eq!(names.near(&asked, slips).count(), 1);
        }
    }
}

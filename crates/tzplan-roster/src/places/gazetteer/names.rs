//! Folded names and what they stand for.

use std::hash::Hasher;
use std::sync::OnceLock;

use rustc_hash::FxHasher;

use super::subject::Subject;

/// A hash table of names over one arena of text; names of one bucket are chained.
pub(super) struct Names {
    text: String,
    entries: Vec<NameEntry>,
    buckets: Vec<u32>,
    /// Length, letters and place of every name, for near misses.
    by_length: OnceLock<Vec<(u16, u64, u32)>>,
}

struct NameEntry {
    start: u32,
    length: u16,
    first: bool,
    subject: Subject,
    next: u32,
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
        let shortest = name.len().saturating_sub(most);
        let from = by_length.partition_point(|(length, ..)| usize::from(*length) < shortest);
        let to = by_length.partition_point(|(length, ..)| usize::from(*length) <= name.len() + most);
        let letters = letters_of(name);
        let near = move |(_, known, _): &&(u16, u64, u32)| {
            let (missing, added) = ((letters & !known).count_ones(), (known & !letters).count_ones());
            missing.max(added) as usize <= most
        };
        by_length[from..to].iter().filter(near).map(|(.., entry)| {
            let entry = &self.entries[*entry as usize];
            (self.text(entry), entry.subject, entry.first)
        })
    }

    fn sort_by_length(&self) -> Vec<(u16, u64, u32)> {
        // Labels in other scripts are compared as Latin letters.
        let entries = (0..).zip(&self.entries).filter(|(_, entry)| self.text(entry).is_ascii());
        let mut sorted: Vec<_> =
            entries.map(|(index, entry)| (entry.length, letters_of(self.text(entry)), index)).collect();
        sorted.sort_unstable();
        sorted
    }

    fn text(&self, entry: &NameEntry) -> &str {
        &self.text[entry.start as usize..][..usize::from(entry.length)]
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

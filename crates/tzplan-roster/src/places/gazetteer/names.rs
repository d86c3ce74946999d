//! Folded names and what they stand for.

use std::hash::Hasher;
use std::sync::OnceLock;

use rustc_hash::FxHasher;

use super::Subject;

/// A hash table of names over one arena of text; names of one bucket are chained.
pub(super) struct Names {
    text: String,
    entries: Vec<Entry>,
    buckets: Vec<u32>,
    letters: OnceLock<Vec<u32>>,
}

struct Entry {
    start: u32,
    length: u16,
    first: bool,
    subject: Subject,
    next: u32,
}

const NONE: u32 = u32::MAX;
/// A power of two; the table holds about as many names.
const BUCKETS: usize = 1 << 17;

impl Names {
    pub(super) fn new() -> Self {
        Self {
            text: String::with_capacity(1 << 20),
            entries: Vec::with_capacity(BUCKETS),
            buckets: vec![NONE; BUCKETS],
            letters: OnceLock::new(),
        }
    }

    /// Adds a folded name.
    pub(super) fn add(&mut self, name: &str, subject: Subject, first: bool) {
        let bucket = bucket(name);
        let (start, length) = (self.text.len() as u32, name.len() as u16);
        self.text.push_str(name);
        let next = std::mem::replace(&mut self.buckets[bucket], self.entries.len() as u32);
        self.entries.push(Entry { start, length, first, subject, next });
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

    /// The names at most `most` slips away by their lengths and letters, with what they stand for.
    pub(super) fn near(
        &self,
        letters: u32,
        length: usize,
        most: usize,
    ) -> impl Iterator<Item = (&str, Subject, bool)> {
        let all = self
            .letters
            .get_or_init(|| self.entries.iter().map(|entry| letters_of(self.text(entry))).collect());
        let near = move |(known, entry): &(&u32, &Entry)| {
            let (missing, added) = ((letters & !**known).count_ones(), (**known & !letters).count_ones());
            missing.max(added) as usize <= most && usize::from(entry.length).abs_diff(length) <= most
        };
        all.iter()
            .zip(&self.entries)
            .filter(near)
            .map(|(_, entry)| (self.text(entry), entry.subject, entry.first))
    }

    fn text(&self, entry: &Entry) -> &str {
        &self.text[entry.start as usize..][..usize::from(entry.length)]
    }
}

/// Which letters a folded name has.
pub(in crate::places) fn letters_of(name: &str) -> u32 {
    let letters = name.bytes().filter(u8::is_ascii_lowercase);
    letters.fold(0, |set, letter| set | 1 << (letter - b'a'))
}

fn bucket(name: &str) -> usize {
    let mut hasher = FxHasher::default();
    hasher.write(name.as_bytes());
    // The hash's upper bits are the better mixed ones.
    (hasher.finish() >> 40) as usize & (BUCKETS - 1)
}

//! Near misses: the ids that a label without a meaning resembles.

use tzplan::Tzdb;

use super::error::Candidate;
use crate::work::steps;

/// How many ids or places are suggested at most.
pub(super) const MOST: usize = 3;

/// The ids nearest to a label, if any is near: by the whole id, or by its last part (`Berlin`).
pub(super) fn candidates(tzdb: &Tzdb, label: &str) -> Vec<Candidate> {
    let whole = nearest(tzdb, label);
    if !whole.is_empty() {
        return whole;
    }
    // "Berlin, Germany", "New York (EST)", "Lisbon - Portugal"
    match label.split([',', '(', ';']).next().filter(|part| part.len() < label.len()) {
        Some(part) => nearest(tzdb, part),
        None => Vec::new(),
    }
}

fn nearest(tzdb: &Tzdb, label: &str) -> Vec<Candidate> {
    let label = fold(label);
    let wanted = Spelling::of(&label);
    let tolerated = tolerance(wanted.text.len());
    let mut best = tolerated + 1;
    let mut found: Vec<&str> = Vec::new();
    let mut known = String::new();
    steps(tzdb.ids().len());
    for id in tzdb.ids().filter(|id| *id != "Factory") {
        known.clear();
        known.push_str(id);
        known.make_ascii_lowercase();
        let distance = distance(wanted, &known, best);
        if distance < best {
            best = distance;
            found.clear();
        }
        if distance == best && distance <= tolerated {
            found.push(id);
        }
    }
    found.truncate(MOST);
    found.into_iter().map(|id| Candidate { zone: id.to_owned(), label: spoken(id) }).collect()
}

/// How many slips a word of that many letters may hold and still be recognised.
pub(super) fn tolerance(letters: usize) -> usize {
    match letters {
        0..=3 => 0,
        4..=5 => 1,
        6..=9 => 2,
        _ => 3,
    }
}

/// Slips between a label and an id: in the whole id, if not too many of them are in its last part
/// (`Asia/Bangalore` is not Singapore), or against its last part alone; the right last part in the wrong
/// region counts as one. Distances above `most` are not worked out.
fn distance(wanted: Spelling<'_>, id: &str, most: usize) -> usize {
    let whole = wanted.slips(Spelling::of(id), most);
    let Some((_, last)) = id.rsplit_once('/') else { return whole };
    match wanted.text.rsplit_once('/') {
        Some((_, wanted_last)) if wanted_last == last => whole.min(1),
        Some((_, wanted_last)) if whole <= most => {
            let tolerated = tolerance(wanted_last.len());
            let slips = Spelling::of(wanted_last).slips(Spelling::of(last), tolerated);
            if slips <= tolerated { whole } else { most + 1 }
        }
        Some(_) => whole,
        None => whole.min(wanted.slips(Spelling::of(last), most)),
    }
}

/// A folded text and which letters it has.
#[derive(Clone, Copy)]
struct Spelling<'a> {
    text: &'a str,
    letters: u32,
}

impl<'a> Spelling<'a> {
    fn of(text: &'a str) -> Self {
        let letters = text.bytes().filter(u8::is_ascii_lowercase);
        Self { text, letters: letters.fold(0, |set, b| set | 1 << (b - b'a')) }
    }

    /// The slips between two spellings; `most + 1` when lengths or letters show that there are more.
    fn slips(self, other: Self, most: usize) -> usize {
        let missing = (self.letters & !other.letters).count_ones();
        let added = (other.letters & !self.letters).count_ones();
        let few = self.text.len().abs_diff(other.text.len()) <= most && missing.max(added) as usize <= most;
        if few { strsim::osa_distance(self.text, other.text) } else { most + 1 }
    }
}

/// Lower case, the blanks of names as the database writes them.
fn fold(label: &str) -> String {
    let parts = label.trim().split('/').map(|part| part.trim().replace([' ', '-'], "_"));
    parts.collect::<Vec<_>>().join("/").to_lowercase()
}

/// `America/New_York` as `New York`.
fn spoken(id: &str) -> String {
    id.rsplit('/').next().unwrap_or(id).replace('_', " ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn suggestions_worked_by_hand() {
        let cases: &[(&str, &[&str])] = &[
            ("Berlin", &["Europe/Berlin"]),
            ("Europe/Berln", &["Europe/Berlin"]),
            ("Europ/Berlin", &["Europe/Berlin"]),
            ("Asia/Berlin", &["Europe/Berlin"]),
            ("America/New York", &["America/New_York"]),
            ("america / new york", &["America/New_York"]),
            ("new york", &["America/New_York"]),
            ("New York, NY", &["America/New_York"]),
            ("Port-au-Prince", &["America/Port-au-Prince"]),
            ("Lodnon", &["Europe/London"]),
            ("São Paulo", &["America/Sao_Paulo"]),
            ("Louisville", &["America/Kentucky/Louisville", "America/Louisville"]),
            // No id is near: a wrong suggestion would be worse than none.
            ("Asia/Bangalore", &[]),
            ("Banglore", &[]),
            ("remote", &[]),
            ("xx", &[]),
            ("Springfield", &[]),
        ];
        for (label, expected) in cases {
            let found = candidates(Tzdb::bundled(), label);
            let found: Vec<_> = found.iter().map(|candidate| &*candidate.zone).collect();
            assert_eq!(found, *expected, "{label}");
        }
    }
}

//! Near misses among the names of places.

use std::cmp::Reverse;

use super::super::error::Candidate;
use super::super::fold::{fold, romanised};
use super::super::gazetteer::{Gazetteer, Subject};
use super::super::suggestion::{MOST, tolerance};

/// A place with this many times fewer people than the best known is not suggested beside it.
const MUCH_SMALLER: u64 = 50;
/// As in choosing: another name than the first counts where it stands for ten times the people.
const LESS_BY_OTHER_NAMES: u64 = 10;

/// The places whose names a label resembles most, best known first.
pub(crate) fn places(table: &Gazetteer, label: &str) -> Vec<Candidate> {
    let Resembled { mut found, .. } = resembled(table, label);
    found.retain(|(_, subject, _)| table.zones(*subject).len() == 1);
    let most = found.first().map_or(0, |(people, ..)| *people);
    let meant = found.iter().filter(|(people, ..)| people.saturating_mul(MUCH_SMALLER) >= most);
    let candidate = |(_, subject, name): &(u64, Subject, &str)| Candidate {
        zone: table.zone(table.zones(*subject)[0].0).to_owned(),
        label: spelled(table, *subject, name),
    };
    let mut candidates: Vec<Candidate> = meant.map(candidate).collect();
    candidates.dedup();
    candidates.truncate(MOST);
    candidates
}

/// What a label resembles, and by how many slips it differs from it.
pub(super) struct Resembled<'t> {
    pub(super) slips: usize,
    /// The people that they count for, the places, and the names; the best known first.
    pub(super) found: Vec<(u64, Subject, &'t str)>,
}

/// All places, and regions of several clocks, whose names a label resembles most, with the people that they
/// count for; the best known first.
pub(super) fn resembled<'t>(table: &'t Gazetteer, label: &str) -> Resembled<'t> {
    let wanted = romanised(label);
    let mut best = tolerance(wanted.len());
    let mut found: Vec<(u64, Subject, &str)> = Vec::new();
    if best == 0 {
        return Resembled { slips: 0, found };
    }
    for (name, subject, first) in table.near(&wanted, best) {
        let Some(distance) = slips(wanted.as_bytes(), name.as_bytes(), best) else { continue };
        if distance < best {
            best = distance;
            found.clear();
        }
        if !matches!(subject, Subject::Windows(_)) {
            let people = table.population(subject);
            found.push((if first { people } else { people / LESS_BY_OTHER_NAMES }, subject, name));
        }
    }
    found.sort_by_key(|(people, subject, name)| (Reverse(*people), *subject, *name));
    found.dedup_by_key(|(_, subject, _)| *subject);
    Resembled { slips: best, found }
}

/// A folded name as it is written: by GeoNames where it is the first name, with capitals where it is another.
fn spelled(table: &Gazetteer, subject: Subject, folded: &str) -> String {
    let first = table.name(subject);
    if fold(first) == folded {
        return first.to_owned();
    }
    let capital = |word: &str| {
        let mut letters = word.chars();
        letters.next().map_or_else(String::new, |c| c.to_ascii_uppercase().to_string() + letters.as_str())
    };
    folded.split(' ').map(capital).collect::<Vec<_>>().join(" ")
}

/// Longer names are not compared; the table has none.
const LONGEST: usize = 128;

/// Letters added, left out, changed, or swapped with the next, if they are at most `most`: what
/// `strsim::osa_distance` counts, given up early.
fn slips(a: &[u8], b: &[u8], most: usize) -> Option<usize> {
    let same = a.iter().zip(b).take_while(|(a, b)| a == b).count();
    let (a, b) = (&a[same..], &b[same..]);
    let same = a.iter().rev().zip(b.iter().rev()).take_while(|(a, b)| a == b).count();
    let (a, b) = (&a[..a.len() - same], &b[..b.len() - same]);
    if a.len().abs_diff(b.len()) > most || a.len().max(b.len()) > LONGEST {
        return None;
    }
    let mut rows = [[0_u8; LONGEST + 1]; 3];
    for (column, cell) in rows[0].iter_mut().enumerate().take(b.len() + 1) {
        *cell = column as u8;
    }
    for row in 1..=a.len() {
        let [before, last, now] = &mut rows;
        if row > 1 {
            std::mem::swap(before, last);
            std::mem::swap(last, now);
        } else {
            *last = *before;
        }
        now[0] = row as u8;
        let mut least = now[0];
        for column in 1..=b.len() {
            let changed = last[column - 1] + u8::from(a[row - 1] != b[column - 1]);
            let mut slips = changed.min(last[column] + 1).min(now[column - 1] + 1);
            if row > 1 && column > 1 && a[row - 1] == b[column - 2] && a[row - 2] == b[column - 1] {
                slips = slips.min(before[column - 2] + 1);
            }
            now[column] = slips;
            least = least.min(slips);
        }
        // A swap looks two rows back.
        if usize::from(least) > most + 1 {
            return None;
        }
    }
    let slips = if a.is_empty() { b.len() } else { usize::from(rows[2][b.len()]) };
    (slips <= most).then_some(slips)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn slips_are_those_that_strsim_counts(a in "[abc ]{0,9}", b in "[abc ]{0,9}", most in 0_usize..5) {
            let all = strsim::osa_distance(&a, &b);
            prop_assert_eq!(slips(a.as_bytes(), b.as_bytes(), most), Some(all).filter(|all| *all <= most));
        }
    }
}

//! Near misses among the names of places.

use std::cmp::Reverse;

use super::super::error::Candidate;
use super::super::fold::fold;
use super::super::gazetteer::{Gazetteer, Subject, letters_of};
use super::super::suggestion::{MOST, tolerance};

/// A place with so many times fewer people than the best known is not suggested beside it.
const MUCH_SMALLER: u64 = 50;
/// As in choosing: another name than the first counts where it stands for ten times the people.
const LESS_BY_OTHER_NAMES: u64 = 10;

/// The places whose names a label resembles most, best known first.
pub(in crate::places) fn places(table: &Gazetteer, label: &str) -> Vec<Candidate> {
    let wanted = fold(label);
    let mut best = tolerance(wanted.len());
    let mut found: Vec<(u64, Subject, &str)> = Vec::new();
    if best == 0 {
        return Vec::new();
    }
    for (name, subject, first) in table.near(letters_of(&wanted), wanted.len(), best) {
        let distance = strsim::osa_distance(&wanted, name);
        if distance < best {
            best = distance;
            found.clear();
        }
        if distance == best && table.zones(subject).len() == 1 && !matches!(subject, Subject::Windows(_)) {
            let people = table.population(subject);
            found.push((if first { people } else { people / LESS_BY_OTHER_NAMES }, subject, name));
        }
    }
    found.sort_by_key(|(people, subject, name)| (Reverse(*people), *subject, *name));
    found.dedup_by_key(|(_, subject, _)| *subject);
    let most = found.first().map_or(0, |(people, ..)| *people);
    found.retain(|(people, ..)| people.saturating_mul(MUCH_SMALLER) >= most);
    let candidate = |(_, subject, name): &(u64, Subject, &str)| Candidate {
        zone: table.zone(table.zones(*subject)[0].0).to_owned(),
        label: spelled(table, *subject, name),
    };
    let mut candidates: Vec<Candidate> = found.iter().map(candidate).collect();
    candidates.dedup();
    candidates.truncate(MOST);
    candidates
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

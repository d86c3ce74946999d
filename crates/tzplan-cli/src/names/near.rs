//! Names that a misspelt one resembles.

use tzplan::{MemberRef, Team};

/// The most names.
const MOST: usize = 3;

/// The names of a team that a misspelt one resembles, or is a part of; the nearest first, of equals in roster
/// order.
pub(super) fn near_names<'t>(team: &'t Team, wanted: &str) -> Vec<&'t str> {
    let wanted = wanted.to_lowercase();
    let tolerated = tolerance(wanted.chars().count());
    let mut found: Vec<(usize, &str)> = Vec::new();
    for name in team.members().map(MemberRef::name) {
        let slips = slips(&wanted, &name.to_lowercase());
        if slips <= tolerated && !found.iter().any(|(_, known)| *known == name) {
            found.push((slips, name));
            // Stable.
            found.sort_by_key(|(slips, _)| *slips);
            found.truncate(MOST);
        }
    }
    found.into_iter().map(|(_, name)| name).collect()
}

/// How many slips a name of that many characters may hold and still be recognised.
fn tolerance(characters: usize) -> usize {
    match characters {
        0..=2 => 0,
        3..=5 => 1,
        6..=9 => 2,
        _ => 3,
    }
}

/// Slips between a name as typed and one of the roster, or the nearest of its words.
fn slips(wanted: &str, name: &str) -> usize {
    let words = name.split_whitespace().chain([name]);
    // Lengths further apart are slips enough.
    let near = words.filter(|word| word.len().abs_diff(wanted.len()) <= 8);
    near.map(|word| strsim::osa_distance(wanted, word)).min().unwrap_or(usize::MAX)
}

/// Of some words the one that a misspelt one resembles most; the first of equals. A word of up to two
/// characters resembles itself alone, one of up to five may hold one slip, of up to nine two, a longer one
/// three: a letter that is missing, too many, another, or has changed places with its neighbour.
pub fn near<'w>(wanted: &str, words: impl Iterator<Item = &'w str>) -> Option<&'w str> {
    let tolerated = tolerance(wanted.chars().count());
    let found = words.map(|word| (strsim::osa_distance(&wanted.to_lowercase(), &word.to_lowercase()), word));
    found.filter(|(slips, _)| *slips <= tolerated).min_by_key(|(slips, _)| *slips).map(|(_, word)| word)
}

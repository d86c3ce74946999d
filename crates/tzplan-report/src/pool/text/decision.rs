//! Who comes first, and how many fit.

use tzplan::Minutes;
use tzplan::fit::{Opening, SortBy};

use super::words::{name, where_from};
use crate::pool::Pool;
use crate::words::dates;
use crate::words::ink::{Ink, Text};
use crate::words::length::length;
use crate::words::people::{Names, and};
use crate::words::ranks::{fit, peers};
use crate::words::shown_of;

/// The most equally good candidates who are named.
const MOST_EQUAL: usize = 4;
/// Columns the pool's name may take.
const SOURCE: usize = 40;

/// `2 FIT, 1 WITH A SHIFT, 3 ASYNC ONLY`.
pub(super) fn heading(pool: &Pool<'_>) -> Text {
    let bands = [
        (pool.results.fits, Ink::Good, "FIT"),
        (pool.results.fits_with_shift, Ink::Warn, "WITH A SHIFT"),
        (pool.results.fits_async, Ink::Bad, "ASYNC ONLY"),
    ];
    let mut text = Text::default();
    for (count, ink, words) in bands {
        let comma = if text.is_empty() { "" } else { ", " };
        text.push(Ink::Strong, &format!("{comma}{} ", dates::number(count as u64)));
        text.push(ink, words);
    }
    text
}

pub(super) fn sentences(opening: &Opening, pool: &Pool<'_>, names: Names) -> Vec<String> {
    let source = match names.fit(pool.source, SOURCE) {
        none if none.is_empty() => "the pool".to_owned(),
        source => source,
    };
    let mut sentences = Vec::new();
    if pool.results.total() == 0 {
        sentences.push(format!("There are no candidates in {source}."));
    } else {
        let candidates = dates::counted(pool.results.total() as u64, "candidate", "candidates");
        let first = match pool.sort {
            SortBy::Fit => "the best",
            SortBy::Bridges => "who bridges most pods",
        };
        let alike = match pool.profiles {
            all if all >= pool.results.total() => String::new(),
            few => format!(" with {}", dates::counted(few as u64, "schedule", "different schedules")),
        };
        sentences.extend(best(opening, pool, names));
        sentences.push(format!("{candidates} in {source}{alike}; {first} first."));
    }
    if pool.skipped > 0 {
        let (rows, were) = (
            dates::counted(pool.skipped as u64, "row", "rows"),
            if pool.skipped == 1 { "was" } else { "were" },
        );
        sentences.push(format!("{rows} with faults {were} skipped."));
    }
    if opening.prepared().required_members() == 0 {
        sentences.push("Nobody is on the team: there is nobody to share hours with.".to_owned());
    }
    sentences
}

/// `Hannah Weber in Berlin comes first: fits, works with 5 of 9.`; where others are as good a choice,
/// `Hannah Weber in Berlin and Sofia Costa in Lisbon fit equally well: …`.
fn best(opening: &Opening, pool: &Pool<'_>, names: Names) -> Option<String> {
    let (_, rank) = pool.ranking.iter().next()?;
    let required = opening.prepared().required_members();
    if required == 0 {
        return None;
    }
    let night = match rank.night_minutes_per_week {
        Minutes::ZERO => String::new(),
        night => format!(", {} of work a week at night", length(night)),
    };
    let horizon = opening.prepared().horizon();
    let who =
        |candidate| format!("{} in {}", name(pool, candidate, names), where_from(candidate, horizon, names));
    let equal = || pool.equally_good().map(|(candidate, _)| candidate);
    let all = equal().count();
    let shown = shown_of(all, MOST_EQUAL);
    let mut told: Vec<String> = equal().take(shown).map(who).collect();
    if shown < all {
        told.push(format!("{} more", dates::number((all - shown) as u64)));
    }
    let (result, peers) = (fit(rank).render(false), peers(rank.peers, required));
    Some(match all {
        1 => format!("{} comes first: {result}, {peers}{night}.", and(&told)),
        _ => format!(
            "{} are equally good choices: each {result}, {peers}{night}. Choose by other things than hours.",
            and(&told)
        ),
    })
}

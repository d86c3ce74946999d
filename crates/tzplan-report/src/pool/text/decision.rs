//! Who comes first, and how many fit.

use tzplan::Minutes;
use tzplan::fit::{FitResult, Opening, SortBy};

use super::words::{name, where_from};
use crate::pool::Pool;
use crate::words::dates;
use crate::words::ink::{Ink, Text};
use crate::words::length::length;
use crate::words::people::{Names, People, and};
use crate::words::ranks::{fit, peers};
use crate::words::shown_of;

/// The most equally good candidates who are named.
const MOST_EQUAL: usize = 8;
/// The most isolated people who are named with their company, and candidates of each.
const MOST_RELIEVED: usize = 6;
const MOST_COMPANY: usize = 4;
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
        sentences.extend(company(opening, pool, names));
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

/// `As good as Cem: Dee and Eve.`, of those behind the first few who fit and are not told with the first.
pub(super) fn as_good_as_the_last(pool: &Pool<'_>, shown: usize, names: Names) -> Option<String> {
    let (last, rank) = pool.ranking.iter().nth(shown.checked_sub(1)?)?;
    let (_, first) = pool.ranking.iter().next()?;
    if rank.result == FitResult::FitsAsync || first.is_near(rank) {
        return None;
    }
    let equal: Vec<String> = pool
        .ranking
        .iter()
        .skip(shown)
        .filter(|(_, other)| rank.is_near(other))
        .map(|(candidate, _)| name(pool, candidate, names))
        .collect();
    let named = some_of(equal, MOST_EQUAL)?;
    Some(format!("As good a choice as {}: {named}.", name(pool, last, names)))
}

/// How many of those behind the first few rank exactly as the last of these does.
pub(super) fn tied_with_the_last(pool: &Pool<'_>, shown: usize) -> usize {
    let Some((_, last)) = shown.checked_sub(1).and_then(|place| pool.ranking.iter().nth(place)) else {
        return 0;
    };
    let behind = pool.ranking.iter().skip(shown);
    let all = behind.len();
    let equal = behind.take_while(|(_, rank)| rank.cmp_by(last, pool.sort).is_eq()).count();
    if equal == all { equal + pool.ranking.tied() } else { equal }
}

/// `Kai is in no pod: Mei Lin and Yuki would each be company.`, the best first, of those listed; that nobody
/// would.
fn company(opening: &Opening, pool: &Pool<'_>, names: Names) -> Option<String> {
    let isolated = opening.isolated();
    if isolated.is_empty() || opening.pods().is_empty() {
        return None;
    }
    let people = People::of(opening.prepared(), names);
    let (mut told, mut without) = (Vec::new(), Vec::new());
    for profile in isolated.iter().take(MOST_RELIEVED) {
        let who = pool.ranking.iter().filter(|(_, rank)| rank.relieves.contains(profile));
        let who: Vec<String> = who.map(|(candidate, _)| name(pool, candidate, names)).collect();
        match some_of(who, MOST_COMPANY) {
            Some(who) => told.push(format!("{} would have {who}", people.list(&[*profile], 1))),
            None => without.push(*profile),
        }
    }
    let target = length(opening.policy().target());
    let mut sentences = Vec::new();
    if !told.is_empty() {
        sentences.push(format!(
            "Company for isolated people (in no pod; {target} a day together): {}.",
            told.join("; ")
        ));
    }
    if !without.is_empty() {
        let few = if told.is_empty() { " (isolated: in no pod)" } else { "" };
        let whom = people.list(&without, MOST_RELIEVED);
        sentences.push(format!("Nobody here would be company for {whom}{few}."));
    }
    Some(sentences.join(" "))
}

/// Some names, of many the first ones; nobody: `None`.
fn some_of(mut all: Vec<String>, most: usize) -> Option<String> {
    let shown = shown_of(all.len(), most);
    if shown < all.len() {
        let more = dates::number((all.len() - shown) as u64);
        all.truncate(shown);
        all.push(format!("{more} more"));
    }
    (!all.is_empty()).then(|| and(&all))
}

//! Who overlaps with whom.

use std::collections::HashMap;
use std::io;

use tzplan::pairs::PairOverlap;
use tzplan::reply::{Replies, Wait};
use tzplan::{Policy, PreparedTeam, ProfileId};

use super::answerers::Answerers;
use crate::csv::cell::{decimal, inert};
use crate::csv::rows::{Rows, daily, optional, yes_no};

const HEADER: [&str; 18] = [
    "a",
    "b",
    "meets",
    "least_minutes_per_week",
    "least_workdays",
    "least_minutes_a_day",
    "usual_minutes_a_day",
    "most_minutes_a_day",
    "least_first",
    "least_last",
    "a_asks_b_at_once_share",
    "a_asks_b_mean_minutes",
    "a_asks_b_p95_minutes",
    "a_asks_b_worst_minutes",
    "b_asks_a_at_once_share",
    "b_asks_a_mean_minutes",
    "b_asks_a_p95_minutes",
    "b_asks_a_worst_minutes",
];

/// Writes every pair, the earlier in the roster first, then for each member a row without `b`: how long their questions
/// to anybody else wait; with `answerers`, to any of those.
///
/// The least of the year is exact, with the first season in which it holds; what is shared a day is rounded down. A share
/// is 0 to 1, waits are minutes. A wait is empty where an answer may never come; all four cells are, where nobody asks.
///
/// # Errors
///
/// Those of the writer.
///
/// # Complexity
///
/// A row for every pair: twice as many people make four times as many rows. Callers bound them, as
/// [`json::PAIRS_UP_TO`](crate::json::PAIRS_UP_TO) does.
pub fn pairs(
    out: &mut dyn io::Write,
    prepared: &PreparedTeam<'_>,
    policy: &Policy,
    answerers: Option<&Answerers>,
) -> io::Result<()> {
    let mut rows = Rows::new(out, &HEADER)?;
    let (team, replies) = (prepared.team(), Replies::new(prepared.team(), prepared.horizon()));
    let mut overlaps: HashMap<(ProfileId, ProfileId), [String; 8]> = HashMap::new();
    let mut waits = HashMap::new();
    for (place, a) in team.members().enumerate() {
        for b in team.members().skip(place + 1) {
            let profiles = (prepared.profile_of(a), prepared.profile_of(b));
            let overlap = overlaps
                .entry(profiles)
                .or_insert_with(|| shared(&tzplan::pairs::pairs(prepared, profiles.0, profiles.1, policy)));
            let schedules = (a.schedule_id(), b.schedule_id());
            let [there, back] = waits.entry(schedules).or_insert_with(|| {
                [replies.between(a.index(), b.index()), replies.between(b.index(), a.index())].map(figures)
            });
            let [meets, weekly, workdays, least, usual, most, first, last] = overlap.clone();
            let ([at_once, mean, p95, worst], [back_at_once, back_mean, back_p95, back_worst]) =
                (there.clone(), back.clone());
            rows.row([
                inert(a.name()).into_owned(),
                inert(b.name()).into_owned(),
                meets,
                weekly,
                workdays,
                least,
                usual,
                most,
                first,
                last,
                at_once,
                mean,
                p95,
                worst,
                back_at_once,
                back_mean,
                back_p95,
                back_worst,
            ])?;
        }
    }
    let answers = |member| answerers.is_none_or(|answerers| answerers.contains(member));
    let mut anybody = HashMap::new();
    for asker in team.members() {
        // Nobody answers themselves: who is an answerer has one less.
        let known = (asker.schedule_id(), answers(asker.index()));
        let wait =
            anybody.entry(known).or_insert_with(|| figures(replies.for_anybody(asker.index(), answers)));
        let mut cells: [String; 18] = std::array::from_fn(|_| String::new());
        cells[0] = inert(asker.name()).into_owned();
        cells[10..14].clone_from_slice(wait);
        rows.row(cells)?;
    }
    rows.finish()
}

/// From `meets` to `least_last`.
fn shared(pair: &PairOverlap) -> [String; 8] {
    let year = &pair.year;
    let [weekly, workdays, least] = daily(year.min);
    let season = pair.seasons.iter().find(|(_, overlap)| overlap.daily.cmp_value(year.min).is_eq());
    [
        yes_no(pair.meets),
        weekly,
        workdays,
        least,
        year.usual.floor().get().to_string(),
        year.max.floor().get().to_string(),
        optional(season.map(|(season, _)| season.first())),
        optional(season.map(|(season, _)| season.last())),
    ]
}

/// Share at once, mean, p95 and worst.
fn figures(wait: Option<Wait>) -> [String; 4] {
    [
        wait.map(|wait| decimal(wait.none)).unwrap_or_default(),
        wait.and_then(|wait| wait.mean).map(decimal).unwrap_or_default(),
        wait.and_then(|wait| wait.p95).map(decimal).unwrap_or_default(),
        optional(wait.and_then(|wait| wait.worst)),
    ]
}

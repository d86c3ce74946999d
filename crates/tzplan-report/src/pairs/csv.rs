//! Pairs as a table: every pair, the earlier in the roster first, then for each member a row without `b`.

use std::io;

use chrono::NaiveDate;
use serde::Serialize;
use tzplan::reply::Wait;
use tzplan::{MemberRef, Season};

use super::PairsDocument;
use crate::csv::cell::{minutes, number, text, yes_no};
use crate::csv::table::table;

/// A pair; without `b`, how long questions of `a` to anybody else wait.
#[derive(Default, Serialize)]
struct PairRow<'a> {
    #[serde(serialize_with = "text")]
    a: &'a str,
    #[serde(serialize_with = "text")]
    b: &'a str,
    #[serde(serialize_with = "yes_no")]
    meets: Option<bool>,
    /// The least of the year is exact; what is shared a day is rounded down.
    least_minutes_per_week: Option<u32>,
    least_workdays: Option<u32>,
    least_minutes_a_day: Option<u32>,
    usual_minutes_a_day: Option<u32>,
    most_minutes_a_day: Option<u32>,
    /// The first season in which the least holds.
    least_first: Option<NaiveDate>,
    least_last: Option<NaiveDate>,
}

/// How long `a` waits for `b`, and is blocked meanwhile. Empty where an answer may never come; all of it is,
/// where nobody asks.
#[derive(Default, Serialize)]
struct There {
    /// 0 to 1.
    #[serde(serialize_with = "number")]
    a_asks_b_at_once_share: Option<f64>,
    #[serde(serialize_with = "minutes")]
    a_asks_b_mean_minutes: Option<f64>,
    #[serde(serialize_with = "minutes")]
    a_asks_b_p95_minutes: Option<f64>,
    a_asks_b_worst_minutes: Option<u32>,
    #[serde(serialize_with = "minutes")]
    a_blocked_by_b_mean_minutes: Option<f64>,
    #[serde(serialize_with = "minutes")]
    a_blocked_by_b_p95_minutes: Option<f64>,
    a_blocked_by_b_worst_minutes: Option<u32>,
}

/// How long `b` waits for `a`, and is blocked meanwhile.
#[derive(Default, Serialize)]
struct Back {
    #[serde(serialize_with = "number")]
    b_asks_a_at_once_share: Option<f64>,
    #[serde(serialize_with = "minutes")]
    b_asks_a_mean_minutes: Option<f64>,
    #[serde(serialize_with = "minutes")]
    b_asks_a_p95_minutes: Option<f64>,
    b_asks_a_worst_minutes: Option<u32>,
    #[serde(serialize_with = "minutes")]
    b_blocked_by_a_mean_minutes: Option<f64>,
    #[serde(serialize_with = "minutes")]
    b_blocked_by_a_p95_minutes: Option<f64>,
    b_blocked_by_a_worst_minutes: Option<u32>,
}

pub(super) fn write(document: &PairsDocument<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    let replies = &document.replies;
    let pairs = document.in_pairs().map(|(a, b)| {
        let (there, back) = (replies.between(a.id(), b.id()), replies.between(b.id(), a.id()));
        (pair(document, a, b), There::from(there), Back::from(back))
    });
    let askers = document.prepared.team().members().zip(document.for_anybody()).map(|(asker, wait)| {
        (PairRow { a: asker.name(), ..PairRow::default() }, There::from(wait), Back::default())
    });
    table(out, pairs.chain(askers))
}

fn pair<'a>(document: &PairsDocument<'a>, a: MemberRef<'a>, b: MemberRef<'a>) -> PairRow<'a> {
    let prepared = document.prepared;
    let overlap = document.overlaps.between(prepared.profile_of(a), prepared.profile_of(b));
    let (year, season) = (&overlap.year, overlap.least_seasons().next());
    PairRow {
        a: a.name(),
        b: b.name(),
        meets: Some(overlap.meets),
        least_minutes_per_week: Some(year.min.minutes_per_week),
        least_workdays: Some(year.min.days),
        least_minutes_a_day: Some(year.min.floor().get()),
        usual_minutes_a_day: Some(year.usual.floor().get()),
        most_minutes_a_day: Some(year.max.floor().get()),
        least_first: season.map(Season::first),
        least_last: season.map(Season::last),
    }
}

impl From<Option<Wait>> for There {
    fn from(wait: Option<Wait>) -> Self {
        Self {
            a_asks_b_at_once_share: wait.map(|wait| wait.none),
            a_asks_b_mean_minutes: wait.and_then(|wait| wait.mean),
            a_asks_b_p95_minutes: wait.and_then(|wait| wait.p95),
            a_asks_b_worst_minutes: wait.and_then(|wait| wait.worst),
            a_blocked_by_b_mean_minutes: wait.and_then(|wait| wait.blocked.mean),
            a_blocked_by_b_p95_minutes: wait.and_then(|wait| wait.blocked.p95),
            a_blocked_by_b_worst_minutes: wait.and_then(|wait| wait.blocked.worst),
        }
    }
}

impl From<Option<Wait>> for Back {
    fn from(wait: Option<Wait>) -> Self {
        Self {
            b_asks_a_at_once_share: wait.map(|wait| wait.none),
            b_asks_a_mean_minutes: wait.and_then(|wait| wait.mean),
            b_asks_a_p95_minutes: wait.and_then(|wait| wait.p95),
            b_asks_a_worst_minutes: wait.and_then(|wait| wait.worst),
            b_blocked_by_a_mean_minutes: wait.and_then(|wait| wait.blocked.mean),
            b_blocked_by_a_p95_minutes: wait.and_then(|wait| wait.blocked.p95),
            b_blocked_by_a_worst_minutes: wait.and_then(|wait| wait.blocked.worst),
        }
    }
}

//! A ranked pool as a table: a row for every candidate listed, the best first.

use std::collections::HashMap;
use std::io;
use std::rc::Rc;

use serde::Serialize;
use tzplan::{Minutes, Schedule, ScheduleId, Shift};

use super::PoolDocument;
use crate::csv::cell::{minutes, text};
use crate::csv::joined::{names, numbers};
use crate::csv::table::table;

/// A candidate.
#[derive(Default, Serialize)]
struct CandidateRow<'a> {
    rank: u64,
    #[serde(serialize_with = "text")]
    name: &'a str,
    row: Option<u64>,
    /// Zones and hours of all posts, joined by ` + `.
    #[serde(serialize_with = "text")]
    zone: Rc<str>,
    #[serde(serialize_with = "text")]
    hours: Rc<str>,
    result: &'static str,
    shift_minutes: Option<i32>,
    /// Of who fits by the team's plan: the most that it asks of anybody.
    plan_asks_minutes: Option<u32>,
    peers: u32,
    #[serde(serialize_with = "minutes")]
    worst_overlap_sum_minutes: Option<f64>,
    /// Of the hours stated.
    night_minutes_per_week: u32,
    /// Nothing where an answer may never come.
    #[serde(serialize_with = "minutes")]
    p95_blocked_minutes: Option<f64>,
    /// Numbers of pods, from 1, separated by blanks.
    pods: String,
    bridges: String,
    /// Names, separated by `;`.
    #[serde(serialize_with = "text")]
    relieves: String,
    /// The hub that suits best, where one of several is enough.
    #[serde(serialize_with = "text")]
    hub: &'a str,
}

pub(super) fn write(document: &PoolDocument<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    let (pool, team) = (&document.pool, document.opening.prepared());
    // There may be a million candidates with a few hundred schedules: those are spelled once each.
    let mut spelled: HashMap<ScheduleId, [Rc<str>; 2]> = HashMap::new();
    let rows = (1_u64..).zip(pool.ranking.iter()).map(|(place, (candidate, rank))| {
        let known = spelled.entry(candidate.schedule_id());
        let [zone, hours] = known.or_insert_with(|| zone_and_hours(candidate.schedule())).clone();
        CandidateRow {
            rank: place,
            name: candidate.name(),
            row: (pool.row)(candidate.index()),
            zone,
            hours,
            result: rank.result.as_str(),
            shift_minutes: rank.shift.map(Shift::minutes),
            plan_asks_minutes: rank.plan_asks.map(Minutes::get),
            peers: rank.peers,
            worst_overlap_sum_minutes: Some(rank.worst_overlap_sum.minutes()),
            night_minutes_per_week: rank.night_minutes_per_week.get(),
            p95_blocked_minutes: rank.blocked_p95,
            pods: numbers(&rank.pods),
            bridges: numbers(&rank.bridges),
            relieves: names(team, &rank.relieves),
            hub: document.hubs.name(candidate.schedule_id()).unwrap_or_default(),
        }
    });
    table(out, rows)
}

fn zone_and_hours(schedule: &Schedule) -> [Rc<str>; 2] {
    let posts = schedule.posts();
    let zones: Vec<String> = posts.iter().map(|post| post.zone().name()).collect();
    let hours: Vec<String> = posts.iter().map(|post| post.spell(post.hours())).collect();
    [zones.join(" + ").into(), hours.join(" + ").into()]
}

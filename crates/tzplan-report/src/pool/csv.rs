//! A ranked pool as a table: a row for every candidate listed, the best first.

use std::collections::HashMap;
use std::io;
use std::rc::Rc;

use serde::Serialize;
use tzplan::{Schedule, ScheduleId};

use super::PoolDocument;
use crate::csv::cell::text;
use crate::csv::judged::{Hub, Judged};
use crate::csv::table::table;

/// Who is judged, and the hours that are.
#[derive(Default, Serialize)]
struct Who<'a> {
    rank: u64,
    #[serde(serialize_with = "text")]
    name: &'a str,
    row: Option<u64>,
    /// Zones and hours of all posts, joined by ` + `.
    #[serde(serialize_with = "text")]
    zone: Rc<str>,
    #[serde(serialize_with = "text")]
    hours: Rc<str>,
}

pub(super) fn write(document: &PoolDocument<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    let (pool, team) = (&document.pool, document.opening.prepared());
    // There may be a million candidates with a few hundred schedules: those are spelled once each.
    let mut spelled: HashMap<ScheduleId, [Rc<str>; 2]> = HashMap::new();
    let rows = (1_u64..).zip(pool.ranking.iter()).map(|(place, (candidate, rank))| {
        let known = spelled.entry(candidate.schedule_id());
        let [zone, hours] = known.or_insert_with(|| zone_and_hours(candidate.schedule())).clone();
        let who =
            Who { rank: place, name: candidate.name(), row: (pool.row)(candidate.index()), zone, hours };
        let hub = document.hubs.name(candidate.schedule_id()).unwrap_or_default();
        (who, Judged::of(rank, team), Hub { hub })
    });
    table(out, rows)
}

fn zone_and_hours(schedule: &Schedule) -> [Rc<str>; 2] {
    let posts = schedule.posts();
    let zones: Vec<String> = posts.iter().map(|post| post.zone().name()).collect();
    let hours: Vec<String> = posts.iter().map(|post| post.spell(post.hours())).collect();
    [zones.join(" + ").into(), hours.join(" + ").into()]
}

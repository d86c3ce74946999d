//! A ranked pool.

use std::collections::HashMap;
use std::io;

use tzplan::fit::Standing;
use tzplan::{Schedule, ScheduleId};

use super::Pool;
use crate::csv::cell::{decimal, inert};
use crate::csv::rows::own;

const HEADER: [&str; 10] = [
    "rank",
    "name",
    "row",
    "zone",
    "hours",
    "result",
    "shift_minutes",
    "peers",
    "worst_overlap_sum_minutes",
    "p95_wait_minutes",
];

/// Writes a ranked pool, the best first. A cell is empty where there is no shift, and where an answer may never
/// come.
///
/// # Errors
///
/// Those of the writer.
pub fn pool(out: &mut dyn io::Write, pool: &Pool<'_>) -> io::Result<()> {
    let mut rows = csv::Writer::from_writer(out);
    rows.write_record(HEADER).map_err(own)?;
    let mut known: HashMap<ScheduleId, [String; 2]> = HashMap::new();
    for (rank, (candidate, standing)) in (1_u64..).zip(pool.ranking.iter()) {
        let [zone, hours] =
            known.entry(candidate.schedule_id()).or_insert_with(|| zone_and_hours(candidate.schedule()));
        let Standing { result, shift, peers, worst_overlap_sum, p95, .. } = *standing;
        rows.write_field(rank.to_string()).map_err(own)?;
        rows.write_field(&*inert(candidate.name())).map_err(own)?;
        rows.write_field((pool.row)(candidate.index()).map(|row| row.to_string()).unwrap_or_default())
            .map_err(own)?;
        rows.write_field(zone).map_err(own)?;
        rows.write_field(hours).map_err(own)?;
        rows.write_field(result.as_str()).map_err(own)?;
        rows.write_field(shift.map(|shift| shift.to_string()).unwrap_or_default()).map_err(own)?;
        rows.write_field(peers.to_string()).map_err(own)?;
        rows.write_field(decimal(worst_overlap_sum.minutes())).map_err(own)?;
        rows.write_field(p95.map(decimal).unwrap_or_default()).map_err(own)?;
        rows.write_record(None::<&[u8]>).map_err(own)?;
    }
    rows.flush()
}

/// Those of all posts.
fn zone_and_hours(schedule: &Schedule) -> [String; 2] {
    let posts = schedule.posts();
    let zones: Vec<String> = posts.iter().map(|post| post.zone().name()).collect();
    let hours: Vec<String> = posts.iter().map(|post| post.hours().to_string()).collect();
    [zones.join(" + "), hours.join(" + ")].map(|text| inert(&text).into_owned())
}

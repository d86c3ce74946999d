//! A ranked pool.

use std::io;

use tzplan::fit::Standing;

use super::{decimal, inert};
use crate::Pool;

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
    rows.write_record(HEADER)?;
    for (rank, (candidate, standing)) in (1_u64..).zip(pool.ranking.iter()) {
        let Standing { result, shift, peers, worst_overlap_sum, p95, .. } = *standing;
        let posts = candidate.schedule().posts();
        let zones: Vec<String> = posts.iter().map(|post| post.zone().name()).collect();
        let hours: Vec<String> = posts.iter().map(|post| post.hours().to_string()).collect();
        rows.write_record([
            &*rank.to_string(),
            &*inert(candidate.name()),
            &*(pool.row)(candidate.index()).map(|row| row.to_string()).unwrap_or_default(),
            &*inert(&zones.join(" + ")),
            &*inert(&hours.join(" + ")),
            &*result.to_string(),
            &*shift.map(|shift| shift.to_string()).unwrap_or_default(),
            &*peers.to_string(),
            &*decimal(worst_overlap_sum.minutes()),
            &*p95.map(decimal).unwrap_or_default(),
        ])?;
    }
    rows.flush()
}

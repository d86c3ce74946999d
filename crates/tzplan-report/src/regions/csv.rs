//! Where to hire.

use std::io;

use tzplan::Zone;
use tzplan::regions::Region;

use crate::csv::cell::{decimal, inert};
use crate::csv::rows::own;

const HEADER: [&str; 8] = [
    "rank",
    "zones",
    "offsets",
    "result",
    "shift_minutes",
    "peers",
    "worst_overlap_sum_minutes",
    "p95_wait_minutes",
];

/// Writes the regions, the best first: zones separated by spaces, offsets as `2026-11-23 +60` separated by `;`,
/// each from its date on and in minutes ahead of UTC.
///
/// # Errors
///
/// Those of the writer.
pub fn regions(out: &mut dyn io::Write, regions: &[Region]) -> io::Result<()> {
    let mut rows = csv::Writer::from_writer(out);
    rows.write_record(HEADER).map_err(own)?;
    for (rank, region) in (1_u64..).zip(regions) {
        let zones: Vec<String> = region.zones.iter().map(Zone::name).collect();
        let offsets: Vec<String> =
            region.offsets.iter().map(|dated| format!("{} {:+}", dated.first, dated.minutes)).collect();
        let standing = &region.standing;
        rows.write_record([
            &*rank.to_string(),
            &*inert(&zones.join(" ")),
            &*offsets.join("; "),
            &*standing.result.to_string(),
            &*standing.shift.map(|shift| shift.to_string()).unwrap_or_default(),
            &*standing.peers.to_string(),
            &*decimal(standing.worst_overlap_sum.minutes()),
            &*standing.p95.map(decimal).unwrap_or_default(),
        ])?;
    }
    rows.flush()
}

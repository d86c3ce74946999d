//! Coverage as rows.

use std::io;

use tzplan::coverage::Coverage;

use super::Staffing;
use crate::csv::cell::inert;
use crate::csv::rows::{Rows, stretch};

const SEGMENTS: [&str; 4] = ["start", "end", "minutes", "count"];

/// Writes how many are at work through the horizon, in order, nobody being 0. With groups a column `group` follows: it is
/// empty for the whole team, whose rows come first, and names the group for theirs. Instants are UTC.
///
/// # Errors
///
/// Those of the writer.
pub fn coverage(
    out: &mut dyn io::Write,
    everybody: &Staffing<'_>,
    groups: Option<&[(&str, Staffing<'_>)]>,
) -> io::Result<()> {
    let Some(groups) = groups else {
        let mut rows = Rows::new(out, &SEGMENTS)?;
        segments(&everybody.coverage).try_for_each(|cells| rows.row(cells))?;
        return rows.finish();
    };
    let header: Vec<&str> = SEGMENTS.into_iter().chain(["group"]).collect();
    let mut rows = Rows::new(out, &header)?;
    let groups = groups.iter().map(|(name, staffing)| (*name, &staffing.coverage));
    for (name, coverage) in [("", &everybody.coverage)].into_iter().chain(groups) {
        for [start, end, minutes, count] in segments(coverage) {
            rows.row([start, end, minutes, count, inert(name).into_owned()])?;
        }
    }
    rows.finish()
}

fn segments(coverage: &Coverage) -> impl Iterator<Item = [String; 4]> {
    coverage.segments.iter().map(|segment| {
        let [start, end, minutes] = stretch(segment.start, segment.end);
        [start, end, minutes, segment.count.to_string()]
    })
}

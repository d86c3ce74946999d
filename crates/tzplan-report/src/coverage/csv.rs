//! Coverage as a table: how many are at work through the horizon, in order, nobody being 0.

use std::io;

use serde::Serialize;

use super::CoverageDocument;
use super::staffing::Staffing;
use crate::csv::cell::text;
use crate::csv::table::{Stretch, table};

#[derive(Default, Serialize)]
struct Count {
    count: u32,
}

/// Where there are groups: empty for the whole team, whose rows come first.
#[derive(Default, Serialize)]
struct GroupColumn<'a> {
    #[serde(serialize_with = "text")]
    group: &'a str,
}

pub(super) fn write(document: &CoverageDocument<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    let everybody = &document.everybody;
    let Some(groups) = &document.groups else { return table(out, segments(everybody)) };
    let groups = groups.all.iter().map(|group| (group.name, &group.staffing));
    let rows = [("", everybody)].into_iter().chain(groups).flat_map(|(group, staffing)| {
        segments(staffing).map(move |(stretch, count)| (stretch, count, GroupColumn { group }))
    });
    table(out, rows)
}

fn segments(staffing: &Staffing<'_>) -> impl Iterator<Item = (Stretch, Count)> {
    let segments = staffing.coverage.segments.iter();
    segments.map(|segment| (Stretch::new(segment.start, segment.end), Count { count: segment.count }))
}

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
    let everybody = segments(&document.everybody);
    let Some(groups) = &document.groups else { return table(out, everybody) };
    let everybody = everybody.map(|(stretch, count)| (stretch, count, GroupColumn::default()));
    let groups = groups.each().flat_map(|group| {
        let in_group = |(stretch, count)| (stretch, count, GroupColumn { group: group.name });
        segments(&group.staffing).map(in_group).collect::<Vec<_>>()
    });
    table(out, everybody.chain(groups))
}

fn segments(staffing: &Staffing<'_>) -> impl Iterator<Item = (Stretch, Count)> {
    let segments = staffing.crew.coverage().segments.iter();
    segments.map(|segment| (Stretch::new(segment.start, segment.end), Count { count: segment.count }))
}

//! The world: regions by how far their clocks run ahead of UTC, each with how somebody hired there fits.

use tzplan::fit::FitResult;
use tzplan::regions::Region;

use crate::words::clock;
use crate::words::people::Names;
use crate::words::places::{PeopleOf, Places};

/// Regions by their clocks, from west to east.
#[derive(Clone, Debug)]
pub(crate) struct World {
    pub(crate) columns: Vec<Column>,
}

/// Regions with one offset on most of the dates.
#[derive(Clone, Debug)]
pub(crate) struct Column {
    /// Minutes ahead of UTC.
    pub(crate) ahead: i32,
    /// `UTC+5:30`.
    pub(crate) label: String,
    /// The best fit first.
    pub(crate) regions: Vec<Mark>,
}

/// A region.
#[derive(Clone, Debug)]
pub(crate) struct Mark {
    pub(crate) result: FitResult,
    /// The place that stands for it.
    pub(crate) place: String,
}

impl World {
    /// Of regions in order, the best first.
    pub(crate) fn of(regions: &[Region], people_of: PeopleOf<'_>) -> Self {
        let mut columns: Vec<Column> = Vec::new();
        for region in regions {
            let ahead = usual(region);
            let place = Places::of(&region.zones, &people_of(&region.zones).places, Names::Cut).first();
            let mark = Mark { result: region.fit.result, place };
            match columns.iter_mut().find(|column| column.ahead == ahead) {
                Some(column) => column.regions.push(mark),
                None => columns.push(Column { ahead, label: clock::offset(ahead), regions: vec![mark] }),
            }
        }
        columns.sort_by_key(|column| column.ahead);
        Self { columns }
    }
}

/// The offset with the most dates; of equals the first.
fn usual(region: &Region) -> i32 {
    let days = |minutes: i32| -> i64 {
        let there = region.offsets.iter().filter(|offset| offset.minutes == minutes);
        there.map(|offset| (offset.dates.last() - offset.dates.first()).num_days() + 1).sum()
    };
    // `max_by_key` takes the last of equals, hence from the end.
    region.offsets.iter().rev().map(|offset| offset.minutes).max_by_key(|minutes| days(*minutes)).unwrap_or(0)
}

/// How a result is written.
pub(crate) fn words(result: FitResult) -> &'static str {
    match result {
        FitResult::Fits => "natural overlap",
        FitResult::FitsWithShift => "with a shift",
        FitResult::FitsAsync => "async only",
    }
}

//! The parts that sentences are made of: names and people, clocks and dates, places, waits, changes,
//! meetings.

pub(crate) mod absent;
pub(crate) mod always;
pub(crate) mod amounts;
pub(crate) mod assumed;
pub(crate) mod changes;
pub(crate) mod city;
pub(crate) mod clean;
pub(crate) mod clock;
pub(crate) mod cost;
pub(crate) mod crowds;
pub(crate) mod dates;
pub(crate) mod home;
pub(crate) mod ink;
pub(crate) mod instant;
pub(crate) mod length;
mod lines;
pub(crate) mod off;
pub(crate) mod own_times;
pub(crate) mod people;
pub(crate) mod periods;
pub(crate) mod places;
pub(crate) mod pod_meeting;
pub(crate) mod pods;
pub(crate) mod ranks;
pub(crate) mod replies;
pub(crate) mod runs;
pub(crate) mod shared;
pub(crate) mod shell;
pub(crate) mod slots;
pub(crate) mod thresholds;
pub(crate) mod verdict;

/// How people of a team of more than 15 are named.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Everyone {
    /// Equal schedules together, by what they are: `Berlin, Paris 9–17 · 8 people`.
    #[default]
    Grouped,
    /// So too, and at the end who is in each group and pod, by name.
    Named,
}

/// How many of a list are shown: all where it has one more than it may, since a line "and 1 more" takes as
/// much room as the one that it leaves out.
pub(crate) fn shown_of(count: usize, most: usize) -> usize {
    if count <= most.saturating_add(1) { count } else { most }
}

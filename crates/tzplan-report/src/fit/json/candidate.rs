//! The candidate: whom an answer is about, and their hours as a roster writes them.

use serde::Serialize;
use tzplan::Schedule;

use crate::json::day_off::DayOffKeys;

/// A candidate.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Candidate"))]
pub(super) struct CandidateKeys<'a> {
    /// What to call them.
    pub(super) name: &'a str,
    /// Where they live, as it was typed; null where that is a zone or an offset.
    pub(super) place: Option<&'a str>,
    /// Their zone; several joined by ` + `.
    pub(super) zone: String,
    /// The hours stated, as a roster writes them.
    pub(super) hours: String,
    /// The workdays of the horizon on which they are off, in order.
    pub(super) days_off: Vec<DayOffKeys>,
}

/// The zones of all posts.
pub(super) fn zones(schedule: &Schedule) -> String {
    schedule.posts().iter().map(|post| post.zone().name()).collect::<Vec<_>>().join(" + ")
}

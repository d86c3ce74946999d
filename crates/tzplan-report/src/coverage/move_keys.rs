//! Days that could be moved so that more is covered, as JSON.

use serde::Serialize;
use tzplan::shift::CoverageMove;
use tzplan::{MemberRef, Team};

/// Somebody's day moved all year.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "CoverageMove"))]
pub(super) struct MoveKeys<'a> {
    /// Whose.
    name: &'a str,
    /// By how many minutes, later where positive.
    shift: i32,
    /// Minutes of the service hours with enough people at work that had too few before it.
    gained_minutes: u32,
    /// How much is covered after it, in thousandths, rounded down.
    covered_thousandths: u32,
}

impl<'a> MoveKeys<'a> {
    pub(super) fn of(one: &CoverageMove, team: &'a Team) -> Self {
        Self {
            name: team.member(one.member).map_or("", MemberRef::name),
            shift: one.shift.minutes(),
            gained_minutes: one.gained.get(),
            covered_thousandths: one.thousandths,
        }
    }
}

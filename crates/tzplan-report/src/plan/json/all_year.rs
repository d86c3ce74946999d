//! Shifts that are kept all year.

use chrono::NaiveDate;
use serde::Serialize;
use tzplan::AllYearPlan;

use super::moves::{MoveKeys, move_keys};
use crate::json::who::{ListedPer, Who};

/// Affordable shifts with which everyone required meets the target when they are kept all year.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "AllYear"))]
pub(super) struct AllYearKeys<'a> {
    /// The first date of the first season below the target whose shifts these are.
    first: NaiveDate,
    /// On how many days, all of them grace, the target is missed all the same.
    days_below: u32,
    /// The sum of the squared shifts over members, in minutes².
    burden: u64,
    /// Those who move, in roster order.
    moves: Vec<MoveKeys<'a>>,
}

impl<'a> AllYearKeys<'a> {
    pub(super) fn new(all_year: &AllYearPlan, who: &Who<'a>, per: ListedPer) -> Self {
        Self {
            first: all_year.first,
            days_below: all_year.days_below,
            burden: all_year.plan.burden,
            moves: move_keys(&all_year.plan.moves, who, per),
        }
    }
}

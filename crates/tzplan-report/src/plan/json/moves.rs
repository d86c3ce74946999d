//! Days that are moved.

use std::rc::Rc;

use serde::Serialize;
use tzplan::shift::ProfileMove;

use crate::json::who::{ListedPer, Who};

/// A day that is moved.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Move"))]
pub(super) struct MoveKeys<'a> {
    /// Who moves.
    name: &'a str,
    /// By how many minutes; later is positive.
    shift: i32,
    /// The hours they would keep on their own clock, as a roster writes them, with the clock behind hours
    /// that are read on another one: `14:00-22:00 Mon-Fri (UTC)`; those of several posts joined by ` + `.
    hours: Rc<str>,
    /// Minutes a week of those hours that are night work.
    night_minutes_per_week: u32,
    /// Their part of all the moving, 0 to 1.
    share: f64,
    /// How many members move alike; only where moves are listed per profile.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "u32"))]
    members: Option<u32>,
}

/// One entry for each member who moves, in roster order; for each profile where there are too many.
pub(super) fn move_keys<'a>(moves: &[ProfileMove], who: &Who<'a>, per: ListedPer) -> Vec<MoveKeys<'a>> {
    let moves: Vec<(&ProfileMove, Rc<str>)> =
        moves.iter().map(|one| (one, one.hours.to_string().into())).collect();
    let keys = |(name, members, (one, hours)): (&'a str, Option<u32>, &(&ProfileMove, Rc<str>))| MoveKeys {
        name,
        shift: one.shift.minutes(),
        hours: hours.clone(),
        night_minutes_per_week: one.night_minutes_per_week.get(),
        share: one.share,
        members,
    };
    who.listed(&moves, |(one, _)| one.profile, per).into_iter().map(keys).collect()
}

//! Long stays and moves for good.

use serde::Serialize;
use tzplan::stays::{LongStay, long_stays};
use tzplan::{MemberRef, PreparedTeam};

/// A stay of more than 42 days inside the horizon, or without an end: it is read like any zone, and cuts
/// seasons.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "LongStay"))]
pub(crate) struct LongStayKeys<'t> {
    /// Who is away: the first of those with the same schedule.
    name: &'t str,
    /// How many they are.
    members: usize,
    /// The zone that they are in.
    zone: String,
    /// The first date.
    #[cfg_attr(feature = "schema", schemars(extend("format" = "date")))]
    first: String,
    /// The last date, inclusive; null for a move for good.
    #[cfg_attr(feature = "schema", schemars(extend("format" = "date")))]
    last: Option<String>,
}

impl<'t> LongStayKeys<'t> {
    /// Those of a team, by their first dates.
    pub(crate) fn of(prepared: &'t PreparedTeam) -> Vec<Self> {
        let keys = |stay: LongStay| Self {
            name: prepared.team().member(stay.first_member).map_or("", MemberRef::name),
            members: stay.members,
            zone: stay.zone.name(),
            first: stay.dates.first().to_string(),
            last: (!stay.for_good).then(|| stay.dates.last().to_string()),
        };
        long_stays(prepared).into_iter().map(keys).collect()
    }
}

//! Short stays.

use serde::Serialize;
use tzplan::stays::ShortStay;
use tzplan::{MemberRef, PreparedTeam};

/// A stay of at most 42 days inside the horizon: seasons and verdicts read the zone around it.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Stay"))]
pub(super) struct StayKeys<'t> {
    /// Who is away: the first of those with the same schedule.
    name: &'t str,
    /// How many they are.
    members: usize,
    /// The zone that they are in.
    zone: String,
    /// The first date.
    #[cfg_attr(feature = "schema", schemars(extend("format" = "date")))]
    first: String,
    /// The last date, inclusive.
    #[cfg_attr(feature = "schema", schemars(extend("format" = "date")))]
    last: String,
    /// Minutes that everyone required shares on these dates of the horizon, read at home, less days off.
    shared_minutes: u32,
    /// The same if nobody were on a short stay.
    usual_shared_minutes: u32,
}

impl<'t> StayKeys<'t> {
    pub(super) fn new(stay: &ShortStay, prepared: &'t PreparedTeam) -> Self {
        Self {
            name: prepared.team().member(stay.first_member).map_or("", MemberRef::name),
            members: stay.members,
            zone: stay.zone.name(),
            first: stay.dates.first().to_string(),
            last: stay.dates.last().to_string(),
            shared_minutes: stay.shared.get(),
            usual_shared_minutes: stay.usually_shared.get(),
        }
    }
}

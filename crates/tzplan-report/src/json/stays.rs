//! Who is elsewhere: on a short stay, on a long one, or for good.

use serde::Serialize;
use tzplan::stays::{LongStay, ShortStay, long_stays};
use tzplan::{MemberId, MemberRef, PreparedTeam, Zone};

/// Who is away, where, and from when on.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Away"))]
struct Away<'t> {
    /// Who is away: the first of those with the same schedule.
    name: &'t str,
    /// How many they are.
    members: usize,
    /// The zone that they are in.
    zone: String,
    /// The first date.
    #[cfg_attr(feature = "schema", schemars(extend("format" = "date")))]
    first: String,
}

/// A stay of at most 42 days inside the horizon: seasons and verdicts read the zone around it.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Stay"))]
pub(crate) struct StayKeys<'t> {
    #[serde(flatten)]
    away: Away<'t>,
    /// The last date, inclusive.
    #[cfg_attr(feature = "schema", schemars(extend("format" = "date")))]
    last: String,
    /// Minutes that everyone required shares on these dates of the horizon, read at home, less days off.
    shared_minutes: u32,
    /// The same if nobody were on a short stay.
    usual_shared_minutes: u32,
}

/// A stay of more than 42 days inside the horizon, or without an end: it is read like any zone, and cuts
/// seasons.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "LongStay"))]
pub(crate) struct LongStayKeys<'t> {
    #[serde(flatten)]
    away: Away<'t>,
    /// The last date, inclusive; null for a move for good.
    #[cfg_attr(feature = "schema", schemars(extend("format" = "date")))]
    last: Option<String>,
}

impl<'t> Away<'t> {
    fn of(
        prepared: &'t PreparedTeam,
        (first_member, members): (MemberId, usize),
        zone: &Zone,
        first: chrono::NaiveDate,
    ) -> Self {
        let name = prepared.team().member(first_member).map_or("", MemberRef::name);
        Self { name, members, zone: zone.name(), first: first.to_string() }
    }
}

impl<'t> StayKeys<'t> {
    pub(crate) fn new(stay: &ShortStay, prepared: &'t PreparedTeam) -> Self {
        Self {
            away: Away::of(prepared, (stay.first_member, stay.members), &stay.zone, stay.dates.first()),
            last: stay.dates.last().to_string(),
            shared_minutes: stay.shared.get(),
            usual_shared_minutes: stay.usually_shared.get(),
        }
    }
}

impl<'t> LongStayKeys<'t> {
    /// Those of a team, by their first dates.
    pub(crate) fn of(prepared: &'t PreparedTeam) -> Vec<Self> {
        let keys = |stay: LongStay| Self {
            away: Away::of(prepared, (stay.first_member, stay.members), &stay.zone, stay.dates.first()),
            last: (!stay.for_good).then(|| stay.dates.last().to_string()),
        };
        long_stays(prepared).into_iter().map(keys).collect()
    }
}

//! What days off cost.

use serde::Serialize;
use tzplan::days_off::DaysOff;
use tzplan::{MemberRef, Plan, PreparedTeam};

/// What days off cost.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "DaysOff"))]
pub(crate) struct DaysOffKeys<'t> {
    /// The workdays of the horizon on which somebody required is off.
    days: usize,
    /// How many of them lie in drift weeks.
    in_drift_weeks: usize,
    /// Who is off how often, one entry for each schedule, the most days first.
    people: Vec<PeopleKeys<'t>>,
    /// The dates, in order.
    dates: Vec<DateKeys<'t>>,
}

/// Who is off on a date.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "DateOff"))]
struct DateKeys<'t> {
    /// The date.
    #[cfg_attr(feature = "schema", schemars(extend("format" = "date")))]
    date: String,
    /// The first of each schedule that is off, in roster order.
    people: Vec<&'t str>,
}

/// Members with the same days off.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "PeopleOff"))]
struct PeopleKeys<'t> {
    /// The first of them.
    name: &'t str,
    /// How many they are.
    members: usize,
    /// On how many workdays they are off.
    days: usize,
}

impl<'t> DaysOffKeys<'t> {
    pub(crate) fn of(prepared: &PreparedTeam<'t>, plan: &Plan) -> Self {
        let off = DaysOff::of(prepared);
        let name = |place: usize| prepared.team().member(place).map_or("", MemberRef::name);
        let people = off.people.iter();
        Self {
            days: off.dates.len(),
            in_drift_weeks: plan.year().drift.iter().map(|weeks| off.between(weeks.first, weeks.last)).sum(),
            people: people
                .map(|who| PeopleKeys { name: name(who.first_member), members: who.members, days: who.days })
                .collect(),
            dates: off
                .dates
                .iter()
                .map(|date| DateKeys {
                    date: date.to_string(),
                    people: off.on(*date).map(|who| name(who.first_member)).collect(),
                })
                .collect(),
        }
    }
}

//! What days off cost.

use serde::Serialize;
use tzplan::absence::Absence;
use tzplan::days_off::DaysOff;
use tzplan::{MemberId, MemberRef, Plan, PreparedTeam};

use crate::json::absent::AbsentKeys;

/// What days off cost.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "DaysOff"))]
pub(super) struct DaysOffKeys<'t> {
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
    /// What the day is called, where it is a holiday that has a name: each name once.
    holidays: Vec<&'t str>,
    /// Whose day it is, and what they call it: one entry for each schedule, in roster order.
    off: Vec<AbsentKeys<'t>>,
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
    pub(super) fn new(off: &'t DaysOff, prepared: &'t PreparedTeam, plan: &Plan) -> Self {
        let name = |member: MemberId| prepared.team().member(member).map_or("", MemberRef::name);
        let people = off.people.iter();
        Self {
            days: off.dates.len(),
            in_drift_weeks: off.in_drift_weeks(plan.year()),
            people: people
                .map(|who| PeopleKeys { name: name(who.first_member), members: who.members, days: who.days })
                .collect(),
            dates: off
                .dates
                .iter()
                .map(|date| DateKeys {
                    date: date.to_string(),
                    people: off.on(*date).map(|who| name(who.first_member)).collect(),
                    holidays: off.names_on(*date),
                    off: absent(prepared, off.absences_on(*date)),
                })
                .collect(),
        }
    }
}

fn absent(prepared: &PreparedTeam, off: Vec<Absence>) -> Vec<AbsentKeys<'_>> {
    off.into_iter().map(|absence| AbsentKeys::of(prepared.team(), absence)).collect()
}

//! What days off cost.

use serde::Serialize;
use tzplan::days_off::DaysOff;
use tzplan::{MemberRef, Plan, PreparedTeam};

#[derive(Serialize)]
pub(super) struct DaysOffKeys<'t> {
    days: usize,
    in_drift_weeks: usize,
    people: Vec<PeopleKeys<'t>>,
    dates: Vec<DateKeys<'t>>,
}

#[derive(Serialize)]
struct DateKeys<'t> {
    date: String,
    people: Vec<&'t str>,
}

#[derive(Serialize)]
struct PeopleKeys<'t> {
    name: &'t str,
    members: usize,
    days: usize,
}

impl<'t> DaysOffKeys<'t> {
    pub(super) fn of(prepared: &PreparedTeam<'t>, plan: &Plan) -> Self {
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

//! Who is off for what.

use chrono::NaiveDate;
use serde::Serialize;
use tzplan::absence::Absence;
use tzplan::{MemberRef, Team};

/// Members with one schedule who are off for a day.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Absent"))]
pub(crate) struct AbsentKeys<'t> {
    /// The day off, on their own calendar.
    date: NaiveDate,
    /// The first of them.
    name: &'t str,
    /// How many they are.
    members: u32,
    /// What the day is called; null for leave, and for a day off without a name.
    holiday: Option<Box<str>>,
}

impl<'t> AbsentKeys<'t> {
    pub(crate) fn of(team: &'t Team, absence: Absence) -> Self {
        let Absence { day_off: date, first_member, members, holiday, .. } = absence;
        Self { date, name: team.member(first_member).map_or("", MemberRef::name), members, holiday }
    }
}

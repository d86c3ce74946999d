//! Whom to ask at which hour, as a table.

use std::io;

use chrono::NaiveDate;
use serde::Serialize;

use super::AgreementDocument;
use super::roll::Roll;
use crate::csv::cell::text;
use crate::csv::table::table;
use crate::words::clock::time;
use crate::words::people::Names;

/// Hours of somebody's day in a season, on their own clock, with who else is at work then. An end that is no
/// later than the start is the next day's.
#[derive(Default, Serialize)]
struct AskRow<'a> {
    #[serde(serialize_with = "text")]
    name: &'a str,
    /// Where there is one row for each schedule, how many have it; otherwise 1.
    members: u32,
    first: Option<NaiveDate>,
    last: Option<NaiveDate>,
    days: String,
    from: String,
    to: String,
    /// Names joined by `; `.
    #[serde(serialize_with = "text")]
    whom: String,
}

pub(super) fn write(document: &AgreementDocument<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    let agreement = document.agreement;
    let roll = Roll::of(agreement.prepared(), Names::Whole).of_people(document.people);
    let mut rows = Vec::new();
    for ask in &agreement.ask {
        for (member, members) in roll.keyed(roll.members(ask.profile)) {
            for (season, hours) in agreement.seasons.iter().zip(&ask.seasons) {
                rows.extend(hours.iter().map(|hours| AskRow {
                    name: member.name(),
                    members: members.unwrap_or(1),
                    first: Some(season.season.first()),
                    last: Some(season.season.last()),
                    days: tzplan::hours::show_days(hours.days),
                    from: time(hours.from.into()),
                    to: end(hours.to),
                    whom: roll.raw(&hours.whom, Some(member)).join("; "),
                }));
            }
        }
    }
    table(out, rows)
}

/// `17:00`, `24:00`; past that on the next day.
pub(super) fn end(minute: u16) -> String {
    if minute == 24 * 60 { "24:00".to_owned() } else { time(minute.into()) }
}

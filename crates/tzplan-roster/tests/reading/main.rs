//! What people keep in rosters beside the plain columns: names in two columns, weekdays, bare hours, hours on
//! another clock, headers that mean something else. Every hour is worked by hand.

#![cfg(feature = "places")]
#![allow(clippy::unwrap_used, reason = "a test that fails shall panic")]

mod clocks;
mod drawn;
mod exports;
mod header_clocks;
mod headers;
mod hours;
mod left_out;
mod names;
mod offsets;
#[cfg(feature = "structured")]
mod plain_lists;
mod rows_alone;
mod shapes;
mod weekday_times;

use tzplan::Tzdb;
use tzplan_roster::{Diagnostic, ReadOptions, Roster, read};

fn roster_with(text: &str, options: &ReadOptions) -> Roster {
    read("team.csv", text.as_bytes(), Tzdb::bundled(), options).unwrap()
}

fn roster(text: &str) -> Roster {
    roster_with(text, &ReadOptions::default())
}

/// Each member's name and zone.
fn people(roster: &Roster) -> Vec<String> {
    let shown =
        |member: tzplan::MemberRef<'_>| format!("{} {}", member.name(), member.schedule().zone().name());
    roster.team.members().map(shown).collect()
}

/// Each member's name and hours, with the clock where it is another than that of the place.
fn hours(roster: &Roster) -> Vec<(String, String)> {
    let members = roster.team.members();
    let shown = members.map(|member| {
        let posts = member.schedule().posts().iter();
        let hours = posts.map(|post| match post.hours_on() {
            Some(clock) => format!("{} on {}", post.hours(), clock.name()),
            None => post.hours().to_string(),
        });
        (member.name().to_owned(), hours.collect::<Vec<_>>().join(" and "))
    });
    shown.collect()
}

fn first(text: &str) -> String {
    let roster = roster(text);
    assert!(roster.is_ok(), "{text}: {:?}", roster.diagnostics);
    hours(&roster).remove(0).1
}

fn with_code<'r>(roster: &'r Roster, code: &str) -> Vec<&'r Diagnostic> {
    roster.diagnostics.iter().filter(|found| found.code == code).collect()
}

fn assumed(roster: &Roster, code: &str) -> Vec<(String, Vec<u64>, usize)> {
    let found = roster.assumptions.iter().filter(|assumption| assumption.code == code);
    found.map(|one| (one.message.to_string(), one.rows.clone(), one.count)).collect()
}

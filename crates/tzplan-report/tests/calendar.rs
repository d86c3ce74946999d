//! Calendars: what strangers named is data in them too.

#![allow(clippy::unwrap_used, reason = "a test that fails shall panic")]

use tzplan::meeting::{MeetingOptions, Meetings, Slot};
use tzplan::{ClockTime, Holidays, Horizon, Member, Policy, PreparedTeam, Team, Zone};
use tzplan_report::Context;
use tzplan_report::ics::{self, Invitation, Spoilt};

#[test]
fn the_name_of_a_holiday_writes_no_line() {
    let nasty = "Chr;ist,mas\\\r\nATTENDEE:mailto:a@b\u{202e}\u{7}";
    let day = "2026-11-30".parse().unwrap();
    let mut team = Team::new();
    team.add(Member::new("Ana", Zone::UTC).holidays(&Holidays::new([(day, nasty)])));
    team.add(Member::new("Ben", Zone::UTC));
    let horizon = Horizon::of_days("2026-11-23".parse().unwrap(), 28, Zone::UTC).unwrap();
    let prepared = PreparedTeam::new(&team, horizon);
    let meetings = Meetings::new(&prepared, &Policy::default(), &MeetingOptions::default());
    let context = Context {
        source: "team.csv",
        tzdb: "2026f",
        changes: &[],
        settings: &[],
        assumptions: &[],
        again: "",
    };
    let invitation = Invitation { title: "Team meeting", spoilt: Spoilt::Held };
    let mut text = Vec::new();
    let slot = Slot::weekly(chrono::Weekday::Mon, ClockTime::at(9, 0));
    ics::slot(&mut text, &team, &meetings, slot, invitation, context).unwrap();
    let text = String::from_utf8(text).unwrap().replace("\r\n ", "");
    let told = text.lines().find(|line| line.starts_with("DESCRIPTION")).unwrap();
    assert!(told.contains("Ana is off on 2026-11-30 (Chr\\;ist\\,mas\\\\ ATTENDEE:mailto:a@b"), "{told}");
    assert!(!text.contains("\nATTENDEE") && !text.contains(['\u{202e}', '\u{7}']), "{text}");
}

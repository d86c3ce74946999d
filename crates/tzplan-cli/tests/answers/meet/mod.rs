//! `tzplan meet`: slots, single meetings, turns, calendars.

mod calendar;
mod changes;
mod decided;
mod once;
mod quorum;
mod ranking;
mod turns;

use crate::support::{Desk, YEAR};
use serde_json::Value;

/// Exit code and document.
fn meet(roster: &str, more: &[&str]) -> (Option<i32>, Value) {
    let desk = Desk::with("r.csv", roster);
    let ran = desk.run(&[&["meet", "r.csv", "--format", "json"], &YEAR[..], more].concat());
    assert_eq!(ran.err, "");
    (ran.code, ran.json())
}

/// Four weeks from a Monday in UTC.
const WEEKS: [&str; 8] = ["--from", "2026-11-23", "--weeks", "4", "--home", "UTC", "--anchor", "UTC"];

/// The same over four weeks.
fn meet_in_utc(roster: &str, more: &[&str]) -> (Option<i32>, Value) {
    let desk = Desk::with("r.csv", roster);
    let ran = desk.run(&[&["meet", "r.csv", "--format", "json"], &WEEKS[..], more].concat());
    assert_eq!(ran.err, "");
    (ran.code, ran.json())
}

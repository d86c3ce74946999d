//! Teams to print.

#![allow(dead_code, reason = "each test file uses a part of it")]

use std::io;

use tzplan::fit::Opening;
use tzplan::regions::{Region, regions};
use tzplan::{Horizon, Member, Team, Tzdb, WeeklyHours, Zone};
use tzplan_report::Context;

/// The team that the product is explained with.
pub(crate) const THREE: [(&str, &str, &str); 3] = [
    ("Ana", "America/Sao_Paulo", "9-17"),
    ("Ben", "Europe/Berlin", "9-17"),
    ("Chloé", "Europe/London", "9-17"),
];

/// A line without runs of spaces, and paragraphs in one line.
pub(crate) fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[track_caller]
pub(crate) fn says(text: &str, parts: &[&str]) {
    let flat = flat(text);
    for part in parts {
        assert!(flat.contains(part), "no {part:?} in\n{text}");
    }
}

pub(crate) fn context() -> Context<'static> {
    Context { source: "team.csv", tzdb: "2026e", changes: &[], assumptions: &[], settings: &[], again: "" }
}

pub(crate) fn horizon(home: &str) -> Horizon {
    let home = Zone::iana(home).expect("a zone");
    Horizon::year("2026-11-23".parse().expect("a date"), home).expect("a year")
}

/// Name, zone, hours.
pub(crate) fn team(rows: &[(&str, &str, &str)]) -> Team {
    let mut team = Team::new();
    for (name, zone, hours) in rows {
        let zone = Zone::iana(zone).expect("a zone");
        team.add(Member::new(*name, zone).hours(hours.parse().expect("hours")));
    }
    team
}

pub(crate) fn big(members: usize) -> Team {
    let zones = [
        "America/Los_Angeles",
        "America/Denver",
        "America/Chicago",
        "America/New_York",
        "America/Sao_Paulo",
        "Europe/London",
        "Europe/Berlin",
        "Africa/Lagos",
        "Europe/Athens",
        "Africa/Nairobi",
        "Asia/Dubai",
        "Asia/Kolkata",
        "Asia/Kathmandu",
        "Asia/Singapore",
        "Asia/Tokyo",
        "Australia/Sydney",
        "Pacific/Auckland",
        "America/St_Johns",
    ];
    let hours = ["9-17", "8-16", "10-19", "22-06", "Mon-Thu 9-18"];
    let mut team = Team::new();
    for index in 0..members {
        let zone = Zone::iana(zones[index * 7 % zones.len()]).expect("a zone");
        let hours = hours[index / zones.len() % hours.len()].parse().expect("hours");
        team.add(Member::new(format!("Member {index}"), zone).hours(hours));
    }
    team
}

/// What a page writes.
pub(crate) fn page(print: impl FnOnce(&mut dyn io::Write) -> io::Result<()>) -> String {
    let mut out = Vec::new();
    print(&mut out).expect("a vector takes everything");
    String::from_utf8(out).expect("UTF-8")
}

/// Every place there is.
pub(crate) fn all_regions(opening: &Opening, hours: &WeeklyHours) -> Vec<Region> {
    regions(opening, Tzdb::bundled(), hours, |_| true)
}

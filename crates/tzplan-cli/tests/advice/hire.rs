//! Candidates.

use serde_json::Value;

use crate::corpus::Hire;
use crate::facts::{Facts, hold};
use crate::reading::{Roster, people};

#[test]
fn hires() {
    hold("hire", |facts, file, roster| {
        for hire in &file.hire {
            held(facts, hire, roster);
        }
    });
}

fn held(facts: &mut Facts, expected: &Hire, roster: &Roster) {
    let who = &expected.name;
    let mut flags = vec!["--name", who, "--zone", &expected.zone, "--hours", &expected.hours];
    if !expected.hours.contains(' ') {
        flags.extend(["--days", &expected.days]);
    }
    flags.extend(expected.flex.iter().flat_map(|flex| ["--flex", flex]));
    let fit = roster.run(&["fit"], &flags);

    facts.equal("result", who, expected.result.as_str(), fit["result"].as_str().unwrap());
    if expected.result == "fits-with-shift" {
        facts.equal("shift of a candidate", who, expected.shift.map(i64::from), fit["shift"].as_i64());
        facts.equal(
            "fits by the plan",
            who,
            expected.by_plan,
            fit["shift"].is_null() && fit["plan"].is_array(),
        );
    }
    let night = fit["stated_night_minutes_per_week"].as_u64();
    let expected_night = Some(u64::from(expected.stated_night_minutes_per_week));
    facts.equal("night work of a candidate", who, expected_night, night);
    if let Some(relieves) = &expected.relieves {
        facts.equal("relieves", who, roster.group(relieves), people(&fit["relieves"]));
    }
    if let Some(trap) = &expected.trap {
        let found = &fit["trap"];
        facts.equal("trap of a candidate", who, trap.shift.map(i64::from), found["shift"].as_i64());
        let night = found["night_minutes_per_week"].as_u64();
        facts.equal("night work in a trap", who, trap.night_minutes_per_week.map(u64::from), night);
    }

    let pods = &roster.plan()["verdict"]["pods"];
    let sorted = |places: &Value| -> Vec<Vec<String>> {
        let of = |place: &Value| people(&pods[place.as_u64().unwrap() as usize]);
        let mut pods: Vec<_> = places.as_array().into_iter().flatten().map(of).collect();
        pods.sort();
        pods
    };
    if let Some(expected) = &expected.pods {
        facts.equal("joins pods", who, roster.groups(expected), sorted(&fit["pods"]));
    }
    if let Some(expected) = &expected.bridges {
        facts.equal("bridges of a candidate", who, roster.groups(expected), sorted(&fit["bridges"]));
    }
}

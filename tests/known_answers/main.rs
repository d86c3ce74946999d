//! Answers worked out by hand from the tz database or published elsewhere, each with its derivation or
//! source.

#[allow(dead_code, reason = "each test file uses a part of it")]
#[path = "../support/mod.rs"]
mod support;

mod agreement;
mod clocks;
mod days_off;
mod fit;
mod hours;
mod meeting;
mod moves;
mod nearness;
mod night;
mod pairs;
mod plan;
mod published;
mod quorum;
mod regions;
mod shifts;
mod stays;
mod whole_year;

use tzplan::{Horizon, IntervalSet, Member, Team, UtcMinute, Zone};

/// Members named after their zones, who keep these hours.
fn team(members: &[(&str, &str)]) -> Team {
    let mut team = Team::new();
    for (zone, hours) in members {
        let place: Zone = zone.parse().unwrap_or_else(|error| panic!("{error}"));
        team.add(
            Member::new(*zone, place).hours(hours.parse().unwrap_or_else(|error| panic!("{hours}: {error}"))),
        );
    }
    team
}

/// That many days from 00:00 UTC of a date on.
fn days(from: &str, days: u32) -> Horizon {
    Horizon::of_days(support::date(from), days, Zone::UTC).expect("a horizon")
}

/// An instant written `2026-03-08T07:00Z`.
fn instant(text: &str) -> UtcMinute {
    let text = text.replace('Z', ":00Z");
    UtcMinute::floor(text.parse().unwrap_or_else(|error| panic!("{text}: {error}")))
}

/// A set written as `2026-03-08T07:00Z/2026-03-08T10:00Z`, an interval each.
fn shown(set: &IntervalSet<UtcMinute>) -> Vec<String> {
    let show = |at: UtcMinute| at.to_utc().format("%Y-%m-%dT%H:%MZ").to_string();
    set.iter().map(|interval| format!("{}/{}", show(interval.start()), show(interval.end()))).collect()
}

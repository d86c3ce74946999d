//! Where in the world to hire for a team, in three bands: `cargo run --release --example find_regions`.
#![allow(clippy::print_stdout, clippy::disallowed_macros, reason = "an example shows what it found")]

use std::error::Error;

use tzplan::fit::{FitResult, Opening};
use tzplan::regions::{Region, regions};
use tzplan::{Horizon, Member, Policy, PreparedTeam, Team, Tzdb, WeeklyHours, Zone};

fn main() -> Result<(), Box<dyn Error>> {
    let mut team = Team::new();
    team.add(Member::new("Ana", "America/New_York".parse::<Zone>()?));
    team.add(Member::new("Bob", "America/New_York".parse::<Zone>()?));
    let horizon = Horizon::year("2026-11-23".parse()?, Zone::UTC)?;
    let (prepared, policy) = (PreparedTeam::new(&team, horizon), Policy::default());
    let opening = Opening::new(&prepared, &policy);

    // Every zone of the database, 9-17 from Monday to Friday; the closure may narrow it, to a country, say.
    let all = regions(&opening, Tzdb::bundled(), &WeeklyHours::default(), |_| true);
    for band in [FitResult::Fits, FitResult::FitsWithShift, FitResult::FitsAsync] {
        let rows: Vec<&Region> = all.iter().filter(|region| region.fit.result == band).collect();
        println!("{band}: {} regions", rows.len());
        for region in rows.iter().take(8) {
            println!("  {}", shown(region));
        }
    }

    // New York has Lima's clock in winter and is an hour ahead in summer. In Kolkata the day is over by then.
    let of = |id: &str| all.iter().find(|region| region.zones.iter().any(|zone| zone.name() == id));
    let (lima, kolkata) = (of("America/Lima").expect("a region"), of("Asia/Kolkata").expect("a region"));
    assert_eq!(lima.fit.teammates[0].year_min.to_string(), "7:00");
    assert_eq!((lima.fit.result, kolkata.fit.result), (FitResult::Fits, FitResult::FitsAsync));
    Ok(())
}

/// The least overlap of the year, the shift it takes, the offsets and some places.
fn shown(region: &Region) -> String {
    let mut offsets: Vec<String> = region.offsets.iter().map(|dated| ahead(dated.minutes)).collect();
    offsets.sort_unstable();
    offsets.dedup();
    let shift =
        region.fit.shift.as_ref().map_or(String::new(), |moved| format!(", moved by {}", moved.shift));
    let places: Vec<String> = region.zones.iter().take(3).map(Zone::name).collect();
    let least = region.fit.teammates[0].year_min;
    format!("{least}{shift} · UTC{} · {}", offsets.join(" and "), places.join(", "))
}

fn ahead(minutes: i32) -> String {
    let sign = if minutes < 0 { '-' } else { '+' };
    format!("{sign}{:02}:{:02}", minutes.abs() / 60, minutes.abs() % 60)
}

#[test]
fn runs() {
    main().expect("an example that holds");
}

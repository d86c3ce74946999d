//! A hook of a hiring system, which has its own types for zones and times:
//! `cargo run --features chrono-tz --example ask_from_hiring`.
#![allow(clippy::print_stdout, clippy::disallowed_macros, reason = "an example shows what it found")]

use std::error::Error;

use chrono::{NaiveTime, Weekday, WeekdaySet};
use chrono_tz::Tz;
use tzplan::fit::{FitResult, Opening};
use tzplan::{ClockTime, Horizon, Member, Policy, PreparedTeam, Schedule, Team, WeeklyHours, Zone};

/// What the hiring system knows of an applicant.
struct Applicant {
    zone: Tz,
    from: NaiveTime,
    until: NaiveTime,
    days: WeekdaySet,
}

/// Whether the applicant fits; an error where a time has seconds, or where work ends when it starts.
fn ask(opening: &Opening, applicant: &Applicant) -> Result<FitResult, Box<dyn Error>> {
    let (from, until) = (ClockTime::try_from(applicant.from)?, ClockTime::try_from(applicant.until)?);
    let hours = WeeklyHours::between(applicant.days, from, until)?;
    // By name: the rules are those of the newer database.
    Ok(opening.judge(&Schedule::new(Zone::from(applicant.zone), hours)).result)
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut team = Team::new();
    team.add(Member::new("Ben", Zone::from(Tz::Europe__Berlin)));
    team.add(Member::new("Chloé", Zone::from(Tz::Europe__London)));
    let horizon = Horizon::year("2026-11-23".parse()?, Zone::from(Tz::Europe__Berlin))?;
    let opening = Opening::new(&PreparedTeam::new(&team, horizon), &Policy::default());

    let days = WeekdaySet::from_array([Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri]);
    let at = |hour| NaiveTime::from_hms_opt(hour, 0, 0).expect("a time of day");
    let lagos = Applicant { zone: Tz::Africa__Lagos, from: at(9), until: at(17), days };
    let tokyo = Applicant { zone: Tz::Asia__Tokyo, ..lagos };
    let answers = (ask(&opening, &lagos)?, ask(&opening, &tokyo)?);
    println!("Lagos: {}; Tokyo: {}", answers.0, answers.1);
    // Lagos keeps Berlin's winter time: in summer it starts an hour later than Berlin, when London does.
    // Tokyo is at work from 0:00 to 8:00 UTC.
    assert_eq!(answers, (FitResult::Fits, FitResult::FitsAsync));

    let seconds = NaiveTime::from_hms_opt(9, 0, 30).expect("a time of day");
    assert!(ask(&opening, &Applicant { from: seconds, ..lagos }).is_err());
    Ok(())
}

#[test]
fn runs() {
    main().expect("an example that holds");
}

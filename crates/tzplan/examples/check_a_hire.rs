//! What a hire would do to a team, and the team to them, before the offer: `cargo run --example
//! check_a_hire`.
#![allow(clippy::print_stdout, clippy::disallowed_macros, reason = "an example shows what it found")]

use std::error::Error;

use tzplan::fit::{FitResult, Opening, ProposedMove};
use tzplan::{Horizon, Member, MemberRef, Model, Policy, PreparedTeam, Schedule, Team, Zone};

fn main() -> Result<(), Box<dyn Error>> {
    let mut team = Team::new();
    team.add(Member::new("Ana", "America/Sao_Paulo".parse::<Zone>()?));
    team.add(Member::new("Ben", "Europe/Berlin".parse::<Zone>()?));
    team.add(Member::new("Chloé", "Europe/London".parse::<Zone>()?));

    // Done once for any number of candidates: 52 weeks from a Monday, and the team's own verdict.
    let horizon = Horizon::year("2026-11-23".parse()?, "Europe/Berlin".parse()?)?;
    let (prepared, policy) = (PreparedTeam::new(&team, horizon), Policy::default());
    let opening = Opening::new(&prepared, &policy);

    let keiko = opening.candidate(&Schedule::new("Asia/Tokyo".parse()?, "9-17".parse()?));
    let fit = keiko.fit();
    println!(
        "Keiko in Tokyo, 9-17: {}; the team: {} now, {} with her",
        fit.result, fit.team_before.model, fit.team_after.model
    );
    for mate in &fit.teammates {
        let names: Vec<_> = prepared.required_members_of(mate.profile).map(MemberRef::name).collect();
        let year = keiko.pair(mate.profile).year;
        println!("  {}: {} a day, never less than {}", names.join(", "), year.usual, mate.year_min);
    }
    if let Some(trap) = &fit.trap {
        println!("  she would fit at {}", shown(trap));
    }
    if let Some(asked) = keiko.waits().asked.and_then(|wait| wait.blocked.p95) {
        println!(
            "  95 % of the questions to her cost the asker {:.1} h of their own day or less",
            asked / 60.0
        );
    }
    // Ana starts at 12:00Z, half an hour earlier where she is asked to: four hours with her then end at 00:30
    // in Tokyo, 2:30 of every day at night.
    let trap = fit.trap.as_ref().map(|trap| (trap.shift.minutes(), trap.night_minutes_per_week.get()));
    assert_eq!((fit.result, trap), (FitResult::FitsAsync, Some((7 * 60 + 30, 5 * 150))));

    // Another zone is another candidate, judged in microseconds.
    let dora = opening.judge(&Schedule::new("Europe/Berlin".parse()?, "9-17".parse()?));
    // In summer an hour is missing with Ana: the plan asks two in Berlin for less, and Ana for more than
    // before.
    println!("Dora in Berlin, 9-17: {}; the plan asks her for {}", dora.result, dora.asked.candidate);
    for (profile, minutes) in &dora.asked.others {
        let names: Vec<_> = prepared.required_members_of(*profile).map(MemberRef::name).collect();
        println!(
            "  and {} for {minutes}, where nobody was asked for more than {}",
            names.join(", "),
            dora.asked.anybody
        );
    }
    assert_eq!((dora.result, dora.asked.candidate.get()), (FitResult::Fits, 15));
    assert_eq!(dora.team_after.model, Model::OverlapWithShifts);
    Ok(())
}

fn shown(moved: &ProposedMove) -> String {
    let hours: Vec<String> = moved.hours.iter().map(ToString::to_string).collect();
    format!(
        "{} ({:+} min, {} a week at night)",
        hours.join(" and "),
        moved.shift.minutes(),
        moved.night_minutes_per_week
    )
}

#[test]
fn runs() {
    main().expect("an example that holds");
}

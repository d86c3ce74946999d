//! A batch judged on all cores with rayon: `cargo run --release --example judge_a_batch`.
//!
//! How long questions would wait costs 55 to 80 µs more for each candidate, of a team of 50: less than the
//! judgement.
#![allow(clippy::print_stdout, clippy::disallowed_macros, reason = "an example shows what it found")]

use std::error::Error;

use rayon::prelude::*;
use tzplan::fit::{FitResult, Opening};
use tzplan::{Horizon, Member, Policy, PreparedTeam, Team, Zone};

fn main() -> Result<(), Box<dyn Error>> {
    let mut team = Team::new();
    team.add(Member::new("Ben", "Europe/Berlin".parse::<Zone>()?));
    team.add(Member::new("Chloé", "Europe/London".parse::<Zone>()?));
    let horizon = Horizon::year("2026-11-23".parse()?, "Europe/Berlin".parse()?)?;
    let opening = Opening::new(&PreparedTeam::new(&team, horizon), &Policy::default());

    let mut pool = Team::new();
    for place in 0..10_000 {
        let zone = ["Africa/Lagos", "Europe/Lisbon", "Asia/Tokyo", "Pacific/Auckland"][place % 4];
        pool.add(Member::new(format!("Candidate {place}"), zone.parse::<Zone>()?).hours("9-17".parse()?));
    }

    // Each of the four schedules is judged once; rayon keeps their order.
    let judged: Vec<(FitResult, Option<f64>)> = pool
        .schedules()
        .par_iter()
        .map(|schedule| {
            let candidate = opening.candidate(schedule);
            let result = candidate.fit().result;
            let waits = result == FitResult::Fits;
            (result, if waits { candidate.waits().slower_p95() } else { None })
        })
        .collect();

    let fitting = pool.members().filter(|one| judged[one.schedule_id().index()].0 == FitResult::Fits).count();
    println!("{} schedules, {fitting} of {} people fit", judged.len(), pool.len());
    for (schedule, (result, blocked)) in pool.schedules().iter().zip(&judged) {
        let blocked = blocked.map_or_else(|| "not asked".to_owned(), |minutes| format!("{minutes:.0} min"));
        println!("  {:18} {result:18} blocked, 95 %: {blocked}", schedule.zone().name());
    }
    // Lagos and Lisbon, half of them.
    assert_eq!((judged.len(), fitting), (4, 5_000));
    assert!(judged.iter().all(|(result, blocked)| (*result == FitResult::Fits) == blocked.is_some()));
    Ok(())
}

#[test]
fn runs() {
    main().expect("an example that holds");
}

//! A pool of candidates ranked on several threads: `cargo run --release --example screen_a_pool`.
//!
//! The crate starts no threads. An opening is shared by those of the caller, who decides on how many.
#![allow(clippy::print_stdout, clippy::disallowed_macros, reason = "an example shows what it found")]

use std::error::Error;

use tzplan::fit::{FitResult, Opening, Rank, Ranking, SortBy};
use tzplan::{Horizon, Member, Policy, PreparedTeam, Team, Zone};

fn main() -> Result<(), Box<dyn Error>> {
    let mut team = Team::new();
    team.add(Member::new("Ana", "America/New_York".parse::<Zone>()?));
    team.add(Member::new("Bob", "America/New_York".parse::<Zone>()?));
    let horizon = Horizon::year("2026-11-23".parse()?, Zone::UTC)?;
    let (prepared, policy) = (PreparedTeam::new(&team, horizon), Policy::default());
    let opening = Opening::new(&prepared, &policy);

    // 1,200 people with 12 schedules: the team keeps each schedule once, and each is judged once.
    let zones = [
        "America/Bogota",
        "America/Lima",
        "Europe/London",
        "Asia/Kolkata",
        "America/Sao_Paulo",
        "Asia/Tokyo",
    ];
    let mut pool = Team::new();
    for place in 0..1_200 {
        let zone: Zone = zones[place % zones.len()].parse()?;
        let hours = if place % 12 < 6 { "9-17" } else { "12-20" };
        pool.add(Member::new(format!("Candidate {place}"), zone).hours(hours.parse()?));
    }

    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let schedules = pool.schedules();
    let ranks: Vec<Rank> = std::thread::scope(|scope| {
        let chunks = schedules.chunks(schedules.len().div_ceil(threads).max(1));
        let judge = |chunk: &[_]| chunk.iter().map(|schedule| opening.rank(schedule)).collect::<Vec<_>>();
        let working: Vec<_> = chunks.map(|chunk| scope.spawn(move || judge(chunk))).collect();
        working.into_iter().flat_map(|thread| thread.join().expect("judging does not panic")).collect()
    });
    let ranking = Ranking::with(&pool, SortBy::Fit, Some(5), |id| ranks[id.index()].clone());

    println!("{} candidates, {} schedules, {threads} threads", pool.len(), ranking.judged());
    for (candidate, rank) in ranking.iter() {
        let zone = candidate.schedule().zone().name();
        println!("  {:14} {zone:18} {} {}", candidate.name(), rank.result, rank.worst_overlap_sum);
    }
    let results = ranking.results();
    println!(
        "{} fit, {} with a shift, {} async only",
        results.fits, results.fits_with_shift, results.fits_async
    );

    // Lima and Bogota keep one clock: of equals the earlier row is first. Seven hours with each of two in
    // summer, when New York is an hour ahead.
    let (first, rank) = ranking.iter().next().expect("five are listed");
    assert_eq!((first.name(), rank.worst_overlap_sum.to_string()), ("Candidate 0", "14:00".into()));
    assert_eq!((rank.result, results.total()), (FitResult::Fits, 1_200));
    Ok(())
}

#[test]
fn runs() {
    main().expect("an example that holds");
}

//! What the benches share: workloads, the versions a user would write, and how long a measurement takes.
#![allow(dead_code, reason = "each bench uses a part of it")]

pub mod by_hand;
pub mod program;
mod random;
pub mod workloads;
pub mod world;

use std::time::Duration;

use criterion::Criterion;
use tzplan::{Horizon, Zone};

/// Few samples and short measurements: the benches compare, within a run, things that differ by factors.
pub fn criterion() -> Criterion {
    Criterion::default()
        .sample_size(15)
        .warm_up_time(Duration::from_millis(200))
        .measurement_time(Duration::from_millis(800))
        .without_plots()
}

/// Whether each body only runs once, to see that it works: `cargo test --benches`, `cargo bench -- --test`.
pub fn testing() -> bool {
    let arguments: Vec<String> = std::env::args().collect();
    let has = |flag: &str| arguments.iter().any(|argument| argument == flag);
    has("--test") || !has("--bench")
}

/// The size of the largest workload: a million, and fewer where bodies only run once.
pub fn million() -> usize {
    if testing() { 20_000 } else { 1_000_000 }
}

/// The size of workloads that a slow comparison also takes: five thousand, and fewer where bodies only run
/// once.
pub fn thousands() -> usize {
    if testing() { 100 } else { 5_000 }
}

/// 52 weeks from a fixed Monday, dates read in Berlin.
pub fn year() -> Horizon {
    let home = Zone::iana("Europe/Berlin").expect("a zone of the database");
    Horizon::year("2026-11-23".parse().expect("a date"), home).expect("a year")
}

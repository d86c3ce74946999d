//! What labels resolve to, one a line from standard input, and how long a label takes.
//!
//! `cargo run --release --features places --example places < labels.txt`; a number as argument is how often
//! each label is resolved to be timed.
#![allow(clippy::print_stdout, reason = "an example shows what it finds")]

use std::env;
use std::hint::black_box;
use std::io::{self, BufRead};
use std::time::Instant;

use tzplan::Tzdb;
use tzplan_roster::places::resolve;

/// How often each label is resolved to be timed, unless the caller says.
const ROUNDS: u32 = 200;

fn main() -> io::Result<()> {
    let tzdb = Tzdb::bundled();
    let rounds = env::args().nth(1).and_then(|rounds| rounds.parse().ok()).unwrap_or(ROUNDS);
    let labels: Vec<String> = io::stdin().lock().lines().collect::<Result<_, _>>()?;
    let start = Instant::now();
    black_box(resolve(tzdb, "Bristol, UK").is_ok());
    println!("the first label, with the table: {:?}", start.elapsed());
    for label in &labels {
        black_box(resolve(tzdb, label).is_ok());
    }
    for label in &labels {
        let start = Instant::now();
        for _ in 0..rounds {
            black_box(resolve(tzdb, black_box(label)).is_ok());
        }
        let each = start.elapsed() / rounds;
        match resolve(tzdb, label) {
            Ok(found) => println!(
                "{label}\t{}\t{}\t{}\t{}\t{each:?}",
                found.zone,
                found.how,
                found.place.map(|place| place.name).unwrap_or_default(),
                found.note.unwrap_or_default()
            ),
            Err(error) => println!("{label}\t-\t\t\t{error}\t{each:?}"),
        }
    }
    Ok(())
}

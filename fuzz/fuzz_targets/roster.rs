//! Any bytes as a roster: an answer or faults, never a panic, never much memory.
#![no_main]

use libfuzzer_sys::fuzz_target;
use tzplan::Tzdb;
use tzplan_roster::{ReadOptions, read};

fuzz_target!(|bytes: &[u8]| {
    let options = ReadOptions { most_unpacked: 8 << 20, most_cells: 200_000, ..ReadOptions::default() };
    let roster = read("fuzz", bytes, Tzdb::bundled(), &options).expect("bytes can be read");
    assert!(roster.is_ok() || !roster.diagnostics.is_empty());
});

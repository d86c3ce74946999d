//! Any bytes as the rules of a zone: what is read answers whatever a plan asks of it.
#![no_main]

use std::path::PathBuf;
use std::sync::LazyLock;

use chrono::{DateTime, TimeZone, Utc};
use libfuzzer_sys::fuzz_target;
use tzplan::{Horizon, Schedule, Tzdb, WeeklyHours, availability, first_instant_at};

/// A zoneinfo directory with one zone.
static DIRECTORY: LazyLock<PathBuf> = LazyLock::new(|| {
    let directory = std::env::temp_dir().join(format!("tzplan-fuzz-{}", std::process::id()));
    std::fs::create_dir_all(&directory).expect("a temporary directory");
    directory
});

fuzz_target!(|bytes: &[u8]| {
    std::fs::write(DIRECTORY.join("Fuzz"), bytes).expect("a file");
    let Ok(zone) = Tzdb::open(&DIRECTORY).and_then(|tzdb| tzdb.zone("Fuzz")) else { return };
    let at = |year| -> DateTime<Utc> { Utc.with_ymd_and_hms(year, 1, 1, 0, 0, 0).single().expect("an instant") };
    let pieces: Vec<_> = zone.offsets(at(2000), at(2060)).collect();
    assert!(pieces.windows(2).all(|pair| pair[0].end == pair[1].start), "in order and without holes");
    let date: chrono::NaiveDate = "2026-03-01".parse().expect("a date");
    let _first = first_instant_at(&zone, date.and_hms_opt(2, 30, 0).expect("a time"));
    let hours: WeeklyHours = "22-06 daily".parse().expect("hours");
    let horizon = Horizon::of_days(date, 60, zone.clone());
    if let Ok(horizon) = horizon {
        let _work = availability(&Schedule::new(zone, hours), horizon.range());
    }
});

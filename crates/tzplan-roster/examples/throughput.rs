//! Measures `read` against the bare `csv` pass over the same bytes: `cargo run --release --example throughput
//! -- FILE`. Without a file it makes a roster of a million rows in memory; a number gives another count.

use std::fmt::Write as _;
use std::io::Write as _;
use std::time::{Duration, Instant};

use tzplan::Tzdb;
use tzplan_roster::{ReadOptions, read};

fn main() -> std::io::Result<()> {
    let argument = std::env::args().nth(1);
    let bytes = match argument.as_deref().map(|text| (text, text.parse::<usize>())) {
        Some((path, Err(_))) => std::fs::read(path)?,
        Some((_, Ok(rows))) => roster(rows).into_bytes(),
        None => roster(1_000_000).into_bytes(),
    };
    let mut best: Option<(Duration, Duration)> = None;
    let mut members = 0;
    for _ in 0..7 {
        let bare = bare(&bytes);
        let start = Instant::now();
        let options = ReadOptions::default();
        let roster =
            read("roster.csv", bytes.as_slice(), Tzdb::bundled(), &options).map_err(std::io::Error::other)?;
        let ours = start.elapsed();
        members = roster.rows;
        best = Some(best.map_or((bare, ours), |(a, b)| (a.min(bare), b.min(ours))));
    }
    let (bare, ours) = best.expect("seven runs");
    let per_row = |time: Duration| time.as_nanos() as f64 / members.max(1) as f64;
    writeln!(
        std::io::stdout(),
        "{members} rows, {} bytes: csv {:.0} ns a row, roster {:.0} ns a row, {:.2} times",
        bytes.len(),
        per_row(bare),
        per_row(ours),
        ours.as_secs_f64() / bare.as_secs_f64()
    )
}

fn bare(bytes: &[u8]) -> Duration {
    let start = Instant::now();
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(bytes);
    let mut record = csv::ByteRecord::new();
    let mut cells = 0;
    while reader.read_byte_record(&mut record).is_ok_and(|more| more) {
        cells += record.len();
    }
    assert!(cells > 0);
    start.elapsed()
}

/// Names, addresses and schedules as a large company has them: 24 zones, 12 kinds of hours, in no order.
fn roster(rows: usize) -> String {
    let zones = [
        "America/Sao_Paulo",
        "Europe/Berlin",
        "Europe/London",
        "Asia/Kolkata",
        "America/New_York",
        "Asia/Tokyo",
        "Australia/Sydney",
        "Africa/Lagos",
        "America/Chicago",
        "America/Denver",
        "Europe/Madrid",
        "Asia/Manila",
        "Asia/Shanghai",
        "Europe/Warsaw",
        "Africa/Nairobi",
        "America/Bogota",
        "Asia/Dubai",
        "Asia/Jakarta",
        "Europe/Lisbon",
        "Pacific/Auckland",
        "America/Toronto",
        "Europe/Kyiv",
        "Asia/Karachi",
        "Africa/Cairo",
    ];
    let mut text = String::from("name,email,team,role,timezone,start,end,days\n");
    let mut state = 0x2545_f491_4f6c_dd1d_u64;
    for row in 0..rows {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        let (zone, hour) = (zones[(state >> 33) as usize % zones.len()], 7 + (state >> 20) % 4);
        let (team, role) =
            ((state >> 9) % 40, ["engineer", "designer", "support"][(state >> 50) as usize % 3]);
        let days = ["Mon-Fri", "Mon-Thu", "Sun-Thu"][(state >> 40) as usize % 3];
        let _ = writeln!(
            text,
            "Person {row:07},person{row}@example.com,team {team},{role},{zone},{hour:02}:00,{:02}:00,{days}",
            hour + 8
        );
    }
    text
}

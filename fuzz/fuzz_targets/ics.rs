//! Any bytes as a calendar, on both clocks: dates in their order or faults, never a panic.
#![no_main]

use libfuzzer_sys::fuzz_target;
use tzplan::{Schedule, Tzdb, WeeklyHours, Zone};
use tzplan_roster::{IcsClock, read_ics};

fuzz_target!(|bytes: &[u8]| {
    let tzdb = Tzdb::bundled();
    let year = "2026-11-23".parse().expect("a date").."2027-11-22".parse().expect("a date");
    let lisbon = Zone::iana("Europe/Lisbon").expect("a zone");
    let hours: WeeklyHours = "9-17".parse().expect("hours");
    let schedule = Schedule::new(lisbon, hours);
    for clock in [IcsClock::Calendar, IcsClock::Person(&schedule)] {
        let days = read_ics("fuzz", bytes, year.clone(), tzdb, clock).expect("bytes can be read");
        assert!(days.dates.is_sorted() && days.errors <= bytes.len() + 1);
    }
});

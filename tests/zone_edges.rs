//! The ends of what the public types can hold: an answer or an error, never a panic.

#[allow(dead_code, reason = "each test file uses a part of it")]
mod support;

use std::path::Path;

use chrono::{DateTime, NaiveDate, NaiveDateTime, Offset, TimeZone, Utc};
use proptest::prelude::*;
use support::cases;
use tzplan::{
    Horizon, Interval, Schedule, Tzdb, UtcMinute, WeeklyHours, Zone, ZoneError, availability,
    first_instant_at,
};

/// Minutes of 400 years, after which the calendar repeats, weekdays included.
const CYCLE: i64 = 146_097 * 1440;

/// No clock changes, changes in each half of the globe, by half an hour, and over midnight; fixed offsets.
fn zones() -> impl Strategy<Value = Zone> {
    const IDS: [&str; 8] = [
        "Asia/Kolkata",
        "America/New_York",
        "Europe/Berlin",
        "Australia/Lord_Howe",
        "America/Nuuk",
        "Pacific/Apia",
        "Africa/Monrovia",
        "EST5EDT",
    ];
    prop_oneof![
        prop::sample::select(&IDS[..]).prop_map(|id| Zone::iana(id).expect("a zone")),
        (-1439..1440).prop_map(|minutes| Zone::fixed(minutes).expect("less than a day")),
    ]
}

/// Every wall time of chrono's, those near either end as often as others.
fn wall_times() -> impl Strategy<Value = NaiveDateTime> {
    let (first, last) = (NaiveDateTime::MIN.and_utc().timestamp(), NaiveDateTime::MAX.and_utc().timestamp());
    let (low, high) = (i64::from(i32::MIN) * 60, i64::from(i32::MAX) * 60);
    let near = |end: i64| (end - 400_000).max(first)..=(end + 400_000).min(last);
    let seconds = prop_oneof![first..=last, low..=high, near(first), near(last), near(low), near(high)];
    (seconds, 0_u32..2_000_000_000).prop_filter_map("no leap second", |(seconds, nanos)| {
        DateTime::from_timestamp(seconds, nanos).map(|at| at.naive_utc())
    })
}

/// Every number of minutes, those near either end as often as others.
fn minutes() -> impl Strategy<Value = i32> {
    prop_oneof![any::<i32>(), i32::MIN..i32::MIN + 20_000, i32::MAX - 20_000..=i32::MAX]
}

fn interval(a: i32, b: i32) -> Option<Interval<UtcMinute>> {
    Interval::new(UtcMinute::from_epoch_minutes(a.min(b)), UtcMinute::from_epoch_minutes(a.max(b)))
}

fn seconds_ahead(zone: &Zone, minute: i64) -> i64 {
    let at = DateTime::from_timestamp(minute * 60, 0).expect("chrono reaches further");
    zone.offset_from_utc_datetime(&at.naive_utc()).fix().local_minus_utc().into()
}

proptest! {
    #![proptest_config(cases(2_000))]

    #[test]
    fn every_wall_time_has_its_offsets(zone in zones(), wall in wall_times(), to in wall_times()) {
        let _offset = zone.offset_from_utc_datetime(&wall);
        // Instants that a wall time stands for show it.
        let mapped = zone.offset_from_local_datetime(&wall);
        for offset in [mapped.clone().earliest(), mapped.latest()].into_iter().flatten() {
            if let Some(at) = wall.checked_sub_offset(offset.fix()) {
                prop_assert_eq!(zone.offset_from_utc_datetime(&at).fix(), offset.fix());
            }
        }
        let pieces: Vec<_> = zone.offsets(wall.and_utc(), to.and_utc()).take(5).collect();
        prop_assert!(pieces.windows(2).all(|pair| pair[0].end == pair[1].start));
        prop_assert!(pieces.windows(2).all(|pair| pair[0].offset != pair[1].offset));
    }

    #[test]
    fn first_instants_are_found_or_lie_at_the_ends(zone in zones(), wall in wall_times()) {
        let seconds = wall.and_utc().timestamp() + i64::from(wall.and_utc().timestamp_subsec_nanos() > 0);
        let reading = (seconds + 59).div_euclid(60) * 60;
        match first_instant_at(&zone, wall) {
            Some(found) => {
                let shown = |minute: i64| minute * 60 + seconds_ahead(&zone, minute);
                let found = i64::from(found.epoch_minutes());
                prop_assert!(shown(found - 1) < reading && reading <= shown(found));
            }
            None => prop_assert!((reading / 60).abs() > i64::from(i32::MAX) - 2 * 1440),
        }
    }

    #[test]
    fn availability_near_the_ends_is_that_of_other_centuries(
        zone in zones(), early in any::<bool>(), days in 0..20_i64, minutes in 1..20_000_i64
    ) {
        // Clocks are on mean time at one end and follow their rule at the other, as nine cycles nearer to us.
        let hours: WeeklyHours = "Mon-Thu 21-07; Sat 0-24".parse().expect("hours");
        let schedule = Schedule::new(zone, hours);
        let (edge, inwards) = if early { (i32::MIN, 1) } else { (i32::MAX, -1) };
        let from = i64::from(edge) + inwards * days * 1440;
        let to = (from + minutes).min(i32::MAX.into());
        let work = |shift: i64| {
            let range = interval((from + shift) as i32, (to + shift) as i32)?;
            let set = availability(&schedule, range);
            let shifted = |at: UtcMinute| i64::from(at.epoch_minutes()) - shift;
            Some(set.iter().map(|part| [shifted(part.start()), shifted(part.end())]).collect::<Vec<_>>())
        };
        prop_assert_eq!(work(0), work(inwards * 9 * CYCLE));
    }

    #[test]
    fn every_range_of_minutes_has_its_availability(
        zone in zones(), from in minutes(), length in 1..60_000_i32
    ) {
        let schedule = Schedule::new(zone, "22-06 daily".parse().expect("hours"));
        if let Some(range) = interval(from, from.saturating_add(length)) {
            let work = availability(&schedule, range);
            prop_assert!(work.iter().all(|part| range.start() <= part.start() && part.end() <= range.end()));
        }
    }

    #[test]
    fn horizons_are_refused_or_have_their_instants(
        zone in zones(), from in wall_times(), days in any::<u32>(), few in 0..400_u32
    ) {
        for days in [days, few] {
            if let Ok(horizon) = Horizon::of_days(from.date(), days, zone.clone()) {
                prop_assert_eq!(horizon.days(), days);
                prop_assert!(horizon.range().start() < horizon.range().end());
            }
        }
    }

    #[test]
    fn every_number_is_a_fixed_offset_or_none(minutes in any::<i32>()) {
        prop_assert_eq!(Zone::fixed(minutes).is_some(), minutes.unsigned_abs() < 1440);
    }

    #[test]
    fn transitions_at_any_instant_are_read_or_refused(
        times in proptest::collection::vec(prop_oneof![any::<i64>(), -4_000_000_000..4_000_000_000_i64], 0..4),
        rule in prop::sample::select(&["", "XXX-1", "XXX-1YYY-2,M3.5.0,M10.5.0", "XXX3YYY4,0/0,J365/23"][..])
    ) {
        if let Ok(zone) = zone_of("any-instant", &times, rule) {
            exercise(&zone);
        }
    }
}

#[test]
fn horizons_reach_from_1900_to_2999() {
    let new_year = |year| NaiveDate::from_ymd_opt(year, 1, 1).expect("a date");
    for zone in Tzdb::bundled().ids().map(|id| Zone::iana(id).expect("a zone")) {
        for from in [1900, 2900] {
            let horizon =
                Horizon::new(new_year(from), new_year(from + 100), zone.clone()).expect("100 years");
            assert_eq!(first_instant_at(&zone, new_year(from).into()), Some(horizon.range().start()));
        }
        assert!(Horizon::new(new_year(2999), new_year(3001), zone.clone()).is_err());
        assert!(Horizon::new(NaiveDate::MIN, NaiveDate::MAX, zone).is_err());
    }
    assert_eq!(Zone::fixed(i32::MIN), None);
}

#[test]
fn transitions_at_the_ends_of_64_bits() {
    // Before all dates: the offset that always was.
    for (rule, hours) in [("", 2), ("XXX-2", 2), ("XXX-1YYY-2,M3.5.0,M10.5.0", 1)] {
        let zone = zone_of("first", &[i64::MIN], rule).expect("a zone");
        exercise(&zone);
        let winter = NaiveDateTime::MIN;
        assert_eq!(zone.offset_from_utc_datetime(&winter).fix().local_minus_utc(), hours * 3600, "{rule}");
    }
    for times in [&[i64::MAX][..], &[0, i64::MAX], &[i64::MIN, i64::MAX]] {
        let error = zone_of("last", times, "XXX-2").expect_err("after all dates").to_string();
        assert!(error.ends_with("it has a change of offset after the year 9999"), "{error}");
    }
}

#[test]
fn files_that_contradict_themselves_are_refused_with_the_reason() {
    let why = |times: &[i64], rule: &str| {
        zone_of("contradiction", times, rule).expect_err("a bad file").to_string()
    };
    let cases = [
        (why(&[5, 0], ""), "its changes of offset are not in order"),
        (why(&[0], "XXX-5"), "its footer contradicts its last change of offset"),
        (why(&[0], "XXX-2\n\nmore"), "it goes on after its footer"),
        (why(&[0], "XXX-24:30"), "it has an offset of 88200 seconds, a day or more"),
    ];
    for (message, reason) in cases {
        assert_eq!(message, format!("the rules of zone `Zone` cannot be read: {reason}"));
    }
    assert!(
        why(&[0], "Nonsense").contains("the rule `Nonsense` in its footer: "),
        "{}",
        why(&[0], "Nonsense")
    );
}

/// A zone one hour ahead, from the given instants on in turn two hours and one.
fn zone_of(directory: &str, times: &[i64], rule: &str) -> Result<Zone, ZoneError> {
    let header = |count: u32, types: u32, characters: u32| {
        let counts = [0, 0, 0, count, types, characters];
        [b"TZif2".to_vec(), vec![0; 15], counts.iter().flat_map(|n| n.to_be_bytes()).collect()].concat()
    };
    let local_type = |offset: i32| [&offset.to_be_bytes()[..], &[0, 0]].concat();
    let kinds = (0..times.len()).map(|n| (n + 1) as u8 % 2).collect();
    let bytes = [
        // Readers of version 2 skip the first block.
        header(0, 1, 4),
        local_type(0),
        b"XXX\0".to_vec(),
        header(times.len() as u32, 2, 4),
        times.iter().flat_map(|time| time.to_be_bytes()).collect(),
        kinds,
        local_type(3600),
        local_type(7200),
        b"XXX\0".to_vec(),
        format!("\n{rule}\n").into_bytes(),
    ];
    let directory = Path::new(env!("CARGO_TARGET_TMPDIR")).join("edges").join(directory);
    std::fs::create_dir_all(&directory).expect("a directory");
    std::fs::write(directory.join("Zone"), bytes.concat()).expect("a file");
    Tzdb::open(&directory).expect("a database").zone("Zone")
}

/// Asks a zone for offsets from chrono's first instant to its last.
fn exercise(zone: &Zone) {
    let (mut next, end) = (DateTime::<Utc>::MIN_UTC, DateTime::<Utc>::MAX_UTC);
    for _century in 0..60 {
        let pieces: Vec<_> = zone.offsets(next, end).take(3).collect();
        assert!(pieces.windows(2).all(|pair| pair[0].end == pair[1].start));
        let wall = next.naive_utc();
        let _both = (zone.offset_from_local_datetime(&wall), first_instant_at(zone, wall));
        next = next.checked_add_days(chrono::Days::new(365 * 9_000)).unwrap_or(end);
    }
}

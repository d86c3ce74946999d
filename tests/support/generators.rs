//! Generators of teams. `tests/generators.rs` checks that they reach the cases that break planners.

use std::ops::RangeInclusive;

use chrono::{Days, NaiveDate};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use tzplan::Attendance;

use super::crew::{Crew, Person, Place, Post, Shift};
use super::date;
use super::reference::target::Rules;

/// Zones with something to get wrong.
pub const PLACES: &[&str] = &[
    "Europe/Berlin",
    "Europe/Paris",
    "Europe/London",
    "Europe/Dublin", // its winter time is the "daylight" time, an hour negative
    "America/New_York",
    "America/Los_Angeles",
    "America/St_Johns", // -03:30 and -02:30
    "America/Sao_Paulo",
    "America/Santiago",
    "America/Vancouver", // changed for good in 2026
    "Africa/Casablanca", // Ramadan, and +00 for good in 2026
    "Africa/Cairo",
    "Asia/Kolkata",   // +05:30
    "Asia/Kathmandu", // +05:45
    "Asia/Tehran",
    "Asia/Tokyo",
    "Australia/Sydney",
    "Australia/Lord_Howe", // half an hour of daylight time
    "Pacific/Auckland",
    "Pacific/Chatham",    // +12:45 and +13:45
    "Pacific/Apia",       // skipped 2011-12-30
    "Pacific/Kiritimati", // +14:00
    "Pacific/Pago_Pago",  // -11:00
    "Pacific/Honolulu",
];

/// Zones whose office hours meet, west to east within a few hours.
const NEIGHBOURS: &[&[&str]] = &[
    &["Europe/London", "Europe/Berlin", "Europe/Paris", "Africa/Cairo", "Africa/Casablanca", "Europe/Dublin"],
    &["America/New_York", "America/Los_Angeles", "America/Sao_Paulo", "America/Santiago", "America/St_Johns"],
    &["Asia/Tokyo", "Australia/Sydney", "Australia/Lord_Howe", "Pacific/Auckland", "Pacific/Chatham"],
    &["Asia/Kolkata", "Asia/Kathmandu", "Asia/Tehran", "Africa/Cairo", "Europe/Berlin", "Asia/Tokyo"],
    &["America/New_York", "Europe/London", "Europe/Berlin", "America/Sao_Paulo"],
];

/// Dates on which clocks change, and where.
const CLOCK_CHANGES: &[(&str, &[&str])] = &[
    ("2026-03-08", &["America/New_York", "America/Los_Angeles", "America/St_Johns", "America/Vancouver"]),
    ("2026-11-01", &["America/New_York", "America/Los_Angeles", "America/St_Johns"]),
    ("2026-03-29", &["Europe/Berlin", "Europe/London", "Europe/Dublin"]),
    ("2026-10-25", &["Europe/Berlin", "Europe/London", "Europe/Dublin"]),
    ("2026-04-05", &["Australia/Sydney", "Australia/Lord_Howe", "Pacific/Auckland", "Pacific/Chatham"]),
    ("2026-10-04", &["Australia/Sydney", "Australia/Lord_Howe"]),
    ("2026-09-27", &["Pacific/Auckland", "Pacific/Chatham"]),
    ("2026-09-06", &["America/Santiago"]),
    ("2026-04-24", &["Africa/Cairo"]),
    ("2021-03-22", &["Asia/Tehran"]),
    ("2026-02-15", &["Africa/Casablanca"]),
    ("2026-03-22", &["Africa/Casablanca"]),
    ("2018-02-18", &["America/Sao_Paulo"]),
    ("2011-12-30", &["Pacific/Apia"]),
    ("2099-03-29", &["Europe/Berlin", "Europe/Paris"]),
];

/// Both sides of the date line.
const EXTREMES: &[&str] = &["Pacific/Kiritimati", "Pacific/Pago_Pago", "Pacific/Chatham", "Pacific/Honolulu"];

pub fn place() -> impl Strategy<Value = Place> {
    prop_oneof![
        12 => select(PLACES).prop_map(Place::Iana),
        3 => select(EXTREMES).prop_map(Place::Iana),
        1 => (-48_i32..=56).prop_map(|quarters| Place::Ahead(quarters * 15)),
    ]
}

/// A week of shifts of every kind that people keep, and some that nobody does.
pub fn shifts() -> impl Strategy<Value = Vec<Shift>> {
    let on = |days: Vec<u8>, day: &[(u16, u16)]| -> Vec<Shift> {
        days.iter().flat_map(|weekday| day.iter().map(|(start, end)| (*weekday, *start, *end))).collect()
    };
    let office = (workdays(), 6_u16..=11, 5_u16..=9)
        .prop_map(move |(days, start, hours)| on(days, &[(start * 60, (start + hours) * 60)]));
    let quarters = (workdays(), 20_u16..=48, 16_u16..=40)
        .prop_map(move |(days, start, length)| on(days, &[(start * 15, (start + length) * 15)]));
    let night = (workdays(), 17_u16..=23, 6_u16..=10)
        .prop_map(move |(days, start, hours)| on(days, &[(start * 60, (start + hours) * 60)]));
    let split = (workdays(), 6_u16..=10, 60_u16..=300, 15_u16..=180, 60_u16..=240).prop_map(
        move |(days, start, first, pause, second)| {
            let (start, noon) = (start * 60, start * 60 + first);
            on(days, &[(start, noon), (noon + pause, noon + pause + second)])
        },
    );
    let touching =
        (workdays(), 0_u16..=23, 60_u16..=700, 60_u16..=700).prop_map(move |(days, start, a, b)| {
            let middle = (start * 60 + a).min(1439);
            on(days, &[(start * 60, middle.max(start * 60 + 1)), (middle, middle + b)])
        });
    let round_the_clock = workdays().prop_map(move |days| on(days, &[(0, 1440)]));
    let odd = vec((0_u8..7, 0_u16..1440, 1_u16..=1440), 1..5)
        .prop_map(|odd| odd.into_iter().map(|(day, start, length)| (day, start, start + length)).collect());
    prop_oneof![
        8 => office, 3 => quarters, 2 => night, 2 => split, 1 => touching, 1 => round_the_clock, 1 => odd
    ]
}

fn workdays() -> impl Strategy<Value = Vec<u8>> {
    prop_oneof![
        5 => Just(vec![0, 1, 2, 3, 4]),
        1 => Just(vec![6, 0, 1, 2, 3]),
        1 => Just(vec![0, 1, 2, 3, 4, 5, 6]),
        2 => proptest::sample::subsequence(vec![0, 1, 2, 3, 4, 5, 6], 1..=4),
    ]
}

/// Office hours more often than anything else, so that people share some.
fn day_shifts() -> impl Strategy<Value = Vec<Shift>> {
    let office = (prop_oneof![4 => Just(5_u8), 1 => Just(4), 1 => Just(3)], 16_u16..=22, 5_u16..=9);
    let office = office.prop_map(|(days, start, hours)| {
        (0..days).map(|day| (day, start * 30, start * 30 + hours * 60)).collect()
    });
    prop_oneof![5 => office, 1 => shifts()]
}

/// Somebody with dated exceptions within the horizon.
fn dated_person(
    changing: &'static [&'static str],
    from: NaiveDate,
    days: u32,
) -> impl Strategy<Value = Person> {
    let home = prop_oneof![1 => select(changing).prop_map(Place::Iana), 1 => place()];
    let within = move || (0..days + 4).prop_map(move |day| from - Days::new(2) + Days::new(day.into()));
    let stay = (within(), 1_u64..10, place())
        .prop_map(|(first, days, place)| (first, first + Days::new(days), place));
    let second = prop_oneof![7 => Just(None), 1 => (place(), shifts()).prop_map(Some)];
    let stays = prop_oneof![4 => Just(Vec::new()), 1 => vec(stay, 1..=2)];
    let days_off = prop_oneof![2 => Just(Vec::new()), 1 => vec(within(), 1..=4)];
    (home, shifts(), stays, second, days_off, attendance()).prop_map(
        |(place, shifts, stays, second, days_off, attendance)| {
            let mut posts = vec![Post { place, shifts, stays }];
            posts.extend(second.map(|(place, shifts)| Post::new(place, shifts)));
            let mut person = Person { posts, days_off, attendance };
            apart(&mut person);
            person
        },
    )
}

/// Somebody whose ordinary week is of interest.
fn yearly_person(
    places: impl Strategy<Value = Place>,
    from: NaiveDate,
    days: u32,
) -> impl Strategy<Value = Person> {
    let stay = (0..days, 1_u64..90, place()).prop_map(move |(day, days, place)| {
        let first = from + Days::new(day.into());
        (first, first + Days::new(days), place)
    });
    let stays = prop_oneof![12 => Just(Vec::new()), 1 => vec(stay, 1..=1)];
    let second = prop_oneof![12 => Just(None), 1 => (place(), shifts()).prop_map(Some)];
    (places, day_shifts(), stays, second, attendance()).prop_map(
        |(place, shifts, stays, second, attendance)| {
            let mut posts = vec![Post { place, shifts, stays }];
            posts.extend(second.map(|(place, shifts)| Post::new(place, shifts)));
            let mut person = Person { posts, days_off: Vec::new(), attendance };
            apart(&mut person);
            person
        },
    )
}

/// Two posts in one place are one.
fn apart(person: &mut Person) {
    if person.posts.len() == 2 && person.posts[0].place == person.posts[1].place {
        person.posts.pop();
    }
}

fn attendance() -> impl Strategy<Value = Attendance> {
    prop_oneof![
        8 => Just(Attendance::Unmarked), 1 => Just(Attendance::Required), 2 => Just(Attendance::Optional)
    ]
}

/// Gives some people the week of somebody before them.
fn with_twins(people: Vec<Person>, twins: &[(bool, usize)]) -> Vec<Person> {
    let mut crew: Vec<Person> = Vec::new();
    for (person, (twin, of)) in people.into_iter().zip(twins) {
        match crew.get(of % crew.len().max(1)) {
            Some(known) if *twin => crew.push(Person { attendance: person.attendance, ..known.clone() }),
            _ => crew.push(person),
        }
    }
    crew
}

fn twins() -> impl Strategy<Value = Vec<(bool, usize)>> {
    vec((proptest::bool::weighted(0.15), 0_usize..8), 8)
}

/// A team over a few days around clock changes, for questions about instants.
pub fn dated_crew(size: RangeInclusive<usize>) -> impl Strategy<Value = Crew> {
    let home =
        select(&["UTC", "Europe/Berlin", "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe"][..]);
    (select(CLOCK_CHANGES), 0_u64..5, 1_u32..=14, home).prop_flat_map(
        move |((change, places), before, days, home)| {
            let from = date(change) - Days::new(before);
            let crew = (vec(dated_person(places, from, days), size.clone()), twins());
            crew.prop_map(move |(people, twins)| Crew {
                people: with_twins(people, &twins),
                from,
                days,
                home: Place::Iana(home),
            })
        },
    )
}

/// A team over some months, for questions about seasons: half of them neighbours, who share some hours.
pub fn yearly_crew(size: RangeInclusive<usize>) -> impl Strategy<Value = Crew> {
    let days = prop_oneof![2 => Just(364_u32), 1 => 20_u32..=420];
    let places = prop_oneof![1 => Just(PLACES), 3 => select(NEIGHBOURS)];
    let start = (0_u32..6000, days, places);
    start.prop_flat_map(move |(after, days, places)| {
        let from = date("2021-01-01") + Days::new(after.into());
        let person = yearly_person(select(places).prop_map(Place::Iana), from, days);
        (vec(person, size.clone()), twins()).prop_map(move |(people, twins)| Crew {
            people: with_twins(people, &twins),
            from,
            days,
            home: Place::Iana("UTC"),
        })
    })
}

/// Thresholds; the steps are coarse, because the reference tries every one.
pub fn rules() -> impl Strategy<Value = Rules> {
    let clock = |usual: (i32, i32)| {
        prop_oneof![3 => Just(usual), 1 => (0_i32..24, 1_i32..24).prop_map(|(start, hours)| {
            (start * 60, (start + hours) % 24 * 60)
        })]
    };
    let target = prop_oneof![1 => Just(240_u32), 2 => 20_u32..=480];
    let step = select(&[30, 45, 60, 60, 120, 120, 240][..]);
    let grace = prop_oneof![2 => Just(7_u32), 1 => 0_u32..=120];
    (target, select(&[0, 60, 120, 150, 240, 720][..]), clock((420, 1260)), clock((1320, 360)), grace, step)
        .prop_map(|(target, max_shift, reasonable, night, grace_days, step)| Rules {
            target,
            max_shift,
            reasonable,
            night,
            grace_days,
            step,
        })
}

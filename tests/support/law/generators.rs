//! Generators of teams for the second edition. `tests/law/reached.rs` counts that every branch is reached.

use std::ops::RangeInclusive;

use chrono::{Days, NaiveDate};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

use super::people::{Crew, Mark, Person, Place, Post, Shift, Stay};
use super::rules::Rules;
use crate::support::date;
use crate::support::generators::{place, shifts};

/// Zones whose office hours meet, west to east within a few hours; the last ones do not.
const REGIONS: &[&[&str]] = &[
    &["Europe/London", "Europe/Berlin", "Africa/Casablanca", "Africa/Cairo", "Europe/Helsinki"],
    &["America/New_York", "America/Chicago", "America/Los_Angeles", "America/Sao_Paulo", "America/St_Johns"],
    &["Asia/Tokyo", "Asia/Singapore", "Australia/Sydney", "Pacific/Auckland", "Australia/Lord_Howe"],
    &["Asia/Kolkata", "Asia/Kathmandu", "Asia/Dubai", "Europe/Helsinki"],
    &["America/New_York", "America/Sao_Paulo", "Europe/London", "Europe/Berlin"],
    &["America/New_York", "Europe/Berlin"],
    &["Europe/London", "Europe/Berlin", "Asia/Tokyo"],
    &["Europe/Berlin", "Europe/London", "Europe/Helsinki", "Pacific/Auckland"],
    &["Europe/Berlin", "Europe/London", "America/Los_Angeles", "America/Denver"],
    &["America/Los_Angeles", "Asia/Kolkata", "Pacific/Auckland"],
];

/// The clocks on which people far away keep hours.
const OTHER_CLOCKS: &[&str] = &["UTC", "America/New_York", "Europe/Berlin", "America/Los_Angeles"];

/// A team over some months, for questions about seasons.
pub fn yearly_crew(size: RangeInclusive<usize>) -> impl Strategy<Value = Crew> {
    let days = prop_oneof![3 => Just(364_u32), 1 => 20_u32..=420];
    (0_u32..2500, days, select(REGIONS)).prop_flat_map(move |(after, days, places)| {
        let from = date("2023-01-01") + Days::new(after.into());
        let person = person(places, from, days, 12);
        (vec(person, size.clone()), twins(), one_mark()).prop_map(move |(people, twins, mark)| {
            let mut people = with_twins(people, &twins);
            people.iter_mut().for_each(|person| person.mark = mark.unwrap_or(person.mark));
            Crew::new(people, from, days)
        })
    })
}

/// A team over four weeks around clock changes, for questions about dates: stays and days off are many.
pub fn dated_crew(size: RangeInclusive<usize>) -> impl Strategy<Value = Crew> {
    let changes = &["2026-03-01", "2026-03-22", "2026-10-12", "2026-10-26", "2026-09-21", "2011-12-19"];
    let homes = &["UTC", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe"];
    (select(&changes[..]), 0_u64..7, select(REGIONS), select(&homes[..])).prop_flat_map(
        move |(change, after, places, home)| {
            let from = date(change) + Days::new(after);
            let crew = (vec(person(places, from, 28, 4), size.clone()), twins());
            crew.prop_map(move |(people, twins)| Crew {
                home: Place::Iana(home),
                ..Crew::new(with_twins(people, &twins), from, 28)
            })
        },
    )
}

/// Somebody of a region; one in so many stays away for a while.
fn person(
    places: &'static [&'static str],
    from: NaiveDate,
    days: u32,
    one_in: u32,
) -> impl Strategy<Value = Person> {
    let within = move || (0..days + 4).prop_map(move |day| from - Days::new(2) + Days::new(day.into()));
    let length = prop_oneof![4 => (1_u64..=60).prop_map(Some), 1 => Just(None)];
    let stay = (within(), length, place()).prop_map(|(from, length, place)| Stay {
        from,
        to: length.map(|days| from + Days::new(days)),
        place,
    });
    let stays = prop_oneof![one_in => Just(Vec::new()), 2 => vec(stay, 1..=2)];
    let second = prop_oneof![24 => Just(None), 1 => (place(), shifts()).prop_map(Some)];
    let days_off = prop_oneof![one_in => Just(Vec::new()), 3 => vec(within(), 1..=4)];
    let hours = (prop_oneof![12 => office(), 2 => evening(), 1 => shifts()], hours_on());
    let home = select(places).prop_map(Place::Iana);
    (home, hours, stays, second, days_off, mark(), flex()).prop_map(
        |(place, (shifts, hours_on), stays, second, days_off, mark, flex)| {
            let mut posts = vec![Post { hours_on, stays, ..Post::new(place, shifts) }];
            // Two posts in one place are one.
            let elsewhere = second.filter(|(place, _)| *place != posts[0].place);
            posts.extend(elsewhere.map(|(place, shifts)| Post::new(place, shifts)));
            Person { posts, days_off, mark, flex }
        },
    )
}

fn on_days(days: &[u8], start: u16, length: u16) -> Vec<Shift> {
    days.iter().map(|day| (*day, start, start + length)).collect()
}

/// Day shifts, of part-timers and of other working weeks too, and now and then a shorter Friday.
fn office() -> impl Strategy<Value = Vec<Shift>> {
    let week = prop_oneof![
        8 => Just(vec![0, 1, 2, 3, 4]),
        1 => Just(vec![0, 1, 2, 3]),
        1 => Just(vec![6, 0, 1, 2, 3]),
        1 => subsequence(vec![0_u8, 1, 2, 3, 4], 2..=4),
    ];
    (week, 15_u16..=21, 10_u16..=18, proptest::bool::weighted(0.1)).prop_map(
        |(days, start, length, short)| {
            let mut shifts = on_days(&days, start * 30, length * 30);
            if let (true, Some(last)) = (short, shifts.last_mut()) {
                last.2 -= 120;
            }
            shifts
        },
    )
}

/// Late shifts, which run into the night.
fn evening() -> impl Strategy<Value = Vec<Shift>> {
    (26_u16..=42, 12_u16..=18).prop_map(|(start, length)| on_days(&[0, 1, 2, 3, 4], start * 30, length * 30))
}

fn hours_on() -> impl Strategy<Value = Option<Place>> {
    prop_oneof![9 => Just(None), 1 => select(OTHER_CLOCKS).prop_map(|id| Some(Place::Iana(id)))]
}

fn mark() -> impl Strategy<Value = Mark> {
    prop_oneof![8 => Just(Mark::Unmarked), 2 => Just(Mark::Required), 2 => Just(Mark::Optional)]
}

/// Now and then everybody's mark is the same.
fn one_mark() -> impl Strategy<Value = Option<Mark>> {
    let marks = &[Mark::Unmarked, Mark::Required, Mark::Optional];
    prop_oneof![6 => Just(None), 1 => select(&marks[..]).prop_map(Some)]
}

fn flex() -> impl Strategy<Value = Option<i32>> {
    prop_oneof![6 => Just(None), 4 => select(&[0, 60, 90, 180, 300, 900][..]).prop_map(Some)]
}

fn twins() -> impl Strategy<Value = Vec<(bool, usize)>> {
    vec((proptest::bool::weighted(0.3), 0_usize..8), 8)
}

/// Gives some people the week of somebody before them.
fn with_twins(people: Vec<Person>, twins: &[(bool, usize)]) -> Vec<Person> {
    let mut crew: Vec<Person> = Vec::new();
    for (person, (twin, of)) in people.into_iter().zip(twins) {
        match crew.get(of % crew.len().max(1)) {
            Some(known) if *twin => {
                crew.push(Person { mark: person.mark, flex: person.flex, ..known.clone() })
            }
            _ => crew.push(person),
        }
    }
    crew
}

/// Thresholds; the steps are coarse, because the reference tries every one. Targets lie on the step grid.
pub fn rules() -> impl Strategy<Value = Rules> {
    let clock = |usual: (i32, i32)| {
        prop_oneof![4 => Just(usual), 1 => (0_i32..24, 4_i32..20).prop_map(|(start, hours)| {
            (start * 60, (start + hours) % 24 * 60)
        })]
    };
    let grace = prop_oneof![3 => Just(7_u32), 1 => 0_u32..=60];
    let max_shift = select(&[0, 60, 120, 120, 120, 180, 240][..]);
    (1_u32..=7, max_shift, clock((420, 1260)), clock((1320, 360)), grace, select(&[60, 60, 120][..]))
        .prop_map(|(hours, max_shift, reasonable, night, grace_days, step)| Rules {
            target: (hours * 60).next_multiple_of(step as u32),
            max_shift,
            reasonable,
            night,
            grace_days,
            step,
        })
}

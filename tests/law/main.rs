//! The reference of the second edition by itself: answers worked out by hand, and what must hold whatever the
//! team.

#[allow(dead_code, reason = "each test file uses a part of it")]
#[path = "../support/mod.rs"]
mod support;

mod fit;
mod hours;
mod meeting;
mod plan;
mod properties;
mod reached;
mod reply;
mod verdict;

use chrono::NaiveDate;
use support::law::people::{Crew, Person, Place, Shift};

/// Somebody of a place who keeps hours written `Mon-Thu 9-17; Fri 9-14:30`; an end that is not later than its
/// start is the next day's.
fn person(zone: &'static str, hours: &str) -> Person {
    Person::new(Place::Iana(zone), shifts(hours))
}

fn shifts(hours: &str) -> Vec<Shift> {
    hours.split("; ").flat_map(stretch).collect()
}

fn stretch(text: &str) -> Vec<Shift> {
    let (days, hours) = text.split_once(' ').expect("days and hours");
    let day = |name: &str| {
        let days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
        days.iter().position(|day| *day == name).expect("a weekday") as u8
    };
    let (first, last) = days.split_once('-').unwrap_or((days, days));
    let minute = |clock: &str| -> u16 {
        let (hour, minute) = clock.split_once(':').unwrap_or((clock, "0"));
        hour.parse::<u16>().expect("an hour") * 60 + minute.parse::<u16>().expect("a minute")
    };
    let (start, end) = hours.split_once('-').expect("a start and an end");
    let (start, end) = (minute(start), minute(end));
    let end = if end <= start { end + 1440 } else { end };
    // Sunday to Thursday goes round the week.
    let count = (day(last) + 7 - day(first)) % 7 + 1;
    (0..count).map(|later| ((day(first) + later) % 7, start, end)).collect()
}

fn date(text: &str) -> NaiveDate {
    support::date(text)
}

/// 364 days from 23 November 2026.
fn year(people: Vec<Person>) -> Crew {
    Crew::new(people, date("2026-11-23"), 364)
}

/// Monday to Friday from 9 to 17.
const OFFICE: &str = "Mon-Fri 9-17";

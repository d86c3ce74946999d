//! A file's roster as a crew of the reference. Cells are read here once more, so that nothing of the library
//! has a say.

use std::collections::BTreeSet;

use chrono::{Days, NaiveDate};

use crate::corpus::{Date, Hire, Row, TeamFile};
use crate::support::law::people::{Crew, Mark, Person, Place, Post, Shift, Stay};
use crate::support::law::rules::Rules;

/// A team with the names of its people.
pub struct Roster {
    pub crew: Crew,
    pub rules: Rules,
    pub names: Vec<String>,
    /// For each person the row that describes them.
    rows: Vec<String>,
    /// Public holidays are left out: their dates would be the library's.
    pub holidays_left_out: usize,
}

impl Roster {
    pub fn of(file: &TeamFile) -> Self {
        let (from, default_to) = (file.from.0, file.from.0 + Days::new(364));
        let to = file.to.as_ref().map_or(default_to, |Date(to)| *to);
        let (mut people, mut names, mut rows) = (Vec::new(), Vec::new(), Vec::new());
        for row in &file.people {
            for number in 1..=row.count.unwrap_or(1) {
                let counted = row.count.is_some();
                names.push(if counted { format!("{} {number}", row.name) } else { row.name.clone() });
                rows.push(row.name.clone());
                people.push(person(row));
            }
        }
        assert_eq!(names.iter().collect::<BTreeSet<_>>().len(), names.len(), "a name stands once");
        let target = file.policy.as_ref().and_then(|policy| policy.target.as_deref());
        let rules = Rules::default();
        let rules = target.map_or(rules.clone(), |target| rules.with_target(duration(target) as u32));
        let crew = Crew {
            home: place(&file.home),
            ..Crew::new(people, from, (to - from).num_days().try_into().expect("a horizon"))
        };
        let holidays_left_out = file.people.iter().filter(|row| row.holidays.is_some()).count();
        Self { crew, rules, names, rows, holidays_left_out }
    }

    /// The places of somebody, or of everybody of a counted row (`Berlin*`).
    pub fn places(&self, name: &str) -> Vec<usize> {
        let is_meant = |one: &usize| match name.strip_suffix('*') {
            Some(row) => self.rows[*one] == row && self.names[*one] != row,
            None => self.names[*one] == name,
        };
        let places: Vec<usize> = (0..self.names.len()).filter(is_meant).collect();
        assert!(!places.is_empty(), "{name:?} is nobody in the roster");
        places
    }

    pub fn place(&self, name: &str) -> usize {
        let places = self.places(name);
        assert_eq!(places.len(), 1, "{name:?} is one person");
        places[0]
    }

    /// The people of a list of names, in roster order.
    pub fn group(&self, names: &[String]) -> Vec<usize> {
        let places: BTreeSet<usize> = names.iter().flat_map(|name| self.places(name)).collect();
        places.into_iter().collect()
    }

    /// The groups of a list of lists, in the order of their first people.
    pub fn groups(&self, groups: &[Vec<String>]) -> Vec<Vec<usize>> {
        let mut groups: Vec<Vec<usize>> = groups.iter().map(|names| self.group(names)).collect();
        groups.sort();
        groups
    }

    /// The names of some people, as failures show them.
    pub fn named(&self, places: &[usize]) -> String {
        let names: Vec<&str> = places.iter().map(|one| self.names[*one].as_str()).collect();
        names.join(", ")
    }
}

/// Somebody who may join.
pub fn candidate(hire: &Hire) -> Person {
    let person = Person::new(place(&hire.zone), shifts(&hire.hours, &hire.days));
    Person { flex: hire.flex.as_deref().map(duration), ..person }
}

fn person(row: &Row) -> Person {
    let mut zones = row.zone.split("; ");
    let post = Post {
        hours_on: row.hours_clock.as_deref().map(place),
        stays: Vec::new(),
        ..Post::new(place(zones.next().expect("a zone")), shifts(&row.hours, &row.days))
    };
    let post = Post { stays: zones.map(stay).collect(), ..post };
    let mark = match row.required.as_deref() {
        None => Mark::Unmarked,
        Some("yes") => Mark::Required,
        Some("no") => Mark::Optional,
        Some(other) => panic!("required = {other:?}"),
    };
    let days_off = row.off.iter().flat_map(|off| off.split("; ").flat_map(dates)).collect();
    Person { posts: vec![post], days_off, mark, flex: row.flex.as_deref().map(duration) }
}

/// `America/Bahia from 2027-01-04 to 2027-03-31`, the last day included.
fn stay(text: &str) -> Stay {
    let (zone, dates) = text.split_once(" from ").expect("a stay has a first day");
    let (from, to) = dates.split_once(" to ").map_or((dates, None), |(from, to)| (from, Some(to)));
    Stay { from: date(from), to: to.map(|last| date(last) + Days::new(1)), place: place(zone) }
}

/// `2027-06-25` or `2026-12-24..2027-01-06`, the last day included.
fn dates(text: &str) -> Vec<NaiveDate> {
    let (first, last) = text.split_once("..").unwrap_or((text, text));
    let last = date(last);
    date(first).iter_days().take_while(|date| *date <= last).collect()
}

fn date(text: &str) -> NaiveDate {
    crate::support::date(text)
}

pub fn place(zone: &str) -> Place {
    Place::Iana(zone.to_owned().leak())
}

/// `9-17` or `9-14,16-19` on each of the days, or `Mon-Thu 9-17; Fri 9-14`, which names those days again.
fn shifts(hours: &str, days: &str) -> Vec<Shift> {
    let days = weekdays(days);
    let names_days = hours.contains(' ');
    let mut shifts = Vec::new();
    for part in hours.split("; ") {
        let (own_days, stretches) = match part.split_once(' ') {
            Some((days, stretches)) => (weekdays(days), stretches),
            None => (days.clone(), part),
        };
        for day in own_days {
            shifts.extend(stretches.split(',').map(|stretch| {
                let (start, end) = stretch_of_day(stretch);
                (day, start, end)
            }));
        }
    }
    let stated: BTreeSet<u8> = shifts.iter().map(|shift| shift.0).collect();
    assert!(!names_days || stated == days.iter().copied().collect(), "{hours:?} names other days");
    shifts
}

/// An end that is not later than its start is the next day's.
fn stretch_of_day(text: &str) -> (u16, u16) {
    let (start, end) = text.split_once('-').unwrap_or_else(|| panic!("hours {text:?}"));
    let (start, end) = (clock(start) as u16, clock(end) as u16);
    (start, if end <= start { end + 1440 } else { end })
}

/// `Mon-Fri`, `Sat-Wed` (around the week) or `Tue,Thu`.
fn weekdays(text: &str) -> Vec<u8> {
    let range = |part: &str| {
        let (first, last) = part.split_once('-').unwrap_or((part, part));
        let (first, last) = (weekday(first), weekday(last));
        (0..=(last + 7 - first) % 7).map(move |later| (first + later) % 7)
    };
    text.split(',').flat_map(range).collect()
}

/// Monday is 0.
pub fn weekday(name: &str) -> u8 {
    let names = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
    names.iter().position(|known| *known == name).unwrap_or_else(|| panic!("weekday {name:?}")) as u8
}

/// `9` or `18:30`, in minutes.
pub fn clock(text: &str) -> i32 {
    let (hours, minutes) = text.split_once(':').unwrap_or((text, "0"));
    let number = |digits: &str| digits.parse::<i32>().unwrap_or_else(|_| panic!("clock time {text:?}"));
    number(hours) * 60 + number(minutes)
}

/// `0`, `45m`, `2h` or `90m`, in minutes.
pub fn duration(text: &str) -> i32 {
    let number = |digits: &str| digits.parse::<i32>().unwrap_or_else(|_| panic!("duration {text:?}"));
    match (text.strip_suffix('h'), text.strip_suffix('m')) {
        (Some(hours), _) => number(hours) * 60,
        (_, Some(minutes)) => number(minutes),
        _ if text == "0" => 0,
        _ => panic!("duration {text:?}"),
    }
}

/// Minutes as `8:00`.
pub fn shown(minutes: u32) -> String {
    format!("{}:{:02}", minutes / 60, minutes % 60)
}

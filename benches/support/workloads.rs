//! Teams and rosters of any size, the same in every run.
//!
//! | mix | who |
//! |---|---|
//! | `worldwide` | a company with hubs on every continent and one member in seven anywhere else; night shifts, part-timers, breaks. A million members come to about 2,600 schedules |
//! | `regional` | the same on one continent |
//! | `office` | `regional` with office hours only: a team that shares time all year, in zones whose rules chrono-tz knows as well |
//! | `distinct` | the worst case: no two members have the same zone and hours, and each has a day off |
//! | `real` | fifty people drawn from the cities of the world by population, with the hours that people keep, one of them on call all week |

use std::collections::HashMap;
use std::fmt::Write as _;

use chrono::{Days, NaiveDate, Offset, TimeDelta, TimeZone, Utc};
use tzplan::team::TeamBuilder;
use tzplan::{Attendance, Member, Schedule, Team, Tzdb, WeeklyHours, Zone};

use super::random::Xorshift;

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Mix {
    Worldwide,
    Regional,
    Office,
    Distinct,
}

/// Whether a roster has the column that costs most.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Addresses {
    With,
    Without,
}

/// Where companies have offices, and how many of a thousand members each has.
const HUBS: &[(&str, u64)] = &[
    ("America/New_York", 130),
    ("America/Los_Angeles", 90),
    ("Asia/Kolkata", 90),
    ("Europe/London", 80),
    ("America/Chicago", 60),
    ("Europe/Berlin", 60),
    ("Europe/Warsaw", 40),
    ("Asia/Manila", 35),
    ("America/Toronto", 30),
    ("America/Sao_Paulo", 30),
    ("Europe/Paris", 30),
    ("Europe/Madrid", 25),
    ("Europe/Bucharest", 20),
    ("Europe/Kyiv", 20),
    ("Asia/Singapore", 20),
    ("Asia/Tokyo", 20),
    ("Australia/Sydney", 20),
    ("America/Mexico_City", 15),
    ("America/Argentina/Buenos_Aires", 15),
    ("America/Bogota", 10),
    ("Africa/Lagos", 10),
    ("Africa/Johannesburg", 10),
    ("America/Denver", 10),
    ("Europe/Lisbon", 10),
    ("Asia/Jerusalem", 10),
    ("Africa/Cairo", 5),
    ("Asia/Shanghai", 5),
];

/// Hours and days, and how many of a thousand members keep them. The first five are office hours
/// without a break: even people three hours apart share some of them.
const HOURS: &[(&str, &str, u64)] = &[
    ("09:00-17:00", "Mon-Fri", 320),
    ("09:00-18:00", "Mon-Fri", 240),
    ("10:00-18:00", "Mon-Fri", 140),
    ("08:00-16:00", "Mon-Fri", 100),
    ("08:30-17:00", "Mon-Fri", 50),
    ("09:00-12:30,13:30-18:00", "Mon-Fri", 50),
    ("10:00-19:00", "Mon-Fri", 30),
    ("07:00-15:00", "Mon-Fri", 20),
    ("09:00-18:00", "Mon-Thu", 10),
    ("09:00-13:00", "Mon-Fri", 10),
    ("09:00-17:00", "Mon-Wed", 6),
    ("12:00-20:00", "Tue-Sat", 6),
    ("14:00-22:00", "Mon-Fri", 8),
    ("22:00-06:00", "Sun-Thu", 10),
];
const OFFICE: usize = 5;

const FIRST_NAMES: &[&str] = &[
    "Ana",
    "Ben",
    "Chloe",
    "Dalia",
    "Eiji",
    "Fatima",
    "Goran",
    "Hana",
    "Igor",
    "Julia",
    "Kofi",
    "Lena",
    "Mateus",
    "Nia",
    "Olu",
    "Priya",
    "Quentin",
    "Rosa",
    "Siddharth",
    "Tomasz",
];
const LAST_NAMES: &[&str] = &[
    "Silva",
    "Meyer",
    "Dubois",
    "Haddad",
    "Tanaka",
    "Okafor",
    "Kowalski",
    "Petrov",
    "Garcia",
    "Smith",
    "Johnson",
    "Popescu",
    "Shevchenko",
    "Santos",
    "Patel",
    "Nguyen",
    "Reyes",
    "Brown",
    "Levi",
    "Ivanova",
];

/// What the roster says of one person.
#[derive(Clone, Debug)]
pub struct Person {
    pub number: usize,
    pub name: String,
    pub zone: &'static str,
    pub hours: String,
    pub days: &'static str,
    pub off: Option<NaiveDate>,
}

/// The members of a mix, in roster order.
pub fn people(mix: Mix, members: usize) -> impl Iterator<Item = Person> {
    let tail = tail(mix);
    let mut random = Xorshift::new();
    let european = |zone: &str| zone.starts_with("Europe/");
    let hubs: Vec<_> =
        HUBS.iter().filter(|(zone, _)| mix == Mix::Worldwide || european(zone)).copied().collect();
    (0..members).map(move |number| {
        let first = FIRST_NAMES[random.below(FIRST_NAMES.len() as u64) as usize];
        let last = LAST_NAMES[random.below(LAST_NAMES.len() as u64) as usize];
        let name = format!("{first} {last}");
        if mix == Mix::Distinct {
            return distinct(number, name, &tail);
        }
        let elsewhere = random.below(7) == 0;
        let zone = if elsewhere {
            tail[random.below(tail.len() as u64) as usize]
        } else {
            hubs[random.weighted(hubs.iter().map(|hub| hub.1))].0
        };
        let usual = if elsewhere || mix == Mix::Office { OFFICE } else { HOURS.len() };
        let (hours, days, _) = HOURS[random.weighted(HOURS[..usual].iter().map(|hours| hours.2))];
        let sunday_first = ["Asia/Jerusalem", "Africa/Cairo"].contains(&zone) && days == "Mon-Fri";
        let days = if sunday_first { "Sun-Thu" } else { days };
        Person { number, name, zone, hours: hours.to_owned(), days, off: None }
    })
}

/// Another start and length of the day for each of 17,280 members, then the same in other zones.
fn distinct(number: usize, name: String, zones: &[&'static str]) -> Person {
    // 97 and the 288 starts have no common divisor: every start comes once before the length changes.
    let start = number * 97 % 288 * 5;
    let end = (start + 360 + 5 * (number / 288 % 60)) % 1440;
    let hours = format!("{:02}:{:02}-{:02}:{:02}", start / 60, start % 60, end / 60, end % 60);
    let monday = NaiveDate::from_ymd_opt(2026, 11, 23).expect("a date");
    let off = monday.checked_add_days(Days::new(number as u64 % 364));
    let zone = zones[(number + number / 17_280) % zones.len()];
    Person { number, name, zone, hours, days: "Mon-Fri", off }
}

/// The zones outside the hubs.
fn tail(mix: Mix) -> Vec<&'static str> {
    const CONTINENTS: [&str; 8] =
        ["Africa/", "America/", "Asia/", "Atlantic/", "Australia/", "Europe/", "Indian/", "Pacific/"];
    let inside = |id: &str| match mix {
        Mix::Worldwide | Mix::Distinct => CONTINENTS.iter().any(|continent| id.starts_with(continent)),
        Mix::Regional => id.starts_with("Europe/"),
        Mix::Office => id.starts_with("Europe/") && agrees_with_chrono_tz(id),
    };
    Tzdb::bundled().ids().filter(|id| inside(id)).collect()
}

/// Whether chrono-tz, whose rules are older, has the same offsets around the planned year.
fn agrees_with_chrono_tz(id: &str) -> bool {
    let Ok(theirs) = id.parse::<chrono_tz::Tz>() else { return false };
    let ours = Zone::iana(id).expect("an id of the database");
    let first = Utc.with_ymd_and_hms(2026, 11, 1, 0, 0, 0).unwrap().naive_utc();
    (0..24 * 420)
        .map(|hour| first + TimeDelta::hours(hour))
        .all(|at| ours.offset_from_utc_datetime(&at).fix() == theirs.offset_from_utc_datetime(&at).fix())
}

/// Fifty people of the world, one of them on call: by line a zone, days and hours.
pub fn real() -> Team {
    let mut team = Team::new();
    for (number, line) in include_str!("real_mix.txt").lines().enumerate() {
        let (zone, hours) = line.split_once(' ').expect("a zone, then hours");
        let zone = Zone::iana(zone).expect("an id of the database");
        team.add(Member::new(format!("member {number}"), zone).hours(hours.parse().expect("hours")));
    }
    team
}

/// The members of a mix as a team.
pub fn team(mix: Mix, members: usize) -> Team {
    let mut team = TeamBuilder::new();
    let (mut zones, mut known) = (HashMap::new(), HashMap::new());
    for person in people(mix, members) {
        let Person { name, zone, hours, days, off, .. } = person;
        let id = *known.entry((zone, hours, days, off)).or_insert_with_key(|(zone, hours, days, off)| {
            let zone = zones.entry(*zone).or_insert_with(|| Zone::iana(zone).expect("an id of the database"));
            let hours: WeeklyHours = format!("{days} {hours}").parse().expect("hours");
            team.intern(Schedule::new(zone.clone(), hours).with_days_off(*off))
        });
        team.add_row(&name, id, Attendance::Unmarked, None, None);
    }
    team.build()
}

/// The worldwide mix in teams of eight, marked with them.
pub fn in_teams(teams: usize) -> Team {
    let mut team = TeamBuilder::new();
    for (number, member) in self::team(Mix::Worldwide, teams * 8).members().enumerate() {
        let id = team.intern(member.schedule().clone());
        let label = team.label(&format!("team {}", number / 8));
        team.add_row(member.name(), id, Attendance::Unmarked, Some(label), None);
    }
    team.build()
}

/// A team and somebody in Berlin who is on call around the clock.
pub fn with_one_on_call(mut team: Team) -> Team {
    let hours = "Mon-Sun 00:00-24:00".parse().expect("hours");
    let berlin = Zone::iana("Europe/Berlin").expect("an id of the database");
    team.add(Member::new("On call", berlin).hours(hours));
    team
}

/// The members of a mix as the bytes of a roster.
pub fn csv(mix: Mix, members: usize, addresses: Addresses) -> Vec<u8> {
    let email = addresses == Addresses::With;
    let mut text = String::from(if email { "name,email," } else { "name," });
    text.push_str("team,role,timezone,hours,days,off\n");
    for Person { number, name, zone, hours, days, off } in people(mix, members) {
        let _ = write!(text, "{name},");
        if email {
            let _ = write!(text, "{}.{number}@example.com,", name.to_lowercase().replace(' ', "."));
        }
        let (unit, role) = (number % 400, ["engineer", "designer", "support"][number % 3]);
        let quote = if hours.contains(',') { "\"" } else { "" };
        let off = off.map(|date| date.to_string()).unwrap_or_default();
        let _ = writeln!(text, "unit {unit},{role},{zone},{quote}{hours}{quote},{days},{off}");
    }
    text.into_bytes()
}

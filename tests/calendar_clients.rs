//! Calendars read back by programs that are not ours: Python's `icalendar` with `recurring-ical-events`,
//! `vobject`, and `ical.js`. `tests/calendar_clients/install.sh` installs them beside the build; where they
//! are missing, what is skipped is said; with `TEST_CALENDARS=required` it fails. `TEST_CLIENTS` names
//! another directory to look in.

#[allow(dead_code, reason = "each test file uses a part of it")]
#[path = "support/mod.rs"]
mod support;

use std::path::{Path, PathBuf};
use std::process::Command;

use chrono::{Datelike, Days, NaiveDate, Weekday};
use serde_json::Value;
use support::crew::{Crew, Person, Place, daily};
use support::reference::meeting::{asked, occurrences};
use support::reference::target::Rules;
use support::{date, tz_versions};
use tzplan::agreement::{Agreement, AgreementOptions};
use tzplan::meeting::{MeetingOptions, Meetings, RotationOptions, Slot};
use tzplan::{ClockTime, Minutes, Policy, PreparedTeam, Team, Tzdb};
use tzplan_report::ics::{Invitation, Spoilt};
use tzplan_report::{Context, ics};

/// Zones with something to get wrong, and years from which it is.
const CASES: [(&str, &str); 19] = [
    ("America/New_York", "2026-11-23"),
    ("Europe/Berlin", "2026-11-23"),
    ("Asia/Kolkata", "2026-11-23"),
    ("Asia/Kathmandu", "2026-11-23"),
    ("Australia/Lord_Howe", "2026-11-23"), // half an hour of daylight time
    ("Africa/Casablanca", "2026-01-05"),   // Ramadan, and +00 for good in September
    ("America/Vancouver", "2026-01-05"),   // −07 for good in March
    ("America/Vancouver", "2026-11-23"),
    ("Europe/London", "2026-11-23"),
    ("Europe/Dublin", "2026-11-23"), // winter is the daylight time, an hour negative
    ("Pacific/Apia", "2026-11-23"),
    ("Pacific/Apia", "2011-07-04"),     // skipped 30 December, a Friday
    ("America/Santiago", "2026-11-23"), // changes at midnight
    ("Pacific/Chatham", "2026-11-23"),
    ("Africa/Cairo", "2026-11-23"), // changes at midnight
    ("Pacific/Kiritimati", "2026-11-23"),
    ("America/St_Johns", "2026-11-23"),
    ("Etc/UTC", "2026-11-23"),
    ("Atlantic/Azores", "2026-11-23"),
];
const INVITATION: Invitation<'_> = Invitation { title: "Team meeting", spoilt: Spoilt::LeftOut };

/// A calendar and the instants that it is to hold: start and end in minutes since 1970.
struct Calendar {
    told: String,
    text: Vec<u8>,
    expected: Vec<[i32; 2]>,
}

/// Somebody always at work there, but for some weeks.
fn crew(place: Place, from: NaiveDate, home: Place) -> Crew {
    let mut person = Person::new(place, daily(0, 24));
    let weeks = [0_u64, 9, 10, 30, 51].iter().map(|week| from + Days::new(week * 7));
    person.days_off = weeks.flat_map(|monday| (0..7).map(move |day| monday + Days::new(day))).collect();
    Crew { people: vec![person], from, days: 364, home }
}

fn context() -> Context<'static> {
    Context { source: "team.csv", tzdb: "", changes: &[], assumptions: &[], settings: &[], again: "" }
}

/// The weekday and the minute in the middle of every gap and fold of a year, and two ordinary slots.
fn slots(crew: &Crew) -> Vec<(u32, u16)> {
    let mut slots = vec![(1, 10 * 60), (3, 23 * 60 + 45)];
    let range = crew.horizon().range();
    let pieces: Vec<_> = crew.home.zone().offsets(range.start().to_utc(), range.end().to_utc()).collect();
    for pair in pieces.windows(2) {
        let [before, after] = [pair[0], pair[1]].map(|piece| i64::from(piece.offset.local_minus_utc()) / 60);
        let middle = pair[1].start.timestamp() / 60 + (before + after) / 2;
        let day = (middle.div_euclid(1440) + 3).rem_euclid(7) as u32;
        slots.push((day, middle.rem_euclid(1440) as u16));
        // An hour before, so that a meeting of 45 minutes at least may run into the change.
        slots.push((day, (middle - 30).rem_euclid(1440) as u16));
    }
    slots.sort_unstable();
    slots.dedup();
    slots
}

fn meetings(team: &Team, horizon: &tzplan::Horizon, duration: u32) -> Meetings {
    let mut options = MeetingOptions::default();
    (options.duration, options.days) = (Minutes(duration), Some(chrono::WeekdaySet::ALL));
    Meetings::new(&PreparedTeam::new(team, horizon.clone()), &Policy::default(), &options)
}

fn recurring(place: &Place, from: NaiveDate, duration: u32) -> Vec<Calendar> {
    let crew = crew(place.clone(), from, place.clone());
    let (team, horizon) = (crew.team(), crew.horizon());
    let meetings = meetings(&team, &horizon, duration);
    let calendar = |(day, time): (u32, u16)| {
        let slot = Slot::weekly(
            Weekday::try_from(day as u8).expect("a weekday"),
            ClockTime::from_minutes(time).expect("a time of day"),
        );
        let mut text = Vec::new();
        ics::slot(&mut text, &team, &meetings, slot, INVITATION, context()).expect("a vector takes all");
        let dates = occurrences(&crew, place, day, time.into()).into_iter();
        let ends = dates.map(|(_, start)| [start, start + duration as i32]);
        let is_held =
            |[start, end]: &[i32; 2]| !asked(&crew.people[0], &Rules::default(), *start, *end).missed();
        let expected = ends.filter(is_held);
        let told = format!("{place:?} from {from}, {} {}, {duration} minutes", slot.day(), slot.time);
        Calendar { told, text, expected: expected.collect() }
    };
    slots(&crew).into_iter().map(calendar).collect()
}

/// The weeks of a series that is written for one year and read until 2039, by the zone's yearly rules.
const THIRTEEN_YEARS: u64 = 13 * 52;

/// Fridays at noon and Sundays at 10:00 from a year on: the file is written for that year and its end put
/// off, so that what is read rests on the rules.
fn by_yearly_rules(id: &'static str) -> Vec<Calendar> {
    let (place, from) = (Place::Iana(id), date("2026-11-23"));
    let mut crew = crew(place.clone(), from, place.clone());
    crew.people[0].days_off.clear();
    let (team, horizon) = (crew.team(), crew.horizon());
    let meetings = meetings(&team, &horizon, 45);
    let (mut longer, weeks) = (crew.clone(), THIRTEEN_YEARS);
    longer.days = (weeks * 7) as u32;
    let calendar = |(day, time): (u32, u16)| {
        let slot = Slot::weekly(
            Weekday::try_from(day as u8).expect("a weekday"),
            ClockTime::from_minutes(time).expect("a time"),
        );
        let mut text = Vec::new();
        ics::slot(&mut text, &team, &meetings, slot, INVITATION, context()).expect("a vector takes all");
        let text = String::from_utf8(text).expect("UTF-8");
        let (before, rest) = text.split_once("RRULE:FREQ=WEEKLY;UNTIL=").expect("a series");
        let (_, after) = rest.split_once("\r\n").expect("a line");
        let last = from + Days::new(weeks * 7);
        let text = format!("{before}RRULE:FREQ=WEEKLY;UNTIL={}T000000Z\r\n{after}", last.format("%Y%m%d"));
        let expected = occurrences(&longer, &place, day, time.into()).into_iter();
        let expected = expected.map(|(_, start)| [start, start + 45]).collect();
        Calendar {
            told: format!("{id} by yearly rules, {} {}", slot.day(), slot.time),
            text: text.into_bytes(),
            expected,
        }
    };
    [(4, 12 * 60), (6, 10 * 60)].map(calendar).into()
}

/// Agreements of teams on both sides of clock changes: core hours, stand-ups and notices.
fn agreements() -> Vec<Calendar> {
    let teams: [&[(&str, [u16; 2])]; 3] = [
        &[("America/Sao_Paulo", [9, 17]), ("Europe/Berlin", [9, 17]), ("Europe/London", [10, 18])],
        &[
            ("America/Los_Angeles", [9, 17]),
            ("America/Denver", [9, 17]),
            ("Europe/Berlin", [9, 17]),
            ("Europe/Paris", [9, 17]),
        ],
        // Around the hour in which Lord Howe changes its clocks, every day.
        &[("Australia/Lord_Howe", [0, 8]), ("Australia/Sydney", [0, 8])],
    ];
    teams.map(agreed).into()
}

fn agreed(people: &[(&'static str, [u16; 2])]) -> Calendar {
    let home = Place::Iana(people[people.len() - 1].0);
    let mut crew = crew(home.clone(), date("2026-11-23"), home);
    let person = |(id, [from, to]): &(&'static str, [u16; 2])| {
        let shifts = if *from == 0 { daily(*from, *to) } else { support::crew::weekdays(*from, *to) };
        Person::new(Place::Iana(id), shifts)
    };
    crew.people = people.iter().map(person).collect();
    let prepared = PreparedTeam::new(&crew.team(), crew.horizon());
    let plan = tzplan::Plan::of(&prepared, &Policy::default());
    let agreement = Agreement::of(&prepared, &plan, &AgreementOptions::default());
    let mut text = Vec::new();
    ics::agreement(&mut text, &agreement, context()).expect("a vector takes all");
    let mut expected: Vec<[i32; 2]> = Vec::new();
    let instants = |occurrence: &tzplan::meeting::Occurrence| {
        [occurrence.start.epoch_minutes(), occurrence.end.epoch_minutes()]
    };
    for group in 0..agreement.groups.len() {
        for season in 0..agreement.seasons.len() {
            let runs = agreement.core_hours_of(group, season);
            expected.extend(runs.iter().flat_map(|run| &run.occurrences).map(instants));
        }
    }
    for standup in &agreement.standups {
        match (standup.in_turn(), &standup.choice) {
            (Some(turns), _) => expected.extend(turns.weeks.iter().map(|week| instants(&week.occurrence))),
            (None, Some(choice)) => {
                let held = choice.slots.iter().flat_map(|slot| standup.meetings.occurrences(*slot));
                expected.extend(held.map(|occurrence| instants(&occurrence)));
            }
            _ => {}
        }
    }
    let day = |date: NaiveDate| date.to_epoch_days() * 1440;
    expected.extend(agreement.clock_changes.iter().map(|change| [day(change.date), day(change.date) + 1440]));
    expected.sort_unstable();
    Calendar { told: format!("the agreement of {people:?}"), text, expected }
}

/// A rotation, and a meeting that happens once in a fold, between people on both sides of the world.
fn others() -> Vec<Calendar> {
    let from = date("2027-03-01");
    let mut crew = crew(Place::Iana("America/New_York"), from, Place::Iana("America/New_York"));
    crew.people = ["America/New_York", "Australia/Lord_Howe", "Europe/Dublin"]
        .map(|id| Person::new(Place::Iana(id), support::crew::weekdays(9, 17)))
        .into();
    let (team, horizon) = (crew.team(), crew.horizon());
    let meetings = meetings(&team, &horizon, 60);
    let mut options = RotationOptions::default();
    options.weeks = 12;
    let rotation = meetings.rotation(&meetings.ranked(), &options).expect("a year has twelve weeks");
    let mut text = Vec::new();
    ics::rotation(&mut text, &team, &meetings, &rotation, INVITATION, context()).expect("a vector takes all");
    let place = Place::Iana("America/New_York");
    let expected = rotation.weeks.iter().enumerate().map(|(week, turn)| {
        let day = turn.slot.day().num_days_from_monday();
        let (_, start) = occurrences(&crew, &place, day, turn.slot.time.minutes().into())[week];
        [start, start + 60]
    });
    let mut calendars = vec![Calendar { told: "a rotation".to_owned(), text, expected: expected.collect() }];

    // 01:30 comes twice on 7 November: 05:30 UTC is the first.
    let fold = date("2027-11-07");
    let mut once = MeetingOptions::default();
    (once.once, once.days) = (Some(fold.into()), Some(chrono::WeekdaySet::ALL));
    let meetings = Meetings::new(&PreparedTeam::new(&team, horizon.clone()), &Policy::default(), &once);
    let mut text = Vec::new();
    let slot = Slot::once(fold, ClockTime::at(1, 30));
    ics::slot(&mut text, &team, &meetings, slot, INVITATION, context()).expect("a vector takes all");
    let start = fold.to_epoch_days() * 1440 + 5 * 60 + 30;
    assert_eq!(fold.weekday(), Weekday::Sun);
    calendars.push(Calendar { told: "once".to_owned(), text, expected: vec![[start, start + 60]] });
    calendars
}

fn calendars() -> Vec<Calendar> {
    let mut all = others();
    for (id, from) in CASES {
        all.extend(recurring(&Place::Iana(id), date(from), 45));
    }
    all.extend(recurring(&Place::Iana("America/New_York"), date("2026-11-23"), 180));
    for (id, _) in CASES {
        // What has no yearly rules is told for the planning range alone.
        if !["Africa/Casablanca", "America/Vancouver", "Africa/Cairo"].contains(&id) {
            all.extend(by_yearly_rules(id));
        }
    }
    all.extend(agreements());
    for minutes in [0, 330, -570] {
        all.extend(recurring(&Place::Ahead(minutes), date("2026-11-23"), 45));
    }
    all
}

/// Where the clients are looked for.
fn clients() -> PathBuf {
    let beside_the_build = || Path::new(env!("CARGO_TARGET_TMPDIR")).with_file_name("calendar-clients");
    std::env::var_os("TEST_CLIENTS").map_or_else(beside_the_build, PathBuf::from)
}

fn skip(what: &str, why: &str) {
    let required = std::env::var("TEST_CALENDARS").is_ok_and(|value| value == "required");
    assert!(!required, "calendars are not read back by {what}: {why}");
    // Past the harness, which shows what passes to nobody.
    use std::io::Write;
    let line = format!(
        "SKIPPED calendars read back by {what}: {why}; tests/calendar_clients/install.sh installs it\n"
    );
    std::io::stderr().write_all(line.as_bytes()).expect("standard error is open");
}

/// Has a program read the calendars; `None`, and said, where it is missing.
fn read_back(what: &str, mut program: Command, needs: &Path, files: &[PathBuf]) -> Option<Value> {
    if !needs.exists() {
        skip(what, &format!("{} is missing", needs.display()));
        return None;
    }
    // Zones that Python knows come from its package tzdata, which is as new as the rules in use.
    let ran = match program.args(files).env("PYTHONTZPATH", "").output() {
        Ok(ran) => ran,
        Err(error) => {
            skip(what, &format!("it does not run: {error}"));
            return None;
        }
    };
    assert!(ran.status.success(), "{what}: {}", String::from_utf8_lossy(&ran.stderr));
    Some(serde_json::from_slice(&ran.stdout).expect("one JSON document"))
}

#[test]
fn independent_programs_read_the_same_instants() {
    let (calendars, folder, clients) = (calendars(), Path::new(env!("CARGO_TARGET_TMPDIR")), clients());
    let folder = folder.join("calendars");
    std::fs::create_dir_all(&folder).expect("a folder beside the build");
    let files: Vec<PathBuf> = (0..calendars.len()).map(|place| folder.join(format!("{place}.ics"))).collect();
    for (calendar, file) in calendars.iter().zip(&files) {
        std::fs::write(file, &calendar.text).expect("a file beside the build");
    }
    let scripts = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/calendar_clients");
    let python = clients.join("venv/bin/python");
    let mut by_python = Command::new(&python);
    by_python.arg(scripts.join("read.py"));
    let packages = clients.join("node");
    let mut by_node = Command::new("node");
    by_node.arg(scripts.join("read.mjs")).arg(&packages);
    let read = [
        read_back("icalendar + recurring-ical-events and vobject", by_python, &python, &files),
        read_back("ical.js", by_node, &packages.join("node_modules/ical.js"), &files),
    ];
    let mut compared = 0;
    for (client, found) in read.iter().flatten().flat_map(|read| read.as_object().expect("clients by name")) {
        for ((calendar, file), found) in calendars.iter().zip(&files).zip(found.as_array().expect("a list")) {
            let mut found: Vec<[i32; 2]> = serde_json::from_value(found.clone()).expect("starts and ends");
            found.sort_unstable();
            let (told, file) = (&calendar.told, file.display());
            assert_eq!(found, calendar.expected, "{client}: {told}; {file}; {}", tz_versions());
            compared += 1;
        }
    }
    if read.iter().all(Option::is_some) {
        assert_eq!(compared, 3 * calendars.len());
    }
    assert!(calendars.len() > 60 && Tzdb::bundled().version() >= "2026e", "{}", calendars.len());
}

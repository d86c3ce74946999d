//! Days of iCalendar files.

mod clocks;
mod limits;
mod repeats;
mod titles;

use chrono::NaiveDate;
use tzplan::{Schedule, Tzdb, WeeklyHours, Zone};
use tzplan_roster::{IcsClock, IcsDays, Severity, read_ics};

fn date(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

fn read(bytes: &[u8]) -> IcsDays {
    read_on(bytes, IcsClock::Calendar)
}

fn read_on(bytes: &[u8], clock: IcsClock<'_>) -> IcsDays {
    let year = date("2027-01-01")..date("2028-01-01");
    read_ics("days.ics", bytes, year, Tzdb::bundled(), clock).expect("bytes do not fail")
}

/// A calendar with events of these lines, separated by blanks.
fn calendar(events: &[&str]) -> String {
    let mut text = String::from("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n");
    for event in events {
        text.push_str("BEGIN:VEVENT\r\n");
        event.split(' ').for_each(|line| text.push_str(&format!("{line}\r\n")));
        text.push_str("END:VEVENT\r\n");
    }
    text + "END:VCALENDAR\r\n"
}

fn days(event: &str) -> Vec<String> {
    let read = read(calendar(&[event]).as_bytes());
    assert!(read.diagnostics.is_empty(), "{event}: {:?}", read.diagnostics);
    read.dates.iter().map(ToString::to_string).collect()
}

fn person(zone: &str) -> Schedule {
    let hours: WeeklyHours = "9-17".parse().expect("hours");
    Schedule::new(Zone::iana(zone).expect("an id"), hours)
}

/// The days of one event on a person's clock.
fn days_of(person: &Schedule, event: &str) -> Vec<String> {
    let read = read_on(calendar(&[event]).as_bytes(), IcsClock::Person(person));
    let told = read.diagnostics.iter().filter(|found| found.code != "part-of-a-day");
    assert_eq!(told.count(), 0, "{event}: {:?}", read.diagnostics);
    read.dates.iter().map(ToString::to_string).collect()
}

#[test]
fn whole_days_of_single_events() {
    let one = ["2027-05-14"];
    for event in [
        "DTSTART;VALUE=DATE:20270514 DTEND;VALUE=DATE:20270515",
        "DTSTART;VALUE=DATE:20270514",
        "DTSTART;VALUE=DATE:20270514 DTEND;VALUE=DATE:20270514",
        "DTSTART;VALUE=DATE:20270514 DURATION:P1D",
        "DTSTART:20270514T000000 DTEND:20270515T000000",
        "DTSTART;TZID=Europe/Berlin:20270514T000000 DURATION:PT24H",
        "DTSTART:20270513T120000 DTEND:20270515T120000",
        "DTSTART;VALUE=DATE:20270514 BEGIN:VALARM TRIGGER:-P1D DTSTART:19990101 END:VALARM",
        "DTSTART;VALUE=DATE:20270514 TRANSP:TRANSPARENT",
    ] {
        assert_eq!(days(event), one, "{event}");
    }
    // The end is exclusive; single events count in any year.
    assert_eq!(
        days("DTSTART;VALUE=DATE:20261230 DTEND;VALUE=DATE:20270102"),
        ["2026-12-30", "2026-12-31", "2027-01-01"]
    );
    assert!(days("DTSTART;VALUE=DATE:20270514 STATUS:CANCELLED").is_empty());
}

#[test]
fn faults_show_their_lines() {
    let found = read(
        calendar(&[
            "SUMMARY:Trip DTSTART;VALUE=DATE:20270105 DTEND;VALUE=DATE:20270104",
            "SUMMARY:Nothing",
            "SUMMARY:Dentist DTSTART:20270104T090000 DTEND:20270104T100000",
            "SUMMARY:Lunch DTSTART:20270105T120000 DURATION:PT1H",
        ])
        .as_bytes(),
    );
    let shown: Vec<_> = found
        .diagnostics
        .iter()
        .map(|d| (d.code, d.row, d.source.as_ref().map(|source| source.text.as_str())))
        .collect();
    let expected = [
        ("reversed-event", 6, Some("DTEND;VALUE=DATE:20270104")),
        ("no-start", 8, Some("BEGIN:VEVENT")),
        ("part-of-a-day", 13, Some("DTSTART:20270104T090000")),
    ];
    assert_eq!(shown, expected);
    assert_eq!(
        &*found.diagnostics[2].message,
        "the events `Dentist` (line 13) and `Lunch` (line 18) cover parts of days, which are no days off"
    );
}

#[test]
fn what_is_not_read_is_said() {
    let cases = [
        (
            "SUMMARY:Retreat DTSTART;VALUE=DATE:20270104 RRULE:FREQ=YEARLY;BYWEEKNO=2",
            "rule-not-read",
            Severity::Warning,
            "the event `Retreat` repeats in a way that is not read (RRULE:FREQ=YEARLY;BYWEEKNO=2)",
            1,
        ),
        (
            "DTSTART:20270104T090000 DTEND:20270104T170000",
            "part-of-a-day",
            Severity::Note,
            "the event without a name (line 4) covers a part of a day",
            0,
        ),
        ("DTSTART;VALUE=DATE:20270230", "bad-date", Severity::Error, "`20270230` is no date", 0),
        (
            "SUMMARY:Trip DTSTART;VALUE=DATE:20270105 DTEND;VALUE=DATE:20270104",
            "reversed-event",
            Severity::Error,
            "`Trip` ends before it starts",
            0,
        ),
        ("SUMMARY:Trip", "no-start", Severity::Error, "`Trip` has no DTSTART", 0),
        (
            "DTSTART;VALUE=DATE:20270104 DURATION:1D",
            "bad-duration",
            Severity::Error,
            "`1D` is no duration",
            0,
        ),
        (
            "DTSTART;VALUE=DATE:20270104 DTEND;VALUE=DATE:20470104",
            "long-range",
            Severity::Error,
            "more than 3660 days",
            0,
        ),
    ];
    for (event, code, severity, message, days) in cases {
        let found = read(calendar(&[event]).as_bytes());
        let [fault] = found.diagnostics.as_slice() else { panic!("{event}: {:?}", found.diagnostics) };
        assert_eq!((fault.code, fault.severity, &*fault.file), (code, severity, "days.ics"), "{event}");
        assert!(fault.message.contains(message), "{event}: {}", fault.message);
        assert_eq!(
            (found.dates.len(), found.errors),
            (days, usize::from(severity == Severity::Error)),
            "{event}"
        );
    }
    let bad = read(calendar(&["DTSTART;VALUE=DATE:2027", "DTSTART;VALUE=DATE:20270101"]).as_bytes());
    let source = bad.diagnostics[0].source.as_ref().unwrap();
    assert_eq!((bad.diagnostics[0].row, source.line, &source.text[source.span.clone()]), (4, 4, "2027"));
}

#[test]
fn marks_and_line_ends_of_every_system() {
    let text = calendar(&["DTSTART;VALUE=DATE:20270514"]);
    for text in [format!("\u{feff}{text}"), text.replace("\r\n", "\n"), text.replace("2027", "20\r\n 27")] {
        assert_eq!(read(text.as_bytes()).dates, [date("2027-05-14")]);
    }
}

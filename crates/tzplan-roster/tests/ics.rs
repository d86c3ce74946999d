//! Days of iCalendar files.

use chrono::NaiveDate;
use proptest::prelude::*;
use tzplan_roster::{IcsDays, Severity, read_ics};

fn date(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

fn read(bytes: &[u8]) -> IcsDays {
    read_ics("days.ics", bytes, date("2027-01-01")..date("2028-01-01")).expect("bytes do not fail")
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
fn repeated_events_are_expanded_for_the_range() {
    assert_eq!(
        days("DTSTART;VALUE=DATE:20201225 DTEND;VALUE=DATE:20201227 RRULE:FREQ=YEARLY"),
        ["2027-12-25", "2027-12-26"]
    );
    // What starts the year before reaches in.
    assert_eq!(
        days("DTSTART;VALUE=DATE:20201231 DTEND;VALUE=DATE:20210102 RRULE:FREQ=YEARLY"),
        ["2026-12-31", "2027-01-01", "2027-12-31", "2028-01-01"]
    );
    assert_eq!(
        days(
            "DTSTART;VALUE=DATE:20270101 RRULE:FREQ=WEEKLY;COUNT=4 EXDATE;VALUE=DATE:20270108,20270115 RDATE;VALUE=DATE:20270601"
        ),
        ["2027-01-01", "2027-01-22", "2027-06-01"]
    );
    assert_eq!(days("DTSTART;VALUE=DATE:19000101 RRULE:FREQ=DAILY").len(), 366); // one begins on the eve
}

#[test]
fn an_occurrence_that_was_moved_is_where_it_was_moved_to() {
    let text = calendar(&[
        "UID:a DTSTART;VALUE=DATE:20270104 RRULE:FREQ=WEEKLY;COUNT=3",
        "UID:a RECURRENCE-ID;VALUE=DATE:20270111 DTSTART;VALUE=DATE:20270113",
        "UID:a RECURRENCE-ID;VALUE=DATE:20270118 DTSTART;VALUE=DATE:20270118 STATUS:CANCELLED",
    ]);
    assert_eq!(read(text.as_bytes()).dates, ["2027-01-04", "2027-01-13"].map(date));
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
            "1 event covers no whole day",
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
fn files_that_are_no_calendar_or_not_whole() {
    let cases = [
        ("", "no-events", 1),
        ("name,zone\nAna,UTC\n", "no-events", 1),
        ("name:zone\n", "not-icalendar", 1),
        ("BEGIN:VCALENDAR\nEND:VCALENDAR\n", "no-events", 1),
        ("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20270101\n", "bad-nesting", 2),
        ("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20270101\nEND:VCALENDAR\n", "bad-nesting", 4),
        ("BEGIN:VCALENDAR\nEND:VCALENDAR\nEND:VEVENT\n", "bad-nesting", 3),
    ];
    for (text, code, line) in cases {
        let found = read(text.as_bytes());
        let first = &found.diagnostics[0];
        assert_eq!((first.code, first.row, found.diagnostics.len()), (code, line, 1), "{text:?}");
    }
}

#[test]
fn marks_and_line_ends_of_every_system() {
    let text = calendar(&["DTSTART;VALUE=DATE:20270514"]);
    for text in [format!("\u{feff}{text}"), text.replace("\r\n", "\n"), text.replace("2027", "20\r\n 27")] {
        assert_eq!(read(text.as_bytes()).dates, [date("2027-05-14")]);
    }
}

#[test]
fn a_huge_file_is_refused_and_many_rules_do_not_hang() {
    let huge = vec![b' '; (16 << 20) + 1];
    assert_eq!(read(&huge).diagnostics[0].code, "too-large");
    let event = "BEGIN:VEVENT\nDTSTART;VALUE=DATE:19000101\nRRULE:FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA,SU;COUNT=99999999\nEND:VEVENT\n";
    let text = format!("BEGIN:VCALENDAR\n{}END:VCALENDAR\n", event.repeat(300));
    assert_eq!(read(text.as_bytes()).dates.len(), 366);
}

fn soup() -> impl Strategy<Value = Vec<u8>> {
    let piece = prop::sample::select(vec![
        "BEGIN:VCALENDAR",
        "END:VCALENDAR",
        "BEGIN:VEVENT",
        "END:VEVENT",
        "DTSTART",
        "DTEND",
        "RRULE:",
        "RDATE:",
        "EXDATE:",
        "RECURRENCE-ID:",
        "DURATION:",
        "SUMMARY:é",
        "UID:a",
        ";VALUE=DATE:",
        ":",
        "20270101",
        "29991231",
        "T235960Z",
        "P9W",
        "PT",
        "FREQ=YEARLY",
        "FREQ=WEEKLY",
        "FREQ=DAILY",
        ";COUNT=",
        ";INTERVAL=",
        ";BYDAY=",
        "-5MO",
        "5SU",
        ";BYMONTH=2",
        "9999",
        "\r\n",
        "\n",
        "\n ",
        "\t",
        "\"",
        "\u{feff}",
        "\\",
    ]);
    let text = prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat().into_bytes());
    prop_oneof![text, prop::collection::vec(any::<u8>(), 0..200)]
}

proptest! {
    #[test]
    fn nothing_panics(soup in soup(), whole in any::<bool>()) {
        let mut bytes = if whole { b"BEGIN:VCALENDAR\nBEGIN:VEVENT\n".to_vec() } else { Vec::new() };
        bytes.extend(soup);
        let found = read(&bytes);
        prop_assert!(found.dates.is_sorted_by(|a, b| a < b));
        for fault in &found.diagnostics {
            prop_assert!(!fault.to_string().chars().any(char::is_control));
            if let Some(source) = &fault.source {
                prop_assert!(source.text.get(source.span.clone()).is_some());
            }
        }
    }
}

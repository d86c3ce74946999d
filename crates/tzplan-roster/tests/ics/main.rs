//! Days of iCalendar files.

use chrono::NaiveDate;
use proptest::prelude::*;
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
fn times_are_days_of_the_clock_of_the_person() {
    let (berlin, lima) = (person("Europe/Berlin"), person("America/Lima"));
    // Midnight to midnight in Berlin, which is an hour ahead of UTC in December.
    let leave = "DTSTART:20261206T230000Z DTEND:20261211T230000Z";
    let week = ["2026-12-07", "2026-12-08", "2026-12-09", "2026-12-10", "2026-12-11"];
    assert_eq!(days_of(&berlin, leave), week);
    // 18:00 to 18:00 in Lima: it covers the shift of the last day too, though not the day.
    assert_eq!(days_of(&lima, leave), week);
    let zoned = "DTSTART;TZID=Europe/Berlin:20261207T000000 DTEND;TZID=Europe/Berlin:20261212T000000";
    assert_eq!(days_of(&berlin, zoned), week);
    assert_eq!(days_of(&lima, zoned), week);
    let windows = zoned.replace("Europe/Berlin", "\"/x.org/1/Europe/Berlin\"");
    assert_eq!(days_of(&berlin, &windows), week);
    // Days and times without a zone are those of anybody's clock.
    for event in ["DTSTART;VALUE=DATE:20261207", "DTSTART:20261207T000000 DURATION:PT24H"] {
        assert_eq!(days_of(&lima, event), ["2026-12-07"], "{event}");
    }
    // On the day on which clocks are put forward, 23 hours; back, 25.
    for (event, day) in [
        ("DTSTART:20270327T230000Z DTEND:20270328T220000Z", "2027-03-28"),
        ("DTSTART:20271030T220000Z DTEND:20271031T230000Z", "2027-10-31"),
    ] {
        assert_eq!(days_of(&berlin, event), [day]);
    }
}

#[test]
fn stays_abroad_have_clocks_of_their_own() {
    let abroad = person("Europe/Berlin").with_stay(
        &Zone::iana("Asia/Bangkok").expect("an id"),
        "2027-02-01..2027-02-28".parse().expect("dates"),
    );
    // Bangkok is seven hours ahead: 17:00 UTC is its midnight.
    assert_eq!(days_of(&abroad, "DTSTART:20270209T170000Z DTEND:20270210T170000Z"), ["2027-02-10"]);
    assert_eq!(days_of(&abroad, "DTSTART:20270309T230000Z DTEND:20270310T230000Z"), ["2027-03-10"]);
}

#[test]
fn repeated_times_keep_the_clock_they_are_written_on() {
    let berlin = person("Europe/Berlin");
    // Every Monday on Berlin's clock; UNTIL is midnight of 5 April there, exclusive of nothing.
    let weekly =
        "DTSTART;TZID=Europe/Berlin:20270315T000000 DURATION:P1D RRULE:FREQ=WEEKLY;UNTIL=20270404T220000Z";
    assert_eq!(days_of(&berlin, weekly), ["2027-03-15", "2027-03-22", "2027-03-29", "2027-04-05"]);
    let shorter = weekly.replace("T220000Z", "T215959Z");
    assert_eq!(days_of(&berlin, &shorter), ["2027-03-15", "2027-03-22", "2027-03-29"]);
    // Repeated in UTC it is a whole day only in winter. In summer it lasts from 01:00 to 01:00, which covers
    // the shift.
    let utc = "DTSTART:20270314T230000Z DTEND:20270315T230000Z RRULE:FREQ=WEEKLY;COUNT=4";
    assert_eq!(days_of(&berlin, utc), ["2027-03-15", "2027-03-22", "2027-03-29", "2027-04-05"]);
    // An exception told in UTC.
    let without = format!("{weekly} EXDATE:20270321T230000Z");
    assert_eq!(days_of(&berlin, &without), ["2027-03-15", "2027-03-29", "2027-04-05"]);
}

#[test]
fn days_of_many_are_counted_on_the_clock_of_the_calendar() {
    let event = "SUMMARY:Shutdown DTSTART:20261206T230000Z DTEND:20261208T230000Z";
    let zoned = calendar(&[event]).replace("VERSION:2.0", "X-WR-TIMEZONE:Europe/Berlin");
    let found = read(zoned.as_bytes());
    assert_eq!((found.dates, found.diagnostics.len()), (["2026-12-07", "2026-12-08"].map(date).to_vec(), 0));
    let found = read(calendar(&[event]).as_bytes());
    assert_eq!(found.dates, [date("2026-12-07")]);
    let [warning] = found.diagnostics.as_slice() else { panic!("{:?}", found.diagnostics) };
    assert_eq!((warning.code, warning.severity, warning.row), ("times-in-utc", Severity::Warning, 5));
    assert!(warning.message.contains("`Shutdown` (line 5) has times in UTC"), "{}", warning.message);
    let unknown = zoned.replace("Europe/Berlin", "Mars/Phobos");
    let codes: Vec<_> = read(unknown.as_bytes()).diagnostics.iter().map(|d| (d.code, d.row)).collect();
    assert_eq!(codes, [("unknown-tzid", 2), ("times-in-utc", 5)]);
    // Of a zone that is not known, the clock that is written is all there is.
    let event = "DTSTART;TZID=Mars/Phobos:20261216T000000 DTEND;TZID=Mars/Phobos:20261217T000000";
    let found = read(calendar(&[event]).as_bytes());
    assert_eq!((found.dates, found.diagnostics[0].code), (vec![date("2026-12-16")], "unknown-tzid"));
    assert_eq!(found.diagnostics.len(), 1);
}

#[test]
fn several_rules_add_up_and_others_take_away() {
    assert_eq!(
        days("DTSTART;VALUE=DATE:20270607 RRULE:FREQ=WEEKLY;COUNT=2 RRULE:FREQ=DAILY;COUNT=2"),
        ["2027-06-07", "2027-06-08", "2027-06-14"]
    );
    assert_eq!(
        days("DTSTART;VALUE=DATE:20270621 RRULE:FREQ=DAILY;COUNT=3 EXRULE:FREQ=DAILY;COUNT=1"),
        ["2027-06-22", "2027-06-23"]
    );
    let cases = [
        ("RRULE:FREQ=DAILY;COUNT=2 RRULE:FREQ=YEARLY;BYWEEKNO=2", "what this line adds is left out", 6),
        ("RRULE:FREQ=DAILY;COUNT=2 EXRULE:FREQ=HOURLY", "these occurrences count as well", 6),
        ("RECURRENCE-ID;RANGE=THISANDFUTURE:20270104", "it counts for the one alone", 5),
    ];
    for (lines, message, line) in cases {
        let found = read(calendar(&[&format!("DTSTART;VALUE=DATE:20270104 {lines}")]).as_bytes());
        let [fault] = found.diagnostics.as_slice() else { panic!("{lines}: {:?}", found.diagnostics) };
        assert_eq!((fault.code, fault.row), ("rule-not-read", line), "{lines}");
        assert!(fault.message.contains(message), "{}", fault.message);
    }
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
fn files_that_are_no_calendar_or_not_whole() {
    let cases = [
        ("", "not-icalendar", 1),
        ("hello", "not-icalendar", 1),
        ("name,zone\nAna,UTC\n", "not-icalendar", 1),
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

/// The days off of somebody with these hours, by a calendar.
fn leave(hours: &str, zone: &str, calendar: &str) -> (Vec<String>, Vec<&'static str>) {
    let schedule =
        tzplan::Schedule::new(Tzdb::bundled().parse(zone).expect("a zone"), hours.parse().expect("hours"));
    let year = date("2026-12-01")..date("2027-12-01");
    let days = read_ics("leave.ics", calendar.as_bytes(), year, Tzdb::bundled(), IcsClock::Person(&schedule))
        .expect("bytes do not fail");
    let dates = days.dates.iter().map(|date| date.format("%m-%d").to_string()).collect();
    (dates, days.diagnostics.iter().map(|found| found.code).collect())
}

fn event(lines: &str) -> String {
    format!("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:Away\r\n{lines}END:VEVENT\r\nEND:VCALENDAR\r\n")
}

#[test]
fn leave_with_ragged_ends_takes_the_days_of_which_it_covers_every_shift() {
    let berlin = |start: &str, end: &str| {
        event(&format!(
            "DTSTART;TZID=Europe/Berlin:202612{start}00\r\nDTEND;TZID=Europe/Berlin:202612{end}00\r\n"
        ))
    };
    type Case<'c> = (&'c str, &'c str, &'c str, &'c [&'c str], &'c [&'c str]);
    let cases: &[Case<'_>] = &[
        // Monday to Friday, up to the last minute.
        ("09:00-17:00 Mon-Sun", "14T0000", "18T2359", &["12-14", "12-15", "12-16", "12-17", "12-18"], &[]),
        // From the start of work to its end.
        ("09:00-17:00", "14T0900", "16T1700", &["12-14", "12-15", "12-16"], &[]),
        ("09:00-17:00", "14T0800", "14T1800", &["12-14"], &[]),
        // An afternoon and the days behind it.
        ("09:00-17:00", "14T1300", "16T1800", &["12-15", "12-16"], &["part-of-a-day"]),
        ("09:00-17:00", "14T1000", "14T1100", &[], &["part-of-a-day"]),
        // A morning without work is nothing.
        ("13:00-17:00", "14T0000", "15T1200", &["12-14"], &[]),
        // The night from Monday to Tuesday starts on Monday.
        ("22:00-06:00", "14T2000", "15T0700", &["12-14"], &[]),
        ("22:00-06:00", "14T2000", "15T0300", &[], &["part-of-a-day"]),
    ];
    for (hours, start, end, days, codes) in cases {
        let (dates, found) = leave(hours, "Europe/Berlin", &berlin(start, end));
        let dates: Vec<&str> = dates.iter().map(String::as_str).collect();
        assert_eq!((dates.as_slice(), found.as_slice()), (*days, *codes), "{hours} {start} {end}");
    }
    // On the person's own clock: 00:00 to 23:59 in Berlin is 18:00 to 17:59 in New York.
    let (dates, _) = leave("09:00-17:00", "America/New_York", &berlin("14T0000", "15T2359"));
    assert_eq!(dates, ["12-14", "12-15"]);
}

#[test]
fn zones_may_be_defined_in_the_file_or_named_as_outlook_shows_them() {
    let eastern = "BEGIN:VTIMEZONE\r\nTZID:Customized Time Zone\r\nBEGIN:STANDARD\r\nDTSTART:16011104T020000\r\n\
                   RRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=11\r\nTZOFFSETFROM:-0400\r\nTZOFFSETTO:-0500\r\nEND:STANDARD\r\n\
                   BEGIN:DAYLIGHT\r\nDTSTART:16010311T020000\r\nRRULE:FREQ=YEARLY;BYDAY=2SU;BYMONTH=3\r\n\
                   TZOFFSETFROM:-0500\r\nTZOFFSETTO:-0400\r\nEND:DAYLIGHT\r\nEND:VTIMEZONE\r\n";
    let fixed = "BEGIN:VTIMEZONE\r\nTZID:Customized Time Zone\r\nBEGIN:STANDARD\r\nDTSTART:16010101T000000\r\n\
                 TZOFFSETFROM:-0500\r\nTZOFFSETTO:-0500\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n";
    let calendar = |zone: &str, rules: &str| {
        format!(
            "BEGIN:VCALENDAR\r\n{rules}BEGIN:VEVENT\r\nSUMMARY:Away\r\nDTSTART;TZID=\"{zone}\":20270712T000000\r\n\
             DTEND;TZID=\"{zone}\":20270714T000000\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
        )
    };
    // Two days of New York, in summer: for somebody in Lisbon from 05:00 to 05:00, with the shifts of 9
    // to 17.
    for (zone, rules) in [
        ("Customized Time Zone", eastern),
        ("(UTC-05:00) Eastern Time (US & Canada)", ""),
        ("Eastern Standard Time", ""),
    ] {
        let (dates, codes) = leave("00:00-08:00", "Europe/Lisbon", &calendar(zone, rules));
        assert_eq!((dates, codes), (vec!["07-13".to_owned()], vec!["part-of-a-day"]), "{zone}");
    }
    // Without summer time an hour later: from 06:00 in Lisbon.
    let at_dawn =
        |rules: &str| leave("05:00-05:30", "Europe/Lisbon", &calendar("Customized Time Zone", rules)).0;
    assert_eq!(
        (at_dawn(eastern), at_dawn(fixed)),
        (vec!["07-12".to_owned(), "07-13".to_owned()], vec!["07-13".to_owned(), "07-14".to_owned()])
    );
    let (_, codes) = leave("09:00-17:00", "Europe/Lisbon", &calendar("Customized Time Zone", ""));
    assert_eq!(codes, ["unknown-tzid"]);
}

/// Occurrences are named on clocks other than that of the event, and may be the whole of a day.
#[test]
fn moved_occurrences_are_found_on_any_clock() {
    let series = "DTSTART;TZID=Asia/Tokyo:20270104T000000 DURATION:P1D RRULE:FREQ=DAILY;COUNT=5";
    // Midnight in Tokyo is 15:00 UTC the day before, and 05:00 the day before in Honolulu.
    for (moved, left_out) in [
        ("RECURRENCE-ID:20270105T150000Z", "2027-01-06"),
        ("RECURRENCE-ID;TZID=Pacific/Honolulu:20270105T050000", "2027-01-06"),
        ("RECURRENCE-ID;TZID=Asia/Tokyo:20270106T000000", "2027-01-06"),
        ("RECURRENCE-ID:20270106T000000", "2027-01-06"),
        ("RECURRENCE-ID;VALUE=DATE:20270108", "2027-01-08"),
    ] {
        let replacement = format!("UID:a {moved} DTSTART;VALUE=DATE:20270301");
        let text = calendar(&[&format!("UID:a {series}"), &replacement, "UID:b DTSTART;VALUE=DATE:20270302"]);
        let mut expected: Vec<_> = (4..9).map(|day| date(&format!("2027-01-0{day}"))).collect();
        expected.retain(|day| *day != date(left_out));
        expected.extend(["2027-03-01", "2027-03-02"].map(date));
        assert_eq!(read(text.as_bytes()).dates, expected, "{moved}");
    }
}

/// Names of zones have a limit, and so have the rules of all events together, their dates and their nesting.
#[test]
fn nothing_in_a_calendar_is_looked_at_without_end() {
    let long = format!("DTSTART;TZID={}:20270101T000000", "a/".repeat(500_000));
    let found = read(calendar(&[&long]).as_bytes());
    assert_eq!(found.diagnostics[0].code, "unknown-tzid");
    let rules = format!("DTSTART:19000101T000000\r\n{}", "RRULE:FREQ=YEARLY;COUNT=2\r\n".repeat(10_001));
    let found = read(calendar(&[&rules]).as_bytes());
    assert_eq!(found.diagnostics.iter().filter(|found| found.code == "too-large").count(), 1);
    let rules = "RRULE:FREQ=DAILY;COUNT=99999999\r\n".repeat(3000);
    let found = read(calendar(&[&format!("DTSTART;VALUE=DATE:19000101\r\n{rules}")]).as_bytes());
    assert_eq!((found.diagnostics[0].code, found.errors), ("too-large", 1));
    assert!(found.diagnostics[0].message.contains("too many dates"), "{:?}", found.diagnostics[0]);
    let deep = format!("BEGIN:VCALENDAR\r\n{}", "BEGIN:X\r\n".repeat(100_000));
    let found = read(deep.as_bytes());
    assert_eq!((found.diagnostics[0].code, found.errors), ("bad-nesting", 1));
    // Zones that none keeps the time of are looked for a hundred times, whatever they say.
    let zone = |n: usize| {
        format!(
            "BEGIN:VTIMEZONE TZID:z{n} BEGIN:STANDARD DTSTART:19000101T000000 TZOFFSETFROM:+0001 TZOFFSETTO:+0002 \
             RRULE:FREQ=DAILY;COUNT=99999999 END:STANDARD END:VTIMEZONE "
        )
    };
    let zones: String = (0..3000).map(zone).collect();
    let text =
        format!("BEGIN:VCALENDAR {zones}BEGIN:VEVENT DTSTART;VALUE=DATE:20270514 END:VEVENT END:VCALENDAR");
    assert_eq!(read(text.replace(' ', "\r\n").as_bytes()).dates, [date("2027-05-14")]);
}

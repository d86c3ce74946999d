//! What is no calendar, or one without end.

use proptest::prelude::*;

use super::*;
use tzplan_roster::{IcsPerson, read_team_ics};

#[test]
fn free_and_busy_times_are_said_not_to_be_read() {
    let event = "DTSTART;VALUE=DATE:20270503 SUMMARY:Leave";
    for component in ["VFREEBUSY", "VAVAILABILITY"] {
        let busy = format!(
            "BEGIN:{component}\r\nFREEBUSY:20270510T000000Z/20270511T000000Z\r\nEND:{component}\r\nEND:VCALENDAR"
        );
        let read = read(calendar(&[event]).replace("END:VCALENDAR", &busy).as_bytes());
        assert_eq!(read.dates, [date("2027-05-03")]);
        let found: Vec<(&str, Severity, u64)> =
            read.diagnostics.iter().map(|found| (found.code, found.severity, found.row)).collect();
        assert_eq!(found, [("not-an-event", Severity::Warning, 7)], "{component}");
    }
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
fn a_huge_file_is_refused_and_many_rules_do_not_hang() {
    let huge = vec![b' '; (16 << 20) + 1];
    assert_eq!(read(&huge).diagnostics[0].code, "too-large");
    let event = "BEGIN:VEVENT\nDTSTART;VALUE=DATE:19000101\nRRULE:FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA,SU;COUNT=99999999\nEND:VEVENT\n";
    let text = format!("BEGIN:VCALENDAR\n{}END:VCALENDAR\n", event.repeat(300));
    assert_eq!(read(text.as_bytes()).dates.len(), 366);
}

#[test]
fn of_very_many_people_of_an_event_the_first_are_looked_at() {
    let ana = person("Europe/Berlin");
    let people = [IcsPerson { name: "Ana", email: Some("ana@example.org"), schedule: &ana }];
    let days_off = |others: usize| {
        let others: String = (0..others).map(|n| format!("ATTENDEE:mailto:p{n}@example.org\n")).collect();
        let text = format!(
            "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:Out of office\nDTSTART;VALUE=DATE:20270504\n\
             {others}ATTENDEE:mailto:ana@example.org\nEND:VEVENT\nEND:VCALENDAR\n"
        );
        let year = date("2027-01-01")..date("2028-01-01");
        let read = read_team_ics("a.ics", text.as_bytes(), year, Tzdb::bundled(), &people);
        read.expect("bytes do not fail").dates[0].len()
    };
    assert_eq!((days_off(999), days_off(1000)), (1, 0));
}

#[test]
fn very_many_starts_are_refused() {
    // 366 dates of a year and ten years before it: 4,000 starts for each of them.
    let event = "BEGIN:VEVENT\nDTSTART;VALUE=DATE:20000101\nDURATION:P3650D\nRRULE:FREQ=DAILY\nEND:VEVENT\n";
    let text = |events: usize| format!("BEGIN:VCALENDAR\n{}END:VCALENDAR\n", event.repeat(events));
    let codes =
        |events: usize| read(text(events).as_bytes()).diagnostics.iter().map(|one| one.code).collect();
    // 41 of the 20 million dates for each start.
    let (few, many): (Vec<_>, Vec<_>) = (codes(100), codes(150));
    assert_eq!((few, many), (vec![], vec!["too-large"]));
}

#[test]
fn of_zones_that_nobody_keeps_a_hundred_are_looked_for() {
    // One that puts its clocks forward twice a year, as nobody does, and Berlin's rules by another name.
    let zone = |id: &str, months: [u32; 2], offsets: [&str; 2]| {
        let part = |name: &str, month: u32, [from, to]: [&str; 2], hour: u32| {
            format!(
                "BEGIN:{name}\nDTSTART:19700101T{hour:02}0000\nTZOFFSETFROM:{from}\nTZOFFSETTO:{to}\n\
                 RRULE:FREQ=YEARLY;BYMONTH={month};BYDAY=-1SU\nEND:{name}\n"
            )
        };
        let [winter, summer] = offsets;
        format!(
            "BEGIN:VTIMEZONE\nTZID:{id}\n{}{}END:VTIMEZONE\n",
            part("DAYLIGHT", months[0], [winter, summer], 2),
            part("STANDARD", months[1], [summer, winter], 3)
        )
    };
    let codes = |unknown: usize| {
        let nobodys: String =
            (0..unknown).map(|n| zone(&format!("Nobody {n}"), [1, 2], ["+0100", "+0200"])).collect();
        let ours = zone("Ours", [3, 10], ["+0100", "+0200"]);
        let event = "BEGIN:VEVENT\nDTSTART;TZID=Ours:20270503T000000\nDURATION:P1D\nEND:VEVENT\n";
        let text = format!("BEGIN:VCALENDAR\n{nobodys}{ours}{event}END:VCALENDAR\n");
        read(text.as_bytes()).diagnostics.iter().map(|one| one.code).collect::<Vec<_>>()
    };
    assert_eq!((codes(99), codes(100)), (vec![], vec!["unknown-tzid"]));
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

//! On whose clock a day off counts.

use super::*;

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

#[test]
fn an_event_that_ends_when_a_shift_begins_covers_no_part_of_it() {
    let person = person("Europe/Berlin");
    let read = |end: &str| {
        let event = format!("DTSTART:20270104T000000 DTEND:20270105T{end}00");
        let read = read_on(calendar(&[&event]).as_bytes(), IcsClock::Person(&person));
        let codes: Vec<&str> = read.diagnostics.iter().map(|found| found.code).collect();
        (read.dates, codes)
    };
    // Tuesday's shift begins at 9:00.
    assert_eq!(read("0900"), (vec![date("2027-01-04")], vec![]));
    assert_eq!(read("0901"), (vec![date("2027-01-04")], vec!["part-of-a-day"]));
}

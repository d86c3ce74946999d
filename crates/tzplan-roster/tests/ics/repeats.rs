//! Events that repeat: rules, exceptions, occurrences that were moved.

use super::*;

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

#[test]
fn the_last_moment_counts_by_its_date_where_an_event_has_nobodys_clock() {
    // 9:00 on whoever's clock: which of them 8:00 UTC is before nobody knows.
    let event = "DTSTART:20270104T000000 DURATION:P1D RRULE:FREQ=DAILY;UNTIL=20270106T080000Z";
    let later = "DTSTART:20270104T090000 DURATION:PT15H RRULE:FREQ=DAILY;UNTIL=20270106T080000Z";
    assert_eq!(days(event), ["2027-01-04", "2027-01-05", "2027-01-06"]);
    let person = person("Europe/Berlin");
    assert_eq!(days_of(&person, later), ["2027-01-04", "2027-01-05", "2027-01-06"]);
}

#[test]
fn rules_of_exceptions_alone_take_nothing_away() {
    let event = "DTSTART;VALUE=DATE:20270104 EXRULE:FREQ=WEEKLY;BYDAY=TU EXRULE:FREQ=DAILY;UNTIL=20261231";
    assert_eq!(days(event), ["2027-01-04"]);
}

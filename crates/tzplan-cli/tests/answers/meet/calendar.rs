//! iCalendar files as they are written; other programs read them back in the workspace's test
//! `calendar_clients`.

use crate::support::{Desk, Ran, THREE, YEAR};

fn calendar(desk: &Desk, more: &[&str]) -> String {
    let ran = desk.run(&[&["meet", "r.csv", "--ics"], &YEAR[..], more].concat()).answered();
    lines(&ran);
    ran.out
}

/// The unfolded lines, each a property that the program writes.
fn lines(ran: &Ran) -> Vec<String> {
    let text = ran.out.strip_suffix("\r\n").unwrap();
    assert!(text.split("\r\n").all(|line| line.len() <= 75 && !line.contains(['\r', '\n'])), "{text}");
    let unfolded: Vec<String> = text.replace("\r\n ", "").split("\r\n").map(str::to_owned).collect();
    for line in &unfolded {
        let name = line.split([':', ';']).next().unwrap();
        let known = [
            "BEGIN",
            "END",
            "VERSION",
            "PRODID",
            "CALSCALE",
            "TZID",
            "DTSTART",
            "TZOFFSETFROM",
            "TZOFFSETTO",
            "TZNAME",
            "UID",
            "DTSTAMP",
            "DURATION",
            "RRULE",
            "EXDATE",
            "SUMMARY",
            "DESCRIPTION",
        ];
        assert!(known.contains(&name), "{line}");
    }
    unfolded
}

/// The lines of a property, those of the zone's rules aside for one that events have too.
fn property<'t>(text: &'t str, name: &str) -> Vec<&'t str> {
    let events = text.split("END:VTIMEZONE").last().unwrap();
    let text = if name == "RRULE" { events } else { text };
    text.lines().filter(|line| line.starts_with(name)).collect()
}

#[test]
fn a_series_with_its_zone_and_without_days_off() {
    let desk = Desk::with(
        "r.csv",
        "name,zone,hours,off\nAna,America/Sao_Paulo,9-17,2027-02-08..2027-02-09\n\
                                    Ben,Europe/Berlin,9-17,2026-12-21..2027-01-01\nChloé,Europe/London,9-17,\n",
    );
    let text = calendar(&desk, &["--duration", "45m", "--days", "Mon", "--title", "Weekly, all"]);
    assert_eq!(property(&text, "DTSTART;"), ["DTSTART;TZID=Europe/Berlin:20261123T140000"]);
    assert_eq!(property(&text, "DURATION"), ["DURATION:PT45M"]);
    // The last Monday is 15 November, 13:00 UTC; what is written ends a day later.
    assert_eq!(property(&text, "RRULE"), ["RRULE:FREQ=WEEKLY;UNTIL=20271116T130000Z"]);
    let off =
        ["20261221", "20261228", "20270208"].map(|date| format!("EXDATE;TZID=Europe/Berlin:{date}T140000"));
    assert_eq!(property(&text, "EXDATE"), off);
    assert_eq!(property(&text, "SUMMARY"), ["SUMMARY:Weekly\\, all"]);
    assert_eq!(property(&text, "DTSTAMP"), ["DTSTAMP:20261123T000000Z"]);
    // Into summer time on 28 March at 02:00, out of it on 31 October at 03:00.
    let zone = text.split("END:VTIMEZONE").next().unwrap();
    assert_eq!(property(zone, "DTSTART:")[1..], ["DTSTART:20270328T020000", "DTSTART:20271031T030000"]);
    assert_eq!(property(zone, "TZOFFSETTO")[1..], ["TZOFFSETTO:+0200", "TZOFFSETTO:+0100"]);
    // The same every year: the last Sundays.
    let rules = ["RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU"];
    assert_eq!(property(zone, "RRULE"), rules);

    let kept = calendar(&desk, &["--duration", "45m", "--days", "Mon", "--keep-holidays"]);
    assert_eq!(property(&kept, "EXDATE"), Vec::<&str>::new());
    assert!(kept.replace("\r\n ", "").contains("Ben is off on 2026-12-21 and 2026-12-28"), "{kept}");
}

#[test]
fn days_off_are_told_by_name() {
    let roster = "name,zone,hours,holidays\nAna,Europe/Berlin,9-17,DE-BE\nBen,Europe/London,9-17,\n";
    let desk = Desk::with("r.csv", roster);
    let text = calendar(&desk, &["--days", "Fri"]).replace("\r\n ", "");
    let told = property(&text, "DESCRIPTION")[0];
    assert!(
        told.contains("Ana is off on 2026-12-25 (Christmas Day)\\, 2027-01-01 (New Year's Day)"),
        "{told}"
    );
    assert!(
        told.contains("Left out for days off: 2026-12-25 (Christmas Day)\\, 2027-01-01 (New Year's Day)"),
        "{told}"
    );
    // Of a rotation every week by itself.
    let turns = calendar(&desk, &["--days", "Fri", "--rotate", "6"]).replace("\r\n ", "");
    let told: Vec<&str> =
        property(&turns, "DESCRIPTION").into_iter().filter(|told| told.contains("is off")).collect();
    assert_eq!(told.len(), 2, "{turns}");
    assert!(
        told[0].contains("Ana is off on 2026-12-25 (Christmas Day)") && !told[0].contains("New Year"),
        "{told:?}"
    );
}

#[test]
fn the_same_meeting_is_the_same_event() {
    let desk = Desk::with("r.csv", THREE);
    let uid = |more: &[&str]| property(&calendar(&desk, more), "UID")[0].to_owned();
    let first = uid(&[]);
    assert_eq!(first, uid(&["--title", "Another name"]));
    let later =
        desk.run(&["meet", "r.csv", "--ics", "--from", "2027-01-04", "--home", "Europe/Berlin"]).answered();
    assert_eq!(property(&later.out, "UID"), [first.as_str()]);
    assert_ne!(first, uid(&["--pick", "2"]));
    assert_ne!(first, uid(&["--anchor", "Europe/London"]));
}

#[test]
fn any_ranked_slot_a_single_meeting_or_a_rotation() {
    let desk = Desk::with("r.csv", THREE);
    // The second choice is more than an hour after the first, Monday to Friday 14:00.
    let second = calendar(&desk, &["--pick", "2"]);
    assert_eq!(property(&second, "DTSTART;"), ["DTSTART;TZID=Europe/Berlin:20261123T151500"]);
    let none = [&["meet", "r.csv", "--ics", "--pick", "481"], &YEAR[..]].concat();
    desk.run(&none).refused("--pick names no choice: there are");

    let once = ["meet", "r.csv", "--ics", "--once", "2027-07-05..2027-07-06", "--home", "Europe/Berlin"];
    let once = desk.run(&once).answered();
    assert_eq!(property(&once.out, "DTSTART;"), ["DTSTART;TZID=Europe/Berlin:20270705T140000"]);
    assert_eq!(property(&once.out, "RRULE"), Vec::<&str>::new());

    let turns = calendar(&desk, &["--rotate", "3"]);
    let starts =
        ["20261123", "20261130", "20261207"].map(|date| format!("DTSTART;TZID=Europe/Berlin:{date}T130000"));
    assert_eq!(property(&turns, "DTSTART;"), starts);
    let mut uids = property(&turns, "UID");
    uids.dedup();
    assert_eq!(uids.len(), 3);

    // A fixed offset never changes: UTC says it.
    let fixed = desk.run(&[&["meet", "r.csv", "--ics", "--anchor", "UTC+5:30"], &YEAR[..]].concat()).out;
    assert_eq!(property(&fixed, "BEGIN"), ["BEGIN:VCALENDAR", "BEGIN:VEVENT"]);
    // 17:30 there is 12:00 UTC.
    assert_eq!(property(&fixed, "DTSTART"), ["DTSTART:20261123T120000Z"]);
}

#[test]
fn a_calendar_is_written_to_a_file_and_has_no_other_form() {
    let desk = Desk::with("r.csv", THREE);
    let line = [&["meet", "r.csv", "--ics", "-o", "out.ics"], &YEAR[..]].concat();
    assert_eq!(desk.run(&line).answered().out, "");
    assert_eq!(desk.read("out.ics"), calendar(&desk, &[]));
    desk.run(&["meet", "r.csv", "--ics", "--format", "json"]).refused("--ics is a form of its own");
    for flag in [&["--title", "x"][..], &["--pick", "1"], &["--keep-holidays"]] {
        desk.run(&[&["meet", "r.csv"], flag].concat()).refused("--ics");
    }
}

#[test]
fn strangers_write_no_line_of_it() {
    let nasty = "Eve\u{1b}[31m\u{7}\u{202e}gnp;,\\\\<b>BEGIN:VALARM";
    let long = "Maximilian ".repeat(3000);
    // Their hours lie outside those of the meeting, so that the description names them.
    let roster = format!(
        "name,zone,hours,required,email\nAna,UTC,9-17,,ana@example.org\n\"{nasty}\",UTC,17-18,no,eve@example.org\n\
         \"x\r\nATTENDEE:mailto:a@b\",UTC,18-19,no,\nשלום אברהם,UTC,19-20,no,\n{long},UTC,20-21,no,\n"
    );
    let desk = Desk::with("r.csv", roster);
    let title = "x\r\nATTENDEE:mailto:a@b\u{202e}\u{0}y".replace('\u{0}', "");
    let line = [&["meet", "r.csv", "--ics", "--days", "Mon", "--title", &title], &YEAR[..]].concat();
    let ran = desk.run(&line);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    let lines = lines(&ran);
    let told = lines.iter().find(|line| line.starts_with("DESCRIPTION")).unwrap();
    assert!(!ran.out.contains(['\u{1b}', '\u{7}', '\u{202e}']), "{}", ran.out);
    assert!(
        told.contains("\u{2068}שלום אברהם\u{2069}") && told.contains("Maximilian") && told.len() < 2000,
        "{told}"
    );
    assert!(lines.contains(&"SUMMARY:x ATTENDEE:mailto:a@by".to_owned()), "{lines:?}");
    assert!(!ran.out.contains("example.org"), "addresses are never told");
}

#[test]
fn nor_of_a_page_a_document_or_a_table() {
    let nasty = "\u{1b}[31mEve\u{1b}]0;title\u{7}\u{9b}2J\u{8}\u{7f}\u{202e}gnp.exe\u{2066}\u{feff}";
    let roster = format!("name,zone,off\n\"{nasty}\",UTC,2026-11-30\n=1+1,Asia/Tokyo,\n");
    let desk = Desk::with("r.csv", roster);
    for more in [&[][..], &["--quorum", "1"], &["--once", "2027-01-04"], &["--rotate", "2"]] {
        for format in ["text", "json", "csv"] {
            if format == "csv" && more != ["--rotate", "2"] {
                continue;
            }
            let ran = desk
                .run(&[&["meet", "r.csv", "--home", "UTC", "--format", format], more].concat())
                .checked_clean();
            assert!(ran.code.is_some_and(|code| code < 2) && ran.err.is_empty(), "{more:?}: {}", ran.err);
            assert!(!ran.out.contains("\\u001b") && ran.out.contains("Eve"), "{}", ran.out);
            assert!(format != "csv" || ran.out.contains("'=1+1,1,"), "{}", ran.out);
        }
    }
}

/// 25 December 2026 is a Friday; Tom of Texas keeps no state holiday on which offices stay open.
#[test]
fn days_left_out_are_called_by_their_holidays() {
    let roster = "name,zone,hours,holidays\nTom,America/Chicago,9-17,US-TX\nEva,America/Mexico_City,9-17,\n";
    let desk = Desk::with("r.csv", roster);
    let line = [&["meet", "r.csv", "--ics", "--days", "Fri"], &YEAR[..]].concat();
    let lines = lines(&desk.run(&line));
    let told = lines.iter().find(|line| line.starts_with("DESCRIPTION")).unwrap();
    assert!(told.contains("2026-12-25 (Christmas Day)"), "{told}");
    assert!(!told.contains("2027-03-26"), "Good Friday is optional: {told}");
}

//! Rows without days: the country's usual week, and a note that says so.

use tzplan::Tzdb;
use tzplan_roster::{ReadOptions, Roster, Severity, read, working_week};

fn roster(text: &str) -> Roster {
    read("team.csv", text.as_bytes(), Tzdb::bundled(), &ReadOptions::default()).expect("bytes do not fail")
}

fn hours(roster: &Roster) -> Vec<String> {
    roster.team.members().map(|member| member.schedule().posts()[0].hours().to_string()).collect()
}

#[test]
fn the_countrys_week_is_taken_and_said_once() {
    let roster = roster(
        "zone,hours,days\n\
         Europe/Berlin,9-17,\n\
         Asia/Jerusalem,9-17,\n\
         Asia/Tel_Aviv,,\n\
         Asia/Kolkata,9-17,\n\
         Asia/Jerusalem,9-17,Mon-Fri\n\
         Asia/Dubai,9-17,\n\
         Asia/Kuwait,8-16,\n",
    );
    let expected = [
        "09:00-17:00 Mon-Fri",
        "09:00-17:00 Sun-Thu",
        "09:00-17:00 Sun-Thu",
        "09:00-17:00 Mon-Fri",
        "09:00-17:00 Mon-Fri",
        "09:00-17:00 Mon-Fri",
        "08:00-16:00 Sun-Thu",
    ];
    assert_eq!(hours(&roster), expected);
    let said: Vec<_> =
        roster.diagnostics.iter().map(|found| (found.code, found.severity, found.row)).collect();
    assert_eq!(said, [("usual-week", Severity::Note, 3), ("usual-week", Severity::Note, 8)]);
    let first = &roster.diagnostics[0];
    assert_eq!(&*first.message, "no days given: Sunday to Thursday is taken in Israel");
    // It belongs to every answer.
    let assumed = roster.assumptions.iter().find(|one| one.message == first.message).unwrap();
    assert_eq!((assumed.code, &assumed.rows[..]), ("usual-week", &[3, 4][..]));
    assert_eq!(first.column.as_deref(), Some("days"));
    assert!(roster.is_ok());
}

#[test]
fn days_said_anywhere_are_kept() {
    let said = roster("zone,hours\nAsia/Jerusalem,Mon-Fri 9-17\nAsia/Jerusalem,Sun 9-12; Tue 9-17\n");
    assert_eq!(hours(&said)[0], "09:00-17:00 Mon-Fri");
    let written = "Sun 9-12; Tue 9-17".parse::<tzplan::WeeklyHours>().unwrap();
    assert_eq!(said.team.member(1).unwrap().schedule().posts()[0].hours(), &written);
    assert!(said.diagnostics.is_empty());
    let columns = roster("zone,start,end\nAsia/Amman,9,17\n");
    assert_eq!(hours(&columns), ["09:00-17:00 Sun-Thu"]);
    assert_eq!(columns.diagnostics[0].column.as_deref(), Some("zone"));
}

#[test]
fn weeks_of_countries_by_hand() {
    for (code, week) in [
        ("de", "Monday to Friday"),
        ("SA", "Sunday to Thursday"),
        ("AE", "Monday to Friday"),
        ("BD", "Sunday to Thursday"),
        ("LY", "Sunday to Thursday"),
        ("IR", "Saturday to Wednesday"),
    ] {
        assert_eq!(working_week(code).unwrap().to_string(), week, "{code}");
    }
}

#[cfg(feature = "places")]
#[test]
fn a_place_tells_its_country_where_the_zone_does_not() {
    // Dubai's zone is Oman's too; Nairobi's is that of Djibouti, which works Sunday to Thursday.
    let places = roster("zone\nAsia/Dubai\nDubai\nMuscat\nNairobi\nDjibouti\n");
    let weeks =
        ["Mon-Fri", "Mon-Fri", "Sun-Thu", "Mon-Fri", "Sun-Thu"].map(|days| format!("09:00-17:00 {days}"));
    assert_eq!(hours(&places), weeks);
    let said: Vec<_> =
        places.diagnostics.iter().filter(|found| found.code == "usual-week").map(|f| f.row).collect();
    assert_eq!(said, [4, 6]);
}

//! Places in rosters.

use chrono::NaiveDate;
use tzplan::Tzdb;
use tzplan_roster::{ReadOptions, Severity, read};

#[test]
fn a_roster_is_read_for_the_dates_that_are_planned() {
    let day = |year| NaiveDate::from_ymd_opt(year, 1, 1).unwrap();
    let over = |from, to| {
        let options = ReadOptions { planned: Some((day(from), day(to))), ..ReadOptions::default() };
        read("team.csv", "zone\nKazakhstan\n".as_bytes(), Tzdb::bundled(), &options).unwrap().errors
    };
    assert_eq!((over(2026, 2027), over(2023, 2024)), (0, 1));
}

#[test]
fn a_roster_says_how_each_place_was_read() {
    let text = "name,city,hours\n\
                Ana,Bangalore,9-17\n\
                Ben,London,9-17\n\
                Eva,London,10-18\n\
                Liv,Springfield,9-17\n\
                Kei,\"Portland, OR\",9-17\n";
    let roster = read("team.csv", text.as_bytes(), Tzdb::bundled(), &ReadOptions::default()).unwrap();
    let told: Vec<_> = roster.diagnostics.iter().map(|d| (d.row, d.code, d.severity)).collect();
    assert_eq!(told, [(3, "place", Severity::Note), (5, "ambiguous-zone", Severity::Error)]);
    assert_eq!(roster.diagnostics[0].help.as_ref(), "write Europe/London to be sure");
    let labels: Vec<_> =
        roster.zone_labels.iter().map(|l| (&*l.label, l.zone.name(), l.how.as_str(), l.rows)).collect();
    let read = [
        ("Bangalore", "Asia/Kolkata".to_owned(), "city", 1),
        ("London", "Europe/London".to_owned(), "city", 2),
        ("Portland, OR", "America/Los_Angeles".to_owned(), "city", 1),
    ];
    assert_eq!(labels, read);
}

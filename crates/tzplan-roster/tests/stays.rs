//! Stays abroad in the zone column.

use chrono::NaiveDate;
use tzplan::{Horizon, Plan, Policy, PreparedTeam, Tzdb, Zone, overlap};
use tzplan_roster::{ReadOptions, Roster, Severity, read};

fn roster(text: &str) -> Roster {
    read("team.csv", text.as_bytes(), Tzdb::bundled(), &ReadOptions::default()).expect("bytes do not fail")
}

fn date(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

/// `zone first..last` of every stay of the only member.
fn stays(cell: &str) -> Vec<String> {
    let roster = roster(&format!("zone\n\"{cell}\"\n"));
    assert!(roster.is_ok(), "{cell}: {:?}", roster.diagnostics);
    let member = roster.team.member(0).expect("a member");
    let stays = member.schedule().posts()[0].stays();
    stays.iter().map(|stay| format!("{} {}", stay.zone, stay.dates)).collect()
}

#[test]
fn stays_as_people_write_them() {
    let bangkok = ["Asia/Bangkok 2027-02-01..2027-03-15"];
    for cell in [
        "Europe/Berlin; Asia/Bangkok from 2027-02-01 to 2027-03-15",
        "Europe/Berlin;asia/bangkok FROM 2027-02-01 until 2027-03-15;",
        "Europe/Berlin; Asia/Bangkok 2027-02-01..2027-03-15",
        "Europe/Berlin; Asia/Bangkok 2027-02-01 – 2027-03-15",
        "Europe/Berlin; Asia/Bangkok from 1 Feb to 15 March 2027",
        "Europe/Berlin; Asia/Bangkok Feb 1 – Mar 15, 2027",
        "Europe/Berlin; Asia/Bangkok 1.2.–15.3.2027",
    ] {
        assert_eq!(stays(cell), bangkok, "{cell}");
    }
    assert_eq!(
        stays("Europe/Berlin; UTC-3 2027-05-01..2027-05-31; Asia/Bangkok 2027-02-01"),
        ["Asia/Bangkok 2027-02-01..2027-02-01", "UTC-03:00 2027-05-01..2027-05-31"]
    );
    // Of one day, with or without the word: no move for good.
    for dates in
        ["from 2027-02-01 to 2027-02-01", "from 2027-02-01 until 2027-02-01", "from 2027-02-01 - 2027-02-01"]
    {
        let cell = format!("Europe/Berlin; Asia/Bangkok {dates}");
        assert_eq!(stays(&cell), ["Asia/Bangkok 2027-02-01..2027-02-01"], "{cell}");
    }
    assert!(stays("Europe/Berlin;").is_empty());
}

#[test]
fn without_a_last_day_somebody_moves_for_good() {
    let for_good = "Asia/Bangkok 2027-02-01..9999-12-31";
    assert_eq!(stays("Europe/Berlin; Asia/Bangkok from 2027-02-01"), [for_good]);
    // The next move ends it, whatever the order; a stay interrupts it.
    for cell in [
        "Europe/Berlin; Asia/Bangkok from 2027-02-01; Europe/Lisbon from 2027-06-01",
        "Europe/Berlin; Europe/Lisbon from 2027-06-01; Asia/Bangkok from 2027-02-01",
    ] {
        let expected = ["Asia/Bangkok 2027-02-01..2027-05-31", "Europe/Lisbon 2027-06-01..9999-12-31"];
        assert_eq!(stays(cell), expected, "{cell}");
    }
    assert_eq!(
        stays("Europe/Berlin; Asia/Tokyo 2027-03-01..2027-03-10; Asia/Bangkok from 2027-02-01"),
        [
            "Asia/Bangkok 2027-02-01..2027-02-28",
            "Asia/Tokyo 2027-03-01..2027-03-10",
            "Asia/Bangkok 2027-03-11..9999-12-31"
        ]
    );
    let roster = roster("zone\nEurope/Berlin; Asia/Bangkok from 2027-02-01; Asia/Tokyo from 2027-02-01\n");
    assert_eq!((roster.errors, roster.diagnostics[0].code), (1, "overlapping-stays"));
}

#[test]
fn labels_of_stays_are_listed_like_any() {
    let roster = roster("zone\nEurope/Berlin; asia/bangkok 2027-02-01..2027-03-15\nEurope/Berlin\n");
    let labels: Vec<_> = roster.zone_labels.iter().map(|label| (&*label.label, label.rows)).collect();
    assert_eq!(labels, [("Europe/Berlin", 2), ("asia/bangkok", 1)]);
}

#[test]
fn faults_of_stays_are_precise() {
    for (cell, code, message) in [
        ("Asia/Bangkok from 2027-02-01 to 2027-03-15", "no-home", "nothing says where home is"),
        ("from 2027-02-01 to 2027-03-15", "no-home", "nothing says where home is"),
        (
            "Europe/Berlin; from 2027-02-01 to 2027-03-15",
            "no-place",
            "the stay `from 2027-02-01 to 2027-03-15` does not say where",
        ),
        ("Europe/Berlin; Asia/Bangkok", "undated-zone", "`Asia/Bangkok` is a second place without dates"),
        (
            "Europe/Berlin; Asia/Bankok from 2027-02-01 to 2027-03-15",
            "unknown-zone",
            "did you mean Asia/Bangkok?",
        ),
        ("Europe/Berlin; IST from 2027-02-01 to 2027-03-15", "ambiguous-zone", "IST"),
        (
            "Europe/Berlin; Asia/Bangkok from 2027-03-15 to 2027-02-01",
            "reversed-range",
            "ends before it starts",
        ),
        ("Europe/Berlin; Asia/Bangkok from 2027-02-30 to 2027-03-15", "impossible-date", "no day 2027-02-30"),
        ("Europe/Berlin; Asia/Bangkok from 2027-02-01 to spring", "bad-date", "`spring` is no date"),
    ] {
        let roster = roster(&format!("zone\n\"{cell}\"\n"));
        let [found] = roster.diagnostics.as_slice() else { panic!("{cell}: {:?}", roster.diagnostics) };
        assert_eq!(
            (found.code, found.severity, found.column.as_deref()),
            (code, Severity::Error, Some("zone"))
        );
        assert!(found.message.contains(message), "{cell}: {}", found.message);
    }
    let text =
        "zone\nEurope/Berlin; Asia/Bangkok 2027-02-01..2027-03-15; Asia/Tokyo 2027-03-10..2027-03-20\n";
    let roster = roster(text);
    let codes: Vec<_> = roster.diagnostics.iter().map(|found| (found.code, found.severity)).collect();
    assert_eq!(codes, [("overlapping-stays", Severity::Warning)]);
    let member = roster.team.member(0).unwrap();
    let stays = member.schedule().posts()[0].stays();
    // The later in the cell holds.
    assert_eq!(
        (stays[0].dates.after(), stays[1].dates.first(), stays[1].dates.after()),
        (date("2027-03-10"), date("2027-03-10"), date("2027-03-21"))
    );
}

/// Two in Berlin, 09:00–17:00; one of them is in Bangkok (+7) from 1 February to 15 March 2027. There the day
/// is 02:00–10:00 UTC, in Berlin 08:00–16:00: they share 2 h instead of 8.
/// A year of stays of a day each is 10 KB long; a text of words is no dated place, however long it is.
#[test]
fn a_cell_of_very_many_stays_is_refused() {
    let cell = |stays: usize| format!("zone\nUTC{}\n", "; Asia/Bangkok 2027-02-01".repeat(stays));
    for (stays, code) in [(300, None), (400, Some("overlong-cell"))] {
        let roster = roster(&cell(stays));
        assert_eq!(roster.diagnostics.iter().map(|one| one.code).collect::<Vec<_>>(), Vec::from_iter(code));
    }
    let words = roster(&format!("zone\n{} 2027-02-01\n", "Berlin ".repeat(200)));
    assert_eq!(words.diagnostics[0].code, "unknown-zone");
}

#[test]
fn seasons_and_windows_follow() {
    let text =
        "name,zone\nAna,Europe/Berlin; Asia/Bangkok from 2027-02-01 to 2027-03-15\nBen,Europe/Berlin\n";
    let roster = roster(text);
    let horizon = Horizon::new(date("2027-01-04"), date("2027-03-22"), Zone::UTC).unwrap();
    let prepared = PreparedTeam::new(&roster.team, horizon.clone());
    let plan = Plan::of(&prepared, &Policy::default());
    let seasons: Vec<_> = plan
        .seasons()
        .map(|season| (season.season.first(), season.season.days(), season.overlap.daily.to_string()))
        .collect();
    let expected = [
        (date("2027-01-04"), 28, "8:00".to_owned()),
        (date("2027-02-01"), 43, "2:00".to_owned()),
        (date("2027-03-16"), 6, "8:00".to_owned()),
    ];
    assert_eq!(seasons, expected);
    let windows = overlap::everyone(&PreparedTeam::new(&roster.team, horizon.clone()));
    let length = |day: &str| {
        let window = windows.iter().find(|window| window.start().to_utc().date_naive() == date(day));
        window.map(|window| (window.end().to_utc() - window.start().to_utc()).num_minutes())
    };
    assert_eq!((length("2027-01-29"), length("2027-02-01")), (Some(480), Some(120)));
    assert_eq!((length("2027-03-15"), length("2027-03-16")), (Some(120), Some(480)));
}

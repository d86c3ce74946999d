//! The `holidays` column.
#![cfg(feature = "holidays")]

use chrono::{Datelike, NaiveDate};
use tzplan::Tzdb;
use tzplan_roster::{HolidayCalendar, ReadOptions, Roster, Severity, read};

/// `code,date,name` by PyPI holidays, 2026 to 2028.
const BY_PYPI: &str = include_str!("fixtures/holidays.csv");

fn date(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

fn roster(text: &str) -> Roster {
    read("team.csv", text.as_bytes(), Tzdb::bundled(), &ReadOptions::default()).expect("bytes do not fail")
}

fn codes(roster: &Roster) -> Vec<(&str, Severity, u64)> {
    roster.diagnostics.iter().map(|found| (found.code, found.severity, found.row)).collect()
}

#[test]
fn the_table_says_what_pypi_holidays_says() {
    let rows = BY_PYPI.lines().filter(|row| !row.starts_with('#'));
    let cells = |row: &'static str| {
        let mut cells = row.splitn(3, ',');
        let mut cell = || cells.next().expect("three cells");
        (cell(), date(cell()), cell())
    };
    let rows: Vec<(&str, NaiveDate, &str)> = rows.map(cells).collect();
    let mut codes: Vec<&str> = rows.iter().map(|(code, ..)| *code).collect();
    codes.dedup();
    assert!(codes.len() > 30 && rows.len() > 1000);
    for code in codes {
        let theirs: Vec<(NaiveDate, &str)> =
            rows.iter().filter(|(other, ..)| *other == code).map(|(_, day, name)| (*day, *name)).collect();
        let calendar = HolidayCalendar::of(code).unwrap();
        let days = calendar.dates().iter().filter(|day| day.year() <= 2028);
        let ours: Vec<(NaiveDate, &str)> =
            days.map(|day| (*day, calendar.holidays().name_of(*day).unwrap())).collect();
        assert_eq!(ours, theirs, "{code}");
    }
}

#[test]
fn holidays_are_days_off() {
    let roster = roster("name,zone,holidays,off\nAna,Europe/Berlin,DE-BE,2027-02-03\nBen,Europe/Berlin,,\n");
    let off = |member: usize| roster.team.member(member).unwrap().schedule().days_off().to_vec();
    // Women's Day is Berlin's alone; Easter Monday; the day of one's own.
    for day in ["2027-03-08", "2027-03-29", "2027-02-03", "2031-12-26"] {
        assert!(off(0).contains(&date(day)), "{day}");
    }
    assert!(!off(0).contains(&date("2027-01-06")) && off(1).is_empty());
    assert!(roster.diagnostics.is_empty(), "{:?}", roster.diagnostics);
    assert_eq!(roster.holidays().map(HolidayCalendar::code).collect::<Vec<_>>(), ["DE-BE"]);
}

#[test]
fn several_codes_are_all_kept_and_none_is_none() {
    let roster = roster("zone,holidays\nUTC,FR-75; GB-SCT\nUTC,none\nUTC,-\nUTC,;\n");
    let off = |member: usize| roster.team.member(member).unwrap().schedule().days_off().len();
    assert_eq!(codes(&roster), [("unknown-holidays", Severity::Error, 2)]);
    assert_eq!((off(0), off(1), off(2)), (0, 0, 0));
    let both = self::roster("zone,holidays\nUTC,IE; GB-SCT\n");
    let days = both.team.member(0).unwrap().schedule().days_off();
    // Saint Patrick's Day, Saint Andrew's Day.
    assert!(days.contains(&date("2027-03-17")) && days.contains(&date("2027-11-30")));
}

#[test]
fn no_may_not_mean_norway() {
    let roster = roster("zone,holidays\nUTC,no\nUTC,NO\n");
    assert_eq!(codes(&roster), [("holidays-of-norway", Severity::Warning, 2)]);
}

#[test]
fn wrong_codes_are_errors_of_their_rows() {
    let roster = roster("zone,holidays\nUTC,DE-XX\nUTC,Georgia\nUTC,DE-XX\nUTC,Austira; DE-BY\n");
    let expected = [
        ("unknown-holidays", Severity::Error, 2),
        ("ambiguous-holidays", Severity::Error, 3),
        ("unknown-holidays", Severity::Error, 4),
        ("unknown-holidays", Severity::Error, 5),
    ];
    assert_eq!(codes(&roster), expected);
    assert_eq!((roster.team.len(), roster.bad_rows), (0, 4));
    assert_eq!(&*roster.diagnostics[3].help, "did you mean AT (Austria)?");
    assert_eq!(roster.diagnostics[0].column.as_deref(), Some("holidays"));
}

#[test]
fn a_country_whose_regions_keep_other_days_is_noted_once() {
    let roster = roster("zone,holidays\nUTC,DE\nUTC,Germany\nUTC,DE\nUTC,IL\n");
    assert_eq!(codes(&roster), [("regional-holidays", Severity::Note, 2)]);
    assert_eq!(&*roster.diagnostics[0].help, "write the code of the region behind it, where there is one");
}

/// The region is that of the place in the row; an id names a zone, not where somebody lives in it.
#[cfg(feature = "places")]
#[test]
fn the_region_suggested_is_the_persons_own() {
    for (place, country, region) in [
        ("Berlin", "DE", "DE-BE"),
        ("Munich", "Germany", "DE-BY"),
        ("Stuttgart", "DE", "DE-BW"),
        ("Bangalore", "IN", "IN-KA"),
        ("Melbourne", "AU", "AU-VIC"),
        ("\"Austin, Texas\"", "US", "US-TX"),
        ("Toronto", "CA", "CA-ON"),
        ("Zurich", "CH", "CH-ZH"),
        ("Edinburgh", "GB", "GB-SCT"),
        ("Vienna", "AT", "AT-9"),
        ("Madrid", "ES", "ES-MD"),
        ("Auckland", "NZ", "NZ-AUK"),
    ] {
        let roster = roster(&format!("city,holidays\n{place},{country}\n"));
        let note = roster.diagnostics.iter().find(|found| found.code == "regional-holidays");
        let help = note.map(|note| note.help.to_string());
        let expected = match country {
            // The states of Austria keep the days of all of it.
            "AT" => None,
            _ => Some(format!("write {region} for somebody who lives there")),
        };
        assert_eq!(help, expected, "{place}");
        let calendar = HolidayCalendar::of(region).unwrap();
        assert_eq!(calendar.code(), region);
    }
    for abroad in ["Europe/Berlin,DE", "Lisbon,DE", "Milan,IT"] {
        let roster = roster(&format!("zone,holidays\n{abroad}\n"));
        let note = roster.diagnostics.iter().find(|found| found.code == "regional-holidays").unwrap();
        assert_eq!(&*note.help, "write the code of the region behind it, where there is one", "{abroad}");
    }
}

#[test]
fn kinds_of_days_are_asked_for_in_a_cell() {
    let roster = roster("zone,holidays\nUTC,US-TX\nUTC,US-TX+optional; DE-BY+catholic\nUTC,US-TX+bank\n");
    assert_eq!(codes(&roster), [("unknown-holidays", Severity::Error, 4)]);
    let off = |member: usize| roster.team.member(member).unwrap().schedule().days_off().to_vec();
    let independence = date("2027-03-02");
    assert!(!off(0).contains(&independence) && off(1).contains(&independence));
    // Assumption Day of the Catholic parts of Bavaria.
    assert!(off(1).contains(&date("2028-08-15")));
}

#[test]
fn years_without_an_answer_and_estimates_are_said_for_the_years_planned() {
    let text = "zone,holidays\nUTC,LK\nUTC,AE\nUTC,LK\nUTC,IL\n";
    let judged = |from: &str, to: &str| {
        let mut roster = roster(text);
        roster.judge_holidays(date(from), date(to));
        roster
    };
    let roster = judged("2026-11-23", "2027-11-22");
    let said: Vec<String> = roster.diagnostics.iter().map(|found| found.message.to_string()).collect();
    assert_eq!(
        said,
        [
            "Sri Lanka: no public holidays are known for 2027, so that all days count as working days",
            "Sri Lanka: 2 public holidays are on estimated dates, which are announced when they are near",
            "United Arab Emirates: 9 public holidays are on estimated dates, which are announced when they are near",
        ]
    );
    assert_eq!(
        codes(&roster),
        [
            ("holidays-unknown", Severity::Warning, 2),
            ("holidays-estimated", Severity::Note, 2),
            ("holidays-estimated", Severity::Note, 3)
        ]
    );
    // The last day planned is the day before.
    let known = judged("2031-01-01", "2032-01-01");
    assert!(known.diagnostics.iter().all(|found| found.row < 5), "{:?}", codes(&known));
    let beyond = judged("2031-01-01", "2032-01-02");
    assert_eq!(beyond.diagnostics.last().map(|found| (found.code, found.row)), Some(("holidays-unknown", 5)));
    let far = judged("2031-12-01", "2036-01-01");
    assert!(far.diagnostics.last().unwrap().message.contains("known for 4 years from 2032 to 2035"));
}

#[test]
fn calendars_of_ones_own_define_and_override() {
    let own = vec![
        HolidayCalendar::new("ACME", [date("2027-05-14")]),
        HolidayCalendar::new("DE", [date("2027-05-01")]),
    ];
    let options = ReadOptions { calendars: own, ..ReadOptions::default() };
    let text = "zone,holidays\nUTC,acme\nUTC,DE; ACME\n";
    let mut roster = read("team.csv", text.as_bytes(), Tzdb::bundled(), &options).unwrap();
    roster.judge_holidays(date("2040-01-01"), date("2041-01-01"));
    assert!(roster.diagnostics.is_empty());
    let off = |member: usize| roster.team.member(member).unwrap().schedule().days_off().to_vec();
    assert_eq!(off(0), [date("2027-05-14")]);
    assert_eq!(off(1), [date("2027-05-01"), date("2027-05-14")]);
}

/// A code of a country that is a state's, too, where somebody lives in that state's country.
#[test]
fn a_code_of_a_state_at_home_is_not_that_of_another_country() {
    for (zone, code, help) in [
        ("San Francisco", "CA", "write US-CA, or Canada for that country"),
        ("America/Los_Angeles", "CA", "write US-CA, or Canada for that country"),
        ("\"Wilmington, Delaware\"", "de", "write US-DE, or Germany for that country"),
        ("\"Mobile, AL\"", "AL", "write US-AL, or Albania for that country"),
        ("Indianapolis", "US; IN", "write US-IN, or India for that country"),
        ("Berlin", "BE", "write DE-BE, or Belgium for that country"),
        ("Toronto", "NL", "write CA-NL, or Netherlands for that country"),
    ] {
        let found = roster(&format!("name,zone,holidays\nAna,{zone},{code}\n"));
        let errors: Vec<_> = found.diagnostics.iter().filter(|one| one.severity == Severity::Error).collect();
        assert_eq!((errors.len(), errors[0].code), (1, "ambiguous-holidays"), "{zone} {code}");
        assert_eq!(&*errors[0].help, help, "{zone} {code}");
    }
    for (zone, code) in [
        ("Toronto", "CA"),
        ("San Francisco", "Canada"),
        ("San Francisco", "US-CA"),
        ("Berlin", "DE"),
        ("Brussels", "BE"),
        ("Lisbon", "CA"),
    ] {
        let found = roster(&format!("name,zone,holidays\nAna,{zone},{code}\n"));
        assert!(found.is_ok(), "{zone} {code}: {:?}", found.diagnostics);
    }
}

/// Countries by their names in the languages in which places are read; their codes stay codes.
#[cfg(feature = "places")]
#[test]
fn countries_go_by_their_names_in_other_languages() {
    for (name, code) in [
        ("Deutschland", "DE"),
        ("Schweiz", "CH"),
        ("Alemania", "DE"),
        ("\u{65e5}\u{672c}", "JP"),
        ("N/A", "none"),
    ] {
        let of = |label: &str| {
            let found = roster(&format!("name,zone,holidays\nAna,UTC,{label}\n"));
            assert!(found.is_ok(), "{label}: {:?}", found.diagnostics);
            found.team.member(0).unwrap().schedule().days_off().to_vec()
        };
        assert_eq!(of(name), of(code), "{name}");
    }
    // A region is not its country.
    let found = roster("name,zone,holidays\nAna,UTC,Deutschland (Bayern)\n");
    assert_eq!(&*found.diagnostics[0].help, "write DE-BY");
}

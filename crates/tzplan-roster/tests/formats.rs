//! The same people in every kind of file, written by other programs: see `fixtures/make.py`.

#![allow(clippy::unwrap_used, reason = "a test that fails shall panic")]

use std::path::Path;

use tzplan::{Team, Tzdb};
use tzplan_roster::{ReadOptions, Roster, read};

fn fixture(name: &str) -> Vec<u8> {
    std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(name)).unwrap()
}

#[cfg(feature = "workbook")]
fn sheet(name: &str, sheet: Option<&str>) -> Roster {
    let options = ReadOptions { sheet: sheet.map(str::to_owned), ..ReadOptions::default() };
    read(name, fixture(name).as_slice(), Tzdb::bundled(), &options).unwrap()
}

fn roster(name: &str) -> Roster {
    read(name, fixture(name).as_slice(), Tzdb::bundled(), &ReadOptions::default()).unwrap()
}

/// Everything that is known of everybody.
fn people(team: &Team) -> Vec<String> {
    let of = |member: tzplan::MemberRef<'_>| {
        format!(
            "{} {:?} {:?} {:?} {:?}",
            member.name(),
            member.attendance(),
            member.team(),
            member.role(),
            member.schedule()
        )
    };
    team.members().map(of).collect()
}

#[track_caller]
fn is_the_team(roster: &Roster) {
    let codes: Vec<_> =
        roster.diagnostics.iter().map(ToString::to_string).filter(|d| !d.contains("UTF-8")).collect();
    assert!(codes.is_empty(), "{codes:#?}");
    let (expected, found) = (people(&self::roster("team.csv").team), people(&roster.team));
    // One encoding has no fox.
    let fox =
        |people: Vec<String>| people.into_iter().map(|person| person.replace(" 🦊", "")).collect::<Vec<_>>();
    let without = roster.encoding == Some("windows-1252");
    assert_eq!(if without { fox(expected) } else { expected }, found);
    assert_eq!(found.len(), 6);
}

#[test]
#[cfg(feature = "workbook")]
fn spreadsheets_hold_the_people_of_the_table() {
    for name in ["team.xlsx", "since-1904.xlsx", "libreoffice.ods", "libreoffice.xlsx", "odfpy.ods"] {
        let roster = roster(name);
        is_the_team(&roster);
        assert_eq!(roster.unknown_columns().collect::<Vec<_>>(), ["Shoe size"], "{name}");
        assert_eq!((roster.row(0), roster.row(5), roster.row(6)), (Some(2), Some(7), None), "{name}");
    }
    assert_eq!(roster("team.xlsx").sheet.as_deref(), Some("People"));
}

#[test]
#[cfg(feature = "workbook")]
fn a_sheet_is_chosen_by_name_or_place() {
    for name in ["Our team", "our TEAM", "2"] {
        let roster = sheet("sheets.xlsx", Some(name));
        is_the_team(&roster);
        // Below its title and a blank row.
        assert_eq!((roster.row(0), roster.sheet.as_deref()), (Some(4), Some("Our team")));
    }
    // The first that is not hidden has no zone.
    let first = roster("sheets.xlsx");
    let codes: Vec<_> = first.diagnostics.iter().map(|d| (d.code, d.place.as_deref())).collect();
    assert_eq!(codes, [("other-sheets", None), ("no-zone-column", Some("'About us'!2:2"))]);
    assert!(first.diagnostics[0].message.contains("`Notes`, `Our team`"), "{}", first.diagnostics[0]);
    let missing = sheet("sheets.xlsx", Some("3"));
    assert_eq!(missing.diagnostics[0].code, "no-sheet");
    assert!(missing.diagnostics[0].help.contains("`About us`"), "{}", missing.diagnostics[0]);
    assert_eq!(sheet("team.csv", Some("1")).diagnostics[0].code, "no-sheet");
}

#[test]
#[cfg(feature = "workbook")]
fn faults_of_a_sheet_name_its_cells() {
    let roster = roster("faults.xlsx");
    let found: Vec<_> = roster
        .diagnostics
        .iter()
        .map(|d| (d.code, d.row, d.place.as_deref().unwrap(), d.column.as_deref().unwrap()))
        .collect();
    assert_eq!(
        found,
        [
            ("unknown-zone", 2, "Sheet!B2", "zone"),
            ("date-for-hours", 3, "Sheet!C3", "hours"),
            ("bad-date", 4, "Sheet!D4", "off"),
            ("missing-zone", 5, "Sheet!B5", "zone"),
            ("bad-hours", 5, "Sheet!C5", "hours"),
        ]
    );
    assert!(roster.diagnostics[1].message.contains("2026-09-12"));
    assert_eq!((roster.team.len(), roster.bad_rows, roster.rows), (0, 4, 4));
}

/// Code, place, and the cell that is marked.
#[cfg(feature = "workbook")]
fn marked(roster: &Roster) -> Vec<(&str, &str, &str)> {
    let of = |d: &'_ tzplan_roster::Diagnostic| {
        let source = d.source.as_ref().unwrap();
        (source.span.clone(), source.column)
    };
    let found = roster.diagnostics.iter().map(|d| (d, of(d)));
    found
        .map(|(d, (span, column))| {
            assert_eq!(column, None, "a row of a sheet is no line of a file");
            (d.code, d.place.as_deref().unwrap(), &d.source.as_ref().unwrap().text[span])
        })
        .collect()
}

#[test]
#[cfg(feature = "workbook")]
fn formulas_without_a_result_are_faults_where_they_are_read() {
    let found = roster("formulas.xlsx");
    let code = "formula-without-result";
    let expected =
        [(code, "Team!C2", "(formula)"), (code, "Team!D2", "(formula)"), (code, "Team!B3", "(formula)")];
    assert_eq!(marked(&found), [&expected[..], &[(code, "Team!E4", "(formula)")]].concat());
    // The formula of the third row stands in a column that is then not read.
    let options = ReadOptions { columns: vec!["count=none".parse().unwrap()], ..ReadOptions::default() };
    let found =
        read("formulas.xlsx", fixture("formulas.xlsx").as_slice(), Tzdb::bundled(), &options).unwrap();
    assert_eq!(marked(&found), expected);
    assert_eq!(found.team.member(0).map(tzplan::MemberRef::name), Some("Cai"));
    let found = roster("odfpy-formula.ods");
    assert_eq!(marked(&found), [(code, "Team!C2", "(formula)"), ("bad-time", "Team!D2", "TRUE")]);
    // The same workbook when LibreOffice has computed it.
    let computed = roster("formulas.ods");
    // The third row counts 1 + 1 people.
    assert_eq!((computed.errors, computed.team.len()), (0, 4));
    assert_eq!(
        computed.team.member(0).unwrap().schedule().posts()[0].hours().to_string(),
        "10:00-12:30 Mon-Fri"
    );
}

#[test]
#[cfg(feature = "workbook")]
fn yes_and_no_are_no_times() {
    for name in ["truths.xlsx", "truths.ods"] {
        let found = roster(name);
        assert_eq!(
            marked(&found),
            [("bad-time", "Sheet!C2", "TRUE"), ("bad-time", "Sheet!D2", "FALSE")],
            "{name}"
        );
        assert_eq!((&*found.diagnostics[0].value, found.bad_rows), ("TRUE", 1));
    }
}

#[test]
#[cfg(feature = "structured")]
fn json_and_toml_hold_the_people_of_the_table() {
    use tzplan::Minutes;
    for name in ["team.json", "team.toml"] {
        let roster = roster(name);
        is_the_team(&roster);
        let policy = roster.policy.policy().unwrap();
        assert_eq!((policy.target(), policy.grace_days()), (Minutes(180), 9), "{name}");
        assert_eq!(roster.policy.step, None);
    }
    assert_eq!(roster("team.json").row(1), Some(7));
    assert_eq!(roster("team.json").unknown_columns().collect::<Vec<_>>(), ["shoe size"]);
}

#[test]
#[cfg(feature = "encodings")]
fn text_in_other_encodings_holds_the_people_of_the_table() {
    for (name, encoding) in
        [("utf-16le.txt", "UTF-16LE"), ("utf-16be.txt", "UTF-16BE"), ("windows-1252.csv", "windows-1252")]
    {
        let roster = roster(name);
        assert_eq!((roster.encoding, roster.diagnostics[0].code), (Some(encoding), "encoding"));
        assert!(roster.diagnostics[0].message.contains(encoding));
        is_the_team(&roster);
    }
}

#[test]
fn a_table_in_utf_8_is_read_whatever_is_built() {
    is_the_team(&roster("team.csv"));
}

#[test]
#[cfg(not(any(feature = "workbook", feature = "structured", feature = "encodings")))]
fn without_a_feature_its_files_are_refused_by_its_name() {
    for (name, feature) in [
        ("team.xlsx", "workbook"),
        ("odfpy.ods", "workbook"),
        ("team.json", "structured"),
        ("team.toml", "structured"),
        ("utf-16le.txt", "encodings"),
        ("windows-1252.csv", "encodings"),
    ] {
        let roster = roster(name);
        let fault = &roster.diagnostics[0];
        let said = format!("{} {}", fault.message, fault.help);
        assert!(!roster.is_ok() && said.contains(&format!("`{feature}`")), "{name}: {said}");
    }
}

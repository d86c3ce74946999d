//! Rows that are one person, and what they contradict one another in.

use tzplan::{Attendance, Minutes, Tzdb};
use tzplan_roster::{ReadOptions, Roster, Severity, read};

fn roster(text: &str) -> Roster {
    read("team.csv", text.as_bytes(), Tzdb::bundled(), &ReadOptions::default()).expect("bytes do not fail")
}

fn said(roster: &Roster) -> Vec<(&str, Severity, u64, Option<&str>)> {
    let found = roster.diagnostics.iter();
    found.map(|found| (found.code, found.severity, found.row, found.column.as_deref())).collect()
}

#[test]
fn hours_and_days_off_of_all_rows_are_joined_without_a_word() {
    let roster = roster(
        "name,email,zone,hours,off\n\
         Ana,ana@x,Europe/Berlin,9-12,2027-01-04\n\
         Ben,ben@x,Europe/Berlin,9-17,\n\
         ana,ANA@x ,America/Lima,Mon 9-11,2027-01-05\n\
         ,ana@x,Europe/Berlin,14-16,\n",
    );
    assert!(roster.diagnostics.is_empty(), "{:?}", said(&roster));
    let ana = roster.team.member(0).unwrap();
    assert_eq!((roster.team.len(), ana.name(), ana.schedule().posts().len()), (2, "Ana", 2));
    assert_eq!(ana.schedule().posts()[0].hours().to_string(), "09:00-12:00,14:00-16:00 Mon-Fri");
    assert_eq!(ana.schedule().days_off().len(), 2);
}

#[test]
fn contradictions_are_said_where_they_stand() {
    let roster = roster(
        "name,email,zone,hours,required,team,role\n\
         Ana,ana@x,Europe/Berlin,9-12,yes,Red,Lead\n\
         Anna,ana@x,Europe/Berlin,13-17,no,Blue,\n\
         Ana,ana@x,Europe/Berlin,18-19,,Red,Dev\n\
         ,ben@x,Europe/Berlin,9-12,no,,\n\
         Ben,ben@x,Europe/Berlin,13-17,no,Red,\n",
    );
    let expected = [
        ("one-person-two-names", Severity::Warning, 3, Some("name")),
        ("required-differs", Severity::Warning, 3, Some("required")),
        ("label-differs", Severity::Error, 3, Some("team")),
        ("label-differs", Severity::Error, 4, Some("role")),
    ];
    assert_eq!(said(&roster), expected);
    // Each with its cell.
    let cells: Vec<_> = roster
        .diagnostics
        .iter()
        .map(|d| {
            let source = d.source.as_ref().expect("a line");
            (&*d.value, d.place.as_deref().unwrap_or(""), &source.text[source.span.clone()])
        })
        .collect();
    let expected = [
        ("Anna", "line 3, column 1", "Anna"),
        ("no", "line 3, column 32", "no"),
        ("Blue", "line 3, column 35", "Blue"),
        ("Dev", "line 4, column 36", "Dev"),
    ];
    assert_eq!(cells, expected);
    assert_eq!((roster.errors, roster.bad_rows, roster.file_errors), (2, 2, 0));
    let message = &roster.diagnostics[0].message;
    assert!(message.contains("row 2 have one e-mail address but the names Anna and Ana"), "{message}");
    let attendance: Vec<_> =
        roster.team.members().map(|member| (member.name(), member.attendance())).collect();
    assert_eq!(attendance, [("Ana", Attendance::Required), ("row 5", Attendance::Optional)]);
    assert!(!roster.is_ok());
}

#[test]
fn what_the_first_row_and_the_strongest_word_decide_is_no_error() {
    let rows = "name,email,zone,hours,required\nAna,ana@x,UTC,9-12,no\nAnna,ana@x,UTC,13-17,yes\n";
    let roster = roster(rows);
    let expected = [
        ("one-person-two-names", Severity::Warning, 3, Some("name")),
        ("required-differs", Severity::Warning, 3, Some("required")),
    ];
    assert_eq!((said(&roster), roster.is_ok()), (expected.to_vec(), true));
    let ana = roster.team.member(0).expect("a member");
    assert_eq!((ana.name(), ana.attendance()), ("Ana", Attendance::Required));
}

#[test]
fn the_smallest_flex_of_a_person_holds() {
    let roster = roster(
        "name,email,zone,hours,flex\n\
         Ana,ana@x,UTC,9-12,2h\n\
         Ben,ben@x,UTC,9-17,\n\
         Ana,ana@x,UTC,13-15,1:30\n\
         Ana,ana@x,UTC,16-17,\n\
         Ben,ben@x,America/Lima,9-10,0\n",
    );
    assert_eq!(said(&roster), [("flex-differs", Severity::Warning, 4, Some("flex"))]);
    assert!(roster.diagnostics[0].message.contains("may be moved by 2:00 and by 1:30"));
    let flex: Vec<_> = roster.team.members().map(|member| member.schedule().flex()).collect();
    assert_eq!(flex, [Some(Minutes(90)), Some(Minutes(0))]);
}

#[test]
#[cfg(feature = "structured")]
fn contradicting_entries_are_told_by_their_paths() {
    let roster = roster(
        r#"[{"name":"Ana","email":"a@x","zone":"UTC","team":"Red"},{"name":"Ana","email":"a@x","zone":"UTC","team":"Blue"}]"#,
    );
    let [fault] = roster.diagnostics.as_slice() else { panic!("{:?}", roster.diagnostics) };
    assert_eq!(
        (fault.code, fault.place.as_deref(), &*fault.value),
        ("label-differs", Some("[1].team"), "Blue")
    );
}

#[test]
fn one_person_is_in_one_place() {
    let rows = |second: &str| {
        roster(&format!(
            "email,zone,hours\n\
             ana@x,Europe/Berlin; Asia/Bangkok 2027-02-01..2027-03-15,9-12\n\
             ana@x,{second},13-17\n"
        ))
    };
    assert_eq!(said(&rows("Europe/Berlin")), [("stays-differ", Severity::Error, 3, Some("zone"))]);
    assert!(rows("Europe/Berlin; Asia/Bangkok 2027-02-01..2027-03-15").diagnostics.is_empty());
    assert!(rows("America/Lima").diagnostics.is_empty());
}

#[test]
fn contradictions_far_apart_are_found_and_bounded() {
    let mut text = String::from("name,email,zone\n");
    for row in 0..3000 {
        text.push_str(&format!("P{row},p{}@x,UTC\n", row % 1000));
    }
    let all = roster(&text);
    assert_eq!((all.team.len(), all.diagnostics.len(), all.diagnostics[0].row), (1000, 2000, 1002));
    let options = ReadOptions { most_diagnostics: 10, ..ReadOptions::default() };
    let some = read("team.csv", text.as_bytes(), Tzdb::bundled(), &options).unwrap();
    assert_eq!((some.diagnostics.len(), some.left_out), (10, 1990));
}

/// Also where others have an address.
#[test]
fn rows_of_one_name_without_an_address_are_warned_about_beside_a_column_of_addresses() {
    let rows = "name,email,zone,hours\nAna,,Europe/Berlin,9-12\nAna, ,Europe/Berlin,13-17\n\
                Ben,b@x,Europe/Berlin,9-12\nBen,c@x,Europe/Berlin,9-12\n";
    let found = roster(rows);
    assert_eq!((found.team.len(), said(&found)), (4, vec![("same-name", Severity::Warning, 3, None)]));
}

#[test]
fn rows_of_one_name_and_zone_without_an_address_are_people_and_are_warned_about() {
    let days = roster(
        "name,zone,day,hours\nAna,Europe/Berlin,Monday,9-12\nAna,Europe/Berlin,Wednesday,13-17\n\
         Ana,Europe/Berlin,Friday,9-12\nBen,Europe/Berlin,Monday,9-12\n",
    );
    assert_eq!((days.team.len(), said(&days)), (4, vec![("same-name", Severity::Warning, 3, None)]));
    let found = &days.diagnostics[0];
    assert_eq!(
        &*found.message,
        "`Ana` has the name and the zone of the row before, and so has 1 more row: each row is a person"
    );
    assert!(found.help.contains("`email`"));
    // Two people of a name in two places, rows without names, and rows that say who they are.
    for text in [
        "name,zone\nAna,Europe/Berlin\nAna,Europe/London\n",
        "name,zone\nAna,Europe/Berlin\nBen,Europe/Berlin\nAna,Europe/Berlin\n",
        "name,zone\n,Europe/Berlin\n,Europe/Berlin\n",
        "name,zone,email\nAna,Europe/Berlin,a@x\nAna,Europe/Berlin,b@x\n",
    ] {
        assert!(roster(text).diagnostics.is_empty(), "{text}");
    }
}

/// Teams and roles are compared as everywhere else they are named: the first spelling holds, others are said.
#[test]
fn spellings_of_one_team_are_joined() {
    let text = "name,zone,team,role\nA,UTC,Ops,Lead\nB,UTC,ops,lead\nC,UTC,Data,\nD,UTC,OPS,Lead\n";
    let roster = read("a.csv", text.as_bytes(), Tzdb::bundled(), &ReadOptions::default()).unwrap();
    let teams: Vec<_> = roster.team.members().map(|member| member.team().unwrap_or_default()).collect();
    assert_eq!(teams, ["Ops", "Ops", "Data", "Ops"]);
    let said: Vec<&str> =
        roster.assumptions.iter().filter(|one| one.code == "joined-label").map(|one| &*one.message).collect();
    assert_eq!(
        said,
        [
            "`ops` is read as the team `Ops`",
            "`OPS` is read as the team `Ops`",
            "`lead` is read as the role `Lead`"
        ]
    );
    // In rows of one person they contradict nothing.
    let text = "name,email,zone,hours,team\nA,a@x.org,UTC,9-12,Ops\nA,a@x.org,UTC,13-17,ops\n";
    let roster = read("a.csv", text.as_bytes(), Tzdb::bundled(), &ReadOptions::default()).unwrap();
    assert!(roster.is_ok() && roster.team.len() == 1, "{:?}", roster.diagnostics);
}

/// First names and surnames in two columns are one name, whatever the first is called.
#[test]
fn names_in_two_columns_are_joined() {
    for (header, cells, name) in [
        ("Nome,Cognome", "Ana,Rossi", "Ana Rossi"),
        ("Nombre,Apellidos", "Ana,Ruiz", "Ana Ruiz"),
        ("Nom,Prénom", "Dupont,Marie", "Marie Dupont"),
        ("Name,Vorname", "Schulz,Anna", "Anna Schulz"),
        ("Naam,Voornaam", "Jansen,Els", "Els Jansen"),
        ("Name,Surname", "Ana,Silva", "Ana Silva"),
        ("Name,Surname", "Ana Silva,Silva", "Ana Silva"),
        ("Name,First name", "Ana Silva,Ana", "Ana Silva"),
        ("First name,Last name", "Ana,Silva", "Ana Silva"),
        ("Full name,First name,Last name", "Ana Silva,Ana,Silva", "Ana Silva"),
        ("Name", "Ana", "Ana"),
    ] {
        let text = format!("{header},zone\n{cells},UTC\n");
        let roster = read("a.csv", text.as_bytes(), Tzdb::bundled(), &ReadOptions::default()).unwrap();
        let names: Vec<&str> = roster.team.members().map(tzplan::MemberRef::name).collect();
        assert_eq!(names, [name], "{header} {cells}");
    }
}

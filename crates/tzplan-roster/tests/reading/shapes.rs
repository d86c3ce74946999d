//! Files around the table: titles, Markdown, the JSON of programs.

use tzplan_roster::{ReadOptions, Severity};

use crate::{hours, roster, roster_with, with_code};

#[test]
fn titles_may_stand_above_a_header() {
    let table =
        "Availability of the team\n\nupdated in May;by Ida\nName;Time zone;Hours\nIda;Europe/Oslo;10-14\n";
    let found = roster(table);
    assert_eq!(hours(&found), [("Ida".to_owned(), "10:00-14:00 Mon-Fri".to_owned())]);
    let notes = with_code(&found, "titles");
    assert_eq!((notes.len(), notes[0].severity, notes[0].row), (1, Severity::Note, 4));
    // A row alone may be a header that nobody knows.
    let none = roster("Ida,Europe/Oslo,10-14\n");
    assert_eq!((none.diagnostics[0].code, none.diagnostics[0].row), ("no-zone-column", 1));
}

/// Where each column can be but one thing, no header is needed, which is assumed.
#[test]
fn rows_without_a_header() {
    for (table, columns) in [
        ("Ida,Europe/Oslo,10-14\nBo,Europe/Rome,9-17\n", "name, zone and hours"),
        ("Europe/Oslo;Ida;10-14\n\nEurope/Rome;Bo;9-17\n", "zone, name and hours"),
        (
            "# who\nIda\tida@example.org\tEurope/Oslo\t10-14\nBo\tbo@example.org\tEurope/Rome\t9-17\n",
            "name, email, zone and hours",
        ),
        ("\"Ida\",\"Europe/Oslo\",\"10-14\"\r\n\"Bo\",\"Europe/Rome\",\"9-17\"\r\n", "name, zone and hours"),
    ] {
        let found = roster(table);
        assert!(found.is_ok(), "{table}: {:?}", found.diagnostics);
        let expected = [("Ida", "10:00-14:00 Mon-Fri"), ("Bo", "09:00-17:00 Mon-Fri")];
        assert_eq!(
            hours(&found),
            expected.map(|(name, hours)| (name.to_owned(), hours.to_owned())),
            "{table}"
        );
        let assumed = &found.assumptions[0];
        assert_eq!(assumed.code, "no-header");
        assert_eq!(&*assumed.message, format!("no header names the columns, which are read as {columns}"));
    }
    let titled = roster("Name of the team,Platform\nIda,Europe/Oslo\nBo,Europe/Rome\n");
    assert_eq!(titled.diagnostics[0].code, "no-zone-column");
    // Who is who must be plain.
    for table in ["Ida,Legal,Europe/Oslo\nBo,Sales,Europe/Rome\n", "Ida,2,Europe/Oslo\nBo,3,Europe/Rome\n"] {
        let refused = roster(table);
        let fault = &refused.diagnostics[0];
        assert_eq!((fault.code, fault.row), ("no-zone-column", 1), "{table}");
        assert!(fault.help.contains("name,role,zone,hours"), "{}", fault.help);
    }
}

/// Beyond the first rows a column is what it was: faults are those of any table.
#[test]
fn faults_of_rows_without_a_header() {
    let mut table = "Ida,Europe/Oslo,10-14\n".repeat(25);
    table.push_str("Bo,Europe/Rom,9-17\nEva,UTC,late\n");
    let found = roster(&table);
    let errors = found.diagnostics.iter().filter(|fault| fault.severity == Severity::Error);
    let faults: Vec<_> = errors.map(|fault| (fault.code, fault.row, fault.column.as_deref())).collect();
    assert_eq!(faults, [("unknown-zone", 26, Some("zone")), ("bad-hours", 27, Some("hours"))]);
}

#[test]
fn tables_of_markdown() {
    let table = "# Team\n\nWho is where:\n\n| Name | Timezone | Hours |\n|:-----|:--------:|---|\n\
                 | [Ida](https://example.org/ida) | [ET](https://example.org/et) | 9-5 |\n| **Bo** | [CET][CET] | 10–14 |\n\n\
                 Ask Ida | or Bo\n\n[CET]: https://example.org/cet\n";
    let found = roster(table);
    assert!(found.is_ok(), "{:?}", found.diagnostics);
    assert_eq!(
        hours(&found),
        [
            ("Ida".to_owned(), "09:00-17:00 Mon-Fri".to_owned()),
            ("Bo".to_owned(), "10:00-14:00 Mon-Fri".to_owned())
        ]
    );
    let zones: Vec<String> =
        found.team.members().map(|member| member.schedule().posts()[0].zone().name()).collect();
    assert_eq!(zones, ["America/New_York", "CET"]);
    assert_eq!(with_code(&found, "below-table").len(), 1);
}

/// As GitHub reads it: a bar behind a backslash is one of the cell.
#[test]
fn an_escaped_bar_of_markdown_ends_no_cell() {
    let table = "| Name \\| Nick | Team | Timezone | Hours |\n|---|---|---|---|\n\
                 | Ida \\| Id | Ops \\| On call | Europe/Oslo | 10-14 |\n| Bo | C:\\\\ | Europe/Rome | late |\n";
    let options =
        ReadOptions { columns: vec!["name=Name | Nick".parse().unwrap()], ..ReadOptions::default() };
    let found = roster_with(table, &options);
    let ida = found.team.member(0).unwrap();
    assert_eq!((ida.name(), ida.team()), ("Ida | Id", Some("Ops | On call")));
    assert_eq!(hours(&found), [("Ida | Id".to_owned(), "10:00-14:00 Mon-Fri".to_owned())]);
    // What is wrong behind one is shown where it stands.
    let wrong = found.diagnostics.iter().find(|fault| fault.code == "bad-hours").unwrap();
    let source = wrong.source.as_ref().unwrap();
    assert_eq!((&source.text[source.span.clone()], wrong.row), ("late", 4));
}

/// People by their names, as in JSON and YAML; what is set for the program is nobody.
#[cfg(all(feature = "structured", feature = "places"))]
#[test]
fn toml_may_name_people_by_keys() {
    let settings = "[tzplan]\nhome = \"Berlin\"\n[policy]\ntarget = \"3h\"\n";
    for text in [
        "Ana = \"Europe/Lisbon\"\n\"Ben Roth\" = \"Tokyo\" # lead\n",
        "[team]\nAna = \"Lisbon\"\n\"Ben Roth\" = \"Asia/Tokyo\"\n",
        "title = \"Platform\"\n[members]\nAna = \"Lisbon\"\n\"Ben Roth\" = \"Asia/Tokyo\"\n",
        "[a1]\nname = \"Ana\"\ncity = \"Lisbon\"\n[b2]\nname = \"Ben Roth\"\nzone = \"Asia/Tokyo\"\n",
        "[people.Ana]\ncity = \"Lisbon\"\n[people.\"Ben Roth\"]\nzone = \"Asia/Tokyo\"\n",
    ] {
        for text in [text.to_owned(), format!("{text}{settings}")] {
            let found = roster(&text);
            assert!(found.is_ok(), "{text}: {:?}", found.diagnostics);
            assert_eq!(crate::people(&found), ["Ana Europe/Lisbon", "Ben Roth Asia/Tokyo"], "{text}");
        }
    }
    for text in [
        settings,
        "home = \"Berlin\"\n",
        "zone = \"Europe/Berlin\"\n",
        "Lisbon = \"Paris\"\n",
        "Ana = \"Europe/Lisbon\"\nversion = 2\n",
        "title = \"Our team\"\nAna = \"Europe/Lisbon\"\n",
        "[company]\nname = \"Example\"\n",
    ] {
        let found = roster(text);
        assert_eq!((found.diagnostics[0].code, found.team.len()), ("no-members", 0), "{text}");
    }
    let wrong = roster("[team]\nAna = \"UTC\"\nBen = \"Portland\"\n");
    assert_eq!((wrong.diagnostics[0].code, wrong.diagnostics[0].row), ("ambiguous-zone", 3));
}

#[cfg(feature = "structured")]
#[test]
fn json_as_programs_keep_it() {
    let people = |text: &str| {
        let found = roster(text);
        assert!(found.is_ok(), "{text}: {:?}", found.diagnostics);
        hours(&found)
    };
    let ida = |hours: &str| vec![("Ida".to_owned(), hours.to_owned())];
    let cases = [
        (
            r#"{"members":[{"name":"Ida","timezone":"Europe/Oslo","workingHours":{"start":"10:00","end":"18:00"}}]}"#,
            "10:00-18:00 Mon-Fri",
        ),
        (
            r#"{"users":[{"displayName":"Ida","timeZone":"Europe/Oslo","workHours":{"monday":["09:00-12:00","13:00-17:00"],"friday":["09:00-13:00"]}}]}"#,
            "09:00-12:00,13:00-17:00 Mon; 09:00-13:00 Fri",
        ),
        (
            r#"[{"name":"Ida","location":{"city":"Oslo","country":"Norway"},"schedule":{"from":8,"to":16}}]"#,
            "08:00-16:00 Mon-Fri",
        ),
        (r#"{"u1":{"name":"Ida","tz":"Europe/Oslo","hours":"8-12"}}"#, "08:00-12:00 Mon-Fri"),
        (r#"{"Ida":{"tz":"Europe/Oslo","hours":"8-12"}}"#, "08:00-12:00 Mon-Fri"),
        (
            r#"{"value":[{"displayName":"Ida","mailboxSettings":{"timeZone":"W. Europe Standard Time"}}]}"#,
            "09:00-17:00 Mon-Fri",
        ),
        (
            r#"{"team":{"members":[{"name":"Ida","zone":"Europe/Oslo","availability":{"mon":{"start":"09:00","end":"11:00"},"tue":{"enabled":false}}}]}}"#,
            "09:00-11:00 Mon",
        ),
        (
            r#"[{"name":"Ida","zone":"Europe/Oslo","hours":[{"start":"09:00","end":"11:00"},{"start":"12:00","end":"15:00"}]}]"#,
            "09:00-11:00,12:00-15:00 Mon-Fri",
        ),
    ];
    for (text, expected) in cases {
        assert_eq!(people(text), ida(expected), "{text}");
    }
    let slack = r#"{"ok":true,"members":[
        {"id":"USLACKBOT","name":"slackbot","deleted":false,"real_name":"Slackbot","tz":"America/Los_Angeles"},
        {"id":"U1","name":"ida.b","deleted":false,"real_name":"Ida Berg","tz":"Europe/Oslo","tz_label":"CET","tz_offset":3600,
         "is_bot":false,"profile":{"real_name":"Ida B.","email":"i@x.org"}},
        {"id":"U2","name":"gone","deleted":true,"real_name":"Gone","tz":"Europe/Oslo"},
        {"id":"U3","name":"helper","deleted":false,"is_bot":true,"real_name":"Helper","tz":"Europe/Oslo"}]}"#;
    let found = roster(slack);
    assert!(found.is_ok(), "{:?}", found.diagnostics);
    assert_eq!(hours(&found), [("Ida Berg".to_owned(), "09:00-17:00 Mon-Fri".to_owned())]);
    assert!(with_code(&found, "left-out")[0].message.starts_with("3 entries"), "{:?}", found.diagnostics);
    // A manager's zone is not one's own.
    assert!(!roster(r#"[{"name":"Ida","manager":{"timezone":"Europe/Oslo"}}]"#).is_ok());
}

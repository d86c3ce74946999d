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
    // Rows alone have no header.
    let none = roster("Ida,Europe/Oslo,10-14\nBo,Europe/Rome,9-17\n");
    assert_eq!((none.diagnostics[0].code, none.diagnostics[0].row), ("no-zone-column", 1));
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

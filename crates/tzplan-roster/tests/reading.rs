//! What people keep in rosters beside the plain columns: names in two columns, weekdays, bare hours, hours on
//! another clock, headers that mean something else. Every hour is worked by hand.

#![cfg(feature = "places")]
#![allow(clippy::unwrap_used, reason = "a test that fails shall panic")]

use tzplan::Tzdb;
use tzplan_roster::{Diagnostic, NamedColumn, ReadOptions, Roster, Severity, read};

fn roster_with(text: &str, options: &ReadOptions) -> Roster {
    read("team.csv", text.as_bytes(), Tzdb::bundled(), options).unwrap()
}

fn roster(text: &str) -> Roster {
    roster_with(text, &ReadOptions::default())
}

/// Each member's name and hours, with the clock where it is another than that of the place.
fn hours(roster: &Roster) -> Vec<(String, String)> {
    let members = roster.team.members();
    let shown = members.map(|member| {
        let posts = member.schedule().posts().iter();
        let hours = posts.map(|post| match post.hours_on() {
            Some(clock) => format!("{} on {}", post.hours(), clock.name()),
            None => post.hours().to_string(),
        });
        (member.name().to_owned(), hours.collect::<Vec<_>>().join(" and "))
    });
    shown.collect()
}

fn first(text: &str) -> String {
    let roster = roster(text);
    assert!(roster.is_ok(), "{text}: {:?}", roster.diagnostics);
    hours(&roster).remove(0).1
}

fn with_code<'r>(roster: &'r Roster, code: &str) -> Vec<&'r Diagnostic> {
    roster.diagnostics.iter().filter(|found| found.code == code).collect()
}

fn assumed(roster: &Roster, code: &str) -> Vec<(String, Vec<u64>, usize)> {
    let found = roster.assumptions.iter().filter(|assumption| assumption.code == code);
    found.map(|one| (one.message.to_string(), one.rows.clone(), one.count)).collect()
}

#[test]
fn names_stand_in_many_columns() {
    for header in [
        "Candidate",
        "Candidate name",
        "Applicant",
        "Real Name",
        "Engineer",
        "Participant",
        "Contributor",
        "Mentor",
        "Agent",
        "Staff",
        "Attendee",
        "Preferred name",
        "\"Last Name, First Name\"",
        "Volunteer",
        "Team member name",
        "first_name",
    ] {
        let roster = roster(&format!("{header},zone\nIda,UTC\n"));
        assert_eq!(hours(&roster)[0].0, "Ida", "{header}");
    }
    for (header, row, name) in [
        ("First name,Last name,zone", "Ida,Berg,UTC", "Ida Berg"),
        ("Surname,Given name,zone", "Berg,Ida,UTC", "Ida Berg"),
        ("Preferred name,First name,Last name,zone", "Ida,Ingrid,Berg,UTC", "Ida Berg"),
        ("Name,Last name,zone", "Ida Berg,Berg,UTC", "Ida Berg"),
        ("First name,Last name,zone", "Ida,,UTC", "Ida"),
        ("Last name,zone", "Berg,UTC", "Berg"),
    ] {
        assert_eq!(hours(&roster(&format!("{header}\n{row}\n")))[0].0, name, "{header}");
    }
    let numbered = roster("zone\nUTC\nUTC\n");
    assert_eq!(assumed(&numbered, "no-names")[0].2, 2);
}

#[test]
fn weekdays_in_columns_of_their_own() {
    let cases = [
        ("name,zone,Mon,Tue,Wed,Thu,Fri", "A,UTC,yes,,yes,no,x", "09:00-17:00 Mon,Wed,Fri"),
        (
            "name,zone,hours,Monday,Tuesday,Wednesday,Thursday,Friday,Saturday,Sunday",
            "A,UTC,8-14,1,1,0,0,0,0,1",
            "08:00-14:00 Sun-Tue",
        ),
        (
            "name,zone,Mon,Tue,Wed,Thu,Fri,Sat",
            "A,UTC,9-17,9-17,off,10-14,-,",
            "09:00-17:00 Mon,Tue; 10:00-14:00 Thu",
        ),
        ("name,zone,start,end,Sat,Sun", "A,UTC,10:00,16:00,✓,", "10:00-16:00 Sat"),
        ("name,zone,Mon hours,Tue hours", "A,UTC,8:30-5:30,", "08:30-17:30 Mon"),
        ("name,zone,Mon,Tue", "A,UTC,,", "09:00-17:00 Mon-Fri"),
    ];
    for (header, row, expected) in cases {
        assert_eq!(first(&format!("{header}\n{row}\n")), expected, "{header}");
    }
    let wrong = roster("name,zone,Mon,Tue\nA,UTC,perhaps,yes\n");
    assert_eq!(wrong.diagnostics[0].code, "bad-weekday");
    assert_eq!(
        roster("name,zone,days,Mon,Tue\nA,UTC,Mon-Fri,yes,yes\n").diagnostics[0].code,
        "days-conflict"
    );
}

#[test]
fn a_row_for_every_weekday() {
    for header in ["day_of_week", "Weekday", "Day", "Day of week", "Available days", "dow", "Days available"]
    {
        let text = format!(
            "name,email,{header},start_time,end_time,timezone\nIda,i@x.org,Tuesday,08:00,11:00,Europe/Oslo\n\
             Ida,i@x.org,Thursday,13:00,18:00,Europe/Oslo\n"
        );
        let roster = roster(&text);
        let expected = "08:00-11:00 Tue; 13:00-18:00 Thu";
        assert_eq!(hours(&roster), [("Ida".to_owned(), expected.to_owned())], "{header}");
    }
}

#[test]
fn starts_and_ends_have_many_names() {
    for header in [
        "Shift Start Time,Shift End Time",
        "Work start time,Work end time",
        "working_hours_start,working_hours_end",
        "Available from,Available until",
        "Clock in,Clock out",
        "Start of work,End of work",
        "DayStart,DayFinish",
        "workingHoursStart,workingHoursEnd",
        "From,To",
        "Opening time,Closing time",
    ] {
        assert_eq!(
            first(&format!("name,zone,{header}\nA,UTC,10:00,14:00\n")),
            "10:00-14:00 Mon-Fri",
            "{header}"
        );
    }
    assert_eq!(first("name,zone,Available hours\nA,UTC,10-14\n"), "10:00-14:00 Mon-Fri");
}

#[test]
fn what_looks_like_hours_or_days_is_not_passed_over_in_silence() {
    let cases = [
        ("Desk time,A", "10:00-14:00,x", "unread-hours", "Desk time"),
        ("Punch A,Punch B", "7:30,15:30", "unread-hours", "Punch A"),
        ("Presence", "9am-1pm", "unread-hours", "Presence"),
        ("Attends", "Mon-Wed", "unread-days", "Attends"),
        ("Which", "Tuesday", "unread-days", "Which"),
    ];
    for (header, row, code, column) in cases {
        let roster = roster(&format!("name,zone,{header}\nIda,UTC,{row}\nBo,UTC,{row}\n"));
        let found = with_code(&roster, code);
        assert!(!found.is_empty(), "{header}: {:?}", roster.diagnostics);
        assert_eq!(
            (found[0].severity, found[0].column.as_deref()),
            (Severity::Warning, Some(column)),
            "{header}"
        );
    }
    // Where hours are given, or the cells are something else, there is nothing to say.
    for text in [
        "name,zone,hours,Desk time\nA,UTC,9-17,10:00-14:00\n",
        "name,zone,Experience\nA,UTC,3-5\n",
        "name,zone,Joined\nA,UTC,2026-03-01\n",
        "name,zone,Age\nA,UTC,31\n",
        "name,zone,Notes\nA,UTC,on Monday we met\n",
    ] {
        assert!(roster(text).diagnostics.is_empty(), "{text}: {:?}", roster(text).diagnostics);
    }
    let roster = roster("name,zone,Desk time\nIda,UTC,10:00-14:00\nBo,UTC,11:00-15:00\n");
    assert_eq!(
        assumed(&roster, "default-hours"),
        [("no hours are given: 09:00-17:00 is assumed".to_owned(), vec![2, 3], 2)]
    );
}

#[test]
fn bare_hours_are_assumed_to_be_the_day_once() {
    let roster = roster("name,zone,hours\nA,UTC,9-5\nB,UTC,9-5\nC,UTC,10-6\nD,UTC,00:00-23:59\n");
    let expected =
        ["09:00-17:00 Mon-Fri", "09:00-17:00 Mon-Fri", "10:00-18:00 Mon-Fri", "00:00-24:00 Mon-Fri"];
    let read: Vec<String> = hours(&roster).into_iter().map(|(_, hours)| hours).collect();
    assert_eq!(read, expected);
    assert_eq!(
        assumed(&roster, "bare-hours"),
        [
            ("`9-5` is read as 09:00-17:00".to_owned(), vec![2, 3], 2),
            ("`10-6` is read as 10:00-18:00".to_owned(), vec![4], 1)
        ]
    );
    assert_eq!(assumed(&roster, "full-day")[0].2, 1);
    assert_eq!(with_code(&roster, "bare-hours").len(), 1);
    assert!(roster.is_ok());
}

#[test]
fn hours_on_another_clock() {
    let cases = [
        ("name,zone,hours (UTC)", "A,America/New_York,14-22", "14:00-22:00 Mon-Fri on UTC"),
        ("name,zone,Working hours [GMT]", "A,Asia/Tokyo,9-17", "09:00-17:00 Mon-Fri on UTC"),
        ("name,zone,start_utc,end_utc", "A,America/New_York,14:00,22:00", "14:00-22:00 Mon-Fri on UTC"),
        (
            "name,zone,Start (JST),End (JST)",
            "A,Europe/Berlin,10:00,18:00",
            "10:00-18:00 Mon-Fri on Asia/Tokyo",
        ),
        ("name,zone,Hours (ET)", "A,Europe/Lisbon,9-5", "09:00-17:00 Mon-Fri on America/New_York"),
        ("name,zone,hours", "A,America/Denver,14:00-22:00 UTC", "14:00-22:00 Mon-Fri on UTC"),
        ("name,zone,hours", "A,Europe/Paris,Mon-Thu 9am-5pm ET", "09:00-17:00 Mon-Thu on America/New_York"),
        ("name,zone,hours", "A,Europe/Paris,9:30-18:30 (GMT+5:30)", "09:30-18:30 Mon-Fri on UTC+05:30"),
        ("name,zone,start,end", "A,Europe/Paris,08:00 UTC,16:00 UTC", "08:00-16:00 Mon-Fri on UTC"),
        // On their own clock after all.
        ("name,zone,hours", "A,America/New_York,9-5 ET", "09:00-17:00 Mon-Fri"),
        ("name,zone,hours", "A,Asia/Kolkata,10:00-19:00 IST", "10:00-19:00 Mon-Fri"),
        ("name,zone,hours", "A,America/Los_Angeles,9am-5pm PST", "09:00-17:00 Mon-Fri"),
        ("name,zone,Hours (CET)", "A,Europe/Berlin,9-17", "09:00-17:00 Mon-Fri"),
        ("name,zone,hours (local),hours (UTC)", "A,America/New_York,9-17,14-22", "09:00-17:00 Mon-Fri"),
        (
            "name,zone,Start (UTC),End (UTC),hours",
            "A,America/New_York,14:00,22:00,8-16",
            "08:00-16:00 Mon-Fri",
        ),
        ("name,zone,hours (24h)", "A,UTC,9-17", "09:00-17:00 Mon-Fri"),
        ("name,zone,Core hours (local time)", "A,UTC,10-15", "10:00-15:00 Mon-Fri"),
    ];
    for (header, row, expected) in cases {
        assert_eq!(first(&format!("{header}\n{row}\n")), expected, "{header}: {row}");
    }
    for (header, row) in [
        ("name,zone,Start (PST),End (PST)", "A,America/Los_Angeles,9:00,17:00"),
        ("name,zone,hours (EST)", "A,America/New_York,9-17"),
        ("name,zone,hours", "A,Europe/Berlin,9:30-18:30 IST"),
        ("name,zone,hours (flexitime)", "A,UTC,9-17"),
        ("name,zone,start,end", "A,Europe/Paris,08:00 UTC,16:00 JST"),
    ] {
        let roster = roster(&format!("{header}\n{row}\n"));
        assert!(!roster.is_ok(), "{header}: {row}");
    }
    let header = roster("name,zone,hours (PST)\nA,America/Los_Angeles,9-17\nB,UTC,9-17\n");
    assert_eq!(header.errors, 1, "once for the header: {:?}", header.diagnostics);
    assert!(
        header.diagnostics[0].message.contains("America/Los_Angeles"),
        "{}",
        header.diagnostics[0].message
    );
}

#[test]
fn vague_headers_do_not_stop_a_file() {
    for (header, cell) in [
        ("Availability", "Immediate"),
        ("Availability", "2 weeks notice"),
        ("Schedule", "Full time"),
        ("Shift", "Early"),
        ("Schedule", "Flexible"),
    ] {
        let roster = roster(&format!("name,zone,{header}\nIda,UTC,{cell}\nBo,UTC,{cell}\n"));
        assert!(roster.is_ok(), "{header}: {:?}", roster.diagnostics);
        assert_eq!(with_code(&roster, "vague-column").len(), 1, "{header}");
        assert_eq!(assumed(&roster, "default-hours")[0].2, 2);
    }
    // A slip among hours is a slip.
    assert!(!roster("name,zone,Availability\nA,UTC,9-17\nB,UTC,9-177\n").is_ok());
    assert!(!roster("name,zone,hours\nA,UTC,Full time\n").is_ok());
    let export = roster("Name,Department,Division,Location\nIda,Sales,North,Oslo\n");
    assert!(export.is_ok());
    assert_eq!(export.team.member(0).unwrap().team(), Some("Sales"));
}

#[test]
fn columns_can_be_named() {
    let options = |named: &[&str]| {
        let columns = named.iter().map(|column| column.parse::<NamedColumn>().unwrap()).collect();
        ReadOptions { columns, ..ReadOptions::default() }
    };
    let text = "Who is it,My TZ,Desk,Team\nIda,Europe/Oslo,10-14,9\n";
    let named = options(&["name=Who is it", "zone=My TZ", "hours=desk", "team=none"]);
    let found = roster_with(text, &named);
    assert_eq!(hours(&found), [("Ida".to_owned(), "10:00-14:00 Mon-Fri".to_owned())]);
    assert_eq!(found.team.member(0).unwrap().team(), None);
    let missing = roster_with(text, &options(&["zone=My TZ", "hours=Shift"]));
    assert_eq!(with_code(&missing, "no-such-column").len(), 1);
    let none = roster_with("name,zone,Availability\nA,UTC,10-12\n", &options(&["hours=none"]));
    assert_eq!(hours(&none)[0].1, "09:00-17:00 Mon-Fri");
}

#[test]
fn abbreviations_can_be_settled_for_a_file() {
    let labels = vec![("PST".to_owned(), "America/Los_Angeles".to_owned())];
    let options = ReadOptions { labels, ..ReadOptions::default() };
    let text = "name,zone,hours\nIda,pst,9-17\nBo,Remote (PST),9-17\nCy,Europe/Rome,8-12 PST\n";
    let found = roster_with(text, &options);
    assert!(found.is_ok(), "{:?}", found.diagnostics);
    let zones: Vec<String> =
        found.team.members().map(|member| member.schedule().posts()[0].zone().name()).collect();
    assert_eq!(zones, ["America/Los_Angeles", "America/Los_Angeles", "Europe/Rome"]);
    assert_eq!(hours(&found)[2].1, "08:00-12:00 Mon-Fri on America/Los_Angeles");
}

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

#[test]
fn headers_in_many_languages() {
    for (header, row) in [
        ("Nom,Ville,Horaires", "Ida,Oslo,10-14"),
        ("Prénom,Nom de famille,Fuseau horaire,Début,Fin", "Ida,Berg,Europe/Oslo,10:00,14:00"),
        ("Name;Zeitzone;Arbeitszeit", "Ida;Europe/Oslo;10-14"),
        ("Vorname;Nachname;Stadt;Arbeitsbeginn;Arbeitsende", "Ida;Berg;Oslo;10:00;14:00"),
        ("nombre,zona horaria,horario", "Ida,Europe/Oslo,10-14"),
        ("Nome,Cidade,Horário de trabalho", "Ida,Oslo,10-14"),
        ("nome,fuso orario,orario di lavoro", "Ida,Europe/Oslo,10-14"),
        ("Naam,Tijdzone,Werktijden", "Ida,Europe/Oslo,10-14"),
        ("Imię i nazwisko,Strefa czasowa,Godziny pracy", "Ida,Europe/Oslo,10-14"),
        ("Jméno,Časové pásmo,Pracovní doba", "Ida,Europe/Oslo,10-14"),
        ("Namn,Tidszon,Arbetstid", "Ida,Europe/Oslo,10-14"),
        ("İsim,Saat dilimi,Çalışma saatleri", "Ida,Europe/Oslo,10-14"),
        ("Имя,Часовой пояс,Рабочие часы", "Ida,Europe/Oslo,10-14"),
        ("Ім\u{2019}я,Місто,Години роботи", "Ida,Осло,10-14"),
        ("Όνομα,Ζώνη ώρας,Ωράριο", "Ida,Europe/Oslo,10-14"),
        ("姓名,时区,工作时间", "Ida,Europe/Oslo,10-14"),
        ("氏名,タイムゾーン,勤務時間", "Ida,Europe/Oslo,10-14"),
        ("이름,시간대,근무시간", "Ida,Europe/Oslo,10-14"),
        ("الاسم,المنطقة الزمنية,ساعات العمل", "Ida,Europe/Oslo,10-14"),
        ("नाम,समय क्षेत्र,कार्य समय", "Ida,Europe/Oslo,10-14"),
        ("Nama,Zona waktu,Jam kerja", "Ida,Europe/Oslo,10-14"),
        ("Tên,Múi giờ,Giờ làm việc", "Ida,Europe/Oslo,10-14"),
    ] {
        let found = roster(&format!("{header}\n{row}\n"));
        assert!(found.is_ok(), "{header}: {:?}", found.diagnostics);
        let [(name, hours)] = &hours(&found)[..] else { panic!("{header}") };
        assert!(name.starts_with("Ida") && hours == "10:00-14:00 Mon-Fri", "{header}: {name} {hours}");
    }
}

/// Lisbon's nine o'clock is New York's four: hours are on the clock that the column beside them names.
#[test]
fn a_column_says_on_which_clock_the_hours_are() {
    for header in
        ["hours timezone", "shift TZ", "Working Hours Time Zone", "time zone of hours", "hours zone"]
    {
        let text = format!(
            "name,timezone,hours,{header}\nAna,Europe/Lisbon,9-17,America/New_York\nBen,Asia/Tokyo,9-17,\n"
        );
        let roster = read("team.csv", text.as_bytes(), Tzdb::bundled(), &ReadOptions::default())
            .expect("bytes do not fail");
        let clock = |member: usize| {
            let member = roster.team.members().nth(member).expect("a member");
            member.schedule().posts()[0].hours_on().map(tzplan::Zone::name)
        };
        assert_eq!([clock(0), clock(1)], [Some("America/New_York".into()), None], "{header}");
    }
}

/// As programs nest it; where nothing else says where somebody is, that is where they are.
#[test]
fn nested_hours_say_on_which_clock_they_are() {
    let of = |entry: &str| {
        let text = format!(
            r#"[{{"name":"Ana",{entry}"workingHours":{{"start":"10:00","end":"18:00","timezone":"America/New_York"}}}}]"#
        );
        let roster = read("team.json", text.as_bytes(), Tzdb::bundled(), &ReadOptions::default())
            .expect("bytes do not fail");
        let member = roster.team.members().next().expect("a member");
        let post = &member.schedule().posts()[0];
        (post.zone().name(), post.hours_on().map(tzplan::Zone::name))
    };
    assert_eq!(of(r#""tz":"Europe/Lisbon","#), ("Europe/Lisbon".into(), Some("America/New_York".into())));
    assert_eq!(of(""), ("America/New_York".into(), None));
}

/// `local` is everybody's own, hours of weekday columns count too, a cell that names a clock says it best,
/// and what is no clock is refused.
#[test]
fn the_column_of_the_clock_is_read_as_people_fill_it() {
    let of = |header: &str, row: &str| {
        let text = format!("name,timezone,{header}\nAna,Europe/Lisbon,{row}\n");
        let roster = read("team.csv", text.as_bytes(), Tzdb::bundled(), &ReadOptions::default())
            .expect("bytes do not fail");
        let member = roster.team.members().next();
        let clock = member.map(|member| member.schedule().posts()[0].hours_on().map(tzplan::Zone::name));
        (
            clock,
            roster
                .diagnostics
                .iter()
                .find(|d| d.severity == Severity::Error)
                .map(|error| (error.code, error.column.as_deref().unwrap_or_default().to_owned())),
        )
    };
    assert_eq!(of("hours,hours timezone", "9-17,local"), (Some(None), None));
    assert_eq!(of("hours,hours timezone", "9-17,Europe/Lisbon"), (Some(None), None));
    assert_eq!(of("start,end,shift tz", "9:00,17:00,Asia/Tokyo").0, Some(Some("Asia/Tokyo".into())));
    assert_eq!(of("mon,tue,hours timezone", "9-17,9-13,Asia/Tokyo").0, Some(Some("Asia/Tokyo".into())));
    assert_eq!(of("hours,hours timezone", "9-17 UTC,Asia/Tokyo").0, Some(Some("UTC".into())));
    assert_eq!(
        of("hours,hours timezone", "9-17,Asia/Tokio").1,
        Some(("unclear-clock", "hours timezone".into()))
    );
}

/// Slack's newer exports have the name in the profile alone; a handle is what is left without one.
#[test]
fn a_real_name_in_the_profile_stands_before_the_handle() {
    let name = |entry: &str| {
        let text = format!(r#"{{"members":[{{"id":"U1",{entry}"tz":"Europe/Lisbon"}}]}}"#);
        let roster = read("team.json", text.as_bytes(), Tzdb::bundled(), &ReadOptions::default())
            .expect("bytes do not fail");
        roster.team.members().next().expect("a member").name().to_owned()
    };
    assert_eq!(name(r#""name":"ana.l","profile":{"real_name":"Ana"},"#), "Ana");
    assert_eq!(name(r#""profile":{"real_name":"Ana"},"name":"ana.l","#), "Ana");
    assert_eq!(name(r#""name":"ana.l","real_name":"Ana Lima","profile":{"real_name":"Ana"},"#), "Ana Lima");
    assert_eq!(name(r#""name":"ana.l","#), "ana.l");
}

/// Programs keep the hours of each weekday in a list; 1 is a Monday to some and a Sunday to others.
#[test]
#[cfg(feature = "structured")]
fn hours_in_a_list_keep_their_days() {
    let of = |hours: &str| {
        let text = format!(r#"[{{"name": "Ida", "tz": "Europe/Oslo", "workingHours": {hours}}}]"#);
        read("r.json", text.as_bytes(), Tzdb::bundled(), &ReadOptions::default()).unwrap()
    };
    for (written, meant) in [
        (r#"[{"day": "Tuesday", "start": "10:00", "end": "14:00"}]"#, "10:00-14:00 Tue"),
        (
            r#"[{"day": "Mon", "from": "9:00", "to": "17:00"}, {"day": "Tue", "from": "10:00", "to": "14:00"}]"#,
            "09:00-17:00 Mon; 10:00-14:00 Tue",
        ),
        (r#"[{"days": ["Mon", "Tue"], "start": "9:00", "end": "17:00"}]"#, "09:00-17:00 Mon,Tue"),
        (
            r#"[{"start": "9:00", "end": "12:00"}, {"start": "13:00", "end": "17:00"}]"#,
            "09:00-12:00,13:00-17:00 Mon-Fri",
        ),
    ] {
        assert_eq!(hours(&of(written)), [("Ida".to_owned(), meant.to_owned())], "{written}");
    }
    for refused in [
        r#"[{"weekday": 1, "start": "9:00", "end": "17:00"}]"#,
        r#"[{"day": "Dagen", "start": "9:00", "end": "17:00"}]"#,
    ] {
        let found = of(refused);
        assert_eq!((found.errors, found.diagnostics[0].code), (1, "bad-value"), "{refused}");
    }
}

//! Headers: names, other languages, vague ones, those that the caller names.

use tzplan::Tzdb;
use tzplan_roster::{NamedColumn, ReadOptions, read};

use crate::{assumed, hours, roster, roster_with, with_code};

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

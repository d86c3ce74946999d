//! Hours, days and what looks like them.

use tzplan::Tzdb;
use tzplan_roster::{ReadOptions, Severity, read};

use crate::{assumed, first, hours, roster, with_code};

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
        ("Timings", "22-6", "unread-hours", "Timings"),
        ("On duty", "9 to 5", "unread-hours", "On duty"),
        ("In,Out", "9,17", "unread-hours", "In"),
        ("Login,Logout", "22:00,06:00", "unread-hours", "Login"),
        ("AM,PM", "8-12,1-5", "unread-hours", "AM"),
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

/// The hours of the one person of a file, and what was assumed of bare ones.
fn joint(text: &str) -> (String, Vec<(String, Vec<u64>, usize)>) {
    let roster = roster(text);
    assert!(roster.is_ok() && roster.team.len() == 1, "{text}: {:?}", roster.diagnostics);
    (hours(&roster)[0].1.clone(), assumed(&roster, "bare-hours"))
}

#[test]
fn bare_hours_of_one_persons_week_are_read_by_one_another() {
    let said = |rows: &[u64]| vec![("`1-5` is read as 13:00-17:00".to_owned(), rows.to_vec(), rows.len())];
    let week = "09:00-12:00 Mon-Thu; 13:00-17:00 Fri";
    let cases = [
        ("name,zone,Mon,Tue,Wed,Thu,Fri\nA,UTC,9-12,9-12,9-12,9-12,1-5\n", week, said(&[2])),
        ("name,zone,Mon,Tue,Wed,Thu,Fri\nA,UTC,9am-12pm,9-12,9-12,9-12,1-5\n", week, said(&[2])),
        ("name,zone,hours,Mon,Tue,Wed,Thu,Fri\nA,UTC,9-12,x,x,x,x,1-5\n", week, said(&[2])),
        // A row for every weekday, or for several.
        ("name,email,zone,day,start,end\nA,a@x,UTC,Mon-Thu,9,12\nA,a@x,UTC,Fri,1,5\n", week, said(&[3])),
        ("name,email,zone,hours\nA,a@x,UTC,Fri 1-5\nA,a@x,UTC,Mon-Thu 9-12\n", week, said(&[2])),
        (
            "name,email,zone,day,hours\nA,a@x,UTC,Mon,1-5\nA,a@x,UTC,Tue,1-5\nA,a@x,UTC,Wed,9-12\n",
            "13:00-17:00 Mon,Tue; 09:00-12:00 Wed",
            said(&[2, 3]),
        ),
        // The time of each is said, and the night where nothing speaks for the day.
        (
            "name,zone,Mon,Tue\nA,UTC,22-6,1-5\n",
            "22:00-06:00 Mon; 01:00-05:00 Tue",
            vec![("`1-5` is read as 01:00-05:00".to_owned(), vec![2], 1)],
        ),
        (
            "name,email,zone,hours\nA,a@x,UTC,Mon 1-5\nA,a@x,UTC,Tue 10pm-6am\n",
            "01:00-05:00 Mon; 22:00-06:00 Tue",
            vec![("`1-5` is read as 01:00-05:00".to_owned(), vec![2], 1)],
        ),
    ];
    for (text, expected, said) in cases {
        assert_eq!(joint(text), (expected.to_owned(), said), "{text}");
    }
}

#[test]
fn bare_hours_of_other_people_say_nothing() {
    let text = "name,email,zone,day,hours\n\
                A,a@x,UTC,Mon,9-12\nB,b@x,UTC,Fri,1-5\nA,a@x,UTC,Fri,1-5\nB,b@x,UTC,Mon,22-6\n";
    let roster = roster(text);
    let expected = ["09:00-12:00 Mon; 13:00-17:00 Fri", "22:00-06:00 Mon; 01:00-05:00 Fri"];
    assert_eq!(hours(&roster).into_iter().map(|(_, hours)| hours).collect::<Vec<_>>(), expected);
    assert_eq!(
        assumed(&roster, "bare-hours"),
        [
            ("`1-5` is read as 01:00-05:00".to_owned(), vec![3], 1),
            ("`1-5` is read as 13:00-17:00".to_owned(), vec![4], 1)
        ]
    );
    // The note stands at the first row, which is B's.
    let notes: Vec<(u64, &str)> =
        with_code(&roster, "bare-hours").iter().map(|found| (found.row, &*found.message)).collect();
    assert_eq!(notes, [(3, "`1-5` is read as 01:00-05:00")]);
}

#[test]
fn one_column_may_be_that_of_several_weekdays() {
    let cases = [
        ("Mon-Thu,Fri", "9-17,9-13", "09:00-17:00 Mon-Thu; 09:00-13:00 Fri"),
        ("Mo-Do,Fr", "9-17,", "09:00-17:00 Mon-Thu"),
        ("Monday to Wednesday,Sat/Sun", "8-16,10-14", "08:00-16:00 Mon-Wed; 10:00-14:00 Sat,Sun"),
        ("Hours (Mon-Thu),Hours (Fri)", "9-17,9-13", "09:00-17:00 Mon-Thu; 09:00-13:00 Fri"),
        ("Weekday hours,Weekend hours", "9-17,10-14", "09:00-17:00 Mon-Fri; 10:00-14:00 Sat,Sun"),
        ("hours,Mon-Wed,Thu", "9-17,yes,no", "09:00-17:00 Mon-Wed"),
        ("Mon-Thu,Fri", "9-12,1-5", "09:00-12:00 Mon-Thu; 13:00-17:00 Fri"),
    ];
    for (header, row, expected) in cases {
        assert_eq!(first(&format!("name,zone,{header}\nA,UTC,{row}\n")), expected, "{header}");
    }
    let wrong = roster("name,zone,Mon-Thu\nA,UTC,perhaps\n");
    assert_eq!(with_code(&wrong, "bad-weekday").len(), 1, "{:?}", wrong.diagnostics);
}

#[test]
fn columns_about_weekdays_and_halves_of_the_day_are_not_passed_over() {
    for (header, row, unread) in [
        ("Mon AM,Mon PM", "x,x", "Mon AM"),
        ("hours,Works Fridays?", "9-17,no", "Works Fridays?"),
        ("Mon-Fri,Fri,Thu", "9-17,9-13,9-13", "Mon-Fri"),
    ] {
        let roster = roster(&format!("name,zone,{header}\nA,UTC,{row}\n"));
        let found = with_code(&roster, "unread-days");
        assert_eq!(found.first().and_then(|found| found.column.as_deref()), Some(unread), "{header}");
    }
    let half = roster("name,zone,Start,Half,End,Half\nA,UTC,10,PM,6,AM\n");
    assert_eq!(half.errors, 2, "{:?}", half.diagnostics);
    assert_eq!(with_code(&half, "unread-half-of-day").len(), 2);
    let call = roster("name,zone,hours,On call\nA,UTC,9-17,18-22\n");
    assert_eq!(with_code(&call, "unread-hours").len(), 1);
}

#[test]
fn columns_of_am_and_pm_belong_to_the_times_beside_them() {
    for (header, row, expected) in [
        ("Start,AM/PM,End,AM/PM", "9,AM,5,PM", "09:00-17:00 Mon-Fri"),
        ("Start,AM/PM,End,AM/PM", "10,PM,6,AM", "22:00-06:00 Mon-Fri"),
        ("Start,am_pm,End,am_pm", "8:30,a.m.,4:30,p.m.", "08:30-16:30 Mon-Fri"),
        ("Start,End,Start AM/PM,End AM/PM", "9,5,AM,PM", "09:00-17:00 Mon-Fri"),
        ("End,start_ampm,Start,end_ampm", "5,AM,9,PM", "09:00-17:00 Mon-Fri"),
        ("Start,AM/PM,End,AM/PM", "13:00,,21:00,", "13:00-21:00 Mon-Fri"),
        ("Start,AM/PM,End", "9,AM,17:00", "09:00-17:00 Mon-Fri"),
    ] {
        assert_eq!(first(&format!("name,zone,{header}\nA,UTC,{row}\n")), expected, "{header} {row}");
    }
    let two = roster("name,zone,Start,AM/PM,End,AM/PM\nA,UTC,9,AM,5,PM\nB,UTC,9,PM,5,AM\n");
    assert_eq!(hours(&two)[1].1, "21:00-05:00 Mon-Fri");
    let wrong = roster("name,zone,Start,AM/PM,End,AM/PM\nA,UTC,9,morning,5,PM\n");
    assert_eq!(with_code(&wrong, "bad-time").len(), 1, "{:?}", wrong.diagnostics);
}

/// Short forms of weekdays as headers are those of one language, that has all that stand side by side.
#[test]
fn short_weekdays_of_many_languages_are_columns() {
    for (header, cells, expected) in [
        ("Lu,Ma,Me,Je,Ve", "x,,x,,x", "09:00-17:00 Mon,Wed,Fri"),
        ("Lu,Ma,Mi,Ju,Vi", "x,x,,,x", "09:00-17:00 Mon,Tue,Fri"),
        ("Lu,Ma,Me,Gi,Ve,Sa,Do", ",,,x,,,x", "09:00-17:00 Thu,Sun"),
        ("Ma,Di,Wo,Do,Vr", "x,x,,x,", "09:00-17:00 Mon,Tue,Thu"),
        ("Mo,Di,Mi,Do,Fr,Sa,So", ",x,,x,,,x", "09:00-17:00 Tue,Thu,Sun"),
        ("Po,Út,St,Čt,Pá,So,Ne", "x,x,x,x,,x,", "09:00-17:00 Mon-Thu,Sat"),
        ("Po,Ut,St,Ct,Pa", "x,x,,x,", "09:00-17:00 Mon,Tue,Thu"),
        ("Pn,Wt,Śr,Cz,Pt", "9-17,,9-13,,9-17", "09:00-17:00 Mon,Fri; 09:00-13:00 Wed"),
        ("Ma,Ti,On,To,Fr", "x,x,x,x,", "09:00-17:00 Mon-Thu"),
        ("Må,Ti,On,To,Fr,Lö,Sö", "x,x,x,,,,x", "09:00-17:00 Sun-Wed"),
        ("Ma,Ti,Ke,To,Pe", "x,,x,,x", "09:00-17:00 Mon,Wed,Fri"),
        ("Pt,Sa,Ça,Pe,Cu", "x,x,x,x,", "09:00-17:00 Mon-Thu"),
        ("Seg,Ter,Qua,Qui,Sex", "x,,x,,x", "09:00-17:00 Mon,Wed,Fri"),
        ("Mo,Tu,We,Th,Fr", "x,x,,,", "09:00-17:00 Mon,Tue"),
        ("Sa,So", "x,", "09:00-17:00 Sat"),
        ("Lu,Ve", "x,x", "09:00-17:00 Mon,Fri"),
    ] {
        assert_eq!(first(&format!("name,zone,{header}\nA,UTC,{cells}\n")), expected, "{header}");
    }
    let two = roster("name,zone,Ma,Do\nA,UTC,x,\n");
    let found = with_code(&two, "ambiguous-weekdays");
    assert_eq!(
        found.first().map(|found| &*found.message),
        Some("the columns `Ma`, `Do` are Mon, Thu in Dutch, but Tue, Sun in Italian")
    );
    // A column `to` of ends stays one.
    assert_eq!(first("name,zone,from,to\nA,UTC,8,16\n"), "08:00-16:00 Mon-Fri");
}

#[test]
fn days_of_the_week_that_are_not_worked() {
    for (header, row, expected) in [
        ("Non-working day", "Europe/Berlin,Fri", "09:00-17:00 Mon-Thu"),
        ("Non-working days", "Asia/Jerusalem,Sun", "09:00-17:00 Mon-Thu"),
        ("hours,Weekly off", "UTC,8-14,\"Sat,Sun\"", "08:00-14:00 Mon-Fri"),
        ("days,Free day", "UTC,Mon-Fri,Wed", "09:00-17:00 Mon,Tue,Thu,Fri"),
        ("hours,Jour de repos", "UTC,Mon-Thu 9-17; Fri 9-13,vendredi", "09:00-17:00 Mon-Thu"),
        ("Freier Tag", "UTC,Mi", "09:00-17:00 Mon,Tue,Thu,Fri"),
        ("Día libre", "UTC,viernes", "09:00-17:00 Mon-Thu"),
        ("Vrije dag", "UTC,vr", "09:00-17:00 Mon-Thu"),
        ("Volný den", "UTC,pá", "09:00-17:00 Mon-Thu"),
        ("Выходной", "UTC,пт", "09:00-17:00 Mon-Thu"),
        ("定休日", "UTC,水", "09:00-17:00 Mon,Tue,Thu,Fri"),
        ("Day off", "UTC,Fri", "09:00-17:00 Mon-Thu"),
        ("Days off", "UTC,2026-12-24", "09:00-17:00 Mon-Fri"),
        ("Non-working day", "UTC,2026-12-24", "09:00-17:00 Mon-Fri"),
        ("Non-working day", "UTC,", "09:00-17:00 Mon-Fri"),
        ("Non-working day", "UTC,-", "09:00-17:00 Mon-Fri"),
    ] {
        assert_eq!(first(&format!("name,zone,{header}\nA,{row}\n")), expected, "{header} {row}");
    }
    let said = |header: &str, cells: &str| {
        assumed(&roster(&format!("name,zone,{header}\nA,UTC,{cells}\n")), "weekly-day-off")
            .into_iter()
            .map(|(message, ..)| message)
            .collect::<Vec<_>>()
    };
    assert_eq!(said("Day off", "Fri"), ["`Fri` is read as every Fri"]);
    assert_eq!(said("Non-working day", "Fri"), Vec::<String>::new());
    assert_eq!(said("days,Non-working day", "Mon-Fri,Fri"), ["Fri is taken out of the days Mon-Fri"]);
    for (header, cells, code) in [
        ("Non-working day", "sometimes", "bad-days"),
        ("days,Non-working day", "Fri,Fri", "no-hours"),
        ("Vacation", "Fri", "bad-date"),
        ("Non-working day", "do", "bad-days"),
    ] {
        let roster = roster(&format!("name,zone,{header}\nA,UTC,{cells}\n"));
        assert_eq!(roster.diagnostics.first().map(|found| found.code), Some(code), "{header}");
        assert!(!roster.is_ok(), "{header}");
    }
}

#[test]
fn times_as_other_programs_and_scripts_write_them() {
    let cases = [
        ("start,end", "0.375,0.708333333", "09:00-17:00"),
        ("start,end", "\"0,375\",\"0,75\"", "09:00-18:00"),
        ("start,end", "0.25,0.5", "06:00-12:00"),
        ("start,end", "0.39583333,1", "09:30-24:00"),
        ("start,end", "٠٩:٠٠,١٧:٠٠", "09:00-17:00"),
        ("hours", "９：００～１７：３０", "09:00-17:30"),
        ("hours", "٩-١٧", "09:00-17:00"),
    ];
    for (header, row, expected) in cases {
        let text = format!("name,zone,{header}\nA,UTC,{row}\n");
        assert_eq!(first(&text), format!("{expected} Mon-Fri"), "{header} {row}");
    }
    let text = "name,zone,start,end\nA,UTC,0.375,0.75\n";
    assert_eq!(
        assumed(&roster(text), "fraction-of-day"),
        [("`0.375` to `0.75` is read as 09:00-18:00".to_owned(), vec![2], 1)]
    );
    // One of them alone may be half past midnight.
    assert_eq!(first("name,zone,start,end\nA,UTC,0.30,6.00\n"), "00:30-06:00 Mon-Fri");
    assert_eq!(
        first("name,zone,hours\nA,Europe/Berlin,9:00 AM ET - 5:00 PM ET\n"),
        "09:00-17:00 Mon-Fri on America/New_York"
    );
}

#[test]
fn hours_of_their_own_under_a_weekday_are_an_exception() {
    let said =
        |days: &str| [(format!("the hours are those of {days}, too, which have no column"), vec![2], 1)];
    for (header, row, expected, days) in [
        ("hours,Friday", "9-17,9-13", "09:00-17:00 Mon-Thu; 09:00-13:00 Fri", "Mon-Thu"),
        ("start,end,Fri", "9:00,17:00,off", "09:00-17:00 Mon-Thu", "Mon-Thu"),
        ("hours,Sat,Sun", "9-17,10-12,no", "09:00-17:00 Mon-Fri; 10:00-12:00 Sat", "Mon-Fri"),
        ("hours,days,Wed", "9-17,Mon-Thu,8-12", "", ""),
    ] {
        let text = format!("name,zone,{header}\nA,UTC,{row}\n");
        if expected.is_empty() {
            assert_eq!(roster(&text).diagnostics[0].code, "days-conflict", "{header}");
            continue;
        }
        assert_eq!(first(&text), expected, "{header}");
        assert_eq!(assumed(&roster(&text), "days-without-column"), said(days), "{header}");
    }
    // Where the columns are those of the week, they say all of it.
    let week = "name,zone,hours,Mon,Tue,Wed,Thu,Fri\nA,UTC,9-17,9-12,9-12,,,9-12\n";
    assert_eq!(
        (first(week), assumed(&roster(week), "days-without-column")),
        ("09:00-12:00 Mon,Tue,Fri".into(), vec![])
    );
    assert_eq!(first("name,zone,hours,Sat\nA,UTC,9-17,yes\n"), "09:00-17:00 Sat");
}

#[test]
fn quarters_of_an_hour_are_no_minutes() {
    for (header, row) in [("start,end", "9.25,17.25"), ("hours", "9.50-17.50"), ("Mon,Tue", "9.25-17,9-17")] {
        let roster = roster(&format!("name,zone,{header}\nA,UTC,{row}\n"));
        assert_eq!(with_code(&roster, "ambiguous-time").len(), 1, "{header}: {:?}", roster.diagnostics);
    }
    assert_eq!(first("name,zone,start,end\nA,UTC,9.30,17.45\n"), "09:30-17:45 Mon-Fri");
    let night = roster("name,zone,Night shift\nA,UTC,yes\n");
    assert_eq!(with_code(&night, "unread-hours").len(), 1, "{:?}", night.diagnostics);
    assert_eq!(
        first("name,zone,hours,hours are in\nA,Europe/Berlin,9-17,US/Eastern\n"),
        "09:00-17:00 Mon-Fri on US/Eastern"
    );
}

/// Weekdays with a slash between them are no zone, and what says that hours are local nothing.
#[test]
fn weekdays_between_slashes() {
    for (cell, expected) in [
        ("Mon/Wed/Fri 9-13", "09:00-13:00 Mon,Wed,Fri"),
        ("T/Th 1pm-5pm", "13:00-17:00 Tue,Thu"),
        ("10-16 Tue/Thu", "10:00-16:00 Tue,Thu"),
        ("9-17 local", "09:00-17:00 Mon-Fri"),
        ("9-17 local time", "09:00-17:00 Mon-Fri"),
        ("dalle 9 alle 18", "09:00-18:00 Mon-Fri"),
        ("9\u{6642}\u{ff5e}17\u{6642}\u{534a}", "09:00-17:30 Mon-Fri"),
    ] {
        assert_eq!(first(&format!("name,zone,hours\nA,UTC,{cell}\n")), expected, "{cell}");
    }
}

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

//! Every answer that counts a day off says what it is called and whose it is; of leave only the date.

use crate::support::{Desk, without_tags};
use serde_json::{Value, json};

/// Ana is off on Friday 25 December (Christmas Day) and Friday 1 January (New Year's Day), Ben on leave on
/// Monday 28 December. Berlin is an hour ahead of London.
const ROSTER: &str = "name,zone,hours,holidays,off\nAna,Europe/Berlin,9-17,DE-BE,\n\
                      Ben,Europe/London,9-17,,2026-12-28\n";
/// From Monday.
const WEEKS: [&str; 6] = ["--from", "2026-12-21", "--to", "2027-01-04", "--home", "Europe/Berlin"];

fn desk() -> Desk {
    Desk::with("r.csv", ROSTER)
}

fn text(desk: &Desk, command: &[&str], more: &[&str]) -> String {
    let out = desk.run(&[command, &["r.csv"], &WEEKS, more].concat()).out;
    out.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn json(desk: &Desk, command: &[&str], more: &[&str]) -> Value {
    desk.run(&[command, &["r.csv", "--format", "json"], &WEEKS, more].concat()).json()
}

fn absent(date: &str, name: &str, holiday: Option<&str>) -> Value {
    json!({"date": date, "name": name, "members": 1, "holiday": holiday})
}

fn all() -> [Value; 3] {
    [
        absent("2026-12-25", "Ana", Some("Christmas Day")),
        absent("2026-12-28", "Ben", None),
        absent("2027-01-01", "Ana", Some("New Year's Day")),
    ]
}

/// On Fridays Ben alone is there from 10:00 on Berlin's clock, on Monday 28 nobody from 17:00.
#[test]
fn gaps_of_coverage() {
    let (desk, desk_hours) = (desk(), ["--service", "Mon-Fri 9-18"]);
    let gaps = json(&desk, &["coverage"], &desk_hours)["gaps"].clone();
    let gap = |start: &str, end: &str, off: &Value| json!({"start": start, "end": end, "cause": "days-off", "days_off_minutes": 60, "off": [off]});
    let [first, second, third] = all();
    let expected = [
        gap("2026-12-25T08:00:00Z", "2026-12-25T09:00:00Z", &first),
        gap("2026-12-28T16:00:00Z", "2026-12-28T17:00:00Z", &second),
        gap("2027-01-01T08:00:00Z", "2027-01-01T09:00:00Z", &third),
    ];
    assert_eq!(gaps, json!(expected));
    let text = text(&desk, &["coverage"], &desk_hours);
    for words in ["days off: Christmas Day (Ana, Berlin)", "days off: leave (Ben, London)"] {
        assert!(text.contains(words), "{words}: {text}");
    }
}

/// Of a night from the 25th to the 26th it is the 25th that is off, also in the gap's second half.
#[test]
fn a_gap_that_a_night_shift_leaves_is_named_by_its_day() {
    let desk = Desk::with("r.csv", "name,zone,hours,holidays\nAna,Europe/Berlin,22-06 daily,DE-BE\n");
    let service = ["--service", "Sat 2-6"];
    let gaps = json(&desk, &["coverage"], &service)["gaps"].clone();
    let off = |date: &str, name: &str| json!([absent(date, "Ana", Some(name))]);
    // Saturday 26 December and 2 January: the nights that began on the Fridays before.
    assert_eq!(gaps[0]["off"], off("2026-12-25", "Christmas Day"));
    assert_eq!((&gaps[1]["off"], &gaps[2]), (&off("2027-01-01", "New Year's Day"), &Value::Null));
}

#[test]
fn dated_windows() {
    let desk = desk();
    assert_eq!(json(&desk, &[], &["--windows"])["missed"], json!(all()));
    // One of the two is there: only from 9 to 10, and from 17 to 18, is somebody missed.
    assert_eq!(json(&desk, &[], &["--quorum", "1"])["missed"], json!(all()));
    assert_eq!(json(&desk, &[], &["--quorum", "3"])["missed"], json!([]));
    let text = text(&desk, &[], &["--windows"]);
    let words = "25 Dec Christmas Day (Ana, Berlin), 28 Dec leave (Ben, London) and 1 Jan";
    assert!(text.contains(words), "{text}");
}

#[test]
fn the_plan_says_whose_day_it_is() {
    let desk = Desk::with("r.csv", ROSTER.replace("2026-12-28", "2026-12-25"));
    let dates = json(&desk, &[], &[])["days_off"]["dates"].clone();
    let christmas = [absent("2026-12-25", "Ana", Some("Christmas Day")), absent("2026-12-25", "Ben", None)];
    assert_eq!(dates[0]["off"], json!(christmas));
    let text = text(&desk, &[], &[]);
    assert!(text.contains("25 Dec Christmas Day (Ana, Berlin), leave (Ben, London)"), "{text}");
}

/// A leave of two weeks is one range, whoever's holidays fall into it and over the weekend between; a day at
/// work between two is none of it.
#[test]
fn leave_is_a_range_of_dates() {
    let roster = "name,zone,hours,off,holidays\nAna,Europe/Berlin,9-17,2026-12-21..2026-12-24;2026-12-28..2026-12-31,\n\
                  Ben,Europe/London,9-17,2026-12-22,GB-ENG\nCy,Europe/London,9-17,2026-12-21;2026-12-23,\n";
    let desk = Desk::with("r.csv", roster);
    let text = text(&desk, &[], &[]);
    let told = "21 Dec – 24 Dec leave (Ana, Berlin), 21 Dec leave (Cy, London), 22 Dec leave (Ben, London), 23 Dec \
                leave (Cy, London), 25 Dec Christmas Day (Ben, London)";
    assert!(text.contains(told), "{text}");
    // With Christmas off the leave goes on behind it.
    let on = roster.replace("2026-12-24;", "2026-12-25;");
    let text = self::text(&Desk::with("r.csv", on), &[], &[]);
    assert!(text.contains("21 Dec – 31 Dec leave (Ana, Berlin)"), "{text}");
}

#[test]
fn turns_of_a_meeting() {
    let (desk, turns) = (desk(), ["--rotate", "2", "--days", "Fri"]);
    let ledger = json(&desk, &["meet"], &turns)["ledger"].clone();
    let holidays =
        |place: usize| ledger[place]["weeks"].as_array().unwrap().iter().map(|w| w["holiday"].clone());
    assert_eq!(holidays(0).collect::<Vec<_>>(), [json!("Christmas Day"), json!("New Year's Day")]);
    assert_eq!(holidays(1).collect::<Vec<_>>(), [Value::Null, Value::Null]);
    let table = desk.run(&[&["meet", "r.csv", "--format", "csv"], &WEEKS[..], &turns].concat()).out;
    assert_eq!(
        table.lines().filter(|line| line.ends_with(",off,0,0,0,0,,Christmas Day")).count(),
        1,
        "{table}"
    );
    let text = text(&desk, &["meet"], &turns);
    assert!(text.contains("(off: Christmas Day)") && text.contains("(off: New Year's Day)"), "{text}");
}

/// On every weekday somebody is off once or twice: the stand-up is daily all the same.
#[test]
fn stand_ups_of_an_agreement() {
    let roster = ROSTER.replace("2026-12-28", "2026-12-28..2026-12-31");
    let desk = Desk::with("r.csv", roster);
    let meeting = json(&desk, &["agreement"], &[])["meetings"][0].clone();
    let leave = |day: u32| json!({"date": format!("2026-12-{day}"), "name": "Ben", "holiday": null});
    let holiday = |date: &str, holiday: &str| json!({"date": date, "name": "Ana", "holiday": holiday});
    let (christmas, new_year) =
        (holiday("2026-12-25", "Christmas Day"), holiday("2027-01-01", "New Year's Day"));
    assert_eq!(meeting["days"], "Mon-Fri");
    assert_eq!(meeting["off"], json!([christmas, leave(28), leave(29), leave(30), leave(31), new_year]));
    let text = text(&desk, &["agreement"], &[]);
    assert!(text.contains("somebody is off on 6 dates: Ana 25 Dec (Christmas Day)"), "{text}");
    assert!(text.contains("Ben 28 Dec – 31 Dec"), "{text}");
}

#[test]
fn a_candidate() {
    let desk = desk();
    desk.file("pool.csv", "name,zone,hours,holidays\nMia,Europe/Berlin,9-17,DE-BE\n");
    let page = text(&desk, &["fit"], &["--candidates", "pool.csv", "--format", "html"]);
    let words =
        "Mia is off on 2 workdays: 25 Dec (Christmas Day) and 1 Jan (New Year&#39;s Day). Waits count them.";
    assert!(without_tags(&page).contains(words), "{page}");
}

/// What an event of a leave calendar is called is nobody's business.
#[test]
fn the_reason_of_leave_stands_in_no_answer() {
    let desk = desk();
    let event = "BEGIN:VEVENT\nDTSTART;VALUE=DATE:20261222\nDTEND;VALUE=DATE:20261224\nSUMMARY:Ana - surgery\n\
                 DESCRIPTION:Surgery, back on the 24th\nCATEGORIES:Surgery\nEND:VEVENT\n";
    desk.file("leave.ics", format!("BEGIN:VCALENDAR\n{event}END:VCALENDAR\n"));
    let commands: [&[&str]; 12] = [
        &[],
        &["--windows"],
        &["year"],
        &["pairs"],
        &["pods"],
        &["coverage", "--service", "Mon-Fri 9-18"],
        &["meet"],
        &["meet", "--ics"],
        &["meet", "--rotate", "2"],
        &["agreement"],
        &["report"],
        &["check"],
    ];
    let mut counted = 0;
    for command in commands {
        for leave in ["Ana=leave.ics", "leave.ics"] {
            for format in ["text", "markdown", "json", "csv"] {
                let format: &[&str] = match command {
                    ["report"] | ["meet", "--ics"] => &[],
                    _ => &["--format", format],
                };
                let words =
                    [&[command, &["r.csv", "--off-ics", leave], format].concat()[..], &WEEKS].concat();
                let ran = desk.run(&words);
                assert!(ran.code == Some(0) || ran.code == Some(1), "{words:?}: {}", ran.err);
                assert!(!format!("{}{}", ran.out, ran.err).to_lowercase().contains("surgery"), "{words:?}");
                counted += usize::from(ran.out.contains("2026-12-22"));
            }
        }
    }
    // The dates themselves are counted.
    assert!(counted > 10, "{counted}");
}

/// What the events of a calendar are taken for belongs to the answer, in every form that has a place for it.
#[test]
fn what_a_calendar_leaves_open_stands_in_every_answer() {
    let desk = desk();
    let event = |title: &str, day: &str, more: &str| {
        format!("BEGIN:VEVENT\nSUMMARY:{title}\nDTSTART;VALUE=DATE:{day}\n{more}END:VEVENT\n")
    };
    let events = [
        event("Ana - surgery", "20261222", ""),
        event("Eve - surgery", "20261222", ""),
        event("Ben - holiday", "20261223", "TRANSP:TRANSPARENT\n"),
    ];
    desk.file("leave.ics", format!("BEGIN:VCALENDAR\n{}END:VCALENDAR\n", events.concat()));
    let told = [
        ("taken-as-off", "the event on line 2 says neither absence nor work, and is taken for a day off"),
        (
            "unmatched-event",
            "the event on line 8 names nobody of the roster, or several people, and is nobody's day off",
        ),
        ("free-event", "the event on line 12 is marked as free time, and is taken for no day off"),
    ];
    let flags = ["--off-ics", "leave.ics"];
    let commands: [&[&str]; 7] = [
        &[],
        &["year"],
        &["pairs"],
        &["coverage", "--service", "Mon-Fri 9-18"],
        &["meet"],
        &["agreement"],
        &["check"],
    ];
    for command in commands {
        let assumed = json(&desk, command, &flags)["assumptions"].clone();
        for (code, message) in told {
            let found = assumed.as_array().unwrap().iter().find(|one| one["code"] == code);
            assert_eq!(found.map(|one| one["message"].clone()), Some(json!(message)), "{command:?}");
            assert_eq!(found.unwrap()["file"], "leave.ics");
        }
        // `check` lists them as notes and warnings in its text.
        for format in ["text", "markdown"].iter().filter(|_| *command != ["check"]) {
            let text = text(&desk, command, &[&flags[..], &["--format", format]].concat());
            assert!(told.iter().all(|(_, message)| text.contains(message)), "{command:?}: {text}");
        }
    }
    let page = without_tags(&text(&desk, &["report"], &flags)).replace("&#39;", "'");
    assert!(told.iter().all(|(_, message)| page.contains(message)), "{page}");
}

/// The candidate's own days: `--holidays`, as the column of a roster.
#[test]
fn the_days_of_a_candidate() {
    let desk = desk();
    let candidate = ["--zone", "Europe/Berlin", "--holidays", "DE-BE"];
    let days = json(&desk, &["fit"], &candidate)["candidate"]["days_off"].clone();
    let expected = json!([
        {"date": "2026-12-25", "holiday": "Christmas Day"},
        {"date": "2027-01-01", "holiday": "New Year's Day"},
    ]);
    assert_eq!(days, expected);
    assert_eq!(json(&desk, &["fit"], &candidate[..2])["candidate"]["days_off"], json!([]));
    let wrong = desk.run(&["fit", "r.csv", "--zone", "Europe/Berlin", "--holidays", "XQ"]);
    assert_eq!(wrong.code, Some(2));
    assert!(wrong.err.contains("--holidays") && wrong.err.contains("XQ"), "{}", wrong.err);
}

/// Ana's 9–17 in Berlin is 08:00–16:00 UTC, Cy's 17–20 in London; nothing is shared, and Ana working an hour
/// longer opens nothing but for the dates that somebody is off.
#[test]
fn why_no_slot_suits() {
    let desk = Desk::with(
        "r.csv",
        "name,zone,hours,holidays\nAna,Europe/Berlin,9-17,DE-BE\nCy,Europe/London,16:30-20:00,\n",
    );
    let answer = json(&desk, &["meet"], &["--duration", "30m", "--days", "Fri"]);
    let ana = &answer["why"]["people"][0];
    // Fridays at quarter hours from 09:00 to 16:30: both Fridays are holidays, which spoil nothing.
    assert_eq!((&ana["suit"], &ana["day_off"]), (&json!(31), &json!(31)));
    assert_eq!(ana["suit"].as_u64().unwrap() + ana["outside_hours"].as_u64().unwrap(), 96);
    let nearest = &answer["nearest"][0];
    assert_eq!(nearest["left_out"], json!(["2026-12-25", "2027-01-01"]));
    let off = |date: &str, holiday: &str| json!({"date": date, "name": "Ana", "holiday": holiday});
    let expected = json!([off("2026-12-25", "Christmas Day"), off("2027-01-01", "New Year's Day")]);
    assert_eq!(nearest["off"], expected);
    let text = text(&desk, &["meet"], &["--duration", "30m", "--days", "Fri"]);
    for said in [
        "suits everyone, but somebody is off on 2 dates",
        "off then: Ana 25 Dec (Christmas Day) and 1 Jan (New Year's Day)",
    ] {
        assert!(text.contains(said), "{text}");
    }
}

/// Waits count the days off of both sides, and of every candidate of a pool.
#[test]
fn days_that_waits_count() {
    let desk = desk();
    let day = |date: &str, holiday: Option<&str>| json!({"date": date, "holiday": holiday});
    let ana = json!([day("2026-12-25", Some("Christmas Day")), day("2027-01-01", Some("New Year's Day"))]);
    assert_eq!(json(&desk, &["pairs"], &[])["days_off"], json!([ana, [day("2026-12-28", None)]]));
    desk.file("pool.csv", "name,zone,holidays\nEva,Europe/Berlin,DE-BE\nTom,Europe/Berlin,\n");
    let ranked = json(&desk, &["fit"], &["--candidates", "pool.csv"])["ranked"].clone();
    let of = |name: &str| {
        ranked.as_array().unwrap().iter().find(|one| one["name"] == name).unwrap()["days_off"].clone()
    };
    assert_eq!((of("Eva"), of("Tom")), (ana, Value::Null));
}

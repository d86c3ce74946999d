//! What is recommended: on which weekdays, on whose clock, and what it costs whom, in the first lines.

use serde_json::json;

use super::meet;
use crate::support::{Desk, without_tags};

fn words(text: &str) -> String {
    without_tags(text).replace("**", "").split_whitespace().collect::<Vec<_>>().join(" ")
}

fn told(roster: &str, more: &[&str]) -> String {
    let desk = Desk::with("r.csv", roster);
    words(&desk.year(&["meet"], "r.csv", more).out)
}

/// Ola works on Saturday and Sunday, Bao from Monday to Saturday, 9:00–18:00 in Ho Chi Minh City: 3:00–12:00
/// in Oslo in winter, 4:00–13:00 in summer. From 6:00 on it is no more night for Ola.
const SATURDAY: &str = "name,zone,hours,days\nOla,Europe/Oslo,00:00-24:00,Sat-Sun\n\
                        Bao,Asia/Ho_Chi_Minh,09:00-18:00,Mon-Sat\n";

#[test]
fn common_workdays_need_not_be_monday_to_friday() {
    let (code, answer) = meet(SATURDAY, &[]);
    assert_eq!((code, &answer["days"]), (Some(0), &json!("Sat,Sun")));
    assert!(told(SATURDAY, &[]).contains("SAT 06:00 SUITS EVERYONE For 1 h"));
    // Explicit days are what they are.
    let (code, answer) = meet(SATURDAY, &["--days", "Mon-Fri"]);
    assert_eq!((code, &answer["days"]), (Some(1), &json!("Mon-Fri")));
    // A week from Sunday to Thursday, whatever the home clock.
    let dubai = "name,zone,hours\nAya,Asia/Dubai,9-17 Sun-Thu\nZed,Asia/Dubai,10-18 Sun-Thu\n";
    assert!(told(dubai, &["--anchor", "Asia/Dubai"]).contains("SUN–THU 10:00 SUITS EVERYONE"));
}

/// Rosa and Tariq fill up the week so that nothing is shared by all.
#[test]
fn a_pod_meets_on_its_own_workdays_in_every_answer() {
    let roster = format!("{SATURDAY}Rosa,America/Lima,9-17,Mon-Fri\nTim,America/Lima,9-17,Mon-Fri\n");
    let desk = Desk::with("r.csv", &roster);
    let plan = words(&desk.year(&["plan"], "r.csv", &[]).out);
    // No clock of the other pod is Berlin's: 9:00 in Lima.
    assert!(plan.contains("Sat 06:00 Berlin") && plan.contains("Mon–Fri 09:00 Lima"), "{plan}");
    let meet = words(&desk.year(&["meet"], "r.csv", &[]).out);
    assert!(meet.contains("Sat 06:00 Berlin Ola and Bao (Bao 12:00"), "{meet}");
    for form in ["text", "markdown", "html"] {
        let text = words(&desk.year(&["agreement"], "r.csv", &["--format", form]).answered().out);
        assert!(text.contains("Sat 06:00 Berlin · Ola 06:00 · Bao 12:00"), "{text}");
        assert!(text.contains("Mon–Fri 09:00 Lima · Rosa and Tim 09:00"), "{text}");
        assert!(!text.contains("new stand-up time of pod 2"), "{text}");
    }
    let agreement = desk.json(&["agreement"], "r.csv", &[]);
    let meetings = agreement["meetings"].as_array().unwrap();
    let anchors: Vec<_> = meetings.iter().map(|one| one["anchor"].as_str().unwrap()).collect();
    assert_eq!(anchors, ["Europe/Berlin", "Europe/Berlin", "America/Lima"]);
    desk.year(&["report"], "r.csv", &["-o", "r.html"]).answered();
    let page = words(&desk.read("r.html"));
    assert!(page.contains("Sat 06:00") && page.contains("Mon–Fri 09:00 Lima"));
}

/// Two people in Berlin, one off on each Monday of January: no weekday is better for it.
#[test]
fn days_off_choose_no_weekday() {
    let off = "2027-01-04;2027-01-11;2027-01-18";
    let roster = format!("name,zone,off\nAda,Europe/Berlin,{off}\nBen,Europe/Berlin,\n");
    let text = told(&roster, &[]);
    assert!(text.contains("MON–FRI 09:00 SUITS EVERYONE, but somebody is off on 3 dates"), "{text}");
    // The plain ranking has them.
    let (_, answer) = meet(&roster, &["--top", "1"]);
    assert_eq!(answer["slots"][0]["day"], "Tue");
}

/// Whose week begins at two on Monday and Friday, and at nine between: all five days share 14:00–17:00.
#[test]
fn weekdays_are_joined_at_a_time_of_all() {
    let roster =
        "name,zone,hours\nAda,Europe/Berlin,\"Mon 14-17; Tue-Thu 9-17; Fri 14-17\"\nBen,Europe/Berlin,9-17\n";
    let text = told(roster, &[]);
    assert!(text.contains("MON–FRI 14:00 SUITS EVERYONE"), "{text}");
}

/// Somebody optional who comes on Tuesday only decides no weekday, and is told.
#[test]
fn free_weekdays_of_optional_people_choose_none() {
    let roster = "name,zone,hours,required\nAda,Europe/Berlin,9-17,\nBen,Europe/Berlin,9-17,\nOpt,Europe/Berlin,9-17 Tue,no\n";
    let text = told(roster, &[]);
    assert!(
        text.contains("MON–FRI 09:00 SUITS EVERYONE REQUIRED; Opt (optional): on some dates no workday"),
        "{text}"
    );
}

/// 14:00 in Berlin is 22:00 in Tokyo in winter and 21:00 in summer (28 March to 30 October); Harvey begins at
/// 14:00, from 14 to 27 March and from 31 October to 6 November at 13:00.
#[test]
fn night_within_somebodys_hours_is_said() {
    let roster =
        "name,zone,hours\nGreta,Europe/Berlin,9-17\nHarvey,America/New_York,8-16\nJun,Asia/Tokyo,16-24\n";
    let desk = Desk::with("r.csv", roster);
    let text = told(roster, &["--duration", "45m"]);
    let first =
        "MON–FRI 14:00 SUITS EVERYONE, at night for Jun from 23 Nov to 26 Mar and from 1 Nov to 19 Nov";
    assert!(text.contains(first), "{text}");
    assert!(text.contains("Jun 22:00 (at night, in their own hours); from 29 Mar to 29 Oct 21:00"), "{text}");
    for form in ["text", "markdown", "html"] {
        let text = words(&desk.year(&["agreement"], "r.csv", &["--format", form]).answered().out);
        assert!(text.contains("at night, in their own hours: Jun on 21 of 52 dates"), "{text}");
    }
    let own = words(&desk.year(&["agreement"], "r.csv", &["--for", "Jun"]).answered().out);
    assert!(own.contains("(at night, in their own hours when it is at 22:00)"), "{own}");
    let (_, answer) = meet(roster, &["--duration", "45m", "--top", "1"]);
    let seasons = &answer["slots"][0]["local"][2]["seasons"];
    assert_eq!((&seasons[0]["at_night"], &seasons[1]["at_night"]), (&json!(45), &json!(0)));
    // Nothing is asked beyond the hours.
    assert_eq!(answer["slots"][0]["required"]["night"], 0);
    desk.year(&["report"], "r.csv", &["-o", "r.html"]).answered();
    assert!(words(&desk.read("r.html")).contains("at night for 1 person in their own hours"));
}

/// Pat's day is 17:00–01:00 in Berlin. Ravi, 13:00–21:00 in Kolkata, is 4½ h ahead of Berlin in winter:
/// 21:30.
#[test]
fn what_optional_people_give_is_in_the_first_line() {
    let roster = "name,zone,hours,required\nPat,America/Denver,9-17,yes\nRavi,Asia/Kolkata,13-21,no\n";
    let text = told(roster, &[]);
    let first =
        "MON–FRI 17:00 SUITS EVERYONE REQUIRED; Ravi (optional): ends 1½ h after the day, ½ h at night";
    assert!(text.contains(first), "{text}");
    let turns = told(roster, &["--rotate", "2"]);
    assert!(
        turns
            .contains("Ravi (optional) works 3 h longer, 1 h at night: turns are taken among those required"),
        "{turns}"
    );
    assert!(turns.contains("Nobody required misses it or works longer for it."), "{turns}");
}

/// Nine in Berlin begin at 8:00, 8:05 and so on to 8:40 and work nine hours, eight in London likewise, Nia in New York
/// 9–17, which is 15:00–23:00 in Berlin and an hour earlier while only New York's clock has changed. Berlin's
/// first is there until 17:00: from 15:00 on an hour suits everyone. An hour from 16:15 on is too long for the three
/// who leave at 17:00, 17:05 and 17:10.
#[test]
fn a_large_team_is_told_clock_by_clock() {
    let row = |place: &str, one: u32| format!("{place}{one},{place},08:{:02}-17:{:02}\n", one * 5, one * 5);
    let berlin: String = (0..9).map(|one| row("Berlin", one)).collect();
    let london: String = (0..8).map(|one| row("London", one)).collect();
    let desk = Desk::with("r.csv", format!("name,zone,hours\n{berlin}{london}Nia,New York,9-17\n"));
    let answer = desk.year(&["meet"], "r.csv", &[]).out;
    assert!(answer.contains("MON–FRI 15:00 SUITS EVERYONE"), "{answer}");
    for line in [
        "  Mon–Fri 15:00*",
        "    15:00 for 9 in Berlin",
        "    14:00 for 8 in London",
        "    09:00 or 10:00 for 1 in New York",
        "Who is where",
        "  New York: Nia",
    ] {
        assert!(answer.lines().any(|known| known.trim_end() == line), "no line {line:?} in\n{answer}");
    }
    let flat = answer.split_whitespace().collect::<Vec<_>>().join(" ");
    let told = "Mon–Fri 16:15 16:15 for 9 in Berlin (for 3 of them ends up to 15 min after the day) · 15:15 for 8 in London";
    assert!(flat.contains(told), "{answer}");
    assert!(
        flat.contains("Berlin: Berlin0, Berlin1, Berlin2,") && flat.contains("Berlin7 and Berlin8"),
        "{answer}"
    );
    // The times of the year with their dates.
    let listed = desk.year(&["meet"], "r.csv", &["--top", "1"]).out;
    let flat = listed.split_whitespace().collect::<Vec<_>>().join(" ");
    let dates = "09:00; from 15 Mar to 26 Mar and from 1 Nov to 5 Nov 10:00 for 1 in New York";
    assert!(flat.contains(dates), "{listed}");
}

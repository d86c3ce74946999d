//! Recurring slots. The example's team shares 12–16 UTC, and 12–15 from 28 March to 30 October: 13 to
//! 17 on Berlin's clock, then 14 to 17.

use serde_json::json;

use super::meet;
use crate::support::{Desk, THREE};

#[test]
fn clean_slots_come_first_in_order_of_the_week() {
    let (code, answer) = meet(THREE, &["--top", "100"]);
    // An hour from 14:00, 14:15 … 16:00: nine a day on five days, of 96 a day.
    assert_eq!((code, &answer["clean"], &answer["candidates"]), (Some(0), &json!(45), &json!(480)));
    let slot = |place: usize| {
        let slot = &answer["slots"][place];
        (slot["day"].as_str().unwrap().to_owned(), slot["time"].as_str().unwrap().to_owned())
    };
    assert_eq!(slot(0), ("Mon".into(), "14:00".into()));
    assert_eq!(slot(8), ("Mon".into(), "16:00".into()));
    assert_eq!(slot(9), ("Tue".into(), "14:00".into()));
    assert_eq!(answer["slots"][0]["occurrences"], 52);
    assert_eq!(answer["slots"][0]["costs"], json!([]));
}

#[test]
fn costs_name_who_works_longer_and_when() {
    // Four hours from 13:30 in Berlin: Ben, 9–17, stays half an hour longer every week; Ana, whose day begins
    // at 12 UTC, starts half an hour earlier in summer.
    let (code, answer) = meet(THREE, &["--duration", "4h", "--top", "1", "--days", "Mon"]);
    assert_eq!((code, &answer["clean"]), (Some(1), &json!(0)));
    let slot = &answer["slots"][0];
    assert_eq!((&slot["day"], &slot["time"]), (&json!("Mon"), &json!("13:30")));
    let ana = json!({ "name": "Ana", "cause": "clock-change", "first": "2027-03-29", "last": "2027-10-25", "occurrences": 31, "no_workday": false, "stretch": 30, "night": 0, "unreasonable": 0 });
    let ben = json!({ "name": "Ben", "cause": "hours", "first": "2026-11-23", "last": "2027-11-15", "occurrences": 52, "no_workday": false, "stretch": 30, "night": 0, "unreasonable": 0 });
    assert_eq!(slot["costs"], json!([ana, ben]));
    let total = 30 * (31 + 52);
    let required =
        json!({ "no_workday": 0, "night": 0, "unreasonable": 0, "worst": 30, "total": total, "off": 0 });
    assert_eq!(slot["required"], required);
    // Everybody's own time, season by season: São Paulo knows no summer time.
    let seasons = |times: [(&str, &str, &str); 3]| {
        let season = |(first, last, time)| json!({ "first": first, "last": last, "day": "Mon", "time": time, "at_night": 0 });
        json!(times.map(season))
    };
    let (winter, summer, autumn) =
        (("2026-11-23", "2027-03-22"), ("2027-03-29", "2027-10-25"), ("2027-11-01", "2027-11-15"));
    let times = [(winter, "09:30"), (summer, "08:30"), (autumn, "09:30")];
    let times = times.map(|((first, last), time)| (first, last, time));
    assert_eq!(slot["local"][0], json!({ "name": "Ana", "seasons": seasons(times) }));
    assert_eq!(slot["local"][1]["seasons"].as_array().unwrap().len(), 1);
}

#[test]
fn days_off_spoil_nothing_and_optional_people_do_not_decide() {
    let roster = "name,zone,off,required\nAna,UTC,2026-11-30,\nBen,UTC,2026-12-07;2026-12-14,no\n";
    let (code, answer) = meet(
        roster,
        &["--weeks", "4", "--days", "Mon", "--anchor", "UTC", "--duration", "1h", "--top", "100"],
    );
    assert_eq!((code, &answer["clean"]), (Some(0), &json!(29)));
    let slot =
        |time: &str| answer["slots"].as_array().unwrap().iter().find(|slot| slot["time"] == time).unwrap();
    // Ana misses one of four Mondays, Ben two, whatever the hour.
    let off = |time: &str| [&slot(time)["required"]["off"], &slot(time)["optional"]["off"]];
    assert_eq!((off("09:00"), off("23:45")), ([&json!(1), &json!(2)], [&json!(1), &json!(2)]));
    assert_eq!(answer["slots"][0]["time"], "09:00");
    let of = |date: &str, name: &str| json!({ "date": date, "name": name, "holiday": null });
    let expected = [of("2026-11-30", "Ana"), of("2026-12-07", "Ben"), of("2026-12-14", "Ben")];
    assert_eq!(answer["slots"][0]["off"], json!(expected));
    assert_eq!(answer["slots"][0]["costs"], json!([]));
}

/// Berlin's 03:30 is 18:30 in Los Angeles, a day earlier: on Monday before Tuesday, on Thursday before
/// Friday.
#[test]
fn a_line_of_several_weekdays_names_none_of_another_clock() {
    let desk = Desk::with("r.csv", "name,zone,hours\nL,America/Los_Angeles,9-17\nI,Asia/Kolkata,10-18\n");
    let page =
        desk.run(&["meet", "r.csv", "--from", "2026-11-23", "--home", "Europe/Berlin", "--duration", "1h"]);
    let words = page.out.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(words.contains("Tue–Fri 03:30 L 18:30 the day before"), "{}", page.out);
}

/// Before, days off drove this team to 23:45 in Kolkata.
#[test]
fn nobody_meets_at_midnight_for_a_holiday() {
    let roster = "name,zone,hours,holidays\nA,Europe/Stockholm,9-17,Sweden\nB,Asia/Kolkata,11-20,IN-KA\n";
    let desk = Desk::with("r.csv", roster);
    let page =
        desk.run(&["meet", "r.csv", "--from", "2026-11-23", "--home", "Europe/Stockholm", "--top", "1"]);
    assert_eq!(page.code, Some(0), "{}", page.err);
    let words = page.out.split_whitespace().collect::<Vec<_>>().join(" ");
    for said in [
        "MON–FRI 09:00 SUITS EVERYONE, but somebody is off on 20 dates",
        "Mon–Fri 09:00* A 09:00 · B 13:30; from 29 Mar to 29 Oct 12:30 · 20 dates off",
        "B 24 Nov (Guru Nanak's Jayanti)",
    ] {
        assert!(words.contains(said), "no `{said}` in\n{}", page.out);
    }
}

/// One line for three weekdays: its dates off stand as a calendar has them, weekday after weekday or not.
#[test]
fn dates_off_stand_in_their_own_order() {
    let roster = "name,zone,off\nAnn,Europe/Berlin,2026-12-22..2026-12-24; 2026-12-29..2026-12-31\nBen,Europe/Berlin,\n";
    let desk = Desk::with("r.csv", roster);
    let line = ["meet", "r.csv", "--from", "2026-11-30", "--home", "Europe/Berlin", "--days", "Tue,Wed,Thu"];
    let page = desk.run(&line);
    let words = page.out.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(words.contains("off: Ann 22 Dec – 24 Dec and 29 Dec – 31 Dec"), "{}", page.out);
}

#[test]
fn flags_are_read_with_all_their_faults() {
    let desk = Desk::new();
    let ran = desk.run(&["meet", "three.csv", "--duration", "25h", "--days", "Funday", "--anchor", "Mars"]);
    for words in ["--duration", "--days `Funday`", "--anchor `Mars`"] {
        assert!(ran.err.contains(words), "no `{words}` in {}", ran.err);
    }
    ran.refused("--anchor");
    desk.run(&["meet", "three.csv", "--required", "Bem"]).refused("did you mean Ben?");
}

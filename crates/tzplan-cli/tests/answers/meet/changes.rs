//! Why no slot is clean, and what would open one.

use serde_json::json;

use super::{WEEKS, meet_in_utc};
use crate::support::Desk;

/// They share 16:30 to 17:00.
const HALF_AN_HOUR: &str = "name,zone,hours\nAna,UTC,9-17\nBen,UTC,16:30-23:00\n";

#[test]
fn outside_hours_one_works_longer_or_the_meeting_is_shorter() {
    let (code, answer) = meet_in_utc(HALF_AN_HOUR, &["--days", "Mon", "--top", "1"]);
    assert_eq!(code, Some(1));
    // An hour fits Ana from 09:00, 09:15 … 16:00, Ben from 16:30 … 22:00.
    let person = |name: &str, suit: u32| json!({ "name": name, "members": 1, "suit": suit, "outside_hours": 96 - suit, "day_off": 0, "no_workday": 0 });
    assert_eq!(
        answer["why"],
        json!({ "reason": "outside-hours", "people": [person("Ana", 29), person("Ben", 23)] })
    );
    // At 16:30 Ana would stay half an hour, at 16:00 Ben would come half an hour early: Ana is first in the
    // roster. One of two is not made optional: nobody would be left to meet.
    let slot = json!({ "day": "Mon", "time": "16:30" });
    assert_eq!(
        answer["nearest"],
        json!([
            { "kind": "longer-day", "name": "Ana", "members": 1, "minutes": 30, "slot": slot, "left_out": [], "off": [] },
            { "kind": "shorter", "minutes": 30, "slot": slot, "left_out": [], "off": [] },
        ])
    );
    // What may be asked of a day is a policy.
    let (_, answer) = meet_in_utc(HALF_AN_HOUR, &["--days", "Mon", "--max-shift", "15m"]);
    assert_eq!(answer["nearest"].as_array().unwrap().len(), 1);
}

#[test]
fn one_of_three_may_be_made_optional() {
    let roster = format!("{HALF_AN_HOUR}Cleo,UTC,9-17\n");
    let (_, answer) = meet_in_utc(&roster, &["--days", "Mon", "--duration", "4h", "--max-shift", "2h"]);
    // Ana and Cleo, who keep the same hours, meet without Ben from 09:00 on.
    let slot = json!({ "day": "Mon", "time": "09:00" });
    let optional =
        json!({ "kind": "optional", "name": "Ben", "members": 1, "slot": slot, "left_out": [], "off": [] });
    assert_eq!(answer["nearest"][0], optional);
}

#[test]
fn days_off_are_told_beside_what_would_open_a_slot() {
    let roster = "name,zone,hours,off\nAna,UTC,9-17,2026-11-30\nBen,UTC,16:30-23:00,\n";
    let (code, answer) = meet_in_utc(roster, &["--days", "Mon", "--top", "1"]);
    assert_eq!((code, &answer["why"]["reason"]), (Some(1), &json!("outside-hours")));
    // Ana's 29 slots all touch her day off, which spoils none: as if nobody were off.
    let ana = json!({ "name": "Ana", "members": 1, "suit": 29, "outside_hours": 67, "day_off": 29, "no_workday": 0 });
    assert_eq!(answer["why"]["people"][0], ana);
    assert_eq!(answer["nearest"][0]["left_out"], json!(["2026-11-30"]));
    let off = json!([{ "date": "2026-11-30", "name": "Ana", "holiday": null }]);
    assert_eq!(answer["nearest"][0]["off"], off);
}

#[test]
fn without_a_shared_weekday_another_opens_one() {
    let roster = "name,zone,days\nAna,UTC,Mon-Thu\nBen,UTC,Wed-Fri\n";
    let (_, answer) = meet_in_utc(roster, &["--days", "Mon,Fri"]);
    assert_eq!(answer["why"]["reason"], "no-shared-weekday");
    let slot = json!({ "day": "Wed", "time": "09:00" });
    assert_eq!(answer["nearest"], json!([{ "kind": "other-day", "slot": slot, "left_out": [], "off": [] }]));
}

#[test]
fn the_page_says_so() {
    let desk = Desk::with("r.csv", HALF_AN_HOUR);
    let page = desk.run(&[&["meet", "r.csv", "--days", "Mon", "--top", "1"], &WEEKS[..]].concat());
    assert_eq!((page.code, page.err.as_str()), (Some(1), ""));
    let words = page.out.split_whitespace().collect::<Vec<_>>().join(" ");
    for said in [
        "NO TIME SUITS EVERYONE; Mon 16:15 asks the least",
        "Why none At no time of the week are all within their hours all year.",
        "You could 1 Ana works ½ h longer on that day → Mon 16:30 suits everyone \
         2 meet for ½ h → Mon 16:30 suits everyone --duration 30m",
        "Of 96 slots suit with dates off outside hours no workday Ben 23 0 73 0 Ana 29 0 67 0",
        "Mon 16:15 Ana 16:15 (ends 15 min after the day) · Ben 16:15 (begins 15 min before the day)",
    ] {
        assert!(words.contains(said), "no `{said}` in\n{}", page.out);
    }
}

/// Berlin and London share 10:00 to 17:00 of Berlin; Tokyo's two keep one clock. Los Angeles begins when Berlin ends.
#[test]
fn where_nothing_suits_all_each_pod_has_a_time_of_its_own() {
    let team = "name,zone\nAna,Europe/Berlin\nBen,Europe/London\nKei,Asia/Tokyo\nYui,Asia/Tokyo\nLea,America/Los_Angeles\n";
    let desk = Desk::with("r.csv", team);
    let page = desk.year(&["meet"], "r.csv", &[]).out;
    let words = page.split_whitespace().collect::<Vec<_>>().join(" ");
    let first_lines = words.split("Lea is isolated: in no pod.").next().unwrap();
    for line in [
        "Mon–Fri 10:00 Berlin Ana and Ben (Ben 09:00) · within everybody's hours",
        "Mon–Fri 09:00 Tokyo Kei and Yui · within everybody's hours",
    ] {
        assert!(first_lines.contains(line), "{line}\n{page}");
    }
    // When it is after 6 in Los Angeles it is 22:00 in Tokyo, and before 22:00 there it is before 6 in
    // London: the first line says whose night it takes.
    let head = words.split(" For 1 h every week").next().unwrap();
    assert!(head.ends_with("in it at night"), "{head}");
    let meet =
        |flags: &[&str]| desk.year(&["meet"], "r.csv", &[flags, &["--format", "json"]].concat()).json();
    let slot = |time: &str| json!({ "day": "Mon", "time": time });
    let pod = |names: [&str; 2], anchor: &str, time: &str| json!({ "names": names, "anchor": anchor, "slot": slot(time), "days": "Mon-Fri", "clean": true, "off": 0 });
    let mut pods = meet(&[])["pods"].as_array().unwrap().clone();
    pods.sort_by_key(|pod| pod["names"][0].to_string());
    assert_eq!(
        pods,
        [pod(["Ana", "Ben"], "Europe/Berlin", "10:00"), pod(["Kei", "Yui"], "Asia/Tokyo", "09:00")]
    );
    // Where a slot suits everyone, or a quorum is enough, there are none.
    for flags in [&["--without", "Kei", "--without", "Yui", "--without", "Lea"][..], &["--quorum", "2"]] {
        assert!(meet(flags)["pods"].is_null(), "{flags:?}");
    }
}

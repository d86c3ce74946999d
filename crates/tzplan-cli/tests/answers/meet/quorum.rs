//! With a quorum.

use serde_json::json;

use super::meet_in_utc;
use crate::support::{Desk, YEAR};

/// Yui works 00:00 to 08:00 UTC.
const THREE: &str = "name,zone,hours,required\nAna,UTC,9-17,\nBen,UTC,10-18,\nYui,UTC+9,9-17,\n";

#[test]
fn enough_people_will_do() {
    let options = ["--days", "Mon", "--quorum", "2", "--top", "96"];
    let roster = THREE.replace("UTC+9", "Asia/Tokyo");
    let (code, answer) = meet_in_utc(&roster, &options);
    // Ana and Ben share 10 to 17; Yui, whom nobody marked, is not needed and stretches two hours.
    assert_eq!((code, &answer["quorum"], &answer["clean"]), (Some(0), &json!(2), &json!(25)));
    let best = &answer["slots"][0];
    assert_eq!((&best["time"], &best["without_quorum"]), (&json!("10:00"), &json!(0)));
    assert_eq!(
        best["required"],
        json!({ "no_workday": 0, "night": 0, "unreasonable": 0, "worst": 0, "total": 0, "off": 0 })
    );
    // 10:00 UTC is 19:00 in Tokyo, still a reasonable hour.
    let optional =
        json!({ "no_workday": 0, "night": 0, "unreasonable": 0, "worst": 180, "total": 4 * 180, "off": 0 });
    assert_eq!(best["optional"], optional);
    // Where only one can, every occurrence is without its quorum.
    let at_nine = answer["slots"].as_array().unwrap().iter().find(|slot| slot["time"] == "09:00").unwrap();
    assert_eq!((&at_nine["without_quorum"], &at_nine["clean"]), (&json!(4), &json!(false)));
    // A share of three people, rounded up.
    let (_, answer) = meet_in_utc(&roster, &["--quorum", "60%"]);
    assert_eq!(answer["quorum"], 2);
}

#[test]
fn who_is_marked_is_required_all_the_same() {
    let roster = THREE.replace("UTC+9,9-17,", "Asia/Tokyo,9-17,yes");
    let (code, answer) = meet_in_utc(&roster, &["--days", "Mon", "--quorum", "2", "--top", "1"]);
    assert_eq!((code, &answer["clean"]), (Some(1), &json!(0)));
    // Yui's last hour begins at 07:00, two hours before Ana's day. Without Yui the two others do.
    let slot = |time: &str| json!({ "day": "Mon", "time": time });
    let longer = json!({
        "kind": "longer-day", "name": "Ana", "members": 1, "minutes": 120, "slot": slot("07:00"), "left_out": [],
        "off": [],
    });
    let optional = json!({ "kind": "optional", "name": "Yui", "members": 1, "slot": slot("10:00"), "left_out": [], "off": [] });
    assert_eq!(answer["nearest"], json!([longer, optional]));
}

#[test]
fn a_quorum_larger_than_the_team_is_never_reached() {
    let (code, answer) = meet_in_utc(&THREE.replace("UTC+9", "Asia/Tokyo"), &["--quorum", "4"]);
    assert_eq!((code, &answer["why"]["reason"]), (Some(1), &json!("quorum-too-large")));
}

/// Semantics 3: enough people, and everybody who is marked. M works on Mondays only.
#[test]
fn a_quorum_is_not_there_without_everybody_marked() {
    let desk = Desk::with(
        "mq.csv",
        "name,zone,hours,days,required,off\nM,Europe/Berlin,9-17,Mon,yes,\nA,Europe/Berlin,9-17,Mon-Fri,,2027-01-11\n\
         B,Europe/Berlin,9-17,Tue-Fri,,\n",
    );
    let flags = ["--quorum", "2", "--days", "Mon-Tue", "--format", "json"];
    let answer = desk.run(&[&["meet", "mq.csv"], &YEAR[..], &flags].concat());
    let answer = answer.json();
    let first = &answer["slots"][0];
    assert_eq!((&first["day"], &first["time"]), (&json!("Mon"), &json!("09:00")));
    // A is off on one Monday of 52, which stands beside it.
    assert_eq!((&first["without_quorum"], &first["required"]["off"]), (&json!(0), &json!(0)));
    assert_eq!(first["off"], json!([{ "date": "2027-01-11", "name": "A", "holiday": null }]));
}

/// On Mondays to Thursdays all three are there from 9 to 17, on Fridays Cy is not: two of three suffice then, and
/// with all three asked for Friday is no other choice for the time of the best one.
#[test]
fn a_weekday_without_enough_people_is_no_other_choice() {
    let team = "name,zone,hours,off\nAna,UTC,9-17,2026-12-01\nBen,UTC,9-17,\nCy,UTC,9-17 Mon-Thu,\n";
    let desk = crate::support::Desk::with("r.csv", team);
    let words = |flags: &[&str]| {
        let line = [&["meet", "r.csv"], &super::WEEKS[..], flags].concat();
        desk.run(&line).out.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let all = words(&["--quorum", "3"]);
    assert!(all.contains("Mon–Thu 09:00* Ana, Ben and Cy 09:00 · 1 date off"), "{all}");
    assert!(!all.contains("also"), "{all}");
    // Everybody required: Friday is Cy's free day.
    let required = words(&[]);
    assert!(required.contains("MON–THU 09:00 SUITS EVERYONE") && !required.contains("also"), "{required}");
}

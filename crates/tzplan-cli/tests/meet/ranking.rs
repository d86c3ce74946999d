//! Recurring slots. The example's team shares 12–16 UTC, and 12–15 from 28 March to 30 October: 13 to
//! 17 on Berlin's clock, then 14 to 17.

use serde_json::json;

use crate::meet;
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
    // Four hours from 13:30 in Berlin: Ben, 9–17, stays half an hour longer every week; Ana, whose day begins at 12
    // UTC, starts half an hour earlier in summer.
    let (code, answer) = meet(THREE, &["--duration", "4h", "--top", "1", "--days", "Mon"]);
    assert_eq!((code, &answer["clean"]), (Some(1), &json!(0)));
    let slot = &answer["slots"][0];
    assert_eq!((&slot["day"], &slot["time"]), (&json!("Mon"), &json!("13:30")));
    let ana = json!({ "name": "Ana", "cause": "clock-change", "first": "2027-03-29", "last": "2027-10-25", "occurrences": 31, "missed": false, "stretch": 30 });
    let ben = json!({ "name": "Ben", "cause": "hours", "first": "2026-11-23", "last": "2027-11-15", "occurrences": 52, "missed": false, "stretch": 30 });
    assert_eq!(slot["costs"], json!([ana, ben]));
    assert_eq!(slot["required"], json!({ "missed": 0, "worst": 30, "total": 30 * (31 + 52) }));
}

#[test]
fn days_off_are_missed_and_optional_people_do_not_decide() {
    let roster = "name,zone,off,required\nAna,UTC,2026-11-30,\nBen,UTC,2026-12-07;2026-12-14,no\n";
    let (code, answer) = meet(
        roster,
        &["--weeks", "4", "--days", "Mon", "--anchor", "UTC", "--duration", "1h", "--top", "100"],
    );
    assert_eq!(code, Some(1));
    let slot =
        |time: &str| answer["slots"].as_array().unwrap().iter().find(|slot| slot["time"] == time).unwrap();
    // Ana misses one of four Mondays, Ben two; what runs into Tuesday, a workday, is a longer day instead.
    let missed = |time: &str| [&slot(time)["required"]["missed"], &slot(time)["optional"]["missed"]];
    assert_eq!((missed("09:00"), missed("23:45")), ([&json!(1), &json!(2)], [&json!(0), &json!(0)]));
    // Of those that only days off spoil, the first inside the hours leads.
    let spoilt = answer["slots"].as_array().unwrap().iter().find(|slot| slot["required"]["missed"] == 1);
    assert_eq!(spoilt.unwrap()["time"], "09:00");
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

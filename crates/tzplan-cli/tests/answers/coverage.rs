//! Follow the sun: service hours, gaps with what makes them, and hand-offs between teams.

use crate::support::Desk;
use serde_json::{Value, json};

/// In UTC and while nobody keeps summer time: Singapore 00–08, London 08–16, New York 16–24.
const SUN: &str = "name,zone,hours,team,off\nAna,Europe/London,8-16,EMEA,\nBen,Europe/London,8-16,EMEA,\n\
                   Cy,America/New_York,11-19,Americas,\nEd,Asia/Singapore,8-16,APAC,2026-12-02\n";

fn coverage(arguments: &[&str]) -> Value {
    let desk = Desk::with("sun.csv", SUN);
    let year = ["--from", "2026-11-23", "--home", "Europe/London", "--format", "json"];
    desk.run(&[&["coverage", "sun.csv"], arguments, &year].concat()).answered().json()
}

fn gaps<'v>(document: &'v Value, cause: &str) -> Vec<&'v Value> {
    document["gaps"].as_array().unwrap().iter().filter(|gap| gap["cause"] == cause).collect()
}

#[test]
fn holes_that_only_clock_changes_make_are_told_apart() {
    let document = coverage(&[]);
    // Summer time begins on 14 March in New York and on 28 March in London, and ends on 7 November and 31
    // October: New York then stops at 23:00 UTC, an hour before Singapore starts. That is Monday to Thursday
    // in 2 + 31 + 1 weeks; on Fridays it is the start of the weekend.
    let clocks = gaps(&document, "clock-change");
    assert_eq!(clocks.len(), 4 * 34);
    assert_eq!(
        (&clocks[0]["start"], &clocks[0]["end"]),
        (&json!("2027-03-15T23:00:00Z"), &json!("2027-03-16T00:00:00Z"))
    );
    assert_eq!(clocks[135]["start"], "2027-11-04T23:00:00Z");
    // 52 weekends, 34 of them an hour longer.
    assert_eq!(gaps(&document, "hours").len(), 52);
    let off = gaps(&document, "days-off");
    let expected = json!({ "start": "2026-12-02T00:00:00Z", "end": "2026-12-02T08:00:00Z", "cause": "days-off", "days_off_minutes": 480,
        "off": [{ "date": "2026-12-02", "name": "Ed", "members": 1, "holiday": null }] });
    assert_eq!(off, [&expected]);
    let nobody = 136 + 52 * 48 + 34 + 8;
    assert_eq!(document["covered_minutes"], (8736 - nobody) * 60);
    // From Monday to Friday on London's clock, which is an hour ahead for 31 weeks: then it is short from
    // 00:00 to 01:00 on Tuesday to Friday, and on Saturday instead of Friday otherwise. Mondays of those
    // weeks begin at 23:00 UTC on Sunday.
    let short = 2 * 5 + 31 * 5 + 5 + 8;
    assert_eq!(
        document["working_week"],
        json!({ "covered_minutes": (260 * 24 - short) * 60, "minutes": 260 * 24 * 60 })
    );
    assert_eq!(document["service"], json!({ "hours": null, "at_least": 1 }));
}

#[test]
fn only_service_hours_count_and_enough_people() {
    // Two are there from 8 to 16 in London and nobody else from 10 to 15: all of it.
    let document = coverage(&["--service", "10-15 Mon-Fri", "--at-least", "2"]);
    assert_eq!((&document["covered_minutes"], &document["minutes"]), (&json!(260 * 300), &json!(260 * 300)));
    assert_eq!(document["gaps"], json!([]));
    assert_eq!(document["service"], json!({ "hours": "10:00-15:00 Mon-Fri", "at_least": 2 }));
    // Three are too many to ask for.
    let document = coverage(&["--service", "10-15 Mon-Fri", "--at-least", "3"]);
    assert_eq!(document["covered_minutes"], 0);
    assert_eq!(gaps(&document, "hours").len(), 260);
}

#[test]
fn groups_hand_over_to_whoever_stays_longest() {
    let document = coverage(&["--by", "team"]);
    let seasons = document["handoffs"].as_array().unwrap();
    let dates: Vec<&str> = seasons.iter().map(|season| season["first"].as_str().unwrap()).collect();
    assert_eq!(dates, ["2026-11-23", "2027-03-14", "2027-03-28", "2027-10-31", "2027-11-07"]);
    let monday = |season: usize| -> Vec<Value> {
        let handoffs = seasons[season]["handoffs"].as_array().unwrap().iter();
        handoffs.filter(|handoff| handoff["at"].as_u64().unwrap() <= 1440).cloned().collect()
    };
    let handoff = |from: &str, to: &str, hour: u32, overlap: u32, gap: u32| json!({ "from": from, "to": to, "at": hour * 60, "overlap_minutes": overlap * 60, "gap_minutes": gap * 60 });
    // In winter each begins as the other ends; at the end of Monday, 24:00, Singapore goes on.
    assert_eq!(
        monday(0),
        [
            handoff("APAC", "EMEA", 8, 0, 0),
            handoff("EMEA", "Americas", 16, 0, 0),
            handoff("Americas", "APAC", 24, 0, 0)
        ]
    );
    // In the two weeks of March New York begins at 15:00 UTC and nobody is there from 23:00 on.
    assert_eq!(
        monday(1),
        [
            handoff("APAC", "EMEA", 8, 0, 0),
            handoff("EMEA", "Americas", 16, 1, 0),
            handoff("Americas", "APAC", 23, 0, 1)
        ]
    );
    // In summer London begins at 7:00 UTC.
    assert_eq!(
        monday(2),
        [
            handoff("APAC", "EMEA", 8, 1, 0),
            handoff("EMEA", "Americas", 15, 0, 0),
            handoff("Americas", "APAC", 23, 0, 1)
        ]
    );
}

#[test]
fn the_page_says_the_same() {
    let desk = Desk::with("sun.csv", SUN);
    let year = ["--from", "2026-11-23", "--home", "Europe/London", "--by", "team"];
    let page = desk.run(&[&["coverage", "sun.csv"], &year[..]].concat()).answered().out;
    for line in [
        "136 of them (136 h) only because",
        "15 Mar – 25 Mar 2027  23:00–24:00 Mon–Thu        8 times  clock changes",
        "2 Dec 2026            00:00–08:00 Wed             1 time  days off",
        "EMEA → Americas  16:00 Mon–Fri      1 h together",
    ] {
        assert!(page.contains(line), "{line}\n{page}");
    }
    let words = page.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(words.contains("1 time days off: leave (Ed, Singapore)"), "{page}");
    let wrong = desk.run(&["coverage", "sun.csv", "--service", "soon"]);
    wrong.refused("--service");
    desk.run(&["coverage", "sun.csv", "--at-least", "0"]).refused("--at-least");
}

/// Development is there while Support is; after Support nobody is until it begins again.
#[test]
fn what_a_team_passes_to_itself_is_no_hand_off_between_teams() {
    let desk = Desk::with(
        "r.csv",
        "name,zone,hours,team\nAna,Europe/Berlin,8-16,Support\nBen,Europe/Berlin,10-14,Dev\n",
    );
    let text = desk.year(&["coverage"], "r.csv", &["--by", "team"]).answered().out;
    let (_, relays) = text.split_once("Hand-offs between teams").unwrap();
    let (between, itself) = relays.split_once("Nobody goes on until the same team begins again").unwrap();
    assert!(between.contains("Dev → Support  14:00 Mon–Fri  4 h together"), "{text}");
    assert!(!between.contains("16:00") && itself.contains("Support  16:00 Mon–Thu  16 h nobody"), "{text}");
    let (itself, _) = itself.split_once("r.csv").unwrap();
    assert!(!itself.contains("→"), "{text}");
}

/// Alpha is there from 0:00 to 20:00 and Beta from 4:00 to 24:00: at 20:00 they have been together for 16
/// hours.
#[test]
fn teams_that_work_beside_each_other_say_what_each_covers_alone() {
    let desk = Desk::with(
        "r.csv",
        "name,zone,hours,team\nAna,UTC,0-10,Alpha\nAda,UTC,10-20,Alpha\nBen,UTC,4-14,Beta\nBo,UTC,14-24,Beta\n",
    );
    let text = desk
        .run(&["coverage", "r.csv", "--by", "team", "--from", "2026-11-23", "--home", "UTC"])
        .answered()
        .out;
    let (_, relays) = text.split_once("Hand-offs between teams").unwrap();
    let (handoffs, rest) = relays.split_once("Hours that one team alone covers").unwrap();
    assert!(handoffs.contains("Beta → Alpha"), "{text}");
    let words = handoffs.split_whitespace().collect::<Vec<_>>().join(" ");
    let none = "No hand-off where both have been at work together for over 8 h by then: Alpha → Beta.";
    assert!(words.contains(none), "{text}");
    let (alone, _) = rest.split_once("r.csv").unwrap();
    assert!(alone.contains("Alpha  00:00–04:00"), "{text}");
    assert!(alone.contains("Beta   20:00–24:00"), "{text}");
}

/// Twenty-six teams, each alone for half an hour: a line each, of which twenty-four are shown.
#[test]
fn how_many_more_teams_cover_hours_alone_is_said() {
    let time = |half: u32| format!("{:02}:{:02}", half / 2, half % 2 * 30);
    let row = |half: u32| format!("P{half},UTC,{}-{},T{half:02}\n", time(half), time(half + 1));
    let rows: String = (0..26).map(row).collect();
    let desk = Desk::with("r.csv", format!("name,zone,hours,team\n{rows}"));
    let text = desk
        .run(&["coverage", "r.csv", "--by", "team", "--from", "2026-11-23", "--home", "UTC"])
        .answered()
        .out;
    let (_, rest) = text.split_once("Hours that one team alone covers").unwrap();
    let (alone, _) = rest.split_once("r.csv").unwrap();
    assert!(alone.contains("T23") && !alone.contains("T24"), "{text}");
    assert!(alone.trim_end().ends_with("… and 2 more teams"), "{text}");
}

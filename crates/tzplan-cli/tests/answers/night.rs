//! Night work in the roster and of a candidate. New York's 9–17 is 14–22 UTC, in summer 13–21. Kolkata's
//! 18:30–02:30 and Manila's 21–05 are 13–21 UTC, of which 16:30–21 and 14–21 are after 22:00 there.

use crate::support::shape::{self, assert_shape};
use crate::support::{Desk, YEAR};
use serde_json::{Value, json};

const US: &str = "name,zone,hours\nAda,America/New_York,9-17\nBob,America/New_York,9-17\n\
                  Ravi,Asia/Kolkata,18:30-02:30\nJoy,Asia/Manila,21-05\n";

fn desk() -> Desk {
    Desk::with("us.csv", US)
}

/// The first lines of a page: what stands above its first table, in one line.
fn first_lines(page: &str) -> String {
    let opening = page.split("\n\n").nth(1).unwrap();
    opening.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn the_first_lines_say_whose_nights_an_overlap_rests_on() {
    let page = desk().year(&[], "us.csv", &[]).answered().out;
    assert_eq!(
        first_lines(&page),
        "OVERLAP, resting on night work target 4 h a day Everyone shares 7 h a day, 8 h from 14 Mar to 6 \
         Nov: the target is met. What everyone shares rests on night work: Joy works 35 h a week at night \
         (22:00–06:00) and Ravi 22½ h. If all kept to 07:00–21:00, the least of the year would be nothing, now 7 h."
    );
    assert!(!page.contains("comfortable"), "{page}");
    // Without them New York shares eight hours, at day.
    let alone = desk().year(&[], "us.csv", &["--without", "Ravi", "--without", "Joy"]).answered().out;
    assert!(alone.contains("comfortable") && !alone.contains("at night"), "{alone}");
}

/// Max counts in no overlap; from 22:00 to 05:00 he works at night on five days.
#[test]
fn nights_of_optional_people_are_told_too() {
    let roster = "name,zone,hours,required\nAnn,Europe/Berlin,9-17,yes\nBob,Europe/Berlin,9-17,yes\n\
                  Max,Asia/Manila,21-05,no\nZoe,Europe/Berlin,9-17,no\n";
    let page = Desk::with("r.csv", roster).year(&[], "r.csv", &[]).answered().out;
    let words = page.split_whitespace().collect::<Vec<_>>().join(" ");
    let told = "Of optional people Max works 35 h a week at night (22:00–06:00).";
    assert!(words.contains(told), "{page}");
    let asked = Desk::with("r.csv", roster.replace(",no\n", ",yes\n")).year(&[], "r.csv", &[]).out;
    assert!(!asked.contains("Of optional"), "{asked}");
}

/// Cy keeps New York's hours, in winter 19:30–03:30 in Kolkata: 5½ h after 22:00 on five days. Three quarters
/// of an hour earlier leave 4¾ h of them.
#[test]
fn shifts_that_rest_on_nights_say_whose() {
    let roster =
        "name,zone,hours\nAnn,America/New_York,9-17 ET\nBob,Europe/Berlin,9-17\nCy,Asia/Kolkata,9-17 ET\n";
    let page = Desk::with("cy.csv", roster).year(&[], "cy.csv", &[]).out;
    let lines = first_lines(&page);
    for said in [
        "OVERLAP, if Ann starts 45 min earlier, Bob 1 h 15 min later and Cy 45 min earlier all year",
        "Night work as it is: Cy works 27½ h a week at night",
        "The hours proposed are partly night work: a week Cy 23 h 45 min.",
    ] {
        assert!(lines.contains(said), "no `{said}` in\n{page}");
    }
}

#[test]
fn json_says_who_works_at_night_and_what_reasonable_hours_leave() {
    let answer = desk().json(&[], "us.csv", &[]);
    assert_shape(&answer, &shape::plan());
    let nights: Vec<&Value> = answer["members"]
        .as_array()
        .unwrap()
        .iter()
        .map(|member| &member["night_minutes_per_week"])
        .collect();
    assert_eq!(nights, [0, 0, 1350, 2100]);
    assert_eq!(
        answer["verdict"]["night"],
        json!({
            "people": [
                { "name": "Ravi", "minutes_per_week": 1350, "shared_minutes_per_week": 1350 },
                { "name": "Joy", "minutes_per_week": 2100, "shared_minutes_per_week": 2100 },
            ],
            "reasonable_year_min": { "minutes_per_week": 0, "days": 5 },
            "carries_overlap": true,
        })
    );
    // From 04 on all of Joy's day but an hour is at day.
    let lark = desk().json(&[], "us.csv", &["--night", "4-5"]);
    assert_eq!(lark["verdict"]["night"]["people"][0]["minutes_per_week"], 300);
}

#[test]
fn the_page_opens_with_it_too() {
    let desk = desk();
    desk.year(&["report"], "us.csv", &["-o", "report.html"]).answered();
    let page = desk.read("report.html");
    let opening = page.split("id=\"day\"").next().unwrap();
    assert!(opening.contains("class=\"verdict warn\""), "not the colour of a team that is fine");
    assert!(opening.contains("rests on night work") && opening.contains("22½ h"));
}

/// Kim works the whole of 22:00–06:00, eight hours on five days, so that a pod meets by day in Chicago.
#[test]
fn a_pod_that_rests_on_nights_says_whose() {
    let roster = "name,zone,hours\nAnn,America/Chicago,9-17\nKim,Asia/Seoul,22-06\nLee,Asia/Seoul,9-17\n";
    let page = Desk::with("pod.csv", roster).year(&[], "pod.csv", &[]).out;
    let lines = first_lines(&page);
    assert!(lines.starts_with("HYBRID, in 1 pod"), "{page}");
    assert!(lines.contains("Kim works 40 h a week at night (22:00–06:00)."), "{page}");
}

/// The two in London are two thirds; the one who is marked shares with nobody.
#[test]
fn where_marks_forbid_pods_the_page_says_so() {
    let roster = "name,zone,required\nBoss,Pacific/Auckland,yes\nA,Europe/London,\nB,Europe/London,\n";
    let page = Desk::with("boss.csv", roster).year(&[], "boss.csv", &[]).out;
    let lines = first_lines(&page);
    let said = "2 of 3 people could share the target in pods, but not everybody who is marked as required: work is async (in writing).";
    assert!(lines.starts_with("ASYNC") && lines.contains(said), "{page}");
}

#[test]
fn night_work_that_carries_nothing_is_evidence() {
    // 9–17 in Berlin ends at 16 UTC or before; the night in Kolkata begins at 16:30 UTC.
    let desk = Desk::with("late.csv", "name,zone,hours\nBen,Europe/Berlin,9-17\nRavi,Asia/Kolkata,16-24\n");
    let page = desk.year(&[], "late.csv", &[]).answered().out;
    assert!(!first_lines(&page).contains("night"), "{page}");
    let line = "Night work         Ravi works 10 h a week at night (22:00–06:00).";
    assert!(page.contains(line), "{page}");
}

#[test]
fn a_candidate_who_fits_at_night_is_told_so_in_the_first_line() {
    let desk = Desk::with("team.csv", "name,zone\nAda,America/New_York\n");
    let fit = |more: &[&str]| {
        desk.run(&[&["fit", "team.csv", "--name", "Joy", "--zone", "Asia/Manila"], &YEAR[..], more].concat())
    };
    let page = fit(&["--hours", "21-05"]).answered().out;
    assert!(
        first_lines(&page).starts_with("FITS, with 35 h a week at night: works with 1 of 1 target"),
        "{page}"
    );
    let answer = fit(&["--hours", "21-05", "--format", "json"]).answered().json();
    assert_shape(&answer, &shape::fit());
    assert_eq!(
        [&answer["stated_night_minutes_per_week"], &answer["night_minutes_per_week"], &answer["shift"]],
        [&json!(2100), &json!(2100), &Value::Null]
    );
    // 9–17 is 1–9 UTC: no hour with New York, none at night.
    let day = fit(&["--format", "json"]).json();
    assert_eq!([&day["result"], &day["stated_night_minutes_per_week"]], [&json!("fits-async"), &json!(0)]);
    // 2–10 is 18–2 UTC: four hours, and three in summer, with four of the night.
    let early = fit(&["--hours", "2-10"]).out;
    assert!(early.contains("works 20 h a week at night as it is."), "{early}");
}

#[test]
fn a_pool_tells_nights_and_prefers_days() {
    // 13–21 UTC is 21–05 in Manila and 9–17 in San Juan, all year; Karachi's 9–17 is 4–12 UTC.
    let desk = Desk::with("team.csv", "name,zone,hours\nAda,Etc/UTC,13-21\n");
    desk.file(
        "pool.csv",
        "name,zone,hours\nJoy,Asia/Manila,21-05\nEve,America/Puerto_Rico,9-17\nDay,Asia/Karachi,9-17\n",
    );
    let rank = |more: &[&str]| {
        desk.run(&[&["fit", "team.csv", "--candidates", "pool.csv"], &YEAR[..], more].concat())
    };
    let answer = rank(&["--format", "json"]).answered().json();
    assert_shape(&answer, &shape::pool());
    let rows: Vec<_> = answer["ranked"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| (row["name"].as_str().unwrap(), row["night_minutes_per_week"].as_u64().unwrap()))
        .collect();
    // Both share all eight hours; Eve does so at day.
    assert_eq!(rows, [("Eve", 0), ("Joy", 2100), ("Day", 0)]);
    let csv = rank(&["--format", "csv"]).answered().out;
    assert!(csv.starts_with("rank,name,row,zone,hours,result,shift_minutes,plan_asks_minutes,others_asked_minutes,peers,worst_overlap_sum_minutes,night_minutes_per_week,"));
    let page = rank(&[]).answered().out;
    assert!(page.contains("night: night work a week, at stated hours."), "{page}");
}

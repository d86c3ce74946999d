//! The team of three that the product is explained with: São Paulo, Berlin and London, 9 to 17.
//!
//! In UTC they work 12–20, 8–16 and 9–17 in winter, and 12–20, 7–15 and 8–16 from 28 March to 30 October
//! 2027: everyone is there 12–16, then 12–15.

use crate::support::Desk;
use serde_json::{Value, json};

fn overlap(minutes_per_week: u32) -> Value {
    json!({ "minutes_per_week": minutes_per_week, "days": 5 })
}

#[test]
fn seasons() {
    let plan = Desk::new().json(&[], "three.csv", &[]);
    let seasons = plan["seasons"].as_array().unwrap();
    let seen: Vec<_> = seasons
        .iter()
        .map(|s| json!([s["first"], s["last"], s["days"], s["overlap"], s["effective_target"], s["meets"]]))
        .collect();
    // Four hours on five days are 1,200 minutes; three are 900.
    assert_eq!(
        seen,
        [
            json!(["2026-11-23", "2027-03-27", 125, overlap(1200), 240, true]),
            json!(["2027-03-28", "2027-10-30", 217, overlap(900), 240, false]),
            json!(["2027-10-31", "2027-11-21", 22, overlap(1200), 240, true]),
        ]
    );
    let windows = |start: u32, minutes: u32| -> Value {
        (0..5).map(|day| json!({ "start": day * 1440 + start, "minutes": minutes })).collect()
    };
    assert_eq!(seasons[0]["windows"], windows(720, 240));
    assert_eq!(seasons[1]["windows"], windows(720, 180));
}

#[test]
fn year() {
    let plan = Desk::new().json(&[], "three.csv", &[]);
    // 217 of 364 days share 900; no season is shorter than 43 days once the days outside count.
    let year = &plan["year"];
    assert_eq!((&year["min"], &year["median"], &year["max"]), (&overlap(900), &overlap(900), &overlap(1200)));
    assert_eq!(year["drift"], json!([]));
    assert_eq!(Desk::new().json(&["year"], "three.csv", &[])["year"], *year);
}

#[test]
fn shifts() {
    let plan = Desk::new().json(&[], "three.csv", &[]);
    assert_eq!(plan["verdict"]["model"], "overlap-with-shifts");
    assert_eq!(plan["seasons"][0]["plan"], Value::Null);
    // 11:30–15:30 UTC asks half an hour of Ana (12–20) and of Ben (7–15); any other start asks more of one.
    let moves = json!([
        { "name": "Ana", "shift": -30, "night_minutes_per_week": 0, "share": 0.5 },
        { "name": "Ben", "shift": 30, "night_minutes_per_week": 0, "share": 0.5 },
    ]);
    let expected = json!({
        "kind": "window", "window_start": 690, "window_minutes": 240, "burden": 1800, "affordable": true,
        "moves": moves,
    });
    let mut found = plan["seasons"][1]["plan"].clone();
    let hours: Vec<_> = found["moves"]
        .as_array_mut()
        .unwrap()
        .iter_mut()
        .map(|one| one.as_object_mut().unwrap().remove("hours").unwrap())
        .collect();
    assert_eq!(found, expected);
    assert!(hours[0].as_str().unwrap().starts_with("08:30-16:30"), "{hours:?}");
    assert!(hours[1].as_str().unwrap().starts_with("09:30-17:30"), "{hours:?}");
    // In winter Ana works 11:30–19:30 UTC then, Ben 8:30–16:30, Chloé 9–17: four hours and a half.
    let all_year = &plan["all_year"];
    assert_eq!(all_year["moves"], plan["seasons"][1]["plan"]["moves"]);
    assert_eq!(
        (&all_year["first"], &all_year["days_below"], &all_year["burden"]),
        (&json!("2027-03-28"), &json!(0), &json!(1800))
    );
}

#[test]
fn one_alone() {
    // In whole hours one of Ana and Ben moves: alone, and later before earlier.
    let plan = Desk::new().json(&[], "three.csv", &["--step", "1h"])["seasons"][1]["plan"].clone();
    assert_eq!(
        (&plan["kind"], &plan["window_start"], &plan["window_minutes"], &plan["burden"]),
        (&json!("alone"), &Value::Null, &Value::Null, &json!(3600))
    );
}

#[test]
fn binding_members_and_the_next_steps() {
    let verdict = &Desk::new().json(&[], "three.csv", &[])["verdict"];
    // Ben and Chloé share 7 hours all year; Ana and Chloé 5, 4 in summer; without Chloé nothing is gained.
    let binding = verdict["binding"].as_array().unwrap();
    let seen: Vec<_> = binding.iter().map(|b| json!([b["name"], b["year_min_without"]])).collect();
    assert_eq!(seen, [json!(["Ana", overlap(2100)]), json!(["Ben", overlap(1200)])]);
    // An hour of one day is the least that brings 12–16 in summer: later comes first, and Ana later does not
    // help.
    let reaches = json!({ "model": "overlap", "sharing": null, "parts": null });
    assert_eq!(
        verdict["steps"],
        json!([
            {
                "kind": "move", "name": "Ben", "shift": 60, "hours": "10:00-18:00 Mon-Fri",
                "night_minutes_per_week": 0, "reaches": reaches,
            },
            { "kind": "optional", "name": "Ana", "year_min": overlap(2100), "reaches": reaches },
        ])
    );
    assert_eq!(
        (&verdict["trap"], &verdict["reach"]["natural"], &verdict["pods"]),
        (&Value::Null, &json!(180), &Value::Null)
    );
}

#[test]
fn pairs_and_pods() {
    let desk = Desk::new();
    let pairs = desk.json(&["pairs"], "three.csv", &[]);
    let seen: Vec<_> = pairs["pairs"]
        .as_array()
        .unwrap()
        .iter()
        .map(|p| json!([p["a_names"][0], p["b_names"][0], p["year"]["min"]]))
        .collect();
    let expected = [
        json!(["Ana", "Ben", overlap(900)]),
        json!(["Ana", "Chloé", overlap(1200)]),
        json!(["Ben", "Chloé", overlap(2100)]),
    ];
    assert_eq!(seen, expected);
    // Two of three share a pod either way; Ben and Chloé share more than Ana and Chloé.
    let pods = desk.json(&["pods"], "three.csv", &[]);
    assert_eq!((&pods["fewest"], &pods["exact"]), (&json!(2), &json!(true)));
    assert_eq!((&pods["pods"], &pods["isolated"]), (&json!([["Ben", "Chloé"]]), &json!(["Ana"])));
}

#[test]
fn dated_windows() {
    let desk = Desk::new();
    let all = desk.json(&["--windows"], "three.csv", &[]);
    let windows = all["windows"].as_array().unwrap();
    // 52 weeks of five days.
    assert_eq!(windows.len(), 260);
    assert_eq!(windows[0], json!({ "start": "2026-11-23T12:00:00Z", "end": "2026-11-23T16:00:00Z" }));
    // Monday after the clocks changed: 26 March was day 90.
    assert_eq!(windows[90], json!({ "start": "2027-03-29T12:00:00Z", "end": "2027-03-29T15:00:00Z" }));
}

#[test]
fn coverage_of_a_day() {
    let document = Desk::new().json(&["coverage"], "three.csv", &["--to", "2026-11-24"]);
    // 23 November in Berlin is 22nd 23:00 to 23rd 23:00 UTC.
    let at = |hour: u32| format!("2026-11-23T{hour:02}:00:00Z");
    let segment =
        |start: String, end: String, count: u32| json!({ "start": start, "end": end, "count": count });
    let midnight = "2026-11-22T23:00:00Z".to_owned();
    assert_eq!(
        document["segments"],
        json!([
            segment(midnight.clone(), at(8), 0),
            segment(at(8), at(9), 1),
            segment(at(9), at(12), 2),
            segment(at(12), at(16), 3),
            segment(at(16), at(17), 2),
            segment(at(17), at(20), 1),
            segment(at(20), at(23), 0),
        ])
    );
    let gap = |start: String, end: String| json!({ "start": start, "end": end, "cause": "hours", "days_off_minutes": 0, "off": [] });
    assert_eq!(document["gaps"], json!([gap(midnight, at(8)), gap(at(20), at(23))]));
}

#[test]
fn the_page_says_what_to_do() {
    let page = Desk::new().year(&[], "three.csv", &[]).answered().out;
    let words = page.split_whitespace().collect::<Vec<_>>().join(" ");
    for sentence in [
        "OVERLAP, if Ana starts ½ h earlier and Ben ½ h later all year target 4 h a day",
        "Everyone shares 4 h a day in winter and 3 h in summer (28 Mar – 30 Oct); that is 1 h less than the target for 217 days.",
        "With the new hours everyone shares 4 h a day or more all year. That is needed only in summer (28 Mar – 30 Oct).",
        "Without Ana the others share 7 h a day or more; without Ben 4 h (now 3 h).",
        "Ben works 10:00–18:00 Mon–Fri, 1 h later all year → OVERLAP --move Ben=+1h",
        "Ana optional: the others meet without → OVERLAP, 7 h a day or more --optional Ana",
        "As it is, everyone together can have 3 h a day all year; with days moved by 2 h at most, 7 h.",
    ] {
        assert!(words.contains(sentence), "no `{sentence}` in\n{page}");
    }
}

#[test]
fn waits_of_two_hours_a_week() {
    // Who asks between 9 and 10 on Monday waits until 10; who asks between 10 and 11 waits for next Monday,
    // 9:00.
    let roster = "name,zone,hours\nA,UTC,9-10 Mon\nB,UTC,10-11 Mon\n";
    let document = Desk::with("r.csv", roster).json(&["pairs"], "r.csv", &["--weeks", "4"]);
    let wait = |index: usize| {
        let wait = &document["waits"][index];
        ["none", "mean", "p50", "p95", "worst"].map(|key| wait[key].as_f64().unwrap())
    };
    assert_eq!(document["waits"][0]["from_names"], json!(["A"]));
    assert_eq!(wait(0), [0.0, 30.0, 30.0, 57.0, 60.0]);
    let week = 7.0 * 1440.0 - 120.0;
    assert_eq!(wait(1), [0.0, week + 30.0, week + 30.0, week + 57.0, week + 60.0]);
}

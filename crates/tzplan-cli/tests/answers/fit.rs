//! `tzplan fit` with one candidate. What the example's team shares with Tokyo and Lisbon is worked out by
//! hand: in UTC Ana works 12–20 all year; Ben 8–16 and, in summer, 7–15; Chloé 9–17 and 8–16.

use crate::support::shape::{self, assert_shape};
use crate::support::{Desk, YEAR};
use serde_json::{Value, json};

fn fit(desk: &Desk, more: &[&str]) -> (Option<i32>, Value) {
    let ran = desk.run(&[&["fit", "three.csv", "--format", "json"], &YEAR[..], more].concat());
    assert_eq!(ran.err, "");
    assert_shape(&ran.json(), &shape::fit());
    (ran.code, ran.json())
}

#[test]
fn the_products_candidate_fits_async_only_and_the_trap_is_spelled_out() {
    let (code, answer) = fit(&Desk::new(), &["--name", "Keiko", "--zone", "Asia/Tokyo"]);
    assert_eq!((code, &answer["result"], &answer["shift"]), (Some(1), &json!("fits-async"), &Value::Null));
    // 0–8 UTC: an hour with Ben in summer, and with Ana and Chloé nothing, but for the edge of Chloé's
    // summer.
    assert_eq!(answer["worst_overlap_sum"], 0);
    assert_eq!(answer["peers"], 0);
    // Four hours with Ana, who starts at 11:30 UTC where she is asked to, end at 15:30 UTC: 00:30 in Tokyo,
    // 2:30 of it after 22:00.
    let trap = json!({
        "name": "Keiko", "shift": 450, "hours": "16:30-00:30 Mon-Fri", "night_minutes_per_week": 750, "share": 1.0
    });
    assert_eq!(answer["trap"], trap);
    // Chloé and Ana, or Chloé and Ben, are half of four.
    let of_everyone = json!({ "model": "overlap-with-shifts", "sharing": null, "parts": null });
    let in_pods = json!({ "model": "hybrid", "sharing": 2, "parts": 3 });
    assert_eq!((&answer["team_before"], &answer["team_after"]), (&of_everyone, &in_pods));
    // Now half an hour is asked of Ana and of Ben.
    assert_eq!(answer["asked"], json!({ "anybody": 30, "candidate": 0, "others": [] }));
    assert_eq!((&answer["pods"], &answer["plan"]), (&json!([]), &Value::Null));
    // 0–8 UTC is covered by Ben from 7 in summer, by nobody in winter.
    let gained: Vec<&Value> = answer["coverage_gained"]
        .as_array()
        .unwrap()
        .iter()
        .map(|gained| &gained["minutes_per_week"])
        .collect();
    assert_eq!(gained, [2400, 2100, 2400]);
}

#[test]
fn somebody_near_fits() {
    let (code, answer) = fit(&Desk::new(), &["--zone", "Europe/Lisbon", "--hours", "10-18"]);
    // 10–18 UTC and 9–17 in summer: eight and seven hours with Chloé, six with Ana or more, six with Ben.
    assert_eq!((code, &answer["result"]), (Some(0), &json!("fits")));
    assert_eq!(answer["hours"], "10:00-18:00 Mon-Fri");
    assert_eq!(answer["peers"], 3);
    // Ana 6:00 and 5:00, Ben 6:00, Chloé 7:00: 18 hours at worst.
    assert_eq!(answer["worst_overlap_sum"], 18 * 60);
    let minutes: Vec<Value> = answer["teammates"][0]["seasons"]
        .as_array()
        .unwrap()
        .iter()
        .map(|season| season["overlap"]["minutes_per_week"].clone())
        .collect();
    assert_eq!(minutes, [1800, 1500, 1800]);
}

#[test]
fn the_candidates_day_stands_below_the_teams() {
    let desk = Desk::with("team.csv", "name,zone,hours\nAda,Berlin,9-17\nBen,Berlin,9-17\n");
    let line = ["fit", "team.csv", "--name", "Priya", "--zone", "Asia/Kolkata", "--hours", "9-17"];
    let page = |columns: &str| {
        let mut run = desk.command();
        run.args(line).args(YEAR).env("COLUMNS", columns);
        String::from_utf8(run.output().unwrap().stdout).unwrap()
    };
    // In winter Berlin is at UTC+1: Kolkata's 9 to 17 is 04:30 to 12:30 there, its night 17:30 to 01:30. A
    // character is half an hour.
    let night = |off: usize| "░".repeat(3) + &" ".repeat(off);
    let stated = night(6) + &"▒".repeat(9) + &"█".repeat(7) + &" ".repeat(10) + &"░".repeat(13);
    let later = night(7) + &"▒".repeat(16) + &" ".repeat(9) + &"░".repeat(13);
    let wide = page("100");
    let row = |page: &str, name: &str| {
        let mut rows = page.lines().filter(|line| line.starts_with(&format!("  {name}")));
        rows.find(|line| line.contains(['▒', '█']))
            .unwrap_or_else(|| panic!("no {name} in\n{page}"))
            .to_owned()
    };
    assert!(row(&wide, "Priya").contains(&stated), "{wide}");
    assert!(row(&wide, "½ h later").contains(&later), "{wide}");
    assert!(row(&wide, "½ h later").contains("09:30–17:30"), "{wide}");
    assert!(row(&wide, "with everyone").contains("09:00–12:30, 3½ h"), "{wide}");
    for columns in ["60", "80", "120", "200"] {
        let page = page(columns);
        for name in ["Ada", "everyone", "Priya", "with everyone", "½ h later"] {
            row(&page, name);
        }
        let widest = page.lines().map(|line| line.chars().count()).max();
        assert!(widest.is_some_and(|widest| widest <= columns.parse().unwrap()), "{columns}\n{page}");
    }
}

#[test]
fn an_affordable_shift_makes_it_fit() {
    // Only Ana counts, 12–20 UTC. Berlin shares three hours with her in summer: an hour later makes it four.
    let (code, answer) = fit(&Desk::new(), &["--zone", "Europe/Berlin", "--with", "Ana"]);
    assert_eq!((code, &answer["result"], &answer["shift"]), (Some(0), &json!("fits-with-shift"), &json!(60)));
    assert_eq!((&answer["hours"], &answer["trap"]), (&json!("10:00-18:00 Mon-Fri"), &Value::Null));
    // What is asked of whoever joins is their own shift too.
    assert_eq!(answer["asked"], json!({ "anybody": 0, "candidate": 60, "others": [] }));
    assert_eq!(answer["changes"], json!([{ "kind": "only", "required": [{ "name": "Ana" }] }]));
    let required: Vec<&Value> =
        answer["teammates"].as_array().unwrap().iter().map(|mate| &mate["required"]).collect();
    assert_eq!(required, [true, false, false]);
}

#[test]
fn one_more_like_a_member_fits_and_others_may_give_more() {
    let (code, answer) = fit(&Desk::new(), &["--zone", "Europe/Berlin", "--name", "Dora"]);
    assert_eq!((code, &answer["result"], &answer["shift"]), (Some(0), &json!("fits"), &Value::Null));
    // In summer an hour is missing with Ana: 15 minutes of Ben and Dora and 45 of Ana cost less than 30 of
    // each.
    let others = json!([{ "name": "Ana", "minutes": 45 }]);
    assert_eq!(answer["asked"], json!({ "anybody": 30, "candidate": 15, "others": others }));
    let moves = |season: usize| answer["plan"][season]["moves"].as_array().unwrap();
    let moved: Vec<_> = moves(1).iter().map(|one| (one["name"].as_str().unwrap(), &one["shift"])).collect();
    assert_eq!(moved, [("Ana", &json!(-45)), ("Ben", &json!(15)), ("Dora", &json!(15))]);
    assert_eq!((&answer["plan"][0], &answer["plan"][2]), (&Value::Null, &Value::Null));
    let page = Desk::new()
        .run(&[&["fit", "three.csv", "--zone", "Europe/Berlin", "--name", "Dora"], &YEAR[..]].concat());
    let words = page.answered().out.split_whitespace().collect::<Vec<_>>().join(" ");
    for said in [
        "The plan of the team would ask Dora to move by up to 15 min and Ana by up to 45 min; now nobody has to move by more \
         than ½ h.",
        "28 Mar – 30 Oct Ana 08:15–16:15 45 min earlier",
        "Dora 09:15–17:15 15 min later",
    ] {
        assert!(words.contains(said), "no `{said}` in\n{words}");
    }
}

#[test]
fn the_plan_of_the_team_can_make_somebody_fit() {
    // London and Berlin overlap; New York shares two hours with Berlin, and two of it make four. Where its
    // day may be moved by one hour only, Berlin moves as well.
    let desk = Desk::with("team.csv", "name,zone\nBen,Europe/Berlin\n");
    let line = ["fit", "team.csv", "--zone", "America/New_York", "--max-shift", "1h", "--name", "Nia"];
    let ran = desk.run(&[&line[..], &YEAR, &["--format", "json"]].concat());
    let answer = ran.json();
    assert_eq!(
        (ran.code, &answer["result"], &answer["shift"]),
        (Some(0), &json!("fits-with-shift"), &Value::Null)
    );
    let others = json!([{ "name": "Ben", "minutes": 60 }]);
    assert_eq!(answer["asked"], json!({ "anybody": 0, "candidate": 60, "others": others }));
    let page = desk.run(&[&line[..], &YEAR].concat()).answered().out;
    assert!(page.contains("FITS WITH A SHIFT, by the plan of the team"), "{page}");
    let words = page.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(
        words.contains("Ben 10:00–18:00 1 h later") && words.contains("Nia 08:00–16:00 1 h earlier"),
        "{page}"
    );
}

#[test]
fn hours_days_and_names_are_read_as_in_a_roster() {
    let line = ["--hours", "9am-5pm", "--days", "Mon-Thu", "--with", "ben,Chloé", "--format", "json"];
    let ran = Desk::new().run(&[&["fit", "three.csv", "--zone", "utc-3"], &YEAR[..], &line].concat());
    assert_eq!(ran.err, "tzplan: --zone `utc-3`: the offset UTC-03:00 does not follow clock changes\n");
    let answer = ran.json();
    assert_eq!(answer["candidate"]["hours"], "09:00-17:00 Mon-Thu");
    assert_eq!(answer["candidate"]["zone"], "UTC-03:00");
    // 12–20 UTC: four hours with Chloé in summer, three with Ben.
    assert_eq!(answer["peers"], 1);
}

#[test]
fn faults_of_all_flags_are_told_at_once() {
    let desk = Desk::new();
    let ran =
        desk.run(&["fit", "three.csv", "--zone", "Europe/Berln", "--hours", "25-26", "--days", "Funday"]);
    for words in
        ["--zone `Europe/Berln`", "did you mean Europe/Berlin?", "--hours `25-26`", "--days `Funday`"]
    {
        assert!(ran.err.contains(words), "no `{words}` in {}", ran.err);
    }
    ran.refused("--zone");
    desk.run(&["fit", "three.csv", "--zone", "UTC", "--with", "Bem"]).refused("did you mean Ben?");
    desk.run(&["fit", "three.csv", "--zone", "UTC", "--hours", "Mon 9-17", "--days", "Tue"])
        .refused("names days");
    desk.run(&["fit", "three.csv"]).refused("--zone");
    desk.run(&["fit", "three.csv", "--zone", "UTC", "--top", "3"]).refused("--candidates");
}

#[test]
fn what_if_changes_apply_first() {
    let desk = Desk::new();
    let (_, without) = fit(&desk, &["--zone", "Asia/Tokyo", "--without", "Ana"]);
    assert_eq!(without["teammates"].as_array().unwrap().len(), 2);
    assert_eq!(without["changes"], json!([{ "kind": "without", "name": "Ana" }]));
}

#[test]
fn a_name_steers_nothing() {
    let nasty = "\u{1b}[31mEve\u{7}\u{202e}x";
    let desk = Desk::new();
    for format in ["text", "json"] {
        let line = [
            "fit",
            "three.csv",
            "--zone",
            "Asia/Tokyo",
            "--name",
            nasty,
            "--format",
            format,
            "--color",
            "never",
        ];
        let ran = desk.run(&[&line[..], &YEAR].concat()).checked_clean();
        assert_eq!((ran.code, ran.err.as_str()), (Some(1), ""));
        assert!(!ran.out.contains("\\u001b"));
    }
}

/// `--hours '9am-5pm ET'` is `--hours 9am-5pm --hours-in`, and a zone may have its hours behind it, as in
/// `--add`.
#[test]
fn hours_may_stand_behind_the_zone_and_name_their_clock() {
    let desk = Desk::new();
    let same = |one: &[&str], other: &[&str]| assert_eq!(fit(&desk, one), fit(&desk, other), "{one:?}");
    same(
        &["--zone", "Europe/Paris", "--hours", "9am-5pm ET"],
        &["--zone", "Europe/Paris", "--hours", "9-17", "--hours-in", "America/New_York"],
    );
    same(&["--zone", "Europe/Paris 10-18 Mon-Thu"], &["--zone", "Europe/Paris", "--hours", "10-18 Mon-Thu"]);
    same(
        &["--zone", "Europe/Paris, 10-18", "--days", "Tue"],
        &["--zone", "Europe/Paris", "--hours", "10-18 Tue"],
    );
    same(
        &["--zone", "Europe/Paris", "--hours", "10-18 CET"],
        &["--zone", "Europe/Paris", "--hours", "10-18"],
    );
    for (line, naming) in [
        (&["--zone", "Europe/Paris 10-18", "--hours", "9-17"][..], "so does --hours"),
        (&["--zone", "Europe/Paris", "--hours", "10-18 JST", "--hours-in", "UTC"], "--hours-in `UTC`"),
        (&["--zone", "Europe/Paris 10-"], "`10-`"),
        (&["--zone", "Europe/Paris", "--hours", "9-18 IST"], "`IST` may be India"),
    ] {
        desk.run(&[&["fit", "three.csv"], line].concat()).refused(naming);
    }
    // Of regions as well: the same as with the clock in a flag of its own.
    let regions =
        |more: &[&str]| desk.json(&["regions"], "three.csv", &[&["--country", "JP"], more].concat());
    assert_eq!(regions(&["--hours", "9-17 JST"]), regions(&["--hours", "9-17", "--hours-in", "Asia/Tokyo"]));
    desk.run(&["regions", "three.csv", "--hours", "9-17 JST", "--hours-in", "UTC"])
        .refused("names a clock itself");
}

/// Lisbon's day begins an hour after that of the Berliners and ends an hour later; Denver's begins at 16:00
/// there, Los Angeles' at 17:00.
#[test]
fn who_fits_a_pod_is_told_why_and_has_their_own_week() {
    let team =
        "name,zone\nBen,Europe/Berlin\nZoe,Europe/Paris\nMia,America/Los_Angeles\nLou,America/Denver\n";
    let desk = Desk::with("r.csv", team);
    let text = desk.year(&["fit"], "r.csv", &["--name", "Rui", "--zone", "Europe/Lisbon"]).answered().out;
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    for told in [
        "FITS: works with 2 of 4 (pod 1)",
        "can join pod 1 (Ben and Zoe): the target is met with all of it. That is why it is a yes: a pod works \
         together, and in writing with everybody else. The other 2 teammates are not in that pod; Rui shares too \
         little with 2 of 4 teammates:",
        // While only America is forward, an hour earlier.
        "On the clock in Lisbon: all of pod 1 09:00–16:00. With each: Ben and Zoe 09:00–16:00 · Mia \
         16:00–17:00 on 14 Mar – 27 Mar, 31 Oct – 6 Nov · Lou 16:00–17:00; on 14 Mar – 27 Mar, 31 Oct – 6 Nov \
         15:00–17:00.",
    ] {
        assert!(text.contains(told), "no `{told}` in:\n{text}");
    }
}

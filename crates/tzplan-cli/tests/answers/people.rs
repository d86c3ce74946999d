//! What a roster says of people beside zone and hours: how far a day may be moved, stays short and long; and
//! a candidate whose hours are on another clock. In summer São Paulo's 9–17 is 12–20 UTC and Berlin's 7–15:
//! three hours shared, in winter four.

use crate::support::shape::{self, assert_shape};
use crate::support::{Desk, YEAR};
use serde_json::{Value, json};

/// The plan of Ana in São Paulo, whose day does not move, and Ben in Berlin with a flex.
fn with_flex(flex: &str, flags: &[&str]) -> Value {
    let roster =
        format!("name,zone,hours,flex\nAna,America/Sao_Paulo,9-17,0\nBen,Europe/Berlin,9-17,{flex}\n");
    Desk::with("two.csv", roster).json(&[], "two.csv", flags)
}

fn moves_in_summer(plan: &Value) -> Vec<(&str, i64)> {
    let moves = plan["seasons"][1]["plan"]["moves"].as_array().unwrap();
    moves.iter().map(|one| (one["name"].as_str().unwrap(), one["shift"].as_i64().unwrap())).collect()
}

#[test]
fn a_day_moves_as_far_as_its_flex_says() {
    // An hour is enough, and Ana stays.
    let plan = with_flex("1h", &[]);
    assert_shape(&plan, &shape::plan());
    assert_eq!(plan["verdict"]["model"], "overlap-with-shifts");
    let flex: Vec<&Value> =
        plan["members"].as_array().unwrap().iter().map(|member| &member["flex"]).collect();
    assert_eq!(flex, [&json!(0), &json!(60)]);
    // Flex counts instead of the policy, be it longer or shorter.
    assert_eq!(with_flex("1:00", &["--max-shift", "30m"])["verdict"]["model"], "overlap-with-shifts");
    for short in ["45m", "0"] {
        assert_eq!(with_flex(short, &[])["verdict"]["model"], "async", "{short}");
    }
    // Nothing stated: the policy.
    assert_eq!(with_flex("", &[])["verdict"]["model"], "overlap-with-shifts");
    assert_eq!(with_flex("", &[])["members"][1]["flex"], Value::Null);
    assert_eq!(with_flex("", &["--max-shift", "30m"])["verdict"]["model"], "async");
    // What somebody is changed to do keeps their flex.
    let moved = with_flex("45m", &["--move", "Ben=Europe/Paris", "--hours-of", "Ben=9-17"]);
    assert_eq!((&moved["members"][1]["flex"], &moved["verdict"]["model"]), (&json!(45), &json!("async")));
}

/// People keep the place that was typed; it decides nothing.
#[test]
fn places_are_shown_as_they_were_typed() {
    let desk = Desk::with(
        "team.csv",
        "name,city,hours\nAsha,Bangalore,9-17\nBud,\"Austin, TX\",9-17\nCem,Europe/Istanbul,9-17\nDee,Asia/Kolkata,9-17\n",
    );
    let plan = desk.json(&[], "team.csv", &["--add", "Eve=Mumbai", "--add", "Flo=Asia/Kolkata"]);
    let places: Vec<&Value> = plan["members"].as_array().unwrap().iter().map(|one| &one["place"]).collect();
    assert_eq!(
        places,
        [
            &json!("Bangalore"),
            &json!("Austin, TX"),
            &Value::Null,
            &Value::Null,
            &json!("Mumbai"),
            &Value::Null
        ]
    );
    let page = desk.run(&[&["team.csv"][..], &YEAR].concat()).answered().out;
    assert!(page.contains("Bangalo") && page.contains("Austin") && page.contains("Istanbul"), "{page}");
    assert!(!page.contains("Chicago"), "{page}");
    // Whoever lives elsewhere lives where the zone says.
    let moved = desk.json(&[], "team.csv", &["--move", "Asha=Europe/Lisbon", "--move", "Bud=+1h"]);
    assert_eq!(
        (&moved["members"][0]["place"], &moved["members"][1]["place"]),
        (&Value::Null, &json!("Austin, TX"))
    );
    let fit = ["fit", "team.csv", "--zone", "Mumbai", "--name", "Gita"];
    let page = desk.run(&[&fit[..], &YEAR].concat()).out;
    assert!(page.contains("Gita in Mumbai"), "{page}");
    let answer = desk.run(&[&fit[..], &YEAR, &["--format", "json"]].concat()).json();
    assert_eq!(
        (&answer["candidate"]["place"], &answer["candidate"]["zone"]),
        (&json!("Mumbai"), &json!("Asia/Kolkata"))
    );
    desk.file("pool.csv", "name,zone\nHana,Pune\nIvo,Europe/Zagreb\n");
    let pool = desk.json(&["fit"], "team.csv", &["--candidates", "pool.csv"]);
    let mut places: Vec<&Value> =
        pool["ranked"].as_array().unwrap().iter().map(|one| &one["place"]).collect();
    places.sort_by_key(ToString::to_string);
    assert_eq!(places, [&json!("Pune"), &Value::Null]);
}

#[test]
fn whoever_can_move_is_asked() {
    let asked = with_flex("2h", &[]);
    let moves = moves_in_summer(&asked);
    assert!(moves.iter().all(|(name, shift)| *name == "Ben" && (60..=120).contains(shift)), "{moves:?}");
}

#[test]
fn a_flex_that_cannot_be_read_is_a_fault() {
    let desk = Desk::with("bad.csv", "name,zone,Max shift\nAna,UTC,1 day\nBen,UTC,90\n");
    let said = desk.run(&["check", "bad.csv"]).out;
    for part in ["bad-flex", "`1 day` is no length of time", "`90` is no length of time", "90m"] {
        assert!(said.contains(part), "{part}: {said}");
    }
}

#[test]
fn a_short_stay_is_told_and_cuts_no_season() {
    let roster = |stay: &str| {
        let rows = format!("name,zone,hours\nAna,Europe/Paris,9-17\nBen,Europe/Berlin{stay},9-17\n");
        let desk = Desk::with("two.csv", rows);
        (desk.json(&[], "two.csv", &[]), desk.year(&[], "two.csv", &[]).answered().out)
    };
    let (at_home, page) = roster("");
    assert_eq!(at_home["stays"], json!([]));
    assert!(!page.contains("Short stays"), "{page}");
    // Ten working days in Tokyo: nine to five there is 01:00 to 09:00 in Paris.
    let (away, page) = roster("; Asia/Tokyo from 2027-02-01 to 2027-02-14");
    assert_shape(&away, &shape::plan());
    assert_eq!(away["seasons"], at_home["seasons"]);
    assert_eq!(
        away["stays"],
        json!([{
            "name": "Ben", "members": 1, "zone": "Asia/Tokyo", "first": "2027-02-01", "last": "2027-02-14",
            "shared_minutes": 0, "usual_shared_minutes": 4800,
        }])
    );
    let page = page.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(page.contains("Short stays Ben in Tokyo from 1 Feb to 14 Feb: over these dates everyone shares nothing; without short stays it would be 80 h."), "{page}");
    // 42 days are short, 43 cut a season, and a move for good does even in the last week.
    let seasons = |stay: &str| roster(stay).0["seasons"].as_array().unwrap().len();
    assert_eq!(
        seasons("; Asia/Tokyo from 2027-02-01 to 2027-03-14"),
        at_home["seasons"].as_array().unwrap().len()
    );
    assert_eq!(
        seasons("; Asia/Tokyo from 2027-02-01 to 2027-03-15"),
        at_home["seasons"].as_array().unwrap().len() + 2
    );
    assert_eq!(seasons("; Asia/Tokyo from 2027-11-15"), at_home["seasons"].as_array().unwrap().len() + 1);
}

/// 10–18 in New York is 15–23 UTC in winter: 20:30 to 04:30 in Kolkata, six and a half hours of it after
/// 22:00. From New York it is all at day, and the same hours.
#[test]
fn a_candidates_hours_may_be_on_another_clock() {
    let desk = Desk::with("us.csv", "name,zone,hours\nAda,America/New_York,10-18\n");
    let fit = |zone: &str| {
        let flags = ["--zone", zone, "--hours", "10-18", "--hours-in", "America/New_York"];
        desk.json(&["fit"], "us.csv", &flags)
    };
    let (kolkata, new_york) = (fit("Asia/Kolkata"), fit("America/New_York"));
    for answer in [&kolkata, &new_york] {
        assert_eq!(answer["candidate"]["hours"], "10:00-18:00 Mon-Fri (America/New_York)");
        assert_eq!((&answer["result"], &answer["peers"]), (&json!("fits"), &json!(1)));
        assert_eq!(answer["after"]["min"], json!({ "minutes_per_week": 2400, "days": 5 }));
    }
    assert_eq!(kolkata["stated_night_minutes_per_week"], 5 * 390);
    assert_eq!(new_york["stated_night_minutes_per_week"], 0);
    let page = desk.run(
        &[&["fit", "us.csv", "--zone", "Asia/Kolkata", "--hours-in", "America/New_York"], &YEAR[..]].concat(),
    );
    assert!(page.answered().out.contains("(New York)"));
}

/// Teams of more people than are named one by one, of few schedules: groups are named then, whole.
#[test]
fn a_team_of_sixty_is_answered_by_every_command() {
    let cities = ["Berlin", "London", "Istanbul", "New York"];
    let row = |number: usize| format!("P{number},\"{}\",9-17\n", cities[number % 4]);
    let roster: String = std::iter::once("name,city,hours\n".to_owned()).chain((0..60).map(row)).collect();
    let desk = Desk::with("sixty.csv", roster);
    for command in [
        &[][..],
        &["fit", "--zone", "Lisbon"],
        &["fit", "--zone", "Tokyo"],
        &["meet"],
        &["meet", "--rotate", "6"],
        &["pods"],
        &["pairs"],
        &["coverage"],
        &["regions"],
        &["agreement"],
        &["year"],
    ] {
        for form in ["text", "markdown", "json"] {
            let (name, more) =
                command.split_first().map_or((&[][..], command), |(_, more)| (&command[..1], more));
            let flags = [more, &["--format", form]].concat();
            let ran = desk.year(name, "sixty.csv", &flags);
            assert!(matches!(ran.code, Some(0 | 1)), "{command:?} {form}: {}", ran.err);
            if command == ["fit", "--zone", "Lisbon"] && form != "json" {
                assert!(ran.out.contains("15 people in Istanbul (9–17)"), "{form}: {}", ran.out);
            }
        }
    }
}

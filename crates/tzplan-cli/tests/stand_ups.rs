//! Stand-ups of an agreement: what they cost whom, and whose turn it is.

#![allow(clippy::unwrap_used, reason = "a test that fails shall panic")]

mod support;

use serde_json::Value;
use support::{Desk, without_tags};

/// Minutes of a time of the day: `03:45` is 225.
fn minutes(time: &Value) -> i64 {
    let (hours, minutes) = time.as_str().unwrap().split_once(':').unwrap();
    hours.parse::<i64>().unwrap() * 60 + minutes.parse::<i64>().unwrap()
}

fn flat(text: &str) -> String {
    without_tags(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

fn everyones(desk: &Desk) -> Value {
    desk.json(&["agreement"], "r.csv", &[])["meetings"][0].clone()
}

/// 07:45 in Berlin is 17:45 in Sydney in winter (1 h 15 min past Olivia's day), on 18 Mondays until 22 March
/// and 3 from 1 November on; 16:45 on 29 March and 4, 11, 18 and 25 October (15 min past it); 15:45
/// otherwise.
#[test]
fn a_cost_that_is_not_the_same_on_all_dates_is_the_most_of_it() {
    let team =
        "name,zone,hours\nBen,Europe/Berlin,9-17\nArjun,Asia/Kolkata,10-18\nOlivia,Australia/Sydney,9-17\n";
    let desk = Desk::with("r.csv", team);
    assert_eq!(everyones(&desk)["time"], "07:45");
    for form in ["text", "markdown", "html"] {
        let text = flat(&desk.year(&["agreement"], "r.csv", &["--format", form]).answered().out);
        let told = "Ben 1 h 15 min longer and Olivia at most 1 h 15 min longer on 26 of 52 dates";
        assert!(text.contains(told), "{text}");
    }
}

/// Four who share nothing: half an hour holds half an hour of night at most, and every turn names who gives
/// it. Ben's clock is that of the turns: what they ask of his 9–17 is told by the time alone.
#[test]
fn turns_say_who_bears_what() {
    let team = "name,zone,hours\nBen,Europe/Berlin,9-17\nRavi,Asia/Kolkata,11-20\nTom,America/Chicago,9-17\n\
                Olga,Australia/Sydney,9-17\n";
    let desk = Desk::with("r.csv", team);
    let text = flat(&desk.year(&["agreement"], "r.csv", &[]).answered().out);
    assert!(text.contains("longer (at most ½ h of the meeting at night)"), "{text}");
    assert!(!text.contains("h at night and") && !text.contains("longer at night"), "{text}");
    let standup = everyones(&desk);
    let turns = standup["rotation"].as_array().unwrap();
    assert_eq!(turns.len(), 8);
    let mut at_night = 0;
    for turn in turns {
        let start = minutes(&turn["time"]);
        let (longer, night) = match start {
            ..540 => (540 - start, (360 - start).clamp(0, 30)),
            _ => ((start + 30 - 1020).max(0), (start + 30 - 1320).clamp(0, 30)),
        };
        let asked = turn["asked"].as_array().unwrap();
        let ben = asked.iter().find(|one| one["name"] == "Ben");
        assert_eq!(ben.map_or(0, |ben| ben["stretch"].as_i64().unwrap()), longer, "{turn}");
        assert_eq!(ben.map_or(0, |ben| ben["night"].as_i64().unwrap()), night, "{turn}");
        let from = text.find(&format!(" {} ", turn["time"].as_str().unwrap())).unwrap();
        for one in asked.iter().filter(|one| one["night"].as_i64() > Some(0)) {
            assert!(text[from..].contains(one["name"].as_str().unwrap()), "{turn}: {text}");
            at_night += 1;
        }
    }
    assert!(at_night > 0, "{text}");
    // Chicago is seven hours behind Berlin.
    assert!(text.contains("Tue 1 Dec 06:15 (Tom Mon 23:15 at night)"), "{text}");
}

/// Ana and Ben are there from 9 to 17, Max, who is optional, from 12 to 20: of the times that suit both the
/// earliest that suits Max too is noon.
#[test]
fn optional_people_are_spared_where_that_costs_nobody_required() {
    let team = "name,zone,hours,required\nAna,Europe/Berlin,9-17,yes\nBen,Europe/Berlin,9-17,yes\n\
                Max,Europe/Berlin,12-20,no\n";
    let desk = Desk::with("r.csv", team);
    let standup = everyones(&desk);
    assert_eq!((&standup["time"], &standup["clean"]), (&"12:00".into(), &true.into()));
    let meet = desk.json(&["meet"], "r.csv", &["--duration", "30m"]);
    assert_eq!(meet["slots"][0]["time"], "12:00");
    let names: Vec<&str> =
        standup["local"].as_array().unwrap().iter().map(|one| one["name"].as_str().unwrap()).collect();
    assert_eq!(names, ["Ana", "Ben", "Max"]);
    let text = flat(&desk.year(&["agreement"], "r.csv", &[]).answered().out);
    assert!(text.contains("Mon–Fri 12:00 Berlin · Ana, Ben and Max 12:00"), "{text}");
}

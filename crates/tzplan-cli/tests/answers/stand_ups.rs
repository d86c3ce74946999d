//! Stand-ups of an agreement: what they cost whom, and whose turn it is.

use crate::support::{Desk, without_tags};
use serde_json::Value;

fn flat(text: &str) -> String {
    without_tags(text).replace("**", "").split_whitespace().collect::<Vec<_>>().join(" ")
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

/// 12:00 UTC is 20:00 in Singapore, with its end 2½ h past 18:00; in New York 07:00 in winter, 2 h before nine,
/// and 08:00 in summer. More than 2 h is too much of A alone, but C would give, too, and B nothing: everybody's
/// time is told.
#[test]
fn who_would_give_no_more_than_may_be_asked_is_named_too() {
    let team = "name,zone,hours\nA,Asia/Singapore,9-18\nB,Europe/Berlin,9-18\nC,America/New_York,9-18\n";
    let desk = Desk::with("r.csv", team);
    let text =
        flat(&desk.run(&["agreement", "r.csv", "--from", "2026-11-30", "--home", "UTC"]).answered().out);
    let told = "The least bad would be Mon–Fri 12:00 UTC: A 20:00: 2½ h longer · B 13:00; from 28 Mar to 30 Oct \
                14:00 · C 07:00; from 14 Mar to 6 Nov 08:00: at most 2 h longer.";
    assert!(text.contains(told), "{text}");
    let json = desk.run(&["agreement", "r.csv", "--from", "2026-11-30", "--home", "UTC", "--format", "json"]);
    let least_bad = json.json()["meetings"][0]["least_bad"].clone();
    let times = |name: &str| {
        let local = least_bad["local"].as_array().unwrap().iter().find(|one| one["name"] == name).unwrap();
        let seasons = local["seasons"].as_array().unwrap().iter();
        seasons.map(|season| season["time"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    // Clocks change on 14 and 28 March, 31 October and 7 November.
    assert_eq!(times("A"), ["20:00"; 5]);
    assert_eq!(times("B"), ["13:00", "13:00", "14:00", "13:00", "13:00"]);
    assert_eq!(times("C"), ["07:00", "08:00", "08:00", "08:00", "07:00"]);
}

/// Kei's day is 3 to 11 UTC, Cy's 13 to 21, in summer 12 to 20. A meeting of half an hour that makes neither
/// longer by more than two hours in any week starts from 11 to 12:30 UTC in winter: Kei gives from half an hour
/// on, Cy too, every time. Ben, from 8 to 16 UTC, never does.
#[test]
fn turns_that_spare_nobody_are_not_taken() {
    let team = "name,zone,hours\nBen,Europe/Berlin,9-17\nKei,Asia/Tokyo,12-20\nCy,America/New_York,8-16\n";
    let desk = Desk::with("r.csv", team);
    for form in ["text", "markdown", "html"] {
        let text = flat(&desk.year(&["agreement"], "r.csv", &["--format", form]).answered().out);
        let told = "turns would not help: Kei and Cy give in all 8 weeks, for no time that may be \
                    asked of everybody is within their hours";
        assert!(text.contains(told), "{text}");
        assert!(!text.contains("so that nobody always gives") && !text.contains("in turns"), "{text}");
    }
    let text = flat(&desk.year(&["meet"], "r.csv", &["--duration", "30m", "--rotate", "4"]).answered().out);
    assert!(text.contains("give in all 4 weeks, for"), "{text}");
    // Where there is one time for all, a calendar holds it as a series.
    let calendar = desk.year(&["agreement"], "r.csv", &["--ics"]).answered().out;
    assert!(calendar.contains("RRULE:FREQ=WEEKLY"), "{calendar}");
}

/// Half past four in Berlin makes Tom's day longer, five o'clock Ben's: in steps of half an hour they take turns,
/// and nobody gives every time.
#[test]
fn turns_that_spare_somebody_are() {
    let team = "name,zone,hours,flex\nBen,Europe/Berlin,9-17,0\nTom,America/New_York,11-19,0\n";
    let desk = Desk::with("r.csv", team);
    let text =
        flat(&desk.year(&["agreement"], "r.csv", &["--max-shift", "1h", "--step", "30m"]).answered().out);
    assert!(text.contains("so that nobody always gives, in turns"), "{text}");
    assert!(!text.contains(" weeks, for "), "{text}");
}

/// Jerusalem sets its clocks forward on Friday 26 March, Europe on Sunday 28 March; both back on 31 October. From
/// Monday to Thursday nine o'clock in Berlin is always ten in Jerusalem: on the Friday and Saturday between it
/// would be eleven, and there is no stand-up then.
#[test]
fn dates_without_a_stand_up_have_no_time() {
    let team = "name,zone,hours\nBen,Europe/Berlin,9-17 Mon-Fri\nDana,Asia/Jerusalem,9-17 Sun-Thu\n";
    let desk = Desk::with("r.csv", team);
    for form in ["text", "markdown", "html"] {
        let text = flat(&desk.year(&["agreement"], "r.csv", &["--format", form]).answered().out);
        assert!(text.contains("Mon–Thu 09:00 Berlin · Ben 09:00 · Dana 10:00"), "{text}");
        // Core hours are of the same days.
        assert!(text.contains("09:00–16:00 Mon–Thu Berlin · Ben 09:00–16:00 · Dana 10:00–17:00"), "{text}");
        assert!(!text.contains("from 26 Mar to 27 Mar"), "{text}");
        assert!(!text.contains("new stand-up time") && !text.contains("new core hours"), "{text}");
    }
    let standup = everyones(&desk);
    for local in standup["local"].as_array().unwrap() {
        for season in local["seasons"].as_array().unwrap() {
            assert_ne!(season["first"], "2027-03-26", "{local}");
            assert_eq!(season["time"], if local["name"] == "Ben" { "09:00" } else { "10:00" }, "{local}");
        }
    }
}

/// Chicago is seven hours behind Berlin and Sydney up to ten ahead: whatever the hour, it is night for one of
/// them or hours beyond the day of another. Nothing is proposed, and what the least bad would cost is said.
#[test]
fn a_stand_up_that_asks_too_much_is_not_proposed() {
    let team = "name,zone,hours\nBen,Europe/Berlin,9-17\nRavi,Asia/Kolkata,11-20\nTom,America/Chicago,9-17\n\
                Olga,Australia/Sydney,9-17\n";
    let desk = Desk::with("r.csv", team);
    for form in ["text", "markdown", "html"] {
        let text = flat(&desk.year(&["agreement"], "r.csv", &["--format", form]).answered().out);
        assert!(text.contains("none. Every time is at night for somebody, more than 2 h outside"), "{text}");
        assert!(text.contains("The least bad would be"), "{text}");
        assert!(text.contains("Instead: the pod meets by itself; everybody writes a short update"), "{text}");
        assert!(!text.contains("in turns"), "{text}");
    }
    let standup = everyones(&desk);
    for key in ["days", "time", "rotation"] {
        assert_eq!(standup[key], Value::Null, "{standup}");
    }
    assert_eq!((&standup["local"], &standup["costs"]), (&Value::Array(vec![]), &Value::Array(vec![])));
    let costs = standup["least_bad"]["costs"].as_array().unwrap();
    let asked = |key: &str| costs.iter().filter_map(|cost| cost[key].as_i64()).max().unwrap();
    assert!(asked("night") > 0 || asked("stretch") > 120, "{standup}");
    // A calendar holds that of the pod alone.
    let calendar = desk.year(&["agreement"], "r.csv", &["--ics"]).answered().out;
    assert!(
        calendar.contains("Stand-up\\, pod 1") && !calendar.contains("Stand-up\\, everyone"),
        "{calendar}"
    );
    // With four hours to ask there may be some.
    let asked = desk.json(&["agreement"], "r.csv", &["--max-shift", "12h", "--night", "00:00-00:01"]);
    assert!(asked["meetings"][0]["time"].is_string(), "{}", asked["meetings"][0]);
}

/// 07:45 in Berlin: it is Ben's day that is made longer, and in his week of leave nobody's.
#[test]
fn who_is_off_gives_no_turn() {
    let team = "name,zone,hours,off\nBen,Europe/Berlin,9-17,2026-11-30 to 2026-12-04\n\
                Arjun,Asia/Kolkata,10-18,\nOlivia,Australia/Sydney,9-17,\n";
    let desk = Desk::with("r.csv", team);
    let turns = everyones(&desk)["rotation"].as_array().unwrap().clone();
    let mut given = 0;
    for turn in &turns {
        let asked: Vec<&str> =
            turn["asked"].as_array().unwrap().iter().map(|one| one["name"].as_str().unwrap()).collect();
        let date = turn["date"].as_str().unwrap();
        if ("2026-11-30"..="2026-12-04").contains(&date) {
            assert!(!asked.contains(&"Ben"), "{turn}");
        }
        given += usize::from(asked.contains(&"Ben"));
        // An hour beyond the best slot's 1 h 15 min would be more than may be asked.
        for one in turn["asked"].as_array().unwrap() {
            assert!(one["stretch"].as_i64() <= Some(120) && one["night"] == 0, "{turn}");
        }
    }
    assert!(given > 0, "{turns:?}");
}

/// Two weeks in Auckland are an exception: the stand-up stays that of the other fifty.
#[test]
fn a_short_stay_moves_no_stand_up() {
    let stay = |zone: &str| {
        let team = format!("name,zone,hours\nAna,Europe/Berlin,9-17\nDi,{zone},9-17\n");
        everyones(&Desk::with("r.csv", team))
    };
    let home = stay("Europe/Paris");
    let away = stay("Europe/Paris; Pacific/Auckland from 2027-01-11 to 2027-01-22");
    assert_eq!((&home["time"], &home["clean"]), (&"09:00".into(), &true.into()));
    assert_eq!(
        (&away["time"], &away["clean"], &away["costs"]),
        (&home["time"], &home["clean"], &home["costs"])
    );
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

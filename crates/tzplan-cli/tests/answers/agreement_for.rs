//! `tzplan agreement --for NAME`: what one person agrees to, on their own clock.

use crate::support::{Desk, without_tags};
use serde_json::{Value, json};

fn flat(text: &str) -> String {
    without_tags(text).replace("**", "").split_whitespace().collect::<Vec<_>>().join(" ")
}

fn world() -> Desk {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/world.csv");
    Desk::with("world.csv", std::fs::read_to_string(path).unwrap())
}

/// Half past three in Kolkata is eleven in Berlin in winter, noon in summer.
#[test]
fn every_time_is_on_their_clock() {
    let desk = world();
    for form in ["text", "markdown", "html"] {
        let text = flat(
            &desk.year(&["agreement"], "world.csv", &["--for", "Ravi", "--format", form]).answered().out,
        );
        for told in [
            "WORKING AGREEMENT for Ravi",
            "10:00–19:00 in Kolkata; all times on that clock",
            // Lena's day is 9 to 17 in Berlin: 12:30 to 20:30 in Kolkata in summer, 13:30 in winter.
            "13:30–19:00; from 28 Mar to 30 Oct 12:30–19:00 with Lena, Ioana and Priya (pod 1); write to the \
             others",
            "pod 1: Mon–Fri 13:30; from 28 Mar to 30 Oct 12:30; no time suits everyone",
            "Lena 13:30–19:00; from 28 Mar to 30 Oct 12:30–19:00",
            // New York begins at nine, 18:30 in Kolkata, while its summer lasts; Kolkata's clock never changes.
            "Noah 18:30–19:00 from 14 Mar to 6 Nov",
            "Sun 14 Mar: Noah 1 h earlier; back on Sun 7 Nov",
            "19:00 to Ana, Lena and Ioana",
            // Berlin and Bucharest go forward, São Paulo does not.
            "Sun 28 Mar: core hours 13:30–19:00 → 12:30–19:00, stand-up 13:30 → 12:30, Lena and Ioana 1 h \
             earlier; back on Sun 31 Oct",
        ] {
            assert!(text.contains(told), "{form}: no `{told}` in:\n{text}");
        }
        assert!(!text.contains("Hand-offs:") && !text.contains("Kolkata: Ravi"), "{text}");
    }
}

#[test]
fn it_fits_on_a_screen() {
    let desk = world();
    for name in ["Mia", "Noah", "Ana", "Lena", "Ioana", "Ravi", "Priya", "Jack"] {
        let text = desk.year(&["agreement"], "world.csv", &["--for", name]).answered().out;
        let lines = text.lines().count();
        assert!(lines <= 20, "{lines} lines for {name}:\n{text}");
    }
}

#[test]
fn programs_get_the_same_lists_with_their_entries() {
    let desk = world();
    let all = desk.json(&["agreement"], "world.csv", &[]);
    let one = desk.json(&["agreement"], "world.csv", &["--for", "Lena"]);
    assert_eq!((&all["for"], &one["for"]), (&Value::Null, &json!(["Lena"])));
    let named = |list: &Value, name: &str| -> Vec<Value> {
        list.as_array().unwrap().iter().filter(|one| one["name"] == name).cloned().collect()
    };
    for key in ["ask", "blocked", "night", "shifts", "peers"] {
        assert_eq!(one[key], Value::Array(named(&all[key], "Lena")), "{key}");
    }
    let core = |of: &Value| of["core_hours"].as_array().unwrap().clone();
    assert!(
        core(&one).iter().all(|season| season["pod"] == 0 && season["people"].as_array().unwrap().len() == 1)
    );
    assert_eq!(core(&one).len(), core(&all).iter().filter(|season| season["pod"] == 0).count());
    // Everyone's stand-up, which there is none of, and that of her pod.
    let pods: Vec<&Value> = one["meetings"].as_array().unwrap().iter().map(|one| &one["pod"]).collect();
    assert_eq!(pods, [&Value::Null, &json!(0)]);
    assert_eq!(one["meetings"][1]["local"], Value::Array(named(&all["meetings"][1]["local"], "Lena")));
    let handoffs = one["handoffs"].as_array().unwrap();
    assert!(!handoffs.is_empty());
    assert!(handoffs.iter().all(|one| one["from"] == json!(["Lena"]) || one["to"] == json!(["Lena"])));
    let dates: Vec<&Value> =
        one["clock_changes"].as_array().unwrap().iter().map(|one| &one["date"]).collect();
    assert_eq!(dates, ["2027-03-28", "2027-10-31"]);
    let csv = desk.year(&["agreement"], "world.csv", &["--for", "Lena", "--format", "csv"]).answered().out;
    assert!(csv.lines().skip(1).all(|line| line.starts_with("Lena,")), "{csv}");
}

#[test]
fn several_are_asked_for_by_first_names_and_near_misses_are_named() {
    let team =
        "name,zone\nMaya Lindqvist,Europe/Stockholm\nJonas Berg,Europe/Berlin\nJonas Holm,Europe/Paris\n";
    let desk = Desk::with("r.csv", team);
    let text =
        desk.year(&["agreement"], "r.csv", &["--for", "maya", "--for", "#3", "--for", "Maya"]).answered().out;
    assert!(text.contains("WORKING AGREEMENT for Maya Lindqvist and Jonas Berg"), "{text}");
    // First names where they are one person's.
    assert!(flat(&text).contains("with Maya and Jonas Holm"), "{text}");
    desk.run(&["agreement", "r.csv", "--for", "Jonas"]).refused("Jonas Berg");
    desk.run(&["agreement", "r.csv", "--for", "Mya Lindqvist"]).refused("did you mean Maya Lindqvist");
    desk.run(&["agreement", "r.csv", "--for", "Maya", "--ics"]).refused("cannot be used with");
}

/// Of those who are ever at work in one's hours it says when their clocks move and one's own does not: two whose
/// clocks change on one date move nothing between them, and somebody who is never there is not told of.
#[test]
fn it_says_when_the_clocks_of_those_one_reaches_move() {
    let clocks = |team: &str, home: &str, name: &str| {
        let desk = Desk::with("r.csv", format!("name,zone,hours\n{team}"));
        let line = ["agreement", "r.csv", "--from", "2026-11-23", "--home", home, "--for", name];
        let text = flat(&desk.run(&line).out);
        text.split_once("Clocks ").map(|(_, clocks)| clocks.to_owned()).unwrap_or_default()
    };
    let team =
        "Liz,Europe/London,8-18\nBen,Europe/Berlin,8-18\nKofi,Africa/Accra,8-18\nYui,Asia/Tokyo,9-11\n";
    let liz = clocks(team, "Europe/London", "Liz");
    assert!(liz.starts_with("Sun 28 Mar: your clock 1 h forward,"), "{liz}");
    assert!(!liz.contains("Ben") && !liz.contains("Kofi") && !liz.contains("Yui"), "{liz}");
    let kofi = clocks(team, "Africa/Accra", "Kofi");
    assert!(kofi.contains("Liz and Ben 1 h earlier; back on Sun 31 Oct"), "{kofi}");
    // Kolkata and Dubai: nothing ever moves; and whom nobody reaches, nobody is said to.
    let stay = clocks("Asha,Asia/Kolkata,9-17\nOmar,Asia/Dubai,9-17\n", "Asia/Kolkata", "Asha");
    assert!(
        stay.starts_with("your clock, core hours and stand-ups stay, and so do those whom you reach"),
        "{stay}"
    );
    let alone = clocks("Asha,Asia/Kolkata,9-17\nNia,America/New_York,9-12\n", "Asia/Kolkata", "Asha");
    assert!(alone.starts_with("your clock, core hours and stand-ups stay"), "{alone}");
    assert!(!alone.contains("reach") && !alone.contains("Nia"), "{alone}");
}

/// Ben 9–17 and Tom 9–17 seven hours later share one hour: nobody is in a pod.
#[test]
fn under_async_it_says_who_is_there_for_long_enough() {
    let team = "name,zone\nBen,Europe/Berlin\nTom,America/Chicago\nYui,Asia/Tokyo\n";
    let desk = Desk::with("r.csv", team);
    let text = flat(&desk.year(&["agreement"], "r.csv", &["--for", "Ben"]).answered().out);
    assert!(text.contains("with nobody for long enough; write"), "{text}");
    assert!(text.contains("Tom 16:00–17:00"), "{text}");
}

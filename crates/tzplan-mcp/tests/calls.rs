//! What calls are answered with: values that are worked by hand, the program's faults, bounds.

#![allow(clippy::unwrap_used, reason = "a test that fails shall panic")]

mod support;

use serde_json::{Value, json};
use support::{THREE, Talk};

/// Arguments about three people in the year from 23 November 2026, on Berlin's clock.
fn three(mut more: Value) -> Value {
    for (name, value) in [("roster", THREE), ("from", "2026-11-23"), ("home", "Europe/Berlin")] {
        more.as_object_mut().unwrap().entry(name).or_insert(value.into());
    }
    more
}

/// Ana works 13:00–21:00 in Berlin's winter and 14:00–22:00 in its summer, Ben 9–17, Chloé 11–19 (10–18 in
/// London): all share 13–17 in winter and 14–17 in summer.
#[test]
fn a_plan_holds_what_everyone_shares() {
    let mut talk = Talk::new(&[]);
    let plan = talk.answered("plan", three(json!({})));
    assert_eq!(plan["verdict"]["model"], "overlap-with-shifts", "{plan}");
    let seasons = plan["seasons"].as_array().unwrap().iter();
    let shared: Vec<&Value> = seasons.map(|season| &season["overlap"]["minutes_per_week"]).collect();
    assert_eq!(shared, [5 * 240, 5 * 180, 5 * 240], "{plan}");
    assert_eq!(plan["source"], "roster");
    // Without Ana 11–17 are shared all year.
    let without = talk.answered("plan", three(json!({"without": ["Ana"]})));
    assert_eq!(
        (&without["verdict"]["model"], &without["changes"][0]["kind"]),
        (&json!("overlap"), &json!("without"))
    );
    assert_eq!(talk.ended(), Some(0));
}

/// The form of the text changes; the structured content does not.
#[test]
fn the_text_is_the_same_json_or_a_page() {
    let mut talk = Talk::new(&[]);
    let result = talk.call("plan", three(json!({})));
    let text = result["content"][0]["text"].as_str().unwrap();
    assert_eq!(serde_json::from_str::<Value>(text).unwrap(), result["structuredContent"]);
    let page = talk.call("plan", three(json!({"format": "markdown"})));
    assert_eq!(page["structuredContent"], result["structuredContent"]);
    assert!(page["content"][0]["text"].as_str().unwrap().contains("if Ana starts ½ h earlier"), "{page}");
}

#[test]
fn every_fault_of_a_call_is_named_at_once() {
    let mut talk = Talk::new(&[]);
    let wrong = json!({"weeks": "four", "windows": 1, "move": "Ana=Lima", "max-shift": "1h", "colour": "red",
        "without": ["Ana", 3]});
    let refused = talk.refused("plan", wrong);
    let lines: Vec<&str> = refused.lines().collect();
    let expected = [
        "windows: write true or false",
        "move: write a list: [ … ]",
        "without[1]: write a text",
        "weeks: write a whole number",
        "max-shift: there is no such parameter — did you mean max_shift?",
        "roster: there is no team to ask about; give its text under `roster`, or hours under `against`",
    ];
    assert!(expected.iter().all(|line| lines.contains(line)), "{refused}");
    assert!(lines.iter().any(|line| line.starts_with("colour: there is no such parameter")), "{refused}");
    assert_eq!(lines.len(), expected.len() + 1, "{refused}");
}

#[test]
fn faults_of_a_roster_are_in_the_words_of_the_program() {
    let mut talk = Talk::new(&[]);
    let refused = talk.refused("plan", json!({"roster": "name,zone\nAna,Banglore\nBen,Berln\n"}));
    for part in ["--> roster:2:5", "--> roster:3:5", "tzplan: roster has 2 faults; nothing was planned"] {
        assert!(refused.contains(part), "{part}: {refused}");
    }
    let wrong =
        json!({"target": "4 bananas", "from": "soon", "weeks": 0, "reasonable": "\u{202e}7-21", "home": 3});
    let refused = talk.refused("plan", three(wrong));
    let lines: Vec<&str> = refused.lines().collect();
    assert_eq!(lines.len(), 5, "{refused}");
    assert_eq!(lines[0], "home: write a text");
    for (line, flag) in
        lines[1..].iter().zip(["--from <DATE>", "--weeks <N>", "--target <TIME>", "--reasonable <HOURS>"])
    {
        assert!(line.starts_with("error: invalid value '") && line.contains(flag), "{refused}");
    }
    assert!(!refused.contains('\u{202e}') && !refused.contains("--help"), "{refused}");
    let refused = talk.refused("plan", three(json!({"move": ["Eve=Lima"], "without": ["Bob"]})));
    assert!(
        refused.contains("nobody is called `Eve`") && refused.contains("nobody is called `Bob`"),
        "{refused}"
    );
}

/// `no` is an answer: exit code 1 of the program.
#[test]
fn what_is_answered_with_no_is_answered() {
    let mut talk = Talk::new(&[]);
    let zone = talk.answered("zones", json!({"query": "Xyzzyville"}));
    assert_eq!((&zone["zone"], &zone["how"]), (&Value::Null, &json!("unknown")));
    let fit = talk.answered("fit", three(json!({"zone": "Asia/Tokyo", "name": "Kim"})));
    assert_eq!(fit["candidate"]["name"], "Kim", "{fit}");
    // A value that begins with a dash is a value.
    let zone = talk.answered("zones", json!({"query": "-3"}));
    assert_eq!(zone["query"], "-3");
}

#[test]
fn further_files_come_as_texts() {
    let mut talk = Talk::new(&[]);
    let leave = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART;VALUE=DATE:20261224\r\n\
                 DTEND;VALUE=DATE:20261226\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
    // 24 and 25 December 2026 are a Thursday and a Friday.
    let plan = talk.answered("plan", three(json!({"off_ics": [{"name": "Ben", "text": leave}]})));
    assert_eq!(plan["days_off"]["people"], json!([{"name": "Ben", "members": 1, "days": 2}]));
    let pool = talk.answered("fit", three(json!({"candidates": "name,zone\nKim,Seoul\nLea,Madrid\n"})));
    assert_eq!(pool["ranked"][0]["name"], "Lea", "{pool}");
    let ledgers = json!(["name,minutes\nAna,120\n", "name,minutes\nBen,60\n"]);
    let turns = talk.answered("meet", three(json!({"rotate": 4, "ledger": ledgers})));
    assert_eq!(turns["weeks"].as_array().map(Vec::len), Some(4), "{turns}");
    let refused =
        talk.refused("plan", three(json!({"off_ics": [{"file": "leave.ics"}], "holidays_ics": [{}]})));
    assert!(refused.contains("off_ics[0]: file: there is no such parameter"), "{refused}");
    assert!(refused.contains("holidays_ics[0]: there is no calendar in it; give its text"), "{refused}");
}

#[test]
fn an_answer_that_is_too_long_says_what_to_ask_for() {
    let mut talk = Talk::new(&["--longest", "20000"]);
    let refused = talk.refused("coverage", three(json!({})));
    assert!(refused.contains("more than the 20000 that are handed over; ask for fewer `weeks`"), "{refused}");
    let short = talk.answered("coverage", three(json!({"weeks": 1})));
    assert_eq!(short["horizon"]["days"], 7);
}

/// The zone of the machine is the home, and its settings count.
#[test]
fn settings_of_the_environment_count() {
    let variables = [("TZ", "Asia/Kolkata"), ("TZPLAN_TARGET", "2h")];
    let mut talk = Talk::with_variables(&[], std::path::Path::new("."), &variables);
    let plan = talk.answered("plan", json!({"roster": THREE, "from": "2026-11-23"}));
    assert_eq!((&plan["horizon"]["home"], &plan["policy"]["target"]), (&json!("Asia/Kolkata"), &json!(120)));
    assert_eq!(plan["settings"][0], json!({"name": "target", "value": "2h", "from": "TZPLAN_TARGET"}));
}

/// A client loads the list of tools into every conversation; what explains the answers' keys is read apart.
#[test]
fn the_list_of_tools_is_short_and_texts_are_resources() {
    let mut talk = Talk::new(&[]);
    let tools = talk.tools();
    let length: usize = tools.iter().map(|tool| tool.to_string().len()).sum();
    assert!(length < 125_000, "{length}");
    let listed = talk.request("resources/list", json!({}));
    let resources = listed["result"]["resources"].as_array().unwrap().clone();
    for tool in &tools {
        let pointer = tool["outputSchema"]["description"].as_str().unwrap();
        for address in pointer.strip_prefix("What each key means: ").unwrap().split(", ") {
            assert!(resources.iter().any(|resource| resource["uri"] == address), "{address}");
            let read = talk.request("resources/read", json!({"uri": address}));
            let text = read["result"]["contents"][0]["text"].as_str().unwrap();
            let schema: Value = serde_json::from_str(text).unwrap();
            assert_eq!(schema["title"], format!("tzplan: {}", address.rsplit('/').next().unwrap()));
            assert!(text.contains("\"description\":\""), "{address}");
        }
    }
    let unknown = talk.request("resources/read", json!({"uri": "tzplan://schema/secret"}));
    assert!(unknown["error"]["message"].as_str().unwrap().contains("there is no such resource"), "{unknown}");
}

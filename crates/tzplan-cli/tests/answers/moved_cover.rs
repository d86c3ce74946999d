//! Whose day could be moved so that a service is covered.

use serde_json::json;

use crate::support::Desk;

fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// From 13:00 to 14:00 nobody is there.
const DESK: &str = "name,zone,hours\nAda,Europe/Berlin,8-13\nBen,Europe/Berlin,14-22\n";

#[test]
fn a_move_comes_before_a_hire() {
    let desk = Desk::with("r.csv", DESK);
    let service = ["--service", "Mon-Fri 8-22"];
    let text = words(&desk.year(&["coverage"], "r.csv", &service).answered().out);
    // An hour of Ada's alone moves the gap to eight; Ben's to nine in the evening.
    assert!(!text.contains("Ada works") && !text.contains("Ben works"), "{text}");
    // From nine on, Ada an hour later closes the gap.
    let service = ["--service", "Mon-Fri 9-22"];
    let text = words(&desk.year(&["coverage"], "r.csv", &service).answered().out);
    let told = "1 Ada works 09:00–14:00 Mon–Fri, 1 h later all year → 100% covered --move Ada=+1h";
    assert!(text.contains(told), "{text}");
    assert!(!text.contains("look where people keep"), "{text}");
    let json = desk.json(&["coverage"], "r.csv", &service);
    // 52 weeks of five hours.
    let moved =
        json!([{ "name": "Ada", "shift": 60, "gained_minutes": 52 * 5 * 60, "covered_thousandths": 1000 }]);
    assert_eq!(json["moves"], moved);
    let shown =
        words(&desk.year(&["coverage"], "r.csv", &["--service", "Mon-Fri 9-22", "--move", "Ada=+1h"]).out);
    assert!(shown.contains("COVERED 100%"), "{shown}");
    // Somebody whose day does not move is not asked.
    desk.file("r.csv", "name,zone,hours,flex\nAda,Europe/Berlin,8-13,0\nBen,Europe/Berlin,14-22,0\n");
    assert_eq!(desk.json(&["coverage"], "r.csv", &service)["moves"], json!([]));
}

/// New York's day is 14:00–22:00 in Berlin but from 14 to 27 March and from 31 October to 6 November, when it
/// is an hour earlier: 13:00 to 21:00. Weeks are from Monday to Sunday.
#[test]
fn an_ordinary_week_says_its_dates() {
    let desk = Desk::with("r.csv", "name,zone,hours\nTom,America/New_York,8-16\n");
    let text = words(&desk.year(&["coverage"], "r.csv", &[]).answered().out);
    let told =
        "At work in an ordinary week (23 Nov – 14 Mar, 29 Mar – 31 Oct and 8 Nov – 21 Nov), in Berlin time";
    assert!(text.contains(told), "{text}");
    let desk = Desk::with("r.csv", "name,zone,hours\nAda,Europe/Berlin,8-16\n");
    let text = words(&desk.year(&["coverage"], "r.csv", &[]).answered().out);
    assert!(text.contains("At work in an ordinary week (all year), in Berlin time"), "{text}");
}

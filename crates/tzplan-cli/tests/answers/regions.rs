//! `tzplan regions`: where to hire.

use crate::support::{Desk, YEAR};
use serde_json::{Value, json};

const TEAM: &str = "name,zone\nAda,America/New_York\nBen,America/New_York\n";

fn regions(more: &[&str]) -> Vec<Value> {
    let answer = Desk::with("team.csv", TEAM).json(&["regions"], "team.csv", more);
    answer["regions"].as_array().unwrap().clone()
}

fn of<'r>(regions: &'r [Value], zone: &str) -> &'r Value {
    let holds = |region: &&Value| region["zones"].as_array().unwrap().iter().any(|id| id == zone);
    regions.iter().find(holds).unwrap_or_else(|| panic!("no {zone}"))
}

#[test]
fn zones_with_equal_clocks_are_one_row_and_the_best_come_first() {
    let regions = regions(&[]);
    // Eight hours with each of two people; Detroit and Toronto keep New York's clock.
    assert_eq!(regions[0], *of(&regions, "America/New_York"));
    assert_eq!(of(&regions, "America/New_York"), of(&regions, "America/Toronto"));
    assert_eq!(regions[0]["worst_overlap_sum"], 960);
    assert_eq!(
        regions[0]["offsets"][0],
        json!({ "first": "2026-11-23", "last": "2027-03-13", "minutes": -300 })
    );
    let lima = of(&regions, "America/Lima");
    assert_eq!((&lima["result"], &lima["worst_overlap_sum"]), (&json!("fits"), &json!(840)));
    assert_eq!(of(&regions, "Asia/Kolkata")["result"], "fits-async");
    // Berlin shares two hours, three while only the US have changed: two hours more are affordable.
    let berlin = of(&regions, "Europe/Berlin");
    assert_eq!((&berlin["result"], &berlin["shift"]), (&json!("fits-with-shift"), &json!(120)));
    // The bands stand apart.
    let bands: Vec<&Value> = regions.iter().map(|region| &region["result"]).collect();
    let mut sorted = bands.clone();
    sorted.sort_by_key(|band| {
        ["fits", "fits-with-shift", "fits-async"].iter().position(|known| *band == known)
    });
    assert_eq!(bands, sorted);
    // No row for Etc/GMT+12 alone.
    assert!(!regions.iter().any(|region| region["zones"] == json!(["Etc/GMT+12"])));
}

#[test]
fn hours_and_countries_narrow_it() {
    let brazil = regions(&["--country", "br"]);
    let zones: Vec<&Value> = brazil.iter().flat_map(|region| region["zones"].as_array().unwrap()).collect();
    assert!(
        zones.iter().any(|zone| **zone == "America/Sao_Paulo")
            && zones.iter().all(|zone| **zone != "America/Lima")
    );
    // Eight hours on New York's clock are eight with both wherever somebody lives; in Tokyo most of them are
    // night.
    let pacific = regions(&["--hours-in", "New York", "--country", "JP"]);
    assert_eq!((&pacific[0]["result"], &pacific[0]["worst_overlap_sum"]), (&json!("fits"), &json!(960)));
    assert_eq!(pacific[0]["night_minutes_per_week"], 5 * 8 * 60 - 2 * 5 * 60 + 5 * 60);
    let desk = Desk::with("team.csv", TEAM);
    let line = ["regions", "team.csv", "--hours", "9-17", "--hours-in", "New York", "--country", "JP"];
    let document = desk.json(&["regions"], "team.csv", &["--hours-in", "New York", "--country", "JP"]);
    assert_eq!(
        (&document["hours"], &document["hours_on"]),
        (&json!("09:00-17:00 Mon-Fri"), &json!("America/New_York"))
    );
    let page = desk.run(&[&line[..], &YEAR].concat()).answered().out;
    assert!(page.contains("on the clock of America/New_York"), "{page}");
    desk.run(&["regions", "team.csv", "--hours-in", "Nowhere"])
        .refused("--hours-in `Nowhere`: `Nowhere` is no place");
    // Nights in Tokyo are New York's days: 22–06 there is 13–21 UTC, seven hours of 14–22 and eight of 13–21.
    let nights = regions(&["--hours", "22-06", "--days", "Mon-Fri", "--country", "JP"]);
    assert_eq!((&nights[0]["result"], &nights[0]["worst_overlap_sum"]), (&json!("fits"), &json!(840)));
    Desk::with("team.csv", TEAM)
        .year(&["regions"], "team.csv", &["--country", "XX"])
        .refused("--country `XX`");
}

#[test]
fn csv_has_a_row_for_each_region() {
    let desk = Desk::with("team.csv", TEAM);
    let csv = desk.run(&[&["regions", "team.csv", "--format", "csv"], &YEAR[..]].concat()).answered().out;
    let mut lines = csv.lines();
    let header = "rank,zones,offsets,result,shift_minutes,plan_asks_minutes,others_asked_minutes,peers,worst_overlap_sum_minutes,night_minutes_per_week,p95_blocked_minutes,pods,bridges,relieves,country,population,hub";
    assert_eq!(lines.next(), Some(header));
    assert_eq!(lines.count(), regions(&[]).len());
    assert!(csv.contains("2026-11-23 -300; 2027-03-14 -240; 2027-11-07 -300,fits,,,,2,960,0,0"), "{csv}");
}

/// Two in Berlin and two in New York, who keep their days, share two or three hours: two pods.
const PODS: &str =
    "name,zone\nAda,Europe/Berlin\nBen,Europe/Berlin\nKai,America/New_York\nSam,America/New_York\n";

#[test]
fn small_regions_and_long_lists_are_shown_when_all_are_asked_for() {
    let desk = Desk::with("team.csv", TEAM);
    let page = |more: &[&str]| desk.run(&[&["regions", "team.csv"], &YEAR[..], more].concat()).answered().out;
    let (some, all) = (page(&[]), page(&["--all"]));
    // Fewer than 2,000 people live by Easter Island's clock, millions by Lima's.
    assert!(!some.contains("Easter") && some.contains("of fewer than 500,000 people (--all"), "{some}");
    assert!(all.contains("Easter") && !all.contains("--all"), "{all}");
    assert!(some.contains("New York City") && some.contains("Bogotá"), "{some}");
    // JSON has them all, those of equal rank by population.
    let all = regions(&[]);
    assert!(all.iter().any(|region| region["zones"][0] == "Pacific/Easter"));
    let lima = of(&all, "America/Lima");
    assert!(lima["population"].as_u64().unwrap() > 10_000_000 && lima["country"].is_string(), "{lima}");
    let rank = |region: &Value| {
        ["result", "peers", "worst_overlap_sum", "shift", "blocked_p95"].map(|key| region[key].clone())
    };
    let ties = all.windows(2).filter(|pair| rank(&pair[0]) == rank(&pair[1]));
    let people = |region: &Value| region["population"].as_u64().unwrap();
    let ties: Vec<_> = ties.map(|pair| people(&pair[0]) >= people(&pair[1])).collect();
    assert!(!ties.is_empty() && ties.iter().all(|sorted| *sorted));
}

#[test]
fn pods_that_a_hire_bridges_can_come_first() {
    let desk = Desk::with("team.csv", PODS);
    let flags = ["--sort", "bridges", "--max-shift", "0h"];
    let answer = desk.json(&["regions"], "team.csv", &flags);
    assert_eq!(
        (&answer["sort"], &answer["team_pods"]),
        (&json!("bridges"), &json!([["Ada", "Ben"], ["Kai", "Sam"]]))
    );
    let regions = answer["regions"].as_array().unwrap();
    // London shares an hour a day or more with both, Los Angeles with New York alone, Tokyo with neither.
    for (zone, bridges) in
        [("Europe/London", json!([0, 1])), ("America/Los_Angeles", json!([1])), ("Asia/Tokyo", json!([]))]
    {
        assert_eq!(of(regions, zone)["bridges"], bridges, "{zone}");
    }
    let bridged: Vec<usize> =
        regions.iter().map(|region| region["bridges"].as_array().unwrap().len()).collect();
    assert!(bridged.is_sorted_by(|a, b| a >= b) && bridged[0] == 2 && bridged.contains(&0));
    let page = desk.run(&[&["regions", "team.csv"], &YEAR[..], &flags].concat()).answered().out;
    for words in ["those that bridge most pods come first", "pod 2 is Kai", "1, 2"] {
        assert!(
            page.split_whitespace().collect::<Vec<_>>().join(" ").contains(words),
            "no `{words}` in\n{page}"
        );
    }
}

/// Jakarta keeps the same clock all year, and its zone comes first by its name.
#[test]
fn the_step_names_the_zone_of_the_place() {
    let desk = Desk::with("r.csv", "name,zone\nBao,Asia/Ho_Chi_Minh\nMai,Asia/Bangkok\n");
    let text = desk.run(&[&["regions", "r.csv"], &YEAR[..]].concat()).answered().out;
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    for (place, zone) in [("Ho Chi Minh City", "Asia/Ho_Chi_Minh"), ("Jakarta", "Asia/Jakarta")] {
        if let Some((_, step)) = words.split_once(&format!("in {place} →")) {
            let (_, named) = step.split_once("--zone ").unwrap();
            assert_eq!(named.split_whitespace().next(), Some(zone), "{text}");
        }
    }
    assert!(words.contains("in Ho Chi Minh City →") || words.contains("in Jakarta →"), "{text}");
}

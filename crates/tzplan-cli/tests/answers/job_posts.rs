//! What job posts ask for, without a file: `--against`, `--any`, `--offsets`. In UTC, winter first: Pacific
//! 9–17 is 17–01 and 16–00, New York 9–17 is 14–22 and 13–21, Berlin 9–17 is 8–16 and 7–15.

use crate::support::{ANALYSES, Desk, Ran, YEAR};
use serde_json::{Value, json};

fn run(line: &[&str]) -> Ran {
    Desk::new().run(&[line, &YEAR].concat())
}

fn answer(line: &[&str]) -> (Option<i32>, Value) {
    let ran = run(&[line, &["--format", "json"]].concat());
    assert_ne!(ran.code, Some(2), "{}", ran.err);
    (ran.code, ran.json())
}

/// "Must overlap 4h with Pacific 9–5."
#[test]
fn four_hours_with_pacific() {
    let post = ["fit", "--against", "Pacific 9\u{2013}5", "--target", "4h", "--zone"];
    // 14–22 all year: five hours, six in summer.
    let (code, bogota) = answer(&[&post[..], &["America/Bogota"]].concat());
    assert_eq!(
        (code, &bogota["result"], &bogota["worst_overlap_sum"]),
        (Some(0), &json!("fits"), &json!(300))
    );
    assert_eq!(bogota["teammates"][0]["name"], "Pacific");
    assert_eq!(bogota["source"], "Pacific 9\u{2013}5");
    // 12–20: three hours in winter. The hub does not move: an hour later is the candidate's.
    let (code, ana) = answer(&[&post[..], &["America/Sao_Paulo"]].concat());
    assert_eq!((code, &ana["result"], &ana["shift"]), (Some(0), &json!("fits-with-shift"), &json!(60)));
    let (code, berlin) = answer(&[&post[..], &["Europe/Berlin"]].concat());
    assert_eq!((code, &berlin["result"]), (Some(1), &json!("fits-async")));
}

#[test]
fn a_hub_stands_in_for_a_roster_under_every_command() {
    let hub = ["--against", "America/Los_Angeles 10-18 Mon-Thu"];
    let desk = Desk::new();
    for command in ANALYSES.into_iter().chain([&["plan"][..], &["meet"]]) {
        desk.run(&[command, &hub, &YEAR].concat()).answered();
    }
    desk.run(&[&["report", "--chart", "day"][..], &hub, &YEAR].concat()).answered();
    let plan = answer(&hub).1;
    let hub =
        json!({ "name": "Los Angeles", "zone": "America/Los_Angeles", "flex": 0, "minutes_per_week": 1920 });
    let read = &plan["members"][0];
    for key in ["name", "zone", "flex", "minutes_per_week"] {
        assert_eq!(read[key], hub[key], "{key}");
    }
    assert_eq!(plan["members"].as_array().unwrap().len(), 1);
}

#[test]
fn hours_that_nobody_gave_are_said() {
    // By the answer, as what a roster leaves open is.
    let ran = run(&["--against", "Europe/Berlin", "--format", "json"]);
    assert_eq!(ran.err, "");
    let message = "Berlin: no hours are given; read as 09:00-17:00 Mon-Fri";
    let assumed = json!({
        "code": "default-hours", "file": "--against Europe/Berlin", "rows": [], "count": 0, "message": message,
    });
    assert_eq!(ran.json()["assumptions"][0], assumed);
}

#[test]
fn a_file_and_hubs_are_two_teams() {
    let both = run(&["three.csv", "--against", "Europe/Berlin 9-17"]).refused("drop three.csv, or --against");
    assert!(both.err.contains("--add 'Hub=Europe/Berlin 9-17'"), "{}", both.err);
    run(&["fit", "--zone", "UTC"]).refused("ROSTER");
    run(&["fit", "three.csv", "--zone", "UTC", "--any"]).refused("--against");
    let faults = run(&["--against", "Nowhere 9-17", "--against", "UTC 9-44"]);
    faults.refused("--against `Nowhere 9-17`: ").refused("--against `UTC 9-44`: ");
}

/// "US or EU hours": one of two hubs is enough.
#[test]
fn one_of_two_hubs_is_enough() {
    let hubs = ["--against", "America/New_York 9-17", "--against", "Europe/Berlin 9-17"];
    let fit = |zone: &str, more: &[&str]| answer(&[&["fit"][..], &hubs, &["--zone", zone], more].concat());
    // 8–16: eight and seven hours with Berlin, two and three with New York.
    let (code, lagos) = fit("Africa/Lagos", &["--any"]);
    assert_eq!((code, &lagos["result"], &lagos["worst_overlap_sum"]), (Some(0), &json!("fits"), &json!(420)));
    assert_eq!(
        lagos["changes"],
        json!([{ "kind": "any-of", "hubs": ["New York", "Berlin"], "suits": "Berlin" }])
    );
    // 14–22: eight and seven hours with New York.
    let (_, lima) = fit("America/Lima", &["--any"]);
    assert_eq!(
        (&lima["changes"][0]["suits"], &lima["teammates"][0]["name"]),
        (&json!("New York"), &json!("New York"))
    );
    // Both are needed where nothing else is said: these two are no overlap team as they are.
    let (_, both) = fit("Africa/Lagos", &[]);
    assert_eq!((both["teammates"].as_array().unwrap().len(), &both["peers"]), (2, &json!(1)));

    let page = run(&[&["fit"][..], &hubs, &["--any", "--zone", "Africa/Lagos"]].concat());
    assert!(page.out.contains("New York or Berlin is enough: Berlin suits best"), "{}", page.out);

    let (_, regions) = answer(&[&["regions"][..], &hubs, &["--any"]].concat());
    assert_eq!(regions["hubs"], json!(["New York", "Berlin"]));
    let of = |id: &str| {
        let regions = regions["regions"].as_array().unwrap();
        regions
            .iter()
            .find(|region| region["zones"].as_array().unwrap().contains(&json!(id)))
            .unwrap()
            .clone()
    };
    assert_eq!(
        [of("Europe/Paris")["hub"].clone(), of("America/Lima")["hub"].clone()],
        [json!("Berlin"), json!("New York")]
    );
    assert_eq!(of("Europe/Paris")["worst_overlap_sum"], 480);
    // In New York's summer 21–05: two hours earlier are two hours with it.
    assert_eq!(of("Pacific/Auckland")["result"], "fits-async");
}

#[test]
fn a_pool_is_ranked_by_the_hub_that_suits_and_within_the_offsets() {
    let desk =
        Desk::with("pool.csv", "name,zone,email\nA,Africa/Lagos,a@x\nB,Asia/Tokyo,b@x\nC,America/Lima,c@x\n");
    desk.file("plain.csv", "name,zone\nA,Africa/Lagos\nB,Asia/Tokyo\nC,America/Lima\n");
    let hubs = ["--against", "America/New_York 9-17", "--against", "Europe/Berlin 9-17", "--any"];
    for pool in ["pool.csv", "plain.csv"] {
        for more in [&[][..], &["--top", "5"]] {
            let line =
                [&["fit", "--candidates", pool][..], &hubs, &YEAR, &["--format", "json"], more].concat();
            let ranked = desk.run(&line).answered().json();
            let rows: Vec<(&Value, &Value)> =
                ranked["ranked"].as_array().unwrap().iter().map(|row| (&row["name"], &row["hub"])).collect();
            let all = [("A", "Berlin"), ("C", "New York")].map(|(name, hub)| (json!(name), json!(hub)));
            assert_eq!(rows[..2], all.each_ref().map(|(name, hub)| (name, hub)), "{pool}");
            assert_eq!(rows.len(), 3);

            let within = desk.run(&[&line[..], &["--offsets", "-8..+2"]].concat()).answered().json();
            let rows: Vec<(&Value, &Value)> =
                within["ranked"].as_array().unwrap().iter().map(|row| (&row["name"], &row["row"])).collect();
            let left = [("A", 2), ("C", 4)].map(|(name, row)| (json!(name), json!(row)));
            assert_eq!(rows, left.each_ref().map(|(name, row)| (name, row)), "{pool}");
            assert_eq!(within["changes"][0], json!({ "kind": "offsets", "range": "-8..+2", "left_out": 1 }));
            assert_eq!(within["candidates"], 2);
        }
        // One hub alone.
        let line =
            ["fit", "--candidates", pool, "--against", "Europe/Berlin 9-17", "--offsets", "+9", "--top", "1"];
        let tokyo = desk.run(&[&line[..], &YEAR, &["--format", "json"]].concat()).answered().json();
        assert_eq!(
            (&tokyo["ranked"][0]["name"], &tokyo["ranked"][0]["row"]),
            (&json!("B"), &json!(3)),
            "{pool}"
        );
        let nobody = ["fit", "--candidates", pool, "--against", "Europe/Berlin 9-17", "--offsets", "-11"];
        let nobody = desk.run(&[&nobody[..], &YEAR, &["--format", "json"]].concat()).answered().json();
        assert_eq!(nobody["ranked"], json!([]), "{pool}");
    }
}

/// "UTC-8 to UTC+2": standard time counts, which is the lowest offset of a year.
#[test]
fn regions_within_a_range_of_offsets() {
    let hub = ["regions", "--against", "Europe/Berlin 9-17"];
    let (_, all) = answer(&hub);
    let standard = |region: &Value| {
        let offsets = region["offsets"].as_array().unwrap().iter();
        offsets.map(|dated| dated["minutes"].as_i64().unwrap()).min().unwrap()
    };
    let regions = |document: &Value| document["regions"].as_array().unwrap().clone();
    let expected: Vec<Value> =
        regions(&all).into_iter().filter(|region| (-480..=120).contains(&standard(region))).collect();
    for range in ["-8..+2", "UTC-8..UTC+2", "UTC-8 to UTC+2"] {
        let (_, within) = answer(&[&hub[..], &["--offsets", range]].concat());
        assert_eq!(regions(&within), expected, "{range}");
        assert_eq!(within["changes"], json!([{ "kind": "offsets", "range": "-8..+2" }]));
    }
    let holds =
        |id: &str| expected.iter().any(|region| region["zones"].as_array().unwrap().contains(&json!(id)));
    // Athens is three hours ahead in summer, Istanbul all year; Anchorage is eight behind in summer only.
    assert!(holds("Europe/Athens") && holds("America/Los_Angeles") && holds("America/Sao_Paulo"));
    assert!(!holds("Europe/Istanbul") && !holds("America/Anchorage"));
    // A candidate who may live anywhere in it.
    let fit = answer(&["fit", "--against", "Europe/Berlin 9-17", "--offsets", "CET +/- 2h"]).1;
    assert_eq!(fit["changes"][0]["range"], "-1..+3");
    assert!(fit["regions"].as_array().unwrap().iter().all(|region| (-60..=180).contains(&standard(region))));
    let half = answer(&["regions", "--against", "Europe/Berlin 9-17", "--offsets", "+5:30"]).1;
    assert!(half["regions"][0]["zones"].as_array().unwrap().contains(&json!("Asia/Kolkata")));
    assert!(regions(&half).iter().all(|region| standard(region) == 330));
}

#[test]
fn a_range_is_no_place_and_the_error_names_the_flag() {
    for (range, written) in [
        ("CET +/- 2h", "--offsets -1..+3"),
        ("UTC-8 to UTC+2", "--offsets -8..+2"),
        ("UTC-8..UTC+2", "--offsets -8..+2"),
        ("UTC+1 (\u{b1} 3 hours)", "--offsets -2..+4"),
        ("\u{b1}3h CET", "--offsets -2..+4"),
        ("UTC+5:30 \u{b1} 2h", "--offsets +3:30..+7:30"),
        ("within 3 hours of CET", "--offsets -2..+4"),
        ("between UTC-3 and UTC+3", "--offsets -3..+3"),
        ("EST \u{b1} 3h", "--offsets -8..-2 or +7..+13"),
        ("PST to EST", "--offsets -8..-5"),
    ] {
        let ran = run(&["fit", "three.csv", "--zone", range]).refused(written);
        assert!(!ran.err.contains("did you mean"), "{}", ran.err);
        let desk = Desk::with("cell.csv", format!("name,zone\nAna,{range}\n"));
        desk.run(&["cell.csv"]).refused(written);
    }
    for range in ["EMEA", "APAC"] {
        let ran = run(&["fit", "three.csv", "--zone", range]).refused("no place");
        assert!(!ran.err.contains("did you mean") && !ran.err.contains("--offsets"), "{}", ran.err);
    }
    let refused = |range: &str, naming: &str| {
        run(&["regions", "three.csv", "--offsets", range]).refused(naming);
    };
    refused("EST \u{b1} 3h", "several meanings; write -8..-2 or +7..+13");
    refused("EMEA", "it is no range of offsets from UTC; write it like -8..+2");
    refused("+2..-8", "write the smaller first: -8..+2");
    run(&["fit", "three.csv", "--zone", "UTC", "--offsets", "+1"]).refused("name one of the two");
}

/// From Kolkata a Pacific day is 12½ hours later: 21:30–05:30 is 16–00 UTC, seven hours of 17–01 in winter
/// and all of 16–00 in summer. From 22:00 on that is night: 7½ hours a day.
#[test]
fn a_move_beyond_twelve_hours_is_a_trap() {
    let (code, kolkata) =
        answer(&["fit", "--against", "America/Los_Angeles 9-17", "--target", "7h", "--zone", "Asia/Kolkata"]);
    assert_eq!((code, &kolkata["result"]), (Some(1), &json!("fits-async")));
    let trap = json!({
        "name": "candidate", "shift": 750, "hours": "21:30-05:30 Mon-Fri", "night_minutes_per_week": 2250, "share": 1.0
    });
    assert_eq!(kolkata["trap"], trap);
    let page =
        run(&["fit", "--against", "America/Los_Angeles 9-17", "--target", "7h", "--zone", "Asia/Kolkata"])
            .out;
    let words = page.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(
        words.contains("Shift trap: to fit would mean working 21:30–05:30 +1 Mon–Fri in Kolkata"),
        "{page}"
    );
}

/// `PST` is three times; the file's word for it counts in flags too.
#[test]
fn labels_mean_in_flags_what_they_are_said_to_mean() {
    let manila = ["--read-as", "PST=Asia/Manila"];
    let posts: [&[&str]; 3] = [
        &["fit", "--against", "PST 9-17", "--zone", "Asia/Manila"],
        &["fit", "--against", "Asia/Manila 9-17", "--zone", "PST"],
        &[
            "fit",
            "--against",
            "Asia/Manila 9-17",
            "--zone",
            "Asia/Manila",
            "--hours",
            "9-17",
            "--hours-in",
            "PST",
        ],
    ];
    for post in posts {
        let (code, fit) = answer(&[post, &manila].concat());
        assert_eq!((code, &fit["result"]), (Some(0), &json!("fits")), "{post:?}");
    }
    let offsets = ["fit", "--against", "Asia/Manila 9-17", "--offsets", "PST +/- 1h"];
    run(&offsets).refused("an abbreviation in it has several meanings");
    let (_, regions) = answer(&[&offsets[..], &manila].concat());
    assert_eq!(regions["changes"][0]["range"], "+7..+9");
    let added = ["--against", "Asia/Tokyo 9-17", "--add", "Bob=PST 9-17"];
    let (_, plan) = answer(&[&added[..], &manila].concat());
    assert_eq!(plan["members"][1]["zone"], "Asia/Manila");
}

//! Rosters of any bytes: an answer or a clear fault, never a panic, and nothing that steers a terminal.

use crate::support::{ANALYSES, Desk, THREE};
use serde_json::{Value, json};

/// The people of a roster that can be used.
#[track_caller]
fn people(content: impl AsRef<[u8]>) -> Vec<(String, String)> {
    let members = Desk::with("r.csv", content).json(&[], "r.csv", &[])["members"].clone();
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    members.as_array().unwrap().iter().map(|m| (text(&m["name"]), text(&m["zone"]))).collect()
}

fn ana_and_ben() -> Vec<(String, String)> {
    [("Äna", "Europe/Berlin"), ("Ben", "Asia/Tokyo")].map(|(n, z)| (n.to_owned(), z.to_owned())).into()
}

/// The codes of the faults of a roster, in order.
#[track_caller]
fn faults(content: impl AsRef<[u8]>) -> Vec<String> {
    let desk = Desk::with("r.csv", content);
    let check = desk.run(&["check", "r.csv", "--format", "json"]).checked_clean().json();
    for command in ANALYSES {
        let ran = desk.year(command, "r.csv", &[]).checked_clean();
        assert_eq!(ran.code == Some(2), check["ok"] == json!(false), "{command:?}: {}", ran.err);
    }
    desk.run(&["check", "r.csv"]).checked_clean();
    let faults = check["faults"].as_array().unwrap();
    faults.iter().map(|fault| fault["code"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn every_way_to_save_a_table() {
    let lines = ["name,zone", "Äna,Europe/Berlin", "Ben,Asia/Tokyo"];
    for (what, content) in [
        ("LF", lines.join("\n")),
        ("LF at the end", lines.join("\n") + "\n"),
        ("CRLF", lines.join("\r\n") + "\r\n"),
        ("CR", lines.join("\r") + "\r"),
        ("BOM", format!("\u{feff}{}", lines.join("\r\n"))),
        ("tabs", lines.join("\n").replace(',', "\t")),
        ("semicolons", lines.join("\n").replace(',', ";")),
        ("bars", lines.join("\n").replace(',', "|")),
        ("quotes", lines.join("\n").replace("Äna", "\"Äna\"")),
        ("blank lines", lines.join("\n\n\n") + "\n\n"),
        ("comments", format!("# a\n# b, c\n{}\n# d\n", lines.join("\n"))),
        ("blanks", lines.join("\n").replace(',', " , ")),
        ("headers in any case", lines.join("\n").replace("name,zone", "NAME,Time Zone")),
    ] {
        assert_eq!(people(content), ana_and_ben(), "{what}");
    }
}

#[test]
fn what_is_no_table_in_utf8_is_told() {
    let utf16 = |units: Vec<u8>, mark: [u8; 2]| [&mark[..], &units].concat();
    let little =
        "name,zone\nÄna,Europe/Berlin\n".encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<_>>();
    let big = "name,zone\nÄna,Europe/Berlin\n".encode_utf16().flat_map(u16::to_be_bytes).collect::<Vec<_>>();
    // Read all the same, and told.
    assert_eq!(faults(utf16(little.clone(), [0xff, 0xfe])), ["encoding"]);
    assert_eq!(faults(utf16(big.clone(), [0xfe, 0xff])), ["encoding"]);
    assert_eq!([faults(little), faults(big)], [["encoding"], ["encoding"]]);
    assert_eq!(faults(b"name,zone\n\xc4na,Europe/Berlin\n"), ["encoding"]);
    assert_eq!(faults(b"name,zone\nZo\xc3\xab,UTC\n\xc4na,Europe/Berlin\n"), ["not-utf8"]);
    assert_eq!(faults(b"PK\x03\x04\x14\x00\x06\x00"), ["bad-workbook"]);
    assert_eq!(faults(""), ["empty-file"]);
    assert_eq!(faults("\n\n\n"), ["empty-file"]);
    assert_eq!(faults("# only\n# comments\n"), ["empty-file"]);
    assert_eq!(faults("\u{feff}"), ["empty-file"]);
    assert_eq!(faults("name,zone\n"), ["no-rows"]);
    // Rows that are plain need no header; one alone may be a header that nobody knows.
    assert!(faults("Äna,Europe/Berlin\nBen,Asia/Tokyo\n").is_empty());
    assert_eq!(faults("Äna,Europe/Berlin\n"), ["no-zone-column"]);
    assert_eq!(faults("name,zone,tz\nÄna,Europe/Berlin,Asia/Tokyo\n"), ["duplicate-column"]);
    assert!(
        faults("name,zone\n\"Äna,Europe/Berlin\nBen,Asia/Tokyo\n").contains(&"unclosed-quote".to_owned())
    );
}

#[test]
fn binary_noise_never_panics() {
    // A generator of its own, so that a failure can be repeated.
    let mut state = 0x2026_1123_u64;
    for round in 0..24 {
        let mut noise = if round % 2 == 0 { b"name,zone,hours\n".to_vec() } else { Vec::new() };
        for _ in 0..2000 {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            noise.push((state >> 33) as u8);
        }
        let desk = Desk::with("r.csv", &noise);
        for line in [&["check", "r.csv"][..], &["check", "r.csv", "--format", "json"], &["r.csv"]] {
            desk.run(line).checked_clean();
        }
    }
}

#[test]
fn nul_bytes_are_no_part_of_a_name() {
    assert_eq!(people("name,zone\nÄ\0na\0,Europe/Berlin\nBen,Asia/Tokyo\n"), ana_and_ben());
}

#[test]
fn a_cell_of_a_megabyte() {
    let long = "x".repeat(1_000_000);
    assert_eq!(people(format!("name,zone\n{long},Europe/Berlin\n"))[0].0.len(), 1_000_000);
    let desk = Desk::with("r.csv", format!("name,zone\nAna,{long}\n"));
    let check = desk.run(&["check", "r.csv"]);
    assert_eq!(check.code, Some(1));
    // Cut around the fault, not repeated whole, five times over.
    assert!(check.out.len() < 20_000, "{} bytes", check.out.len());
    let refused = desk.year(&[], "r.csv", &[]).refused("unknown-zone");
    assert!(refused.err.len() < 20_000, "{} bytes", refused.err.len());
    let page = Desk::with("r.csv", format!("name,zone\n{long},Europe/Berlin\n{long},Asia/Tokyo\n"));
    for command in ANALYSES {
        let text = page.year(command, "r.csv", &[]).answered().out;
        assert!(text.lines().all(|line| line.chars().count() <= 80), "{command:?}");
    }
}

#[test]
fn ten_thousand_bad_rows_are_all_listed_in_order() {
    let rows: String = (0..10_000).map(|row| format!("p{row},Nowhere{row}\n")).collect();
    let desk = Desk::with("r.csv", format!("name,zone\n{rows}"));
    let check = desk.run(&["check", "r.csv", "--format", "json"]);
    assert_eq!(check.code, Some(1));
    let document = check.json();
    let found: Vec<_> = document["faults"].as_array().unwrap().iter().map(|f| f["row"].as_u64()).collect();
    assert_eq!(found, (2..10_002).map(Some).collect::<Vec<_>>());
    let text = desk.run(&["check", "r.csv"]).out;
    assert_eq!(text.matches("error[unknown-zone]").count(), 10_000);
    assert!(text.ends_with("not usable as it is (10000 errors)\n"));
    desk.year(&[], "r.csv", &[]).refused("r.csv has 10000 faults; nothing was planned");
}

#[test]
fn three_hundred_columns() {
    let extra = |text: &str| (0..298).map(|column| format!(",{text}{column}")).collect::<String>();
    let roster = format!("name{},zone\nAna{},Europe/Berlin\n", extra("c"), extra("x"));
    assert_eq!(people(&roster), [("Ana".to_owned(), "Europe/Berlin".to_owned())]);
    let check = Desk::with("r.csv", &roster).run(&["check", "r.csv"]).answered().out;
    assert!(check.contains("columns not used: c0") && check.len() < 1000, "{check}");
    // Rows shorter and longer than the header.
    for row in ["Ana", "Ana,Europe/Berlin,1,2,3,4,5", ",,,,,,,", "\"\""] {
        Desk::with("r.csv", format!("name,zone\n{row}\nBen,Asia/Tokyo\n"))
            .run(&["check", "r.csv"])
            .checked_clean();
    }
}

#[test]
fn rows_without_names_are_called_by_their_row() {
    let names: Vec<_> =
        people("name,zone\n,Europe/Berlin\n  ,Asia/Tokyo\n").into_iter().map(|(n, _)| n).collect();
    assert_eq!(names, ["row 2", "row 3"]);
    assert_eq!(people("zone\nEurope/Berlin\n")[0].0, "row 2");
}

#[test]
fn one_person_in_two_rows() {
    let roster = "name,zone,hours,email\nTina,Europe/Berlin,8-12,t@x.org\nTina,America/New_York,14-18, T@X.org \n\
                  Ben,Europe/London,9-17,\nCai,Europe/London,9-17,\n";
    let names: Vec<_> = people(roster).into_iter().map(|(name, _)| name).collect();
    assert_eq!(names, ["Tina", "Ben", "Cai"]);
    // Twenty hours of each.
    let plan = Desk::with("r.csv", roster).json(&[], "r.csv", &[]);
    assert_eq!(plan["members"][0]["minutes_per_week"], 40 * 60);
}

#[test]
fn the_same_rows_in_other_words_are_the_same_plan() {
    let words = "Name;Timezone;Start;End\nAna;America/Sao_Paulo;09:00;17:00\nBen;Europe/Berlin;9am;5pm\n\
                 Chloé;Europe/London;9;17:00\n";
    let desk = Desk::with("r.csv", words);
    let mut plan = desk.json(&[], "r.csv", &[]);
    plan["source"] = json!("three.csv");
    assert_eq!(plan, Desk::with("three.csv", THREE).json(&[], "three.csv", &[]));
}

//! `tzplan schema`: what the commands write is what the schemas say, judged by an independent validator.

use std::collections::BTreeMap;
use std::path::Path;

use crate::support::described::{let_pass, undescribed};
use crate::support::{Desk, YEAR};
use jsonschema::Validator;
use serde_json::{Value, json};

/// Keys that are there only where there is something to say.
const MAY_BE_ABSENT: [&str; 24] = [
    "a_names",
    "answered_by",
    "b_names",
    "changes",
    "date",
    "dates",
    "days_off",
    "from_names",
    "groups",
    "handoffs",
    "hub",
    "hubs",
    "left_out",
    "members",
    "minutes",
    "name",
    "never",
    "quorum",
    "row",
    "settings",
    "suits",
    "to_names",
    "without_quorum",
    "worst",
];

/// A night shift, days off, an optional member, half-hour zones, a part-timer, nobody in common.
const MIXED: &str = "name,zone,hours,days,team,role,required,off\n\
    Nora,Europe/Warsaw,22-06,Sun-Thu,Support,lead,,2026-12-24..2026-12-26\n\
    Kiran,Asia/Kathmandu,9-17,,Product,dev,yes,\n\
    Tess,America/St_Johns,\"9-12,13-17\",Mon-Thu,Product,,no,\n\
    Ruth,Pacific/Chatham,9-13,Sat;Sun,,,,\n";

/// What would fit with shifts that nobody can be asked for.
const FAR: &str = "name,zone\nMia,America/Los_Angeles\nBen,Europe/Berlin\nKeiko,Asia/Tokyo\n";

/// Two continents, and pods within them.
const HYBRID: &str = "name,zone\nMia,America/Los_Angeles\nLou,America/Denver\nBen,Europe/Berlin\nZoe,Europe/Paris\n\
    Ana,America/Sao_Paulo\n";

fn desk() -> Desk {
    let desk = Desk::new();
    for (name, roster) in [
        ("mixed.csv", MIXED),
        ("far.csv", FAR),
        ("hybrid.csv", HYBRID),
        ("near.csv", "name,zone\nBen,Europe/Berlin\nZoe,Europe/Paris\n"),
        ("drift.csv", "name,zone\nBen,Europe/Berlin\nNia,America/New_York\n"),
        ("one.csv", "name,zone\nSolo,Asia/Tokyo\n"),
        ("optional.csv", "name,zone,required\nA,Europe/Berlin,no\nB,Asia/Tokyo,no\n"),
        (
            "faults.csv",
            "name,zone,hours,zz\nAna,Nowhere/Land,9-17,\nBen,Europe/Berlin,17-17,x\nCai,UTC+5:30,9-17,\n",
        ),
        ("pool.csv", "name,zone\nRosa,America/Lima\n,Asia/Tokyo\nIda,Europe/Oslo\nDee,America/New_York\n"),
    ] {
        desk.file(name, roster);
    }
    desk
}

/// Lines with the name of the document that each writes.
fn lines() -> Vec<(&'static str, Vec<&'static str>)> {
    let mut lines: Vec<(&str, Vec<&str>)> = Vec::new();
    for roster in [
        "three.csv",
        "mixed.csv",
        "far.csv",
        "hybrid.csv",
        "near.csv",
        "drift.csv",
        "one.csv",
        "optional.csv",
    ] {
        lines.extend([
            ("plan", vec![roster]),
            ("windows", vec![roster, "--windows"]),
            ("windows", vec![roster, "--quorum", "1"]),
            ("year", vec!["year", roster]),
            ("pairs", vec!["pairs", roster]),
            ("pods", vec!["pods", roster]),
            ("agreement", vec!["agreement", roster]),
            ("coverage", vec!["coverage", roster]),
            ("fit", vec!["fit", roster, "--zone", "Asia/Tokyo", "--name", "Keiko"]),
            ("fit", vec!["fit", roster, "--zone", "Europe/London"]),
            ("pool", vec!["fit", roster, "--candidates", "pool.csv"]),
            ("meet", vec!["meet", roster, "--top", "3"]),
        ]);
    }
    lines.extend([
        (
            "plan",
            vec!["three.csv", "--move", "Ana=Europe/Lisbon", "--hours-of", "Ben=8-16", "--without", "Chloé"],
        ),
        ("plan", vec!["three.csv", "--add", "Max=Asia/Tokyo,10-18"]),
        // Two in São Paulo share three hours with each of two Europeans: pods with bridges.
        ("pods", vec!["pods", "three.csv", "--add", "Ada=America/Sao_Paulo"]),
        ("fit", vec!["fit", "three.csv", "--zone", "UTC", "--with", "Ben"]),
        ("pool", vec!["fit", "three.csv", "--candidates", "pool.csv", "--top", "1"]),
        ("regions", vec!["regions", "three.csv", "--country", "BR", "--country", "IN", "--country", "US"]),
        ("coverage", vec!["coverage", "mixed.csv", "--by", "team"]),
        ("coverage", vec!["coverage", "three.csv", "--by", "role"]),
        ("coverage", vec!["coverage", "mixed.csv", "--service", "8-20 Mon-Fri", "--at-least", "2"]),
        ("pairs", vec!["pairs", "mixed.csv", "--answered-by", "role=lead", "--answered-by", "team=Product"]),
        ("pairs", vec!["pairs", "mixed.csv", "--answered-by", "Nora"]),
        ("meet", vec!["meet", "three.csv", "--top", "3", "--quorum", "2"]),
        ("meet", vec!["meet", "mixed.csv", "--top", "3", "--duration", "4h"]),
        ("rotation", vec!["meet", "three.csv", "--rotate", "2"]),
        ("rotation", vec!["meet", "far.csv", "--rotate", "3", "--slots", "5"]),
        ("check", vec!["check", "three.csv"]),
        ("check", vec!["check", "faults.csv"]),
        ("zones", vec!["zones", "Bangalore"]),
        ("zones", vec!["zones", "Europe/Berlin"]),
        ("zones", vec!["zones", "London"]),
        ("zones", vec!["zones", "Poland"]),
        ("zones", vec!["zones", "Bavaria"]),
        ("zones", vec!["zones", "CET"]),
        ("zones", vec!["zones", "SFO"]),
        ("zones", vec!["zones", "UTC+5:30"]),
        ("zones", vec!["zones", "India Standard Time"]),
        ("zones", vec!["zones", "Central European Time"]),
        ("zones", vec!["zones", "Portland"]),
        ("zones", vec!["zones", "Banglore"]),
        ("zones", vec!["zones", ""]),
        ("zone-list", vec!["zones"]),
        ("init", vec!["init"]),
    ]);
    lines
}

/// Every document with the line that writes it.
fn documents(desk: &Desk) -> Vec<(&'static str, String, Value)> {
    let written = |(name, mut line): (&'static str, Vec<&'static str>)| {
        let told = line.join(" ");
        if name != "init" {
            line.extend(YEAR);
        }
        line.extend(["--format", "json"]);
        let ran = desk.run(&line);
        assert!(ran.code.is_some_and(|code| code < 2), "{told}: {}", ran.err);
        (name, told, ran.json())
    };
    lines().into_iter().map(written).collect()
}

fn schema(desk: &Desk, arguments: &[&str]) -> Value {
    let printed = desk.run(&[&["schema"], arguments].concat()).answered().out;
    serde_json::from_str(&printed).unwrap()
}

/// The names that may be asked for.
fn names(desk: &Desk) -> Vec<String> {
    let all = schema(desk, &[]);
    let name = |any: &Value| any["$ref"].as_str().unwrap().trim_start_matches("#/$defs/").to_owned();
    all["anyOf"].as_array().unwrap().iter().map(name).collect()
}

fn validator(schema: &Value) -> Validator {
    jsonschema::options().should_validate_formats(true).build(schema).unwrap()
}

#[test]
fn what_is_written_is_what_is_described() {
    let desk = desk();
    let schemas: BTreeMap<String, Value> =
        names(&desk).into_iter().map(|name| (name.clone(), schema(&desk, &[&name]))).collect();
    let validators: BTreeMap<&str, Validator> =
        schemas.iter().map(|(name, schema)| (name.as_str(), validator(schema))).collect();
    let any = validator(&schema(&desk, &[]));
    let documents = documents(&desk);
    for (name, line, document) in &documents {
        let faults: Vec<String> =
            validators[name].iter_errors(document).map(|e| format!("{}: {e}", e.instance_path())).collect();
        assert_eq!(faults, [""; 0], "{line}");
        assert!(any.is_valid(document), "{line}");
        assert_eq!(undescribed(document, &schemas[*name]), [""; 0], "{line}");
        assert_eq!(let_pass(document, &validators[name], &MAY_BE_ABSENT), [""; 0], "{line}");
    }
    assert!(schemas.keys().all(|name| documents.iter().any(|(written, ..)| written == name)), "{schemas:?}");
}

/// The lines above reach what a document holds only at times.
#[test]
fn the_documents_hold_what_is_rare() {
    let documents = documents(&desk());
    let holds = |name: &str, pointer: &str, is: &dyn Fn(&Value) -> bool| {
        let found = documents
            .iter()
            .filter(|(written, ..)| *written == name)
            .any(|(_, _, document)| document.pointer(pointer).is_some_and(is));
        assert!(found, "{name} {pointer}");
    };
    let there = |value: &Value| !value.is_null();
    for model in ["overlap", "overlap-with-shifts", "hybrid", "async"] {
        holds("plan", "/verdict/model", &|value| value == model);
    }
    for (name, pointer) in [
        ("plan", "/verdict/trap/moves/0"),
        ("plan", "/verdict/pods/0/0"),
        ("plan", "/verdict/reach/natural"),
        ("plan", "/verdict/standing/parts"),
        ("plan", "/verdict/isolated/0"),
        ("plan", "/seasons/0/pods/0"),
        ("plan", "/year/pods/0"),
        ("pods", "/isolated/0"),
        ("plan", "/verdict/binding/0"),
        ("plan", "/seasons/1/plan/moves/0"),
        ("plan", "/year/drift/0"),
        ("plan", "/days_off/people/0"),
        ("plan", "/verdict/steps/0/reaches/model"),
        ("plan", "/changes/2"),
        ("pairs", "/answered_by/1"),
        ("pairs", "/pairs/0/a_names/0"),
        ("pairs", "/waits/0/to_names/0"),
        ("pods", "/bridges/0"),
        ("fit", "/trap"),
        ("fit", "/pods/0"),
        ("fit", "/coverage_gained/0"),
        ("fit", "/changes/0/required/0"),
        ("pool", "/ranked/0/blocked_p95"),
        ("meet", "/slots/0/costs/0"),
        ("meet", "/slots/0/local/0/seasons/0"),
        ("rotation", "/ledger/0/weeks/0"),
        ("coverage", "/groups/1/segments/0"),
        ("zones", "/place/population"),
        ("zones", "/candidates/1"),
        ("check", "/faults/0/place"),
    ] {
        holds(name, pointer, &there);
    }
}

#[test]
fn every_schema_is_one_and_says_what_each_key_is() {
    let desk = desk();
    for name in names(&desk) {
        let schema = schema(&desk, &[&name]);
        assert!(jsonschema::meta::is_valid(&schema), "{name}");
        assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
        assert!(schema["description"].is_string() && schema["type"] == "object", "{name}");
        let definitions = schema["$defs"].as_object().into_iter().flatten().map(|(_, schema)| schema);
        for object in [&schema].into_iter().chain(definitions) {
            for (key, property) in object["properties"].as_object().into_iter().flatten() {
                assert!(
                    property.get("description").is_some() || property.get("const").is_some(),
                    "{name}: {key}"
                );
                let format = property.get("format").and_then(Value::as_str);
                assert!(matches!(format, None | Some("date" | "date-time")), "{name}: {key}");
            }
            // More keys may stand beside these.
            assert!(
                object.get("additionalProperties").is_none() && object.get("unevaluatedProperties").is_none()
            );
        }
    }
    assert!(jsonschema::meta::is_valid(&schema(&desk, &[])));
    let file = desk.path().join("s.json");
    desk.run(&["schema", "plan", "-o", "s.json"]).answered();
    assert_eq!(
        serde_json::from_slice::<Value>(&std::fs::read(file).unwrap()).unwrap(),
        schema(&desk, &["plan"])
    );
    desk.run(&["schema", "plans"]).refused("possible values");
}

/// Beyond 10,000 required people entries stand for profiles: 9–17 in Berlin and in São Paulo share three
/// hours in summer, which takes shifts.
#[test]
fn entries_for_profiles_are_described() {
    let rows: String = (0..5_001).map(|n| format!("B{n},Europe/Berlin\nS{n},America/Sao_Paulo\n")).collect();
    let desk = Desk::with("r.csv", format!("name,zone\n{rows}"));
    let fit = desk.run(&[&["fit", "r.csv", "--zone", "UTC", "--format", "json"], &YEAR[..]].concat()).json();
    for (name, document) in
        [("plan", desk.json(&[], "r.csv", &[])), ("fit", fit), ("pods", desk.json(&["pods"], "r.csv", &[]))]
    {
        assert_eq!(document["listed_per"], "profile", "{name}");
        let schema = schema(&desk, &[name]);
        let faults: Vec<String> = validator(&schema).iter_errors(&document).map(|e| e.to_string()).collect();
        assert_eq!(faults, [""; 0], "{name}");
        assert_eq!(undescribed(&document, &schema), [""; 0], "{name}");
        let told = match name {
            "plan" => &document["seasons"][1]["plan"]["moves"][0]["members"],
            "fit" => &document["teammates"][0]["members"],
            _ => &document["members"],
        };
        assert_eq!(*told, if name == "pods" { 10_002 } else { 5_001 }, "{name}");
    }
}

#[test]
fn words_and_constants_are_narrow() {
    let desk = desk();
    let plan = schema(&desk, &["plan"]);
    assert_eq!(plan["properties"]["schema"]["const"], 2);
    let is_required =
        |schema: &Value, key: &str| schema["required"].as_array().unwrap().contains(&json!(key));
    assert!(is_required(&plan, "members") && is_required(&plan["$defs"]["Binding"], "members"));
    assert!(!is_required(&plan, "changes") && !is_required(&plan["$defs"]["Move"], "members"));
    assert_eq!(plan["$defs"]["Model"]["enum"], json!(["overlap", "overlap-with-shifts", "hybrid", "async"]));
    assert_eq!(
        schema(&desk, &["fit"])["$defs"]["Result"]["enum"],
        json!(["fits", "fits-with-shift", "fits-async"])
    );
    let severities = &schema(&desk, &["check"])["$defs"]["Fault"]["properties"]["severity"]["enum"];
    assert_eq!(*severities, json!(["error", "warning", "note"]));
    assert_eq!(plan["$defs"]["Season"]["properties"]["first"]["format"], "date");
    assert_eq!(schema(&desk, &["windows"])["$defs"]["Stretch"]["properties"]["start"]["format"], "date-time");
}

/// The reference lists the same documents, and every key that stands at the top of one.
#[test]
fn the_reference_agrees() {
    let desk = desk();
    let path = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/json.md"));
    let reference = std::fs::read_to_string(path).unwrap();
    let rows = reference.lines().filter_map(|line| line.strip_prefix("| `")?.split_once('`'));
    let listed: Vec<&str> = rows.map(|(name, _)| name).collect();
    assert_eq!(listed, names(&desk));
    let words: Vec<&str> = reference.split(|c: char| !(c.is_alphanumeric() || c == '_')).collect();
    for name in listed {
        for key in schema(&desk, &[name])["properties"].as_object().unwrap().keys() {
            assert!(words.contains(&key.as_str()), "{name}: {key}");
        }
    }
}

//! The order of a roster's rows decides nothing but the order of lists.

use crate::support::Desk;
use serde_json::{Value, json};

/// Two continents, somebody isolated, part-timers, marked and optional people, a night shift, days off.
const PODS: &str = "name,zone,hours,days,required,team,off\n\
    Ben,Europe/Berlin,9-17,,yes,Blue,2026-12-24..2026-12-26\n\
    Mia,Pacific/Auckland,9-17,,,Red,\n\
    Lea,Europe/London,10-16,Mon-Thu,,Blue,\n\
    Ada,America/New_York,9-17,,yes,Red,2027-07-05\n\
    Sam,America/Denver,8-16,,,Red,\n\
    Noor,Asia/Kolkata,22-06,Mon-Fri,,Blue,\n\
    Tom,Europe/Kyiv,9-18,,no,Red,\n";

/// Everyone overlaps in winter only; two of them keep equal weeks under other clocks.
const SHIFTS: &str = "name,zone,hours\n\
    Ana,America/Sao_Paulo,9-17\n\
    Ben,Europe/Berlin,9-17\n\
    Chloé,Europe/London,10-18\n\
    Ola,Africa/Lagos,8-16\n";

const COMMANDS: [&[&str]; 13] = [
    &[],
    &["--windows"],
    &["--quorum", "3"],
    &["year"],
    &["pairs"],
    &["pods"],
    &["coverage"],
    &["coverage", "--by", "team"],
    &["regions"],
    &["fit", "--name", "Keiko", "--zone", "Asia/Tokyo"],
    &["fit", "--name", "Rui", "--zone", "Europe/Lisbon"],
    &["meet", "--duration", "45m", "--top", "20"],
    &["agreement"],
];

#[test]
fn other_rows_first_say_the_same() {
    for roster in [PODS, SHIFTS] {
        let (head, rows) = roster.split_once('\n').unwrap();
        let rows: Vec<&str> = rows.lines().collect();
        let orders: [Vec<&str>; 3] = [
            rows.clone(),
            rows.iter().rev().copied().collect(),
            rows[2..].iter().chain(&rows[..2]).copied().collect(),
        ];
        for command in COMMANDS {
            let [first, others @ ..] = orders.clone().map(|rows| {
                let text = [&[head], &rows[..], &[""]].concat().join("\n");
                let desk = Desk::with("rows.csv", text);
                let (command, flags) = halves(command);
                let ran = desk.year(command, "rows.csv", &[flags, &["--format", "json"]].concat());
                unordered(ran.json())
            });
            for other in others {
                assert_same(&first, &other, &format!("{command:?}"));
            }
        }
    }
}

/// Rosters of three to six people drawn from a seed, every one with hours of their own. Where the steps of
/// several people are equally good, or changes equally near, roster order decides whose is named: what it is
/// and reaches is compared, not who.
#[test]
fn drawn_rosters_say_the_same_in_another_order() {
    for seed in 1..=12 {
        let mut draw = Draw(seed);
        let rows: Vec<String> = (0..3 + draw.below(4)).map(|place| row(place, &mut draw)).collect();
        let turned: Vec<String> = {
            let by = 1 + draw.below(rows.len() as u64 - 1) as usize;
            rows[by..].iter().chain(&rows[..by]).rev().cloned().collect()
        };
        for command in COMMANDS {
            let (command, flags) = halves(command);
            // Every zone of the world, twelve times over, is not needed to tell.
            if command == ["regions"] && seed % 4 != 0 {
                continue;
            }
            let [one, other] = [&rows, &turned].map(|rows| {
                let desk = Desk::with(
                    "rows.csv",
                    format!("name,zone,hours,days,required,off\n{}\n", rows.join("\n")),
                );
                let ran = desk.year(command, "rows.csv", &[flags, &["--format", "json"]].concat());
                unordered(without_whose_steps(ran.json()))
            });
            assert_same(&one, &other, &format!("{command:?} of seed {seed}, {rows:?}"));
        }
    }
}

/// Numbers that are the same in every run (Knuth's MMIX generator).
struct Draw(u64);

impl Draw {
    fn below(&mut self, bound: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % bound
    }

    fn one_of<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.below(all.len() as u64) as usize]
    }
}

fn row(place: u64, draw: &mut Draw) -> String {
    let zone = draw.one_of(&[
        "Europe/Berlin",
        "Europe/London",
        "America/New_York",
        "America/Sao_Paulo",
        "Asia/Kolkata",
        "Asia/Kathmandu",
        "Australia/Lord_Howe",
        "Africa/Casablanca",
        "Pacific/Auckland",
        "America/Los_Angeles",
    ]);
    // Nobody starts at the same minute as somebody else: nobody is another's equal.
    let start = 7 * 60 + draw.below(20) * 15 + place;
    let end = start + 6 * 60 + draw.below(12) * 15 + place;
    let days = draw.one_of(&["Mon-Fri", "Mon-Fri", "Mon-Thu", "Sun-Thu"]);
    let required = draw.one_of(&["", "", "yes", "no"]);
    let off = draw.one_of(&["", "2026-12-24..2026-12-28", "2027-05-03"]);
    let clock = |minute: u64| format!("{:02}:{:02}", minute / 60, minute % 60);
    format!("P{place},{zone},{}-{},{days},{required},{off}", clock(start), clock(end))
}

fn without_whose_steps(mut document: Value) -> Value {
    if let Some(steps) = document.pointer_mut("/verdict/steps").and_then(Value::as_array_mut) {
        for step in steps.iter_mut().filter_map(Value::as_object_mut) {
            ["name", "hours", "night_minutes_per_week"].iter().for_each(|key| {
                step.remove(*key);
            });
        }
    }
    // Of the nearest changes that are equally near likewise, and the slot that one opens.
    if let Some(nearest) = document.get_mut("nearest").and_then(Value::as_array_mut) {
        nearest.iter_mut().filter_map(Value::as_object_mut).for_each(|change| {
            change.retain(|key, _| ["kind", "minutes", "members"].contains(&key.as_str()));
        });
    }
    document
}

/// A command's name, which the plan has none of, and its flags.
fn halves<'c>(command: &'c [&'c str]) -> (&'c [&'c str], &'c [&'c str]) {
    command.split_at(command.iter().take_while(|word| !word.starts_with('-')).count())
}

/// Lists sorted by what they hold, pairs of people likewise; left out are the numbers of rows, and the places
/// of profiles, whose names stand beside them.
fn unordered(value: Value) -> Value {
    match value {
        Value::Array(items) => {
            let mut items: Vec<Value> = items.into_iter().map(unordered).collect();
            items.sort_by_cached_key(Value::to_string);
            Value::Array(items)
        }
        Value::Object(keys) => {
            let mut keys: serde_json::Map<String, Value> =
                keys.into_iter().filter(|(key, _)| key != "row").map(|(k, v)| (k, unordered(v))).collect();
            for (key, names) in ["a", "b", "from", "to"].map(|key| (key, format!("{key}_names"))) {
                if keys.contains_key(&names) {
                    keys.remove(key);
                }
            }
            if let (Some(a), Some(b)) = (keys.get("a_names").cloned(), keys.get("b_names").cloned()) {
                let mut pair = [a.to_string(), b.to_string()];
                pair.sort();
                keys.insert("a_names".to_owned(), json!(pair[0]));
                keys.insert("b_names".to_owned(), json!(pair[1]));
            }
            Value::Object(keys)
        }
        other => other,
    }
}

#[track_caller]
fn assert_same(one: &Value, other: &Value, path: &str) {
    match (one, other) {
        (Value::Object(one), Value::Object(other)) => {
            assert_eq!(one.keys().collect::<Vec<_>>(), other.keys().collect::<Vec<_>>(), "{path}");
            one.iter().for_each(|(key, value)| assert_same(value, &other[key], &format!("{path}.{key}")));
        }
        (Value::Array(one), Value::Array(other)) if one.len() == other.len() => {
            let items = one.iter().zip(other).enumerate();
            items.for_each(|(place, (one, other))| assert_same(one, other, &format!("{path}[{place}]")));
        }
        (one, other) => assert_eq!(one, other, "{path}"),
    }
}

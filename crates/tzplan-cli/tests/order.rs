//! The order of a roster's rows decides nothing but the order of lists.

#![allow(clippy::unwrap_used, reason = "a test that fails shall panic")]

mod support;

use serde_json::{Value, json};
use support::Desk;

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

const COMMANDS: [&[&str]; 12] = [
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

/// A command's name, which the plan has none of, and its flags.
fn halves<'c>(command: &'c [&'c str]) -> (&'c [&'c str], &'c [&'c str]) {
    command.split_at(command.iter().take_while(|word| !word.starts_with('-')).count())
}

/// Lists sorted by what they hold, pairs of people likewise; the numbers of rows left out.
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
            if let (Some(a), Some(b)) = (keys.get("a").cloned(), keys.get("b").cloned()) {
                let mut pair = [a.to_string(), b.to_string()];
                pair.sort();
                keys.insert("a".to_owned(), json!(pair[0]));
                keys.insert("b".to_owned(), json!(pair[1]));
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

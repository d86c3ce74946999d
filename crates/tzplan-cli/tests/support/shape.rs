//! A small structural checker: a document against the shape that others rely on.
//!
//! A shape is JSON: an object lists keys that must be there (more may stand beside them), an array of one
//! shape means each element, and a string names a type: `int`, `number`, `text`, `bool`, `date`, `instant`, a
//! choice of words `a|b`; `?` in front allows null.

use serde_json::{Value, json};

/// Panics where the document lacks a key or has it with another type.
#[track_caller]
pub(crate) fn assert_shape(document: &Value, shape: &Value) {
    if let Err(fault) = check(document, shape, "$") {
        panic!("{fault}");
    }
}

fn check(value: &Value, shape: &Value, path: &str) -> Result<(), String> {
    match (shape, value) {
        (Value::Object(keys), Value::Object(found)) => keys.iter().try_for_each(|(key, shape)| {
            let (key, optional) = key.strip_prefix('?').map_or((key.as_str(), false), |key| (key, true));
            match found.get(key) {
                Some(Value::Null) if optional => Ok(()),
                Some(value) => check(value, shape, &format!("{path}.{key}")),
                None => Err(format!("{path} has no key `{key}`: {value}")),
            }
        }),
        (Value::Array(shapes), Value::Array(values)) => values
            .iter()
            .enumerate()
            .try_for_each(|(index, value)| check(value, &shapes[0], &format!("{path}[{index}]"))),
        (Value::String(name), value) if is(value, name) => Ok(()),
        _ => Err(format!("{path} is {value}, not {shape}")),
    }
}

fn is(value: &Value, name: &str) -> bool {
    if let Some(name) = name.strip_prefix('?') {
        return value.is_null() || is(value, name);
    }
    let text = value.as_str();
    match name {
        "int" => value.is_i64() || value.is_u64(),
        "number" => value.is_number(),
        "text" => value.is_string(),
        "bool" => value.is_boolean(),
        "date" => text.is_some_and(is_date),
        "instant" => text.is_some_and(is_instant),
        words => text.is_some_and(|text| words.split('|').any(|word| word == text)),
    }
}

/// `2026-11-23`.
fn is_date(text: &str) -> bool {
    let pattern = "0000-00-00";
    text.len() == pattern.len()
        && text.bytes().zip(pattern.bytes()).all(|(b, p)| b == p || (p == b'0' && b.is_ascii_digit()))
}

/// `2026-11-23T08:00:00Z`.
fn is_instant(text: &str) -> bool {
    text.split_once('T').is_some_and(|(date, time)| {
        let digits = time.bytes().enumerate().all(|(place, b)| match place {
            2 | 5 => b == b':',
            8 => b == b'Z',
            _ => b.is_ascii_digit(),
        });
        is_date(date) && time.len() == 9 && digits
    })
}

const MODELS: &str = "overlap|overlap-with-shifts|hybrid|async";

fn overlap() -> Value {
    json!({ "minutes_per_week": "int", "days": "int" })
}

fn moves() -> Value {
    json!([{ "name": "text", "shift": "int", "hours": "text", "night_minutes_per_week": "int", "share": "number" }])
}

fn standing() -> Value {
    json!({ "model": MODELS, "sharing": "?int", "parts": "?int" })
}

fn dates() -> Value {
    json!({ "first": "date", "last": "date" })
}

/// The keys of an answer about a team.
fn head() -> Value {
    json!({
        "schema": "int", "tzdb": "text",
        "horizon": { "from": "date", "to": "date", "days": "int", "home": "text" },
    })
}

fn with(mut base: Value, more: Value) -> Value {
    let (Some(base_keys), Value::Object(more)) = (base.as_object_mut(), more) else { unreachable!() };
    base_keys.extend(more);
    base
}

pub(crate) fn year() -> Value {
    let statistics = || {
        json!({
            "min": overlap(), "median": overlap(), "max": overlap(), "usual": overlap(), "drift": [dates()]
        })
    };
    let season = json!({
        "first": "date", "last": "date", "days": "int", "overlap": overlap(), "effective_target": "int",
        "meets": "bool", "windows": [{ "start": "int", "minutes": "int" }],
        "?pods": [{ "overlap": overlap(), "effective_target": "int", "meets": "bool" }],
        "?plan": {
            "kind": "window|alone", "window_start": "?int", "window_minutes": "?int", "burden": "int",
            "affordable": "bool", "moves": moves(),
        },
    });
    let year = with(statistics(), json!({ "?pods": [statistics()] }));
    with(head(), json!({ "year": year, "seasons": [season] }))
}

pub(crate) fn plan() -> Value {
    let range = || json!({ "start": "int", "end": "int" });
    with(
        year(),
        json!({
            "policy": {
                "target": "int", "comfortable": "int", "max_shift": "int", "reasonable": range(),
                "night": range(), "grace_days": "int", "reply_within": "int", "step": "int",
            },
            "stays": [{
                "name": "text", "members": "int", "zone": "text", "first": "date", "last": "date",
                "shared_minutes": "int", "usual_shared_minutes": "int",
            }],
            "members": [{
                "name": "text", "place": "?text", "zone": "text", "required": "bool", "minutes_per_week": "int", "workdays": "int",
                "night_minutes_per_week": "int", "flex": "?int", "hours_on": "?text",
            }],
            "?all_year": { "first": "date", "days_below": "int", "burden": "int", "moves": moves() },
            "verdict": {
                "model": MODELS,
                "binding": [{ "name": "text", "year_min_without": overlap() }],
                "standing": standing(), "?pods": [["text"]], "pods_exact": "bool", "isolated": ["text"],
                "?trap": { "first": "date", "last": "date", "burden": "int", "moves": moves() },
                "steps_exact": "bool", "steps": [{ "kind": "move|optional", "name": "text", "reaches": standing() }],
                "?ends_night": { "kind": "move", "name": "text", "shift": "int", "hours": "text", "reaches": standing() },
                "reach": { "natural": "int", "with_plans": "int" },
                "night": {
                    "people": [{ "name": "text", "minutes_per_week": "int", "shared_minutes_per_week": "int" }],
                    "reasonable_year_min": overlap(), "carries_overlap": "bool",
                },
            },
        }),
    )
}

pub(crate) fn agreement() -> Value {
    let moved = json!({ "name": "text", "what": "core-hours|stand-up|day", "from": "text", "to": "text" });
    with(
        head(),
        json!({
            "?for": ["text"], "model": "text", "duration": "int", "max_shift": "int", "alone": ["text"],
            "shifts": [{ "name": "text", "shift": "int", "hours": "text", "share": "number" }],
            "core_hours": [{ "first": "date", "last": "date", "?pod": "int", "overlap": overlap(),
                             "people": [{ "name": "text", "hours": "text" }] }],
            "meetings": [{ "?pod": "int", "?days": "text", "?time": "text", "clean": "bool",
                           "local": [{ "name": "text" }],
                           "?least_bad": { "days": "text", "time": "text", "costs": [{ "name": "text" }] } }],
            "ask": [{ "name": "text", "hours": [{ "first": "date", "last": "date", "days": "text", "from": "text",
                                                  "to": "text", "whom": ["text"] }] }],
            "blocked": [{ "name": "text", "anybody": wait() }],
            "handoffs": [{ "from": ["text"], "to": ["text"], "ends": "text", "there": "text" }],
            "clock_changes": [{ "date": "date", "names": ["text"], "moves": [moved] }],
        }),
    )
}

pub(crate) fn pods() -> Value {
    with(head(), json!({ "fewest": "int", "exact": "bool", "pods": [["text"]], "isolated": ["text"] }))
}

pub(crate) fn pairs() -> Value {
    let statistics = json!({ "min": overlap(), "median": overlap(), "max": overlap(), "drift": [dates()] });
    let wait = with(json!({ "from": "int", "from_names": ["text"] }), wait());
    with(
        head(),
        json!({
            "seasons": [dates()],
            "profiles": [["text"]],
            "pairs": [{
                "a": "int", "b": "int", "a_names": ["text"], "b_names": ["text"], "meets": "bool",
                "seasons": [overlap()], "year": statistics,
            }],
            "waits": [with(wait.clone(), json!({ "to": "int", "to_names": ["text"] }))],
            "anybody": [wait],
        }),
    )
}

/// Without `worst` and `never`, of which one is there.
fn wait() -> Value {
    let delay = json!({ "none": "?number", "mean": "?number", "p50": "?number", "p95": "?number" });
    with(delay.clone(), json!({ "blocked": delay }))
}

pub(crate) fn coverage() -> Value {
    let stretch = json!({ "start": "instant", "end": "instant" });
    let segment = with(stretch.clone(), json!({ "count": "int" }));
    let gap = with(
        stretch,
        json!({ "cause": "hours|clock-change|days-off", "days_off_minutes": "int", "off": [absent()] }),
    );
    let minutes = json!({ "covered_minutes": "int", "minutes": "int" });
    let coverage =
        with(minutes.clone(), json!({ "working_week": minutes, "segments": [segment], "gaps": [gap] }));
    with(
        with(head(), coverage),
        json!({
            "service": { "hours": "?text", "at_least": "int" },
            "additions": [{ "offset": "int", "hours": "text", "gained_minutes": "int" }],
        }),
    )
}

pub(crate) fn windows() -> Value {
    with(head(), json!({ "windows": [{ "start": "instant", "end": "instant" }], "missed": [absent()] }))
}

const RESULTS: &str = "fits|fits-with-shift|fits-async";

pub(crate) fn fit() -> Value {
    with(
        head(),
        json!({
            "result": RESULTS, "shift": "?int", "hours": "text",
            "stated_night_minutes_per_week": "int", "night_minutes_per_week": "int",
            "?trap": {
                "name": "text", "shift": "int", "hours": "text", "night_minutes_per_week": "int", "share": "number",
            },
            "team_before": standing(), "team_after": standing(), "?team_after_shift": standing(),
            "asked": { "anybody": "int", "candidate": "int", "others": [{ "name": "text", "minutes": "int" }] },
            "?team_pods": [["text"]], "pods": ["int"], "bridges": ["int"], "relieves": ["text"],
            "peers": "int", "worst_overlap_sum": "number",
            "teammates": [{
                "name": "text", "required": "bool", "meets": "bool",
                "seasons": [{ "first": "date", "last": "date", "overlap": overlap(), "effective_target": "int" }],
            }],
            "seasons": [{ "first": "date", "last": "date", "before": overlap(), "after": overlap() }],
            "waits": { "asks": wait(), "asked": wait() },
            "coverage_gained": [{ "first": "date", "last": "date", "minutes_per_week": "int" }],
        }),
    )
}

pub(crate) fn pool() -> Value {
    with(
        head(),
        json!({
            "candidates": "int", "profiles": "int", "skipped_rows": "int", "team_before": standing(),
            "?team_pods": [["text"]], "sort": "fit|bridges",
            "results": { "fits": "int", "fits-with-shift": "int", "fits-async": "int" }, "equally_good": "int", "tied": "int",
            "ranked": [{
                "name": "text", "row": "int", "place": "?text", "result": RESULTS, "peers": "int", "worst_overlap_sum": "number",
                "shift": "?int", "plan_asks": "?int", "others_asked": "?int", "night_minutes_per_week": "int", "blocked_p95": "?number",
                "pods": ["int"], "bridges": ["int"], "relieves": ["text"],
            }],
        }),
    )
}

pub(crate) fn regions() -> Value {
    with(
        head(),
        json!({
            "hours": "text", "team_before": standing(), "?team_pods": [["text"]], "sort": "fit|bridges",
            "regions": [{
                "zones": ["text"], "places": ["text"], "country": "?text", "population": "?int", "result": RESULTS,
                "pods": ["int"], "bridges": ["int"], "relieves": ["text"], "peers": "int", "shift": "?int", "worst_overlap_sum": "number",
                "night_minutes_per_week": "int", "offsets": [{ "first": "date", "last": "date", "minutes": "int" }],
            }],
        }),
    )
}

pub(crate) fn zones() -> Value {
    json!({
        "query": "text", "zone": "?text", "how": "text", "note": "?text",
        "?place": { "name": "text", "country": "?text", "population": "?int" },
        "candidates": [{ "zone": "text", "label": "text" }],
        "offsets": [{ "first": "date", "last": "date", "minutes": "int" }],
    })
}

pub(crate) fn zone_list() -> Value {
    json!({ "tzdb": "text", "zones": ["text"] })
}

pub(crate) fn roster_check() -> Value {
    json!({
        "ok": "bool", "members": "int", "profiles": "int",
        "faults": [{
            "code": "text", "severity": "error|warning|note", "file": "text", "row": "int", "place": "?text", "column": "?text",
            "value": "text", "message": "text", "help": "text",
        }],
    })
}

/// Who is off for what.
fn absent() -> Value {
    json!({ "date": "date", "name": "text", "members": "int", "holiday": "?text" })
}

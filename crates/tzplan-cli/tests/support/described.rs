//! A document against its schema, beyond validity: what a schema does not describe, and what it would let
//! pass.

use jsonschema::Validator;
use serde_json::{Value, json};

/// No value of any document: neither an object nor text, and no list of what a document lists.
fn wrong() -> Value {
    json!([{ "wrong": [{}] }])
}

/// So many entries of a list are looked at, from either end.
const ENTRIES: usize = 2;

/// The paths of keys in a document that no schema describes.
pub(crate) fn undescribed(document: &Value, schema: &Value) -> Vec<String> {
    let mut missing = Vec::new();
    look(document, &[schema], schema, "$", &mut missing);
    missing
}

/// Looks at a value under all schemas that may hold for it.
fn look(value: &Value, schemas: &[&Value], root: &Value, path: &str, missing: &mut Vec<String>) {
    let schemas: Vec<&Value> = schemas.iter().flat_map(|schema| parts(schema, root)).collect();
    match value {
        Value::Object(keys) => {
            for (key, value) in keys {
                let path = format!("{path}.{key}");
                let own = schemas.iter().filter_map(|schema| schema.get("properties")?.get(key));
                let found: Vec<&Value> = own.collect();
                let told =
                    |schema: &&Value| schema.get("description").is_some() || schema.get("const").is_some();
                if !found.iter().any(told) {
                    missing.push(path.clone());
                }
                look(value, &found, root, &path, missing);
            }
        }
        Value::Array(values) => {
            let items: Vec<&Value> = schemas.iter().filter_map(|schema| schema.get("items")).collect();
            for (place, value) in values.iter().enumerate() {
                look(value, &items, root, &format!("{path}[{place}]"), missing);
            }
        }
        _ => {}
    }
}

/// A schema with what it refers to and its alternatives.
fn parts<'s>(schema: &'s Value, root: &'s Value) -> Vec<&'s Value> {
    let mut all = vec![schema];
    if let Some(name) = schema["$ref"].as_str() {
        let target = root.pointer(name.trim_start_matches('#')).unwrap_or_else(|| panic!("no {name}"));
        all.extend(parts(target, root));
    }
    for alternatives in ["anyOf", "oneOf", "allOf"] {
        all.extend(schema[alternatives].as_array().into_iter().flatten().flat_map(|part| parts(part, root)));
    }
    all
}

/// What the schema lets pass of a document with one key taken away, other than those that may be absent, or
/// with one value replaced.
pub(crate) fn let_pass(document: &Value, validator: &Validator, may_be_absent: &[&str]) -> Vec<String> {
    let mut passed = Vec::new();
    let mut changed = document.clone();
    for pointer in pointers(document, "") {
        let (parent, key) = pointer.rsplit_once('/').expect("a pointer below the root");
        let value = std::mem::replace(changed.pointer_mut(&pointer).expect("a value"), wrong());
        if validator.is_valid(&changed) {
            passed.push(format!("{pointer} replaced"));
        }
        if let Some(keys) = changed.pointer_mut(parent).and_then(Value::as_object_mut) {
            keys.remove(key);
            if !may_be_absent.contains(&key) && validator.is_valid(&changed) {
                passed.push(format!("{pointer} removed"));
            }
            let parent = changed.pointer_mut(parent).and_then(Value::as_object_mut).expect("the same object");
            parent.insert(key.to_owned(), value);
        } else {
            *changed.pointer_mut(&pointer).expect("the place") = value;
        }
    }
    assert_eq!(changed, *document, "everything is put back");
    passed
}

/// JSON pointers of the values below the root, those of long lists from their ends.
fn pointers(value: &Value, path: &str) -> Vec<String> {
    let below: Vec<(String, &Value)> = match value {
        Value::Object(keys) => keys.iter().map(|(key, value)| (key.clone(), value)).collect(),
        Value::Array(values) => {
            let is_shown = |place: &usize| *place < ENTRIES || place + ENTRIES >= values.len();
            (0..values.len()).filter(is_shown).map(|place| (place.to_string(), &values[place])).collect()
        }
        _ => Vec::new(),
    };
    below
        .into_iter()
        .flat_map(|(key, value)| {
            let path = format!("{path}/{}", key.replace('~', "~0").replace('/', "~1"));
            [path.clone()].into_iter().chain(pointers(value, &path)).collect::<Vec<_>>()
        })
        .collect()
}

//! What `tzplan pairs` says of profiles, said of people.

use std::collections::BTreeMap;

use serde_json::Value;

/// The figures of two people.
pub(crate) type Figures = BTreeMap<[String; 2], Value>;

/// What each two people share, in either order, with their names looked up among `profiles`.
pub(crate) fn shared(document: &Value) -> Figures {
    let mut all = Figures::new();
    for pair in document["pairs"].as_array().unwrap() {
        for [a, b] in between(document, pair, ["a", "b"]) {
            let figures = figures(pair);
            all.insert([b.clone(), a.clone()], figures.clone());
            all.insert([a, b], figures);
        }
    }
    all
}

/// How long each person waits for each other one.
pub(crate) fn waits(document: &Value) -> Figures {
    let entries = document["waits"].as_array().unwrap().iter();
    let both = entries.flat_map(|wait| {
        let people = between(document, wait, ["from", "to"]).into_iter();
        people.map(move |people| (people, figures(wait)))
    });
    both.collect()
}

/// The people whom an entry is about.
fn between(document: &Value, entry: &Value, keys: [&str; 2]) -> Vec<[String; 2]> {
    let [ones, others] = keys.map(|key| {
        let names = document["profiles"][entry[key].as_u64().unwrap() as usize].as_array().unwrap();
        names.iter().map(|name| name.as_str().unwrap().to_owned()).collect::<Vec<_>>()
    });
    let both = ones.iter().flat_map(|one| others.iter().map(move |other| [one.clone(), other.clone()]));
    both.filter(|[one, other]| one != other).collect()
}

/// An entry without what says whom it is about.
fn figures(entry: &Value) -> Value {
    let mut figures = entry.clone();
    for key in ["a", "b", "from", "to", "a_names", "b_names", "from_names", "to_names"] {
        figures.as_object_mut().unwrap().remove(key);
    }
    figures
}

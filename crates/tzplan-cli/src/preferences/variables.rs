//! Settings of the environment: `TZPLAN_TARGET`.

use tzplan_roster::clean;

use super::{Item, Layer, names};
use crate::names::{cut, near};
use crate::surroundings;

const VARIABLES: &str = "TZPLAN_";

/// The environment's; a variable of another name counts as misspelt where it resembles one of these.
pub(super) fn of_variables(faults: &mut Vec<String>) -> Vec<Item> {
    let mut found = Vec::new();
    for (variable, value) in surroundings::variables() {
        let Some(variable) = variable.to_str() else { continue };
        let Some(name) = variable.strip_prefix(VARIABLES) else { continue };
        let name = name.to_lowercase();
        if names().any(|known| known == name) {
            let value = clean(&value.to_string_lossy()).into_owned();
            if !value.is_empty() {
                let (from, place) = (variable.to_owned(), variable.to_owned());
                found.push(Item { name, value, from, place, layer: Layer::Other });
            }
        } else if let Some(near) = near(&name, names()) {
            faults.push(format!(
                "{}: no setting has this name — did you mean {VARIABLES}{}?",
                cut(variable),
                near.to_uppercase()
            ));
        }
    }
    // The environment has no order.
    found.sort_by(|a, b| a.name.cmp(&b.name));
    faults.sort();
    found
}

//! Settings of the environment: `TZPLAN_TARGET`.

use tzplan_roster::clean;

use super::{Item, Layer, names};
use crate::names::{cut, listed, near};
use crate::surroundings;

const VARIABLES: &str = "TZPLAN_";

/// The environment's. A variable whose name begins as theirs and goes on otherwise is a fault.
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
        } else {
            let variable = format!("{} = {}", cut(variable), cut(&value.to_string_lossy()));
            faults.push(match near(&name, names()) {
                Some(near) => {
                    format!("{variable}: no setting has this name — did you mean {}?", of_setting(near))
                }
                None => {
                    let all: Vec<String> = names().map(of_setting).collect();
                    let all = listed(&all, "and");
                    format!("{variable}: no setting has this name; unset it; settings are {all}")
                }
            });
        }
    }
    // The environment has no order.
    found.sort_by(|a, b| a.name.cmp(&b.name));
    faults.sort();
    found
}

fn of_setting(name: &str) -> String {
    format!("{VARIABLES}{}", name.to_uppercase())
}

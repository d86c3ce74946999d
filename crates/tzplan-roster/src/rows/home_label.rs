//! Columns of places as one label, and what is said of them.

use tzplan::Zone;

use crate::faults::Fault;
use crate::wording::Quoted;

/// The parts that say something, each once, as one label.
pub(super) fn joined(parts: &[&str]) -> String {
    let mut label = String::new();
    for (index, part) in parts.iter().enumerate() {
        let is_said = parts[..index].iter().any(|said| said.to_lowercase() == part.to_lowercase());
        if !part.is_empty() && !is_said {
            label.push_str(if label.is_empty() { "" } else { ", " });
            label.push_str(part);
        }
    }
    label
}

/// That the zone is not that of what stands beside it.
pub(super) fn differs(label: &str, zone: &Zone, beside: &str, other: &Zone) -> Fault {
    let name = zone.name();
    let read = if label == name { "the zone is".to_owned() } else { format!("{} is", Quoted(label)) };
    let beside = Quoted(beside);
    let message = format!("{read} {name}, but {beside} is {other}: their clocks differ; {name} holds");
    Fault::warning("zone-differs", message, "correct whichever is wrong; an empty zone goes by the place")
}

/// That a state was left out of a label.
pub(super) fn unknown_state(state: &str, read: &str) -> Fault {
    let (state, read) = (Quoted(state), Quoted(read));
    let message = format!("the state {state} is not known; the place is read as {read}");
    Fault::note("unknown-state", message, "write its name, or leave the cell empty")
}

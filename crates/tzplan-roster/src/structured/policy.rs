//! The policy that a file carries.

use tzplan::{PolicyErrorKind, PolicySettings};

use super::document::{Document, Wrong};
use super::entry::{Entry, EntryValue};
use super::lines::Lines;
use crate::faults::{Fault, Faults, Spot};
use crate::text::{clean, shorten};
use crate::wording::{LONGEST_QUOTE, Quoted, near};

/// Reads it into settings.
pub(super) fn read<'t>(
    document: &impl Document<'t>,
    settings: &mut PolicySettings,
    faults: &mut Faults,
    lines: &Lines<'_>,
) {
    let mut entry = Entry::default();
    if let Err(wrong) = document.policy(&mut entry) {
        let path = Some(document.path(None, None));
        return Wrong { path, ..wrong }.report(faults, lines);
    }
    for item in &entry.items {
        let key = clean(&item.key);
        let value = match &item.value {
            EntryValue::Text(text) => clean(text),
            _ => "".into(),
        };
        let fault = match settings.read(&key, &value) {
            Ok(()) => continue,
            Err(error) if error.kind() == PolicyErrorKind::Unknown => unknown(&key),
            Err(error) => {
                let why = error.to_string();
                let (message, help) = why.split_once("; ").unwrap_or((&why, "write it like target = \"4h\""));
                Fault::error("bad-policy", message, help)
            }
        };
        let column = Some(shorten(&key, LONGEST_QUOTE).as_ref().into());
        let spot = Spot { row: lines.line(item.span.start), column, position: 0, value: &value };
        let path = document.path(None, Some(&item.key));
        faults.add(&fault, spot, || lines.pointer(path, item.span.clone(), 0));
    }
}

fn unknown(key: &str) -> Fault {
    let near = near(key, PolicySettings::NAMES).map(|near| format!(" — did you mean {near}?"));
    Fault::error(
        "unknown-policy",
        format!("{} is no setting of the policy{}", Quoted(key), near.unwrap_or_default()),
        format!("settings are {}", PolicySettings::NAMES.join(", ")),
    )
}

//! What-if changes in words.

use tzplan::WeeklyHours;

use super::people::Names;
use super::{clock, dates, people};
use crate::change::{Change, Who};
use crate::context::Setting;

/// Columns a name or a zone may take: more than any has that is one; lines break it.
const NAME: usize = 80;

/// All of them, where there are any: `Ana moves to Europe/Lisbon; without Ben`.
pub(crate) fn sentence(changes: &[Change], names: Names) -> Option<String> {
    let each: Vec<String> = changes.iter().map(|change| words(change, names)).collect();
    (!each.is_empty()).then(|| each.join("; "))
}

/// `Ana moves to Europe/Lisbon`.
fn words(change: &Change, names: Names) -> String {
    let fit = |text: &str| names.fit(text, NAME);
    let who = |member: &Who| who(member, names);
    match change {
        Change::Move { who: member, zone } => format!("{} moves to {}", who(member), fit(zone)),
        Change::Hours { who: member, hours, hours_on } => {
            format!("{} works {}", who(member), on(hours, hours_on.as_deref(), fit))
        }
        Change::Shift { who: member, shift, others } => {
            let (like, work) = match *others {
                0 => (String::new(), "works"),
                others => (
                    format!(" and {}", dates::counted(others as u64, "other like them", "others like them")),
                    "work",
                ),
            };
            format!("{}{like} {work} {} all year", who(member), clock::moved(shift.minutes()))
        }
        Change::Optional { who: member } => format!("{} is optional", who(member)),
        Change::Without { who: member } => format!("without {}", who(member)),
        Change::Add { name, zone, hours, hours_on } => {
            format!("with {} in {}, {}", fit(name), fit(zone), on(hours, hours_on.as_deref(), fit))
        }
        Change::Teams { names: teams } => {
            let teams: Vec<String> = teams.iter().map(|team| fit(team)).collect();
            format!(
                "only {} of {}",
                if teams.len() == 1 { "the people" } else { "people" },
                people::and(&teams)
            )
        }
        Change::AnyOf { hubs, suits } => {
            let of: Vec<String> = hubs.iter().map(|hub| fit(hub)).collect();
            let suits = suits.as_ref().map(|hub| format!(": {} suits best", fit(hub))).unwrap_or_default();
            format!("{} is enough{suits}", people::or(&of))
        }
        Change::Offsets { range, left_out } => {
            let outside = |left: &u64| {
                let verb = if *left == 1 { "lives" } else { "live" };
                format!(" ({} {verb} outside)", dates::counted(*left, "candidate", "candidates"))
            };
            let outside = left_out.as_ref().map(outside).unwrap_or_default();
            format!("only offsets from UTC of {}{outside}", fit(range))
        }
        Change::Only { required } => {
            let names: Vec<String> = required.iter().map(who).collect();
            let verb = if names.len() == 1 { "counts" } else { "count" };
            format!("only {} {verb} as required", people::and(&names))
        }
    }
}

/// `10:00–18:00 Mon–Fri`, and whose clock that is where it is another one.
fn on(hours: &WeeklyHours, clock: Option<&str>, fit: impl Fn(&str) -> String) -> String {
    let spoken = clock::spoken(hours);
    clock.map_or_else(|| spoken.clone(), |clock| format!("{spoken} ({})", fit(clock)))
}

/// `target 3h (tzplan.toml), home Europe/Berlin (TZPLAN_HOME)`.
pub(crate) fn settings(settings: &[Setting], names: Names) -> String {
    let fit = |text: &str| names.fit(text, NAME);
    let words = settings.iter().map(|one| format!("{} {} ({})", one.name, fit(&one.value), fit(&one.from)));
    words.collect::<Vec<_>>().join(", ")
}

/// `Ana`, `Ana (row 3)`.
pub(crate) fn who(who: &Who, names: Names) -> String {
    let name = names.fit(&who.name, NAME);
    who.row.map_or_else(|| name.clone(), |row| format!("{name} (row {row})"))
}

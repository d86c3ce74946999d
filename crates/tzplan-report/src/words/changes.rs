//! What-if changes in words.

use tzplan::WeeklyHours;

use super::change::{Change, Who};
use super::people::Names;
use super::{clock, people};

/// Columns a name or a zone may take: with the label at its left it fits the narrowest page.
const NAME: usize = 40;

/// `Ana moves to Europe/Lisbon`.
pub(crate) fn words(change: &Change, names: Names) -> String {
    let fit = |text: &str| names.fit(text, NAME);
    let who = |member: &Who| who(member, names);
    match change {
        Change::Move { who: member, zone } => format!("{} moves to {}", who(member), fit(zone)),
        Change::Hours { who: member, hours, hours_on } => {
            format!("{} works {}", who(member), on(hours, hours_on.as_deref(), fit))
        }
        Change::Optional { who: member } => format!("{} is optional", who(member)),
        Change::Without { who: member } => format!("without {}", who(member)),
        Change::Add { name, zone, hours, hours_on } => {
            format!("with {} in {}, {}", fit(name), fit(zone), on(hours, hours_on.as_deref(), fit))
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

/// `Ana`, `Ana (row 3)`.
pub(crate) fn who(who: &Who, names: Names) -> String {
    let name = names.fit(&who.name, NAME);
    who.row.map_or_else(|| name.clone(), |row| format!("{name} (row {row})"))
}

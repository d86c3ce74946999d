//! What clock changes move for one person.

use std::collections::VecDeque;

use chrono::Datelike;
use tzplan::ProfileId;
use tzplan::agreement::{ClockChange, MovedWhat};

use super::View;
use super::changes::{by, from_to, what};

/// A change of somebody's clock, or of what they do by it: its label and what is said.
pub(super) fn of_one(view: &View<'_>, profile: ProfileId) -> Vec<(String, String)> {
    let own = |change: &ClockChange| -> Vec<(String, String, String)> {
        let moved = change.moves.iter().filter(|moved| moved.profile == profile);
        let moved = moved.map(|moved| {
            let (from, to) = from_to(&moved.what);
            (what_of_theirs(&moved.what), from, to)
        });
        moved.collect()
    };
    let forward = |change: &ClockChange| {
        change.clocks.iter().find(|clock| clock.profile == profile).map_or(0, |clock| clock.forward)
    };
    let changes = view.agreement.clock_changes.iter().map(|change| (change, forward(change), own(change)));
    let mut left: VecDeque<_> =
        changes.filter(|(_, forward, own)| *forward != 0 || !own.is_empty()).collect();
    let mut told = Vec::new();
    while let Some((first, forward, own)) = left.pop_front() {
        let undone = |(_, other, back): &(&ClockChange, i32, Vec<(String, String, String)>)| {
            let turned = back.iter().map(|(what, from, to)| (what, to, from));
            *other == -forward && turned.eq(own.iter().map(|(what, from, to)| (what, from, to)))
        };
        let back = left.iter().position(undone).and_then(|place| left.remove(place));
        let label =
            |change: &ClockChange| format!("{} {}", change.date.weekday(), view.dates.day(change.date));
        let mut what: Vec<String> = Vec::new();
        if forward != 0 {
            what.push(format!("your clock {}", by(forward)));
        }
        what.extend(own.iter().map(|(what, from, to)| format!("{what} {from} → {to}")));
        let back = back.map_or_else(String::new, |(back, ..)| format!("; back on {}", label(back)));
        told.push((label(first), what.join(", ") + &view.arrivals(first) + &back));
    }
    told
}

/// `core hours`, of who knows whose.
fn what_of_theirs(of: &MovedWhat) -> String {
    match of {
        MovedWhat::CoreHours { .. } => "core hours".to_owned(),
        MovedWhat::Standup { pod: Some(_), .. } => "stand-up".to_owned(),
        MovedWhat::Standup { pod: None, .. } => "stand-up of everyone".to_owned(),
        MovedWhat::Day { .. } => what(of),
    }
}

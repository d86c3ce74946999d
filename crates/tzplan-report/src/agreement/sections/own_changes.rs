//! What clock changes move for one person: on their own clock, and of those whom they reach.

use std::collections::VecDeque;

use chrono::Datelike;
use tzplan::agreement::{ClockChange, MovedWhat};
use tzplan::{Minutes, ProfileId};

use super::View;
use super::changes::{by, from_to, what};
use crate::words::length::length;
use crate::words::people::and;

/// What changes for somebody on a date.
struct OwnChange<'a> {
    change: &'a ClockChange,
    /// Minutes by which their clock is set forward.
    forward: i32,
    /// What of theirs moves, from when to when.
    own: Vec<(String, String, String)>,
    /// By how much the days of others begin later on their clock: of those whom they reach and whose clocks
    /// change.
    others: Vec<(ProfileId, i32)>,
}

impl OwnChange<'_> {
    /// Whether another one takes it back.
    fn is_undone_by(&self, other: &Self) -> bool {
        let turned = other.own.iter().map(|(what, from, to)| (what, to, from));
        let back = other.others.iter().map(|(profile, later)| (*profile, -later));
        other.forward == -self.forward
            && turned.eq(self.own.iter().map(|(what, from, to)| (what, from, to)))
            && back.eq(self.others.iter().copied())
    }
}

/// A change of somebody's clock, of what they do by it, or of the clocks of those whom they reach: its label
/// and what is said.
pub(super) fn of_one(view: &View<'_>, profile: ProfileId) -> Vec<(String, String)> {
    let reached = reached(view, profile);
    let own = |change| own_change(change, profile, &reached);
    let changes = view.agreement.clock_changes.iter().map(own);
    let is_told = |one: &OwnChange<'_>| one.forward != 0 || !one.own.is_empty() || !one.others.is_empty();
    let mut left: VecDeque<_> = changes.filter(is_told).collect();
    let mut told = Vec::new();
    while let Some(first) = left.pop_front() {
        let back = left.iter().position(|other| first.is_undone_by(other));
        let back = back.and_then(|place| left.remove(place));
        let label =
            |change: &ClockChange| format!("{} {}", change.date.weekday(), view.dates.day(change.date));
        let mut what: Vec<String> = Vec::new();
        if first.forward != 0 {
            what.push(format!("your clock {}", by(first.forward)));
        }
        what.extend(first.own.iter().map(|(what, from, to)| format!("{what} {from} → {to}")));
        what.extend(of_others(view, &first));
        let back = back.map_or_else(String::new, |back| format!("; back on {}", label(back.change)));
        told.push((label(first.change), what.join(", ") + &view.arrivals(first.change) + &back));
    }
    told
}

/// Those who are ever at work in somebody's hours, in roster order.
pub(super) fn reached(view: &View<'_>, profile: ProfileId) -> Vec<ProfileId> {
    let ask = view.agreement.ask.iter().find(|ask| ask.profile == profile);
    let hours = ask.into_iter().flat_map(|ask| ask.seasons.iter().flatten());
    let mut reached: Vec<ProfileId> = hours.flat_map(|hours| hours.whom.iter().copied()).collect();
    let place = |profile: &ProfileId| view.agreement.ask.iter().position(|ask| ask.profile == *profile);
    reached.retain(|other| *other != profile);
    reached.sort_by_key(place);
    reached.dedup();
    reached
}

fn own_change<'a>(change: &'a ClockChange, profile: ProfileId, reached: &[ProfileId]) -> OwnChange<'a> {
    let moved = change.moves.iter().filter(|moved| moved.profile == profile);
    let own = moved.map(|moved| {
        let (from, to) = from_to(&moved.what);
        (what_of_theirs(&moved.what), from, to)
    });
    let forward = |profile: ProfileId| {
        change.clocks.iter().find(|clock| clock.profile == profile).map_or(0, |clock| clock.forward)
    };
    // Of somebody whose clock goes forward the day begins earlier on a clock that stays.
    let later = |other: &ProfileId| (*other, forward(profile) - forward(*other));
    let changing = reached.iter().filter(|other| forward(**other) != 0);
    OwnChange {
        change,
        forward: forward(profile),
        own: own.collect(),
        others: changing.map(later).filter(|(_, later)| *later != 0).collect(),
    }
}

/// `Noah 1 h earlier`, on the clock of which all times are.
fn of_others(view: &View<'_>, change: &OwnChange<'_>) -> Option<String> {
    let mut by_size: Vec<(i32, Vec<ProfileId>)> = Vec::new();
    for (profile, later) in &change.others {
        match by_size.iter_mut().find(|(known, _)| known == later) {
            Some((_, profiles)) => profiles.push(*profile),
            None => by_size.push((*later, vec![*profile])),
        }
    }
    let words = |(later, profiles): &(i32, Vec<ProfileId>)| {
        let way = if *later < 0 { "earlier" } else { "later" };
        format!("{} {} {way}", view.roll.list_of(profiles), length(Minutes(later.unsigned_abs())))
    };
    let told: Vec<String> = by_size.iter().map(words).collect();
    (!told.is_empty()).then(|| and(&told))
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

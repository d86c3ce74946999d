//! The dates on which clocks change, and what moves for whom.

use std::collections::VecDeque;

use chrono::Datelike;
use tzplan::agreement::{ClockChange, ClockMove, Moved, MovedWhat};
use tzplan::stays::LongStay;
use tzplan::{Minutes, ProfileId};

use super::alike::alike;
use super::core_hours::spoken;
use super::standups::at;
use super::{Item, Section, View};
use crate::words::ink::{Ink, Text};
use crate::words::length::length;
use crate::words::people::{and, stays};

/// Columns of a place.
const PLACE: usize = 80;

pub(super) fn section(view: &View<'_>) -> Option<Section> {
    let changes = &view.agreement.clock_changes;
    let item = |(first, second): (&ClockChange, Option<&ClockChange>)| {
        let label =
            |change: &ClockChange| format!("{} {}", change.date.weekday(), view.dates.day(change.date));
        let mut text = Text::from(view.whose(first) + &view.arrived(first));
        let mut label_of_both = label(first);
        if let Some(second) = second {
            label_of_both = format!("{label_of_both}, {}", label(second));
            text.plain(if is_forward(first) { ", then back" } else { ", then forward" });
        }
        let moves = view.by_what(first);
        if !moves.is_empty() {
            text.plain(": ");
            text.push(Ink::Strong, &moves.join(", "));
        }
        Item { label: label_of_both, text }
    };
    let intro = match changes.is_empty() {
        true => "Nobody's clock changes on these dates.",
        false => "From these dates on, on own clocks; the times stand above.",
    };
    Some(Section {
        heading: "When clocks change".to_owned(),
        intro: intro.to_owned(),
        items: there_and_back(view, changes).into_iter().map(item).collect(),
    })
}

/// Changes in order, each with the next one that takes it back, where the same is to be said of both.
fn there_and_back<'a>(
    view: &View<'_>,
    changes: &'a [ClockChange],
) -> Vec<(&'a ClockChange, Option<&'a ClockChange>)> {
    let mut left: VecDeque<&ClockChange> = changes.iter().collect();
    let mut pairs = Vec::new();
    while let Some(first) = left.pop_front() {
        let of_the_same =
            |one: &&ClockChange| one.clocks.iter().map(profile).eq(first.clocks.iter().map(profile));
        let next = left.iter().position(of_the_same);
        let back = next.filter(|place| {
            let said = |change| (view.by_what(change), view.arrived(change));
            is_back(first, left[*place]) && said(first) == said(left[*place])
        });
        pairs.push((first, back.and_then(|place| left.remove(place))));
    }
    pairs
}

fn profile(clock: &ClockMove) -> ProfileId {
    clock.profile
}

/// Whether all clocks that change are set in one direction and, by the other change, back by as much.
fn is_back(one: &ClockChange, other: &ClockChange) -> bool {
    let forward = is_forward(one);
    let undone = |(a, b): (&ClockMove, &ClockMove)| a.forward == -b.forward && (a.forward > 0) == forward;
    let home = one.home_forward == -other.home_forward;
    !one.clocks.is_empty() && home && one.clocks.iter().zip(&other.clocks).all(undone)
}

fn is_forward(change: &ClockChange) -> bool {
    change.clocks.first().is_some_and(|clock| clock.forward > 0)
}

impl View<'_> {
    /// `Ben and Chloé 1 h forward`.
    pub(crate) fn whose(&self, change: &ClockChange) -> String {
        let mut by_size: Vec<(i32, Vec<ProfileId>)> = Vec::new();
        for clock in &change.clocks {
            match by_size.iter_mut().find(|(forward, _)| *forward == clock.forward) {
                Some((_, profiles)) => profiles.push(clock.profile),
                None => by_size.push((clock.forward, vec![clock.profile])),
            }
        }
        let mut told: Vec<String> = by_size
            .into_iter()
            .map(|(forward, profiles)| format!("{} {}", self.roll.list_of(&profiles), by(forward)))
            .collect();
        if told.is_empty() && change.home_forward != 0 {
            told.push(format!("the clock in {} {}", self.home.place(), by(change.home_forward)));
        }
        if told.is_empty() { "Agreed shifts change".to_owned() } else { and(&told) }
    }

    /// The same where the opening does not name every long stay: there who is where stands once.
    fn arrived(&self, change: &ClockChange) -> String {
        if self.stays.len() <= stays::MOST { String::new() } else { self.arrivals(change) }
    }

    /// ` (Cy in Mexico City from then on)`, of those whose long stay begins or ends.
    pub(crate) fn arrivals(&self, change: &ClockChange) -> String {
        let prepared = self.agreement.prepared();
        let on = |stay: &&LongStay| [stay.dates.first(), stay.dates.after()].contains(&change.date);
        let mut told: Vec<String> = Vec::new();
        for stay in self.stays.iter().filter(on) {
            let alike = prepared.team().members().filter(|member| member.schedule_id() == stay.schedule);
            let alike: Vec<_> = alike.collect();
            let place = stays::place_on(prepared, alike[0], change.date);
            let place = self.roll.names().fit(&place, PLACE);
            let sentence = format!("{} in {place} from then on", self.roll.list(&alike));
            if !told.contains(&sentence) {
                told.push(sentence);
            }
        }
        if told.is_empty() { String::new() } else { format!(" ({})", told.join(", ")) }
    }

    /// `Ana: core hours 09:30–13:30 → 08:30–12:30, stand-up 09:30 → 08:30`; a phrase for all for whom the
    /// same moves.
    pub(crate) fn moves(&self, change: &ClockChange) -> Vec<String> {
        let phrase = |moved: &Moved| {
            let (what, times) = (what(&moved.what), times(&moved.what));
            format!("{what} {times}")
        };
        let of_one =
            |moves: &[Moved]| (moves[0].profile, moves.iter().map(phrase).collect::<Vec<_>>().join(", "));
        let alike = alike(change.moves.chunk_by(|a, b| a.profile == b.profile).map(of_one)).into_iter();
        alike.map(|(profiles, what)| format!("{}: {what}", self.roll.list_of(&profiles))).collect()
    }

    /// Everybody whose core hours or stand-up they are.
    fn whose_all(&self, what: &MovedWhat) -> &[ProfileId] {
        let (groups, standups) = (&self.agreement.groups, &self.agreement.standups);
        let found = match what {
            MovedWhat::Standup { pod, .. } => {
                standups.iter().find(|one| one.pod == *pod).map(|one| &one.profiles)
            }
            _ => groups.iter().find(|one| one.pod == pod(what)).map(|one| &one.profiles),
        };
        found.map_or(&[], Vec::as_slice)
    }

    /// `new core hours`, `new stand-up time for Ana`; the times stand above, so that here are those of
    /// people's own days only.
    fn by_what(&self, change: &ClockChange) -> Vec<String> {
        let mut by_what: Vec<(String, Vec<&Moved>)> = Vec::new();
        for moved in &change.moves {
            let what = what(&moved.what);
            match by_what.iter_mut().find(|(known, _)| *known == what) {
                Some((_, moves)) => moves.push(moved),
                None => by_what.push((what, vec![moved])),
            }
        }
        let told = |(what, moves): (String, Vec<&Moved>)| {
            if let MovedWhat::Day { .. } = moves[0].what {
                let each = alike(moves.iter().map(|moved| (moved.profile, times(&moved.what)))).into_iter();
                let each = each.map(|(profiles, times)| format!("{} {times}", self.roll.list_of(&profiles)));
                return format!("{what}: {}", each.collect::<Vec<_>>().join(", "));
            }
            let profiles: Vec<ProfileId> = moves.iter().map(|moved| moved.profile).collect();
            let all = self.whose_all(&moves[0].what).iter().all(|one| profiles.contains(one));
            match (all, &moves[0].what) {
                (true, _) => format!("new {what}"),
                (_, MovedWhat::Standup { pod: None, .. }) => {
                    format!("new {what} for {}", self.roll.list_of(&profiles))
                }
                _ => format!("new {what} for {}", self.roll.counting_of(&profiles)),
            }
        };
        by_what.into_iter().map(told).collect()
    }
}

pub(super) fn by(forward: i32) -> String {
    let way = if forward < 0 { "back" } else { "forward" };
    format!("{} {way}", length(Minutes(forward.unsigned_abs())))
}

/// `core hours of pod 1`.
pub(super) fn what(what: &MovedWhat) -> String {
    let of = pod(what).map_or_else(String::new, |pod| format!(" of pod {}", pod + 1));
    match what {
        MovedWhat::CoreHours { .. } => format!("core hours{of}"),
        MovedWhat::Standup { .. } => format!("stand-up time{of}"),
        MovedWhat::Day { .. } => "own day".to_owned(),
    }
}

fn pod(what: &MovedWhat) -> Option<usize> {
    match what {
        MovedWhat::CoreHours { pod, .. } | MovedWhat::Standup { pod, .. } => *pod,
        MovedWhat::Day { .. } => None,
    }
}

/// `09:30–13:30 → 08:30–12:30`.
fn times(what: &MovedWhat) -> String {
    let (from, to) = from_to(what);
    format!("{from} → {to}")
}

/// `09:30–13:30` and `08:30–12:30`.
pub(super) fn from_to(what: &MovedWhat) -> (String, String) {
    match what {
        MovedWhat::CoreHours { from, to, .. } | MovedWhat::Day { from, to } => (spoken(from), spoken(to)),
        MovedWhat::Standup { from, to, .. } => (at(from), at(to)),
    }
}

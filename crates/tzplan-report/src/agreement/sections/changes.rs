//! The dates on which clocks change, and what moves for whom.

use chrono::Datelike;
use tzplan::agreement::{ClockChange, Moved, MovedWhat};
use tzplan::{Minutes, ProfileId};

use super::core_hours::spoken;
use super::standups::at;
use super::{Item, Section, View};
use crate::words::ink::{Ink, Text};
use crate::words::length::length;
use crate::words::people::and;

/// The most names whose clocks change, in a line.
const MOST_NAMES: usize = 6;

pub(super) fn section(view: &View<'_>) -> Option<Section> {
    let changes = &view.agreement.clock_changes;
    let item = |change: &ClockChange| {
        let date = change.date;
        let label = format!("{} {}", date.weekday(), view.dates.day(date));
        let mut text = Text::from(view.whose(change));
        let moves = view.moves(change);
        if moves.is_empty() {
            text.plain(". Nothing else moves.");
        } else {
            text.plain(". ");
            text.push(Ink::Strong, &moves.join("; "));
            text.plain(".");
        }
        Item { label, text }
    };
    let intro = match changes.is_empty() {
        true => "Nobody's clock changes on these dates.",
        false => "From these dates on, on everybody's own clock.",
    };
    Some(Section {
        heading: "When clocks change",
        intro: intro.to_owned(),
        items: changes.iter().map(item).collect(),
    })
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
            .map(|(forward, profiles)| {
                format!("{} {}", self.roll.list_of(&profiles, MOST_NAMES), by(forward))
            })
            .collect();
        if told.is_empty() && change.home_forward != 0 {
            told.push(format!("the clock in {} {}", self.home.place(), by(change.home_forward)));
        }
        if told.is_empty() { "Agreed shifts change".to_owned() } else { and(&told) }
    }

    /// `Ana: core hours 09:30–13:30 → 08:30–12:30, stand-up 09:30 → 08:30`; a phrase for each profile.
    pub(crate) fn moves(&self, change: &ClockChange) -> Vec<String> {
        let of_one = |moves: &[Moved]| {
            let what: Vec<String> = moves.iter().map(what).collect();
            format!("{}: {}", self.label(moves[0].profile), what.join(", "))
        };
        change.moves.chunk_by(|a, b| a.profile == b.profile).map(of_one).collect()
    }
}

fn by(forward: i32) -> String {
    let way = if forward < 0 { "back" } else { "forward" };
    format!("{} {way}", length(Minutes(forward.unsigned_abs())))
}

fn what(moved: &Moved) -> String {
    let of = |pod: Option<usize>| pod.map_or_else(String::new, |pod| format!(" of pod {}", pod + 1));
    match &moved.what {
        MovedWhat::CoreHours { pod, from, to } => {
            format!("core hours{} {} → {}", of(*pod), spoken(from), spoken(to))
        }
        MovedWhat::Standup { pod, from, to } => format!("stand-up{} {} → {}", of(*pod), at(from), at(to)),
        MovedWhat::Day { from, to } => format!("own day {} → {}", spoken(from), spoken(to)),
    }
}

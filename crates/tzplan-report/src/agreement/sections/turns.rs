//! The turns of a stand-up: who gives in which week, and who gives whatever the week.

use tzplan::Minutes;
use tzplan::agreement::Standup;
use tzplan::meeting::{Rotation, RotationWeek};

use super::View;
use crate::words::always;
use crate::words::cost::name;
use crate::words::crowds::Crowds;
use crate::words::ink::{Ink, Text};
use crate::words::length::length;
use crate::words::people::and;

/// `Mon 23 Nov 16:15 (Ana 20:15, 1 h longer), Tue 1 Dec 06:45 (Tom 07:45, ½ h longer)`: each turn with those
/// whose day it makes longest, on their clocks. Where turns spare nobody that is said, with the reason, and
/// there are none; nothing where the same time every week is as fair and nobody gives all the time.
pub(super) fn turns(view: &View<'_>, standup: &Standup, rotation: &Rotation) -> Option<Text> {
    let crowds = Crowds::of(&standup.meetings, standup.meetings.prepared().team());
    let always = always::sentence(rotation, &crowds, view.roll.names());
    if standup.in_turn().is_none() {
        return always.map(|always| Text::from(format!("turns would not help: {always}")));
    }
    let mut text = Text::from(match always {
        None => "so that nobody always gives, in turns".to_owned(),
        Some(always) => format!("{always}; the others give in turns"),
    });
    text.plain(" (who gives most, on their clock): ");
    for (place, week) in rotation.weeks.iter().enumerate() {
        text.plain(if place == 0 { "" } else { ", " });
        let date = view.dates.day(week.occurrence.date);
        text.push(Ink::Strong, &format!("{} {date} {}", week.slot.day(), week.slot.time));
        let gives = who_gives(view, standup, week);
        if !gives.is_empty() {
            text.push(Ink::Warn, &format!(" ({})", and(&gives)));
        }
    }
    Some(text)
}

/// Those whose day it makes longest; whoever is off on that date gives nothing.
fn who_gives(view: &View<'_>, standup: &Standup, week: &RotationWeek) -> Vec<String> {
    let meetings = &standup.meetings;
    let crowds = Crowds::of(meetings, meetings.prepared().team());
    let of = |schedule| meetings.occurrence_for(&week.occurrence, schedule).map(|time| (schedule, time));
    let there = week.asked.iter().filter(|(_, asked)| !asked.is_missed());
    let asked: Vec<_> = there.filter_map(|(schedule, _)| of(*schedule)).collect();
    let longest = asked.iter().map(|(_, time)| time.asked.stretch).max().unwrap_or_default();
    let mut told: Vec<(Vec<String>, String)> = Vec::new();
    for (schedule, time) in asked {
        if time.asked.stretch < longest || time.asked.is_within_hours() {
            continue;
        }
        let day = if time.day == week.slot.day() { String::new() } else { format!("{} ", time.day) };
        let night = if time.asked.night > Minutes::ZERO { ", at night" } else { "" };
        let what = format!("{day}{} {} longer{night}", time.time, length(time.asked.stretch));
        let who = name(&crowds, schedule, view.roll.names());
        match told.iter_mut().find(|(_, known)| *known == what) {
            Some((people, _)) => people.push(who),
            None => told.push((vec![who], what)),
        }
    }
    told.into_iter().map(|(people, what)| format!("{} {what}", and(&people))).collect()
}

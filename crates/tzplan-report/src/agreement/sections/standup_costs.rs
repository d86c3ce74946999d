//! What a stand-up costs whom: at its one time, and in each of its turns.

use std::collections::BTreeSet;

use tzplan::agreement::Standup;
use tzplan::meeting::{Asked, Cause, Choice, Cost, Rotation, RotationWeek};
use tzplan::{Minutes, ScheduleId};

use super::View;
use crate::words::cost::name;
use crate::words::crowds::Crowds;
use crate::words::ink::{Ink, Text};
use crate::words::length::length;
use crate::words::people::{Names, and};

/// Who has to do what: `Ana ½ h longer on 30 of 52 dates`, `Olivia at most 9 h longer (½ h of the
/// meeting at night)`.
pub(super) fn costs(standup: &Standup, choice: &Choice, names: Names) -> Vec<String> {
    let (meetings, slot) = (&standup.meetings, choice.plan.slot);
    let crowds = Crowds::of(meetings, meetings.prepared().team());
    let (costs, occurrences) = (meetings.costs(slot), meetings.occurrences(slot).len());
    let mut words: Vec<(Vec<String>, String)> = Vec::new();
    let schedules: BTreeSet<ScheduleId> = costs.iter().map(|cost| cost.schedule).collect();
    for schedule in schedules {
        let own = costs.iter().filter(|cost| cost.schedule == schedule && cost.cause != Cause::DayOff);
        let (missed, longer): (Vec<&Cost>, Vec<&Cost>) = own.partition(|cost| cost.asked.no_workday);
        let told: Vec<String> = [missed, longer].iter().filter_map(|own| spoken(own, occurrences)).collect();
        if told.is_empty() {
            continue;
        }
        let (who, what) = (name(&crowds, schedule, names), told.join(" and "));
        match words.iter_mut().find(|(_, known)| *known == what) {
            Some((people, _)) => people.push(who),
            None => words.push((vec![who], what)),
        }
    }
    words.into_iter().map(|(people, what)| format!("{} {what}", and(&people))).collect()
}

/// `1 h longer on 20 of 52 dates`, `at most 9 h longer (½ h of the meeting at night)`, `no workday on 2 of 52
/// dates`.
fn spoken(own: &[&Cost], occurrences: usize) -> Option<String> {
    let first = own.first()?;
    let dates: usize = own.iter().map(|cost| cost.dates.len()).sum();
    let often =
        if dates == occurrences { String::new() } else { format!(" on {dates} of {occurrences} dates") };
    if first.asked.no_workday {
        return Some(format!("no workday{often}"));
    }
    let most = |of: &dyn Fn(&Asked) -> Minutes| {
        let all = || own.iter().map(|cost| of(&cost.asked));
        let most = all().max().unwrap_or_default();
        let at_most = if all().all(|one| one == most) { "" } else { "at most " };
        (most, at_most)
    };
    let (stretch, at_most) = most(&|asked| asked.stretch);
    let night = match most(&|asked| asked.night) {
        (Minutes::ZERO, _) => String::new(),
        (night, at_most) => format!(" ({at_most}{} of the meeting at night)", length(night)),
    };
    Some(format!("{at_most}{} longer{night}{often}", length(stretch)))
}

/// `Mon 23 Nov 16:15 (Jack Tue 02:15 at night), Tue 1 Dec 06:15 (Tom Mon 23:15 at night)`: each turn with
/// those who give most in it, on their clocks.
pub(super) fn turns(view: &View<'_>, standup: &Standup, rotation: &Rotation) -> Text {
    let mut text = Text::from("so that nobody always gives, in turns (who gives most, on their clock): ");
    for (place, week) in rotation.weeks.iter().enumerate() {
        text.plain(if place == 0 { "" } else { ", " });
        let date = view.dates.day(week.occurrence.date);
        text.push(Ink::Strong, &format!("{} {date} {}", week.slot.day(), week.slot.time));
        let gives = who_gives(view, standup, week);
        if !gives.is_empty() {
            text.push(Ink::Warn, &format!(" ({})", and(&gives)));
        }
    }
    text
}

/// Those who have it on no workday or at night; where nobody has, those whose day it makes longest.
fn who_gives(view: &View<'_>, standup: &Standup, week: &RotationWeek) -> Vec<String> {
    let meetings = &standup.meetings;
    let crowds = Crowds::of(meetings, meetings.prepared().team());
    let of = |schedule| meetings.occurrence_for(&week.occurrence, schedule).map(|time| (schedule, time));
    let asked: Vec<_> = week.asked.iter().filter_map(|(schedule, _)| of(*schedule)).collect();
    let is_dear = |asked: &Asked| asked.no_workday || asked.night > Minutes::ZERO;
    let (any_dear, longest) = (
        asked.iter().any(|(_, time)| is_dear(&time.asked)),
        asked.iter().map(|(_, time)| time.asked.stretch).max().unwrap_or_default(),
    );
    let mut told: Vec<(Vec<String>, String)> = Vec::new();
    for (schedule, time) in asked {
        let gives = if any_dear { is_dear(&time.asked) } else { time.asked.stretch == longest };
        if !gives || time.asked.is_within_hours() {
            continue;
        }
        let day = if time.day == week.slot.day() { String::new() } else { format!("{} ", time.day) };
        let what = match (time.asked.no_workday, time.asked.night) {
            (true, _) => "no workday".to_owned(),
            (_, Minutes::ZERO) => format!("{} longer", length(time.asked.stretch)),
            _ => "at night".to_owned(),
        };
        let (who, what) = (name(&crowds, schedule, view.roll.names()), format!("{day}{} {what}", time.time));
        match told.iter_mut().find(|(_, known)| *known == what) {
            Some((people, _)) => people.push(who),
            None => told.push((vec![who], what)),
        }
    }
    told.into_iter().map(|(people, what)| format!("{} {what}", and(&people))).collect()
}

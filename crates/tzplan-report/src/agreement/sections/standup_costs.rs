//! What a stand-up costs whom: at its one time, and in each of its turns.

use std::collections::BTreeSet;

use tzplan::agreement::Standup;
use tzplan::meeting::{Asked, Cause, Choice, Cost, Rotation, RotationWeek};
use tzplan::{Minutes, ScheduleId};

use super::View;
use crate::words::cost::name;
use crate::words::crowds::Crowds;
use crate::words::dates::counted;
use crate::words::ink::{Ink, Text};
use crate::words::length::length;
use crate::words::people::{Names, and};
use crate::words::shown_of;

/// The most people of a time that asks too much who are named.
const MOST_GIVERS: usize = 3;

/// Who has to do what: `Ana ½ h longer on 30 of 52 dates`, `Olivia at most 9 h longer (½ h of the
/// meeting at night)`.
pub(super) fn costs(standup: &Standup, choice: &Choice, names: Names) -> Vec<String> {
    costs_of(standup, choice, names, |_| true)
}

/// The same of those who are required, also of whom it asks no more than may be asked: those who would give
/// most come first; of many the others are counted.
pub(super) fn most_first(standup: &Standup, choice: &Choice, names: Names) -> Vec<String> {
    let (meetings, team) = (&standup.meetings, standup.meetings.prepared().team());
    let costs = meetings.costs(choice.plan.slot);
    let mut whose: Vec<(Asked, ScheduleId, usize)> = Vec::new();
    for cost in costs.iter().filter(|cost| cost.cause != Cause::DayOff) {
        match whose.iter_mut().find(|(_, known, _)| *known == cost.schedule) {
            Some((asked, ..)) => *asked = (*asked).max(cost.asked),
            None => {
                let those = team.members().filter(|member| member.schedule_id() == cost.schedule);
                let required = those.filter(|member| member.counts_as_required()).count();
                whose.push((cost.asked, cost.schedule, required));
            }
        }
    }
    whose.retain(|(.., required)| *required > 0);
    // Stable: order of schedules among equals.
    whose.sort_by_key(|(asked, ..)| std::cmp::Reverse(*asked));
    let shown = shown_of(whose.len(), MOST_GIVERS);
    let named = |(_, schedule, _): &(Asked, ScheduleId, usize)| {
        costs_of(standup, choice, names, |one| one == *schedule)
    };
    let mut told: Vec<String> = whose[..shown].iter().flat_map(named).collect();
    let others: usize = whose[shown..].iter().map(|(.., required)| required).sum();
    if others > 0 {
        told.push(counted(others as u64, "other", "others"));
    }
    told
}

fn costs_of(
    standup: &Standup,
    choice: &Choice,
    names: Names,
    whose: impl Fn(ScheduleId) -> bool,
) -> Vec<String> {
    let (meetings, slot) = (&standup.meetings, choice.plan.slot);
    let crowds = Crowds::of(meetings, meetings.prepared().team());
    let (costs, occurrences) = (meetings.costs(slot), meetings.occurrences(slot).len());
    let mut words: Vec<(Vec<String>, String)> = Vec::new();
    let schedules: BTreeSet<ScheduleId> = costs.iter().map(|cost| cost.schedule).collect();
    for schedule in schedules.into_iter().filter(|schedule| whose(*schedule)) {
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

/// `Mon 23 Nov 16:15 (Ana 20:15, 1 h longer), Tue 1 Dec 06:45 (Tom 07:45, ½ h longer)`: each turn with those
/// whose day it makes longest, on their clocks.
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

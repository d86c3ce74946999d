//! The calendar of a working agreement: core hours, stand-ups, and notices of clock changes.

use std::collections::HashSet;
use std::io;

use chrono::{Datelike, NaiveDate};
use tzplan::agreement::{Agreement, CoreRun, Group};
use tzplan::meeting::Occurrence;

use super::event::{Event, Start, Wall};
use super::{dates_of_range, file_name, line, rotation_events, slot_events};
use crate::agreement::AgreementDocument;
use crate::agreement::sections::View;
use crate::context::Context;
use crate::words::clock::MON_TO_FRI;
use crate::words::people::Names;

/// Writes an agreement as a calendar. Core hours recur through each season, on the home clock; stand-ups
/// through all of the planning range, those that suit nobody as their turns; on the dates on which clocks
/// change there is a notice for the whole day. Days off leave nothing out: those who are off miss it.
///
/// # Errors
///
/// Those of the writer.
pub fn agreement(out: &mut dyn io::Write, agreement: &Agreement, context: Context<'_>) -> io::Result<()> {
    let source = file_name(context.source);
    let wall = Wall::of(agreement.prepared().horizon().home());
    let document = AgreementDocument::new(agreement, context);
    let view = View::of(&document, Names::Whole);
    let mut events = Vec::new();
    for (place, group) in agreement.groups.iter().enumerate() {
        events.extend(core_hours(agreement, &view, place, group, &wall, source));
    }
    for standup in &agreement.standups {
        let Some(choice) = &standup.choice else { continue };
        let group = label(standup.pod);
        let title = format!("Stand-up, {group}");
        let uid = |what: &str| line::uid(&[source, &wall.zone().name(), "stand-up", &group, what]);
        match standup.in_turn() {
            Some(rotation) => {
                let team = standup.meetings.prepared().team();
                let uid = |week: NaiveDate| uid(&week.to_string());
                events.extend(rotation_events(team, &standup.meetings, rotation, &title, uid));
            }
            None => {
                for slot in &choice.slots {
                    let uid = uid(&super::spelled(*slot));
                    let times = view.own_times(standup).join("\n");
                    events.extend(slot_events(&standup.meetings, *slot, &[], &uid, &title, &times));
                }
            }
        }
    }
    events.extend(notices(agreement, context));
    super::write(out, dates_of_range(agreement.prepared().horizon()), &events)
}

/// Writes the dates on which clocks change as a calendar: what moves for whom.
///
/// # Errors
///
/// Those of the writer.
pub fn clock_changes(out: &mut dyn io::Write, agreement: &Agreement, context: Context<'_>) -> io::Result<()> {
    let horizon = agreement.prepared().horizon();
    super::write(out, dates_of_range(horizon), &notices(agreement, context))
}

/// A notice for each date.
fn notices(agreement: &Agreement, context: Context<'_>) -> Vec<Event> {
    let document = AgreementDocument::new(agreement, context);
    let view = View::of(&document, Names::Whole);
    let notice = |change: &tzplan::agreement::ClockChange| {
        let moves = view.moves(change);
        let description = if moves.is_empty() { "Nothing else moves.".to_owned() } else { moves.join("\n") };
        Event {
            zone: agreement.prepared().horizon().home().clone(),
            uid: line::uid(&[file_name(context.source), "clock-change", &change.date.to_string()]),
            start: Start::Day(change.date),
            title: format!("Clocks change: {}{}", view.whose(change), view.arrivals(change)),
            description,
        }
    };
    agreement.clock_changes.iter().map(notice).collect()
}

/// An event for each season and time of the day.
fn core_hours(
    agreement: &Agreement,
    view: &View<'_>,
    place: usize,
    group: &Group,
    wall: &Wall<'_>,
    source: &str,
) -> Vec<Event> {
    let group_name = label(group.pod);
    let mut events = Vec::new();
    for (season, agreed) in agreement.seasons.iter().enumerate() {
        let last_season = season + 1 == agreement.seasons.len();
        // A season that the planning range cuts at its end is known by its beginning, any other by its end.
        let when = match last_season {
            true => format!("from {}", agreed.season.first()),
            false => format!("to {}", agreed.season.last()),
        };
        for run in agreement.core_hours_of(place, season) {
            let Some(minutes) = run.occurrences.first().map(minutes) else { continue };
            let parts = [
                source,
                &wall.zone().name(),
                "core-hours",
                &group_name,
                &when,
                &format!("{} {minutes}", run.time),
            ];
            let uid = line::uid(&parts);
            let title = match agreement.is_in_pods() {
                true => format!("Core hours, {group_name}"),
                false => "Core hours".to_owned(),
            };
            let own = view.each(&group.core[season].people, MON_TO_FRI).join("\n");
            let event = |uid, start| Event {
                zone: wall.zone().clone(),
                uid,
                start,
                title: title.clone(),
                description: own.clone(),
            };
            events.extend(recurring(wall, &run, &uid, event));
        }
    }
    events
}

/// Core hours at one time of some weekdays: those that recur in one event, the others one by one.
fn recurring(
    wall: &Wall<'_>,
    run: &CoreRun,
    uid: &str,
    event: impl Fn(String, Start) -> Event,
) -> Vec<Event> {
    let (time, days) = (run.time, run.days);
    let plain = |occurrence: &&Occurrence| wall.is_plain(occurrence, time);
    let mut events = Vec::new();
    let recurs: Vec<&Occurrence> = run.occurrences.iter().filter(plain).collect();
    if let (Some(first), Some(last)) = (recurs.first(), recurs.last()) {
        let dates: HashSet<NaiveDate> = recurs.iter().map(|occurrence| occurrence.date).collect();
        let between = first.date.iter_days().take_while(|date| *date < last.date);
        let on_days = between.filter(|date| days.contains(date.weekday()));
        let except = on_days.filter(|date| !dates.contains(date)).collect();
        let start = Start::Local { first: **first, last: **last, time, days, except };
        events.push(event(uid.to_owned(), start));
    }
    for occurrence in run.occurrences.iter().filter(|occurrence| !plain(occurrence)) {
        let uid = format!("{}-{uid}", occurrence.date.format("%Y%m%d"));
        events.push(event(uid, Start::Utc(*occurrence)));
    }
    events
}

fn minutes(occurrence: &Occurrence) -> i32 {
    occurrence.end.epoch_minutes() - occurrence.start.epoch_minutes()
}

/// `everyone`, `pod 2`.
fn label(pod: Option<usize>) -> String {
    pod.map_or("everyone".to_owned(), |pod| format!("pod {}", pod + 1))
}

//! Meetings as iCalendar files (RFC 5545) that other programs read right through every clock change.
//!
//! - What recurs is written once, in the anchor's zone, with the zone's rules in use over the planning range beside it
//!   (VTIMEZONE: a part for each change of offset, none left to a rule of a year that the range does not reach).
//!   Anchors with a fixed offset are written in UTC, where they never change.
//! - An occurrence whose time the anchor's clock skips, shows twice or jumps during is written as an event of its
//!   own, in UTC: programs disagree about what such a local time means.
//! - What days off spoil for somebody required is left out (EXDATE), unless it is to be kept.
//! - UIDs are made of the roster's file name, the anchor and the slot (of a rotation: the week's first date): the same
//!   meeting exported again, from another day on or with another title, is the same event.
//! - DTSTAMP is the first date planned, at 00:00 UTC: no clock is read. Addresses are never written.
//!
//! Names and titles are data: control characters are gone and everything else is escaped, so that no line of the file
//! is theirs. Lines fold at 75 octets, never inside a character.

mod event;
mod line;
mod timezone;

use std::collections::HashSet;
use std::io;

use chrono::NaiveDate;

use tzplan::Team;
use tzplan::meeting::{Cost, Meetings, Occurrence, Rotation, Slot};

use crate::context::Context;
use crate::words::cost::{MOST_TOLD, asked_in_words, costs_in_words};
use crate::words::crowds::Crowds;
use crate::words::people::Names;
use event::{Event, Start, Wall};
use line::Lines;

/// What an iCalendar file says besides when it is.
#[derive(Clone, Copy, Debug)]
pub struct Invitation<'a> {
    /// The events' title.
    pub title: &'a str,
    /// What becomes of occurrences that days off spoil for somebody required.
    pub spoilt: Spoilt,
}

/// What becomes of occurrences that days off spoil.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Spoilt {
    /// They are left out.
    LeftOut,
    /// They are held all the same.
    Held,
}

/// Writes a slot with all its occurrences in the planning range, or the one of a meeting that happens once.
///
/// # Errors
///
/// Those of the writer.
pub fn slot(
    out: &mut dyn io::Write,
    team: &Team,
    meetings: &Meetings,
    slot: Slot,
    invitation: Invitation<'_>,
    context: Context<'_>,
) -> io::Result<()> {
    let occurrences = meetings.occurrences(slot);
    let left_out: Vec<Occurrence> = match (invitation.spoilt, slot.date) {
        (Spoilt::LeftOut, None) => meetings.exceptions(slot),
        _ => Vec::new(),
    };
    let held = |occurrence: &Occurrence| !left_out.contains(occurrence);
    let wall = Wall::of(meetings.anchor());
    // A local time that does not name one instant cannot recur.
    let plain = |occurrence: &Occurrence| wall.is_plain(occurrence, slot);
    let recurs = |occurrence: &Occurrence| plain(occurrence) && held(occurrence);
    let uid = line::uid(&[file_name(context.source), &meetings.anchor().name(), &spelled(slot)]);
    let description = description(team, meetings, slot, &left_out);
    let event = |uid, start| Event { uid, start, title: invitation.title, description: &description };
    let mut events = Vec::new();
    let ends = (occurrences.iter().position(recurs), occurrences.iter().rposition(recurs));
    if let (Some(first), Some(last)) = ends {
        let recurring: HashSet<NaiveDate> = occurrences
            .iter()
            .filter(|occurrence| recurs(occurrence))
            .map(|occurrence| occurrence.date)
            .collect();
        let (first, last) = (occurrences[first], occurrences[last]);
        // Also the dates that the clock skips: programs count weeks.
        let weeks = first.date.iter_weeks().take_while(|date| *date < last.date);
        let except = weeks.filter(|date| !recurring.contains(date)).collect();
        events.push(event(uid.clone(), Start::Local { first, last, slot, except }));
    }
    for occurrence in occurrences.iter().filter(|occurrence| !plain(occurrence) && held(occurrence)) {
        let uid = format!("{}-{uid}", occurrence.date.format("%Y%m%d"));
        events.push(event(uid, Start::Utc(*occurrence)));
    }
    write(out, meetings, &wall, &events)
}

/// Writes a rotation: an event for each week.
///
/// # Errors
///
/// Those of the writer.
pub fn rotation(
    out: &mut dyn io::Write,
    team: &Team,
    meetings: &Meetings,
    rotation: &Rotation,
    invitation: Invitation<'_>,
    context: Context<'_>,
) -> io::Result<()> {
    let wall = Wall::of(meetings.anchor());
    let (source, anchor) = (file_name(context.source), meetings.anchor().name());
    let crowds = Crowds::of(meetings, team);
    let descriptions: Vec<String> = rotation
        .weeks
        .iter()
        .map(|week| asked_in_words(&crowds, week, MOST_TOLD, Names::Cut).join("\n"))
        .collect();
    let events = rotation.weeks.iter().zip(&descriptions).map(|(week, description)| {
        let (occurrence, slot) = (week.occurrence, week.slot);
        let start = match wall.is_plain(&occurrence, slot) {
            true => Start::Local { first: occurrence, last: occurrence, slot, except: Vec::new() },
            false => Start::Utc(occurrence),
        };
        let uid = line::uid(&[source, &anchor, "rotation", &week.first.to_string()]);
        Event { uid, start, title: invitation.title, description }
    });
    write(out, meetings, &wall, &events.collect::<Vec<_>>())
}

fn write(
    out: &mut dyn io::Write,
    meetings: &Meetings,
    wall: &Wall<'_>,
    events: &[Event<'_>],
) -> io::Result<()> {
    let mut lines = Lines::new(out);
    lines.plain("BEGIN:VCALENDAR")?;
    lines.plain("VERSION:2.0")?;
    lines.plain("PRODID:-//tzplan//tzplan//EN")?;
    lines.plain("CALSCALE:GREGORIAN")?;
    if events.iter().any(Event::is_local) {
        timezone::write(&mut lines, wall, meetings)?;
    }
    let stamp = format!("DTSTAMP:{}T000000Z", meetings.horizon().from().format("%Y%m%d"));
    for event in events {
        event.write(&mut lines, wall, &stamp)?;
    }
    lines.plain("END:VCALENDAR")
}

/// Who is outside their hours, and what is left out.
fn description(team: &Team, meetings: &Meetings, slot: Slot, left_out: &[Occurrence]) -> String {
    let crowds = Crowds::of(meetings, team);
    let is_held = |cost: &Cost| {
        cost.dates.iter().any(|date| !left_out.iter().any(|occurrence| occurrence.date == *date))
    };
    let costs: Vec<Cost> = meetings.costs(slot).into_iter().filter(is_held).collect();
    let mut lines = costs_in_words(&crowds, meetings, slot, &costs);
    if !left_out.is_empty() {
        let dates = left_out.iter().map(|occurrence| occurrence.date.to_string());
        lines.push(format!("Left out for days off: {}", dates.collect::<Vec<_>>().join(", ")));
    }
    lines.join("\n")
}

/// The roster's name without its folder.
fn file_name(source: &str) -> &str {
    source.rsplit(['/', '\\']).next().unwrap_or(source)
}

/// `Tue 14:00`, `2026-12-08 14:00`.
fn spelled(slot: Slot) -> String {
    match slot.date {
        Some(date) => format!("{date} {}", slot.time),
        None => format!("{} {}", slot.day(), slot.time),
    }
}

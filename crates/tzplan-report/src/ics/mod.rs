//! Meetings and agreements as iCalendar files (RFC 5545) that other programs read right through every clock
//! change.
//!
//! - What recurs is written once, in the anchor's zone, with the zone's rules beside it. Where they are
//!   yearly in all the years ahead, VTIMEZONE says so by an RRULE (there are readers that take a zone without
//!   one for a zone without summer time); changes that come once are shown one by one, as far as the planning
//!   range goes. Anchors with a fixed offset are written in UTC, where they never change.
//! - An occurrence whose time the anchor's clock skips, shows twice or jumps during is written as an event of
//!   its own, in UTC: programs disagree about what such a local time means.
//! - What days off spoil for somebody required is left out (EXDATE), unless it is to be kept.
//! - UIDs are made of the roster's file name, the anchor and the slot (of a rotation: the week's first date):
//!   the same meeting exported again, from another day on or with another title, is the same event.
//! - DTSTAMP is the first date planned, at 00:00 UTC: no clock is read. Addresses are never written.
//!
//! Names and titles are data: control characters are gone and everything else is escaped, so that no line of
//! the file is theirs. Lines fold at 75 octets, never inside a character.

mod agreement;
mod event;
mod line;
mod timezone;
mod yearly;

use std::collections::{BTreeSet, HashSet};
use std::io;

use chrono::{NaiveDate, WeekdaySet};
use tzplan::meeting::{Cause, Cost, Meetings, Occurrence, Rotation, RotationWeek, Slot};
use tzplan::{Horizon, Team, Zone};

use crate::context::Context;
use crate::words::clean;
use crate::words::cost::{MOST_TOLD, asked_in_words, costs_in_words, days_off_in_words};
use crate::words::crowds::Crowds;
use crate::words::people::Names;
pub use agreement::{agreement, clock_changes};
use event::{Event, Start, Wall};
use line::Lines;

/// Columns that the name of a holiday may take.
const LONGEST_HOLIDAY: usize = 60;

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
    let left_out: Vec<Occurrence> = match (invitation.spoilt, slot.date) {
        (Spoilt::LeftOut, None) => meetings.exceptions(slot),
        _ => Vec::new(),
    };
    let uid = line::uid(&[file_name(context.source), &meetings.anchor().name(), &spelled(slot)]);
    let description = description(team, meetings, slot, &left_out);
    let events = slot_events(meetings, slot, &left_out, &uid, invitation.title, &description);
    write(out, dates_of(meetings), &events)
}

/// The occurrences of a slot but for some: those that recur in one event, the others one by one.
fn slot_events(
    meetings: &Meetings,
    slot: Slot,
    left_out: &[Occurrence],
    uid: &str,
    title: &str,
    description: &str,
) -> Vec<Event> {
    let occurrences = meetings.occurrences(slot);
    let held = |occurrence: &Occurrence| !left_out.contains(occurrence);
    let wall = Wall::of(meetings.anchor());
    // A local time that does not name one instant cannot recur.
    let plain = |occurrence: &Occurrence| wall.is_plain(occurrence, slot.time);
    let recurs = |occurrence: &Occurrence| plain(occurrence) && held(occurrence);
    let event = |uid, start| Event {
        zone: meetings.anchor().clone(),
        uid,
        start,
        title: title.to_owned(),
        description: description.to_owned(),
    };
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
        let (time, days) = (slot.time, WeekdaySet::single(slot.day()));
        events.push(event(uid.to_owned(), Start::Local { first, last, time, days, except }));
    }
    for occurrence in occurrences.iter().filter(|occurrence| !plain(occurrence) && held(occurrence)) {
        let uid = format!("{}-{uid}", occurrence.date.format("%Y%m%d"));
        events.push(event(uid, Start::Utc(*occurrence)));
    }
    events
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
    let (source, anchor) = (file_name(context.source), meetings.anchor().name());
    let uid = |week: NaiveDate| line::uid(&[source, &anchor, "rotation", &week.to_string()]);
    let events = rotation_events(team, meetings, rotation, invitation.title, uid);
    write(out, dates_of(meetings), &events)
}

/// An event for each week of a rotation; its UID is that of the week's first date.
fn rotation_events(
    team: &Team,
    meetings: &Meetings,
    rotation: &Rotation,
    title: &str,
    uid: impl Fn(NaiveDate) -> String,
) -> Vec<Event> {
    let (wall, crowds) = (Wall::of(meetings.anchor()), Crowds::of(meetings, team));
    let event = |week: &RotationWeek| {
        let (occurrence, slot) = (week.occurrence, week.slot);
        let (time, days) = (slot.time, WeekdaySet::single(slot.day()));
        let start = match wall.is_plain(&occurrence, time) {
            true => Start::Local { first: occurrence, last: occurrence, time, days, except: Vec::new() },
            false => Start::Utc(occurrence),
        };
        let mut lines = asked_in_words(&crowds, week, MOST_TOLD, Names::Cut);
        lines.extend(days_off_in_words(&crowds, meetings, slot, Some(occurrence.date)));
        let description = lines.join("\n");
        Event {
            zone: meetings.anchor().clone(),
            uid: uid(week.first),
            start,
            title: title.to_owned(),
            description,
        }
    };
    rotation.weeks.iter().map(event).collect()
}

/// The dates that meetings may be on: the stamp's, the first, and the first after them.
fn dates_of(meetings: &Meetings) -> [NaiveDate; 3] {
    let horizon = meetings.horizon();
    let once = meetings.options().once.map(|once| (once.first(), once.last()));
    let (first, after) = once.unwrap_or((horizon.from(), horizon.to()));
    [horizon.from(), first, after]
}

/// The same of a planning range.
fn dates_of_range(horizon: &Horizon) -> [NaiveDate; 3] {
    [horizon.from(), horizon.from(), horizon.to()]
}

fn write(
    out: &mut dyn io::Write,
    [stamped, first, after]: [NaiveDate; 3],
    events: &[Event],
) -> io::Result<()> {
    let mut lines = Lines::new(out);
    lines.plain("BEGIN:VCALENDAR")?;
    lines.plain("VERSION:2.0")?;
    lines.plain("PRODID:-//tzplan//tzplan//EN")?;
    lines.plain("CALSCALE:GREGORIAN")?;
    let mut written: Vec<&Zone> = Vec::new();
    for event in events.iter().filter(|event| event.is_local()) {
        if !written.contains(&&event.zone) {
            timezone::write(&mut lines, &Wall::of(&event.zone), first, after)?;
            written.push(&event.zone);
        }
    }
    let stamp = format!("DTSTAMP:{}T000000Z", stamped.format("%Y%m%d"));
    for event in events {
        event.write(&mut lines, &stamp)?;
    }
    lines.plain("END:VCALENDAR")
}

/// Who is outside their hours, and what is left out.
fn description(team: &Team, meetings: &Meetings, slot: Slot, left_out: &[Occurrence]) -> String {
    let crowds = Crowds::of(meetings, team);
    let is_held = |cost: &Cost| {
        cost.dates.iter().any(|date| !left_out.iter().any(|occurrence| occurrence.date == *date))
    };
    // Days off are said by name below.
    let costs = meetings.costs(slot).into_iter().filter(|cost| cost.cause != Cause::DayOff);
    let costs: Vec<Cost> = costs.filter(is_held).collect();
    let mut lines = costs_in_words(&crowds, meetings, slot, &costs);
    if !left_out.is_empty() {
        let off = meetings.dates_off(slot);
        let dates = left_out.iter().map(|occurrence| {
            let on_date = off.iter().filter(|off| off.date == occurrence.date);
            let names = on_date.filter_map(|off| off.holiday.as_deref());
            let names: BTreeSet<&str> = names.collect();
            let named = names.into_iter().map(|name| clean::fit(name, LONGEST_HOLIDAY)).collect::<Vec<_>>();
            let date = occurrence.date;
            if named.is_empty() { date.to_string() } else { format!("{date} ({})", named.join("; ")) }
        });
        lines.push(format!("Left out for days off: {}", dates.collect::<Vec<_>>().join(", ")));
    }
    lines.extend(days_off_in_words(&crowds, meetings, slot, None));
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

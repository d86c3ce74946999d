//! Slots for a meeting, the best first.

mod none;
mod slot;

use std::io;

use chrono::NaiveDate;
use serde::Serialize;

use super::MeetDocument;
use crate::json::head::Head;
use crate::json::write;
use crate::words::crowds::Crowds;
use none::{ChangeKeys, Why, change_keys};
use slot::{SlotKeys, slot_keys};

/// Slots for a meeting, the best first.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "meet"))]
pub(crate) struct MeetKeys<'a> {
    #[serde(flatten)]
    head: Head<'a>,
    /// How long it lasts, in minutes.
    duration: u32,
    /// The weekdays looked at, on the anchor's clock.
    days: String,
    /// The zone on whose clock a slot stays.
    anchor: String,
    /// How many people an occurrence needs; null where everybody required is.
    quorum: Option<usize>,
    /// The dates of a single meeting; null for a weekly one.
    once: Option<Dates>,
    /// How many slots were looked at.
    candidates: usize,
    /// How many of them are always on a workday and within the hours of everybody required, days off aside,
    /// and always have their quorum.
    clean: usize,
    /// Why none is clean; null where one is.
    why: Option<Why<'a>>,
    /// What would open one, the nearest kind first; empty where one is clean.
    nearest: Vec<ChangeKeys<'a>>,
    /// The slots listed.
    slots: Vec<SlotKeys<'a>>,
}

/// Dates of a range, both inclusive.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Dates"))]
struct Dates {
    /// The first.
    first: NaiveDate,
    /// The last.
    last: NaiveDate,
}

pub(super) fn write(document: &MeetDocument<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    let MeetDocument { prepared, meetings, meeting, clean, context } = *document;
    let team = prepared.team();
    let slots = meeting.slots.iter().take(meeting.listed);
    let (options, crowds) = (meetings.options(), Crowds::of(meetings, team));
    let keys = MeetKeys {
        head: Head::new(context, meetings.horizon()),
        duration: meetings.duration().get(),
        days: tzplan::hours::show_days(meetings.days()),
        anchor: meetings.anchor().name(),
        quorum: options.quorum,
        once: options.once.map(|dates| Dates { first: dates.first(), last: dates.last() }),
        candidates: meeting.slots.len(),
        clean,
        why: meeting.obstacles.map(|obstacles| Why::of(&crowds, obstacles)),
        nearest: meeting.changes.iter().map(|change| change_keys(&crowds, change)).collect(),
        slots: slots.map(|plan| slot_keys(team, meetings, plan)).collect(),
    };
    write::write(out, &keys)
}

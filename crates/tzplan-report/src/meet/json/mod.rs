//! Slots for a meeting, the best first.

mod none;
mod slot;

use std::io;

use chrono::{NaiveDate, WeekdaySet};
use serde::Serialize;
use tzplan::ProfileId;
use tzplan::meeting::{PodMeeting, Slot};

use super::{InPods, MeetDocument};
use crate::json::head::Head;
use crate::json::slot::SlotTime;
use crate::json::who::{GroupNames, Who};
use crate::json::write;
use crate::words::crowds::Crowds;
use none::{ChangeKeys, Why, change_keys};
use slot::{SlotKeys, off_keys, slot_keys};

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
    /// The best meeting of each pod of two or more by itself; null where a slot is clean, and for a meeting
    /// that happens once or needs a quorum.
    pods: Option<Vec<PodSlot<'a>>>,
    /// The slots listed.
    slots: Vec<SlotKeys<'a>>,
}

/// The best meeting of a pod by itself.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "PodSlot"))]
struct PodSlot<'a> {
    /// Who is in the pod, in roster order.
    names: GroupNames<'a>,
    /// The zone on whose clock it stays: of somebody in the pod; null where the dates have no such day.
    anchor: Option<String>,
    /// When it is: the first weekday of those that suit alike; null likewise.
    slot: Option<SlotTime>,
    /// All weekdays that suit alike, as `Mon-Fri`.
    days: Option<String>,
    /// Whether it is always within the hours of the pod, days off aside.
    clean: bool,
    /// How often somebody of the pod misses it for a day off, of the first weekday.
    off: u64,
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
    let MeetDocument { prepared, meetings, meeting, clean, in_pods, context } = *document;
    let who = Who::new(prepared);
    let team = prepared.team();
    let slots = meeting.slots.iter().take(meeting.listed);
    let (options, crowds) = (meetings.options(), Crowds::of(meetings, team));
    let nearest = |change| change_keys(&crowds, off_keys(team, &meetings.off_despite(change)), change);
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
        nearest: meeting.changes.iter().map(nearest).collect(),
        pods: in_pods.map(|in_pods| in_pods.keys(&who)),
        slots: slots.map(|plan| slot_keys(team, meetings, plan)).collect(),
    };
    write::write(out, &keys)
}

impl<'a> InPods<'a> {
    fn keys(self, who: &'a Who<'a>) -> Vec<PodSlot<'a>> {
        let of_pod = |(profiles, meeting): (&'a Vec<ProfileId>, &Option<PodMeeting>)| {
            let choice = meeting.as_ref().map(|meeting| &meeting.choice);
            PodSlot {
                names: GroupNames { who, profiles },
                anchor: meeting.as_ref().map(|meeting| meeting.anchor.name()),
                slot: choice.map(|choice| choice.plan.slot.into()),
                days: choice.map(|choice| {
                    tzplan::hours::show_days(choice.slots.iter().map(Slot::day).collect::<WeekdaySet>())
                }),
                clean: choice.is_some_and(|choice| choice.plan.is_clean()),
                off: choice.map_or(0, |choice| choice.plan.required.off),
            }
        };
        self.pods.pods.iter().zip(self.meetings).map(of_pod).collect()
    }
}

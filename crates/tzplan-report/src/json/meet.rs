//! Recurring slots, the best first.

use std::io;

use serde::Serialize;
use tzplan::meeting::{Burden, Cost, Demand, Meetings, SlotPlan};
use tzplan::{MemberRef, Team};

use super::head::{Head, Spelled};
use crate::{Context, Meeting};

/// Recurring slots for a meeting, the best first.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "meet"))]
pub(super) struct MeetDocument<'a> {
    #[serde(flatten)]
    head: Head<'a>,
    /// How long it lasts, in minutes.
    duration: u32,
    /// The weekdays looked at, on the anchor's clock.
    days: String,
    /// The zone on whose clock a slot stays.
    anchor: String,
    /// How many slots were looked at.
    candidates: usize,
    /// How many of them nobody required ever misses or stretches for.
    clean: usize,
    /// The slots listed.
    slots: Vec<SlotKeys<'a>>,
}

/// A weekly slot.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Slot"))]
struct SlotKeys<'a> {
    /// The weekday on the anchor's clock.
    day: Spelled<chrono::Weekday>,
    /// The time on the anchor's clock, as `15:00`.
    time: String,
    /// Whether nobody required ever misses it or works longer for it.
    clean: bool,
    /// How often it takes place in the horizon.
    occurrences: usize,
    /// What it asks of required people.
    required: BurdenKeys,
    /// What it asks of optional people.
    optional: BurdenKeys,
    /// Whom it costs what, in roster order.
    costs: Vec<CostKeys<'a>>,
}

/// What a slot asks of people.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Burden"))]
struct BurdenKeys {
    /// Occurrences missed, counted for each person.
    missed: u64,
    /// The most that anybody's day gets longer, in minutes.
    worst: u32,
    /// All of it, in minutes.
    total: u64,
}

/// What a slot costs somebody.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Cost"))]
struct CostKeys<'a> {
    /// Whom.
    name: &'a str,
    /// The first date on which it does.
    first: chrono::NaiveDate,
    /// The last date, inclusive.
    last: chrono::NaiveDate,
    /// How often.
    occurrences: u32,
    /// Whether they miss it.
    missed: bool,
    /// How much longer their day gets, in minutes; null where they miss it.
    stretch: Option<u32>,
}

impl From<Burden> for BurdenKeys {
    fn from(burden: Burden) -> Self {
        Self { missed: burden.missed, worst: burden.worst.get(), total: burden.total }
    }
}

/// Writes slots with what each costs whom; people in roster order.
///
/// # Errors
///
/// Those of the writer.
pub fn meet(
    out: &mut dyn io::Write,
    team: &Team,
    meetings: &Meetings<'_>,
    meeting: &Meeting<'_>,
    context: Context<'_>,
) -> io::Result<()> {
    let slots = meeting.slots.iter().take(meeting.listed);
    let document = MeetDocument {
        head: Head::new(context, meetings.horizon()),
        duration: meetings.duration().get(),
        days: tzplan::hours::show_days(meetings.days()),
        anchor: meeting.anchor.name(),
        candidates: meeting.slots.len(),
        clean: meeting.slots.iter().filter(|plan| plan.is_clean()).count(),
        slots: slots.map(|plan| slot_keys(team, meetings, plan)).collect(),
    };
    super::write(out, &document)
}

fn slot_keys<'a>(team: &'a Team, meetings: &Meetings<'_>, plan: &SlotPlan) -> SlotKeys<'a> {
    let costs = meetings.costs(plan.slot);
    let keys = |member: MemberRef<'a>, cost: &Cost| CostKeys {
        name: member.name(),
        first: cost.first,
        last: cost.last,
        occurrences: cost.occurrences,
        missed: cost.demand == Demand::Missed,
        stretch: match cost.demand {
            Demand::Stretch(minutes) => Some(minutes),
            Demand::Missed => None,
        },
    };
    let of = |member: MemberRef<'a>| {
        let own = costs.iter().filter(move |cost| cost.schedule == member.schedule_id());
        own.map(move |cost| keys(member, cost)).collect::<Vec<_>>()
    };
    SlotKeys {
        day: Spelled(plan.slot.day),
        time: plan.slot.time_of_day(),
        clean: plan.is_clean(),
        occurrences: meetings.occurrences(plan.slot).len(),
        required: plan.required.into(),
        optional: plan.optional.into(),
        costs: team.members().flat_map(of).collect(),
    }
}

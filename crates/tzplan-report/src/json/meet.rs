//! Recurring slots, the best first.

use std::io;

use serde::Serialize;
use tzplan::meeting::{Burden, Cost, Demand, Meetings, SlotPlan};
use tzplan::{MemberRef, Team};

use super::head::{Head, Spelled};
use crate::{Context, Meeting};

#[derive(Serialize)]
struct MeetDocument<'a> {
    #[serde(flatten)]
    head: Head<'a>,
    duration: u32,
    days: String,
    anchor: String,
    /// How many slots were looked at.
    candidates: usize,
    /// How many of them nobody required ever misses or stretches for.
    clean: usize,
    slots: Vec<SlotKeys<'a>>,
}

#[derive(Serialize)]
struct SlotKeys<'a> {
    day: Spelled<chrono::Weekday>,
    time: String,
    clean: bool,
    occurrences: usize,
    required: BurdenKeys,
    optional: BurdenKeys,
    costs: Vec<CostKeys<'a>>,
}

#[derive(Serialize)]
struct BurdenKeys {
    missed: u64,
    worst: u32,
    total: u64,
}

#[derive(Serialize)]
struct CostKeys<'a> {
    name: &'a str,
    first: chrono::NaiveDate,
    last: chrono::NaiveDate,
    occurrences: u32,
    missed: bool,
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

//! Slots for a meeting, the best first.

use std::io;

use chrono::NaiveDate;
use serde::Serialize;
use tzplan::meeting::{
    Burden, Cause, ChangeKind, Cost, Demand, Meetings, Reason, Slot, SlotChange, SlotPlan,
};
use tzplan::{MemberRef, ScheduleId, Team};

use super::head::{Head, Spelled};
use crate::crowds::Crowds;
use crate::{Context, Meeting};

#[derive(Serialize)]
struct MeetDocument<'a> {
    #[serde(flatten)]
    head: Head<'a>,
    duration: u32,
    days: String,
    anchor: String,
    quorum: Option<usize>,
    once: Option<Dates>,
    /// How many slots were looked at.
    candidates: usize,
    /// How many of them nobody required ever misses or stretches for.
    clean: usize,
    why: Option<Why<'a>>,
    nearest: Vec<ChangeKeys<'a>>,
    slots: Vec<SlotKeys<'a>>,
}

#[derive(Serialize)]
struct Dates {
    first: NaiveDate,
    last: NaiveDate,
}

/// When a slot is.
#[derive(Serialize)]
pub(super) struct SlotTime {
    #[serde(skip_serializing_if = "Option::is_none")]
    date: Option<NaiveDate>,
    day: Spelled<chrono::Weekday>,
    time: String,
}

impl From<Slot> for SlotTime {
    fn from(slot: Slot) -> Self {
        Self { date: slot.date, day: Spelled(slot.day()), time: slot.time_of_day() }
    }
}

#[derive(Serialize)]
struct SlotKeys<'a> {
    #[serde(flatten)]
    slot: SlotTime,
    clean: bool,
    occurrences: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    without_quorum: Option<u64>,
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
    cause: Spelled<Cause>,
    first: NaiveDate,
    last: NaiveDate,
    occurrences: usize,
    missed: bool,
    stretch: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    dates: Option<Vec<NaiveDate>>,
}

#[derive(Serialize)]
struct Why<'a> {
    reason: Spelled<Reason>,
    people: Vec<PeopleKeys<'a>>,
}

#[derive(Serialize)]
struct PeopleKeys<'a> {
    name: &'a str,
    members: u64,
    suit: u32,
    outside_hours: u32,
    day_off: u32,
    no_workday: u32,
}

#[derive(Serialize)]
struct ChangeKeys<'a> {
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    members: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    minutes: Option<u32>,
    slot: SlotTime,
    left_out: Vec<NaiveDate>,
}

impl From<Burden> for BurdenKeys {
    fn from(burden: Burden) -> Self {
        Self { missed: burden.missed, worst: burden.worst.get(), total: burden.total }
    }
}

/// Writes slots with what each costs whom, people in roster order; where none is clean, why, and what would open one.
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
    let (options, crowds) = (meetings.options(), Crowds::of(meetings, team));
    let document = MeetDocument {
        head: Head::new(context, meetings.horizon()),
        duration: meetings.duration().get(),
        days: tzplan::hours::show_days(meetings.days()),
        anchor: meetings.anchor().name(),
        quorum: options.quorum,
        once: options.once.map(|(first, last)| Dates { first, last }),
        candidates: meeting.slots.len(),
        clean: meeting.slots.iter().filter(|plan| plan.is_clean()).count(),
        why: meeting.obstacles.map(|obstacles| Why {
            reason: Spelled(obstacles.reason),
            people: obstacles
                .members
                .iter()
                .map(|counts| PeopleKeys {
                    name: first_name(&crowds, counts.schedule),
                    members: concerned(&crowds, counts.schedule),
                    suit: counts.free,
                    outside_hours: counts.outside_hours,
                    day_off: counts.day_off,
                    no_workday: counts.no_workday,
                })
                .collect(),
        }),
        nearest: meeting.changes.iter().map(|change| change_keys(&crowds, change)).collect(),
        slots: slots.map(|plan| slot_keys(team, meetings, plan)).collect(),
    };
    super::write(out, &document)
}

fn change_keys<'a>(crowds: &Crowds<'a>, change: &SlotChange) -> ChangeKeys<'a> {
    let (kind, schedule, minutes) = match change.kind {
        ChangeKind::LeaveOut => ("leave-out", None, None),
        ChangeKind::LongerDay { schedule, stretch } => ("longer-day", Some(schedule), Some(stretch.get())),
        ChangeKind::Optional { schedule } => ("optional", Some(schedule), None),
        ChangeKind::Shorter { duration } => ("shorter", None, Some(duration.get())),
        _ => ("other-day", None, None),
    };
    ChangeKeys {
        kind,
        name: schedule.map(|schedule| first_name(crowds, schedule)),
        members: schedule.map(|schedule| concerned(crowds, schedule)),
        minutes,
        slot: change.slot.into(),
        left_out: change.left_out.clone(),
    }
}

/// How many with a schedule count: the required ones, all where none of them is.
fn concerned(crowds: &Crowds<'_>, schedule: ScheduleId) -> u64 {
    match crowds.required(schedule) {
        0 => crowds.members(schedule),
        required => required,
    }
}

fn first_name<'a>(crowds: &Crowds<'a>, schedule: ScheduleId) -> &'a str {
    crowds.first(schedule).map_or("", MemberRef::name)
}

fn slot_keys<'a>(team: &'a Team, meetings: &Meetings<'_>, plan: &SlotPlan) -> SlotKeys<'a> {
    let costs = meetings.costs(plan.slot);
    let keys = |member: MemberRef<'a>, cost: &Cost| CostKeys {
        name: member.name(),
        cause: Spelled(cost.cause),
        first: cost.first(),
        last: cost.last(),
        occurrences: cost.dates.len(),
        missed: cost.demand == Demand::Missed,
        stretch: match cost.demand {
            Demand::Stretch(minutes) => Some(minutes),
            Demand::Missed => None,
        },
        dates: (cost.cause == Cause::DayOff).then(|| cost.dates.clone()),
    };
    let of = |member: MemberRef<'a>| {
        let own = costs.iter().filter(move |cost| cost.schedule == member.schedule_id());
        own.map(move |cost| keys(member, cost)).collect::<Vec<_>>()
    };
    SlotKeys {
        slot: plan.slot.into(),
        clean: plan.is_clean(),
        occurrences: meetings.occurrences(plan.slot).len(),
        without_quorum: meetings.options().quorum.map(|_| plan.without_quorum),
        required: plan.required.into(),
        optional: plan.optional.into(),
        costs: team.members().flat_map(of).collect(),
    }
}

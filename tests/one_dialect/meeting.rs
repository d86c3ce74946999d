//! Meetings and rotations.

use serde_json::{Value, json};
use tzplan::meeting::{
    Cause, Cost, LocalTime, MeetingOptions, Meetings, PodMeeting, RotationOptions, SlotPlan,
};
use tzplan::{Plan, ScheduleId};
use tzplan_report::{Detail, MeetDocument, Meeting, RotationDocument, Turns, Who};

use crate::compare::{Findings, People};
use crate::teams::Case;
use crate::{context, core, written};

/// None for a team of nobody, which meets nowhere.
pub fn meet(case: &Case) -> Option<Findings> {
    let prepared = &case.prepared;
    let options = MeetingOptions::default();
    let meetings = Meetings::new(prepared, &case.policy, &options);
    let (ranked, obstacles, changes) = (meetings.ranked(), meetings.obstacles(), meetings.changes());
    let clean = ranked.iter().filter(|plan| plan.is_clean()).count();
    let plan = Plan::of(prepared, &case.policy);
    let pods = plan.verdict().pods.as_ref().filter(|_| clean == 0);
    let in_pods: Vec<Option<PodMeeting>> = pods.iter().flat_map(|pods| meetings.in_pods(pods)).collect();
    let listed = ranked.len().min(3);
    let of_pod = |(names, meeting): (&Vec<tzplan::ProfileId>, &Option<PodMeeting>)| {
        let mut of_core = meeting.as_ref().map_or_else(
            || json!({"slot": null, "days": null, "clean": false, "off": 0}),
            |meeting| core(&meeting.choice),
        );
        of_core["names"] = core(names);
        of_core["anchor"] = core(&meeting.as_ref().map(|meeting| meeting.anchor.clone()));
        of_core
    };
    let of_core = json!({
        "horizon": core(meetings.horizon()),
        "duration": core(&meetings.duration()),
        "anchor": core(meetings.anchor()),
        "quorum": options.quorum,
        "once": core(&options.once),
        "candidates": ranked.len(),
        "clean": clean,
        "why": core(&obstacles),
        "nearest": core(&changes),
        "pods": pods.map(|pods| pods.pods.iter().zip(&in_pods).map(of_pod).collect::<Value>()),
        "slots": ranked[..listed].iter().map(|plan| slot(&meetings, plan)).collect::<Value>(),
    });
    let meeting = Meeting {
        slots: &ranked,
        listed,
        detail: Detail::Listed,
        obstacles: obstacles.as_ref(),
        changes: &changes,
    };
    let mut document = MeetDocument::new(prepared, &meetings, meeting, context());
    if let Some(pods) = pods {
        document = document.in_pods(pods, &in_pods);
    }
    Some(People::of(prepared).compare("meet", &of_core, &written(&document)))
}

/// A slot with what is asked of the meetings about it: local times by schedule, and costs without the dates
/// off, which are a list of their own.
fn slot(meetings: &Meetings, plan: &SlotPlan) -> Value {
    let mut of_core = core(plan);
    of_core["occurrences"] = meetings.occurrences(plan.slot).len().into();
    let times = meetings.local_times(plan.slot);
    let schedules = times.chunk_by(|a, b| a.schedule == b.schedule);
    of_core["local"] = schedules.map(|times| local(times[0].schedule, times)).collect();
    of_core["off"] = core(&meetings.dates_off(plan.slot));
    let costs: Vec<Cost> =
        meetings.costs(plan.slot).into_iter().filter(|cost| cost.cause != Cause::DayOff).collect();
    of_core["costs"] = core(&costs);
    of_core
}

fn local(schedule: ScheduleId, times: &[LocalTime]) -> Value {
    let mut seasons = core(&times);
    for season in seasons.as_array_mut().expect("a list") {
        season.as_object_mut().expect("keys").remove("schedule");
    }
    json!({"schedule": core(&schedule), "seasons": seasons})
}

/// None where there is no week to turn in.
pub fn rotation(case: &Case) -> Option<Findings> {
    let prepared = &case.prepared;
    let meetings = Meetings::new(prepared, &case.policy, &MeetingOptions::default());
    let ranked = meetings.ranked();
    let mut options = RotationOptions::default();
    options.weeks = 2;
    options.carried = vec![30];
    options.kept = 20;
    let rotation = meetings.rotation(&ranked, &options)?;
    let ledger = rotation.ledger(prepared.team());
    let mut of_core = core(&rotation);
    of_core["horizon"] = core(meetings.horizon());
    of_core["duration"] = core(&meetings.duration());
    of_core["anchor"] = core(meetings.anchor());
    of_core["candidates"] = ranked.len().into();
    of_core["ledger"] = core(&ledger);
    let name = |place: usize| prepared.team().member(place).expect("a member").name().to_owned();
    let turns = Turns {
        rotation: &rotation,
        ledger: &ledger,
        candidates: ranked.len(),
        who: &|place| Who { name: name(place), row: None },
    };
    let document = written(&RotationDocument::new(prepared, &meetings, turns, context()));
    Some(People::of(prepared).compare("rotation", &of_core, &document))
}

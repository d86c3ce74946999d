//! The meeting of a pod on the clock of somebody in it: the home clock may be nobody's there.

use tzplan::meeting::{PodMeeting, Slot};
use tzplan::{MemberRef, ProfileId};

use super::people::People;

/// `10:00 for Ravi`, `usually Tue 08:00 for Aki`; nothing where that is what the slot says anyway.
pub(crate) fn for_first(people: &People<'_>, pod: &[ProfileId], meeting: &PodMeeting) -> Option<String> {
    let slot = meeting.choice.plan.slot;
    let times = &meeting.first;
    let usual = times.first()?;
    if times.iter().all(|time| (time.day, time.time) == (slot.day(), slot.time)) {
        return None;
    }
    // Of several weekdays none is named where it is the same day.
    let day = if usual.day == slot.day() { String::new() } else { format!("{} ", next_to(slot, usual.day)) };
    let usually = if times.len() > 1 { "usually " } else { "" };
    let first =
        pod.iter().filter_map(|profile| people.members_of(*profile).map(MemberRef::index).next()).min()?;
    Some(format!("{usually}{day}{} for {}", usual.time, people.member(first)))
}

/// `the day before`, `the day after`.
fn next_to(slot: Slot, day: chrono::Weekday) -> &'static str {
    if day == slot.day().succ() { "the day after" } else { "the day before" }
}

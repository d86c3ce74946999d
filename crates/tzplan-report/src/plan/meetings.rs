//! A weekly meeting for each pod: the best slot, as `meet` finds it.

use chrono::{Datelike, Days, WeekdaySet};
use tzplan::meeting::{Choice, MeetingOptions, Meetings, SlotPlan};
use tzplan::{DateRange, Plan, PreparedTeam, ProfileId};

/// The best choice for a meeting of each pod, of the default length on the home clock; none of a team without
/// pods.
pub(super) fn of_pods(prepared: &PreparedTeam, plan: &Plan) -> Vec<Option<Choice>> {
    let pods = plan.verdict().pods.as_ref().map_or(&[][..], |pods| &pods.pods);
    pods.iter().map(|pod| best(prepared, plan, pod)).collect()
}

fn best(prepared: &PreparedTeam, plan: &Plan, pod: &[ProfileId]) -> Option<Choice> {
    let inside = |member: tzplan::MemberRef<'_>| {
        prepared.is_required(member) && pod.contains(&prepared.profile_of(member))
    };
    let team = prepared.team().filtered(inside);
    let pod = PreparedTeam::new(&team, prepared.horizon().clone());
    let meetings = Meetings::new(&pod, plan.policy(), &MeetingOptions::default());
    let clean_once = clean_in_some_week(&pod, plan);
    let likely = meetings.slots().filter(|slot| clean_once.contains(&(slot.day(), slot.time)));
    let mut ranked: Vec<SlotPlan> = likely.map(|slot| meetings.plan(slot)).collect();
    if !ranked.iter().any(SlotPlan::is_clean) {
        return meetings.choices(&meetings.ranked()).into_iter().next();
    }
    // A clean slot is clean in any week: the best of these is the best of all. In the order of the ranking.
    ranked.sort_unstable_by_key(|plan| (plan.required, plan.optional, plan.slot));
    meetings.choices(&ranked).into_iter().next()
}

/// The slots within everybody's hours in a week in the middle of the horizon: few, and found at once.
fn clean_in_some_week(pod: &PreparedTeam, plan: &Plan) -> Vec<(chrono::Weekday, tzplan::ClockTime)> {
    let horizon = pod.horizon();
    let middle = horizon.from() + Days::new(u64::from(horizon.days() / 2));
    let last = (middle + Days::new(6)).min(horizon.to() - Days::new(1));
    let mut options = MeetingOptions::default();
    options.days = WeekdaySet::ALL;
    options.once = DateRange::new(middle, last).ok();
    let once = Meetings::new(pod, plan.policy(), &options);
    let clean = once.slots().filter(|slot| once.plan(*slot).is_clean());
    clean.map(|slot| (slot.date.map_or(slot.day(), |date| date.weekday()), slot.time)).collect()
}

//! What a stand-up costs whom.

use std::collections::BTreeSet;

use tzplan::agreement::Standup;
use tzplan::meeting::{Asked, Cause, Choice, Cost, ForWhom, TimeAsked};
use tzplan::{MemberRef, Minutes, ProfileId, ScheduleId};

use super::View;
use super::alike::alike;
use super::standups::times;
use crate::words::cost::{name, of_time};
use crate::words::crowds::Crowds;
use crate::words::dates::counted;
use crate::words::length::length;
use crate::words::people::{Names, and};
use crate::words::shown_of;

/// The most people of a time that asks too much who are named.
const MOST_GIVERS: usize = 3;

/// Who has to do what: `Ana ½ h longer on 30 of 52 dates`, `Olivia at most 9 h longer (½ h of the
/// meeting at night)`.
pub(super) fn costs(standup: &Standup, choice: &Choice, names: Names) -> Vec<String> {
    costs_of(standup, choice, names, |_| true)
}

/// For whom it is at night though within their own hours: `Jun`, `Jun on 15 of 52 dates`.
pub(super) fn nights(view: &View<'_>, standup: &Standup, choice: &Choice) -> Vec<String> {
    let meetings = &standup.meetings;
    let crowds = Crowds::of(meetings, meetings.prepared().team());
    let of_one = |one: &ForWhom| {
        let at_night =
            one.times.iter().filter(|time| time.at_night > Minutes::ZERO && time.asked.is_within_hours());
        let [dates, all]: [usize; 2] = [
            at_night.map(|time| time.occurrences).sum(),
            one.times.iter().map(|time| time.occurrences).sum(),
        ];
        let often = if dates == all { String::new() } else { format!(" on {dates} of {all} dates") };
        (dates > 0).then(|| format!("{}{often}", name(&crowds, one.schedule, view.roll.names())))
    };
    meetings.for_whom(choice.plan.slot).iter().filter_map(of_one).collect()
}

/// The same of those who are required, also of whom it asks no more than may be asked: those who would give
/// most come first; of many the others are counted, but for those whose nights it takes.
pub(super) fn most_first(standup: &Standup, choice: &Choice, names: Names) -> Vec<String> {
    let (meetings, team) = (&standup.meetings, standup.meetings.prepared().team());
    let costs = meetings.costs(choice.plan.slot);
    let mut whose: Vec<(Asked, ScheduleId, usize)> = Vec::new();
    for cost in costs.iter().filter(|cost| cost.cause != Cause::DayOff) {
        match whose.iter_mut().find(|(_, known, _)| *known == cost.schedule) {
            Some((asked, ..)) => *asked = (*asked).max(cost.asked),
            None => {
                let those = team.members().filter(|member| member.schedule_id() == cost.schedule);
                let required = those.filter(|member| member.counts_as_required()).count();
                whose.push((cost.asked, cost.schedule, required));
            }
        }
    }
    whose.retain(|(.., required)| *required > 0);
    // Stable: order of schedules among equals.
    whose.sort_by_key(|(asked, ..)| std::cmp::Reverse(*asked));
    let nights = whose.iter().rposition(|(asked, ..)| asked.night > Minutes::ZERO);
    let shown = shown_of(whose.len(), MOST_GIVERS).max(nights.map_or(0, |last| last + 1));
    let named = |(_, schedule, _): &(Asked, ScheduleId, usize)| {
        costs_of(standup, choice, names, |one| one == *schedule)
    };
    let mut told: Vec<String> = whose[..shown].iter().flat_map(named).collect();
    let others: usize = whose[shown..].iter().map(|(.., required)| required).sum();
    if others > 0 {
        told.push(counted(others as u64, "other", "others"));
    }
    told
}

/// What time it is for each, with what it costs them: `Ana 12:00 · Ben 20:00: 2½ h longer`; those of whom
/// the same is said together.
pub(super) fn of_each(view: &View<'_>, standup: &Standup, choice: &Choice) -> Vec<String> {
    let meetings = &standup.meetings;
    let (costs, occurrences) =
        (meetings.costs(choice.plan.slot), meetings.occurrences(choice.plan.slot).len());
    let each = standup.profiles.iter().enumerate().map(|(place, profile)| {
        let schedule = schedule_of(view, standup, *profile);
        let own = costs.iter().filter(|cost| Some(cost.schedule) == schedule && cost.cause != Cause::DayOff);
        let (missed, longer): (Vec<&Cost>, Vec<&Cost>) = own.partition(|cost| cost.asked.no_workday);
        let told: Vec<String> = [missed, longer].iter().filter_map(|own| spoken(own, occurrences)).collect();
        let cost = if told.is_empty() { String::new() } else { format!(": {}", told.join(" and ")) };
        (*profile, times(view, standup, place) + &cost)
    });
    let who = |profiles: &[ProfileId]| match standup.pod {
        Some(_) => view.roll.counting_of(profiles),
        None => view.roll.list_of(profiles),
    };
    alike(each).into_iter().map(|(profiles, what)| format!("{} {what}", who(&profiles))).collect()
}

/// What a time costs those with a profile at most, night within their own hours included: `½ h at night, in
/// their own hours when it is at 22:00`; nothing where it costs nothing.
pub(super) fn of_one(view: &View<'_>, standup: &Standup, choice: &Choice, place: usize) -> Option<String> {
    let meetings = &standup.meetings;
    let schedule = schedule_of(view, standup, standup.profiles[place])?;
    let people = meetings.for_whom(choice.plan.slot);
    let times = &people.iter().find(|one| one.schedule == schedule)?.times;
    let told = |time: &&TimeAsked| of_time(time, meetings.duration()).is_some();
    let dearest = times.iter().filter(told).max_by_key(|time| (time.asked.dearness(), time.at_night))?;
    let often = match times.len() {
        1 => String::new(),
        _ => format!(" when it is at {}", dearest.time),
    };
    Some(format!("{}{often}", of_time(dearest, meetings.duration())?))
}

/// The schedule, among those who are to come, of the first with a profile.
fn schedule_of(view: &View<'_>, standup: &Standup, profile: ProfileId) -> Option<ScheduleId> {
    let mut coming: Vec<_> =
        standup.profiles.iter().flat_map(|one| of_profile(view, standup, *one)).collect();
    coming.sort_unstable_by_key(|member| member.index());
    let prepared = view.agreement.prepared();
    let place = coming.iter().position(|one| prepared.profile_of(*one) == profile)?;
    standup.meetings.prepared().team().members().nth(place).map(MemberRef::schedule_id)
}

/// Those of a profile who are to come.
fn of_profile<'a>(view: &View<'a>, standup: &Standup, profile: ProfileId) -> Vec<MemberRef<'a>> {
    match standup.pod {
        Some(_) => view.roll.counting(profile),
        None => view.roll.members(profile).to_vec(),
    }
}

fn costs_of(
    standup: &Standup,
    choice: &Choice,
    names: Names,
    whose: impl Fn(ScheduleId) -> bool,
) -> Vec<String> {
    let (meetings, slot) = (&standup.meetings, choice.plan.slot);
    let crowds = Crowds::of(meetings, meetings.prepared().team());
    let (costs, occurrences) = (meetings.costs(slot), meetings.occurrences(slot).len());
    let mut words: Vec<(Vec<String>, String)> = Vec::new();
    let schedules: BTreeSet<ScheduleId> = costs.iter().map(|cost| cost.schedule).collect();
    for schedule in schedules.into_iter().filter(|schedule| whose(*schedule)) {
        let own = costs.iter().filter(|cost| cost.schedule == schedule && cost.cause != Cause::DayOff);
        let (missed, longer): (Vec<&Cost>, Vec<&Cost>) = own.partition(|cost| cost.asked.no_workday);
        let told: Vec<String> = [missed, longer].iter().filter_map(|own| spoken(own, occurrences)).collect();
        if told.is_empty() {
            continue;
        }
        let (who, what) = (name(&crowds, schedule, names), told.join(" and "));
        match words.iter_mut().find(|(_, known)| *known == what) {
            Some((people, _)) => people.push(who),
            None => words.push((vec![who], what)),
        }
    }
    words.into_iter().map(|(people, what)| format!("{} {what}", and(&people))).collect()
}

/// `1 h longer on 20 of 52 dates`, `at most 9 h longer (½ h of the meeting at night)`, `no workday on 2 of 52
/// dates`.
fn spoken(own: &[&Cost], occurrences: usize) -> Option<String> {
    let first = own.first()?;
    let dates: usize = own.iter().map(|cost| cost.dates.len()).sum();
    let often =
        if dates == occurrences { String::new() } else { format!(" on {dates} of {occurrences} dates") };
    if first.asked.no_workday {
        return Some(format!("no workday{often}"));
    }
    let most = |of: &dyn Fn(&Asked) -> Minutes| {
        let all = || own.iter().map(|cost| of(&cost.asked));
        let most = all().max().unwrap_or_default();
        let at_most = if all().all(|one| one == most) { "" } else { "at most " };
        (most, at_most)
    };
    let (stretch, at_most) = most(&|asked| asked.stretch);
    let night = match most(&|asked| asked.night) {
        (Minutes::ZERO, _) => String::new(),
        (night, at_most) => format!(" ({at_most}{} of the meeting at night)", length(night)),
    };
    Some(format!("{at_most}{} longer{night}{often}", length(stretch)))
}

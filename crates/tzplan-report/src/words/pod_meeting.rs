//! The meeting of a pod: whose clock it is kept on, and what it is on those of the others in it.

use std::collections::BTreeMap;

use tzplan::meeting::PodMeeting;
use tzplan::{MemberRef, Minutes, PreparedTeam, ProfileId, ScheduleId, Zone};

use super::cost::member_name;
use super::dates::{self, Dates};
use super::home::Home;
use super::own_times::{OwnTime, OwnTimes, own_times};
use super::people::{MOST_BY_NAME, Names, and, place_of};
use super::{clock, shown_of};

/// The most clocks of a pod that are named.
const MOST_CLOCKS: usize = 4;
/// The most people named for whom it is at night.
const MOST_AT_NIGHT: usize = 2;
/// The most places of one clock.
const MOST_PLACES: usize = 3;
/// Columns of a place.
const PLACE: usize = 40;

/// Whose clock a pod's meeting is kept on: `Berlin` for the home clock, else the place of the first in the
/// pod who lives by it.
pub(crate) fn kept_on(prepared: &PreparedTeam, pod: &[ProfileId], anchor: &Zone, names: Names) -> String {
    let home = prepared.horizon().home();
    let reads = |member: &MemberRef<'_>| {
        pod.contains(&prepared.profile_of(*member))
            && zone_of(prepared, member) == Some(anchor)
            && anchor != home
    };
    match prepared.team().members().find(reads) {
        Some(member) => names.fit(&place_of(member), PLACE),
        None => Home::at(anchor).place(),
    }
}

/// The zone that somebody lives in, stays aside.
fn zone_of<'p>(prepared: &'p PreparedTeam, member: &MemberRef<'_>) -> Option<&'p Zone> {
    prepared.team().schedule(member.schedule_id()).posts().first().map(tzplan::team::Post::zone)
}

/// `Jun from 30 Nov to 12 Mar`, of a large team `5 people`: those of a pod for whom its meeting is
/// at night, within their hours or not.
pub(crate) fn at_night(prepared: &PreparedTeam, meeting: &PodMeeting, names: Names) -> Option<String> {
    let own = own_times(&meeting.for_whom, &meeting.choice, &Dates::of(prepared.horizon()));
    let mut told: Vec<String> = Vec::new();
    let mut known: Vec<ScheduleId> = Vec::new();
    let (by_name, mut heads) = (prepared.team().len() <= MOST_BY_NAME, 0);
    for member in prepared.team().members().filter(|member| prepared.is_required(*member)) {
        let Some(one) = own.iter().find(|one| one.schedule == member.schedule_id()) else { continue };
        let nights = || one.times.iter().filter(|own| own.time.at_night > Minutes::ZERO);
        if nights().next().is_none() {
            continue;
        }
        heads += 1;
        if !by_name || known.contains(&one.schedule) {
            continue;
        }
        known.push(one.schedule);
        let when = match nights().count() == one.times.len() {
            true => String::new(),
            false => format!(" {}", and(&nights().map(|own| own.dates.clone()).collect::<Vec<_>>())),
        };
        told.push(format!("{}{when}", member_name(member, names)));
    }
    if !by_name {
        return (heads > 0).then(|| dates::people(heads));
    }
    if told.len() > MOST_AT_NIGHT {
        let left = (told.len() - MOST_AT_NIGHT) as u64;
        told.truncate(MOST_AT_NIGHT);
        told.push(dates::counted(left, "other", "others"));
    }
    (!told.is_empty()).then(|| and(&told))
}

/// Whoever reads one time.
struct Clock {
    /// The time that holds first.
    first: String,
    /// When it is how much later or earlier; empty where it is the same all year.
    moved: String,
    who: Vec<String>,
}

/// When a pod meets for those who do not read it on the clock it is kept on: `Maya 09:00 · Tom 11:00, 1 h
/// later from 16 Mar to 23 Mar`; in a large team by places, `New York and Detroit 10:00`. Nothing where all
/// do.
pub(crate) fn own_clocks(
    prepared: &PreparedTeam,
    pod: &[ProfileId],
    meeting: &PodMeeting,
    names: Names,
) -> Option<String> {
    let own = own_times(&meeting.for_whom, &meeting.choice, &Dates::of(prepared.horizon()));
    let own: BTreeMap<ScheduleId, &OwnTimes> = own.iter().map(|one| (one.schedule, one)).collect();
    let by_name = prepared.team().len() <= MOST_BY_NAME;
    let anchored = (meeting.choice.plan.slot.time.to_string(), String::new());
    let of_pod =
        |member: &MemberRef<'_>| prepared.is_required(*member) && pod.contains(&prepared.profile_of(*member));
    let (mut clocks, mut heads): (Vec<Clock>, usize) = (Vec::new(), 0);
    for member in prepared.team().members().filter(of_pod) {
        heads += 1;
        let Some((first, moved)) = own.get(&member.schedule_id()).and_then(|own| spoken(own)) else {
            continue;
        };
        if (&first, &moved) == (&anchored.0, &anchored.1) {
            continue;
        }
        let who = if by_name { member_name(member, names) } else { names.fit(&place_of(member), PLACE) };
        match clocks.iter_mut().find(|clock| (&clock.first, &clock.moved) == (&first, &moved)) {
            Some(clock) if !by_name && clock.who.contains(&who) => {}
            Some(clock) => clock.who.push(who),
            None => clocks.push(Clock { first, moved, who: vec![who] }),
        }
    }
    match &clocks[..] {
        [] => None,
        // Whose pod it is has just been said.
        [all] if by_name && all.who.len() == heads => Some(format!("{} for them{}", all.first, all.moved)),
        _ => Some(in_words(&clocks, by_name)),
    }
}

/// Those whose clocks move on the same dates stand together, with these dates once.
fn in_words(clocks: &[Clock], by_name: bool) -> String {
    let shown = shown_of(clocks.len(), MOST_CLOCKS);
    let mut told: Vec<(&str, Vec<String>)> = Vec::new();
    for clock in &clocks[..shown] {
        let who = if by_name { and(&clock.who) } else { and(&first(&clock.who)) };
        let times = format!("{who} {}", clock.first);
        match told.iter_mut().find(|(moved, _)| *moved == clock.moved) {
            Some((_, all)) => all.push(times),
            None => told.push((&clock.moved, vec![times])),
        }
    }
    let mut told: Vec<String> =
        told.into_iter().map(|(moved, times)| format!("{}{moved}", and(&times))).collect();
    if shown < clocks.len() {
        let left = (clocks.len() - shown) as u64;
        told.push(format!("… and {}", dates::counted(left, "other clock", "other clocks")));
    }
    told.join("; ")
}

/// What holds first, and `, 1 h later from 16 Mar to 23 Mar, 2 h later on 2 Nov`.
fn spoken(own: &OwnTimes) -> Option<(String, String)> {
    let (first, others) = own.times.split_first()?;
    let later = |other: &OwnTime| {
        let by = i32::from(other.time.time.minutes()) - i32::from(first.time.time.minutes());
        // Clocks move by a few hours at most: more than half a day is past midnight.
        let by = (by + 720).rem_euclid(1440) - 720;
        match by {
            0 => format!(", {} {}", other.when, other.clock),
            by => format!(", {} {}", clock::moved(by), other.when),
        }
    };
    Some((first.clock.clone(), others.iter().map(later).collect()))
}

/// Of many places the first ones.
fn first(places: &[String]) -> Vec<String> {
    let mut first: Vec<String> = places.iter().take(MOST_PLACES).cloned().collect();
    if places.len() > MOST_PLACES {
        first.truncate(MOST_PLACES - 1);
        first.push("elsewhere".to_owned());
    }
    first
}

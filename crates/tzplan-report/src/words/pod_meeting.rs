//! The meeting of a pod: whose clock it is kept on, and what it is on those of the others in it.

use std::collections::HashSet;

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
    if anchor == prepared.horizon().home() {
        return Home::at(anchor).place();
    }
    let mut in_pod = vec![false; prepared.profiles().len()];
    pod.iter().for_each(|profile| in_pod[profile.index()] = true);
    let reads = |member: &MemberRef<'_>| {
        in_pod[prepared.profile_of(*member).index()] && zone_of(prepared, member) == Some(anchor)
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

/// A meeting of a pod, and what time it is for those in it.
pub(crate) struct OnClocks<'m> {
    prepared: &'m PreparedTeam,
    meeting: &'m PodMeeting,
    own: Vec<OwnTimes>,
    /// By schedule of the team: its place among them.
    place_of: Vec<Option<usize>>,
    /// Whether people are called by name.
    by_name: bool,
}

impl<'m> OnClocks<'m> {
    pub(crate) fn of(prepared: &'m PreparedTeam, meeting: &'m PodMeeting) -> Self {
        let own = own_times(&meeting.for_whom, &meeting.choice, &Dates::of(prepared.horizon()));
        let mut place_of = vec![None; prepared.team().schedules().len()];
        (0..).zip(&own).for_each(|(place, one)| place_of[one.schedule.index()] = Some(place));
        let by_name = prepared.team().len() <= MOST_BY_NAME;
        Self { prepared, meeting, own, place_of, by_name }
    }

    /// Those in the pod, in roster order, with the places of their times.
    fn people(&self) -> impl Iterator<Item = (MemberRef<'m>, usize)> {
        let place = |member: &MemberRef<'_>| self.place_of[member.schedule_id().index()];
        let in_pod = self.prepared.team().members().filter_map(move |member| Some((member, place(&member)?)));
        in_pod.filter(|(member, _)| self.prepared.is_required(*member))
    }

    /// `Jun from 30 Nov to 12 Mar`, of a large team `5 people`: those of the pod for whom its meeting is
    /// at night, within their hours or not.
    pub(crate) fn at_night(&self, names: Names) -> Option<String> {
        // Most meetings are nobody's night: nobody of a large team is then looked at.
        let is_at_night: Vec<bool> = self.own.iter().map(|one| nights(one).next().is_some()).collect();
        if !is_at_night.contains(&true) {
            return None;
        }
        let (mut told, mut heads): (Vec<String>, usize) = (Vec::new(), 0);
        let mut known: HashSet<ScheduleId> = HashSet::new();
        for (member, place) in self.people().filter(|(_, place)| is_at_night[*place]) {
            let one = &self.own[place];
            heads += 1;
            if !self.by_name || !known.insert(one.schedule) {
                continue;
            }
            let when = match nights(one).count() == one.times.len() {
                true => String::new(),
                false => format!(" {}", and(&nights(one).map(|own| own.dates.clone()).collect::<Vec<_>>())),
            };
            told.push(format!("{}{when}", member_name(member, names)));
        }
        if !self.by_name {
            return (heads > 0).then(|| dates::people(heads));
        }
        if told.len() > MOST_AT_NIGHT {
            let left = (told.len() - MOST_AT_NIGHT) as u64;
            told.truncate(MOST_AT_NIGHT);
            told.push(dates::counted(left, "other", "others"));
        }
        (!told.is_empty()).then(|| and(&told))
    }

    /// When the pod meets for those who do not read it on the clock it is kept on: `Maya 09:00 · Tom 11:00, 1
    /// h later from 16 Mar to 23 Mar`; in a large team by places, `New York and Detroit 10:00`. Nothing where
    /// all do.
    pub(crate) fn own_clocks(&self, names: Names) -> Option<String> {
        let anchored = (self.meeting.choice.plan.slot.time.to_string(), String::new());
        let spoken: Vec<Option<(String, String)>> = self.own.iter().map(spoken).collect();
        let (mut clocks, mut heads): (Vec<Clock>, usize) = (Vec::new(), 0);
        let mut known: HashSet<(ScheduleId, Option<&str>)> = HashSet::new();
        for (member, place) in self.people() {
            heads += 1;
            let Some(time) = spoken[place].as_ref().filter(|time| **time != anchored) else { continue };
            if !self.by_name && !known.insert((member.schedule_id(), member.place())) {
                continue;
            }
            let who = match self.by_name {
                true => member_name(member, names),
                false => names.fit(&place_of(member), PLACE),
            };
            match clocks.iter_mut().find(|clock| (&clock.first, &clock.moved) == (&time.0, &time.1)) {
                Some(clock) if !self.by_name && clock.who.contains(&who) => {}
                Some(clock) => clock.who.push(who),
                None => clocks.push(Clock { first: time.0.clone(), moved: time.1.clone(), who: vec![who] }),
            }
        }
        match &clocks[..] {
            [] => None,
            // Whose pod it is has just been said.
            [all] if self.by_name && all.who.len() == heads => {
                Some(format!("{} for them{}", all.first, all.moved))
            }
            _ => Some(in_words(&clocks, self.by_name)),
        }
    }
}

/// The times that are at night.
fn nights(one: &OwnTimes) -> impl Iterator<Item = &OwnTime> {
    one.times.iter().filter(|own| own.time.at_night > Minutes::ZERO)
}

/// Whoever reads one time.
struct Clock {
    /// The time that holds first.
    first: String,
    /// When it is how much later or earlier; empty where it is the same all year.
    moved: String,
    who: Vec<String>,
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

//! The meeting of a pod on the clocks of those in it: the home clock may be nobody's there.

use std::collections::BTreeMap;

use tzplan::meeting::PodMeeting;
use tzplan::{MemberRef, PreparedTeam, ProfileId, ScheduleId};

use super::cost::member_name;
use super::dates::{self, Dates};
use super::own_times::{OwnTime, OwnTimes, own_times};
use super::people::{MOST_BY_NAME, Names, and, place_of};
use super::{clock, shown_of};

/// The most clocks of a pod that are named.
const MOST_CLOCKS: usize = 4;
/// The most places of one clock.
const MOST_PLACES: usize = 3;
/// Columns of a place.
const PLACE: usize = 40;

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

//! A choice for a large team: those who read one time together, by place, whom it costs most first.

use std::collections::HashMap;

use tzplan::meeting::Choice;
use tzplan::{MemberRef, Minutes, ScheduleId};

use super::choice::{Lines, Told, in_short};
use crate::words::cost::{self, member_name};
use crate::words::dates::number;
use crate::words::ink::{Ink, Text};
use crate::words::own_times::{OwnTime, OwnTimes};
use crate::words::people::{self, and, place_of};
use crate::words::shown_of;

/// The most places named of a group, members who are looked at for them, and names of a group on a terminal.
const MOST_PLACES: usize = 4;
const MOST_LOOKED_AT: usize = 10_000;
const MOST_NAMES: usize = 40;
/// Columns of a place.
const PLACE: usize = 80;

/// Those who read the same times all year.
pub(super) struct Clock {
    /// `21:00 or 22:00`, or each with its dates.
    times: String,
    schedules: Vec<ScheduleId>,
    people: u64,
    /// Of how many it is asked outside their hours or at night, and the most that it is.
    pay: u64,
    dearest: Option<OwnTime>,
    places: Vec<String>,
}

impl Lines<'_> {
    /// By their times: whom it costs most first, then in roster order.
    pub(super) fn clocks(&self, choice: &Choice, told: Told) -> Vec<Clock> {
        let mut clocks: Vec<Clock> = Vec::new();
        for one in self.own_times(choice) {
            let times = match told {
                Told::Listed => with_dates(&one),
                Told::Best | Told::Alternative => in_short(&one),
            };
            let people = self.crowds.members(one.schedule);
            let known = clocks.iter().position(|clock| clock.times == times);
            let place = known.unwrap_or_else(|| {
                let (schedules, places) = (Vec::new(), Vec::new());
                clocks.push(Clock { times, schedules, people: 0, pay: 0, dearest: None, places });
                clocks.len() - 1
            });
            let clock = &mut clocks[place];
            clock.schedules.push(one.schedule);
            clock.people += people;
            if let Some(dearest) = self.dearest(one) {
                clock.pay += people;
                clock.dearest = Some(match clock.dearest.take() {
                    None => dearest,
                    Some(known) => dearer(known, dearest),
                });
            }
        }
        self.place(&mut clocks);
        // Stable: roster order among equals.
        clocks.sort_by_key(|clock| std::cmp::Reverse(clock.dearest.as_ref().map(dearness)));
        clocks
    }

    /// The time that costs somebody most, where one costs anything.
    fn dearest(&self, one: OwnTimes) -> Option<OwnTime> {
        let all_alike = one.times.windows(2).all(|pair| pair[0].time.asked == pair[1].time.asked);
        let costs = one.times.into_iter().filter(|own| self.cost(own).is_some());
        let mut dearest = costs.max_by_key(dearness)?;
        dearest.time.alike &= all_alike;
        Some(dearest)
    }

    /// Names the places of those on each clock, those of most people first.
    fn place(&self, clocks: &mut [Clock]) {
        let of: HashMap<ScheduleId, usize> = clocks
            .iter()
            .enumerate()
            .flat_map(|(place, clock)| clock.schedules.iter().map(move |schedule| (*schedule, place)))
            .collect();
        let mut found: Vec<Vec<(String, usize)>> = vec![Vec::new(); clocks.len()];
        for member in self.team.members().take(MOST_LOOKED_AT) {
            let Some(clock) = of.get(&member.schedule_id()) else { continue };
            let place = self.names.fit(&place_of(member), PLACE);
            match found[*clock].iter_mut().find(|(known, _)| *known == place) {
                Some((_, count)) => *count += 1,
                None => found[*clock].push((place, 1)),
            }
        }
        for (clock, mut places) in clocks.iter_mut().zip(found) {
            places.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
            clock.places = places.into_iter().map(|(place, _)| place).collect();
        }
    }

    /// `01:00 the day after for 2 in Sydney (begins up to 8½ h before the day, 1 h at night)`, `15:00 for 23
    /// in Berlin, Warsaw and Paris`; a text for each clock.
    pub(super) fn by_clock(&self, choice: &Choice, told: Told) -> Vec<Text> {
        let of_clock = |clock: Clock| {
            let people = number(clock.people);
            let mut text = Text::from(format!("{} for {people} in {}", clock.times, clock.in_places()));
            let dearest = clock.dearest.as_ref();
            let cost = dearest.and_then(|own| cost::of_time(&own.time, self.meetings.duration()));
            if let Some(cost) = cost {
                let whom = match clock.pay == clock.people {
                    true => String::new(),
                    false => format!("for {} of them ", number(clock.pay)),
                };
                text.push(Ink::Warn, &format!(" ({whom}{cost})"));
            }
            text
        };
        self.clocks(choice, told).into_iter().map(of_clock).collect()
    }

    /// Who is on each clock of a choice, by name: `Berlin and Warsaw: Ana, Ben and Cora`.
    pub(super) fn who_is_where(&self, choice: &Choice) -> Vec<Text> {
        let of_clock = |clock: Clock| {
            let there = |member: &MemberRef<'_>| clock.schedules.contains(&member.schedule_id());
            let members: Vec<MemberRef<'_>> = self.team.members().filter(there).collect();
            let shown = match self.names {
                people::Names::Whole => members.len(),
                people::Names::Cut => shown_of(members.len(), MOST_NAMES),
            };
            let mut names: Vec<String> =
                members[..shown].iter().map(|member| member_name(*member, self.names)).collect();
            if shown < members.len() {
                names.push(format!("{} more", number((members.len() - shown) as u64)));
            }
            Text::from(format!("{}: {}", clock.in_places(), and(&names)))
        };
        self.clocks(choice, Told::Alternative).into_iter().map(of_clock).collect()
    }
}

impl Clock {
    fn in_places(&self) -> String {
        let shown = shown_of(self.places.len(), MOST_PLACES);
        let mut places = self.places[..shown].to_vec();
        if shown < self.places.len() {
            places.push(format!("{} more places", number((self.places.len() - shown) as u64)));
        }
        and(&places)
    }
}

fn dearness(own: &OwnTime) -> ((bool, Minutes), Minutes) {
    (own.time.asked.dearness(), own.time.at_night)
}

/// The one that asks for more, as what is asked at most of people who are not asked alike.
fn dearer(one: OwnTime, other: OwnTime) -> OwnTime {
    let same = one.time.asked == other.time.asked && one.time.side == other.time.side;
    let night = one.time.at_night.max(other.time.at_night);
    let mut most = if dearness(&other) > dearness(&one) { other } else { one };
    most.time.alike &= same;
    // Nobody's night goes untold behind a longer day of somebody else's.
    most.time.at_night = night;
    most
}

/// `09:00; from 15 Mar to 26 Mar 10:00`.
fn with_dates(one: &OwnTimes) -> String {
    let when = |own: &OwnTime| match own.when.is_empty() {
        true => own.clock.clone(),
        false => format!("{} {}", own.when, own.clock),
    };
    one.times.iter().map(when).collect::<Vec<_>>().join("; ")
}

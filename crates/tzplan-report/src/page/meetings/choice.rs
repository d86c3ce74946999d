//! A choice of a meeting: everybody's own time, and what it costs them.

use std::collections::{BTreeMap, BTreeSet};

use chrono::WeekdaySet;
use tzplan::meeting::{Choice, DateOff, Meetings, Slot};
use tzplan::{MemberRef, Minutes, ScheduleId};

use crate::chart::rows::{name_of, place_of};
use crate::html::rich::Rich;
use crate::words::clock;
use crate::words::cost;
use crate::words::dates::{self, Dates, counted};
use crate::words::length::length;
use crate::words::own_times::{OwnTime, own_times};
use crate::words::people::and;
use crate::words::shown_of;

/// The most people named where they are many, those first whom it costs most.
const MOST_WHO_PAY: usize = 8;
/// The most people, or groups of people alike, named who pay less.
const MOST_LESS: usize = 16;

/// A time for a meeting.
pub(in crate::page) struct ChoiceRow {
    /// Among all choices.
    pub(in crate::page) place: usize,
    pub(in crate::page) when: String,
    pub(in crate::page) is_clean: bool,
    pub(in crate::page) summary: String,
    pub(in crate::page) people: Vec<Local>,
    pub(in crate::page) others: Option<String>,
    pub(in crate::page) off: Option<String>,
    /// By schedule of the team, what time it is for those with it and what it costs them.
    pub(in crate::page) by_schedule: Vec<(ScheduleId, String)>,
}

/// Somebody's own time.
pub(in crate::page) struct Local {
    pub(in crate::page) name: Rich,
    /// The one that holds first.
    pub(in crate::page) time: String,
    /// Others, with their dates; empty where there are none.
    pub(in crate::page) others: String,
    /// What that costs them; empty where nothing.
    pub(in crate::page) cost: String,
    /// Whether it costs them anything at any of the times.
    pub(in crate::page) pays: bool,
}

/// What a choice is about.
pub(super) struct About<'a> {
    pub(super) meetings: &'a Meetings,
    pub(super) choice: &'a Choice,
    /// By schedule of those who are asked, who on the team has it.
    pub(super) people: &'a BTreeMap<ScheduleId, Vec<MemberRef<'a>>>,
    pub(super) dates: &'a Dates,
    /// Whose clock it is kept on, where that is not the home clock.
    pub(super) kept_on: Option<&'a str>,
}

impl About<'_> {
    pub(super) fn row(&self, place: usize, names_all: bool) -> ChoiceRow {
        let days: Vec<_> = self.choice.slots.iter().map(|slot| self.meetings.for_whom(*slot)).collect();
        let own = own_times(&days, self.choice, self.dates).into_iter();
        let times: BTreeMap<ScheduleId, Vec<OwnTime>> = own.map(|one| (one.schedule, one.times)).collect();
        let of = |schedule: &ScheduleId| times.get(schedule).map_or(&[][..], Vec::as_slice);
        let pays = |schedule: &ScheduleId| of(schedule).iter().any(|own| self.cost(own).is_some());
        let mut asked: Vec<ScheduleId> = self.people.keys().copied().collect();
        asked.sort_by_key(|schedule| self.people[schedule][0].index());
        let by_schedule = asked.iter().map(|schedule| {
            let [time, cost, others] = self.local(of(schedule));
            let others = if others.is_empty() { others } else { format!("; {others}") };
            let cost = if cost.is_empty() { cost } else { format!(" ({cost})") };
            (self.people[schedule][0].schedule_id(), format!("{time}{cost}{others}"))
        });
        let by_schedule = by_schedule.collect();
        let payers = || asked.iter().filter(|schedule| pays(schedule));
        let longer =
            |schedule: &&ScheduleId| of(schedule).iter().any(|own| !own.time.asked.is_within_hours());
        let heads = |schedules: &mut dyn Iterator<Item = &ScheduleId>| -> usize {
            schedules.map(|schedule| self.people[schedule].len()).sum()
        };
        let plan = &self.choice.plan;
        // Then it is a short stay that takes somebody out of their hours.
        let for_stays =
            plan.is_clean() && plan.optional.worst == Minutes::ZERO && plan.optional.no_workday == 0;
        let outside = heads(&mut payers().filter(longer).filter(|_| !for_stays));
        let stays_aside = for_stays && payers().any(|one| longer(&one));
        let at_night = heads(&mut payers().filter(|one| !longer(one)));
        let mut shown = asked.clone();
        let mut others = None;
        if !names_all {
            let most = |schedule: &ScheduleId| of(schedule).iter().map(|own| own.time.asked.dearness()).max();
            shown.retain(pays);
            shown.sort_by_key(|schedule| std::cmp::Reverse(most(schedule)));
            let paying_too = shown.split_off(shown_of(shown.len(), MOST_WHO_PAY));
            let within = heads(&mut asked.iter().filter(|one| !pays(one)));
            let within = (within > 0).then(|| match outside + at_night {
                0 => format!("All {} within their hours.", dates::people(within)),
                _ => format!("{} within their hours.", dates::people(within)),
            });
            let less = (!paying_too.is_empty()).then(|| self.less(&paying_too, &most));
            let told: Vec<String> = less.into_iter().chain(within).collect();
            others = (!told.is_empty()).then(|| told.join(" "));
        }
        let mut people: Vec<(usize, Local)> = Vec::new();
        for schedule in shown {
            let [time, cost, others] = self.local(of(&schedule));
            let members = &self.people[&schedule];
            let local = |name: &str| Local {
                name: Rich::name(name),
                time: time.clone(),
                others: others.clone(),
                cost: cost.clone(),
                pays: pays(&schedule),
            };
            match names_all {
                true => people.extend(members.iter().map(|one| (one.index(), local(&name_of(*one))))),
                false => people.push((people.len(), local(&crowd(members)))),
            }
        }
        if names_all {
            people.sort_by_key(|(index, _)| *index);
        }
        ChoiceRow {
            place,
            when: self.when(),
            is_clean: outside + at_night == 0,
            summary: summary(outside, at_night) + if stays_aside { ", short stays aside" } else { "" },
            people: people.into_iter().map(|(_, local)| local).collect(),
            others,
            off: self.off(names_all),
            by_schedule,
        }
    }

    /// `And 9 people by up to 1 h: Bangalore, Pune (8 people); Ana.`: whom it costs less than those who are
    /// shown.
    fn less(
        &self,
        schedules: &[ScheduleId],
        most: &dyn Fn(&ScheduleId) -> Option<(bool, Minutes)>,
    ) -> String {
        let heads: usize = schedules.iter().map(|schedule| self.people[schedule].len()).sum();
        let by = most(&schedules[0]).map_or(Minutes::ZERO, |(_, stretch)| stretch);
        let by = if by > Minutes::ZERO { format!(" by up to {}", length(by)) } else { String::new() };
        let shown = shown_of(schedules.len(), MOST_LESS);
        let mut named: Vec<String> =
            schedules[..shown].iter().map(|schedule| crowd(&self.people[schedule])).collect();
        let left: usize = schedules[shown..].iter().map(|schedule| self.people[schedule].len()).sum();
        if left > 0 {
            named.push(format!("{} more", dates::people(left)));
        }
        format!("And {}{by}: {}.", dates::people(heads), named.join("; "))
    }

    /// `Mon–Fri 15:00`, `Mon–Fri 11:00 Bangkok`.
    fn when(&self) -> String {
        let days = self.choice.slots.iter().map(Slot::day).collect::<WeekdaySet>();
        let kept_on = self.kept_on.map_or(String::new(), |place| format!(" {place}"));
        format!("{} {}{kept_on}", clock::days(days), self.choice.plan.slot.time)
    }

    fn cost(&self, own: &OwnTime) -> Option<String> {
        cost::of_time(&own.time, self.meetings.duration())
    }

    /// `20:00`, what it costs, and `from 30 Mar to 26 Oct 19:00 (begins ½ h before the day)`: what holds
    /// first, then the others.
    fn local(&self, times: &[OwnTime]) -> [String; 3] {
        let Some((first, others)) = times.split_first() else { return Default::default() };
        let other = |own: &OwnTime| {
            let cost = self.cost(own).map_or(String::new(), |cost| format!(" ({cost})"));
            format!("{} {}{cost}", own.when, own.clock)
        };
        let others: Vec<String> = others.iter().map(other).collect();
        [first.clock.clone(), self.cost(first).unwrap_or_default(), others.join("; ")]
    }

    /// `Somebody is off on 3 dates: Ben 2, Ana 1.`
    fn off(&self, names_all: bool) -> Option<String> {
        let off: Vec<DateOff> =
            self.choice.slots.iter().flat_map(|slot| self.meetings.dates_off(*slot)).collect();
        let dates: BTreeSet<_> = off.iter().map(|off| off.date).collect();
        if dates.is_empty() {
            return None;
        }
        let count = counted(dates.len() as u64, "date", "dates");
        if !names_all {
            return Some(format!("On {count} somebody is off."));
        }
        let mut by_person: BTreeMap<usize, (String, usize)> = BTreeMap::new();
        for member in off.iter().flat_map(|off| &self.people[&off.schedule]) {
            by_person.entry(member.index()).or_insert_with(|| (name_of(*member), 0)).1 += 1;
        }
        let each: Vec<String> =
            by_person.values().map(|(name, dates)| format!("{name} on {dates}")).collect();
        Some(format!("On {count} somebody is off: {}.", and(&each)))
    }
}

/// `outside the hours of 2 people, at night for 1 person`.
fn summary(outside: usize, at_night: usize) -> String {
    let longer = format!("outside the hours of {}", dates::people(outside));
    let night = format!("at night for {} in their own hours", dates::people(at_night));
    match (outside, at_night) {
        (0, 0) => "within everybody’s hours".to_owned(),
        (0, _) => night,
        (_, 0) => longer,
        _ => format!("{longer}, {night}"),
    }
}

/// Several people: `Berlin, Paris (8 people)`.
fn crowd(members: &[MemberRef<'_>]) -> String {
    match members {
        [only] => name_of(*only),
        _ => {
            let mut places: Vec<String> = Vec::new();
            for place in members.iter().map(|member| place_of(*member)) {
                if !places.contains(&place) {
                    places.push(place);
                }
            }
            let more = if places.len() > 3 { " and more" } else { "" };
            places.truncate(3);
            format!("{}{more} ({})", places.join(", "), dates::people(members.len()))
        }
    }
}

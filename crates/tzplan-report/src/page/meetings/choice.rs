//! A choice of a meeting: everybody's own time, and what it costs them.

use std::collections::{BTreeMap, BTreeSet};

use chrono::WeekdaySet;
use tzplan::meeting::{Cause, Choice, Cost, DateOff, Meetings, Occurrence, Slot};
use tzplan::{MemberRef, ScheduleId};

use crate::chart::rows::{name_of, place_of};
use crate::html::rich::Rich;
use crate::words::clock;
use crate::words::cost::{asked_of_one, is_always};
use crate::words::dates::{self, Dates, counted};
use crate::words::own_times::{OwnTime, own_times};
use crate::words::people::and;

/// The most people named where they are many, those first whom it costs most.
const MOST_WHO_PAY: usize = 8;

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
    /// What it costs them; empty where nothing.
    pub(in crate::page) cost: String,
}

/// What a choice is about.
pub(super) struct About<'a> {
    pub(super) meetings: &'a Meetings,
    pub(super) choice: &'a Choice,
    /// By schedule of those who are asked, who on the team has it.
    pub(super) people: &'a BTreeMap<ScheduleId, Vec<MemberRef<'a>>>,
    pub(super) dates: &'a Dates,
}

impl About<'_> {
    pub(super) fn row(&self, place: usize, names_all: bool) -> ChoiceRow {
        let slot = self.choice.plan.slot;
        let (costs, occurrences) = (self.meetings.costs(slot), self.meetings.occurrences(slot));
        let days: Vec<_> = self.choice.slots.iter().map(|slot| self.meetings.for_whom(*slot)).collect();
        let own = own_times(&days, self.choice, self.dates).into_iter();
        let times: BTreeMap<ScheduleId, Vec<OwnTime>> = own.map(|one| (one.schedule, one.times)).collect();
        let paid = |schedule: ScheduleId| -> Vec<&Cost> {
            costs.iter().filter(|cost| cost.schedule == schedule && cost.cause != Cause::DayOff).collect()
        };
        let told = |schedule: ScheduleId| {
            let [time, others] = times.get(&schedule).map_or(Default::default(), |times| local(times));
            (time, others, self.cost(&paid(schedule), &occurrences))
        };
        let mut asked: Vec<ScheduleId> = self.people.keys().copied().collect();
        asked.sort_by_key(|schedule| self.people[schedule][0].index());
        let by_schedule = asked.iter().map(|schedule| {
            let (time, others, cost) = told(*schedule);
            let others = if others.is_empty() { others } else { format!("; {others}") };
            let cost = if cost.is_empty() { cost } else { format!(", {cost}") };
            (self.people[schedule][0].schedule_id(), format!("{time}{others}{cost}"))
        });
        let by_schedule = by_schedule.collect();
        let payers: usize =
            asked.iter().filter(|schedule| !paid(**schedule).is_empty()).map(|s| self.people[s].len()).sum();
        let mut shown = asked.clone();
        let mut others = None;
        if !names_all {
            let most = |schedule: &ScheduleId| paid(*schedule).iter().map(|cost| cost.asked.dearness()).max();
            shown.retain(|schedule| most(schedule).is_some());
            shown.sort_by_key(|schedule| std::cmp::Reverse(most(schedule)));
            shown.truncate(MOST_WHO_PAY);
            let left: usize =
                asked.iter().filter(|one| !shown.contains(one)).map(|one| self.people[one].len()).sum();
            others = (left > 0).then(|| match payers {
                0 => format!("All {} within their hours.", dates::people(left)),
                _ => format!("And {} less or not at all outside their hours.", dates::people(left)),
            });
        }
        let mut people: Vec<(usize, Local)> = Vec::new();
        for schedule in shown {
            let (time, others, cost) = told(schedule);
            let members = &self.people[&schedule];
            let local = |name: &str| Local {
                name: Rich::name(name),
                time: time.clone(),
                others: others.clone(),
                cost: cost.clone(),
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
            is_clean: self.choice.plan.is_clean(),
            summary: match payers {
                0 => "within everybody’s hours".to_owned(),
                _ => format!("outside the hours of {}", dates::people(payers)),
            },
            people: people.into_iter().map(|(_, local)| local).collect(),
            others,
            off: self.off(names_all),
            by_schedule,
        }
    }

    /// `Mon–Fri 15:00`.
    fn when(&self) -> String {
        let days = self.choice.slots.iter().map(Slot::day).collect::<WeekdaySet>();
        format!("{} {}", clock::days(days), self.choice.plan.slot.time)
    }

    /// What it costs those with a schedule: `0:30 longer`, `at most 1:00 longer, on 30 of 52 dates`.
    fn cost(&self, costs: &[&Cost], occurrences: &[Occurrence]) -> String {
        let Some(worst) = costs.iter().max_by_key(|cost| cost.asked.dearness()) else { return String::new() };
        let what = match worst.asked.no_workday {
            true => "no workday".to_owned(),
            false => asked_of_one(&worst.asked),
        };
        if let [cost] = costs {
            let always = is_always(cost, occurrences) || occurrences.len() == 1;
            let when = self.dates.during(cost.first(), cost.last());
            return if always { what } else { format!("{what} {when}") };
        }
        let most = if costs.iter().all(|cost| cost.asked == worst.asked) { "" } else { "at most " };
        let count: usize = costs.iter().map(|cost| cost.dates.len()).sum();
        format!("{most}{what}, on {count} of {} dates", occurrences.len())
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

/// `20:00` and `from 30 Mar to 26 Oct 19:00`: what holds first, then the others.
fn local(times: &[OwnTime]) -> [String; 2] {
    let Some((first, others)) = times.split_first() else { return Default::default() };
    let others: Vec<String> = others.iter().map(|own| format!("{} {}", own.when, own.clock)).collect();
    [first.clock.clone(), others.join("; ")]
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

//! Meetings proposed: for everyone and for each pod, with everybody's own time and what it costs them.

use std::collections::{BTreeMap, BTreeSet};

use chrono::WeekdaySet;
use tzplan::meeting::{Cause, Choice, Cost, DateOff, MeetingOptions, Meetings, Occurrence, Slot, UsualTime};
use tzplan::{MemberId, MemberRef, PreparedTeam, ScheduleId};

use super::day::name;
use super::rich::Rich;
use crate::chart::rows::{Group, GroupKind, MOST_NAMED, Rows, name_of, place_of};
use crate::plan::view::View;
use crate::words::cost::{asked_of_one, dearness, is_always};
use crate::words::dates::{self, Dates, counted};
use crate::words::people::and;
use crate::words::{clock, length};

/// The most pods with meetings, and choices of each.
const MOST_PARTS: usize = 8;
const MOST_CHOICES: usize = 2;
/// The most people named where they are many, those first whom it costs most.
const MOST_WHO_PAY: usize = 8;
/// The most stretches of dates named for another time.
const MOST_PERIODS: usize = 2;

/// The section.
pub(super) struct MeetingSection {
    pub(super) teaser: String,
    pub(super) about: String,
    pub(super) parts: Vec<Part>,
    pub(super) left_out: Option<String>,
}

/// The meetings of everyone or of a pod.
pub(super) struct Part {
    pub(super) title: String,
    pub(super) choices: Vec<ChoiceRow>,
}

/// A time for a meeting.
pub(super) struct ChoiceRow {
    /// Among all choices.
    pub(super) place: usize,
    pub(super) when: String,
    pub(super) is_clean: bool,
    pub(super) summary: String,
    pub(super) people: Vec<Local>,
    pub(super) others: Option<String>,
    pub(super) off: Option<String>,
    /// By schedule of the team, what time it is for those with it and what it costs them.
    pub(super) by_schedule: Vec<(ScheduleId, String)>,
}

/// Somebody's own time.
pub(super) struct Local {
    pub(super) name: Rich,
    /// The usual one.
    pub(super) time: String,
    /// Others, with their dates; empty where there are none.
    pub(super) others: String,
    /// What it costs them; empty where nothing.
    pub(super) cost: String,
}

impl MeetingSection {
    /// `None` of one person alone.
    pub(super) fn of(view: &View<'_>, rows: &Rows) -> Option<Self> {
        if view.prepared.required_members() < 2 {
            return None;
        }
        let options = MeetingOptions::default();
        let mut place = 0;
        let mut parts = vec![part(view, "Everyone".to_owned(), None, &options, &mut place)];
        let pods = rows.groups.iter().filter(|group| matches!(group.kind, GroupKind::Pod(_)));
        for pod in pods.clone().take(MOST_PARTS) {
            parts.push(part(view, name(pod.kind), Some(pod), &options, &mut place));
        }
        parts.retain(|part| !part.choices.is_empty());
        let left = pods.count().saturating_sub(MOST_PARTS) as u64;
        let teaser = parts.first().and_then(|part| Some((&part.title, part.choices.first()?)));
        let teaser = teaser.map(|(title, choice)| format!("{title}: {}, {}", choice.when, choice.summary));
        Some(Self {
            teaser: teaser.unwrap_or_else(|| "there is no date for one".to_owned()),
            about: format!(
                "{} every week at a fixed time on the home clock ({}), best first. What is after or before somebody’s \
                 hours is said; dates off spoil nothing and are told.",
                length::length(options.duration),
                view.home.time()
            ),
            parts,
            left_out: (left > 0).then(|| format!("And those of {}.", counted(left, "more pod", "more pods"))),
        })
    }
}

/// The best choices for everyone, or for a pod alone.
fn part(
    view: &View<'_>,
    title: String,
    pod: Option<&Group>,
    options: &MeetingOptions,
    place: &mut usize,
) -> Part {
    let team = view.prepared.team();
    let kept: Option<BTreeSet<MemberId>> =
        pod.map(|pod| pod.rows.iter().flat_map(|row| row.members.iter().copied()).collect());
    let prepared = match &kept {
        None => view.prepared.clone(),
        Some(kept) => {
            let part = team.filtered(|member| kept.contains(&member.id()));
            PreparedTeam::new(&part, view.prepared.horizon().clone())
        }
    };
    // Members keep their order: whom each of the part is on the team.
    let members: Vec<MemberRef<'_>> = team
        .members()
        .filter(|member| kept.as_ref().is_none_or(|kept| kept.contains(&member.id())))
        .collect();
    let mut people: BTreeMap<ScheduleId, Vec<MemberRef<'_>>> = BTreeMap::new();
    for (own, whole) in prepared.team().members().zip(members) {
        people.entry(own.schedule_id()).or_default().push(whole);
    }
    let meetings = Meetings::new(&prepared, view.plan.policy(), options);
    let ranked = meetings.ranked();
    let choices = meetings.choices(&ranked);
    let dates = Dates::of(view.prepared.horizon());
    let row = |choice: &Choice| {
        let about = About { meetings: &meetings, choice, people: &people, dates: &dates };
        *place += 1;
        about.row(*place - 1, team.len() <= MOST_NAMED)
    };
    Part { title, choices: choices.iter().take(MOST_CHOICES).map(row).collect() }
}

/// What a choice is about.
struct About<'a> {
    meetings: &'a Meetings,
    choice: &'a Choice,
    /// By schedule of those who are asked, who on the team has it.
    people: &'a BTreeMap<ScheduleId, Vec<MemberRef<'a>>>,
    dates: &'a Dates,
}

impl About<'_> {
    fn row(&self, place: usize, names_all: bool) -> ChoiceRow {
        let slot = self.choice.plan.slot;
        let (costs, occurrences) = (self.meetings.costs(slot), self.meetings.occurrences(slot));
        let times: BTreeMap<ScheduleId, Vec<UsualTime>> =
            self.meetings.usual_times(slot).into_iter().collect();
        let paid = |schedule: ScheduleId| -> Vec<&Cost> {
            costs.iter().filter(|cost| cost.schedule == schedule && cost.cause != Cause::DayOff).collect()
        };
        let told = |schedule: ScheduleId| {
            let time = times.get(&schedule).map_or(String::new(), |times| self.local(times));
            (time, self.cost(&paid(schedule), &occurrences))
        };
        let mut asked: Vec<ScheduleId> = self.people.keys().copied().collect();
        asked.sort_by_key(|schedule| self.people[schedule][0].index());
        let by_schedule = asked.iter().map(|schedule| {
            let (time, cost) = told(*schedule);
            let cost = if cost.is_empty() { cost } else { format!(", {cost}") };
            (self.people[schedule][0].schedule_id(), format!("{time}{cost}"))
        });
        let by_schedule = by_schedule.collect();
        let payers: usize =
            asked.iter().filter(|schedule| !paid(**schedule).is_empty()).map(|s| self.people[s].len()).sum();
        let mut shown = asked.clone();
        let mut others = None;
        if !names_all {
            let most = |schedule: &ScheduleId| paid(*schedule).iter().map(|cost| dearness(&cost.asked)).max();
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
            let (time, cost) = told(schedule);
            let (time, others) = match time.split_once(", ") {
                Some((time, others)) => (time.to_owned(), others.to_owned()),
                None => (time, String::new()),
            };
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

    /// `20:00, 19:00 from 30 Mar to 26 Oct`: the usual time, then others.
    fn local(&self, times: &[UsualTime]) -> String {
        let (slot, several) = (self.choice.plan.slot.day(), self.choice.slots.len() > 1);
        let spoken = |time: &UsualTime| match time.day {
            day if day == slot => time.time.to_string(),
            // Of several weekdays in one line none can be named.
            day if several && day == slot.pred() => format!("the day before {}", time.time),
            day if several && day == slot.succ() => format!("the day after {}", time.time),
            day => format!("{day} {}", time.time),
        };
        let Some((usual, others)) = times.split_first() else { return String::new() };
        let mut told = spoken(usual);
        for time in others {
            let stretches = time.stretches.iter().take(MOST_PERIODS);
            let mut periods: Vec<String> =
                stretches.map(|(first, last)| self.dates.during(*first, *last)).collect();
            if time.stretches.len() > MOST_PERIODS {
                periods.push("later".to_owned());
            }
            told.push_str(&format!(", {} {}", spoken(time), and(&periods)));
        }
        told
    }

    /// What it costs those with a schedule: `0:30 longer`, `at most 1:00 longer, on 30 of 52 dates`.
    fn cost(&self, costs: &[&Cost], occurrences: &[Occurrence]) -> String {
        let Some(worst) = costs.iter().max_by_key(|cost| dearness(&cost.asked)) else { return String::new() };
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

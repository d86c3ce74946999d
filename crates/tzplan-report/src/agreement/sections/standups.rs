//! Stand-ups: the time of everyone and of each pod, or turns.

use tzplan::agreement::{Standup, StandupTime};
use tzplan::meeting::{Choice, DateOff, Slot};

use super::alike::alike;
use super::standup_costs::{costs, most_first, nights, of_each};
use super::turns::turns;
use super::{Item, Section, View};
use crate::words::clock;
use crate::words::crowds::Crowds;
use crate::words::dates::counted;
use crate::words::ink::{Ink, Text};
use crate::words::length::length;
use crate::words::off::{OffList, distinct};
use crate::words::people::and;
use crate::words::pod_meeting::kept_on;

/// Up to this many schedules the least bad time is told on everybody's clock, on a terminal and in a
/// document.
const MOST_TOLD: [usize; 2] = [4, 15];
/// The most people named with their dates off, and dates of each.
const MOST_OFF: usize = 3;

pub(super) fn section(view: &View<'_>) -> Option<Section> {
    let mut said = Vec::new();
    let standups = view.agreement.standups.iter();
    let items: Vec<Item> = standups.flat_map(|standup| of_one(view, standup, &mut said)).collect();
    let lasts = length(view.agreement.duration);
    let home = view.agreement.prepared().horizon().home();
    let elsewhere = view.agreement.standups.iter().any(|standup| standup.meetings.anchor() != home);
    let intro = match elsewhere {
        false => format!("{lasts}, at a fixed time of the clock in {}.", view.home.place()),
        true => format!("{lasts}, at a fixed time of the clock that is named: no other clock moves it."),
    };
    (!items.is_empty()).then_some(Section { heading: "Stand-up".to_owned(), intro, items })
}

/// `said` are the lists of dates off that stand above.
fn of_one(view: &View<'_>, standup: &Standup, said: &mut Vec<String>) -> Vec<Item> {
    let label = view.group(standup.pod);
    let Some(choice) = &standup.choice else {
        let least_bad = standup.least_bad.as_ref();
        return least_bad.map_or_else(Vec::new, |choice| none(view, standup, choice));
    };
    let mut text = Text::default();
    if !standup.is_clean() {
        text.push(Ink::Warn, "no time suits everybody; the best single one: ");
    }
    text.push(Ink::Strong, &format!("{} {}", when(choice), view.kept_on(standup)));
    let own = if view.is_brief() { view.folded_times(standup) } else { view.own_times(standup) };
    for person in own {
        text.plain(&format!(" · {person}"));
    }
    let costs = costs(standup, choice, view.roll.names());
    if !costs.is_empty() {
        text.push(Ink::Warn, &format!(" · outside their hours: {}", and(&costs)));
    }
    let nights = nights(view, standup, choice);
    if !nights.is_empty() {
        text.push(Ink::Warn, &format!(" · at night, in their own hours: {}", and(&nights)));
    }
    let off = off(view, standup, choice);
    match said.contains(&off) {
        true => text.push(Ink::Faint, " · off as above"),
        false => text.push(Ink::Faint, &off),
    }
    if !off.is_empty() {
        said.push(off);
    }
    let mut items = vec![Item { label: label.clone(), text }];
    if let Some(text) = standup.rotation.as_ref().and_then(|rotation| turns(view, standup, rotation)) {
        items.push(Item { label, text });
    }
    items
}

/// `Mon–Fri 13:30`.
fn when(choice: &Choice) -> String {
    let days = clock::days(choice.slots.iter().map(Slot::day).collect());
    format!("{days} {}", choice.plan.slot.time)
}

/// That there is none, what the least bad time would ask, and what to do instead.
fn none(view: &View<'_>, standup: &Standup, least_bad: &Choice) -> Vec<Item> {
    let label = view.group(standup.pod);
    let most = view.agreement.max_shift;
    let mut text = Text::new(Ink::Strong, "none.");
    text.plain(&format!(
        " Every time is at night for somebody, more than {} outside their hours, or on a free day.",
        length(most)
    ));
    let at = format!("{} {}", when(least_bad), view.kept_on(standup));
    match standup.profiles.len() {
        few if few <= MOST_TOLD[usize::from(!view.is_brief())] => {
            let each = of_each(view, standup, least_bad).join(" · ");
            text.plain(&format!(" The least bad would be {at}: {each}."));
        }
        _ => {
            let whom = most_first(standup, least_bad, view.roll.names());
            text.plain(&format!(" The least bad would be {at}: {}.", and(&whom)));
        }
    }
    let mut items = vec![Item { label: label.clone(), text }];
    if standup.pod.is_none() {
        items.push(Item { label, text: Text::from(view.instead()) });
    }
    items
}

impl View<'_> {
    /// Whose clock a stand-up is kept on.
    fn kept_on(&self, standup: &Standup) -> String {
        let prepared = self.agreement.prepared();
        kept_on(prepared, &standup.profiles, standup.meetings.anchor(), self.roll.names())
    }

    /// `Ana and Ben 09:00; from 28 Mar to 30 Oct 08:00`, for all who come; those on equal clocks together.
    pub(crate) fn own_times(&self, standup: &Standup) -> Vec<String> {
        let each = standup.profiles.iter().enumerate();
        let each = each.map(|(place, profile)| (*profile, times(self, standup, place)));
        let alike = alike(each).into_iter();
        let who = |profiles: &[_]| match standup.pod {
            Some(_) => self.roll.counting_of(profiles),
            None => self.roll.list_of(profiles),
        };
        alike.map(|(profiles, times)| format!("{} {times}", who(&profiles))).collect()
    }
}

impl View<'_> {
    /// The same where several move by as much on the same dates: `Ana 09:00 and Ben 11:00, 1 h later from 28
    /// Mar to 30 Oct`.
    fn folded_times(&self, standup: &Standup) -> Vec<String> {
        let each = standup.profiles.iter().enumerate().map(|(place, profile)| {
            let by_value = self.by_value(|season| standup.times[season][place]);
            let (first, later) =
                by_value.split_first().map_or((None, &[][..]), |(first, later)| (Some(first), later));
            let first = first.map(|(time, _)| *time);
            let moved = later.iter().map(|(time, places)| {
                let by = first.map_or(0, |first| minutes(time) - minutes(&first));
                format!(", {} {}", clock::moved(by), self.on(places))
            });
            (*profile, (first.map(|time| at(&time)).unwrap_or_default(), moved.collect::<String>()))
        });
        let who = |profiles: &[_]| match standup.pod {
            Some(_) => self.roll.counting_of(profiles),
            None => self.roll.list_of(profiles),
        };
        let mut told: Vec<(String, Vec<String>)> = Vec::new();
        for (profiles, (first, moved)) in alike(each) {
            let one = format!("{} {first}", who(&profiles));
            match told.iter_mut().find(|(known, _)| !known.is_empty() && *known == moved) {
                Some((_, all)) => all.push(one),
                None => told.push((moved, vec![one])),
            }
        }
        if told.iter().all(|(_, all)| all.len() < 2) {
            return self.own_times(standup);
        }
        told.into_iter().map(|(moved, all)| format!("{}{moved}", and(&all))).collect()
    }
}

/// Minutes from 00:00 of the slot's date on.
fn minutes(time: &StandupTime) -> i32 {
    i32::from(time.time.minutes()) + 1440 * time.days_later
}

/// `09:00; from 28 Mar to 30 Oct 08:00`: what holds first, then the others with their dates.
pub(super) fn times(view: &View<'_>, standup: &Standup, place: usize) -> String {
    let times = view.by_value(|season| standup.times[season][place]).into_iter();
    view.in_order(times.map(|(time, places)| (at(&time), places)).collect(), true)
}

/// `09:00`, `23:00 the day before`.
pub(super) fn at(time: &StandupTime) -> String {
    match time.days_later {
        0 => time.time.to_string(),
        later if later < 0 => format!("{} the day before", time.time),
        _ => format!("{} the day after", time.time),
    }
}

/// ` · somebody is off on 2 dates: Ana 25 Dec (Christmas Day); Ben 4 Jan`; nothing where nobody is.
fn off(view: &View<'_>, standup: &Standup, choice: &Choice) -> String {
    let off: Vec<DateOff> = choice.slots.iter().flat_map(|slot| standup.meetings.dates_off(*slot)).collect();
    if off.is_empty() {
        return String::new();
    }
    let crowds = Crowds::of(&standup.meetings, standup.meetings.prepared().team());
    let list = OffList { crowds: &crowds, dates: &view.dates, names: view.roll.names(), most: MOST_OFF };
    let dates = counted(distinct(&off) as u64, "date", "dates");
    format!(" · somebody is off on {dates}: {}", list.by_person(&off))
}

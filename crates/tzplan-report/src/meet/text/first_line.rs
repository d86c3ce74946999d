//! What the first line says of whom the best choice costs something: nights, and what optional people give.

use tzplan::meeting::Choice;
use tzplan::{Minutes, ScheduleId};

use super::choice::Lines;
use crate::words::cost::name;
use crate::words::own_times::{OwnTime, OwnTimes};
use crate::words::shown_of;
use crate::words::{dates, people};

/// The most people, or groups of people alike, named whose nights a choice takes; more are counted.
const MOST_AT_NIGHT: usize = 2;
/// The most people named who give most for a choice that does not suit everyone; more are counted.
const MOST_GIVING: usize = 2;
/// The most optional people named whom it costs something.
const MOST_OPTIONAL: usize = 2;

impl Lines<'_> {
    /// `, with Olivia in it at night`, `, at night for Jun, and for Mia from 30 Nov to 12 Mar`,
    /// `, at night for 8 people`: those required for whom it is at night, within their own hours or not;
    /// nothing where it is for nobody.
    pub(super) fn at_night(&self, choice: &Choice) -> String {
        let mut nights = self.own_times(choice);
        // Where a time suits everyone a short stay takes them out of their hours: that is said with the stay.
        let clean = choice.plan.is_clean();
        let is_at_night = |own: &OwnTime| is_at_night(own) && (!clean || own.time.asked.is_within_hours());
        nights.retain(|one| self.is_required(one.schedule) && one.times.iter().any(is_at_night));
        let dates = |one: &OwnTimes| -> String {
            let times = || one.times.iter().filter(|own| is_at_night(own));
            let dates: Vec<String> = times().map(|own| own.dates.clone()).collect();
            if dates.len() == one.times.len() { String::new() } else { format!(" {}", people::and(&dates)) }
        };
        let all_year = nights.iter().all(|one| dates(one).is_empty());
        if nights.len() > MOST_AT_NIGHT {
            let heads = nights.iter().map(|one| self.crowds.members(one.schedule)).sum::<u64>() as usize;
            let at_times = if all_year { "" } else { ", for some of them at times" };
            return format!(", at night for {}{at_times}", dates::people(heads));
        }
        // Those for whom it always is first: the dates are of those behind.
        nights.sort_by_key(|one| !dates(one).is_empty());
        let named: Vec<String> = nights
            .iter()
            .map(|one| format!("{}{}", name(&self.crowds, one.schedule, self.names), dates(one)))
            .collect();
        match (named.is_empty(), all_year) {
            (true, _) => String::new(),
            (_, true) => format!(", with {} in it at night", people::and(&named)),
            (_, false) => format!(", at night for {}", named.join(", and for ")),
        }
    }

    /// `Wei from 1 Feb to 18 Feb: ends 3 h 45 min after the day`: those required whom a choice that suits
    /// everyone costs something on the dates of a short stay, which are exceptions like days off.
    pub(super) fn stays_give(&self, choice: &Choice) -> Option<String> {
        let mut told = Vec::new();
        for one in self.own_times(choice).into_iter().filter(|one| self.is_required(one.schedule)) {
            let who = name(&self.crowds, one.schedule, self.names);
            let costly = one.times.iter().filter_map(|own| Some((own, self.cost(own)?)));
            let costly = costly.filter(|(own, _)| !own.time.asked.is_within_hours());
            told.extend(costly.map(|(own, cost)| format!("{who} {}: {cost}", own.dates)));
        }
        let shown = shown_of(told.len(), MOST_OPTIONAL);
        let left = told.len() - shown;
        told.truncate(shown);
        if left > 0 {
            told.push(format!("… and {left} more"));
        }
        (!told.is_empty()).then(|| told.join("; "))
    }

    /// `, most of Ravi and Priya (ends 2½ h after the day)`: those required of whom a choice asks most;
    /// `, of` them where it asks others nothing.
    pub(super) fn asked_of(&self, choice: &Choice) -> String {
        let mut give = self.giving(choice, true);
        let all = give.len();
        let Some(most) = give.first().map(|(own, _)| own.time.asked.dearness()) else { return String::new() };
        give.retain(|(own, _)| own.time.asked.dearness() == most);
        let whom = if give.len() > MOST_GIVING {
            let heads = give.iter().map(|(_, schedule)| self.crowds.members(*schedule)).sum::<u64>();
            dates::people(heads as usize)
        } else {
            let named = give.iter().map(|(own, schedule)| {
                let who = name(&self.crowds, *schedule, self.names);
                format!("{who} ({})", self.cost(own).unwrap_or_default())
            });
            people::and(&named.collect::<Vec<_>>())
        };
        format!(", {} {whom}", if give.len() == all { "of" } else { "most of" })
    }

    /// Those required, or optional, whom a choice costs something, with what it costs at most: the dearest
    /// first.
    fn giving(&self, choice: &Choice, required: bool) -> Vec<(OwnTime, ScheduleId)> {
        let mut give: Vec<(OwnTime, ScheduleId)> = Vec::new();
        for one in self.own_times(choice).into_iter().filter(|one| self.is_required(one.schedule) == required)
        {
            let told = one.times.into_iter().filter(|own| self.cost(own).is_some());
            let dearest = told.max_by_key(|own| (own.time.asked.dearness(), own.time.at_night));
            give.extend(dearest.map(|own| (own, one.schedule)));
        }
        give.sort_by_key(|(own, _)| std::cmp::Reverse(own.time.asked.dearness()));
        give
    }

    /// `Ravi (optional): ends 1½ h after the day, ½ h at night`: the optional people whom it costs something,
    /// the dearest first; nothing where it costs none of them anything.
    pub(super) fn optional_give(&self, choice: &Choice) -> Option<String> {
        let give = self.giving(choice, false);
        let named = give.iter().take(MOST_OPTIONAL).map(|(own, schedule)| {
            let who = name(&self.crowds, *schedule, self.names);
            format!("{who} (optional): {}", self.cost(own).unwrap_or_default())
        });
        let mut told: Vec<String> = named.collect();
        if give.len() > MOST_OPTIONAL {
            told.push(format!("… and {} more", give.len() - MOST_OPTIONAL));
        }
        (!told.is_empty()).then(|| told.join("; "))
    }
}

fn is_at_night(own: &OwnTime) -> bool {
    own.time.asked.night.max(own.time.at_night) > Minutes::ZERO
}

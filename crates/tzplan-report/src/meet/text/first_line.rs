//! What the first line says of whom the best choice costs something: nights, and what optional people give.

use tzplan::meeting::Choice;
use tzplan::{Minutes, ScheduleId};

use super::choice::Lines;
use crate::words::cost::name;
use crate::words::own_times::{OwnTime, OwnTimes};
use crate::words::people;

/// The most people named whose nights a choice takes.
const MOST_AT_NIGHT: usize = 3;
/// The most optional people named whom it costs something.
const MOST_OPTIONAL: usize = 2;

impl Lines<'_> {
    /// `, with Olivia in it at night`, `, at night for Jun from 30 Nov to 12 Mar`: those required for whom it
    /// is at night, within their own hours or not; nothing where it is for nobody.
    pub(super) fn at_night(&self, choice: &Choice) -> String {
        let mut nights = self.own_times(choice);
        nights.retain(|one| self.is_required(one.schedule) && one.times.iter().any(is_at_night));
        let dates = |one: &OwnTimes| -> String {
            let times = || one.times.iter().filter(|own| is_at_night(own));
            let dates: Vec<String> = times().map(|own| own.dates.clone()).collect();
            if dates.len() == one.times.len() { String::new() } else { format!(" {}", people::and(&dates)) }
        };
        let all_year = nights.iter().all(|one| dates(one).is_empty());
        let shown = nights.iter().take(MOST_AT_NIGHT);
        let mut named: Vec<String> = shown
            .map(|one| format!("{}{}", name(&self.crowds, one.schedule, self.names), dates(one)))
            .collect();
        if nights.len() > MOST_AT_NIGHT {
            named.push("others".to_owned());
        }
        match (named.is_empty(), all_year) {
            (true, _) => String::new(),
            (_, true) => format!(", with {} in it at night", people::and(&named)),
            (_, false) => format!(", at night for {}", people::and(&named)),
        }
    }

    /// `Ravi (optional): ends 1½ h after the day, ½ h at night`: the optional people whom it costs something,
    /// the dearest first; nothing where it costs none of them anything.
    pub(super) fn optional_give(&self, choice: &Choice) -> Option<String> {
        let mut give: Vec<(OwnTime, ScheduleId)> = Vec::new();
        for one in self.own_times(choice).into_iter().filter(|one| !self.is_required(one.schedule)) {
            let told = one.times.into_iter().filter(|own| self.cost(own).is_some());
            let dearest = told.max_by_key(|own| (own.time.asked.dearness(), own.time.at_night));
            give.extend(dearest.map(|own| (own, one.schedule)));
        }
        give.sort_by_key(|(own, _)| std::cmp::Reverse(own.time.asked.dearness()));
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

//! The dates on which something holds, by the places of seasons.

use chrono::WeekdaySet;
use tzplan::{Stretch, WeeklyHours};

use super::View;
use crate::words::periods::{Periods, in_order};

impl View<'_> {
    /// `from 28 Mar to 30 Oct: `; nothing for the whole year.
    pub(super) fn lead(&self, places: &[usize]) -> String {
        let when = self.on(places);
        if when.is_empty() { String::new() } else { format!("{when}: ") }
    }

    /// `until 27 Mar and from 31 Oct on`; nothing for the whole year.
    pub(super) fn on(&self, places: &[usize]) -> String {
        self.periods(places).all_spoken()
    }

    /// Seasons in which something holds, with those that have no date of it and follow one of them.
    pub(super) fn with_idle(&self, places: impl Iterator<Item = usize>, days: WeekdaySet) -> Vec<usize> {
        let places: Vec<usize> = places.collect();
        let mut all: Vec<usize> = Vec::new();
        for (place, season) in self.agreement.seasons.iter().enumerate() {
            let follows = place.checked_sub(1).is_some_and(|before| all.last() == Some(&before));
            if places.contains(&place) || (!season.has_any_of(days) && (follows || place == 0)) {
                all.push(place);
            }
        }
        all
    }

    /// `until 13 Mar`: how long what holds first does without a break; nothing where it does all year.
    pub(super) fn until(&self, places: &[usize]) -> String {
        let unbroken = places.iter().enumerate().take_while(|(nth, place)| *nth == **place).count();
        match unbroken {
            0 => self.on(places),
            all if all == self.agreement.seasons.len() => String::new(),
            some => format!("until {}", self.dates.day(self.agreement.seasons[some - 1].season.last())),
        }
    }

    fn periods(&self, places: &[usize]) -> Periods<'_> {
        let seasons = places.iter().map(|place| &self.agreement.seasons[*place].season);
        Periods::of(seasons, self.agreement.prepared().horizon())
    }

    /// Equal values of seasons together, in order of their first seasons, each with when it holds.
    pub(super) fn by_value<V: PartialEq>(&self, value: impl Fn(usize) -> V) -> Vec<(V, Vec<usize>)> {
        let mut grouped: Vec<(V, Vec<usize>)> = Vec::new();
        for place in 0..self.agreement.seasons.len() {
            let value = value(place);
            match grouped.iter_mut().find(|(known, _)| *known == value) {
                Some((_, places)) => places.push(place),
                None => grouped.push((value, vec![place])),
            }
        }
        grouped
    }

    /// Hours by season as they count: a season of a few dates on whose weekdays nothing is otherwise has
    /// those of the one before.
    pub(super) fn held<'h>(&self, hours: impl Fn(usize) -> &'h WeeklyHours) -> Vec<&'h WeeklyHours> {
        let mut held: Vec<&WeeklyHours> = Vec::new();
        for (place, season) in self.agreement.seasons.iter().enumerate() {
            let own = hours(place);
            let then = |hours: &WeeklyHours| -> Vec<Stretch> {
                let there = |one: &&Stretch| season.has_any_of(WeekdaySet::single(one.day()));
                hours.stretches().iter().filter(there).copied().collect()
            };
            let before = held.last().copied().filter(|before| then(before) == then(own));
            held.push(before.unwrap_or(own));
        }
        held
    }

    /// `13:30–19:30; from 28 Mar to 30 Oct 14:30–19:30`: what holds first, then what holds on other dates;
    /// what does not hold on all of them has its dates.
    pub(super) fn by_dates(
        &self,
        times: Vec<(&WeeklyHours, Vec<usize>)>,
        words: impl Fn(&WeeklyHours) -> String,
    ) -> String {
        let (some, never): (Vec<_>, Vec<_>) = times.into_iter().partition(|(hours, _)| !hours.is_empty());
        let told = some.into_iter().map(|(hours, places)| (words(hours), places)).collect();
        match self.in_order(told, never.is_empty()) {
            nothing if nothing.is_empty() => "never".to_owned(),
            told => told,
        }
    }

    /// `09:00; from 28 Mar to 30 Oct 08:00`: by first dates. Where together they hold all year the first goes
    /// without its dates, which those of the others tell.
    pub(super) fn in_order(&self, told: Vec<(String, Vec<usize>)>, all_year: bool) -> String {
        let dated = told.into_iter().map(|(what, places)| (what, self.periods(&places)));
        in_order(&dated.collect::<Vec<_>>(), all_year)
    }
}

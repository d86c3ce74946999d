//! What a group shares through the year, in words.

use chrono::{Datelike, NaiveDate, Weekday, WeekdaySet};
use tzplan::target::WeekWindow;
use tzplan::{Horizon, Minutes, Season, SeasonOverlap};

use super::dates::{self, Dates};
use super::home::Home;
use super::length::length;
use super::people::and;
use super::periods::Periods;
use super::shared::{Shared, few_days};

/// Minutes.
const DAY: i32 = 24 * 60;
/// The most ranges of dates in a sentence.
const MOST_RANGES: usize = 2;

/// What a group shares by season, in order of the first seasons: what holds now comes first.
pub(crate) struct Amounts {
    values: Vec<(Shared, Vec<Season>)>,
}

impl Amounts {
    pub(crate) fn of<'o>(
        horizon: &Horizon,
        seasons: impl IntoIterator<Item = (Season, &'o SeasonOverlap)>,
    ) -> Self {
        let home = Home::of(horizon);
        let mut values: Vec<(Shared, Vec<Season>)> = Vec::new();
        let mut before: Option<(Shared, WeekdaySet)> = None;
        for (season, overlap) in seasons {
            let ahead = home.most(&season).ahead;
            let (own, days) = (Shared::of(overlap, ahead), weekdays(overlap, ahead));
            // A Friday and a Saturday change nothing of what is shared from Monday to Thursday.
            let idle = |(_, known): &(Shared, WeekdaySet)| !has_any_of(&season, known.union(days));
            let shared = before.take_if(|before| idle(before)).map_or(own, |(before, _)| before);
            before = Some((shared.clone(), days));
            match values.iter_mut().find(|(known, _)| *known == shared) {
                Some((_, seasons)) => seasons.push(season),
                None => values.push((shared, vec![season])),
            }
        }
        Self { values }
    }

    /// Whether [`words`](Self::words) leave nothing out.
    pub(crate) fn are_told(&self) -> bool {
        self.values.len() <= 2
    }

    /// The few days of the week on which it is shared, where these are not the usual ones; see
    /// [`few_days`](crate::words::shared::few_days).
    pub(crate) fn few_days(&self) -> Option<String> {
        few_days(self.values.iter().map(|(shared, _)| shared))
    }

    /// `4 h a day in winter and 3 h in summer (28 Mar – 30 Oct)`, what holds on the first date first; `None`
    /// where that is never anything.
    pub(crate) fn words(&self, horizon: &Horizon) -> Option<String> {
        Some(match &self.values[..] {
            [] => return None,
            [(only, _)] if only.daily == Minutes::ZERO => return None,
            [(only, _)] => format!("{} {}", only.spoken(), dates::span(horizon)),
            [now, other] => {
                let (first, second) = (now.0.spoken(), other.0.beside(&now.0));
                match (summer(horizon, &now.1), summer(horizon, &other.1)) {
                    (Some(dates), _) => format!("{first} in summer ({dates}) and {second} in winter"),
                    (_, Some(dates)) => format!("{first} in winter and {second} in summer ({dates})"),
                    _ if other.1.len() > MOST_RANGES => {
                        format!("{first} {}, {second} {}", until(horizon, &now.1), when(horizon, &other.1))
                    }
                    _ => format!("{first}, {second} {}", when(horizon, &other.1)),
                }
            }
            [now, ..] => {
                let last = held_until(&now.1);
                let then = self.after(last).range();
                format!("{} {}, then {then}", now.0.spoken(), until(horizon, &now.1))
            }
        })
    }

    /// Of the seasons after a date.
    fn after(&self, date: NaiveDate) -> Self {
        let later = |(shared, seasons): &(Shared, Vec<Season>)| {
            let seasons: Vec<Season> =
                seasons.iter().filter(|season| season.first() > date).copied().collect();
            (!seasons.is_empty()).then(|| (shared.clone(), seasons))
        };
        Self { values: self.values.iter().filter_map(later).collect() }
    }

    /// `3 h to 5 h, usually 4 h`, of several values.
    fn range(&self) -> String {
        let days = |seasons: &[Season]| seasons.iter().map(Season::days).sum::<u32>();
        let shared = || self.values.iter().map(|(shared, _)| shared);
        let least = shared().min_by_key(|shared| shared.daily).unwrap_or(&self.values[0].0);
        let most = shared().max_by_key(|shared| shared.daily).unwrap_or(least);
        // Of equals the lower amount.
        let by_days =
            |(shared, seasons): &&(Shared, Vec<Season>)| (days(seasons), std::cmp::Reverse(shared.daily));
        let usual = self.values.iter().max_by_key(by_days).map_or(least, |(shared, _)| shared);
        match shared().all(Shared::is_even) {
            true => format!("{} to {}, usually {}", least.short(), most.spoken(), usual.short()),
            false => averages(least, most, usual),
        }
    }
}

/// The weekdays on which windows start, on a clock this many minutes ahead of UTC.
fn weekdays(overlap: &SeasonOverlap, ahead: i32) -> WeekdaySet {
    let day =
        |window: &WeekWindow| (i32::from(window.start.get()) + ahead).div_euclid(DAY).rem_euclid(7) as u8;
    overlap.windows.iter().filter_map(|window| Weekday::try_from(day(window)).ok()).collect()
}

/// Whether one of a season's dates is one of some weekdays.
fn has_any_of(season: &Season, days: WeekdaySet) -> bool {
    let dates = season.first().iter_days().take(7).take_while(|date| *date <= season.last());
    dates.into_iter().any(|date| days.contains(date.weekday()))
}

/// `4 h to 5 h a day on average, usually 4½ h (7 h on Mon, 2 h on Fri)`, where days are not alike.
fn averages(least: &Shared, most: &Shared, usual: &Shared) -> String {
    let (lowest, highest, usually) = (length(least.daily), length(most.daily), length(usual.daily));
    match (lowest == highest, usual.is_even()) {
        (true, true) => format!("{highest} a day on average"),
        (true, false) => format!("{highest} a day on average, usually {}", usual.short()),
        (false, true) => format!("{lowest} to {highest} a day on average, usually {usually}"),
        (false, false) => {
            format!("{lowest} to {highest} a day on average, usually {usually} ({})", usual.short())
        }
    }
}

/// `until 13 Mar`: how long the first of some seasons, and those that follow it at once, last.
fn until(horizon: &Horizon, seasons: &[Season]) -> String {
    format!("until {}", Dates::of(horizon).day(held_until(seasons)))
}

/// The last date of the first of some seasons and of those that follow it at once.
fn held_until(seasons: &[Season]) -> NaiveDate {
    let mut last = seasons[0].last();
    for season in &seasons[1..] {
        if last.succ_opt() == Some(season.first()) {
            last = season.last();
        }
    }
    last
}

/// The dates of seasons that are one summer of the home clock.
fn summer(horizon: &Horizon, seasons: &[Season]) -> Option<String> {
    let (first, last) = one_range(seasons)?;
    Home::of(horizon).is_summer(first, last).then(|| Dates::of(horizon).range(first, last))
}

/// The dates of seasons that follow one another.
fn one_range(seasons: &[Season]) -> Option<(NaiveDate, NaiveDate)> {
    let (first, last) = (seasons.first()?.first(), seasons.last()?.last());
    let apart = seasons.windows(2).any(|two| two[0].last().succ_opt() != Some(two[1].first()));
    (!apart).then_some((first, last))
}

/// The dates of some seasons: `in summer (28 Mar – 30 Oct)`, `from 14 Mar to 27 Mar`, `on 146 days`.
pub(crate) fn when(horizon: &Horizon, seasons: &[Season]) -> String {
    if let Some(dates) = summer(horizon, seasons) {
        return format!("in summer ({dates})");
    }
    if one_range(seasons).is_some() {
        return Periods::of(seasons, horizon).spoken();
    }
    if seasons.len() > MOST_RANGES {
        let days: u32 = seasons.iter().map(Season::days).sum();
        return format!("on {} of {}", dates::number(days.into()), dates::days(horizon.days()));
    }
    let ranges: Vec<String> =
        seasons.iter().map(|season| Dates::of(horizon).during(season.first(), season.last())).collect();
    and(&ranges)
}

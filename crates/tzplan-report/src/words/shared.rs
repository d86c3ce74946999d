//! What a group shares in a season, day by day where the days differ.

use chrono::{Weekday, WeekdaySet};
use tzplan::target::shared_by;
use tzplan::{Minutes, Policy, PreparedTeam, ProfileId, SeasonOverlap};

use super::clock;
use super::home::Home;
use super::length::{length, span};
use super::people::and;

const DAY: i32 = 24 * 60;
/// Of fewer days it is said which they are.
const USUAL_DAYS: u8 = 5;

/// What is shared in an ordinary week of a season.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Shared {
    /// The daily overlap as shown.
    pub(crate) daily: Minutes,
    /// `7 h on Tue and Wed`, where the days of work are not alike.
    by_day: Option<String>,
    /// `Mon, Tue and Thu`, where fewer days than five are alike.
    few_days: Option<String>,
    /// What the day with least and the day with most has then.
    least_and_most: (Minutes, Minutes),
}

impl Shared {
    /// Of a season, its weekdays on a clock this many minutes ahead of UTC.
    pub(crate) fn of(overlap: &SeasonOverlap, ahead: i32) -> Self {
        let mut days = [0_u32; 7];
        for window in &overlap.windows {
            let start = i32::from(window.start.get()) + ahead;
            days[start.div_euclid(DAY).rem_euclid(7) as usize] += window.minutes.get();
        }
        let mut amounts: Vec<(u32, WeekdaySet)> = Vec::new();
        for (day, minutes) in days.into_iter().enumerate().filter(|(_, minutes)| *minutes > 0) {
            let day = Weekday::try_from(day as u8).unwrap_or(Weekday::Mon);
            match amounts.iter_mut().find(|(known, _)| *known == minutes) {
                Some((_, days)) => {
                    days.insert(day);
                }
                None => amounts.push((minutes, WeekdaySet::single(day))),
            }
        }
        let alike = match &amounts[..] {
            [] => true,
            [(minutes, days)] => days.len() == overlap.daily.days as u8 || *minutes > DAY as u32,
            _ => false,
        };
        let spoken = |days: WeekdaySet| {
            let each: Vec<String> = days.iter(Weekday::Mon).map(|day| day.to_string()).collect();
            let days = clock::days(days);
            if days.contains('–') && !days.contains(',') { days } else { and(&each) }
        };
        let on_days = |(minutes, days): &(u32, WeekdaySet)| {
            format!("{} on {}", length(Minutes(*minutes)), spoken(*days))
        };
        let few_days = match &amounts[..] {
            [(minutes, days)] if alike && days.len() < USUAL_DAYS && *minutes < DAY as u32 => {
                Some(spoken(*days))
            }
            _ => None,
        };
        let by_day = (!alike).then(|| amounts.iter().map(on_days).collect::<Vec<_>>().join(", "));
        let days_shared = days.iter().filter(|minutes| **minutes > 0).count();
        let least = amounts.iter().map(|(minutes, _)| *minutes).min().unwrap_or(0);
        let least = if days_shared < overlap.daily.days as usize { 0 } else { least };
        let most = amounts.iter().map(|(minutes, _)| *minutes).max().unwrap_or(0);
        let least_and_most = (Minutes(least), Minutes(most));
        Self { daily: overlap.daily.floor(), by_day, few_days, least_and_most }
    }

    /// Of people in every season, weekdays on the home clock; that depends on no target.
    pub(crate) fn among(prepared: &PreparedTeam, people: &[ProfileId]) -> Vec<Self> {
        let (policy, home) = (Policy::default(), Home::of(prepared.horizon()));
        let of = |season| Self::of(&shared_by(prepared, people, season, &policy), home.most(season).ahead);
        prepared.seasons().iter().map(of).collect()
    }

    /// Whether each of the days has the same, so that the average is what there is.
    pub(crate) fn is_even(&self) -> bool {
        self.by_day.is_none()
    }

    /// `4 h`, `7 h on Tue and Wed`, `nothing`.
    pub(crate) fn short(&self) -> String {
        match (&self.by_day, self.daily) {
            (Some(days), _) => days.clone(),
            (None, Minutes::ZERO) => "nothing".to_owned(),
            (None, each) => length(each),
        }
    }

    /// The same behind another amount: with its days where these are fewer and not those of the other.
    pub(crate) fn beside(&self, other: &Self) -> String {
        match other.daily {
            Minutes::ZERO => self.spoken(),
            _ if self.few_days == other.few_days || self.few_days.is_none() => self.short(),
            _ => self.spoken(),
        }
    }

    /// `4 h`; where the days are not alike from the day with least to that with most, `0–7 h`.
    pub(crate) fn range(&self) -> String {
        match (self.is_even(), self.least_and_most) {
            (true, _) => length(self.daily),
            (false, (least, most)) => span(least, most),
        }
    }

    /// `4 h a day`, `5 h a day on Mon, Tue and Thu`, `7 h on Tue and Wed`, `nothing`.
    pub(crate) fn spoken(&self) -> String {
        match (&self.by_day, self.daily) {
            (None, each) if each > Minutes::ZERO => {
                let few = self.few_days.as_ref().map_or(String::new(), |days| format!(" on {days}"));
                format!("{} a day{few}", length(each))
            }
            _ => self.short(),
        }
    }
}

/// Whether each of the days has the same, weekdays on a clock this many minutes ahead of UTC.
pub(crate) fn is_even(overlap: &SeasonOverlap, ahead: i32) -> bool {
    Shared::of(overlap, ahead).is_even()
}

/// `Mon, Tue and Thu`: the days on which all of some amounts are shared, where these are fewer than five and
/// alike; `some days of the week` where they differ; `None` where five days or more are.
pub(crate) fn few_days<'s>(amounts: impl IntoIterator<Item = &'s Shared>) -> Option<String> {
    let shared = amounts.into_iter().filter(|shared| shared.daily > Minutes::ZERO && shared.is_even());
    let mut days: Vec<Option<&String>> = shared.map(|shared| shared.few_days.as_ref()).collect();
    days.dedup();
    match &days[..] {
        [] | [None] => None,
        [Some(only)] => Some((*only).clone()),
        _ => Some("some days of the week".to_owned()),
    }
}

//! The dates on which something holds: seasons that follow each other joined, in words.

use chrono::NaiveDate;
use tzplan::{Horizon, Season};

use super::dates::{self, Dates};
use super::people::and;

/// The most ranges of dates in a sentence.
const MOST_RANGES: usize = 2;

/// Ranges of dates within a horizon, both ends inclusive, in order and apart.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Periods<'h> {
    horizon: &'h Horizon,
    ranges: Vec<(NaiveDate, NaiveDate)>,
}

impl<'h> Periods<'h> {
    /// Of seasons in order.
    pub(crate) fn of<'s>(seasons: impl IntoIterator<Item = &'s Season>, horizon: &'h Horizon) -> Self {
        let mut periods = Self { horizon, ranges: Vec::new() };
        seasons.into_iter().for_each(|season| periods.add(season));
        periods
    }

    /// Adds a season that is later than all others.
    pub(crate) fn add(&mut self, season: &Season) {
        match self.ranges.last_mut() {
            Some((_, last)) if last.succ_opt() == Some(season.first()) => *last = season.last(),
            _ => self.ranges.push((season.first(), season.last())),
        }
    }

    fn days(&self) -> u32 {
        self.ranges.iter().map(|(first, last)| (*last - *first).num_days() as u32 + 1).sum()
    }

    /// `until 13 Mar`: how long the first of them lasts.
    pub(crate) fn until(&self) -> String {
        let last = self.ranges.first().map_or(self.horizon.from(), |(_, last)| *last);
        format!("until {}", Dates::of(self.horizon).day(last))
    }

    /// `all year`, `from 28 Mar to 30 Oct`, `except from 28 Mar to 30 Oct`, `on 146 days`.
    pub(crate) fn spoken(&self) -> String {
        let words = Dates::of(self.horizon);
        let during = |ranges: &[(NaiveDate, NaiveDate)]| {
            let ranges: Vec<String> =
                ranges.iter().map(|(first, last)| words.during(*first, *last)).collect();
            and(&ranges)
        };
        match (&self.ranges[..], &self.others()[..]) {
            (_, []) => dates::span(self.horizon).to_owned(),
            ([only], _) => during(&[*only]),
            (_, [only]) => format!("except {}", during(&[*only])),
            (few, _) if few.len() <= MOST_RANGES => during(few),
            _ => format!("on {}", dates::days(self.days())),
        }
    }

    /// Every range in words: `from 28 Mar to 30 Oct`, `until 27 Mar and from 31 Oct on`, `on 14 Mar – 27 Mar,
    /// 31 Oct – 6 Nov`; nothing for the whole horizon.
    pub(crate) fn all_spoken(&self) -> String {
        let words = Dates::of(self.horizon);
        let (from, until) = (self.horizon.from(), self.horizon.to().pred_opt());
        let spoken = |(first, last): &(NaiveDate, NaiveDate)| match (*first == from, Some(*last) == until) {
            (true, true) => String::new(),
            (true, false) => format!("until {}", words.day(*last)),
            (false, true) => format!("from {} on", words.day(*first)),
            (false, false) => words.during(*first, *last),
        };
        let at_an_end = |(first, last): &(NaiveDate, NaiveDate)| *first == from || Some(*last) == until;
        match &self.ranges[..] {
            several @ [_, _, ..] if !several.iter().any(at_an_end) => format!("on {}", self.in_full()),
            ranges => and(&ranges.iter().map(spoken).collect::<Vec<_>>()),
        }
    }

    /// For a table: `28 Mar – 30 Oct`, `all but 28 Mar – 30 Oct`, `146 of 364 days`; nothing for the whole
    /// horizon.
    pub(crate) fn listed(&self) -> String {
        let words = Dates::of(self.horizon);
        match (&self.ranges[..], &self.others()[..]) {
            (_, []) => String::new(),
            ([(first, last)], _) => words.range(*first, *last),
            (_, [(first, last)]) => format!("all but {}", words.range(*first, *last)),
            _ => format!("{} of {}", self.days(), dates::days(self.horizon.days())),
        }
    }

    /// Every range: `14 Mar – 27 Mar, 31 Oct – 6 Nov`, `all but 28 Mar – 30 Oct`; nothing for the whole
    /// horizon.
    pub(crate) fn in_full(&self) -> String {
        let words = Dates::of(self.horizon);
        let (ranges, others) = (&self.ranges, self.others());
        let (but, told) = if others.len() < ranges.len() { ("all but ", &others) } else { ("", ranges) };
        if others.is_empty() {
            return String::new();
        }
        let told: Vec<String> = told.iter().map(|(first, last)| words.range(*first, *last)).collect();
        format!("{but}{}", told.join(", "))
    }

    /// The other dates of the horizon.
    fn others(&self) -> Vec<(NaiveDate, NaiveDate)> {
        let mut others = Vec::new();
        let mut next = self.horizon.from();
        for (first, last) in &self.ranges {
            if next < *first {
                others.extend(first.pred_opt().map(|before| (next, before)));
            }
            next = last.succ_opt().unwrap_or(*last);
        }
        if next < self.horizon.to() {
            others.extend(self.horizon.to().pred_opt().map(|last| (next, last)));
        }
        others
    }
}

/// Equal values together, by first season, each with its dates.
pub(crate) fn by_value<'h, V: PartialEq>(
    values: impl IntoIterator<Item = (Season, V)>,
    horizon: &'h Horizon,
) -> Vec<(V, Periods<'h>)> {
    let mut grouped: Vec<(V, Periods<'h>)> = Vec::new();
    for (season, value) in values {
        match grouped.iter_mut().find(|(known, _)| *known == value) {
            Some((_, periods)) => periods.add(&season),
            None => grouped.push((value, Periods::of([&season], horizon))),
        }
    }
    grouped
}

/// `09:00; from 28 Mar to 30 Oct 08:00`: values in order of their first dates. Where together they hold
/// throughout the first goes without its dates, which those of the others tell.
pub(crate) fn in_order(values: &[(String, Periods<'_>)], throughout: bool) -> String {
    let mut order: Vec<&(String, Periods<'_>)> = values.iter().collect();
    order.sort_by_key(|(_, periods)| periods.ranges.first().copied());
    let one = |(place, (what, periods)): (usize, &&(String, Periods<'_>))| match periods.all_spoken() {
        when if when.is_empty() || (place == 0 && throughout) => what.clone(),
        when if place == 0 => format!("{what} {when}"),
        when => format!("{when} {what}"),
    };
    order.iter().enumerate().map(one).collect::<Vec<_>>().join("; ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use tzplan::{Member, PreparedTeam, Team, Zone};

    #[test]
    fn a_winter_that_the_horizon_cuts_is_told_by_its_summer() {
        let berlin = Zone::iana("Europe/Berlin").expect("a zone");
        let mut team = Team::new();
        team.add(Member::new("Ben", berlin.clone()));
        let horizon = Horizon::year("2026-11-23".parse().expect("a date"), berlin).expect("a year");
        let prepared = PreparedTeam::new(&team, horizon);
        let [winter, summer, autumn] = prepared.seasons() else { panic!("three seasons") };
        let told = |seasons: &[&Season]| {
            let periods = Periods::of(seasons.iter().copied(), prepared.horizon());
            (periods.spoken(), periods.listed(), periods.days())
        };
        let expected = |spoken: &str, listed: &str, days| (spoken.to_owned(), listed.to_owned(), days);
        assert_eq!(told(&[winter, summer, autumn]), expected("all year", "", 364));
        assert_eq!(told(&[summer]), expected("from 28 Mar to 30 Oct", "28 Mar – 30 Oct", 217));
        assert_eq!(
            told(&[winter, autumn]),
            expected("except from 28 Mar to 30 Oct", "all but 28 Mar – 30 Oct", 147)
        );
    }
}

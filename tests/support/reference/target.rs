//! Daily overlap against its target, by looking at every subgroup; the statistics of a year.

use std::cmp::Ordering;

use tzplan::{ClockRange, ClockTime, Minutes, PerDay, Policy};

use super::season::ExpectedSeason;
use super::week::{ExpectedWeek, count};
use crate::support::law::rules as law;

/// Thresholds as plain numbers of minutes.
#[derive(Clone, Debug)]
pub struct Rules {
    pub target: u32,
    pub max_shift: i32,
    pub reasonable: (i32, i32),
    pub night: (i32, i32),
    pub grace_days: u32,
    pub step: i32,
}

impl Default for Rules {
    fn default() -> Self {
        let (reasonable, night) = ((7 * 60, 21 * 60), (22 * 60, 6 * 60));
        Self { target: 240, max_shift: 120, reasonable, night, grace_days: 7, step: 15 }
    }
}

impl Rules {
    pub fn policy(&self) -> Policy {
        let time = |minutes: i32| ClockTime::from_minutes(minutes as u16).expect("a time of day");
        let clock = |(start, end)| ClockRange::new(time(start), time(end)).expect("a clock range");
        Policy::default()
            .with_reasonable(clock(self.reasonable))
            .with_night(clock(self.night))
            .with_target(Minutes(self.target))
            .and_then(|policy| policy.with_max_shift(Minutes(self.max_shift as u32)))
            .and_then(|policy| policy.with_grace_days(self.grace_days))
            .and_then(|policy| policy.with_step(Minutes(self.step as u32)))
            .expect("thresholds of the tests")
    }

    /// The same for the reference of the second edition.
    pub fn by_the_law(&self) -> law::Rules {
        law::Rules {
            target: self.target,
            max_shift: self.max_shift,
            reasonable: self.reasonable,
            night: self.night,
            grace_days: self.grace_days,
            step: self.step,
        }
    }

    /// `grace_days × days / 364` to the nearest day, halves up.
    pub fn grace_of(&self, days: u32) -> u32 {
        let (whole, rest) = (self.grace_days * days / 364, self.grace_days * days % 364);
        if 2 * rest >= 364 { whole + 1 } else { whole }
    }
}

/// Whether a minute of the day lies in a range of the clock that may cross midnight.
pub fn in_clock_range(minute: i32, (start, end): (i32, i32)) -> bool {
    if start < end { start <= minute && minute < end } else { minute >= start || minute < end }
}

/// Compares minutes over days as fractions.
pub fn compare(a: PerDay, b: PerDay) -> Ordering {
    (a.minutes_per_week * b.days).cmp(&(b.minutes_per_week * a.days))
}

/// The minutes of the week at which all of a group are at work; a group has somebody.
pub fn common(group: &[&ExpectedWeek]) -> Vec<bool> {
    let mut common = group[0].at_work.clone();
    for week in &group[1..] {
        common.iter_mut().zip(&week.at_work).for_each(|(shared, at_work)| *shared &= at_work);
    }
    common
}

/// Common minutes over the smallest workdays.
pub fn daily_overlap(group: &[&ExpectedWeek]) -> PerDay {
    let days = group.iter().map(|week| week.workdays).min().expect("somebody");
    PerDay { minutes_per_week: count(&common(group)), days: days.max(1) }
}

/// The target, or the smallest average day.
pub fn effective_target(group: &[&ExpectedWeek], target: u32) -> PerDay {
    let mut least = PerDay { minutes_per_week: target, days: 1 };
    for week in group.iter().filter(|week| week.workdays > 0) {
        let average = PerDay { minutes_per_week: week.minutes(), days: week.workdays };
        if compare(average, least).is_lt() {
            least = average;
        }
    }
    least
}

/// Whether a group and every subgroup of two or more reach their own effective targets. Nobody does with
/// somebody without any hours.
pub fn meets(group: &[&ExpectedWeek], target: u32) -> bool {
    if group.iter().any(|week| week.workdays == 0) {
        return false;
    }
    (1_u32..1 << group.len()).filter(|members| members.count_ones() >= 2).all(|members| {
        let chosen = group.iter().enumerate().filter(|(place, _)| members & (1 << place) != 0);
        let subgroup: Vec<&ExpectedWeek> = chosen.map(|(_, week)| *week).collect();
        compare(daily_overlap(&subgroup), effective_target(&subgroup, target)).is_ge()
    })
}

/// Least, median, most and usual daily overlap, and the drift seasons.
#[derive(Clone, PartialEq, Debug)]
pub struct ExpectedYear {
    pub min: PerDay,
    pub median: PerDay,
    pub max: PerDay,
    pub usual: PerDay,
    pub drift: Vec<ExpectedSeason>,
}

/// The statistics of the seasons of a group, whose overlaps all have the same number of days.
pub fn year(seasons: &[(ExpectedSeason, PerDay)]) -> ExpectedYear {
    // The overlap of every single day of the horizon, in order of size.
    let each_day = seasons.iter().flat_map(|(season, daily)| vec![*daily; season.days as usize]);
    let mut each_day: Vec<PerDay> = each_day.collect();
    each_day.sort_by(|a, b| compare(*a, *b));
    let days_of = |value: PerDay| each_day.iter().filter(|daily| compare(**daily, value).is_eq()).count();
    let most_days = each_day.iter().map(|daily| days_of(*daily)).max().expect("a day");
    let usual = *each_day.iter().find(|daily| days_of(**daily) == most_days).expect("a day");
    let drift =
        seasons.iter().filter(|(season, daily)| season.whole_days < 43 && compare(*daily, usual).is_ne());
    ExpectedYear {
        min: each_day[0],
        // The first day at which half of the days are behind, itself included.
        median: each_day[each_day.len().div_ceil(2) - 1],
        max: each_day[each_day.len() - 1],
        usual,
        drift: drift.map(|(season, _)| season.clone()).collect(),
    }
}

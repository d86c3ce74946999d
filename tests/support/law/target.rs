//! Daily overlap against its target, by looking at every subgroup; the statistics of a year (§4).

use std::cmp::Ordering;

use super::circle::Circle;
use super::season::Season;
use super::week::Week;

/// "Kept as the exact pair (minutes per week, days), compared as fractions."
#[derive(Clone, Copy, Debug)]
pub struct Daily {
    pub minutes: u32,
    pub days: u32,
}

impl Daily {
    /// "Shown as h:mm a day, rounded down."
    pub fn shown(self) -> String {
        let minutes = self.minutes / self.days;
        format!("{}:{:02}", minutes / 60, minutes % 60)
    }

    /// Minutes a day, rounded up.
    pub fn whole_minutes(self) -> i32 {
        self.minutes.div_ceil(self.days) as i32
    }
}

impl PartialEq for Daily {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Daily {}

impl PartialOrd for Daily {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Daily {
    fn cmp(&self, other: &Self) -> Ordering {
        (self.minutes * other.days).cmp(&(other.minutes * self.days))
    }
}

/// "Common minutes of a group in a season: the intersection of its week patterns."
pub fn common(group: &[&Week]) -> Circle {
    group[1..].iter().fold(group[0].at_work.clone(), |common, week| common.and(&week.at_work))
}

/// "Common minutes / the smallest workdays in the group."
pub fn daily_overlap(group: &[&Week]) -> Daily {
    overlap_of(&common(group), group)
}

fn overlap_of(common: &Circle, group: &[&Week]) -> Daily {
    let days = group.iter().map(|week| week.workdays).min().expect("somebody");
    Daily { minutes: common.count(), days: days.max(1) }
}

/// "Average day: weekly minutes / workdays."
pub fn average_day(week: &Week) -> Daily {
    Daily { minutes: week.at_work.count(), days: week.workdays.max(1) }
}

/// "min(target, smallest average day in the group): nobody fails for working short days."
pub fn effective_target(group: &[&Week], target: u32) -> Daily {
    let averages = group.iter().map(|week| average_day(week));
    averages.chain([Daily { minutes: target, days: 1 }]).min().expect("the target")
}

/// "A group meets the target in a season when its daily overlap, and that of every subgroup, is at or above
/// its own effective target." Nobody does with somebody without any hours.
pub fn meets(group: &[&Week], target: u32) -> bool {
    if group.iter().any(|week| week.workdays == 0) {
        return false;
    }
    // Two with one week are worth one: they change neither what is shared nor what is asked.
    let mut distinct: Vec<&Week> = Vec::new();
    for week in group {
        if !distinct.iter().any(|other| other.at_work == week.at_work && other.workdays == week.workdays) {
            distinct.push(week);
        }
    }
    subgroups_meet(&mut Vec::new(), None, &distinct, target)
}

/// Whether `chosen`, which share `common`, meet the target together with every choice of the rest.
fn subgroups_meet<'w>(
    chosen: &mut Vec<&'w Week>,
    common: Option<&Circle>,
    rest: &[&'w Week],
    target: u32,
) -> bool {
    if let Some(common) = common
        && overlap_of(common, chosen) < effective_target(chosen, target)
    {
        return false;
    }
    (0..rest.len()).all(|next| {
        let shared =
            common.map_or_else(|| rest[next].at_work.clone(), |common| common.and(&rest[next].at_work));
        chosen.push(rest[next]);
        let meet = subgroups_meet(chosen, Some(&shared), &rest[next + 1..], target);
        chosen.pop();
        meet
    })
}

/// Least, median, most and usual daily overlap, and the drift seasons.
#[derive(Clone, PartialEq, Debug)]
pub struct Year {
    pub min: Daily,
    pub median: Daily,
    pub max: Daily,
    pub usual: Daily,
    pub drift: Vec<Season>,
}

/// "Year min / median / max of daily overlap weigh seasons by their days; the median is the lower weighted
/// one. Usual overlap: the daily overlap with the most days (ties: the lower). Drift weeks: seasons whose
/// daily overlap is not the usual one and that are shorter than 43 days, days outside the horizon counted
/// too."
pub fn year(seasons: &[(Season, Daily)]) -> Year {
    // The overlap of every single day of the horizon, in order of size.
    let each_day = seasons.iter().flat_map(|(season, daily)| vec![*daily; season.days as usize]);
    let mut each_day: Vec<Daily> = each_day.collect();
    each_day.sort();
    let days_of = |value: Daily| each_day.iter().filter(|daily| **daily == value).count();
    let most_days = each_day.iter().map(|daily| days_of(*daily)).max().expect("a day");
    let usual = *each_day.iter().find(|daily| days_of(**daily) == most_days).expect("a day");
    let drift = seasons.iter().filter(|(season, daily)| season.whole_days < 43 && *daily != usual);
    Year {
        min: each_day[0],
        // The first day at which half of the days are behind, itself included.
        median: each_day[each_day.len().div_ceil(2) - 1],
        max: each_day[each_day.len() - 1],
        usual,
        drift: drift.map(|(season, _)| season.clone()).collect(),
    }
}

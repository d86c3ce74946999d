//! The year: what everyone shares a day, season by season, with its target, drift weeks and days off.

use chrono::{Datelike, NaiveDate};
use tzplan::Season;
use tzplan::days_off::DaysOff;

use crate::view::View;
use crate::words::people::stays;
use crate::words::verdict::shortfall;
use crate::words::{dates, length};

/// Labels of the date axis: the first interval in months that needs no more of them.
const MOST_TICKS: usize = 14;
const INTERVALS: [u32; 8] = [1, 2, 3, 6, 12, 24, 60, 120];

/// The year as steps.
#[derive(Clone, Debug)]
pub(crate) struct Year {
    /// Dates of the horizon.
    pub(crate) days: u32,
    pub(crate) steps: Vec<Step>,
    /// The target of the policy, in minutes a day and as shown.
    pub(crate) target: (u32, String),
    /// The top of the axis, in hours.
    pub(crate) hours: u32,
    /// Labels of the date axis by days since the first date.
    pub(crate) ticks: Vec<(u32, String)>,
    /// Runs of dates on which somebody required is off: the first and how many, by days since the first date.
    pub(crate) off: Vec<(u32, u32)>,
    /// How many such dates there are.
    pub(crate) days_off: usize,
}

/// A season.
#[derive(Clone, Debug)]
pub(crate) struct Step {
    pub(crate) dates: String,
    /// Days since the first date.
    pub(crate) start: u32,
    pub(crate) days: u32,
    /// Minutes a day, rounded down, and as shown.
    pub(crate) daily: (u32, String),
    /// The target in force, minutes a day rounded down.
    pub(crate) target: u32,
    pub(crate) meets: bool,
    /// `1 h less`; empty where nothing is missing.
    pub(crate) short: String,
    pub(crate) drift: Option<Drift>,
}

/// Why a short season is another than the usual ones.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Drift {
    /// Some clocks have changed and others have not yet.
    Clocks,
    /// It begins or ends where somebody goes to live elsewhere, or comes back.
    Stay,
}

impl Drift {
    /// Of a season of everyone, or of a pod, where it is one of the year's drift weeks.
    pub(crate) fn of(view: &View<'_>, season: &Season, pod: Option<usize>) -> Option<Self> {
        let year = pod.and_then(|pod| view.plan.pod_years().get(pod)).unwrap_or(view.plan.year());
        let why = || match stays::that_part(view, season.dates(), pod).is_empty() {
            true => Self::Clocks,
            false => Self::Stay,
        };
        year.is_drift(season).then(why)
    }

    /// What such weeks are called.
    pub(crate) fn weeks(self) -> &'static str {
        match self {
            Self::Clocks => "clock-change weeks",
            Self::Stay => "weeks around a move",
        }
    }
}

impl Year {
    /// Of everyone, or of a pod.
    pub(crate) fn of(view: &View<'_>, off: &DaysOff, pod: Option<usize>) -> Self {
        let horizon = view.prepared.horizon();
        let mut words = view.dates;
        let steps: Vec<Step> = view
            .plan
            .seasons()
            .map(|season| {
                let overlap = pod.and_then(|pod| season.pods.get(pod)).unwrap_or(season.overlap);
                let (first, last) = (season.season.first(), season.season.last());
                let short = shortfall(overlap);
                let short = match (overlap.meets, short.get()) {
                    (true, _) => String::new(),
                    (false, 0) => "some short".to_owned(),
                    (false, _) => format!("{} less", length::length(short)),
                };
                Step {
                    dates: words.next(first, last),
                    start: since(horizon.from(), first),
                    days: season.season.days(),
                    daily: (overlap.daily.floor().get(), length::daily(overlap.daily)),
                    target: overlap.effective_target.floor().get(),
                    meets: overlap.meets,
                    short,
                    drift: Drift::of(view, &season.season, pod),
                }
            })
            .collect();
        let target = view.plan.policy().target();
        let highest = steps.iter().map(|step| step.daily.0).chain([target.get(), 60]).max().unwrap_or(60);
        let mut runs: Vec<(u32, u32)> = Vec::new();
        for day in off.dates.iter().map(|date| since(horizon.from(), *date)) {
            match runs.last_mut() {
                Some((first, days)) if *first + *days == day => *days += 1,
                _ => runs.push((day, 1)),
            }
        }
        Self {
            days: horizon.days(),
            steps,
            target: (target.get(), length::length(target)),
            hours: highest.div_ceil(60) + u32::from(highest.is_multiple_of(60)),
            ticks: ticks(horizon.from(), horizon.days()),
            off: runs,
            days_off: off.dates.len(),
        }
    }

    /// What the marks of the chart are.
    pub(crate) fn caption(&self) -> String {
        let mut caption = format!("The dashed line is the target, {} a day.", self.target.1);
        if let Some(marked) = self.drift_weeks() {
            let why = match (self.drifts(Drift::Clocks), self.drifts(Drift::Stay)) {
                (_, false) => "some clocks have changed and others not",
                (false, true) => "somebody goes to live elsewhere or comes back",
                (true, true) => "some clocks have changed and others not, or somebody moves or comes back",
            };
            caption.push_str(&format!(" In {marked} (▾) {why}."));
        }
        if self.days_off > 0 {
            caption.push_str(" The marks below are workdays on which somebody required is off.");
        }
        caption
    }

    fn drifts(&self, why: Drift) -> bool {
        self.steps.iter().any(|step| step.drift == Some(why))
    }

    /// What the weeks of the mark are called, where there are any.
    pub(crate) fn drift_weeks(&self) -> Option<&'static str> {
        match (self.drifts(Drift::Clocks), self.drifts(Drift::Stay)) {
            (false, false) => None,
            (true, false) => Some(Drift::Clocks.weeks()),
            (false, true) => Some(Drift::Stay.weeks()),
            (true, true) => Some("weeks around a change"),
        }
    }

    /// The chart in a sentence.
    pub(crate) fn described(&self) -> String {
        let values: Vec<String> =
            self.steps.iter().take(12).map(|step| format!("{} {}", step.dates, step.daily.1)).collect();
        let more = match self.steps.len().saturating_sub(12) {
            0 => String::new(),
            more => format!("; and {}", dates::counted(more as u64, "more season", "more seasons")),
        };
        format!("Hours a day that everyone shares, target {}: {}{more}.", self.target.1, values.join("; "))
    }
}

fn since(first: NaiveDate, date: NaiveDate) -> u32 {
    (date - first).num_days().max(0) as u32
}

/// The first days of months, as many as can be read: `Dec`, and the year at each January.
fn ticks(from: NaiveDate, days: u32) -> Vec<(u32, String)> {
    let months = |interval: u32| -> Vec<(u32, String)> {
        let dates =
            (0..days).filter_map(|day| Some((day, from.checked_add_days(chrono::Days::new(day.into()))?)));
        let months = (interval.min(12), (interval / 12).max(1) as i32);
        dates
            .filter(|(_, date)| date.day() == 1 && date.month0().is_multiple_of(months.0))
            .filter(|(_, date)| interval < 24 || date.year() % months.1 == 0)
            .map(|(day, date)| {
                let month = dates::short(date).split(' ').next_back().unwrap_or("").to_owned();
                (day, if date.month() == 1 { date.year().to_string() } else { month })
            })
            .collect()
    };
    let all = INTERVALS.iter().map(|interval| months(*interval));
    all.into_iter().find(|ticks| ticks.len() <= MOST_TICKS).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_axis_has_labels_that_can_be_read() {
        let from = "2026-11-23".parse().expect("a date");
        let year = ticks(from, 364);
        assert_eq!(year.len(), 12);
        assert_eq!((year[0].clone(), year[1].clone()), ((8, "Dec".to_owned()), (39, "2027".to_owned())));
        assert_eq!(ticks(from, 364 * 3).len(), 12);
        assert!((5..=MOST_TICKS).contains(&ticks(from, 36_400).len()));
        assert_eq!(ticks(from, 3), []);
    }
}

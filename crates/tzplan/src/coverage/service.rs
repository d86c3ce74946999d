//! Service hours: how much of the hours that have to be covered is, the gaps, and what makes each.

use super::Coverage;
use super::home_week::HomeWeeks;
use crate::absence::{Absence, Absences};
use crate::availability::availability;
use crate::horizon::Horizon;
use crate::hours::WeeklyHours;
use crate::interval::{Interval, IntervalSet, Point};
use crate::minutes::{Minutes, UtcMinute};
use crate::team::Schedule;
use crate::words::words;

/// The hours that have to be covered, and by how many people at once.
///
/// ```
/// use tzplan::coverage::Service;
/// let desk = Service::hours("Mon-Fri 08:00-20:00".parse().unwrap()).at_least(2);
/// assert_eq!(desk.people(), 2);
/// assert_eq!(Service::around_the_clock().weekly_hours(), None);
/// ```
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Service {
    hours: Option<WeeklyHours>,
    people: u32,
}

impl Service {
    /// Every hour of the week, by one person.
    pub const fn around_the_clock() -> Self {
        Self { hours: None, people: 1 }
    }

    /// Weekly hours on the clock of the horizon's home zone, by one person.
    pub const fn hours(hours: WeeklyHours) -> Self {
        Self { hours: Some(hours), people: 1 }
    }

    /// The same with this many people at once; nobody at all is a service of no people, which is always
    /// covered.
    #[must_use]
    pub fn at_least(self, people: u32) -> Self {
        Self { people, ..self }
    }

    /// The weekly hours; `None` around the clock.
    pub fn weekly_hours(&self) -> Option<&WeeklyHours> {
        self.hours.as_ref()
    }

    /// How many people there have to be at once.
    pub fn people(&self) -> u32 {
        self.people
    }

    /// The instants of a horizon that have to be covered.
    pub(crate) fn instants(&self, horizon: &Horizon) -> IntervalSet<UtcMinute> {
        let range = horizon.range();
        match &self.hours {
            None => IntervalSet::of(range.start(), range.end()),
            Some(hours) => availability(&Schedule::new(horizon.home().clone(), hours.clone()), range),
        }
    }
}

/// How much of the service hours of a horizon is covered.
#[derive(Clone, PartialEq, Eq, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct ServiceCoverage {
    /// Minutes with enough people at work.
    #[cfg_attr(feature = "serde", serde(rename = "covered_minutes"))]
    pub covered: Minutes,
    /// Minutes that have to be covered.
    #[cfg_attr(feature = "serde", serde(rename = "minutes"))]
    pub all: Minutes,
    /// The gaps, in order.
    pub gaps: Vec<Gap>,
}

/// How much of the service hours of a horizon is covered, without the gaps.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct ServiceShare {
    /// Minutes with enough people at work.
    #[cfg_attr(feature = "serde", serde(rename = "covered_minutes"))]
    pub covered: Minutes,
    /// Minutes that have to be covered.
    #[cfg_attr(feature = "serde", serde(rename = "minutes"))]
    pub all: Minutes,
}

impl ServiceShare {
    /// How much is covered, in thousandths, rounded down: 1000 only where all of it is.
    pub fn thousandths(&self) -> u32 {
        match self.all {
            Minutes(0) => 1000,
            Minutes(all) => (u64::from(self.covered.get()) * 1000 / u64::from(all)) as u32,
        }
    }
}

impl ServiceCoverage {
    /// How much of the service hours is covered.
    pub fn share(&self) -> ServiceShare {
        ServiceShare { covered: self.covered, all: self.all }
    }

    /// Minutes with too few people at work.
    pub fn missing(&self) -> Minutes {
        Minutes(self.all.get() - self.covered.get())
    }

    /// How much is covered, in thousandths, rounded down: 1000 only where all of it is.
    pub fn thousandths(&self) -> u32 {
        self.share().thousandths()
    }

    /// How many gaps have this cause, and the minutes that it makes: in gaps for days off all of them, in
    /// others those that days off do not make.
    pub fn gaps_for(&self, cause: GapCause) -> (usize, Minutes) {
        let gaps = self.gaps.iter().filter(|gap| gap.cause == cause);
        let made = |gap: &Gap| match cause {
            GapCause::DaysOff => gap.minutes().get(),
            _ => gap.minutes().get() - gap.for_days_off.get(),
        };
        gaps.fold((0, Minutes::ZERO), |(count, Minutes(sum)), gap| (count + 1, Minutes(sum + made(gap))))
    }
}

/// A maximal interval of service hours with too few people at work. Half-open.
#[derive(Clone, PartialEq, Eq, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Gap {
    /// The first instant.
    pub start: UtcMinute,
    /// The first instant after it.
    pub end: UtcMinute,
    /// What makes it.
    pub cause: GapCause,
    /// How many of its minutes would be covered were nobody off.
    #[cfg_attr(feature = "serde", serde(rename = "days_off_minutes"))]
    pub for_days_off: Minutes,
    /// Who is missed in those minutes, with what their days off are called: by day off, then in roster order.
    pub off: Vec<Absence>,
}

impl Gap {
    /// How long it is.
    pub fn minutes(&self) -> Minutes {
        Minutes(self.end.minutes_since(self.start) as u32)
    }
}

/// What makes a gap.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "kebab-case"))]
#[non_exhaustive]
pub enum GapCause {
    /// The weekly hours: an ordinary week of every season that has that time on the home clock has a gap at
    /// it, or right before or behind it.
    Hours,
    /// Clock changes (or stays abroad) only: in the ordinary week of some season that has that time on the
    /// home clock (a season of two days has two weekdays) no gap overlaps or touches it.
    ClockChange,
    /// Days off only: were nobody off, all of it would be covered.
    DaysOff,
}

words!(GapCause { Hours = "hours", ClockChange = "clock-change", DaysOff = "days-off" });

/// How many minutes of a service are covered by so many at work.
pub(super) fn share(service: &Service, wanted: &IntervalSet<UtcMinute>, coverage: &Coverage) -> ServiceShare {
    let short = wanted.shared_minutes(&coverage.short_of(service.people));
    ServiceShare { covered: Minutes(wanted.total().get() - short.get()), all: wanted.total() }
}

/// How a service is covered by so many at work; where somebody has days off, with how many would be were
/// nobody off, and who is.
pub(super) fn serve(
    service: &Service,
    wanted: &IntervalSet<UtcMinute>,
    (coverage, ordinarily): (&Coverage, Option<(&Coverage, &Absences)>),
    weeks: &mut HomeWeeks<'_>,
) -> ServiceCoverage {
    let short = |coverage: &Coverage| wanted.intersection(&coverage.short_of(service.people));
    let gaps = short(coverage);
    let ordinarily = ordinarily.map(|(coverage, absences)| (short(coverage), absences));
    let judged = gaps.iter().map(|gap| match &ordinarily {
        None => of_hours(gap, weeks),
        Some((ordinarily, absences)) => judge(gap, ordinarily, absences, weeks),
    });
    ServiceCoverage {
        gaps: judged.collect(),
        covered: Minutes(wanted.total().get() - gaps.total().get()),
        all: wanted.total(),
    }
}

/// What makes a gap of a team in which nobody is ever off.
fn of_hours(gap: Interval<UtcMinute>, weeks: &mut HomeWeeks<'_>) -> Gap {
    let is_of_clocks = weeks.is_closed_in_some_season(gap);
    let cause = if is_of_clocks { GapCause::ClockChange } else { GapCause::Hours };
    Gap { start: gap.start(), end: gap.end(), cause, for_days_off: Minutes::ZERO, off: Vec::new() }
}

/// What makes a gap, with those that there would be were nobody off.
fn judge(
    gap: Interval<UtcMinute>,
    ordinarily: &IntervalSet<UtcMinute>,
    absences: &Absences,
    weeks: &mut HomeWeeks<'_>,
) -> Gap {
    let pieces = ordinarily.clip(gap);
    let cause = if pieces.is_empty() {
        GapCause::DaysOff
    } else if pieces.iter().all(|piece| weeks.is_closed_in_some_season(piece)) {
        GapCause::ClockChange
    } else {
        GapCause::Hours
    };
    let for_days_off = Minutes(gap.length().get() - pieces.total().get());
    let off = match for_days_off {
        Minutes::ZERO => Vec::new(),
        _ => absences.within(&IntervalSet::of(gap.start(), gap.end()).difference(&pieces)),
    };
    Gap { start: gap.start(), end: gap.end(), cause, for_days_off, off }
}

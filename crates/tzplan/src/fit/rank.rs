//! Rank: where a candidate comes among others.

use std::cmp::{Ordering, Reverse};
use std::fmt;

use super::{CandidateWaits, Fit, FitResult};
use crate::duration::Shift;
use crate::minutes::{Minutes, PerDay};
use crate::season::ProfileId;
use crate::verdict::Model;
use crate::words::words;

/// Where a candidate stands among others: the least is the best.
///
/// By result; then more peers; then the larger sum of the pairs' year minima; then the smaller shift (of who
/// fits by the team's plan the most that it asks of anybody); then less night work at stated hours; then the
/// shorter p95 of blocked time, the longer of the two directions,
/// *never* last. Equal ranks keep the order of input: sort with a stable sort.
///
/// ```
/// use tzplan::fit::Opening;
/// use tzplan::{Horizon, Member, Policy, PreparedTeam, Schedule, Team, WeeklyHours, Zone};
/// let mut team = Team::new();
/// team.add(Member::new("Ada", Zone::iana("Europe/Berlin").unwrap()));
/// let horizon = Horizon::year("2026-11-23".parse().unwrap(), Zone::UTC).unwrap();
/// let (prepared, policy) = (PreparedTeam::new(&team, horizon), Policy::default());
/// let opening = Opening::new(&prepared, &policy);
/// let rank =
///     |zone: &str| opening.rank(&Schedule::new(Zone::iana(zone).unwrap(), WeeklyHours::default()));
/// let mut zones = ["Asia/Tokyo", "Europe/Kyiv", "Africa/Lagos", "Asia/Dubai"];
/// zones.sort_by_cached_key(|zone| rank(zone));
/// // Seven hours, and seven in summer; Dubai shares five and six.
/// assert_eq!(zones, ["Africa/Lagos", "Europe/Kyiv", "Asia/Dubai", "Asia/Tokyo"]);
/// ```
#[derive(Clone, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Rank {
    /// The answer.
    pub result: FitResult,
    /// Required teammates with whom they meet the target naturally.
    pub peers: u32,
    /// The pairs' year minima with required teammates at stated hours, added up.
    pub worst_overlap_sum: DailySum,
    /// The shift with which they fit.
    pub shift: Option<Shift>,
    /// Of somebody who fits by the team's plan: the most that it asks of anybody, in place of a shift.
    pub plan_asks: Option<Minutes>,
    /// Of somebody who fits a team of *overlap with shifts* as they are: the most that its plans then ask of
    /// somebody else, where that is more than was asked of anybody before. It decides nothing.
    pub others_asked: Option<Minutes>,
    /// Minutes of work a week at night, at stated hours.
    pub night_minutes_per_week: Minutes,
    /// Minutes of their own working time for which 95 % of the questions block the asker at most, in the
    /// slower direction; `None` for never, and when nobody asks.
    #[cfg_attr(feature = "serde", serde(serialize_with = "crate::output::two_decimals"))]
    pub blocked_p95: Option<f64>,
    /// As [`Fit::pods`](super::Fit::pods); decides nothing.
    pub pods: Vec<usize>,
    /// As [`Fit::bridges`](super::Fit::bridges); decides nothing but under [`SortBy::Bridges`].
    pub bridges: Vec<usize>,
    /// As [`Fit::relieves`](super::Fit::relieves); decides nothing.
    pub relieves: Vec<ProfileId>,
}

/// What comes first in a list of candidates or regions.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "kebab-case"))]
pub enum SortBy {
    /// Where they rank.
    #[default]
    Fit,
    /// How many pods of a hybrid team they bridge, most first; then where they rank.
    Bridges,
}

words!(SortBy { Fit = "fit", Bridges = "bridges" });

impl Rank {
    /// Of a candidate's fit and waits.
    pub fn of(fit: &Fit, waits: &CandidateWaits) -> Self {
        Self {
            result: fit.result,
            peers: fit.peers(),
            worst_overlap_sum: fit.worst_overlap_sum(),
            shift: fit.shift.as_ref().map(|moved| moved.shift),
            plan_asks: fit.is_by_plan().then(|| fit.asked.most()),
            others_asked: match (fit.result, fit.team_before.model) {
                (FitResult::Fits, Model::OverlapWithShifts) => fit.asked.others_at_most(),
                _ => None,
            },
            night_minutes_per_week: fit.stated_night_minutes_per_week,
            blocked_p95: waits.slower_p95(),
            pods: fit.pods.clone(),
            bridges: fit.bridges.clone(),
            relieves: fit.relieves.clone(),
        }
    }

    /// Whether the one is as good a choice as the other, whatever their order: the same result with the same
    /// shift, peers, pods, bridges, isolated people, night work and what is asked of others, and p95 of
    /// blocked time at most [`NEAR`](Self::NEAR) apart (or both never). What tells them apart are minutes on
    /// which nobody is hired.
    ///
    /// Not transitive: held against the first of a list it says who is tied with it.
    pub fn is_near(&self, other: &Self) -> bool {
        let exact = |one: &Self| {
            let asked = (one.shift, one.plan_asks, one.others_asked);
            (one.result, one.peers, asked, one.night_minutes_per_week)
        };
        let lists = |one: &Self, other: &Self| {
            one.pods == other.pods && one.bridges == other.bridges && one.relieves == other.relieves
        };
        let waits = match (self.blocked_p95, other.blocked_p95) {
            (Some(one), Some(other)) => (one - other).abs() <= f64::from(Self::NEAR.get()),
            (one, other) => one == other,
        };
        exact(self) == exact(other) && lists(self, other) && waits
    }

    /// By how much the p95 of blocked time may differ between equally good choices.
    pub const NEAR: Minutes = Minutes(30);

    /// The order of a list that is sorted by something; the least comes first.
    pub fn cmp_by(&self, other: &Self, by: SortBy) -> Ordering {
        let bridges = match by {
            SortBy::Fit => Ordering::Equal,
            SortBy::Bridges => other.bridges.len().cmp(&self.bridges.len()),
        };
        bridges.then_with(|| self.cmp(other))
    }
}

impl PartialEq for Rank {
    /// Whether they rank alike: an hour earlier is as far as an hour later.
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Rank {}

impl PartialOrd for Rank {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Rank {
    fn cmp(&self, other: &Self) -> Ordering {
        let exact = |s: &Self| {
            let shift = s.plan_asks.unwrap_or(s.shift.unwrap_or_default().length());
            let (peers, shared) = (Reverse(s.peers), Reverse(s.worst_overlap_sum));
            (s.result, peers, shared, shift, s.night_minutes_per_week, s.blocked_p95.is_none())
        };
        let wait = |s: &Self| s.blocked_p95.unwrap_or(0.0);
        exact(self).cmp(&exact(other)).then_with(|| wait(self).total_cmp(&wait(other)))
    }
}

/// A sum of daily averages, exact: days of a week divide it without a rest.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct DailySum {
    /// In 420ths of a minute: 420 is a multiple of every number of days from 1 to 7.
    parts: u64,
}

/// The least common multiple of 1 to 7.
const PARTS: u64 = 420;

impl DailySum {
    /// Minutes a day.
    pub fn minutes(self) -> f64 {
        self.parts as f64 / PARTS as f64
    }

    /// Minutes a day, where they are whole.
    pub fn whole(self) -> Option<u64> {
        (self.parts % PARTS == 0).then_some(self.floor())
    }

    /// Whole minutes a day, rounded down.
    pub fn floor(self) -> u64 {
        self.parts / PARTS
    }

    /// Whole minutes a day for each of this many teammates, rounded down; of nobody the sum itself.
    pub fn for_each_of(self, teammates: usize) -> u64 {
        self.parts / PARTS / (teammates.max(1) as u64)
    }
}

impl FromIterator<(PerDay, u32)> for DailySum {
    /// Daily averages, each this many times. Exact for 1 to 7 days; of more, each is rounded down to a 420th
    /// of a minute.
    fn from_iter<I: IntoIterator<Item = (PerDay, u32)>>(averages: I) -> Self {
        let parts = |(daily, times): (PerDay, u32)| {
            let each = u64::from(daily.minutes_per_week) * PARTS / u64::from(daily.days.max(1));
            each.saturating_mul(u64::from(times))
        };
        Self { parts: averages.into_iter().map(parts).fold(0, u64::saturating_add) }
    }
}

impl fmt::Display for DailySum {
    /// `h:mm`, rounded down.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&format!("{}:{:02}", self.floor() / 60, self.floor() % 60))
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for DailySum {
    /// Minutes a day: an integer where it is whole.
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.whole() {
            Some(minutes) => serializer.serialize_u64(minutes),
            None => serializer.serialize_f64(self.minutes()),
        }
    }
}

//! The daily overlap of a group through the year: its statistics, and the drift weeks.

use crate::dates::DateRange;
use crate::minutes::PerDay;
use crate::season::Season;

/// The daily overlap of a group through the year.
#[derive(Clone, PartialEq, Eq, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct YearOverlap {
    /// The least of any season.
    pub min: PerDay,
    /// The lower weighted median: the smallest value whose cumulative days reach half the horizon.
    pub median: PerDay,
    /// The most of any season.
    pub max: PerDay,
    /// The value with the most days; the lower one on a tie.
    pub usual: PerDay,
    /// Seasons whose daily overlap is not the usual one and that last less than 43 days, counting days
    /// outside the horizon too.
    pub drift: Vec<DriftWeeks>,
}

/// A drift season: a short mismatch of clock changes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct DriftWeeks {
    /// Its dates inside the horizon.
    #[cfg_attr(feature = "serde", serde(flatten))]
    pub dates: DateRange,
    /// The daily overlap in it.
    #[cfg_attr(feature = "serde", serde(rename = "overlap"))]
    pub daily: PerDay,
}

impl YearOverlap {
    /// Whether a season is one of drift weeks.
    pub fn is_drift(&self, season: &Season) -> bool {
        let of =
            |weeks: &DriftWeeks| weeks.dates.first() <= season.first() && season.last() <= weeks.dates.last();
        self.drift.iter().any(of)
    }

    /// The statistics of a year from each season's daily overlap; `None` without seasons.
    pub(crate) fn of(seasons: &[(Season, PerDay)]) -> Option<Self> {
        let mut sorted: Vec<(PerDay, u32)> =
            seasons.iter().map(|(season, daily)| (*daily, season.days())).collect();
        sorted.sort_by(|a, b| a.0.cmp_value(b.0));
        let total: u32 = sorted.iter().map(|(_, days)| days).sum();
        let mut cumulative = 0;
        let median = sorted.iter().find(|(_, days)| {
            cumulative += days;
            2 * cumulative >= total
        })?;
        let by_value: Vec<(PerDay, u32)> = sorted
            .chunk_by(|a, b| a.0.cmp_value(b.0).is_eq())
            .map(|same| (same[0].0, same.iter().map(|(_, days)| days).sum()))
            .collect();
        // `max_by_key` takes the last of equals, hence from the highest value down.
        let (usual, _) = *by_value.iter().rev().max_by_key(|(_, days)| *days)?;
        let drift = seasons.iter().filter(|(season, daily)| {
            season.whole_days() < Season::DRIFT_DAYS && daily.cmp_value(usual).is_ne()
        });
        Some(Self {
            min: sorted.first()?.0,
            median: median.0,
            max: sorted.last()?.0,
            usual,
            drift: drift.map(|(season, daily)| DriftWeeks { dates: season.dates(), daily: *daily }).collect(),
        })
    }
}

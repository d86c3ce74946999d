//! What most documents begin with, and the small shapes they share.

use chrono::NaiveDate;
use serde::Serialize;
use tzplan::fit::DailySum;
use tzplan::{ClockRange, Horizon, PerDay, Policy, Season, UtcMinute, YearOverlap};

use crate::{Change, Context};

/// The first keys of a document.
#[derive(Serialize)]
pub(super) struct Head<'a> {
    schema: u32,
    tzdb: &'a str,
    source: &'a str,
    horizon: HorizonKeys,
    #[serde(skip_serializing_if = "<[Change]>::is_empty")]
    changes: &'a [Change],
}

#[derive(Serialize)]
struct HorizonKeys {
    from: NaiveDate,
    to: NaiveDate,
    days: u32,
    home: String,
}

impl<'a> Head<'a> {
    pub(super) fn new(context: Context<'a>, horizon: &Horizon) -> Self {
        let keys = HorizonKeys {
            from: horizon.from(),
            to: horizon.to(),
            days: horizon.days(),
            home: horizon.home().name(),
        };
        Self {
            schema: super::SCHEMA,
            tzdb: context.tzdb,
            source: context.source,
            horizon: keys,
            changes: context.changes,
        }
    }
}

/// The thresholds in minutes.
#[derive(Serialize)]
pub(super) struct PolicyKeys {
    target: u32,
    comfortable: u32,
    max_shift: u32,
    reasonable: Clock,
    night: Clock,
    grace_days: u32,
    reply_within: u32,
    step: u32,
}

#[derive(Serialize)]
struct Clock {
    start: u16,
    end: u16,
}

impl PolicyKeys {
    pub(super) fn new(policy: &Policy) -> Self {
        let clock = |range: ClockRange| Clock { start: range.start(), end: range.end() };
        Self {
            target: policy.target().get(),
            comfortable: policy.comfortable().get(),
            max_shift: policy.max_shift().get(),
            reasonable: clock(policy.reasonable()),
            night: clock(policy.night()),
            grace_days: policy.grace_days(),
            reply_within: policy.reply_within().get(),
            step: policy.step().get(),
        }
    }
}

/// An exact daily overlap.
#[derive(Serialize)]
pub(super) struct Overlap {
    minutes_per_week: u32,
    days: u32,
}

impl From<PerDay> for Overlap {
    fn from(PerDay { minutes_per_week, days }: PerDay) -> Self {
        Self { minutes_per_week, days }
    }
}

/// First and last date, inclusive.
#[derive(Serialize)]
pub(super) struct Dates {
    first: NaiveDate,
    last: NaiveDate,
}

impl From<&Season> for Dates {
    fn from(season: &Season) -> Self {
        Self { first: season.first(), last: season.last() }
    }
}

/// The statistics of a year.
#[derive(Serialize)]
pub(super) struct YearKeys {
    min: Overlap,
    median: Overlap,
    max: Overlap,
    usual: Overlap,
    drift: Vec<Dates>,
}

impl From<&YearOverlap> for YearKeys {
    fn from(year: &YearOverlap) -> Self {
        Self {
            min: year.min.into(),
            median: year.median.into(),
            max: year.max.into(),
            usual: year.usual.into(),
            drift: year.drift.iter().map(|drift| Dates { first: drift.first, last: drift.last }).collect(),
        }
    }
}

/// An instant, as `2026-11-23T09:00:00Z`.
pub(crate) fn instant(at: UtcMinute) -> String {
    at.to_utc().to_rfc3339_opts(chrono::SecondsFormat::Secs, true)
}

/// Something spelled as it is shown: `fits-with-shift`.
pub(super) struct Spelled<T>(pub(super) T);

impl<T: std::fmt::Display> Serialize for Spelled<T> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

/// A sum of daily averages in minutes: an integer where it is whole.
pub(super) struct SumOfMinutes(pub(super) DailySum);

impl Serialize for SumOfMinutes {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0.whole() {
            Some(minutes) => serializer.serialize_u64(minutes),
            None => serializer.serialize_f64(self.0.minutes()),
        }
    }
}

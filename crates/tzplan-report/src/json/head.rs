//! What most documents begin with, and the small shapes they share.

use chrono::NaiveDate;
use serde::Serialize;
use tzplan::fit::DailySum;
use tzplan::{ClockRange, DateRange, Horizon, PerDay, Policy, Season, YearOverlap};

use crate::change::Change;
use crate::context::{Assumption, Context, Setting};

/// The version of the documents' shape.
pub const SCHEMA: u32 = 2;

/// The first keys of a document.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct Head<'a> {
    /// The version of the documents' shape; a change of meaning raises it.
    #[cfg_attr(feature = "schema", schemars(extend("const" = SCHEMA)))]
    schema: u32,
    /// The version of the tz database, such as `2026f`.
    tzdb: &'a str,
    /// The roster's name, as it was given.
    source: &'a str,
    /// The dates that were planned.
    horizon: HorizonKeys,
    /// What was changed about the roster before, in the order in which it is shown; absent where nothing was.
    #[serde(skip_serializing_if = "<[Change]>::is_empty")]
    changes: &'a [Change],
    /// What the files read leave open, and how it was taken; empty where nothing is open.
    assumptions: &'a [Assumption],
    /// Settings made in a file or an environment variable that counted, where they are not the usual ones;
    /// absent where there are none.
    #[serde(skip_serializing_if = "<[Setting]>::is_empty")]
    settings: &'a [Setting],
}

/// The dates that are planned, which begin at 00:00 at home.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Horizon"))]
struct HorizonKeys {
    /// The first date planned.
    from: NaiveDate,
    /// The first date not planned any more.
    to: NaiveDate,
    /// How many dates those are.
    days: u32,
    /// The zone in which dates begin.
    home: String,
}

impl<'a> Head<'a> {
    pub(crate) fn new(context: Context<'a>, horizon: &Horizon) -> Self {
        let keys = HorizonKeys {
            from: horizon.from(),
            to: horizon.to(),
            days: horizon.days(),
            home: horizon.home().name(),
        };
        Self {
            schema: SCHEMA,
            tzdb: context.tzdb,
            source: context.source,
            horizon: keys,
            changes: context.changes,
            assumptions: context.assumptions,
            settings: context.settings,
        }
    }
}

/// The thresholds in minutes.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Policy"))]
pub(crate) struct PolicyKeys {
    /// Daily overlap that is asked, in minutes.
    target: u32,
    /// Daily overlap that is comfortable, in minutes; decides nothing.
    comfortable: u32,
    /// The furthest a day may be moved as a favour, in minutes.
    max_shift: u32,
    /// Local hours that a moved day may not leave further than before.
    reasonable: Clock,
    /// Local hours that count as night work.
    night: Clock,
    /// Days in 364 on which the target may be missed.
    grace_days: u32,
    /// The wait at the 95th percentile beyond which waits are marked, in minutes; decides nothing.
    reply_within: u32,
    /// Granularity of proposed moves, in minutes.
    step: u32,
}

/// Hours of the day; they may cross midnight.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "ClockRange"))]
struct Clock {
    /// Minutes after 00:00.
    #[cfg_attr(feature = "schema", schemars(range(max = 1439)))]
    start: u16,
    /// Minutes after 00:00.
    #[cfg_attr(feature = "schema", schemars(range(max = 1440)))]
    end: u16,
}

impl PolicyKeys {
    pub(crate) fn new(policy: &Policy) -> Self {
        let clock = |range: ClockRange| Clock { start: range.start().minutes(), end: range.end().minutes() };
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
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Overlap"))]
pub(crate) struct Overlap {
    /// Common minutes a week.
    minutes_per_week: u32,
    /// The fewest workdays a week of anybody in the group.
    days: u32,
}

impl From<PerDay> for Overlap {
    fn from(PerDay { minutes_per_week, days }: PerDay) -> Self {
        Self { minutes_per_week, days }
    }
}

/// First and last date, inclusive.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct Dates {
    /// The first date.
    pub(crate) first: NaiveDate,
    /// The last date, inclusive.
    pub(crate) last: NaiveDate,
}

impl From<DateRange> for Dates {
    fn from(dates: DateRange) -> Self {
        Self { first: dates.first(), last: dates.last() }
    }
}

impl From<&Season> for Dates {
    fn from(season: &Season) -> Self {
        Self { first: season.first(), last: season.last() }
    }
}

/// The statistics of a year.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Year"))]
pub(crate) struct YearKeys {
    /// The least.
    min: Overlap,
    /// The smallest value that holds, or less, on half of the days.
    median: Overlap,
    /// The most.
    max: Overlap,
    /// What holds on the most days; of equals the lower.
    usual: Overlap,
    /// Seasons shorter than 43 days in which it is not the usual one.
    drift: Vec<Dates>,
}

impl From<&YearOverlap> for YearKeys {
    fn from(year: &YearOverlap) -> Self {
        Self {
            min: year.min.into(),
            median: year.median.into(),
            max: year.max.into(),
            usual: year.usual.into(),
            drift: year.drift.iter().map(|drift| drift.dates.into()).collect(),
        }
    }
}

/// Something spelled as it is shown: `fits-with-shift`.
pub(crate) struct Spelled<T>(pub(crate) T);

impl<T: std::fmt::Display> Serialize for Spelled<T> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

/// A sum of daily averages in minutes: an integer where it is whole.
pub(crate) struct SumOfMinutes(pub(crate) DailySum);

impl Serialize for SumOfMinutes {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0.whole() {
            Some(minutes) => serializer.serialize_u64(minutes),
            None => serializer.serialize_f64(self.0.minutes()),
        }
    }
}

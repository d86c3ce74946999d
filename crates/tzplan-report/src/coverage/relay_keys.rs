//! The hand-offs between groups in the JSON document: of many groups they are many, and made as they are
//! written.

use chrono::NaiveDate;
use serde::{Serialize, Serializer};
use tzplan::coverage::{Relay, RelaySeason};

use super::groups::Groups;

/// The hand-offs between groups, season by season.
pub(super) struct SeasonList<'a>(pub(super) &'a Groups<'a>);

impl Serialize for SeasonList<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.relays.iter().map(|season| Handoffs::of(season, self.0)))
    }
}

/// Those of a season.
pub(super) struct RelayList<'a>(pub(super) &'a [Relay], pub(super) &'a Groups<'a>);

impl Serialize for RelayList<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.iter().map(|relay| HandoffKeys::of(relay, self.1)))
    }
}

/// The hand-offs between groups in an ordinary week of a season.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Handoffs"))]
pub(super) struct Handoffs<'a> {
    /// The first date of the season.
    first: NaiveDate,
    /// The last date, inclusive.
    last: NaiveDate,
    /// By time of the week.
    #[cfg_attr(feature = "schema", schemars(with = "Vec<HandoffKeys<'a>>"))]
    handoffs: RelayList<'a>,
}

/// The end of a group's stretch of work.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Handoff"))]
pub(super) struct HandoffKeys<'a> {
    /// Whose it is.
    from: &'a str,
    /// Who goes on, or comes next.
    to: &'a str,
    /// Minutes after Monday 00:00 UTC.
    #[cfg_attr(feature = "schema", schemars(range(max = 10079)))]
    at: u16,
    /// Minutes for which both are at work until then.
    overlap_minutes: u32,
    /// Minutes for which no group is from then on.
    gap_minutes: u32,
}

impl<'a> Handoffs<'a> {
    pub(super) fn of(season: &'a RelaySeason, groups: &'a Groups<'a>) -> Self {
        Self {
            first: season.season.first(),
            last: season.season.last(),
            handoffs: RelayList(&season.relays, groups),
        }
    }
}

impl<'a> HandoffKeys<'a> {
    pub(super) fn of(relay: &Relay, groups: &Groups<'a>) -> Self {
        Self {
            from: groups.name(relay.from),
            to: groups.name(relay.to),
            at: relay.at.get(),
            overlap_minutes: relay.overlap.get(),
            gap_minutes: relay.gap.get(),
        }
    }
}

//! Pairs as JSON, written as they are walked.

use std::io;

use serde::ser::{Serialize, Serializer};
use tzplan::{MemberRef, Season, SeasonOverlap};

use super::PairsDocument;
use super::answerers::{Answerers, ChosenBy};
use crate::json::head::{Dates, Head, Overlap, YearKeys};
use crate::json::wait::WaitFigures;
use crate::json::write;

/// Who overlaps with whom, and how long replies take.
#[derive(serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "pairs"))]
pub(crate) struct PairsKeys<'a> {
    #[serde(flatten)]
    head: Head<'a>,
    /// Every pair, the earlier in the roster first.
    #[cfg_attr(feature = "schema", schemars(with = "Vec<PairKeys>"))]
    pairs: Pairs<'a>,
    /// How long everybody waits for each other's answers.
    #[cfg_attr(feature = "schema", schemars(with = "Vec<WaitKeys>"))]
    waits: Waits<'a>,
    /// Who answers under `anybody`, where not everybody does.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "&'a [ChosenBy]"))]
    answered_by: Option<&'a [ChosenBy]>,
    /// How long everybody waits for an answer of anybody else.
    #[cfg_attr(feature = "schema", schemars(with = "Vec<AnybodyKeys>"))]
    anybody: Anybody<'a>,
}

struct Pairs<'a>(&'a PairsDocument<'a>);

/// What two people share.
#[derive(serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Pair"))]
struct PairKeys<'a> {
    /// One of them.
    a: &'a str,
    /// The other.
    b: &'a str,
    /// Whether they meet the target all year but for days of grace.
    meets: bool,
    /// By season: two required people in the team's, others in their own.
    seasons: Vec<PairSeason>,
    /// Through the year.
    year: YearKeys,
}

/// What two people share in a season.
#[derive(serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "PairSeason"))]
struct PairSeason {
    #[serde(flatten)]
    overlap: Overlap,
    #[serde(flatten)]
    dates: Dates,
}

impl Serialize for Pairs<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.in_pairs().map(|(a, b)| pair(self.0, a, b)))
    }
}

/// Two required members are compared in the team's seasons, others in their own.
fn pair<'a>(document: &PairsDocument<'a>, a: MemberRef<'a>, b: MemberRef<'a>) -> PairKeys<'a> {
    let prepared = document.prepared;
    let pair = document.overlaps.between(prepared.profile_of(a), prepared.profile_of(b));
    let both_required = prepared.is_required(a) && prepared.is_required(b);
    let own: Vec<Season> = pair.seasons.iter().map(|(season, _)| *season).collect();
    let seasons = pair.in_seasons(if both_required { prepared.seasons() } else { &own });
    let keys = |(season, shared): (Season, &SeasonOverlap)| PairSeason {
        overlap: shared.daily.into(),
        dates: (&season).into(),
    };
    PairKeys {
        a: a.name(),
        b: b.name(),
        meets: pair.meets,
        seasons: seasons.map(keys).collect(),
        year: (&pair.year).into(),
    }
}

/// The wait of every member for every other one.
struct Waits<'a>(&'a PairsDocument<'a>);

/// How long one waits for another.
#[derive(serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Wait"))]
struct WaitKeys<'a> {
    /// Who asks.
    from: &'a str,
    /// Who answers.
    to: &'a str,
    #[serde(flatten)]
    figures: WaitFigures,
}

/// How long one waits for anybody.
#[derive(serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "AnybodyWait"))]
struct AnybodyKeys<'a> {
    /// Who asks.
    from: &'a str,
    #[serde(flatten)]
    figures: WaitFigures,
}

impl Serialize for Waits<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let PairsDocument { prepared, replies, .. } = self.0;
        let members = || prepared.team().members();
        let both = members().flat_map(|from| members().map(move |to| (from, to)));
        let others = both.filter(|(from, to)| from.id() != to.id());
        serializer.collect_seq(others.map(|(from, to)| WaitKeys {
            from: from.name(),
            to: to.name(),
            figures: replies.between(from.id(), to.id()).into(),
        }))
    }
}

/// The wait of every member for anybody else, or for any of the other answerers.
struct Anybody<'a>(&'a PairsDocument<'a>);

impl Serialize for Anybody<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let waits = self.0.prepared.team().members().zip(self.0.for_anybody());
        serializer
            .collect_seq(waits.map(|(from, wait)| AnybodyKeys { from: from.name(), figures: wait.into() }))
    }
}

pub(super) fn write(document: &PairsDocument<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    let keys = PairsKeys {
        head: Head::new(document.context, document.prepared.horizon()),
        pairs: Pairs(document),
        waits: Waits(document),
        answered_by: document.answerers.map(Answerers::chosen_by),
        anybody: Anybody(document),
    };
    write::write(out, &keys)
}

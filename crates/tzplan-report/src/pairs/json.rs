//! Who overlaps with whom, and how long replies take.

use std::collections::HashMap;
use std::io;

use serde::ser::{Serialize, SerializeSeq, Serializer};
use tzplan::pairs::PairOverlap;
use tzplan::reply::Replies;
use tzplan::{Policy, PreparedTeam, ProfileId, Season};

use super::answerers::{Answerers, ChosenBy};
use crate::context::Context;
use crate::json::head::{Dates, Head, Overlap, YearKeys};
use crate::json::wait::WaitFigures;
use crate::json::write::write;

/// The most people whose pairs are listed: a hundred times as many would be a hundred million rows.
pub const PAIRS_UP_TO: usize = 2_000;

/// Who overlaps with whom, and how long replies take.
#[derive(serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "pairs"))]
pub(crate) struct PairsDocument<'a> {
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

/// Every pair, the earlier in the roster first. Two required members are compared in the team's seasons, others
/// in their own.
struct Pairs<'a> {
    prepared: &'a PreparedTeam<'a>,
    policy: &'a Policy,
}

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
        let (prepared, team) = (self.prepared, self.prepared.team());
        let mut known: HashMap<(ProfileId, ProfileId), PairOverlap> = HashMap::new();
        let mut list = serializer.serialize_seq(None)?;
        for (index, a) in team.members().enumerate() {
            for b in team.members().skip(index + 1) {
                let profiles = (prepared.profile_of(a), prepared.profile_of(b));
                let pair = known
                    .entry(profiles)
                    .or_insert_with(|| tzplan::pairs::pairs(prepared, profiles.0, profiles.1, self.policy));
                let both_required = prepared.is_required(a) && prepared.is_required(b);
                let own: Vec<Season> = pair.seasons.iter().map(|(season, _)| *season).collect();
                let seasons = pair.in_seasons(if both_required { prepared.seasons() } else { &own });
                list.serialize_element(&PairKeys {
                    a: a.name(),
                    b: b.name(),
                    meets: pair.meets,
                    seasons: seasons
                        .map(|(season, shared)| PairSeason {
                            overlap: shared.daily.into(),
                            dates: (&season).into(),
                        })
                        .collect(),
                    year: (&pair.year).into(),
                })?;
            }
        }
        list.end()
    }
}

/// The wait of every member for every other one.
struct Waits<'a>(&'a PreparedTeam<'a>, &'a Replies<'a>);

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
        let mut known = HashMap::new();
        let mut list = serializer.serialize_seq(None)?;
        for from in self.0.team().members() {
            for to in self.0.team().members().filter(|to| to.index() != from.index()) {
                let wait = *known
                    .entry((from.schedule_id(), to.schedule_id()))
                    .or_insert_with(|| self.1.between(from.index(), to.index()));
                list.serialize_element(&WaitKeys { from: from.name(), to: to.name(), figures: wait.into() })?;
            }
        }
        list.end()
    }
}

/// The wait of every member for anybody else, or for anybody else of some.
struct Anybody<'a>(&'a PreparedTeam<'a>, &'a Replies<'a>, Option<&'a Answerers>);

impl Serialize for Anybody<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let answers = |member| self.2.is_none_or(|answerers| answerers.contains(member));
        let mut known = HashMap::new();
        let mut list = serializer.serialize_seq(None)?;
        for from in self.0.team().members() {
            // Nobody answers themselves: who is an answerer has one less.
            let wait = *known
                .entry((from.schedule_id(), answers(from.index())))
                .or_insert_with(|| self.1.for_anybody(from.index(), answers));
            list.serialize_element(&AnybodyKeys { from: from.name(), figures: wait.into() })?;
        }
        list.end()
    }
}

/// Writes what every pair shares, and every wait; with `answerers`, those for anybody are waits for one of them.
///
/// # Errors
///
/// Those of the writer.
pub fn pairs(
    out: &mut dyn io::Write,
    prepared: &PreparedTeam<'_>,
    policy: &Policy,
    answerers: Option<&Answerers>,
    context: Context<'_>,
) -> io::Result<()> {
    let replies = Replies::new(prepared.team(), prepared.horizon());
    let document = PairsDocument {
        head: Head::new(context, prepared.horizon()),
        pairs: Pairs { prepared, policy },
        waits: Waits(prepared, &replies),
        answered_by: answerers.map(Answerers::chosen_by),
        anybody: Anybody(prepared, &replies, answerers),
    };
    write(out, &document)
}

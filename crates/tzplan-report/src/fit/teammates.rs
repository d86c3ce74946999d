//! What a candidate shares with each teammate, written as the team is walked.

use std::collections::HashSet;

use serde::Serialize;
use serde::ser::{SerializeSeq, Serializer};
use tzplan::{ProfileId, Season, SeasonOverlap};

use super::FitDocument;
use crate::json::head::{Dates, Overlap, YearKeys};
use crate::json::who::ListedPer;

/// Every teammate, optional ones too, in roster order; of a very large team one of each profile.
pub(crate) struct Teammates<'a> {
    pub(super) document: &'a FitDocument<'a>,
    pub(super) per: ListedPer,
}

/// What the candidate shares with a teammate.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Teammate"))]
pub(crate) struct TeammateKeys<'a> {
    /// Who it is.
    name: &'a str,
    /// Whether they count as required.
    required: bool,
    /// Whether the two meet the target all year but for days of grace.
    meets: bool,
    /// By season: of required teammates those of the team with the candidate, of others the pair's own.
    seasons: Vec<PairSeason>,
    /// Through the year.
    year: YearKeys,
    /// How many members share the entry; only where profiles are listed.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "u32"))]
    members: Option<u32>,
}

/// What the two share in a season.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "TeammateSeason"))]
struct PairSeason {
    #[serde(flatten)]
    dates: Dates,
    /// What they share.
    overlap: Overlap,
    /// What is asked of the two a day, in minutes, rounded up.
    effective_target: u32,
    /// Whether they meet it.
    meets: bool,
}

impl Serialize for Teammates<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let prepared = self.document.candidate.opening().prepared();
        let mut listed: HashSet<(ProfileId, bool)> = HashSet::new();
        let mut list = serializer.serialize_seq(None)?;
        for member in prepared.team().members() {
            let (id, required) = (prepared.profile_of(member), prepared.is_required(member));
            if self.per == ListedPer::Profile && !listed.insert((id, required)) {
                continue;
            }
            let pair = &self.document.pairs[id.index()];
            let profile = prepared.profile(id);
            let heads = if required { profile.required() } else { profile.optional() };
            list.serialize_element(&TeammateKeys {
                name: member.name(),
                required,
                meets: pair.meets,
                seasons: self.document.by_season(pair, required).into_iter().map(season_keys).collect(),
                year: (&pair.year).into(),
                members: (self.per == ListedPer::Profile).then_some(heads),
            })?;
        }
        list.end()
    }
}

fn season_keys((season, shared): (Season, &SeasonOverlap)) -> PairSeason {
    PairSeason {
        dates: (&season).into(),
        overlap: shared.daily.into(),
        effective_target: shared.effective_target.ceil().get(),
        meets: shared.meets,
    }
}

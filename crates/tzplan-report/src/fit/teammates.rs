//! What a candidate shares with each teammate, written as the team is walked.

use std::collections::HashMap;

use serde::Serialize;
use serde::ser::{SerializeSeq, Serializer};
use tzplan::fit::Candidate;
use tzplan::pairs::PairOverlap;
use tzplan::{ProfileId, Season};

use crate::json::head::{Dates, Overlap, YearKeys};
use crate::json::who::ListedPer;

/// Every teammate, optional ones too, in roster order; of a very large team one of each profile. Required ones
/// are compared in the seasons of the team with the candidate, optional ones in the pair's own.
pub(crate) struct Teammates<'a> {
    candidate: &'a Candidate<'a>,
    seasons: Vec<Season>,
    per: ListedPer,
}

impl<'a> Teammates<'a> {
    pub(crate) fn new(candidate: &'a Candidate<'a>, per: ListedPer) -> Self {
        Self { candidate, seasons: candidate.seasons(), per }
    }
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
        let prepared = self.candidate.opening().prepared();
        let mut known: HashMap<ProfileId, PairOverlap> = HashMap::new();
        let mut listed: HashMap<(ProfileId, bool), ()> = HashMap::new();
        let mut list = serializer.serialize_seq(None)?;
        for member in prepared.team().members() {
            let (profile, required) = (prepared.profile_of(member), prepared.is_required(member));
            if self.per == ListedPer::Profile && listed.insert((profile, required), ()).is_some() {
                continue;
            }
            let pair = known.entry(profile).or_insert_with(|| self.candidate.pair(profile));
            let heads = prepared.profile(profile);
            let heads = if required { heads.required() } else { heads.optional() };
            list.serialize_element(&TeammateKeys {
                name: member.name(),
                required,
                meets: pair.meets,
                seasons: self.seasons_of(pair, required),
                year: (&pair.year).into(),
                members: (self.per == ListedPer::Profile).then_some(heads),
            })?;
        }
        list.end()
    }
}

impl Teammates<'_> {
    fn seasons_of(&self, pair: &PairOverlap, required: bool) -> Vec<PairSeason> {
        let own: Vec<Season> = pair.seasons.iter().map(|(season, _)| *season).collect();
        let seasons = pair.in_seasons(if required { &self.seasons } else { &own });
        let keys = seasons.map(|(season, shared)| PairSeason {
            dates: (&season).into(),
            overlap: shared.daily.into(),
            effective_target: shared.effective_target.ceil().get(),
            meets: shared.meets,
        });
        keys.collect()
    }
}

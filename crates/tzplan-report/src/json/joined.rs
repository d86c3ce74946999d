//! What a candidate is to the pods of a hybrid team.

use serde::Serialize;
use tzplan::ProfileId;
use tzplan::fit::{Fit, Opening, Rank};

use super::who::{Names, Who};

/// What a candidate is to the pods of a hybrid team; nothing to any other team.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct JoinedKeys<'a> {
    /// The places in `team_pods`, from 0, of the pods they can join: they meet the target with all of it.
    pods: &'a [usize],
    /// The places of the pods with all of which they share an hour a day or more in every season, at the
    /// hours stated.
    bridges: &'a [usize],
    /// Who of the team shares a pod with nobody and meets the target with them as a pair, at the hours
    /// stated.
    relieves: Vec<&'a str>,
}

impl<'a> JoinedKeys<'a> {
    pub(crate) fn of_fit(fit: &'a Fit, who: &Who<'a>) -> Self {
        Self::of(&fit.pods, &fit.bridges, &fit.relieves, who)
    }

    pub(crate) fn of_rank(rank: &'a Rank, who: &Who<'a>) -> Self {
        Self::of(&rank.pods, &rank.bridges, &rank.relieves, who)
    }

    fn of(pods: &'a [usize], bridges: &'a [usize], relieves: &[ProfileId], who: &Who<'a>) -> Self {
        Self { pods, bridges, relieves: relieves.iter().map(|profile| who.first_name(*profile)).collect() }
    }
}

/// The pods of a hybrid team, of two people or more each; `None` for any other team.
pub(crate) fn team_pods<'a>(opening: &'a Opening, who: &'a Who<'a>) -> Option<Names<'a>> {
    opening.partition().map(|_| Names { who, groups: opening.pods() })
}

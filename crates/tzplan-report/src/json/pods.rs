//! Pods.

use std::io;

use serde::Serialize;
use tzplan::pods::Bridge;
use tzplan::{Pods, PreparedTeam};

use super::head::{Head, Overlap};
use super::who::{ListedPer, Names, Who};
use crate::Context;

#[derive(Serialize)]
struct PodsDocument<'a> {
    #[serde(flatten)]
    head: Head<'a>,
    fewest: usize,
    exact: bool,
    lower_bound: usize,
    half_share: bool,
    sharing: u32,
    members: u32,
    worst_year_min: Option<Overlap>,
    pods: Names<'a>,
    listed_per: ListedPer,
    bridges: Vec<BridgeKeys<'a>>,
}

#[derive(Serialize)]
pub(super) struct BridgeKeys<'a> {
    name: &'a str,
    /// The place in `pods` of the pod that the member shares hours with, from 0.
    pod: usize,
    /// Only where profiles are listed.
    #[serde(skip_serializing_if = "Option::is_none")]
    members: Option<u32>,
}

/// Writes the pods of a team.
///
/// # Errors
///
/// Those of the writer.
pub fn pods(
    out: &mut dyn io::Write,
    prepared: &PreparedTeam<'_>,
    pods: &Pods,
    bridges: &[Bridge],
    context: Context<'_>,
) -> io::Result<()> {
    let who = Who::new(prepared);
    let document = PodsDocument {
        head: Head::new(context, prepared.horizon()),
        fewest: pods.count(),
        exact: pods.exact,
        lower_bound: pods.lower_bound,
        half_share: pods.half_share(),
        sharing: pods.sharing,
        members: pods.members,
        worst_year_min: pods.worst_year_min.map(Into::into),
        pods: Names { who: &who, groups: &pods.pods },
        listed_per: who.listed_per(),
        bridges: bridge_keys(bridges, &who, who.listed_per()),
    };
    super::write(out, &document)
}

pub(super) fn bridge_keys<'a>(bridges: &[Bridge], who: &Who<'a>, per: ListedPer) -> Vec<BridgeKeys<'a>> {
    let keys = |bridge: &Bridge, name: &'a str, members: Option<u32>| BridgeKeys {
        name,
        pod: bridge.to_pod,
        members,
    };
    match per {
        ListedPer::Profile => bridges
            .iter()
            .map(|bridge| keys(bridge, who.first_name(bridge.profile), Some(who.heads(bridge.profile))))
            .collect(),
        ListedPer::Member => bridges
            .iter()
            .flat_map(|bridge| who.of(bridge.profile).map(move |member| keys(bridge, member.name(), None)))
            .collect(),
    }
}

//! Pods as JSON.

use std::io;

use serde::Serialize;
use tzplan::pods::Bridge;

use super::PodsDocument;
use crate::json::head::{Head, Overlap};
use crate::json::who::{GroupNames, ListedPer, Names, Who};
use crate::json::write;

/// The fewest groups that each meet the target.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "pods"))]
pub(crate) struct PodsKeys<'a> {
    #[serde(flatten)]
    head: Head<'a>,
    /// How many pods and isolated people there are; one where the team meets the target naturally.
    fewest: u32,
    /// Whether fewer do not exist; beyond 24 profiles the split is the best found.
    exact: bool,
    /// Fewer than this many pods do not exist.
    lower_bound: u32,
    /// Whether at least half of the members share a pod, as a hybrid team needs.
    half_share: bool,
    /// How many members share a pod with somebody.
    sharing: u32,
    /// How many required members there are.
    members: u32,
    /// The least of the year in the worst pod.
    worst_year_min: Option<Overlap>,
    /// The names in each pod of two or more, in roster order; pods in an order that no roster decides.
    pods: Names<'a>,
    /// Who works apart from everyone, in roster order.
    isolated: GroupNames<'a>,
    /// Whether bridges name members, or one member of each profile (beyond 10,000 required people).
    listed_per: ListedPer,
    /// Who shares an hour a day or more with all of another pod.
    bridges: Vec<BridgeKeys<'a>>,
}

/// Somebody who overlaps with all of another pod.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Bridge"))]
pub(crate) struct BridgeKeys<'a> {
    /// Who it is.
    name: &'a str,
    /// The place in `pods` of the pod that the member shares hours with, from 0.
    pod: usize,
    /// How many members do; only where profiles are listed.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "u32"))]
    members: Option<u32>,
}

pub(super) fn write(document: &PodsDocument<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    let PodsDocument { prepared, pods, bridges, context, .. } = *document;
    let who = Who::new(prepared);
    let keys = PodsKeys {
        head: Head::new(context, prepared.horizon()),
        fewest: pods.parts,
        exact: pods.exact,
        lower_bound: pods.lower_bound,
        half_share: pods.half_share(),
        sharing: pods.sharing,
        members: pods.members,
        worst_year_min: pods.worst_year_min.map(Into::into),
        pods: Names { who: &who, groups: &pods.pods },
        isolated: GroupNames { who: &who, profiles: &pods.isolated },
        listed_per: who.listed_per(),
        bridges: bridge_keys(bridges, &who, who.listed_per()),
    };
    write::write(out, &keys)
}

pub(crate) fn bridge_keys<'a>(bridges: &[Bridge], who: &Who<'a>, per: ListedPer) -> Vec<BridgeKeys<'a>> {
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

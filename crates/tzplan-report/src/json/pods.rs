//! Pods.

use std::io;

use serde::Serialize;
use tzplan::pods::Bridge;
use tzplan::{Pods, PreparedTeam};

use super::head::{Head, Overlap};
use super::who::Who;
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
    pods: Vec<Vec<&'a str>>,
    bridges: Vec<BridgeKeys<'a>>,
}

#[derive(Serialize)]
pub(super) struct BridgeKeys<'a> {
    name: &'a str,
    /// The place in `pods` of the pod that the member shares hours with, from 0.
    pod: usize,
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
        pods: pods.pods.iter().map(|pod| who.names(pod)).collect(),
        bridges: bridge_keys(bridges, &who),
    };
    super::write(out, &document)
}

pub(super) fn bridge_keys<'a>(bridges: &[Bridge], who: &Who<'a>) -> Vec<BridgeKeys<'a>> {
    let each = bridges.iter().flat_map(|bridge| {
        who.of(bridge.profile).map(|member| BridgeKeys { name: member.name(), pod: bridge.to_pod })
    });
    each.collect()
}

//! Pods as a table: a row for every required member, in roster order.

use std::io;

use serde::Serialize;
use tzplan::MemberRef;

use super::PodsDocument;
use crate::csv::cell::{text, yes_no};
use crate::csv::table::table;

/// A member and their pod.
#[derive(Clone, Default, Serialize)]
struct MemberRow<'a> {
    /// The pod, from 1; nothing for somebody isolated.
    pod: Option<usize>,
    #[serde(serialize_with = "text")]
    name: &'a str,
    #[serde(serialize_with = "text")]
    zones: String,
    pod_members: u32,
    /// What all of it shares at the least of the year; nothing for somebody isolated.
    least_minutes_per_week: Option<u32>,
    least_workdays: Option<u32>,
    least_minutes_a_day: Option<u32>,
    /// The other pods with which they share an hour a day or more, separated by blanks.
    bridges_to: String,
    #[serde(serialize_with = "yes_no")]
    fewest_is_exact: bool,
}

pub(super) fn write(document: &PodsDocument<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    let (prepared, of_profile) = (document.prepared, by_profile(document));
    let required = prepared.team().members().filter(|member| prepared.is_required(*member));
    table(
        out,
        required.filter_map(|member| {
            let row = of_profile[prepared.profile_of(member).index()].clone()?;
            Some(MemberRow { name: member.name(), zones: zones(member), ..row })
        }),
    )
}

/// What the members of a profile have in common, for each profile.
fn by_profile<'a>(document: &PodsDocument<'a>) -> Vec<Option<MemberRow<'a>>> {
    let PodsDocument { prepared, pods, bridges, .. } = document;
    let mut rows = vec![None; prepared.profiles().len()];
    for (place, (pod, least)) in pods.pods.iter().zip(&pods.year_min).enumerate() {
        let heads: u32 = pod.iter().map(|id| prepared.profile(*id).required()).sum();
        for id in pod {
            let to = bridges.iter().filter(|bridge| bridge.profile == *id);
            let to: Vec<String> = to.map(|bridge| (bridge.to_pod + 1).to_string()).collect();
            rows[id.index()] = Some(MemberRow {
                pod: Some(place + 1),
                pod_members: heads,
                least_minutes_per_week: Some(least.minutes_per_week),
                least_workdays: Some(least.days),
                least_minutes_a_day: Some(least.floor().get()),
                bridges_to: to.join(" "),
                fewest_is_exact: pods.exact,
                ..MemberRow::default()
            });
        }
    }
    for id in &pods.isolated {
        let alone = MemberRow { pod_members: 1, fewest_is_exact: pods.exact, ..MemberRow::default() };
        rows[id.index()] = Some(alone);
    }
    rows
}

/// Those of all posts.
fn zones(member: MemberRef<'_>) -> String {
    let zones: Vec<String> = member.schedule().posts().iter().map(|post| post.zone().name()).collect();
    zones.join(" + ")
}

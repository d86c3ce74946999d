//! Bridges: members of another pod who share at least an hour a day with all of a pod.

use super::Pods;
use crate::lineup::Lineup;
use crate::season::ProfileId;

/// Members of one pod who in every season share with another pod's common minutes at least 60 × the larger of
/// their own workdays and the pod's smallest. Isolated people are neither bridge nor bridged.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Bridge {
    /// The profile of the members.
    pub profile: ProfileId,
    /// The place of the pod they reach.
    #[cfg_attr(feature = "serde", serde(rename = "pod"))]
    pub to_pod: usize,
}

/// Every bridge, by pod reached, then in roster order.
pub(crate) fn bridges(lineup: &Lineup<'_>, pods: &Pods) -> Vec<Bridge> {
    let mut bridges = Vec::new();
    let mut pod_of = vec![usize::MAX; lineup.prepared.profiles().len()];
    for (index, pod) in pods.pods.iter().enumerate() {
        pod.iter().for_each(|profile| pod_of[profile.index()] = index);
    }
    let in_a_pod = |slot: usize| pod_of[lineup.slots[slot].profile.index()] != usize::MAX;
    for to_pod in 0..pods.pods.len() {
        let slots =
            || (0..lineup.slots.len()).filter(|slot| pod_of[lineup.slots[*slot].profile.index()] == to_pod);
        let shared: Vec<_> = lineup
            .classes
            .iter()
            .map(|class| {
                let group = class.group_of(slots());
                (class, group.common(), group.fewest_workdays())
            })
            .collect();
        for (slot, members) in lineup.slots.iter().enumerate() {
            let reaches = || {
                shared.iter().all(|(class, common, fewest)| {
                    let week = class.crowds[class.crowd_of[slot]].week();
                    let days = week.workdays().max(*fewest);
                    common.intersection(week.pattern()).total().get() >= 60 * days
                })
            };
            if in_a_pod(slot) && pod_of[members.profile.index()] != to_pod && reaches() {
                bridges.push(Bridge { profile: members.profile, to_pod });
            }
        }
    }
    bridges
}

//! Pods: a partition of a team into groups that each meet the target naturally; overlap inside, async
//! between.

mod bridges;
mod compatible;
mod exact;
mod greedy;

use crate::lineup::Lineup;
use crate::minutes::PerDay;
use crate::policy::Policy;
use crate::season::{PreparedTeam, ProfileId};
pub use bridges::Bridge;
pub(crate) use bridges::bridges;
use compatible::{Compatible, PodSet};

/// A partition into pods.
///
/// Fewest pods first (the smallest count in which at least half of the members share a pod, where any does),
/// then most members sharing, then the greatest year-minimum of the worst shared pod, then roster order: pods
/// numbered by their first member, the members' pod numbers compared in roster order.
#[derive(Clone, PartialEq, Eq, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Pods {
    /// The profiles of each pod in roster order; pods by their first member.
    pub pods: Vec<Vec<ProfileId>>,
    /// The least daily overlap of any season in each of them; of somebody alone, of their own hours.
    pub year_min: Vec<PerDay>,
    /// How many members have somebody else in their pod.
    pub sharing: u32,
    /// The required members.
    pub members: u32,
    /// The least daily overlap of any season in the worst pod of two or more; `None` when nobody shares.
    pub worst_year_min: Option<PerDay>,
    /// Whether the count is proven to be the fewest and the choice among equals is the best: up to 24
    /// distinct profiles. Beyond, the best found.
    pub exact: bool,
    /// No partition has fewer pods than this.
    pub lower_bound: usize,
}

impl Pods {
    /// The most distinct profiles for which the search is exact.
    pub const EXACT_PROFILES: usize = 24;

    /// The best pods of a prepared team, whatever its verdict: one pod when everybody required meets the
    /// target naturally; else the best partition into two or more, as described above; else, when no
    /// partition has half of the members sharing, the fewest pods there can be.
    ///
    /// # Complexity
    ///
    /// Exponential in the profiles at worst (up to 24), though pairs that cannot share prune most of it;
    /// beyond, linear in profiles × pods × seasons.
    pub fn of(prepared: &PreparedTeam, policy: &Policy) -> Self {
        let lineup = Lineup::of(prepared, policy);
        if lineup.meets_naturally() || lineup.slots.len() < 2 {
            let everybody = (0..lineup.slots.len()).collect::<Vec<_>>();
            let pods = if everybody.is_empty() { Vec::new() } else { vec![everybody] };
            return describe(&Compatible::new(&lineup), pods, true, 1);
        }
        partition(&lineup).unwrap_or_else(|| describe(&Compatible::new(&lineup), Vec::new(), true, 0))
    }

    /// Members of one pod who share at least an hour a day with all of another: see [`Bridge`].
    pub fn bridges(&self, prepared: &PreparedTeam, policy: &Policy) -> Vec<Bridge> {
        bridges(&Lineup::of(prepared, policy), self)
    }

    /// How many pods there are.
    pub fn count(&self) -> usize {
        self.pods.len()
    }

    /// Whether at least half of the members share a pod, as a hybrid model needs.
    pub fn half_share(&self) -> bool {
        2 * self.sharing >= self.members
    }
}

/// The best partition into two or more pods; one whose pods hold at least half of the members between them if
/// there is any, else the fewest pods there can be. `None` for fewer than two profiles.
pub(crate) fn partition(lineup: &Lineup<'_>) -> Option<Pods> {
    if lineup.slots.len() < 2 {
        return None;
    }
    if lineup.slots.len() <= Pods::EXACT_PROFILES {
        exact::partition(lineup)
    } else {
        Some(greedy::partition(lineup))
    }
}

/// Whether some partition into two or more pods has at least half of the members sharing.
pub(crate) fn half_can_share(lineup: &Lineup<'_>) -> bool {
    if lineup.slots.len() < 2 {
        return false;
    }
    if lineup.slots.len() <= Pods::EXACT_PROFILES {
        exact::half_can_share(lineup)
    } else {
        greedy::partition(lineup).half_share()
    }
}

/// A partition in terms of a lineup's slots.
fn describe(compatible: &Compatible<'_, '_>, mut pods: Vec<PodSet>, exact: bool, lower_bound: usize) -> Pods {
    let lineup = compatible.lineup;
    for pod in &mut pods {
        pod.sort_unstable();
    }
    pods.sort_unstable_by_key(|pod| pod[0]);
    let year_min: Vec<PerDay> = pods.iter().map(|pod| compatible.year_min(pod)).collect();
    let shared = || pods.iter().zip(&year_min).filter(|(pod, _)| compatible.heads(pod) > 1);
    Pods {
        sharing: shared().map(|(pod, _)| compatible.heads(pod)).sum(),
        members: lineup.heads(),
        worst_year_min: shared().map(|(_, least)| *least).reduce(PerDay::min_value),
        year_min,
        pods: pods.iter().map(|pod| pod.iter().map(|slot| lineup.slots[*slot].profile).collect()).collect(),
        exact,
        lower_bound,
    }
}

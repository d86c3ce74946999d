//! Pods: a partition of a team into parts that each meet the target naturally; overlap inside, async between.

mod bridges;
mod compatible;
mod exact;
mod first_fit;
mod greedy;
mod joins;
mod open_part;
mod regroup;
mod split;
mod team_parts;
mod units;

use crate::lineup::Lineup;
use crate::minutes::PerDay;
use crate::policy::Policy;
use crate::season::{PreparedTeam, ProfileId};
pub use bridges::Bridge;
pub(crate) use bridges::bridges;
pub(crate) use compatible::Aim;
use compatible::{Compatible, Part};
pub(crate) use regroup::Regroup;
use split::Split;
pub(crate) use team_parts::TeamParts;

/// A partition of a team into parts that each meet the target naturally.
///
/// A part of two or more members is a **pod**; whoever is a part alone is **isolated**. Fewest parts first
/// (the smallest count with which at least half of the members share a part and, where some but not all are
/// marked as required, all of those do), then most members sharing, then the greatest year-minimum of the
/// worst pod, then profile order.
///
/// Members whose week patterns are equal in every season always share a part. **Profile order** knows nothing
/// of the roster: profiles compare by their week patterns, first season first, each as its list of
/// `[start, end)` from Monday 00:00 UTC; parts are numbered by their first profile, and partitions compare by
/// the part numbers of the profiles in that order.
///
/// ```
/// use tzplan::{Horizon, Member, Pods, Policy, PreparedTeam, Team, Zone};
/// let mut team = Team::new();
/// for (name, zone) in [("Ben", "Europe/Berlin"), ("Lea", "Europe/London"), ("Mei", "Asia/Tokyo")] {
///     team.add(Member::new(name, Zone::iana(zone).unwrap()));
/// }
/// let horizon = Horizon::year("2026-11-23".parse().unwrap(), Zone::UTC).unwrap();
/// let prepared = PreparedTeam::new(&team, horizon);
/// let pods = Pods::of(&prepared, &Policy::default());
/// assert_eq!((pods.pods.len(), pods.parts), (1, 2)); // Berlin with London; Tokyo works apart from everyone
/// assert_eq!(pods.isolated, [prepared.profile_of(team.member(2).unwrap())]);
/// ```
#[derive(Clone, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub struct Pods {
    /// The profiles of each pod in roster order; pods in profile order of their first profiles.
    pub pods: Vec<Vec<ProfileId>>,
    /// The profiles of those who share a part with nobody, in roster order.
    pub isolated: Vec<ProfileId>,
    /// How many parts there are: pods and isolated people.
    pub parts: u32,
    /// The least daily overlap of any season in each pod.
    pub year_min: Vec<PerDay>,
    /// How many members have somebody else in their part.
    pub sharing: u32,
    /// The required members.
    pub members: u32,
    /// The least daily overlap of any season in the worst pod; `None` when nobody shares.
    pub worst_year_min: Option<PerDay>,
    /// Whether the count is proven to be the fewest and the choice among equals is the best: up to 24
    /// distinct profiles. Beyond, the best found.
    pub exact: bool,
    /// No partition has fewer parts than this.
    pub lower_bound: u32,
}

impl Pods {
    /// The most distinct profiles for which the search is exact.
    pub const EXACT_PROFILES: usize = 24;

    /// The best partition of a prepared team, whatever its verdict: one part when everybody required meets
    /// the target naturally; else the best into two or more, as described above; else, when no partition
    /// has half of the members and everybody marked sharing, the fewest parts there can be. Where somebody
    /// required has no hours at all, nobody shares and everybody is isolated.
    ///
    /// # Complexity
    ///
    /// Exponential in the profiles at worst (up to 24), though pairs that cannot share prune most of it;
    /// beyond, linear in profiles × parts × seasons.
    pub fn of(prepared: &PreparedTeam, policy: &Policy) -> Self {
        let lineup = Lineup::of(prepared, policy);
        let compatible = Compatible::new(&lineup);
        if lineup.meets_naturally() {
            let everybody: Part = (0..compatible.units.len()).collect();
            let parts = if everybody.is_empty() { Vec::new() } else { vec![everybody] };
            return describe(&compatible, &parts, 1);
        }
        let aims = [Aim::Hybrid, Aim::Fewest];
        let best = aims.into_iter().find_map(|aim| best(&compatible, aim));
        best.unwrap_or_else(|| nobody_shares(&lineup))
    }

    /// Members of one pod who share at least an hour a day with all of another: see [`Bridge`].
    ///
    /// # Panics
    ///
    /// When the pods are another team's and have profiles that this one has not.
    pub fn bridges(&self, prepared: &PreparedTeam, policy: &Policy) -> Vec<Bridge> {
        bridges(&Lineup::of(prepared, policy), self)
    }

    /// Whether at least half of the members share a pod, as a hybrid model needs.
    pub fn half_share(&self) -> bool {
        2 * self.sharing >= self.members
    }
}

/// How many parts a partition has, and how many members share one.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Shape {
    pub(crate) parts: u32,
    pub(crate) sharing: u32,
}

/// The best partition into two or more parts with which an aim is met.
pub(crate) fn partition(lineup: &Lineup<'_>, aim: Aim) -> Option<Pods> {
    best(&Compatible::new(lineup), aim)
}

/// Its shape alone, which is found sooner.
pub(crate) fn shape(lineup: &Lineup<'_>, aim: Aim) -> Option<Shape> {
    let compatible = Compatible::new(lineup);
    if is_exact(&compatible) {
        return Split::of(&compatible).shape(aim);
    }
    let parts = greedy::partition(&compatible, aim)?;
    let heads = parts.iter().map(|part| compatible.heads(part)).filter(|heads| *heads > 1);
    Some(Shape { parts: parts.len() as u32, sharing: heads.sum() })
}

fn is_exact(compatible: &Compatible<'_, '_>) -> bool {
    compatible.units.len() <= Pods::EXACT_PROFILES
}

fn best(compatible: &Compatible<'_, '_>, aim: Aim) -> Option<Pods> {
    if is_exact(compatible) {
        let parts = exact::partition(compatible, aim)?;
        return Some(describe(compatible, &parts, parts.len() as u32));
    }
    let parts = greedy::partition(compatible, aim)?;
    Some(describe(compatible, &parts, compatible.apart().len().max(2) as u32))
}

/// A partition in terms of profiles.
fn describe(compatible: &Compatible<'_, '_>, parts: &[Part], lower_bound: u32) -> Pods {
    let lineup = compatible.lineup;
    let profiles = |part: &Part| -> Vec<ProfileId> {
        let slots = part.iter().flat_map(|unit| &compatible.units[*unit].slots);
        in_roster_order(lineup, slots.copied().collect())
    };
    let (pods, isolated): (Vec<&Part>, Vec<&Part>) =
        parts.iter().partition(|part| compatible.heads(part) > 1);
    let alone = isolated.into_iter().flatten().flat_map(|unit| &compatible.units[*unit].slots);
    let year_min: Vec<PerDay> = pods.iter().map(|pod| compatible.year_min(pod)).collect();
    Pods {
        isolated: in_roster_order(lineup, alone.copied().collect()),
        parts: parts.len() as u32,
        sharing: pods.iter().map(|pod| compatible.heads(pod)).sum(),
        members: lineup.heads(),
        worst_year_min: year_min.iter().copied().reduce(PerDay::min_value),
        year_min,
        pods: pods.into_iter().map(profiles).collect(),
        exact: is_exact(compatible),
        lower_bound,
    }
}

fn nobody_shares(lineup: &Lineup<'_>) -> Pods {
    Pods {
        pods: Vec::new(),
        isolated: in_roster_order(lineup, (0..lineup.slots.len()).collect()),
        parts: lineup.heads(),
        year_min: Vec::new(),
        sharing: 0,
        members: lineup.heads(),
        worst_year_min: None,
        exact: true,
        lower_bound: lineup.heads(),
    }
}

/// The profiles of some slots, which are in that order.
fn in_roster_order(lineup: &Lineup<'_>, mut slots: Vec<usize>) -> Vec<ProfileId> {
    slots.sort_unstable();
    slots.into_iter().map(|slot| lineup.slots[slot].profile).collect()
}

//! Pairs: what two profiles share, season by season.

use std::sync::Arc;

use crate::horizon::Horizon;
use crate::memo::Memo;
use crate::minutes::PerDay;
use crate::policy::Policy;
use crate::season::{PreparedTeam, ProfileId, Season};
use crate::target::{SeasonOverlap, YearOverlap, shared_by};

/// What two profiles share through the horizon.
#[derive(Clone, PartialEq, Eq, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct PairOverlap {
    /// By season, cut by the pair's own clock changes only.
    #[cfg_attr(feature = "serde", serde(serialize_with = "crate::output::by_season"))]
    pub seasons: Vec<(Season, SeasonOverlap)>,
    /// The year of the pair; its drift weeks are cut by the pair's own clock changes only.
    pub year: YearOverlap,
    /// Whether the pair meets the target over the horizon, grace days allowed.
    pub meets: bool,
}

impl PairOverlap {
    /// Of what a pair shares in its own seasons.
    pub(crate) fn of(seasons: Vec<(Season, SeasonOverlap)>, horizon: &Horizon, policy: &Policy) -> Self {
        let daily: Vec<(Season, PerDay)> =
            seasons.iter().map(|(season, overlap)| (*season, overlap.daily)).collect();
        let missed = seasons.iter().filter(|(_, overlap)| !overlap.meets);
        let failing: u32 = missed.map(|(season, _)| season.days()).sum();
        Self {
            year: YearOverlap::of(&daily).expect("a horizon has at least one season"),
            meets: failing <= policy.grace_of(horizon.days()),
            seasons,
        }
    }

    /// The seasons in which they share the least of the year, in order; at least one.
    pub fn least_seasons(&self) -> impl Iterator<Item = &Season> {
        let least = self.seasons.iter().filter(|(_, overlap)| overlap.daily.cmp_value(self.year.min).is_eq());
        least.map(|(season, _)| season)
    }

    /// What the pair shares in each season of a team whose clock changes include theirs: the required
    /// members' seasons, for a pair of required members.
    pub fn in_seasons(&self, seasons: &[Season]) -> impl Iterator<Item = (Season, &SeasonOverlap)> {
        seasons.iter().filter_map(|season| {
            let own = self.seasons.iter().find(|(own, _)| own.contains(season.first()))?;
            Some((*season, &own.1))
        })
    }
}

/// What a member of one profile shares with a member of another, or with somebody else of the same one.
///
/// # Complexity
///
/// An intersection of two weeks for each season.
///
/// ```
/// use tzplan::{Horizon, Member, Policy, PreparedTeam, Team, Zone, pairs};
/// let mut team = Team::new();
/// team.add(Member::new("Ben", Zone::iana("Europe/Berlin").unwrap()));
/// team.add(Member::new("Nia", Zone::iana("America/New_York").unwrap()));
/// let horizon = Horizon::year("2026-11-23".parse().unwrap(), Zone::UTC).unwrap();
/// let prepared = PreparedTeam::new(&team, horizon);
/// let [ben, nia] = *prepared.required() else { unreachable!() };
/// let pair = pairs::pairs(&prepared, ben, nia, &Policy::default());
/// assert_eq!((pair.year.usual.to_string(), pair.year.max.to_string()), ("2:00".into(), "3:00".into()));
/// assert_eq!(pair.year.drift.len(), 2); // 14 to 27 March, 31 October to 6 November
/// assert!(!pair.meets);
/// ```
pub fn pairs(prepared: &PreparedTeam, a: ProfileId, b: ProfileId, policy: &Policy) -> PairOverlap {
    let group = if a == b { vec![a] } else { vec![a, b] };
    let own = prepared.seasons_of(&group).into_iter();
    let own = own.map(|season| (season, shared_by(prepared, &group, &season, policy)));
    PairOverlap::of(own.collect(), prepared.horizon(), policy)
}

/// The pairs of a team, each computed when it is first asked for, and kept.
#[derive(Clone, Debug)]
pub struct Pairs<'a> {
    prepared: &'a PreparedTeam,
    policy: Policy,
    known: Memo<[ProfileId; 2], PairOverlap>,
}

impl<'a> Pairs<'a> {
    /// Of a prepared team.
    pub fn new(prepared: &'a PreparedTeam, policy: &Policy) -> Self {
        Self { prepared, policy: policy.clone(), known: Memo::default() }
    }

    /// What a member of one profile shares with a member of another, as [`pairs`] says.
    pub fn between(&self, a: ProfileId, b: ProfileId) -> Arc<PairOverlap> {
        let overlap = |[a, b]: &[ProfileId; 2]| Arc::new(pairs(self.prepared, *a, *b, &self.policy));
        self.known.get_or_make([a.min(b), a.max(b)], overlap)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Horizon, Member, Team, Zone};

    #[test]
    fn a_horizon_that_starts_in_drift_weeks_knows_it() {
        let mut team = Team::new();
        for zone in ["Europe/Berlin", "America/New_York"] {
            team.add(Member::new(zone, Zone::iana(zone).expect("a zone")));
        }
        // Europe went back on 25 October 2026, the US follow on 1 November: two days of seven are inside.
        let horizon = Horizon::of_days("2026-10-30".parse().expect("a date"), 60, Zone::UTC).expect("dates");
        let prepared = PreparedTeam::new(&team, horizon);
        let [a, b] = *prepared.required() else { panic!("two profiles") };
        let pair = pairs(&prepared, a, b, &Policy::default());
        assert_eq!(pair.year.drift.len(), 1);
        assert_eq!(
            (pair.year.drift[0].daily.to_string(), pair.year.usual.to_string()),
            ("3:00".into(), "2:00".into())
        );
    }
}

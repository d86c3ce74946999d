//! Standing: how well a team stands, to tell a change for the better.

use std::cmp::{Ordering, Reverse};

use super::Model;
use crate::lineup::Lineup;
use crate::pods::{self, Aim, Shape};

/// How well a team stands: the better one is the lesser.
///
/// By model; then, under hybrid and async, more members who share a pod, then fewer parts. A change improves
/// a team when its standing is better.
///
/// ```
/// use tzplan::{Horizon, Member, Model, Plan, Policy, PreparedTeam, Team, Zone};
/// let mut team = Team::new();
/// for (name, zone) in [("Ben", "Europe/Berlin"), ("Lea", "Europe/London"), ("Mei", "Asia/Tokyo")] {
///     team.add(Member::new(name, Zone::iana(zone).unwrap()));
/// }
/// let horizon = Horizon::year("2026-11-23".parse().unwrap(), Zone::UTC).unwrap();
/// let plan = Plan::of(&PreparedTeam::new(&team, horizon), &Policy::default());
/// let standing = plan.verdict().standing;
/// assert_eq!((standing.model, standing.sharing, standing.parts), (Model::Hybrid, Some(2), Some(2)));
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Standing {
    /// The verdict.
    pub model: Model,
    /// How many members share a pod; `None` under the two overlap models. Under async, in the partition into
    /// the fewest parts that each meet the target: half of the members need not share there, nor those marked
    /// as required.
    pub sharing: Option<u32>,
    /// Pods and isolated people of that partition.
    pub parts: Option<u32>,
}

impl Standing {
    /// Of a team whose verdict is known.
    ///
    /// # Complexity
    ///
    /// Under the overlap models none; else that of the fewest parts.
    pub(crate) fn of(lineup: &Lineup<'_>, model: Model) -> Self {
        Self::by_shape(model, lineup.heads(), |aim| pods::shape(lineup, aim))
    }

    /// The same of this many members, given what tells the shape of their best partition.
    pub(crate) fn by_shape(model: Model, members: u32, shape: impl Fn(Aim) -> Option<Shape>) -> Self {
        let aim = match model {
            Model::Overlap | Model::OverlapWithShifts => return Self::of_everyone(model),
            Model::Hybrid => Aim::Hybrid,
            Model::Async => Aim::Fewest,
        };
        match shape(aim) {
            Some(shape) => Self::in_parts(model, shape.sharing, shape.parts),
            None if model == Model::Hybrid => Self::by_shape(Model::Async, members, shape),
            // Where somebody has no hours there is no partition: nobody shares.
            None => Self::in_parts(model, 0, members),
        }
    }

    /// Under a model of everyone.
    pub(super) fn of_everyone(model: Model) -> Self {
        Self { model, sharing: None, parts: None }
    }

    pub(super) fn in_parts(model: Model, sharing: u32, parts: u32) -> Self {
        Self { model, sharing: Some(sharing), parts: Some(parts) }
    }
}

impl PartialOrd for Standing {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Standing {
    fn cmp(&self, other: &Self) -> Ordering {
        let key = |standing: &Self| (standing.model, Reverse(standing.sharing), standing.parts);
        key(self).cmp(&key(other))
    }
}

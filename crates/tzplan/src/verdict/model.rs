//! The models a team can run on, and which of them it has.

use std::fmt;

use crate::lineup::Lineup;
use crate::pods::{self, Pods};
use crate::shift::WindowSearch;

/// How a team can work; better ones first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "kebab-case"))]
pub enum Model {
    /// The team meets the target naturally (but for grace days).
    Overlap,
    /// Every season (but grace days) is met naturally or has an affordable window.
    OverlapWithShifts,
    /// A partition into pods that each meet the target naturally, in which at least half of the members share
    /// a pod: overlap inside pods, async between.
    Hybrid,
    /// None of these.
    Async,
}

impl fmt::Display for Model {
    /// `overlap`, `overlap-with-shifts`, `hybrid`, `async`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Overlap => "overlap",
            Self::OverlapWithShifts => "overlap-with-shifts",
            Self::Hybrid => "hybrid",
            Self::Async => "async",
        })
    }
}

/// The model of a team, and the pods of a hybrid one: the verdict without its evidence.
pub(crate) fn model(lineup: &Lineup<'_>) -> (Model, Option<Pods>) {
    if lineup.meets_naturally() {
        return (Model::Overlap, None);
    }
    if lineup.meets_with_affordable_shifts() {
        return (Model::OverlapWithShifts, None);
    }
    let pods = pods::partition(lineup).filter(Pods::half_share);
    (if pods.is_some() { Model::Hybrid } else { Model::Async }, pods)
}

impl Lineup<'_> {
    /// Whether every season but grace days is met naturally or has an affordable window.
    pub(crate) fn meets_with_affordable_shifts(&self) -> bool {
        self.all_but_grace(|class| {
            class.group().meets(self.target) || WindowSearch::new(self, class).any_affordable()
        })
    }
}

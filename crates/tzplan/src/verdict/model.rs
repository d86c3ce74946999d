//! The models a team can run on, and which of them it has.

use crate::lineup::Lineup;
use crate::pods::{self, Pods};
use crate::shift::Plans;
use crate::words::words;

/// How a team can work; better ones first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "kebab-case"))]
pub enum Model {
    /// The team meets the target naturally (but for grace days).
    Overlap,
    /// Every season (but grace days) is met naturally or has an affordable plan.
    OverlapWithShifts,
    /// A partition into pods that each meet the target naturally, in which at least half of the members share
    /// a pod: overlap inside pods, async between.
    Hybrid,
    /// None of these.
    Async,
}

words!(Model {
    Overlap = "overlap",
    OverlapWithShifts = "overlap-with-shifts",
    Hybrid = "hybrid",
    Async = "async",
});

impl Model {
    /// The first model that holds, in their order; the last one always does.
    pub(crate) fn first(mut holds: impl FnMut(Self) -> bool) -> Self {
        let better = [Self::Overlap, Self::OverlapWithShifts, Self::Hybrid];
        better.into_iter().find(|model| holds(*model)).unwrap_or(Self::Async)
    }
}

/// The model of a team, and the pods of a hybrid one: the verdict without its evidence.
pub(crate) fn model(lineup: &Lineup<'_>) -> (Model, Option<Pods>) {
    model_of(lineup, &Plans::of(lineup))
}

/// The same of a lineup whose plans have been looked for.
pub(super) fn model_of(lineup: &Lineup<'_>, plans: &Plans<'_>) -> (Model, Option<Pods>) {
    let mut pods = None;
    let model = Model::first(|model| match model {
        Model::Overlap => lineup.meets_naturally(),
        Model::OverlapWithShifts => plans.overlap_with_shifts(),
        _ => {
            pods = pods::partition(lineup).filter(Pods::half_share);
            pods.is_some()
        }
    });
    (model, pods)
}

impl Lineup<'_> {
    /// Whether every season but grace days is met naturally or has an affordable plan.
    pub(crate) fn meets_with_affordable_shifts(&self) -> bool {
        Plans::of(self).overlap_with_shifts()
    }
}

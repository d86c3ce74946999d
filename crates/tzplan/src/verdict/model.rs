//! The models a team can run on, in their order.

use crate::words::words;

/// How a team can work; better ones first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "kebab-case"))]
pub enum Model {
    /// The team meets the target naturally (but for grace days).
    Overlap,
    /// Every season (but grace days) is met naturally or has an affordable plan.
    OverlapWithShifts,
    /// A partition into two or more parts that each meet the target naturally, in which at least half of the
    /// members share a part and, where some but not all are marked as required, all of those do: overlap
    /// inside pods, async between.
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

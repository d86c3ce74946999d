//! A verdict in words.

use tzplan::{Minutes, Model, SeasonOverlap};

/// The model in capitals, inside a sentence.
pub(crate) fn reached(model: Model) -> &'static str {
    match model {
        Model::Overlap => "OVERLAP",
        Model::OverlapWithShifts => "OVERLAP with shifts",
        Model::Hybrid => "HYBRID",
        Model::Async => "ASYNC",
    }
}

/// Target less overlap, both as shown.
pub(crate) fn shortfall(overlap: &SeasonOverlap) -> Minutes {
    let (target, daily) = (overlap.effective_target.floor(), overlap.daily.floor());
    Minutes(target.get().saturating_sub(daily.get()))
}

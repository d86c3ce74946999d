//! Which model a team has: the verdict without its evidence.

use super::{Model, Standing};
use crate::lineup::Lineup;
use crate::pods::{self, Aim, Pods};
use crate::shift::Plans;

/// The standing of a team, and the pods of a hybrid one.
pub(crate) fn judged(lineup: &Lineup<'_>) -> (Standing, Option<Pods>) {
    judged_by(lineup, &Plans::of(lineup))
}

/// The same of a lineup whose plans have been looked for.
pub(super) fn judged_by(lineup: &Lineup<'_>, plans: &Plans<'_>) -> (Standing, Option<Pods>) {
    let mut pods = None;
    let model = Model::first(|model| match model {
        Model::Overlap => lineup.meets_naturally(),
        Model::OverlapWithShifts => plans.overlap_with_shifts(),
        _ => {
            pods = pods::partition(lineup, Aim::Hybrid);
            pods.is_some()
        }
    });
    let standing = match (model, &pods) {
        (Model::Overlap | Model::OverlapWithShifts, _) => Standing::of_everyone(model),
        (Model::Hybrid, Some(pods)) => Standing::in_parts(model, pods.sharing, pods.parts),
        _ => Standing::of(lineup, Model::Async),
    };
    (standing, pods)
}

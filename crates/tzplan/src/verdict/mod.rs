//! The verdict: which model a team can run on, and the evidence for it.

mod binding;
mod gains;
mod judged;
mod lengths;
mod model;
mod night;
mod others;
mod peers;
mod plan;
mod reach;
mod standing;
mod step;
mod steps;
mod tries;

use crate::minutes::PerDay;
use crate::pods::{Bridge, Pods};
use crate::season::ProfileId;
use crate::shift::ShiftTrap;
pub(crate) use judged::judged;
pub use model::Model;
pub use night::{NightWork, ProfileNight};
pub use plan::{AllYearPlan, Lowered, Plan, SeasonPlan};
pub use reach::Reach;
pub use standing::Standing;
pub use step::Step;

/// The model of a team with its evidence.
#[derive(Clone, PartialEq, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Verdict {
    /// The first model of [`Model`] that holds.
    pub model: Model,
    /// How well the team stands, to compare with what a change makes of it.
    pub standing: Standing,
    /// The profiles whose removal raises the year's minimum, most first, then roster order.
    pub binding: Vec<Binding>,
    /// The pods of a hybrid team.
    #[cfg_attr(feature = "serde", serde(flatten, serialize_with = "crate::output::parts"))]
    pub pods: Option<Pods>,
    /// The bridges between the pods of a hybrid team.
    pub bridges: Vec<Bridge>,
    /// The shift trap, under a hybrid or async verdict: a plan that only works if somebody moves too far.
    pub trap: Option<ShiftTrap>,
    /// The next steps: one member's day moved all year, one member made optional, each where it improves the
    /// standing; the better one first. None is an answer: no single step helps. Overlap needs none.
    pub steps: Vec<Step>,
    /// Whether there can be no better steps of these kinds. Beyond [`EXACT_PROFILES`](Pods::EXACT_PROFILES)
    /// profiles the steps of a team in pods or async that change pods are looked for among isolated people
    /// only, in partitions that are the best found.
    pub steps_exact: bool,
    /// The highest targets that the team can have, whatever the verdict.
    pub reach: Reach,
    /// For async: profiles of members with whom nobody else meets the target as a pair.
    pub no_peer: Vec<ProfileId>,
    /// Who works at night as stated, and what everyone would share in reasonable hours.
    pub night: NightWork,
}

/// A profile that holds the team's year-minimum down.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Binding {
    /// The profile; all its required members are taken away together.
    pub profile: ProfileId,
    /// The year's minimum of the others.
    pub year_min_without: PerDay,
}

//! Moving a day: the shifts that windows need, what people can afford, the plans of a season and of the whole
//! year, and what they cost.

mod affordances;
mod all_year;
mod asked;
mod batches;
mod candidate;
mod candidates;
mod columns;
mod coverage_moves;
mod joined;
mod joined_search;
mod lengths;
mod moved_week;
mod movers;
mod moves;
mod others_meet;
mod pairs;
mod plans;
mod proposal;
mod search;
mod team_moves;
mod trial;
mod whatever_target;
mod windows;
mod witness;

pub use coverage_moves::{CoverageMove, coverage_moves};
pub(crate) use joined::{Joined, JoinedPlan};
pub(crate) use moved_week::MovedWeek;
pub(crate) use moves::move_plan;
pub use moves::{MovePlan, ProfileMove, ShiftTrap};
pub(crate) use plans::Plans;
pub use proposal::PlanKind;
pub(crate) use proposal::Proposal;
pub(crate) use team_moves::TeamMoves;

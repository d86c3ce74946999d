//! Moving a day: the shifts that windows need, what people can afford, the plans of a season and of the whole
//! year, and what they cost.

mod affordable;
mod affordances;
mod all_year;
mod asked;
mod candidate;
mod candidates;
mod movers;
mod moves;
mod needed;
mod open_windows;
mod plans;
mod proposal;
mod search;
mod tables;
mod trial;
mod windows;
mod witness;

pub(crate) use affordable::Affordable;
pub(crate) use moves::move_plan;
pub use moves::{MovePlan, ProfileMove, ShiftTrap};
pub(crate) use open_windows::OpenWindows;
pub(crate) use plans::Plans;
pub use proposal::PlanKind;
pub(crate) use proposal::Proposal;
pub(crate) use tables::{CrowdShifts, ShiftTables};

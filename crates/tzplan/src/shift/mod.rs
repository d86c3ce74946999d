//! Moving a day: the shift a window asks of everybody, the cheapest window of a season, and what it costs
//! them.

mod affordable;
mod moves;
mod needed;
mod search;
mod tables;

pub(crate) use affordable::Affordable;
pub(crate) use moves::window_plan;
pub use moves::{ProfileMove, ShiftTrap, WindowPlan};
pub(crate) use needed::{DayArc, needed_shift};
pub(crate) use search::{Window, WindowSearch};
pub(crate) use tables::ShiftTables;

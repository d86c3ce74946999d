//! Results as comma-separated text for a spreadsheet: a header, then a row for each entry of a list.
//!
//! The names of columns say their units. Dates are ISO 8601, last days inclusive; instants RFC 3339 in UTC; what is so or
//! not is `yes` or `no`; a cell is empty where there is nothing to say. Minutes are whole, except means and percentiles.
//!
//! Strings of a roster are data: one that a spreadsheet would take for a formula gets an apostrophe in front.

mod cell;
mod check;
mod coverage;
mod fit;
mod meet;
mod pairs;
mod pods;
mod pool;
mod regions;
mod rotation;
mod rows;
mod seasons;
mod zones;

pub use check::check;
pub use coverage::{coverage, windows};
pub use fit::fit;
pub use meet::meet;
pub use pairs::pairs;
pub use pods::pods;
pub use pool::pool;
pub use regions::regions;
pub use rotation::rotation;
pub use seasons::{plan, year};
pub use zones::{zone_list, zones};

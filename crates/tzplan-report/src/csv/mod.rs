//! Results as comma-separated text for a spreadsheet: a header, then a row for each entry of a list.
//!
//! The names of columns say their units. Dates are ISO 8601, last days inclusive; instants RFC 3339 in UTC;
//! what is so or not is `yes` or `no`; a cell is empty where there is nothing to say. Minutes are whole,
//! except means and percentiles.
//!
//! Strings of a roster are data: one that a spreadsheet would take for a formula gets an apostrophe in front.

pub(crate) mod cell;
pub(crate) mod joined;
pub(crate) mod judged;
pub(crate) mod table;

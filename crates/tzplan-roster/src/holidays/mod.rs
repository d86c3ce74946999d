//! Public holidays: days off by the code of a country or one of its regions.
//!
//! The table (feature `holidays`) is made by `scripts/public_holidays.py` from the Python package `holidays`:
//! what is a public holiday for everybody, substitute days included. Half days, optional days and observances
//! are no days off. It holds the years 2026 to 2031 and is unpacked when it is first asked for.

mod calendar;
mod error;
mod index;
mod kinds;
mod label;
#[cfg(feature = "holidays")]
mod table;
#[cfg(not(feature = "holidays"))]
#[path = "no_table.rs"]
mod table;

pub use calendar::HolidayCalendar;
pub use error::HolidayLabelError;
pub(crate) use error::LabelFault;
pub(crate) use label::{find, region_or_country};

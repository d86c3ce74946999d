//! Results of [`tzplan`] as documents: text for a terminal, Markdown to pass on, JSON for programs, CSV for spreadsheets,
//! iCalendar for calendars, a page and charts for everybody else.
//!
//! Renderers write to any [`std::io::Write`], choose no paths, read no clock and hold no arithmetic of their
//! own. Every document names its source, what was changed about it, its horizon and the version of the tz database.
//!
//! Dependencies: `chrono` for civil dates, as the core has them; `unicode-width` so that names in any script
//! line up in a terminal; `serde` and `serde_json` write JSON correctly and as it is walked; `csv` quotes cells as
//! spreadsheets read them; `askama` checks the page's templates when they are compiled and escapes what is put into them.
//! Charts are written by hand, with a writer that escapes. Names of rosters never become markup. With the feature
//! `schema`, `schemars` makes JSON Schema of the types that JSON is written from.
#![forbid(unsafe_code)]

pub mod chart;
mod check;
mod context;
mod coverage;
pub mod csv;
mod fit;
pub mod json;
pub mod markdown;
mod meet;
pub mod page;
mod pairs;
mod plan;
mod pods;
mod pool;
mod regions;
#[cfg(feature = "schema")]
pub mod schema;
#[cfg(feature = "schema")]
mod spelled;
pub mod text;
mod windows;
mod words;
mod zones;

pub use context::Context;
pub use coverage::{Relays, Staffing};
pub use meet::{Meeting, Turns, ics};
pub use page::Report;
pub use pairs::{Answerers, ChosenBy};
pub use pool::Pool;
pub use words::change::{Change, Who};
pub use words::places::BestKnown;
pub use {chart as svg, page as html};

/// The README's example is compiled and run.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;

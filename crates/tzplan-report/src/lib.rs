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

mod answerers;
mod change;
mod crowds;
pub mod csv;
pub mod html;
pub mod ics;
pub mod json;
pub mod markdown;
mod meeting;
mod ordinary_week;
mod pool;
mod report;
mod staffing;
pub mod svg;
pub mod text;
mod view;

pub use answerers::{Answerers, ChosenBy};
pub use change::{Change, Who};
pub use meeting::{Meeting, Turns};
pub use pool::Pool;
pub use report::Report;
pub use staffing::{Relays, Staffing};

/// The best-known places of some zones together, by population; nothing where nobody knows.
pub type BestKnown<'a> = &'a dyn Fn(&[tzplan::Zone]) -> Vec<String>;

/// What every document says about where it comes from.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    /// The roster's name, as the user gave it.
    pub source: &'a str,
    /// The version of the tz database in use.
    pub tzdb: &'a str,
    /// What was changed about the roster, in the order in which it is told.
    pub changes: &'a [Change],
}

/// The README's example is compiled and run.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;

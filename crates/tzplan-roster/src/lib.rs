//! Reads the rosters that people keep into a [`tzplan::Team`], and says what is wrong with them.
//!
//! A roster is a table with a row for every person: comma-, semicolon-, tab- or pipe-separated text whose
//! header names the columns. Only a column that gives the time zone is required. Headers are recognised in any
//! order and case, with the usual synonyms ([`Field`]); cells are read as people write them (`9-5`, `9am-5pm`,
//! `Mon-Thu 9-17; Fri 9-13`, `UTC+5:30`).
//!
//! ```
//! use tzplan_roster::{read, ReadOptions};
//! use tzplan::Tzdb;
//!
//! let text = "\
//! Name,   Time zone,         Hours
//! Ana,    America/Sao_Paulo, 9-17
//! Ben,    Europe/Berln,      10-18
//! ";
//! let roster = read("team.csv", text.as_bytes(), Tzdb::bundled(), &ReadOptions::default()).unwrap();
//! assert_eq!(roster.team.len(), 1);
//! let fault = &roster.diagnostics[0];
//! assert_eq!((fault.code, fault.row, fault.column.as_deref()), ("unknown-zone", 3, Some("Time zone")));
//! assert_eq!(&*fault.message, "unknown zone `Europe/Berln` — did you mean Europe/Berlin?");
//! ```
//!
//! Faults are collected, never stopped at ([`Diagnostic`]): only a failing read is an error. A row with an
//! error contributes no member. Strings that come out hold no control characters.
//!
//! # Cost
//!
//! Rows stream by. The cells that decide when somebody works are looked up as they stand and parsed once for
//! each distinct combination; names go straight into the team. On top of the `csv` crate's bare pass a row costs
//! about 40 ns and 20 bytes beyond the name; with an e-mail address, which is compared exactly with all others,
//! about 120 ns and 43 bytes beyond name and address. `cargo run --release --example throughput` measures it.
//!
//! # What it does not do
//!
//! It reads no workbook, no city name and no public holiday calendar, and nothing from the network.
//!
//! # Dependencies
//!
//! | crate | buys |
//! |---|---|
//! | `csv-core` | the parser of the `csv` crate, for records with quotes inside quotes; others are cut here, several times faster |
//! | `memchr` | line numbers counted at memory speed |
//! | `rustc-hash` | look-ups of cells that cost less than the parse they save |
//! | `hashbrown` | a table of e-mail addresses that holds four bytes a person instead of a string |
//! | `strsim` | near misses for misspelt zones |
//! | `chrono` | dates and weekdays, as in `tzplan` |
//! | `thiserror` | the error type's boilerplate |
#![forbid(unsafe_code)]

mod columns;
mod delimited;
mod diagnostic;
#[cfg_attr(not(feature = "encodings"), path = "encoding_off.rs")]
mod encoding;
mod format;
mod hours_cell;
pub mod places;
mod policy;
mod read;
mod roster;
mod rows;
mod setting;
#[cfg(feature = "structured")]
mod structured;
mod text;
#[cfg(feature = "workbook")]
mod workbook;

pub use columns::{Column, ColumnUse, Field};
pub use delimited::Separator;
pub use diagnostic::{Diagnostic, Severity, SourceLine};
pub use hours_cell::{HoursCell, HoursCellError, read_hours};
pub use policy::PolicySettings;
pub use read::{Choose, ReadError, ReadOptions, read, read_some};
pub use roster::{Roster, ZoneLabel};
pub use setting::{SettingError, read_clock_range, read_duration};
pub use text::clean;

/// A commented roster that reads without any fault: what `tzplan init` writes.
///
/// ```
/// use tzplan_roster::{example_roster, read, ReadOptions};
/// let roster = read("team.csv", example_roster().as_bytes(), tzplan::Tzdb::bundled(), &ReadOptions::default());
/// assert!(roster.unwrap().diagnostics.is_empty());
/// ```
pub fn example_roster() -> &'static str {
    include_str!("example.csv")
}

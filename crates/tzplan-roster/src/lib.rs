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
//! # Weeks, holidays and stays
//!
//! - Where no days are given, the country's usual week is taken ([`working_week`]) if the zone tells the country and all
//!   countries of the zone keep the same week; a note says so once for each country. Otherwise it is Monday to Friday.
//! - `holidays` names [calendars](HolidayCalendar) whose dates are days off. [`Roster::judge_holidays`] says for which of the
//!   years planned they have no answer, and which dates are estimates. [`read_ics`] reads the days of iCalendar files.
//! - `zone` may hold stays abroad: `Europe/Berlin; Asia/Bangkok from 2027-02-01 to 2027-03-15`. Last days are inclusive; of
//!   stays that overlap the later in the cell holds, with a warning.
//! - Rows of one e-mail address are one person: the first row names them, they are required if any row is, and the
//!   hours and days off of all rows are joined. A stay holds for the hours of its own row. What contradicts is told:
//!   other names, yes and no, other teams or roles, other stays.
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
//! It reads no workbook, and nothing from the network.
//!
//! # Features
//!
//! | feature | adds |
//! |---|---|
//! | `places` | zones written as cities, states, countries, Windows names and airport codes ([`places`]): a table of 500 KB made from [GeoNames](https://www.geonames.org/) (CC BY 4.0: say so where you show it), read in some milliseconds by the first label that needs it; without it such labels are faults |
//! | `holidays` | the public holidays of 250 countries and 651 regions, 2026 to 2031, for the column `holidays`; without it only [calendars of one's own](ReadOptions::calendars) are known, others are warned about |
//!
//! Both are off by default.
//!
//! # Dependencies
//!
//! | crate | buys |
//! |---|---|
//! | `csv-core` | the parser of the `csv` crate, for records with quotes inside quotes; others are cut here, several times faster |
//! | `memchr` | line numbers counted at memory speed |
//! | `rustc-hash` | look-ups of cells that cost less than the parse they save |
//! | `hashbrown` | a table of e-mail addresses that holds four bytes a person instead of a string |
//! | `miniz_oxide` | the table of public holidays in 41 KB instead of 170; only with the feature `holidays` |
//! | `strsim` | near misses for misspelt zones |
//! | `chrono` | dates and weekdays, as in `tzplan` |
//! | `deunicode` | with `places`: names without accents and in Latin letters (Unicode's own decomposition leaves ł, đ and ß) |
//! | `miniz_oxide` | with `places`: the table of places at half its size |
//! | `thiserror` | the error type's boilerplate |
#![forbid(unsafe_code)]

mod columns;
mod delimited;
mod diagnostic;
mod format;
mod holidays;
mod hours_cell;
mod ics;
pub mod places;
mod read;
mod roster;
mod rows;
mod text;
mod working_week;

pub use columns::{Column, ColumnUse, Field};
pub use delimited::Separator;
pub use diagnostic::{Diagnostic, Severity, SourceLine};
pub use holidays::{HolidayCalendar, HolidayLabelError};
pub use hours_cell::{HoursCell, HoursCellError, read_hours};
pub use ics::{IcsDays, read_ics};
pub use read::{Choose, ReadError, ReadOptions, read, read_some};
pub use roster::{Roster, ZoneLabel};
pub use text::clean;
pub use working_week::{WorkingWeek, working_week};

/// A commented roster that reads without any fault: what `tzplan init` writes.
///
/// ```
/// use tzplan_roster::{example_roster, read, ReadOptions};
/// let roster = read("team.csv", example_roster().as_bytes(), tzplan::Tzdb::bundled(), &ReadOptions::default());
/// assert!(roster.unwrap().is_ok());
/// ```
pub fn example_roster() -> &'static str {
    include_str!("example.csv")
}

//! Reads the rosters that people keep into a [`tzplan::Team`], and says what is wrong with them.
//!
//! A roster is a table with a row for every person: comma-, semicolon-, tab- or pipe-separated text whose
//! header names the columns, a sheet of a workbook, or a list of entries in JSON or TOML. Only a column that
//! gives the time zone, or the place, is required. Headers are recognised in any order and case, with the
//! usual synonyms ([`Field`]); cells are read as people write them (`9-5`, `9am-5pm`, `Mon-Thu 9-17; Fri
//! 9-13`, `UTC+5:30`).
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
//! # Places, weeks, holidays and stays
//!
//! - A zone column (`zone`, `timezone`, `tz`) wins where its cell is filled. Otherwise city (or location),
//!   state and country are one label, `Portland, Maine, USA`. Of a zone that is itself a place, state and
//!   country say which one is meant: London in Canada. What the columns of places say beside a zone is
//!   compared with it: where it is a zone whose clocks differ on the dates planned, a warning names both.
//! - Where no days are given, the country's usual week is taken ([`working_week`]) if the place gives the
//!   country, or if all countries of the zone keep the same week; a note says so once for each country.
//!   Otherwise it is Monday to Friday.
//! - `holidays` names [calendars](HolidayCalendar) whose dates are days off: those on which offices close to
//!   everybody, and with `US-TX+optional` another kind of days too. [`Roster::judge_holidays`] says
//!   for which of the years planned they have no answer, and which dates are estimates. [`read_ics`] reads
//!   the days of iCalendar files on somebody's own clock, or on the calendar's ([`IcsClock`]),
//!   [`read_team_ics`] those of a team, whose events name people.
//! - `zone` may hold stays abroad: `Europe/Berlin; Asia/Bangkok from 2027-02-01 to 2027-03-15`. Last days are
//!   inclusive; of stays that overlap the later in the cell holds, with a warning. Without a last day it is a
//!   move for good, until the next.
//! - `flex` says how far a day may be moved, instead of the policy's `max_shift`: `0`, `1h`, `90m`, `1:30`.
//! - Rows of one e-mail address are one person: the first row names them, they are required if any row is,
//!   the hours and days off of all rows are joined, and the smallest flex holds. Other names, yes beside no,
//!   and another flex are warnings; other teams or roles, and other stays of one home, are errors.
//!
//! # What is assumed
//!
//! [`Roster::assumptions`] has what rows leave open and how it was taken: hours that nobody gives, bare hours
//! (`9-5` is 09:00 to 17:00), a place among namesakes, cells of a column that may hold something else
//! (`Availability`). Hours whose header or cell names a clock (`hours (UTC)`, `9-5 ET`), or that have one in
//! a column beside them (`hours zone`), are on that clock. A
//! column that is not read, although it looks like hours or days that are assumed, is a warning.
//! [`ReadOptions::columns`] and [`ReadOptions::labels`] settle what a file leaves open.
//!
//! # Cost
//!
//! Rows stream by. The cells that decide when somebody works are looked up as they stand and parsed once for
//! each distinct combination; names go straight into the team. On top of the `csv` crate's bare pass a row
//! costs about 40 ns and 20 bytes beyond the name; with an e-mail address, which is compared exactly with all
//! others, about 120 ns and 43 bytes beyond name and address. `cargo run --release --example throughput`
//! measures it.
//!
//! # Files
//!
//! The kind of a file is decided by its content; of its name only the endings `.yaml` and `.yml` are looked
//! at.
//!
//! | file | feature | read as |
//! |---|---|---|
//! | separated text in UTF-8, with or without a mark | | a stream of any length; titles may stand above the header |
//! | a table of Markdown | | as separated text, without links and emphasis |
//! | tables that are drawn with characters, of wikis, AsciiDoc and web pages | | as separated text |
//! | lists with a line for each person, with bullets or without | `structured` | a name, a place, and hours perhaps |
//! | XLSX, ODS | `workbook` | the first visible sheet, or [`ReadOptions::sheet`] |
//! | JSON | `structured` | `[{"name": …, "zone": …}, …]`, `{"members": […], "policy": {…}}`, or as programs keep it |
//! | TOML | `structured` | `[[member]]` or `[[members]]` tables, or people by their names, and a table `[policy]` |
//! | YAML | `structured` | a list of mappings, `members:` (`team:`, `people:`, …) with such a list, or mappings by name; aliases and `<<` within limits |
//! | any of these texts in UTF-16 or an older encoding | `encodings` | the likeliest encoding, with a note |
//!
//! In a sheet the header is the first row with more than a title. Times are time cells, fractions of a day or
//! text, and dates are dates; a bare 9 where a time is due is nine o'clock. What a program has made a date of
//! (`9-12`) is refused, not guessed, and so is a formula whose result the file does not hold. In JSON, TOML
//! and YAML a cell may be a text, a number, yes or no, a time or date of TOML, and, where a cell can hold
//! several (days, hours, days off), a list of them. A [policy](PolicySettings) in the file comes with the
//! roster; applying it is up to the caller.
//!
//! Without the feature that reads it a file is refused by that feature's name. A feature never changes what
//! is read from a file.
//!
//! Files may come from anybody. What is not a stream has limits, options with generous defaults: on the bytes
//! of the file, on what a workbook comes to when it is unpacked, on the cells of a sheet.
//!
//! # What it does not do
//!
//! It reads no old (`.xls`, `.xlsb`) or encrypted workbook, and nothing from the network.
//!
//! # Features
//!
//! All are off by default: `workbook`, `structured` and `encodings` as in the table above, and
//!
//! - `places`: zones written as cities, states, countries, Windows names and airport codes ([`places`]). A
//!   table of 810 KB made from [GeoNames](https://www.geonames.org/) (CC BY 4.0: say so where you show it),
//!   read in some milliseconds by the first label that needs it. Without it such labels are faults.
//! - `holidays`: the public holidays of 250 countries and 651 regions, 2026 to 2031, for the column
//!   `holidays`. Without it only [calendars of one's own](ReadOptions::calendars) are known, others get a
//!   warning.
//! - `threads`: of separated text of more than a MiB a thread of its own cuts the rows, where there is a core for
//!   it, while they are read on the caller's. What is read is the same.
//!
//! # Dependencies
//!
//! - `csv-core`: the parser of the `csv` crate, for records with quotes inside quotes; others are cut here,
//!   several times faster
//! - `memchr`: line numbers counted at memory speed
//! - `foldhash`: look-ups of cells that cost less than the parse they save, and that nobody can make collide
//!   who writes a file; `tzplan` has it too
//! - `rustc-hash`: look-ups in tables of ours, and in what is bounded
//! - `strsim`: near misses for misspelt zones
//! - `chrono`: dates and weekdays, as in `tzplan`
//! - `thiserror`: the error type's boilerplate
//! - `deunicode` (`places`): names without accents and in Latin letters; Unicode's own decomposition leaves
//!   ł, đ and ß
//! - `miniz_oxide` (`places`, `holidays`): the tables at a half and at a quarter of their size
//! - `zip`, `quick-xml` (`workbook`): the two layers of XLSX and ODS; what lies on them is read here, because
//!   the general readers of workbooks allocate, repeat and panic on the word of a hostile file
//! - `serde_json`, `serde` (`structured`): JSON whose values stay parts of the text, so that a fault can
//!   point at them
//! - `toml` (`structured`): TOML with the places of its values
//! - `saphyr-parser` (`structured`): the events of YAML 1.2 with their places. It builds no tree and resolves
//!   no alias, so that nesting and repetition are bounded here
//! - `encoding_rs`, `chardetng` (`encodings`): decoders of every encoding a browser knows, and a guess at
//!   which one it is
#![forbid(unsafe_code)]
#![cfg_attr(docsrs, feature(doc_cfg))]

mod assumption;
#[cfg(feature = "structured")]
mod bare_list;
mod cells;
mod columns;
mod delimited;
mod diagnostic;
mod drawn;
#[cfg_attr(not(feature = "encodings"), path = "encoding_off.rs")]
mod encoding;
mod fast_path;
mod faults;
mod format;
mod grouping;
mod holidays;
mod hours_cell;
mod ics;
mod list_line;
mod options;
mod other_kind;
pub mod places;
mod read;
mod roster;
mod rows;
mod separator;
#[cfg(feature = "structured")]
mod structured;
mod text;
mod word_table;
mod wording;
mod work;
#[cfg(feature = "workbook")]
mod workbook;
mod working_week;
mod yaml_beginning;

pub use assumption::Assumption;
pub use columns::{Column, ColumnUse, Field, NamedColumn};
pub use diagnostic::{Diagnostic, Severity, SourceLine};
pub use grouping::DiagnosticGroup;
pub use holidays::{HolidayCalendar, HolidayLabelError};
pub use hours_cell::{HoursCell, HoursCellError, read_hours, read_hours_on_clock};
pub use ics::{IcsClock, IcsDays, IcsPerson, IcsTeamDays, read_ics, read_team_ics};
pub use options::{Choose, ReadError, ReadOptions};
pub use read::{read, read_some};
pub use roster::{Roster, ZoneLabel};
pub use separator::Separator;
pub use text::clean;
pub use tzplan::PolicySettings;
pub use working_week::{WorkingWeek, usual_in, working_week};

/// The examples of the README, compiled.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;

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

//! How a roster is read: what the caller says, and what a reader of a format is given.

use std::io;

use chrono::NaiveDate;
use tzplan::{Schedule, ScheduleId, Tzdb};

use crate::columns::NamedColumn;
#[cfg(feature = "threads")]
use crate::fast_path::Help;
use crate::faults::Faults;
use crate::holidays::HolidayCalendar;
#[cfg(doc)]
use crate::places::ResolveOptions;
use crate::separator::Separator;

/// How to [`read`](crate::read) a roster.
#[derive(Clone, Debug)]
pub struct ReadOptions {
    /// What separates cells; found out from the header when `None` (the default).
    pub separator: Option<Separator>,
    /// How many errors are kept, and how many warnings and notes besides. Default 100,000. What is beyond, or
    /// beyond 40 MiB of them, is counted in [`Roster::errors`](crate::Roster::errors) and
    /// [`Roster::left_out`](crate::Roster::left_out).
    pub most_diagnostics: usize,
    /// Public holidays besides those that are known, or in their place: a calendar for each code that the
    /// roster may name. Default none.
    pub calendars: Vec<HolidayCalendar>,
    /// Which columns give fields whose headers do not say so, and fields that no column gives. Default none:
    /// headers decide.
    pub columns: Vec<NamedColumn>,
    /// What labels mean in this file, as a label (in any case) and what is read in its place: `PST` as
    /// `America/Los_Angeles`. Default none.
    pub labels: Vec<(String, String)>,
    /// The dates `[from, to)` that are planned: places whose clocks agree over them count as one. Default: as
    /// [`ResolveOptions::years`].
    pub planned: Option<(NaiveDate, NaiveDate)>,
    /// The sheet of a workbook: its name, whatever the case where no sheet has exactly that name, or else its
    /// place from 1 among the sheets that are not hidden. The first of these when `None` (the default).
    pub sheet: Option<String>,
    /// The most people that rows with a `count` may come to together. Default 1,000,000: what one row counts
    /// takes the memory of as many rows. Rows that count one person have no limit.
    pub most_people: u64,
    /// The most bytes of a file that is read whole: workbooks, JSON, TOML and YAML. Default 256 MiB. TOML,
    /// which is held as a tree, is refused beyond 1 MiB whatever this limit is. Separated text is a stream
    /// and has no limit.
    pub most_bytes: u64,
    /// The most bytes that a workbook, which is compressed, may come to when it is unpacked. Default 512 MiB.
    pub most_unpacked: u64,
    /// The most cells of a sheet that are looked at, blank ones within its rows included. Default 20,000,000.
    pub most_cells: u64,
}

impl Default for ReadOptions {
    fn default() -> Self {
        Self {
            separator: None,
            most_diagnostics: 100_000,
            calendars: Vec::new(),
            columns: Vec::new(),
            labels: Vec::new(),
            planned: None,
            sheet: None,
            most_people: 1_000_000,
            most_bytes: 256 << 20,
            most_unpacked: 512 << 20,
            most_cells: 20_000_000,
        }
    }
}

/// Why a roster could not be read at all: the input failed.
#[derive(Debug, thiserror::Error)]
#[error("cannot read {name}: {source}")]
pub struct ReadError {
    name: String,
    source: io::Error,
}

impl ReadError {
    pub(crate) fn new(name: &str, source: io::Error) -> Self {
        Self { name: name.to_owned(), source }
    }

    /// What kind of failure it was.
    pub fn kind(&self) -> io::ErrorKind {
        self.source.kind()
    }
}

/// Asked for every row without an error, with the row's schedule and the id that it has in the team: whether
/// to keep the row.
pub type Choose<'c> = &'c mut dyn FnMut(&Schedule, ScheduleId) -> bool;

/// What every reader of a format is given.
pub(crate) struct ReadContext<'a> {
    pub(crate) faults: Faults,
    pub(crate) tzdb: &'a Tzdb,
    pub(crate) options: &'a ReadOptions,
    pub(crate) choose: Option<Choose<'a>>,
    #[cfg(feature = "threads")]
    pub(crate) help: Help,
}

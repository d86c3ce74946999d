//! One roster from first byte to team.

use std::io::{self, Read};

use tzplan::{ScheduleId, Team, Tzdb};

use crate::delimited::{Separator, Tape, read_delimited};
use crate::diagnostic::{Fault, Faults, Spot};
use crate::format::{ENOUGH, Format};
use crate::holidays::HolidayCalendar;
use crate::roster::Roster;

/// How to [`read`] a roster.
#[derive(Clone, Debug)]
pub struct ReadOptions {
    /// What separates cells; found out from the header when `None` (the default).
    pub separator: Option<Separator>,
    /// How many errors are kept, and how many warnings and notes besides. Default 100,000. What is beyond is
    /// counted in [`Roster::errors`] and [`Roster::left_out`].
    pub most_diagnostics: usize,
    /// Public holidays besides those that are known, or in their place: a calendar for each code that the roster may
    /// name. Default none.
    pub calendars: Vec<HolidayCalendar>,
}

impl Default for ReadOptions {
    fn default() -> Self {
        Self { separator: None, most_diagnostics: 100_000, calendars: Vec::new() }
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

/// Reads a roster. `name` stands for the file in diagnostics; what the roster says is never an `Err`.
///
/// # Errors
///
/// [`ReadError`] when `input` fails.
///
/// # Complexity
///
/// Linear in the bytes read; memory in the members, the distinct schedules, and the diagnostics.
pub fn read(
    name: &str,
    mut input: impl Read,
    tzdb: &Tzdb,
    options: &ReadOptions,
) -> Result<Roster, ReadError> {
    read_any(name, &mut input, tzdb, options, None).map_err(|source| ReadError::new(name, source))
}

/// Asked for every row without an error, with the team so far and the row's schedule: whether to keep the row.
pub type Choose<'c> = &'c mut dyn FnMut(&Team, ScheduleId) -> bool;

/// [`read`] that keeps only some rows as members: of a pool of a million those worth remembering, with the memory
/// that they take. What is not kept is checked all the same, and its schedule is known to the team.
///
/// Where the file has a column for e-mail addresses all rows are kept, and `choose` is not asked: several of
/// them may be one person, who is known only when all are read.
///
/// ```
/// use tzplan_roster::{read_some, ReadOptions};
/// let pool = "name,zone\nAna,Europe/Lisbon\nKei,Asia/Tokyo\nEva,Europe/Berlin\n";
/// let mut in_europe =
///     |team: &tzplan::Team, id| team.schedule(id).zone().name().starts_with("Europe/");
/// let options = ReadOptions::default();
/// let roster = read_some("pool.csv", pool.as_bytes(), tzplan::Tzdb::bundled(), &options, &mut in_europe);
/// let roster = roster.unwrap();
/// assert_eq!((roster.rows, roster.team.len(), roster.row(1)), (3, 2, Some(4)));
/// ```
///
/// # Errors
///
/// [`ReadError`] when `input` fails.
pub fn read_some<'a>(
    name: &str,
    mut input: impl Read,
    tzdb: &'a Tzdb,
    options: &'a ReadOptions,
    choose: Choose<'a>,
) -> Result<Roster, ReadError> {
    read_any(name, &mut input, tzdb, options, Some(choose)).map_err(|source| ReadError::new(name, source))
}

fn read_any<'a>(
    name: &str,
    input: &mut dyn Read,
    tzdb: &'a Tzdb,
    options: &'a ReadOptions,
    choose: Option<Choose<'a>>,
) -> io::Result<Roster> {
    let mut tape = Tape::new(input);
    while tape.rest().len() < ENOUGH && tape.fill()? {}
    let mut faults = Faults::new(name, options.most_diagnostics);
    let fault = match Format::of(tape.rest()) {
        Format::Delimited => return read_delimited(tape, faults, tzdb, options, choose),
        Format::Utf16 => {
            Fault::error("not-utf8", "the file is text in UTF-16", "save it as CSV in UTF-8 and try again")
        }
        Format::Workbook | Format::OldWorkbook => Fault::error(
            "not-text",
            "the file is a workbook (or another archive), not text",
            "open it in a spreadsheet program and save the sheet as CSV in UTF-8",
        ),
    };
    faults.add(&fault, Spot { row: 1, column: None, position: 0, value: "" }, || None);
    Ok(Roster::unreadable(faults))
}

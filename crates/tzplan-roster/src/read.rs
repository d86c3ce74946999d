//! One roster from first byte to team.

use std::io::{self, Read};

use chrono::NaiveDate;
use tzplan::{ScheduleId, Team, Tzdb};

use crate::delimited::{Separator, read_delimited};
use crate::diagnostic::{Fault, Faults};
use crate::encoding::Recoded;
use crate::fast_path::Tape;
use crate::format::{ENOUGH, Format, Notation};
use crate::holidays::HolidayCalendar;
#[cfg(doc)]
use crate::places::ResolveOptions;
use crate::roster::Roster;
#[cfg(feature = "structured")]
use crate::structured::read_structured;
use crate::text::{clean, shorten};
#[cfg(feature = "workbook")]
use crate::workbook::read_archive;

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
    /// The dates `[from, to)` that are planned: places whose clocks agree over them count as one. Default: as
    /// [`ResolveOptions::years`].
    pub planned: Option<(NaiveDate, NaiveDate)>,
    /// The sheet of a workbook: its name, whatever the case where no sheet has exactly that name, or else its place
    /// from 1 among the sheets that are not hidden. The first of these when `None` (the default).
    pub sheet: Option<String>,
    /// The most bytes of a file that is read whole: workbooks, JSON and TOML. Default 256 MiB. TOML, which is held
    /// as a tree, is refused beyond 4 MiB whatever is said here. Separated text is a stream and has no limit.
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
            planned: None,
            sheet: None,
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

/// Reads a roster. `name` stands for the file in diagnostics; what the roster says is never an `Err`.
///
/// # Errors
///
/// [`ReadError`] when `input` fails.
///
/// # Complexity
///
/// Linear in the bytes read; memory in the members, the distinct schedules, and the diagnostics. Workbooks, JSON
/// and TOML are read whole besides; a workbook's texts are held unpacked.
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

/// What every reader of a format is given.
pub(crate) struct Reading<'a> {
    pub(crate) faults: Faults,
    pub(crate) tzdb: &'a Tzdb,
    pub(crate) options: &'a ReadOptions,
    pub(crate) choose: Option<Choose<'a>>,
}

fn read_any<'a>(
    name: &str,
    input: &mut dyn Read,
    tzdb: &'a Tzdb,
    options: &'a ReadOptions,
    choose: Option<Choose<'a>>,
) -> io::Result<Roster> {
    let mut first = Vec::new();
    (&mut *input).take(ENOUGH as u64).read_to_end(&mut first)?;
    let format = Format::of(&first);
    let mut whole = first.chain(input);
    let reading = Reading { faults: Faults::new(name, options.most_diagnostics), tzdb, options, choose };
    match format {
        Format::Archive => read_archive(&mut whole, reading),
        #[cfg(not(feature = "encodings"))]
        Format::WideText => Ok(reading.without("encodings", "text in UTF-16")),
        #[allow(unreachable_patterns, reason = "the first is refused without the feature")]
        Format::WideText | Format::Text => read_text(name, &mut whole, reading),
        Format::OldWorkbook => Ok(reading.refuse(&Fault::error(
            "old-workbook",
            "the file is a workbook of the old kind (.xls), or one with a password",
            "save it as .xlsx, .ods or CSV without a password and try again",
        ))),
    }
}

/// Reads text of any notation.
fn read_text(name: &str, input: &mut dyn Read, reading: Reading<'_>) -> io::Result<Roster> {
    let mut text = Recoded::new(input);
    let roster = read_notation(Tape::new(&mut text), reading)?;
    Ok(match text.encoding() {
        None => roster,
        Some(encoding) => roster.in_encoding(name, encoding),
    })
}

fn read_notation(mut tape: Tape<'_>, mut reading: Reading<'_>) -> io::Result<Roster> {
    let notation = loop {
        let more = !tape.has_ended();
        match Notation::of(tape.rest(), more) {
            Some(notation) => break notation,
            None => tape.fill()?,
        };
    };
    match (notation, &reading.options.sheet) {
        (Notation::Delimited, None) => read_delimited(tape, reading),
        (Notation::Json | Notation::Toml, None) => read_structured(tape, notation, reading),
        (_, Some(sheet)) => {
            reading.faults.of_file(&Fault::error(
                "no-sheet",
                format!("the file is text, it has no sheet `{}`", clean(&shorten(sheet, 60))),
                "name a workbook, or no sheet",
            ));
            Ok(Roster::unreadable(reading.faults))
        }
    }
}

impl Reading<'_> {
    /// The roster of a file of which nothing can be read.
    pub(crate) fn refuse(mut self, fault: &Fault) -> Roster {
        self.faults.of_file(fault);
        Roster::unreadable(self.faults)
    }

    /// Refuses a file that takes a feature.
    #[cfg(not(all(feature = "workbook", feature = "structured", feature = "encodings")))]
    fn without(self, feature: &str, what: &str) -> Roster {
        self.refuse(&Fault::error(
            "not-built-in",
            format!(
                "the file is {what}, and this program was built without the feature `{feature}` that reads it"
            ),
            "save it as CSV in UTF-8, or build with the feature",
        ))
    }
}

#[cfg(not(feature = "workbook"))]
fn read_archive(_: &mut dyn Read, reading: Reading<'_>) -> io::Result<Roster> {
    Ok(reading.without("workbook", "a workbook or another archive"))
}

#[cfg(not(feature = "structured"))]
fn read_structured(_: Tape<'_>, notation: Notation, reading: Reading<'_>) -> io::Result<Roster> {
    Ok(reading.without("structured", if notation == Notation::Json { "JSON" } else { "TOML" }))
}

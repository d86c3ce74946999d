//! Days of an iCalendar file (RFC 5545): holidays or leave, as calendars export them.
//!
//! Counted are the whole days that events cover: all-day events, the end exclusive, and events with times
//! that run from midnight to midnight, or to 23:59, on the [clock](IcsClock) that they are counted on. Of
//! somebody's leave a day counts too of which an event covers every shift, whatever its ragged ends. Zones
//! whose rules stand in the file are those of the tz database that keep the same time. Repeated events are
//! expanded by their rules of days, weeks, months and years; of others (by the hour, by weeks or days of the
//! year) the first occurrence counts, and a warning names them.

mod calendar;
mod clock;
mod clocks;
mod days;
mod event;
mod left_open;
mod line;
mod moment;
mod people;
mod person;
mod repeats;
mod rule;
mod said;
mod spellings;
mod team;
mod vtimezone;
mod words;

use std::io::{self, Read};
use std::ops::Range;

use chrono::NaiveDate;
use tzplan::Tzdb;

use crate::assumption::Assumption;
use crate::diagnostic::Diagnostic;
use crate::faults::{Fault, Faults, Found};
use crate::options::ReadError;
use calendar::Calendar;
use clocks::Clocks;
pub use clocks::IcsClock;
pub use person::IcsPerson;
pub use team::{IcsTeamDays, read_team_ics};

/// Larger files are no list of holidays.
const MOST_BYTES: u64 = 16 << 20;

/// How many faults of a file are kept.
const MOST_FAULTS: usize = 1000;

/// The days of an iCalendar file, and what is wrong with it.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct IcsDays {
    /// The days, sorted, each once.
    pub dates: Vec<NaiveDate>,
    /// What was found, by line.
    pub diagnostics: Vec<Diagnostic>,
    /// How many errors there are; with any, days may be missing.
    pub errors: usize,
    /// What the file leaves open: their rows are its lines.
    pub assumptions: Vec<Assumption>,
}

/// Reads the whole days of an iCalendar file's events, as a clock counts them: all-day events are days of
/// anybody's clock, times with a zone or in UTC are instants. Events that repeat are looked for in `[from,
/// to)`.
///
/// ```
/// use tzplan::Tzdb;
/// use tzplan_roster::{IcsClock, read_ics};
/// let text = "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:Company days\r\n\
///             DTSTART;VALUE=DATE:20270105\r\nDTEND;VALUE=DATE:20270107\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
/// let year = "2027-01-01".parse().unwrap().."2028-01-01".parse().unwrap();
/// let days = read_ics("days.ics", text.as_bytes(), year, Tzdb::bundled(), IcsClock::Calendar).unwrap();
/// assert_eq!(days.dates, ["2027-01-05", "2027-01-06"].map(|day| day.parse().unwrap()));
/// ```
///
/// # Errors
///
/// [`ReadError`] when `input` fails. What is wrong with the file is never an `Err`.
///
/// # Complexity
///
/// Linear in the bytes, at most 16 MiB of which are read, and for every event that repeats in the weeks since
/// it began: 10,000 rules, and for all of them 20 million dates, those on which an event starts counted
/// forty times, beyond which an error says that the file is too large.
pub fn read_ics(
    name: &str,
    input: impl Read,
    dates: Range<NaiveDate>,
    tzdb: &Tzdb,
    clock: IcsClock<'_>,
) -> Result<IcsDays, ReadError> {
    let mut calendar = opened(name, input, tzdb, clock)?;
    let dates = calendar.days(&dates);
    let (Found { diagnostics, errors, .. }, assumptions) = finished(calendar);
    Ok(IcsDays { dates, diagnostics, errors, assumptions })
}

/// A calendar whose events are read.
fn opened<'a>(
    name: &str,
    input: impl Read,
    tzdb: &'a Tzdb,
    clock: IcsClock<'a>,
) -> Result<Calendar<'a>, ReadError> {
    let mut bytes = Vec::new();
    // One byte more shows that there is more.
    input
        .take(MOST_BYTES + 1)
        .read_to_end(&mut bytes)
        .map_err(|source: io::Error| ReadError::new(name, source))?;
    let mut calendar = Calendar::new(Faults::new(name, MOST_FAULTS), Clocks::new(tzdb, clock));
    if bytes.len() as u64 > MOST_BYTES {
        let message = format!("the file is larger than {} MiB", MOST_BYTES >> 20);
        calendar.faults.of_file(&Fault::error("too-large", message, "export fewer events"));
    } else {
        calendar.read(&String::from_utf8_lossy(&bytes));
    }
    Ok(calendar)
}

/// What was found in a calendar, and what it leaves open.
fn finished(calendar: Calendar<'_>) -> (Found, Vec<Assumption>) {
    (calendar.faults.finish(), calendar.left_open.assumptions())
}

//! An hours cell by itself: hours given elsewhere than in a file, such as on a command line, are read as a
//! file's are.

use std::fmt;

use chrono::WeekdaySet;
use tzplan::{Tzdb, WeeklyHours, Zone};

use crate::assumption::Assumption;
use crate::diagnostic::Severity;
use crate::faults::Fault;
use crate::places::ResolveOptions;
use crate::rows::named_clock;
use crate::rows::working_hours::{HoursCells, ReadHours, read};
use crate::text::clean;
use crate::working_week::monday_to_friday;

/// Weekly hours as they were read.
#[derive(Clone, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub struct HoursCell {
    /// The hours.
    pub hours: WeeklyHours,
    /// Whether some of them name no days, and hold on those that were given or are usual.
    pub are_days_open: bool,
    /// The zone on whose clock they are, where the text names one; [`read_hours`] reads no clocks.
    pub clock: Option<Zone>,
    /// What the text leaves open, and how it was taken: `bare-hours`, `full-day`. Their rows are empty.
    pub assumptions: Vec<Assumption>,
}

/// Why a text is no hours. Its message says what is wrong and what to write instead.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct HoursCellError {
    message: String,
}

/// Reads hours as the cell of a roster's `hours` column: `10-18`, `9am-5pm`, `Mon-Thu 9-17; Fri 9-13`. Where
/// no days are named they hold on `days`, and on Monday to Friday where those are not given either.
///
/// ```
/// use tzplan_roster::read_hours;
/// let weekend = tzplan::hours::parse_days("Sat,Sun").unwrap();
/// assert_eq!(read_hours("10-18", None).unwrap().hours.to_string(), "10:00-18:00 Mon-Fri");
/// assert_eq!(read_hours("10-18", Some(weekend)).unwrap().hours.to_string(), "10:00-18:00 Sat,Sun");
/// assert_eq!(read_hours("10-18 Mon", Some(weekend)).unwrap().hours.to_string(), "10:00-18:00 Mon");
/// let bare = read_hours("9-5", None).unwrap();
/// assert_eq!(bare.hours.to_string(), "09:00-17:00 Mon-Fri");
/// assert_eq!(&*bare.assumptions[0].message, "`9-5` is read as 09:00-17:00");
/// assert!(read_hours("09:00-05:00", None).is_err());           // twenty hours
/// assert!(read_hours("9-17; Fri 9-13", None).is_err());        // Friday's own hours, or more of them?
/// ```
///
/// # Errors
///
/// [`HoursCellError`] when the text is empty or no hours.
pub fn read_hours(text: &str, days: Option<WeekdaySet>) -> Result<HoursCell, HoursCellError> {
    let text = clean(text);
    if text.is_empty() {
        return Err(HoursCellError { message: "no hours; write them like 9-17 or 09:00-17:30".to_owned() });
    }
    let mut faults = Vec::new();
    let cells = HoursCells { hours: &text, ..HoursCells::default() };
    let hours = read(&cells, days.unwrap_or_else(monday_to_friday), &mut faults);
    let said = |fault: &Fault| format!("{}; {}", fault.message, fault.help);
    let error = faults.iter().find(|(_, fault)| fault.severity == Severity::Error);
    match (hours, error) {
        (Some(ReadHours { hours, assumed, are_days_open, .. }), None) => {
            let assumed = assumed.into_iter();
            let assumptions =
                assumed.map(|(code, message)| Assumption { code, message, rows: Vec::new(), count: 0 });
            Ok(HoursCell { hours, are_days_open, clock: None, assumptions: assumptions.collect() })
        }
        (_, error) => {
            let message = error.map_or_else(|| format!("`{text}` is no hours"), |(_, fault)| said(fault));
            Err(HoursCellError { message })
        }
    }
}

/// [`read_hours`] of a text that may name a clock: `9-5 ET`, `14:00-22:00 UTC`, `9:30-18:30 (GMT+5:30)`. A
/// clock that may be several is read where one of them is that of `home`, where the person lives; one that
/// agrees with `home` over the years of the options is `home`.
///
/// ```
/// use tzplan::{Tzdb, Zone};
/// use tzplan_roster::{places::ResolveOptions, read_hours_on_clock};
/// let read = |text, home: Option<&Zone>| {
///     read_hours_on_clock(text, None, home, Tzdb::bundled(), &ResolveOptions::default())
/// };
/// let cell = read("9-5 ET", None).unwrap();
/// assert_eq!(cell.hours.to_string(), "09:00-17:00 Mon-Fri");
/// assert_eq!(cell.clock.unwrap().name(), "America/New_York");
/// assert!(read("9-18 IST", None).is_err()); // India, Israel or Ireland?
/// let dublin = Zone::iana("Europe/Dublin").unwrap();
/// assert_eq!(read("9-18 IST", Some(&dublin)).unwrap().clock, Some(dublin));
/// ```
///
/// # Errors
///
/// [`HoursCellError`] when the text is no hours, or nobody can say on which clock they are.
pub fn read_hours_on_clock(
    text: &str,
    days: Option<WeekdaySet>,
    home: Option<&Zone>,
    tzdb: &Tzdb,
    options: &ResolveOptions,
) -> Result<HoursCell, HoursCellError> {
    let text = clean(text);
    let Some((hours, clock)) = named_clock(&text, home, tzdb, options) else {
        return read_hours(&text, days);
    };
    let clock =
        clock.map_err(|fault| HoursCellError { message: format!("{}; {}", fault.message, fault.help) })?;
    Ok(HoursCell { clock: Some(clock), ..read_hours(&hours, days)? })
}

impl fmt::Display for HoursCellError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for HoursCellError {}

//! An hours cell by itself: hours given elsewhere than in a file, such as on a command line, are read as a
//! file's are.

use std::fmt;

use chrono::WeekdaySet;
use tzplan::WeeklyHours;

use crate::diagnostic::Severity;
use crate::faults::Fault;
use crate::rows::working_hours::{HoursCells, ReadHours, read};
use crate::text::clean;
use crate::working_week::monday_to_friday;

/// Weekly hours as they were read.
#[derive(Clone, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub struct HoursCell {
    /// The hours.
    pub hours: WeeklyHours,
    /// What the writer may not have meant, and what to write instead.
    pub warning: Option<String>,
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
/// assert_eq!(bare.warning.as_deref(), Some("`9-5` is read as 09:00-17:00"));
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
    let first = |severity| faults.iter().find(|(_, fault)| fault.severity == severity);
    match (hours, first(Severity::Error)) {
        (Some(ReadHours { hours, assumed, .. }), None) => {
            let assumed = assumed.first().map(|(_, message)| message.to_string());
            Ok(HoursCell {
                hours,
                warning: assumed.or_else(|| first(Severity::Warning).map(|(_, fault)| said(fault))),
            })
        }
        (_, error) => {
            let message = error.map_or_else(|| format!("`{text}` is no hours"), |(_, fault)| said(fault));
            Err(HoursCellError { message })
        }
    }
}

impl fmt::Display for HoursCellError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for HoursCellError {}

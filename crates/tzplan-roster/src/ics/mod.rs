//! Days of an iCalendar file (RFC 5545): holidays or leave, as calendars export them.
//!
//! Counted are the whole days that events cover: all-day events, the end exclusive, and events with times that run
//! from midnight to midnight. Repeated events are expanded by their rules of days, weeks, months and years; of others
//! (by the hour, by weeks or days of the year) the first occurrence counts, and a warning names them.

mod event;
mod line;
mod moment;
mod rule;

use std::io::{self, Read};
use std::ops::Range;

use chrono::NaiveDate;
use rustc_hash::FxHashMap;

use crate::diagnostic::{Diagnostic, Fault, Faults, Pointer, SourceLine, Spot};
use crate::read::ReadError;
use crate::text::{clean, shorten, show};
use event::Event;
use line::{Line, lines};

/// Larger files are no list of holidays.
const MOST_BYTES: u64 = 16 << 20;

/// More events that repeat are no list of holidays; each costs a walk through its weeks.
const MOST_RULES: usize = 10_000;

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
}

/// Reads the whole days of an iCalendar file's events. Those of events that repeat are looked for in `[from, to)`.
///
/// ```
/// use tzplan_roster::read_ics;
/// let text = "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:Company days\r\n\
///             DTSTART;VALUE=DATE:20270105\r\nDTEND;VALUE=DATE:20270107\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
/// let year = "2027-01-01".parse().unwrap().."2028-01-01".parse().unwrap();
/// let days = read_ics("days.ics", text.as_bytes(), year).unwrap();
/// assert_eq!(days.dates, ["2027-01-05", "2027-01-06"].map(|day| day.parse().unwrap()));
/// ```
///
/// # Errors
///
/// [`ReadError`] when `input` fails. What is wrong with the file is never an `Err`.
///
/// # Complexity
///
/// Linear in the bytes, at most 16 MiB of which are read, and for every event that repeats in the weeks since it began.
pub fn read_ics(name: &str, input: impl Read, dates: Range<NaiveDate>) -> Result<IcsDays, ReadError> {
    let mut bytes = Vec::new();
    // One byte more shows that there is more.
    input
        .take(MOST_BYTES + 1)
        .read_to_end(&mut bytes)
        .map_err(|source: io::Error| ReadError::new(name, source))?;
    let mut file = File { faults: Faults::new(name, MOST_FAULTS), events: Vec::new() };
    if bytes.len() as u64 > MOST_BYTES {
        let message = format!("the file is larger than {} MiB", MOST_BYTES >> 20);
        file.faults.add(
            &Fault::error("too-large", message, "export fewer events"),
            Spot::line(1),
            Pointer::default,
        );
    } else {
        file.read(&String::from_utf8_lossy(&bytes));
    }
    let dates = file.days(&dates);
    let (diagnostics, errors, _) = file.faults.finish();
    Ok(IcsDays { dates, diagnostics, errors })
}

struct File {
    faults: Faults,
    events: Vec<Event>,
}

impl File {
    fn read(&mut self, text: &str) {
        // The components that are open, outermost first: names, and the lines on which they begin.
        let mut open: Vec<(String, u64)> = Vec::new();
        let mut event: Option<Event> = None;
        let mut seen = false;
        for line in lines(text) {
            let Some(line) = line else { continue };
            if !seen && !line.is("BEGIN", "VCALENDAR") {
                return self.fault(
                    &Fault::error(
                        "not-icalendar",
                        "the file does not start with BEGIN:VCALENDAR",
                        "export the calendar as iCalendar (.ics)",
                    ),
                    &line,
                );
            }
            seen = true;
            match line.name.as_str() {
                "BEGIN" => {
                    open.push((line.value.to_ascii_uppercase(), line.number));
                    if line.is("BEGIN", "VEVENT") && event.is_none() {
                        event = Some(Event::new(line.number));
                    }
                }
                "END" => {
                    let ended = open.pop();
                    if !ended.as_ref().is_some_and(|(name, _)| line.is("END", name)) {
                        let message = match &ended {
                            Some((name, begin)) => {
                                format!("{} of line {begin} is not ended here", called(name))
                            }
                            None => "nothing is open that could end here".to_owned(),
                        };
                        let help = "export the calendar again; the file is not whole";
                        return self.fault(&Fault::error("bad-nesting", message, help), &line);
                    }
                    if line.is("END", "VEVENT") && !open.iter().any(|(name, _)| name == "VEVENT") {
                        self.events.extend(event.take());
                    }
                }
                _ => {
                    if let (Some(event), Some(("VEVENT", _))) =
                        (&mut event, open.last().map(|(name, line)| (name.as_str(), line)))
                        && let Err(fault) = event.take_in(&line)
                    {
                        self.fault(&fault, &line);
                    }
                }
            }
        }
        if let Some((name, begin)) = open.last() {
            let message = format!("{} is never ended", called(name));
            let fault =
                Fault::error("bad-nesting", message, "export the calendar again; the file is cut short");
            self.faults.add(&fault, Spot::line(*begin), Pointer::default);
        } else if self.events.is_empty() {
            let fault = Fault::warning(
                "no-events",
                "there is no event in the file",
                "export the calendar that has the days",
            );
            self.faults.add(&fault, Spot::line(1), Pointer::default);
        }
    }

    /// The days of all events.
    fn days(&mut self, within: &Range<NaiveDate>) -> Vec<NaiveDate> {
        // Occurrences that events of their own stand for.
        let mut moved: FxHashMap<String, Vec<NaiveDate>> = FxHashMap::default();
        for event in &self.events {
            if let (Some(uid), Some(replaced)) = (&event.uid, event.replaces) {
                moved.entry(uid.clone()).or_default().push(replaced);
            }
        }
        let (mut days, mut partial, mut first_partial, mut repeated) = (Vec::new(), 0, 0, 0);
        for event in std::mem::take(&mut self.events) {
            let none = Vec::new();
            let replaced = match (&event.uid, event.replaces) {
                (Some(uid), None) => moved.get(uid).unwrap_or(&none),
                _ => &none,
            };
            repeated += usize::from(event.repeats());
            if repeated > MOST_RULES {
                let message = format!("more than {MOST_RULES} events repeat");
                let fault = Fault::error("too-large", message, "export fewer events");
                self.faults.add(&fault, Spot::line(event.line), Pointer::default);
                break;
            }
            match event.days(within, replaced) {
                Ok(Some(of_event)) => days.extend(of_event),
                Ok(None) => {
                    partial += 1;
                    first_partial = if partial == 1 { event.line } else { first_partial };
                }
                Err(fault) => self.faults.add(&fault, Spot::line(event.line), Pointer::default),
            }
            for fault in event.warnings() {
                self.faults.add(&fault, Spot::line(event.line), Pointer::default);
            }
        }
        if partial > 0 {
            let message = match partial {
                1 => "1 event covers no whole day and is no day off".to_owned(),
                many => format!("{many} events cover no whole day and are no days off"),
            };
            let fault = Fault::note("part-of-a-day", message, "days off are whole days");
            self.faults.add(&fault, Spot::line(first_partial), Pointer::default);
        }
        dates(days)
    }

    fn fault(&mut self, fault: &Fault, line: &Line) {
        let mut text = show(&shorten(&line.text, 200));
        let start = line.text.len() - line.value.len();
        if start > text.len() || !text.is_char_boundary(start) {
            text = show(&shorten(&line.value, 200));
        }
        let span = if text.len() > start && text.is_char_boundary(start) {
            start..text.len()
        } else {
            0..text.len()
        };
        let spot = Spot { value: &clean(&line.value), ..Spot::line(line.number) };
        self.faults.add(fault, spot, || Pointer {
            source: Some(SourceLine { line: line.number, column: None, text, span }),
            ..Pointer::default()
        });
    }
}

/// A component's name, to show.
fn called(component: &str) -> String {
    shorten(&clean(component), 60).into_owned()
}

/// The dates in any of the ranges.
fn dates(mut ranges: Vec<Range<NaiveDate>>) -> Vec<NaiveDate> {
    ranges.sort_unstable_by_key(|range| (range.start, range.end));
    let mut dates: Vec<NaiveDate> = Vec::new();
    for range in ranges {
        let next = dates.last().and_then(NaiveDate::succ_opt).unwrap_or(range.start);
        dates.extend(range.start.max(next).iter_days().take_while(|date| *date < range.end));
    }
    dates
}

impl Spot<'_> {
    /// A whole line.
    fn line(row: u64) -> Self {
        Self { row, column: None, position: 0, value: "" }
    }
}

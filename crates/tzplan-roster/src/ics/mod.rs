//! Days of an iCalendar file (RFC 5545): holidays or leave, as calendars export them.
//!
//! Counted are the whole days that events cover: all-day events, the end exclusive, and events with times that run
//! from midnight to midnight on the [clock](IcsClock) that they are counted on. Repeated events are expanded by their
//! rules of days, weeks, months and years; of others (by the hour, by weeks or days of the year) the first occurrence
//! counts, and a warning names them.

mod clock;
mod days;
mod event;
mod line;
mod moment;
mod rule;

use std::io::{self, Read};
use std::ops::Range;

use chrono::NaiveDate;
use rustc_hash::FxHashMap;
use tzplan::Tzdb;

use crate::diagnostic::{Diagnostic, Fault, Faults, Found, Pointer, SourceLine, Spot};
use crate::options::ReadError;
use crate::text::{clean, shorten, show};
pub use clock::IcsClock;
use clock::{Clock, Clocks};
use event::Event;
use line::{Line, lines};
use moment::Moment;

/// Larger files are no list of holidays.
const MOST_BYTES: u64 = 16 << 20;

/// More events that repeat are no list of holidays; each costs a walk through its weeks.
const MOST_RULES: usize = 10_000;

/// Events named in one message; the count of the rest follows.
const MOST_LISTED: usize = 3;

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

/// Reads the whole days of an iCalendar file's events, as a clock counts them: all-day events are days of anybody's clock,
/// times with a zone or in UTC are instants. Events that repeat are looked for in `[from, to)`.
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
/// Linear in the bytes, at most 16 MiB of which are read, and for every event that repeats in the weeks since it began.
pub fn read_ics(
    name: &str,
    input: impl Read,
    dates: Range<NaiveDate>,
    tzdb: &Tzdb,
    clock: IcsClock<'_>,
) -> Result<IcsDays, ReadError> {
    let mut bytes = Vec::new();
    // One byte more shows that there is more.
    input
        .take(MOST_BYTES + 1)
        .read_to_end(&mut bytes)
        .map_err(|source: io::Error| ReadError::new(name, source))?;
    let clocks = Clocks::new(tzdb, clock);
    let mut file = File { faults: Faults::new(name, MOST_FAULTS), events: Vec::new(), clocks };
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
    let Found { diagnostics, errors, .. } = file.faults.finish();
    Ok(IcsDays { dates, diagnostics, errors })
}

struct File<'a> {
    faults: Faults,
    events: Vec<Event>,
    clocks: Clocks<'a>,
}

impl File<'_> {
    fn read(&mut self, text: &str) {
        // The components that are open, outermost first, by the lines on which they begin.
        let mut open: Vec<Line> = Vec::new();
        let mut event: Option<Event> = None;
        let mut seen = false;
        for line in lines(text) {
            if !seen && !line.as_ref().is_some_and(|line| line.is("BEGIN", "VCALENDAR")) {
                return self.no_calendar(line.as_ref());
            }
            seen = true;
            let Some(line) = line else { continue };
            match line.name.as_str() {
                "BEGIN" => {
                    if line.is("BEGIN", "VEVENT") && event.is_none() {
                        event = Some(Event::new(line.clone()));
                    }
                    open.push(line);
                }
                "END" => {
                    let ended = open.pop();
                    if !ended.as_ref().is_some_and(|begin| line.is("END", &begin.value)) {
                        let message = match &ended {
                            Some(begin) => {
                                format!("{} of line {} is not ended here", called(&begin.value), begin.number)
                            }
                            None => "nothing is open that could end here".to_owned(),
                        };
                        let help = "export the calendar again; the file is not whole";
                        return self.fault(&Fault::error("bad-nesting", message, help), &line);
                    }
                    if line.is("END", "VEVENT") && !open.iter().any(|begin| begin.is("BEGIN", "VEVENT")) {
                        self.events.extend(event.take());
                    }
                }
                "X-WR-TIMEZONE" if open.len() == 1 => {
                    if !self.clocks.set_calendar(&line.value) {
                        let name = shorten(&clean(&line.value), 60).into_owned();
                        let message = format!("no zone is called `{name}`; times in UTC stay on its clock");
                        let help = "write an IANA id such as Europe/Berlin";
                        self.fault(&Fault::warning("unknown-tzid", message, help), &line);
                    }
                }
                _ => {
                    if let Some(event) = &mut event
                        && open.last().is_some_and(|begin| begin.is("BEGIN", "VEVENT"))
                        && let Err(fault) = event.take_in(&line, &mut self.clocks)
                    {
                        self.fault(&fault, &line);
                    }
                }
            }
        }
        if let Some(begin) = open.last() {
            let message = format!("{} is never ended", called(&begin.value));
            let help = "export the calendar again; the file is cut short";
            self.fault(&Fault::error("bad-nesting", message, help), &begin.clone());
        } else if !seen {
            self.no_calendar(None);
        } else if self.events.is_empty() {
            let help = "export the calendar that has the days";
            let fault = Fault::warning("no-events", "there is no event in the file", help);
            self.faults.add(&fault, Spot::line(1), Pointer::default);
        }
    }

    fn no_calendar(&mut self, line: Option<&Line>) {
        let message = "the file does not start with BEGIN:VCALENDAR";
        let fault = Fault::error("not-icalendar", message, "export the calendar as iCalendar (.ics)");
        match line {
            Some(line) => self.fault(&fault, line),
            None => self.faults.add(&fault, Spot::line(1), Pointer::default),
        }
    }

    /// The days of all events.
    fn days(&mut self, within: &Range<NaiveDate>) -> Vec<NaiveDate> {
        // Occurrences that events of their own stand for.
        let mut moved: FxHashMap<String, Vec<Moment>> = FxHashMap::default();
        for event in &self.events {
            if let (Some(uid), Some(replaced)) = (&event.uid, &event.replaces) {
                moved.entry(uid.clone()).or_default().push(replaced.clone());
            }
        }
        let (mut days, mut partial, mut in_utc, mut repeated) = (Vec::new(), Vec::new(), Vec::new(), 0);
        let events = std::mem::take(&mut self.events);
        for event in &events {
            let none = Vec::new();
            let replaced = match (&event.uid, &event.replaces) {
                (Some(uid), None) => moved.get(uid).unwrap_or(&none),
                _ => &none,
            };
            repeated += usize::from(event.repeats());
            if repeated > MOST_RULES {
                let message = format!("more than {MOST_RULES} events repeat");
                self.fault(&Fault::error("too-large", message, "export fewer events"), &event.begin);
                break;
            }
            match event.days(within, replaced, &self.clocks) {
                Ok(Some(of_event)) => days.extend(of_event),
                Ok(None) => partial.push(event),
                Err((fault, line)) => self.fault(&fault, line),
            }
            for (fault, line) in event.warnings() {
                self.fault(&fault, line);
            }
            let is_in_utc = event.start.as_ref().is_some_and(|(start, _)| *start.clock() == Clock::Utc);
            in_utc.extend((is_in_utc && self.clocks.counts_in_utc()).then_some(event));
        }
        if let Some(first) = partial.first() {
            let what = match partial.len() {
                1 => "covers no whole day and is no day off",
                _ => "cover no whole day and are no days off",
            };
            let message = format!("{} {what}", listed(&partial));
            self.fault(&Fault::note("part-of-a-day", message, "days off are whole days"), first.at());
        }
        if let Some(first) = in_utc.first() {
            let times = if in_utc.len() == 1 { "has times" } else { "have times" };
            let message = format!(
                "{} {times} in UTC, and nothing says whose days they are; they are counted in UTC",
                listed(&in_utc)
            );
            let help = "write a line such as X-WR-TIMEZONE:Europe/Berlin below BEGIN:VCALENDAR, or export all-day events";
            self.fault(&Fault::warning("times-in-utc", message, help), first.at());
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
        let column = (!line.is_folded).then(|| line.text[..start].chars().count() as u64 + 1);
        let spot = Spot { value: &clean(&line.value), ..Spot::line(line.number) };
        self.faults.add(fault, spot, || Pointer {
            source: Some(SourceLine { line: line.number, column, text, span }),
            ..Pointer::default()
        });
    }
}

/// Events by name and line, the first of many.
fn listed(events: &[&Event]) -> String {
    let mut names: Vec<String> = events.iter().take(MOST_LISTED).map(|event| event.listed()).collect();
    if events.len() > MOST_LISTED {
        names.push(format!("{} more", events.len() - MOST_LISTED));
    }
    match (names.pop(), names.as_slice()) {
        (last, []) => format!("the event {}", last.unwrap_or_default()),
        (last, first) => format!("the events {} and {}", first.join(", "), last.unwrap_or_default()),
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

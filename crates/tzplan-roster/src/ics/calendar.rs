//! The events of a calendar, and the days that they cover.

use std::ops::Range;

use chrono::NaiveDate;

use super::clock::Clock;
use super::clocks::{Clocks, IcsClock};
use super::event::Event;
use super::left_open::LeftOpen;
use super::line::{ContentLine, lines};
use super::repeats::Repeats;
use super::said::Said;
use crate::diagnostic::SourceLine;
use crate::faults::{Fault, Faults, Pointer, Spot};
use crate::text::{clean, shorten, show};
use crate::wording::{LONGEST_QUOTE, Quoted};

/// More rules are those of no list of holidays; each costs a walk through its weeks.
const MOST_RULES: usize = 10_000;

/// Components that stand in one another; in calendars an alarm stands in an event, and that in the calendar.
const MOST_OPEN: usize = 100;

/// Components that say when somebody is free or busy, without an event.
const NOT_READ: [&str; 2] = ["VFREEBUSY", "VAVAILABILITY"];

/// A calendar as it is read.
pub(super) struct Calendar<'a> {
    pub(super) faults: Faults,
    pub(super) left_open: LeftOpen,
    events: Vec<Event>,
    clocks: Clocks<'a>,
}

/// The events of a calendar that was read.
pub(super) struct Events {
    pub(super) list: Vec<Event>,
    pub(super) repeats: Repeats,
}

impl<'a> Calendar<'a> {
    pub(super) fn new(faults: Faults, clocks: Clocks<'a>) -> Self {
        Self { faults, left_open: LeftOpen::default(), events: Vec::new(), clocks }
    }

    /// Reads the events of a file.
    pub(super) fn read(&mut self, text: &str) {
        // The components that are open, outermost first, by the lines on which they begin.
        let mut open: Vec<ContentLine> = Vec::new();
        let mut event: Option<Event> = None;
        let mut seen = false;
        let mut passed_over: Option<ContentLine> = None;
        self.clocks.define(text);
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
                    if open.len() == MOST_OPEN {
                        let message = format!("components stand in one another more than {MOST_OPEN} deep");
                        let help = "export the calendar again; the file is damaged";
                        return self.fault(&Fault::error("bad-nesting", message, help), &line);
                    }
                    if NOT_READ.iter().any(|component| line.is("BEGIN", component)) {
                        passed_over.get_or_insert(line.clone());
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
                        let name = Quoted(&line.value);
                        let message = format!("no zone is called {name}; times in UTC stay on its clock");
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
        if let Some(begin) = passed_over {
            let message = format!("{} is not read: days off come from events", called(&begin.value));
            let help = "export the events of the calendar, not only when somebody is free or busy";
            self.fault(&Fault::warning("not-an-event", message, help), &begin);
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
            self.faults.of_file(&fault);
        }
    }

    fn no_calendar(&mut self, line: Option<&ContentLine>) {
        let message = "the file does not start with BEGIN:VCALENDAR";
        let fault = Fault::error("not-icalendar", message, "export the calendar as iCalendar (.ics)");
        match line {
            Some(line) => self.fault(&fault, line),
            None => self.faults.of_file(&fault),
        }
    }

    /// The days of all events.
    pub(super) fn days(&mut self, within: &Range<NaiveDate>) -> Vec<NaiveDate> {
        let events = self.take_events();
        let mut said = Said::default();
        let days = self.days_of(&events.list.iter().collect::<Vec<_>>(), &events, within, &mut said);
        self.tell(&said, &events.repeats);
        days
    }

    /// The events, and the occurrences that events of their own stand for.
    pub(super) fn take_events(&mut self) -> Events {
        let list = std::mem::take(&mut self.events);
        let repeats = Repeats::of(&list);
        Events { list, repeats }
    }

    /// The days of some of the events, on the clock of now.
    pub(super) fn days_of<'e>(
        &mut self,
        chosen: &[&'e Event],
        events: &Events,
        within: &Range<NaiveDate>,
        said: &mut Said<'e>,
    ) -> Vec<NaiveDate> {
        let mut days = Vec::new();
        for event in chosen {
            said.repeated += event.rules.len() + event.except_rules.len();
            if said.repeated > MOST_RULES {
                let message = format!("there are more than {MOST_RULES} rules by which events repeat");
                self.fault(&Fault::error("too-large", message, "export fewer events"), &event.begin);
                break;
            }
            // An event of two people is looked at twice.
            let is_new = said.events.insert(event.begin.number);
            match event.days(within, &events.repeats, &self.clocks) {
                Ok(of_event) => {
                    let is_part = event.is_part_of_days();
                    let has_parts = of_event.has_parts || is_part && of_event.is_within;
                    said.partial.extend((has_parts && is_new).then_some(*event));
                    if !is_part && !of_event.covered.is_empty() {
                        said.off.insert(event.begin.number);
                        days.extend(of_event.covered);
                    }
                }
                Err((fault, line)) if is_new => self.fault(&fault, line),
                Err(_) => {}
            }
            for (fault, line) in event.warnings().into_iter().filter(|_| is_new) {
                self.fault(&fault, line);
            }
            let is_in_utc = event.start.as_ref().is_some_and(|(start, _)| *start.clock() == Clock::Utc);
            said.in_utc.extend((is_in_utc && self.clocks.counts_in_utc()).then_some(*event));
        }
        dates(days)
    }

    /// Whether an event touches some dates.
    pub(super) fn is_within(&self, event: &Event, events: &Events, within: &Range<NaiveDate>) -> bool {
        event.days(within, &events.repeats, &self.clocks).is_ok_and(|days| days.is_within)
    }

    /// Counts days on another clock from here on.
    pub(super) fn count_on(&mut self, clock: IcsClock<'a>) {
        self.clocks.count_on(clock);
    }

    /// Says what several events have in common.
    pub(super) fn tell(&mut self, said: &Said<'_>, repeats: &Repeats) {
        for (fault, line) in said.faults(repeats) {
            match line {
                Some(line) => self.fault(&fault, line),
                None => self.faults.of_file(&fault),
            }
        }
        for (fault, events) in [("part-of-a-day", &said.partial), ("times-in-utc", &said.in_utc)] {
            self.left_open.add(fault, events.iter().map(|event| event.at().number));
        }
    }

    pub(super) fn fault(&mut self, fault: &Fault, line: &ContentLine) {
        self.left_open.add(fault.code, [line.number]);
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

/// A component's name, to show.
fn called(component: &str) -> String {
    shorten(&clean(component), LONGEST_QUOTE).into_owned()
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
